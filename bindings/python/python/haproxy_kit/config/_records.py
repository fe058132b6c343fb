"""What the functions of :mod:`haproxy_kit.config` tell: records that do not change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from haproxy_kit import _native

Severity = Literal["error", "warning", "info"]
"""``error``: HAProxy refuses it. ``warning``: it warns, or it is a known trap. ``info``: worth knowing."""

Format = Literal["text", "short", "json", "sarif", "github"]
"""How findings are shown: for people, one line each, for programs, code scanners and workflows."""


@dataclass(frozen=True)
class Target:
    """The HAProxy that a configuration is for.

    Wherever one is wanted, its version as ``str`` does: ``"3.2"``. What is ``None`` is as in a usual
    package of that version for Linux. Raises nothing; an unknown version is a
    :class:`~haproxy_kit.errors.TargetError` where the target is used.
    """

    version: str = "3.2"
    """The branch, ``3.2``, or all of it, ``3.2.26``; from 2.4 to 3.4."""
    variables: Mapping[str, str] = field(default_factory=dict)
    """Environment variables, besides those that HAProxy sets itself."""
    features: frozenset[str] | None = None
    """The features it was built with: ``OPENSSL``, ``QUIC``."""
    enabled: frozenset[str] | None = None
    """What ``enabled(…)`` in a condition finds switched on: ``EPOLL``."""
    ssl_library: str | None = None
    """The name and version of its SSL library, ``OpenSSL 3.5.4``; empty where it has none."""
    awslc_api: int | None = None
    """The API number of AWS-LC, where that is its SSL library."""
    version_output: str | None = None
    """What ``haproxy -vv`` printed; it tells version, features and SSL library instead."""

    def __hash__(self) -> int:
        return hash((self.version, frozenset(self.variables.items()), self.version_output))


@dataclass(frozen=True)
class Place:
    """Some characters of one line of a file."""

    path: str | None
    """The file; ``None`` for a document without a path."""
    line: int
    """The line's number, counted from 1."""
    column: int
    """The first character, counted from 1."""
    end_column: int
    """The character behind the last one."""
    span: tuple[int, int]
    """The same in bytes, counted from 0: the first, and the one behind the last."""
    text: str
    """The line as it was when it was looked at."""


@dataclass(frozen=True)
class Related:
    """A place that has to do with a finding elsewhere."""

    message: str
    """What it has to do with it."""
    place: Place
    """Where it is."""


@dataclass(frozen=True)
class Diagnostic:
    """A finding in a configuration; ``print`` shows it as the command does, with its line."""

    code: str
    """The stable name of the rule: ``HK0201``."""
    severity: Severity
    """How grave it is."""
    message: str
    """What is wrong, in one sentence."""
    place: Place
    """Where it is."""
    help: str | None = None
    """What to do about it."""
    related: tuple[Related, ...] = ()
    """Other places that have to do with it."""

    @property
    def path(self) -> str | None:
        """The file; ``None`` for a document without a path."""
        return self.place.path

    @property
    def line(self) -> int:
        """The line's number, counted from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """The first character in the line, counted from 1."""
        return self.place.column

    def __str__(self) -> str:
        return _native.report([self], "text", False).rstrip("\n")


@dataclass(frozen=True)
class Example:
    """A fault, and how it is mended."""

    version: str
    """The HAProxy that both are for."""
    bad: str
    """A configuration in which the rule finds something."""
    answer: Literal["refuses", "warns", "accepts"]
    """What HAProxy does with it."""
    good: str
    """The same without the fault."""


@dataclass(frozen=True)
class Rule:
    """What can be found in a configuration; ``print`` shows its page, in Markdown."""

    code: str
    """Its stable name: ``HK0601``."""
    name: str
    """Its name in words: ``missing-timeouts``."""
    family: str
    """What it is about: ``names``, ``security``."""
    severity: Severity
    """How grave its findings are, unless a finding says otherwise."""
    summary: str
    """What it finds, in one line."""
    explanation: str
    """Why that matters and what to do about it, in Markdown."""
    examples: tuple[Example, ...]
    """Configurations in which it finds something."""

    def __str__(self) -> str:
        return _native.explain_rule(self.code)


@dataclass(frozen=True)
class Statement:
    """A statement of a section as it was when it was asked for."""

    index: int
    """Its line index in the section, by which edits name it; the section's first line is 0."""
    line: int
    """The number of its line in the document, counted from 1."""
    words: tuple[str, ...]
    """Its words without quotes; one that refers to environment variables as it is written."""
    text: str
    """Its words as they are written."""
    comment: str | None
    """The comment on its line, from ``#`` on."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class EvaluatedStatement:
    """A statement as HAProxy reads it, variables expanded."""

    line: int
    """The number of its line in the document, counted from 1."""
    section: int | None
    """The index of its section in the document; ``None`` before the first."""
    words: tuple[str, ...]
    """Its words."""


@dataclass(frozen=True)
class Summary:
    """What a reconciliation did, in lines."""

    changed: int
    """Lines with other words than before."""
    added: int
    """Lines that were added, without blank ones."""
    removed: int
    """Lines that were removed."""

    def __bool__(self) -> bool:
        """Whether something was done."""
        return (self.changed, self.added, self.removed) != (0, 0, 0)


@dataclass(frozen=True)
class Change:
    """One difference in meaning between two configurations."""

    section: str
    """The section as it opens: ``backend app``."""
    path: str
    """What in it: ``server s1``, ``http-request[2]``; empty for the section itself."""
    before: str | None
    """The statement as it was; ``None`` where it is added."""
    after: str | None
    """The statement as it is; ``None`` where it is removed."""

    def __str__(self) -> str:
        place = f"{self.section}: {self.path}" if self.path else self.section
        return f"{place}: {self.before or '(none)'} -> {self.after or '(none)'}"


@dataclass(frozen=True)
class Source:
    """A section that settings come from."""

    kind: str
    """Its kind: ``defaults``."""
    name: str | None
    """Its name, if it has one."""
    path: str | None
    """Its file."""
    line: int
    """The number of the line that starts it."""


@dataclass(frozen=True)
class Setting:
    """A statement that counts for a proxy."""

    keyword: str
    """Its keyword, without ``no`` or ``default``."""
    words: tuple[str, ...]
    """Its words."""
    source: Source
    """The section that it stands in."""
    line: int
    """The number of its line in the section's file."""


