"""Clients of a running HAProxy."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from haproxy_kit import _native
from haproxy_kit._native import Plan
from haproxy_kit.runtime._commands import AsyncCommands, Commands
from haproxy_kit.runtime._plan import Capabilities

_Address = str | os.PathLike[str]
_Client = TypeVar("_Client", bound="Client")
_AsyncClient = TypeVar("_AsyncClient", bound="AsyncClient")
_Entries = Mapping[str, str] | Iterable[tuple[str, str]]
_TIMED_OUT = 0


class _Settings:
    """Where HAProxy is, and how long is waited for it."""

    def __init__(
        self,
        address: _Address,
        process: str | None,
        connect_timeout: float,
        read_timeout: float,
        call_timeout: float,
        keep: bool,
    ) -> None:
        timeouts = (connect_timeout, read_timeout, call_timeout)
        self.arguments = (os.fspath(address), process, timeouts, keep)

    def __repr__(self) -> str:
        address, process, *_ = self.arguments
        return f"{address!r}" if process is None else f"{address!r}, process={process!r}"


class Client(Commands):
    """A client of a running HAProxy that waits for its answers; other threads run meanwhile.

    It connects for each command, or keeps its connection where it is used as a context:

    >>> from haproxy_kit.runtime import Client
    >>> def drain(path: str) -> None:
    ...     with Client(path) as client:
    ...         print(client.show_info()["Version"])
    ...         client.set_server_state("app/s1", "drain")

    Every command is a method; what is an operation of several commands leaves nothing half done. Arguments
    stay one word each, whatever they hold. Threads may share a client: one call is made after the other.

    Everything raises :class:`~haproxy_kit.errors.RuntimeApiError`.
    """

    def __init__(
        self,
        address: _Address,
        *,
        process: str | None = None,
        connect_timeout: float = 5.0,
        read_timeout: float = 10.0,
        call_timeout: float = 300.0,
        keep: bool = False,
    ) -> None:
        """A client of the socket at ``address``: a path, ``abns@name`` or ``host:port``.

        ``process`` is a process of the master that listens there: ``@1``, ``@!PID`` or ``@master``. Timeouts
        are in seconds: for the connection, for the next bytes of an answer, and for a whole call. ``keep``
        keeps the connection from one command to the next.

        Raises :class:`ValueError` for what is no address, process or time.
        """
        self._settings = _Settings(
            address, process, connect_timeout, read_timeout, call_timeout, keep
        )
        self._native = _native.Client(*self._settings.arguments)

    def __enter__(self: _Client) -> _Client:
        address, process, timeouts, _ = self._settings.arguments
        self._native = _native.Client(address, process, timeouts, True)
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Client({self._settings!r})"

    def close(self) -> None:
        """Closes the connection that is kept. The client can be used again."""
        self._native = _native.Client(*self._settings.arguments)

    def call(self, *words: str, payload: str | None = None) -> Any:
        """Sends any command, word by word, and tells its answer as data; as text where it is not known.

        ``payload`` stands below the command.
        """
        return self._command(None, words, payload)

    def text(self, line: str, payload: str | None = None) -> str:
        """Sends a line as HAProxy reads it, and tells its answer as it stands."""
        arguments = {"line": line, "payload": payload, "text": True}
        answer: str = self._native.perform("command", arguments)
        return answer

    def version(self) -> str | None:
        """The branch of the HAProxy that answers, ``3.2``; ``None`` where it names none."""
        version: str | None = self._native.perform("version", {})
        return version

    def level(self) -> str:
        """What the socket may do: ``user``, ``operator`` or ``admin``."""
        level: str = self._native.perform("level", {})
        return level

    def replace_map(self, file: str, entries: _Entries) -> int:
        """Replaces all entries of a map at once: requests see the old ones or the new ones.

        ``file`` is the map's file, or ``#`` and its number. Tells the version that the map has then.
        """
        arguments: dict[str, Any] = {"file": file, "entries": _pairs(entries)}
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

    def update_certificate(self, file: str, pem: str) -> bool:
        """Replaces a certificate that HAProxy has, or makes one. Tells whether it did not have it before."""
        arguments: dict[str, Any] = {"store": "certificate", "file": file, "pem": pem}
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

    def save_servers_state(self, path: _Address) -> list[dict[str, Any]]:
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
        return _capabilities(found)

    def apply(self, plan: Plan, *, drain: float = 10.0, wait: float | None = None) -> None:
        """Carries out a plan: all of it, or nothing. At the end the process is compared with the plan.

        Clients of servers that go may take ``drain`` seconds to finish; servers that are added may take
        ``wait`` seconds to be up, where that is waited for. A plan that needs a reload is refused.
        """
        arguments: dict[str, Any] = {"plan": plan, "drain": drain, "wait": wait}
        self._perform("apply", arguments)

    def _command(
        self, form: str | None, words: Sequence[str], payload: str | None = None
    ) -> Any:
        arguments = {"form": form, "words": list(words), "payload": payload, "text": False}
        return self._native.perform("command", arguments)

    def _perform(self, kind: str, arguments: dict[str, Any]) -> Any:
        return self._native.perform(kind, arguments)


class AsyncClient(AsyncCommands):
    """A client of a running HAProxy for :mod:`asyncio`. Reads and writes go through the event loop.

    >>> import asyncio
    >>> from haproxy_kit.runtime import AsyncClient
    >>> async def weights(path: str) -> None:
    ...     async with AsyncClient(path) as client:
    ...         for row in await client.show_stat():
    ...             print(row["pxname"], row["svname"], row.get("weight"))

    It has the methods of :class:`Client`, to be awaited. One call is made after the other; a call that is
    cancelled closes its connection. A command that was sent may have been carried out then.
    """

    def __init__(
        self,
        address: _Address,
        *,
        process: str | None = None,
        connect_timeout: float = 5.0,
        read_timeout: float = 10.0,
        call_timeout: float = 300.0,
        keep: bool = False,
    ) -> None:
        """A client of the socket at ``address``: see :class:`Client`."""
        self._settings = _Settings(
            address, process, connect_timeout, read_timeout, call_timeout, keep
        )
        self._conversation = _native.Conversation(*self._settings.arguments)
        self._lock = asyncio.Lock()
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def __aenter__(self: _AsyncClient) -> _AsyncClient:
        address, process, timeouts, _ = self._settings.arguments
        self._conversation = _native.Conversation(address, process, timeouts, True)
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"AsyncClient({self._settings!r})"

    async def close(self) -> None:
        """Closes the connection that is kept. The client can be used again."""
        async with self._lock:
            self._conversation = _native.Conversation(*self._settings.arguments)
            self._hang_up()

    async def call(self, *words: str, payload: str | None = None) -> Any:
        """Sends any command, word by word, and tells its answer as data; as text where it is not known.

        ``payload`` stands below the command.
        """
        return await self._command(None, words, payload)

    async def text(self, line: str, payload: str | None = None) -> str:
        """Sends a line as HAProxy reads it, and tells its answer as it stands."""
        arguments = {"line": line, "payload": payload, "text": True}
        answer: str = await self._perform("command", arguments)
        return answer

    async def version(self) -> str | None:
        """The branch of the HAProxy that answers, ``3.2``; ``None`` where it names none."""
        version: str | None = await self._perform("version", {})
        return version

    async def level(self) -> str:
        """What the socket may do: ``user``, ``operator`` or ``admin``."""
        level: str = await self._perform("level", {})
        return level

    async def replace_map(self, file: str, entries: _Entries) -> int:
        """Replaces all entries of a map at once: requests see the old ones or the new ones.

        ``file`` is the map's file, or ``#`` and its number. Tells the version that the map has then.
        """
        arguments: dict[str, Any] = {"file": file, "entries": _pairs(entries)}
        outcome: int = await self._perform("replace_map", arguments)
        return outcome

    async def replace_acl(self, file: str, patterns: Iterable[str]) -> int:
        """Replaces all patterns of an ACL's file at once. Tells the version that it has then."""
        arguments: dict[str, Any] = {"file": file, "patterns": list(patterns)}
        outcome: int = await self._perform("replace_acl", arguments)
        return outcome

    async def create_server(
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
        await self._perform("create_server", arguments)

    async def remove_server(
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
        await self._perform("remove_server", arguments)

    async def change_server(
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
        await self._perform("change_server", arguments)

    async def install_certificate(
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
        outcome: bool = await self._perform("install_certificate", arguments)
        return outcome

    async def remove_certificate(self, file: str, crt_list: str) -> bool:
        """Takes a certificate out of a crt-list, and removes it where nothing else uses it.

        Tells whether it was removed.
        """
        arguments: dict[str, Any] = {"file": file, "crt_list": crt_list}
        outcome: bool = await self._perform("remove_certificate", arguments)
        return outcome

    async def update_certificate(self, file: str, pem: str) -> bool:
        """Replaces a certificate that HAProxy has, or makes one. Tells whether it did not have it before."""
        arguments: dict[str, Any] = {"store": "certificate", "file": file, "pem": pem}
        outcome: bool = await self._perform("update_store", arguments)
        return outcome

    async def update_ca_file(self, file: str, pem: str) -> bool:
        """Replaces the certificates of authorities in a file that HAProxy has, or makes one."""
        arguments: dict[str, Any] = {"store": "ca-file", "file": file, "pem": pem}
        outcome: bool = await self._perform("update_store", arguments)
        return outcome

    async def update_crl_file(self, file: str, pem: str) -> bool:
        """Replaces the lists of revoked certificates in a file that HAProxy has, or makes one."""
        arguments: dict[str, Any] = {"store": "crl-file", "file": file, "pem": pem}
        outcome: bool = await self._perform("update_store", arguments)
        return outcome

    async def save_servers_state(self, path: _Address) -> list[dict[str, Any]]:
        """Saves the state of all servers in a file for ``load-server-state-from-file``; tells it, too."""
        arguments: dict[str, Any] = {"path": os.fspath(path)}
        outcome: list[dict[str, Any]] = await self._perform("save_servers_state", arguments)
        return outcome

    async def reload_master(self, *, hard: bool = False, timeout: float = 60.0) -> dict[str, Any]:
        """Lets a master start a worker with the configuration as it is on disk, and waits for what comes of it.

        With ``hard``, the old workers end at once. Tells ``is_success``, ``worker`` and ``logs``.
        """
        arguments: dict[str, Any] = {"hard": hard, "timeout": timeout}
        outcome: dict[str, Any] = await self._perform("reload", arguments)
        return outcome

    async def capabilities(self) -> Capabilities:
        """What the process says it can do, for :func:`plan`."""
        found: dict[str, Any] = await self._perform("capabilities", {})
        return _capabilities(found)

    async def apply(self, plan: Plan, *, drain: float = 10.0, wait: float | None = None) -> None:
        """Carries out a plan: all of it, or nothing. At the end the process is compared with the plan.

        Clients of servers that go may take ``drain`` seconds to finish; servers that are added may take
        ``wait`` seconds to be up, where that is waited for. A plan that needs a reload is refused.
        """
        arguments: dict[str, Any] = {"plan": plan, "drain": drain, "wait": wait}
        await self._perform("apply", arguments)

    async def _command(
        self, form: str | None, words: Sequence[str], payload: str | None = None
    ) -> Any:
        arguments = {"form": form, "words": list(words), "payload": payload, "text": False}
        return await self._perform("command", arguments)

    async def _perform(self, kind: str, arguments: dict[str, Any]) -> Any:
        async with self._lock:
            conversation = self._conversation
            conversation.begin(kind, arguments, self._is_quiet())
            try:
                step: tuple[Any, ...] = conversation.step(None)
                while step[0] != "done":
                    step = conversation.step(*await self._do(*step))
            except BaseException:
                self._conversation = _native.Conversation(
                    *self._settings.arguments[:3], conversation.is_kept
                )
                self._hang_up()
                raise
            if not step[2]:
                self._hang_up()
            return step[1]

    async def _do(self, kind: str, what: Any, left: float | None) -> tuple[bytes, int | None]:
        """Does what a call waits for: what was read, and the number of an error, 0 where time ran out."""
        # asyncio.wait_for may swallow a cancellation before Python 3.12.
        task = asyncio.ensure_future(self._work(kind, what))
        try:
            await asyncio.wait({task}, timeout=left)
        finally:
            task.cancel()
        if not task.done() or task.cancelled():
            return b"", _TIMED_OUT
        try:
            return task.result(), None
        except OSError as error:
            # Names that are not found have numbers of their own.
            is_system = error.errno is not None and error.errno > 0
            return b"", error.errno if is_system else errno.EHOSTUNREACH

    async def _work(self, kind: str, what: Any) -> bytes:
        if kind == "sleep":
            await asyncio.sleep(what)
        elif kind == "open":
            self._hang_up()
            await self._connect(*what)
        elif kind == "read" and self._reader is not None:
            return await self._reader.read(what)
        elif kind == "write" and self._writer is not None:
            self._writer.write(what)
            await self._writer.drain()
        return b""

    async def _connect(self, family: str, name: str) -> None:
        if family == "unix":
            self._reader, self._writer = await asyncio.open_unix_connection(name)
        else:
            host, _, port = name.rpartition(":")
            opened = asyncio.open_connection(host.strip("[]"), int(port))
            self._reader, self._writer = await opened

    def _is_quiet(self) -> bool:
        """Whether the connection that is kept has neither ended nor said anything."""
        reader = self._reader
        if reader is None or self._writer is None or self._writer.is_closing():
            return False
        # What was read and not asked for is in the reader already.
        unread: bytearray = getattr(reader, "_buffer", bytearray())
        return not reader.at_eof() and not unread and reader.exception() is None

    def _hang_up(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._reader = self._writer = None


def _pairs(entries: _Entries) -> list[tuple[str, str]]:
    return list(entries.items()) if isinstance(entries, Mapping) else list(entries)


def _capabilities(found: dict[str, Any]) -> Capabilities:
    names = {name: found[name] for name in ("server_parameters", "commands")}
    sets = {name: None if value is None else frozenset(value) for name, value in names.items()}
    return Capabilities(found["version"], hard_maxconn=found["hard_maxconn"], **sets)
