"""Charms that were written for the vendored library run unchanged on the shim."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

CHARMS = Path(__file__).parent / "charms"

# The requirer's data goes to the provider, and its answer comes back.
SCENARIO = """
import logging
from ops import testing

import proxy
import web
import charms.other.v0.library

web_meta = {"name": "web", "requires": {"haproxy-route": {"interface": "haproxy-route"}}}
options = {"port": {"type": "int", "default": 8080}, "hostname": {"type": "string", "default": "a.example.com"}}
proxy_meta = {"name": "proxy", "provides": {"haproxy-route": {"interface": "haproxy-route"}}}
requirer = testing.Context(web.WebCharm, meta=web_meta, config={"options": options})
provider = testing.Context(proxy.ProxyCharm, meta=proxy_meta)

relation = testing.Relation("haproxy-route", remote_app_name="proxy")
state = requirer.run(requirer.on.relation_created(relation), testing.State(leader=True, relations={relation}))
said = state.get_relation(relation.id)
assert said.local_app_data["service"] == '"web"', said
assert said.local_unit_data == {"address": '"192.0.2.0"'}, said

other = testing.Relation(
    "haproxy-route",
    remote_app_name="bad",
    remote_app_data={"service": '"bad"', "ports": '"secret"'},
    remote_units_data={0: {"address": '"10.0.0.9"'}},
)
incoming = testing.Relation(
    "haproxy-route",
    remote_app_name="web",
    remote_app_data=said.local_app_data,
    remote_units_data={0: said.local_unit_data},
)
state = provider.run(
    provider.on.relation_changed(incoming), testing.State(leader=True, relations={incoming, other})
)
answer = state.get_relation(incoming.id).local_app_data
assert answer == {"endpoints": '["https://www.example.com/shop"]'}, answer
assert state.get_relation(other.id).local_app_data == {"endpoints": "[]"}
assert state.unit_status == testing.ActiveStatus("1 of 2"), state.unit_status
assert "secret" not in str(provider.juju_log)

answered = testing.Relation("haproxy-route", remote_app_name="proxy", remote_app_data=answer)
state = requirer.run(requirer.on.relation_changed(answered), testing.State(relations={answered}))
assert state.unit_status == testing.ActiveStatus("https://www.example.com/shop"), state.unit_status

state = requirer.run(
    requirer.on.config_changed(),
    testing.State(leader=True, relations={relation}, config={"hostname": "not a host"}),
)
assert state.unit_status == testing.BlockedStatus("the route is invalid")
state = requirer.run(requirer.on.relation_broken(answered), testing.State(relations={answered}))
assert state.unit_status == testing.WaitingStatus("no route")
print("fine")
"""

# As on a machine where it is not installed.
WITHOUT_PYDANTIC = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("pydantic", "pydantic_core"):
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Absent())
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """One in which the charms, the shim and another library of the same namespace are found."""
    library = tmp_path / "other" / "charms" / "other" / "v0"
    library.mkdir(parents=True)
    (library / "library.py").write_text("")
    folder = str(tmp_path / "lib")
    for version in ("v0", "v1", "v2"):
        command(["charm-shim", "--lib", version, folder])
    for version in ("v0", "v1"):
        command(["charm-shim", "--lib", version, "--interface", "haproxy-route-tcp", folder])
    assert not list(tmp_path.rglob("__init__.py"))
    paths = [folder, str(tmp_path / "other"), str(CHARMS), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}


def command(arguments: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "haproxy_kit", *arguments], check=True)


def python(code: str, environment: dict[str, str]) -> str:
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, cwd=CHARMS
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize("before", ["", WITHOUT_PYDANTIC], ids=["with pydantic", "without pydantic"])
def test_charms_of_the_vendored_library_run_unchanged(environment: dict[str, str], before: str) -> None:
    assert python(before + SCENARIO, environment) == "fine\n"


@pytest.mark.parametrize("name", ["v0.haproxy_route", "v1.haproxy_route", "v2.haproxy_route"])
def test_the_names_of_the_library_are_there(environment: dict[str, str], name: str) -> None:
    names = """
        DataValidationError HaproxyRouteInvalidRelationDataError ServerHealthCheck RateLimitPolicy RateLimit
        LoadBalancingAlgorithm LoadBalancingConfiguration BandwidthLimit Retry TimeoutConfiguration
        HaproxyRewriteMethod RewriteConfiguration RequirerApplicationData HaproxyRouteProviderAppData
        RequirerUnitData HaproxyRouteRequirerData HaproxyRouteRequirersData HaproxyRouteDataAvailableEvent
        HaproxyRouteDataRemovedEvent HaproxyRouteProviderEvents HaproxyRouteProvider
        HaproxyRouteEnpointsReadyEvent HaproxyRouteEndpointsRemovedEvent HaproxyRouteRequirerEvents
        HaproxyRouteRequirer
    """.split()
    names += ["valid_domain_with_wildcard"] if name.startswith("v2") else []
    python(f"from charms.haproxy.{name} import {', '.join(names)}", environment)


@pytest.mark.parametrize("version", ["v0", "v1"])
def test_the_names_of_the_library_for_tcp_are_there(environment: dict[str, str], version: str) -> None:
    names = """
        DataValidationError HaproxyRouteTcpInvalidRelationDataError TCPServerHealthCheck TCPHealthCheckType
        TCPRateLimitPolicy TCPLoadBalancingConfiguration LoadBalancingAlgorithm TcpRequirerApplicationData
        TcpRequirerUnitData HaproxyRouteTcpProviderAppData HaproxyRouteTcpRequirerData
        HaproxyRouteTcpRequirersData HaproxyRouteTcpProvider HaproxyRouteTcpRequirer
    """.split()
    names += ["PortRange", "PortMapping"] if version == "v1" else []
    code = f"""
        from charms.haproxy.{version}.haproxy_route_tcp import {", ".join(names)}
        from charms.haproxy.v2 import haproxy_route
        assert DataValidationError is not haproxy_route.DataValidationError
    """
    python(textwrap.dedent(code), environment)


@pytest.mark.parametrize("absent", ["ops", "pydantic"])
def test_the_package_needs_neither_ops_nor_pydantic(absent: str) -> None:
    blocked = WITHOUT_PYDANTIC.replace('("pydantic", "pydantic_core")', f'("{absent}", "{absent}_core")')
    code = blocked + textwrap.dedent(
        """
        import haproxy_kit, haproxy_kit.config, haproxy_kit.charm
        from haproxy_kit.route import v2
        v2.RequirerApplicationData(service="web", ports=[80]).dump()
        try:
            v2.RequirerApplicationData()
        except ValueError as error:
            print(type(error).__module__)
        try:
            import haproxy_kit.charm.haproxy_route
        except ModuleNotFoundError as error:
            print(error)
        """
    )
    expected = {
        "ops": "pydantic_core._pydantic_core\nhaproxy_kit.charm needs ops: pip install 'haproxy-kit[ops]'\n",
        "pydantic": "haproxy_kit.errors\n",
    }
    assert python(code, dict(os.environ)) == expected[absent]
