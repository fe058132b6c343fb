"""What the tests share."""

from __future__ import annotations

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
