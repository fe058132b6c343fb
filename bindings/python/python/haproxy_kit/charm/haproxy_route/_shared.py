"""What all versions of ``haproxy-route`` have in common."""

from __future__ import annotations

import logging
from typing import Any

from haproxy_kit.charm._base import Provider, Requirer, ops
from haproxy_kit.errors import RouteError
from haproxy_kit.route.v2 import HaproxyRewriteMethod

logger = logging.getLogger(__name__)

HAPROXY_ROUTE_RELATION_NAME = "haproxy-route"
"""The usual name of the endpoint."""


class HaproxyRouteInvalidRelationDataError(RouteError):
    """A requirer has said something invalid; ``__cause__`` tells what."""


class HaproxyRouteDataAvailableEvent(ops.EventBase):
    """Requirers have said something; :meth:`HaproxyRouteProvider.get_data` reads it."""


class HaproxyRouteDataRemovedEvent(ops.EventBase):
    """A requirer, or one of its units, is gone."""


class HaproxyRouteProviderEvents(ops.ObjectEvents):
    """What a provider is told."""

    data_available = ops.EventSource(HaproxyRouteDataAvailableEvent)
    data_removed = ops.EventSource(HaproxyRouteDataRemovedEvent)


class HaproxyRouteEnpointsReadyEvent(ops.EventBase):
    """The provider has said where the service is reached."""


class HaproxyRouteEndpointsRemovedEvent(ops.EventBase):
    """The service is reached no more."""


class HaproxyRouteRequirerEvents(ops.ObjectEvents):
    """What a requirer is told."""

    ready = ops.EventSource(HaproxyRouteEnpointsReadyEvent)
    removed = ops.EventSource(HaproxyRouteEndpointsRemovedEvent)


class RouteProvider(Provider):
    """A provider of any version."""

    on = HaproxyRouteProviderEvents()
    """The events ``data_available`` and ``data_removed``."""

    _invalid = HaproxyRouteInvalidRelationDataError

    def __init__(
        self,
        charm: ops.CharmBase,
        relation_name: str = HAPROXY_ROUTE_RELATION_NAME,
        raise_on_validation_error: bool = False,
    ) -> None:
        """The provider's side of the endpoint ``relation_name``.

        With ``raise_on_validation_error``, invalid data of any requirer raises
        :class:`HaproxyRouteInvalidRelationDataError`; otherwise the other requirers are served.
        """
        super().__init__(charm, relation_name, raise_on_validation_error)

    def publish_proxied_endpoints(self, endpoints: list[str], relation: ops.Relation) -> None:
        """Tells the requirer where its service is reached: URLs, none for none. Only a leader may.

        Raises as models do for what is no ``http`` or ``https`` URL.
        """
        self._publish(endpoints, relation)

    def _emit_available(self) -> None:
        self.on.data_available.emit()

    def _emit_removed(self) -> None:
        self.on.data_removed.emit()


class RouteRequirer(Requirer):
    """A requirer of any version."""

    on = HaproxyRouteRequirerEvents()
    """The events ``ready`` and ``removed``."""

    def get_proxied_endpoints(self) -> list[Any]:
        """The URLs at which the service is reached; none as long as the provider has not said so."""
        return self._endpoints()

    def _is_configured(self) -> bool:
        data = self._application_data
        return bool(data.get("service") or data.get("ports"))

    def _emit_ready(self) -> None:
        self.on.ready.emit()

    def _emit_removed(self) -> None:
        self.on.removed.emit()


def checked(
    interval: int | None, rise: int | None, fall: int | None, path: str | None, port: int | None
) -> dict[str, Any] | None:
    """How servers are checked; not at all unless all three numbers are given."""
    if not (interval and rise and fall):
        return None
    return {"interval": interval, "rise": rise, "fall": fall, "path": path, "port": port}


def limited(connections_per_minute: int | None, policy: Any) -> dict[str, Any] | None:
    """The limit to the requests of a client; none without a number."""
    if not connections_per_minute:
        return None
    return {"connections_per_minute": connections_per_minute, "policy": policy}


def rewritten(
    paths: list[str] | None, queries: list[str] | None, headers: list[tuple[str, str]] | None
) -> list[dict[str, Any]]:
    """The changes to requests: paths first, then queries, then headers."""
    path, query = HaproxyRewriteMethod.SET_PATH, HaproxyRewriteMethod.SET_QUERY
    header = HaproxyRewriteMethod.SET_HEADER
    return [
        *({"method": path, "expression": expression} for expression in paths or []),
        *({"method": query, "expression": expression} for expression in queries or []),
        *({"method": header, "expression": text, "header": name} for name, text in headers or []),
    ]
