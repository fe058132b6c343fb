"""What writes modules of the package that say what a schema, or the list of commands, says."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "python" / "haproxy_kit"
WIDTH = 100
