"""Relation data as classes: construction, databags, equality, errors."""

from __future__ import annotations

import builtins
import collections
import copy
import enum
import ipaddress
import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pydantic
import pytest

from haproxy_kit.errors import Fault
from haproxy_kit.route import (
    DatabagModel,
    DataValidationError,
    Model,
    DdosLimits,
    PolicyService,
    PortMapping,
    PortRange,
    Relation,
    RouteError,
    SpoeAuthentication,
    TcpDataValidationError,
    Url,
    ValidationError,
    collect,
    convert,
    detect_version,
    dump,
    is_domain,
    json_schema,
    load,
    read_relations,
    render,
    tcp_v0,
    tcp_v1,
    v0,
    v1,
    v2,
)

from .conftest import REPOSITORY

WEB: dict[str, Any] = {"service": "web", "ports": [80]}
TCP: dict[str, Any] = {"port": 80}
APPLICATIONS: list[tuple[type[DatabagModel], dict[str, Any]]] = [
    (v0.RequirerApplicationData, WEB),
    (v1.RequirerApplicationData, WEB),
    (v2.RequirerApplicationData, WEB),
    (tcp_v0.TcpRequirerApplicationData, TCP),
    (tcp_v1.TcpRequirerApplicationData, TCP),
]


def faults(call: Callable[[], object]) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(RouteError) as caught:
        call()
    return [(fault.path, fault.kind) for fault in caught.value.faults]


def test_models_are_made_of_data_objects_members_and_addresses() -> None:
    limit = v2.RateLimit(connections_per_minute=5, policy="silent-drop")
    data = v2.RequirerApplicationData(
        service="web",
        ports=(80, 8080),
        hosts=["10.0.0.1", ipaddress.ip_address("fe80::1"), 5],
        check={"interval": 5, "rise": 2, "fall": 3},
        load_balancing={"algorithm": v2.LoadBalancingAlgorithm.SRCIP},
        rate_limit=limit,
        rewrites=[v2.RewriteConfiguration(method=v2.HaproxyRewriteMethod.SET_PATH, expression="/x")],
    )
    assert data.ports == [80, 8080]
    assert data.hosts == [
        ipaddress.IPv4Address("10.0.0.1"),
        ipaddress.IPv6Address("fe80::1"),
        ipaddress.IPv4Address("0.0.0.5"),
    ]
    assert data.check == v2.ServerHealthCheck(interval=5, rise=2, fall=3)
    assert data.load_balancing.algorithm is v2.LoadBalancingAlgorithm.SOURCE
    assert data.rate_limit is limit
    assert limit.policy is v2.RateLimitPolicy.SILENT
    assert data.rewrites[0].method.value == "set-path"
    assert data.timeout == v2.TimeoutConfiguration(server=60)
    assert data.protocol == "http"
    match limit.policy:
        case v2.RateLimitPolicy.SILENT:
            pass
        case _:
            pytest.fail("an enumeration does not match")


class Word(str, enum.Enum):
    LEAST = "leastconn"


@pytest.mark.parametrize(
    "ports",
    [{80}, frozenset({80}), (80,), collections.deque([80]), iter([80]), ["80"], [80.0], [True + 79]],
    ids=lambda ports: type(ports).__name__,
)
def test_whatever_stands_for_a_list_is_taken(ports: Any) -> None:
    assert v2.RequirerApplicationData(service="web", ports=ports).ports == [80]


def test_other_members_and_mappings_are_taken() -> None:
    balancing = v2.LoadBalancingConfiguration(algorithm=Word.LEAST)
    assert balancing.algorithm is v2.LoadBalancingAlgorithm.LEASTCONN
    mapping = collections.UserDict(interval=5, rise=1, fall=1)
    assert v2.RequirerApplicationData(**WEB, check=mapping).check is not None
    provider = v2.HaproxyRouteProviderAppData(endpoints=[pydantic.AnyHttpUrl("http://a.example")])  # type: ignore[list-item]
    assert provider.endpoints == ["http://a.example/"]


