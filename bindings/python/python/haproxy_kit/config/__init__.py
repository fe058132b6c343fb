"""HAProxy's configuration: read, understand, check, change and write it.

* :class:`Document` is the text of a file with its structure, byte for byte. :func:`read` reads several
  files as HAProxy does. Every function that takes a document takes a sequence of them, too: the files
  of one configuration.
* :class:`Config` is what a configuration means: sections with typed fields, in the JSON form of
  HAProxy's Data Plane API. :func:`reconcile` makes documents mean a changed one, with the smallest edits.
* :func:`check` tells what HAProxy would say, without HAProxy; :func:`diff` what differs in meaning;
  :func:`effective` what a proxy inherits; :func:`migrate` rewrites for a newer HAProxy; :func:`fmt` lays
  out evenly; :func:`graph` tells who uses what, :func:`anonymize` hides names, and
  :func:`make_defaults_explicit` says what each proxy starts from.

A ``target`` is HAProxy's version, such as ``"3.2"``, or a :class:`Target`.

The functions work on documents that other threads use, too, and let other threads run meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from haproxy_kit import _native
from haproxy_kit._native import Document, Section, read
from haproxy_kit.config._model import Config
from haproxy_kit.config._record import Record, SectionRecord
from haproxy_kit.config._view import RecordList, RecordMap
from haproxy_kit.config._records import (
    Anonymized,
    Change,
    Diagnostic,
    Edge,
    Effective,
    EvaluatedStatement,
    Example,
    Format,
    Graph,
    Migration,
    Node,
    Note,
    Place,
    Related,
    Rule,
    Setting,
    Severity,
    Source,
    Statement,
    Summary,
    Target,
)
from haproxy_kit.errors import (
    ConfigError,
    EditError,
    EffectiveError,
    FileError,
    ModelError,
    ReconcileError,
    TargetError,
)

__all__ = [
    "Anonymized",
    "Change",
    "Config",
    "ConfigError",
    "Diagnostic",
    "Document",
    "Edge",
    "EditError",
    "Effective",
    "EffectiveError",
    "EvaluatedStatement",
    "Example",
    "FileError",
    "Format",
    "Graph",
    "Migration",
    "ModelError",
    "Node",
    "Note",
    "Place",
    "ReconcileError",
    "Record",
    "RecordList",
    "RecordMap",
    "Related",
    "Rule",
    "Section",
    "SectionRecord",
    "Setting",
    "Severity",
    "Source",
    "Statement",
    "Summary",
    "Target",
    "TargetError",
    "anonymize",
    "check",
    "diff",
    "effective",
    "fmt",
    "graph",
    "make_defaults_explicit",
    "migrate",
    "read",
    "reconcile",
    "report",
    "rules",
]


def check(
    document: Document | Sequence[Document],
    *,
    target: str | Target = "3.2",
    files: bool = False,
    security: bool = True,
    allow: Iterable[str] = (),
) -> list[Diagnostic]:
    """What HAProxy would say of this configuration, and what else a person should know.

    All of it, in the order of the lines, without running HAProxy. ``files`` looks at the files that the
    configuration names, too; ``security=False`` leaves out the rules on security, ``allow`` those of
    these codes or names.

    Raises :class:`TargetError`, and :class:`ValueError` for an unknown rule.
    """
    return _native.check(_documents(document), target, files, security, list(allow))


def report(
    diagnostics: Iterable[Diagnostic], *, format: Format = "text", colour: bool = False
) -> str:
    """Findings as text: for people, or for programs in one of the other formats.

    ``json`` is one object a line; ``sarif`` one document, for code scanners; ``github`` commands of a
    workflow. ``colour`` counts for ``text``.
    """
    return _native.report(list(diagnostics), format, colour)


def rules() -> list[Rule]:
    """Every rule of :func:`check`, in the order of the codes."""
    return _native.rules()


def reconcile(
    document: Document | Sequence[Document],
    config: Config,
    *,
    target: str | Target = "3.2",
    time_suffix: str | None = None,
) -> Summary:
    """Makes the document mean this configuration, in place, by the smallest edits of lines.

    Lines whose meaning stays are not touched: spelling, order, comments and indentation stay. Each
    statement stays in its file. ``time_suffix`` is the unit of times that are written anew: ``us``,
    ``ms``, ``s``, ``m``, ``h``, ``d``, ``nearest`` or ``none``.

    Raises :class:`ReconcileError` and :class:`ModelError`; the document is then as it was.
    """
    return _native.reconcile(_documents(document), config.data(), target, time_suffix)


def diff(
    old: Config | Document | Sequence[Document],
    new: Config | Document | Sequence[Document],
    *,
    target: str | Target = "3.2",
) -> list[Change]:
    """What differs in meaning, blind to spelling, comments and layout, in the order of the new one.

    ``target`` is the HAProxy that reads the documents. Raises :class:`ModelError`.
    """
    return _native.diff(_config(old, target).data(), _config(new, target).data())


def effective(
    document: Document | Sequence[Document],
    kind: str,
    name: str | None = None,
    *,
    target: str | Target = "3.2",
) -> Effective:
    """The settings that a proxy works with: its own, and those of the defaults that it starts from.

    Raises :class:`EffectiveError`, and :class:`ValueError` for an unknown kind of section.
    """
    return _native.effective(_documents(document), kind, name, target)


def migrate(
    document: Document | Sequence[Document], *, to: str, since: str | None = None
) -> Migration:
    """Rewrites, in place, what HAProxy ``to`` has removed or renamed.

    A statement is rewritten where the result means the same; what cannot be rewritten safely stays, with
    a note that says why. ``since`` is the version that runs the configuration so far.

    Raises :class:`TargetError` for an unknown version.
    """
    return _native.migrate(_documents(document), to, since)


def anonymize(
    document: Document | Sequence[Document], *, keep_comments: bool = False
) -> Anonymized:
    """The documents with names, addresses, paths and secrets replaced, the same by the same everywhere.

    Keywords, numbers, ports and times stay, so that HAProxy reads the result as it reads the original. Look
    it over before you hand it on: no program can know what all of it tells.
    """
    documents, replacements = _native.anonymize(_documents(document), keep_comments)
    return Anonymized(tuple(documents), replacements)


def graph(document: Document | Sequence[Document]) -> Graph:
    """Which sections, servers and ACLs there are, and which of them use which."""
    return _native.graph(_documents(document))


def make_defaults_explicit(document: Document | Sequence[Document]) -> None:
    """Names every ``defaults``, and says ``from`` in each proxy, in place; the meaning stays.

    Raises :class:`EditError` for defaults in a conditional block and where ``from`` could mean several; the
    documents are then as they were.
    """
    _native.make_defaults_explicit(_documents(document))


def fmt(document: Document, *, indent: int | None = 4) -> Document:
    """The document in an even layout, as another document; its meaning stays.

    ``indent`` is the number of blanks, ``None`` stands for a tab.
    """
    return document.formatted(indent)


def _documents(document: Document | Sequence[Document]) -> list[Document]:
    return [document] if isinstance(document, Document) else list(document)


def _config(value: Config | Document | Sequence[Document], target: str | Target) -> Config:
    return value if isinstance(value, Config) else Config.from_document(value, target=target)
