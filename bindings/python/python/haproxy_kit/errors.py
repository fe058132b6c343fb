"""The exceptions of this package.

Each tells in ``code`` what is wrong, as a word for programs that stays the same between versions:
``no-such-section``, ``crosses-block``. Its text is for people, and says what to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

__all__ = [
    "ConfigError",
    "DataValidationError",
    "EditError",
    "EffectiveError",
    "Fault",
    "FileError",
    "HaproxyKitError",
    "ModelError",
    "ReconcileError",
    "RouteError",
    "RuntimeApiError",
    "TargetError",
    "TcpDataValidationError",
    "ValidationError",
]


class HaproxyKitError(Exception):
    """What went wrong, and where."""

    path: str | None
    """The file that it is about, or the name that its document was given."""
    line: int | None
    """The number of the line, counted from 1."""
    column: int | None
    """The character in the line, counted from 1."""
    code: str | None
    """What is wrong, as a word for programs."""

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.column = column
        self.code = code

    def __str__(self) -> str:
        """``PATH:LINE:COLUMN: MESSAGE``, as far as they are known."""
        places = (self.path, self.line, self.column)
        known = [str(place) for place in places if place is not None]
        message: str = self.args[0]
        return ": ".join([":".join(known), message]) if self.path is not None else message

    def __reduce__(self) -> tuple[Callable[[], HaproxyKitError], tuple[()], dict[str, Any]]:
        return partial(type(self), self.args[0]), (), self.__dict__


class ConfigError(HaproxyKitError):
    """A configuration that cannot be read, changed or written as asked."""


class FileError(ConfigError):
    """A file that cannot be read or written; ``__cause__`` is the :class:`OSError`, where there is one.

    Codes: ``read``, ``replace``, ``no-files``.
    """


class EditError(ConfigError):
    """An edit that cannot be done; the document is as it was.

    Codes: ``empty``, ``unrepresentable``, ``not-a-statement``, ``misplaced``, ``no-such-statement``,
    ``no-such-section``, ``ambiguous-section``, ``duplicate-section``, ``missing-name``,
    ``unexpected-name``, ``reserved-name``, ``crosses-block``, ``ambiguous``, ``not-found``, ``exists``,
    ``invalid-comment``, ``stale-section``, and those of renames.
    """


class ReconcileError(ConfigError):
    """A model that a document cannot be made to mean; the document is as it was.

    Codes: ``crosses-block``, ``unrepresentable``, ``unwritable``, ``ambiguous``.
    """


class EffectiveError(ConfigError):
    """Settings that cannot be told.

    Codes: ``no-such-section``, ``not-a-proxy``, ``no-such-defaults``.
    """


class TargetError(ConfigError):
    """A version of HAProxy that is not known. Code: ``unknown-version``."""


class ModelError(ConfigError):
    """Data that is no configuration. Code: ``invalid-model``."""

    pointer: str
    """Where in the data, as a JSON pointer: ``/sections/0/servers/s1/port``."""
    suggestions: list[str]
    """What could be meant there."""

    def __init__(
        self,
        message: str,
        *,
        pointer: str = "",
        suggestions: list[str] | None = None,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(message, path=path, line=line, column=column, code=code)
        self.pointer = pointer
        self.suggestions = suggestions or []


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with relation data. No value of the data is in it: it may be a secret."""

    path: tuple[str | int, ...]
    """The way to the value: names of fields and indices of lists; empty for the data as a whole."""
    kind: str
    """What is wrong, by the name that pydantic gives to the same: ``int_parsing``."""
    message: str
    """The same for people."""
    context: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What pydantic tells besides, as its ``ctx``."""

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path)) or '.'}: {self.message}"


class RouteError(HaproxyKitError):
    """Relation data that cannot be used.

    Codes: ``invalid-data``, ``invalid-relations``, ``invalid-services``, ``interface``.
    """

    faults: tuple[Fault, ...]
    """Everything that is wrong with the data, where it is that."""

    def __init__(
        self,
        message: str,
        *,
        faults: Sequence[Fault] = (),
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(message, path=path, line=line, column=column, code=code)
        self.faults = tuple(faults)


class DataValidationError(RouteError):
    """Data of ``haproxy-route`` that its schema refuses; ``__cause__`` is the error of its validation."""


class TcpDataValidationError(RouteError):
    """Data of ``haproxy-route-tcp`` that its schema refuses; ``__cause__`` is the error of its validation."""


class ValidationError(RouteError, ValueError):
    """Values that make no model. Where pydantic is installed, its own error is raised instead."""

    title: str
    """The name of the model."""

    def __init__(self, title: str, faults: Sequence[Fault] = ()) -> None:
        message = f"{title}: {'; '.join(map(str, faults))}"
        super().__init__(message, faults=faults, code="invalid-data")
        self.title = title

    def errors(self) -> list[dict[str, Any]]:
        """The faults in the form that pydantic gives them: ``type``, ``loc`` and ``msg``."""
        return [{"type": one.kind, "loc": one.path, "msg": one.message} for one in self.faults]

    def error_count(self) -> int:
        """How many faults there are."""
        return len(self.faults)

    def __reduce__(self) -> tuple[Callable[[], HaproxyKitError], tuple[()], dict[str, Any]]:
        return partial(type(self), self.title, self.faults), (), self.__dict__


class RuntimeApiError(HaproxyKitError):
    """What a running HAProxy refused, or why it was not reached.

    Codes: ``connect``, ``connection``, ``timeout``, ``encode``, ``protocol``, ``decode``, ``not-reached``,
    ``value``, ``write``; what was refused has that of its reason, such as ``not-found``.
    """

    is_not_found: bool
    """Whether what the command names does not exist."""
    is_permission_denied: bool
    """Whether the socket or the connection may not do it."""
    is_unknown_command: bool
    """Whether this HAProxy has no such command."""
    is_timeout: bool
    """Whether time ran out."""
    is_disconnect: bool
    """Whether there is no connection, or it ended before the answer was whole."""

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        is_not_found: bool = False,
        is_permission_denied: bool = False,
        is_unknown_command: bool = False,
        is_timeout: bool = False,
        is_disconnect: bool = False,
    ) -> None:
        super().__init__(message, code=code)
        self.is_not_found = is_not_found
        self.is_permission_denied = is_permission_denied
        self.is_unknown_command = is_unknown_command
        self.is_timeout = is_timeout
        self.is_disconnect = is_disconnect
