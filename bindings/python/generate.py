"""Writes the modules of the package that say what a schema says.

    python bindings/python/generate.py            with the package installed, or on PYTHONPATH
    python bindings/python/generate.py --check    tells which files are not what it would write
"""

from __future__ import annotations

import json
import sys
import textwrap
from keyword import iskeyword
from pathlib import Path
from typing import Any

from haproxy_kit import _native
from haproxy_kit.config import Record

PACKAGE = Path(__file__).resolve().parent / "python" / "haproxy_kit"
WIDTH = 100

MODULES = {
    "v0": ("route-v0", "``haproxy-route`` in version 0."),
    "v1": ("route-v1", "``haproxy-route`` in version 1."),
    "v2": ("route-v2", "``haproxy-route`` in version 2."),
    "tcp_v0": ("tcp-v0", "``haproxy-route-tcp`` in version 0."),
    "tcp_v1": ("tcp-v1", "``haproxy-route-tcp`` in version 1."),
}

# The names by which charms know the types.
ROUTE_NAMES = {
    "RequirerApplicationData": "RequirerApplicationData",
    "RequirerUnitData": "RequirerUnitData",
    "ProviderApplicationData": "HaproxyRouteProviderAppData",
    "BandwidthLimit": "BandwidthLimit",
    "Check": "ServerHealthCheck",
    "LoadBalancing": "LoadBalancingConfiguration",
    "RateLimit": "RateLimit",
    "Retry": "Retry",
    "Rewrite": "RewriteConfiguration",
    "Timeout": "TimeoutConfiguration",
    "LoadBalancingAlgorithm": "LoadBalancingAlgorithm",
    "RateLimitPolicy": "RateLimitPolicy",
    "RewriteMethod": "HaproxyRewriteMethod",
}
TCP_NAMES = {
    "TcpRequirerApplicationData": "TcpRequirerApplicationData",
    "RequirerUnitData": "TcpRequirerUnitData",
    "ProviderApplicationData": "HaproxyRouteTcpProviderAppData",
    "BandwidthLimit": "BandwidthLimit",
    "TcpCheck": "TCPServerHealthCheck",
    "LoadBalancing": "TCPLoadBalancingConfiguration",
    "RateLimit": "RateLimit",
    "Retry": "Retry",
    "Timeout": "TimeoutConfiguration",
    "LoadBalancingAlgorithm": "LoadBalancingAlgorithm",
    "RateLimitPolicy": "TCPRateLimitPolicy",
    "HealthCheckType": "TCPHealthCheckType",
}
ENUMERATIONS = {
    "LoadBalancingAlgorithm": "How a server is chosen.",
    "RateLimitPolicy": "What happens to a client over its limit.",
    "RewriteMethod": "What a rewrite changes.",
    "HealthCheckType": "How the servers of a TCP service are checked.",
}
# The names of members, where they are not those of their values; others are aliases.
MEMBERS = {
    "source": ["SRCIP", "SOURCE"],
    "silent-drop": ["SILENT", "SILENT_DROP"],
}


