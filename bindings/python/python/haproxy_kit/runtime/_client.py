"""Clients of a running HAProxy."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Sequence
from typing import Any, TypeVar

from haproxy_kit import _native
from haproxy_kit.runtime._async_operations import AsyncOperations
from haproxy_kit.runtime._commands import AsyncCommands, Commands
from haproxy_kit.runtime._operations import Operations
from haproxy_kit.runtime._values import Address

_Client = TypeVar("_Client", bound="Client")
_AsyncClient = TypeVar("_AsyncClient", bound="AsyncClient")
_TIMED_OUT = 0


class _Settings:
    """Where HAProxy is, and how long is waited for it."""

    def __init__(
        self,
        address: Address,
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


class Client(Commands, Operations):
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
        address: Address,
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

    def lines(self, *words: str, payload: str | None = None) -> Iterator[str]:
        """Sends any command, and tells the lines of its answer as they come, however long it is.

        It has a connection of its own; to stop early is to drop the iterator. An answer that is broken off
        raises.

        >>> from haproxy_kit.runtime import Client
        >>> def clients(client: Client) -> int:
        ...     return sum("key=" in line for line in client.lines("show", "table", "clients"))
        """
        return self._native.lines(list(words), payload)

    def _command(
        self, form: str | None, words: Sequence[str], payload: str | None = None
    ) -> Any:
        arguments = {"form": form, "words": list(words), "payload": payload, "text": False}
        return self._native.perform("command", arguments)

    def _perform(self, kind: str, arguments: dict[str, Any]) -> Any:
        return self._native.perform(kind, arguments)


class AsyncClient(AsyncCommands, AsyncOperations):
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
        address: Address,
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

    async def lines(self, *words: str, payload: str | None = None) -> AsyncIterator[str]:
        """Sends any command, and tells the lines of its answer as they come, however long it is.

        Other calls of this client wait until the iterator is at its end, or closed.
        """

        def begin(conversation: _native.Conversation) -> None:
            conversation.begin_lines(list(words), payload, self._is_quiet())

        steps = self._steps(begin)
        try:
            async for kind, line in steps:
                if kind == "line":
                    yield line
        finally:
            await steps.aclose()

    async def _command(
        self, form: str | None, words: Sequence[str], payload: str | None = None
    ) -> Any:
        arguments = {"form": form, "words": list(words), "payload": payload, "text": False}
        return await self._perform("command", arguments)

    async def _perform(self, kind: str, arguments: dict[str, Any]) -> Any:
        answer: Any = None
        steps = self._steps(lambda one: one.begin(kind, arguments, self._is_quiet()))
        async for _, answer in steps:
            pass
        return answer

    async def _steps(
        self, begin: Callable[[_native.Conversation], None]
    ) -> AsyncGenerator[tuple[str, Any], None]:
        """The lines that a call tells, and its answer at last."""
        async with self._lock:
            conversation = self._conversation
            begin(conversation)
            try:
                step: tuple[Any, ...] = conversation.step(None)
                while step[0] != "done":
                    if step[0] == "line":
                        yield "line", step[1]
                        step = conversation.step(b"")
                    else:
                        step = conversation.step(*await self._do(*step))
            except BaseException:
                self._conversation = _native.Conversation(
                    *self._settings.arguments[:3], conversation.is_kept
                )
                self._hang_up()
                raise
            if not step[2]:
                self._hang_up()
            yield "done", step[1]

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
