"""Both sides of ``haproxy-route-tcp`` in charms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any
from unittest.mock import MagicMock

import ops
import pytest
from ops import testing

from haproxy_kit.charm.haproxy_route_tcp import v0, v1
from haproxy_kit.errors import DataValidationError

VERSIONS: dict[str, Any] = {"v0": v0, "v1": v1}
UNIT = {"address": '"10.0.0.1"'}


@pytest.fixture(params=list(VERSIONS))
def version(request: pytest.FixtureRequest) -> Any:
    """The module of each version."""
    return VERSIONS[request.param]


class Proxy(ops.CharmBase):
    library: Any = v1
    options: dict[str, Any] = {}
    seen: list[str] = []
    data: Any = None

    def __init__(self, framework: ops.Framework) -> None:
        super().__init__(framework)
        self.provider = self.library.HaproxyRouteTcpProvider(self, **self.options)
        framework.observe(self.provider.on.data_available, self.read)
        framework.observe(self.provider.on.data_removed, self.note)

    def note(self, event: ops.EventBase) -> None:
        self.seen.append(type(event).__name__)

    def read(self, event: ops.EventBase) -> None:
        self.note(event)
        Proxy.data = self.provider.get_data(self.provider.relations)


class Database(ops.CharmBase):
    library: Any = v1
    options: dict[str, Any] = {}
    seen: list[str] = []

    def __init__(self, framework: ops.Framework) -> None:
        super().__init__(framework)
        self.route = self.library.HaproxyRouteTcpRequirer(self, **self.options)
        framework.observe(self.route.on.ready, self.note)
        framework.observe(self.route.on.removed, self.note)

    def note(self, event: ops.EventBase) -> None:
        self.seen.append(type(event).__name__)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Charms that nobody has told anything."""
    Proxy.library, Proxy.options, Proxy.seen, Proxy.data = v1, {}, [], None
    Database.library, Database.options, Database.seen = v1, {}, []
    yield


ENDPOINT = {"haproxy-route-tcp": {"interface": "haproxy-route-tcp"}}


def proxy() -> testing.Context[Any]:
    return testing.Context(Proxy, meta={"name": "proxy", "provides": ENDPOINT})


def database() -> testing.Context[Any]:
    return testing.Context(Database, meta={"name": "postgresql", "requires": ENDPOINT})


def relation(name: str = "db", answer: dict[str, str] | None = None, **data: Any) -> testing.Relation:
    texts = {key: json.dumps(value) for key, value in data.items()}
    return testing.Relation(
        "haproxy-route-tcp",
        remote_app_name=name,
        remote_app_data=answer if answer is not None else texts,
        remote_units_data={0: UNIT},
    )


def run(context: Any, event: str, *relations: testing.Relation, leader: bool = False) -> Any:
    on = getattr(context.on, event)
    return context.run(on(relations[0]), testing.State(leader=leader, relations=set(relations)))


@pytest.mark.parametrize(
    ("event", "seen"),
    [
        ("relation_created", []),
        ("relation_changed", ["HaproxyRouteTcpDataAvailableEvent"]),
        ("relation_departed", ["HaproxyRouteTcpDataRemovedEvent"]),
        ("relation_broken", ["HaproxyRouteTcpDataRemovedEvent"]),
    ],
)
def test_providers_are_told(version: Any, event: str, seen: list[str]) -> None:
    Proxy.library = version
    run(proxy(), event, relation(port=80))
    assert Proxy.seen == seen


def test_providers_read_what_requirers_say(version: Any) -> None:
    Proxy.library = version
    good, bad = relation(port=5432, sni="db.example.com"), relation("bad", port=0)
    run(proxy(), "relation_changed", good, bad)
    [one] = Proxy.data.requirers_data
    assert (one.relation_id, one.application, one.application_data.port) == (good.id, "db", 5432)
    assert one.units_data == [version.TcpRequirerUnitData(address=ip_address("10.0.0.1"))]
    assert Proxy.data.relation_ids_with_invalid_data == {bad.id}


