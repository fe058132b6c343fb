"""A running HAProxy: commands, operations, errors; blocking and asynchronous."""

from __future__ import annotations

import asyncio
import copy
import inspect
import pickle
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from haproxy_kit import _native
from haproxy_kit.config import Document
from haproxy_kit.runtime import AsyncClient, Capabilities, Client, RuntimeApiError, plan

from .conftest import REPOSITORY, binary


@pytest.fixture
def client(folder: Path) -> Client:
    """A client of it."""
    return Client(folder / "admin.sock")


def test_commands_have_typed_answers(client: Client) -> None:
    assert client.version() == "3.2"
    assert client.level() == "admin"
    assert client.show_info()["Name"] == "HAProxy"
    rows = {(row["pxname"], row["svname"]): row for row in client.show_stat()}
    assert rows["app", "s2"]["weight"] == 20
    assert client.get_weight("app/s1") == {"weight": 10, "initial": 10}
    client.set_server_weight("app/s1", "50%")
    assert client.get_weight("app/s1")["weight"] == 5
    client.set_server_weight("app/s1", 10)
    client.set_server_state("app/s1", "drain")
    client.set_server_state("app/s1", state="ready")
    assert [row["svname"] for row in client.show_stat(selection=("app", 4, -1))] == ["s1", "s2"]
    assert "show stat" in client.text("help")
    assert client.call("get", "weight", "app/s1")["initial"] == 10


def test_words_stay_words(client: Client, folder: Path) -> None:
    maps = str(folder / "hosts.map")
    client.add_map_entry(maps, "b c;d", "it's \\ here")
    assert [one["value"] for one in client.show_map(maps)][-1].endswith("it's \\ here")
    with pytest.raises(RuntimeApiError) as caught:
        client.set_server_state("app/s1\nshutdown sessions server app/s1", "ready")
    assert caught.value.code == "encode"


def test_operations_leave_nothing_half_done(client: Client, folder: Path) -> None:
    maps = str(folder / "hosts.map")
    assert client.replace_map(maps, {"a.example": "app", "b.example": "app"}) > 0
    assert {one["key"]: one["value"] for one in client.show_map(maps)} == {"a.example": "app", "b.example": "app"}
    client.create_server("app/s3", "127.0.0.1:3", "weight", "30", "check", "inter", "1h")
    names = [row["svname"] for row in client.show_stat(selection=("app", 4, -1))]
    assert names == ["s1", "s2", "s3"]
    client.change_server("app/s3", weight=7, maxconn=5, address="127.0.0.2", port=4, state="drain")
    [row] = [row for row in client.show_stat() if row["svname"] == "s3"]
    assert row["addr"] == "127.0.0.2:4"
    client.remove_server("app/s3", drain=0.5)
    assert "s3" not in [row["svname"] for row in client.show_stat()]
    saved = client.save_servers_state(folder / "state")
    assert saved
    assert (folder / "state").read_text().startswith("1\n")
    with pytest.raises(ValueError, match="weight"):
        client.change_server("app/s1", weight="much")
    with pytest.raises(ValueError, match="maint"):
        client.change_server("app/s1", state="away")
    with pytest.raises(RuntimeApiError):
        client.create_server("app/s1", "127.0.0.1:3")


def test_long_answers_are_told_line_by_line(client: Client, folder: Path) -> None:
    maps = str(folder / "hosts.map")
    client.replace_map(maps, [(f"{n}.example", "app") for n in range(5000)])
    lines = client.lines("show", "map", maps)
    assert next(lines).endswith("0.example app")
    assert client.show_info()["Name"] == "HAProxy", "the client is free meanwhile"
    assert sum(1 for _ in lines) == 4999
    with pytest.raises(RuntimeApiError) as caught:
        list(client.lines("show", "map", "/no/such.map"))
    assert caught.value.code == "not-found"

    async def work() -> None:
        async with AsyncClient(folder / "admin.sock") as client:
            found = [line async for line in client.lines("show", "map", maps)]
            assert len(found) == 5000
            async for line in client.lines("show", "map", maps):
                assert line.endswith("0.example app")
                break
            assert (await client.show_info())["Name"] == "HAProxy"
            with pytest.raises(RuntimeApiError) as caught:
                [line async for line in client.lines("show", "map", "/no/such.map")]
            assert caught.value.code == "not-found"

    asyncio.run(work())


def test_entries_are_stored(client: Client) -> None:
    client.store_entries("clients", {"10.0.0.1": {"gpc0": 5}, "10.0.0.2": {"gpc0": "6"}})
    stored = "\n".join(client.lines("show", "table", "clients"))
    assert "key=10.0.0.1" in stored
    assert "gpc0=6" in stored
    with pytest.raises(RuntimeApiError):
        client.store_entries("clients", {"10.0.0.3": {"gpc0": 1}, "10.0.0.4": {"nothing": 1}})
    assert "10.0.0.3" not in "\n".join(client.lines("show", "table", "clients"))


