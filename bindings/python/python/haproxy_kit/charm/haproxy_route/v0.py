"""Version 0 of ``haproxy-route``, with the names of ``charms.haproxy.v0.haproxy_route``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from haproxy_kit.charm._base import ops, shared
from haproxy_kit.charm.haproxy_route._shared import (
    HaproxyRouteDataAvailableEvent,
    HaproxyRouteDataRemovedEvent,
    HaproxyRouteEndpointsRemovedEvent,
    HaproxyRouteEnpointsReadyEvent,
    HaproxyRouteInvalidRelationDataError,
    HaproxyRouteProviderEvents,
    HaproxyRouteRequirerEvents,
    RouteProvider,
    RouteRequirer,
    checked,
    limited,
    rewritten,
)
from haproxy_kit.errors import DataValidationError
from haproxy_kit.route._model import Url
from haproxy_kit.route.v0 import (
    BandwidthLimit,
    HaproxyRewriteMethod,
    HaproxyRouteProviderAppData,
    LoadBalancingAlgorithm,
    LoadBalancingConfiguration,
    RateLimit,
    RateLimitPolicy,
    RequirerApplicationData,
    RequirerUnitData,
    Retry,
    RewriteConfiguration,
    ServerHealthCheck,
    TimeoutConfiguration,
)

__all__ = [
    "BandwidthLimit",
    "DataValidationError",
    "HaproxyRewriteMethod",
    "HaproxyRouteDataAvailableEvent",
    "HaproxyRouteDataRemovedEvent",
    "HaproxyRouteEndpointsRemovedEvent",
    "HaproxyRouteEnpointsReadyEvent",
    "HaproxyRouteInvalidRelationDataError",
    "HaproxyRouteProvider",
    "HaproxyRouteProviderAppData",
    "HaproxyRouteProviderEvents",
    "HaproxyRouteRequirer",
    "HaproxyRouteRequirerData",
    "HaproxyRouteRequirerEvents",
    "HaproxyRouteRequirersData",
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


@dataclass
class HaproxyRouteRequirerData:
    """What a requirer says."""

    relation_id: int
    """The number of the relation."""
    application_data: RequirerApplicationData
    """What its application says."""
    units_data: list[RequirerUnitData]
    """What its units say."""


@dataclass
class HaproxyRouteRequirersData:
    """What all requirers say.

    Raises :class:`DataValidationError` where two of them name their service the same.
    """

    requirers_data: list[HaproxyRouteRequirerData]
    """The requirers with valid data."""

    def __post_init__(self) -> None:
        services = ((one.application_data.service, one.relation_id) for one in self.requirers_data)
        if ids := shared(services):
            raise DataValidationError(f"relations {sorted(ids)} name their service the same")


class HaproxyRouteProvider(RouteProvider):
    """The provider's side: reads what requirers say, and publishes where they are reached.

    Its event ``on.data_available`` comes when something was said, ``on.data_removed`` when somebody is gone.
    """

    _application = RequirerApplicationData
    _unit = RequirerUnitData
    _published = HaproxyRouteProviderAppData
    _skips_empty_units = False

    def get_data(self, relations: list[ops.Relation]) -> HaproxyRouteRequirersData:
        """What the requirers of these relations say.

        Raises :class:`HaproxyRouteInvalidRelationDataError` for invalid data, where the provider was told to.
        """
        requirers, _ = self._read(relations)
        return HaproxyRouteRequirersData([HaproxyRouteRequirerData(relation.id, *data) for relation, *data in requirers])

    def _get_data(self, relations: list[ops.Relation]) -> HaproxyRouteRequirersData:
        return self.get_data(relations)


class HaproxyRouteRequirer(RouteRequirer):
    """The requirer's side: says what the application wants, and tells where it is reached.

    Its event ``on.ready`` comes when the provider has said where, ``on.removed`` when that ends.
    """

    _application = RequirerApplicationData
    _unit = RequirerUnitData
    _published = HaproxyRouteProviderAppData
    _binds_to = "juju-info"

    def __init__(
        self,
        charm: ops.CharmBase,
        relation_name: str,
        service: str | None = None,
        ports: list[int] | None = None,
        paths: list[str] | None = None,
        subdomains: list[str] | None = None,
        check_interval: int | None = None,
        check_rise: int | None = None,
        check_fall: int | None = None,
        check_path: str | None = None,
        check_port: int | None = None,
        path_rewrite_expressions: list[str] | None = None,
        query_rewrite_expressions: list[str] | None = None,
        header_rewrite_expressions: list[tuple[str, str]] | None = None,
        load_balancing_algorithm: LoadBalancingAlgorithm = LoadBalancingAlgorithm.LEASTCONN,
        load_balancing_cookie: str | None = None,
        rate_limit_connections_per_minute: int | None = None,
        rate_limit_policy: RateLimitPolicy = RateLimitPolicy.DENY,
        upload_limit: int | None = None,
        download_limit: int | None = None,
        retry_count: int | None = None,
        retry_interval: int | None = None,
        retry_redispatch: bool = False,
        deny_paths: list[str] | None = None,
        server_timeout: int = 60,
        connect_timeout: int = 60,
        queue_timeout: int = 60,
        server_maxconn: int | None = None,
        unit_address: str | None = None,
    ) -> None:
        """The requirer's side of the endpoint ``relation_name``.

        * ``service``, ``ports``: the name of the service, and the ports of each server.
        * ``paths``, ``subdomains``: what requests are for the service; ``deny_paths``: which of them are not.
        * ``check_interval`` in seconds, ``check_rise``, ``check_fall``: checks of servers, every 60 seconds
          unless all three are given; ``check_path``, ``check_port``: what is asked for.
        * ``path_rewrite_expressions``, ``query_rewrite_expressions``, ``header_rewrite_expressions`` (name and
          expression): changes to requests.
        * ``load_balancing_algorithm``, ``load_balancing_cookie``: how a server is chosen.
        * ``rate_limit_connections_per_minute``, ``rate_limit_policy``: the requests of a client, and what
          happens beyond them; ``upload_limit``, ``download_limit``: bytes a second.
        * ``retry_count``, ``retry_interval``, ``retry_redispatch``: tries where a server does not answer.
        * ``server_timeout``, ``connect_timeout``, ``queue_timeout``: in seconds; ``server_maxconn``: the most
          connections of a server.
        * ``unit_address``: where this unit is reached, where its binding does not tell.
        """
        super().__init__(charm, relation_name, unit_address)
        self._application_data = self._generate_application_data(
            service,
            ports,
            paths,
            subdomains,
            check_interval,
            check_rise,
            check_fall,
            check_path,
            check_port,
            path_rewrite_expressions,
            query_rewrite_expressions,
            header_rewrite_expressions,
            load_balancing_algorithm,
            load_balancing_cookie,
            rate_limit_connections_per_minute,
            rate_limit_policy,
            upload_limit,
            download_limit,
            retry_count,
            retry_interval,
            retry_redispatch,
            deny_paths,
            server_timeout,
            connect_timeout,
            queue_timeout,
            server_maxconn,
        )

    def provide_haproxy_route_requirements(
        self,
        service: str,
        ports: list[int],
        paths: list[str] | None = None,
        subdomains: list[str] | None = None,
        check_interval: int | None = None,
        check_rise: int | None = None,
        check_fall: int | None = None,
        check_path: str | None = None,
        check_port: int | None = None,
        path_rewrite_expressions: list[str] | None = None,
        query_rewrite_expressions: list[str] | None = None,
        header_rewrite_expressions: list[tuple[str, str]] | None = None,
        load_balancing_algorithm: LoadBalancingAlgorithm = LoadBalancingAlgorithm.LEASTCONN,
        load_balancing_cookie: str | None = None,
        rate_limit_connections_per_minute: int | None = None,
        rate_limit_policy: RateLimitPolicy = RateLimitPolicy.DENY,
        upload_limit: int | None = None,
        download_limit: int | None = None,
        retry_count: int | None = None,
        retry_interval: int | None = None,
        retry_redispatch: bool = False,
        deny_paths: list[str] | None = None,
        server_timeout: int = 60,
        connect_timeout: int = 60,
        queue_timeout: int = 60,
        server_maxconn: int | None = None,
        unit_address: str | None = None,
    ) -> None:
        """Says what the application wants from now on, and writes it.

        * ``service``, ``ports``: the name of the service, and the ports of each server.
        * ``paths``, ``subdomains``: what requests are for the service; ``deny_paths``: which of them are not.
        * ``check_interval`` in seconds, ``check_rise``, ``check_fall``: checks of servers, every 60 seconds
          unless all three are given; ``check_path``, ``check_port``: what is asked for.
        * ``path_rewrite_expressions``, ``query_rewrite_expressions``, ``header_rewrite_expressions`` (name and
          expression): changes to requests.
        * ``load_balancing_algorithm``, ``load_balancing_cookie``: how a server is chosen.
        * ``rate_limit_connections_per_minute``, ``rate_limit_policy``: the requests of a client, and what
          happens beyond them; ``upload_limit``, ``download_limit``: bytes a second.
        * ``retry_count``, ``retry_interval``, ``retry_redispatch``: tries where a server does not answer.
        * ``server_timeout``, ``connect_timeout``, ``queue_timeout``: in seconds; ``server_maxconn``: the most
          connections of a server.
        * ``unit_address``: where this unit is reached, where its binding does not tell.

        Raises :class:`DataValidationError` where that is invalid.
        """
        self._unit_address = unit_address
        self._application_data = self._generate_application_data(
            service,
            ports,
            paths,
            subdomains,
            check_interval,
            check_rise,
            check_fall,
            check_path,
            check_port,
            path_rewrite_expressions,
            query_rewrite_expressions,
            header_rewrite_expressions,
            load_balancing_algorithm,
            load_balancing_cookie,
            rate_limit_connections_per_minute,
            rate_limit_policy,
            upload_limit,
            download_limit,
            retry_count,
            retry_interval,
            retry_redispatch,
            deny_paths,
            server_timeout,
            connect_timeout,
            queue_timeout,
            server_maxconn,
        )
        self.update_relation_data()

    def get_proxied_endpoints(self) -> list[Url]:
        """The URLs at which the service is reached; none as long as the provider has not said so."""
        return self._endpoints()

    def _generate_application_data(
        self,
        service: str | None,
        ports: list[int] | None,
        paths: list[str] | None,
        subdomains: list[str] | None,
        check_interval: int | None,
        check_rise: int | None,
        check_fall: int | None,
        check_path: str | None,
        check_port: int | None,
        path_rewrite_expressions: list[str] | None,
        query_rewrite_expressions: list[str] | None,
        header_rewrite_expressions: list[tuple[str, str]] | None,
        load_balancing_algorithm: LoadBalancingAlgorithm,
        load_balancing_cookie: str | None,
        rate_limit_connections_per_minute: int | None,
        rate_limit_policy: RateLimitPolicy,
        upload_limit: int | None,
        download_limit: int | None,
        retry_count: int | None,
        retry_interval: int | None,
        retry_redispatch: bool,
        deny_paths: list[str] | None,
        server_timeout: int,
        connect_timeout: int,
        queue_timeout: int,
        server_maxconn: int | None,
    ) -> dict[str, Any]:
        """What the application says, by the names of fields."""
        data: dict[str, Any] = {
            "service": service,
            "ports": ports,
            "paths": paths or [],
            "subdomains": subdomains or [],
            "rewrites": rewritten(
                path_rewrite_expressions, query_rewrite_expressions, header_rewrite_expressions
            ),
            "load_balancing": {
                "algorithm": load_balancing_algorithm,
                "cookie": load_balancing_cookie,
            },
            "bandwidth_limit": {"upload": upload_limit, "download": download_limit},
            "deny_paths": deny_paths or [],
            "timeout": {
                "server": server_timeout,
                "connect": connect_timeout,
                "queue": queue_timeout,
            },
            "server_maxconn": server_maxconn,
        }
        check = checked(check_interval, check_rise, check_fall, check_path, check_port)
        if check is not None:
            data["check"] = check
        limit = limited(rate_limit_connections_per_minute, rate_limit_policy)
        if limit is not None:
            data["rate_limit"] = limit
        if retry_count and retry_interval:
            data["retry"] = {
                "count": retry_count,
                "interval": retry_interval,
                "redispatch": retry_redispatch,
            }
        return data