def test_bad_data_raises_where_it_is_wanted(version: Any) -> None:
    Proxy.library, Proxy.options = version, {"raise_on_validation_error": True}
    with pytest.raises(testing.errors.UncaughtCharmError) as caught:
        run(proxy(), "relation_changed", relation(port="x"))
    cause = caught.value.__cause__
    assert isinstance(cause, version.HaproxyRouteTcpInvalidRelationDataError)
    assert isinstance(cause.__cause__, version.DataValidationError)
    assert not isinstance(cause.__cause__, DataValidationError)


def requirers(version: Any, *ports: dict[str, Any]) -> set[int]:
    members = [
        version.HaproxyRouteTcpRequirerData(number, f"a{number}", version.TcpRequirerApplicationData(**data), [])
        for number, data in enumerate(ports, 1)
    ]
    ids: set[int] = version.HaproxyRouteTcpRequirersData(members, set()).relation_ids_with_invalid_data
    return ids


def test_ports_exclude_each_other() -> None:
    assert requirers(v0, {"port": 80}, {"port": 81}, {"port": 80}) == {1, 3}
    assert requirers(v1, {"port": 80}, {"port": 80}) == set()
    ranges = [{"port_mapping": f"{ports}:{ports}"} for ports in ("10-30", "12-14", "20-22", "31-40", "40-41", "50-51")]
    assert requirers(v1, *ranges) == {1, 2, 3, 4, 5}
    assert requirers(v1, {"port_mapping": "10-30:10-30"}, {"port": 20}) == set()


def test_endpoints_are_published_once() -> None:
    same = relation(port=80)
    context = proxy()
    state = testing.State(leader=True, relations={same})
    with context(context.on.update_status(), state) as manager:
        provider = manager.charm.provider
        [real] = provider.relations
        provider.publish_proxied_endpoints(["b.example:80", "a.example:80"], real)
        databag = real.data[manager.charm.app]
        before = dict(databag)
        provider.publish_proxied_endpoints(["a.example:80", "b.example:80"], real)
        assert dict(databag) == before == {"endpoints": '["b.example:80", "a.example:80"]'}
        databag["endpoints"] = "{"
        provider.publish_proxied_endpoints(["a.example:80"], real)
        assert dict(databag) == {"endpoints": '["a.example:80"]'}
        provider.publish_proxied_endpoints([], real)
        assert dict(databag) == {"endpoints": "[]"}


def said(version: Any, **options: Any) -> dict[str, Any]:
    Database.library, Database.options = version, options
    state = run(database(), "relation_created", relation(answer={}), leader=True)
    [own] = state.relations
    return {key: json.loads(text) for key, text in own.local_app_data.items()}


def test_requirers_say_everything(version: Any) -> None:
    options: dict[str, Any] = {
        "port": 5432,
        "backend_port": 5433,
        "sni": "db.example.com",
        "hosts": ["10.0.0.9"],
        "check_interval": 5,
        "check_rise": 1,
        "check_fall": 2,
        "check_type": version.TCPHealthCheckType.POSTGRES,
        "check_db_user": "haproxy",
        "load_balancing_algorithm": version.LoadBalancingAlgorithm.SRCIP,
        "load_balancing_consistent_hashing": True,
        "rate_limit_connections_per_minute": 10,
        "rate_limit_policy": version.TCPRateLimitPolicy.SILENT,
        "upload_limit": 1,
        "download_limit": 2,
        "retry_count": 3,
        "retry_redispatch": True,
        "server_timeout": 4,
        "server_maxconn": 5,
        "ip_deny_list": ["10.0.0.66"],
        "tls_terminate": False,
    }
    assert said(version, **options) == {
        "port": 5432,
        "backend_port": 5433,
        "sni": "db.example.com",
        "hosts": ["10.0.0.9"],
        "check": {"interval": 5, "rise": 1, "fall": 2, "check_type": "postgres", "db_user": "haproxy"},
        "load_balancing": {"algorithm": "source", "consistent_hashing": True},
        "rate_limit": {"connections_per_minute": 10, "policy": "silent-drop"},
        "bandwidth_limit": {"upload": 1, "download": 2},
        "retry": {"count": 3, "redispatch": True},
        "timeout": {"server": 4, "connect": None, "queue": None},
        "server_maxconn": 5,
        "ip_deny_list": ["10.0.0.66"],
        "tls_terminate": False,
    }