class Module:
    """A schema as a module: its classes in the order in which they need each other."""

    def __init__(self, schema: str, newest: Module | None) -> None:
        self.schema = schema
        self.newest = newest
        # The enumerations that are the newest version's own.
        self.imported: list[str] = []
        self.is_tcp = schema.startswith("tcp")
        self.names = TCP_NAMES if self.is_tcp else ROUTE_NAMES
        self.classes: dict[str, str] = {}
        whole = _native.route_schema(schema)["properties"]
        requirer = whole["requirer"]["properties"]
        self.databags = [
            requirer["application"],
            requirer["unit"],
            whole["provider"]["properties"]["application"],
        ]
        for definition in self.databags:
            self.define(definition)

    def define(self, schema: dict[str, Any]) -> None:
        """Writes the classes of a schema and of all that is in it."""
        title = schema.get("title")
        if title in self.classes:
            return
        for inner in (schema.get("items"), *schema.get("anyOf", []), *schema.get("properties", {}).values()):
            if inner:
                self.define(inner)
        if title is not None and "enum" in schema:
            text = self.enumeration(title, schema["enum"])
            if self.newest is not None and self.newest.classes.get(title) == text:
                if title not in self.imported:
                    self.imported.append(title)
                return
            self.classes[title] = text
        elif title is not None:
            self.classes[title] = self.model(title, schema)

    def enumeration(self, title: str, words: list[str]) -> str:
        """An enumeration; a word that is named otherwise elsewhere has that name, too."""
        lines = [f"class {self.names[title]}(Enum):", f'    """{ENUMERATIONS[title]}"""', ""]
        for word in words:
            for member in MEMBERS.get(word, [word.upper().replace("-", "_")]):
                lines.append(f'    {member} = "{word}"')
        return "\n".join(lines)

    def model(self, title: str, schema: dict[str, Any]) -> str:
        """A class with the fields of an object."""
        fields: dict[str, Any] = schema["properties"]
        required = schema["required"]
        base = "DatabagModel" if schema in self.databags else "Model"
        if title == "TcpRequirerApplicationData":
            base = "TcpApplicationModel"
        lines = [f"class {self.names[title]}({base}):"]
        lines += [f'    """{schema["description"]}', "", "    Fields:", ""]
        for name, field in fields.items():
            default = "" if name in required else f", ``{self.default(field)}`` by default"
            description = self.described(field)
            text = f"* ``{name}`` ({self.kind(field)}{default}): {description}"
            lines += textwrap.wrap(
                text, WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False
            )
        lines += ['    """', ""]
        lines += [f'    _schema = "{self.schema}"', f'    _object = "{title}"', "    _classes = CLASSES"]
        lines += self.names_of(fields)
        if self.is_tcp and base != "Model":
            lines.append("    _error = TcpDataValidationError")
        lines.append("")
        for name, field in fields.items():
            lines.append(f"    {name}: {self.kind(field)}")
            lines += self.documentation(self.described(field))
        lines += ["", "    if TYPE_CHECKING:", "", "        def __init__(", "            self,", "            *,"]
        ordered = sorted(fields, key=lambda name: name not in required)
        for name in ordered:
            default = "" if name in required else " = ..."
            lines.append(f"            {name}: {self.kind(fields[name], given=True)}{default},")
        return "\n".join([*lines, "        ) -> None: ..."])

    def described(self, field: dict[str, Any]) -> str:
        """What a field is for, as Python marks it up."""
        text: str = field["description"]
        return text.replace("`", "``")

    def names_of(self, fields: dict[str, Any]) -> list[str]:
        """The names of the fields as a set."""
        names = ", ".join(f'"{name}"' for name in fields)
        if len(names) < WIDTH - 30:
            return [f"    _fields = frozenset({{{names}}})"]
        return ["    _fields = frozenset(", "        {", *(f'            "{name}",' for name in fields), "        }", "    )"]

    def documentation(self, text: str) -> list[str]:
        """A docstring below a field."""
        if len(text) < WIDTH - 10:
            return [f'    """{text}"""']
        return ['    """', *textwrap.wrap(text, WIDTH - 4, initial_indent="    ", subsequent_indent="    "), '    """']

    def kind(self, schema: dict[str, Any], given: bool = False) -> str:
        """The type of a field, or that of what may be given for it."""
        title = schema.get("title")
        if title is not None:
            other = " | str" if "enum" in schema else " | Mapping[str, Any]"
            return self.names[title] + (other if given else "")
        if "enum" in schema:
            return f"Literal[{', '.join(json.dumps(word) for word in schema['enum'])}]"
        if "anyOf" in schema:
            inner = [one for one in schema["anyOf"] if one.get("type") != "null"]
            if any("format" in one for one in inner):
                return "IPv4Address | IPv6Address" + (" | str | int" if given else "")
            return f"{self.kind(inner[0], given)} | None"
        match schema["type"]:
            case "array":
                return f"{'Iterable' if given else 'list'}[{self.kind(schema['items'], given)}]"
            case "integer":
                return "int"
            case "boolean":
                return "bool"
            case "string" if schema.get("format") == "uri":
                return "str" if given else "Url"
            case "string":
                return "str"
            case other:
                raise ValueError(other)

    def default(self, schema: dict[str, Any]) -> str:
        """The default of a field, as Python writes it."""
        default = schema["default"]
        if schema.get("title") and "enum" in schema:
            member = MEMBERS.get(default, [default.upper().replace("-", "_")])[0]
            return f"{self.names[schema['title']]}.{member}"
        if schema.get("title"):
            arguments = ", ".join(f"{name}={value!r}" for name, value in default.items())
            return f"{self.names[schema['title']]}({arguments})"
        return repr(default)

    def text(self, documentation: str) -> str:
        """The module."""
        body = "\n\n\n".join(self.classes.values())
        names = sorted(self.names[title] for title in [*self.classes, *self.imported])
        imports = [
            *(f"from collections.abc import {names}" for names in [self.used(body, "Iterable", "Mapping")]),
            *(["from enum import Enum"] if "(Enum)" in body else []),
            "from ipaddress import IPv4Address, IPv6Address",
            f"from typing import {self.used(body, 'TYPE_CHECKING', 'Any', 'Literal')}",
            "",
        ]
        if self.is_tcp:
            imports.append("from haproxy_kit.errors import TcpDataValidationError")
        imports.append(
            f"from haproxy_kit.route._model import {self.used(body, 'DatabagModel', 'Model', 'Url')}"
        )
        if self.is_tcp:
            imports.append("from haproxy_kit.route._tcp import TcpApplicationModel")
        if "Url" not in body:
            imports[-1 if not self.is_tcp else -2] += ", Url"
        if self.newest is not None:
            module = next(name for name, (schema, _) in MODULES.items() if schema == self.newest.schema)
            imports.append(f"from haproxy_kit.route.{module} import (")
            imports += [f"    {name}," for name in sorted(self.names[title] for title in self.imported)]
            imports.append(")")
        return "\n".join(
            [
                f'"""{documentation}',
                "",
                'Made by ``bindings/python/generate.py`` from the schema; do not edit.',
                '"""',
                "",
                "from __future__ import annotations",
                "",
                *imports,
                "",
                "__all__ = [",
                *(f'    "{name}",' for name in names),
                "]",
                "",
                "CLASSES: dict[str, type] = {}",
                '"""The classes by their types in the schema."""',
                "",
                "",
                body,
                "",
                "",
                "CLASSES.update(",
                "    {",
                '        "Url": Url,',
                *(
                    f'        "{title}": {self.names[title]},'
                    for title in [*self.classes, *self.imported]
                ),
                "    }",
                ")",
                "",
            ]
        )

    def used(self, body: str, *names: str) -> str:
        """Those of the names that stand in the text."""
        words = set(body.replace("(", " ").replace(")", " ").replace("[", " ").replace("]", " ").replace(":", " ").replace(",", " ").split())
        return ", ".join(name for name in names if name in words)


