"""The sections of a configuration, and the objects in them, as classes.

Made by ``bindings/python/generate.py`` from the JSON Schema; do not edit.
"""

from __future__ import annotations

from typing import Any, Literal

from haproxy_kit.config._record import (
    Field,
    Flag,
    Integer,
    Part,
    PartList,
    PartMap,
    Record,
    SectionRecord,
    Switch,
    Text,
    ValueList,
    ValueMap,
)

__all__ = [
    "Acl",
    "Acme",
    "Attr",
    "Backend",
    "BackendSwitchingRule",
    "BackendTcpRequestRule",
    "Balance",
    "Bind",
    "Cache",
    "Capture",
    "Compression",
    "Cookie",
    "CpuAffinity",
    "CpuMap",
    "CpuSet",
    "CrtLoad",
    "CrtStore",
    "DebugOptions",
    "DefaultBind",
    "DefaultPath",
    "DefaultServer",
    "Defaults",
    "DefaultsCompression",
    "DefaultsStatsOptions",
    "DeviceAtlasOptions",
    "Domain",
    "EmailAlert",
    "Engine",
    "Entry",
    "EnvironmentOptions",
    "ErrorFile",
    "ErrorfilesFromHttpError",
    "Errorloc302",
    "Errorloc303",
    "FcgiApp",
    "FiftyOneDegreesOptions",
    "Filter",
    "FilterSequence",
    "ForceBeSwitch",
    "ForcePersist",
    "Forwardfor",
    "Frontend",
    "Global",
    "GlobalLogTarget",
    "H1CaseAdjust",
    "Harden",
    "HashType",
    "Header",
    "Healthcheck",
    "HttpAfterResponseRule",
    "HttpCheck",
    "HttpClientOptions",
    "HttpCodes",
    "HttpErrorRule",
    "HttpErrors",
    "HttpRequestRule",
    "HttpResponseRule",
    "HttpchkParams",
    "Httpproxy",
    "IgnorePersist",
    "Listen",
    "Load",
    "LogForward",
    "LogProfile",
    "LogSample",
    "LogSendHostname",
    "LogStderr",
    "LogTarget",
    "LuaOptions",
    "MailerEntry",
    "Mailers",
    "MonitorFail",
    "MysqlCheckParams",
    "NamespaceList",
    "OcspUpdateOptions",
    "Originalto",
    "PassHeader",
    "Peers",
    "PerformanceOptions",
    "PersistRule",
    "PgsqlCheckParams",
    "PrependPath",
    "Presetenv",
    "Program",
    "QuicInitialRule",
    "Redispatch",
    "RejectPrivilegedPorts",
    "Resolvers",
    "Ring",
    "RuntimeApi",
    "Server",
    "ServerSwitchingRule",
    "ServerTemplate",
    "SetParam",
    "SetProxyV2TlvFmt",
    "SetVar",
    "SetVarFmt",
    "Setenv",
    "SmtpchkParams",
    "Source",
    "SslFrontUse",
    "SslOptions",
    "StatsAuth",
    "StatsHttpRequest",
    "StatsOptions",
    "Step",
    "StickRule",
    "StickTable",
    "Table",
    "TcpCheck",
    "TcpCheckRule",
    "TcpRequestRule",
    "TcpResponseRule",
    "ThreadGroupLine",
    "Traces",
    "TuneBufferOptions",
    "TuneLuaOptions",
    "TuneOptions",
    "TuneQuicOptions",
    "TuneSslOptions",
    "TuneVarsOptions",
    "TuneZlibOptions",
    "Unknown",
    "UseSmallBuffers",
    "User",
    "Userlist",
    "UserlistGroup",
    "WurflOptions",
]


class SetProxyV2TlvFmt(Record):
    """A value of one's own in a header of version 2; HAProxy takes an empty word for it as well."""

    __slots__ = ()
    _definition = "backend.servers.set-proxy-v2-tlv-fmt"

    id: Text = Text("id")
    value: Text = Text("value")


class Server(Record):
    """A server that requests or connections are sent to."""

    __slots__ = ()
    _definition = "backend.servers"

    name: Text = Text("name")
    address: Text = Text("address")
    port: Integer = Integer("port")
    check: Switch = Switch("check")
    """Checks its health."""
    inter: Integer = Integer("inter")
    """The time between two checks; 2 seconds where nothing says it."""
    fastinter: Integer = Integer("fastinter")
    """The time between two checks while its state is about to change."""
    downinter: Integer = Integer("downinter")
    """The time between two checks while it is down."""
    rise: Integer = Integer("rise")
    """How many checks in a row must succeed before it is up again; 2 by default."""
    fall: Integer = Integer("fall")
    """How many checks in a row must fail before it is down; 3 by default."""
    health_check_port: Integer = Integer("health_check_port")
    """The port that checks go to, where it is not the server's own."""
    health_check_address: Text = Text("health_check_address")
    """The address that checks go to, where it is not the server's own."""
    check_alpn: Text = Text("check_alpn")
    """The protocols that a check offers by ALPN."""
    check_pool_conn_name: Text = Text("check-pool-conn-name")
    """The name of the idle connection that a check may use."""
    check_proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("check_proto")
    """The protocol that a check speaks on its connection, as ``proto`` of the traffic."""
    check_reuse_pool: Switch = Switch("check-reuse-pool")
    """Lets a check use an idle connection to the server."""
    check_send_proxy: Switch = Switch("check-send-proxy")
    """Starts the connection of a check with a PROXY protocol header."""
    check_sni: Text = Text("check-sni")
    """The host name that a check sends in the TLS handshake."""
    check_sni_auto: Switch = Switch("check_sni_auto")
    """Takes the host name of the TLS handshake from the check itself."""
    check_ssl: Switch = Switch("check-ssl")
    """Encrypts checks even where the traffic is not."""
    check_via_socks4: Switch = Switch("check_via_socks4")
    """Sends checks through the SOCKS4 proxy, too."""
    healthcheck: Text = Text("healthcheck")
    """The section with the check to use instead of the backend's."""
    track: Text = Text("track")
    """The server, as ``backend/server`` or a name in the same backend, whose state this one
    takes."""
    backup: Switch = Switch("backup")
    """Used only when every other server is down."""
    maintenance: Switch = Switch("maintenance")
    """Begins in maintenance."""
    init_state: Field[Literal["fully-up", "up", "down", "fully-down", "none"]] = Field("init-state")
    """What it counts as before its first checks."""
    weight: Integer = Integer("weight")
    """Its share of the load, 0 to 256, relative to the other servers; 1 by default."""
    maxconn: Integer = Integer("maxconn")
    """The most requests or connections that it handles at a time; 0 is no limit."""
    minconn: Integer = Integer("minconn")
    """The limit at low load, from which it rises to ``maxconn`` with the backend's load."""
    maxqueue: Integer = Integer("maxqueue")
    """The most connections that wait for it; 0 is no limit."""
    strict_maxconn: Flag = Flag("strict-maxconn")
    """Counts idle connections against ``maxconn``, too."""
    slowstart: Integer = Integer("slowstart")
    """How long it takes to get its full share after it came up."""
    cookie: Text = Text("cookie")
    """Its value in the persistence cookie."""
    id: Integer = Integer("id")
    """Its number, unique in the backend; assigned where nothing says it."""
    guid: Text = Text("guid")
    """An identifier that is unique in the whole configuration."""
    hash_key: Field[Literal["id", "id32", "guid", "addr", "addr-port"]] = Field("hash_key")
    """What its place in a consistent hash is computed from."""
    redir: Text = Text("redir")
    """The start of a URL that GET and HEAD requests are redirected to instead of being
    forwarded."""
    shard: Integer = Integer("shard")
    """The part of the tables' keys that a peer gets."""
    stick: Switch = Switch("stick")
    """Lets stick tables remember the server, whatever the defaults say."""
    ssl: Switch = Switch("ssl")
    """Encrypts connections."""
    verify: Field[Literal["none", "required"]] = Field("verify")
    """Whether the server's certificate is verified; required by default."""
    verifyhost: Text = Text("verifyhost")
    """The name that the certificate must have where no SNI is sent."""
    no_verifyhost: Switch = Switch("no_verifyhost")
    """Undoes ``verifyhost``; in the manual, though the versions tried refuse it."""
    ssl_cafile: Text = Text("ssl_cafile")
    """The certificates to verify with: a file, a directory, or ``@system-ca``."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ssl_certificate: Text = Text("ssl_certificate")
    """The certificate, with its key, to show to the server."""
    sni: Text = Text("sni")
    """The host name to send."""
    sni_auto: Switch = Switch("sni_auto")
    """Sends the host of the request where ``sni`` gives none; the default."""
    alpn: Text = Text("alpn")
    """The protocols to offer by ALPN."""
    npn: Text = Text("npn")
    """The protocols to offer by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Sends early data where the client did."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    curves: Text = Text("curves")
    """The elliptic curves."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to use."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to use."""
    force_sslv3: Switch = Switch("force_sslv3")
    """Uses SSL 3.0 only."""
    force_tlsv10: Switch = Switch("force_tlsv10")
    """Uses TLS 1.0 only."""
    force_tlsv11: Switch = Switch("force_tlsv11")
    """Uses TLS 1.1 only."""
    force_tlsv12: Switch = Switch("force_tlsv12")
    """Uses TLS 1.2 only."""
    force_tlsv13: Switch = Switch("force_tlsv13")
    """Uses TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Does not use SSL 3.0."""
    no_sslv3: Switch = Switch("no_sslv3")
    """Does not use SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Does not use TLS 1.0."""
    no_tlsv10: Switch = Switch("no_tlsv10")
    """Does not use TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Does not use TLS 1.1."""
    no_tlsv11: Switch = Switch("no_tlsv11")
    """Does not use TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Does not use TLS 1.2."""
    no_tlsv12: Switch = Switch("no_tlsv12")
    """Does not use TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Does not use TLS 1.3."""
    no_tlsv13: Switch = Switch("no_tlsv13")
    """Does not use TLS 1.3."""
    ssl_reuse: Switch = Switch("ssl_reuse")
    """Resumes TLS sessions, whatever the defaults say."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    renegotiate: Switch = Switch("renegotiate")
    """Lets the server renegotiate in a secure way."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    init_addr: Text = Text("init-addr")
    """Where the first address comes from: what succeeds first counts. ``last,libc`` by default."""
    resolvers: Text = Text("resolvers")
    """The section of the name servers to ask."""
    resolve_prefer: Field[Literal["ipv4", "ipv6"]] = Field("resolve-prefer")
    """The family of addresses to prefer; IPv6 by default."""
    resolve_net: Text = Text("resolve-net")
    """The networks whose addresses to prefer."""
    resolve_opts: Text = Text("resolve_opts")
    """What else matters in answers."""
    send_proxy: Switch = Switch("send-proxy")
    """Starts connections with a header of version 1."""
    send_proxy_v2: Switch = Switch("send-proxy-v2")
    """Starts connections with a header of version 2."""
    send_proxy_v2_ssl: Switch = Switch("send_proxy_v2_ssl")
    """Version 2, with what is known of the client's TLS."""
    send_proxy_v2_ssl_cn: Switch = Switch("send_proxy_v2_ssl_cn")
    """Version 2, with the client's TLS and the common name of its certificate."""
    proxy_v2_options: ValueList[Literal["ssl", "cert-cn", "ssl-cipher", "cert-sig", "cert-key", "authority", "crc32c", "unique-id"]] = ValueList("proxy-v2-options")
    """What else a header of version 2 holds."""
    set_proxy_v2_tlv_fmt: Part[SetProxyV2TlvFmt] = Part("set-proxy-v2-tlv-fmt", SetProxyV2TlvFmt)
    """A value of one's own in a header of version 2; HAProxy takes an empty word for it as well."""
    max_reuse: Integer = Integer("max_reuse")
    """How often a connection may be reused; -1, the default, is without limit."""
    pool_conn_name: Text = Text("pool_conn_name")
    """Names connections, so that only requests of that name reuse them."""
    pool_low_conn: Integer = Integer("pool_low_conn")
    """The number of idle connections up to which a thread takes none from another; 0 by default."""
    pool_max_conn: Integer = Integer("pool_max_conn")
    """The most idle connections that are kept; -1, the default, is without limit."""
    pool_purge_delay: Integer = Integer("pool_purge_delay")
    """The time after which half of the idle connections are closed; 5 seconds by default."""
    idle_ping: Integer = Integer("idle_ping")
    """The time between two tests of an idle connection."""
    agent_check: Switch = Switch("agent-check")
    """Asks the agent."""
    agent_addr: Text = Text("agent-addr")
    """Where the agent is; the server's address where nothing says it."""
    agent_inter: Integer = Integer("agent-inter")
    """The time between two questions; 2 seconds where nothing says it."""
    agent_port: Integer = Integer("agent-port")
    """The port of the agent."""
    agent_send: Text = Text("agent-send")
    """What is sent to the agent on each connection, as it stands."""
    observe: Field[Literal["none", "layer4", "layer7"]] = Field("observe")
    """Which errors of the traffic count against it."""
    error_limit: Integer = Integer("error_limit")
    """How many errors in a row are too many; 10 by default."""
    on_error: Field[Literal["fastinter", "fail-check", "sudden-death", "mark-down"]] = Field("on-error")
    """What too many errors do to it."""
    on_marked_down: Field[Literal["shutdown-sessions"]] = Field("on-marked-down")
    """What happens to its connections when it goes down."""
    on_marked_up: Field[Literal["shutdown-backup-sessions"]] = Field("on-marked-up")
    """What happens to other servers' connections when it comes up."""
    source: Text = Text("source")
    """Where connections start."""
    namespace: Text = Text("namespace")
    """The network namespace to connect from."""
    socks4: Text = Text("socks4")
    """The SOCKS4 proxy to connect through, with its port."""
    cc: Text = Text("cc")
    """The system's algorithm of congestion control."""
    tcp_md5sig: Text = Text("tcp_md5sig")
    """A password that signs each packet."""
    tcp_ut: Integer = Integer("tcp_ut")
    """How long sent data may stay unacknowledged before the connection is dropped."""
    tfo: Switch = Switch("tfo")
    """Sends data with the first packet of a connection."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol of its connections: ``h1``, ``h2``, ``fcgi``, ``none``, …"""
    ws: Field[Literal["auto", "h1", "h2"]] = Field("ws")
    """The protocol of HTTP that web sockets use."""
    log_proto: Field[Literal["legacy", "octet-count"]] = Field("log_proto")
    """How messages are told apart on a stream of logs."""
    log_bufsize: Integer = Integer("log-bufsize")
    """The size of the buffer of its log messages, in bytes."""
    quic_cc_algo: Field[Literal["cubic", "newreno", "bbr", "nocc"]] = Field("quic-cc-algo")
    quic_cc_algo_max_window: Integer = Integer("quic_cc_algo_max_window")


class DefaultServer(Record):
    """The parameters that the servers after it start from."""

    __slots__ = ()
    _definition = "backend.default_server"

    check: Switch = Switch("check")
    """Checks its health."""
    inter: Integer = Integer("inter")
    """The time between two checks; 2 seconds where nothing says it."""
    fastinter: Integer = Integer("fastinter")
    """The time between two checks while its state is about to change."""
    downinter: Integer = Integer("downinter")
    """The time between two checks while it is down."""
    rise: Integer = Integer("rise")
    """How many checks in a row must succeed before it is up again; 2 by default."""
    fall: Integer = Integer("fall")
    """How many checks in a row must fail before it is down; 3 by default."""
    health_check_port: Integer = Integer("health_check_port")
    """The port that checks go to, where it is not the server's own."""
    health_check_address: Text = Text("health_check_address")
    """The address that checks go to, where it is not the server's own."""
    check_alpn: Text = Text("check_alpn")
    """The protocols that a check offers by ALPN."""
    check_pool_conn_name: Text = Text("check-pool-conn-name")
    """The name of the idle connection that a check may use."""
    check_proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("check_proto")
    """The protocol that a check speaks on its connection, as ``proto`` of the traffic."""
    check_reuse_pool: Switch = Switch("check-reuse-pool")
    """Lets a check use an idle connection to the server."""
    check_send_proxy: Switch = Switch("check-send-proxy")
    """Starts the connection of a check with a PROXY protocol header."""
    check_sni: Text = Text("check-sni")
    """The host name that a check sends in the TLS handshake."""
    check_sni_auto: Switch = Switch("check_sni_auto")
    """Takes the host name of the TLS handshake from the check itself."""
    check_ssl: Switch = Switch("check-ssl")
    """Encrypts checks even where the traffic is not."""
    check_via_socks4: Switch = Switch("check_via_socks4")
    """Sends checks through the SOCKS4 proxy, too."""
    healthcheck: Text = Text("healthcheck")
    """The section with the check to use instead of the backend's."""
    track: Text = Text("track")
    """The server, as ``backend/server`` or a name in the same backend, whose state this one
    takes."""
    backup: Switch = Switch("backup")
    """Used only when every other server is down."""
    maintenance: Switch = Switch("maintenance")
    """Begins in maintenance."""
    init_state: Field[Literal["fully-up", "up", "down", "fully-down", "none"]] = Field("init-state")
    """What it counts as before its first checks."""
    weight: Integer = Integer("weight")
    """Its share of the load, 0 to 256, relative to the other servers; 1 by default."""
    maxconn: Integer = Integer("maxconn")
    """The most requests or connections that it handles at a time; 0 is no limit."""
    minconn: Integer = Integer("minconn")
    """The limit at low load, from which it rises to ``maxconn`` with the backend's load."""
    maxqueue: Integer = Integer("maxqueue")
    """The most connections that wait for it; 0 is no limit."""
    strict_maxconn: Flag = Flag("strict-maxconn")
    """Counts idle connections against ``maxconn``, too."""
    slowstart: Integer = Integer("slowstart")
    """How long it takes to get its full share after it came up."""
    cookie: Text = Text("cookie")
    """Its value in the persistence cookie."""
    id: Integer = Integer("id")
    """Its number, unique in the backend; assigned where nothing says it."""
    guid: Text = Text("guid")
    """An identifier that is unique in the whole configuration."""
    hash_key: Field[Literal["id", "id32", "guid", "addr", "addr-port"]] = Field("hash_key")
    """What its place in a consistent hash is computed from."""
    redir: Text = Text("redir")
    """The start of a URL that GET and HEAD requests are redirected to instead of being
    forwarded."""
    shard: Integer = Integer("shard")
    """The part of the tables' keys that a peer gets."""
    stick: Switch = Switch("stick")
    """Lets stick tables remember the server, whatever the defaults say."""
    ssl: Switch = Switch("ssl")
    """Encrypts connections."""
    verify: Field[Literal["none", "required"]] = Field("verify")
    """Whether the server's certificate is verified; required by default."""
    verifyhost: Text = Text("verifyhost")
    """The name that the certificate must have where no SNI is sent."""
    no_verifyhost: Switch = Switch("no_verifyhost")
    """Undoes ``verifyhost``; in the manual, though the versions tried refuse it."""
    ssl_cafile: Text = Text("ssl_cafile")
    """The certificates to verify with: a file, a directory, or ``@system-ca``."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ssl_certificate: Text = Text("ssl_certificate")
    """The certificate, with its key, to show to the server."""
    sni: Text = Text("sni")
    """The host name to send."""
    sni_auto: Switch = Switch("sni_auto")
    """Sends the host of the request where ``sni`` gives none; the default."""
    alpn: Text = Text("alpn")
    """The protocols to offer by ALPN."""
    npn: Text = Text("npn")
    """The protocols to offer by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Sends early data where the client did."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    curves: Text = Text("curves")
    """The elliptic curves."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to use."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to use."""
    force_sslv3: Switch = Switch("force_sslv3")
    """Uses SSL 3.0 only."""
    force_tlsv10: Switch = Switch("force_tlsv10")
    """Uses TLS 1.0 only."""
    force_tlsv11: Switch = Switch("force_tlsv11")
    """Uses TLS 1.1 only."""
    force_tlsv12: Switch = Switch("force_tlsv12")
    """Uses TLS 1.2 only."""
    force_tlsv13: Switch = Switch("force_tlsv13")
    """Uses TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Does not use SSL 3.0."""
    no_sslv3: Switch = Switch("no_sslv3")
    """Does not use SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Does not use TLS 1.0."""
    no_tlsv10: Switch = Switch("no_tlsv10")
    """Does not use TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Does not use TLS 1.1."""
    no_tlsv11: Switch = Switch("no_tlsv11")
    """Does not use TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Does not use TLS 1.2."""
    no_tlsv12: Switch = Switch("no_tlsv12")
    """Does not use TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Does not use TLS 1.3."""
    no_tlsv13: Switch = Switch("no_tlsv13")
    """Does not use TLS 1.3."""
    ssl_reuse: Switch = Switch("ssl_reuse")
    """Resumes TLS sessions, whatever the defaults say."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    renegotiate: Switch = Switch("renegotiate")
    """Lets the server renegotiate in a secure way."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    init_addr: Text = Text("init-addr")
    """Where the first address comes from: what succeeds first counts. ``last,libc`` by default."""
    resolvers: Text = Text("resolvers")
    """The section of the name servers to ask."""
    resolve_prefer: Field[Literal["ipv4", "ipv6"]] = Field("resolve-prefer")
    """The family of addresses to prefer; IPv6 by default."""
    resolve_net: Text = Text("resolve-net")
    """The networks whose addresses to prefer."""
    resolve_opts: Text = Text("resolve_opts")
    """What else matters in answers."""
    send_proxy: Switch = Switch("send-proxy")
    """Starts connections with a header of version 1."""
    send_proxy_v2: Switch = Switch("send-proxy-v2")
    """Starts connections with a header of version 2."""
    send_proxy_v2_ssl: Switch = Switch("send_proxy_v2_ssl")
    """Version 2, with what is known of the client's TLS."""
    send_proxy_v2_ssl_cn: Switch = Switch("send_proxy_v2_ssl_cn")
    """Version 2, with the client's TLS and the common name of its certificate."""
    proxy_v2_options: ValueList[Literal["ssl", "cert-cn", "ssl-cipher", "cert-sig", "cert-key", "authority", "crc32c", "unique-id"]] = ValueList("proxy-v2-options")
    """What else a header of version 2 holds."""
    set_proxy_v2_tlv_fmt: Part[SetProxyV2TlvFmt] = Part("set-proxy-v2-tlv-fmt", SetProxyV2TlvFmt)
    """A value of one's own in a header of version 2; HAProxy takes an empty word for it as well."""
    max_reuse: Integer = Integer("max_reuse")
    """How often a connection may be reused; -1, the default, is without limit."""
    pool_conn_name: Text = Text("pool_conn_name")
    """Names connections, so that only requests of that name reuse them."""
    pool_low_conn: Integer = Integer("pool_low_conn")
    """The number of idle connections up to which a thread takes none from another; 0 by default."""
    pool_max_conn: Integer = Integer("pool_max_conn")
    """The most idle connections that are kept; -1, the default, is without limit."""
    pool_purge_delay: Integer = Integer("pool_purge_delay")
    """The time after which half of the idle connections are closed; 5 seconds by default."""
    idle_ping: Integer = Integer("idle_ping")
    """The time between two tests of an idle connection."""
    agent_check: Switch = Switch("agent-check")
    """Asks the agent."""
    agent_addr: Text = Text("agent-addr")
    """Where the agent is; the server's address where nothing says it."""
    agent_inter: Integer = Integer("agent-inter")
    """The time between two questions; 2 seconds where nothing says it."""
    agent_port: Integer = Integer("agent-port")
    """The port of the agent."""
    agent_send: Text = Text("agent-send")
    """What is sent to the agent on each connection, as it stands."""
    observe: Field[Literal["none", "layer4", "layer7"]] = Field("observe")
    """Which errors of the traffic count against it."""
    error_limit: Integer = Integer("error_limit")
    """How many errors in a row are too many; 10 by default."""
    on_error: Field[Literal["fastinter", "fail-check", "sudden-death", "mark-down"]] = Field("on-error")
    """What too many errors do to it."""
    on_marked_down: Field[Literal["shutdown-sessions"]] = Field("on-marked-down")
    """What happens to its connections when it goes down."""
    on_marked_up: Field[Literal["shutdown-backup-sessions"]] = Field("on-marked-up")
    """What happens to other servers' connections when it comes up."""
    source: Text = Text("source")
    """Where connections start."""
    namespace: Text = Text("namespace")
    """The network namespace to connect from."""
    socks4: Text = Text("socks4")
    """The SOCKS4 proxy to connect through, with its port."""
    cc: Text = Text("cc")
    """The system's algorithm of congestion control."""
    tcp_md5sig: Text = Text("tcp_md5sig")
    """A password that signs each packet."""
    tcp_ut: Integer = Integer("tcp_ut")
    """How long sent data may stay unacknowledged before the connection is dropped."""
    tfo: Switch = Switch("tfo")
    """Sends data with the first packet of a connection."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol of its connections: ``h1``, ``h2``, ``fcgi``, ``none``, …"""
    ws: Field[Literal["auto", "h1", "h2"]] = Field("ws")
    """The protocol of HTTP that web sockets use."""
    log_proto: Field[Literal["legacy", "octet-count"]] = Field("log_proto")
    """How messages are told apart on a stream of logs."""
    log_bufsize: Integer = Integer("log-bufsize")
    """The size of the buffer of its log messages, in bytes."""
    quic_cc_algo: Field[Literal["cubic", "newreno", "bbr", "nocc"]] = Field("quic-cc-algo")
    quic_cc_algo_max_window: Integer = Integer("quic_cc_algo_max_window")