@pytest.mark.parametrize(("model", "values"), APPLICATIONS)
def test_models_are_values(model: type[DatabagModel], values: dict[str, Any]) -> None:
    data = model(**values)
    for twin in (
        model.load(data.dump()),
        model.from_dict(values),
        model.from_dict(data.to_dict()),
        pickle.loads(pickle.dumps(data)),
        copy.copy(data),
        copy.deepcopy(data),
    ):
        assert type(twin) is model
        assert twin == data
        assert not twin != data
    assert data != values
    assert repr(data).startswith(f"{model.__name__}(")
    with pytest.raises(TypeError, match="unhashable"):
        hash(data)


def test_models_of_other_versions_are_not_equal() -> None:
    assert v1.RequirerUnitData(address="10.0.0.1") != v2.RequirerUnitData(address="10.0.0.1")


def test_assigned_values_are_looked_at_when_they_are_written() -> None:
    data = v2.RequirerApplicationData(**WEB)
    data.ports.append(8080)
    assert data.dump()["ports"] == "[80, 8080]"
    with pytest.raises(ValueError, match="has no field 'port'"):
        data.port = 5
    data.service = "a b"
    databag = {"kept": "1"}
    assert faults(lambda: data.dump(databag)) == [(("service",), "value_error")]
    assert databag == {"kept": "1"}
    with pytest.raises(pydantic.ValidationError):
        data.to_dict()


def test_dump_leaves_defaults_out_and_writes_ascii_in_order() -> None:
    data = v2.RequirerApplicationData(
        deny_paths=["/ü"], ports=[], service="web", check={}, retry={"count": 3}
    )
    assert list(data.dump().items()) == [
        ("service", '"web"'),
        ("ports", "[]"),
        ("check", "{}"),
        ("retry", '{"count": 3}'),
        ("deny_paths", '["/\\u00fc"]'),
    ]


class Databag(dict[str, str]):
    """Notes what is done with it."""

    def __init__(self, *entries: Any) -> None:
        super().__init__(*entries)
        self.calls: list[str] = []

    def clear(self) -> None:
        self.calls.append("clear")
        super().clear()

    def update(self, *entries: Any, **more: str) -> None:
        self.calls.append("update")
        super().update(*entries, **more)


def test_dump_fills_a_databag_at_once() -> None:
    data = v2.RequirerUnitData(address="10.0.0.1")
    databag = Databag({"old": "1"})
    assert data.dump(databag) is databag
    assert (databag, databag.calls) == ({"address": '"10.0.0.1"'}, ["clear", "update"])
    kept = Databag({"old": "1"})
    assert data.dump(kept, clear=False) == {"old": "1", "address": '"10.0.0.1"'}
    empty = Databag()
    data.dump(empty)
    assert empty.calls == ["update"]
    assert data.dump() == dump(data) == {"address": '"10.0.0.1"'}


def test_wrong_databags_are_refused_with_every_fault_and_without_values() -> None:
    databag = {"service": '"top secret"', "ports": "[80", "hosts": '["10.0.0.0/8"]', "x": "{", "check": '{"rise": 1}'}
    with pytest.raises(DataValidationError) as caught:
        v2.RequirerApplicationData.load(databag)
    error = caught.value
    assert error.code == "invalid-data"
    assert [(fault.path, fault.kind) for fault in error.faults] == [
        (("ports",), "json_invalid"),
        (("service",), "value_error"),
        (("hosts", 0), "ip_any_address"),
        (("check",), "value_error"),
    ]
    assert isinstance(error.__cause__, pydantic.ValidationError)
    assert [one["loc"] for one in error.__cause__.errors()] == [fault.path for fault in error.faults]
    assert "secret" not in str(error) + str(error.__cause__)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.faults) == (str(error), error.faults)


@pytest.mark.parametrize(("model", "values"), APPLICATIONS)
def test_a_wrong_type_in_any_field_is_an_error_at_that_field(
    model: type[DatabagModel], values: dict[str, Any]
) -> None:
    required = {name: json.dumps(value) for name, value in values.items()}
    for field in model._fields:
        for text in ("null", "true", "1.5", "1e999", '"x"', "[null]", '[{"a": [5]}]', '{"a": []}', "NaN", "", "["):
            try:
                model.load({**required, field: text})
            except RouteError as error:
                own = [fault for fault in error.faults if fault.path[:1] in ((field,), ())]
                assert own, (field, text, error.faults)


