"""The module of sections: a class for each kind, and for each object in one."""

from __future__ import annotations

import json
import textwrap
from keyword import iskeyword
from typing import Any

from generator import WIDTH
from haproxy_kit import _native
from haproxy_kit.config import Record


# Objects in sections that their place does not name well.
PARTS = {
    "peers.peer_entries": "Server",
    "resolvers.nameservers": "Server",
    "log-forward.dgram_binds": "Bind",
    "global.runtime_apis": "RuntimeApi",
    "global.log_target_list": "GlobalLogTarget",
    "backend.tcp_request_rule_list": "BackendTcpRequestRule",
    "defaults.stats_options": "DefaultsStatsOptions",
    "defaults.compression": "DefaultsCompression",
    "global.http_err_codes": "HttpCodes",
    "global.http_fail_codes": "HttpCodes",
    "return_hdrs": "Header",
    "crt-store.crt_loads": "CrtLoad",
    "log_stderrs.sample": "LogSample",
    "userlist.groups": "UserlistGroup",
    "userlist.users": "User",
}


class Sections:
    """The module with a class for each kind of section, and for each object in one."""

    def __init__(self) -> None:
        schema = _native.json_schema()
        assert schema is not None
        self.classes: dict[str, str] = {}
        self.fields: dict[str, Any] = {}
        self.kinds: dict[str, str] = {}
        # An object that several have is described as the proxies describe it.
        kinds = ["backend", "frontend", *schema["$defs"]]
        for kind, definition in ((kind, schema["$defs"][kind]) for kind in dict.fromkeys(kinds)):
            self.kinds[kind] = self.define(self.camel(kind), definition, [kind], "SectionRecord")

    def define(self, name: str, schema: dict[str, Any], place: list[str], base: str) -> str:
        """Writes the class of an object, those in it first; the same object elsewhere is the same class."""
        fields = schema["properties"]
        if self.fields.get(name, fields) != fields:
            raise ValueError(f"{'.'.join(place)}: there is another {name}: give it a name of its own")
        if name in self.fields:
            return name
        lines: list[str] = []
        for field, value in fields.items():
            if field == "section":
                continue
            kind, arguments = self.member(field, value, [*place, field])
            lines.append(f'    {self.attribute(field)}: {kind} = {kind.partition("[")[0]}("{field}"{arguments})')
            inner = value.get("items", value.get("additionalProperties")) or value
            text = inner.get("description") or value.get("description")
            if text:
                lines += textwrap.wrap(
                    f'"""{text.replace("`", "``")}"""',
                    WIDTH,
                    initial_indent="    ",
                    subsequent_indent="    ",
                    break_on_hyphens=False,
                    break_long_words=False,
                )
        self.fields[name] = fields
        kind_of = [f'    _kind = "{fields["section"]["const"]}"'] if base == "SectionRecord" else []
        text = schema.get("description") or self.purpose(place, base)
        head = [f"class {name}({base}):", f'    """{text}"""'.replace("`", "``")]
        self.classes[name] = "\n".join(
            [*head, "", "    __slots__ = ()", f'    _definition = "{".".join(place)}"', *kind_of, "", *lines]
        )
        return name

    def purpose(self, place: list[str], base: str) -> str:
        """What an object is, that the schema says nothing of."""
        if base == "SectionRecord":
            return f"A section ``{place[0]}``."
        return f"``{place[-1]}`` of ``{'.'.join(place[:-1])}``."

    def member(self, field: str, schema: dict[str, Any], place: list[str]) -> tuple[str, str]:
        """The descriptor of a field, and what it gets beside the name."""
        container = {"array": "items", "object": "additionalProperties"}.get(schema.get("type", ""))
        inner = schema.get(container) if container else None
        if "properties" in schema:
            name = self.define(self.part(place, is_one=True), schema, place, "Record")
            return f"Part[{name}]", f", {name}"
        prefix = {"items": "List", "additionalProperties": "Map"}.get(container or "", "")
        if inner and "properties" in inner:
            described = {"description": schema["description"], **inner} if "description" in schema else inner
            name = self.define(self.part(place), described, place, "Record")
            return f"Part{prefix}[{name}]", f", {name}"
        if prefix:
            return f"Value{prefix}[{self.scalar(inner or {})}]", ""
        kind = self.scalar(schema)
        short = {
            "str": "Text",
            "int": "Integer",
            "bool": "Flag",
            'Literal["enabled", "disabled"]': "Switch",
        }
        return short.get(kind, f"Field[{kind}]"), ""

    def scalar(self, schema: dict[str, Any]) -> str:
        """The type of a plain value."""
        if "enum" in schema:
            return f"Literal[{', '.join(json.dumps(word) for word in schema['enum'])}]"
        if schema.get("type") == "array":
            return f"list[{self.scalar(schema['items'])}]"
        return {"string": "str", "integer": "int", "boolean": "bool"}.get(schema.get("type", ""), "Any")

    def part(self, place: list[str], is_one: bool = False) -> str:
        """The name of the class of the object at a place: ``HttpRequestRule``."""
        for tail in (place, place[-2:], place[-1:]):
            if (name := PARTS.get(".".join(tail))) is not None:
                return name
        name = place[-1].removesuffix("_list")
        if is_one or name != place[-1]:
            return self.camel(name)
        if name.endswith("ies"):
            return self.camel(name.removesuffix("ies") + "y")
        return self.camel(name.removesuffix("s"))

    def camel(self, name: str) -> str:
        """``http-errors`` as ``HttpErrors``."""
        return "".join(word[:1].upper() + word[1:] for word in name.replace("-", "_").split("_"))

    def attribute(self, field: str) -> str:
        """The name of the attribute that stands for a field."""
        name = field.replace("-", "_")
        return f"{name}_" if iskeyword(name) or hasattr(Record, name) else name

    def text(self) -> str:
        """The module."""
        body = "\n\n\n".join(self.classes.values())
        members = ["Field", "Flag", "Integer", "Part", "PartList", "PartMap", "Record", "SectionRecord"]
        members += ["Switch", "Text", "ValueList", "ValueMap"]
        return "\n".join(
            [
                '"""The sections of a configuration, and the objects in them, as classes.',
                "",
                "Made by ``bindings/python/generate.py`` from the JSON Schema; do not edit.",
                '"""',
                "",
                "from __future__ import annotations",
                "",
                "from typing import Any, Literal",
                "",
                "from haproxy_kit.config._record import (",
                *(f"    {name}," for name in members if f"{name}" in body),
                ")",
                "",
                "__all__ = [",
                *(f'    "{name}",' for name in sorted(self.classes)),
                "]",
                "",
                "",
                body,
                "",
                "",
                "KINDS: dict[str, type[SectionRecord]] = {",
                *(f'    "{kind}": {name},' for kind, name in self.kinds.items()),
                "}",
                '"""The classes by the keywords that sections begin with."""',
                "",
            ]
        )
