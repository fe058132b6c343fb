"""Both sides of ``haproxy-route`` in charms: events, leaders and others, bad data."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any
from unittest.mock import MagicMock

import ops
import pydantic
import pytest
from ops import testing

from haproxy_kit.charm import haproxy_route
from haproxy_kit.charm.haproxy_route import v0, v1, v2

VERSIONS: dict[str, Any] = {"v0": v0, "v1": v1, "v2": v2}
GOOD = {"service": '"web"', "ports": "[80]"}
UNIT = {"address": '"10.0.0.1"'}


@pytest.fixture(params=list(VERSIONS))
def version(request: pytest.FixtureRequest) -> Any:
    """The module of each version."""
    return VERSIONS[request.param]


class Charm(ops.CharmBase):
    """Notes the events that it is told, and what it was asked for."""

    library: Any = v2
    options: dict[str, Any] = {}
    seen: list[str] = []
    data: Any = None

    def note(self, event: ops.EventBase) -> None:
        self.seen.append(type(event).__name__)


class Proxy(Charm):
    def __init__(self, framework: ops.Framework) -> None:
        super().__init__(framework)
        self.provider = self.library.HaproxyRouteProvider(self, **self.options)
        framework.observe(self.provider.on.data_available, self.read)
        framework.observe(self.provider.on.data_removed, self.note)

    def read(self, event: ops.EventBase) -> None:
        self.note(event)
        Proxy.data = self.provider.get_data(self.provider.relations)


class Web(Charm):
    def __init__(self, framework: ops.Framework) -> None:
        super().__init__(framework)
        self.route = self.library.HaproxyRouteRequirer(self, "haproxy-route", **self.options)
        framework.observe(self.route.on.ready, self.note)
        framework.observe(self.route.on.removed, self.note)
        framework.observe(self.on.start, self.ask)

    def ask(self, event: ops.EventBase) -> None:
        Web.data = self.route.get_proxied_endpoints()


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Charms that nobody has told anything."""
    for charm in (Charm, Proxy, Web):
        charm.library, charm.options, charm.seen, charm.data = v2, {}, [], None
    yield


def proxy() -> testing.Context[Any]:
    return testing.Context(Proxy, meta={"name": "proxy", "provides": {"haproxy-route": {"interface": "haproxy-route"}}})


def web() -> testing.Context[Any]:
    return testing.Context(Web, meta={"name": "web", "requires": {"haproxy-route": {"interface": "haproxy-route"}}})


def requirer(data: dict[str, str] = GOOD, name: str = "web", **units: dict[str, str]) -> testing.Relation:
    unit_data = {int(number[1:]): databag for number, databag in units.items()}
    return testing.Relation(
        "haproxy-route",
        remote_app_name=name,
        remote_app_data=data,
        remote_units_data=unit_data or {0: UNIT},
    )


def run(context: Any, event: str, *relations: testing.Relation, leader: bool = False, **state: Any) -> Any:
    on = getattr(context.on, event)
    return context.run(on(relations[0]), testing.State(leader=leader, relations=set(relations), **state))


@pytest.mark.parametrize(
    ("event", "seen"),
    [
        ("relation_created", ["HaproxyRouteDataAvailableEvent"]),
        ("relation_changed", ["HaproxyRouteDataAvailableEvent"]),
        ("relation_joined", []),
        ("relation_departed", ["HaproxyRouteDataRemovedEvent"]),
        ("relation_broken", ["HaproxyRouteDataRemovedEvent"]),
    ],
)
def test_providers_are_told(version: Any, event: str, seen: list[str]) -> None:
    Charm.library = Proxy.library = version
    run(proxy(), event, requirer())
    assert Proxy.seen == seen


@pytest.mark.parametrize("leader", [True, False])
def test_providers_read_what_requirers_say(version: Any, leader: bool) -> None:
    Proxy.library = version
    relation = requirer(u2={"address": '"10.0.0.2"'}, u10={"address": '"10.0.0.10"'})
    run(proxy(), "relation_changed", relation, leader=leader)
    [one] = Proxy.data.requirers_data
    assert one.relation_id == relation.id
    assert one.application_data == version.RequirerApplicationData(service="web", ports=[80])
    assert [unit.address for unit in one.units_data] == [ip_address("10.0.0.2"), ip_address("10.0.0.10")]
    if version is not v0:
        assert Proxy.data.relation_ids_with_invalid_data == set()