@pytest.mark.parametrize("value", [object(), 1j, lambda: 5, type, b"\xff", "\ud800", {1: 2}])
def test_what_is_no_data_is_an_error_at_its_field(value: Any) -> None:
    for field in v2.RequirerApplicationData._fields:
        try:
            v2.RequirerApplicationData.from_dict({**WEB, field: value})
        except DataValidationError as error:
            assert error.faults[0].path[:1] == (field,)
    found = faults(lambda: v2.RequirerApplicationData.from_dict({"service": "web", "ports": [object()]}))
    assert found == [(("ports", 0), "int_type")]


def test_texts_that_are_no_texts_are_refused() -> None:
    assert faults(lambda: v2.RequirerUnitData.load({"address": 5})) == [(("address",), "json_invalid")]  # type: ignore[dict-item]


def test_endless_data_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(DataValidationError):
        v2.RequirerApplicationData.from_dict({"service": "web", "ports": endless})


def test_numbers_of_any_size_are_kept() -> None:
    data = v2.RequirerApplicationData(**{**WEB, "server_maxconn": 10**30})
    assert data.server_maxconn == 10**30
    assert v2.RequirerApplicationData.load(data.dump()).server_maxconn == 10**30
    data.server_maxconn = -1
    assert data.dump()["server_maxconn"] == "-1"


CONTEXTS: dict[str, dict[str, Any]] = {
    "int_type": {"ports": [None]},
    "int_parsing": {"ports": ["x"]},
    "int_from_float": {"ports": [1.5]},
    "finite_number": {"ports": [float("inf")]},
    "bool_type": {"allow_http": None},
    "bool_parsing": {"allow_http": "maybe"},
    "string_type": {"hostname": 5},
    "list_type": {"ports": 5},
    "model_type": {"timeout": 5},
    "enum": {"load_balancing": {"algorithm": "x"}},
    "literal_error": {"protocol": "x"},
    "ip_any_address": {"hosts": ["x"]},
    "greater_than": {"timeout": {"server": 0}},
    "greater_than_equal": {"external_grpc_port": 0},
    "less_than_equal": {"external_grpc_port": 65536},
    "value_error": {"service": "a b"},
}


@pytest.mark.parametrize("kind", [*CONTEXTS, "missing", "url_parsing", "url_scheme", "url_type"])
def test_errors_are_those_of_pydantic(kind: str) -> None:
    call: Callable[[], object]
    if kind == "missing":
        call = lambda: v2.RateLimit(**{})  # noqa: E731
    elif kind.startswith("url"):
        url: Any = {"url_parsing": "x", "url_scheme": "ftp://x/", "url_type": 5}[kind]
        call = lambda: v2.HaproxyRouteProviderAppData(endpoints=[url])  # noqa: E731
    else:
        call = lambda: v2.RequirerApplicationData(**{**WEB, **CONTEXTS[kind]})  # noqa: E731
    with pytest.raises(pydantic.ValidationError) as caught:
        call()
    assert kind in [one["type"] for one in caught.value.errors()]
    assert isinstance(caught.value, ValueError)


def test_without_pydantic_errors_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pydantic"):
            raise ModuleNotFoundError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ValidationError) as caught:
        v2.RequirerApplicationData(service="a b")  # type: ignore[call-arg]
    error = caught.value
    assert isinstance(error, ValueError)
    assert error.error_count() == 2
    assert error.errors()[1] == {"type": "missing", "loc": ("ports",), "msg": "required, but missing"}
    assert pickle.loads(pickle.dumps(error)).faults == error.faults
    with pytest.raises(DataValidationError) as loaded:
        v2.RequirerApplicationData.load({})
    assert isinstance(loaded.value.__cause__, ValidationError)


