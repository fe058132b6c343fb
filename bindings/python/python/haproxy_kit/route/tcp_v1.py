"""``haproxy-route-tcp`` in version 1.

Made by ``bindings/python/generate.py`` from the schema; do not edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Any

from haproxy_kit.errors import TcpDataValidationError
from haproxy_kit.route._model import DatabagModel, Model, Url
from haproxy_kit.route._tcp import TcpApplicationModel

__all__ = [
    "BandwidthLimit",
    "HaproxyRouteTcpProviderAppData",
    "LoadBalancingAlgorithm",
    "RateLimit",
    "Retry",
    "TCPHealthCheckType",
    "TCPLoadBalancingConfiguration",
    "TCPRateLimitPolicy",
    "TCPServerHealthCheck",
    "TcpRequirerApplicationData",
    "TcpRequirerUnitData",
    "TimeoutConfiguration",
]

CLASSES: dict[str, type] = {}
"""The classes by their types in the schema."""


class TCPHealthCheckType(Enum):
    """How the servers of a TCP service are checked."""

    GENERIC = "generic"
    MYSQL = "mysql"
    POSTGRES = "postgres"
    REDIS = "redis"
    SMTP = "smtp"


class TCPServerHealthCheck(Model):
    """How the servers of a TCP service are checked.

    Fields:

    * ``interval`` (int): Seconds between two checks.
    * ``rise`` (int): How many good checks in a row make a server that was down count as up.
    * ``fall`` (int): How many failed checks in a row make a server count as down.
    * ``check_type`` (TCPHealthCheckType | None, ``None`` by default): What is spoken with the
      server.
    * ``send`` (str | None, ``None`` by default): What is sent, for the type ``generic`` only.
    * ``expect`` (str | None, ``None`` by default): What the answer must contain, for the type
      ``generic`` only.
    * ``db_user`` (str | None, ``None`` by default): The name of the database's user, for the types
      ``mysql`` and ``postgres`` only.
    """

    _schema = "tcp-v1"
    _object = "TcpCheck"
    _classes = CLASSES
    _fields = frozenset({"interval", "rise", "fall", "check_type", "send", "expect", "db_user"})

    interval: int
    """Seconds between two checks."""
    rise: int
    """How many good checks in a row make a server that was down count as up."""
    fall: int
    """How many failed checks in a row make a server count as down."""
    check_type: TCPHealthCheckType | None
    """What is spoken with the server."""
    send: str | None
    """What is sent, for the type ``generic`` only."""
    expect: str | None
    """What the answer must contain, for the type ``generic`` only."""
    db_user: str | None
    """The name of the database's user, for the types ``mysql`` and ``postgres`` only."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            interval: int,
            rise: int,
            fall: int,
            check_type: TCPHealthCheckType | str | None = ...,
            send: str | None = ...,
            expect: str | None = ...,
            db_user: str | None = ...,
        ) -> None: ...


class LoadBalancingAlgorithm(Enum):
    """How a server is chosen."""

    LEASTCONN = "leastconn"
    SRCIP = "source"
    SOURCE = "source"
    ROUNDROBIN = "roundrobin"


class TCPLoadBalancingConfiguration(Model):
    """How the servers share the work.

    Fields:

    * ``algorithm`` (LoadBalancingAlgorithm): How a server is chosen.
    * ``consistent_hashing`` (bool, ``False`` by default): Whether most clients keep their server
      when one comes or goes; for the algorithms ``source`` and ``cookie`` only.
    """

    _schema = "tcp-v1"
    _object = "LoadBalancing"
    _classes = CLASSES
    _fields = frozenset({"algorithm", "consistent_hashing"})

    algorithm: LoadBalancingAlgorithm
    """How a server is chosen."""
    consistent_hashing: bool
    """
    Whether most clients keep their server when one comes or goes; for the algorithms ``source``
    and ``cookie`` only.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            algorithm: LoadBalancingAlgorithm | str,
            consistent_hashing: bool = ...,
        ) -> None: ...


class TCPRateLimitPolicy(Enum):
    """What happens to a client over its limit."""

    REJECT = "reject"
    SILENT = "silent-drop"
    SILENT_DROP = "silent-drop"


class RateLimit(Model):
    """A limit to what one client may ask for.

    Fields:

    * ``connections_per_minute`` (int): How much a client may do in a minute: requests over HTTP,
      connections over TCP.
    * ``policy`` (TCPRateLimitPolicy, ``TCPRateLimitPolicy.REJECT`` by default): What happens beyond
      that.
    """

    _schema = "tcp-v1"
    _object = "RateLimit"
    _classes = CLASSES
    _fields = frozenset({"connections_per_minute", "policy"})

    connections_per_minute: int
    """How much a client may do in a minute: requests over HTTP, connections over TCP."""
    policy: TCPRateLimitPolicy
    """What happens beyond that."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            connections_per_minute: int,
            policy: TCPRateLimitPolicy | str = ...,
        ) -> None: ...


