"""The exceptions of this package.

Each tells in ``code`` what is wrong, as a word for programs that stays the same between versions:
``no-such-section``, ``crosses-block``. Its text is for people, and says what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

__all__ = [
    "ConfigError",
    "EditError",
    "EffectiveError",
    "FileError",
    "HaproxyKitError",
    "ModelError",
    "ReconcileError",
    "TargetError",
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