# What answers are in Python, by their types; others are data as JSON has it.
ANSWERS = {
    "Done": "None",
    "Text": "str",
    "Line": "str",
    "Names": "list[str]",
    "ServerParameters": "list[str]",
    "Words": "list[str]",
    "Statistics": "list[dict[str, int | str]]",
    "Info": "dict[str, Any]",
    "NewVersion": "int",
    "WeightAnswer": "dict[str, int]",
    "MapEntries": "list[dict[str, str]]",
    "AclEntries": "list[dict[str, str]]",
    "PatternSets": "list[dict[str, Any]]",
    "Lookups": "list[dict[str, Any]]",
    "ServersState": "list[dict[str, Any]]",
    "Streams": "list[dict[str, Any]]",
}
NUMBERS = {"u8", "u16", "u32", "u64", "i32", "i64"}
# Arguments of several words.
WORDS = {"StatSelection", "EntrySelection", "WaitCondition", "PatternSet"}
DATA = "Vec<EntryData>"


def snake(name: str) -> str:
    """``SetServerWeight`` as ``set_server_weight``."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")


class Method:
    """A command as a method of a client."""

    def __init__(self, form: dict[str, Any]) -> None:
        self.form = form
        self.parameters: list[dict[str, Any]] = form["parameters"]
        self.answer = ANSWERS.get(form["answer"], "Any")

    def text(self, is_async: bool) -> str:
        """The method, for one client or the other."""
        required = [one for one in self.parameters if one["required"]]
        optional = [one for one in self.parameters if not one["required"]]
        arguments = ["self", *(f"{self.name(one)}: {self.kind(one)}" for one in required)]
        if optional:
            arguments.append("*")
        for one in optional:
            default = "False" if one["kind"] == "bool" else "()" if one["kind"].startswith("Vec") else "None"
            arguments.append(f"{self.name(one)}: {self.kind(one)} = {default}")
        prefix = "async def" if is_async else "def"
        head = f"    {prefix} {snake(self.form['command'])}({', '.join(arguments)}) -> {self.answer}:"
        if len(head) > WIDTH:
            lines = [f"    {prefix} {snake(self.form['command'])}("]
            lines += [f"        {argument}," for argument in arguments]
            head = "\n".join([*lines, f"    ) -> {self.answer}:"])
        return "\n".join([head, *self.documentation(), *self.body(is_async)])

    def documentation(self) -> list[str]:
        """What it does, its arguments and since when there is such a command."""
        lines = self.wrapped(f'"""{self.plain(self.form["documentation"])}', "        ", "        ")
        if self.parameters:
            lines.append("")
        for one in self.parameters:
            text = f"* ``{self.name(one)}``: {self.plain(one['documentation'])}"
            lines += self.wrapped(text, "        ", "          ")
        lines.append("")
        since = self.form["since"]
        lines.append(f"        ``{self.form['name']}``{f', since HAProxy {since}' if since != '2.4' else ''}.")
        return [*lines, '        """']

    def body(self, is_async: bool) -> list[str]:
        """How it is written and sent."""
        words = ", ".join(f'"{word}"' for word in self.form["name"].split())
        lines = [f"        words: list[str] = [{words}]"]
        payload = ""
        for one in self.parameters:
            name, keyword = self.name(one), one["keyword"]
            kind = one["kind"]
            if kind == "Payload":
                payload = f", {name}"
                continue
            pad = "        "
            if not one["required"] or kind.startswith("Vec"):
                is_flag = kind == "bool" or kind.startswith("Vec")
                condition = name if is_flag else f"{name} is not None"
                lines.append(f"{pad}if {condition}:")
                pad += "    "
            if keyword is not None:
                lines.append(f'{pad}words.append("{keyword}")')
            value = {"bool": None, DATA: f"_data({name})"}.get(kind, f"_words({name})")
            if value is not None:
                lines.append(f"{pad}words += {value}")
        call = f'self._command("{self.form["command"]}", words{payload})'
        if is_async:
            call = f"await {call}"
        if self.answer == "None":
            return [*lines, f"        {call}"]
        if self.answer == "Any":
            return [*lines, f"        return {call}"]
        return [*lines, f"        answer: {self.answer} = {call}", "        return answer"]

    def name(self, parameter: dict[str, Any]) -> str:
        """The name of an argument."""
        name: str = parameter["name"]
        return f"{name}_" if name in ("from", "in", "is", "type", "self", "words", "answer") else name

    def kind(self, parameter: dict[str, Any]) -> str:
        """The type of an argument."""
        kind: str = parameter["kind"]
        if kind.startswith("Option<"):
            return f"{self.kind({**parameter, 'kind': kind[7:-1]})} | None"
        if kind == DATA:
            return "Mapping[str, int | str] | Sequence[tuple[str, int | str]]"
        if kind.startswith("Vec<"):
            return "Sequence[str]"
        if kind in NUMBERS:
            return "int"
        if kind == "Weight":
            return "int | str"
        if kind in WORDS:
            return "str | Sequence[str | int]"
        if kind != "bool" and not parameter["required"] and not parameter["kind"].startswith("Option"):
            return "str | None"
        return {"bool": "bool", "Duration": "str"}.get(kind, "str")

    def plain(self, text: str) -> str:
        """Documentation as one paragraph, marked up as Python does."""
        return " ".join(text.split()).replace("`", "``")

    def wrapped(self, text: str, first: str, rest: str) -> list[str]:
        """The text in lines."""
        return textwrap.wrap(
            text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
        )