class BandwidthLimit(Model):
    """Limits to the bytes that go through the proxy.

    Fields:

    * ``upload`` (int | None, ``None`` by default): Bytes per second from clients to servers.
    * ``download`` (int | None, ``None`` by default): Bytes per second from servers to clients.
    """

    _schema = "tcp-v1"
    _object = "BandwidthLimit"
    _classes = CLASSES
    _fields = frozenset({"upload", "download"})

    upload: int | None
    """Bytes per second from clients to servers."""
    download: int | None
    """Bytes per second from servers to clients."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            upload: int | None = ...,
            download: int | None = ...,
        ) -> None: ...


class Retry(Model):
    """What happens to requests that find no working server.

    Fields:

    * ``count`` (int): How many times a connection is tried again.
    * ``redispatch`` (bool, ``False`` by default): Whether another server may be tried.
    """

    _schema = "tcp-v1"
    _object = "Retry"
    _classes = CLASSES
    _fields = frozenset({"count", "redispatch"})

    count: int
    """How many times a connection is tried again."""
    redispatch: bool
    """Whether another server may be tried."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            count: int,
            redispatch: bool = ...,
        ) -> None: ...


class TimeoutConfiguration(Model):
    """How long is waited for servers, in seconds. Only TCP services may leave a timeout open.

    Fields:

    * ``server`` (int | None): For a server to answer.
    * ``connect`` (int | None): For a connection to a server.
    * ``queue`` (int | None): For a place at a server that has reached its limit.
    """

    _schema = "tcp-v1"
    _object = "Timeout"
    _classes = CLASSES
    _fields = frozenset({"server", "connect", "queue"})

    server: int | None
    """For a server to answer."""
    connect: int | None
    """For a connection to a server."""
    queue: int | None
    """For a place at a server that has reached its limit."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            server: int | None,
            connect: int | None,
            queue: int | None,
        ) -> None: ...


class TcpRequirerApplicationData(TcpApplicationModel):
    """What an application says that asks for a TCP route.

    Fields:

    * ``port`` (int | None, ``None`` by default): The port of the proxy; from version 1 on, either
      this or a mapping is given.
    * ``backend_port`` (int | None, ``None`` by default): The port of each server; that of the proxy
      where none is given.
    * ``port_mapping`` (str | None, ``None`` by default): Ports of the proxy and those of each
      server, such as ``8080:80`` or ``5000-5009:6000-6009``.
    * ``sni`` (str | None, ``None`` by default): The server name by which TLS clients ask for the
      service.
    * ``hosts`` (list[IPv4Address | IPv6Address], ``[]`` by default): The addresses of the servers,
      where they are not those of the units.
    * ``check`` (TCPServerHealthCheck | None, ``None`` by default): How the servers are checked.
    * ``load_balancing`` (TCPLoadBalancingConfiguration | None, ``None`` by default): How the
      servers share the work.
    * ``rate_limit`` (RateLimit | None, ``None`` by default): A limit to the connections of each
      client.
    * ``bandwidth_limit`` (BandwidthLimit | None, ``None`` by default): Limits to the bytes of each
      connection.
    * ``retry`` (Retry | None, ``None`` by default): What happens to connections that find no
      working server.
    * ``timeout`` (TimeoutConfiguration | None, ``None`` by default): How long is waited for
      servers.
    * ``server_maxconn`` (int | None, ``None`` by default): The most connections that each server
      takes at a time.
    * ``ip_deny_list`` (list[IPv4Address | IPv6Address], ``[]`` by default): The addresses of
      clients that are refused.
    * ``enforce_tls`` (bool, ``True`` by default): Whether clients must speak TLS.
    * ``tls_terminate`` (bool, ``True`` by default): Whether TLS ends at the proxy.
    * ``proxy_protocol`` (bool, ``False`` by default): Whether servers are told the client's address
      by the PROXY protocol.
    """

    _schema = "tcp-v1"
    _object = "TcpRequirerApplicationData"
    _classes = CLASSES
    _fields = frozenset(
        {
            "port",
            "backend_port",
            "port_mapping",
            "sni",
            "hosts",
            "check",
            "load_balancing",
            "rate_limit",
            "bandwidth_limit",
            "retry",
            "timeout",
            "server_maxconn",
            "ip_deny_list",
            "enforce_tls",
            "tls_terminate",
            "proxy_protocol",
        }
    )
    _error = TcpDataValidationError

    port: int | None
    """The port of the proxy; from version 1 on, either this or a mapping is given."""
    backend_port: int | None
    """The port of each server; that of the proxy where none is given."""
    port_mapping: str | None
    """
    Ports of the proxy and those of each server, such as ``8080:80`` or ``5000-5009:6000-6009``.
    """
    sni: str | None
    """The server name by which TLS clients ask for the service."""
    hosts: list[IPv4Address | IPv6Address]
    """The addresses of the servers, where they are not those of the units."""
    check: TCPServerHealthCheck | None
    """How the servers are checked."""
    load_balancing: TCPLoadBalancingConfiguration | None
    """How the servers share the work."""
    rate_limit: RateLimit | None
    """A limit to the connections of each client."""
    bandwidth_limit: BandwidthLimit | None
    """Limits to the bytes of each connection."""
    retry: Retry | None
    """What happens to connections that find no working server."""
    timeout: TimeoutConfiguration | None
    """How long is waited for servers."""
    server_maxconn: int | None
    """The most connections that each server takes at a time."""
    ip_deny_list: list[IPv4Address | IPv6Address]
    """The addresses of clients that are refused."""
    enforce_tls: bool
    """Whether clients must speak TLS."""
    tls_terminate: bool
    """Whether TLS ends at the proxy."""
    proxy_protocol: bool
    """Whether servers are told the client's address by the PROXY protocol."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            port: int | None = ...,
            backend_port: int | None = ...,
            port_mapping: str | None = ...,
            sni: str | None = ...,
            hosts: Iterable[IPv4Address | IPv6Address | str | int] = ...,
            check: TCPServerHealthCheck | Mapping[str, Any] | None = ...,
            load_balancing: TCPLoadBalancingConfiguration | Mapping[str, Any] | None = ...,
            rate_limit: RateLimit | Mapping[str, Any] | None = ...,
            bandwidth_limit: BandwidthLimit | Mapping[str, Any] | None = ...,
            retry: Retry | Mapping[str, Any] | None = ...,
            timeout: TimeoutConfiguration | Mapping[str, Any] | None = ...,
            server_maxconn: int | None = ...,
            ip_deny_list: Iterable[IPv4Address | IPv6Address | str | int] = ...,
            enforce_tls: bool = ...,
            tls_terminate: bool = ...,
            proxy_protocol: bool = ...,
        ) -> None: ...


