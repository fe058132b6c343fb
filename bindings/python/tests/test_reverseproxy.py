"""The older relations."""

from __future__ import annotations

import base64
import copy
import pickle

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
    page = reverseproxy.Monitoring(password="secret")
    monitored = reverseproxy.with_monitoring(behind, page)
    assert list(monitored.services) == ["web", "web_be", "haproxy_monitoring"]
    assert "secret" not in repr((monitored, page))
    for twin in (pickle.loads(pickle.dumps(monitored)), copy.deepcopy(monitored)):
        assert (twin, twin.services) == (monitored, monitored.services)
    assert len({services, monitored, pickle.loads(pickle.dumps(services))}) == 2


def test_options_of_the_charm_are_read() -> None:
    given = {
        "global_maxconn": 9,
        "default_timeouts": "client 7s, server 8s",
        "services": "[]",
        "enable_monitoring": True,
        "monitoring_allowed_cidr": "10.0.0.0/8 ::1/128",
        "ssl_cert": "Q0VSVA==",
        "ssl_key": "S0VZ",
        "peering_mode": "active-active",
        "other": [1],
    }
    options = reverseproxy.CharmOptions.read(given)
    assert options.config.sections[0]["performance_options"]["maxconn"] == 9
    assert options.services == "[]"
    assert options.certificate == reverseproxy.KeyedCertificate(b"CERT", b"KEY")
    assert not options.is_self_signed
    assert not options.is_active_passive
    page = options.monitoring
    assert page is not None
    assert page.allowed_networks == ("10.0.0.0/8", "::1/128")
    chosen = page.settled()
    assert len(chosen.password) == 20
    assert chosen.settled() == chosen
    services = reverseproxy.with_monitoring(reverseproxy.gather(UNITS), chosen)
    current = reverseproxy.render(services).config
    assert page.settled(current).password == chosen.password
    assert reverseproxy.CharmOptions.read("{ssl_cert: SELFSIGNED}").is_self_signed
    for wrong, code in (("[]", "invalid-services"), ({"default_log": "a\nb"}, "invalid-options")):
        with pytest.raises(RouteError) as caught:
            reverseproxy.CharmOptions.read(wrong)
        assert caught.value.code == code


def test_units_are_told_the_certificate() -> None:
    made = reverseproxy.KeyedCertificate.self_signed("haproxy.example")
    assert "PRIVATE" not in repr(made)
    assert reverseproxy.KeyedCertificate.parse(made.to_pem()) == made
    assert reverseproxy.KeyedCertificate.parse(made.certificate) is None
    told = reverseproxy.reply("192.0.2.1", made)
    assert base64.b64decode(told.pop("ssl_cert")) == made.certificate
    assert told == reverseproxy.reply("192.0.2.1") == {"public-address": "192.0.2.1"}
    with pytest.raises(ValueError, match="no certificate"):
        reverseproxy.KeyedCertificate.self_signed("ü\n")


def test_clients_behind_a_proxy_keep_their_addresses() -> None:
    units = {"web/0": {"services": "- {service_name: a__80, service_host: 0.0.0.0, service_port: 80, servers: [[s, 10.0.0.1, 80, []]]}"}}
    services = reverseproxy.gather(units)
    remote = [{"is-proxy": "true", "hostname": "a", "port": "80"}]
    behind = reverseproxy.forward_for(services, remote)
    assert "option forwardfor" in behind.services["a__80"].options
    assert "option forwardfor" not in services.services["a__80"].options
    assert reverseproxy.forward_for(services, [{}]) == services


def test_services_are_said_over_the_newer_relation() -> None:
    [service] = reverseproxy.migrate(reverseproxy.gather(UNITS))
    assert (service.name, service.interface) == ("web", "haproxy-route")
    assert RequirerApplicationData.load(service.databag).service == "web"
    assert service.without_equal
    units = {"web/0": {"services": "- {service_name: web, service_host: 0.0.0.0, service_port: 80, "
        "servers: [[a, 10.0.0.1, 80, []]]}"}}
    [service] = reverseproxy.migrate(reverseproxy.gather(units), default_mode="tcp")
    assert service.interface == "haproxy-route-tcp"


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
