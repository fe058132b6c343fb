"""Every command of HAProxy's runtime API.

Made by ``bindings/python/generate.py`` from the commands; do not edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def _words(value: str | int | Sequence[str | int]) -> list[str]:
    """A value as words; each stays one word, whatever it holds."""
    if isinstance(value, (str, int)):
        return [str(value)]
    return [str(word) for word in value]


def _data(
    data: Mapping[str, int | str] | Sequence[tuple[str, int | str]],
) -> list[str]:
    """What an entry of a table is to store."""
    entries = data.items() if isinstance(data, Mapping) else data
    return [word for name, value in entries for word in (f"data.{name}", str(value))]


class Commands:
    """Every command of HAProxy as a method that waits."""

    def _command(
        self, form: str, words: Sequence[str], payload: str | None = None
    ) -> Any:
        raise NotImplementedError

    def abort_ssl_ca_file(self, file: str) -> None:
        """Forgets the change of a CA file.

        * ``file``: The CA file.

        ``abort ssl ca-file``.
        """
        words: list[str] = ["abort", "ssl", "ca-file"]
        words += _words(file)
        self._command("AbortSslCaFile", words)

    def abort_ssl_cert(self, file: str) -> None:
        """Forgets the change of a certificate.

        * ``file``: The certificate.

        ``abort ssl cert``.
        """
        words: list[str] = ["abort", "ssl", "cert"]
        words += _words(file)
        self._command("AbortSslCert", words)

    def abort_ssl_crl_file(self, file: str) -> None:
        """Forgets the change of a CRL file.

        * ``file``: The CRL file.

        ``abort ssl crl-file``.
        """
        words: list[str] = ["abort", "ssl", "crl-file"]
        words += _words(file)
        self._command("AbortSslCrlFile", words)

    def acme_challenge_ready(self, certificate: str, domain: str) -> None:
        """Says that the answer to a challenge is in place. Builds of 3.2 have it where they are
        late enough.

        * ``certificate``: The certificate.
        * ``domain``: The domain of the challenge.

        ``acme challenge_ready``, since HAProxy 3.2.
        """
        words: list[str] = ["acme", "challenge_ready"]
        words += _words(certificate)
        words.append("domain")
        words += _words(domain)
        self._command("AcmeChallengeReady", words)

    def acme_renew(self, certificate: str) -> None:
        """Begins to renew a certificate.

        * ``certificate``: The certificate.

        ``acme renew``, since HAProxy 3.2.
        """
        words: list[str] = ["acme", "renew"]
        words += _words(certificate)
        self._command("AcmeRenew", words)

    def acme_status(self) -> Any:
        """Tells how the certificates do that HAProxy gets by itself.

        ``acme status``, since HAProxy 3.2.
        """
        words: list[str] = ["acme", "status"]
        return self._command("AcmeStatus", words)

    def add_acl_entry(self, acl: str | Sequence[str | int], pattern: str) -> None:
        """Adds an entry to an ACL.

        * ``acl``: The ACL.
        * ``pattern``: The pattern.

        ``add acl``.
        """
        words: list[str] = ["add", "acl"]
        words += _words(acl)
        words += _words(pattern)
        self._command("AddAclEntry", words)

    def add_backend(
        self,
        name: str,
        defaults: str,
        *,
        mode: str | None | None = None,
        guid: str | None | None = None,
    ) -> None:
        """Adds a backend without servers. It gets no requests until it is published.

        * ``name``: Its name.
        * ``defaults``: The named defaults section that it takes its settings from.
        * ``mode``: What it speaks, where its defaults do not say it.
        * ``guid``: Its GUID.

        ``add backend``, since HAProxy 3.4.
        """
        words: list[str] = ["add", "backend"]
        words += _words(name)
        words.append("from")
        words += _words(defaults)
        if mode is not None:
            words.append("mode")
            words += _words(mode)
        if guid is not None:
            words.append("guid")
            words += _words(guid)
        self._command("AddBackend", words)

    def add_map_entries(self, map: str | Sequence[str | int], entries: str) -> None:
        """Adds entries to a map: one a line, the key, a space and the value.

        * ``map``: The map.
        * ``entries``: The entries.

        ``add map``.
        """
        words: list[str] = ["add", "map"]
        words += _words(map)
        self._command("AddMapEntries", words, entries)

    def add_map_entry(self, map: str | Sequence[str | int], key: str, value: str) -> None:
        """Adds an entry to a map.

        * ``map``: The map.
        * ``key``: The key.
        * ``value``: The value.

        ``add map``.
        """
        words: list[str] = ["add", "map"]
        words += _words(map)
        words += _words(key)
        words += _words(value)
        self._command("AddMapEntry", words)

    def add_server(self, server: str, address: str, *, parameters: Sequence[str] = ()) -> None:
        """Adds a server. It begins in maintenance, with its checks off.

        * ``server``: Where it is to be.
        * ``address``: Its address, and its port behind a colon.
        * ``parameters``: Its parameters as a configuration writes them, word by word: ``check``,
          ``inter``, ``2s``.

        ``add server``, since HAProxy 2.6.
        """
        words: list[str] = ["add", "server"]
        words += _words(server)
        words += _words(address)
        if parameters:
            words += _words(parameters)
        self._command("AddServer", words)

    def add_server_help(self, help: str) -> list[str]:
        """Lists the parameters that dynamic servers may have.

        * ``help``: ``help``.

        ``add server``, since HAProxy 3.2.
        """
        words: list[str] = ["add", "server"]
        words += _words(help)
        answer: list[str] = self._command("AddServerHelp", words)
        return answer

    def add_ssl_ca_file(self, file: str, pem: str) -> None:
        """Adds certificates to a CA file that is being changed.

        * ``file``: The CA file.
        * ``pem``: The certificates in PEM.

        ``add ssl ca-file``, since HAProxy 2.8.
        """
        words: list[str] = ["add", "ssl", "ca-file"]
        words += _words(file)
        self._command("AddSslCaFile", words, pem)

    def add_ssl_crt_list(self, file: str, certificate: str) -> None:
        """Adds a certificate to a crt-list or folder.

        * ``file``: The crt-list.
        * ``certificate``: The certificate.

        ``add ssl crt-list``.
        """
        words: list[str] = ["add", "ssl", "crt-list"]
        words += _words(file)
        words += _words(certificate)
        self._command("AddSslCrtList", words)

    def add_ssl_crt_list_line(self, file: str, line: str) -> None:
        """Adds a line to a crt-list: a certificate with settings and filters.

        * ``file``: The crt-list.
        * ``line``: The line.

        ``add ssl crt-list``.
        """
        words: list[str] = ["add", "ssl", "crt-list"]
        words += _words(file)
        self._command("AddSslCrtListLine", words, line)

    def add_ssl_ech(self, bind: str, pem: str) -> None:
        """Adds a key for encrypted client hellos to a bind line.

        * ``bind``: The bind line.
        * ``pem``: The key in PEM.

        ``add ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["add", "ssl", "ech"]
        words += _words(bind)
        self._command("AddSslEch", words, pem)

    def add_ssl_jwt(self, file: str) -> None:
        """Lets a certificate check JSON web tokens.

        * ``file``: The certificate.

        ``add ssl jwt``, since HAProxy 3.4.
        """
        words: list[str] = ["add", "ssl", "jwt"]
        words += _words(file)
        self._command("AddSslJwt", words)

    def clear_acl(self, acl: str | Sequence[str | int]) -> None:
        """Removes all entries from an ACL.

        * ``acl``: The ACL.

        ``clear acl``.
        """
        words: list[str] = ["clear", "acl"]
        words += _words(acl)
        self._command("ClearAcl", words)

    def clear_all_counters(self, all: str) -> None:
        """Sets all statistics back.

        * ``all``: All of them.

        ``clear counters``.
        """
        words: list[str] = ["clear", "counters"]
        words += _words(all)
        self._command("ClearAllCounters", words)

    def clear_counters(self) -> None:
        """Sets the greatest values of the statistics back.

        ``clear counters``.
        """
        words: list[str] = ["clear", "counters"]
        self._command("ClearCounters", words)

    def clear_map(self, map: str | Sequence[str | int]) -> None:
        """Removes all entries from a map.

        * ``map``: The map.

        ``clear map``.
        """
        words: list[str] = ["clear", "map"]
        words += _words(map)
        self._command("ClearMap", words)

    def clear_table(
        self,
        table: str,
        *,
        selection: str | Sequence[str | int] | None = None,
    ) -> None:
        """Removes entries from a stick table.

        * ``table``: The table.
        * ``selection``: Which entries; all where there is none.

        ``clear table``.
        """
        words: list[str] = ["clear", "table"]
        words += _words(table)
        if selection is not None:
            words += _words(selection)
        self._command("ClearTable", words)

    def commit_acl(self, acl: str | Sequence[str | int]) -> None:
        """Puts a version of an ACL into use.

        * ``acl``: The ACL, with the version.

        ``commit acl``.
        """
        words: list[str] = ["commit", "acl"]
        words += _words(acl)
        self._command("CommitAcl", words)

    def commit_map(self, map: str | Sequence[str | int]) -> None:
        """Puts a version of a map into use.

        * ``map``: The map, with the version.

        ``commit map``.
        """
        words: list[str] = ["commit", "map"]
        words += _words(map)
        self._command("CommitMap", words)

    def commit_ssl_ca_file(self, file: str) -> None:
        """Puts a changed CA file into use.

        * ``file``: The CA file.

        ``commit ssl ca-file``.
        """
        words: list[str] = ["commit", "ssl", "ca-file"]
        words += _words(file)
        self._command("CommitSslCaFile", words)

    def commit_ssl_cert(self, file: str) -> None:
        """Puts a changed certificate into use.

        * ``file``: The certificate.

        ``commit ssl cert``.
        """
        words: list[str] = ["commit", "ssl", "cert"]
        words += _words(file)
        self._command("CommitSslCert", words)

    def commit_ssl_crl_file(self, file: str) -> None:
        """Puts a changed CRL file into use.

        * ``file``: The CRL file.

        ``commit ssl crl-file``.
        """
        words: list[str] = ["commit", "ssl", "crl-file"]
        words += _words(file)
        self._command("CommitSslCrlFile", words)

    def debug_counters(self, *, arguments: Sequence[str] = ()) -> Any:
        """Tells counters that stand in HAProxy's code. Builds of 3.0 have it where they are late
        enough.

        * ``arguments``: What of it: ``all``, ``reset``, ``on``, ``off``, ``bug``, ``cnt``, ``chk``,
          ``glt``.

        ``debug counters``, since HAProxy 3.0.
        """
        words: list[str] = ["debug", "counters"]
        if arguments:
            words += _words(arguments)
        return self._command("DebugCounters", words)

    def del_acl_entry(self, acl: str | Sequence[str | int], key: str) -> None:
        """Removes entries from an ACL.

        * ``acl``: The ACL.
        * ``key``: The entries.

        ``del acl``.
        """
        words: list[str] = ["del", "acl"]
        words += _words(acl)
        words += _words(key)
        self._command("DelAclEntry", words)

    def del_backend(self, backend: str) -> None:
        """Removes a backend that is unpublished and has neither servers nor streams.

        * ``backend``: The backend.

        ``del backend``, since HAProxy 3.4.
        """
        words: list[str] = ["del", "backend"]
        words += _words(backend)
        self._command("DelBackend", words)

    def del_map_entry(self, map: str | Sequence[str | int], key: str) -> None:
        """Removes entries from a map.

        * ``map``: The map.
        * ``key``: The entries.

        ``del map``.
        """
        words: list[str] = ["del", "map"]
        words += _words(map)
        words += _words(key)
        self._command("DelMapEntry", words)

    def del_server(self, server: str) -> None:
        """Removes a server that is in maintenance and has no connections.

        * ``server``: The server.

        ``del server``, since HAProxy 2.6.
        """
        words: list[str] = ["del", "server"]
        words += _words(server)
        self._command("DelServer", words)

    def del_ssl_ca_file(self, file: str) -> None:
        """Removes a CA file that nothing uses.

        * ``file``: The CA file.

        ``del ssl ca-file``.
        """
        words: list[str] = ["del", "ssl", "ca-file"]
        words += _words(file)
        self._command("DelSslCaFile", words)

    def del_ssl_cert(self, file: str) -> None:
        """Removes a certificate that nothing uses.

        * ``file``: The certificate.

        ``del ssl cert``.
        """
        words: list[str] = ["del", "ssl", "cert"]
        words += _words(file)
        self._command("DelSslCert", words)

    def del_ssl_crl_file(self, file: str) -> None:
        """Removes a CRL file that nothing uses.

        * ``file``: The CRL file.

        ``del ssl crl-file``.
        """
        words: list[str] = ["del", "ssl", "crl-file"]
        words += _words(file)
        self._command("DelSslCrlFile", words)

    def del_ssl_crt_list(self, file: str, certificate: str) -> None:
        """Removes a certificate from a crt-list; ``cert.pem:3`` is that of the third line.

        * ``file``: The crt-list.
        * ``certificate``: The certificate.

        ``del ssl crt-list``.
        """
        words: list[str] = ["del", "ssl", "crt-list"]
        words += _words(file)
        words += _words(certificate)
        self._command("DelSslCrtList", words)

    def del_ssl_ech(self, bind: str) -> None:
        """Removes the keys for encrypted client hellos of a bind line.

        * ``bind``: The bind line.

        ``del ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["del", "ssl", "ech"]
        words += _words(bind)
        self._command("DelSslEch", words)

    def del_ssl_jwt(self, file: str) -> None:
        """Lets a certificate check no JSON web tokens.

        * ``file``: The certificate.

        ``del ssl jwt``, since HAProxy 3.4.
        """
        words: list[str] = ["del", "ssl", "jwt"]
        words += _words(file)
        self._command("DelSslJwt", words)

    def disable_agent(self, server: str) -> None:
        """Stops a server's agent checks.

        * ``server``: The server.

        ``disable agent``.
        """
        words: list[str] = ["disable", "agent"]
        words += _words(server)
        self._command("DisableAgent", words)

    def disable_dynamic_cookie(self, backend: str) -> None:
        """Stops making cookies for a backend's servers.

        * ``backend``: The backend.

        ``disable dynamic-cookie backend``.
        """
        words: list[str] = ["disable", "dynamic-cookie", "backend"]
        words += _words(backend)
        self._command("DisableDynamicCookie", words)

    def disable_frontend(self, frontend: str) -> None:
        """Stops a frontend: it releases its ports and can be started again.

        * ``frontend``: The frontend.

        ``disable frontend``.
        """
        words: list[str] = ["disable", "frontend"]
        words += _words(frontend)
        self._command("DisableFrontend", words)

    def disable_health(self, server: str) -> None:
        """Stops a server's health checks; it counts as up.

        * ``server``: The server.

        ``disable health``.
        """
        words: list[str] = ["disable", "health"]
        words += _words(server)
        self._command("DisableHealth", words)

    def disable_server(self, server: str) -> None:
        """Puts a server into maintenance.

        * ``server``: The server.

        ``disable server``.
        """
        words: list[str] = ["disable", "server"]
        words += _words(server)
        self._command("DisableServer", words)

    def dump_ssl_cert(self, file: str) -> str:
        """Gives a certificate in PEM, with its private key.

        * ``file``: The certificate.

        ``dump ssl cert``, since HAProxy 3.2.
        """
        words: list[str] = ["dump", "ssl", "cert"]
        words += _words(file)
        answer: str = self._command("DumpSslCert", words)
        return answer

    def dump_stats_file(self) -> str:
        """Gives the statistics in the form that a starting process can read.

        ``dump stats-file``, since HAProxy 3.0.
        """
        words: list[str] = ["dump", "stats-file"]
        answer: str = self._command("DumpStatsFile", words)
        return answer

    def echo(self, words_: Sequence[str]) -> str:
        """Says a text back.

        * ``words_``: The text, word by word.

        ``echo``, since HAProxy 3.2.
        """
        words: list[str] = ["echo"]
        if words_:
            words += _words(words_)
        answer: str = self._command("Echo", words)
        return answer

    def enable_agent(self, server: str) -> None:
        """Starts a server's agent checks.

        * ``server``: The server.

        ``enable agent``.
        """
        words: list[str] = ["enable", "agent"]
        words += _words(server)
        self._command("EnableAgent", words)

    def enable_dynamic_cookie(self, backend: str) -> None:
        """Makes cookies for a backend's servers, from its key.

        * ``backend``: The backend.

        ``enable dynamic-cookie backend``.
        """
        words: list[str] = ["enable", "dynamic-cookie", "backend"]
        words += _words(backend)
        self._command("EnableDynamicCookie", words)

    def enable_frontend(self, frontend: str) -> None:
        """Starts a frontend that was stopped.

        * ``frontend``: The frontend.

        ``enable frontend``.
        """
        words: list[str] = ["enable", "frontend"]
        words += _words(frontend)
        self._command("EnableFrontend", words)

    def enable_health(self, server: str) -> None:
        """Starts a server's health checks.

        * ``server``: The server.

        ``enable health``.
        """
        words: list[str] = ["enable", "health"]
        words += _words(server)
        self._command("EnableHealth", words)

    def enable_server(self, server: str) -> None:
        """Ends a server's maintenance.

        * ``server``: The server.

        ``enable server``.
        """
        words: list[str] = ["enable", "server"]
        words += _words(server)
        self._command("EnableServer", words)

    def experimental_mode(self, mode: str) -> None:
        """Switches experimental commands on or off for the connection.

        * ``mode``: On or off.

        ``experimental-mode``.
        """
        words: list[str] = ["experimental-mode"]
        words += _words(mode)
        self._command("ExperimentalMode", words)

    def expert_mode(self, mode: str) -> None:
        """Switches expert commands on or off for the connection.

        * ``mode``: On or off.

        ``expert-mode``.
        """
        words: list[str] = ["expert-mode"]
        words += _words(mode)
        self._command("ExpertMode", words)

    def get_acl(self, acl: str | Sequence[str | int], value: str) -> list[dict[str, Any]]:
        """Tells whether an ACL matches a value.

        * ``acl``: The ACL.
        * ``value``: The value that is looked up.

        ``get acl``.
        """
        words: list[str] = ["get", "acl"]
        words += _words(acl)
        words += _words(value)
        answer: list[dict[str, Any]] = self._command("GetAcl", words)
        return answer

    def get_map(self, map: str | Sequence[str | int], value: str) -> list[dict[str, Any]]:
        """Tells what a map makes of a value.

        * ``map``: The map.
        * ``value``: The value that is looked up.

        ``get map``.
        """
        words: list[str] = ["get", "map"]
        words += _words(map)
        words += _words(value)
        answer: list[dict[str, Any]] = self._command("GetMap", words)
        return answer

    def get_socks(self) -> list[str]:
        """Gives the listening sockets away, to a process that starts. They come beside the bytes.

        ``_getsocks``.
        """
        words: list[str] = ["_getsocks"]
        answer: list[str] = self._command("GetSocks", words)
        return answer

    def get_var(self, name: str) -> Any:
        """Tells the value of a variable of the process.

        * ``name``: The variable: ``proc.…``.

        ``get var``.
        """
        words: list[str] = ["get", "var"]
        words += _words(name)
        return self._command("GetVar", words)

    def get_weight(self, server: str) -> dict[str, int]:
        """Tells the weight of a server, and that of its configuration.

        * ``server``: The server.

        ``get weight``.
        """
        words: list[str] = ["get", "weight"]
        words += _words(server)
        answer: dict[str, int] = self._command("GetWeight", words)
        return answer

    def hard_reload(self) -> Any:
        """Does the same, and ends the old workers at once.

        ``hard-reload``, since HAProxy 3.0.
        """
        words: list[str] = ["hard-reload"]
        return self._command("HardReload", words)

    def help(self, *, command: Sequence[str] = ()) -> Any:
        """Lists the commands, or those like one.

        * ``command``: The beginning of the commands that are meant.

        ``help``.
        """
        words: list[str] = ["help"]
        if command:
            words += _words(command)
        return self._command("Help", words)

    def http_client(self, method: str, uri: str, *, htx: bool = False) -> str:
        """Sends an HTTP request and tells the response.

        * ``htx``: In HAProxy's inner form. Since HAProxy 3.2.
        * ``method``: The method.
        * ``uri``: The address.

        ``httpclient``.
        """
        words: list[str] = ["httpclient"]
        if htx:
            words.append("--htx")
        words += _words(method)
        words += _words(uri)
        answer: str = self._command("HttpClient", words)
        return answer

    def is_experimental_mode(self) -> Any:
        """Tells whether experimental commands are on.

        ``experimental-mode``.
        """
        words: list[str] = ["experimental-mode"]
        return self._command("IsExperimentalMode", words)

    def is_expert_mode(self) -> Any:
        """Tells whether expert commands are on.

        ``expert-mode``.
        """
        words: list[str] = ["expert-mode"]
        return self._command("IsExpertMode", words)

    def load_status(self) -> Any:
        """Tells, while the master starts a worker, how that goes. HAProxy asks this itself.

        ``_loadstatus``, since HAProxy 2.8.
        """
        words: list[str] = ["_loadstatus"]
        return self._command("LoadStatus", words)

    def mcli_debug_mode(self, *, mode: str | None | None = None) -> None:
        """Lets the master take the commands of workers, or tells whether it does.

        * ``mode``: On or off.

        ``mcli-debug-mode``.
        """
        words: list[str] = ["mcli-debug-mode"]
        if mode is not None:
            words += _words(mode)
        self._command("McliDebugMode", words)

    def new_ssl_ca_file(self, file: str) -> None:
        """Makes an empty CA file.

        * ``file``: Its name.

        ``new ssl ca-file``.
        """
        words: list[str] = ["new", "ssl", "ca-file"]
        words += _words(file)
        self._command("NewSslCaFile", words)

    def new_ssl_cert(self, file: str) -> None:
        """Makes an empty certificate.

        * ``file``: Its name.

        ``new ssl cert``.
        """
        words: list[str] = ["new", "ssl", "cert"]
        words += _words(file)
        self._command("NewSslCert", words)

    def new_ssl_crl_file(self, file: str) -> None:
        """Makes an empty CRL file.

        * ``file``: Its name.

        ``new ssl crl-file``.
        """
        words: list[str] = ["new", "ssl", "crl-file"]
        words += _words(file)
        self._command("NewSslCrlFile", words)

    def operator(self) -> None:
        """Lets the connection do no more than operators may.

        ``operator``.
        """
        words: list[str] = ["operator"]
        self._command("Operator", words)

    def prepare_acl(self, acl: str | Sequence[str | int]) -> int:
        """Begins a version of an ACL that replaces the one in use when it is committed.

        * ``acl``: The ACL.

        ``prepare acl``.
        """
        words: list[str] = ["prepare", "acl"]
        words += _words(acl)
        answer: int = self._command("PrepareAcl", words)
        return answer

    def prepare_map(self, map: str | Sequence[str | int]) -> int:
        """Begins a version of a map that replaces the one in use when it is committed.

        * ``map``: The map.

        ``prepare map``.
        """
        words: list[str] = ["prepare", "map"]
        words += _words(map)
        answer: int = self._command("PrepareMap", words)
        return answer

    def prompt(self, *, modes: Sequence[str] = ()) -> str:
        """Changes how the connection goes on. Clients do that themselves: this ends their
        connection.

        * ``modes``: How.

        ``prompt``.
        """
        words: list[str] = ["prompt"]
        if modes:
            words += _words(modes)
        answer: str = self._command("Prompt", words)
        return answer

    def publish_backend(self, backend: str) -> None:
        """Lets rules choose a backend.

        * ``backend``: The backend.

        ``publish backend``, since HAProxy 3.4.
        """
        words: list[str] = ["publish", "backend"]
        words += _words(backend)
        self._command("PublishBackend", words)

    def quit(self) -> None:
        """Ends the connection.

        ``quit``.
        """
        words: list[str] = ["quit"]
        self._command("Quit", words)

    def reload(self) -> Any:
        """Starts a worker with the configuration as it is on disk; the old ones finish their work.
        Since HAProxy 2.8 the answer tells whether it worked. Before that, there is none.

        ``reload``.
        """
        words: list[str] = ["reload"]
        return self._command("Reload", words)

    def send_status(self, *, status: str | None | None = None) -> None:
        """Tells the master that a worker is ready. HAProxy says this itself.

        * ``status``: What the worker says.

        ``_send_status``, since HAProxy 3.2.
        """
        words: list[str] = ["_send_status"]
        if status is not None:
            words += _words(status)
        self._command("SendStatus", words)

    def set_anon_global_key(self, key: int) -> None:
        """Sets the process's key for hashes of names and addresses.

        * ``key``: The key; 0 for none.

        ``set anon global-key``, since HAProxy 2.8.
        """
        words: list[str] = ["set", "anon", "global-key"]
        words += _words(key)
        self._command("SetAnonGlobalKey", words)

    def set_anon_off(self) -> None:
        """Lets the connection show names and addresses as they are.

        ``set anon off``, since HAProxy 2.8.
        """
        words: list[str] = ["set", "anon", "off"]
        self._command("SetAnonOff", words)

    def set_anon_on(self, *, key: int | None = None) -> None:
        """Lets the connection show names and addresses as hashes.

        * ``key``: The key of the hashes; the process's own where there is none.

        ``set anon on``, since HAProxy 2.8.
        """
        words: list[str] = ["set", "anon", "on"]
        if key is not None:
            words += _words(key)
        self._command("SetAnonOn", words)

    def set_dynamic_cookie_key(self, backend: str, key: str) -> None:
        """Sets the key that a backend's cookies are made from.

        * ``backend``: The backend.
        * ``key``: The key.

        ``set dynamic-cookie-key backend``.
        """
        words: list[str] = ["set", "dynamic-cookie-key", "backend"]
        words += _words(backend)
        words += _words(key)
        self._command("SetDynamicCookieKey", words)

    def set_frontend_maxconn(self, frontend: str, maxconn: int) -> None:
        """Sets the most connections that a frontend takes at once.

        * ``frontend``: The frontend.
        * ``maxconn``: How many.

        ``set maxconn frontend``.
        """
        words: list[str] = ["set", "maxconn", "frontend"]
        words += _words(frontend)
        words += _words(maxconn)
        self._command("SetFrontendMaxconn", words)

    def set_global_maxconn(self, maxconn: int) -> None:
        """Sets the most connections of the process, up to those it started with.

        * ``maxconn``: How many; 0 for those it started with.

        ``set maxconn global``.
        """
        words: list[str] = ["set", "maxconn", "global"]
        words += _words(maxconn)
        self._command("SetGlobalMaxconn", words)

    def set_map_entry(self, map: str | Sequence[str | int], key: str, value: str) -> None:
        """Changes the value of entries of a map.

        * ``map``: The map.
        * ``key``: The entries.
        * ``value``: Their value.

        ``set map``.
        """
        words: list[str] = ["set", "map"]
        words += _words(map)
        words += _words(key)
        words += _words(value)
        self._command("SetMapEntry", words)

    def set_profiling(self, what: str, mode: str) -> None:
        """Switches profiling on or off.

        * ``what``: What is profiled.
        * ``mode``: How.

        ``set profiling``.
        """
        words: list[str] = ["set", "profiling"]
        words += _words(what)
        words += _words(mode)
        self._command("SetProfiling", words)

    def set_rate_limit(self, limit: str, scope: str, rate: int) -> None:
        """Sets a rate that the process keeps under.

        * ``limit``: What is limited.
        * ``scope``: What the limit is for.
        * ``rate``: The rate; 0 for no limit.

        ``set rate-limit``.
        """
        words: list[str] = ["set", "rate-limit"]
        words += _words(limit)
        words += _words(scope)
        words += _words(rate)
        self._command("SetRateLimit", words)

    def set_server_address(
        self,
        server: str,
        address: str,
        *,
        port: str | None | None = None,
    ) -> None:
        """Sets the address of a server.

        * ``server``: The server.
        * ``address``: The address.
        * ``port``: The port; ``+1`` and ``-1`` count from the client's.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("addr")
        words += _words(address)
        if port is not None:
            words.append("port")
            words += _words(port)
        self._command("SetServerAddress", words)

    def set_server_agent(self, server: str, agent: str) -> None:
        """Sets what a server's agent says, whatever it says.

        * ``server``: The server.
        * ``agent``: The health.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent")
        words += _words(agent)
        self._command("SetServerAgent", words)

    def set_server_agent_address(
        self,
        server: str,
        address: str,
        *,
        port: int | None = None,
    ) -> None:
        """Sets the address of a server's agent.

        * ``server``: The server.
        * ``address``: The address.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent-addr")
        words += _words(address)
        if port is not None:
            words.append("port")
            words += _words(port)
        self._command("SetServerAgentAddress", words)

    def set_server_agent_port(self, server: str, port: int) -> None:
        """Sets the port of a server's agent.

        * ``server``: The server.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent-port")
        words += _words(port)
        self._command("SetServerAgentPort", words)

    def set_server_agent_send(self, server: str, text: str) -> None:
        """Sets what is sent to a server's agent.

        * ``server``: The server.
        * ``text``: The text.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent-send")
        words += _words(text)
        self._command("SetServerAgentSend", words)

    def set_server_check_address(
        self,
        server: str,
        address: str,
        *,
        port: int | None = None,
    ) -> None:
        """Sets the address that a server's health checks go to.

        * ``server``: The server.
        * ``address``: The address.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("check-addr")
        words += _words(address)
        if port is not None:
            words.append("port")
            words += _words(port)
        self._command("SetServerCheckAddress", words)

    def set_server_check_port(self, server: str, port: int) -> None:
        """Sets the port that a server's health checks go to.

        * ``server``: The server.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("check-port")
        words += _words(port)
        self._command("SetServerCheckPort", words)

    def set_server_fqdn(self, server: str, fqdn: str) -> None:
        """Sets the name that a server's resolver asks for.

        * ``server``: The server.
        * ``fqdn``: The name.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("fqdn")
        words += _words(fqdn)
        self._command("SetServerFqdn", words)

    def set_server_health(self, server: str, health: str) -> None:
        """Sets a server's health, whatever its checks say.

        * ``server``: The server.
        * ``health``: The health.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("health")
        words += _words(health)
        self._command("SetServerHealth", words)

    def set_server_maxconn(self, server: str, maxconn: int) -> None:
        """Sets the most connections that a server gets at once.

        * ``server``: The server.
        * ``maxconn``: How many; 0 for no limit.

        ``set maxconn server``.
        """
        words: list[str] = ["set", "maxconn", "server"]
        words += _words(server)
        words += _words(maxconn)
        self._command("SetServerMaxconn", words)

    def set_server_ssl(self, server: str, ssl: str) -> None:
        """Switches TLS to a server on or off; deprecated.

        * ``server``: The server.
        * ``ssl``: On or off.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("ssl")
        words += _words(ssl)
        self._command("SetServerSsl", words)

    def set_server_state(self, server: str, state: str) -> None:
        """Sets what the administrator wants of a server.

        * ``server``: The server.
        * ``state``: The state.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("state")
        words += _words(state)
        self._command("SetServerState", words)

    def set_server_weight(self, server: str, weight: int | str) -> None:
        """Sets the weight of a server.

        * ``server``: The server.
        * ``weight``: The weight.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("weight")
        words += _words(weight)
        self._command("SetServerWeight", words)

    def set_severity_output(self, output: str) -> None:
        """Sets how HAProxy tells how serious messages are. Clients do that themselves, for each
        command.

        * ``output``: How.

        ``set severity-output``.
        """
        words: list[str] = ["set", "severity-output"]
        words += _words(output)
        self._command("SetSeverityOutput", words)

    def set_ssl_ca_file(self, file: str, pem: str) -> None:
        """Begins to change a CA file. It needs a commit.

        * ``file``: The CA file.
        * ``pem``: Its content in PEM.

        ``set ssl ca-file``.
        """
        words: list[str] = ["set", "ssl", "ca-file"]
        words += _words(file)
        self._command("SetSslCaFile", words, pem)

    def set_ssl_cert(self, file: str, pem: str) -> None:
        """Begins or goes on to change a certificate. It needs a commit.

        * ``file``: The certificate, or one of the files beside it: ``.issuer``, ``.ocsp``,
          ``.sctl``.
        * ``pem``: Its content in PEM.

        ``set ssl cert``.
        """
        words: list[str] = ["set", "ssl", "cert"]
        words += _words(file)
        self._command("SetSslCert", words, pem)

    def set_ssl_crl_file(self, file: str, pem: str) -> None:
        """Begins to change a CRL file. It needs a commit.

        * ``file``: The CRL file.
        * ``pem``: Its content in PEM.

        ``set ssl crl-file``.
        """
        words: list[str] = ["set", "ssl", "crl-file"]
        words += _words(file)
        self._command("SetSslCrlFile", words, pem)

    def set_ssl_ech(self, bind: str, pem: str) -> None:
        """Replaces the keys for encrypted client hellos of a bind line.

        * ``bind``: The bind line.
        * ``pem``: The key in PEM.

        ``set ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["set", "ssl", "ech"]
        words += _words(bind)
        self._command("SetSslEch", words, pem)

    def set_ssl_ocsp_response(self, response: str) -> None:
        """Replaces an OCSP response.

        * ``response``: The response in Base64 of its DER.

        ``set ssl ocsp-response``.
        """
        words: list[str] = ["set", "ssl", "ocsp-response"]
        self._command("SetSslOcspResponse", words, response)

    def set_ssl_tls_key(self, id: str, key: str) -> None:
        """Adds a TLS ticket key, which takes the place of the oldest.

        * ``id``: The file, or its number behind a ``#``.
        * ``key``: The key in Base64: 48 or 80 bytes.

        ``set ssl tls-key``.
        """
        words: list[str] = ["set", "ssl", "tls-key"]
        words += _words(id)
        words += _words(key)
        self._command("SetSslTlsKey", words)

    def set_table(
        self,
        table: str,
        selection: str | Sequence[str | int],
        *,
        data: Mapping[str, int | str] | Sequence[tuple[str, int | str]] = (),
    ) -> None:
        """Adds an entry to a stick table, or changes one.

        * ``table``: The table.
        * ``selection``: The entry, by its key or its address.
        * ``data``: What it is to store.

        ``set table``.
        """
        words: list[str] = ["set", "table"]
        words += _words(table)
        words += _words(selection)
        if data:
            words += _data(data)
        self._command("SetTable", words)

    def set_timeout(self, of: str, seconds: int) -> None:
        """Sets how long the connection may stand idle.

        * ``of``: Whose timeout.
        * ``seconds``: Seconds.

        ``set timeout``.
        """
        words: list[str] = ["set", "timeout"]
        words += _words(of)
        words += _words(seconds)
        self._command("SetTimeout", words)

    def set_var(self, name: str, form: str, value: str) -> None:
        """Sets a variable of the process.

        * ``name``: The variable: ``proc.…``.
        * ``form``: What the value is.
        * ``value``: The value: an expression as ``str(text)``, or a format.

        ``set var``.
        """
        words: list[str] = ["set", "var"]
        words += _words(name)
        words += _words(form)
        words += _words(value)
        self._command("SetVar", words)

    def set_weight(self, server: str, weight: int | str) -> None:
        """Sets the weight of a server, in the form of old.

        * ``server``: The server.
        * ``weight``: The weight.

        ``set weight``.
        """
        words: list[str] = ["set", "weight"]
        words += _words(server)
        words += _words(weight)
        self._command("SetWeight", words)

    def show_acl(self, acl: str | Sequence[str | int]) -> list[dict[str, str]]:
        """Lists the entries of an ACL.

        * ``acl``: The ACL.

        ``show acl``.
        """
        words: list[str] = ["show", "acl"]
        words += _words(acl)
        answer: list[dict[str, str]] = self._command("ShowAcl", words)
        return answer

    def show_acls(self) -> list[dict[str, Any]]:
        """Lists the ACLs.

        ``show acl``.
        """
        words: list[str] = ["show", "acl"]
        answer: list[dict[str, Any]] = self._command("ShowAcls", words)
        return answer

    def show_activity(self, *, thread: int | None = None) -> Any:
        """Tells counters of what happens inside.

        * ``thread``: The thread that is meant: -1 for all, 0 for their sum. Since HAProxy 2.8.

        ``show activity``.
        """
        words: list[str] = ["show", "activity"]
        if thread is not None:
            words += _words(thread)
        return self._command("ShowActivity", words)

    def show_all_sess(
        self,
        all: str,
        *,
        suspicious: bool = False,
        older: int | None = None,
        server: str | None | None = None,
        backend: str | None | None = None,
        frontend: str | None | None = None,
        uri: bool = False,
    ) -> Any:
        """Tells the details of all streams.

        * ``all``: ``all``.
        * ``suspicious``: Those that wait for nothing that is known. Since HAProxy 3.2.
        * ``older``: Those that are older than so many seconds. Since HAProxy 3.4.
        * ``server``: Those to this server. Since HAProxy 3.2.
        * ``backend``: Those to this backend. Since HAProxy 3.2.
        * ``frontend``: Those from this frontend. Since HAProxy 3.2.
        * ``uri``: With the address that was asked for, where it was captured. Since HAProxy 3.2.

        ``show sess``.
        """
        words: list[str] = ["show", "sess"]
        words += _words(all)
        if suspicious:
            words.append("susp")
        if older is not None:
            words.append("older")
            words += _words(older)
        if server is not None:
            words.append("server")
            words += _words(server)
        if backend is not None:
            words.append("backend")
            words += _words(backend)
        if frontend is not None:
            words.append("frontend")
            words += _words(frontend)
        if uri:
            words.append("show-uri")
        return self._command("ShowAllSess", words)

    def show_anon(self) -> Any:
        """Tells whether the connection shows hashes.

        ``show anon``, since HAProxy 2.8.
        """
        words: list[str] = ["show", "anon"]
        return self._command("ShowAnon", words)

    def show_backend(self) -> list[str]:
        """Lists the backends.

        ``show backend``.
        """
        words: list[str] = ["show", "backend"]
        answer: list[str] = self._command("ShowBackend", words)
        return answer

    def show_cache(self) -> Any:
        """Lists the caches and what they hold.

        ``show cache``.
        """
        words: list[str] = ["show", "cache"]
        return self._command("ShowCache", words)

    def show_cli_level(self) -> Any:
        """Tells what the connection may do.

        ``show cli level``.
        """
        words: list[str] = ["show", "cli", "level"]
        return self._command("ShowCliLevel", words)

    def show_cli_sockets(self) -> Any:
        """Lists the sockets of the command line interface.

        ``show cli sockets``.
        """
        words: list[str] = ["show", "cli", "sockets"]
        return self._command("ShowCliSockets", words)

    def show_dev(self) -> Any:
        """Tells what developers ask of a process: its build, its machine.

        ``show dev``, since HAProxy 3.0.
        """
        words: list[str] = ["show", "dev"]
        return self._command("ShowDev", words)

    def show_env(self, *, name: str | None | None = None) -> Any:
        """Tells the environment variables.

        * ``name``: The variable that is meant; all where there is none.

        ``show env``.
        """
        words: list[str] = ["show", "env"]
        if name is not None:
            words += _words(name)
        return self._command("ShowEnv", words)

    def show_errors(
        self,
        *,
        proxy: str | None | None = None,
        direction: str | None | None = None,
    ) -> Any:
        """Tells the last requests and responses that were no HTTP.

        * ``proxy``: The name or number of the proxy that is meant; all where there is none.
        * ``direction``: Which; both where there is none. It needs a proxy, or ``-1``.

        ``show errors``.
        """
        words: list[str] = ["show", "errors"]
        if proxy is not None:
            words += _words(proxy)
        if direction is not None:
            words += _words(direction)
        return self._command("ShowErrors", words)

    def show_events(self, sink: str) -> Any:
        """Gives the events that a ring holds.

        * ``sink``: The ring.

        ``show events``.
        """
        words: list[str] = ["show", "events"]
        words += _words(sink)
        return self._command("ShowEvents", words)

    def show_fd(self, *, selection: Sequence[str] = ()) -> Any:
        """Lists the file descriptors.

        * ``selection``: Which: letters of kinds such as ``l`` or ``!c``, or a number.

        ``show fd``.
        """
        words: list[str] = ["show", "fd"]
        if selection:
            words += _words(selection)
        return self._command("ShowFd", words)

    def show_info(self) -> dict[str, Any]:
        """Tells what the process is and how it does.

        ``show info``.
        """
        words: list[str] = ["show", "info"]
        answer: dict[str, Any] = self._command("ShowInfo", words)
        return answer

    def show_info_typed(
        self,
        *,
        typed: str | None = None,
        descriptions: bool = False,
        fractions: bool = False,
    ) -> dict[str, Any]:
        """Tells the same with the nature of each value.

        * ``typed``: Typed, which is what makes the difference.
        * ``descriptions``: With a description of each value.
        * ``fractions``: With fractions where there are any.

        ``show info``.
        """
        words: list[str] = ["show", "info"]
        if typed is not None:
            words.append("typed")
            words += _words(typed)
        if descriptions:
            words.append("desc")
        if fractions:
            words.append("float")
        answer: dict[str, Any] = self._command("ShowInfoTyped", words)
        return answer

    def show_libs(self) -> Any:
        """Lists the program and the libraries that are loaded.

        ``show libs``.
        """
        words: list[str] = ["show", "libs"]
        return self._command("ShowLibs", words)

    def show_map(self, map: str | Sequence[str | int]) -> list[dict[str, str]]:
        """Lists the entries of a map.

        * ``map``: The map.

        ``show map``.
        """
        words: list[str] = ["show", "map"]
        words += _words(map)
        answer: list[dict[str, str]] = self._command("ShowMap", words)
        return answer

    def show_maps(self) -> list[dict[str, Any]]:
        """Lists the maps.

        ``show map``.
        """
        words: list[str] = ["show", "map"]
        answer: list[dict[str, Any]] = self._command("ShowMaps", words)
        return answer

    def show_one_sess(self, id: str, *, uri: bool = False) -> Any:
        """Tells the details of one stream.

        * ``id``: Its id, as a list tells it: ``0x7f320aa58400``.
        * ``uri``: With the address that was asked for, where it was captured. Since HAProxy 3.2.

        ``show sess``.
        """
        words: list[str] = ["show", "sess"]
        words += _words(id)
        if uri:
            words.append("show-uri")
        return self._command("ShowOneSess", words)

    def show_peers(self, *, dictionaries: bool = False, section: str | None | None = None) -> Any:
        """Tells how the peers do.

        * ``dictionaries``: With the dictionaries that they share.
        * ``section``: The section that is meant; all where there is none.

        ``show peers``.
        """
        words: list[str] = ["show", "peers"]
        if dictionaries:
            words.append("dict")
        if section is not None:
            words += _words(section)
        return self._command("ShowPeers", words)

    def show_pools(
        self,
        *,
        order: str | None | None = None,
        detailed: bool = False,
        prefix: str | None | None = None,
        count: int | None = None,
    ) -> Any:
        """Lists the pools of memory.

        * ``order``: How they are sorted. Since HAProxy 2.8.
        * ``detailed``: With the pools that were merged in each. Since HAProxy 3.2.
        * ``prefix``: Those whose name begins so. Since HAProxy 2.8.
        * ``count``: How many at most. Since HAProxy 2.8.

        ``show pools``.
        """
        words: list[str] = ["show", "pools"]
        if order is not None:
            words += _words(order)
        if detailed:
            words.append("detailed")
        if prefix is not None:
            words.append("match")
            words += _words(prefix)
        if count is not None:
            words += _words(count)
        return self._command("ShowPools", words)

    def show_proc(self, *, debug: bool = False) -> Any:
        """Lists the master and its workers.

        * ``debug``: With details for developers. Since HAProxy 2.8.

        ``show proc``.
        """
        words: list[str] = ["show", "proc"]
        if debug:
            words.append("debug")
        return self._command("ShowProc", words)

    def show_profiling(self, *, arguments: Sequence[str] = ()) -> Any:
        """Tells what was found by profiling.

        * ``arguments``: What of it: ``all``, ``tasks``, ``memory``, ``status``, ``byaddr``, a
          number of lines.

        ``show profiling``.
        """
        words: list[str] = ["show", "profiling"]
        if arguments:
            words += _words(arguments)
        return self._command("ShowProfiling", words)

    def show_quic(
        self,
        *,
        format: str | None | None = None,
        filter: str | None | None = None,
    ) -> Any:
        """Lists the QUIC connections.

        * ``format``: How: ``oneline``, ``full``, or fields with commas between them.
        * ``filter``: Which: ``clo`` for those that close, ``all``, or one by its address.

        ``show quic``, since HAProxy 3.0.
        """
        words: list[str] = ["show", "quic"]
        if format is not None:
            words += _words(format)
        if filter is not None:
            words += _words(filter)
        return self._command("ShowQuic", words)

    def show_resolvers(self, *, section: str | None | None = None) -> Any:
        """Tells how the resolvers do.

        * ``section``: The section that is meant; all where there is none.

        ``show resolvers``.
        """
        words: list[str] = ["show", "resolvers"]
        if section is not None:
            words += _words(section)
        return self._command("ShowResolvers", words)

    def show_schema(self) -> str:
        """Tells the schema of the JSON that HAProxy itself can answer.

        ``show schema json``.
        """
        words: list[str] = ["show", "schema", "json"]
        answer: str = self._command("ShowSchema", words)
        return answer

    def show_servers_conn(self, *, backend: str | None | None = None) -> Any:
        """Tells the connections of servers.

        * ``backend``: The backend whose servers are meant; all where there is none.

        ``show servers conn``.
        """
        words: list[str] = ["show", "servers", "conn"]
        if backend is not None:
            words += _words(backend)
        return self._command("ShowServersConn", words)

    def show_servers_state(self, *, backend: str | None | None = None) -> list[dict[str, Any]]:
        """Tells the state of servers, in the form that ``load-server-state-from-file`` reads.

        * ``backend``: The backend whose servers are meant; all where there is none.

        ``show servers state``.
        """
        words: list[str] = ["show", "servers", "state"]
        if backend is not None:
            words += _words(backend)
        answer: list[dict[str, Any]] = self._command("ShowServersState", words)
        return answer

    def show_sess(
        self,
        *,
        suspicious: bool = False,
        older: int | None = None,
        server: str | None | None = None,
        backend: str | None | None = None,
        frontend: str | None | None = None,
        uri: bool = False,
    ) -> list[dict[str, Any]]:
        """Lists the streams.

        * ``suspicious``: Those that wait for nothing that is known.
        * ``older``: Those that are older than so many seconds. Since HAProxy 3.0.
        * ``server``: Those to this server. Since HAProxy 3.2; before that all are listed.
        * ``backend``: Those to this backend. Since HAProxy 3.2.
        * ``frontend``: Those from this frontend. Since HAProxy 3.2.
        * ``uri``: With the address that was asked for, where it was captured. Since HAProxy 3.2.

        ``show sess``.
        """
        words: list[str] = ["show", "sess"]
        if suspicious:
            words.append("susp")
        if older is not None:
            words.append("older")
            words += _words(older)
        if server is not None:
            words.append("server")
            words += _words(server)
        if backend is not None:
            words.append("backend")
            words += _words(backend)
        if frontend is not None:
            words.append("frontend")
            words += _words(frontend)
        if uri:
            words.append("show-uri")
        answer: list[dict[str, Any]] = self._command("ShowSess", words)
        return answer

    def show_sinks(self) -> Any:
        """Lists the sinks of events.

        ``show events``.
        """
        words: list[str] = ["show", "events"]
        return self._command("ShowSinks", words)

    def show_ssl_ca_file(self, file: str) -> Any:
        """Tells the certificates of a CA file, or one by its number: ``ca.pem:1``.

        * ``file``: The CA file.

        ``show ssl ca-file``.
        """
        words: list[str] = ["show", "ssl", "ca-file"]
        words += _words(file)
        return self._command("ShowSslCaFile", words)

    def show_ssl_ca_files(self) -> Any:
        """Lists the CA files.

        ``show ssl ca-file``.
        """
        words: list[str] = ["show", "ssl", "ca-file"]
        return self._command("ShowSslCaFiles", words)

    def show_ssl_cert(self, file: str) -> Any:
        """Tells a certificate's details. A ``*`` before its name is the transaction that changes
        it.

        * ``file``: The certificate.

        ``show ssl cert``.
        """
        words: list[str] = ["show", "ssl", "cert"]
        words += _words(file)
        return self._command("ShowSslCert", words)

    def show_ssl_certs(self) -> Any:
        """Lists the certificates.

        ``show ssl cert``.
        """
        words: list[str] = ["show", "ssl", "cert"]
        return self._command("ShowSslCerts", words)

    def show_ssl_crl_file(self, file: str) -> Any:
        """Tells the lists of a CRL file, or one by its number: ``crl.pem:1``.

        * ``file``: The CRL file.

        ``show ssl crl-file``.
        """
        words: list[str] = ["show", "ssl", "crl-file"]
        words += _words(file)
        return self._command("ShowSslCrlFile", words)

    def show_ssl_crl_files(self) -> Any:
        """Lists the CRL files.

        ``show ssl crl-file``.
        """
        words: list[str] = ["show", "ssl", "crl-file"]
        return self._command("ShowSslCrlFiles", words)

    def show_ssl_crt_list(self, file: str, *, numbered: bool = False) -> Any:
        """Lists the entries of a crt-list.

        * ``numbered``: With the numbers of their lines.
        * ``file``: The crt-list.

        ``show ssl crt-list``.
        """
        words: list[str] = ["show", "ssl", "crt-list"]
        if numbered:
            words.append("-n")
        words += _words(file)
        return self._command("ShowSslCrtList", words)

    def show_ssl_crt_lists(self) -> list[str]:
        """Lists the crt-lists and folders of certificates.

        ``show ssl crt-list``.
        """
        words: list[str] = ["show", "ssl", "crt-list"]
        answer: list[str] = self._command("ShowSslCrtLists", words)
        return answer

    def show_ssl_ech(self, *, bind: str | None | None = None) -> Any:
        """Lists the keys for encrypted client hellos.

        * ``bind``: The bind line that is meant, as ``frontend/@file:line`` or ``frontend/name``.

        ``show ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["show", "ssl", "ech"]
        if bind is not None:
            words += _words(bind)
        return self._command("ShowSslEch", words)

    def show_ssl_jwt(self) -> list[str]:
        """Lists the certificates that JSON web tokens are checked with.

        ``show ssl jwt``, since HAProxy 3.4.
        """
        words: list[str] = ["show", "ssl", "jwt"]
        answer: list[str] = self._command("ShowSslJwt", words)
        return answer

    def show_ssl_ocsp_response(self, id: str) -> str:
        """Tells an OCSP response.

        * ``id``: Its id, or since HAProxy 2.8 the file of its certificate.

        ``show ssl ocsp-response``.
        """
        words: list[str] = ["show", "ssl", "ocsp-response"]
        words += _words(id)
        answer: str = self._command("ShowSslOcspResponse", words)
        return answer

    def show_ssl_ocsp_response_as(self, format: str, id: str) -> str:
        """Tells an OCSP response in this form.

        * ``format``: The form.
        * ``id``: Its id, or the file of its certificate.

        ``show ssl ocsp-response``, since HAProxy 2.8.
        """
        words: list[str] = ["show", "ssl", "ocsp-response"]
        words += _words(format)
        words += _words(id)
        answer: str = self._command("ShowSslOcspResponseAs", words)
        return answer

    def show_ssl_ocsp_responses(self) -> Any:
        """Lists the OCSP responses.

        ``show ssl ocsp-response``.
        """
        words: list[str] = ["show", "ssl", "ocsp-response"]
        return self._command("ShowSslOcspResponses", words)

    def show_ssl_ocsp_updates(self) -> Any:
        """Lists the updates of OCSP responses.

        ``show ssl ocsp-updates``, since HAProxy 2.8.
        """
        words: list[str] = ["show", "ssl", "ocsp-updates"]
        return self._command("ShowSslOcspUpdates", words)

    def show_ssl_providers(self) -> Any:
        """Lists the providers of OpenSSL.

        ``show ssl providers``.
        """
        words: list[str] = ["show", "ssl", "providers"]
        return self._command("ShowSslProviders", words)

    def show_ssl_sni(
        self,
        *,
        frontend: str | None | None = None,
        expired: bool = False,
        offset: str | None | None = None,
    ) -> Any:
        """Lists the names that frontends have certificates for.

        * ``frontend``: The frontend that is meant; all where there is none.
        * ``expired``: Expired certificates only.
        * ``offset``: How much later it is to be taken for now: ``30d``.

        ``show ssl sni``, since HAProxy 3.2.
        """
        words: list[str] = ["show", "ssl", "sni"]
        if frontend is not None:
            words.append("-f")
            words += _words(frontend)
        if expired:
            words.append("-A")
        if offset is not None:
            words.append("-t")
            words += _words(offset)
        return self._command("ShowSslSni", words)

    def show_startup_logs(self) -> Any:
        """Tells what was said when the process started.

        ``show startup-logs``.
        """
        words: list[str] = ["show", "startup-logs"]
        return self._command("ShowStartupLogs", words)

    def show_stat(
        self,
        *,
        domain: str | None | None = None,
        selection: str | Sequence[str | int] | None = None,
        up: bool = False,
        no_maintenance: bool = False,
    ) -> list[dict[str, int | str]]:
        """Tells the statistics.

        * ``domain``: What they are about; proxies where there is none.
        * ``selection``: Which objects; all where there is none.
        * ``up``: Without servers that are down or in maintenance.
        * ``no_maintenance``: Without servers that are in maintenance.

        ``show stat``.
        """
        words: list[str] = ["show", "stat"]
        if domain is not None:
            words.append("domain")
            words += _words(domain)
        if selection is not None:
            words += _words(selection)
        if up:
            words.append("up")
        if no_maintenance:
            words.append("no-maint")
        answer: list[dict[str, int | str]] = self._command("ShowStat", words)
        return answer

    def show_stat_typed(
        self,
        format: str,
        *,
        domain: str | None | None = None,
        selection: str | Sequence[str | int] | None = None,
        descriptions: bool = False,
        up: bool = False,
        no_maintenance: bool = False,
    ) -> Any:
        """Tells the statistics with the nature of each value.

        * ``domain``: What they are about; proxies where there is none.
        * ``selection``: Which objects; all where there is none.
        * ``format``: The form.
        * ``descriptions``: With a description of each value.
        * ``up``: Without servers that are down or in maintenance.
        * ``no_maintenance``: Without servers that are in maintenance.

        ``show stat``.
        """
        words: list[str] = ["show", "stat"]
        if domain is not None:
            words.append("domain")
            words += _words(domain)
        if selection is not None:
            words += _words(selection)
        words += _words(format)
        if descriptions:
            words.append("desc")
        if up:
            words.append("up")
        if no_maintenance:
            words.append("no-maint")
        return self._command("ShowStatTyped", words)

    def show_table(self, table: str, *, selection: str | Sequence[str | int] | None = None) -> Any:
        """Lists the entries of a stick table.

        * ``table``: The table.
        * ``selection``: Which entries; all where there is none.

        ``show table``.
        """
        words: list[str] = ["show", "table"]
        words += _words(table)
        if selection is not None:
            words += _words(selection)
        return self._command("ShowTable", words)

    def show_tables(self) -> Any:
        """Lists the stick tables.

        ``show table``.
        """
        words: list[str] = ["show", "table"]
        return self._command("ShowTables", words)

    def show_tasks(self) -> Any:
        """Tells the tasks that wait for a thread.

        ``show tasks``.
        """
        words: list[str] = ["show", "tasks"]
        return self._command("ShowTasks", words)

    def show_threads(self) -> Any:
        """Tells what each thread is at.

        ``show threads``.
        """
        words: list[str] = ["show", "threads"]
        return self._command("ShowThreads", words)

    def show_tls_keys(self) -> Any:
        """Lists the files of TLS ticket keys.

        ``show tls-keys``.
        """
        words: list[str] = ["show", "tls-keys"]
        return self._command("ShowTlsKeys", words)

    def show_tls_keys_of(self, id: str) -> Any:
        """Lists the keys of a file of TLS ticket keys; ``*`` for those of all.

        * ``id``: The file, its number behind a ``#``, or ``*``.

        ``show tls-keys``.
        """
        words: list[str] = ["show", "tls-keys"]
        words += _words(id)
        return self._command("ShowTlsKeysOf", words)

    def show_trace(self, source: str) -> Any:
        """Tells the events of a source of traces and how they stand.

        * ``source``: The source.

        ``show trace``.
        """
        words: list[str] = ["show", "trace"]
        words += _words(source)
        return self._command("ShowTrace", words)

    def show_traces(self) -> Any:
        """Lists the sources of traces and how they stand.

        ``show trace``.
        """
        words: list[str] = ["show", "trace"]
        return self._command("ShowTraces", words)

    def show_version(self) -> Any:
        """Tells the version of the process.

        ``show version``.
        """
        words: list[str] = ["show", "version"]
        return self._command("ShowVersion", words)

    def shutdown_frontend(self, frontend: str) -> None:
        """Ends a frontend for good.

        * ``frontend``: The frontend.

        ``shutdown frontend``.
        """
        words: list[str] = ["shutdown", "frontend"]
        words += _words(frontend)
        self._command("ShutdownFrontend", words)

    def shutdown_server_sessions(self, server: str) -> None:
        """Ends all streams of a server.

        * ``server``: The server.

        ``shutdown sessions server``.
        """
        words: list[str] = ["shutdown", "sessions", "server"]
        words += _words(server)
        self._command("ShutdownServerSessions", words)

    def shutdown_session(self, id: str) -> None:
        """Ends a stream.

        * ``id``: Its id, as a list tells it.

        ``shutdown session``.
        """
        words: list[str] = ["shutdown", "session"]
        words += _words(id)
        self._command("ShutdownSession", words)

    def trace(self, *, arguments: Sequence[str] = ()) -> str:
        """Changes the traces of a source, or tells what there is to change.

        * ``arguments``: The source, and what it is to do: ``h1``, ``sink``, ``buf0``. ``0`` stops
          all.

        ``trace``.
        """
        words: list[str] = ["trace"]
        if arguments:
            words += _words(arguments)
        answer: str = self._command("Trace", words)
        return answer

    def unpublish_backend(self, backend: str) -> None:
        """Lets no rule choose a backend.

        * ``backend``: The backend.

        ``unpublish backend``, since HAProxy 3.4.
        """
        words: list[str] = ["unpublish", "backend"]
        words += _words(backend)
        self._command("UnpublishBackend", words)

    def update_ssl_ocsp_response(self, certificate: str) -> str:
        """Asks the responder for a new OCSP response, and tells it.

        * ``certificate``: The certificate.

        ``update ssl ocsp-response``, since HAProxy 2.8.
        """
        words: list[str] = ["update", "ssl", "ocsp-response"]
        words += _words(certificate)
        answer: str = self._command("UpdateSslOcspResponse", words)
        return answer

    def user(self) -> None:
        """Lets the connection do no more than users may.

        ``user``.
        """
        words: list[str] = ["user"]
        self._command("User", words)

    def wait(self, delay: str, *, condition: str | Sequence[str | int] | None = None) -> Any:
        """Waits.

        * ``delay``: How long.
        * ``condition``: What for; for the time itself where there is none.

        ``wait``, since HAProxy 3.0.
        """
        words: list[str] = ["wait"]
        words += _words(delay)
        if condition is not None:
            words += _words(condition)
        return self._command("Wait", words)


class AsyncCommands:
    """Every command of HAProxy as a method to wait for."""

    async def _command(
        self, form: str, words: Sequence[str], payload: str | None = None
    ) -> Any:
        raise NotImplementedError

    async def abort_ssl_ca_file(self, file: str) -> None:
        """Forgets the change of a CA file.

        * ``file``: The CA file.

        ``abort ssl ca-file``.
        """
        words: list[str] = ["abort", "ssl", "ca-file"]
        words += _words(file)
        await self._command("AbortSslCaFile", words)

    async def abort_ssl_cert(self, file: str) -> None:
        """Forgets the change of a certificate.

        * ``file``: The certificate.

        ``abort ssl cert``.
        """
        words: list[str] = ["abort", "ssl", "cert"]
        words += _words(file)
        await self._command("AbortSslCert", words)

    async def abort_ssl_crl_file(self, file: str) -> None:
        """Forgets the change of a CRL file.

        * ``file``: The CRL file.

        ``abort ssl crl-file``.
        """
        words: list[str] = ["abort", "ssl", "crl-file"]
        words += _words(file)
        await self._command("AbortSslCrlFile", words)

    async def acme_challenge_ready(self, certificate: str, domain: str) -> None:
        """Says that the answer to a challenge is in place. Builds of 3.2 have it where they are
        late enough.

        * ``certificate``: The certificate.
        * ``domain``: The domain of the challenge.

        ``acme challenge_ready``, since HAProxy 3.2.
        """
        words: list[str] = ["acme", "challenge_ready"]
        words += _words(certificate)
        words.append("domain")
        words += _words(domain)
        await self._command("AcmeChallengeReady", words)

    async def acme_renew(self, certificate: str) -> None:
        """Begins to renew a certificate.

        * ``certificate``: The certificate.

        ``acme renew``, since HAProxy 3.2.
        """
        words: list[str] = ["acme", "renew"]
        words += _words(certificate)
        await self._command("AcmeRenew", words)

    async def acme_status(self) -> Any:
        """Tells how the certificates do that HAProxy gets by itself.

        ``acme status``, since HAProxy 3.2.
        """
        words: list[str] = ["acme", "status"]
        return await self._command("AcmeStatus", words)

    async def add_acl_entry(self, acl: str | Sequence[str | int], pattern: str) -> None:
        """Adds an entry to an ACL.

        * ``acl``: The ACL.
        * ``pattern``: The pattern.

        ``add acl``.
        """
        words: list[str] = ["add", "acl"]
        words += _words(acl)
        words += _words(pattern)
        await self._command("AddAclEntry", words)

    async def add_backend(
        self,
        name: str,
        defaults: str,
        *,
        mode: str | None | None = None,
        guid: str | None | None = None,
    ) -> None:
        """Adds a backend without servers. It gets no requests until it is published.

        * ``name``: Its name.
        * ``defaults``: The named defaults section that it takes its settings from.
        * ``mode``: What it speaks, where its defaults do not say it.
        * ``guid``: Its GUID.

        ``add backend``, since HAProxy 3.4.
        """
        words: list[str] = ["add", "backend"]
        words += _words(name)
        words.append("from")
        words += _words(defaults)
        if mode is not None:
            words.append("mode")
            words += _words(mode)
        if guid is not None:
            words.append("guid")
            words += _words(guid)
        await self._command("AddBackend", words)

    async def add_map_entries(self, map: str | Sequence[str | int], entries: str) -> None:
        """Adds entries to a map: one a line, the key, a space and the value.

        * ``map``: The map.
        * ``entries``: The entries.

        ``add map``.
        """
        words: list[str] = ["add", "map"]
        words += _words(map)
        await self._command("AddMapEntries", words, entries)

    async def add_map_entry(self, map: str | Sequence[str | int], key: str, value: str) -> None:
        """Adds an entry to a map.

        * ``map``: The map.
        * ``key``: The key.
        * ``value``: The value.

        ``add map``.
        """
        words: list[str] = ["add", "map"]
        words += _words(map)
        words += _words(key)
        words += _words(value)
        await self._command("AddMapEntry", words)

    async def add_server(
        self,
        server: str,
        address: str,
        *,
        parameters: Sequence[str] = (),
    ) -> None:
        """Adds a server. It begins in maintenance, with its checks off.

        * ``server``: Where it is to be.
        * ``address``: Its address, and its port behind a colon.
        * ``parameters``: Its parameters as a configuration writes them, word by word: ``check``,
          ``inter``, ``2s``.

        ``add server``, since HAProxy 2.6.
        """
        words: list[str] = ["add", "server"]
        words += _words(server)
        words += _words(address)
        if parameters:
            words += _words(parameters)
        await self._command("AddServer", words)

    async def add_server_help(self, help: str) -> list[str]:
        """Lists the parameters that dynamic servers may have.

        * ``help``: ``help``.

        ``add server``, since HAProxy 3.2.
        """
        words: list[str] = ["add", "server"]
        words += _words(help)
        answer: list[str] = await self._command("AddServerHelp", words)
        return answer

    async def add_ssl_ca_file(self, file: str, pem: str) -> None:
        """Adds certificates to a CA file that is being changed.

        * ``file``: The CA file.
        * ``pem``: The certificates in PEM.

        ``add ssl ca-file``, since HAProxy 2.8.
        """
        words: list[str] = ["add", "ssl", "ca-file"]
        words += _words(file)
        await self._command("AddSslCaFile", words, pem)

    async def add_ssl_crt_list(self, file: str, certificate: str) -> None:
        """Adds a certificate to a crt-list or folder.

        * ``file``: The crt-list.
        * ``certificate``: The certificate.

        ``add ssl crt-list``.
        """
        words: list[str] = ["add", "ssl", "crt-list"]
        words += _words(file)
        words += _words(certificate)
        await self._command("AddSslCrtList", words)

    async def add_ssl_crt_list_line(self, file: str, line: str) -> None:
        """Adds a line to a crt-list: a certificate with settings and filters.

        * ``file``: The crt-list.
        * ``line``: The line.

        ``add ssl crt-list``.
        """
        words: list[str] = ["add", "ssl", "crt-list"]
        words += _words(file)
        await self._command("AddSslCrtListLine", words, line)

    async def add_ssl_ech(self, bind: str, pem: str) -> None:
        """Adds a key for encrypted client hellos to a bind line.

        * ``bind``: The bind line.
        * ``pem``: The key in PEM.

        ``add ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["add", "ssl", "ech"]
        words += _words(bind)
        await self._command("AddSslEch", words, pem)

    async def add_ssl_jwt(self, file: str) -> None:
        """Lets a certificate check JSON web tokens.

        * ``file``: The certificate.

        ``add ssl jwt``, since HAProxy 3.4.
        """
        words: list[str] = ["add", "ssl", "jwt"]
        words += _words(file)
        await self._command("AddSslJwt", words)

    async def clear_acl(self, acl: str | Sequence[str | int]) -> None:
        """Removes all entries from an ACL.

        * ``acl``: The ACL.

        ``clear acl``.
        """
        words: list[str] = ["clear", "acl"]
        words += _words(acl)
        await self._command("ClearAcl", words)

    async def clear_all_counters(self, all: str) -> None:
        """Sets all statistics back.

        * ``all``: All of them.

        ``clear counters``.
        """
        words: list[str] = ["clear", "counters"]
        words += _words(all)
        await self._command("ClearAllCounters", words)

    async def clear_counters(self) -> None:
        """Sets the greatest values of the statistics back.

        ``clear counters``.
        """
        words: list[str] = ["clear", "counters"]
        await self._command("ClearCounters", words)

    async def clear_map(self, map: str | Sequence[str | int]) -> None:
        """Removes all entries from a map.

        * ``map``: The map.

        ``clear map``.
        """
        words: list[str] = ["clear", "map"]
        words += _words(map)
        await self._command("ClearMap", words)

    async def clear_table(
        self,
        table: str,
        *,
        selection: str | Sequence[str | int] | None = None,
    ) -> None:
        """Removes entries from a stick table.

        * ``table``: The table.
        * ``selection``: Which entries; all where there is none.

        ``clear table``.
        """
        words: list[str] = ["clear", "table"]
        words += _words(table)
        if selection is not None:
            words += _words(selection)
        await self._command("ClearTable", words)

    async def commit_acl(self, acl: str | Sequence[str | int]) -> None:
        """Puts a version of an ACL into use.

        * ``acl``: The ACL, with the version.

        ``commit acl``.
        """
        words: list[str] = ["commit", "acl"]
        words += _words(acl)
        await self._command("CommitAcl", words)

    async def commit_map(self, map: str | Sequence[str | int]) -> None:
        """Puts a version of a map into use.

        * ``map``: The map, with the version.

        ``commit map``.
        """
        words: list[str] = ["commit", "map"]
        words += _words(map)
        await self._command("CommitMap", words)

    async def commit_ssl_ca_file(self, file: str) -> None:
        """Puts a changed CA file into use.

        * ``file``: The CA file.

        ``commit ssl ca-file``.
        """
        words: list[str] = ["commit", "ssl", "ca-file"]
        words += _words(file)
        await self._command("CommitSslCaFile", words)

    async def commit_ssl_cert(self, file: str) -> None:
        """Puts a changed certificate into use.

        * ``file``: The certificate.

        ``commit ssl cert``.
        """
        words: list[str] = ["commit", "ssl", "cert"]
        words += _words(file)
        await self._command("CommitSslCert", words)

    async def commit_ssl_crl_file(self, file: str) -> None:
        """Puts a changed CRL file into use.

        * ``file``: The CRL file.

        ``commit ssl crl-file``.
        """
        words: list[str] = ["commit", "ssl", "crl-file"]
        words += _words(file)
        await self._command("CommitSslCrlFile", words)

    async def debug_counters(self, *, arguments: Sequence[str] = ()) -> Any:
        """Tells counters that stand in HAProxy's code. Builds of 3.0 have it where they are late
        enough.

        * ``arguments``: What of it: ``all``, ``reset``, ``on``, ``off``, ``bug``, ``cnt``, ``chk``,
          ``glt``.

        ``debug counters``, since HAProxy 3.0.
        """
        words: list[str] = ["debug", "counters"]
        if arguments:
            words += _words(arguments)
        return await self._command("DebugCounters", words)

    async def del_acl_entry(self, acl: str | Sequence[str | int], key: str) -> None:
        """Removes entries from an ACL.

        * ``acl``: The ACL.
        * ``key``: The entries.

        ``del acl``.
        """
        words: list[str] = ["del", "acl"]
        words += _words(acl)
        words += _words(key)
        await self._command("DelAclEntry", words)

    async def del_backend(self, backend: str) -> None:
        """Removes a backend that is unpublished and has neither servers nor streams.

        * ``backend``: The backend.

        ``del backend``, since HAProxy 3.4.
        """
        words: list[str] = ["del", "backend"]
        words += _words(backend)
        await self._command("DelBackend", words)

    async def del_map_entry(self, map: str | Sequence[str | int], key: str) -> None:
        """Removes entries from a map.

        * ``map``: The map.
        * ``key``: The entries.

        ``del map``.
        """
        words: list[str] = ["del", "map"]
        words += _words(map)
        words += _words(key)
        await self._command("DelMapEntry", words)

    async def del_server(self, server: str) -> None:
        """Removes a server that is in maintenance and has no connections.

        * ``server``: The server.

        ``del server``, since HAProxy 2.6.
        """
        words: list[str] = ["del", "server"]
        words += _words(server)
        await self._command("DelServer", words)

    async def del_ssl_ca_file(self, file: str) -> None:
        """Removes a CA file that nothing uses.

        * ``file``: The CA file.

        ``del ssl ca-file``.
        """
        words: list[str] = ["del", "ssl", "ca-file"]
        words += _words(file)
        await self._command("DelSslCaFile", words)

    async def del_ssl_cert(self, file: str) -> None:
        """Removes a certificate that nothing uses.

        * ``file``: The certificate.

        ``del ssl cert``.
        """
        words: list[str] = ["del", "ssl", "cert"]
        words += _words(file)
        await self._command("DelSslCert", words)

    async def del_ssl_crl_file(self, file: str) -> None:
        """Removes a CRL file that nothing uses.

        * ``file``: The CRL file.

        ``del ssl crl-file``.
        """
        words: list[str] = ["del", "ssl", "crl-file"]
        words += _words(file)
        await self._command("DelSslCrlFile", words)

    async def del_ssl_crt_list(self, file: str, certificate: str) -> None:
        """Removes a certificate from a crt-list; ``cert.pem:3`` is that of the third line.

        * ``file``: The crt-list.
        * ``certificate``: The certificate.

        ``del ssl crt-list``.
        """
        words: list[str] = ["del", "ssl", "crt-list"]
        words += _words(file)
        words += _words(certificate)
        await self._command("DelSslCrtList", words)

    async def del_ssl_ech(self, bind: str) -> None:
        """Removes the keys for encrypted client hellos of a bind line.

        * ``bind``: The bind line.

        ``del ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["del", "ssl", "ech"]
        words += _words(bind)
        await self._command("DelSslEch", words)

    async def del_ssl_jwt(self, file: str) -> None:
        """Lets a certificate check no JSON web tokens.

        * ``file``: The certificate.

        ``del ssl jwt``, since HAProxy 3.4.
        """
        words: list[str] = ["del", "ssl", "jwt"]
        words += _words(file)
        await self._command("DelSslJwt", words)

    async def disable_agent(self, server: str) -> None:
        """Stops a server's agent checks.

        * ``server``: The server.

        ``disable agent``.
        """
        words: list[str] = ["disable", "agent"]
        words += _words(server)
        await self._command("DisableAgent", words)

    async def disable_dynamic_cookie(self, backend: str) -> None:
        """Stops making cookies for a backend's servers.

        * ``backend``: The backend.

        ``disable dynamic-cookie backend``.
        """
        words: list[str] = ["disable", "dynamic-cookie", "backend"]
        words += _words(backend)
        await self._command("DisableDynamicCookie", words)

    async def disable_frontend(self, frontend: str) -> None:
        """Stops a frontend: it releases its ports and can be started again.

        * ``frontend``: The frontend.

        ``disable frontend``.
        """
        words: list[str] = ["disable", "frontend"]
        words += _words(frontend)
        await self._command("DisableFrontend", words)

    async def disable_health(self, server: str) -> None:
        """Stops a server's health checks; it counts as up.

        * ``server``: The server.

        ``disable health``.
        """
        words: list[str] = ["disable", "health"]
        words += _words(server)
        await self._command("DisableHealth", words)

    async def disable_server(self, server: str) -> None:
        """Puts a server into maintenance.

        * ``server``: The server.

        ``disable server``.
        """
        words: list[str] = ["disable", "server"]
        words += _words(server)
        await self._command("DisableServer", words)

    async def dump_ssl_cert(self, file: str) -> str:
        """Gives a certificate in PEM, with its private key.

        * ``file``: The certificate.

        ``dump ssl cert``, since HAProxy 3.2.
        """
        words: list[str] = ["dump", "ssl", "cert"]
        words += _words(file)
        answer: str = await self._command("DumpSslCert", words)
        return answer

    async def dump_stats_file(self) -> str:
        """Gives the statistics in the form that a starting process can read.

        ``dump stats-file``, since HAProxy 3.0.
        """
        words: list[str] = ["dump", "stats-file"]
        answer: str = await self._command("DumpStatsFile", words)
        return answer

    async def echo(self, words_: Sequence[str]) -> str:
        """Says a text back.

        * ``words_``: The text, word by word.

        ``echo``, since HAProxy 3.2.
        """
        words: list[str] = ["echo"]
        if words_:
            words += _words(words_)
        answer: str = await self._command("Echo", words)
        return answer

    async def enable_agent(self, server: str) -> None:
        """Starts a server's agent checks.

        * ``server``: The server.

        ``enable agent``.
        """
        words: list[str] = ["enable", "agent"]
        words += _words(server)
        await self._command("EnableAgent", words)

    async def enable_dynamic_cookie(self, backend: str) -> None:
        """Makes cookies for a backend's servers, from its key.

        * ``backend``: The backend.

        ``enable dynamic-cookie backend``.
        """
        words: list[str] = ["enable", "dynamic-cookie", "backend"]
        words += _words(backend)
        await self._command("EnableDynamicCookie", words)

    async def enable_frontend(self, frontend: str) -> None:
        """Starts a frontend that was stopped.

        * ``frontend``: The frontend.

        ``enable frontend``.
        """
        words: list[str] = ["enable", "frontend"]
        words += _words(frontend)
        await self._command("EnableFrontend", words)

    async def enable_health(self, server: str) -> None:
        """Starts a server's health checks.

        * ``server``: The server.

        ``enable health``.
        """
        words: list[str] = ["enable", "health"]
        words += _words(server)
        await self._command("EnableHealth", words)

    async def enable_server(self, server: str) -> None:
        """Ends a server's maintenance.

        * ``server``: The server.

        ``enable server``.
        """
        words: list[str] = ["enable", "server"]
        words += _words(server)
        await self._command("EnableServer", words)

    async def experimental_mode(self, mode: str) -> None:
        """Switches experimental commands on or off for the connection.

        * ``mode``: On or off.

        ``experimental-mode``.
        """
        words: list[str] = ["experimental-mode"]
        words += _words(mode)
        await self._command("ExperimentalMode", words)

    async def expert_mode(self, mode: str) -> None:
        """Switches expert commands on or off for the connection.

        * ``mode``: On or off.

        ``expert-mode``.
        """
        words: list[str] = ["expert-mode"]
        words += _words(mode)
        await self._command("ExpertMode", words)

    async def get_acl(self, acl: str | Sequence[str | int], value: str) -> list[dict[str, Any]]:
        """Tells whether an ACL matches a value.

        * ``acl``: The ACL.
        * ``value``: The value that is looked up.

        ``get acl``.
        """
        words: list[str] = ["get", "acl"]
        words += _words(acl)
        words += _words(value)
        answer: list[dict[str, Any]] = await self._command("GetAcl", words)
        return answer

    async def get_map(self, map: str | Sequence[str | int], value: str) -> list[dict[str, Any]]:
        """Tells what a map makes of a value.

        * ``map``: The map.
        * ``value``: The value that is looked up.

        ``get map``.
        """
        words: list[str] = ["get", "map"]
        words += _words(map)
        words += _words(value)
        answer: list[dict[str, Any]] = await self._command("GetMap", words)
        return answer

    async def get_socks(self) -> list[str]:
        """Gives the listening sockets away, to a process that starts. They come beside the bytes.

        ``_getsocks``.
        """
        words: list[str] = ["_getsocks"]
        answer: list[str] = await self._command("GetSocks", words)
        return answer

    async def get_var(self, name: str) -> Any:
        """Tells the value of a variable of the process.

        * ``name``: The variable: ``proc.…``.

        ``get var``.
        """
        words: list[str] = ["get", "var"]
        words += _words(name)
        return await self._command("GetVar", words)

    async def get_weight(self, server: str) -> dict[str, int]:
        """Tells the weight of a server, and that of its configuration.

        * ``server``: The server.

        ``get weight``.
        """
        words: list[str] = ["get", "weight"]
        words += _words(server)
        answer: dict[str, int] = await self._command("GetWeight", words)
        return answer

    async def hard_reload(self) -> Any:
        """Does the same, and ends the old workers at once.

        ``hard-reload``, since HAProxy 3.0.
        """
        words: list[str] = ["hard-reload"]
        return await self._command("HardReload", words)

    async def help(self, *, command: Sequence[str] = ()) -> Any:
        """Lists the commands, or those like one.

        * ``command``: The beginning of the commands that are meant.

        ``help``.
        """
        words: list[str] = ["help"]
        if command:
            words += _words(command)
        return await self._command("Help", words)

    async def http_client(self, method: str, uri: str, *, htx: bool = False) -> str:
        """Sends an HTTP request and tells the response.

        * ``htx``: In HAProxy's inner form. Since HAProxy 3.2.
        * ``method``: The method.
        * ``uri``: The address.

        ``httpclient``.
        """
        words: list[str] = ["httpclient"]
        if htx:
            words.append("--htx")
        words += _words(method)
        words += _words(uri)
        answer: str = await self._command("HttpClient", words)
        return answer

    async def is_experimental_mode(self) -> Any:
        """Tells whether experimental commands are on.

        ``experimental-mode``.
        """
        words: list[str] = ["experimental-mode"]
        return await self._command("IsExperimentalMode", words)

    async def is_expert_mode(self) -> Any:
        """Tells whether expert commands are on.

        ``expert-mode``.
        """
        words: list[str] = ["expert-mode"]
        return await self._command("IsExpertMode", words)

    async def load_status(self) -> Any:
        """Tells, while the master starts a worker, how that goes. HAProxy asks this itself.

        ``_loadstatus``, since HAProxy 2.8.
        """
        words: list[str] = ["_loadstatus"]
        return await self._command("LoadStatus", words)

    async def mcli_debug_mode(self, *, mode: str | None | None = None) -> None:
        """Lets the master take the commands of workers, or tells whether it does.

        * ``mode``: On or off.

        ``mcli-debug-mode``.
        """
        words: list[str] = ["mcli-debug-mode"]
        if mode is not None:
            words += _words(mode)
        await self._command("McliDebugMode", words)

    async def new_ssl_ca_file(self, file: str) -> None:
        """Makes an empty CA file.

        * ``file``: Its name.

        ``new ssl ca-file``.
        """
        words: list[str] = ["new", "ssl", "ca-file"]
        words += _words(file)
        await self._command("NewSslCaFile", words)

    async def new_ssl_cert(self, file: str) -> None:
        """Makes an empty certificate.

        * ``file``: Its name.

        ``new ssl cert``.
        """
        words: list[str] = ["new", "ssl", "cert"]
        words += _words(file)
        await self._command("NewSslCert", words)

    async def new_ssl_crl_file(self, file: str) -> None:
        """Makes an empty CRL file.

        * ``file``: Its name.

        ``new ssl crl-file``.
        """
        words: list[str] = ["new", "ssl", "crl-file"]
        words += _words(file)
        await self._command("NewSslCrlFile", words)

    async def operator(self) -> None:
        """Lets the connection do no more than operators may.

        ``operator``.
        """
        words: list[str] = ["operator"]
        await self._command("Operator", words)

    async def prepare_acl(self, acl: str | Sequence[str | int]) -> int:
        """Begins a version of an ACL that replaces the one in use when it is committed.

        * ``acl``: The ACL.

        ``prepare acl``.
        """
        words: list[str] = ["prepare", "acl"]
        words += _words(acl)
        answer: int = await self._command("PrepareAcl", words)
        return answer

    async def prepare_map(self, map: str | Sequence[str | int]) -> int:
        """Begins a version of a map that replaces the one in use when it is committed.

        * ``map``: The map.

        ``prepare map``.
        """
        words: list[str] = ["prepare", "map"]
        words += _words(map)
        answer: int = await self._command("PrepareMap", words)
        return answer

    async def prompt(self, *, modes: Sequence[str] = ()) -> str:
        """Changes how the connection goes on. Clients do that themselves: this ends their
        connection.

        * ``modes``: How.

        ``prompt``.
        """
        words: list[str] = ["prompt"]
        if modes:
            words += _words(modes)
        answer: str = await self._command("Prompt", words)
        return answer

    async def publish_backend(self, backend: str) -> None:
        """Lets rules choose a backend.

        * ``backend``: The backend.

        ``publish backend``, since HAProxy 3.4.
        """
        words: list[str] = ["publish", "backend"]
        words += _words(backend)
        await self._command("PublishBackend", words)

    async def quit(self) -> None:
        """Ends the connection.

        ``quit``.
        """
        words: list[str] = ["quit"]
        await self._command("Quit", words)

    async def reload(self) -> Any:
        """Starts a worker with the configuration as it is on disk; the old ones finish their work.
        Since HAProxy 2.8 the answer tells whether it worked. Before that, there is none.

        ``reload``.
        """
        words: list[str] = ["reload"]
        return await self._command("Reload", words)

    async def send_status(self, *, status: str | None | None = None) -> None:
        """Tells the master that a worker is ready. HAProxy says this itself.

        * ``status``: What the worker says.

        ``_send_status``, since HAProxy 3.2.
        """
        words: list[str] = ["_send_status"]
        if status is not None:
            words += _words(status)
        await self._command("SendStatus", words)

    async def set_anon_global_key(self, key: int) -> None:
        """Sets the process's key for hashes of names and addresses.

        * ``key``: The key; 0 for none.

        ``set anon global-key``, since HAProxy 2.8.
        """
        words: list[str] = ["set", "anon", "global-key"]
        words += _words(key)
        await self._command("SetAnonGlobalKey", words)

    async def set_anon_off(self) -> None:
        """Lets the connection show names and addresses as they are.

        ``set anon off``, since HAProxy 2.8.
        """
        words: list[str] = ["set", "anon", "off"]
        await self._command("SetAnonOff", words)

    async def set_anon_on(self, *, key: int | None = None) -> None:
        """Lets the connection show names and addresses as hashes.

        * ``key``: The key of the hashes; the process's own where there is none.

        ``set anon on``, since HAProxy 2.8.
        """
        words: list[str] = ["set", "anon", "on"]
        if key is not None:
            words += _words(key)
        await self._command("SetAnonOn", words)

    async def set_dynamic_cookie_key(self, backend: str, key: str) -> None:
        """Sets the key that a backend's cookies are made from.

        * ``backend``: The backend.
        * ``key``: The key.

        ``set dynamic-cookie-key backend``.
        """
        words: list[str] = ["set", "dynamic-cookie-key", "backend"]
        words += _words(backend)
        words += _words(key)
        await self._command("SetDynamicCookieKey", words)

    async def set_frontend_maxconn(self, frontend: str, maxconn: int) -> None:
        """Sets the most connections that a frontend takes at once.

        * ``frontend``: The frontend.
        * ``maxconn``: How many.

        ``set maxconn frontend``.
        """
        words: list[str] = ["set", "maxconn", "frontend"]
        words += _words(frontend)
        words += _words(maxconn)
        await self._command("SetFrontendMaxconn", words)

    async def set_global_maxconn(self, maxconn: int) -> None:
        """Sets the most connections of the process, up to those it started with.

        * ``maxconn``: How many; 0 for those it started with.

        ``set maxconn global``.
        """
        words: list[str] = ["set", "maxconn", "global"]
        words += _words(maxconn)
        await self._command("SetGlobalMaxconn", words)

    async def set_map_entry(self, map: str | Sequence[str | int], key: str, value: str) -> None:
        """Changes the value of entries of a map.

        * ``map``: The map.
        * ``key``: The entries.
        * ``value``: Their value.

        ``set map``.
        """
        words: list[str] = ["set", "map"]
        words += _words(map)
        words += _words(key)
        words += _words(value)
        await self._command("SetMapEntry", words)

    async def set_profiling(self, what: str, mode: str) -> None:
        """Switches profiling on or off.

        * ``what``: What is profiled.
        * ``mode``: How.

        ``set profiling``.
        """
        words: list[str] = ["set", "profiling"]
        words += _words(what)
        words += _words(mode)
        await self._command("SetProfiling", words)

    async def set_rate_limit(self, limit: str, scope: str, rate: int) -> None:
        """Sets a rate that the process keeps under.

        * ``limit``: What is limited.
        * ``scope``: What the limit is for.
        * ``rate``: The rate; 0 for no limit.

        ``set rate-limit``.
        """
        words: list[str] = ["set", "rate-limit"]
        words += _words(limit)
        words += _words(scope)
        words += _words(rate)
        await self._command("SetRateLimit", words)

    async def set_server_address(
        self,
        server: str,
        address: str,
        *,
        port: str | None | None = None,
    ) -> None:
        """Sets the address of a server.

        * ``server``: The server.
        * ``address``: The address.
        * ``port``: The port; ``+1`` and ``-1`` count from the client's.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("addr")
        words += _words(address)
        if port is not None:
            words.append("port")
            words += _words(port)
        await self._command("SetServerAddress", words)

    async def set_server_agent(self, server: str, agent: str) -> None:
        """Sets what a server's agent says, whatever it says.

        * ``server``: The server.
        * ``agent``: The health.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent")
        words += _words(agent)
        await self._command("SetServerAgent", words)

    async def set_server_agent_address(
        self,
        server: str,
        address: str,
        *,
        port: int | None = None,
    ) -> None:
        """Sets the address of a server's agent.

        * ``server``: The server.
        * ``address``: The address.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent-addr")
        words += _words(address)
        if port is not None:
            words.append("port")
            words += _words(port)
        await self._command("SetServerAgentAddress", words)

    async def set_server_agent_port(self, server: str, port: int) -> None:
        """Sets the port of a server's agent.

        * ``server``: The server.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent-port")
        words += _words(port)
        await self._command("SetServerAgentPort", words)

    async def set_server_agent_send(self, server: str, text: str) -> None:
        """Sets what is sent to a server's agent.

        * ``server``: The server.
        * ``text``: The text.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("agent-send")
        words += _words(text)
        await self._command("SetServerAgentSend", words)

    async def set_server_check_address(
        self,
        server: str,
        address: str,
        *,
        port: int | None = None,
    ) -> None:
        """Sets the address that a server's health checks go to.

        * ``server``: The server.
        * ``address``: The address.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("check-addr")
        words += _words(address)
        if port is not None:
            words.append("port")
            words += _words(port)
        await self._command("SetServerCheckAddress", words)

    async def set_server_check_port(self, server: str, port: int) -> None:
        """Sets the port that a server's health checks go to.

        * ``server``: The server.
        * ``port``: The port.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("check-port")
        words += _words(port)
        await self._command("SetServerCheckPort", words)

    async def set_server_fqdn(self, server: str, fqdn: str) -> None:
        """Sets the name that a server's resolver asks for.

        * ``server``: The server.
        * ``fqdn``: The name.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("fqdn")
        words += _words(fqdn)
        await self._command("SetServerFqdn", words)

    async def set_server_health(self, server: str, health: str) -> None:
        """Sets a server's health, whatever its checks say.

        * ``server``: The server.
        * ``health``: The health.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("health")
        words += _words(health)
        await self._command("SetServerHealth", words)

    async def set_server_maxconn(self, server: str, maxconn: int) -> None:
        """Sets the most connections that a server gets at once.

        * ``server``: The server.
        * ``maxconn``: How many; 0 for no limit.

        ``set maxconn server``.
        """
        words: list[str] = ["set", "maxconn", "server"]
        words += _words(server)
        words += _words(maxconn)
        await self._command("SetServerMaxconn", words)

    async def set_server_ssl(self, server: str, ssl: str) -> None:
        """Switches TLS to a server on or off; deprecated.

        * ``server``: The server.
        * ``ssl``: On or off.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("ssl")
        words += _words(ssl)
        await self._command("SetServerSsl", words)

    async def set_server_state(self, server: str, state: str) -> None:
        """Sets what the administrator wants of a server.

        * ``server``: The server.
        * ``state``: The state.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("state")
        words += _words(state)
        await self._command("SetServerState", words)

    async def set_server_weight(self, server: str, weight: int | str) -> None:
        """Sets the weight of a server.

        * ``server``: The server.
        * ``weight``: The weight.

        ``set server``.
        """
        words: list[str] = ["set", "server"]
        words += _words(server)
        words.append("weight")
        words += _words(weight)
        await self._command("SetServerWeight", words)

    async def set_severity_output(self, output: str) -> None:
        """Sets how HAProxy tells how serious messages are. Clients do that themselves, for each
        command.

        * ``output``: How.

        ``set severity-output``.
        """
        words: list[str] = ["set", "severity-output"]
        words += _words(output)
        await self._command("SetSeverityOutput", words)

    async def set_ssl_ca_file(self, file: str, pem: str) -> None:
        """Begins to change a CA file. It needs a commit.

        * ``file``: The CA file.
        * ``pem``: Its content in PEM.

        ``set ssl ca-file``.
        """
        words: list[str] = ["set", "ssl", "ca-file"]
        words += _words(file)
        await self._command("SetSslCaFile", words, pem)

    async def set_ssl_cert(self, file: str, pem: str) -> None:
        """Begins or goes on to change a certificate. It needs a commit.

        * ``file``: The certificate, or one of the files beside it: ``.issuer``, ``.ocsp``,
          ``.sctl``.
        * ``pem``: Its content in PEM.

        ``set ssl cert``.
        """
        words: list[str] = ["set", "ssl", "cert"]
        words += _words(file)
        await self._command("SetSslCert", words, pem)

    async def set_ssl_crl_file(self, file: str, pem: str) -> None:
        """Begins to change a CRL file. It needs a commit.

        * ``file``: The CRL file.
        * ``pem``: Its content in PEM.

        ``set ssl crl-file``.
        """
        words: list[str] = ["set", "ssl", "crl-file"]
        words += _words(file)
        await self._command("SetSslCrlFile", words, pem)

    async def set_ssl_ech(self, bind: str, pem: str) -> None:
        """Replaces the keys for encrypted client hellos of a bind line.

        * ``bind``: The bind line.
        * ``pem``: The key in PEM.

        ``set ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["set", "ssl", "ech"]
        words += _words(bind)
        await self._command("SetSslEch", words, pem)

    async def set_ssl_ocsp_response(self, response: str) -> None:
        """Replaces an OCSP response.

        * ``response``: The response in Base64 of its DER.

        ``set ssl ocsp-response``.
        """
        words: list[str] = ["set", "ssl", "ocsp-response"]
        await self._command("SetSslOcspResponse", words, response)

    async def set_ssl_tls_key(self, id: str, key: str) -> None:
        """Adds a TLS ticket key, which takes the place of the oldest.

        * ``id``: The file, or its number behind a ``#``.
        * ``key``: The key in Base64: 48 or 80 bytes.

        ``set ssl tls-key``.
        """
        words: list[str] = ["set", "ssl", "tls-key"]
        words += _words(id)
        words += _words(key)
        await self._command("SetSslTlsKey", words)

    async def set_table(
        self,
        table: str,
        selection: str | Sequence[str | int],
        *,
        data: Mapping[str, int | str] | Sequence[tuple[str, int | str]] = (),
    ) -> None:
        """Adds an entry to a stick table, or changes one.

        * ``table``: The table.
        * ``selection``: The entry, by its key or its address.
        * ``data``: What it is to store.

        ``set table``.
        """
        words: list[str] = ["set", "table"]
        words += _words(table)
        words += _words(selection)
        if data:
            words += _data(data)
        await self._command("SetTable", words)

    async def set_timeout(self, of: str, seconds: int) -> None:
        """Sets how long the connection may stand idle.

        * ``of``: Whose timeout.
        * ``seconds``: Seconds.

        ``set timeout``.
        """
        words: list[str] = ["set", "timeout"]
        words += _words(of)
        words += _words(seconds)
        await self._command("SetTimeout", words)

    async def set_var(self, name: str, form: str, value: str) -> None:
        """Sets a variable of the process.

        * ``name``: The variable: ``proc.…``.
        * ``form``: What the value is.
        * ``value``: The value: an expression as ``str(text)``, or a format.

        ``set var``.
        """
        words: list[str] = ["set", "var"]
        words += _words(name)
        words += _words(form)
        words += _words(value)
        await self._command("SetVar", words)

    async def set_weight(self, server: str, weight: int | str) -> None:
        """Sets the weight of a server, in the form of old.

        * ``server``: The server.
        * ``weight``: The weight.

        ``set weight``.
        """
        words: list[str] = ["set", "weight"]
        words += _words(server)
        words += _words(weight)
        await self._command("SetWeight", words)

    async def show_acl(self, acl: str | Sequence[str | int]) -> list[dict[str, str]]:
        """Lists the entries of an ACL.

        * ``acl``: The ACL.

        ``show acl``.
        """
        words: list[str] = ["show", "acl"]
        words += _words(acl)
        answer: list[dict[str, str]] = await self._command("ShowAcl", words)
        return answer

    async def show_acls(self) -> list[dict[str, Any]]:
        """Lists the ACLs.

        ``show acl``.
        """
        words: list[str] = ["show", "acl"]
        answer: list[dict[str, Any]] = await self._command("ShowAcls", words)
        return answer

    async def show_activity(self, *, thread: int | None = None) -> Any:
        """Tells counters of what happens inside.

        * ``thread``: The thread that is meant: -1 for all, 0 for their sum. Since HAProxy 2.8.

        ``show activity``.
        """
        words: list[str] = ["show", "activity"]
        if thread is not None:
            words += _words(thread)
        return await self._command("ShowActivity", words)

    async def show_all_sess(
        self,
        all: str,
        *,
        suspicious: bool = False,
        older: int | None = None,
        server: str | None | None = None,
        backend: str | None | None = None,
        frontend: str | None | None = None,
        uri: bool = False,
    ) -> Any:
        """Tells the details of all streams.

        * ``all``: ``all``.
        * ``suspicious``: Those that wait for nothing that is known. Since HAProxy 3.2.
        * ``older``: Those that are older than so many seconds. Since HAProxy 3.4.
        * ``server``: Those to this server. Since HAProxy 3.2.
        * ``backend``: Those to this backend. Since HAProxy 3.2.
        * ``frontend``: Those from this frontend. Since HAProxy 3.2.
        * ``uri``: With the address that was asked for, where it was captured. Since HAProxy 3.2.

        ``show sess``.
        """
        words: list[str] = ["show", "sess"]
        words += _words(all)
        if suspicious:
            words.append("susp")
        if older is not None:
            words.append("older")
            words += _words(older)
        if server is not None:
            words.append("server")
            words += _words(server)
        if backend is not None:
            words.append("backend")
            words += _words(backend)
        if frontend is not None:
            words.append("frontend")
            words += _words(frontend)
        if uri:
            words.append("show-uri")
        return await self._command("ShowAllSess", words)

    async def show_anon(self) -> Any:
        """Tells whether the connection shows hashes.

        ``show anon``, since HAProxy 2.8.
        """
        words: list[str] = ["show", "anon"]
        return await self._command("ShowAnon", words)

    async def show_backend(self) -> list[str]:
        """Lists the backends.

        ``show backend``.
        """
        words: list[str] = ["show", "backend"]
        answer: list[str] = await self._command("ShowBackend", words)
        return answer

    async def show_cache(self) -> Any:
        """Lists the caches and what they hold.

        ``show cache``.
        """
        words: list[str] = ["show", "cache"]
        return await self._command("ShowCache", words)

    async def show_cli_level(self) -> Any:
        """Tells what the connection may do.

        ``show cli level``.
        """
        words: list[str] = ["show", "cli", "level"]
        return await self._command("ShowCliLevel", words)

    async def show_cli_sockets(self) -> Any:
        """Lists the sockets of the command line interface.

        ``show cli sockets``.
        """
        words: list[str] = ["show", "cli", "sockets"]
        return await self._command("ShowCliSockets", words)

    async def show_dev(self) -> Any:
        """Tells what developers ask of a process: its build, its machine.

        ``show dev``, since HAProxy 3.0.
        """
        words: list[str] = ["show", "dev"]
        return await self._command("ShowDev", words)

    async def show_env(self, *, name: str | None | None = None) -> Any:
        """Tells the environment variables.

        * ``name``: The variable that is meant; all where there is none.

        ``show env``.
        """
        words: list[str] = ["show", "env"]
        if name is not None:
            words += _words(name)
        return await self._command("ShowEnv", words)

    async def show_errors(
        self,
        *,
        proxy: str | None | None = None,
        direction: str | None | None = None,
    ) -> Any:
        """Tells the last requests and responses that were no HTTP.

        * ``proxy``: The name or number of the proxy that is meant; all where there is none.
        * ``direction``: Which; both where there is none. It needs a proxy, or ``-1``.

        ``show errors``.
        """
        words: list[str] = ["show", "errors"]
        if proxy is not None:
            words += _words(proxy)
        if direction is not None:
            words += _words(direction)
        return await self._command("ShowErrors", words)

    async def show_events(self, sink: str) -> Any:
        """Gives the events that a ring holds.

        * ``sink``: The ring.

        ``show events``.
        """
        words: list[str] = ["show", "events"]
        words += _words(sink)
        return await self._command("ShowEvents", words)

    async def show_fd(self, *, selection: Sequence[str] = ()) -> Any:
        """Lists the file descriptors.

        * ``selection``: Which: letters of kinds such as ``l`` or ``!c``, or a number.

        ``show fd``.
        """
        words: list[str] = ["show", "fd"]
        if selection:
            words += _words(selection)
        return await self._command("ShowFd", words)

    async def show_info(self) -> dict[str, Any]:
        """Tells what the process is and how it does.

        ``show info``.
        """
        words: list[str] = ["show", "info"]
        answer: dict[str, Any] = await self._command("ShowInfo", words)
        return answer

    async def show_info_typed(
        self,
        *,
        typed: str | None = None,
        descriptions: bool = False,
        fractions: bool = False,
    ) -> dict[str, Any]:
        """Tells the same with the nature of each value.

        * ``typed``: Typed, which is what makes the difference.
        * ``descriptions``: With a description of each value.
        * ``fractions``: With fractions where there are any.

        ``show info``.
        """
        words: list[str] = ["show", "info"]
        if typed is not None:
            words.append("typed")
            words += _words(typed)
        if descriptions:
            words.append("desc")
        if fractions:
            words.append("float")
        answer: dict[str, Any] = await self._command("ShowInfoTyped", words)
        return answer

    async def show_libs(self) -> Any:
        """Lists the program and the libraries that are loaded.

        ``show libs``.
        """
        words: list[str] = ["show", "libs"]
        return await self._command("ShowLibs", words)

    async def show_map(self, map: str | Sequence[str | int]) -> list[dict[str, str]]:
        """Lists the entries of a map.

        * ``map``: The map.

        ``show map``.
        """
        words: list[str] = ["show", "map"]
        words += _words(map)
        answer: list[dict[str, str]] = await self._command("ShowMap", words)
        return answer

    async def show_maps(self) -> list[dict[str, Any]]:
        """Lists the maps.

        ``show map``.
        """
        words: list[str] = ["show", "map"]
        answer: list[dict[str, Any]] = await self._command("ShowMaps", words)
        return answer

    async def show_one_sess(self, id: str, *, uri: bool = False) -> Any:
        """Tells the details of one stream.

        * ``id``: Its id, as a list tells it: ``0x7f320aa58400``.
        * ``uri``: With the address that was asked for, where it was captured. Since HAProxy 3.2.

        ``show sess``.
        """
        words: list[str] = ["show", "sess"]
        words += _words(id)
        if uri:
            words.append("show-uri")
        return await self._command("ShowOneSess", words)

    async def show_peers(
        self,
        *,
        dictionaries: bool = False,
        section: str | None | None = None,
    ) -> Any:
        """Tells how the peers do.

        * ``dictionaries``: With the dictionaries that they share.
        * ``section``: The section that is meant; all where there is none.

        ``show peers``.
        """
        words: list[str] = ["show", "peers"]
        if dictionaries:
            words.append("dict")
        if section is not None:
            words += _words(section)
        return await self._command("ShowPeers", words)

    async def show_pools(
        self,
        *,
        order: str | None | None = None,
        detailed: bool = False,
        prefix: str | None | None = None,
        count: int | None = None,
    ) -> Any:
        """Lists the pools of memory.

        * ``order``: How they are sorted. Since HAProxy 2.8.
        * ``detailed``: With the pools that were merged in each. Since HAProxy 3.2.
        * ``prefix``: Those whose name begins so. Since HAProxy 2.8.
        * ``count``: How many at most. Since HAProxy 2.8.

        ``show pools``.
        """
        words: list[str] = ["show", "pools"]
        if order is not None:
            words += _words(order)
        if detailed:
            words.append("detailed")
        if prefix is not None:
            words.append("match")
            words += _words(prefix)
        if count is not None:
            words += _words(count)
        return await self._command("ShowPools", words)

    async def show_proc(self, *, debug: bool = False) -> Any:
        """Lists the master and its workers.

        * ``debug``: With details for developers. Since HAProxy 2.8.

        ``show proc``.
        """
        words: list[str] = ["show", "proc"]
        if debug:
            words.append("debug")
        return await self._command("ShowProc", words)

    async def show_profiling(self, *, arguments: Sequence[str] = ()) -> Any:
        """Tells what was found by profiling.

        * ``arguments``: What of it: ``all``, ``tasks``, ``memory``, ``status``, ``byaddr``, a
          number of lines.

        ``show profiling``.
        """
        words: list[str] = ["show", "profiling"]
        if arguments:
            words += _words(arguments)
        return await self._command("ShowProfiling", words)

    async def show_quic(
        self,
        *,
        format: str | None | None = None,
        filter: str | None | None = None,
    ) -> Any:
        """Lists the QUIC connections.

        * ``format``: How: ``oneline``, ``full``, or fields with commas between them.
        * ``filter``: Which: ``clo`` for those that close, ``all``, or one by its address.

        ``show quic``, since HAProxy 3.0.
        """
        words: list[str] = ["show", "quic"]
        if format is not None:
            words += _words(format)
        if filter is not None:
            words += _words(filter)
        return await self._command("ShowQuic", words)

    async def show_resolvers(self, *, section: str | None | None = None) -> Any:
        """Tells how the resolvers do.

        * ``section``: The section that is meant; all where there is none.

        ``show resolvers``.
        """
        words: list[str] = ["show", "resolvers"]
        if section is not None:
            words += _words(section)
        return await self._command("ShowResolvers", words)

    async def show_schema(self) -> str:
        """Tells the schema of the JSON that HAProxy itself can answer.

        ``show schema json``.
        """
        words: list[str] = ["show", "schema", "json"]
        answer: str = await self._command("ShowSchema", words)
        return answer

    async def show_servers_conn(self, *, backend: str | None | None = None) -> Any:
        """Tells the connections of servers.

        * ``backend``: The backend whose servers are meant; all where there is none.

        ``show servers conn``.
        """
        words: list[str] = ["show", "servers", "conn"]
        if backend is not None:
            words += _words(backend)
        return await self._command("ShowServersConn", words)

    async def show_servers_state(
        self,
        *,
        backend: str | None | None = None,
    ) -> list[dict[str, Any]]:
        """Tells the state of servers, in the form that ``load-server-state-from-file`` reads.

        * ``backend``: The backend whose servers are meant; all where there is none.

        ``show servers state``.
        """
        words: list[str] = ["show", "servers", "state"]
        if backend is not None:
            words += _words(backend)
        answer: list[dict[str, Any]] = await self._command("ShowServersState", words)
        return answer

    async def show_sess(
        self,
        *,
        suspicious: bool = False,
        older: int | None = None,
        server: str | None | None = None,
        backend: str | None | None = None,
        frontend: str | None | None = None,
        uri: bool = False,
    ) -> list[dict[str, Any]]:
        """Lists the streams.

        * ``suspicious``: Those that wait for nothing that is known.
        * ``older``: Those that are older than so many seconds. Since HAProxy 3.0.
        * ``server``: Those to this server. Since HAProxy 3.2; before that all are listed.
        * ``backend``: Those to this backend. Since HAProxy 3.2.
        * ``frontend``: Those from this frontend. Since HAProxy 3.2.
        * ``uri``: With the address that was asked for, where it was captured. Since HAProxy 3.2.

        ``show sess``.
        """
        words: list[str] = ["show", "sess"]
        if suspicious:
            words.append("susp")
        if older is not None:
            words.append("older")
            words += _words(older)
        if server is not None:
            words.append("server")
            words += _words(server)
        if backend is not None:
            words.append("backend")
            words += _words(backend)
        if frontend is not None:
            words.append("frontend")
            words += _words(frontend)
        if uri:
            words.append("show-uri")
        answer: list[dict[str, Any]] = await self._command("ShowSess", words)
        return answer

    async def show_sinks(self) -> Any:
        """Lists the sinks of events.

        ``show events``.
        """
        words: list[str] = ["show", "events"]
        return await self._command("ShowSinks", words)

    async def show_ssl_ca_file(self, file: str) -> Any:
        """Tells the certificates of a CA file, or one by its number: ``ca.pem:1``.

        * ``file``: The CA file.

        ``show ssl ca-file``.
        """
        words: list[str] = ["show", "ssl", "ca-file"]
        words += _words(file)
        return await self._command("ShowSslCaFile", words)

    async def show_ssl_ca_files(self) -> Any:
        """Lists the CA files.

        ``show ssl ca-file``.
        """
        words: list[str] = ["show", "ssl", "ca-file"]
        return await self._command("ShowSslCaFiles", words)

    async def show_ssl_cert(self, file: str) -> Any:
        """Tells a certificate's details. A ``*`` before its name is the transaction that changes
        it.

        * ``file``: The certificate.

        ``show ssl cert``.
        """
        words: list[str] = ["show", "ssl", "cert"]
        words += _words(file)
        return await self._command("ShowSslCert", words)

    async def show_ssl_certs(self) -> Any:
        """Lists the certificates.

        ``show ssl cert``.
        """
        words: list[str] = ["show", "ssl", "cert"]
        return await self._command("ShowSslCerts", words)

    async def show_ssl_crl_file(self, file: str) -> Any:
        """Tells the lists of a CRL file, or one by its number: ``crl.pem:1``.

        * ``file``: The CRL file.

        ``show ssl crl-file``.
        """
        words: list[str] = ["show", "ssl", "crl-file"]
        words += _words(file)
        return await self._command("ShowSslCrlFile", words)

    async def show_ssl_crl_files(self) -> Any:
        """Lists the CRL files.

        ``show ssl crl-file``.
        """
        words: list[str] = ["show", "ssl", "crl-file"]
        return await self._command("ShowSslCrlFiles", words)

    async def show_ssl_crt_list(self, file: str, *, numbered: bool = False) -> Any:
        """Lists the entries of a crt-list.

        * ``numbered``: With the numbers of their lines.
        * ``file``: The crt-list.

        ``show ssl crt-list``.
        """
        words: list[str] = ["show", "ssl", "crt-list"]
        if numbered:
            words.append("-n")
        words += _words(file)
        return await self._command("ShowSslCrtList", words)

    async def show_ssl_crt_lists(self) -> list[str]:
        """Lists the crt-lists and folders of certificates.

        ``show ssl crt-list``.
        """
        words: list[str] = ["show", "ssl", "crt-list"]
        answer: list[str] = await self._command("ShowSslCrtLists", words)
        return answer

    async def show_ssl_ech(self, *, bind: str | None | None = None) -> Any:
        """Lists the keys for encrypted client hellos.

        * ``bind``: The bind line that is meant, as ``frontend/@file:line`` or ``frontend/name``.

        ``show ssl ech``, since HAProxy 3.4.
        """
        words: list[str] = ["show", "ssl", "ech"]
        if bind is not None:
            words += _words(bind)
        return await self._command("ShowSslEch", words)

    async def show_ssl_jwt(self) -> list[str]:
        """Lists the certificates that JSON web tokens are checked with.

        ``show ssl jwt``, since HAProxy 3.4.
        """
        words: list[str] = ["show", "ssl", "jwt"]
        answer: list[str] = await self._command("ShowSslJwt", words)
        return answer

    async def show_ssl_ocsp_response(self, id: str) -> str:
        """Tells an OCSP response.

        * ``id``: Its id, or since HAProxy 2.8 the file of its certificate.

        ``show ssl ocsp-response``.
        """
        words: list[str] = ["show", "ssl", "ocsp-response"]
        words += _words(id)
        answer: str = await self._command("ShowSslOcspResponse", words)
        return answer

    async def show_ssl_ocsp_response_as(self, format: str, id: str) -> str:
        """Tells an OCSP response in this form.

        * ``format``: The form.
        * ``id``: Its id, or the file of its certificate.

        ``show ssl ocsp-response``, since HAProxy 2.8.
        """
        words: list[str] = ["show", "ssl", "ocsp-response"]
        words += _words(format)
        words += _words(id)
        answer: str = await self._command("ShowSslOcspResponseAs", words)
        return answer

    async def show_ssl_ocsp_responses(self) -> Any:
        """Lists the OCSP responses.

        ``show ssl ocsp-response``.
        """
        words: list[str] = ["show", "ssl", "ocsp-response"]
        return await self._command("ShowSslOcspResponses", words)

    async def show_ssl_ocsp_updates(self) -> Any:
        """Lists the updates of OCSP responses.

        ``show ssl ocsp-updates``, since HAProxy 2.8.
        """
        words: list[str] = ["show", "ssl", "ocsp-updates"]
        return await self._command("ShowSslOcspUpdates", words)

    async def show_ssl_providers(self) -> Any:
        """Lists the providers of OpenSSL.

        ``show ssl providers``.
        """
        words: list[str] = ["show", "ssl", "providers"]
        return await self._command("ShowSslProviders", words)

    async def show_ssl_sni(
        self,
        *,
        frontend: str | None | None = None,
        expired: bool = False,
        offset: str | None | None = None,
    ) -> Any:
        """Lists the names that frontends have certificates for.

        * ``frontend``: The frontend that is meant; all where there is none.
        * ``expired``: Expired certificates only.
        * ``offset``: How much later it is to be taken for now: ``30d``.

        ``show ssl sni``, since HAProxy 3.2.
        """
        words: list[str] = ["show", "ssl", "sni"]
        if frontend is not None:
            words.append("-f")
            words += _words(frontend)
        if expired:
            words.append("-A")
        if offset is not None:
            words.append("-t")
            words += _words(offset)
        return await self._command("ShowSslSni", words)

    async def show_startup_logs(self) -> Any:
        """Tells what was said when the process started.

        ``show startup-logs``.
        """
        words: list[str] = ["show", "startup-logs"]
        return await self._command("ShowStartupLogs", words)

    async def show_stat(
        self,
        *,
        domain: str | None | None = None,
        selection: str | Sequence[str | int] | None = None,
        up: bool = False,
        no_maintenance: bool = False,
    ) -> list[dict[str, int | str]]:
        """Tells the statistics.

        * ``domain``: What they are about; proxies where there is none.
        * ``selection``: Which objects; all where there is none.
        * ``up``: Without servers that are down or in maintenance.
        * ``no_maintenance``: Without servers that are in maintenance.

        ``show stat``.
        """
        words: list[str] = ["show", "stat"]
        if domain is not None:
            words.append("domain")
            words += _words(domain)
        if selection is not None:
            words += _words(selection)
        if up:
            words.append("up")
        if no_maintenance:
            words.append("no-maint")
        answer: list[dict[str, int | str]] = await self._command("ShowStat", words)
        return answer

    async def show_stat_typed(
        self,
        format: str,
        *,
        domain: str | None | None = None,
        selection: str | Sequence[str | int] | None = None,
        descriptions: bool = False,
        up: bool = False,
        no_maintenance: bool = False,
    ) -> Any:
        """Tells the statistics with the nature of each value.

        * ``domain``: What they are about; proxies where there is none.
        * ``selection``: Which objects; all where there is none.
        * ``format``: The form.
        * ``descriptions``: With a description of each value.
        * ``up``: Without servers that are down or in maintenance.
        * ``no_maintenance``: Without servers that are in maintenance.

        ``show stat``.
        """
        words: list[str] = ["show", "stat"]
        if domain is not None:
            words.append("domain")
            words += _words(domain)
        if selection is not None:
            words += _words(selection)
        words += _words(format)
        if descriptions:
            words.append("desc")
        if up:
            words.append("up")
        if no_maintenance:
            words.append("no-maint")
        return await self._command("ShowStatTyped", words)

    async def show_table(
        self,
        table: str,
        *,
        selection: str | Sequence[str | int] | None = None,
    ) -> Any:
        """Lists the entries of a stick table.

        * ``table``: The table.
        * ``selection``: Which entries; all where there is none.

        ``show table``.
        """
        words: list[str] = ["show", "table"]
        words += _words(table)
        if selection is not None:
            words += _words(selection)
        return await self._command("ShowTable", words)

    async def show_tables(self) -> Any:
        """Lists the stick tables.

        ``show table``.
        """
        words: list[str] = ["show", "table"]
        return await self._command("ShowTables", words)

    async def show_tasks(self) -> Any:
        """Tells the tasks that wait for a thread.

        ``show tasks``.
        """
        words: list[str] = ["show", "tasks"]
        return await self._command("ShowTasks", words)

    async def show_threads(self) -> Any:
        """Tells what each thread is at.

        ``show threads``.
        """
        words: list[str] = ["show", "threads"]
        return await self._command("ShowThreads", words)

    async def show_tls_keys(self) -> Any:
        """Lists the files of TLS ticket keys.

        ``show tls-keys``.
        """
        words: list[str] = ["show", "tls-keys"]
        return await self._command("ShowTlsKeys", words)

    async def show_tls_keys_of(self, id: str) -> Any:
        """Lists the keys of a file of TLS ticket keys; ``*`` for those of all.

        * ``id``: The file, its number behind a ``#``, or ``*``.

        ``show tls-keys``.
        """
        words: list[str] = ["show", "tls-keys"]
        words += _words(id)
        return await self._command("ShowTlsKeysOf", words)

    async def show_trace(self, source: str) -> Any:
        """Tells the events of a source of traces and how they stand.

        * ``source``: The source.

        ``show trace``.
        """
        words: list[str] = ["show", "trace"]
        words += _words(source)
        return await self._command("ShowTrace", words)

    async def show_traces(self) -> Any:
        """Lists the sources of traces and how they stand.

        ``show trace``.
        """
        words: list[str] = ["show", "trace"]
        return await self._command("ShowTraces", words)

    async def show_version(self) -> Any:
        """Tells the version of the process.

        ``show version``.
        """
        words: list[str] = ["show", "version"]
        return await self._command("ShowVersion", words)

    async def shutdown_frontend(self, frontend: str) -> None:
        """Ends a frontend for good.

        * ``frontend``: The frontend.

        ``shutdown frontend``.
        """
        words: list[str] = ["shutdown", "frontend"]
        words += _words(frontend)
        await self._command("ShutdownFrontend", words)

    async def shutdown_server_sessions(self, server: str) -> None:
        """Ends all streams of a server.

        * ``server``: The server.

        ``shutdown sessions server``.
        """
        words: list[str] = ["shutdown", "sessions", "server"]
        words += _words(server)
        await self._command("ShutdownServerSessions", words)

    async def shutdown_session(self, id: str) -> None:
        """Ends a stream.

        * ``id``: Its id, as a list tells it.

        ``shutdown session``.
        """
        words: list[str] = ["shutdown", "session"]
        words += _words(id)
        await self._command("ShutdownSession", words)

    async def trace(self, *, arguments: Sequence[str] = ()) -> str:
        """Changes the traces of a source, or tells what there is to change.

        * ``arguments``: The source, and what it is to do: ``h1``, ``sink``, ``buf0``. ``0`` stops
          all.

        ``trace``.
        """
        words: list[str] = ["trace"]
        if arguments:
            words += _words(arguments)
        answer: str = await self._command("Trace", words)
        return answer

    async def unpublish_backend(self, backend: str) -> None:
        """Lets no rule choose a backend.

        * ``backend``: The backend.

        ``unpublish backend``, since HAProxy 3.4.
        """
        words: list[str] = ["unpublish", "backend"]
        words += _words(backend)
        await self._command("UnpublishBackend", words)

    async def update_ssl_ocsp_response(self, certificate: str) -> str:
        """Asks the responder for a new OCSP response, and tells it.

        * ``certificate``: The certificate.

        ``update ssl ocsp-response``, since HAProxy 2.8.
        """
        words: list[str] = ["update", "ssl", "ocsp-response"]
        words += _words(certificate)
        answer: str = await self._command("UpdateSslOcspResponse", words)
        return answer

    async def user(self) -> None:
        """Lets the connection do no more than users may.

        ``user``.
        """
        words: list[str] = ["user"]
        await self._command("User", words)

    async def wait(self, delay: str, *, condition: str | Sequence[str | int] | None = None) -> Any:
        """Waits.

        * ``delay``: How long.
        * ``condition``: What for; for the time itself where there is none.

        ``wait``, since HAProxy 3.0.
        """
        words: list[str] = ["wait"]
        words += _words(delay)
        if condition is not None:
            words += _words(condition)
        return await self._command("Wait", words)