def commands() -> str:
    """The module with a method for each command."""
    methods = [Method(form) for form in _native.runtime_forms()]
    methods.sort(key=lambda method: method.form["command"])
    classes = [
        ("Commands", "Every command of HAProxy as a method that waits.", "def", False),
        ("AsyncCommands", "Every command of HAProxy as a method to wait for.", "async def", True),
    ]
    parts = []
    for name, documentation, prefix, is_async in classes:
        parts.append(
            "\n".join(
                [
                    f"class {name}:",
                    f'    """{documentation}"""',
                    "",
                    f"    {prefix} _command(",
                    "        self, form: str, words: Sequence[str], payload: str | None = None",
                    "    ) -> Any:",
                    "        raise NotImplementedError",
                    "",
                    "\n\n".join(method.text(is_async) for method in methods),
                ]
            )
        )
    return "\n".join(
        [
            '"""Every command of HAProxy\'s runtime API.',
            "",
            "Made by ``bindings/python/generate.py`` from the commands; do not edit.",
            '"""',
            "",
            "from __future__ import annotations",
            "",
            "from collections.abc import Mapping, Sequence",
            "from typing import Any",
            "",
            "",
            "def _words(value: str | int | Sequence[str | int]) -> list[str]:",
            '    """A value as words; each stays one word, whatever it holds."""',
            "    if isinstance(value, (str, int)):",
            "        return [str(value)]",
            "    return [str(word) for word in value]",
            "",
            "",
            "def _data(",
            "    data: Mapping[str, int | str] | Sequence[tuple[str, int | str]],",
            ") -> list[str]:",
            '    """What an entry of a table is to store."""',
            "    entries = data.items() if isinstance(data, Mapping) else data",
            '    return [word for name, value in entries for word in (f"data.{name}", str(value))]',
            "",
            "",
            "\n\n\n".join(parts),
            "",
        ]
    )