class ServerTemplate(Record):
    """Several servers at once, which differ in their number."""

    __slots__ = ()
    _definition = "backend.server_templates"

    prefix: Text = Text("prefix")
    num_or_range: Text = Text("num_or_range")
    fqdn: Text = Text("fqdn")
    port: Integer = Integer("port")
    check: Switch = Switch("check")
    """Checks its health."""
    inter: Integer = Integer("inter")
    """The time between two checks; 2 seconds where nothing says it."""
    fastinter: Integer = Integer("fastinter")
    """The time between two checks while its state is about to change."""
    downinter: Integer = Integer("downinter")
    """The time between two checks while it is down."""
    rise: Integer = Integer("rise")
    """How many checks in a row must succeed before it is up again; 2 by default."""
    fall: Integer = Integer("fall")
    """How many checks in a row must fail before it is down; 3 by default."""
    health_check_port: Integer = Integer("health_check_port")
    """The port that checks go to, where it is not the server's own."""
    health_check_address: Text = Text("health_check_address")
    """The address that checks go to, where it is not the server's own."""
    check_alpn: Text = Text("check_alpn")
    """The protocols that a check offers by ALPN."""
    check_pool_conn_name: Text = Text("check-pool-conn-name")
    """The name of the idle connection that a check may use."""
    check_proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("check_proto")
    """The protocol that a check speaks on its connection, as ``proto`` of the traffic."""
    check_reuse_pool: Switch = Switch("check-reuse-pool")
    """Lets a check use an idle connection to the server."""
    check_send_proxy: Switch = Switch("check-send-proxy")
    """Starts the connection of a check with a PROXY protocol header."""
    check_sni: Text = Text("check-sni")
    """The host name that a check sends in the TLS handshake."""
    check_sni_auto: Switch = Switch("check_sni_auto")
    """Takes the host name of the TLS handshake from the check itself."""
    check_ssl: Switch = Switch("check-ssl")
    """Encrypts checks even where the traffic is not."""
    check_via_socks4: Switch = Switch("check_via_socks4")
    """Sends checks through the SOCKS4 proxy, too."""
    healthcheck: Text = Text("healthcheck")
    """The section with the check to use instead of the backend's."""
    track: Text = Text("track")
    """The server, as ``backend/server`` or a name in the same backend, whose state this one
    takes."""
    backup: Switch = Switch("backup")
    """Used only when every other server is down."""
    maintenance: Switch = Switch("maintenance")
    """Begins in maintenance."""
    init_state: Field[Literal["fully-up", "up", "down", "fully-down", "none"]] = Field("init-state")
    """What it counts as before its first checks."""
    weight: Integer = Integer("weight")
    """Its share of the load, 0 to 256, relative to the other servers; 1 by default."""
    maxconn: Integer = Integer("maxconn")
    """The most requests or connections that it handles at a time; 0 is no limit."""
    minconn: Integer = Integer("minconn")
    """The limit at low load, from which it rises to ``maxconn`` with the backend's load."""
    maxqueue: Integer = Integer("maxqueue")
    """The most connections that wait for it; 0 is no limit."""
    strict_maxconn: Flag = Flag("strict-maxconn")
    """Counts idle connections against ``maxconn``, too."""
    slowstart: Integer = Integer("slowstart")
    """How long it takes to get its full share after it came up."""
    cookie: Text = Text("cookie")
    """Its value in the persistence cookie."""
    id: Integer = Integer("id")
    """Its number, unique in the backend; assigned where nothing says it."""
    guid: Text = Text("guid")
    """An identifier that is unique in the whole configuration."""
    hash_key: Field[Literal["id", "id32", "guid", "addr", "addr-port"]] = Field("hash_key")
    """What its place in a consistent hash is computed from."""
    redir: Text = Text("redir")
    """The start of a URL that GET and HEAD requests are redirected to instead of being
    forwarded."""
    shard: Integer = Integer("shard")
    """The part of the tables' keys that a peer gets."""
    stick: Switch = Switch("stick")
    """Lets stick tables remember the server, whatever the defaults say."""
    ssl: Switch = Switch("ssl")
    """Encrypts connections."""
    verify: Field[Literal["none", "required"]] = Field("verify")
    """Whether the server's certificate is verified; required by default."""
    verifyhost: Text = Text("verifyhost")
    """The name that the certificate must have where no SNI is sent."""
    no_verifyhost: Switch = Switch("no_verifyhost")
    """Undoes ``verifyhost``; in the manual, though the versions tried refuse it."""
    ssl_cafile: Text = Text("ssl_cafile")
    """The certificates to verify with: a file, a directory, or ``@system-ca``."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ssl_certificate: Text = Text("ssl_certificate")
    """The certificate, with its key, to show to the server."""
    sni: Text = Text("sni")
    """The host name to send."""
    sni_auto: Switch = Switch("sni_auto")
    """Sends the host of the request where ``sni`` gives none; the default."""
    alpn: Text = Text("alpn")
    """The protocols to offer by ALPN."""
    npn: Text = Text("npn")
    """The protocols to offer by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Sends early data where the client did."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    curves: Text = Text("curves")
    """The elliptic curves."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to use."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to use."""
    force_sslv3: Switch = Switch("force_sslv3")
    """Uses SSL 3.0 only."""
    force_tlsv10: Switch = Switch("force_tlsv10")
    """Uses TLS 1.0 only."""
    force_tlsv11: Switch = Switch("force_tlsv11")
    """Uses TLS 1.1 only."""
    force_tlsv12: Switch = Switch("force_tlsv12")
    """Uses TLS 1.2 only."""
    force_tlsv13: Switch = Switch("force_tlsv13")
    """Uses TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Does not use SSL 3.0."""
    no_sslv3: Switch = Switch("no_sslv3")
    """Does not use SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Does not use TLS 1.0."""
    no_tlsv10: Switch = Switch("no_tlsv10")
    """Does not use TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Does not use TLS 1.1."""
    no_tlsv11: Switch = Switch("no_tlsv11")
    """Does not use TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Does not use TLS 1.2."""
    no_tlsv12: Switch = Switch("no_tlsv12")
    """Does not use TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Does not use TLS 1.3."""
    no_tlsv13: Switch = Switch("no_tlsv13")
    """Does not use TLS 1.3."""
    ssl_reuse: Switch = Switch("ssl_reuse")
    """Resumes TLS sessions, whatever the defaults say."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    renegotiate: Switch = Switch("renegotiate")
    """Lets the server renegotiate in a secure way."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    init_addr: Text = Text("init-addr")
    """Where the first address comes from: what succeeds first counts. ``last,libc`` by default."""
    resolvers: Text = Text("resolvers")
    """The section of the name servers to ask."""
    resolve_prefer: Field[Literal["ipv4", "ipv6"]] = Field("resolve-prefer")
    """The family of addresses to prefer; IPv6 by default."""
    resolve_net: Text = Text("resolve-net")
    """The networks whose addresses to prefer."""
    resolve_opts: Text = Text("resolve_opts")
    """What else matters in answers."""
    send_proxy: Switch = Switch("send-proxy")
    """Starts connections with a header of version 1."""
    send_proxy_v2: Switch = Switch("send-proxy-v2")
    """Starts connections with a header of version 2."""
    send_proxy_v2_ssl: Switch = Switch("send_proxy_v2_ssl")
    """Version 2, with what is known of the client's TLS."""
    send_proxy_v2_ssl_cn: Switch = Switch("send_proxy_v2_ssl_cn")
    """Version 2, with the client's TLS and the common name of its certificate."""
    proxy_v2_options: ValueList[Literal["ssl", "cert-cn", "ssl-cipher", "cert-sig", "cert-key", "authority", "crc32c", "unique-id"]] = ValueList("proxy-v2-options")
    """What else a header of version 2 holds."""
    set_proxy_v2_tlv_fmt: Part[SetProxyV2TlvFmt] = Part("set-proxy-v2-tlv-fmt", SetProxyV2TlvFmt)
    """A value of one's own in a header of version 2; HAProxy takes an empty word for it as well."""
    max_reuse: Integer = Integer("max_reuse")
    """How often a connection may be reused; -1, the default, is without limit."""
    pool_conn_name: Text = Text("pool_conn_name")
    """Names connections, so that only requests of that name reuse them."""
    pool_low_conn: Integer = Integer("pool_low_conn")
    """The number of idle connections up to which a thread takes none from another; 0 by default."""
    pool_max_conn: Integer = Integer("pool_max_conn")
    """The most idle connections that are kept; -1, the default, is without limit."""
    pool_purge_delay: Integer = Integer("pool_purge_delay")
    """The time after which half of the idle connections are closed; 5 seconds by default."""
    idle_ping: Integer = Integer("idle_ping")
    """The time between two tests of an idle connection."""
    agent_check: Switch = Switch("agent-check")
    """Asks the agent."""
    agent_addr: Text = Text("agent-addr")
    """Where the agent is; the server's address where nothing says it."""
    agent_inter: Integer = Integer("agent-inter")
    """The time between two questions; 2 seconds where nothing says it."""
    agent_port: Integer = Integer("agent-port")
    """The port of the agent."""
    agent_send: Text = Text("agent-send")
    """What is sent to the agent on each connection, as it stands."""
    observe: Field[Literal["none", "layer4", "layer7"]] = Field("observe")
    """Which errors of the traffic count against it."""
    error_limit: Integer = Integer("error_limit")
    """How many errors in a row are too many; 10 by default."""
    on_error: Field[Literal["fastinter", "fail-check", "sudden-death", "mark-down"]] = Field("on-error")
    """What too many errors do to it."""
    on_marked_down: Field[Literal["shutdown-sessions"]] = Field("on-marked-down")
    """What happens to its connections when it goes down."""
    on_marked_up: Field[Literal["shutdown-backup-sessions"]] = Field("on-marked-up")
    """What happens to other servers' connections when it comes up."""
    source: Text = Text("source")
    """Where connections start."""
    namespace: Text = Text("namespace")
    """The network namespace to connect from."""
    socks4: Text = Text("socks4")
    """The SOCKS4 proxy to connect through, with its port."""
    cc: Text = Text("cc")
    """The system's algorithm of congestion control."""
    tcp_md5sig: Text = Text("tcp_md5sig")
    """A password that signs each packet."""
    tcp_ut: Integer = Integer("tcp_ut")
    """How long sent data may stay unacknowledged before the connection is dropped."""
    tfo: Switch = Switch("tfo")
    """Sends data with the first packet of a connection."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol of its connections: ``h1``, ``h2``, ``fcgi``, ``none``, …"""
    ws: Field[Literal["auto", "h1", "h2"]] = Field("ws")
    """The protocol of HTTP that web sockets use."""
    log_proto: Field[Literal["legacy", "octet-count"]] = Field("log_proto")
    """How messages are told apart on a stream of logs."""
    log_bufsize: Integer = Integer("log-bufsize")
    """The size of the buffer of its log messages, in bytes."""
    quic_cc_algo: Field[Literal["cubic", "newreno", "bbr", "nocc"]] = Field("quic-cc-algo")
    quic_cc_algo_max_window: Integer = Integer("quic_cc_algo_max_window")


class Header(Record):
    """A header of the response."""

    __slots__ = ()
    _definition = "backend.http_request_rule_list.return_hdrs"

    name: Text = Text("name")
    fmt: Text = Text("fmt")


class HttpRequestRule(Record):
    """A rule for requests of HTTP."""

    __slots__ = ()
    _definition = "backend.http_request_rule_list"

    type: Field[Literal["auth", "block", "cache-use", "disable-l7-retry", "early-hint", "reject", "tarpit", "wait-for-handshake", "allow", "add-header", "add-headers-bin", "del-header", "del-headers-bin", "replace-header", "replace-value", "set-header", "set-headers-bin", "strict-mode", "normalize-uri", "replace-path", "replace-pathq", "replace-uri", "set-method", "set-path", "set-pathq", "set-query", "set-uri", "set-var", "set-var-fmt", "unset-var", "deny", "return", "pause", "redirect", "wait-for-body", "capture", "del-acl", "del-map", "set-map", "add-acl", "track-sc", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "do-resolve", "set-priority-class", "set-priority-offset", "set-retries", "use-service", "set-timeout", "set-src", "set-src-port", "set-dst", "set-dst-port", "send-spoe-group", "set-bandwidth-limit", "set-nice", "silent-drop", "set-fc-mark", "set-fc-tos", "set-mark", "set-tos", "set-bc-mark", "set-bc-tos", "set-log-level", "do-log", "lua"]] = Field("type")
    auth_realm: Text = Text("auth_realm")
    cache_name: Text = Text("cache_name")
    hint_name: Text = Text("hint_name")
    hint_format: Text = Text("hint_format")
    return_status_code: Integer = Integer("return_status_code")
    """The status."""
    deny_status: Integer = Integer("deny_status")
    """The status, as rules that refuse have always called it."""
    return_content_type: Text = Text("return_content_type")
    """The type of the body."""
    return_content_format: Field[Literal["default-errorfiles", "errorfile", "errorfiles", "file", "lf-file", "string", "lf-string"]] = Field("return_content_format")
    """Takes the response from the section's error files."""
    return_content: Text = Text("return_content")
    return_hdrs: PartList[Header] = PartList("return_hdrs", Header)
    """A header of the response."""
    hdr_name: Text = Text("hdr_name")
    hdr_format: Text = Text("hdr_format")
    hdr_expr: Text = Text("hdr_expr")
    hdr_prefix: Text = Text("hdr_prefix")
    hdr_method: Field[Literal["str", "beg", "end", "sub", "reg"]] = Field("hdr_method")
    hdr_match: Text = Text("hdr_match")
    strict_mode: Field[Literal["on", "off"]] = Field("strict_mode")
    normalizer: Field[Literal["fragment-encode", "fragment-strip", "path-merge-slashes", "path-strip-dot", "path-strip-dotdot", "percent-decode-unreserved", "percent-to-uppercase", "query-sort-by-name"]] = Field("normalizer")
    normalizer_full: Flag = Flag("normalizer_full")
    normalizer_strict: Flag = Flag("normalizer_strict")
    path_match: Text = Text("path_match")
    path_fmt: Text = Text("path_fmt")
    uri_match: Text = Text("uri-match")
    uri_fmt: Text = Text("uri-fmt")
    method_fmt: Text = Text("method_fmt")
    query_fmt: Text = Text("query-fmt")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_format: Text = Text("var_format")
    expr: Text = Text("expr")
    redir_value: Text = Text("redir_value")
    redir_type: Field[Literal["location", "prefix", "scheme"]] = Field("redir_type")
    """The new address, whole."""
    redir_code: Field[Literal[301, 302, 303, 307, 308]] = Field("redir_code")
    """The status: 301, 302, 303, 307 or 308; 302 where nothing says it."""
    redir_option: Text = Text("redir_option")
    """Leaves the query out."""
    wait_time: Integer = Integer("wait_time")
    """At most this time."""
    wait_at_least: Integer = Integer("wait_at_least")
    """Until this many bytes are there; the whole body where nothing says it."""
    wait_use_large_buffer: Flag = Flag("wait_use_large_buffer")
    """Takes a large buffer where the usual one is too small."""
    capture_sample: Text = Text("capture_sample")
    capture_len: Integer = Integer("capture_len")
    """In a slot of its own with this many characters."""
    capture_id: Integer = Integer("capture_id")
    """In the slot of this number, declared elsewhere."""
    acl_file: Text = Text("acl_file")
    acl_keyfmt: Text = Text("acl_keyfmt")
    map_file: Text = Text("map_file")
    map_keyfmt: Text = Text("map_keyfmt")
    map_valuefmt: Text = Text("map_valuefmt")
    track_sc_stick_counter: Integer = Integer("track_sc_stick_counter")
    track_sc_key: Text = Text("track_sc_key")
    track_sc_table: Text = Text("track_sc_table")
    sc_idx: Integer = Integer("sc_idx")
    sc_id: Integer = Integer("sc_id")
    sc_int: Integer = Integer("sc_int")
    sc_expr: Text = Text("sc_expr")
    resolvers: Text = Text("resolvers")
    protocol: Field[Literal["ipv4", "ipv6"]] = Field("protocol")
    service_name: Text = Text("service_name")
    timeout_type: Field[Literal["client", "connect", "queue", "server", "tarpit", "tunnel"]] = Field("timeout_type")
    timeout: Text = Text("timeout")
    spoe_engine: Text = Text("spoe_engine")
    spoe_group: Text = Text("spoe_group")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    bandwidth_limit_limit: Text = Text("bandwidth_limit_limit")
    """How many bytes may pass in a period."""
    bandwidth_limit_period: Text = Text("bandwidth_limit_period")
    """How long a period is."""
    nice_value: Integer = Integer("nice_value")
    rst_ttl: Integer = Integer("rst_ttl")
    """Tells the network's first hops, this many of them."""
    mark_value: Text = Text("mark_value")
    tos_value: Text = Text("tos_value")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class HttpResponseRule(Record):
    """A rule for answers of HTTP."""

    __slots__ = ()
    _definition = "backend.http_response_rule_list"

    type: Field[Literal["block", "cache-store", "allow", "add-header", "add-headers-bin", "del-header", "del-headers-bin", "replace-header", "replace-value", "set-header", "set-headers-bin", "strict-mode", "set-status", "set-var", "set-var-fmt", "unset-var", "deny", "return", "pause", "redirect", "wait-for-body", "capture", "del-acl", "del-map", "set-map", "add-acl", "track-sc", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "set-timeout", "send-spoe-group", "set-bandwidth-limit", "set-nice", "silent-drop", "set-fc-mark", "set-fc-tos", "set-mark", "set-tos", "set-log-level", "do-log", "lua"]] = Field("type")
    cache_name: Text = Text("cache_name")
    hdr_name: Text = Text("hdr_name")
    hdr_format: Text = Text("hdr_format")
    hdr_expr: Text = Text("hdr_expr")
    hdr_prefix: Text = Text("hdr_prefix")
    hdr_method: Field[Literal["str", "beg", "end", "sub", "reg"]] = Field("hdr_method")
    hdr_match: Text = Text("hdr_match")
    strict_mode: Field[Literal["on", "off"]] = Field("strict_mode")
    status: Integer = Integer("status")
    status_reason: Text = Text("status_reason")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_format: Text = Text("var_format")
    return_status_code: Integer = Integer("return_status_code")
    """The status."""
    deny_status: Integer = Integer("deny_status")
    """The status, as rules that refuse have always called it."""
    return_content_type: Text = Text("return_content_type")
    """The type of the body."""
    return_content_format: Field[Literal["default-errorfiles", "errorfile", "errorfiles", "file", "lf-file", "string", "lf-string"]] = Field("return_content_format")
    """Takes the response from the section's error files."""
    return_content: Text = Text("return_content")
    return_hdrs: PartList[Header] = PartList("return_hdrs", Header)
    """A header of the response."""
    expr: Text = Text("expr")
    redir_value: Text = Text("redir_value")
    redir_type: Field[Literal["location", "prefix", "scheme"]] = Field("redir_type")
    """The new address, whole."""
    redir_code: Field[Literal[301, 302, 303, 307, 308]] = Field("redir_code")
    """The status: 301, 302, 303, 307 or 308; 302 where nothing says it."""
    redir_option: Text = Text("redir_option")
    """Leaves the query out."""
    wait_time: Integer = Integer("wait_time")
    """At most this time."""
    wait_at_least: Integer = Integer("wait_at_least")
    """Until this many bytes are there; the whole body where nothing says it."""
    wait_use_large_buffer: Flag = Flag("wait_use_large_buffer")
    """Takes a large buffer where the usual one is too small."""
    capture_sample: Text = Text("capture_sample")
    capture_len: Integer = Integer("capture_len")
    """In a slot of its own with this many characters."""
    capture_id: Integer = Integer("capture_id")
    """In the slot of this number, declared elsewhere."""
    acl_file: Text = Text("acl_file")
    acl_keyfmt: Text = Text("acl_keyfmt")
    map_file: Text = Text("map_file")
    map_keyfmt: Text = Text("map_keyfmt")
    map_valuefmt: Text = Text("map_valuefmt")
    track_sc_stick_counter: Integer = Integer("track_sc_stick_counter")
    track_sc_key: Text = Text("track_sc_key")
    track_sc_table: Text = Text("track_sc_table")
    sc_idx: Integer = Integer("sc_idx")
    sc_id: Integer = Integer("sc_id")
    sc_int: Integer = Integer("sc_int")
    sc_expr: Text = Text("sc_expr")
    timeout_type: Field[Literal["client", "connect", "queue", "server", "tarpit", "tunnel"]] = Field("timeout_type")
    timeout: Text = Text("timeout")
    spoe_engine: Text = Text("spoe_engine")
    spoe_group: Text = Text("spoe_group")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    bandwidth_limit_limit: Text = Text("bandwidth_limit_limit")
    """How many bytes may pass in a period."""
    bandwidth_limit_period: Text = Text("bandwidth_limit_period")
    """How long a period is."""
    nice_value: Integer = Integer("nice_value")
    rst_ttl: Integer = Integer("rst_ttl")
    """Tells the network's first hops, this many of them."""
    mark_value: Text = Text("mark_value")
    tos_value: Text = Text("tos_value")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class HttpAfterResponseRule(Record):
    """A rule for all that is sent to clients, HAProxy's own answers included."""

    __slots__ = ()
    _definition = "backend.http_after_response_rule_list"

    type: Field[Literal["allow", "add-header", "add-headers-bin", "del-header", "del-headers-bin", "replace-header", "replace-value", "set-header", "set-headers-bin", "strict-mode", "set-status", "set-var", "set-var-fmt", "unset-var", "capture", "del-acl", "del-map", "set-map", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "set-log-level", "do-log", "lua"]] = Field("type")
    hdr_name: Text = Text("hdr_name")
    hdr_format: Text = Text("hdr_format")
    hdr_expr: Text = Text("hdr_expr")
    hdr_prefix: Text = Text("hdr_prefix")
    hdr_method: Field[Literal["str", "beg", "end", "sub", "reg"]] = Field("hdr_method")
    hdr_match: Text = Text("hdr_match")
    strict_mode: Field[Literal["on", "off"]] = Field("strict_mode")
    status: Integer = Integer("status")
    status_reason: Text = Text("status_reason")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_format: Text = Text("var_format")
    capture_sample: Text = Text("capture_sample")
    capture_len: Integer = Integer("capture_len")
    """In a slot of its own with this many characters."""
    capture_id: Integer = Integer("capture_id")
    """In the slot of this number, declared elsewhere."""
    acl_file: Text = Text("acl_file")
    acl_keyfmt: Text = Text("acl_keyfmt")
    map_file: Text = Text("map_file")
    map_keyfmt: Text = Text("map_keyfmt")
    map_valuefmt: Text = Text("map_valuefmt")
    sc_idx: Integer = Integer("sc_idx")
    sc_id: Integer = Integer("sc_id")
    sc_int: Integer = Integer("sc_int")
    sc_expr: Text = Text("sc_expr")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class Acl(Record):
    """A condition with a name; several lines of one name are alternatives."""

    __slots__ = ()
    _definition = "backend.acl_list"

    acl_name: Text = Text("acl_name")
    criterion: Text = Text("criterion")
    value: Text = Text("value")


class ServerSwitchingRule(Record):
    """Sends requests to a server, past the load balancing."""

    __slots__ = ()
    _definition = "backend.server_switching_rule_list"

    target_server: Text = Text("target_server")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class Source(Record):
    """The address from which servers are connected to."""

    __slots__ = ()
    _definition = "backend.source"

    address: Text = Text("address")
    port: Integer = Integer("port")
    usesrc: Field[Literal["client", "clientip", "hdr_ip", "address"]] = Field("usesrc")
    """The client's address and port."""
    hdr: Text = Text("hdr")
    occ: Text = Text("occ")
    address_second: Text = Text("address_second")
    port_second: Integer = Integer("port_second")
    interface: Text = Text("interface")
    """The network interface."""


class HttpchkParams(Record):
    """````httpchk_params```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.httpchk_params"

    uri: Text = Text("uri")
    method: Text = Text("method")
    version: Text = Text("version")
    host: Text = Text("host")


class MysqlCheckParams(Record):
    """````mysql_check_params```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.mysql_check_params"

    username: Text = Text("username")
    client_version: Field[Literal["post-41", "pre-41", "post-80"]] = Field("client_version")


class PgsqlCheckParams(Record):
    """````pgsql_check_params```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.pgsql_check_params"

    username: Text = Text("username")


class SmtpchkParams(Record):
    """````smtpchk_params```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.smtpchk_params"

    hello: Text = Text("hello")
    domain: Text = Text("domain")


class Forwardfor(Record):
    """Adds the client's address to requests, as ``X-Forwarded-For``."""

    __slots__ = ()
    _definition = "backend.forwardfor"

    enabled: Switch = Switch("enabled")
    except_: Text = Text("except")
    """Not for clients of this network."""
    header: Text = Text("header")
    """In a header of this name; ``X-Forwarded-For`` where none is given."""
    ifnone: Flag = Flag("ifnone")
    """Only where the request does not have the header yet."""


class Originalto(Record):
    """Adds the address that the client connected to, as ``X-Original-To``."""

    __slots__ = ()
    _definition = "backend.originalto"

    enabled: Switch = Switch("enabled")
    except_: Text = Text("except")
    """Not for addresses of this network."""
    header: Text = Text("header")
    """In a header of this name; ``X-Original-To`` where none is given."""


class Redispatch(Record):
    """Lets another server be tried when one cannot be reached."""

    __slots__ = ()
    _definition = "backend.redispatch"

    enabled: Switch = Switch("enabled")
    interval: Integer = Integer("interval")


class UseSmallBuffers(Record):
    """Uses small buffers where they are enough."""

    __slots__ = ()
    _definition = "backend.use_small_buffers"

    enabled: Switch = Switch("enabled")
    queue: Flag = Flag("queue")
    """For requests in a queue."""
    l7_retries: Flag = Flag("l7_retries")
    """For requests that may be tried again."""
    check: Flag = Flag("check")
    """For health checks."""


class Balance(Record):
    """How a server is chosen; ``random`` where no line says it, ``roundrobin`` before 3.4 and where none is named."""

    __slots__ = ()
    _definition = "backend.balance"

    algorithm: Field[Literal["roundrobin", "static-rr", "leastconn", "first", "source", "uri", "url_param", "hdr", "random", "rdp-cookie", "hash", "sticky"]] = Field("algorithm")
    uri_len: Integer = Integer("uri_len")
    """At most this many characters."""
    uri_depth: Integer = Integer("uri_depth")
    """At most this many directories."""
    uri_path_only: Flag = Flag("uri_path_only")
    """From the path on, without scheme and host."""
    uri_whole: Flag = Flag("uri_whole")
    """The query as well."""
    url_param: Text = Text("url_param")
    url_param_check_post: Integer = Integer("url_param_check_post")
    url_param_max_wait: Integer = Integer("url_param_max_wait")
    hdr_name: Text = Text("hdr_name")
    hdr_use_domain_only: Flag = Flag("hdr_use_domain_only")
    random_draws: Integer = Integer("random_draws")
    rdp_cookie_name: Text = Text("rdp_cookie_name")
    hash_expression: Text = Text("hash_expression")


class HashType(Record):
    """How a hash becomes a server."""

    __slots__ = ()
    _definition = "backend.hash_type"

    method: Field[Literal["map-based", "consistent", "avalanche"]] = Field("method")
    function: Field[Literal["sdbm", "djb2", "wt6", "crc32", "none"]] = Field("function")
    modifier: Field[Literal["avalanche"]] = Field("modifier")


class Domain(Record):
    """Browsers send it to hosts of this domain."""

    __slots__ = ()
    _definition = "backend.cookie.domain"

    value: Text = Text("value")


class Attr(Record):
    """A further attribute, such as ``SameSite=Lax``."""

    __slots__ = ()
    _definition = "backend.cookie.attr"

    value: Text = Text("value")


class Cookie(Record):
    """The cookie by which clients stay with a server."""

    __slots__ = ()
    _definition = "backend.cookie"

    name: Text = Text("name")
    type: Field[Literal["rewrite", "insert", "prefix"]] = Field("type")
    """The server sets it, and its value is replaced."""
    indirect: Flag = Flag("indirect")
    """Servers do not see it, and it is not set again where the client has it."""
    nocache: Flag = Flag("nocache")
    """Answers that set it are not to be cached."""
    postonly: Flag = Flag("postonly")
    """Only answers to POST set it."""
    preserve: Flag = Flag("preserve")
    """Servers may set or remove it."""
    httponly: Flag = Flag("httponly")
    """Scripts do not see it."""
    secure: Flag = Flag("secure")
    """Browsers send it over TLS only."""
    domain: PartList[Domain] = PartList("domain", Domain)
    """Browsers send it to hosts of this domain."""
    maxidle: Integer = Integer("maxidle")
    """Ignored when it was not seen for this long; seconds where no unit is given."""
    maxlife: Integer = Integer("maxlife")
    """Ignored this long after it was set; seconds where no unit is given."""
    dynamic: Flag = Flag("dynamic")
    """Its value is computed from the server's address and a key."""
    attr: PartList[Attr] = PartList("attr", Attr)
    """A further attribute, such as ``SameSite=Lax``."""


class StickTable(Record):
    """The table of the section."""

    __slots__ = ()
    _definition = "backend.stick_table"

    type: Field[Literal["ip", "ipv4", "ipv6", "integer", "string", "binary"]] = Field("type")
    keylen: Integer = Integer("keylen")
    size: Integer = Integer("size")
    """How many entries there may be."""
    expire: Integer = Integer("expire")
    """How long an entry is kept that nothing touches."""
    nopurge: Flag = Flag("nopurge")
    """Refuses entries where the table is full; without it, the oldest ones go."""
    peers: Text = Text("peers")
    """Shares the table with the processes of this peers section."""
    srvkey: Field[Literal["name", "addr"]] = Field("srvkey")
    """How entries name servers."""
    store: Text = Text("store")
    """The data of each entry."""
    write_to: Text = Text("write_to")
    """A table that gets what peers send as well."""
    recv_only: Flag = Flag("recv_only")
    """Takes from peers even what it would not, because nothing here changes it."""
    brates_factor: Integer = Integer("brates_factor")
    """How many bytes count as one in rates of bytes, 1 to 1024."""


class StickRule(Record):
    """Looks for the client's server in a table, and notes it there."""

    __slots__ = ()
    _definition = "backend.stick_rule_list"

    type: Field[Literal["on", "match", "store-request", "store-response"]] = Field("type")
    pattern: Text = Text("pattern")
    table: Text = Text("table")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class PersistRule(Record):
    """Clients stay with a server by a cookie of RDP; ``msts`` where none is named."""

    __slots__ = ()
    _definition = "backend.persist_rule"

    type: Field[Literal["rdp-cookie"]] = Field("type")
    rdp_cookie_name: Text = Text("rdp_cookie_name")


