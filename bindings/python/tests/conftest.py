"""What the tests share."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[3]

SHOP = """\
# the shop's front door
defaults
\ttimeout client  5000 # ours
\tmode http

frontend www
\tbind  :80
\tdefault_backend  shop

backend shop
\tserver  s1 10.0.0.1:80 check # first
"""


@pytest.fixture
def shop() -> str:
    """A small configuration with tabs, comments and columns."""
    return SHOP


@pytest.fixture
def example() -> Path:
    """The configuration that the examples of the project are about."""
    return REPOSITORY / "examples" / "haproxy.cfg"


CONFIG = """\
global
    stats socket {folder}/admin.sock level admin
    stats socket {folder}/user.sock level user
defaults
    mode http
    timeout client 5s
    timeout server 5s
    timeout connect 5s
frontend www
    bind unix@{folder}/www.sock
    use_backend %[req.hdr(host),map({folder}/hosts.map,app)]
    default_backend app
backend clients
    stick-table type ip size 100 expire 1h store gpc0
backend app
    balance roundrobin
    server s1 127.0.0.1:1 weight 10
    server s2 127.0.0.1:2 weight 20
"""


def binary() -> Path:
    """A real HAProxy."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target"))
    found = target / "haproxy" / "3.2" / "haproxy"
    assert found.exists(), f"{found} is missing: make haproxy"
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where a real HAProxy listens."""
    folder = tmp_path_factory.mktemp("haproxy")
    (folder / "hosts.map").write_text("a.example app\n")
    config = folder / "haproxy.cfg"
    config.write_text(CONFIG.format(folder=folder))
    libraries = ":".join(filter(None, [str(binary().parent), os.environ.get("LD_LIBRARY_PATH")]))
    process = subprocess.Popen(
        [binary(), "-db", "-f", config],
        stderr=subprocess.PIPE,
        env={**os.environ, "LD_LIBRARY_PATH": libraries},
    )
    try:
        for _ in range(200):
            if (folder / "admin.sock").exists():
                break
            assert process.poll() is None, process.stderr and process.stderr.read()
            time.sleep(0.05)
        yield folder
    finally:
        process.kill()
        process.wait()
        if process.stderr is not None:
            process.stderr.close()