def async_operations() -> str:
    """The operations of the client for asyncio, made of those of the client that waits."""
    text = (PACKAGE / "runtime" / "_operations.py").read_text()
    text = text.replace("class Operations", "class AsyncOperations").replace("    def ", "    async def ")
    text = text.replace("self._perform(", "await self._perform(")
    text = text.replace(
        "``bindings/python/generate.py`` makes those of the other client of these.",
        "Made by ``bindings/python/generate.py`` from ``_operations.py``; do not edit.",
    )
    return text


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


def files() -> dict[Path, str]:
    """Every file that is made, with its text."""
    result = {
        PACKAGE / "runtime" / "_commands.py": commands(),
        PACKAGE / "runtime" / "_async_operations.py": async_operations(),
        PACKAGE / "config" / "sections.py": Sections().text(),
    }
    newest = {name: Module(name, None) for name in ("route-v2", "tcp-v1")}
    for name, (schema, documentation) in MODULES.items():
        base = newest["tcp-v1" if schema.startswith("tcp") else "route-v2"]
        module = newest.get(schema) or Module(schema, base)
        result[PACKAGE / "route" / f"{name}.py"] = module.text(documentation)
    return result


def main() -> int:
    stale = [path for path, text in files().items() if not path.exists() or path.read_text() != text]
    if sys.argv[1:] == ["--check"]:
        print(*stale, sep="\n", end="\n" if stale else "")
        return 1 if stale else 0
    for path in stale:
        path.write_text(files()[path])
    return 0


if __name__ == "__main__":
    sys.exit(main())
