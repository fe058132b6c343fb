"""The older relations: ``reverseproxy``, over which units say services in HAProxy's own language, and
``website``, over which they are passed on.

>>> from haproxy_kit.route import reverseproxy
>>> services = reverseproxy.gather({"web/0": {"private-address": "10.0.0.1", "port": "8080"}})
>>> print(reverseproxy.render(services).config.to_document(), end="")
frontend haproxy-80
    bind 0.0.0.0:80
    default_backend haproxy_service
<BLANKLINE>
backend haproxy_service
    balance leastconn
    cookie SRVNAME insert
    server web-0-8080 10.0.0.1:8080 maxconn 100 cookie S0 check
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence

from haproxy_kit import _native
from haproxy_kit._native import Services
from haproxy_kit.route._charm_options import CharmOptions, KeyedCertificate, Monitoring
from haproxy_kit.route._records import (
    File,
    MigratedService,
    RenderedServices,
    Service,
    ServiceServer,
    Website,
)

__all__ = [
    "CharmOptions",
    "File",
    "KeyedCertificate",
    "MigratedService",
    "Monitoring",
    "RenderedServices",
    "Service",
    "ServiceServer",
    "Services",
    "Website",
    "behind_peers",
    "forward_for",
    "gather",
    "migrate",
    "read_units",
    "render",
    "reply",
    "statsd_datagrams",
    "website",
    "with_monitoring",
]


def read_units(text: str | bytes) -> dict[str, dict[str, str]]:
    """The databags of all units, by their names, of what ``juju show-unit --format json`` prints.

    Raises :class:`~haproxy_kit.errors.RouteError` for any other text.
    """
    return _native.reverseproxy_relations(text.encode() if isinstance(text, str) else text)


def gather(units: Mapping[str, Mapping[str, str]], *, services: str = "") -> Services:
    """Joins the services that units say; ``units`` has their databags, by their names.

    ``services`` is the charm's option of that name, as YAML: services that hold where no unit says any. One
    built-in service where it is empty.

    Raises :class:`~haproxy_kit.errors.RouteError` where that cannot be read.
    """
    return _native.reverseproxy_gather(units, services)


def with_monitoring(services: Services, page: Monitoring) -> Services:
    """The services with a page of HAProxy's statistics."""
    networks = list(page.allowed_networks)
    return _native.reverseproxy_monitoring(
        services, page.port, networks, page.username, page.password, page.refresh
    )


def behind_peers(
    services: Services, name: str, address: str, peers: Iterable[tuple[str, str, str]]
) -> Services:
    """The services behind a layer that passes clients to the first unit of the proxy that works.

    ``name`` and ``address`` are those of this unit; each peer is its name, its address and its
    ``all_services``, as YAML.

    Raises :class:`~haproxy_kit.errors.RouteError` where that cannot be read.
    """
    return services._behind_peers(name, address, list(peers))


def render(
    services: Services,
    *,
    prefix: str = "haproxy",
    directory: str | os.PathLike[str] = "/var/lib/haproxy",
    default_certificate: bytes | None = None,
) -> RenderedServices:
    """The services as sections of a configuration, and the files that these name.

    ``prefix`` is what the names of frontends begin with, ``directory`` that of certificates and error pages,
    ``default_certificate`` the charm's own certificate and key, as PEM.
    """
    return services._render(prefix, directory, default_certificate)


def website(
    services: Services, remote: Sequence[Mapping[str, str]], own_address: str
) -> Website | None:
    """What is said over ``website`` to a remote side whose units say this; ``None`` without services."""
    return _native.reverseproxy_website(services, list(remote), own_address)


def forward_for(services: Services, remote: Sequence[Mapping[str, str]]) -> Services:
    """The services, of which those get ``option forwardfor`` that a proxy on the remote side of ``website``
    serves; ``remote`` has the databags of its units."""
    return _native.reverseproxy_forward_for(services, list(remote))


def reply(public_address: str, certificate: KeyedCertificate | None = None) -> dict[str, str]:
    """What the provider says to the units: where it is reached, and its own certificate in Base64."""
    return _native.reverseproxy_reply(
        public_address, None if certificate is None else certificate.certificate
    )


def migrate(services: Services, *, default_mode: str = "http") -> list[MigratedService]:
    """What the services would say over ``haproxy-route`` and ``haproxy-route-tcp``, and what they cannot.

    ``default_mode`` is the charm's option of that name, for services that say no mode.
    """
    return _native.reverseproxy_migrate(services, default_mode)


def statsd_datagrams(show_stat: str, prefix: str, unit: str) -> list[str]:
    """The numbers that ``show stat`` tells as gauges for statsd; ``$UNIT`` in the prefix is the unit's name.

    Raises :class:`ValueError` where the text is not what ``show stat`` answers.
    """
    return _native.reverseproxy_statsd(show_stat, prefix, unit)
