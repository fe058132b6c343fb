"""Version 0 of ``haproxy-route-tcp``, with the names of ``charms.haproxy.v0.haproxy_route_tcp``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from haproxy_kit.charm._base import ops, shared
from haproxy_kit.charm.haproxy_route_tcp._shared import (
    HAPROXY_ROUTE_TCP_RELATION_NAME,
    HaproxyRouteTcpDataAvailableEvent,
    HaproxyRouteTcpDataRemovedEvent,
    HaproxyRouteTcpEndpointsReadyEvent,
    HaproxyRouteTcpEndpointsRemovedEvent,
    HaproxyRouteTcpInvalidRelationDataError,
    HaproxyRouteTcpProviderEvents,
    HaproxyRouteTcpRequirerEvents,
    Host,
    TcpProvider,
    TcpRequirer,
    application_data,
)
from haproxy_kit.errors import TcpDataValidationError as DataValidationError
from haproxy_kit.route._model import Url
from haproxy_kit.route.tcp_v0 import (
    BandwidthLimit,
    HaproxyRouteTcpProviderAppData,
    LoadBalancingAlgorithm,
    RateLimit,
    Retry,
    TCPHealthCheckType,
    TCPLoadBalancingConfiguration,
    TCPRateLimitPolicy,
    TCPServerHealthCheck,
    TcpRequirerApplicationData,
    TcpRequirerUnitData,
    TimeoutConfiguration,
)

__all__ = [
    "BandwidthLimit",
    "DataValidationError",
    "HaproxyRouteTcpDataAvailableEvent",
    "HaproxyRouteTcpDataRemovedEvent",
    "HaproxyRouteTcpEndpointsReadyEvent",
    "HaproxyRouteTcpEndpointsRemovedEvent",
    "HaproxyRouteTcpInvalidRelationDataError",
    "HaproxyRouteTcpProvider",
    "HaproxyRouteTcpProviderAppData",
    "HaproxyRouteTcpProviderEvents",
    "HaproxyRouteTcpRequirer",
    "HaproxyRouteTcpRequirerData",
    "HaproxyRouteTcpRequirerEvents",
    "HaproxyRouteTcpRequirersData",
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


@dataclass
class HaproxyRouteTcpRequirerData:
    """What a requirer says."""

    relation_id: int
    """The number of the relation."""
    application: str
    """The name of the application."""
    application_data: TcpRequirerApplicationData
    """What the application says."""
    units_data: list[TcpRequirerUnitData]
    """What its units say."""


@dataclass
class HaproxyRouteTcpRequirersData:
    """What all requirers say. Those that want the same port are added to the relations with invalid data."""

    requirers_data: list[HaproxyRouteTcpRequirerData]
    """The requirers with valid data."""
    relation_ids_with_invalid_data: set[int]
    """The relations that cannot be served."""

    def __post_init__(self) -> None:
        ports = ((one.application_data.port, one.relation_id) for one in self.requirers_data)
        self.relation_ids_with_invalid_data |= shared(ports)


class HaproxyRouteTcpProvider(TcpProvider):
    """The provider's side: reads what requirers say, and publishes where they are reached.

    Its event ``on.data_available`` comes when something was said, ``on.data_removed`` when somebody is gone.
    """

    _application = TcpRequirerApplicationData
    _unit = TcpRequirerUnitData
    _published = HaproxyRouteTcpProviderAppData
    _skips_empty_units = False

    def get_data(self, relations: list[ops.Relation]) -> HaproxyRouteTcpRequirersData:
        """What the requirers of these relations say.

        Raises :class:`HaproxyRouteTcpInvalidRelationDataError` for invalid data, where the provider was told
        to.
        """
        requirers, invalid = self._read(relations)
        return HaproxyRouteTcpRequirersData(
            [
                HaproxyRouteTcpRequirerData(relation.id, relation.app.name, *data)
                for relation, *data in requirers
            ],
            invalid,
        )

    def _get_data(self, relations: list[ops.Relation]) -> HaproxyRouteTcpRequirersData:
        return self.get_data(relations)


class HaproxyRouteTcpRequirer(TcpRequirer):
    """The requirer's side: says what the application wants, and tells where it is reached.

    Its event ``on.ready`` comes when the provider has said where, ``on.removed`` when that ends. The methods
    that configure it return it, and write nothing: :meth:`update_relation_data` does.
    """

    _application = TcpRequirerApplicationData
    _unit = TcpRequirerUnitData
    _published = HaproxyRouteTcpProviderAppData

    def __init__(
        self,
        charm: ops.CharmBase,
        relation_name: str = HAPROXY_ROUTE_TCP_RELATION_NAME,
        *,
        port: int | None = None,
        backend_port: int | None = None,
        sni: str | None = None,
        hosts: Sequence[Host] | None = None,
        check_interval: int | None = None,
        check_rise: int | None = None,
        check_fall: int | None = None,
        check_type: TCPHealthCheckType | None = None,
        check_send: str | None = None,
        check_expect: str | None = None,
        check_db_user: str | None = None,
        load_balancing_algorithm: LoadBalancingAlgorithm = LoadBalancingAlgorithm.LEASTCONN,
        load_balancing_consistent_hashing: bool = False,
        rate_limit_connections_per_minute: int | None = None,
        rate_limit_policy: TCPRateLimitPolicy = TCPRateLimitPolicy.REJECT,
        upload_limit: int | None = None,
        download_limit: int | None = None,
        retry_count: int | None = None,
        retry_redispatch: bool = False,
        server_timeout: int | None = None,
        connect_timeout: int | None = None,
        queue_timeout: int | None = None,
        server_maxconn: int | None = None,
        ip_deny_list: Sequence[Host] | None = None,
        enforce_tls: bool = True,
        tls_terminate: bool = True,
        unit_address: str | None = None,
    ) -> None:
        """The requirer's side of the endpoint ``relation_name``.

        * ``port``, ``backend_port``: the port of the proxy, and that of each server.
        * ``sni``: the server name by which TLS clients ask for the service; ``hosts``: the addresses of the
          servers, where they are not the units.
        * ``check_interval`` in seconds, ``check_rise``, ``check_fall``: checks of servers, which take all three;
          ``check_type``, ``check_send``, ``check_expect``, ``check_db_user``: what is spoken with them.
        * ``load_balancing_algorithm``, ``load_balancing_consistent_hashing``: how a server is chosen.
        * ``rate_limit_connections_per_minute``, ``rate_limit_policy``: the connections of a client, and what
          happens beyond them; ``upload_limit``, ``download_limit``: bytes a second.
        * ``retry_count``, ``retry_redispatch``: tries where a server does not answer.
        * ``server_timeout``, ``connect_timeout``, ``queue_timeout``: in seconds; ``server_maxconn``: the most
          connections of a server.
        * ``ip_deny_list``: the addresses of clients that are refused.
        * ``enforce_tls``: whether clients must speak TLS; ``tls_terminate``: whether TLS ends at the proxy.
        * ``unit_address``: where this unit is reached, where its binding does not tell.
        """
        super().__init__(charm, relation_name, unit_address)
        self._application_data = application_data(
            port=port,
            backend_port=backend_port,
            sni=sni,
            hosts=hosts,
            check_interval=check_interval,
            check_rise=check_rise,
            check_fall=check_fall,
            check_type=check_type,
            check_send=check_send,
            check_expect=check_expect,
            check_db_user=check_db_user,
            load_balancing_algorithm=load_balancing_algorithm,
            load_balancing_consistent_hashing=load_balancing_consistent_hashing,
            rate_limit_connections_per_minute=rate_limit_connections_per_minute,
            rate_limit_policy=rate_limit_policy,
            upload_limit=upload_limit,
            download_limit=download_limit,
            retry_count=retry_count,
            retry_redispatch=retry_redispatch,
            server_timeout=server_timeout,
            connect_timeout=connect_timeout,
            queue_timeout=queue_timeout,
            server_maxconn=server_maxconn,
            ip_deny_list=ip_deny_list,
            enforce_tls=enforce_tls,
            tls_terminate=tls_terminate,
        )

    def provide_haproxy_route_tcp_requirements(
        self,
        *,
        port: int | None = None,
        backend_port: int | None = None,
        sni: str | None = None,
        hosts: Sequence[Host] | None = None,
        check_interval: int | None = None,
        check_rise: int | None = None,
        check_fall: int | None = None,
        check_type: TCPHealthCheckType | None = None,
        check_send: str | None = None,
        check_expect: str | None = None,
        check_db_user: str | None = None,
        load_balancing_algorithm: LoadBalancingAlgorithm = LoadBalancingAlgorithm.LEASTCONN,
        load_balancing_consistent_hashing: bool = False,
        rate_limit_connections_per_minute: int | None = None,
        rate_limit_policy: TCPRateLimitPolicy = TCPRateLimitPolicy.REJECT,
        upload_limit: int | None = None,
        download_limit: int | None = None,
        retry_count: int | None = None,
        retry_redispatch: bool = False,
        server_timeout: int | None = None,
        connect_timeout: int | None = None,
        queue_timeout: int | None = None,
        server_maxconn: int | None = None,
        ip_deny_list: Sequence[Host] | None = None,
        enforce_tls: bool = True,
        tls_terminate: bool = True,
        unit_address: str | None = None,
    ) -> None:
        """Says what the application wants from now on, and writes it.

        * ``port``, ``backend_port``: the port of the proxy, and that of each server.
        * ``sni``: the server name by which TLS clients ask for the service; ``hosts``: the addresses of the
          servers, where they are not the units.
        * ``check_interval`` in seconds, ``check_rise``, ``check_fall``: checks of servers, which take all three;
          ``check_type``, ``check_send``, ``check_expect``, ``check_db_user``: what is spoken with them.
        * ``load_balancing_algorithm``, ``load_balancing_consistent_hashing``: how a server is chosen.
        * ``rate_limit_connections_per_minute``, ``rate_limit_policy``: the connections of a client, and what
          happens beyond them; ``upload_limit``, ``download_limit``: bytes a second.
        * ``retry_count``, ``retry_redispatch``: tries where a server does not answer.
        * ``server_timeout``, ``connect_timeout``, ``queue_timeout``: in seconds; ``server_maxconn``: the most
          connections of a server.
        * ``ip_deny_list``: the addresses of clients that are refused.
        * ``enforce_tls``: whether clients must speak TLS; ``tls_terminate``: whether TLS ends at the proxy.
        * ``unit_address``: where this unit is reached, where its binding does not tell.

        Raises :class:`DataValidationError` where that is invalid.
        """
        self._unit_address = unit_address
        self._application_data = application_data(
            port=port,
            backend_port=backend_port,
            sni=sni,
            hosts=hosts,
            check_interval=check_interval,
            check_rise=check_rise,
            check_fall=check_fall,
            check_type=check_type,
            check_send=check_send,
            check_expect=check_expect,
            check_db_user=check_db_user,
            load_balancing_algorithm=load_balancing_algorithm,
            load_balancing_consistent_hashing=load_balancing_consistent_hashing,
            rate_limit_connections_per_minute=rate_limit_connections_per_minute,
            rate_limit_policy=rate_limit_policy,
            upload_limit=upload_limit,
            download_limit=download_limit,
            retry_count=retry_count,
            retry_redispatch=retry_redispatch,
            server_timeout=server_timeout,
            connect_timeout=connect_timeout,
            queue_timeout=queue_timeout,
            server_maxconn=server_maxconn,
            ip_deny_list=ip_deny_list,
            enforce_tls=enforce_tls,
            tls_terminate=tls_terminate,
        )
        self.update_relation_data()

    def get_proxied_endpoints(self) -> list[Url]:
        """The URLs at which the service is reached; none as long as the provider has not said so."""
        return self._endpoints()
