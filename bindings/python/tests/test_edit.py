"""Edits of documents leave every other byte alone."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

from haproxy_kit import HaproxyKitError
from haproxy_kit.config import ConfigError, Document, EditError


def code_of(caught: pytest.ExceptionInfo[EditError]) -> str | None:
    return caught.value.code


def test_edits_touch_their_own_lines(shop: str) -> None:
    document = Document(shop)
    backend = document.section("backend", "shop")
    assert backend.add("server s2 10.0.0.2:80 check") == 2
    assert backend.set(["timeout", "server"], "30s") is True
    assert backend.set(["timeout", "server"], "30s") is False
    backend.set_word(backend.find("server", "s1").index, 2, "10.0.0.9:80")  # type: ignore[union-attr]
    backend.set_comment(0, "what we sell")
    expected = shop.replace("backend shop\n", "backend shop # what we sell\n")
    expected = expected.replace("10.0.0.1:80", "10.0.0.9:80")
    kept, _, _ = expected.partition("\tserver")
    assert str(document).startswith(kept)
    assert "\tserver  s1 10.0.0.9:80 check # first\n\tserver s2 10.0.0.2:80 check\n" in str(document)
    assert "\ttimeout server 30s\n" in str(document)
    backend.remove_statement("timeout", "server")
    backend.remove_statement("server", "s2")
    assert str(document) == expected


def test_a_value_can_never_be_another_word_or_line() -> None:
    document = Document("backend app\n")
    document.section("backend", "app").push(["http-request", "set-header", "X", 'a "b" # c\nd'])
    [statement] = document.section("backend", "app").statements()
    assert statement.words == ("http-request", "set-header", "X", 'a "b" # c\nd')
    assert len(str(document).splitlines()) == 2


def test_lines_are_inserted_replaced_moved_and_removed() -> None:
    document = Document("backend app\n  balance source # b\n  mode http\n")
    backend = document.section("backend", "app")
    backend.insert(2, ["option", "httplog"])
    backend.insert_comment(1, "the order matters")
    backend.replace(2, "balance leastconn")
    backend.move_statement(4, 2)
    assert str(document) == (
        "backend app\n  # the order matters\n  mode http\n  balance leastconn # b\n  option httplog\n"
    )
    backend.remove(2)
    backend.set_comment(2, None)
    assert [statement.text for statement in backend.statements()] == [
        "balance leastconn",
        "option httplog",
    ]


def test_sections_are_added_removed_and_renamed(shop: str) -> None:
    document = Document(shop)
    document.add_section("backend", "cart").push("server c1 10.1.0.1:80")
    first = document.add_section("global", before=document.section("defaults"))
    assert (first.index, first.kind) == (0, "global")
    document.remove_section(document.section("global"))
    document.remove_section(document.section("backend", "cart"))
    assert str(document).rstrip("\n") == shop.rstrip("\n")
    assert document.rename_section("backend", "shop", "store") == ([8, 10], [])
    assert document.rename_server("store", "s1", "one") == ([11], [])
    assert "\tdefault_backend  store\n" in str(document)
    document.section("backend", "store").rename("shop")
    assert "\tdefault_backend  store\n" in str(document)


def test_a_section_that_was_asked_for_before_a_rearrangement_is_stale(shop: str) -> None:
    document = Document(shop)
    frontend, backend = document.sections()[1:]
    document.remove_section(frontend)
    for use in (lambda: backend.name, lambda: backend.push("mode http"), lambda: backend.statements()):
        with pytest.raises(EditError) as caught:
            use()
        assert code_of(caught) == "stale-section"
    assert repr(backend) == "<Section stale>"
    assert document.section("backend", "shop").name == "shop"


def test_edits_that_cannot_be_done_change_nothing(shop: str) -> None:
    document = Document(shop + "\tserver s1 10.0.0.5:80\n", path="shop.cfg")
    before = bytes(document)
    backend = document.section("backend", "shop")
    attempts: dict[str, Callable[[], object]] = {
        "no-such-section": lambda: document.section("backend", "cart"),
        "duplicate-section": lambda: document.add_section("backend", "shop"),
        "missing-name": lambda: document.add_section("backend"),
        "unexpected-name": lambda: document.add_section("global", "x"),
        "empty": lambda: backend.push([]),
        "not-a-statement": lambda: backend.push("mode http # why"),
        "misplaced": lambda: backend.push("backend other"),
        "unrepresentable": lambda: backend.push(["log-tag", "a\0b"]),
        "no-such-statement": lambda: backend.remove(9),
        "not-found": lambda: backend.remove_statement("balance"),
        "ambiguous": lambda: backend.set(["server", "s1"], "10.0.0.9:80"),
        "invalid-comment": lambda: backend.set_comment(1, "a\nb"),
    }
    for code, attempt in attempts.items():
        with pytest.raises(EditError) as caught:
            attempt()
        assert code_of(caught) == code
        assert caught.value.path == "shop.cfg"
        assert str(caught.value).startswith("shop.cfg: ") or caught.value.line is not None
        assert isinstance(caught.value, ConfigError)
    assert bytes(document) == before
    with pytest.raises(ValueError, match="backen"):
        document.section("backen", "shop")
    with pytest.raises(ValueError, match="another document"):
        Document(shop).remove_section(backend)
    with pytest.raises(TypeError):
        backend.push(b"mode http")  # type: ignore[arg-type]


def test_an_ambiguous_edit_tells_the_line() -> None:
    document = Document("backend app\n mode http\n mode tcp\n", path="a.cfg")
    with pytest.raises(EditError) as caught:
        document.section("backend", "app").set("mode", "http")
    assert (caught.value.path, caught.value.line, caught.value.column) == ("a.cfg", 2, None)
    assert str(caught.value) == "a.cfg:2: 'mode' stands more than once, at lines 2, 3"


def test_errors_survive_pickling_and_copying() -> None:
    error = EditError("no", path="a.cfg", line=3, column=4, code="empty")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert isinstance(twin, EditError)
        assert str(twin) == "a.cfg:3:4: no"
        assert twin.__dict__ == error.__dict__
    assert issubclass(EditError, HaproxyKitError)