@dataclass(frozen=True)
class Effective:
    """The settings that a proxy works with."""

    sources: tuple[Source, ...]
    """The sections that they come from: the defaults furthest away first, the proxy last."""
    settings: tuple[Setting, ...]
    """The settings, those of the first source first. Of a keyword that counts once, the last one."""


@dataclass(frozen=True)
class Note:
    """What became of a statement in a migration."""

    path: str | None
    """Its file."""
    line: int
    """The number of its line before the migration."""
    keyword: str
    """The keyword that the note is about."""
    kind: str
    """``rewritten``, ``review`` (look at it), ``left`` (refused, as it was), ``deprecated``."""
    message: str
    """Why, in one sentence."""
    help: str | None
    """What to do, or to look at."""
    before: str
    """The line as it was, without indentation."""
    after: tuple[str, ...]
    """The statements that stand there instead."""


@dataclass(frozen=True)
class Migration:
    """What a migration did, and what it leaves to people."""

    notes: tuple[Note, ...]
    """A note for every statement that changed, or should, in order."""
    is_complete: bool
    """Whether nothing is left that the version refuses."""


@dataclass(frozen=True)
class Anonymized:
    """Documents with their names, addresses, paths and secrets replaced."""

    documents: tuple[_native.Document, ...]
    """The documents, in their order."""
    replacements: Mapping[str, Mapping[str, str]] = field(repr=False)
    """What was replaced by what, by what it is: ``host``, ``path``. It tells all that was hidden."""


@dataclass(frozen=True)
class Node:
    """A section, a server or an ACL of a configuration."""

    label: str
    """Its kind and name: ``backend app``, ``server s1``."""
    parent: str | None
    """The section that it stands in; ``None`` for sections."""
    path: str | None
    """Its file."""
    line: int
    """The number of the line that defines it."""


@dataclass(frozen=True)
class Edge:
    """A reference from one part of a configuration to another."""

    from_: str
    """The node that refers."""
    to: str
    """What it refers to: the label of a node, or the text that stands there."""
    found: Literal["node", "dynamic", "unknown"]
    """Whether that is a node, is known only when HAProxy runs, or is not in the configuration."""
    kind: str
    """What the reference is to: ``backend``."""
    keyword: str
    """The first word of the statement."""
    path: str | None
    """Its file."""
    line: int
    """The number of its line."""


@dataclass(frozen=True)
class Graph:
    """Who uses what in a configuration."""

    nodes: tuple[Node, ...]
    """What has a name, in order."""
    edges: tuple[Edge, ...]
    """The references, in order."""
    dot: str = field(repr=False)
    """A drawing for Graphviz."""
    mermaid: str = field(repr=False)
    """A drawing for Markdown."""