class ForcePersist(Record):
    """When clients are sent even to a server that is down."""

    __slots__ = ()
    _definition = "backend.force_persist_list"

    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class IgnorePersist(Record):
    """When the cookie does not count."""

    __slots__ = ()
    _definition = "backend.ignore_persist_list"

    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class BackendTcpRequestRule(Record):
    """A rule for the bytes that a client sends."""

    __slots__ = ()
    _definition = "backend.tcp_request_rule_list"

    type: Field[Literal["content", "inspect-delay"]] = Field("type")
    action: Field[Literal["switch-mode", "accept", "reject", "set-var", "set-var-fmt", "unset-var", "capture", "track-sc", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "do-resolve", "set-priority-class", "set-priority-offset", "set-retries", "use-service", "set-src", "set-src-port", "set-dst", "set-dst-port", "send-spoe-group", "set-bandwidth-limit", "set-nice", "silent-drop", "set-fc-mark", "set-fc-tos", "set-mark", "set-tos", "set-bc-mark", "set-bc-tos", "set-log-level", "do-log", "lua"]] = Field("action")
    switch_mode_proto: Text = Text("switch_mode_proto")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    expr: Text = Text("expr")
    var_format: Text = Text("var_format")
    capture_sample: Text = Text("capture_sample")
    capture_len: Integer = Integer("capture_len")
    """In a slot of its own with this many characters."""
    capture_id: Integer = Integer("capture_id")
    """In the slot of this number, declared elsewhere."""
    track_stick_counter: Integer = Integer("track_stick_counter")
    track_key: Text = Text("track_key")
    track_table: Text = Text("track_table")
    sc_idx: Text = Text("sc_idx")
    sc_inc_id: Text = Text("sc_inc_id")
    sc_int: Integer = Integer("sc_int")
    gpt_value: Text = Text("gpt_value")
    resolve_var: Text = Text("resolve_var")
    resolve_resolvers: Text = Text("resolve_resolvers")
    resolve_protocol: Field[Literal["ipv4", "ipv6"]] = Field("resolve_protocol")
    service_name: Text = Text("service_name")
    spoe_engine_name: Text = Text("spoe_engine_name")
    spoe_group_name: Text = Text("spoe_group_name")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    bandwidth_limit_limit: Text = Text("bandwidth_limit_limit")
    """How many bytes may pass in a period."""
    bandwidth_limit_period: Text = Text("bandwidth_limit_period")
    """How long a period is."""
    nice_value: Integer = Integer("nice_value")
    rst_ttl: Integer = Integer("rst_ttl")
    """Tells the network's first hops, this many of them."""
    mark_value: Text = Text("mark_value")
    tos_value: Text = Text("tos_value")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")
    timeout: Integer = Integer("timeout")


class TcpResponseRule(Record):
    """A rule for the bytes that a server sends."""

    __slots__ = ()
    _definition = "backend.tcp_response_rule_list"

    type: Field[Literal["content", "inspect-delay"]] = Field("type")
    action: Field[Literal["close", "accept", "reject", "set-var", "set-var-fmt", "unset-var", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "send-spoe-group", "set-bandwidth-limit", "set-nice", "silent-drop", "set-fc-mark", "set-fc-tos", "set-mark", "set-tos", "set-log-level", "do-log", "lua"]] = Field("action")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    expr: Text = Text("expr")
    var_format: Text = Text("var_format")
    sc_idx: Integer = Integer("sc_idx")
    sc_id: Integer = Integer("sc_id")
    sc_int: Integer = Integer("sc_int")
    sc_expr: Text = Text("sc_expr")
    spoe_engine: Text = Text("spoe_engine")
    spoe_group: Text = Text("spoe_group")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    bandwidth_limit_limit: Text = Text("bandwidth_limit_limit")
    """How many bytes may pass in a period."""
    bandwidth_limit_period: Text = Text("bandwidth_limit_period")
    """How long a period is."""
    nice_value: Integer = Integer("nice_value")
    rst_ttl: Integer = Integer("rst_ttl")
    """Tells the network's first hops, this many of them."""
    mark_value: Text = Text("mark_value")
    tos_value: Text = Text("tos_value")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")
    timeout: Integer = Integer("timeout")


class HttpCheck(Record):
    """What logs say where the next step fails."""

    __slots__ = ()
    _definition = "backend.http_check_list"

    type: Field[Literal["comment", "connect", "disable-on-404", "expect", "send", "send-state", "set-var", "set-var-fmt", "unset-var"]] = Field("type")
    check_comment: Text = Text("check_comment")
    default: Flag = Flag("default")
    """Takes what the server's line says where nothing else is said here."""
    port: Integer = Integer("port")
    port_string: Text = Text("port_string")
    addr: Text = Text("addr")
    """The address; the server's where nothing says it."""
    send_proxy: Flag = Flag("send_proxy")
    """Starts with a header of the PROXY protocol."""
    via_socks4: Flag = Flag("via_socks4")
    """Goes through the server's SOCKS4 proxy."""
    ssl: Flag = Flag("ssl")
    """Speaks TLS."""
    sni: Text = Text("sni")
    """The name to ask for in TLS."""
    alpn: Text = Text("alpn")
    """The protocols to offer in TLS, with commas between them."""
    linger: Flag = Flag("linger")
    """Closes the connection in order, not by a reset."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol to speak, whatever was negotiated."""
    min_recv: Integer = Integer("min_recv")
    """Waits for this many bytes before it looks; -1 is as many as the pattern needs."""
    ok_status: Field[Literal["L7OK", "L7OKC", "L6OK", "L4OK"]] = Field("ok_status")
    """The check's result where this last step succeeds; ``L7OK`` where nothing says it."""
    error_status: Field[Literal["L7OKC", "L7RSP", "L7STS", "L6RSP", "L4CON"]] = Field("error_status")
    """The check's result where the step fails; ``L7RSP`` where nothing says it."""
    tout_status: Field[Literal["L7TOUT", "L6TOUT", "L4TOUT"]] = Field("tout_status")
    """The check's result where the step takes too long; ``L7TOUT`` where nothing says it."""
    on_success: Text = Text("on_success")
    """What logs say where this last step succeeds."""
    on_error: Text = Text("on_error")
    """What logs say where the step fails."""
    status_code: Text = Text("status-code")
    """The status code that logs show."""
    exclamation_mark: Flag = Flag("exclamation_mark")
    match: Field[Literal["status", "rstatus", "hdr", "fhdr", "string", "rstring", "string-lf"]] = Field("match")
    pattern: Text = Text("pattern")
    method: Text = Text("method")
    """The method; ``OPTIONS`` where nothing says it."""
    uri: Text = Text("uri")
    """The address; ``/`` where nothing says it."""
    uri_log_format: Text = Text("uri_log_format")
    """The address, with computed parts."""
    version: Text = Text("version")
    """The version of HTTP; ``HTTP/1.0`` where nothing says it."""
    headers: PartList[Header] = PartList("headers", Header)
    """A header."""
    body: Text = Text("body")
    """The body."""
    body_log_format: Text = Text("body_log_format")
    """The body, with computed parts."""
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_format: Text = Text("var_format")


class TcpCheckRule(Record):
    """What logs say where the next step fails."""

    __slots__ = ()
    _definition = "backend.tcp_check_rule_list"

    action: Field[Literal["comment", "connect", "expect", "send", "send-binary", "send-binary-lf", "send-lf", "set-var", "set-var-fmt", "unset-var"]] = Field("action")
    check_comment: Text = Text("check_comment")
    default: Flag = Flag("default")
    """Takes what the server's line says where nothing else is said here."""
    port: Integer = Integer("port")
    port_string: Text = Text("port_string")
    addr: Text = Text("addr")
    """The address; the server's where nothing says it."""
    send_proxy: Flag = Flag("send_proxy")
    """Starts with a header of the PROXY protocol."""
    via_socks4: Flag = Flag("via_socks4")
    """Goes through the server's SOCKS4 proxy."""
    ssl: Flag = Flag("ssl")
    """Speaks TLS."""
    sni: Text = Text("sni")
    """The name to ask for in TLS."""
    alpn: Text = Text("alpn")
    """The protocols to offer in TLS, with commas between them."""
    linger: Flag = Flag("linger")
    """Closes the connection in order, not by a reset."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol to speak, whatever was negotiated."""
    min_recv: Integer = Integer("min_recv")
    """Waits for this many bytes before it looks; -1 is as many as the pattern needs."""
    ok_status: Field[Literal["L7OK", "L7OKC", "L6OK", "L4OK"]] = Field("ok_status")
    """The check's result where this last step succeeds; ``L7OK`` where nothing says it."""
    error_status: Field[Literal["L7OKC", "L7RSP", "L7STS", "L6RSP", "L4CON"]] = Field("error_status")
    """The check's result where the step fails; ``L7RSP`` where nothing says it."""
    tout_status: Field[Literal["L7TOUT", "L6TOUT", "L4TOUT"]] = Field("tout_status")
    """The check's result where the step takes too long; ``L7TOUT`` where nothing says it."""
    on_success: Text = Text("on_success")
    """What logs say where this last step succeeds."""
    on_error: Text = Text("on_error")
    """What logs say where the step fails."""
    status_code: Text = Text("status-code")
    """The status code that logs show."""
    exclamation_mark: Flag = Flag("exclamation_mark")
    match: Field[Literal["string", "rstring", "string-lf", "binary", "rbinary", "binary-lf"]] = Field("match")
    pattern: Text = Text("pattern")
    data: Text = Text("data")
    hex_string: Text = Text("hex_string")
    hex_fmt: Text = Text("hex_fmt")
    fmt: Text = Text("fmt")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_fmt: Text = Text("var_fmt")


class LogTarget(Record):
    """Where logs go."""

    __slots__ = ()
    _definition = "backend.log_target_list"

    global_: Flag = Flag("global")
    """Wherever the global section sends them."""
    address: Text = Text("address")
    length: Integer = Integer("length")
    format: Field[Literal["local", "rfc3164", "rfc5424", "priority", "short", "timed", "iso", "raw"]] = Field("format")
    sample_range: Text = Text("sample_range")
    sample_size: Integer = Integer("sample_size")
    profile: Text = Text("profile")
    facility: Field[Literal["kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "auth2", "ftp", "ntp", "audit", "alert", "cron2", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7"]] = Field("facility")
    level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("level")
    minlevel: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("minlevel")
    nolog: Flag = Flag("nolog")


class ErrorFile(Record):
    """A file with the whole answer to a status."""

    __slots__ = ()
    _definition = "backend.error_files"

    code: Integer = Integer("code")
    file: Text = Text("file")


class ErrorfilesFromHttpError(Record):
    """Answers of an ``http-errors`` section."""

    __slots__ = ()
    _definition = "backend.errorfiles_from_http_errors"

    name: Text = Text("name")
    codes: ValueList[int] = ValueList("codes")


class Errorloc302(Record):
    """Where a status redirects to, with status 302."""

    __slots__ = ()
    _definition = "backend.errorloc302"

    code: Integer = Integer("code")
    url: Text = Text("url")


class Errorloc303(Record):
    """Where a status redirects to, with status 303."""

    __slots__ = ()
    _definition = "backend.errorloc303"

    code: Integer = Integer("code")
    url: Text = Text("url")


class HttpErrorRule(Record):
    """An answer to a status."""

    __slots__ = ()
    _definition = "backend.http_error_rule_list"

    type: Field[Literal["status"]] = Field("type")
    status: Integer = Integer("status")
    """The status."""
    return_content_type: Text = Text("return_content_type")
    """The type of the content."""
    return_content_format: Field[Literal["default-errorfiles", "errorfile", "errorfiles", "file", "lf-file", "string", "lf-string"]] = Field("return_content_format")
    """HAProxy's own answer."""
    return_content: Text = Text("return_content")
    return_hdrs: PartList[Header] = PartList("return_hdrs", Header)
    """A header."""


class StatsAuth(Record):
    """A user who may see the page."""

    __slots__ = ()
    _definition = "backend.stats_options.stats_auths"

    user: Text = Text("user")
    passwd: Text = Text("passwd")


class StatsHttpRequest(Record):
    """Who may see the page."""

    __slots__ = ()
    _definition = "backend.stats_options.stats_http_requests"

    type: Field[Literal["auth", "block", "cache-use", "disable-l7-retry", "early-hint", "reject", "tarpit", "wait-for-handshake", "allow", "add-header", "add-headers-bin", "del-header", "del-headers-bin", "replace-header", "replace-value", "set-header", "set-headers-bin", "strict-mode", "normalize-uri", "replace-path", "replace-pathq", "replace-uri", "set-method", "set-path", "set-pathq", "set-query", "set-uri", "set-var", "set-var-fmt", "unset-var", "deny", "return", "pause", "redirect", "wait-for-body", "capture", "del-acl", "del-map", "set-map", "add-acl", "track-sc", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "do-resolve", "set-priority-class", "set-priority-offset", "set-retries", "use-service", "set-timeout", "set-src", "set-src-port", "set-dst", "set-dst-port", "send-spoe-group", "set-bandwidth-limit", "set-nice", "silent-drop", "set-fc-mark", "set-fc-tos", "set-mark", "set-tos", "set-bc-mark", "set-bc-tos", "set-log-level", "do-log", "lua"]] = Field("type")
    realm: Text = Text("realm")
    cache_name: Text = Text("cache_name")
    hint_name: Text = Text("hint_name")
    hint_format: Text = Text("hint_format")
    return_status_code: Integer = Integer("return_status_code")
    """The status."""
    deny_status: Integer = Integer("deny_status")
    """The status, as rules that refuse have always called it."""
    return_content_type: Text = Text("return_content_type")
    """The type of the body."""
    return_content_format: Field[Literal["default-errorfiles", "errorfile", "errorfiles", "file", "lf-file", "string", "lf-string"]] = Field("return_content_format")
    """Takes the response from the section's error files."""
    return_content: Text = Text("return_content")
    return_hdrs: PartList[Header] = PartList("return_hdrs", Header)
    """A header of the response."""
    hdr_name: Text = Text("hdr_name")
    hdr_format: Text = Text("hdr_format")
    hdr_expr: Text = Text("hdr_expr")
    hdr_prefix: Text = Text("hdr_prefix")
    hdr_method: Field[Literal["str", "beg", "end", "sub", "reg"]] = Field("hdr_method")
    hdr_match: Text = Text("hdr_match")
    strict_mode: Field[Literal["on", "off"]] = Field("strict_mode")
    normalizer: Field[Literal["fragment-encode", "fragment-strip", "path-merge-slashes", "path-strip-dot", "path-strip-dotdot", "percent-decode-unreserved", "percent-to-uppercase", "query-sort-by-name"]] = Field("normalizer")
    normalizer_full: Flag = Flag("normalizer_full")
    normalizer_strict: Flag = Flag("normalizer_strict")
    path_match: Text = Text("path_match")
    path_fmt: Text = Text("path_fmt")
    uri_match: Text = Text("uri-match")
    uri_fmt: Text = Text("uri-fmt")
    method_fmt: Text = Text("method_fmt")
    query_fmt: Text = Text("query-fmt")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_format: Text = Text("var_format")
    expr: Text = Text("expr")
    redir_value: Text = Text("redir_value")
    redir_type: Field[Literal["location", "prefix", "scheme"]] = Field("redir_type")
    """The new address, whole."""
    redir_code: Field[Literal[301, 302, 303, 307, 308]] = Field("redir_code")
    """The status: 301, 302, 303, 307 or 308; 302 where nothing says it."""
    redir_option: Text = Text("redir_option")
    """Leaves the query out."""
    wait_time: Integer = Integer("wait_time")
    """At most this time."""
    wait_at_least: Integer = Integer("wait_at_least")
    """Until this many bytes are there; the whole body where nothing says it."""
    wait_use_large_buffer: Flag = Flag("wait_use_large_buffer")
    """Takes a large buffer where the usual one is too small."""
    capture_sample: Text = Text("capture_sample")
    capture_len: Integer = Integer("capture_len")
    """In a slot of its own with this many characters."""
    capture_id: Integer = Integer("capture_id")
    """In the slot of this number, declared elsewhere."""
    acl_file: Text = Text("acl_file")
    acl_keyfmt: Text = Text("acl_keyfmt")
    map_file: Text = Text("map_file")
    map_keyfmt: Text = Text("map_keyfmt")
    map_valuefmt: Text = Text("map_valuefmt")
    track_sc_stick_counter: Integer = Integer("track_sc_stick_counter")
    track_sc_key: Text = Text("track_sc_key")
    track_sc_table: Text = Text("track_sc_table")
    sc_idx: Integer = Integer("sc_idx")
    sc_id: Integer = Integer("sc_id")
    sc_int: Integer = Integer("sc_int")
    sc_expr: Text = Text("sc_expr")
    resolvers: Text = Text("resolvers")
    protocol: Field[Literal["ipv4", "ipv6"]] = Field("protocol")
    service_name: Text = Text("service_name")
    timeout_type: Field[Literal["client", "connect", "queue", "server", "tarpit", "tunnel"]] = Field("timeout_type")
    timeout: Text = Text("timeout")
    spoe_engine: Text = Text("spoe_engine")
    spoe_group: Text = Text("spoe_group")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    bandwidth_limit_limit: Text = Text("bandwidth_limit_limit")
    """How many bytes may pass in a period."""
    bandwidth_limit_period: Text = Text("bandwidth_limit_period")
    """How long a period is."""
    nice_value: Integer = Integer("nice_value")
    rst_ttl: Integer = Integer("rst_ttl")
    """Tells the network's first hops, this many of them."""
    mark_value: Text = Text("mark_value")
    tos_value: Text = Text("tos_value")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class StatsOptions(Record):
    """````stats_options```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.stats_options"

    stats_admin_cond: Field[Literal["if", "unless"]] = Field("stats_admin_cond")
    stats_admin_cond_test: Text = Text("stats_admin_cond_test")
    stats_admin: Flag = Flag("stats_admin")
    """When the page lets servers be changed."""
    stats_auths: PartList[StatsAuth] = PartList("stats_auths", StatsAuth)
    """A user who may see the page."""
    stats_enable: Flag = Flag("stats_enable")
    """Turns the page on."""
    stats_hide_version: Flag = Flag("stats_hide_version")
    """Does not show HAProxy's version; what holds since 2.1 where no line says otherwise."""
    stats_http_requests: PartList[StatsHttpRequest] = PartList("stats_http_requests", StatsHttpRequest)
    """Who may see the page."""
    stats_realm_realm: Text = Text("stats_realm_realm")
    stats_realm: Flag = Flag("stats_realm")
    """What a browser says when it asks for the password."""
    stats_refresh_delay: Integer = Integer("stats_refresh_delay")
    """How often a browser reads the page again; seconds where no unit is given."""
    stats_scopes: ValueList[str] = ValueList("stats_scopes")
    """A section that the page shows; all where no line says it."""
    stats_show_desc: Text = Text("stats_show_desc")
    """A description that the page shows; that of the process where none is given."""
    stats_show_legends: Flag = Flag("stats_show_legends")
    """Shows more of servers and sessions."""
    stats_show_modules: Flag = Flag("stats_show_modules")
    """Shows the statistics of HAProxy's parts."""
    stats_show_node_name: Text = Text("stats_show_node_name")
    """A name of the node that the page shows; that of the process where none is given."""
    stats_show_version: Flag = Flag("stats_show_version")
    """Shows HAProxy's version."""
    stats_uri_prefix: Text = Text("stats_uri_prefix")
    """The start of the page's URI; ``/haproxy?stats`` where no line says it."""


class Compression(Record):
    """````compression```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.compression"

    algorithms: ValueList[Literal["identity", "gzip", "deflate", "raw-deflate"]] = ValueList("algorithms")
    """The algorithms for answers, the preferred one first."""
    algo_req: Field[Literal["identity", "gzip", "deflate", "raw-deflate"]] = Field("algo-req")
    """The algorithm for requests."""
    algos_res: ValueList[Literal["identity", "gzip", "deflate", "raw-deflate"]] = ValueList("algos-res")
    """The algorithms for answers, the preferred one first."""
    types: ValueList[str] = ValueList("types")
    """The types of content that are compressed in answers; all where no line says it."""
    types_req: ValueList[str] = ValueList("types-req")
    """The types of content that are compressed in requests; all where no line says it."""
    types_res: ValueList[str] = ValueList("types-res")
    """The types of content that are compressed in answers; all where no line says it."""
    minsize_req: Integer = Integer("minsize_req")
    """The least length of a request that is compressed, in bytes."""
    minsize_res: Integer = Integer("minsize_res")
    """The least length of an answer that is compressed, in bytes."""
    offload: Flag = Flag("offload")
    """Servers are not to compress."""
    direction: Field[Literal["request", "response", "both"]] = Field("direction")
    """What is compressed; answers where no line says it."""


class Filter(Record):
    """Prints what passes, for debugging."""

    __slots__ = ()
    _definition = "backend.filter_list"

    type: Field[Literal["trace", "comp-req", "comp-res", "compression", "spoe", "cache", "fcgi-app", "bwlim-in", "bwlim-out"]] = Field("type")
    trace_name: Text = Text("trace_name")
    """A name in front of each line; ``TRACE`` where none is given."""
    trace_quiet: Flag = Flag("trace_quiet")
    """Prints nothing."""
    trace_rnd_parsing: Flag = Flag("trace_rnd_parsing")
    """Parsed pieces of random length."""
    trace_rnd_forwarding: Flag = Flag("trace_rnd_forwarding")
    """Forwards pieces of random length."""
    trace_max_fwd: Integer = Integer("trace_max_fwd")
    """Forwards at most this many bytes at a time; 0 for no limit."""
    trace_hexdump: Flag = Flag("trace_hexdump")
    """Prints data in hexadecimal."""
    spoe_engine: Text = Text("spoe_engine")
    """The part of the file that counts; all where none is given."""
    spoe_config: Text = Text("spoe_config")
    """The file."""
    cache_name: Text = Text("cache_name")
    app_name: Text = Text("app_name")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    default_limit: Integer = Integer("default_limit")
    """Bytes in a period, for each stream."""
    default_period: Integer = Integer("default_period")
    """The period."""
    limit: Integer = Integer("limit")
    """Bytes in the table's period, for all streams with the same key."""
    key: Text = Text("key")
    """The key."""
    table: Text = Text("table")
    """The table that counts; that of the section where none is given."""
    min_size: Integer = Integer("min_size")
    """The least that is forwarded at a time."""


class FilterSequence(Record):
    """The order of filters on the way to the server; as the lines stand where none is given."""

    __slots__ = ()
    _definition = "backend.filter_sequence_list"

    direction: Field[Literal["request", "response"]] = Field("direction")
    filters: ValueList[str] = ValueList("filters")


class EmailAlert(Record):
    """````email_alert```` of ````backend````."""

    __slots__ = ()
    _definition = "backend.email_alert"

    from_: Text = Text("from")
    """The sender's address."""
    level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("level")
    """The least severe messages that are mailed; ``alert`` where no line says it."""
    mailers: Text = Text("mailers")
    """The section of the mail servers."""
    myhostname: Text = Text("myhostname")
    """The name that mail servers are greeted with; the host's where no line says it."""
    to: Text = Text("to")
    """The receiver's address."""