@pytest.mark.parametrize(
    ("data", "units"),
    [
        ({}, {}),
        ({"service": '"web"'}, {}),
        ({"service": "5", "ports": "[80]"}, {}),
        ({"service": "{", "ports": "[80]"}, {}),
        ({"service": '"a b"', "ports": "[80]"}, {}),
        ({**GOOD, "paths": "[5]"}, {}),
        (GOOD, {"u0": {"address": '"nowhere"'}}),
        (GOOD, {"u0": UNIT, "u1": {"address": "5.5"}}),
    ],
)
def test_bad_data_costs_its_own_relation_only(
    version: Any, data: dict[str, str], units: dict[str, dict[str, str]]
) -> None:
    Proxy.library = version
    good, bad = requirer(), requirer(data, "bad", **units)
    run(proxy(), "relation_changed", good, bad)
    assert Proxy.seen == ["HaproxyRouteDataAvailableEvent"]
    assert [one.relation_id for one in Proxy.data.requirers_data] == [good.id]
    if version is not v0:
        assert Proxy.data.relation_ids_with_invalid_data == {bad.id}


def test_data_of_nobody_is_told_too(version: Any) -> None:
    Proxy.library = version
    run(proxy(), "relation_changed", requirer({}))
    assert Proxy.seen == ["HaproxyRouteDataAvailableEvent"]
    assert Proxy.data.requirers_data == []


def test_bad_data_raises_where_it_is_wanted(version: Any) -> None:
    Proxy.library, Proxy.options = version, {"raise_on_validation_error": True}
    with pytest.raises(testing.errors.UncaughtCharmError) as caught:
        run(proxy(), "relation_changed", requirer({}))
    cause = caught.value.__cause__
    assert isinstance(cause, version.HaproxyRouteInvalidRelationDataError)
    assert isinstance(cause.__cause__, version.DataValidationError)


def test_units_without_a_word_are_skipped_but_by_version_0(version: Any) -> None:
    Proxy.library = version
    relation = requirer(u0=UNIT, u1={})
    run(proxy(), "relation_changed", relation)
    if version is v0:
        assert Proxy.data.requirers_data == []
    else:
        assert [unit.address for unit in Proxy.data.requirers_data[0].units_data] == [ip_address("10.0.0.1")]


def test_providers_publish_urls() -> None:
    relation = requirer()
    context = proxy()
    state = testing.State(leader=True, relations={relation})
    with context(context.on.update_status(), state) as manager:
        charm = manager.charm
        [real] = charm.provider.relations
        charm.provider.publish_proxied_endpoints(["HTTPS://www.Example.com", "http://a.example/x y"], real)
        with pytest.raises(pydantic.ValidationError):
            charm.provider.publish_proxied_endpoints(["www.example.com"], real)
        out = manager.run()
    said = out.get_relation(relation.id).local_app_data
    assert said == {"endpoints": '["https://www.example.com/", "http://a.example/x%20y"]'}
    assert charm.provider.charm is charm
    assert charm.provider._relation_name == "haproxy-route"
    assert charm.provider.raise_on_validation_error is False


def member(version: Any, relation_id: int, **values: Any) -> Any:
    data = version.RequirerApplicationData(**{"service": f"s{relation_id}", "ports": [80], **values})
    return version.HaproxyRouteRequirerData(relation_id, data, [])


def test_requirers_of_one_name_exclude_each_other() -> None:
    invalid: set[int] = {9}
    members = [member(v2, 1), member(v2, 2, service="s1"), member(v2, 3)]
    data = v2.HaproxyRouteRequirersData(members, invalid)
    assert data.relation_ids_with_invalid_data is invalid
    assert invalid == {1, 2, 9}
    assert data.requirers_data == members
    with pytest.raises(v1.DataValidationError):
        v1.HaproxyRouteRequirersData([member(v1, 1), member(v1, 2, service="s1")], set())
    with pytest.raises(v0.DataValidationError):
        v0.HaproxyRouteRequirersData([member(v0, 1), member(v0, 2, service="s1")])


