"""What a configuration means: sections with fields, in the form of HAProxy's Data Plane API."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar, overload

from haproxy_kit import _native
from haproxy_kit.config import sections as classes
from haproxy_kit.config._record import SectionRecord
from haproxy_kit.config._records import Target
from haproxy_kit.config._view import RecordList, copied, plain

S = TypeVar("S", bound=SectionRecord)


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
    ``statements`` and ``header``. The classes of sections, and of what is in them, are in
    :mod:`haproxy_kit.config.sections`. Configurations are equal when their data is, and have no hash.
    """

    _data: list[dict[str, Any]]

    def __init__(self, sections: Iterable[Mapping[str, Any]] = ()) -> None:
        """A configuration of copies of these sections; :meth:`validate` tells whether they are right."""
        self._data = [copied(section) for section in sections]

    @property
    def sections(self) -> RecordList[SectionRecord]:
        """The sections, in order: a list of records, which may be changed."""
        return RecordList(self._data, None, _section)

    @sections.setter
    def sections(self, sections: Iterable[Mapping[str, Any]]) -> None:
        self._data[:] = [plain(section) for section in sections]

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
        return cls.from_data(data)

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
        """The configuration as plain data, without a copy of what is in it."""
        return {"sections": self._data}

    def to_dict(self) -> dict[str, Any]:
        """The configuration as plain data."""
        data: dict[str, Any] = copied(self.data())
        return data

    def to_json(self, *, indent: int | None = 2) -> str:
        """The configuration as JSON."""
        return json.dumps(self.data(), indent=indent, ensure_ascii=False)

    def to_document(self) -> _native.Document:
        """A fresh document, well laid out.

        Raises :class:`~haproxy_kit.errors.ModelError`, and :class:`~haproxy_kit.errors.EditError` for a
        value that HAProxy has no spelling for.
        """
        return _native.from_model(self.data())

    @overload
    def all(self, kind: type[S]) -> list[S]: ...
    @overload
    def all(self, kind: str) -> list[Any]: ...
    def all(self, kind: str | type[SectionRecord]) -> list[Any]:
        """The sections of this kind, in order: ``config.all(Resolvers)``, ``config.all("resolvers")``."""
        keyword = _keyword(kind)
        return [_section(data) for data in self._data if data["section"] == keyword]

    @overload
    def section(self, kind: type[S], name: str | None = None) -> S: ...
    @overload
    def section(self, kind: str, name: str | None = None) -> Any: ...
    def section(self, kind: str | type[SectionRecord], name: str | None = None) -> Any:
        """The first section of this kind and name.

        Raises :class:`KeyError` where there is none.
        """
        keyword = _keyword(kind)
        for data in self._data:
            if data["section"] == keyword and data.get("name") == name:
                return _section(data)
        raise KeyError(keyword if name is None else f"{keyword} {name}")

    @overload
    def add(self, kind: S) -> S: ...
    @overload
    def add(self, kind: str, name: str | None = None, **fields: Any) -> Any: ...
    def add(self, kind: str | SectionRecord, name: str | None = None, **fields: Any) -> Any:
        """Adds a section at the end, and returns it: ``config.add(Backend(name="app"))``.

        ``config.add("backend", "app", mode="http")`` does the same by the section's keyword.

        Raises :class:`TypeError` for a field that such a section does not have, and :class:`ValueError` for
        an unknown keyword.
        """
        section = kind if isinstance(kind, SectionRecord) else _class(kind)()
        for field, value in {"name": name, **fields}.items():
            if value is not None:
                if field not in type(section).fields():
                    raise TypeError(section._no_field(field))
                setattr(section, field, value)
        self._data.append(plain(section))
        return section

    @property
    def global_(self) -> classes.Global | None:
        """The first global section."""
        return next(iter(self.all(classes.Global)), None)

    @property
    def defaults(self) -> list[classes.Defaults]:
        """The defaults sections, in order."""
        return self.all(classes.Defaults)

    @property
    def frontends(self) -> dict[str, classes.Frontend]:
        """The frontends by name. Adding one is :meth:`add`."""
        return self._named(classes.Frontend)

    @property
    def backends(self) -> dict[str, classes.Backend]:
        """The backends by name. Adding one is :meth:`add`."""
        return self._named(classes.Backend)

    @property
    def listens(self) -> dict[str, classes.Listen]:
        """The listen sections by name. Adding one is :meth:`add`."""
        return self._named(classes.Listen)

    def __eq__(self, other: object) -> bool:
        return self._data == other._data if isinstance(other, Config) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        titles = (" ".join(filter(None, (s["section"], s.get("name")))) for s in self._data)
        return f"<Config {', '.join(titles)}>"

    def _named(self, kind: type[S]) -> dict[str, S]:
        return {section["name"]: section for section in self.all(kind) if "name" in section}


def _keyword(kind: str | type[SectionRecord]) -> str:
    return kind if isinstance(kind, str) else kind._kind


def _class(kind: str) -> type[SectionRecord]:
    try:
        return classes.KINDS[kind]
    except KeyError:
        raise ValueError(f"no kind of section '{kind}'; there is: {', '.join(classes.KINDS)}") from None


def _section(data: dict[str, Any]) -> SectionRecord:
    """The record of a section; one that no schema describes has no more than the fields of all."""
    return classes.KINDS.get(str(data.get("section", "")), classes.Unknown).view(data)
