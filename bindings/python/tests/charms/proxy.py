"""A charm of a proxy, which vendors the library of ``haproxy-route`` and extends its data."""

import ops
from charms.haproxy.v2.haproxy_route import (
    HaproxyRouteProvider,
    HaproxyRouteRequirerData,
    HaproxyRouteRequirersData,
    RequirerApplicationData,
    valid_domain_with_wildcard,
)

try:
    from pydantic.dataclasses import dataclass
except ImportError:
    from dataclasses import dataclass


@dataclass
class Backends(HaproxyRouteRequirersData):
    """The requirers with what the charm knows of them."""

    domain: str = "example.com"

    @classmethod
    def of(cls, data: HaproxyRouteRequirersData) -> "Backends":
        """The same with the domain of the charm."""
        return cls(
            requirers_data=data.requirers_data,
            relation_ids_with_invalid_data=data.relation_ids_with_invalid_data,
        )

    def url(self, data: RequirerApplicationData) -> str:
        """Where a service is reached."""
        host = valid_domain_with_wildcard(data.hostname or f"{data.service}.{self.domain}")
        return f"https://{host}{data.paths[0] if data.paths else ''}"


class ProxyCharm(ops.CharmBase):
    """Publishes where each service is reached."""

    def __init__(self, framework: ops.Framework):
        super().__init__(framework)
        self.provider = HaproxyRouteProvider(self)
        framework.observe(self.provider.on.data_available, self._on_data)
        framework.observe(self.provider.on.data_removed, self._on_data)

    def _on_data(self, event: ops.EventBase) -> None:
        relations = self.provider.relations
        backends = Backends.of(self.provider.get_data(relations))
        invalid = backends.relation_ids_with_invalid_data
        if self.unit.is_leader():
            by_id = {relation.id: relation for relation in relations}
            for requirer in backends.requirers_data:
                if requirer.relation_id not in invalid:
                    self._publish(backends, requirer, by_id[requirer.relation_id])
            for relation_id in invalid:
                self.provider.publish_proxied_endpoints([], by_id[relation_id])
        self.unit.status = ops.ActiveStatus(f"{len(relations) - len(invalid)} of {len(relations)}")

    def _publish(
        self, backends: Backends, requirer: HaproxyRouteRequirerData, relation: ops.Relation
    ) -> None:
        self.provider.publish_proxied_endpoints([backends.url(requirer.application_data)], relation)