def test_what_this_haproxy_cannot_do_is_refused(client: Client) -> None:
    servers: dict[str, str | list[str]] = {"s1": "127.0.0.1:1", "s2": ["127.0.0.1:2", "weight", "5"]}
    attempts: list[Callable[[], None]] = [
        lambda: client.create_backend("new", "base", mode="http", servers=servers),
        lambda: client.remove_backend("app"),
        lambda: client.remove_ca_file("/no/such.pem"),
        lambda: client.remove_crl_file("/no/such.pem"),
    ]
    for attempt in attempts:
        with pytest.raises(RuntimeApiError):
            attempt()
    with pytest.raises(ValueError, match="has no address"):
        client.create_backend("new", "base", servers={"s1": []})


def test_connections_are_kept_in_a_context(folder: Path) -> None:
    with Client(folder / "admin.sock") as client:
        for _ in range(3):
            client.show_info()
    assert client.version() == "3.2"
    assert repr(client) == f"Client('{folder}/admin.sock')"
    assert repr(Client("a:1", process="@1")) == "Client('a:1', process='@1')"


def test_refusals_tell_what_they_are_about(client: Client, folder: Path) -> None:
    with pytest.raises(RuntimeApiError) as caught:
        client.set_server_state("app/s9", "ready")
    assert caught.value.is_not_found
    assert not caught.value.is_timeout
    assert caught.value.code == "not-found"
    assert pickle.loads(pickle.dumps(caught.value)).is_not_found
    with pytest.raises(RuntimeApiError) as caught:
        Client(folder / "user.sock").set_server_state("app/s1", "ready")
    assert caught.value.is_permission_denied
    with pytest.raises(RuntimeApiError) as caught:
        client.call("frobnicate")
    assert caught.value.is_unknown_command
    with pytest.raises(RuntimeApiError) as caught:
        Client(folder / "nobody.sock").show_info()
    assert caught.value.is_disconnect
    assert caught.value.code == "connect"
    for wrong in ({"address": "x:y:z "}, {"address": "a:1", "process": "?"}, {"address": "a:1", "read_timeout": -1}):
        with pytest.raises(ValueError, match="."):
            Client(**wrong)


def test_nobody_waits_longer_than_told(tmp_path: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "silent.sock"))
        silent.listen()
        beats = 0
        done = threading.Event()

        def beat() -> None:
            nonlocal beats
            while not done.wait(0.01):
                beats += 1

        thread = threading.Thread(target=beat)
        thread.start()
        with pytest.raises(RuntimeApiError) as caught:
            Client(tmp_path / "silent.sock", read_timeout=0.3).show_info()
        done.set()
        thread.join()
        assert caught.value.is_timeout
        assert beats > 5

        async def wait() -> None:
            client = AsyncClient(tmp_path / "silent.sock", read_timeout=0.3)
            with pytest.raises(RuntimeApiError) as caught:
                await client.show_info()
            assert caught.value.is_timeout
            with pytest.raises((asyncio.TimeoutError, TimeoutError)):
                await asyncio.wait_for(AsyncClient(tmp_path / "silent.sock").show_info(), 0.2)

        asyncio.run(wait())


def test_threads_share_a_client(client: Client) -> None:
    answers: list[object] = []
    threads = [threading.Thread(target=lambda: answers.append(client.show_info()["Name"])) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["HAProxy"] * 8


def test_the_asynchronous_client_does_the_same(folder: Path) -> None:
    async def work() -> None:
        maps = str(folder / "hosts.map")
        async with AsyncClient(folder / "admin.sock") as client:
            assert await client.version() == "3.2"
            assert await client.level() == "admin"
            rows = await client.show_stat()
            assert ("app", "s1") in {(row["pxname"], row["svname"]) for row in rows}
            infos = await asyncio.gather(*(client.show_info() for _ in range(5)))
            assert {info["Name"] for info in infos} == {"HAProxy"}
            assert await client.replace_map(maps, [(f"{n}.example", "app") for n in range(2000)]) > 0
            assert len(await client.show_map(maps)) == 2000
            await client.create_server("app/s4", "127.0.0.1:4")
            await client.remove_server("app/s4")
            with pytest.raises(RuntimeApiError) as caught:
                await client.set_server_state("app/s9", "ready")
            assert caught.value.is_not_found
            assert "show stat" in await client.text("help")
            assert (await client.call("get", "weight", "app/s2"))["initial"] == 20
        assert await client.version() == "3.2"
        assert repr(client).startswith("AsyncClient(")
        with pytest.raises(RuntimeApiError) as caught:
            await AsyncClient(folder / "nobody.sock").show_info()
        assert (caught.value.code, caught.value.is_disconnect) == ("connect", True)

    asyncio.run(work())


def test_a_cancelled_call_leaves_a_client_that_works(folder: Path) -> None:
    async def work() -> None:
        async with AsyncClient(folder / "admin.sock") as client:
            await client.version()
            task = asyncio.create_task(client.show_stat())
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await client.show_info())["Name"] == "HAProxy"

    asyncio.run(work())


