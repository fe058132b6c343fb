"""A running HAProxy: every command of its runtime API, and operations that leave nothing half done.

* :class:`Client` waits for answers, :class:`AsyncClient` is for :mod:`asyncio`.
* :class:`~haproxy_kit.errors.RuntimeApiError` tells what went wrong.

Both talk to the stats socket of a worker and, with ``process``, to the socket of a master.
"""

from haproxy_kit.errors import RuntimeApiError
from haproxy_kit.runtime._client import AsyncClient, Client

__all__ = ["AsyncClient", "Client", "RuntimeApiError"]
