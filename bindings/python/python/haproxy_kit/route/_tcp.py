"""The ports of TCP services."""

from __future__ import annotations

from haproxy_kit._native import PortMapping, PortRange
from haproxy_kit.route._model import DatabagModel


class TcpApplicationModel(DatabagModel):
    """What an application says that asks for a TCP route: its ports, however they are given."""

    @property
    def effective_port_mapping(self) -> PortMapping | None:
        """The ports of the proxy and those of each server; ``None`` where none are given."""
        mapping: str | None = getattr(self, "port_mapping", None)
        if mapping is not None:
            return PortMapping.from_string(mapping)
        port: int | None = getattr(self, "port", None)
        if port is None:
            return None
        backend: int = getattr(self, "backend_port", None) or port
        return PortMapping(PortRange(port, port), PortRange(backend, backend))

    @property
    def port_range(self) -> PortRange | None:
        """The ports of the proxy."""
        mapping = self.effective_port_mapping
        return mapping.frontend if mapping is not None else None

    @property
    def backend_port_range(self) -> PortRange | None:
        """The ports of each server."""
        mapping = self.effective_port_mapping
        return mapping.backend if mapping is not None else None

    @property
    def is_port_range(self) -> bool:
        """Whether the service has more than one port."""
        ports = self.port_range
        return ports is not None and ports.port_count > 1