class Backend(SectionRecord):
    """A section ````backend````."""

    __slots__ = ()
    _definition = "backend"
    _kind = "backend"

    name: Text = Text("name")
    from_: Text = Text("from")
    servers: PartMap[Server] = PartMap("servers", Server)
    """A server that requests or connections are sent to."""
    default_server: Part[DefaultServer] = Part("default_server", DefaultServer)
    """The parameters that the servers after it start from."""
    server_templates: PartMap[ServerTemplate] = PartMap("server_templates", ServerTemplate)
    """Several servers at once, which differ in their number."""
    http_request_rule_list: PartList[HttpRequestRule] = PartList("http_request_rule_list", HttpRequestRule)
    """A rule for requests of HTTP."""
    http_response_rule_list: PartList[HttpResponseRule] = PartList("http_response_rule_list", HttpResponseRule)
    """A rule for answers of HTTP."""
    http_after_response_rule_list: PartList[HttpAfterResponseRule] = PartList("http_after_response_rule_list", HttpAfterResponseRule)
    """A rule for all that is sent to clients, HAProxy's own answers included."""
    acl_list: PartList[Acl] = PartList("acl_list", Acl)
    """A condition with a name; several lines of one name are alternatives."""
    server_switching_rule_list: PartList[ServerSwitchingRule] = PartList("server_switching_rule_list", ServerSwitchingRule)
    """Sends requests to a server, past the load balancing."""
    mode: Field[Literal["tcp", "http", "log", "spop", "haterm", "health"]] = Field("mode")
    """What is spoken; ``tcp`` where no line says it."""
    enabled: Flag = Flag("enabled")
    """Runs the proxy where the defaults do not."""
    disabled: Flag = Flag("disabled")
    """Does not run the proxy."""
    id: Integer = Integer("id")
    """A number by which SNMP and the statistics know the proxy."""
    guid: Text = Text("guid")
    """A name by which statistics know the proxy for good."""
    description: Text = Text("description")
    """What the page of statistics says of the proxy."""
    srvtcpka_cnt: Integer = Integer("srvtcpka_cnt")
    """How many lost keep-alive probes end a server's connection."""
    srvtcpka_idle: Integer = Integer("srvtcpka_idle")
    """How long a server's connection is idle before it is probed; seconds where no unit is
    given."""
    srvtcpka_intvl: Integer = Integer("srvtcpka_intvl")
    """The time between two probes of a server's connection; seconds where no unit is given."""
    source: Part[Source] = Part("source", Source)
    """The address from which servers are connected to."""
    load_server_state_from_file: Field[Literal["global", "local", "none"]] = Field("load_server_state_from_file")
    """Where a server's state is read from when HAProxy starts."""
    server_state_file_name: Text = Text("server_state_file_name")
    """The file that servers' states are read from; that named like the backend where none is
    given."""
    external_check_command: Text = Text("external_check_command")
    """The program that checks servers."""
    external_check_path: Text = Text("external_check_path")
    """Where the program that checks servers finds others."""
    use_fcgi_app: Text = Text("use_fcgi_app")
    """The ``FastCGI`` application that servers run."""
    check_timeout: Integer = Integer("check_timeout")
    """For the answer of a health check once its connection stands."""
    connect_timeout: Integer = Integer("connect_timeout")
    """For a connection to a server."""
    http_keep_alive_timeout: Integer = Integer("http_keep_alive_timeout")
    """For the next request on a connection that was kept; that of ``timeout http-request`` where no
    line says it."""
    http_request_timeout: Integer = Integer("http_request_timeout")
    """For all headers of a request to arrive."""
    queue_timeout: Integer = Integer("queue_timeout")
    """For a connection to a server to become free; that of ``timeout connect`` where no line says
    it."""
    server_timeout: Integer = Integer("server_timeout")
    """For a server that neither sends nor takes anything."""
    server_fin_timeout: Integer = Integer("server_fin_timeout")
    """For a server whose one direction is shut down; that of ``timeout server`` where no line says
    it."""
    tarpit_timeout: Integer = Integer("tarpit_timeout")
    """How long a client in the tarpit waits for its error; that of ``timeout connect`` where no
    line says it."""
    tunnel_timeout: Integer = Integer("tunnel_timeout")
    """For either side of a tunnel, such as a WebSocket, when nothing moves."""
    abortonclose: Switch = Switch("abortonclose")
    """Stops working on a request whose client has closed its side."""
    allbackups: Switch = Switch("allbackups")
    """Uses all backup servers at once, not just the first."""
    checkcache: Switch = Switch("checkcache")
    """Blocks answers that caches would keep with a cookie in them."""
    independent_streams: Switch = Switch("independent_streams")
    """Keeps the two directions of a stream apart when it comes to timeouts."""
    log_health_checks: Switch = Switch("log_health_checks")
    """Logs every change of a health check's result."""
    nolinger: Switch = Switch("nolinger")
    """Frees closed connections at once, losing what is still on its way."""
    persist: Switch = Switch("persist")
    """Sends a request to the server its cookie names even if that is down."""
    prefer_last_server: Switch = Switch("prefer_last_server")
    """Prefers the server that the client's last request went to."""
    splice_auto: Switch = Switch("splice_auto")
    """Lets the kernel forward data where that pays, both ways."""
    splice_request: Switch = Switch("splice_request")
    """Lets the kernel forward data from clients to servers."""
    splice_response: Switch = Switch("splice_response")
    """Lets the kernel forward data from servers to clients."""
    srvtcpka: Switch = Switch("srvtcpka")
    """Sends TCP keep-alives to servers."""
    tcp_smart_connect: Switch = Switch("tcp_smart_connect")
    """Saves a packet where a connection to a server is made."""
    tcpka: Switch = Switch("tcpka")
    """Sends TCP keep-alives to both sides."""
    transparent: Switch = Switch("transparent")
    """Forwards what no cookie claims to the address that the client wanted."""
    external_check: Switch = Switch("external_check")
    """Lets a program check servers."""
    accept_invalid_http_response: Switch = Switch("accept_invalid_http_response")
    """Accepts answers that break the rules of HTTP."""
    accept_unsafe_violations_in_http_response: Switch = Switch("accept_unsafe_violations_in_http_response")
    """Accepts answers that break the rules of HTTP, at the risk of attacks."""
    h1_case_adjust_bogus_server: Switch = Switch("h1_case_adjust_bogus_server")
    """Writes header names to servers in the case that ``h1-case-adjust`` says."""
    http_buffer_request: Switch = Switch("http-buffer-request")
    """Waits for the body of a request, or a buffer full of it."""
    http_drop_request_trailers: Switch = Switch("http-drop-request-trailers")
    """Does not pass on what follows the body of a request."""
    http_connection_mode: Field[Literal["http-keep-alive", "http-server-close", "httpclose"]] = Field("http_connection_mode")
    """Keeps connections on both sides; what holds where no line says otherwise."""
    http_no_delay: Switch = Switch("http-no-delay")
    """Forwards every piece of data at once."""
    http_pretend_keepalive: Switch = Switch("http_pretend_keepalive")
    """Asks servers to keep a connection that will be closed."""
    http_restrict_req_hdr_names: Field[Literal["preserve", "delete", "reject"]] = Field("http_restrict_req_hdr_names")
    """What is done with requests whose header names have unusual characters."""
    httpchk_params: Part[HttpchkParams] = Part("httpchk_params", HttpchkParams)
    adv_check: Field[Literal["httpchk", "ldap-check", "mysql-check", "pgsql-check", "redis-check", "smtpchk", "ssl-hello-chk", "tcp-check"]] = Field("adv_check")
    """Checks servers by an HTTP request."""
    mysql_check_params: Part[MysqlCheckParams] = Part("mysql_check_params", MysqlCheckParams)
    pgsql_check_params: Part[PgsqlCheckParams] = Part("pgsql_check_params", PgsqlCheckParams)
    smtpchk_params: Part[SmtpchkParams] = Part("smtpchk_params", SmtpchkParams)
    spop_check: Switch = Switch("spop_check")
    """Checks servers by the start of SPOP."""
    forwardfor: Part[Forwardfor] = Part("forwardfor", Forwardfor)
    """Adds the client's address to requests, as ``X-Forwarded-For``."""
    originalto: Part[Originalto] = Part("originalto", Originalto)
    """Adds the address that the client connected to, as ``X-Original-To``."""
    redispatch: Part[Redispatch] = Part("redispatch", Redispatch)
    """Lets another server be tried when one cannot be reached."""
    use_small_buffers: Part[UseSmallBuffers] = Part("use_small_buffers", UseSmallBuffers)
    """Uses small buffers where they are enough."""
    balance: Part[Balance] = Part("balance", Balance)
    """How a server is chosen; ``random`` where no line says it, ``roundrobin`` before 3.4 and where
    none is named."""
    hash_type: Part[HashType] = Part("hash_type", HashType)
    """How a hash becomes a server."""
    hash_balance_factor: Integer = Integer("hash_balance_factor")
    """How much more than the average a server may get with consistent hashing, in percent; 0 for no
    limit."""
    hash_preserve_affinity: Field[Literal["always", "maxconn", "maxqueue"]] = Field("hash_preserve_affinity")
    """When a hash's server may be passed over."""
    http_reuse: Field[Literal["never", "safe", "aggressive", "always"]] = Field("http_reuse")
    """Which requests may share a connection to a server."""
    fullconn: Integer = Integer("fullconn")
    """The number of connections at which servers get their full ``maxconn``."""
    retries: Integer = Integer("retries")
    """How often a connection to a server is tried again; 3 where no line says it."""
    retry_on: Text = Text("retry_on")
    """What makes a request be tried again."""
    max_keep_alive_queue: Integer = Integer("max_keep_alive_queue")
    """The length of a server's queue from which on requests leave it; -1 for no limit."""
    http_send_name_header: Text = Text("http_send_name_header")
    """A header that tells the server its name."""
    cookie: Part[Cookie] = Part("cookie", Cookie)
    """The cookie by which clients stay with a server."""
    dynamic_cookie_key: Text = Text("dynamic_cookie_key")
    """The key from which the values of dynamic cookies are computed."""
    stick_table: Part[StickTable] = Part("stick_table", StickTable)
    """The table of the section."""
    stick_rule_list: PartList[StickRule] = PartList("stick_rule_list", StickRule)
    """Looks for the client's server in a table, and notes it there."""
    persist_rule: Part[PersistRule] = Part("persist_rule", PersistRule)
    """Clients stay with a server by a cookie of RDP; ``msts`` where none is named."""
    force_persist_list: PartList[ForcePersist] = PartList("force_persist_list", ForcePersist)
    """When clients are sent even to a server that is down."""
    force_persist: Part[ForcePersist] = Part("force_persist", ForcePersist)
    """When clients are sent even to a server that is down."""
    ignore_persist_list: PartList[IgnorePersist] = PartList("ignore_persist_list", IgnorePersist)
    """When the cookie does not count."""
    ignore_persist: Part[IgnorePersist] = Part("ignore_persist", IgnorePersist)
    """When the cookie does not count."""
    tcp_request_rule_list: PartList[BackendTcpRequestRule] = PartList("tcp_request_rule_list", BackendTcpRequestRule)
    """A rule for the bytes that a client sends."""
    tcp_response_rule_list: PartList[TcpResponseRule] = PartList("tcp_response_rule_list", TcpResponseRule)
    """A rule for the bytes that a server sends."""
    http_check_list: PartList[HttpCheck] = PartList("http_check_list", HttpCheck)
    """What logs say where the next step fails."""
    tcp_check_rule_list: PartList[TcpCheckRule] = PartList("tcp_check_rule_list", TcpCheckRule)
    """What logs say where the next step fails."""
    log_target_list: PartList[LogTarget] = PartList("log_target_list", LogTarget)
    """Where logs go."""
    log_tag: Text = Text("log_tag")
    """The program's name in the log."""
    unique_id_format: Text = Text("unique_id_format")
    """What identifies a request."""
    error_files: PartList[ErrorFile] = PartList("error_files", ErrorFile)
    """A file with the whole answer to a status."""
    errorfiles_from_http_errors: PartList[ErrorfilesFromHttpError] = PartList("errorfiles_from_http_errors", ErrorfilesFromHttpError)
    """Answers of an ``http-errors`` section."""
    errorloc302: Part[Errorloc302] = Part("errorloc302", Errorloc302)
    """Where a status redirects to, with status 302."""
    errorloc303: Part[Errorloc303] = Part("errorloc303", Errorloc303)
    """Where a status redirects to, with status 303."""
    http_error_rule_list: PartList[HttpErrorRule] = PartList("http_error_rule_list", HttpErrorRule)
    """An answer to a status."""
    stats_options: Part[StatsOptions] = Part("stats_options", StatsOptions)
    compression: Part[Compression] = Part("compression", Compression)
    filter_list: PartList[Filter] = PartList("filter_list", Filter)
    """Prints what passes, for debugging."""
    filter_sequence_list: PartList[FilterSequence] = PartList("filter_sequence_list", FilterSequence)
    """The order of filters on the way to the server; as the lines stand where none is given."""
    email_alert: Part[EmailAlert] = Part("email_alert", EmailAlert)
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Bind(Record):
    """Addresses that connections are accepted on."""

    __slots__ = ()
    _definition = "frontend.binds"

    address: Text = Text("address")
    port: Integer = Integer("port")
    port_range_end: Integer = Integer("port-range-end")
    ssl_certificate: Text = Text("ssl_certificate")
    """A certificate with its key, or a directory of them; ``@store/name`` for one of a
    ``crt-store``."""
    default_crt_list: ValueList[str] = ValueList("default_crt_list")
    """A certificate as with ``crt``, shown also where no other fits the name asked for."""
    crt_list: Text = Text("crt_list")
    """A file that lists certificates with parameters and host names."""
    generate_certificates: Flag = Flag("generate_certificates")
    """Makes certificates for the names that are asked for."""
    ca_sign_file: Text = Text("ca_sign_file")
    """The authority, with its key, that signs certificates made on the fly."""
    ca_sign_pass: Text = Text("ca_sign_pass")
    """The password of that authority's key."""
    force_strict_sni: Switch = Switch("force_strict_sni")
    """Refuses names that no certificate has."""
    strict_sni: Flag = Flag("strict_sni")
    """Refuses names that no certificate has."""
    no_strict_sni: Flag = Flag("no_strict_sni")
    """Shows a default certificate for names that no certificate has."""
    ssl: Flag = Flag("ssl")
    """Expects TLS."""
    verify: Field[Literal["none", "optional", "required"]] = Field("verify")
    """Whether clients need a certificate; by default they are not asked for one."""
    ssl_cafile: Text = Text("ssl_cafile")
    """The authorities that client certificates are verified with."""
    ca_verify_file: Text = Text("ca_verify_file")
    """Further authorities to verify with, whose names clients are not told."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ca_ignore_err: Text = Text("ca_ignore_err")
    """The errors of authorities that do not end a handshake."""
    crt_ignore_err: Text = Text("crt_ignore_err")
    """The errors of client certificates that do not end a handshake."""
    no_ca_names: Flag = Flag("no_ca_names")
    """Tells clients no names of authorities."""
    alpn: Text = Text("alpn")
    """The protocols that clients may choose by ALPN."""
    no_alpn: Flag = Flag("no_alpn")
    """Offers no protocol by ALPN."""
    npn: Text = Text("npn")
    """The protocols that clients may choose by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Accepts early data, which an attacker can repeat."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    prefer_client_ciphers: Flag = Flag("prefer_client_ciphers")
    """Lets the client's order of ciphers count."""
    curves: Text = Text("curves")
    """The elliptic curves; ``ecdhe`` does not count then."""
    ecdhe: Text = Text("ecdhe")
    """The elliptic curve of key exchanges."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to accept; 1.2 by default."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to accept."""
    force_sslv3: Flag = Flag("force_sslv3")
    """Accepts SSL 3.0 only."""
    force_tlsv10: Flag = Flag("force_tlsv10")
    """Accepts TLS 1.0 only."""
    force_tlsv11: Flag = Flag("force_tlsv11")
    """Accepts TLS 1.1 only."""
    force_tlsv12: Flag = Flag("force_tlsv12")
    """Accepts TLS 1.2 only."""
    force_tlsv13: Flag = Flag("force_tlsv13")
    """Accepts TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Refuses SSL 3.0."""
    no_sslv3: Flag = Flag("no_sslv3")
    """Refuses SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Refuses TLS 1.0."""
    no_tlsv10: Flag = Flag("no_tlsv10")
    """Refuses TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Refuses TLS 1.1."""
    no_tlsv11: Flag = Flag("no_tlsv11")
    """Refuses TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Refuses TLS 1.2."""
    no_tlsv12: Flag = Flag("no_tlsv12")
    """Refuses TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Refuses TLS 1.3."""
    no_tlsv13: Flag = Flag("no_tlsv13")
    """Refuses TLS 1.3."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    no_tls_tickets: Flag = Flag("no_tls_tickets")
    """Resumes sessions without tickets."""
    tls_ticket_keys: Text = Text("tls_ticket_keys")
    """A file of keys for tickets, one a line."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    accept_proxy: Flag = Flag("accept_proxy")
    """Expects a header of the PROXY protocol that tells the client's address."""
    accept_netscaler_cip: Integer = Integer("accept_netscaler_cip")
    """Expects a header of ``NetScaler``, which starts with this number, that tells the client's
    address."""
    maxconn: Integer = Integer("maxconn")
    """The most connections at a time; the frontend's limit where nothing says it."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol of its connections: ``h1``, ``h2``, ``quic``, ``none``, …"""
    nice: Integer = Integer("nice")
    """How readily its connections give way to others, -1024 to 1024."""
    idle_ping: Integer = Integer("idle_ping")
    """The time between two tests of an idle connection."""
    nbconn: Integer = Integer("nbconn")
    """How many connections a reverse listener opens."""
    name: Text = Text("name")
    """Its name in statistics."""
    id: Text = Text("id")
    """Its number, unique in the frontend."""
    label: Text = Text("label")
    """A name for a set of listeners."""
    guid_prefix: Text = Text("guid_prefix")
    """The start of the identifiers of its sockets, unique in the whole configuration."""
    backlog: Text = Text("backlog")
    """How many connections may wait to be accepted; 0 is as many as the frontend says."""
    cc: Text = Text("cc")
    """The system's algorithm of congestion control."""
    defer_accept: Flag = Flag("defer_accept")
    """Accepts a connection once it has sent data."""
    interface: Text = Text("interface")
    """The network interface to accept from."""
    mss: Text = Text("mss")
    """The largest segment of TCP, or how much smaller than the client's it is."""
    namespace: Text = Text("namespace")
    """The network namespace to listen in."""
    tcp_md5sig: Text = Text("tcp_md5sig")
    """A password that signs each packet."""
    tcp_ss: Integer = Integer("tcp_ss")
    """Which headers of a connection's first packet are kept: 0 none, 1 from IP, 2 from Ethernet."""
    tcp_user_timeout: Integer = Integer("tcp_user_timeout")
    """How long sent data may stay unacknowledged before the connection is dropped."""
    tfo: Flag = Flag("tfo")
    """Accepts data with the first packet of a connection."""
    transparent: Flag = Flag("transparent")
    """Accepts connections to addresses that are not the machine's."""
    v4v6: Flag = Flag("v4v6")
    """Accepts IPv4 on IPv6's wildcard address, too."""
    v6only: Flag = Flag("v6only")
    """Accepts only IPv6 on its wildcard address."""
    user: Text = Text("user")
    """The owner, by name."""
    uid: Text = Text("uid")
    """The owner, by number."""
    group: Text = Text("group")
    """The group, by name."""
    gid: Integer = Integer("gid")
    """The group, by number."""
    mode: Text = Text("mode")
    """The permissions."""
    thread: Text = Text("thread")
    """The threads that accept connections."""
    shards: Text = Text("shards")
    """How many sockets share an address."""
    level: Field[Literal["user", "operator", "admin"]] = Field("level")
    """The commands it accepts."""
    severity_output: Field[Literal["none", "number", "string"]] = Field("severity_output")
    """How messages tell their severity."""
    expose_fd_listeners: Flag = Flag("expose_fd_listeners")
    """The open files that another process can get from it."""
    quic_cc_algo: Field[Literal["cubic", "newreno", "bbr", "nocc"]] = Field("quic-cc-algo")
    quic_cc_algo_max_window: Integer = Integer("quic_cc_algo_max_window")
    quic_force_retry: Flag = Flag("quic-force-retry")
    """Makes each client prove its address first."""
    quic_socket: Field[Literal["connection", "listener"]] = Field("quic-socket")
    """Whether connections have sockets of their own."""


class SslFrontUse(Record):
    """A certificate that all listeners with TLS show."""

    __slots__ = ()
    _definition = "frontend.ssl_front_use_list"

    ssl: Flag = Flag("ssl")
    """Expects TLS."""
    verify: Field[Literal["none", "optional", "required"]] = Field("verify")
    """Whether clients need a certificate; by default they are not asked for one."""
    ca_file: Text = Text("ca_file")
    """The authorities that client certificates are verified with."""
    ca_verify_file: Text = Text("ca_verify_file")
    """Further authorities to verify with, whose names clients are not told."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ca_ignore_err: Text = Text("ca_ignore_err")
    """The errors of authorities that do not end a handshake."""
    crt_ignore_err: Text = Text("crt_ignore_err")
    """The errors of client certificates that do not end a handshake."""
    no_ca_names: Flag = Flag("no_ca_names")
    """Tells clients no names of authorities."""
    alpn: Text = Text("alpn")
    """The protocols that clients may choose by ALPN."""
    no_alpn: Flag = Flag("no_alpn")
    """Offers no protocol by ALPN."""
    npn: Text = Text("npn")
    """The protocols that clients may choose by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Accepts early data, which an attacker can repeat."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    prefer_client_ciphers: Flag = Flag("prefer_client_ciphers")
    """Lets the client's order of ciphers count."""
    curves: Text = Text("curves")
    """The elliptic curves; ``ecdhe`` does not count then."""
    ecdhe: Text = Text("ecdhe")
    """The elliptic curve of key exchanges."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to accept; 1.2 by default."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to accept."""
    force_sslv3: Flag = Flag("force_sslv3")
    """Accepts SSL 3.0 only."""
    force_tlsv10: Flag = Flag("force_tlsv10")
    """Accepts TLS 1.0 only."""
    force_tlsv11: Flag = Flag("force_tlsv11")
    """Accepts TLS 1.1 only."""
    force_tlsv12: Flag = Flag("force_tlsv12")
    """Accepts TLS 1.2 only."""
    force_tlsv13: Flag = Flag("force_tlsv13")
    """Accepts TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Refuses SSL 3.0."""
    no_sslv3: Flag = Flag("no_sslv3")
    """Refuses SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Refuses TLS 1.0."""
    no_tlsv10: Flag = Flag("no_tlsv10")
    """Refuses TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Refuses TLS 1.1."""
    no_tlsv11: Flag = Flag("no_tlsv11")
    """Refuses TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Refuses TLS 1.2."""
    no_tlsv12: Flag = Flag("no_tlsv12")
    """Refuses TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Refuses TLS 1.3."""
    no_tlsv13: Flag = Flag("no_tlsv13")
    """Refuses TLS 1.3."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    no_tls_tickets: Flag = Flag("no_tls_tickets")
    """Resumes sessions without tickets."""
    tls_ticket_keys: Text = Text("tls_ticket_keys")
    """A file of keys for tickets, one a line."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    certificate: Text = Text("certificate")
    """The certificate, perhaps with its key and the certificates it depends on."""
    key: Text = Text("key")
    """The private key, where it is in a file of its own."""
    ocsp: Text = Text("ocsp")
    """An answer of OCSP to begin with."""
    issuer: Text = Text("issuer")
    """The certificate of whoever issued it, for OCSP."""
    sctl: Text = Text("sctl")
    """The timestamps of Certificate Transparency."""
    ocsp_update: Switch = Switch("ocsp_update")
    """Keeps the answer of OCSP current; off by default."""
    alias: Text = Text("alias")
    """A name to use behind ``@/`` instead of the file's."""
    acme: Text = Text("acme")
    """The ``acme`` section that it is renewed by."""
    domains: ValueList[str] = ValueList("domains")
    """The host names to get it for by ACME; the first is its common name."""


class BackendSwitchingRule(Record):
    """Sends requests to a backend."""

    __slots__ = ()
    _definition = "frontend.backend_switching_rule_list"

    name: Text = Text("name")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class QuicInitialRule(Record):
    """A rule for the first packet of a QUIC connection."""

    __slots__ = ()
    _definition = "frontend.quic_initial_rule_list"

    type: Field[Literal["accept", "reject", "dgram-drop", "send-retry", "do-log"]] = Field("type")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class MonitorFail(Record):
    """When HAProxy answers that it is not well."""

    __slots__ = ()
    _definition = "frontend.monitor_fail"

    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class ForceBeSwitch(Record):
    """When a backend is used even though it is disabled."""

    __slots__ = ()
    _definition = "frontend.force_be_switch_list"

    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class TcpRequestRule(Record):
    """A rule for connections, before anything is read from them."""

    __slots__ = ()
    _definition = "frontend.tcp_request_rule_list"

    type: Field[Literal["connection", "session", "content", "inspect-delay"]] = Field("type")
    action: Field[Literal["expect-proxy", "expect-netscaler-cip", "accept", "reject", "set-var", "set-var-fmt", "unset-var", "track-sc", "sc-add-gpc", "sc-inc-gpc", "sc-inc-gpc0", "sc-inc-gpc1", "sc-set-gpt", "sc-set-gpt0", "set-src", "set-src-port", "set-dst", "set-dst-port", "silent-drop", "set-fc-mark", "set-fc-tos", "set-mark", "set-tos", "do-log", "attach-srv", "switch-mode", "capture", "do-resolve", "set-priority-class", "set-priority-offset", "set-retries", "use-service", "send-spoe-group", "set-bandwidth-limit", "set-nice", "set-bc-mark", "set-bc-tos", "set-log-level", "lua"]] = Field("action")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    expr: Text = Text("expr")
    var_format: Text = Text("var_format")
    track_stick_counter: Integer = Integer("track_stick_counter")
    track_key: Text = Text("track_key")
    track_table: Text = Text("track_table")
    sc_idx: Text = Text("sc_idx")
    sc_inc_id: Text = Text("sc_inc_id")
    sc_int: Integer = Integer("sc_int")
    gpt_value: Text = Text("gpt_value")
    rst_ttl: Integer = Integer("rst_ttl")
    """Tells the network's first hops, this many of them."""
    mark_value: Text = Text("mark_value")
    tos_value: Text = Text("tos_value")
    log_profile: Text = Text("log_profile")
    """By this log profile, and not by that of the logger."""
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")
    server_name: Text = Text("server_name")
    server_conn_name: Text = Text("server_conn_name")
    switch_mode_proto: Text = Text("switch_mode_proto")
    capture_sample: Text = Text("capture_sample")
    capture_len: Integer = Integer("capture_len")
    """In a slot of its own with this many characters."""
    capture_id: Integer = Integer("capture_id")
    """In the slot of this number, declared elsewhere."""
    resolve_var: Text = Text("resolve_var")
    resolve_resolvers: Text = Text("resolve_resolvers")
    resolve_protocol: Field[Literal["ipv4", "ipv6"]] = Field("resolve_protocol")
    service_name: Text = Text("service_name")
    spoe_engine_name: Text = Text("spoe_engine_name")
    spoe_group_name: Text = Text("spoe_group_name")
    bandwidth_limit_name: Text = Text("bandwidth_limit_name")
    bandwidth_limit_limit: Text = Text("bandwidth_limit_limit")
    """How many bytes may pass in a period."""
    bandwidth_limit_period: Text = Text("bandwidth_limit_period")
    """How long a period is."""
    nice_value: Integer = Integer("nice_value")
    log_level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug", "silent"]] = Field("log_level")
    lua_action: Text = Text("lua_action")
    lua_params: Text = Text("lua_params")
    timeout: Integer = Integer("timeout")


class Capture(Record):
    """Room to log something of requests."""

    __slots__ = ()
    _definition = "frontend.capture_list"

    type: Field[Literal["request", "response"]] = Field("type")
    length: Integer = Integer("length")


class Frontend(SectionRecord):
    """A section ````frontend````."""

    __slots__ = ()
    _definition = "frontend"
    _kind = "frontend"

    name: Text = Text("name")
    addresses: Text = Text("addresses")
    from_: Text = Text("from")
    binds: PartMap[Bind] = PartMap("binds", Bind)
    """Addresses that connections are accepted on."""
    ssl_front_use_list: PartList[SslFrontUse] = PartList("ssl_front_use_list", SslFrontUse)
    """A certificate that all listeners with TLS show."""
    http_request_rule_list: PartList[HttpRequestRule] = PartList("http_request_rule_list", HttpRequestRule)
    """A rule for requests of HTTP."""
    http_response_rule_list: PartList[HttpResponseRule] = PartList("http_response_rule_list", HttpResponseRule)
    """A rule for answers of HTTP."""
    http_after_response_rule_list: PartList[HttpAfterResponseRule] = PartList("http_after_response_rule_list", HttpAfterResponseRule)
    """A rule for all that is sent to clients, HAProxy's own answers included."""
    acl_list: PartList[Acl] = PartList("acl_list", Acl)
    """A condition with a name; several lines of one name are alternatives."""
    backend_switching_rule_list: PartList[BackendSwitchingRule] = PartList("backend_switching_rule_list", BackendSwitchingRule)
    """Sends requests to a backend."""
    quic_initial_rule_list: PartList[QuicInitialRule] = PartList("quic_initial_rule_list", QuicInitialRule)
    """A rule for the first packet of a QUIC connection."""
    mode: Field[Literal["tcp", "http", "log", "spop", "haterm", "health"]] = Field("mode")
    """What is spoken; ``tcp`` where no line says it."""
    enabled: Flag = Flag("enabled")
    """Runs the proxy where the defaults do not."""
    disabled: Flag = Flag("disabled")
    """Does not run the proxy."""
    id: Integer = Integer("id")
    """A number by which SNMP and the statistics know the proxy."""
    guid: Text = Text("guid")
    """A name by which statistics know the proxy for good."""
    description: Text = Text("description")
    """What the page of statistics says of the proxy."""
    default_backend: Text = Text("default_backend")
    """The backend of what no ``use_backend`` claims."""
    maxconn: Integer = Integer("maxconn")
    """How many connections there may be at a time; 0 for as many as the process may have."""
    backlog: Integer = Integer("backlog")
    """How many connections may wait in the system to be accepted; as many as ``maxconn`` where no
    line says it."""
    clitcpka_cnt: Integer = Integer("clitcpka_cnt")
    """How many lost keep-alive probes end a client's connection."""
    clitcpka_idle: Integer = Integer("clitcpka_idle")
    """How long a client's connection is idle before it is probed; seconds where no unit is
    given."""
    clitcpka_intvl: Integer = Integer("clitcpka_intvl")
    """The time between two probes of a client's connection; seconds where no unit is given."""
    monitor_uri: Text = Text("monitor_uri")
    """The URI that answers whether HAProxy is well."""
    monitor_fail: Part[MonitorFail] = Part("monitor_fail", MonitorFail)
    """When HAProxy answers that it is not well."""
    force_be_switch_list: PartList[ForceBeSwitch] = PartList("force_be_switch_list", ForceBeSwitch)
    """When a backend is used even though it is disabled."""
    client_timeout: Integer = Integer("client_timeout")
    """For a client that neither sends nor takes anything."""
    client_fin_timeout: Integer = Integer("client_fin_timeout")
    """For a client whose one direction is shut down; that of ``timeout client`` where no line says
    it."""
    http_keep_alive_timeout: Integer = Integer("http_keep_alive_timeout")
    """For the next request on a connection that was kept; that of ``timeout http-request`` where no
    line says it."""
    http_request_timeout: Integer = Integer("http_request_timeout")
    """For all headers of a request to arrive."""
    tarpit_timeout: Integer = Integer("tarpit_timeout")
    """How long a client in the tarpit waits for its error; that of ``timeout connect`` where no
    line says it."""
    abortonclose: Switch = Switch("abortonclose")
    """Stops working on a request whose client has closed its side."""
    clitcpka: Switch = Switch("clitcpka")
    """Sends TCP keep-alives to clients."""
    contstats: Switch = Switch("contstats")
    """Updates counters while a stream lasts, not just at its end."""
    dontlog_normal: Switch = Switch("dontlog_normal")
    """Logs only what did not go well."""
    dontlognull: Switch = Switch("dontlognull")
    """Does not log connections that carried nothing."""
    independent_streams: Switch = Switch("independent_streams")
    """Keeps the two directions of a stream apart when it comes to timeouts."""
    log_separate_errors: Switch = Switch("log_separate_errors")
    """Logs what failed at the level ``err``."""
    logasap: Switch = Switch("logasap")
    """Logs a stream as soon as the server answers."""
    nolinger: Switch = Switch("nolinger")
    """Frees closed connections at once, losing what is still on its way."""
    socket_stats: Switch = Switch("socket_stats")
    """Counts what each socket does."""
    splice_auto: Switch = Switch("splice_auto")
    """Lets the kernel forward data where that pays, both ways."""
    splice_request: Switch = Switch("splice_request")
    """Lets the kernel forward data from clients to servers."""
    splice_response: Switch = Switch("splice_response")
    """Lets the kernel forward data from servers to clients."""
    tcp_smart_accept: Switch = Switch("tcp_smart_accept")
    """Saves a packet where a connection is accepted; what HTTP does anyway."""
    tcpka: Switch = Switch("tcpka")
    """Sends TCP keep-alives to both sides."""
    accept_invalid_http_request: Switch = Switch("accept_invalid_http_request")
    """Accepts requests that break the rules of HTTP."""
    accept_unsafe_violations_in_http_request: Switch = Switch("accept_unsafe_violations_in_http_request")
    """Accepts requests that break the rules of HTTP, at the risk of attacks."""
    disable_h2_upgrade: Switch = Switch("disable_h2_upgrade")
    """Does not turn HTTP/1 into HTTP/2 where a client asks for it."""
    h1_case_adjust_bogus_client: Switch = Switch("h1_case_adjust_bogus_client")
    """Writes header names to clients in the case that ``h1-case-adjust`` says."""
    http_buffer_request: Switch = Switch("http-buffer-request")
    """Waits for the body of a request, or a buffer full of it."""
    http_drop_response_trailers: Switch = Switch("http-drop-response-trailers")
    """Does not pass on what follows the body of an answer."""
    http_ignore_probes: Switch = Switch("http_ignore_probes")
    """Neither logs nor counts connections that a browser opened in advance."""
    http_connection_mode: Field[Literal["http-keep-alive", "http-server-close", "httpclose"]] = Field("http_connection_mode")
    """Keeps connections on both sides; what holds where no line says otherwise."""
    http_no_delay: Switch = Switch("http_no_delay")
    """Forwards every piece of data at once."""
    http_restrict_req_hdr_names: Field[Literal["preserve", "delete", "reject"]] = Field("http_restrict_req_hdr_names")
    """What is done with requests whose header names have unusual characters."""
    http_use_proxy_header: Switch = Switch("http_use_proxy_header")
    """Looks at ``Proxy-Connection`` in place of ``Connection``."""
    idle_close_on_response: Switch = Switch("idle_close_on_response")
    """Closes a kept connection when HAProxy stops only after its next answer."""
    forwardfor: Part[Forwardfor] = Part("forwardfor", Forwardfor)
    """Adds the client's address to requests, as ``X-Forwarded-For``."""
    originalto: Part[Originalto] = Part("originalto", Originalto)
    """Adds the address that the client connected to, as ``X-Original-To``."""
    httplog: Flag = Flag("httplog")
    """Logs requests in detail."""
    clflog: Flag = Flag("clflog")
    """Logs requests in detail."""
    httpslog: Switch = Switch("httpslog")
    """Logs requests and their TLS in detail."""
    tcplog: Flag = Flag("tcplog")
    """Logs connections in detail."""
    stick_table: Part[StickTable] = Part("stick_table", StickTable)
    """The table of the section."""
    tcp_request_rule_list: PartList[TcpRequestRule] = PartList("tcp_request_rule_list", TcpRequestRule)
    """A rule for connections, before anything is read from them."""
    log_target_list: PartList[LogTarget] = PartList("log_target_list", LogTarget)
    """Where logs go."""
    log_format: Text = Text("log_format")
    """What a line of the log looks like."""
    log_format_sd: Text = Text("log_format_sd")
    """The structured data of a line of the log, by RFC 5424."""
    error_log_format: Text = Text("error_log_format")
    """What a line of the log looks like where something went wrong."""
    log_tag: Text = Text("log_tag")
    """The program's name in the log."""
    log_steps: ValueList[Literal["all", "accept", "request", "connect", "response", "close", "error", "any", "quic-init", "tcp-req-conn", "tcp-req-sess", "tcp-req-cont", "tcp-res-cont", "http-req", "http-res", "http-after-res"]] = ValueList("log_steps")
    """When lines are logged; once, at the end, where no line says it."""
    capture_list: PartList[Capture] = PartList("capture_list", Capture)
    """Room to log something of requests."""
    unique_id_format: Text = Text("unique_id_format")
    """What identifies a request."""
    unique_id_header: Text = Text("unique_id_header")
    """The header that tells the server what identifies a request."""
    error_files: PartList[ErrorFile] = PartList("error_files", ErrorFile)
    """A file with the whole answer to a status."""
    errorfiles_from_http_errors: PartList[ErrorfilesFromHttpError] = PartList("errorfiles_from_http_errors", ErrorfilesFromHttpError)
    """Answers of an ``http-errors`` section."""
    errorloc302: Part[Errorloc302] = Part("errorloc302", Errorloc302)
    """Where a status redirects to, with status 302."""
    errorloc303: Part[Errorloc303] = Part("errorloc303", Errorloc303)
    """Where a status redirects to, with status 303."""
    http_error_rule_list: PartList[HttpErrorRule] = PartList("http_error_rule_list", HttpErrorRule)
    """An answer to a status."""
    stats_options: Part[StatsOptions] = Part("stats_options", StatsOptions)
    compression: Part[Compression] = Part("compression", Compression)
    filter_list: PartList[Filter] = PartList("filter_list", Filter)
    """Prints what passes, for debugging."""
    filter_sequence_list: PartList[FilterSequence] = PartList("filter_sequence_list", FilterSequence)
    """The order of filters on the way to the server; as the lines stand where none is given."""
    email_alert: Part[EmailAlert] = Part("email_alert", EmailAlert)
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class DefaultPath(Record):
    """Where relative paths start."""

    __slots__ = ()
    _definition = "global.default_path"

    type: Field[Literal["current", "config", "parent", "origin"]] = Field("type")
    path: Text = Text("path")
    """In this directory."""


