"""``haproxy-route`` in version 0.

Made by ``bindings/python/generate.py`` from the schema; do not edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Any

from haproxy_kit.route._model import DatabagModel, Model, Url
from haproxy_kit.route.v2 import (
    HaproxyRewriteMethod,
    LoadBalancingAlgorithm,
    RateLimitPolicy,
)

__all__ = [
    "BandwidthLimit",
    "HaproxyRewriteMethod",
    "HaproxyRouteProviderAppData",
    "LoadBalancingAlgorithm",
    "LoadBalancingConfiguration",
    "RateLimit",
    "RateLimitPolicy",
    "RequirerApplicationData",
    "RequirerUnitData",
    "Retry",
    "RewriteConfiguration",
    "ServerHealthCheck",
    "TimeoutConfiguration",
]

CLASSES: dict[str, type] = {}
"""The classes by their types in the schema."""


class RewriteConfiguration(Model):
    """A change to each request before it is sent to a server.

    Fields:

    * ``method`` (HaproxyRewriteMethod): What is changed.
    * ``expression`` (str): What it is changed to: a log format, behind which a condition may stand.
    * ``header`` (str | None, ``None`` by default): The name of the header, for the method
      ``set-header``.
    """

    _schema = "route-v0"
    _object = "Rewrite"
    _classes = CLASSES
    _fields = frozenset({"method", "expression", "header"})

    method: HaproxyRewriteMethod
    """What is changed."""
    expression: str
    """What it is changed to: a log format, behind which a condition may stand."""
    header: str | None
    """The name of the header, for the method ``set-header``."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            method: HaproxyRewriteMethod | str,
            expression: str,
            header: str | None = ...,
        ) -> None: ...


class ServerHealthCheck(Model):
    """How the servers are checked.

    Fields:

    * ``interval`` (int, ``60`` by default): Seconds between two checks.
    * ``rise`` (int, ``2`` by default): How many good checks in a row make a server that was down
      count as up.
    * ``fall`` (int, ``3`` by default): How many failed checks in a row make a server count as down.
    * ``path`` (str | None, ``None`` by default): The path that is asked for.
    * ``port`` (int | None, ``None`` by default): The port that is asked, where it is another one
      than the server's own.
    """

    _schema = "route-v0"
    _object = "Check"
    _classes = CLASSES
    _fields = frozenset({"interval", "rise", "fall", "path", "port"})

    interval: int
    """Seconds between two checks."""
    rise: int
    """How many good checks in a row make a server that was down count as up."""
    fall: int
    """How many failed checks in a row make a server count as down."""
    path: str | None
    """The path that is asked for."""
    port: int | None
    """The port that is asked, where it is another one than the server's own."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            interval: int = ...,
            rise: int = ...,
            fall: int = ...,
            path: str | None = ...,
            port: int | None = ...,
        ) -> None: ...


class LoadBalancingConfiguration(Model):
    """How the servers share the work.

    Fields:

    * ``algorithm`` (LoadBalancingAlgorithm, ``LoadBalancingAlgorithm.LEASTCONN`` by default): How a
      server is chosen.
    * ``cookie`` (str | None, ``None`` by default): The name of the cookie that chooses the server,
      for the algorithm ``cookie`` only.
    """

    _schema = "route-v0"
    _object = "LoadBalancing"
    _classes = CLASSES
    _fields = frozenset({"algorithm", "cookie"})

    algorithm: LoadBalancingAlgorithm
    """How a server is chosen."""
    cookie: str | None
    """The name of the cookie that chooses the server, for the algorithm ``cookie`` only."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            algorithm: LoadBalancingAlgorithm | str = ...,
            cookie: str | None = ...,
        ) -> None: ...


class RateLimit(Model):
    """A limit to what one client may ask for.

    Fields:

    * ``connections_per_minute`` (int): How much a client may do in a minute: requests over HTTP,
      connections over TCP.
    * ``policy`` (RateLimitPolicy, ``RateLimitPolicy.DENY`` by default): What happens beyond that.
    """

    _schema = "route-v0"
    _object = "RateLimit"
    _classes = CLASSES
    _fields = frozenset({"connections_per_minute", "policy"})

    connections_per_minute: int
    """How much a client may do in a minute: requests over HTTP, connections over TCP."""
    policy: RateLimitPolicy
    """What happens beyond that."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            connections_per_minute: int,
            policy: RateLimitPolicy | str = ...,
        ) -> None: ...


class BandwidthLimit(Model):
    """Limits to the bytes of each connection.

    Fields:

    * ``upload`` (int | None, ``None`` by default): Bytes per second from clients to servers.
    * ``download`` (int | None, ``None`` by default): Bytes per second from servers to clients.
    """

    _schema = "route-v0"
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
    * ``interval`` (int): Seconds between two tries. HAProxy has no such setting.
    * ``redispatch`` (bool, ``False`` by default): Whether another server may be tried.
    """

    _schema = "route-v0"
    _object = "Retry"
    _classes = CLASSES
    _fields = frozenset({"count", "interval", "redispatch"})

    count: int
    """How many times a connection is tried again."""
    interval: int
    """Seconds between two tries. HAProxy has no such setting."""
    redispatch: bool
    """Whether another server may be tried."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            count: int,
            interval: int,
            redispatch: bool = ...,
        ) -> None: ...


class TimeoutConfiguration(Model):
    """How long is waited for servers.

    Fields:

    * ``server`` (int, ``60`` by default): For a server to answer.
    * ``connect`` (int, ``60`` by default): For a connection to a server.
    * ``queue`` (int, ``60`` by default): For a place at a server that has reached its limit.
    """

    _schema = "route-v0"
    _object = "Timeout"
    _classes = CLASSES
    _fields = frozenset({"server", "connect", "queue"})

    server: int
    """For a server to answer."""
    connect: int
    """For a connection to a server."""
    queue: int
    """For a place at a server that has reached its limit."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            server: int = ...,
            connect: int = ...,
            queue: int = ...,
        ) -> None: ...