def test_a_kept_connection_that_ended_is_replaced(tmp_path: Path) -> None:
    """HAProxy closes connections that are idle; the next call opens another."""

    async def work() -> None:
        config = tmp_path / "haproxy.cfg"
        config.write_text(f"global\n    stats socket {tmp_path}/s.sock level admin\n    stats timeout 200ms\n")
        process = await asyncio.create_subprocess_exec(
            str(binary()), "-db", "-f", str(config), stderr=asyncio.subprocess.DEVNULL
        )
        try:
            while not (tmp_path / "s.sock").exists():
                await asyncio.sleep(0.05)
            async with AsyncClient(tmp_path / "s.sock") as client:
                await client.show_info()
                await asyncio.sleep(0.5)
                assert (await client.show_info())["Name"] == "HAProxy"
        finally:
            process.kill()
            await process.wait()

    asyncio.run(work())


def test_both_clients_have_every_command() -> None:
    names = {method for method in dir(Client) if not method.startswith("_")}
    assert names == {method for method in dir(AsyncClient) if not method.startswith("_")}
    for form in _native.runtime_forms():
        name = "".join(f"_{c.lower()}" if c.isupper() else c for c in form["command"]).lstrip("_")
        assert name in names
    assert inspect.isasyncgenfunction(AsyncClient.lines)
    for name in names - {"close", "lines"}:
        blocking, asynchronous = getattr(Client, name), getattr(AsyncClient, name)
        assert inspect.iscoroutinefunction(asynchronous)
        assert blocking.__doc__ == asynchronous.__doc__
        assert inspect.signature(blocking) == inspect.signature(asynchronous)


def test_certificates_bring_what_stands_beside_them(client: Client) -> None:
    folder = REPOSITORY / "tests" / "fixtures" / "certificates"
    pem, key, issuer = ((folder / f"stapled.{end}").read_text() for end in ("pem", "key", "issuer"))
    ocsp = (folder / "stapled-1.ocsp").read_bytes()
    assert client.update_certificate("stapled.pem", pem + key, issuer=issuer, ocsp=ocsp)
    assert client.show_ssl_cert("stapled.pem")["subject"] == "/CN=stapled.example"
    assert not client.update_certificate("stapled.pem", pem + key)
    with pytest.raises(RuntimeApiError, match="blocks of PEM"):
        client.update_certificate("stapled.pem", pem + key, issuer="words")
    client.del_ssl_cert("stapled.pem")


def test_plans_tell_steps_or_why_to_reload() -> None:
    old = Document("backend app\n  server s1 10.0.0.1:80 weight 5\n")
    new = Document("backend app\n  server s1 10.0.0.1:80 weight 9\n  server s2 10.0.0.2:80 check\n")
    found = plan(old, new)
    assert found
    assert not found.needs_reload
    assert str(found) == "1. add server app/s2 10.0.0.2:80 check\n2. set server app/s1: weight 9, was 5\n"
    assert len(found.steps) == 2
    assert found == plan(old, new, target=Capabilities("3.2"))
    assert repr(found) == "<Plan of 2 steps, 0 reasons to reload>"
    assert {found: 1}[plan(old, new)] == 1
    assert copy.copy(found) is copy.deepcopy(found) is found
    for capabilities in (Capabilities("3.2"), Capabilities("3.0", frozenset({"check"}), frozenset(), 7)):
        made = plan(old, new, target=capabilities, old_files={"/a": b"x"}, new_files={"/a": b"\xff"})
        assert pickle.loads(pickle.dumps(made)) == made
    assert not plan(old, old)
    assert plan(old, old).notes == []
    reload = plan(old, Document("backend app\n  balance source\n  server s1 10.0.0.1:80 weight 5\n"))
    assert reload.needs_reload
    assert reload.reasons[0]["keyword"] == "balance"
    files = {"/a.map": b"a b\n"}
    mapped = Document("frontend www\n  bind :80\n  use_backend %[path,map(/a.map)]\n")
    changed = plan(mapped, mapped, old_files=files, new_files={"/a.map": b"a c\n"})
    assert changed
    assert not changed.needs_reload


def test_plans_are_applied(folder: Path) -> None:
    old = Document((folder / "haproxy.cfg").read_text())
    client = Client(folder / "admin.sock")
    capabilities = client.capabilities()
    assert capabilities.version == "3.2"
    assert "check" in (capabilities.server_parameters or ())
    client.set_server_weight("app/s1", 10)
    client.set_server_weight("app/s2", 20)
    new = Document(str(old).replace("weight 20", "weight 25") + "    server s5 127.0.0.1:5\n")
    client.apply(plan(old, new, target=capabilities))
    rows = {row["svname"]: row for row in client.show_stat(selection=("app", 4, -1))}
    assert rows["s2"]["weight"] == 25
    assert "s5" in rows

    async def back() -> None:
        async with AsyncClient(folder / "admin.sock") as client:
            await client.apply(plan(new, old, target=await client.capabilities()), drain=1)
            assert "s5" not in {row["svname"] for row in await client.show_stat()}

    asyncio.run(back())
    reload = plan(old, Document(str(old).replace("roundrobin", "source")))
    with pytest.raises(RuntimeApiError) as caught:
        client.apply(reload)
    assert caught.value.code == "needs-reload"