class DebugOptions(Record):
    """````debug_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.debug_options"

    zero_warning: Flag = Flag("zero_warning")
    """Refuses to start with a configuration that causes warnings."""
    quiet: Flag = Flag("quiet")
    """Prints nothing at start."""
    anonkey: Integer = Integer("anonkey")
    """The key that makes anonymous output comparable."""
    stress_level: Integer = Integer("stress_level")
    """How hard alternative code stresses the process; 0 by default."""


class RejectPrivilegedPorts(Record):
    """````reject_privileged_ports```` of ````global.harden````."""

    __slots__ = ()
    _definition = "global.harden.reject_privileged_ports"

    tcp: Switch = Switch("tcp")
    """Whether TCP clients with a port below 1024 are refused."""
    quic: Switch = Switch("quic")
    """Whether QUIC clients with a port below 1024 are refused."""


class Harden(Record):
    """````harden```` of ````global````."""

    __slots__ = ()
    _definition = "global.harden"

    reject_privileged_ports: Part[RejectPrivilegedPorts] = Part("reject_privileged_ports", RejectPrivilegedPorts)


class PerformanceOptions(Record):
    """````performance_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.performance_options"

    maxconn: Integer = Integer("maxconn")
    """The most connections at a time."""
    maxconnrate: Integer = Integer("maxconnrate")
    """The most connections in a second."""
    maxsessrate: Integer = Integer("maxsessrate")
    """The most sessions in a second."""
    maxpipes: Integer = Integer("maxpipes")
    """The most pipes for splicing in the kernel."""
    maxcomprate: Integer = Integer("maxcomprate")
    """The most data to compress in a second, in kilobytes."""
    maxcompcpuusage: Integer = Integer("maxcompcpuusage")
    """The share of CPU time above which less is compressed, in percent."""
    maxzlibmem: Integer = Integer("maxzlibmem")
    """The most memory for zlib, in megabytes; 0 for any."""
    fd_hard_limit: Integer = Integer("fd_hard_limit")
    """The most file descriptors to use, whatever the system allows."""
    spread_checks: Integer = Integer("spread_checks")
    """How far checks stray from their interval at random, in percent."""
    max_spread_checks: Integer = Integer("max_spread_checks")
    """The longest time over which the first checks are spread."""
    busy_polling: Flag = Flag("busy_polling")
    """Never sleeps while waiting, for less latency at the price of CPU time."""
    noepoll: Flag = Flag("noepoll")
    """Does without epoll."""
    nokqueue: Flag = Flag("nokqueue")
    """Does without kqueue."""
    noevports: Flag = Flag("noevports")
    """Does without event ports."""
    nopoll: Flag = Flag("nopoll")
    """Does without poll."""
    nosplice: Flag = Flag("nosplice")
    """Does without splicing in the kernel."""
    noktls: Flag = Flag("noktls")
    """Does without TLS in the kernel."""
    nogetaddrinfo: Flag = Flag("nogetaddrinfo")
    """Resolves names without getaddrinfo."""
    noreuseport: Flag = Flag("noreuseport")
    """Opens sockets without ``SO_REUSEPORT``."""
    thread_hard_limit: Integer = Integer("thread_hard_limit")
    """The most threads, however many are asked for or found."""
    server_state_base: Text = Text("server_state_base")
    """Where relative paths of files with servers' states start."""
    server_state_file: Text = Text("server_state_file")
    """The file with the state that servers start in."""
    profiling_tasks: Field[Literal["auto", "enabled", "disabled", "lock", "no-lock", "memory", "no-memory"]] = Field("profiling_tasks")
    """Whether the CPU time of tasks is measured."""
    profiling_memory: Switch = Switch("profiling_memory")
    """Whether memory allocations are counted."""


class Engine(Record):
    """An OpenSSL engine to use."""

    __slots__ = ()
    _definition = "global.ssl_options.engines"

    name: Text = Text("name")
    algorithms: Text = Text("algorithms")


class SslOptions(Record):
    """````ssl_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.ssl_options"

    maxsslconn: Integer = Integer("maxsslconn")
    """The most TLS connections at a time, both sides counted."""
    maxsslrate: Integer = Integer("maxsslrate")
    """The most TLS sessions in a second."""
    default_bind_ciphers: Text = Text("default_bind_ciphers")
    """The ciphers of listeners, up to TLSv1.2, in OpenSSL's form."""
    default_bind_ciphersuites: Text = Text("default_bind_ciphersuites")
    """The cipher suites of listeners for TLSv1.3."""
    default_bind_curves: Text = Text("default_bind_curves")
    """The elliptic curves of listeners."""
    default_bind_sigalgs: Text = Text("default_bind_sigalgs")
    """The signature algorithms of listeners."""
    default_bind_client_sigalgs: Text = Text("default_bind_client_sigalgs")
    """The signature algorithms that clients' certificates may use."""
    default_bind_options: Text = Text("default_bind_options")
    """The TLS options of listeners."""
    default_server_ciphers: Text = Text("default_server_ciphers")
    """The ciphers towards servers, up to TLSv1.2, in OpenSSL's form."""
    default_server_ciphersuites: Text = Text("default_server_ciphersuites")
    """The cipher suites towards servers for TLSv1.3."""
    default_server_curves: Text = Text("default_server_curves")
    """The elliptic curves towards servers."""
    default_server_sigalgs: Text = Text("default_server_sigalgs")
    """The signature algorithms towards servers."""
    default_server_client_sigalgs: Text = Text("default_server_client_sigalgs")
    """The signature algorithms of certificates shown to servers."""
    default_server_options: Text = Text("default_server_options")
    """The TLS options towards servers."""
    server_verify: Field[Literal["none", "required"]] = Field("server_verify")
    """Whether servers' certificates are verified where a server says nothing."""
    security_level: Integer = Integer("security_level")
    """OpenSSL's security level."""
    engines: PartList[Engine] = PartList("engines", Engine)
    """An OpenSSL engine to use."""
    mode_async: Switch = Switch("mode_async")
    """Lets engines work asynchronously."""
    provider: Text = Text("provider")
    """An OpenSSL provider to load."""
    provider_path: Text = Text("provider_path")
    """Where the providers named after this line are found."""
    propquery: Text = Text("propquery")
    """Which properties OpenSSL looks for in an algorithm."""
    ca_base: Text = Text("ca_base")
    """Where relative paths of authorities' certificates start."""
    crt_base: Text = Text("crt_base")
    """Where relative paths of certificates start."""
    issuers_chain_path: Text = Text("issuers_chain_path")
    """A directory of certificates to complete chains with."""
    dh_param_file: Text = Text("dh_param_file")
    """A file of Diffie-Hellman parameters for listeners."""
    load_extra_files: Text = Text("load_extra_files")
    """Which files beside a certificate are looked for."""
    skip_self_issued_ca: Flag = Flag("skip_self_issued_ca")
    """Leaves authorities that certify themselves out of what clients get."""
    passphrase_cmd: Text = Text("passphrase_cmd")
    """The command that prints the passphrase of an encrypted key."""
    acme_scheduler: Field[Literal["auto", "off"]] = Field("acme_scheduler")
    """Whether certificates are renewed by ACME."""


class ThreadGroupLine(Record):
    """Which threads are in a group."""

    __slots__ = ()
    _definition = "global.thread_group_lines"

    group: Text = Text("group")
    num_or_range: Text = Text("num_or_range")


class CpuMap(Record):
    """Which threads run on which CPUs."""

    __slots__ = ()
    _definition = "global.cpu_maps"

    process: Text = Text("process")
    cpu_set: Text = Text("cpu_set")


class CpuAffinity(Record):
    """How closely a thread is tied to CPUs."""

    __slots__ = ()
    _definition = "global.cpu_affinity"

    affinity: Field[Literal["auto", "per-core", "per-group", "per-thread", "per-ccx"]] = Field("affinity")
    argument: Field[Literal["auto", "loose"]] = Field("argument")


class CpuSet(Record):
    """Which CPUs are left to the policy."""

    __slots__ = ()
    _definition = "global.cpu_set"

    directive: Field[Literal["reset", "drop-cpu", "only-cpu", "drop-node", "only-node", "drop-cluster", "only-cluster", "drop-core", "only-core", "drop-thread", "only-thread"]] = Field("directive")
    set: Text = Text("set")
    """Not these."""


class Setenv(Record):
    """Sets an environment variable."""

    __slots__ = ()
    _definition = "global.environment_options.setenv"

    name: Text = Text("name")
    value: Text = Text("value")


class Presetenv(Record):
    """Sets an environment variable unless it is set already."""

    __slots__ = ()
    _definition = "global.environment_options.presetenv"

    name: Text = Text("name")
    value: Text = Text("value")


class EnvironmentOptions(Record):
    """````environment_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.environment_options"

    setenv: PartList[Setenv] = PartList("setenv", Setenv)
    """Sets an environment variable."""
    presetenv: PartList[Presetenv] = PartList("presetenv", Presetenv)
    """Sets an environment variable unless it is set already."""
    resetenv: Text = Text("resetenv")
    """Removes all environment variables but these."""
    unsetenv: Text = Text("unsetenv")
    """Removes these environment variables."""


class SetVar(Record):
    """Sets a variable of the process to the value of an expression."""

    __slots__ = ()
    _definition = "global.set_var"

    name: Text = Text("name")
    expr: Text = Text("expr")


class SetVarFmt(Record):
    """Sets a variable of the process to a formatted text."""

    __slots__ = ()
    _definition = "global.set_var_fmt"

    name: Text = Text("name")
    format: Text = Text("format")


class Httpproxy(Record):
    """The HTTP proxy that OCSP updates go through."""

    __slots__ = ()
    _definition = "global.ocsp_update_options.httpproxy"

    address: Text = Text("address")
    port: Integer = Integer("port")


class OcspUpdateOptions(Record):
    """````ocsp_update_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.ocsp_update_options"

    disable: Flag = Flag("disable")
    """Whether OCSP responses are never updated, whatever other lines say."""
    mode: Switch = Switch("mode")
    """Whether OCSP responses are updated where a certificate says nothing."""
    mindelay: Integer = Integer("mindelay")
    """The shortest time between two updates of an OCSP response, in seconds; 300 by default."""
    maxdelay: Integer = Integer("maxdelay")
    """The longest time between two updates of an OCSP response, in seconds; 3600 by default."""
    httpproxy: Part[Httpproxy] = Part("httpproxy", Httpproxy)
    """The HTTP proxy that OCSP updates go through."""


class GlobalLogTarget(Record):
    """A target of logs."""

    __slots__ = ()
    _definition = "global.log_target_list"

    address: Text = Text("address")
    length: Integer = Integer("length")
    format: Field[Literal["local", "rfc3164", "rfc5424", "priority", "short", "timed", "iso", "raw"]] = Field("format")
    sample_range: Text = Text("sample_range")
    sample_size: Integer = Integer("sample_size")
    profile: Text = Text("profile")
    facility: Field[Literal["kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "auth2", "ftp", "ntp", "audit", "alert", "cron2", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7"]] = Field("facility")
    level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("level")
    minlevel: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("minlevel")
    nolog: Flag = Flag("nolog")


class LogSendHostname(Record):
    """The host name in logs; the system's own where none is given."""

    __slots__ = ()
    _definition = "global.log_send_hostname"

    enabled: Switch = Switch("enabled")
    param: Text = Text("param")


class RuntimeApi(Record):
    """A socket of the runtime API."""

    __slots__ = ()
    _definition = "global.runtime_apis"

    address: Text = Text("address")
    ssl_certificate: Text = Text("ssl_certificate")
    """A certificate with its key, or a directory of them; ``@store/name`` for one of a
    ``crt-store``."""
    default_crt_list: ValueList[str] = ValueList("default_crt_list")
    """A certificate as with ``crt``, shown also where no other fits the name asked for."""
    crt_list: Text = Text("crt_list")
    """A file that lists certificates with parameters and host names."""
    generate_certificates: Flag = Flag("generate_certificates")
    """Makes certificates for the names that are asked for."""
    ca_sign_file: Text = Text("ca_sign_file")
    """The authority, with its key, that signs certificates made on the fly."""
    ca_sign_pass: Text = Text("ca_sign_pass")
    """The password of that authority's key."""
    force_strict_sni: Switch = Switch("force_strict_sni")
    """Refuses names that no certificate has."""
    strict_sni: Flag = Flag("strict_sni")
    """Refuses names that no certificate has."""
    no_strict_sni: Flag = Flag("no_strict_sni")
    """Shows a default certificate for names that no certificate has."""
    ssl: Flag = Flag("ssl")
    """Expects TLS."""
    verify: Field[Literal["none", "optional", "required"]] = Field("verify")
    """Whether clients need a certificate; by default they are not asked for one."""
    ssl_cafile: Text = Text("ssl_cafile")
    """The authorities that client certificates are verified with."""
    ca_verify_file: Text = Text("ca_verify_file")
    """Further authorities to verify with, whose names clients are not told."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ca_ignore_err: Text = Text("ca_ignore_err")
    """The errors of authorities that do not end a handshake."""
    crt_ignore_err: Text = Text("crt_ignore_err")
    """The errors of client certificates that do not end a handshake."""
    no_ca_names: Flag = Flag("no_ca_names")
    """Tells clients no names of authorities."""
    alpn: Text = Text("alpn")
    """The protocols that clients may choose by ALPN."""
    no_alpn: Flag = Flag("no_alpn")
    """Offers no protocol by ALPN."""
    npn: Text = Text("npn")
    """The protocols that clients may choose by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Accepts early data, which an attacker can repeat."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    prefer_client_ciphers: Flag = Flag("prefer_client_ciphers")
    """Lets the client's order of ciphers count."""
    curves: Text = Text("curves")
    """The elliptic curves; ``ecdhe`` does not count then."""
    ecdhe: Text = Text("ecdhe")
    """The elliptic curve of key exchanges."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to accept; 1.2 by default."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to accept."""
    force_sslv3: Flag = Flag("force_sslv3")
    """Accepts SSL 3.0 only."""
    force_tlsv10: Flag = Flag("force_tlsv10")
    """Accepts TLS 1.0 only."""
    force_tlsv11: Flag = Flag("force_tlsv11")
    """Accepts TLS 1.1 only."""
    force_tlsv12: Flag = Flag("force_tlsv12")
    """Accepts TLS 1.2 only."""
    force_tlsv13: Flag = Flag("force_tlsv13")
    """Accepts TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Refuses SSL 3.0."""
    no_sslv3: Flag = Flag("no_sslv3")
    """Refuses SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Refuses TLS 1.0."""
    no_tlsv10: Flag = Flag("no_tlsv10")
    """Refuses TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Refuses TLS 1.1."""
    no_tlsv11: Flag = Flag("no_tlsv11")
    """Refuses TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Refuses TLS 1.2."""
    no_tlsv12: Flag = Flag("no_tlsv12")
    """Refuses TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Refuses TLS 1.3."""
    no_tlsv13: Flag = Flag("no_tlsv13")
    """Refuses TLS 1.3."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    no_tls_tickets: Flag = Flag("no_tls_tickets")
    """Resumes sessions without tickets."""
    tls_ticket_keys: Text = Text("tls_ticket_keys")
    """A file of keys for tickets, one a line."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    accept_proxy: Flag = Flag("accept_proxy")
    """Expects a header of the PROXY protocol that tells the client's address."""
    accept_netscaler_cip: Integer = Integer("accept_netscaler_cip")
    """Expects a header of ``NetScaler``, which starts with this number, that tells the client's
    address."""
    maxconn: Integer = Integer("maxconn")
    """The most connections at a time; the frontend's limit where nothing says it."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol of its connections: ``h1``, ``h2``, ``quic``, ``none``, …"""
    nice: Integer = Integer("nice")
    """How readily its connections give way to others, -1024 to 1024."""
    idle_ping: Integer = Integer("idle_ping")
    """The time between two tests of an idle connection."""
    nbconn: Integer = Integer("nbconn")
    """How many connections a reverse listener opens."""
    name: Text = Text("name")
    """Its name in statistics."""
    id: Text = Text("id")
    """Its number, unique in the frontend."""
    label: Text = Text("label")
    """A name for a set of listeners."""
    guid_prefix: Text = Text("guid_prefix")
    """The start of the identifiers of its sockets, unique in the whole configuration."""
    backlog: Text = Text("backlog")
    """How many connections may wait to be accepted; 0 is as many as the frontend says."""
    cc: Text = Text("cc")
    """The system's algorithm of congestion control."""
    defer_accept: Flag = Flag("defer_accept")
    """Accepts a connection once it has sent data."""
    interface: Text = Text("interface")
    """The network interface to accept from."""
    mss: Text = Text("mss")
    """The largest segment of TCP, or how much smaller than the client's it is."""
    namespace: Text = Text("namespace")
    """The network namespace to listen in."""
    tcp_md5sig: Text = Text("tcp_md5sig")
    """A password that signs each packet."""
    tcp_ss: Integer = Integer("tcp_ss")
    """Which headers of a connection's first packet are kept: 0 none, 1 from IP, 2 from Ethernet."""
    tcp_user_timeout: Integer = Integer("tcp_user_timeout")
    """How long sent data may stay unacknowledged before the connection is dropped."""
    tfo: Flag = Flag("tfo")
    """Accepts data with the first packet of a connection."""
    transparent: Flag = Flag("transparent")
    """Accepts connections to addresses that are not the machine's."""
    v4v6: Flag = Flag("v4v6")
    """Accepts IPv4 on IPv6's wildcard address, too."""
    v6only: Flag = Flag("v6only")
    """Accepts only IPv6 on its wildcard address."""
    user: Text = Text("user")
    """The owner, by name."""
    uid: Text = Text("uid")
    """The owner, by number."""
    group: Text = Text("group")
    """The group, by name."""
    gid: Integer = Integer("gid")
    """The group, by number."""
    mode: Text = Text("mode")
    """The permissions."""
    thread: Text = Text("thread")
    """The threads that accept connections."""
    shards: Text = Text("shards")
    """How many sockets share an address."""
    level: Field[Literal["user", "operator", "admin"]] = Field("level")
    """The commands it accepts."""
    severity_output: Field[Literal["none", "number", "string"]] = Field("severity_output")
    """How messages tell their severity."""
    expose_fd_listeners: Flag = Flag("expose_fd_listeners")
    """The open files that another process can get from it."""
    quic_cc_algo: Field[Literal["cubic", "newreno", "bbr", "nocc"]] = Field("quic-cc-algo")
    quic_cc_algo_max_window: Integer = Integer("quic_cc_algo_max_window")
    quic_force_retry: Flag = Flag("quic-force-retry")
    """Makes each client prove its address first."""
    quic_socket: Field[Literal["connection", "listener"]] = Field("quic-socket")
    """Whether connections have sockets of their own."""


class Load(Record):
    """A program to run at start, shared by all threads."""

    __slots__ = ()
    _definition = "global.lua_options.loads"

    file: Text = Text("file")


class PrependPath(Record):
    """A place where Lua looks for libraries first."""

    __slots__ = ()
    _definition = "global.lua_options.prepend_path"

    path: Text = Text("path")
    type: Field[Literal["path", "cpath"]] = Field("type")


class LuaOptions(Record):
    """````lua_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.lua_options"

    loads: PartList[Load] = PartList("loads", Load)
    """A program to run at start, shared by all threads."""
    load_per_thread: Text = Text("load_per_thread")
    """A program to run at start, once in each thread."""
    prepend_path: PartList[PrependPath] = PartList("prepend_path", PrependPath)
    """A place where Lua looks for libraries first."""


class TuneLuaOptions(Record):
    """````tune_lua_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_lua_options"

    forced_yield: Integer = Integer("forced_yield")
    """After how many instructions a script has to let others run."""
    maxmem: Integer = Integer("maxmem")
    """The most memory for Lua, in megabytes; 0 for any."""
    session_timeout: Integer = Integer("session_timeout")
    """How long a script may take for a stream, waiting not counted; 4 seconds by default."""
    service_timeout: Integer = Integer("service_timeout")
    """How long a service may take, waiting not counted; 4 seconds by default."""
    task_timeout: Integer = Integer("task_timeout")
    """How long a task may take, waiting not counted; any time by default."""
    burst_timeout: Integer = Integer("burst_timeout")
    """How long a script may run without a break; a second by default."""
    log_loggers: Switch = Switch("log_loggers")
    """Whether messages of Lua go to the log targets."""
    log_stderr: Field[Literal["enabled", "auto", "disabled"]] = Field("log_stderr")
    """Whether messages of Lua go to the standard error."""
    bool_sample_conversion: Field[Literal["normal", "pre-3.1-bug"]] = Field("bool_sample_conversion")
    """How boolean samples come to Lua."""
    openlibs: Text = Text("openlibs")
    """The standard libraries that scripts get."""


class FiftyOneDegreesOptions(Record):
    """````fifty_one_degrees_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.fifty_one_degrees_options"

    data_file: Text = Text("data_file")
    """The data of 51Degrees."""
    property_name_list: Text = Text("property_name_list")
    """The properties to load from 51Degrees."""
    property_separator: Text = Text("property_separator")
    """What stands behind each property of 51Degrees in a header; ``,`` by default."""
    cache_size: Integer = Integer("cache_size")
    """How many answers of 51Degrees are kept."""


class DeviceAtlasOptions(Record):
    """````device_atlas_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.device_atlas_options"

    json_file: Text = Text("json_file")
    """The data of ``DeviceAtlas``."""
    log_level: Text = Text("log_level")
    """How much ``DeviceAtlas`` tells; 0 by default."""
    separator: Text = Text("separator")
    """What separates the properties of ``DeviceAtlas``; ``|`` by default."""
    properties_cookie: Text = Text("properties_cookie")
    """The cookie of ``DeviceAtlas``'s client; ``DAPROPS`` by default."""


class WurflOptions(Record):
    """````wurfl_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.wurfl_options"

    data_file: Text = Text("data_file")
    """The data of WURFL."""
    information_list: Text = Text("information_list")
    """The capabilities to ask WURFL for."""
    information_list_separator: Text = Text("information_list_separator")
    """What separates the capabilities of WURFL; ``,`` by default."""
    patch_file: Text = Text("patch_file")
    """Patches of WURFL's data."""
    cache_size: Integer = Integer("cache_size")
    """How many answers of WURFL are kept."""


class HttpClientOptions(Record):
    """````http_client_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.http_client_options"

    resolvers_id: Text = Text("resolvers_id")
    """The ``resolvers`` section that the client asks."""
    resolvers_prefer: Field[Literal["ipv4", "ipv6"]] = Field("resolvers_prefer")
    """The family of addresses that the client prefers."""
    resolvers_disabled: Switch = Switch("resolvers_disabled")
    """Whether the client resolves no names."""
    retries: Integer = Integer("retries")
    """How often the client tries again; 3 times by default."""
    timeout_connect: Integer = Integer("timeout_connect")
    """How long the client waits for a connection; 5 seconds by default."""
    ssl_ca_file: Text = Text("ssl_ca_file")
    """The authorities that the client trusts."""
    ssl_verify: Field[Literal["none", "required"]] = Field("ssl_verify")
    """Whether the client verifies certificates."""


class H1CaseAdjust(Record):
    """How a header's name is spelled towards HTTP/1 peers that mind."""

    __slots__ = ()
    _definition = "global.h1_case_adjust"

    from_: Text = Text("from")
    to: Text = Text("to")


class HttpCodes(Record):
    """The status codes that count as errors."""

    __slots__ = ()
    _definition = "global.http_err_codes"

    value: Text = Text("value")


