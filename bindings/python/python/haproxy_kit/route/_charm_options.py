"""What the charm of the relation ``reverseproxy`` is told by its options."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from haproxy_kit import _native
from haproxy_kit.config import Config


@dataclass(frozen=True)
class Monitoring:
    """The page with HAProxy's statistics."""

    port: int = 10000
    """The port of the page."""
    allowed_networks: tuple[str, ...] = ("127.0.0.1/32",)
    """The networks that may see it."""
    username: str = "haproxy"
    """The name that is asked for."""
    password: str = field(default="changeme", repr=False)
    """The password that is asked for; the charm chooses one where it is still ``changeme``."""
    refresh: int = 3
    """Seconds after which the page is loaded anew."""

    def settled(self, current: Config | None = None) -> Monitoring:
        """The same with a password where nobody set any: that of the configuration so far, or a new one."""
        model = None if current is None else current.data()
        random = list(secrets.token_bytes(20))
        password = _native.reverseproxy_password(self.username, self.password, model, random)
        return replace(self, password=password)


@dataclass(frozen=True)
class KeyedCertificate:
    """A certificate, with those that signed it where they are needed, and its key, as PEM."""

    certificate: bytes
    """The certificate, and those behind it."""
    key: bytes = field(repr=False)
    """The key."""

    @classmethod
    def parse(cls, pem: bytes) -> KeyedCertificate | None:
        """What a file such as ``default.pem`` holds; ``None`` where it lacks the certificate or the key."""
        pair = _native.reverseproxy_certificate(pem)
        return None if pair is None else cls(*pair)

    @classmethod
    def self_signed(cls, name: str) -> KeyedCertificate:
        """A new key and a certificate that it has signed itself, for this host name or address.

        Raises :class:`ValueError` for a name that cannot stand in a certificate.
        """
        return cls(*_native.reverseproxy_self_signed(name))

    def to_pem(self) -> bytes:
        """The certificate, and its key behind it: what HAProxy reads."""
        return _native.reverseproxy_pem(self.certificate, self.key)


@dataclass(frozen=True)
class CharmOptions:
    """Everything that the charm is told by its options."""

    config: Config
    """The sections ``global`` and ``defaults``."""
    services: str = ""
    """The option ``services``, for :func:`~haproxy_kit.route.reverseproxy.gather`."""
    monitoring: Monitoring | None = None
    """The page with statistics; ``None`` where it is off."""
    is_self_signed: bool = False
    """Whether the charm makes its own certificate: ``ssl_cert`` is ``SELFSIGNED``."""
    certificate: KeyedCertificate | None = None
    """The certificate and key of ``ssl_cert`` and ``ssl_key``."""
    is_active_passive: bool = True
    """Whether clients are passed on to the first unit that works."""

    @classmethod
    def read(cls, options: str | Mapping[str, Any]) -> CharmOptions:
        """Reads options by name: as a mapping, such as ``self.config`` of a charm, or as YAML. Those that say
        nothing about the configuration do not matter.

        Raises :class:`~haproxy_kit.errors.RouteError` where one has another type or makes no line.
        """
        text = options if isinstance(options, str) else json.dumps(dict(options))
        config, services, page, is_self_signed, pair, is_active_passive = _native.reverseproxy_options(text)
        monitoring = None
        if page is not None:
            port, networks, username, password, refresh = page
            monitoring = Monitoring(port, tuple(networks), username, password, refresh)
        return cls(
            config=Config.from_data(config),
            services=services,
            monitoring=monitoring,
            is_self_signed=is_self_signed,
            certificate=None if pair is None else KeyedCertificate(*pair),
            is_active_passive=is_active_passive,
        )