def test_ranges_of_ports_are_said() -> None:
    mapping = v1.PortMapping(v1.PortRange(10, 12), v1.PortRange(20, 22))
    assert said(v1, port_mapping=mapping, proxy_protocol=True) == {
        "port_mapping": "10-12:20-22",
        "load_balancing": {"algorithm": "leastconn"},
        "proxy_protocol": True,
    }


def test_nothing_is_said_without_ports(version: Any) -> None:
    assert said(version) == {}


def test_what_is_invalid_is_raised(version: Any) -> None:
    with pytest.raises(testing.errors.UncaughtCharmError) as caught:
        said(version, port=80, sni="db.example.com", enforce_tls=False)
    assert isinstance(caught.value.__cause__, version.DataValidationError)


def test_requirers_are_configured_fluently(version: Any) -> None:
    charm = MagicMock()
    requirer = version.HaproxyRouteTcpRequirer(charm, "route")
    fluent = (
        requirer.configure_port(80)
        .configure_backend_port(8080)
        .configure_hosts(["10.0.0.1"])
        .configure_sni("a.example.com")
        .configure_health_check(5, 1, 2, send="x", expect="y")
        .configure_rate_limit(10)
        .configure_bandwidth_limit(1, 2)
        .configure_retry(3, True)
        .configure_timeout(1, 2, 3)
        .configure_server_max_connections(4)
        .configure_deny_list([ip_address("10.0.0.2")])
        .disable_tls_termination()
    )
    assert fluent is requirer
    data = version.TcpRequirerApplicationData.from_dict(requirer._application_data)
    assert (data.port, data.backend_port, data.sni, data.server_maxconn) == (80, 8080, "a.example.com", 4)
    assert (data.check.send, data.check.check_type) == ("x", version.TCPHealthCheckType.GENERIC)
    assert data.ip_deny_list == [ip_address("10.0.0.2")]
    assert not data.tls_terminate
    requirer.allow_http()
    assert requirer._application_data["enforce_tls"] is False
    if version is v1:
        assert requirer.configure_port_mapping("1-2:3-4").enable_proxy_protocol() is requirer
        assert "port" not in requirer._application_data
        assert "backend_port" not in requirer._application_data
        assert requirer._application_data["port_mapping"] == "1-2:3-4"
    requirer.provide_haproxy_route_tcp_requirements(port=90, unit_address="10.0.0.3")
    assert requirer._application_data["port"] == 90
    assert requirer._unit_address == "10.0.0.3"


def test_requirers_are_told(version: Any) -> None:
    Database.library, Database.options = version, {"port": 80}
    answer = {"endpoints": '["tcp://a.example:80"]'}
    run(database(), "relation_changed", relation(answer=answer))
    run(database(), "relation_broken", relation(answer=answer))
    run(database(), "relation_changed", relation(answer={"endpoints": "5"}))
    assert Database.seen == ["HaproxyRouteTcpEndpointsReadyEvent", "HaproxyRouteTcpEndpointsRemovedEvent"]


def test_both_sides_meet() -> None:
    Database.options = {"port": 5432}
    asked = relation(answer={})
    state = run(database(), "relation_created", asked, leader=True)
    own = state.get_relation(asked.id)
    incoming = testing.Relation(
        "haproxy-route-tcp",
        remote_app_name="db",
        remote_app_data=own.local_app_data,
        remote_units_data={0: own.local_unit_data},
    )
    run(proxy(), "relation_changed", incoming)
    [one] = Proxy.data.requirers_data
    assert str(one.application_data.effective_port_mapping) == "5432:5432"
    assert [str(unit.address) for unit in one.units_data] == ["192.0.2.0"]
