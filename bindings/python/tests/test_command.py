"""The command, as the wheel brings it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import haproxy_kit

MODULE = [sys.executable, "-m", "haproxy_kit"]
SCRIPT = [str(Path(sys.executable).with_name("haproxy-kit"))]


def run(command: list[str], *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, *arguments], input=text, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("command", [MODULE, SCRIPT], ids=["module", "script"])
def test_the_command_is_there(command: list[str]) -> None:
    version = run(command, "--version")
    assert (version.returncode, version.stdout) == (0, f"haproxy-kit {haproxy_kit.__version__}\n")
    helped = run(command, "check", "--help")
    assert helped.returncode == 0
    assert "Usage: haproxy-kit check" in helped.stdout


def test_its_exit_codes() -> None:
    assert run(MODULE, "check", "-", text="backend app\n    mode http\n").returncode == 0
    found = run(MODULE, "check", "--format", "json", "-", text="backend app\n    frobnicate\n")
    assert found.returncode == 1
    assert "HK0101" in [json.loads(line)["code"] for line in found.stdout.splitlines()]
    assert run(MODULE, "frobnicate").returncode == 2
    missing = run(MODULE, "cat", "/nowhere/haproxy.cfg")
    assert missing.returncode == 2
    assert "cannot read /nowhere/haproxy.cfg" in missing.stderr


def test_it_writes_bytes_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "haproxy.cfg"
    path.write_bytes(b"backend app # \xff\r\n")
    printed = subprocess.run([*MODULE, "cat", str(path)], capture_output=True, timeout=60, check=True)
    assert printed.stdout == b"backend app # \xff\r\n"
