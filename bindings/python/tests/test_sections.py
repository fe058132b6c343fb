"""Sections and the objects in them, as classes."""

from __future__ import annotations

import copy
import json
import pickle
import pydoc
from typing import Any, cast

import pytest

from haproxy_kit.config import Config, Document, Record, RecordList, RecordMap, SectionRecord, sections
from haproxy_kit.config._record import AnyField
from haproxy_kit.config.sections import (
    KINDS,
    Acl,
    Backend,
    Balance,
    Frontend,
    HttpRequestRule,
    Resolvers,
    Server,
    SetVar,
)

CLASSES = [cast(type[Record], getattr(sections, name)) for name in sections.__all__]


def at(definition: str) -> dict[str, Any]:
    """The properties of a definition."""
    properties: dict[str, Any] = Config.json_schema(definition)["properties"]
    return properties


def test_every_kind_of_section_has_a_class() -> None:
    assert set(KINDS) == set(Config.json_schema()["$defs"])
    for kind, class_ in KINDS.items():
        assert issubclass(class_, SectionRecord)
        assert class_() == {"section": "" if kind == "unknown" else kind}
        assert class_().kind == class_()["section"]


@pytest.mark.parametrize("class_", CLASSES, ids=lambda class_: class_.__name__)
def test_every_field_is_an_attribute(class_: type[Record]) -> None:
    is_unknown = class_._definition == "unknown"
    properties = {"section", "header", "statements"} if is_unknown else set(at(class_._definition))
    assert set(class_.fields().values()) == properties - {"section"}
    record = class_()
    before = record.to_dict()
    for attribute, field in class_.fields().items():
        assert not getattr(record, attribute), attribute
        assert record.to_dict() == before, "reading sets nothing"
        assert isinstance(getattr(class_, attribute), AnyField)
        assert attribute.rstrip("_") == field.replace("-", "_")


def test_a_section_is_built_of_typed_parts() -> None:
    backend = Backend(name="app", balance=Balance(algorithm="leastconn"))
    backend.servers["s1"] = Server(name="s1", address="10.0.0.1", port=80, send_proxy="enabled")
    backend.servers["s2"] = {"name": "s2", "address": "10.0.0.2"}
    backend.servers["s2"].port = 81
    backend.http_request_rule_list.append(HttpRequestRule(type="deny", deny_status=403))
    backend.http_request_rule_list[0].cond = "if"
    backend.http_request_rule_list[0].cond_test = "{ src 10.0.0.9 }"
    backend.acl_list.extend([Acl(acl_name="local", criterion="src", value="127.0.0.1")])
    backend.forwardfor.enabled = "enabled"
    config = Config()
    assert config.add(backend) is backend
    backend.mode = "http"
    assert str(config.to_document()) == (
        "backend app\n"
        "    mode http\n"
        "    option forwardfor\n"
        "    balance leastconn\n"
        "    acl local src 127.0.0.1\n"
        "    http-request deny deny_status 403 if { src 10.0.0.9 }\n"
        "    server s1 10.0.0.1:80 send-proxy\n"
        "    server s2 10.0.0.2:81\n"
    )
    assert Config.from_document(config.to_document()) == config


def test_what_is_not_set_is_empty_and_comes_to_be() -> None:
    frontend = Frontend(name="www")
    assert not frontend.stats_options
    assert frontend.default_backend is None
    frontend.stats_options.stats_auths.append({"user": "anna", "passwd": "secret"})
    assert frontend["stats_options"] == {"stats_auths": [{"user": "anna", "passwd": "secret"}]}
    del frontend.stats_options.stats_auths[0]
    assert frontend == {"section": "frontend", "name": "www"}
    frontend.binds["a"] = {"name": "a", "port": 80}
    frontend.binds["a"].port = None
    assert frontend.binds == {"a": {"name": "a"}}
    del frontend.binds["a"]
    assert "binds" not in frontend
    frontend.acl_list = [Acl(acl_name="a"), Acl(acl_name="b"), Acl(acl_name="c")]
    frontend.acl_list[1:] = [{"acl_name": "d"}]
    assert [acl.acl_name for acl in frontend.acl_list] == ["a", "d"]
    assert frontend.acl_list[:1] == [Acl(acl_name="a")]
    frontend.acl_list = None
    assert frontend.acl_list == []
    del frontend.name
    assert frontend == Frontend()


def test_a_record_shows_the_data_and_copies_are_their_own() -> None:
    data = {"section": "backend", "name": "app", "servers": {"s1": {"name": "s1"}}}
    shown, copied = Backend.view(data), Backend.from_dict(data)
    shown.servers["s1"].weight = 5
    assert data["servers"] == {"s1": {"name": "s1", "weight": 5}}
    assert copied.servers["s1"].weight is None
    for twin in (copy.deepcopy(shown), pickle.loads(pickle.dumps(shown))):
        assert isinstance(twin, Backend)
        assert twin == shown
        twin.servers["s1"].weight = 6
        assert shown.servers["s1"].weight == 5
    containers: list[object] = [copy.copy(shown.servers), copy.copy(shown.acl_list)]
    assert [type(one) for one in containers] == [dict, list]
    assert json.loads(json.dumps(shown.to_dict())) == data
    with pytest.raises(TypeError, match="unhashable"):
        hash(shown)


def test_records_print_as_they_are_made() -> None:
    backend = Backend(name="app", from_="base", servers={"s1": Server(name="s1", port=80)})
    text = "Backend(section='backend', name='app', from_='base', servers={'s1': {'name': 's1', 'port': 80}})"
    assert repr(backend) == text
    assert repr(backend.servers) == "{'s1': Server(name='s1', port=80)}"
    assert repr(Frontend(acl_list=[Acl(acl_name="a")]).acl_list) == "[Acl(acl_name='a')]"


def test_unknown_fields_and_kinds_are_refused() -> None:
    with pytest.raises(TypeError, match="'Server' has no field 'wieght'; there is: weight"):
        Server(wieght=5)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="'Backend' has no field 'server'"):
        Config().add("backend", "app", server={})
    with pytest.raises(ValueError, match="no kind of section 'backed'"):
        Config().add("backed")


def test_sections_are_found_by_their_class() -> None:
    config = Config.from_document(Document("resolvers a\nresolvers b\n    nameserver x 10.0.0.1:53\n"))
    assert [one.name for one in config.all(Resolvers)] == ["a", "b"]
    assert config.section(Resolvers, "b").nameservers["x"].port == 53
    assert isinstance(config.sections, RecordList)
    del config.sections[0]
    assert repr(config) == "<Config resolvers b>"
    config.sections.insert(0, Backend(name="app"))
    config.sections = [*config.sections, {"section": "frontend", "name": "www"}]
    assert repr(config) == "<Config backend app, resolvers b, frontend www>"
    assert isinstance(config.sections[2], Frontend)
    assert isinstance(config.section(Resolvers, "b").nameservers, RecordMap)


def test_global_lists_hold_their_parts() -> None:
    config = Config.from_document(Document("global\n    set-var proc.x int(5)\n"))
    assert config.global_ is not None
    assert config.global_.set_var == [SetVar(name="proc.x", expr="int(5)")]


def test_help_tells_types_and_meaning() -> None:
    text = pydoc.plain(pydoc.render_doc(Server))
    assert "weight\n |      int: Its share of the load" in text
    assert "check\n |      'enabled' | 'disabled': Checks its health." in text
