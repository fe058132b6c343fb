"""The newest version of ``haproxy-route-tcp``, 1, with the names of ``charms.haproxy.v1.haproxy_route_tcp``.

>>> import ops
>>> from haproxy_kit.charm.haproxy_route_tcp import HaproxyRouteTcpRequirer
>>> class DatabaseCharm(ops.CharmBase):
...     def __init__(self, framework: ops.Framework) -> None:
...         super().__init__(framework)
...         self.route = HaproxyRouteTcpRequirer(self, port=5432).configure_health_check(10, 2, 3)

``.v0`` has those of the older version.
"""

from haproxy_kit.charm.haproxy_route_tcp.v1 import (
    BandwidthLimit,
    DataValidationError,
    HaproxyRouteTcpDataAvailableEvent,
    HaproxyRouteTcpDataRemovedEvent,
    HaproxyRouteTcpEndpointsReadyEvent,
    HaproxyRouteTcpEndpointsRemovedEvent,
    HaproxyRouteTcpInvalidRelationDataError,
    HaproxyRouteTcpProvider,
    HaproxyRouteTcpProviderAppData,
    HaproxyRouteTcpProviderEvents,
    HaproxyRouteTcpRequirer,
    HaproxyRouteTcpRequirerData,
    HaproxyRouteTcpRequirerEvents,
    HaproxyRouteTcpRequirersData,
    LoadBalancingAlgorithm,
    PortMapping,
    PortRange,
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