def test_models_stand_in_classes_of_pydantic() -> None:
    @pydantic.dataclasses.dataclass
    class Backend:
        data: v2.RequirerApplicationData
        ports: PortRange | None = None
        url: Url | None = None

    data = v2.RequirerApplicationData(**WEB)
    ports = PortRange(1, 2)
    backend = Backend(data=data, ports=ports, url=Url("http://a/"))
    assert backend.data is data
    assert backend.ports is ports
    with pytest.raises(pydantic.ValidationError):
        Backend(data={"service": "web"})  # type: ignore[arg-type]


def test_models_can_be_extended() -> None:
    class Mine(v2.RequirerApplicationData):
        @property
        def first_port(self) -> int:
            return self.ports[0]

    assert Mine.load({"service": '"web"', "ports": "[80]"}).first_port == 80


def test_urls_have_parts() -> None:
    provider = v2.HaproxyRouteProviderAppData(endpoints=["HTTPS://Bücher.example/a b?q#f"])
    [url] = provider.endpoints
    assert str(url) == url == "https://xn--bcher-kva.example/a%20b?q#f"
    assert type(str(url)) is str
    assert (url.scheme, url.host, url.port, url.path) == ("https", "xn--bcher-kva.example", 443, "/a%20b")
    assert (url.query, url.fragment, url.username, url.password) == ("q", "f", None, None)
    assert repr(url).startswith("Url('https://")
    assert Url("http://[::1]:81/").host == "[::1]"
    assert pickle.loads(pickle.dumps(provider)) == provider
    assert url.unicode_string() == str(url)


def test_ports_are_values() -> None:
    ports = PortRange.from_string(" 8080-8090 ")
    assert (ports.start, ports.end, ports.port_count, str(ports)) == (8080, 8090, 11, "8080-8090")
    assert 8085 in ports
    assert ports.overlaps_with(PortRange(8090, 9000))
    assert ports != (8080, 8090)
    assert ports != "8080-8090"
    assert ports < PortRange(8081, 8081)
    assert str(PortRange(80, 80)) == "80"
    mapping = PortMapping.from_string("8080-8090:80-90")
    assert mapping == PortMapping(ports, PortRange(80, 90))
    assert (mapping.frontend, mapping.offset, str(mapping)) == (ports, -8000, "8080-8090:80-90")
    values: list[PortRange | PortMapping] = [ports, mapping]
    for value in values:
        for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value), eval(repr(value))):
            assert twin == value
            assert hash(twin) == hash(value)
    for wrong in ("", "0", "90-80", "1-2-3", "70000", "x"):
        with pytest.raises(ValueError, match="."):
            PortRange.from_string(wrong)
    for wrong in ("80", "1:2:3", "80-81:80", ":"):
        with pytest.raises(ValueError, match="."):
            PortMapping.from_string(wrong)
    for start, end in ((0, 1), (2, 1), (1, 65536), (-1, 5)):
        with pytest.raises(ValueError, match="."):
            PortRange(start, end)
    with pytest.raises(AttributeError):
        ports.start = 5  # type: ignore[misc]


def test_ports_of_tcp_services() -> None:
    single = tcp_v1.TcpRequirerApplicationData(port=80, backend_port=8080)
    assert str(single.effective_port_mapping) == "80:8080"
    assert not single.is_port_range
    several = tcp_v1.TcpRequirerApplicationData(port_mapping="80-81:90-91")
    assert (several.port_range, several.backend_port_range) == (PortRange(80, 81), PortRange(90, 91))
    assert several.is_port_range
    assert tcp_v0.TcpRequirerApplicationData(port=80).dump() == {"port": "80", "backend_port": "80"}
    for wrong in ({}, {"port": 80, "port_mapping": "1:1"}, {"port_mapping": "1:1", "backend_port": 5}):
        with pytest.raises(TcpDataValidationError):
            tcp_v1.TcpRequirerApplicationData.from_dict(wrong)
    del several.__dict__["port_mapping"]
    assert several.port_range is None


def test_names_of_domains() -> None:
    assert is_domain("*.example.com")
    assert not is_domain("localhost")


