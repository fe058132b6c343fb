"""Version 1 of ``haproxy-route-tcp``, with the names of ``charms.haproxy.v1.haproxy_route_tcp``."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from haproxy_kit._native import PortMapping, PortRange
from haproxy_kit.charm._base import ops
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
from haproxy_kit.route.tcp_v1 import (
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
    "PortMapping",
    "PortRange",
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

logger = logging.getLogger(__name__)


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
    """What all requirers say. Those whose ranges of ports overlap are added to the relations with invalid data."""

    requirers_data: list[HaproxyRouteTcpRequirerData]
    """The requirers with valid data."""
    relation_ids_with_invalid_data: set[int]
    """The relations that cannot be served."""

    def __post_init__(self) -> None:
        ranges = sorted(
            (ports.start, ports.end, one.relation_id)
            for one in self.requirers_data
            if (ports := one.application_data.port_range) is not None and ports.port_count > 1
        )
        furthest = (0, 0)
        for start, end, relation_id in ranges:
            if start <= furthest[0]:
                self.relation_ids_with_invalid_data |= {furthest[1], relation_id}
            furthest = max(furthest, (end, relation_id))


class HaproxyRouteTcpProvider(TcpProvider):
    """The provider's side: reads what requirers say, and publishes where they are reached.

    Its event ``on.data_available`` comes when something was said, ``on.data_removed`` when somebody is gone.
    """

    _application = TcpRequirerApplicationData
    _unit = TcpRequirerUnitData
    _published = HaproxyRouteTcpProviderAppData

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

    def publish_proxied_endpoints(self, endpoints: list[str], relation: ops.Relation) -> None:
        """Tells the requirer where its service is reached, as ``host:port``. Only a leader may.

        Nothing is written where the same endpoints are there already: each write is an event to the other
        side. Raises as models do for what is no text.
        """
        databag = relation.data[self.charm.app]
        try:
            current = self._published.load(databag).endpoints if databag else None
        except DataValidationError as error:
            logger.error("what was published to relation %s is invalid: %s", relation.id, error)
            current = None
        if current is None or set(current) != set(endpoints):
            super().publish_proxied_endpoints(endpoints, relation)

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
        port_mapping: PortMapping | None = None,
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
        proxy_protocol: bool = False,
        unit_address: str | None = None,
    ) -> None:
        """The requirer's side of the endpoint ``relation_name``.

        * ``port``, ``backend_port``: the port of the proxy, and that of each server; or ``port_mapping``
          for several of each.
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
        * ``enforce_tls``: whether clients must speak TLS; ``tls_terminate``: whether TLS ends at the proxy;
          ``proxy_protocol``: whether servers are told the client's address by the PROXY protocol.
        * ``unit_address``: where this unit is reached, where its binding does not tell.
        """
        super().__init__(charm, relation_name, unit_address)
        self._application_data = application_data(
            port=port,
            backend_port=backend_port,
            port_mapping=None if port_mapping is None else str(port_mapping),
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
            proxy_protocol=proxy_protocol,
        )

    def provide_haproxy_route_tcp_requirements(
        self,
        *,
        port: int | None = None,
        backend_port: int | None = None,
        port_mapping: PortMapping | None = None,
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
        proxy_protocol: bool = False,
        unit_address: str | None = None,
    ) -> None:
        """Says what the application wants from now on, and writes it.

        * ``port``, ``backend_port``: the port of the proxy, and that of each server; or ``port_mapping``
          for several of each.
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
        * ``enforce_tls``: whether clients must speak TLS; ``tls_terminate``: whether TLS ends at the proxy;
          ``proxy_protocol``: whether servers are told the client's address by the PROXY protocol.
        * ``unit_address``: where this unit is reached, where its binding does not tell.

        Raises :class:`DataValidationError` where that is invalid.
        """
        self._unit_address = unit_address
        self._application_data = application_data(
            port=port,
            backend_port=backend_port,
            port_mapping=None if port_mapping is None else str(port_mapping),
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
            proxy_protocol=proxy_protocol,
        )
        self.update_relation_data()

    def configure_port_mapping(self, port_mapping: PortMapping | str) -> HaproxyRouteTcpRequirer:
        """Sets the ports of the proxy and those of each server, instead of one port."""
        self._application_data.pop("port", None)
        self._application_data.pop("backend_port", None)
        return self._set(port_mapping=str(port_mapping))

    def enable_proxy_protocol(self) -> HaproxyRouteTcpRequirer:
        """Tells servers the client's address by the PROXY protocol."""
        return self._set(proxy_protocol=True)

    def get_proxied_endpoints(self) -> list[str]:
        """The ``host:port`` by which the service is reached; none as long as the provider has not said so."""
        return self._endpoints()
