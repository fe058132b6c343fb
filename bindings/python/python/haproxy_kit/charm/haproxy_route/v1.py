"""Version 1 of ``haproxy-route``, with the names of ``charms.haproxy.v1.haproxy_route``."""

from __future__ import annotations

from dataclasses import dataclass

from haproxy_kit.charm._base import ops, shared
from haproxy_kit.charm.haproxy_route import v2
from haproxy_kit.charm.haproxy_route._shared import (
    HaproxyRouteDataAvailableEvent,
    HaproxyRouteDataRemovedEvent,
    HaproxyRouteEndpointsRemovedEvent,
    HaproxyRouteEnpointsReadyEvent,
    HaproxyRouteInvalidRelationDataError,
    HaproxyRouteProviderEvents,
    HaproxyRouteRequirerEvents,
    RouteProvider,
)
from haproxy_kit.errors import DataValidationError
from haproxy_kit.route.v1 import (
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
    """What all requirers say. Those that exclude each other are added to the relations with invalid data.

    Raises :class:`DataValidationError` where two of them name their service the same.
    """

    requirers_data: list[HaproxyRouteRequirerData]
    """The requirers with valid data."""
    relation_ids_with_invalid_data: set[int]
    """The relations that cannot be served."""

    def __post_init__(self) -> None:
        services = ((one.application_data.service, one.relation_id) for one in self.requirers_data)
        if ids := shared(services):
            raise DataValidationError(f"relations {sorted(ids)} name their service the same")
        requirers = [(one.application_data, one.relation_id) for one in self.requirers_data]
        ports = ((data.external_grpc_port, relation_id) for data, relation_id in requirers)
        self.relation_ids_with_invalid_data |= shared(ports)
        for data, relation_id in requirers:
            if data.external_grpc_port is not None and data.protocol != "https":
                self.relation_ids_with_invalid_data.add(relation_id)


class HaproxyRouteProvider(RouteProvider):
    """The provider's side: reads what requirers say, and publishes where they are reached.

    Its event ``on.data_available`` comes when something was said, ``on.data_removed`` when somebody is gone.
    """

    _application = RequirerApplicationData
    _unit = RequirerUnitData
    _published = HaproxyRouteProviderAppData

    def get_data(self, relations: list[ops.Relation]) -> HaproxyRouteRequirersData:
        """What the requirers of these relations say.

        Raises :class:`HaproxyRouteInvalidRelationDataError` for invalid data, where the provider was told to.
        """
        requirers, invalid = self._read(relations)
        return HaproxyRouteRequirersData(
            [HaproxyRouteRequirerData(relation.id, *data) for relation, *data in requirers], invalid
        )

    def _get_data(self, relations: list[ops.Relation]) -> HaproxyRouteRequirersData:
        return self.get_data(relations)


class HaproxyRouteRequirer(v2.HaproxyRouteRequirer):
    """The requirer's side: says what the application wants, and tells where it is reached.

    Its event ``on.ready`` comes when the provider has said where, ``on.removed`` when that ends.
    """

    _application = RequirerApplicationData
    _unit = RequirerUnitData
    _published = HaproxyRouteProviderAppData