class TcpRequirerUnitData(DatabagModel):
    """What each unit of a requirer says.

    Fields:

    * ``address`` (IPv4Address | IPv6Address): The address at which the unit is reached.
    """

    _schema = "tcp-v1"
    _object = "RequirerUnitData"
    _classes = CLASSES
    _fields = frozenset({"address"})
    _error = TcpDataValidationError

    address: IPv4Address | IPv6Address
    """The address at which the unit is reached."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            address: IPv4Address | IPv6Address | str | int,
        ) -> None: ...


class HaproxyRouteTcpProviderAppData(DatabagModel):
    """What the provider says to each requirer.

    Fields:

    * ``endpoints`` (list[str]): Where the service is reached: URLs, and ``host:port`` in version 1
      of ``haproxy-route-tcp``.
    """

    _schema = "tcp-v1"
    _object = "ProviderApplicationData"
    _classes = CLASSES
    _fields = frozenset({"endpoints"})
    _error = TcpDataValidationError

    endpoints: list[str]
    """
    Where the service is reached: URLs, and ``host:port`` in version 1 of ``haproxy-route-tcp``.
    """

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            endpoints: Iterable[str],
        ) -> None: ...


CLASSES.update(
    {
        "Url": Url,
        "HealthCheckType": TCPHealthCheckType,
        "TcpCheck": TCPServerHealthCheck,
        "LoadBalancingAlgorithm": LoadBalancingAlgorithm,
        "LoadBalancing": TCPLoadBalancingConfiguration,
        "RateLimitPolicy": TCPRateLimitPolicy,
        "RateLimit": RateLimit,
        "BandwidthLimit": BandwidthLimit,
        "Retry": Retry,
        "Timeout": TimeoutConfiguration,
        "TcpRequirerApplicationData": TcpRequirerApplicationData,
        "RequirerUnitData": TcpRequirerUnitData,
        "ProviderApplicationData": HaproxyRouteTcpProviderAppData,
    }
)