def test_versions_are_found_and_converted() -> None:
    old = v0.RequirerApplicationData(
        service="web", ports=[80], subdomains=["www"], retry={"count": 1, "interval": 5}
    )
    assert detect_version(old.dump()) == "route-v0"
    assert detect_version({}) is None
    conversion = convert(old, v2.RequirerApplicationData, external_hostname="example.com")
    assert isinstance(conversion.data, v2.RequirerApplicationData)
    assert conversion.data.hostname == "www.example.com"
    assert [str(loss) for loss in conversion.losses] == ["retry.interval: route-v2 has no such field"]
    assert load(conversion.data.dump()) == conversion.data
    tcp = convert(tcp_v1.TcpRequirerApplicationData(port_mapping="80:90"), tcp_v0.TcpRequirerApplicationData)
    assert (tcp.data.port, tcp.data.backend_port) == (80, 90)
    with pytest.raises(RouteError, match="not versions of one interface"):
        convert(old, tcp_v1.TcpRequirerApplicationData)
    strange = v1.RequirerApplicationData(**WEB, hostname="localhost")
    assert faults(lambda: convert(strange, v2.RequirerApplicationData)) == [(("hostname",), "value_error")]
    with pytest.raises(ValueError, match="no schema 'route-v9'"):
        load({}, "route-v9")  # type: ignore[arg-type]
    assert "requirer" in json_schema("tcp-v0")["properties"]


def databag(model: Model) -> dict[str, str]:
    assert isinstance(model, DatabagModel)
    return dict(model.dump())


def web(number: int, **values: Any) -> Relation:
    data = {"service": f"web{number}", "ports": [8000], "hostname": f"web{number}.example.com", **values}
    unit = {"address": f'"10.0.0.{number}"'}
    return Relation(
        number, databag(v2.RequirerApplicationData(**data)), {f"web{number}/0": unit}, application=f"web{number}"
    )


def test_requirers_are_collected() -> None:
    tcp = Relation(7, {"port": "5432"}, {"db/0": {"address": '"10.0.0.7"'}}, "haproxy-route-tcp", "db")
    collection = collect([tcp, web(2), web(1), web(3, service="web2"), Relation(4, {"service": "{"})])
    [service] = collection.services[:1]
    assert (service.relation_id, service.application) == (1, "web1")
    assert isinstance(service.data, v2.RequirerApplicationData)
    assert service.units == {"web1/0": ipaddress.ip_address("10.0.0.1")}
    assert service.addresses == (ipaddress.ip_address("10.0.0.1"),)
    [listener] = collection.tcp_listeners
    assert (listener.ports, listener.relation_ids, listener.default) == (PortRange(5432, 5432), (7,), 7)
    assert collection.tcp_services[0].data.port == 5432
    assert {id: [one.code for one in reasons] for id, reasons in collection.refused.items()} == {
        2: ["duplicate-service"],
        3: ["duplicate-service"],
        4: ["application"],
    }
    [reason] = collection.refused[4]
    assert reason.faults[0] == Fault(("service",), "json_invalid", reason.faults[0].message)
    assert str(collection.refused[2][0]) == "the service 'web2' is also that of relation 3"
    assert collect([web(1)], approved_services=[]).refused[1][0].code == "not-approved"
    assert collect([Relation(1, {"service": '"a"', "ports": "[1]"})], route="route-v0").services == ()
    with pytest.raises(ValueError, match="haproxy-route"):
        collect([], route="tcp-v0")
    with pytest.raises(ValueError, match="no interface 'egress'"):
        collect([Relation(1, interface="egress")])  # type: ignore[arg-type]


