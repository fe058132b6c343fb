"""Reads a configuration of 1,000 backends as data: ours beside pyhaproxy and a split of the lines.

    python bindings/python/benches/parse.py

pyhaproxy needs its version 0.3.7. Each does as much as it can: pyhaproxy its own objects, the split
lists of words for each section, ours the typed model as a dictionary.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from haproxy_kit.config import Config, Document

BACKENDS = 1000
ROUNDS = 5


def text() -> str:
    """A frontend that chooses among 1,000 backends of five servers each."""
    lines = ["global", "    maxconn 1000", "    daemon", "", "defaults", "    mode http"]
    lines += ["    timeout client 30s", "    timeout server 30s", "    timeout connect 5s", ""]
    lines += ["frontend www", "    bind *:80"]
    for number in range(BACKENDS):
        lines.append(f"    acl is_{number} hdr(host) -i www{number}.example.com")
        lines.append(f"    use_backend app{number} if is_{number}")
    for number in range(BACKENDS):
        lines += ["", f"backend app{number}", "    mode http", "    balance roundrobin"]
        lines += ["    option httpchk GET /health", "    timeout server 60s"]
        lines += [
            f"    server s{server} 10.0.{number % 256}.{server}:8080 check inter 5s weight 10" for server in range(5)
        ]
    return "\n".join(lines) + "\n"


def split(source: str) -> dict[str, list[list[str]]]:
    """The words of each section, by its title."""
    sections: dict[str, list[list[str]]] = {}
    current: list[list[str]] = []
    for line in source.splitlines():
        words = line.split("#", 1)[0].split()
        if words and not line[0].isspace():
            current = sections.setdefault(" ".join(words), [])
        elif words:
            current.append(words)
    return sections


def pyhaproxy(path: Path) -> Any:
    """What pyhaproxy reads."""
    from pyhaproxy.parse import Parser

    return Parser(str(path)).build_configuration()


def best(work: Callable[[], object]) -> float:
    """The seconds of the best round."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> int:
    source = text()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "haproxy.cfg"
        path.write_text(source)
        print(f"{BACKENDS} backends, {len(source.splitlines())} lines, {len(source) / 1e6:.2f} MB")
        assert len(Config.from_document(Document(source)).backends) == BACKENDS
        ways: list[tuple[str, Callable[[], object]]] = [
            ("haproxy_kit Document", lambda: Document(source)),
            ("haproxy_kit parse + to_dict", lambda: Config.from_document(Document(source)).to_dict()),
            ("split of lines", lambda: split(source)),
            ("pyhaproxy 0.3.7", lambda: pyhaproxy(path)),
        ]
        for name, work in ways:
            try:
                print(f"{name:28} {best(work) * 1e3:9.1f} ms")
            except ImportError as error:
                print(f"{name:28} {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