class TuneOptions(Record):
    """````tune_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_options"

    fail_alloc: Flag = Flag("fail_alloc")
    """The share of memory allocations that fail on purpose, in percent; none where no number is
    given."""
    maxrewrite: Integer = Integer("maxrewrite")
    """The part of a buffer that is kept for rewriting headers, in bytes."""
    memory_hot_size: Integer = Integer("memory_hot_size")
    """The memory that each thread keeps for itself, in bytes."""
    cli_max_payload_size: Integer = Integer("cli_max_payload_size")
    """The largest payload of a runtime command, in bytes."""
    defaults_purge: Flag = Flag("defaults_purge")
    """Forgets named ``defaults`` sections once the configuration is read."""
    pattern_cache_size: Integer = Integer("pattern_cache_size")
    """How many results of pattern matching are kept."""
    comp_maxlevel: Integer = Integer("comp_maxlevel")
    """The highest level of compression; 1 by default."""
    maxaccept: Integer = Integer("maxaccept")
    """How many connections are accepted in a row."""
    maxpollevents: Integer = Integer("maxpollevents")
    """How many events are taken from the system at once."""
    runqueue_depth: Integer = Integer("runqueue_depth")
    """How many tasks run in a row."""
    sched_low_latency: Switch = Switch("sched_low_latency")
    """Whether tasks are run for latency rather than for throughput."""
    max_checks_per_thread: Integer = Integer("max_checks_per_thread")
    """How many checks a thread runs before it asks a less loaded one."""
    max_rules_at_once: Integer = Integer("max_rules_at_once")
    """How many rules are evaluated in a row; 50 by default."""
    events_max_events_at_once: Integer = Integer("events_max_events_at_once")
    """How many events a handler deals with in a row; 100 by default."""
    peers_max_updates_at_once: Integer = Integer("peers_max_updates_at_once")
    """How many updates of tables are sent to a peer in a row; 200 by default."""
    stick_counters: Integer = Integer("stick_counters")
    """How many counters a stream can track; 3 by default."""
    glitches_kill_cpu_usage: Integer = Integer("glitches_kill_cpu_usage")
    """The CPU usage from which on connections with too many glitches are killed, in percent."""
    idletimer: Integer = Integer("idletimer")
    """How long a buffer is empty until its stream counts as idle; a second by default."""
    listener_default_shards: Field[Literal["by-process", "by-thread", "by-group"]] = Field("listener_default_shards")
    """How many sockets a listener opens where it says nothing."""
    listener_multi_queue: Field[Literal["enabled", "fair", "disabled"]] = Field("listener_multi_queue")
    """Whether connections are spread over the threads, and how."""
    ring_queues: Integer = Integer("ring_queues")
    """How many queues stand in front of a ring."""
    epoll_mask_events: ValueList[Literal["err", "hup", "rdhup"]] = ValueList("epoll_mask_events")
    """Events of epoll that are taken for data to read."""
    fd_edge_triggered: Switch = Switch("fd_edge_triggered")
    """Whether the system tells of each change only once."""
    renice_startup: Integer = Integer("renice_startup")
    """The process's priority while it starts."""
    renice_runtime: Integer = Integer("renice_runtime")
    """The process's priority once started."""
    disable_fast_forward: Flag = Flag("disable_fast_forward")
    """Wakes streams for all data instead of passing data on."""
    disable_zero_copy_forwarding: Flag = Flag("disable_zero_copy_forwarding")
    """Copies all data through buffers."""
    applet_zero_copy_forwarding: Switch = Switch("applet_zero_copy_forwarding")
    """Whether applets pass data on without a copy."""
    pt_zero_copy_forwarding: Switch = Switch("pt_zero_copy_forwarding")
    """Whether TCP passes data on without a copy."""
    idle_pool_shared: Field[Literal["full", "enabled", "disabled"]] = Field("idle_pool_shared")
    """Whether threads share their idle connections to servers."""
    takeover_other_tg_connections: Field[Literal["none", "restricted", "full"]] = Field("takeover_other_tg_connections")
    """Whether idle connections are taken from other groups of threads."""
    pool_high_fd_ratio: Integer = Integer("pool_high_fd_ratio")
    """The share of file descriptors from which on idle connections are closed, in percent; 25 by
    default."""
    pool_low_fd_ratio: Integer = Integer("pool_low_fd_ratio")
    """The share of file descriptors from which on connections are not kept idle, in percent; 20 by
    default."""
    notsent_lowat_client: Integer = Integer("notsent_lowat_client")
    """How much the kernel holds unsent towards clients, in bytes."""
    notsent_lowat_server: Integer = Integer("notsent_lowat_server")
    """How much the kernel holds unsent towards servers, in bytes."""
    http_maxhdr: Integer = Integer("http_maxhdr")
    """The most headers of a message; 101 by default."""
    http_cookielen: Integer = Integer("http_cookielen")
    """The longest cookie value to capture; 63 characters by default."""
    http_logurilen: Integer = Integer("http_logurilen")
    """The longest URI to log; 1024 characters by default."""
    h1_be_glitches_threshold: Integer = Integer("h1_be_glitches_threshold")
    """How many glitches kill an HTTP/1 connection to a server; 0 for none."""
    h1_fe_glitches_threshold: Integer = Integer("h1_fe_glitches_threshold")
    """How many glitches kill an HTTP/1 connection from a client; 0 for none."""
    h1_zero_copy_fwd_recv: Switch = Switch("h1_zero_copy_fwd_recv")
    """Whether HTTP/1 receives without a copy."""
    h1_zero_copy_fwd_send: Switch = Switch("h1_zero_copy_fwd_send")
    """Whether HTTP/1 sends without a copy."""
    h2_header_table_size: Integer = Integer("h2_header_table_size")
    """The size of the table of headers, in bytes; 4096 by default."""
    h2_initial_window_size: Integer = Integer("h2_initial_window_size")
    """How much a sender may send at first, in bytes."""
    h2_be_initial_window_size: Integer = Integer("h2_be_initial_window_size")
    """How much a server may send at first, in bytes."""
    h2_fe_initial_window_size: Integer = Integer("h2_fe_initial_window_size")
    """How much a client may send at first, in bytes."""
    h2_max_concurrent_streams: Integer = Integer("h2_max_concurrent_streams")
    """The most streams of a connection; 100 by default."""
    h2_be_max_concurrent_streams: Integer = Integer("h2_be_max_concurrent_streams")
    """The most streams of a connection to a server."""
    h2_fe_max_concurrent_streams: Integer = Integer("h2_fe_max_concurrent_streams")
    """The most streams of a connection from a client."""
    h2_fe_max_total_streams: Integer = Integer("h2_fe_max_total_streams")
    """After how many streams a client has to connect anew; 0 for never."""
    h2_be_glitches_threshold: Integer = Integer("h2_be_glitches_threshold")
    """How many glitches kill an HTTP/2 connection to a server; 0 for none."""
    h2_fe_glitches_threshold: Integer = Integer("h2_fe_glitches_threshold")
    """How many glitches kill an HTTP/2 connection from a client; 0 for none."""
    h2_be_max_frames_at_once: Integer = Integer("h2_be_max_frames_at_once")
    """How many frames of a server are read in a row."""
    h2_fe_max_frames_at_once: Integer = Integer("h2_fe_max_frames_at_once")
    """How many frames of a client are read in a row."""
    h2_fe_max_rst_at_once: Integer = Integer("h2_fe_max_rst_at_once")
    """How many resets by a client are read in a row."""
    h2_be_rxbuf: Integer = Integer("h2_be_rxbuf")
    """How much is buffered of what a server sends on a connection, in bytes."""
    h2_fe_rxbuf: Integer = Integer("h2_fe_rxbuf")
    """How much is buffered of what a client sends on a connection, in bytes."""
    h2_max_frame_size: Integer = Integer("h2_max_frame_size")
    """The largest frame to accept, in bytes."""
    h2_log_errors: Field[Literal["none", "connection", "stream"]] = Field("h2_log_errors")
    """Which errors of HTTP/2 are logged."""
    h2_zero_copy_fwd_send: Switch = Switch("h2_zero_copy_fwd_send")
    """Whether HTTP/2 sends without a copy."""


class TuneBufferOptions(Record):
    """````tune_buffer_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_buffer_options"

    bufsize: Integer = Integer("bufsize")
    """The size of a buffer, in bytes; 16384 by default."""
    bufsize_small: Integer = Integer("bufsize_small")
    """The size of a small buffer, in bytes; 1024 by default."""
    bufsize_large: Integer = Integer("bufsize_large")
    """The size of a large buffer, in bytes; there are none by default."""
    buffers_limit: Integer = Integer("buffers_limit")
    """The most buffers; 0 for any."""
    buffers_reserve: Integer = Integer("buffers_reserve")
    """How many buffers are kept for when memory is short."""
    pipesize: Integer = Integer("pipesize")
    """The size of a pipe for splicing, in bytes."""
    recv_enough: Integer = Integer("recv_enough")
    """How many bytes read at once are enough not to try for more."""
    rcvbuf_client: Integer = Integer("rcvbuf_client")
    """The kernel's receive buffer towards clients, in bytes."""
    rcvbuf_server: Integer = Integer("rcvbuf_server")
    """The kernel's receive buffer towards servers, in bytes."""
    rcvbuf_frontend: Integer = Integer("rcvbuf_frontend")
    """The kernel's receive buffer of datagrams from clients, in bytes."""
    rcvbuf_backend: Integer = Integer("rcvbuf_backend")
    """The kernel's receive buffer of datagrams from servers, in bytes."""
    sndbuf_client: Integer = Integer("sndbuf_client")
    """The kernel's send buffer towards clients, in bytes."""
    sndbuf_server: Integer = Integer("sndbuf_server")
    """The kernel's send buffer towards servers, in bytes."""
    sndbuf_frontend: Integer = Integer("sndbuf_frontend")
    """The kernel's send buffer of datagrams to clients, in bytes."""
    sndbuf_backend: Integer = Integer("sndbuf_backend")
    """The kernel's send buffer of datagrams to servers, in bytes."""


class TuneVarsOptions(Record):
    """````tune_vars_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_vars_options"

    global_max_size: Integer = Integer("global_max_size")
    """The most memory for variables of all scopes, in bytes."""
    proc_max_size: Integer = Integer("proc_max_size")
    """The most memory for variables of the process, in bytes."""
    sess_max_size: Integer = Integer("sess_max_size")
    """The most memory for variables of a session, in bytes."""
    txn_max_size: Integer = Integer("txn_max_size")
    """The most memory for variables of a transaction, in bytes."""
    reqres_max_size: Integer = Integer("reqres_max_size")
    """The most memory for variables of a request or response, in bytes."""


class TuneZlibOptions(Record):
    """````tune_zlib_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_zlib_options"

    memlevel: Integer = Integer("memlevel")
    """How much memory zlib uses for a stream; 8 by default."""
    windowsize: Integer = Integer("windowsize")
    """The size of zlib's window, as a power of two; 15 by default."""


class TuneSslOptions(Record):
    """````tune_ssl_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_ssl_options"

    cachesize: Integer = Integer("cachesize")
    """How many sessions are kept to be resumed; 20000 by default."""
    lifetime: Integer = Integer("lifetime")
    """How long a session can be resumed; 5 minutes by default."""
    force_private_cache: Flag = Flag("force_private_cache")
    """Shares no sessions between processes."""
    maxrecord: Integer = Integer("maxrecord")
    """The largest record to send while a connection is young, in bytes; 0 for any."""
    default_dh_param: Integer = Integer("default_dh_param")
    """The size of the Diffie-Hellman parameters where no file gives them, in bits."""
    ctx_cache_size: Integer = Integer("ctx_cache_size")
    """How many generated certificates are kept; 1000 by default."""
    capture_buffer_size: Integer = Integer("capture_buffer_size")
    """How much of a client's hello is kept for sample fetches, in bytes."""
    keylog: Switch = Switch("keylog")
    """Whether the keys of connections are kept for logs."""
    certificate_compression: Field[Literal["auto", "disabled"]] = Field("certificate_compression")
    """Whether certificates may be compressed."""
    ocsp_update_min_delay: Integer = Integer("ocsp_update_min_delay")
    """The shortest time between two updates of an OCSP response, in seconds."""
    ocsp_update_max_delay: Integer = Integer("ocsp_update_max_delay")
    """The longest time between two updates of an OCSP response, in seconds."""


class TuneQuicOptions(Record):
    """````tune_quic_options```` of ````global````."""

    __slots__ = ()
    _definition = "global.tune_quic_options"

    zero_copy_fwd_send: Switch = Switch("zero_copy_fwd_send")
    """Whether QUIC sends without a copy."""
    frontend_stream_max_total: Integer = Integer("frontend_stream_max_total")
    """After how many streams a client has to connect anew; 0 for never."""
    frontend_conn_tx_buffers_limit: Integer = Integer("frontend_conn_tx_buffers_limit")
    """The most buffers that a connection may send from."""
    frontend_max_idle_timeout: Integer = Integer("frontend_max_idle_timeout")
    """How long a connection may be idle."""
    frontend_max_streams_bidi: Integer = Integer("frontend_max_streams_bidi")
    """The most streams that a client may open."""
    frontend_max_tx_memory: Integer = Integer("frontend_max_tx_memory")
    """The most memory for sending, in bytes."""
    max_frame_loss: Integer = Integer("max_frame_loss")
    """How often a frame may be lost."""
    reorder_ratio: Integer = Integer("reorder_ratio")
    """How far packets may be out of order, in percent of the window."""
    retry_threshold: Integer = Integer("retry_threshold")
    """How many half-open connections make clients prove their address."""
    socket_owner: Field[Literal["connection", "listener"]] = Field("socket_owner")
    """Whether connections get sockets of their own."""


class Global(SectionRecord):
    """A section ````global````."""

    __slots__ = ()
    _definition = "global"
    _kind = "global"

    daemon: Flag = Flag("daemon")
    """Goes to the background once started."""
    pidfile: Text = Text("pidfile")
    """The file that gets the process ids."""
    node: Text = Text("node")
    """A name for this machine among several, shown on the statistics page."""
    description: Text = Text("description")
    """A text about this instance, shown on the statistics page."""
    localpeer: Text = Text("localpeer")
    """The name by which this instance finds itself in ``peers`` sections."""
    cluster_secret: Text = Text("cluster_secret")
    """A secret that the machines of a cluster share, such as for the tokens of QUIC."""
    default_path: Part[DefaultPath] = Part("default_path", DefaultPath)
    """Where relative paths start."""
    external_check: Flag = Flag("external_check")
    """Allows checks that run a program."""
    hard_stop_after: Integer = Integer("hard_stop_after")
    """How long a stopping process may live until what is left is cut off."""
    grace: Integer = Integer("grace")
    """The time between the signal to stop and the end of listening."""
    close_spread_time: Integer = Integer("close_spread_time")
    """The time over which a stopping process spreads the closing of connections."""
    master_worker: Flag = Flag("master-worker")
    """Runs a master process that watches over a worker and replaces it."""
    mworker_max_reloads: Integer = Integer("mworker_max_reloads")
    """How many reloads a worker survives before the master ends it; 50 by default."""
    expose_experimental_directives: Flag = Flag("expose_experimental_directives")
    """Allows keywords that are not settled yet, behind this line."""
    expose_deprecated_directives: Flag = Flag("expose_deprecated_directives")
    """Allows deprecated keywords that have no replacement, without a warning."""
    debug_options: Part[DebugOptions] = Part("debug_options", DebugOptions)
    chroot: Text = Text("chroot")
    """The directory that becomes the process's root; ``auto`` for an empty one of its own."""
    uid: Integer = Integer("uid")
    """The number of the user to become."""
    gid: Integer = Integer("gid")
    """The number of the group to become."""
    user: Text = Text("user")
    """The name of the user to become."""
    group: Text = Text("group")
    """The name of the group to become."""
    setcap: Text = Text("setcap")
    """The capabilities that are kept when root is left."""
    set_dumpable: Flag = Flag("set_dumpable")
    """Whether a crash leaves a core dump."""
    insecure_fork_wanted: Flag = Flag("insecure_fork_wanted")
    """Allows the process to start others at run time."""
    insecure_setuid_wanted: Flag = Flag("insecure_setuid_wanted")
    """Allows programs started by the process to change their user."""
    harden: Part[Harden] = Part("harden", Harden)
    performance_options: Part[PerformanceOptions] = Part("performance_options", PerformanceOptions)
    ssl_options: Part[SslOptions] = Part("ssl_options", SslOptions)
    ulimit_n: Integer = Integer("ulimit_n")
    """The limit of file descriptors to set."""
    strict_limits: Flag = Flag("strict_limits")
    """Refuses to start where the system refuses a limit."""
    prealloc_fd: Flag = Flag("prealloc_fd")
    """Opens the highest file descriptor once, so that the kernel's table has its size."""
    no_quic: Flag = Flag("no_quic")
    """Binds no QUIC listener."""
    limited_quic: Flag = Flag("limited_quic")
    """Uses QUIC with a TLS library that does not support it, without 0-RTT."""
    nbthread: Integer = Integer("nbthread")
    """How many threads to run."""
    thread_groups: Integer = Integer("thread_groups")
    """How many groups the threads are divided into."""
    thread_group_lines: PartList[ThreadGroupLine] = PartList("thread_group_lines", ThreadGroupLine)
    """Which threads are in a group."""
    max_threads_per_group: Integer = Integer("max_threads_per_group")
    """The most threads of one group; 16 by default."""
    cpu_maps: PartList[CpuMap] = PartList("cpu_maps", CpuMap)
    """Which threads run on which CPUs."""
    cpu_policy: Field[Literal["none", "efficiency", "first-usable-node", "group-by-2-ccx", "group-by-2-clusters", "group-by-3-ccx", "group-by-3-clusters", "group-by-4-ccx", "group-by-4-clusters", "group-by-ccx", "group-by-cluster", "performance", "resource"]] = Field("cpu_policy")
    threads_per_core: Field[Literal["1", "auto"]] = Field("threads_per_core")
    cpu_affinity: Part[CpuAffinity] = Part("cpu_affinity", CpuAffinity)
    """How closely a thread is tied to CPUs."""
    cpu_set: PartList[CpuSet] = PartList("cpu_set", CpuSet)
    """Which CPUs are left to the policy."""
    numa_cpu_mapping: Switch = Switch("numa_cpu_mapping")
    """Looks at the machine's topology to choose CPUs."""
    environment_options: Part[EnvironmentOptions] = Part("environment_options", EnvironmentOptions)
    set_var: PartList[SetVar] = PartList("set_var", SetVar)
    """Sets a variable of the process to the value of an expression."""
    set_var_fmt: PartList[SetVarFmt] = PartList("set_var_fmt", SetVarFmt)
    """Sets a variable of the process to a formatted text."""
    ocsp_update_options: Part[OcspUpdateOptions] = Part("ocsp_update_options", OcspUpdateOptions)
    log_target_list: PartList[GlobalLogTarget] = PartList("log_target_list", GlobalLogTarget)
    """A target of logs."""
    log_send_hostname: Part[LogSendHostname] = Part("log_send_hostname", LogSendHostname)
    """The host name in logs; the system's own where none is given."""
    runtime_apis: PartList[RuntimeApi] = PartList("runtime_apis", RuntimeApi)
    """A socket of the runtime API."""
    stats_timeout: Integer = Integer("stats_timeout")
    """How long a socket of the runtime API may be idle; 10 seconds by default."""
    stats_maxconn: Integer = Integer("stats_maxconn")
    """The most connections to the runtime API; 10 by default."""
    stats_calculate_max_counters: Switch = Switch("stats_calculate_max_counters")
    """Whether the highest value of each counter is kept."""
    stats_file: Text = Text("stats_file")
    """A file with the values that counters start from."""
    shm_stats_file: Text = Text("shm_stats_file")
    """A name in shared memory for counters that outlive the process."""
    shm_stats_file_max_objects: Integer = Integer("shm_stats_file_max_objects")
    """The most objects in the shared memory for counters."""
    lua_options: Part[LuaOptions] = Part("lua_options", LuaOptions)
    tune_lua_options: Part[TuneLuaOptions] = Part("tune_lua_options", TuneLuaOptions)
    fifty_one_degrees_options: Part[FiftyOneDegreesOptions] = Part("fifty_one_degrees_options", FiftyOneDegreesOptions)
    device_atlas_options: Part[DeviceAtlasOptions] = Part("device_atlas_options", DeviceAtlasOptions)
    wurfl_options: Part[WurflOptions] = Part("wurfl_options", WurflOptions)
    http_client_options: Part[HttpClientOptions] = Part("http_client_options", HttpClientOptions)
    dns_accept_family: Text = Text("dns_accept_family")
    """The families of addresses that names are resolved to."""
    h1_case_adjust: PartList[H1CaseAdjust] = PartList("h1_case_adjust", H1CaseAdjust)
    """How a header's name is spelled towards HTTP/1 peers that mind."""
    h1_case_adjust_file: Text = Text("h1_case_adjust_file")
    """A file of spellings of headers' names."""
    h1_accept_payload_with_any_method: Flag = Flag("h1_accept_payload_with_any_method")
    """Accepts bodies of HTTP/1.0 requests with any method."""
    h1_do_not_close_on_insecure_transfer_encoding: Flag = Flag("h1_do_not_close_on_insecure_transfer_encoding")
    """Keeps connections on which a message had both a length and an encoding."""
    h2_workaround_bogus_websocket_clients: Flag = Flag("h2_workaround_bogus_websocket_clients")
    """Offers no websockets over HTTP/2."""
    http_err_codes: PartList[HttpCodes] = PartList("http_err_codes", HttpCodes)
    """The status codes that count as errors."""
    http_fail_codes: PartList[HttpCodes] = PartList("http_fail_codes", HttpCodes)
    """The status codes that count as failures."""
    pp2_never_send_local: Flag = Flag("pp2_never_send_local")
    """Sends checks' PROXY headers of version 2 without saying that they are checks."""
    force_cfg_parser_pause: Integer = Integer("force_cfg_parser_pause")
    """Waits this long while reading the configuration."""
    warn_blocked_traffic_after: Integer = Integer("warn_blocked_traffic_after")
    """How long a task may block traffic without a warning; 100 ms by default."""
    tune_options: Part[TuneOptions] = Part("tune_options", TuneOptions)
    tune_buffer_options: Part[TuneBufferOptions] = Part("tune_buffer_options", TuneBufferOptions)
    tune_vars_options: Part[TuneVarsOptions] = Part("tune_vars_options", TuneVarsOptions)
    tune_zlib_options: Part[TuneZlibOptions] = Part("tune_zlib_options", TuneZlibOptions)
    tune_ssl_options: Part[TuneSslOptions] = Part("tune_ssl_options", TuneSslOptions)
    tune_quic_options: Part[TuneQuicOptions] = Part("tune_quic_options", TuneQuicOptions)
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Entry(Record):
    """What to trace and when, as with the runtime command."""

    __slots__ = ()
    _definition = "traces.entries"

    trace: Text = Text("trace")


class Traces(SectionRecord):
    """A section ````traces````."""

    __slots__ = ()
    _definition = "traces"
    _kind = "traces"

    entries: PartList[Entry] = PartList("entries", Entry)
    """What to trace and when, as with the runtime command."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class NamespaceList(SectionRecord):
    """A section ````namespace_list````."""

    __slots__ = ()
    _definition = "namespace_list"
    _kind = "namespace_list"

    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class UserlistGroup(Record):
    """A group."""

    __slots__ = ()
    _definition = "userlist.groups"

    name: Text = Text("name")
    users: Text = Text("users")


class User(Record):
    """A user."""

    __slots__ = ()
    _definition = "userlist.users"

    username: Text = Text("username")
    password: Text = Text("password")
    secure_password: Flag = Flag("secure_password")
    """The password, as the system's crypt function writes it."""
    groups: Text = Text("groups")
    """The groups that the user is in."""


class Userlist(SectionRecord):
    """A section ````userlist````."""

    __slots__ = ()
    _definition = "userlist"
    _kind = "userlist"

    name: Text = Text("name")
    groups: PartMap[UserlistGroup] = PartMap("groups", UserlistGroup)
    """A group."""
    users: PartMap[User] = PartMap("users", User)
    """A user."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Program(SectionRecord):
    """A section ````program````."""

    __slots__ = ()
    _definition = "program"
    _kind = "program"

    name: Text = Text("name")
    command: Text = Text("command")
    """What to run."""
    user: Text = Text("user")
    """The user to run it as."""
    group: Text = Text("group")
    """The group to run it as."""
    start_on_reload: Switch = Switch("start-on-reload")
    """Runs another one whenever the master reloads; the default."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Ring(SectionRecord):
    """A section ````ring````."""

    __slots__ = ()
    _definition = "ring"
    _kind = "ring"

    name: Text = Text("name")
    description: Text = Text("description")
    """What the runtime API says of it; its name where no line says it."""
    format: Field[Literal["local", "rfc3164", "rfc5424", "priority", "short", "timed", "iso", "raw"]] = Field("format")
    """What stands around each message."""
    maxlen: Integer = Integer("maxlen")
    """The longest message."""
    servers: PartMap[Server] = PartMap("servers", Server)
    """A server that gets all messages."""
    size: Integer = Integer("size")
    """How large it is."""
    timeout_connect: Integer = Integer("timeout_connect")
    """How long a connection to a server may take."""
    timeout_server: Integer = Integer("timeout_server")
    """How long a server may take none of the messages."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Step(Record):
    """What is logged at a step."""

    __slots__ = ()
    _definition = "log-profile.steps"

    step: Field[Literal["accept", "request", "connect", "response", "close", "error", "any", "quic-init", "tcp-req-conn", "tcp-req-sess", "tcp-req-cont", "tcp-res-cont", "http-req", "http-res", "http-after-res"]] = Field("step")
    drop: Switch = Switch("drop")
    """Nothing."""
    format: Text = Text("format")
    """The message."""
    sd: Text = Text("sd")
    """The structured data of RFC 5424."""


class LogProfile(SectionRecord):
    """A section ````log-profile````."""

    __slots__ = ()
    _definition = "log-profile"
    _kind = "log-profile"

    name: Text = Text("name")
    log_tag: Text = Text("log_tag")
    """The program's name in messages."""
    steps: PartList[Step] = PartList("steps", Step)
    """What is logged at a step."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class LogForward(SectionRecord):
    """A section ````log-forward````."""

    __slots__ = ()
    _definition = "log-forward"
    _kind = "log-forward"

    name: Text = Text("name")
    backlog: Integer = Integer("backlog")
    """How many connections may wait to be accepted."""
    binds: PartMap[Bind] = PartMap("binds", Bind)
    """Where messages are received on streams."""
    dgram_binds: PartMap[Bind] = PartMap("dgram_binds", Bind)
    """Where messages are received as datagrams."""
    log_target_list: PartList[LogTarget] = PartList("log_target_list", LogTarget)
    """Where messages go."""
    maxconn: Integer = Integer("maxconn")
    """The most connections at a time; 10 by default."""
    assume_rfc6587_ntf: Flag = Flag("assume-rfc6587-ntf")
    """Takes messages on streams to end with a newline, whatever they start with."""
    dont_parse_log: Flag = Flag("dont-parse-log")
    """Forwards messages without looking into them."""
    timeout_client: Integer = Integer("timeout_client")
    """How long a client may send nothing."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class MailerEntry(Record):
    """A mail server."""

    __slots__ = ()
    _definition = "mailers.mailer_entries"

    name: Text = Text("name")
    address: Text = Text("address")
    port: Integer = Integer("port")