@pytest.mark.parametrize("version", [v1, v2])
def test_grpc_ports_are_one_requirers_and_for_https(version: Any) -> None:
    members = [
        member(version, 1, external_grpc_port=5000, protocol="https"),
        member(version, 2, external_grpc_port=5000, protocol="https"),
        member(version, 3, external_grpc_port=5001, protocol="https"),
        member(version, 4, external_grpc_port=5002),
    ]
    assert version.HaproxyRouteRequirersData(members, set()).relation_ids_with_invalid_data == {1, 2, 4}


def test_collections_are_values_and_can_be_extended_with_pydantic() -> None:
    assert v2.HaproxyRouteRequirersData([member(v2, 1)], set()) == v2.HaproxyRouteRequirersData([member(v2, 1)], set())

    @pydantic.dataclasses.dataclass
    class Mine(v2.HaproxyRouteRequirersData):
        more: str = ""

        @classmethod
        def of(cls, data: v2.HaproxyRouteRequirersData) -> Mine:
            return cls(data.requirers_data, data.relation_ids_with_invalid_data, "x")

    mine = Mine.of(v2.HaproxyRouteRequirersData([member(v2, 1), member(v2, 2, service="s1")], set()))
    assert mine.relation_ids_with_invalid_data == {1, 2}
    assert mine.more == "x"
    with pytest.raises(pydantic.ValidationError):
        Mine("x", set())  # type: ignore[arg-type]


MOST: dict[str, Any] = {
    "service": "web",
    "ports": [80, 81],
    "paths": ["/a"],
    "check_interval": 5,
    "check_rise": 1,
    "check_fall": 2,
    "check_path": "/health",
    "check_port": 8080,
    "path_rewrite_expressions": ["/p"],
    "query_rewrite_expressions": ["q=1"],
    "header_rewrite_expressions": [("X-A", "1")],
    "load_balancing_algorithm": v2.LoadBalancingAlgorithm.COOKIE,
    "load_balancing_cookie": "S",
    "rate_limit_connections_per_minute": 10,
    "rate_limit_policy": v2.RateLimitPolicy.SILENT,
    "upload_limit": 1,
    "download_limit": 2,
    "retry_count": 3,
    "retry_redispatch": True,
    "deny_paths": ["/private"],
    "server_timeout": 1,
    "connect_timeout": 2,
    "queue_timeout": 3,
    "server_maxconn": 4,
    "unit_address": "10.1.1.1",
}
NEWER: dict[str, Any] = {
    "protocol": "https",
    "hosts": ["10.0.0.1"],
    "hostname": "a.example.com",
    "additional_hostnames": ["b.example.com"],
    "load_balancing_consistent_hashing": True,
    "http_server_close": True,
    "allow_http": True,
}
SAID = {
    "service": "web",
    "ports": [80, 81],
    "paths": ["/a"],
    "rewrites": [
        {"method": "set-path", "expression": "/p"},
        {"method": "set-query", "expression": "q=1"},
        {"method": "set-header", "expression": "1", "header": "X-A"},
    ],
    "check": {"interval": 5, "rise": 1, "fall": 2, "path": "/health", "port": 8080},
    "load_balancing": {"algorithm": "cookie", "cookie": "S"},
    "rate_limit": {"connections_per_minute": 10, "policy": "silent-drop"},
    "bandwidth_limit": {"upload": 1, "download": 2},
    "retry": {"count": 3, "redispatch": True},
    "deny_paths": ["/private"],
    "timeout": {"server": 1, "connect": 2, "queue": 3},
    "server_maxconn": 4,
}


def parsed(databag: Any) -> dict[str, Any]:
    return {key: json.loads(text) for key, text in databag.items()}


