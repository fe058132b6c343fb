"""The modules of the clients: a method for each command and operation."""

from __future__ import annotations

import textwrap
from typing import Any

from generator import PACKAGE, WIDTH
from haproxy_kit import _native


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
