"""The sides of ``haproxy-route`` and ``haproxy-route-tcp`` as objects of charms, on ``ops``.

* :mod:`haproxy_kit.charm.haproxy_route`: the newest version, 2; ``.v1`` and ``.v0`` beside it.
* :mod:`haproxy_kit.charm.haproxy_route_tcp`: the newest version, 1; ``.v0`` beside it.

Each has the names of the library that charms vendor as ``charms.haproxy.vN``: a charm imports from here, or
keeps its imports with the file that ``haproxy-kit charm-shim --lib v2`` writes. They need ``ops``
(``pip install 'haproxy-kit[ops]'``); pydantic is not needed.
"""