def test_requirers_say_everything(version: Any) -> None:
    older: dict[str, Any] = {"subdomains": ["www"], "retry_interval": 7}
    Web.library, Web.options = version, {**MOST, **(older if version is v0 else NEWER)}
    relation = testing.Relation("haproxy-route")
    state = run(web(), "relation_created", relation, leader=True)
    said = state.get_relation(relation.id)
    if version is v0:
        expected = {**SAID, "subdomains": ["www"], "retry": {"count": 3, "interval": 7, "redispatch": True}}
    else:
        balancing = {"algorithm": "cookie", "cookie": "S", "consistent_hashing": True}
        expected = {**SAID, **NEWER, "load_balancing": balancing}
        del expected["load_balancing_consistent_hashing"]
    assert parsed(said.local_app_data) == expected
    assert parsed(said.local_unit_data) == {"address": "10.1.1.1"}


def test_requirers_leave_out_what_is_not_asked_for(version: Any) -> None:
    Web.library = version
    Web.options = {"service": "web", "ports": [80], "check_path": "/x", "check_interval": 5, "retry_redispatch": True}
    relation = testing.Relation("haproxy-route", local_app_data={"old": "1"})
    state = run(web(), "relation_changed", relation, leader=True)
    assert parsed(state.get_relation(relation.id).local_app_data) == {"service": "web", "ports": [80]}


def test_units_that_do_not_lead_say_where_they_are_only(version: Any) -> None:
    Web.library, Web.options = version, {"service": "a b", "ports": [80]}
    relation = testing.Relation("haproxy-route")
    state = run(web(), "relation_created", relation)
    said = state.get_relation(relation.id)
    assert said.local_app_data == {}
    assert parsed(said.local_unit_data) == {"address": "192.0.2.0"}


def test_a_units_address_is_that_of_its_binding(version: Any) -> None:
    Web.library, Web.options = version, {"service": "web", "ports": [80]}
    binding = "juju-info" if version is v0 else "haproxy-route"
    network = testing.Network(binding, [testing.BindAddress([testing.Address("10.9.9.9")])])
    relation = testing.Relation("haproxy-route")
    meta = {
        "name": "web",
        "requires": {"haproxy-route": {"interface": "haproxy-route"}},
        "extra-bindings": {} if version is not v0 else {},
    }
    context: Any = testing.Context(Web, meta=meta)
    state = context.run(
        context.on.relation_created(relation), testing.State(relations={relation}, networks={network})
    )
    assert parsed(state.get_relation(relation.id).local_unit_data) == {"address": "10.9.9.9"}


def test_nothing_is_said_without_service_and_ports(version: Any) -> None:
    Web.library = version
    relation = testing.Relation("haproxy-route")
    context = web()
    state = run(context, "relation_created", relation, leader=True)
    assert state.get_relation(relation.id).local_unit_data.get("address") is None
    assert "what is required is missing" in str(context.juju_log)


@pytest.mark.parametrize("options", [{"service": "web"}, {"ports": [80]}, {"service": "a b", "ports": [80]}])
def test_what_is_invalid_is_raised_at_the_leader(version: Any, options: dict[str, Any]) -> None:
    Web.library, Web.options = version, options
    relation = testing.Relation("haproxy-route")
    with pytest.raises(testing.errors.UncaughtCharmError) as caught:
        run(web(), "relation_created", relation, leader=True)
    assert isinstance(caught.value.__cause__, version.DataValidationError)
    run(web(), "relation_created", relation)


READY = {"endpoints": '["https://www.example.com/"]'}


@pytest.mark.parametrize(
    ("event", "answer", "seen"),
    [
        ("relation_created", {}, []),
        ("relation_created", READY, ["HaproxyRouteEnpointsReadyEvent"]),
        ("relation_changed", READY, ["HaproxyRouteEnpointsReadyEvent"]),
        ("relation_changed", {"endpoints": "[]"}, []),
        ("relation_changed", {"endpoints": '["x"]'}, []),
        ("relation_changed", {"endpoints": "{"}, []),
        ("relation_departed", READY, []),
        ("relation_broken", READY, ["HaproxyRouteEndpointsRemovedEvent"]),
    ],
)
def test_requirers_are_told(version: Any, event: str, answer: dict[str, str], seen: list[str]) -> None:
    Web.library, Web.options = version, {"service": "web", "ports": [80]}
    run(web(), event, testing.Relation("haproxy-route", remote_app_data=answer), leader=True)
    assert Web.seen == seen


