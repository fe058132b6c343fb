"""Views of plain data: what is written through them stands in the data at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence
from typing import Any, Generic, TypeVar, overload

E = TypeVar("E")
Wrap = Callable[[Any], Any]


class View:
    """An object or a list in plain data: the data itself, or what stands in it under a name.

    What stands under a name need not be there: it comes to be when something is put into it, and goes when
    nothing is left in it.
    """

    __slots__ = ("_home", "_key")

    _home: Any
    _key: str | None

    def _at(self, home: Any, key: str | None = None) -> None:
        object.__setattr__(self, "_home", home)
        object.__setattr__(self, "_key", key)

    def _found(self) -> Any:
        """The data; ``None`` where there is none."""
        if self._key is None:
            return self._home
        home = self._home._found()
        return None if home is None else home.get(self._key)

    def _made(self) -> Any:
        """The data, which is there from now on."""
        if self._key is None:
            return self._home
        home = self._home._made()
        found = home.get(self._key)
        if found is None:
            found = home[self._key] = self._new()
        return found

    def _drop_empty(self) -> None:
        """Takes the data away where nothing is left in it."""
        if self._key is not None and not self._found():
            home = self._home._found()
            if home is not None:
                home.pop(self._key, None)
                self._home._drop_empty()

    def _new(self) -> Any:
        return {}


class MappingView(View, MutableMapping[str, E], Generic[E]):
    """An object in plain data as a mapping."""

    __slots__ = ()

    def __getitem__(self, name: str) -> E:
        value: E = self._shown((self._found() or {})[name])
        return value

    def __setitem__(self, name: str, value: E | Mapping[str, Any]) -> None:
        self._made()[name] = plain(value)

    def __delitem__(self, name: str) -> None:
        del (self._found() or {})[name]
        self._drop_empty()

    def __iter__(self) -> Iterator[str]:
        return iter(self._found() or {})

    def __len__(self) -> int:
        return len(self._found() or {})

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping):
            return NotImplemented
        return bool((self._found() or {}) == plain(other))

    __hash__ = None  # type: ignore[assignment]

    def _shown(self, value: Any) -> Any:
        """What stands for plain data."""
        return value


class RecordMap(MappingView[E]):
    """Records, or plain values, by name: the servers of a backend."""

    __slots__ = ("_wrap",)

    _wrap: Wrap

    def __init__(self, home: View, key: str, wrap: Wrap) -> None:
        """What stands there under the key."""
        self._at(home, key)
        self._wrap = wrap

    def __repr__(self) -> str:
        return repr(dict(self))

    def __reduce__(self) -> tuple[type[dict[str, E]], tuple[dict[str, E]]]:
        return dict, (dict(self),)

    def _shown(self, value: Any) -> Any:
        return self._wrap(value)


class RecordList(View, MutableSequence[E], Generic[E]):
    """Records, or plain values, in their order: the rules of a frontend."""

    __slots__ = ("_wrap",)

    _wrap: Wrap

    def __init__(self, home: Any, key: str | None, wrap: Wrap) -> None:
        """What stands there under the key; the list ``home`` itself where there is no key."""
        self._at(home, key)
        self._wrap = wrap

    @overload
    def __getitem__(self, index: int) -> E: ...
    @overload
    def __getitem__(self, index: slice) -> list[E]: ...
    def __getitem__(self, index: int | slice) -> Any:
        found = (self._found() or [])[index]
        return [self._wrap(one) for one in found] if isinstance(index, slice) else self._wrap(found)

    @overload
    def __setitem__(self, index: int, value: E | Mapping[str, Any]) -> None: ...
    @overload
    def __setitem__(self, index: slice, value: Iterable[E | Mapping[str, Any]]) -> None: ...
    def __setitem__(self, index: int | slice, value: Any) -> None:
        is_slice = isinstance(index, slice)
        self._made()[index] = [plain(one) for one in value] if is_slice else plain(value)
        self._drop_empty()

    def __delitem__(self, index: int | slice) -> None:
        del (self._found() or [])[index]
        self._drop_empty()

    def __len__(self) -> int:
        return len(self._found() or [])

    def insert(self, index: int, value: E | Mapping[str, Any]) -> None:
        """Puts a value before the one at this index."""
        self._made().insert(index, plain(value))

    def append(self, value: E | Mapping[str, Any]) -> None:
        """Puts a value at the end."""
        self.insert(len(self), value)

    def extend(self, values: Iterable[E | Mapping[str, Any]]) -> None:
        """Puts values at the end."""
        for value in list(values):
            self.append(value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (RecordList, list, tuple)):
            return NotImplemented
        return bool((self._found() or []) == plain(other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def __reduce__(self) -> tuple[type[list[E]], tuple[list[E]]]:
        return list, (list(self),)

    def _new(self) -> Any:
        return []


def plain(value: Any) -> Any:
    """A value as plain data. Data that a record shows is not copied: the record goes on showing it."""
    if isinstance(value, View) and not isinstance(value, RecordList):
        found = value._found()
        return {} if found is None else found
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple, RecordList)):
        return [plain(item) for item in value]
    return value


def copied(value: Any) -> Any:
    """A copy of plain data, and of what is in it."""
    # Nearly all data is of these types, and they are told faster than whether it is a mapping.
    kind = type(value)
    if kind is str or kind is int or kind is bool:
        return value
    if kind is dict:
        return {name: copied(item) for name, item in value.items()}
    if kind is list or isinstance(value, (list, tuple, RecordList)):
        return [copied(item) for item in value]
    if isinstance(value, View):
        return copied(plain(value))
    if isinstance(value, Mapping):
        return {name: copied(item) for name, item in value.items()}
    return value


def as_it_is(value: Any) -> Any:
    """How plain data stays what it is."""
    return value