class RequirerApplicationData(DatabagModel):
    """What an application says that asks for an HTTP route.

    Fields:

    * ``service`` (str): The name of the service, one of its own at each provider.
    * ``ports`` (list[int]): The ports on which each server listens.
    * ``paths`` (list[str], ``[]`` by default): The beginnings of the paths that are routed to the
      service; all paths where none is given.
    * ``subdomains`` (list[str], ``[]`` by default): The names below the provider's external host
      name, in version 0.
    * ``rewrites`` (list[RewriteConfiguration], ``[]`` by default): Changes to each request, in
      order.
    * ``check`` (ServerHealthCheck, ``ServerHealthCheck()`` by default): How the servers are
      checked.
    * ``load_balancing`` (LoadBalancingConfiguration, ``LoadBalancingConfiguration()`` by default):
      How the servers share the work.
    * ``rate_limit`` (RateLimit | None, ``None`` by default): A limit to the requests of each
      client.
    * ``bandwidth_limit`` (BandwidthLimit, ``BandwidthLimit()`` by default): Limits to the bytes of
      each connection.
    * ``retry`` (Retry | None, ``None`` by default): What happens to requests that find no working
      server.
    * ``deny_paths`` (list[str], ``[]`` by default): The beginnings of paths that are not routed to
      the service.
    * ``timeout`` (TimeoutConfiguration, ``TimeoutConfiguration()`` by default): How long is waited
      for servers.
    * ``server_maxconn`` (int | None, ``None`` by default): The most connections that each server
      takes at a time.
    """

    _schema = "route-v0"
    _object = "RequirerApplicationData"
    _classes = CLASSES
    _fields = frozenset(
        {
            "service",
            "ports",
            "paths",
            "subdomains",
            "rewrites",
            "check",
            "load_balancing",
            "rate_limit",
            "bandwidth_limit",
            "retry",
            "deny_paths",
            "timeout",
            "server_maxconn",
        }
    )

    service: str
    """The name of the service, one of its own at each provider."""
    ports: list[int]
    """The ports on which each server listens."""
    paths: list[str]
    """
    The beginnings of the paths that are routed to the service; all paths where none is given.
    """
    subdomains: list[str]
    """The names below the provider's external host name, in version 0."""
    rewrites: list[RewriteConfiguration]
    """Changes to each request, in order."""
    check: ServerHealthCheck
    """How the servers are checked."""
    load_balancing: LoadBalancingConfiguration
    """How the servers share the work."""
    rate_limit: RateLimit | None
    """A limit to the requests of each client."""
    bandwidth_limit: BandwidthLimit
    """Limits to the bytes of each connection."""
    retry: Retry | None
    """What happens to requests that find no working server."""
    deny_paths: list[str]
    """The beginnings of paths that are not routed to the service."""
    timeout: TimeoutConfiguration
    """How long is waited for servers."""
    server_maxconn: int | None
    """The most connections that each server takes at a time."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            service: str,
            ports: Iterable[int],
            paths: Iterable[str] = ...,
            subdomains: Iterable[str] = ...,
            rewrites: Iterable[RewriteConfiguration | Mapping[str, Any]] = ...,
            check: ServerHealthCheck | Mapping[str, Any] = ...,
            load_balancing: LoadBalancingConfiguration | Mapping[str, Any] = ...,
            rate_limit: RateLimit | Mapping[str, Any] | None = ...,
            bandwidth_limit: BandwidthLimit | Mapping[str, Any] = ...,
            retry: Retry | Mapping[str, Any] | None = ...,
            deny_paths: Iterable[str] = ...,
            timeout: TimeoutConfiguration | Mapping[str, Any] = ...,
            server_maxconn: int | None = ...,
        ) -> None: ...


class RequirerUnitData(DatabagModel):
    """What each unit of a requirer says.

    Fields:

    * ``address`` (IPv4Address | IPv6Address): The address at which the unit is reached.
    """

    _schema = "route-v0"
    _object = "RequirerUnitData"
    _classes = CLASSES
    _fields = frozenset({"address"})

    address: IPv4Address | IPv6Address
    """The address at which the unit is reached."""

    if TYPE_CHECKING:

        def __init__(
            self,
            *,
            address: IPv4Address | IPv6Address | str | int,
        ) -> None: ...


class HaproxyRouteProviderAppData(DatabagModel):
    """What the provider says to each requirer.

    Fields:

    * ``endpoints`` (list[Url]): Where the service is reached: URLs, and ``host:port`` in version 1
      of ``haproxy-route-tcp``.
    """

    _schema = "route-v0"
    _object = "ProviderApplicationData"
    _classes = CLASSES
    _fields = frozenset({"endpoints"})

    endpoints: list[Url]
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
        "Rewrite": RewriteConfiguration,
        "Check": ServerHealthCheck,
        "LoadBalancing": LoadBalancingConfiguration,
        "RateLimit": RateLimit,
        "BandwidthLimit": BandwidthLimit,
        "Retry": Retry,
        "Timeout": TimeoutConfiguration,
        "RequirerApplicationData": RequirerApplicationData,
        "RequirerUnitData": RequirerUnitData,
        "ProviderApplicationData": HaproxyRouteProviderAppData,
        "RewriteMethod": HaproxyRewriteMethod,
        "LoadBalancingAlgorithm": LoadBalancingAlgorithm,
        "RateLimitPolicy": RateLimitPolicy,
    }
)
