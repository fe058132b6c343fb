"""What a configuration means: sections with fields, in the form of HAProxy's Data Plane API."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from functools import cache
from keyword import iskeyword
from typing import Any

from haproxy_kit import _native
from haproxy_kit.config._records import Target

Pointer = tuple[str, ...]


class Record(MutableMapping[str, Any]):
    """A section, or an object in one: its fields as attributes and as a mapping.

    ``backend.balance`` is ``backend["balance"]``; a field that is not set is ``None`` as an attribute, and
    setting it to ``None`` removes it. A name that no such record has is an :class:`AttributeError`. Names are
    those of the JSON Schema, which :meth:`Config.json_schema` tells; as attributes, hyphens are underscores
    (``send_proxy`` is ``"send-proxy"``), and a word of Python has an underscore behind it (``from_``). Times
    are integers in milliseconds, sizes in bytes.

    Records are equal when their fields are, and have no hash, for they can be changed.
    """

    __slots__ = ("_fields", "_kind", "_pointer")

    _fields: dict[str, Any]
    _kind: str
    _pointer: Pointer

    def __init__(self, fields: Mapping[str, Any], kind: str, pointer: Pointer = ()) -> None:
        """A record of these fields; ``kind`` is the keyword of the section that it is, or is in."""
        object.__setattr__(self, "_fields", {})
        object.__setattr__(self, "_kind", kind)
        object.__setattr__(self, "_pointer", pointer)
        self.update(fields)

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._fields[name] = self._wrapped(name, value)

    def __delitem__(self, name: str) -> None:
        del self._fields[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __getattr__(self, name: str) -> Any:
        # Names with underscores in front belong to Python: copy and pickle ask for them.
        if name.startswith("_"):
            raise AttributeError(name)
        return self._fields.get(self._field(name))

    def __setattr__(self, name: str, value: Any) -> None:
        field = self._field(name)
        if value is None:
            self._fields.pop(field, None)
        else:
            self[field] = value

    def __delattr__(self, name: str) -> None:
        setattr(self, name, None)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *_attributes(self._kind, self._pointer)]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Record):
            return self._fields == other._fields
        return NotImplemented if not isinstance(other, Mapping) else self.to_dict() == dict(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Record({self.to_dict()!r}, {self._kind!r})"

    def __reduce__(self) -> tuple[type[Record], tuple[dict[str, Any], str, Pointer]]:
        return Record, (self._fields, self._kind, self._pointer)

    def __copy__(self) -> Record:
        return Record(self._fields, self._kind, self._pointer)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain data."""
        plain: dict[str, Any] = _plain(self)
        return plain

    def _wrapped(self, name: str, value: Any) -> Any:
        schema = _schema(self._kind, self._pointer)
        step: Pointer = ("properties", name)
        if name not in schema.get("properties", {}):
            step = ("additionalProperties",) if "additionalProperties" in schema else step
        pointer = (*self._pointer, *step)
        if isinstance(value, Mapping):
            return Record(value, self._kind, pointer)
        if isinstance(value, (list, tuple)):
            return [_element(item, self._kind, (*pointer, "items")) for item in value]
        return value

    def _field(self, attribute: str) -> str:
        """The name of the field that an attribute stands for."""
        if attribute in self._fields:
            return attribute
        field = _attributes(self._kind, self._pointer).get(attribute)
        if field is not None:
            return field
        if _schema(self._kind, self._pointer).get("additionalProperties"):
            return attribute
        place = ".".join([self._kind, *(step for step in self._pointer[1::2])])
        raise AttributeError(f"'{place}' has no field '{attribute}'", name=attribute, obj=self)


