"""The relations ``haproxy-route`` and ``haproxy-route-tcp`` of Juju charms: data, validation, configuration.

* :mod:`~haproxy_kit.route.v0`, :mod:`~haproxy_kit.route.v1`, :mod:`~haproxy_kit.route.v2`,
  :mod:`~haproxy_kit.route.tcp_v0`, :mod:`~haproxy_kit.route.tcp_v1`: what is said in each version, as
  classes.
* :func:`load` and :func:`dump` read and write databags; :func:`detect_version` tells for which version one
  was written, :func:`convert` says it in another.
* :func:`collect` tells who of all requirers gets a route, and why the others do not; :func:`render` makes
  the configuration that serves them.
* :mod:`~haproxy_kit.route.reverseproxy`: the older relations.

None of it needs ``ops``; for charms, see :mod:`haproxy_kit.charm`.

>>> from haproxy_kit.route import Relation, render
>>> web = Relation(
...     id=4,
...     application_data={"service": '"web"', "ports": "[8080]", "hostname": '"www.example.com"'},
...     units={"web/0": {"address": '"10.0.0.1"'}},
... )
>>> rendering = render([web])
>>> rendering.endpoints
{4: ['https://www.example.com']}
>>> rendering.config.backends["web"].servers["web_8080_0"].port
8080
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from ipaddress import IPv4Address, IPv6Address
from types import ModuleType
from typing import Any, Literal, TypeVar

from haproxy_kit import _native
from haproxy_kit._native import PortMapping, PortRange
from haproxy_kit.config import Target
from haproxy_kit.errors import (
    DataValidationError,
    Fault,
    RouteError,
    TcpDataValidationError,
    ValidationError,
)
from haproxy_kit.route import tcp_v0, tcp_v1, v0, v1, v2
from haproxy_kit.route._model import DatabagModel, Model, Url, as_raised
from haproxy_kit.route._records import (
    Collection,
    Conversion,
    DdosLimits,
    File,
    Interface,
    Loss,
    Origin,
    PolicyService,
    Refusal,
    Relation,
    Rendering,
    Requirer,
    SpoeAuthentication,
    TcpListener,
)

__all__ = [
    "Collection",
    "Conversion",
    "DataValidationError",
    "DatabagModel",
    "DdosLimits",
    "Fault",
    "File",
    "Interface",
    "Loss",
    "Model",
    "Origin",
    "PolicyService",
    "PortMapping",
    "PortRange",
    "Refusal",
    "Relation",
    "Rendering",
    "Requirer",
    "RouteError",
    "Schema",
    "SpoeAuthentication",
    "TcpDataValidationError",
    "TcpListener",
    "Url",
    "ValidationError",
    "collect",
    "convert",
    "detect_version",
    "dump",
    "is_domain",
    "json_schema",
    "load",
    "read_relations",
    "render",
    "tcp_v0",
    "tcp_v1",
    "v0",
    "v1",
    "v2",
]

Schema = Literal["route-v0", "route-v1", "route-v2", "tcp-v0", "tcp-v1"]
"""A version of an interface."""

_Data = TypeVar("_Data", bound=DatabagModel)

_MODULES: dict[str, ModuleType] = {
    "route-v0": v0,
    "route-v1": v1,
    "route-v2": v2,
    "tcp-v0": tcp_v0,
    "tcp-v1": tcp_v1,
}


def load(databag: Mapping[str, str], schema: Schema = "route-v2") -> Any:
    """What a requirer's application says in this databag, as ``RequirerApplicationData`` of the schema, or
    ``TcpRequirerApplicationData``.

    Raises :class:`~haproxy_kit.errors.DataValidationError`, or
    :class:`~haproxy_kit.errors.TcpDataValidationError`; both are :class:`~haproxy_kit.errors.RouteError`.
    """
    return _application(schema).load(databag)


def dump(data: DatabagModel) -> MutableMapping[str, str]:
    """The databag that says this: a JSON text a field, without those that have their defaults."""
    return data.dump()


def detect_version(databag: Mapping[str, str]) -> Schema | None:
    """The newest schema that the databag of a requirer's application fits, or the one that it fits best.

    ``None`` where nothing in it is of either interface.
    """
    return _native.route_detect(databag)


def convert(
    data: DatabagModel, to: type[_Data], *, external_hostname: str | None = None
) -> Conversion[_Data]:
    """What a requirer's application says, as an object of another version's class.

    ``external_hostname`` is that of the provider, below which version 0 names its services.

    >>> from haproxy_kit.route import convert, v0, v2
    >>> old = v0.RequirerApplicationData(service="web", ports=[80], subdomains=["www"])
    >>> convert(old, v2.RequirerApplicationData, external_hostname="example.com").data.hostname
    'www.example.com'

    Raises :class:`~haproxy_kit.errors.RouteError` where the other version refuses a value.
    """
    try:
        converted, losses = _native.route_convert(data, to, external_hostname)
    except ValidationError as error:
        raised = to._error(str(error), faults=error.faults, code=error.code)
        raise raised from as_raised(error, data)
    return Conversion(converted, tuple(Loss(path, reason) for path, reason in losses))


def json_schema(schema: Schema) -> dict[str, Any]:
    """The JSON Schema of what both sides say: ``requirer.application``, ``requirer.unit`` and
    ``provider.application``.
    """
    return _native.route_schema(schema)


def is_domain(name: str) -> bool:
    """Whether a text names a domain, or with ``*.`` before it the domains below one."""
    return _native.route_is_domain(name)


def read_relations(text: str | bytes) -> list[Relation]:
    """The relations that JSON tells: what ``juju show-unit --format json`` prints of the proxy's unit, or
    ``{"4": {"application": {...}, "units": {"web/0": {...}}}}``.

    Raises :class:`~haproxy_kit.errors.RouteError` for any other text.
    """
    return _native.route_relations(text.encode() if isinstance(text, str) else text)


def collect(
    relations: Iterable[Relation],
    *,
    route: Schema = "route-v2",
    tcp: Schema = "tcp-v1",
    external_hostname: str | None = None,
    has_ca_bundle: bool = True,
    approved_services: Iterable[str] | None = None,
    reserved_ports: Sequence[int] = (8404,),
) -> Collection:
    """Reads all relations and lets those through that can be served beside each other.

    A relation that is refused costs no other one its route, unless both want the same. ``route`` and ``tcp``
    are the versions that the provider speaks, ``external_hostname`` the name of services that have none of
    their own; ``has_ca_bundle`` tells whether servers that speak TLS can be verified, and
    ``approved_services`` the services that may have a route, where not all may; ``reserved_ports`` are given
    to nobody.

    Raises nothing for data of relations, however wrong it is; :class:`ValueError` for an unknown schema.
    """
    options: dict[str, Any] = {
        "route": route,
        "tcp": tcp,
        "external_hostname": external_hostname,
        "has_ca_bundle": has_ca_bundle,
        "approved_services": None if approved_services is None else list(approved_services),
        "reserved_ports": list(reserved_ports),
    }
    return _native.route_collect(list(relations), options)


def render(
    relations: Iterable[Relation],
    *,
    target: str | Target = "3.2",
    route: Schema = "route-v2",
    tcp: Schema = "tcp-v1",
    external_hostname: str | None = None,
    has_ca_bundle: bool = True,
    approved_services: Iterable[str] | None = None,
    reserved_ports: Sequence[int] = (8404,),
    certificate_directory: str | os.PathLike[str] = "/var/lib/haproxy/certs",
    ca_bundle: str | os.PathLike[str] = "/var/lib/haproxy/cas/cas.pem",
    dh_parameters: str | os.PathLike[str] | None = "/etc/haproxy/ffdhe2048.txt",
    maxconn: int = 4096,
    hsts: bool = False,
    ddos_protection: bool = True,
    plain_prefixes: bool = False,
    peers: Mapping[str, str | IPv4Address | IPv6Address] | None = None,
    peer_port: int = 10000,
    configuration_directory: str | os.PathLike[str] = "/etc/haproxy",
    virtual_address: str | IPv4Address | IPv6Address | None = None,
    ddos_limits: DdosLimits | None = None,
    spoe_authentications: Sequence[SpoeAuthentication] = (),
    policy: PolicyService | None = None,
) -> Rendering:
    """The configuration that serves these relations, and what goes with it.

    It does not depend on the order of relations and units. What :func:`collect` takes is taken here, too.
    ``target`` is the HAProxy that reads the configuration; ``certificate_directory``, ``ca_bundle`` and
    ``dh_parameters`` are the files that it uses; ``hsts`` tells browsers to come over TLS only,
    ``ddos_protection`` wards off slow clients and broken requests; with ``plain_prefixes``, ``/api`` in paths
    stands for ``/apix``, too. ``peers`` are the names and addresses of the proxy's units, this one included.
    ``configuration_directory`` is that of the files that go with the configuration, ``virtual_address`` the
    address that moves between units, which clients of TCP services use. ``ddos_limits`` are limits for all
    services together, ``spoe_authentications`` tell who must be logged in where, ``policy`` is the service
    that approves requests.

    Raises nothing for data of relations, however wrong it is: see ``refused``. Raises
    :class:`~haproxy_kit.errors.TargetError` for an unknown version, :class:`ValueError` and
    :class:`TypeError` for options that are wrong.
    """
    options: dict[str, Any] = {
        "target": target,
        "route": route,
        "tcp": tcp,
        "external_hostname": external_hostname,
        "has_ca_bundle": has_ca_bundle,
        "approved_services": None if approved_services is None else list(approved_services),
        "reserved_ports": list(reserved_ports),
        "certificate_directory": certificate_directory,
        "ca_bundle": ca_bundle,
        "dh_parameters": dh_parameters,
        "maxconn": maxconn,
        "hsts": hsts,
        "ddos_protection": ddos_protection,
        "plain_prefixes": plain_prefixes,
        "peers": {name: str(address) for name, address in (peers or {}).items()},
        "peer_port": peer_port,
        "configuration_directory": configuration_directory,
        "virtual_address": None if virtual_address is None else str(virtual_address),
        "ddos_limits": ddos_limits,
        "spoe_authentications": list(spoe_authentications),
        "policy": policy,
    }
    return _native.route_render(list(relations), options)


def _application(schema: Schema) -> type[DatabagModel]:
    module = _MODULES.get(schema)
    if module is None:
        raise ValueError(f"no schema '{schema}'; there are {', '.join(_MODULES)}")
    name = "TcpRequirerApplicationData" if schema.startswith("tcp") else "RequirerApplicationData"
    data: type[DatabagModel] = getattr(module, name)
    return data