def test_requirers_are_rendered() -> None:
    relations = [web(1, paths=["/api"], allow_http=True), web(2), Relation(3, {"service": "5"})]
    rendering = render(relations, peers={"haproxy-0": "10.0.0.100"}, hsts=True, dh_parameters=None)
    assert rendering.endpoints == {
        1: ["https://web1.example.com/api"],
        2: ["https://web2.example.com"],
        3: [],
    }
    assert rendering.ports == {80, 443}
    assert list(rendering.refused) == [3]
    assert rendering.config.backends["web1"].servers["web1_8000_0"].address == "10.0.0.1"
    text = str(rendering.config.to_document())
    assert "peer haproxy-0 10.0.0.100:10000" in text
    assert "Strict-Transport-Security" in text
    origins = {origin.relation_id for origin in rendering.origins}
    assert origins == {1, 2}
    assert render(list(reversed(relations)), peers={"haproxy-0": "10.0.0.100"}, hsts=True, dh_parameters=None) == rendering
    assert pickle.loads(pickle.dumps(rendering)) == rendering
    with pytest.raises(TypeError, match="maxconn"):
        render([], maxconn="many")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="not an address"):
        render([], peers={"a": "b"})


def test_relations_beside_routes_are_rendered() -> None:
    application = {"model": '"m"', "name": '"web"', "port": "8080"}
    units = {"web/0": {"host": '"10.0.0.1"'}}
    relations = [
        Relation(3, application, units, "ingress", "web"),
        Relation(4, {"limit_policy_tcp": '"deny"'}, {}, "ddos-protection"),
        Relation(5, {"service": '"a"', "ports": "[80]"}),
    ]
    rendering = render(relations, external_hostname="example.com")
    assert rendering.replies == {3: {"ingress": '{"url":"https://example.com/m-web/"}'}, 4: {}, 5: {}}
    assert rendering.config.backends["m-web"].servers["m-web-0"].port == 8080
    assert [fault.path for fault in rendering.refused[4][0].faults] == [("limit_policy_tcp",)]
    assert [reason.code for reason in rendering.refused[5]] == ["other-mode"]


def test_what_goes_with_relations_is_rendered() -> None:
    tcp = Relation(9, {"port": "5432"}, {"db/0": {"address": '"10.0.0.9"'}}, "haproxy-route-tcp", "db")
    agent = SpoeAuthentication(
        relation_id=11,
        hostname="web1.example.com",
        addresses=("10.0.0.11",),
        spop_port=8081,
        callback_port=5000,
        callback_path="/oauth2/callback",
        message="try_auth_oidc",
        cookie="session",
        authenticated_variable="is_authenticated",
        redirect_variable="redirect_url",
    )
    rendering = render(
        [web(1), tcp],
        external_hostname="example.com",
        virtual_address="192.0.2.1",
        ddos_limits=DdosLimits(requests_per_minute=100, http_policy="deny", denied_paths=("/admin",)),
        spoe_authentications=[agent],
        policy=PolicyService(12, "model", "policy", 8080, ("10.0.0.12",)),
        configuration_directory="/srv/haproxy",
    )
    assert rendering.refused == {}
    assert rendering.ports == {80, 443, 5432}
    assert rendering.endpoints[9] == ["192.0.2.1:5432"]
    assert rendering.endpoints[12] == ["https://model-policy.example.com"]
    assert {file.path for file in rendering.files} >= {"/srv/haproxy/spoe_auth.conf"}
    with pytest.raises(ValueError, match="silent-drop"):
        render([], ddos_limits=DdosLimits(http_policy="x"))
    with pytest.raises(ValueError, match="not a network"):
        render([], ddos_limits=DdosLimits(allowed=("x",)))
    shared = collect([web(1, hostname="a.example.com"), web(2, hostname="a.example.com")])
    assert "relation 2" in shared.warnings[1][0]


def test_relations_are_read() -> None:
    text = json.dumps({"haproxy-route:4": {"application": {"service": '"a"'}, "units": {"a/0": {}}}})
    assert read_relations(text) == [Relation(4, {"service": '"a"'}, {"a/0": {}}, "haproxy-route", "a")]
    with pytest.raises(RouteError) as caught:
        read_relations("[")
    assert caught.value.code == "invalid-relations"


def test_the_modules_are_those_of_the_schemas() -> None:
    script = REPOSITORY / "bindings" / "python" / "generate.py"
    package = Path(sys.modules["haproxy_kit"].__file__ or "")
    result = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, cwd=package.anchor)
    assert (result.stdout, result.stderr, result.returncode) == ("", "", 0)