class Config:
    """What a configuration means: its sections, in order, with typed fields.

    >>> from haproxy_kit.config import Config, Document, reconcile
    >>> document = Document("backend app\\n    server s1 10.0.0.1:80 # the first\\n")
    >>> config = Config.from_document(document)
    >>> config.backends["app"].servers["s1"].port
    80
    >>> config.backends["app"].servers["s1"].port = 8080
    >>> reconcile(document, config)
    Summary(changed=1, added=0, removed=0)
    >>> print(document, end="")
    backend app
        server s1 10.0.0.1:8080 # the first

    The data is what HAProxy's Data Plane API has as ``full_section=true``: rules are lists
    (``http_request_rule_list``), named children are maps (``servers``). What it cannot say is kept in
    ``statements`` and ``header``. Configurations are equal when their data is, and have no hash.
    """

    _data: list[dict[str, Any]] | None
    """The sections as they were read, until somebody asks for their fields."""
    _sections: list[Record]

    def __init__(self, sections: Sequence[Mapping[str, Any]] = ()) -> None:
        """A configuration of these sections. They are read when they are used, or by :meth:`validate`."""
        self._data = None
        self._sections = _records(sections)

    @property
    def sections(self) -> list[Record]:
        """The sections, in order; each tells its kind as ``section`` and its name as ``name``."""
        if self._data is not None:
            self._sections, self._data = _records(self._data), None
        return self._sections

    @sections.setter
    def sections(self, sections: Sequence[Mapping[str, Any]]) -> None:
        self._sections, self._data = _records(sections), None

    @classmethod
    def from_document(
        cls, document: _native.Document | Sequence[_native.Document], *, target: str | Target = "3.2"
    ) -> Config:
        """What documents together mean to this HAProxy; conditional blocks are decided.

        Raises :class:`~haproxy_kit.errors.TargetError`.
        """
        documents = [document] if isinstance(document, _native.Document) else list(document)
        return cls.from_data(_native.to_model(documents, target))

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Config:
        """The configuration that this data describes, as it is: nothing is copied, nothing looked at."""
        config = cls()
        config._data = data["sections"]
        return config

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Config:
        """The configuration that this data describes.

        Raises :class:`~haproxy_kit.errors.ModelError`, which tells where it is wrong.
        """
        _native.check_model(data)
        return cls(data["sections"])

    @classmethod
    def from_json(cls, text: str | bytes) -> Config:
        """The configuration that this JSON describes.

        Raises :class:`json.JSONDecodeError` and :class:`~haproxy_kit.errors.ModelError`.
        """
        data = json.loads(text)
        _native.check_model(data)
        return cls(data["sections"])

    @staticmethod
    def json_schema(definition: str | None = None) -> dict[str, Any]:
        """The JSON Schema of configurations, or of a part: ``backend``, ``backend.servers``.

        Raises :class:`ValueError` where there is no such part.
        """
        schema = _native.json_schema(definition)
        if schema is None:
            raise ValueError(f"no definition '{definition}'")
        return schema

    def validate(self) -> None:
        """Raises :class:`~haproxy_kit.errors.ModelError` where the data is no configuration."""
        _native.check_model(self.data())

    def data(self) -> dict[str, Any]:
        """The sections as they are, without a copy of what is in them."""
        return {"sections": self._sections if self._data is None else self._data}

    def to_dict(self) -> dict[str, Any]:
        """The configuration as plain data."""
        plain: dict[str, Any] = _plain(self.data())
        return plain

    def to_json(self, *, indent: int | None = 2) -> str:
        """The configuration as JSON."""
        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    def to_document(self) -> _native.Document:
        """A fresh document, well laid out.

        Raises :class:`~haproxy_kit.errors.ModelError`, and :class:`~haproxy_kit.errors.EditError` for a
        value that HAProxy has no spelling for.
        """
        return _native.from_model(self.data())

    def all(self, kind: str) -> list[Record]:
        """The sections of this kind, in order: ``config.all("resolvers")``."""
        return [section for section in self.sections if section["section"] == kind]

    def section(self, kind: str, name: str | None = None) -> Record:
        """The first section of this kind and name.

        Raises :class:`KeyError` where there is none.
        """
        for section in self.all(kind):
            if section.get("name") == name:
                return section
        raise KeyError(kind if name is None else f"{kind} {name}")

    def add(self, kind: str, name: str | None = None, **fields: Any) -> Record:
        """Adds a section at the end, with these fields, and returns it.

        Raises :class:`AttributeError` for a field that such a section does not have.
        """
        section = Record({"section": kind}, kind)
        for field, value in {"name": name, **fields}.items():
            setattr(section, field, value)
        self.sections.append(section)
        return section

    @property
    def global_(self) -> Record | None:
        """The first global section."""
        return next(iter(self.all("global")), None)

    @property
    def defaults(self) -> list[Record]:
        """The defaults sections, in order."""
        return self.all("defaults")

    @property
    def frontends(self) -> dict[str, Record]:
        """The frontends by name. Adding one is :meth:`add`."""
        return self._named("frontend")

    @property
    def backends(self) -> dict[str, Record]:
        """The backends by name. Adding one is :meth:`add`."""
        return self._named("backend")

    @property
    def listens(self) -> dict[str, Record]:
        """The listen sections by name. Adding one is :meth:`add`."""
        return self._named("listen")

    def __eq__(self, other: object) -> bool:
        return self.sections == other.sections if isinstance(other, Config) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        titles = (" ".join(filter(None, (s["section"], s.get("name")))) for s in self.sections)
        return f"<Config {', '.join(titles)}>"

    def _named(self, kind: str) -> dict[str, Record]:
        return {section["name"]: section for section in self.all(kind) if "name" in section}


def _records(sections: Sequence[Mapping[str, Any]]) -> list[Record]:
    return [Record(section, str(section.get("section", ""))) for section in sections]


def _element(value: Any, kind: str, pointer: Pointer) -> Any:
    return Record(value, kind, pointer) if isinstance(value, Mapping) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


@cache
def _definitions() -> dict[str, Any]:
    whole = _native.json_schema()
    definitions: dict[str, Any] = whole["$defs"] if whole is not None else {}
    return definitions


@cache
def _schema(kind: str, pointer: Pointer) -> dict[str, Any]:
    """The schema at this place of a kind of section; an empty one for what no schema describes."""
    schema: Any = _definitions().get(kind or "unknown", {})
    for step in pointer:
        schema = schema.get(step) if isinstance(schema, dict) else None
    return schema if isinstance(schema, dict) else {}


@cache
def _attributes(kind: str, pointer: Pointer) -> dict[str, str]:
    """The names of fields, by the attributes that stand for them."""
    attributes: dict[str, str] = {}
    for field in _schema(kind, pointer).get("properties", {}):
        attribute = field.replace("-", "_")
        attributes[f"{attribute}_" if iskeyword(attribute) else attribute] = field
    return attributes
