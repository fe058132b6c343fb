"""What a configuration means, as data."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import pytest

from haproxy_kit.config import (
    Change,
    Config,
    Document,
    EffectiveError,
    ModelError,
    ReconcileError,
    Record,
    TargetError,
    check,
    diff,
    effective,
    migrate,
    reconcile,
)
from haproxy_kit.config.sections import Backend


def test_fields_are_attributes(shop: str) -> None:
    config = Config.from_document(Document(shop))
    backend = config.backends["shop"]
    server = backend.servers["s1"]
    assert (server.address, server.port, server.check) == ("10.0.0.1", 80, "enabled")
    assert server["port"] == 80
    assert server.weight is None
    assert "weight" not in server
    assert config.defaults[0].client_timeout == 5000
    assert config.frontends["www"].default_backend == "shop"
    assert config.global_ is None
    assert config.section("backend", "shop") == config.section(Backend, "shop") == backend
    assert "http_request_rule_list" in dir(backend)
    assert repr(config) == "<Config defaults, frontend www, backend shop>"
    with pytest.raises(KeyError, match="backend cart"):
        config.section("backend", "cart")
    with pytest.raises(AttributeError, match="has no attribute 'wieght'"):
        server.wieght  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="has no attribute 'wieght'"):
        server.wieght = 5  # type: ignore[attr-defined]


def test_the_example_is_the_same_through_every_form(example: Path) -> None:
    config = Config.from_document(Document(example))
    assert Config.from_dict(config.to_dict()) == config
    assert Config.from_json(config.to_json()) == config
    assert json.loads(config.to_json(indent=None)) == config.to_dict()
    assert Config.from_document(config.to_document()) == config
    for twin in (pickle.loads(pickle.dumps(config)), copy.deepcopy(config)):
        assert twin == config
        twin.backends["shop"].mode = "tcp"
        assert twin != config


def test_a_plain_copy_is_plain(shop: str) -> None:
    config = Config.from_document(Document(shop))

    def types(value: object) -> set[type]:
        if isinstance(value, dict):
            return {dict}.union(*map(types, value.values()))
        if isinstance(value, list):
            return {list}.union(*map(types, value))
        return {type(value)}

    plain = config.to_dict()
    assert types(plain).isdisjoint({Record, Backend})
    plain["sections"].clear()
    assert len(config.sections) == 3


def test_a_configuration_is_generated() -> None:
    config = Config()
    config.add("defaults", mode="http", client_timeout=5000)
    backend = config.add(Backend(name="app", from_="base"))
    backend.servers = {"s1": {"name": "s1", "address": "10.0.0.1", "port": 80}}
    backend.servers["s1"].check = "enabled"
    del backend.from_
    document = config.to_document()
    assert str(document) == (
        "defaults\n    mode http\n    timeout client 5000\n\n"
        "backend app\n    server s1 10.0.0.1:80 check\n"
    )


def test_reconcile_changes_what_differs_and_nothing_else(shop: str) -> None:
    document = Document(shop)
    config = Config.from_document(document)
    assert not reconcile(document, config)
    config.backends["shop"].servers["s1"].port = 8080
    config.defaults[0].client_timeout = 6000
    summary = reconcile(document, config, time_suffix="s")
    assert (summary.changed, summary.added, summary.removed) == (2, 0, 0)
    expected = shop.replace("10.0.0.1:80", "10.0.0.1:8080").replace("5000", "6s")
    assert str(document) == expected
    with pytest.raises(ValueError, match="'years'"):
        reconcile(document, config, time_suffix="years")


def test_reconcile_keeps_statements_in_their_files() -> None:
    first = Document("frontend www\n    bind :80\n", path="a.cfg")
    second = Document("backend app\n    balance source # sticky\n", path="b.cfg")
    config = Config.from_document([first, second])
    config.backends["app"].balance.algorithm = "leastconn"
    before = bytes(first)
    reconcile([first, second], config)
    assert bytes(first) == before
    assert str(second) == "backend app\n    balance leastconn # sticky\n"
    with pytest.raises(ValueError, match="twice"):
        reconcile([first, first], config)


def test_reconcile_refuses_to_cross_a_block() -> None:
    text = "backend app\n.if 1\n server a 10.0.0.1:80\n.endif\n server b 10.0.0.2:80\n"
    document = Document(text, path="a.cfg")
    config = Config.from_document(document)
    servers = config.backends["app"].servers
    servers["a"] = servers.pop("a")
    with pytest.raises(ReconcileError) as caught:
        reconcile(document, config)
    assert (caught.value.code, caught.value.path) == ("crosses-block", "a.cfg")
    assert caught.value.line is not None
    assert str(document) == text


def test_wrong_data_is_told_with_its_place() -> None:
    server = {"name": "s1", "address": "10.0.0.1", "wieght": 5}
    data = {"sections": [{"section": "backend", "name": "app", "servers": {"s1": server}}]}
    with pytest.raises(ModelError) as caught:
        Config.from_dict(data)
    assert caught.value.pointer == "/sections/0/servers/s1/wieght"
    assert caught.value.suggestions[0] == "weight"
    assert "there is: weight" in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).pointer == caught.value.pointer
    with pytest.raises(json.JSONDecodeError):
        Config.from_json("{")
    config = Config.from_document(Document("backend app\n"))
    config.backends["app"].mode = 7  # type: ignore[assignment]
    with pytest.raises(ModelError):
        config.validate()


@pytest.mark.parametrize("wrong", [{1: 2}, {"sections": {1}}, {"sections": float("nan")}, {"sections": 2**70}])
def test_what_is_no_json_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError, OverflowError)):
        Config.from_dict(wrong)


def test_data_without_end_is_refused() -> None:
    endless: dict[str, object] = {}
    endless["sections"] = [endless]
    with pytest.raises(RecursionError):
        Config.from_dict(endless)


def test_diff_tells_meaning() -> None:
    old = Document("backend app\n  timeout server 5000\n  server s1 10.0.0.1:80\n")
    new = Document("backend app\n  server s1 10.0.0.2:80 # moved\n  timeout server 5s\n")
    [change] = diff(old, new)
    assert change == Change(
        "backend app", "server s1", "server s1 10.0.0.1:80", "server s1 10.0.0.2:80"
    )
    assert str(change) == "backend app: server s1: server s1 10.0.0.1:80 -> server s1 10.0.0.2:80"
    assert diff(old, Config.from_document(old)) == []


def test_effective_settings_have_their_sources(shop: str) -> None:
    result = effective(Document(shop, path="shop.cfg"), "frontend", "www")
    assert [(source.kind, source.name, source.line) for source in result.sources] == [
        ("defaults", None, 2),
        ("frontend", "www", 6),
    ]
    [timeout] = [one for one in result.settings if one.keyword == "timeout client"]
    assert timeout.words == ("timeout", "client", "5000")
    assert (timeout.line, timeout.source.kind, timeout.source.path) == (3, "defaults", "shop.cfg")
    for kind, name, code in [("frontend", "x", "no-such-section"), ("global", None, "not-a-proxy")]:
        with pytest.raises(EffectiveError) as caught:
            effective(Document(shop), kind, name)
        assert caught.value.code == code


def test_migration_rewrites_and_tells() -> None:
    document = Document("frontend www\n    clitimeout 50000   # slow phones\n", path="old.cfg")
    migration = migrate(document, to="3.2")
    assert str(document) == "frontend www\n    timeout client 50000   # slow phones\n"
    [note] = migration.notes
    assert (note.path, note.line, note.keyword, note.kind) == ("old.cfg", 2, "clitimeout", "rewritten")
    assert note.after == ("timeout client 50000",)
    assert migration.is_complete
    assert migrate(document, to="3.2", since="2.4").notes == ()
    with pytest.raises(TargetError):
        migrate(document, to="1.0")


def test_the_schema_is_told() -> None:
    assert "$defs" in Config.json_schema()
    assert Config.json_schema("backend.servers")["properties"]["port"]["type"] == "integer"
    with pytest.raises(ValueError, match="no definition 'backed'"):
        Config.json_schema("backed")


def test_unknown_sections_and_keywords_are_kept() -> None:
    text = "backend app\n    frobnicate 1 2\n\nlog-forward sink\n    bind :514\n"
    document = Document(text)
    config = Config.from_document(document)
    assert str(config.to_document()) == text
    assert check(config.to_document()) == check(document)
