"""Documents are shared between threads, and work runs beside other Python code."""

from __future__ import annotations

import sys
import sysconfig
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from haproxy_kit.config import Config, Document, check, migrate, reconcile
from haproxy_kit.route import Relation, render, v2

from .conftest import REPOSITORY


def in_threads(count: int, work: Callable[[int], object]) -> None:
    barrier = threading.Barrier(count)

    def begin(index: int) -> object:
        barrier.wait()
        return work(index)

    with ThreadPoolExecutor(count) as pool:
        for future in [pool.submit(begin, index) for index in range(count)]:
            future.result(timeout=60)


def test_edits_of_one_document_are_none_lost() -> None:
    document = Document("backend app\n    mode http\n")

    def add(thread: int) -> None:
        section = document.section("backend", "app")
        for number in range(50):
            section.add(["server", f"s{thread}-{number}", "10.0.0.1:80"])
            str(document), hash(section), check(document)

    in_threads(4, add)
    assert len(document.section("backend", "app").statements("server")) == 200


def test_several_documents_are_locked_in_one_order() -> None:
    first = Document("defaults\n    mode http\n")
    second = Document("backend app\n    balance source\n")
    config = Config.from_document([first, second])

    def work(thread: int) -> None:
        documents = [first, second]
        for _ in range(20):
            reconcile(documents, config)
            migrate(list(reversed(documents)), to="3.2")

    in_threads(4, work)
    assert str(second) == "backend app\n    balance source\n"


def test_other_threads_run_while_a_document_is_parsed_and_checked() -> None:
    text = "".join(f"backend b{n}\n    server s{n} 10.0.0.1:80 check\n" for n in range(20_000))
    beats = 0
    done = threading.Event()

    def beat() -> None:
        nonlocal beats
        while not done.wait(0.001):
            beats += 1

    thread = threading.Thread(target=beat)
    thread.start()
    before = beats
    document = Document(text)
    for _ in range(3):
        document.formatted()
    during = beats - before
    done.set()
    thread.join()
    assert during > 3


def test_relation_data_is_read_and_rendered_in_many_threads() -> None:
    databag = {"service": '"web"', "ports": "[80]", "hosts": '["10.0.0.1"]', "check": '{"interval": 1, "rise": 1, "fall": 1}'}
    expected = v2.RequirerApplicationData.load(databag)

    def work(thread: int) -> None:
        for number in range(200):
            data = v2.RequirerApplicationData.load(databag)
            assert data == expected
            data.ports.append(thread)
            assert data.dump()["ports"] == f"[80, {thread}]"
            if number % 50 == 0:
                relation = Relation(1, databag)
                assert render([relation], external_hostname="a.example").endpoints == {1: ["https://a.example"]}

    in_threads(8, work)


def test_the_module_is_for_free_threaded_python() -> None:
    source = (REPOSITORY / "bindings" / "python" / "src" / "lib.rs").read_text()
    assert "#[pymodule(gil_used = false)]" in source
    is_enabled = getattr(sys, "_is_gil_enabled", lambda: True)
    if sysconfig.get_config_var("Py_GIL_DISABLED"):
        assert not is_enabled()
