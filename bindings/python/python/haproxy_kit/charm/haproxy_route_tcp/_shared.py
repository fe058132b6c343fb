"""What both versions of ``haproxy-route-tcp`` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address
from typing import Any, TypeVar

from haproxy_kit.charm._base import Provider, Requirer, ops
from haproxy_kit.errors import RouteError
from haproxy_kit.route.tcp_v1 import (
    LoadBalancingAlgorithm,
    TCPHealthCheckType,
    TCPRateLimitPolicy,
)

HAPROXY_ROUTE_TCP_RELATION_NAME = "haproxy-route-tcp"
"""The usual name of the endpoint."""

Host = str | IPv4Address | IPv6Address
"""The address of a server or client."""

Self = TypeVar("Self", bound="TcpRequirer")


class HaproxyRouteTcpInvalidRelationDataError(RouteError):
    """A requirer has said something invalid; ``__cause__`` tells what."""


class HaproxyRouteTcpDataAvailableEvent(ops.EventBase):
    """Requirers have said something; :meth:`HaproxyRouteTcpProvider.get_data` reads it."""


class HaproxyRouteTcpDataRemovedEvent(ops.EventBase):
    """A requirer, or one of its units, is gone."""


class HaproxyRouteTcpProviderEvents(ops.ObjectEvents):
    """What a provider is told."""

    data_available = ops.EventSource(HaproxyRouteTcpDataAvailableEvent)
    data_removed = ops.EventSource(HaproxyRouteTcpDataRemovedEvent)


class HaproxyRouteTcpEndpointsReadyEvent(ops.EventBase):
    """The provider has said where the service is reached."""


class HaproxyRouteTcpEndpointsRemovedEvent(ops.EventBase):
    """The service is reached no more."""


class HaproxyRouteTcpRequirerEvents(ops.ObjectEvents):
    """What a requirer is told."""

    ready = ops.EventSource(HaproxyRouteTcpEndpointsReadyEvent)
    removed = ops.EventSource(HaproxyRouteTcpEndpointsRemovedEvent)


class TcpProvider(Provider):
    """A provider of any version."""

    on = HaproxyRouteTcpProviderEvents()
    """The events ``data_available`` and ``data_removed``."""

    _invalid = HaproxyRouteTcpInvalidRelationDataError
    _reacts_to_created = False

    def __init__(
        self,
        charm: ops.CharmBase,
        relation_name: str = HAPROXY_ROUTE_TCP_RELATION_NAME,
        raise_on_validation_error: bool = False,
    ) -> None:
        """The provider's side of the endpoint ``relation_name``.

        With ``raise_on_validation_error``, invalid data of any requirer raises
        :class:`HaproxyRouteTcpInvalidRelationDataError`; otherwise the other requirers are served.
        """
        super().__init__(charm, relation_name, raise_on_validation_error)

    def publish_proxied_endpoints(self, endpoints: list[str], relation: ops.Relation) -> None:
        """Tells the requirer where its service is reached. Only a leader may.

        Raises as models do for what is no endpoint.
        """
        self._publish(endpoints, relation)

    def _emit_available(self) -> None:
        self.on.data_available.emit()

    def _emit_removed(self) -> None:
        self.on.data_removed.emit()


class TcpRequirer(Requirer):
    """A requirer of any version. The methods that configure it return it, and write nothing:
    :meth:`update_relation_data` does.
    """

    on = HaproxyRouteTcpRequirerEvents()
    """The events ``ready`` and ``removed``."""

    def get_proxied_endpoints(self) -> list[Any]:
        """Where the service is reached; nothing as long as the provider has not said so."""
        return self._endpoints()

    def configure_port(self: Self, port: int) -> Self:
        """Sets the port of the proxy."""
        return self._set(port=port)

    def configure_backend_port(self: Self, backend_port: int) -> Self:
        """Sets the port of each server; it is that of the proxy otherwise."""
        return self._set(backend_port=backend_port)

    def configure_hosts(self: Self, hosts: Sequence[Host] | None = None) -> Self:
        """Sets the addresses of the servers, where they are not those of the units."""
        return self._set(hosts=list(hosts or []))

    def configure_sni(self: Self, sni: str) -> Self:
        """Sets the server name by which TLS clients ask for the service."""
        return self._set(sni=sni)

    def configure_health_check(
        self: Self,
        interval: int,
        rise: int,
        fall: int,
        check_type: TCPHealthCheckType = TCPHealthCheckType.GENERIC,
        send: str | None = None,
        expect: str | None = None,
        db_user: str | None = None,
    ) -> Self:
        """Sets how servers are checked: every ``interval`` seconds; they are up after ``rise`` good checks,
        and down after ``fall`` bad ones.

        ``send`` and ``expect`` are for the generic check, ``db_user`` for those of databases.
        """
        check = checked(interval, rise, fall, check_type, send, expect, db_user)
        return self._set(check=check)

    def configure_rate_limit(
        self: Self,
        connections_per_minute: int,
        policy: TCPRateLimitPolicy = TCPRateLimitPolicy.REJECT,
    ) -> Self:
        """Sets how many connections a client may open in a minute, and what happens beyond."""
        return self._set(
            rate_limit={"connections_per_minute": connections_per_minute, "policy": policy}
        )

    def configure_bandwidth_limit(
        self: Self,
        upload_bytes_per_second: int | None = None,
        download_bytes_per_second: int | None = None,
    ) -> Self:
        """Sets how many bytes a second go to servers and come from them."""
        limit = {"upload": upload_bytes_per_second, "download": download_bytes_per_second}
        return self._set(bandwidth_limit=limit)

    def configure_retry(self: Self, retry_count: int, retry_redispatch: bool = False) -> Self:
        """Sets how many times a connection is tried again, and whether at another server."""
        return self._set(retry={"count": retry_count, "redispatch": retry_redispatch})

    def configure_timeout(
        self: Self,
        server_timeout_in_seconds: int | None = None,
        connect_timeout_in_seconds: int | None = None,
        queue_timeout_in_seconds: int | None = None,
    ) -> Self:
        """Sets how long is waited for servers; what is ``None`` is left to the provider."""
        timeout = {
            "server": server_timeout_in_seconds,
            "connect": connect_timeout_in_seconds,
            "queue": queue_timeout_in_seconds,
        }
        return self._set(timeout=timeout)

    def configure_server_max_connections(self: Self, max_connections: int) -> Self:
        """Sets the most connections that each server takes at a time."""
        return self._set(server_maxconn=max_connections)

    def disable_tls_termination(self: Self) -> Self:
        """Lets TLS through to the servers."""
        return self._set(tls_terminate=False)

    def allow_http(self: Self) -> Self:
        """Takes clients without TLS, too."""
        return self._set(enforce_tls=False)

    def configure_deny_list(self: Self, ip_deny_list: Sequence[Host] | None = None) -> Self:
        """Sets the addresses of clients that are refused."""
        return self._set(ip_deny_list=list(ip_deny_list or []))

    def _set(self: Self, **fields: Any) -> Self:
        self._application_data.update(fields)
        return self

    def _is_configured(self) -> bool:
        data = self._application_data
        return bool(data.get("port") or data.get("port_mapping"))

    def _emit_ready(self) -> None:
        self.on.ready.emit()

    def _emit_removed(self) -> None:
        self.on.removed.emit()


def checked(
    interval: int | None,
    rise: int | None,
    fall: int | None,
    check_type: TCPHealthCheckType | None,
    send: str | None,
    expect: str | None,
    db_user: str | None,
) -> dict[str, Any] | None:
    """How servers are checked; not at all unless all three numbers are given."""
    if not (interval and rise and fall):
        return None
    return {
        "interval": interval,
        "rise": rise,
        "fall": fall,
        "check_type": check_type,
        "send": send,
        "expect": expect,
        "db_user": db_user,
    }


def application_data(
    *,
    port: int | None,
    backend_port: int | None,
    sni: str | None,
    hosts: Sequence[Host] | None,
    check_interval: int | None,
    check_rise: int | None,
    check_fall: int | None,
    check_type: TCPHealthCheckType | None,
    check_send: str | None,
    check_expect: str | None,
    check_db_user: str | None,
    load_balancing_algorithm: LoadBalancingAlgorithm,
    load_balancing_consistent_hashing: bool,
    rate_limit_connections_per_minute: int | None,
    rate_limit_policy: TCPRateLimitPolicy,
    upload_limit: int | None,
    download_limit: int | None,
    retry_count: int | None,
    retry_redispatch: bool,
    server_timeout: int | None,
    connect_timeout: int | None,
    queue_timeout: int | None,
    server_maxconn: int | None,
    ip_deny_list: Sequence[Host] | None,
    enforce_tls: bool,
    tls_terminate: bool,
    **others: Any,
) -> dict[str, Any]:
    """What the application says, by the names of fields; what is not said is left out."""
    limits = {"upload": upload_limit, "download": download_limit}
    timeout = {"server": server_timeout, "connect": connect_timeout, "queue": queue_timeout}
    limit = {
        "connections_per_minute": rate_limit_connections_per_minute,
        "policy": rate_limit_policy,
    }
    data = {
        "port": port,
        "backend_port": backend_port,
        "sni": sni,
        "hosts": list(hosts or []),
        "check": checked(
            check_interval,
            check_rise,
            check_fall,
            check_type,
            check_send,
            check_expect,
            check_db_user,
        ),
        "load_balancing": {
            "algorithm": load_balancing_algorithm,
            "consistent_hashing": load_balancing_consistent_hashing,
        },
        "rate_limit": limit if rate_limit_connections_per_minute else None,
        "bandwidth_limit": limits if upload_limit or download_limit else None,
        "retry": {"count": retry_count, "redispatch": retry_redispatch} if retry_count else None,
        "timeout": timeout if any(timeout.values()) else None,
        "server_maxconn": server_maxconn,
        "ip_deny_list": list(ip_deny_list or []),
        "enforce_tls": enforce_tls,
        "tls_terminate": tls_terminate,
        **others,
    }
    return {name: value for name, value in data.items() if value is not None}