def test_requirers_know_where_they_are_reached(version: Any) -> None:
    Web.library, Web.options = version, {"service": "web", "ports": [80]}
    relation = testing.Relation("haproxy-route", remote_app_data=READY)
    context = web()
    context.run(context.on.start(), testing.State(relations={relation}))
    assert [str(url) for url in Web.data] == ["https://www.example.com/"]
    context.run(context.on.start(), testing.State())
    assert Web.data == []


def test_requirements_may_come_later(version: Any) -> None:
    Web.library = version
    relation = testing.Relation("haproxy-route")
    context = web()
    with context(context.on.start(), testing.State(leader=True, relations={relation})) as manager:
        more = {} if version is v0 else {"external_grpc_port": 5000, "protocol": "https"}
        manager.charm.route.provide_haproxy_route_requirements("web", [80], **more)
        said = manager.run().get_relation(relation.id)
    assert parsed(said.local_app_data) == {"service": "web", "ports": [80], **more}


def test_http_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    charm = MagicMock()
    with caplog.at_level(logging.WARNING):
        v2.HaproxyRouteRequirer(charm, "haproxy-route", "web", [80], allow_http=True)
    assert "HTTP is allowed" in caplog.text


@pytest.mark.parametrize("leader", [True, False])
def test_requirers_work_with_a_mock_of_a_charm(version: Any, leader: bool) -> None:
    charm = MagicMock()
    charm.unit.is_leader.return_value = leader
    charm.model.get_relation.return_value = None
    requirer = version.HaproxyRouteRequirer(charm, "haproxy-route", "web", [80], unit_address="10.0.0.1")
    charm.model.get_relation.assert_called_once_with("haproxy-route")
    assert (requirer.relation, requirer.app, requirer._unit_address) == (None, charm.app, "10.0.0.1")
    assert requirer._application_data["service"] == "web"
    requirer.update_relation_data()
    databags = {charm.app: MagicMock(), charm.unit: MagicMock()}
    requirer.relation = MagicMock(data=databags)
    requirer.update_relation_data()
    assert databags[charm.app].update.call_count == (1 if leader else 0)
    databags[charm.unit].update.assert_called_once_with({"address": '"10.0.0.1"'})
    if leader:
        databags[charm.app].update.assert_called_once_with({"service": '"web"', "ports": "[80]"})


def test_without_an_address_nothing_is_said(version: Any) -> None:
    charm = MagicMock()
    charm.unit.is_leader.return_value = False
    charm.model.get_binding.return_value = None
    requirer = version.HaproxyRouteRequirer(charm, "haproxy-route", "web", [80])
    with pytest.raises(version.DataValidationError, match="No unit IP available"):
        requirer.update_relation_data()


def test_data_that_cannot_be_read_is_none(version: Any) -> None:
    charm = MagicMock()
    requirer = version.HaproxyRouteRequirer(charm, "haproxy-route", "web", [80])
    databag = MagicMock()
    databag.__bool__.side_effect = ops.ModelError("permission denied")
    requirer.relation = MagicMock()
    requirer.relation.data = {requirer.relation.app: databag}
    assert requirer.get_proxied_endpoints() == []
    requirer.relation.app = None
    assert requirer.get_proxied_endpoints() == []


def test_the_newest_version_is_the_modules_own() -> None:
    assert haproxy_route.__all__ == v2.__all__ or set(haproxy_route.__all__) == set(v2.__all__)
    for name in haproxy_route.__all__:
        assert getattr(haproxy_route, name) is getattr(v2, name)
    assert haproxy_route.valid_domain_with_wildcard("*.example.com") == "*.example.com"
    for name in ("foo", "*.com", "10.0.0.1", "https://a.example.com"):
        with pytest.raises(ValueError, match="domain"):
            haproxy_route.valid_domain_with_wildcard(name)
