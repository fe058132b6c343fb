"""What all models of relation data have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, ClassVar, TypeVar
from urllib.parse import SplitResult, urlsplit

from haproxy_kit import _native
from haproxy_kit.errors import DataValidationError, Fault, RouteError, ValidationError

_Model = TypeVar("_Model", bound="Model")
_DatabagModel = TypeVar("_DatabagModel", bound="DatabagModel")

_DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21}


class Model:
    """An object of relation data: its fields are attributes, which may be assigned.

    What is given by keyword is held to the schema: plain data, objects of other models, members of
    enumerations or their values, addresses or their texts. Names that are no field do not matter. What is
    assigned later is looked at when the data is written.

    Raises ``pydantic.ValidationError`` where pydantic is installed, and otherwise
    :class:`~haproxy_kit.errors.ValidationError`, which is a :class:`ValueError`, too.

    Objects are equal when they are of one class and their fields are equal; they have no hash.
    """

    _schema: ClassVar[str]
    """The name of the schema that it is of."""
    _object: ClassVar[str]
    """Its type in the schema."""
    _classes: ClassVar[dict[str, type]] = {}
    """The classes of its schema, by their types there."""
    _fields: ClassVar[frozenset[str]]
    """The names of its fields."""

    def __init__(self, /, **values: Any) -> None:
        try:
            _native.route_fill(self, values)
        except ValidationError as error:
            raise as_raised(error, values) from None
        _keep_objects(self.__dict__, values)

    def to_dict(self) -> dict[str, Any]:
        """The fields as plain data that JSON can hold, without those that have their defaults.

        Raises as the constructor does where something wrong was assigned.
        """
        try:
            return _native.route_to_dict(self)
        except ValidationError as error:
            raise as_raised(error, self.__dict__) from None

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in self._fields:
            raise ValueError(f"'{type(self).__name__}' object has no field '{name}'")
        self.__dict__[name] = value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({fields})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Lets fields of pydantic's own classes be of this one: an object of it is taken as it is."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


class DatabagModel(Model):
    """An object that a databag holds: each field is a key, and its JSON the text."""

    _error: ClassVar[type[RouteError]] = DataValidationError
    """What is raised for data that the schema refuses."""

    @classmethod
    def load(cls: type[_DatabagModel], databag: Mapping[str, str]) -> _DatabagModel:
        """Reads a databag. Keys that are no field do not matter, whatever they hold.

        Raises ``DataValidationError``, with all that is wrong in ``faults``, and the error of the validation
        as ``__cause__``. No value of the databag is in its text: it may be a secret.
        """
        try:
            return _native.route_load(cls, databag)
        except ValidationError as error:
            raise _refused(cls, error) from as_raised(error, databag)

    @classmethod
    def from_dict(cls: type[_DatabagModel], values: Mapping[str, Any]) -> _DatabagModel:
        """The object of these fields; raises ``DataValidationError`` as :meth:`load` does."""
        model = cls.__new__(cls)
        try:
            _native.route_fill(model, values)
        except ValidationError as error:
            raise _refused(cls, error) from as_raised(error, values)
        _keep_objects(model.__dict__, values)
        return model

    def dump(
        self, databag: MutableMapping[str, str] | None = None, clear: bool = True
    ) -> MutableMapping[str, str]:
        """Writes the databag, or a new one: fields with their defaults are left out.

        What was in it is cleared before, unless ``clear`` is false. Raises ``DataValidationError`` where
        something wrong was assigned; the databag is then as it was.
        """
        try:
            texts = _native.route_dump(self)
        except ValidationError as error:
            raise _refused(type(self), error) from as_raised(error, self.__dict__)
        if databag is None:
            return texts
        if clear and databag:
            databag.clear()
        databag.update(texts)
        return databag


class Url(str):
    """A URL, as normalised text and by its parts."""

    __slots__ = ()

    @property
    def scheme(self) -> str:
        """``https``."""
        return self._parts.scheme

    @property
    def host(self) -> str | None:
        """The host; an IPv6 address stands in brackets."""
        host = self._parts.hostname
        return f"[{host}]" if host is not None and ":" in host else host

    @property
    def port(self) -> int | None:
        """The port; that of the scheme where none is written."""
        return self._parts.port or _DEFAULT_PORTS.get(self.scheme)

    @property
    def path(self) -> str | None:
        """The path, from its first slash on."""
        return self._parts.path or None

    @property
    def query(self) -> str | None:
        """What stands behind ``?``."""
        return self._parts.query or None

    @property
    def fragment(self) -> str | None:
        """What stands behind ``#``."""
        return self._parts.fragment or None

    @property
    def username(self) -> str | None:
        """The name before ``@``."""
        return self._parts.username

    @property
    def password(self) -> str | None:
        """The password before ``@``."""
        return self._parts.password

    def unicode_string(self) -> str:
        """The text."""
        return str(self)

    def __repr__(self) -> str:
        return f"Url({str(self)!r})"

    @property
    def _parts(self) -> SplitResult:
        return urlsplit(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Lets fields of pydantic's own classes be of this one."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)


def as_raised(error: ValidationError, values: Any) -> ValueError:
    """The error of pydantic's own class that says the same, where pydantic is installed."""
    try:
        import pydantic_core
    except ImportError:
        return error
    details = [_detail(pydantic_core, fault, values) for fault in error.faults]
    raised: ValueError = pydantic_core.ValidationError.from_exception_data(
        error.title, details, hide_input=True
    )
    return raised


def _detail(pydantic_core: Any, fault: Fault, values: Any) -> Any:
    context = dict(fault.context)
    if fault.kind == "value_error":
        context["error"] = ValueError(context["error"])
    if fault.kind == "model_type":
        context["class_name"] = ".".join(map(str, fault.path))
    kind: Any = fault.kind
    try:
        pydantic_core.PydanticKnownError(fault.kind, context or None)
    except (KeyError, TypeError, ValueError):
        kind, context = pydantic_core.PydanticCustomError(fault.kind, fault.message), {}
    detail = {"type": kind, "loc": fault.path, "input": _at(values, fault.path)}
    return {**detail, "ctx": context} if context else detail


def _at(values: Any, path: Iterable[str | int]) -> Any:
    """The value that a fault is about, or what it is missing in."""
    for step in path:
        if isinstance(values, Model):
            values = values.__dict__
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            break
    return values


def _refused(cls: type[DatabagModel], error: ValidationError) -> RouteError:
    return cls._error(str(error), faults=error.faults, code=error.code)


def _keep_objects(fields: dict[str, Any], values: Mapping[str, Any]) -> None:
    """Keeps the objects that were given, as others may hold them, too."""
    for name, value in values.items():
        read = fields.get(name)
        if isinstance(value, Model):
            if isinstance(value, type(read)):
                fields[name] = value
        elif isinstance(value, (list, tuple)) and isinstance(read, list):
            for index, item in enumerate(value[: len(read)]):
                if isinstance(item, Model) and isinstance(item, type(read[index])):
                    read[index] = item
