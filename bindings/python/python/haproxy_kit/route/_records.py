"""What the functions of :mod:`haproxy_kit.route` take and tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address
from typing import Any, Generic, Literal, TypeVar

from haproxy_kit._native import PortRange
from haproxy_kit.config import Config
from haproxy_kit.errors import Fault
from haproxy_kit.route._model import DatabagModel

Interface = Literal[
    "haproxy-route",
    "haproxy-route-tcp",
    "ingress",
    "ingress_per_unit",
    "haproxy-route-policy",
    "spoe-auth",
    "ddos-protection",
]
"""The interface of a relation."""

_Data = TypeVar("_Data", bound=DatabagModel)


@dataclass(frozen=True)
class Relation:
    """A relation, with what its remote side says."""

    id: int
    """The number of the relation."""
    application_data: Mapping[str, str] = field(default_factory=dict)
    """The databag of the remote application."""
    units: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The databags of the remote units, by their names, such as ``web/0``."""
    interface: Interface = "haproxy-route"
    """The interface."""
    application: str = ""
    """The name of the remote application."""

    @classmethod
    def from_ops(cls, relation: Any, interface: Interface = "haproxy-route") -> Relation:
        """What the remote side of an :class:`ops.Relation` says so far."""
        application = relation.app
        return cls(
            id=relation.id,
            application_data=dict(relation.data[application]) if application is not None else {},
            units={unit.name: dict(relation.data[unit]) for unit in relation.units},
            interface=interface,
            application=application.name if application is not None else "",
        )


@dataclass(frozen=True)
class Refusal:
    """Why a relation gets no route; its text fits a status message."""

    code: str
    """The reason, as a word for programs: ``duplicate-service``."""
    message: str
    """The reason, for people."""
    unit: str | None = None
    """The unit whose data it is about."""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the data, where it is that."""

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True)
class Requirer(Generic[_Data]):
    """A requirer whose data is valid."""

    relation_id: int
    """The number of the relation."""
    application: str
    """The name of the remote application; empty where nothing tells it."""
    data: _Data
    """What the application says."""
    units: Mapping[str, IPv4Address | IPv6Address]
    """Where its units are reached, in the order of their numbers."""
    addresses: tuple[IPv4Address | IPv6Address, ...]
    """The servers: those that the application names, or else its units."""


@dataclass(frozen=True)
class TcpListener:
    """Ports of the proxy and the TCP services that clients reach there."""

    ports: PortRange
    """The ports."""
    default: int | None
    """The relation that gets the clients which no server name sends elsewhere."""
    relation_ids: tuple[int, ...]
    """All relations that are served here."""
    tls_terminate: bool
    """Whether TLS ends at the proxy."""


@dataclass(frozen=True)
class Collection:
    """The requirers of a provider: who gets a route, and who does not."""

    services: tuple[Requirer[Any], ...]
    """The HTTP services that get a route, in the order of their relations."""
    tcp_services: tuple[Requirer[Any], ...]
    """The TCP services that get a route, in the order of their relations."""
    tcp_listeners: tuple[TcpListener, ...]
    """The ports on which TCP services are served, in order."""
    refused: Mapping[int, tuple[Refusal, ...]]
    """The relations that get no route, with the reasons."""
    warnings: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """What relations that get a route share with others, so that one may hide another."""


@dataclass(frozen=True)
class DdosLimits:
    """Limits to what one client may do at all services together. A limit without its policy limits nothing.

    Policies are ``deny`` (of connections: ``reject``), ``reject`` and ``silent-drop``; timeouts are in
    seconds.
    """

    connections_per_minute: int | None = None
    """The most connections in a minute."""
    concurrent_connections: int | None = None
    """The most connections at a time."""
    errors_per_minute: int | None = None
    """The most requests in a minute that are answered with an error of the client."""
    requests_per_minute: int | None = None
    """The most requests in a minute."""
    tcp_policy: str | None = None
    """What happens to connections beyond a limit."""
    http_policy: str | None = None
    """What happens to requests beyond a limit."""
    deny_status: int | None = None
    """The status of the answer where the policy is ``deny``; 403 where none is given."""
    allowed: tuple[str, ...] = ()
    """Networks of clients that have no limits and see all paths."""
    denied_paths: tuple[str, ...] = ()
    """The beginnings of paths that nobody else sees at any service."""
    http_request_timeout: int | None = None
    """How long a client may take for the headers of a request."""
    http_keep_alive_timeout: int | None = None
    """How long is waited for another request."""
    client_timeout: int | None = None
    """How long a client may be silent."""


@dataclass(frozen=True)
class PolicyService:
    """The service that approves requests for routes, which has a route of its own."""

    relation_id: int
    """The number of the relation."""
    model: str
    """The name of its model."""
    application: str
    """The name of its application."""
    port: int
    """The port of its units."""
    addresses: tuple[str | IPv4Address | IPv6Address, ...]
    """The addresses of its units."""


@dataclass(frozen=True)
class SpoeAuthentication:
    """An agent that tells who is logged in at a host name, and where to log in."""

    relation_id: int
    """The number of the relation."""
    hostname: str
    """The host name at which everybody must be logged in."""
    addresses: tuple[str | IPv4Address | IPv6Address, ...]
    """The addresses of the agent's units."""
    spop_port: int
    """The port on which agents are asked."""
    callback_port: int
    """The port on which agents take who comes back from logging in."""
    callback_path: str
    """The path to which who logged in comes back."""
    message: str
    """The name of the message to the agent."""
    cookie: str
    """The cookie by which agents know who is logged in."""
    authenticated_variable: str
    """The variable that is true for who is logged in, without scope and prefix."""
    redirect_variable: str
    """The variable that holds where to log in, without scope and prefix."""
    event: str = "on-frontend-http-request"
    """The event at which the message is sent."""
    scope: Literal["txn", "sess"] = "txn"
    """How long what an agent says holds: the request with its answer, or the client's connection."""


