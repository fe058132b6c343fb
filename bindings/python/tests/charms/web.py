"""A charm of a web application, which vendors the library of ``haproxy-route``."""

import logging

import ops
from charms.haproxy.v2.haproxy_route import (
    DataValidationError,
    HaproxyRouteRequirer,
    LoadBalancingAlgorithm,
    RateLimitPolicy,
)

logger = logging.getLogger(__name__)


class WebCharm(ops.CharmBase):
    """Serves its pages on port 8080."""

    def __init__(self, framework: ops.Framework):
        super().__init__(framework)
        self.haproxy_route = HaproxyRouteRequirer(
            self,
            "haproxy-route",
            "web",
            [8080],
            hostname="www.example.com",
            paths=["/shop"],
            check_interval=10,
            check_rise=2,
            check_fall=3,
            check_path="/health",
            load_balancing_algorithm=LoadBalancingAlgorithm.SRCIP,
            load_balancing_consistent_hashing=True,
            rate_limit_connections_per_minute=60,
            rate_limit_policy=RateLimitPolicy.REJECT,
            path_rewrite_expressions=["%[path,regsub(^/shop,/)]"],
            header_rewrite_expressions=[("X-Forwarded-Prefix", "/shop")],
            retry_count=3,
            server_maxconn=100,
        )
        framework.observe(self.haproxy_route.on.ready, self._on_ready)
        framework.observe(self.haproxy_route.on.removed, self._on_removed)
        framework.observe(self.on.config_changed, self._on_config_changed)

    def _on_config_changed(self, event: ops.ConfigChangedEvent) -> None:
        try:
            self.haproxy_route.provide_haproxy_route_requirements(
                service="web", ports=[int(self.config["port"])], hostname=str(self.config["hostname"])
            )
        except DataValidationError as error:
            self.unit.status = ops.BlockedStatus("the route is invalid")
            logger.error("%s, because of %s", error, error.__cause__)

    def _on_ready(self, event: ops.EventBase) -> None:
        urls = self.haproxy_route.get_proxied_endpoints()
        self.unit.status = ops.ActiveStatus(" ".join(str(url) for url in urls))

    def _on_removed(self, event: ops.EventBase) -> None:
        self.unit.status = ops.WaitingStatus("no route")
