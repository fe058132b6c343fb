"""The modules of the relations: a class for each object of a schema."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from generator import WIDTH
from haproxy_kit import _native


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
