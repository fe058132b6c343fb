"""The command ``haproxy-kit``: ``python -m haproxy_kit --help`` tells what it does."""

import signal
import sys

from haproxy_kit import _native


def main() -> int:
    """Runs the command with the arguments of this process.

    Returns its exit code: 0 fine, 1 findings, 2 wrong usage or a file that cannot be used.
    """
    # Python would only note an interrupt and wait for the command to end.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _native.run(["haproxy-kit", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
