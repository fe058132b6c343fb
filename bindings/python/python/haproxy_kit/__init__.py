"""Read, understand, check, change, generate and apply HAProxy configuration.

Not a byte that was not asked to change is damaged: comments, blank lines, quotes and line endings stay.

* :mod:`haproxy_kit.config`: documents, the typed model, checks, edits, migration.
* :mod:`haproxy_kit.route`: the relations ``haproxy-route`` and ``haproxy-route-tcp`` of Juju charms: databags
  as classes of every version, validation, and the configuration that serves all requirers.
* :mod:`haproxy_kit.charm`: both sides of these relations as objects of charms, with the names of the library
  that charms vendor. A requirer is
  ``haproxy_kit.charm.haproxy_route.HaproxyRouteRequirer(self, "haproxy-route", service="web", ports=[8080])``,
  a provider ``haproxy_kit.charm.haproxy_route.HaproxyRouteProvider(self)``. Needs ``ops``.
* :mod:`haproxy_kit.runtime`: a running HAProxy: every command of its runtime API, plans from one
  configuration to another.
* :mod:`haproxy_kit.errors`: the exceptions, all of which are :class:`HaproxyKitError`.
* ``python -m haproxy_kit`` and ``haproxy-kit``: the command.
"""

from haproxy_kit._native import VERSION as __version__
from haproxy_kit.errors import HaproxyKitError

__all__ = ["HaproxyKitError", "__version__"]