class Mailers(SectionRecord):
    """A section ````mailers````."""

    __slots__ = ()
    _definition = "mailers"
    _kind = "mailers"

    name: Text = Text("name")
    mailer_entries: PartMap[MailerEntry] = PartMap("mailer_entries", MailerEntry)
    """A mail server."""
    timeout: Integer = Integer("timeout")
    """How long a mail may take to be handed over to its server; 10 seconds where no line says
    it."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Resolvers(SectionRecord):
    """A section ````resolvers````."""

    __slots__ = ()
    _definition = "resolvers"
    _kind = "resolvers"

    name: Text = Text("name")
    nameservers: PartMap[Server] = PartMap("nameservers", Server)
    """A server to ask."""
    parse_resolv_conf: Flag = Flag("parse-resolv-conf")
    """Asks the servers that the system asks."""
    accepted_payload_size: Integer = Integer("accepted_payload_size")
    """The largest answer to accept, in bytes; 512 by default."""
    hold_nx: Integer = Integer("hold_nx")
    hold_refused: Integer = Integer("hold_refused")
    hold_timeout: Integer = Integer("hold_timeout")
    hold_other: Integer = Integer("hold_other")
    hold_valid: Integer = Integer("hold_valid")
    hold_obsolete: Integer = Integer("hold_obsolete")
    resolve_retries: Integer = Integer("resolve_retries")
    """How often a question is asked before it is given up; 3 by default."""
    timeout_resolve: Integer = Integer("timeout_resolve")
    """The time between two resolutions of a name; 1 second by default."""
    timeout_retry: Integer = Integer("timeout_retry")
    """The time between two questions without an answer; 1 second by default."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class DefaultBind(Record):
    """How the local process listens, without the address."""

    __slots__ = ()
    _definition = "peers.default_bind"

    ssl_certificate: Text = Text("ssl_certificate")
    """A certificate with its key, or a directory of them; ``@store/name`` for one of a
    ``crt-store``."""
    default_crt_list: ValueList[str] = ValueList("default_crt_list")
    """A certificate as with ``crt``, shown also where no other fits the name asked for."""
    crt_list: Text = Text("crt_list")
    """A file that lists certificates with parameters and host names."""
    generate_certificates: Flag = Flag("generate_certificates")
    """Makes certificates for the names that are asked for."""
    ca_sign_file: Text = Text("ca_sign_file")
    """The authority, with its key, that signs certificates made on the fly."""
    ca_sign_pass: Text = Text("ca_sign_pass")
    """The password of that authority's key."""
    force_strict_sni: Switch = Switch("force_strict_sni")
    """Refuses names that no certificate has."""
    strict_sni: Flag = Flag("strict_sni")
    """Refuses names that no certificate has."""
    no_strict_sni: Flag = Flag("no_strict_sni")
    """Shows a default certificate for names that no certificate has."""
    ssl: Flag = Flag("ssl")
    """Expects TLS."""
    verify: Field[Literal["none", "optional", "required"]] = Field("verify")
    """Whether clients need a certificate; by default they are not asked for one."""
    ssl_cafile: Text = Text("ssl_cafile")
    """The authorities that client certificates are verified with."""
    ca_verify_file: Text = Text("ca_verify_file")
    """Further authorities to verify with, whose names clients are not told."""
    crl_file: Text = Text("crl_file")
    """A list of revoked certificates."""
    ca_ignore_err: Text = Text("ca_ignore_err")
    """The errors of authorities that do not end a handshake."""
    crt_ignore_err: Text = Text("crt_ignore_err")
    """The errors of client certificates that do not end a handshake."""
    no_ca_names: Flag = Flag("no_ca_names")
    """Tells clients no names of authorities."""
    alpn: Text = Text("alpn")
    """The protocols that clients may choose by ALPN."""
    no_alpn: Flag = Flag("no_alpn")
    """Offers no protocol by ALPN."""
    npn: Text = Text("npn")
    """The protocols that clients may choose by NPN, which ALPN replaced."""
    allow_0rtt: Flag = Flag("allow_0rtt")
    """Accepts early data, which an attacker can repeat."""
    ciphers: Text = Text("ciphers")
    """The ciphers up to TLS 1.2, as OpenSSL writes them."""
    ciphersuites: Text = Text("ciphersuites")
    """The ciphers of TLS 1.3."""
    prefer_client_ciphers: Flag = Flag("prefer_client_ciphers")
    """Lets the client's order of ciphers count."""
    curves: Text = Text("curves")
    """The elliptic curves; ``ecdhe`` does not count then."""
    ecdhe: Text = Text("ecdhe")
    """The elliptic curve of key exchanges."""
    sigalgs: Text = Text("sigalgs")
    """The signature algorithms."""
    client_sigalgs: Text = Text("client_sigalgs")
    """The signature algorithms of client certificates."""
    ssl_min_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_min_ver")
    """The oldest version of TLS to accept; 1.2 by default."""
    ssl_max_ver: Field[Literal["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]] = Field("ssl_max_ver")
    """The newest version of TLS to accept."""
    force_sslv3: Flag = Flag("force_sslv3")
    """Accepts SSL 3.0 only."""
    force_tlsv10: Flag = Flag("force_tlsv10")
    """Accepts TLS 1.0 only."""
    force_tlsv11: Flag = Flag("force_tlsv11")
    """Accepts TLS 1.1 only."""
    force_tlsv12: Flag = Flag("force_tlsv12")
    """Accepts TLS 1.2 only."""
    force_tlsv13: Flag = Flag("force_tlsv13")
    """Accepts TLS 1.3 only."""
    sslv3: Field[Literal["disabled", "enabled"]] = Field("sslv3")
    """Refuses SSL 3.0."""
    no_sslv3: Flag = Flag("no_sslv3")
    """Refuses SSL 3.0."""
    tlsv10: Field[Literal["disabled", "enabled"]] = Field("tlsv10")
    """Refuses TLS 1.0."""
    no_tlsv10: Flag = Flag("no_tlsv10")
    """Refuses TLS 1.0."""
    tlsv11: Field[Literal["disabled", "enabled"]] = Field("tlsv11")
    """Refuses TLS 1.1."""
    no_tlsv11: Flag = Flag("no_tlsv11")
    """Refuses TLS 1.1."""
    tlsv12: Field[Literal["disabled", "enabled"]] = Field("tlsv12")
    """Refuses TLS 1.2."""
    no_tlsv12: Flag = Flag("no_tlsv12")
    """Refuses TLS 1.2."""
    tlsv13: Field[Literal["disabled", "enabled"]] = Field("tlsv13")
    """Refuses TLS 1.3."""
    no_tlsv13: Flag = Flag("no_tlsv13")
    """Refuses TLS 1.3."""
    tls_tickets: Switch = Switch("tls_tickets")
    """Resumes sessions by tickets, whatever the defaults say."""
    no_tls_tickets: Flag = Flag("no_tls_tickets")
    """Resumes sessions without tickets."""
    tls_ticket_keys: Text = Text("tls_ticket_keys")
    """A file of keys for tickets, one a line."""
    ktls: Field[Literal["on", "off"]] = Field("ktls")
    """Whether the kernel encrypts."""
    accept_proxy: Flag = Flag("accept_proxy")
    """Expects a header of the PROXY protocol that tells the client's address."""
    accept_netscaler_cip: Integer = Integer("accept_netscaler_cip")
    """Expects a header of ``NetScaler``, which starts with this number, that tells the client's
    address."""
    maxconn: Integer = Integer("maxconn")
    """The most connections at a time; the frontend's limit where nothing says it."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol of its connections: ``h1``, ``h2``, ``quic``, ``none``, …"""
    nice: Integer = Integer("nice")
    """How readily its connections give way to others, -1024 to 1024."""
    idle_ping: Integer = Integer("idle_ping")
    """The time between two tests of an idle connection."""
    nbconn: Integer = Integer("nbconn")
    """How many connections a reverse listener opens."""
    name: Text = Text("name")
    """Its name in statistics."""
    id: Text = Text("id")
    """Its number, unique in the frontend."""
    label: Text = Text("label")
    """A name for a set of listeners."""
    guid_prefix: Text = Text("guid_prefix")
    """The start of the identifiers of its sockets, unique in the whole configuration."""
    backlog: Text = Text("backlog")
    """How many connections may wait to be accepted; 0 is as many as the frontend says."""
    cc: Text = Text("cc")
    """The system's algorithm of congestion control."""
    defer_accept: Flag = Flag("defer_accept")
    """Accepts a connection once it has sent data."""
    interface: Text = Text("interface")
    """The network interface to accept from."""
    mss: Text = Text("mss")
    """The largest segment of TCP, or how much smaller than the client's it is."""
    namespace: Text = Text("namespace")
    """The network namespace to listen in."""
    tcp_md5sig: Text = Text("tcp_md5sig")
    """A password that signs each packet."""
    tcp_ss: Integer = Integer("tcp_ss")
    """Which headers of a connection's first packet are kept: 0 none, 1 from IP, 2 from Ethernet."""
    tcp_user_timeout: Integer = Integer("tcp_user_timeout")
    """How long sent data may stay unacknowledged before the connection is dropped."""
    tfo: Flag = Flag("tfo")
    """Accepts data with the first packet of a connection."""
    transparent: Flag = Flag("transparent")
    """Accepts connections to addresses that are not the machine's."""
    v4v6: Flag = Flag("v4v6")
    """Accepts IPv4 on IPv6's wildcard address, too."""
    v6only: Flag = Flag("v6only")
    """Accepts only IPv6 on its wildcard address."""
    user: Text = Text("user")
    """The owner, by name."""
    uid: Text = Text("uid")
    """The owner, by number."""
    group: Text = Text("group")
    """The group, by name."""
    gid: Integer = Integer("gid")
    """The group, by number."""
    mode: Text = Text("mode")
    """The permissions."""
    thread: Text = Text("thread")
    """The threads that accept connections."""
    shards: Text = Text("shards")
    """How many sockets share an address."""
    level: Field[Literal["user", "operator", "admin"]] = Field("level")
    """The commands it accepts."""
    severity_output: Field[Literal["none", "number", "string"]] = Field("severity_output")
    """How messages tell their severity."""
    expose_fd_listeners: Flag = Flag("expose_fd_listeners")
    """The open files that another process can get from it."""
    quic_cc_algo: Field[Literal["cubic", "newreno", "bbr", "nocc"]] = Field("quic-cc-algo")
    quic_cc_algo_max_window: Integer = Integer("quic_cc_algo_max_window")
    quic_force_retry: Flag = Flag("quic-force-retry")
    """Makes each client prove its address first."""
    quic_socket: Field[Literal["connection", "listener"]] = Field("quic-socket")
    """Whether connections have sockets of their own."""


class Table(Record):
    """A table that belongs to the section."""

    __slots__ = ()
    _definition = "peers.tables"

    name: Text = Text("name")
    type: Field[Literal["ip", "ipv4", "ipv6", "integer", "string", "binary"]] = Field("type")
    type_len: Integer = Integer("type_len")
    size: Text = Text("size")
    """How many entries there may be."""
    expire: Text = Text("expire")
    """How long an entry is kept that nothing touches."""
    no_purge: Flag = Flag("no_purge")
    """Refuses entries where the table is full; without it, the oldest ones go."""
    peers: Text = Text("peers")
    """Shares the table with the processes of this peers section."""
    srvkey: Field[Literal["name", "addr"]] = Field("srvkey")
    """How entries name servers."""
    store: Text = Text("store")
    """The data of each entry."""
    write_to: Text = Text("write_to")
    """A table that gets what peers send as well."""
    recv_only: Flag = Flag("recv_only")
    """Takes from peers even what it would not, because nothing here changes it."""
    brates_factor: Integer = Integer("brates_factor")
    """How many bytes count as one in rates of bytes, 1 to 1024."""


class Peers(SectionRecord):
    """A section ````peers````."""

    __slots__ = ()
    _definition = "peers"
    _kind = "peers"

    name: Text = Text("name")
    default_bind: Part[DefaultBind] = Part("default_bind", DefaultBind)
    """How the local process listens, without the address."""
    binds: PartMap[Bind] = PartMap("binds", Bind)
    """Where the local process listens for its peers."""
    default_server: Part[DefaultServer] = Part("default_server", DefaultServer)
    """What the peers after it start from."""
    peer_entries: PartMap[Server] = PartMap("peer_entries", Server)
    """A process."""
    servers: PartMap[Server] = PartMap("servers", Server)
    """A process, as with ``peer``; the local one without an address, which is on a ``bind``
    line."""
    tables: PartMap[Table] = PartMap("tables", Table)
    """A table that belongs to the section."""
    shards: Integer = Integer("shards")
    """How many peers share the keys of tables."""
    log_target_list: PartList[LogTarget] = PartList("log_target_list", LogTarget)
    """Where what happens to the section is logged."""
    disabled: Flag = Flag("disabled")
    """Neither listens nor connects."""
    enabled: Flag = Flag("enabled")
    """Undoes ``disabled``."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class HttpErrors(SectionRecord):
    """A section ````http-errors````."""

    __slots__ = ()
    _definition = "http-errors"
    _kind = "http-errors"

    name: Text = Text("name")
    error_files: PartList[ErrorFile] = PartList("error_files", ErrorFile)
    """The response to send with a status code."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Cache(SectionRecord):
    """A section ````cache````."""

    __slots__ = ()
    _definition = "cache"
    _kind = "cache"

    name: Text = Text("name")
    max_age: Integer = Integer("max_age")
    """How long a response is kept at most, in seconds; 60 by default."""
    max_object_size: Integer = Integer("max_object_size")
    """The largest response to keep, in bytes; a 256th of the cache by default."""
    max_secondary_entries: Integer = Integer("max_secondary_entries")
    """The most responses to keep of one URL that vary by request; 10 by default."""
    process_vary: Flag = Flag("process_vary")
    """Whether responses that vary by request are kept."""
    total_max_size: Integer = Integer("total_max_size")
    """How large it is, in megabytes."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class PassHeader(Record):
    """A header of requests that the application gets."""

    __slots__ = ()
    _definition = "fcgi-app.pass_headers"

    name: Text = Text("name")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class LogSample(Record):
    """````sample```` of ````fcgi-app.log_stderrs````."""

    __slots__ = ()
    _definition = "fcgi-app.log_stderrs.sample"

    ranges: Text = Text("ranges")
    size: Integer = Integer("size")


class LogStderr(Record):
    """Where the application's errors are logged."""

    __slots__ = ()
    _definition = "fcgi-app.log_stderrs"

    global_: Flag = Flag("global")
    """Wherever the global section sends them."""
    address: Text = Text("address")
    len: Integer = Integer("len")
    format: Field[Literal["local", "rfc3164", "rfc5424", "priority", "short", "timed", "iso", "raw"]] = Field("format")
    sample: Part[LogSample] = Part("sample", LogSample)
    profile: Text = Text("profile")
    facility: Field[Literal["kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron", "auth2", "ftp", "ntp", "audit", "alert", "cron2", "local0", "local1", "local2", "local3", "local4", "local5", "local6", "local7"]] = Field("facility")
    level: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("level")
    minlevel: Field[Literal["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"]] = Field("minlevel")


class SetParam(Record):
    """A parameter for the application."""

    __slots__ = ()
    _definition = "fcgi-app.set_params"

    name: Text = Text("name")
    format: Text = Text("format")
    cond: Field[Literal["if", "unless"]] = Field("cond")
    cond_test: Text = Text("cond_test")


class FcgiApp(SectionRecord):
    """A section ````fcgi-app````."""

    __slots__ = ()
    _definition = "fcgi-app"
    _kind = "fcgi-app"

    name: Text = Text("name")
    acl_list: PartList[Acl] = PartList("acl_list", Acl)
    """A condition with a name, for this section only."""
    docroot: Text = Text("docroot")
    """The root of the documents, on the application's machine."""
    index: Text = Text("index")
    """The script that a URL ending in a slash stands for."""
    pass_headers: PartList[PassHeader] = PartList("pass_headers", PassHeader)
    """A header of requests that the application gets."""
    path_info: Text = Text("path_info")
    """What takes the script's name, and perhaps the path behind it, from the URL's path."""
    log_stderrs: PartList[LogStderr] = PartList("log_stderrs", LogStderr)
    """Where the application's errors are logged."""
    get_values: Switch = Switch("get_values")
    """Asks the application for its limits."""
    keep_conn: Switch = Switch("keep_conn")
    """Keeps the connection open after a response; the default."""
    max_reqs: Integer = Integer("max_reqs")
    """The most requests that the application handles at a time; 1 by default."""
    mpxs_conns: Switch = Switch("mpxs_conns")
    """Sends several requests at a time on a connection."""
    set_params: PartList[SetParam] = PartList("set_params", SetParam)
    """A parameter for the application."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class CrtLoad(Record):
    """A certificate."""

    __slots__ = ()
    _definition = "crt-store.crt_loads"

    certificate: Text = Text("certificate")
    """The certificate, perhaps with its key and the certificates it depends on."""
    key: Text = Text("key")
    """The private key, where it is in a file of its own."""
    ocsp: Text = Text("ocsp")
    """An answer of OCSP to begin with."""
    issuer: Text = Text("issuer")
    """The certificate of whoever issued it, for OCSP."""
    sctl: Text = Text("sctl")
    """The timestamps of Certificate Transparency."""
    ocsp_update: Switch = Switch("ocsp_update")
    """Keeps the answer of OCSP current; off by default."""
    alias: Text = Text("alias")
    """A name to use behind ``@/`` instead of the file's."""
    acme: Text = Text("acme")
    """The ``acme`` section that it is renewed by."""
    domains: ValueList[str] = ValueList("domains")
    """The host names to get it for by ACME; the first is its common name."""


class CrtStore(SectionRecord):
    """A section ````crt-store````."""

    __slots__ = ()
    _definition = "crt-store"
    _kind = "crt-store"

    name: Text = Text("name")
    crt_base: Text = Text("crt_base")
    """The directory of certificates."""
    key_base: Text = Text("key_base")
    """The directory of keys."""
    crt_loads: PartMap[CrtLoad] = PartMap("crt_loads", CrtLoad)
    """A certificate."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Acme(SectionRecord):
    """A section ````acme````."""

    __slots__ = ()
    _definition = "acme"
    _kind = "acme"

    name: Text = Text("name")
    account_key: Text = Text("account_key")
    """The file of the account's key; the section's name with ``.account.key`` by default."""
    acme_vars: ValueMap[str] = ValueMap("acme_vars")
    """What the program that changes the DNS is told."""
    bits: Integer = Integer("bits")
    """The number of bits of RSA keys; 2048 by default."""
    challenge: Text = Text("challenge")
    """How it is proved whose a name is; ``http-01`` by default."""
    challenge_ready: ValueList[Literal["cli", "dns", "delay", "none"]] = ValueList("challenge_ready")
    """What must have happened before the authority is told to look."""
    contact: Text = Text("contact")
    """The mail address of the account."""
    curves: Text = Text("curves")
    """The curve of ECDSA keys; P-384 by default."""
    directory: Text = Text("directory")
    """The URL of the authority's directory."""
    dns_delay: Integer = Integer("dns_delay")
    """The time to wait for the DNS; 30 seconds by default."""
    dns_timeout: Integer = Integer("dns_timeout")
    """The time after which the DNS is given up; 10 minutes by default."""
    keytype: Field[Literal["RSA", "ECDSA"]] = Field("keytype")
    """The kind of key of certificates."""
    map: Text = Text("map")
    """The map that answers to challenges are written to."""
    profile: Text = Text("profile")
    """The kind of certificate, as the authority calls it."""
    acme_provider: Text = Text("acme_provider")
    """The DNS provider, for the program that changes the DNS."""
    reuse_key: Switch = Switch("reuse_key")
    """Keeps the key when a certificate is renewed; off by default."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class TcpCheck(Record):
    """What logs say where the next step fails."""

    __slots__ = ()
    _definition = "healthcheck.tcp_check_list"

    action: Field[Literal["comment", "connect", "expect", "send", "send-binary", "send-binary-lf", "send-lf", "set-var", "set-var-fmt", "unset-var"]] = Field("action")
    check_comment: Text = Text("check_comment")
    default: Flag = Flag("default")
    """Takes what the server's line says where nothing else is said here."""
    port: Integer = Integer("port")
    port_string: Text = Text("port_string")
    addr: Text = Text("addr")
    """The address; the server's where nothing says it."""
    send_proxy: Flag = Flag("send_proxy")
    """Starts with a header of the PROXY protocol."""
    via_socks4: Flag = Flag("via_socks4")
    """Goes through the server's SOCKS4 proxy."""
    ssl: Flag = Flag("ssl")
    """Speaks TLS."""
    sni: Text = Text("sni")
    """The name to ask for in TLS."""
    alpn: Text = Text("alpn")
    """The protocols to offer in TLS, with commas between them."""
    linger: Flag = Flag("linger")
    """Closes the connection in order, not by a reset."""
    proto: Field[Literal["h1", "h2", "fcgi", "none", "quic", "spop", "qmux"]] = Field("proto")
    """The protocol to speak, whatever was negotiated."""
    min_recv: Integer = Integer("min_recv")
    """Waits for this many bytes before it looks; -1 is as many as the pattern needs."""
    ok_status: Field[Literal["L7OK", "L7OKC", "L6OK", "L4OK"]] = Field("ok_status")
    """The check's result where this last step succeeds; ``L7OK`` where nothing says it."""
    error_status: Field[Literal["L7OKC", "L7RSP", "L7STS", "L6RSP", "L4CON"]] = Field("error_status")
    """The check's result where the step fails; ``L7RSP`` where nothing says it."""
    tout_status: Field[Literal["L7TOUT", "L6TOUT", "L4TOUT"]] = Field("tout_status")
    """The check's result where the step takes too long; ``L7TOUT`` where nothing says it."""
    on_success: Text = Text("on_success")
    """What logs say where this last step succeeds."""
    on_error: Text = Text("on_error")
    """What logs say where the step fails."""
    status_code: Text = Text("status-code")
    """The status code that logs show."""
    exclamation_mark: Flag = Flag("exclamation_mark")
    match: Field[Literal["string", "rstring", "string-lf", "binary", "rbinary", "binary-lf"]] = Field("match")
    pattern: Text = Text("pattern")
    data: Text = Text("data")
    hex_string: Text = Text("hex_string")
    hex_fmt: Text = Text("hex_fmt")
    fmt: Text = Text("fmt")
    var_name: Text = Text("var_name")
    var_scope: Text = Text("var_scope")
    var_conditions: ValueList[Literal["ifexists", "ifnotexists", "ifempty", "ifnotempty", "ifset", "ifnotset", "ifgt", "iflt"]] = ValueList("var_conditions")
    var_expr: Text = Text("var_expr")
    var_fmt: Text = Text("var_fmt")


class Healthcheck(SectionRecord):
    """A section ````healthcheck````."""

    __slots__ = ()
    _definition = "healthcheck"
    _kind = "healthcheck"

    name: Text = Text("name")
    type: Field[Literal["tcp-check", "httpchk", "ssl-hello-chk", "smtpchk", "pgsql-check", "redis-check", "mysql-check", "ldap-check", "spop-check"]] = Field("type")
    httpchk_params: Part[HttpchkParams] = Part("httpchk_params", HttpchkParams)
    smtpchk_params: Part[SmtpchkParams] = Part("smtpchk_params", SmtpchkParams)
    pgsql_check_params: Part[PgsqlCheckParams] = Part("pgsql_check_params", PgsqlCheckParams)
    mysql_check_params: Part[MysqlCheckParams] = Part("mysql_check_params", MysqlCheckParams)
    http_check_list: PartList[HttpCheck] = PartList("http_check_list", HttpCheck)
    """What logs say where the next step fails."""
    tcp_check_list: PartList[TcpCheck] = PartList("tcp_check_list", TcpCheck)
    """What logs say where the next step fails."""
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class DefaultsStatsOptions(Record):
    """````stats_options```` of ````defaults````."""

    __slots__ = ()
    _definition = "defaults.stats_options"

    stats_auths: PartList[StatsAuth] = PartList("stats_auths", StatsAuth)
    """A user who may see the page."""
    stats_enable: Flag = Flag("stats_enable")
    """Turns the page on."""
    stats_hide_version: Flag = Flag("stats_hide_version")
    """Does not show HAProxy's version; what holds since 2.1 where no line says otherwise."""
    stats_realm_realm: Text = Text("stats_realm_realm")
    stats_realm: Flag = Flag("stats_realm")
    """What a browser says when it asks for the password."""
    stats_refresh_delay: Integer = Integer("stats_refresh_delay")
    """How often a browser reads the page again; seconds where no unit is given."""
    stats_scopes: ValueList[str] = ValueList("stats_scopes")
    """A section that the page shows; all where no line says it."""
    stats_show_desc: Text = Text("stats_show_desc")
    """A description that the page shows; that of the process where none is given."""
    stats_show_legends: Flag = Flag("stats_show_legends")
    """Shows more of servers and sessions."""
    stats_show_modules: Flag = Flag("stats_show_modules")
    """Shows the statistics of HAProxy's parts."""
    stats_show_node_name: Text = Text("stats_show_node_name")
    """A name of the node that the page shows; that of the process where none is given."""
    stats_show_version: Flag = Flag("stats_show_version")
    """Shows HAProxy's version."""
    stats_uri_prefix: Text = Text("stats_uri_prefix")
    """The start of the page's URI; ``/haproxy?stats`` where no line says it."""


class DefaultsCompression(Record):
    """````compression```` of ````defaults````."""

    __slots__ = ()
    _definition = "defaults.compression"

    algorithms: ValueList[Literal["identity", "gzip", "deflate", "raw-deflate"]] = ValueList("algorithms")
    """The algorithms for answers, the preferred one first."""
    algo_req: Field[Literal["identity", "gzip", "deflate", "raw-deflate"]] = Field("algo-req")
    """The algorithm for requests."""
    algos_res: ValueList[Literal["identity", "gzip", "deflate", "raw-deflate"]] = ValueList("algos-res")
    """The algorithms for answers, the preferred one first."""
    types: ValueList[str] = ValueList("types")
    """The types of content that are compressed in answers; all where no line says it."""
    types_req: ValueList[str] = ValueList("types-req")
    """The types of content that are compressed in requests; all where no line says it."""
    types_res: ValueList[str] = ValueList("types-res")
    """The types of content that are compressed in answers; all where no line says it."""
    minsize_req: Integer = Integer("minsize_req")
    """The least length of a request that is compressed, in bytes."""
    minsize_res: Integer = Integer("minsize_res")
    """The least length of an answer that is compressed, in bytes."""
    direction: Field[Literal["request", "response", "both"]] = Field("direction")
    """What is compressed; answers where no line says it."""


class Defaults(SectionRecord):
    """A section ````defaults````."""

    __slots__ = ()
    _definition = "defaults"
    _kind = "defaults"

    name: Text = Text("name")
    from_: Text = Text("from")
    default_server: Part[DefaultServer] = Part("default_server", DefaultServer)
    """The parameters that the servers after it start from."""
    http_request_rule_list: PartList[HttpRequestRule] = PartList("http_request_rule_list", HttpRequestRule)
    """A rule for requests of HTTP."""
    http_response_rule_list: PartList[HttpResponseRule] = PartList("http_response_rule_list", HttpResponseRule)
    """A rule for answers of HTTP."""
    http_after_response_rule_list: PartList[HttpAfterResponseRule] = PartList("http_after_response_rule_list", HttpAfterResponseRule)
    """A rule for all that is sent to clients, HAProxy's own answers included."""
    acl_list: PartList[Acl] = PartList("acl_list", Acl)
    """A condition with a name; several lines of one name are alternatives."""
    quic_initial_rule_list: PartList[QuicInitialRule] = PartList("quic_initial_rule_list", QuicInitialRule)
    """A rule for the first packet of a QUIC connection."""
    mode: Field[Literal["tcp", "http", "log", "spop", "haterm", "health"]] = Field("mode")
    """What is spoken; ``tcp`` where no line says it."""
    enabled: Flag = Flag("enabled")
    """Runs the proxy where the defaults do not."""
    disabled: Flag = Flag("disabled")
    """Does not run the proxy."""
    default_backend: Text = Text("default_backend")
    """The backend of what no ``use_backend`` claims."""
    maxconn: Integer = Integer("maxconn")
    """How many connections there may be at a time; 0 for as many as the process may have."""
    backlog: Integer = Integer("backlog")
    """How many connections may wait in the system to be accepted; as many as ``maxconn`` where no
    line says it."""
    clitcpka_cnt: Integer = Integer("clitcpka_cnt")
    """How many lost keep-alive probes end a client's connection."""
    clitcpka_idle: Integer = Integer("clitcpka_idle")
    """How long a client's connection is idle before it is probed; seconds where no unit is
    given."""
    clitcpka_intvl: Integer = Integer("clitcpka_intvl")
    """The time between two probes of a client's connection; seconds where no unit is given."""
    srvtcpka_cnt: Integer = Integer("srvtcpka_cnt")
    """How many lost keep-alive probes end a server's connection."""
    srvtcpka_idle: Integer = Integer("srvtcpka_idle")
    """How long a server's connection is idle before it is probed; seconds where no unit is
    given."""
    srvtcpka_intvl: Integer = Integer("srvtcpka_intvl")
    """The time between two probes of a server's connection; seconds where no unit is given."""
    monitor_uri: Text = Text("monitor_uri")
    """The URI that answers whether HAProxy is well."""
    source: Part[Source] = Part("source", Source)
    """The address from which servers are connected to."""
    load_server_state_from_file: Field[Literal["global", "local", "none"]] = Field("load_server_state_from_file")
    """Where a server's state is read from when HAProxy starts."""
    server_state_file_name: Text = Text("server_state_file_name")
    """The file that servers' states are read from; that named like the backend where none is
    given."""
    external_check_command: Text = Text("external_check_command")
    """The program that checks servers."""
    external_check_path: Text = Text("external_check_path")
    """Where the program that checks servers finds others."""
    check_timeout: Integer = Integer("check_timeout")
    """For the answer of a health check once its connection stands."""
    client_timeout: Integer = Integer("client_timeout")
    """For a client that neither sends nor takes anything."""
    client_fin_timeout: Integer = Integer("client_fin_timeout")
    """For a client whose one direction is shut down; that of ``timeout client`` where no line says
    it."""
    connect_timeout: Integer = Integer("connect_timeout")
    """For a connection to a server."""
    http_keep_alive_timeout: Integer = Integer("http_keep_alive_timeout")
    """For the next request on a connection that was kept; that of ``timeout http-request`` where no
    line says it."""
    http_request_timeout: Integer = Integer("http_request_timeout")
    """For all headers of a request to arrive."""
    queue_timeout: Integer = Integer("queue_timeout")
    """For a connection to a server to become free; that of ``timeout connect`` where no line says
    it."""
    server_timeout: Integer = Integer("server_timeout")
    """For a server that neither sends nor takes anything."""
    server_fin_timeout: Integer = Integer("server_fin_timeout")
    """For a server whose one direction is shut down; that of ``timeout server`` where no line says
    it."""
    tarpit_timeout: Integer = Integer("tarpit_timeout")
    """How long a client in the tarpit waits for its error; that of ``timeout connect`` where no
    line says it."""
    tunnel_timeout: Integer = Integer("tunnel_timeout")
    """For either side of a tunnel, such as a WebSocket, when nothing moves."""
    abortonclose: Switch = Switch("abortonclose")
    """Stops working on a request whose client has closed its side."""
    allbackups: Switch = Switch("allbackups")
    """Uses all backup servers at once, not just the first."""
    checkcache: Switch = Switch("checkcache")
    """Blocks answers that caches would keep with a cookie in them."""
    clitcpka: Switch = Switch("clitcpka")
    """Sends TCP keep-alives to clients."""
    contstats: Switch = Switch("contstats")
    """Updates counters while a stream lasts, not just at its end."""
    dontlog_normal: Switch = Switch("dontlog_normal")
    """Logs only what did not go well."""
    dontlognull: Switch = Switch("dontlognull")
    """Does not log connections that carried nothing."""
    independent_streams: Switch = Switch("independent_streams")
    """Keeps the two directions of a stream apart when it comes to timeouts."""
    log_health_checks: Switch = Switch("log_health_checks")
    """Logs every change of a health check's result."""
    log_separate_errors: Switch = Switch("log_separate_errors")
    """Logs what failed at the level ``err``."""
    logasap: Switch = Switch("logasap")
    """Logs a stream as soon as the server answers."""
    nolinger: Switch = Switch("nolinger")
    """Frees closed connections at once, losing what is still on its way."""
    persist: Switch = Switch("persist")
    """Sends a request to the server its cookie names even if that is down."""
    prefer_last_server: Switch = Switch("prefer_last_server")
    """Prefers the server that the client's last request went to."""
    socket_stats: Switch = Switch("socket_stats")
    """Counts what each socket does."""
    splice_auto: Switch = Switch("splice_auto")
    """Lets the kernel forward data where that pays, both ways."""
    splice_request: Switch = Switch("splice_request")
    """Lets the kernel forward data from clients to servers."""
    splice_response: Switch = Switch("splice_response")
    """Lets the kernel forward data from servers to clients."""
    srvtcpka: Switch = Switch("srvtcpka")
    """Sends TCP keep-alives to servers."""
    tcp_smart_accept: Switch = Switch("tcp_smart_accept")
    """Saves a packet where a connection is accepted; what HTTP does anyway."""
    tcp_smart_connect: Switch = Switch("tcp_smart_connect")
    """Saves a packet where a connection to a server is made."""
    tcpka: Switch = Switch("tcpka")
    """Sends TCP keep-alives to both sides."""
    transparent: Switch = Switch("transparent")
    """Forwards what no cookie claims to the address that the client wanted."""
    external_check: Switch = Switch("external_check")
    """Lets a program check servers."""
    accept_invalid_http_request: Switch = Switch("accept_invalid_http_request")
    """Accepts requests that break the rules of HTTP."""
    accept_invalid_http_response: Switch = Switch("accept_invalid_http_response")
    """Accepts answers that break the rules of HTTP."""
    accept_unsafe_violations_in_http_request: Switch = Switch("accept_unsafe_violations_in_http_request")
    """Accepts requests that break the rules of HTTP, at the risk of attacks."""
    accept_unsafe_violations_in_http_response: Switch = Switch("accept_unsafe_violations_in_http_response")
    """Accepts answers that break the rules of HTTP, at the risk of attacks."""
    disable_h2_upgrade: Switch = Switch("disable_h2_upgrade")
    """Does not turn HTTP/1 into HTTP/2 where a client asks for it."""
    h1_case_adjust_bogus_client: Switch = Switch("h1_case_adjust_bogus_client")
    """Writes header names to clients in the case that ``h1-case-adjust`` says."""
    h1_case_adjust_bogus_server: Switch = Switch("h1_case_adjust_bogus_server")
    """Writes header names to servers in the case that ``h1-case-adjust`` says."""
    http_buffer_request: Switch = Switch("http-buffer-request")
    """Waits for the body of a request, or a buffer full of it."""
    http_drop_request_trailers: Switch = Switch("http-drop-request-trailers")
    """Does not pass on what follows the body of a request."""
    http_drop_response_trailers: Switch = Switch("http-drop-response-trailers")
    """Does not pass on what follows the body of an answer."""
    http_ignore_probes: Switch = Switch("http_ignore_probes")
    """Neither logs nor counts connections that a browser opened in advance."""
    http_connection_mode: Field[Literal["http-keep-alive", "http-server-close", "httpclose"]] = Field("http_connection_mode")
    """Keeps connections on both sides; what holds where no line says otherwise."""
    http_no_delay: Switch = Switch("http_no_delay")
    """Forwards every piece of data at once."""
    http_pretend_keepalive: Switch = Switch("http_pretend_keepalive")
    """Asks servers to keep a connection that will be closed."""
    http_restrict_req_hdr_names: Field[Literal["preserve", "delete", "reject"]] = Field("http_restrict_req_hdr_names")
    """What is done with requests whose header names have unusual characters."""
    http_use_proxy_header: Switch = Switch("http_use_proxy_header")
    """Looks at ``Proxy-Connection`` in place of ``Connection``."""
    idle_close_on_response: Switch = Switch("idle_close_on_response")
    """Closes a kept connection when HAProxy stops only after its next answer."""
    httpchk_params: Part[HttpchkParams] = Part("httpchk_params", HttpchkParams)
    adv_check: Field[Literal["httpchk", "ldap-check", "mysql-check", "pgsql-check", "redis-check", "smtpchk", "ssl-hello-chk", "tcp-check"]] = Field("adv_check")
    """Checks servers by an HTTP request."""
    mysql_check_params: Part[MysqlCheckParams] = Part("mysql_check_params", MysqlCheckParams)
    pgsql_check_params: Part[PgsqlCheckParams] = Part("pgsql_check_params", PgsqlCheckParams)
    smtpchk_params: Part[SmtpchkParams] = Part("smtpchk_params", SmtpchkParams)
    spop_check: Switch = Switch("spop_check")
    """Checks servers by the start of SPOP."""
    forwardfor: Part[Forwardfor] = Part("forwardfor", Forwardfor)
    """Adds the client's address to requests, as ``X-Forwarded-For``."""
    originalto: Part[Originalto] = Part("originalto", Originalto)
    """Adds the address that the client connected to, as ``X-Original-To``."""
    httplog: Flag = Flag("httplog")
    """Logs requests in detail."""
    clflog: Flag = Flag("clflog")
    """Logs requests in detail."""
    httpslog: Switch = Switch("httpslog")
    """Logs requests and their TLS in detail."""
    tcplog: Flag = Flag("tcplog")
    """Logs connections in detail."""
    redispatch: Part[Redispatch] = Part("redispatch", Redispatch)
    """Lets another server be tried when one cannot be reached."""
    use_small_buffers: Part[UseSmallBuffers] = Part("use_small_buffers", UseSmallBuffers)
    """Uses small buffers where they are enough."""
    balance: Part[Balance] = Part("balance", Balance)
    """How a server is chosen; ``random`` where no line says it, ``roundrobin`` before 3.4 and where
    none is named."""
    hash_type: Part[HashType] = Part("hash_type", HashType)
    """How a hash becomes a server."""
    hash_balance_factor: Integer = Integer("hash_balance_factor")
    """How much more than the average a server may get with consistent hashing, in percent; 0 for no
    limit."""
    hash_preserve_affinity: Field[Literal["always", "maxconn", "maxqueue"]] = Field("hash_preserve_affinity")
    """When a hash's server may be passed over."""
    http_reuse: Field[Literal["never", "safe", "aggressive", "always"]] = Field("http_reuse")
    """Which requests may share a connection to a server."""
    fullconn: Integer = Integer("fullconn")
    """The number of connections at which servers get their full ``maxconn``."""
    retries: Integer = Integer("retries")
    """How often a connection to a server is tried again; 3 where no line says it."""
    retry_on: Text = Text("retry_on")
    """What makes a request be tried again."""
    max_keep_alive_queue: Integer = Integer("max_keep_alive_queue")
    """The length of a server's queue from which on requests leave it; -1 for no limit."""
    http_send_name_header: Text = Text("http_send_name_header")
    """A header that tells the server its name."""
    cookie: Part[Cookie] = Part("cookie", Cookie)
    """The cookie by which clients stay with a server."""
    dynamic_cookie_key: Text = Text("dynamic_cookie_key")
    """The key from which the values of dynamic cookies are computed."""
    persist_rule: Part[PersistRule] = Part("persist_rule", PersistRule)
    """Clients stay with a server by a cookie of RDP; ``msts`` where none is named."""
    tcp_request_rule_list: PartList[TcpRequestRule] = PartList("tcp_request_rule_list", TcpRequestRule)
    """A rule for connections, before anything is read from them."""
    tcp_response_rule_list: PartList[TcpResponseRule] = PartList("tcp_response_rule_list", TcpResponseRule)
    """A rule for the bytes that a server sends."""
    http_check_list: PartList[HttpCheck] = PartList("http_check_list", HttpCheck)
    """What logs say where the next step fails."""
    tcp_check_rule_list: PartList[TcpCheckRule] = PartList("tcp_check_rule_list", TcpCheckRule)
    """What logs say where the next step fails."""
    log_target_list: PartList[LogTarget] = PartList("log_target_list", LogTarget)
    """Where logs go."""
    log_format: Text = Text("log_format")
    """What a line of the log looks like."""
    log_format_sd: Text = Text("log_format_sd")
    """The structured data of a line of the log, by RFC 5424."""
    error_log_format: Text = Text("error_log_format")
    """What a line of the log looks like where something went wrong."""
    log_tag: Text = Text("log_tag")
    """The program's name in the log."""
    log_steps: ValueList[Literal["all", "accept", "request", "connect", "response", "close", "error", "any", "quic-init", "tcp-req-conn", "tcp-req-sess", "tcp-req-cont", "tcp-res-cont", "http-req", "http-res", "http-after-res"]] = ValueList("log_steps")
    """When lines are logged; once, at the end, where no line says it."""
    unique_id_format: Text = Text("unique_id_format")
    """What identifies a request."""
    unique_id_header: Text = Text("unique_id_header")
    """The header that tells the server what identifies a request."""
    error_files: PartList[ErrorFile] = PartList("error_files", ErrorFile)
    """A file with the whole answer to a status."""
    errorfiles_from_http_errors: PartList[ErrorfilesFromHttpError] = PartList("errorfiles_from_http_errors", ErrorfilesFromHttpError)
    """Answers of an ``http-errors`` section."""
    errorloc302: Part[Errorloc302] = Part("errorloc302", Errorloc302)
    """Where a status redirects to, with status 302."""
    errorloc303: Part[Errorloc303] = Part("errorloc303", Errorloc303)
    """Where a status redirects to, with status 303."""
    http_error_rule_list: PartList[HttpErrorRule] = PartList("http_error_rule_list", HttpErrorRule)
    """An answer to a status."""
    stats_options: Part[DefaultsStatsOptions] = Part("stats_options", DefaultsStatsOptions)
    compression: Part[DefaultsCompression] = Part("compression", DefaultsCompression)
    email_alert: Part[EmailAlert] = Part("email_alert", EmailAlert)
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Listen(SectionRecord):
    """A section ````listen````."""

    __slots__ = ()
    _definition = "listen"
    _kind = "listen"

    name: Text = Text("name")
    addresses: Text = Text("addresses")
    from_: Text = Text("from")
    servers: PartMap[Server] = PartMap("servers", Server)
    """A server that requests or connections are sent to."""
    default_server: Part[DefaultServer] = Part("default_server", DefaultServer)
    """The parameters that the servers after it start from."""
    server_templates: PartMap[ServerTemplate] = PartMap("server_templates", ServerTemplate)
    """Several servers at once, which differ in their number."""
    binds: PartMap[Bind] = PartMap("binds", Bind)
    """Addresses that connections are accepted on."""
    ssl_front_use_list: PartList[SslFrontUse] = PartList("ssl_front_use_list", SslFrontUse)
    """A certificate that all listeners with TLS show."""
    http_request_rule_list: PartList[HttpRequestRule] = PartList("http_request_rule_list", HttpRequestRule)
    """A rule for requests of HTTP."""
    http_response_rule_list: PartList[HttpResponseRule] = PartList("http_response_rule_list", HttpResponseRule)
    """A rule for answers of HTTP."""
    http_after_response_rule_list: PartList[HttpAfterResponseRule] = PartList("http_after_response_rule_list", HttpAfterResponseRule)
    """A rule for all that is sent to clients, HAProxy's own answers included."""
    acl_list: PartList[Acl] = PartList("acl_list", Acl)
    """A condition with a name; several lines of one name are alternatives."""
    backend_switching_rule_list: PartList[BackendSwitchingRule] = PartList("backend_switching_rule_list", BackendSwitchingRule)
    """Sends requests to a backend."""
    server_switching_rule_list: PartList[ServerSwitchingRule] = PartList("server_switching_rule_list", ServerSwitchingRule)
    """Sends requests to a server, past the load balancing."""
    quic_initial_rule_list: PartList[QuicInitialRule] = PartList("quic_initial_rule_list", QuicInitialRule)
    """A rule for the first packet of a QUIC connection."""
    mode: Field[Literal["tcp", "http", "log", "spop", "haterm", "health"]] = Field("mode")
    """What is spoken; ``tcp`` where no line says it."""
    enabled: Flag = Flag("enabled")
    """Runs the proxy where the defaults do not."""
    disabled: Flag = Flag("disabled")
    """Does not run the proxy."""
    id: Integer = Integer("id")
    """A number by which SNMP and the statistics know the proxy."""
    guid: Text = Text("guid")
    """A name by which statistics know the proxy for good."""
    description: Text = Text("description")
    """What the page of statistics says of the proxy."""
    default_backend: Text = Text("default_backend")
    """The backend of what no ``use_backend`` claims."""
    maxconn: Integer = Integer("maxconn")
    """How many connections there may be at a time; 0 for as many as the process may have."""
    backlog: Integer = Integer("backlog")
    """How many connections may wait in the system to be accepted; as many as ``maxconn`` where no
    line says it."""
    clitcpka_cnt: Integer = Integer("clitcpka_cnt")
    """How many lost keep-alive probes end a client's connection."""
    clitcpka_idle: Integer = Integer("clitcpka_idle")
    """How long a client's connection is idle before it is probed; seconds where no unit is
    given."""
    clitcpka_intvl: Integer = Integer("clitcpka_intvl")
    """The time between two probes of a client's connection; seconds where no unit is given."""
    srvtcpka_cnt: Integer = Integer("srvtcpka_cnt")
    """How many lost keep-alive probes end a server's connection."""
    srvtcpka_idle: Integer = Integer("srvtcpka_idle")
    """How long a server's connection is idle before it is probed; seconds where no unit is
    given."""
    srvtcpka_intvl: Integer = Integer("srvtcpka_intvl")
    """The time between two probes of a server's connection; seconds where no unit is given."""
    monitor_uri: Text = Text("monitor_uri")
    """The URI that answers whether HAProxy is well."""
    monitor_fail: Part[MonitorFail] = Part("monitor_fail", MonitorFail)
    """When HAProxy answers that it is not well."""
    force_be_switch_list: PartList[ForceBeSwitch] = PartList("force_be_switch_list", ForceBeSwitch)
    """When a backend is used even though it is disabled."""
    source: Part[Source] = Part("source", Source)
    """The address from which servers are connected to."""
    load_server_state_from_file: Field[Literal["global", "local", "none"]] = Field("load_server_state_from_file")
    """Where a server's state is read from when HAProxy starts."""
    server_state_file_name: Text = Text("server_state_file_name")
    """The file that servers' states are read from; that named like the backend where none is
    given."""
    external_check_command: Text = Text("external_check_command")
    """The program that checks servers."""
    external_check_path: Text = Text("external_check_path")
    """Where the program that checks servers finds others."""
    use_fcgi_app: Text = Text("use_fcgi_app")
    """The ``FastCGI`` application that servers run."""
    check_timeout: Integer = Integer("check_timeout")
    """For the answer of a health check once its connection stands."""
    client_timeout: Integer = Integer("client_timeout")
    """For a client that neither sends nor takes anything."""
    client_fin_timeout: Integer = Integer("client_fin_timeout")
    """For a client whose one direction is shut down; that of ``timeout client`` where no line says
    it."""
    connect_timeout: Integer = Integer("connect_timeout")
    """For a connection to a server."""
    http_keep_alive_timeout: Integer = Integer("http_keep_alive_timeout")
    """For the next request on a connection that was kept; that of ``timeout http-request`` where no
    line says it."""
    http_request_timeout: Integer = Integer("http_request_timeout")
    """For all headers of a request to arrive."""
    queue_timeout: Integer = Integer("queue_timeout")
    """For a connection to a server to become free; that of ``timeout connect`` where no line says
    it."""
    server_timeout: Integer = Integer("server_timeout")
    """For a server that neither sends nor takes anything."""
    server_fin_timeout: Integer = Integer("server_fin_timeout")
    """For a server whose one direction is shut down; that of ``timeout server`` where no line says
    it."""
    tarpit_timeout: Integer = Integer("tarpit_timeout")
    """How long a client in the tarpit waits for its error; that of ``timeout connect`` where no
    line says it."""
    tunnel_timeout: Integer = Integer("tunnel_timeout")
    """For either side of a tunnel, such as a WebSocket, when nothing moves."""
    abortonclose: Switch = Switch("abortonclose")
    """Stops working on a request whose client has closed its side."""
    allbackups: Switch = Switch("allbackups")
    """Uses all backup servers at once, not just the first."""
    checkcache: Switch = Switch("checkcache")
    """Blocks answers that caches would keep with a cookie in them."""
    clitcpka: Switch = Switch("clitcpka")
    """Sends TCP keep-alives to clients."""
    contstats: Switch = Switch("contstats")
    """Updates counters while a stream lasts, not just at its end."""
    dontlog_normal: Switch = Switch("dontlog_normal")
    """Logs only what did not go well."""
    dontlognull: Switch = Switch("dontlognull")
    """Does not log connections that carried nothing."""
    independent_streams: Switch = Switch("independent_streams")
    """Keeps the two directions of a stream apart when it comes to timeouts."""
    log_health_checks: Switch = Switch("log_health_checks")
    """Logs every change of a health check's result."""
    log_separate_errors: Switch = Switch("log_separate_errors")
    """Logs what failed at the level ``err``."""
    logasap: Switch = Switch("logasap")
    """Logs a stream as soon as the server answers."""
    nolinger: Switch = Switch("nolinger")
    """Frees closed connections at once, losing what is still on its way."""
    persist: Switch = Switch("persist")
    """Sends a request to the server its cookie names even if that is down."""
    prefer_last_server: Switch = Switch("prefer_last_server")
    """Prefers the server that the client's last request went to."""
    socket_stats: Switch = Switch("socket_stats")
    """Counts what each socket does."""
    splice_auto: Switch = Switch("splice_auto")
    """Lets the kernel forward data where that pays, both ways."""
    splice_request: Switch = Switch("splice_request")
    """Lets the kernel forward data from clients to servers."""
    splice_response: Switch = Switch("splice_response")
    """Lets the kernel forward data from servers to clients."""
    srvtcpka: Switch = Switch("srvtcpka")
    """Sends TCP keep-alives to servers."""
    tcp_smart_accept: Switch = Switch("tcp_smart_accept")
    """Saves a packet where a connection is accepted; what HTTP does anyway."""
    tcp_smart_connect: Switch = Switch("tcp_smart_connect")
    """Saves a packet where a connection to a server is made."""
    tcpka: Switch = Switch("tcpka")
    """Sends TCP keep-alives to both sides."""
    transparent: Switch = Switch("transparent")
    """Forwards what no cookie claims to the address that the client wanted."""
    external_check: Switch = Switch("external_check")
    """Lets a program check servers."""
    accept_invalid_http_request: Switch = Switch("accept_invalid_http_request")
    """Accepts requests that break the rules of HTTP."""
    accept_invalid_http_response: Switch = Switch("accept_invalid_http_response")
    """Accepts answers that break the rules of HTTP."""
    accept_unsafe_violations_in_http_request: Switch = Switch("accept_unsafe_violations_in_http_request")
    """Accepts requests that break the rules of HTTP, at the risk of attacks."""
    accept_unsafe_violations_in_http_response: Switch = Switch("accept_unsafe_violations_in_http_response")
    """Accepts answers that break the rules of HTTP, at the risk of attacks."""
    disable_h2_upgrade: Switch = Switch("disable_h2_upgrade")
    """Does not turn HTTP/1 into HTTP/2 where a client asks for it."""
    h1_case_adjust_bogus_client: Switch = Switch("h1_case_adjust_bogus_client")
    """Writes header names to clients in the case that ``h1-case-adjust`` says."""
    h1_case_adjust_bogus_server: Switch = Switch("h1_case_adjust_bogus_server")
    """Writes header names to servers in the case that ``h1-case-adjust`` says."""
    http_buffer_request: Switch = Switch("http-buffer-request")
    """Waits for the body of a request, or a buffer full of it."""
    http_drop_request_trailers: Switch = Switch("http-drop-request-trailers")
    """Does not pass on what follows the body of a request."""
    http_drop_response_trailers: Switch = Switch("http-drop-response-trailers")
    """Does not pass on what follows the body of an answer."""
    http_ignore_probes: Switch = Switch("http_ignore_probes")
    """Neither logs nor counts connections that a browser opened in advance."""
    http_connection_mode: Field[Literal["http-keep-alive", "http-server-close", "httpclose"]] = Field("http_connection_mode")
    """Keeps connections on both sides; what holds where no line says otherwise."""
    http_no_delay: Switch = Switch("http_no_delay")
    """Forwards every piece of data at once."""
    http_pretend_keepalive: Switch = Switch("http_pretend_keepalive")
    """Asks servers to keep a connection that will be closed."""
    http_restrict_req_hdr_names: Field[Literal["preserve", "delete", "reject"]] = Field("http_restrict_req_hdr_names")
    """What is done with requests whose header names have unusual characters."""
    http_use_proxy_header: Switch = Switch("http_use_proxy_header")
    """Looks at ``Proxy-Connection`` in place of ``Connection``."""
    idle_close_on_response: Switch = Switch("idle_close_on_response")
    """Closes a kept connection when HAProxy stops only after its next answer."""
    httpchk_params: Part[HttpchkParams] = Part("httpchk_params", HttpchkParams)
    adv_check: Field[Literal["httpchk", "ldap-check", "mysql-check", "pgsql-check", "redis-check", "smtpchk", "ssl-hello-chk", "tcp-check"]] = Field("adv_check")
    """Checks servers by an HTTP request."""
    mysql_check_params: Part[MysqlCheckParams] = Part("mysql_check_params", MysqlCheckParams)
    pgsql_check_params: Part[PgsqlCheckParams] = Part("pgsql_check_params", PgsqlCheckParams)
    smtpchk_params: Part[SmtpchkParams] = Part("smtpchk_params", SmtpchkParams)
    spop_check: Switch = Switch("spop_check")
    """Checks servers by the start of SPOP."""
    forwardfor: Part[Forwardfor] = Part("forwardfor", Forwardfor)
    """Adds the client's address to requests, as ``X-Forwarded-For``."""
    originalto: Part[Originalto] = Part("originalto", Originalto)
    """Adds the address that the client connected to, as ``X-Original-To``."""
    httplog: Flag = Flag("httplog")
    """Logs requests in detail."""
    clflog: Flag = Flag("clflog")
    """Logs requests in detail."""
    httpslog: Switch = Switch("httpslog")
    """Logs requests and their TLS in detail."""
    tcplog: Flag = Flag("tcplog")
    """Logs connections in detail."""
    redispatch: Part[Redispatch] = Part("redispatch", Redispatch)
    """Lets another server be tried when one cannot be reached."""
    use_small_buffers: Part[UseSmallBuffers] = Part("use_small_buffers", UseSmallBuffers)
    """Uses small buffers where they are enough."""
    balance: Part[Balance] = Part("balance", Balance)
    """How a server is chosen; ``random`` where no line says it, ``roundrobin`` before 3.4 and where
    none is named."""
    hash_type: Part[HashType] = Part("hash_type", HashType)
    """How a hash becomes a server."""
    hash_balance_factor: Integer = Integer("hash_balance_factor")
    """How much more than the average a server may get with consistent hashing, in percent; 0 for no
    limit."""
    hash_preserve_affinity: Field[Literal["always", "maxconn", "maxqueue"]] = Field("hash_preserve_affinity")
    """When a hash's server may be passed over."""
    http_reuse: Field[Literal["never", "safe", "aggressive", "always"]] = Field("http_reuse")
    """Which requests may share a connection to a server."""
    fullconn: Integer = Integer("fullconn")
    """The number of connections at which servers get their full ``maxconn``."""
    retries: Integer = Integer("retries")
    """How often a connection to a server is tried again; 3 where no line says it."""
    retry_on: Text = Text("retry_on")
    """What makes a request be tried again."""
    max_keep_alive_queue: Integer = Integer("max_keep_alive_queue")
    """The length of a server's queue from which on requests leave it; -1 for no limit."""
    http_send_name_header: Text = Text("http_send_name_header")
    """A header that tells the server its name."""
    cookie: Part[Cookie] = Part("cookie", Cookie)
    """The cookie by which clients stay with a server."""
    dynamic_cookie_key: Text = Text("dynamic_cookie_key")
    """The key from which the values of dynamic cookies are computed."""
    stick_table: Part[StickTable] = Part("stick_table", StickTable)
    """The table of the section."""
    stick_rule_list: PartList[StickRule] = PartList("stick_rule_list", StickRule)
    """Looks for the client's server in a table, and notes it there."""
    persist_rule: Part[PersistRule] = Part("persist_rule", PersistRule)
    """Clients stay with a server by a cookie of RDP; ``msts`` where none is named."""
    force_persist_list: PartList[ForcePersist] = PartList("force_persist_list", ForcePersist)
    """When clients are sent even to a server that is down."""
    force_persist: Part[ForcePersist] = Part("force_persist", ForcePersist)
    """When clients are sent even to a server that is down."""
    ignore_persist_list: PartList[IgnorePersist] = PartList("ignore_persist_list", IgnorePersist)
    """When the cookie does not count."""
    ignore_persist: Part[IgnorePersist] = Part("ignore_persist", IgnorePersist)
    """When the cookie does not count."""
    tcp_request_rule_list: PartList[TcpRequestRule] = PartList("tcp_request_rule_list", TcpRequestRule)
    """A rule for connections, before anything is read from them."""
    tcp_response_rule_list: PartList[TcpResponseRule] = PartList("tcp_response_rule_list", TcpResponseRule)
    """A rule for the bytes that a server sends."""
    http_check_list: PartList[HttpCheck] = PartList("http_check_list", HttpCheck)
    """What logs say where the next step fails."""
    tcp_check_rule_list: PartList[TcpCheckRule] = PartList("tcp_check_rule_list", TcpCheckRule)
    """What logs say where the next step fails."""
    log_target_list: PartList[LogTarget] = PartList("log_target_list", LogTarget)
    """Where logs go."""
    log_format: Text = Text("log_format")
    """What a line of the log looks like."""
    log_format_sd: Text = Text("log_format_sd")
    """The structured data of a line of the log, by RFC 5424."""
    error_log_format: Text = Text("error_log_format")
    """What a line of the log looks like where something went wrong."""
    log_tag: Text = Text("log_tag")
    """The program's name in the log."""
    log_steps: ValueList[Literal["all", "accept", "request", "connect", "response", "close", "error", "any", "quic-init", "tcp-req-conn", "tcp-req-sess", "tcp-req-cont", "tcp-res-cont", "http-req", "http-res", "http-after-res"]] = ValueList("log_steps")
    """When lines are logged; once, at the end, where no line says it."""
    capture_list: PartList[Capture] = PartList("capture_list", Capture)
    """Room to log something of requests."""
    unique_id_format: Text = Text("unique_id_format")
    """What identifies a request."""
    unique_id_header: Text = Text("unique_id_header")
    """The header that tells the server what identifies a request."""
    error_files: PartList[ErrorFile] = PartList("error_files", ErrorFile)
    """A file with the whole answer to a status."""
    errorfiles_from_http_errors: PartList[ErrorfilesFromHttpError] = PartList("errorfiles_from_http_errors", ErrorfilesFromHttpError)
    """Answers of an ``http-errors`` section."""
    errorloc302: Part[Errorloc302] = Part("errorloc302", Errorloc302)
    """Where a status redirects to, with status 302."""
    errorloc303: Part[Errorloc303] = Part("errorloc303", Errorloc303)
    """Where a status redirects to, with status 303."""
    http_error_rule_list: PartList[HttpErrorRule] = PartList("http_error_rule_list", HttpErrorRule)
    """An answer to a status."""
    stats_options: Part[StatsOptions] = Part("stats_options", StatsOptions)
    compression: Part[Compression] = Part("compression", Compression)
    filter_list: PartList[Filter] = PartList("filter_list", Filter)
    """Prints what passes, for debugging."""
    filter_sequence_list: PartList[FilterSequence] = PartList("filter_sequence_list", FilterSequence)
    """The order of filters on the way to the server; as the lines stand where none is given."""
    email_alert: Part[EmailAlert] = Part("email_alert", EmailAlert)
    header: ValueList[str] = ValueList("header")
    statements: ValueList[Any] = ValueList("statements")


class Unknown(SectionRecord):
    """A section ````unknown````."""

    __slots__ = ()
    _definition = "unknown"
    _kind = ""

    header: ValueList[str] = ValueList("header")
    statements: ValueList[list[str]] = ValueList("statements")


KINDS: dict[str, type[SectionRecord]] = {
    "backend": Backend,
    "frontend": Frontend,
    "global": Global,
    "traces": Traces,
    "namespace_list": NamespaceList,
    "userlist": Userlist,
    "program": Program,
    "ring": Ring,
    "log-profile": LogProfile,
    "log-forward": LogForward,
    "mailers": Mailers,
    "resolvers": Resolvers,
    "peers": Peers,
    "http-errors": HttpErrors,
    "cache": Cache,
    "fcgi-app": FcgiApp,
    "crt-store": CrtStore,
    "acme": Acme,
    "healthcheck": Healthcheck,
    "defaults": Defaults,
    "listen": Listen,
    "unknown": Unknown,
}
"""The classes by the keywords that sections begin with."""
