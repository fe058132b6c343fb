"""Records: sections, and objects in them, with a typed attribute for each field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, TypeVar, overload

from haproxy_kit import _native
from haproxy_kit.config._view import MappingView, RecordList, RecordMap, as_it_is, copied

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_: Any) -> Any:
        """What tells type checkers that the fields of a class are the arguments of its constructor."""
        return lambda class_: class_


T = TypeVar("T")
R = TypeVar("R", bound="Record")


_TYPES = {"string": "str", "integer": "int", "boolean": "bool"}


@cache
def _properties(definition: str) -> dict[str, Any]:
    """The schemas of an object's fields."""
    schema = _native.json_schema(definition) or {}
    properties: dict[str, Any] = schema.get("properties", {})
    return properties


class AnyField:
    """The attribute of a field."""

    __slots__ = ("_owner", "field")

    field: str
    """Its name in the data."""
    _owner: type[Record]

    def __init__(self, field: str) -> None:
        """The field of this name in the data."""
        self.field = field

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        # What `help` shows of a field is its own documentation, not that of its class.
        cls.__doc__ = AnyField.__doc__  # type: ignore[method-assign]

    def __set_name__(self, owner: type[Record], name: str) -> None:
        self._owner = owner

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """Its type and what it is for, as the JSON Schema says."""
        schema = _properties(self._owner._definition).get(self.field, {})
        inner = schema.get("items") or schema.get("additionalProperties") or schema
        text = inner.get("description") or schema.get("description")
        values = " | ".join(repr(value) for value in inner.get("enum", ()))
        described = values or _TYPES.get(inner.get("type"), "")
        return ": ".join(filter(None, (described, text)))

    def _set(self, record: Record, value: Any) -> None:
        if value is None:
            self.__delete__(record)
        else:
            record[self.field] = value

    def __delete__(self, record: Record) -> None:
        record.pop(self.field, None)


class Field(AnyField, Generic[T]):
    """A plain value; ``None`` where it is not set."""

    __slots__ = ()

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> T | None: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | T | None:
        return self if record is None else record.get(self.field)

    def __set__(self, record: Record, value: T | None) -> None:
        self._set(record, value)


class Text(Field[str]):
    """A text."""

    __slots__ = ()


class Integer(Field[int]):
    """An integer: a number, a time in milliseconds, or a size in bytes."""

    __slots__ = ()


class Flag(Field[bool]):
    """Whether something is so."""

    __slots__ = ()


class Switch(Field[Literal["enabled", "disabled"]]):
    """What is enabled or disabled."""

    __slots__ = ()


class _Holder(AnyField, Generic[R]):
    """The attribute of a field that holds objects of a class."""

    __slots__ = ("_class",)

    def __init__(self, field: str, class_: type[R]) -> None:
        """The field of this name, and the class."""
        super().__init__(field)
        self._class = class_


class Part(_Holder[R]):
    """An object; where it is not set, an empty one, which is set as soon as one of its fields is."""

    __slots__ = ()

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> R: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | R:
        return self if record is None else self._class._placed(record, self.field)

    def __set__(self, record: Record, value: R | Mapping[str, Any] | None) -> None:
        self._set(record, value)


class PartMap(_Holder[R]):
    """Objects by name; none where it is not set."""

    __slots__ = ()

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> RecordMap[R]: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | RecordMap[R]:
        return self if record is None else RecordMap(record, self.field, self._class.view)

    def __set__(self, record: Record, value: Mapping[str, R | Mapping[str, Any]] | None) -> None:
        self._set(record, value)


class PartList(_Holder[R]):
    """Objects in their order; none where it is not set."""

    __slots__ = ()

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> RecordList[R]: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | RecordList[R]:
        return self if record is None else RecordList(record, self.field, self._class.view)

    def __set__(self, record: Record, value: Iterable[R | Mapping[str, Any]] | None) -> None:
        self._set(record, None if value is None else list(value))


class ValueMap(AnyField, Generic[T]):
    """Plain values by name; none where it is not set."""

    __slots__ = ()

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> RecordMap[T]: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | RecordMap[T]:
        return self if record is None else RecordMap(record, self.field, as_it_is)

    def __set__(self, record: Record, value: Mapping[str, T] | None) -> None:
        self._set(record, value)


class ValueList(AnyField, Generic[T]):
    """Plain values in their order; none where it is not set."""

    __slots__ = ()

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> RecordList[T]: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | RecordList[T]:
        return self if record is None else RecordList(record, self.field, as_it_is)

    def __set__(self, record: Record, value: Iterable[T] | None) -> None:
        self._set(record, None if value is None else list(value))


@dataclass_transform(kw_only_default=True, eq_default=False)
class Record(MappingView[Any]):
    """A section, or an object in one: its fields as attributes and as a mapping.

    Attributes are typed: ``backend.balance.algorithm``. A value that is not set is ``None``, and setting it to
    ``None`` removes it; an object, a map or a list that is not set is empty, and comes to be when something
    is put into it. As a mapping a record is the plain data of HAProxy's Data Plane API, under the names of
    the JSON Schema: ``backend["balance"]["algorithm"]``. As attributes, hyphens are underscores
    (``send_proxy`` is ``"send-proxy"``), and a word of Python has an underscore behind it (``from_``). Times
    are integers in milliseconds, sizes in bytes.

    Records are equal when their fields are, and have no hash, for they can be changed.
    """

    __slots__ = ()

    _definition: ClassVar[str] = "unknown"
    """What the JSON Schema calls it: ``backend.servers``."""

    def __init__(self, **fields: Any) -> None:
        """A record of these fields, each given as its attribute is set."""
        self._at({})
        for name, value in fields.items():
            if not isinstance(getattr(type(self), name, None), AnyField):
                raise TypeError(self._no_field(name))
            setattr(self, name, value)

    @classmethod
    def view(cls, data: dict[str, Any]) -> Self:
        """The record that shows this data: what is changed in one is changed in both."""
        return cls._placed(data, None)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """A record of a copy of this data."""
        return cls.view(copied(data))

    @classmethod
    def fields(cls) -> dict[str, str]:
        """The names of all fields in the data, by the attributes that stand for them."""
        members = ((name, getattr(cls, name)) for name in dir(cls) if not name.startswith("_"))
        return {name: member.field for name, member in members if isinstance(member, AnyField)}

    def to_dict(self) -> dict[str, Any]:
        """A copy of the plain data."""
        data: dict[str, Any] = copied(self)
        return data

    def __repr__(self) -> str:
        names = {field: attribute for attribute, field in self.fields().items()}
        shown = ", ".join(f"{names.get(name, name)}={value!r}" for name, value in self.items())
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, tuple[dict[str, Any]]]:
        return type(self).view, (dict(self),)

    @classmethod
    def _no_field(cls, name: str) -> str:
        similar = get_close_matches(name, cls.fields())
        hint = f"; there is: {', '.join(similar)}" if similar else ""
        return f"'{cls.__name__}' has no field '{name}'{hint}"

    @classmethod
    def _placed(cls, home: Any, key: str | None) -> Self:
        record = cls.__new__(cls)
        record._at(home, key)
        return record


class SectionRecord(Record):
    """A section: a :class:`Record` that tells its kind as ``section``, and its name as ``name``."""

    __slots__ = ()

    _kind: ClassVar[str] = ""

    def __init__(self, **fields: Any) -> None:
        """A section of these fields."""
        super().__init__(**fields)
        self._at({"section": self._kind, **self._made()})

    @property
    def kind(self) -> str:
        """The keyword that the section begins with."""
        return str(self["section"])
