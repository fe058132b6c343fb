"""Writes the modules of the package that say what a schema says.

    python bindings/python/generate.py            with the package installed, or on PYTHONPATH
    python bindings/python/generate.py --check    tells which files are not what it would write
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator import PACKAGE
from generator.commands import async_operations, commands
from generator.route import MODULES, Module
from generator.sections import Sections


def files() -> dict[Path, str]:
    """Every file that is made, with its text."""
    result = {
        PACKAGE / "runtime" / "_commands.py": commands(),
        PACKAGE / "runtime" / "_async_operations.py": async_operations(),
        PACKAGE / "config" / "sections.py": Sections().text(),
    }
    newest = {name: Module(name, None) for name in ("route-v2", "tcp-v1")}
    for name, (schema, documentation) in MODULES.items():
        base = newest["tcp-v1" if schema.startswith("tcp") else "route-v2"]
        module = newest.get(schema) or Module(schema, base)
        result[PACKAGE / "route" / f"{name}.py"] = module.text(documentation)
    return result


def main() -> int:
    stale = [path for path, text in files().items() if not path.exists() or path.read_text() != text]
    if sys.argv[1:] == ["--check"]:
        print(*stale, sep="\n", end="\n" if stale else "")
        return 1 if stale else 0
    for path in stale:
        path.write_text(files()[path])
    return 0


if __name__ == "__main__":
    sys.exit(main())
