"""A running HAProxy: every command of its runtime API, and operations that leave nothing half done.

* :class:`Client` waits for answers, :class:`AsyncClient` is for :mod:`asyncio`.
* :func:`plan` tells what takes a process from one configuration to another, and :meth:`Client.apply` does it:
  all of it, or nothing.
* :class:`~haproxy_kit.errors.RuntimeApiError` tells what went wrong.

Both clients talk to the stats socket of a worker and, with ``process``, to the socket of a master.
"""

from haproxy_kit._native import Plan
from haproxy_kit.errors import RuntimeApiError
from haproxy_kit.runtime._client import AsyncClient, Client
from haproxy_kit.runtime._plan import Capabilities, plan

__all__ = ["AsyncClient", "Capabilities", "Client", "Plan", "RuntimeApiError", "plan"]
