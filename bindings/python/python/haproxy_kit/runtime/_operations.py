"""Operations made of several commands, each of which leaves nothing half done.

``bindings/python/generate.py`` makes those of the other client of these.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from haproxy_kit._native import Plan
from haproxy_kit.runtime._plan import Capabilities
from haproxy_kit.runtime._values import Address, Entries, capabilities_of, pairs


class Operations:
    """What a client does by several commands."""

    def _perform(self, kind: str, arguments: dict[str, Any]) -> Any:
        raise NotImplementedError

    def version(self) -> str | None:
        """The branch of the HAProxy that answers, ``3.2``; ``None`` where it names none."""
        version: str | None = self._perform("version", {})
        return version

    def level(self) -> str:
        """What the socket may do: ``user``, ``operator`` or ``admin``."""
        level: str = self._perform("level", {})
        return level

    def replace_map(self, file: str, entries: Entries) -> int:
        """Replaces all entries of a map at once: requests see the old ones or the new ones.

        ``file`` is the map's file, or ``#`` and its number. Tells the version that the map has then.
        """
        arguments: dict[str, Any] = {"file": file, "entries": pairs(entries)}
        outcome: int = self._perform("replace_map", arguments)
        return outcome

    def replace_acl(self, file: str, patterns: Iterable[str]) -> int:
        """Replaces all patterns of an ACL's file at once. Tells the version that it has then."""
        arguments: dict[str, Any] = {"file": file, "patterns": list(patterns)}
        outcome: int = self._perform("replace_acl", arguments)
        return outcome

    def create_server(
        self,
        server: str,
        address: str,
        *parameters: str,
        wait: float | None = None,
    ) -> None:
        """Adds the server ``backend/name`` at ``host:port``, with its checks running.

        ``parameters`` are words as a configuration has them; ``wait`` is how many seconds it may take to be up.
        It is removed again where a later step fails.
        """
        arguments: dict[str, Any] = {"server": server, "address": address, "parameters": list(parameters), "wait": wait}
        self._perform("create_server", arguments)

    def remove_server(
        self,
        server: str,
        *,
        drain: float | None = None,
        cut_off: bool = True,
    ) -> None:
        """Removes the server ``backend/name``.

        Its clients may take ``drain`` seconds to finish; those that have not are cut off then, unless
        ``cut_off`` is false: the server stays where it cannot be removed.
        """
        arguments: dict[str, Any] = {"server": server, "drain": drain, "cut_off": cut_off}
        self._perform("remove_server", arguments)

    def change_server(
        self,
        server: str,
        *,
        address: str | None = None,
        port: int | None = None,
        weight: int | str | None = None,
        maxconn: int | None = None,
        state: str | None = None,
    ) -> None:
        """Changes several settings of the server ``backend/name``: all of them, or none.

        ``weight`` is a number up to 256, or a text such as ``50%``; ``state`` is ``ready``, ``drain`` or
        ``maint``.
        """
        arguments: dict[str, Any] = {
            "server": server,
            "address": address,
            "port": port,
            "weight": weight,
            "maxconn": maxconn,
            "state": state,
        }
        self._perform("change_server", arguments)

    def install_certificate(
        self,
        file: str,
        pem: str,
        crt_list: str,
        *,
        settings: str = "",
        filters: Sequence[str] = (),
    ) -> bool:
        """Puts a certificate with its key into use in a crt-list or folder, or leaves all as it was.

        ``settings`` are those of the crt-list's line, ``alpn h2``; ``filters`` the names that it is for. Tells
        whether HAProxy did not have it before.
        """
        arguments: dict[str, Any] = {
            "file": file,
            "pem": pem,
            "crt_list": crt_list,
            "settings": settings,
            "filters": list(filters),
        }
        outcome: bool = self._perform("install_certificate", arguments)
        return outcome

    def remove_certificate(self, file: str, crt_list: str) -> bool:
        """Takes a certificate out of a crt-list, and removes it where nothing else uses it.

        Tells whether it was removed.
        """
        arguments: dict[str, Any] = {"file": file, "crt_list": crt_list}
        outcome: bool = self._perform("remove_certificate", arguments)
        return outcome

    def update_certificate(
        self, file: str, pem: str, *, issuer: str | None = None, ocsp: bytes | None = None
    ) -> bool:
        """Replaces a certificate that HAProxy has, or makes one. Tells whether it did not have it before.

        ``issuer`` is the certificate of its issuer as PEM, ``ocsp`` an OCSP response in DER. Those that it had are
        gone where none are given.
        """
        arguments: dict[str, Any] = {
            "store": "certificate",
            "file": file,
            "pem": pem,
            "issuer": issuer,
            "ocsp": ocsp,
        }
        outcome: bool = self._perform("update_store", arguments)
        return outcome

    def update_ca_file(self, file: str, pem: str) -> bool:
        """Replaces the certificates of authorities in a file that HAProxy has, or makes one."""
        arguments: dict[str, Any] = {"store": "ca-file", "file": file, "pem": pem}
        outcome: bool = self._perform("update_store", arguments)
        return outcome

    def update_crl_file(self, file: str, pem: str) -> bool:
        """Replaces the lists of revoked certificates in a file that HAProxy has, or makes one."""
        arguments: dict[str, Any] = {"store": "crl-file", "file": file, "pem": pem}
        outcome: bool = self._perform("update_store", arguments)
        return outcome

    def save_servers_state(self, path: Address) -> list[dict[str, Any]]:
        """Saves the state of all servers in a file for ``load-server-state-from-file``; tells it, too."""
        arguments: dict[str, Any] = {"path": os.fspath(path)}
        outcome: list[dict[str, Any]] = self._perform("save_servers_state", arguments)
        return outcome

    def reload_master(self, *, hard: bool = False, timeout: float = 60.0) -> dict[str, Any]:
        """Lets a master start a worker with the configuration as it is on disk, and waits for what comes of it.

        With ``hard``, the old workers end at once. Tells ``is_success``, ``worker`` and ``logs``.
        """
        arguments: dict[str, Any] = {"hard": hard, "timeout": timeout}
        outcome: dict[str, Any] = self._perform("reload", arguments)
        return outcome

    def capabilities(self) -> Capabilities:
        """What the process says it can do, for :func:`plan`."""
        found: dict[str, Any] = self._perform("capabilities", {})
        return capabilities_of(found)

    def create_backend(
        self,
        name: str,
        defaults: str,
        *,
        mode: Literal["http", "tcp"] | None = None,
        servers: Mapping[str, str | Sequence[str]] | None = None,
    ) -> None:
        """Adds a backend with its servers, and lets rules choose it once they are there. Since HAProxy 3.4.

        ``defaults`` is the named defaults section that it takes its settings from; ``servers`` has the address
        of each, or the address and parameters as a configuration has them. All of it is removed again where
        a step fails.
        """
        words = {
            server: [own] if isinstance(own, str) else list(own) for server, own in (servers or {}).items()
        }
        arguments: dict[str, Any] = {
            "name": name,
            "defaults": defaults,
            "mode": mode,
            "servers": list(words.items()),
        }
        self._perform("create_backend", arguments)

    def remove_backend(self, name: str, *, drain: float = 5.0) -> None:
        """Removes a backend with its servers. Its clients may take ``drain`` seconds to finish. Since HAProxy
        3.4.
        """
        arguments: dict[str, Any] = {"name": name, "drain": drain}
        self._perform("remove_backend", arguments)

    def store_entries(self, table: str, entries: Mapping[str, Mapping[str, int | str]]) -> None:
        """Adds entries to a stick table, or changes what they store: all of them, or none.

        ``entries`` has what each key stores: ``{"10.0.0.1": {"gpc0": 5}}``.
        """
        stored = [
            (key, [(name, str(value)) for name, value in data.items()]) for key, data in entries.items()
        ]
        arguments: dict[str, Any] = {"table": table, "entries": stored}
        self._perform("store_entries", arguments)

    def remove_ca_file(self, file: str) -> None:
        """Removes the certificates of authorities that HAProxy has under this file and does not use."""
        arguments: dict[str, Any] = {"store": "ca-file", "file": file}
        self._perform("remove_store", arguments)

    def remove_crl_file(self, file: str) -> None:
        """Removes the lists of revoked certificates that HAProxy has under this file and does not use."""
        arguments: dict[str, Any] = {"store": "crl-file", "file": file}
        self._perform("remove_store", arguments)

    def apply(self, plan: Plan, *, drain: float = 10.0, wait: float | None = None) -> None:
        """Carries out a plan: all of it, or nothing. At the end the process is compared with the plan.

        Clients of servers that go may take ``drain`` seconds to finish; servers that are added may take
        ``wait`` seconds to be up, where that is waited for. A plan that needs a reload is refused.
        """
        arguments: dict[str, Any] = {"plan": plan, "drain": drain, "wait": wait}
        self._perform("apply", arguments)
