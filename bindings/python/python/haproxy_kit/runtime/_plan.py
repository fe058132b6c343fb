"""From one configuration to another while HAProxy runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from haproxy_kit import _native
from haproxy_kit._native import Plan
from haproxy_kit.config import Config, Document

_Configuration = Config | Document | Sequence[Document]


@dataclass(frozen=True)
class Capabilities:
    """What a process can do; :meth:`Client.capabilities` asks it. What is ``None`` is as in its version."""

    version: str
    """Its branch: ``3.2``."""
    server_parameters: frozenset[str] | None = None
    """The parameters that its ``add server`` takes."""
    commands: frozenset[str] | None = None
    """The commands that its help lists."""
    hard_maxconn: int | None = None
    """The most connections that its ``maxconn`` can be set to."""


def plan(
    old: _Configuration,
    new: _Configuration,
    *,
    target: str | Capabilities = "3.2",
    old_files: Mapping[str, bytes] | None = None,
    new_files: Mapping[str, bytes] | None = None,
) -> Plan:
    """What takes a process that runs the old configuration to behave as the new one: steps, or why it must
    reload.

    ``target`` is its version, or what it says it can do. The contents of maps, ACLs and certificates count
    where both sides have them, by their paths.

    >>> from haproxy_kit.config import Document
    >>> from haproxy_kit.runtime import plan
    >>> old = Document("backend app\\n  server s1 10.0.0.1:80 weight 5\\n")
    >>> new = Document("backend app\\n  server s1 10.0.0.1:80 weight 9\\n")
    >>> print(plan(old, new), end="")
    1. set server app/s1: weight 9, was 5

    Raises :class:`~haproxy_kit.errors.ModelError` and :class:`~haproxy_kit.errors.TargetError`.
    """
    capabilities = Capabilities(target) if isinstance(target, str) else target
    version = capabilities.version
    return _native.runtime_plan(
        (_model(old, version), old_files or {}),
        (_model(new, version), new_files or {}),
        {
            "version": version,
            "server_parameters": capabilities.server_parameters,
            "commands": capabilities.commands,
            "hard_maxconn": capabilities.hard_maxconn,
        },
    )


def _model(configuration: _Configuration, version: str) -> object:
    if not isinstance(configuration, Config):
        configuration = Config.from_document(configuration, target=version)
    return configuration.data()
