"""Read, understand, check, change and print HAProxy configuration.

Not a byte that was not asked to change is damaged: comments, blank lines, quotes and line endings stay.

* :mod:`haproxy_kit.config`: documents, the typed model, checks, edits, migration.
* :mod:`haproxy_kit.errors`: the exceptions, all of which are :class:`HaproxyKitError`.
* ``python -m haproxy_kit`` and ``haproxy-kit``: the command.
"""

from haproxy_kit._native import VERSION as __version__
from haproxy_kit.errors import HaproxyKitError

__all__ = ["HaproxyKitError", "__version__"]
