"""The newest version of ``haproxy-route``, 2, with the names of ``charms.haproxy.v2.haproxy_route``.

A requirer says what it wants:

>>> import ops
>>> from haproxy_kit.charm.haproxy_route import HaproxyRouteRequirer
>>> class WebCharm(ops.CharmBase):
...     def __init__(self, framework: ops.Framework) -> None:
...         super().__init__(framework)
...         self.route = HaproxyRouteRequirer(self, "haproxy-route", service="web", ports=[8080])

``.v1`` and ``.v0`` have those of the older versions.
"""

from haproxy_kit.charm.haproxy_route.v2 import (
    BandwidthLimit,
    DataValidationError,
    HaproxyRewriteMethod,
    HaproxyRouteDataAvailableEvent,
    HaproxyRouteDataRemovedEvent,
    HaproxyRouteEndpointsRemovedEvent,
    HaproxyRouteEnpointsReadyEvent,
    HaproxyRouteInvalidRelationDataError,
    HaproxyRouteProvider,
    HaproxyRouteProviderAppData,
    HaproxyRouteProviderEvents,
    HaproxyRouteRequirer,
    HaproxyRouteRequirerData,
    HaproxyRouteRequirerEvents,
    HaproxyRouteRequirersData,
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
    valid_domain_with_wildcard,
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
    "valid_domain_with_wildcard",
]
