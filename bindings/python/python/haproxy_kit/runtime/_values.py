"""What clients are given, and tell."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from haproxy_kit.runtime._plan import Capabilities

Address = str | os.PathLike[str]
Entries = Mapping[str, str] | Iterable[tuple[str, str]]


def pairs(entries: Entries) -> list[tuple[str, str]]:
    """Entries as pairs."""
    return list(entries.items()) if isinstance(entries, Mapping) else list(entries)


def capabilities_of(found: dict[str, Any]) -> Capabilities:
    """What a process said it can do."""
    names = {name: found[name] for name in ("server_parameters", "commands")}
    sets = {name: None if value is None else frozenset(value) for name, value in names.items()}
    return Capabilities(found["version"], hard_maxconn=found["hard_maxconn"], **sets)