@dataclass(frozen=True)
class File:
    """A file to be written beside a configuration."""

    path: str
    """Where the configuration looks for it."""
    mode: int
    """Who may do what with it, as the bits of a Unix mode: ``0o600``."""
    content: bytes = field(repr=False)
    """What is in it."""


@dataclass(frozen=True)
class Origin:
    """The relation that a statement of a rendered configuration is for."""

    section: int
    """The index of the section."""
    statement: int
    """The index of the statement in the section."""
    relation_id: int
    """The number of the relation."""


@dataclass(frozen=True)
class Rendering:
    """A configuration for the requirers of a provider, and what goes with it."""

    config: Config
    """The configuration; ``str(rendering.config.to_document())`` is its text."""
    files: tuple[File, ...]
    """Files that the configuration names."""
    endpoints: Mapping[int, list[str]]
    """What is published to each relation: where its service is reached, nothing for one that is refused."""
    ports: frozenset[int]
    """The ports on which the proxy listens for clients."""
    refused: Mapping[int, tuple[Refusal, ...]]
    """The relations that get no route, with the reasons."""
    origins: tuple[Origin, ...]
    """The relation that each statement is for; those that are for none are not listed."""
    replies: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    """What the provider writes into its databag of each relation that asks for a route, all of it."""

    def __post_init__(self) -> None:
        if not isinstance(self.config, Config):
            object.__setattr__(self, "config", Config.from_data(self.config))
        object.__setattr__(self, "ports", frozenset(self.ports))


@dataclass(frozen=True)
class Loss:
    """Something that a version of an interface cannot say."""

    path: str
    """The field: ``retry.interval``."""
    reason: str
    """What is lost, and why."""

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True)
class Conversion(Generic[_Data]):
    """Data in another version."""

    data: _Data
    """The data."""
    losses: tuple[Loss, ...]
    """What it does not say any more, or says otherwise."""


@dataclass(frozen=True)
class ServiceServer:
    """A server of a service of the relation ``reverseproxy``."""

    name: str
    """Its name, which may hold ``{i}`` for its index."""
    host: str
    """Its address or host name."""
    port: int
    """Its port."""
    options: tuple[str, ...]
    """Its parameters, in which ``{i}`` is its index."""


@dataclass(frozen=True)
class Service:
    """A service as units of the relation ``reverseproxy`` say it."""

    name: str
    """Its name, by which services of several units are joined."""
    host: str | None
    """The address of the proxy on which it is served; every one where none is given."""
    port: int | None
    """The port of the proxy."""
    options: tuple[str, ...]
    """Lines of configuration, for the frontend or the backend as their keywords demand."""
    server_options: tuple[str, ...]
    """Parameters of the servers that units without services of their own become."""
    servers: tuple[ServiceServer, ...]
    """Its servers."""
    backends: Mapping[str, tuple[ServiceServer, ...]]
    """Further backends and their servers."""
    error_files: Mapping[int, bytes]
    """Pages to answer errors with, by their status."""
    certificates: tuple[str | bytes, ...] = field(repr=False)
    """The certificates of clients: ``DEFAULT``, ``EXTERNAL``, the path of one, or the PEM itself."""


@dataclass(frozen=True)
class RenderedServices:
    """Services of the relation ``reverseproxy`` as a configuration."""

    config: Config
    """A frontend and its backends for each service."""
    files: tuple[File, ...]
    """The certificates and error pages that the sections name."""
    refused: Mapping[str, str]
    """The services that are left out, each with the reason."""

    def __post_init__(self) -> None:
        if not isinstance(self.config, Config):
            object.__setattr__(self, "config", Config.from_data(self.config))


@dataclass(frozen=True)
class Website:
    """What is said over the relation ``website``."""

    hostname: str
    """Where the service is."""
    port: int
    """Its port."""
    all_services: str
    """All services, as YAML."""


@dataclass(frozen=True)
class MigratedService:
    """What a service of the relation ``reverseproxy`` would say over a newer one."""

    name: str
    """The name of the service."""
    interface: Interface
    """The interface that it would use, in its newest version."""
    databag: Mapping[str, str]
    """What its application would say."""
    without_equal: tuple[str, ...]
    """What cannot be said there: each line with what it would take."""
