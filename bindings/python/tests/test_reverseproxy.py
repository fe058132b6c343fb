"""The older relations."""

from __future__ import annotations

import pytest

from haproxy_kit.errors import RouteError
from haproxy_kit.route import reverseproxy
from haproxy_kit.route.v2 import RequirerApplicationData

UNITS = {
    "web/0": {
        "services": "- {service_name: web, service_host: 0.0.0.0, service_port: 80, "
        "service_options: [mode http, balance leastconn], "
        "crts: [DEFAULT], errorfiles: [{http_status: 503, content: SGVsbG8=}], "
        "servers: [[web-0, 10.0.0.1, 8080, [check]]]}"
    },
    "web/1": {
        "services": "- {service_name: web, servers: [[web-1, 10.0.0.2, 8080, [check]]]}",
    },
    "bad/0": {"services": "{"},
}


def test_services_are_joined_and_rendered() -> None:
    services = reverseproxy.gather(UNITS)
    assert list(services.refused) == ["bad/0"]
    web = services.services["web"]
    assert [server.name for server in web.servers] == ["web-0", "web-1"]
    assert web.certificates == ("DEFAULT",)
    assert web.error_files == {503: b"Hello"}
    assert repr(services) == "<Services web>"
    assert services == reverseproxy.gather(UNITS)
    rendered = reverseproxy.render(services, default_certificate=b"PEM", directory="/srv")
    assert rendered.refused == {}
    assert [(file.path, oct(file.mode)) for file in rendered.files] == [
        ("/srv/default.pem", "0o600"),
        ("/srv/service_web/503.http", "0o644"),
    ]
    assert rendered.config.backends["web"].servers["web-1"].port == 8080


def test_services_stand_behind_peers_and_a_page_of_statistics() -> None:
    services = reverseproxy.gather(UNITS)
    website = reverseproxy.website(services, [{"service_name": "web"}], "192.0.2.1")
    assert website is not None
    assert (website.hostname, website.port) == ("192.0.2.1", 80)
    behind = reverseproxy.behind_peers(
        services, "haproxy/0", "192.0.2.1", [("haproxy/1", "192.0.2.2", website.all_services)]
    )
    assert list(behind.services) == ["web", "web_be"]
    monitored = reverseproxy.with_monitoring(behind, password="secret")
    assert list(monitored.services) == ["web", "web_be", "haproxy_monitoring"]
    assert "secret" not in repr(monitored)


def test_services_are_said_over_the_newer_relation() -> None:
    [service] = reverseproxy.migrate(reverseproxy.gather(UNITS))
    assert (service.name, service.interface) == ("web", "haproxy-route")
    assert RequirerApplicationData.load(service.databag).service == "web"
    assert service.without_equal


def test_units_are_read_from_json() -> None:
    assert reverseproxy.read_units('{"2": {"units": {"web/0": {"port": "80"}}}}') == {"web/0": {"port": "80"}}
    with pytest.raises(RouteError):
        reverseproxy.read_units("[]")
    with pytest.raises(RouteError) as caught:
        reverseproxy.gather({}, services="{")
    assert caught.value.code == "invalid-services"


def test_statistics_become_datagrams() -> None:
    assert reverseproxy.statsd_datagrams("# pxname,svname,scur\nweb,FRONTEND,5\n", "a.$UNIT", "b/0") == [
        "a.b-0.web.FRONTEND.scur:5|g"
    ]
    with pytest.raises(ValueError, match="show stat"):
        reverseproxy.statsd_datagrams("x", "a", "b/0")
