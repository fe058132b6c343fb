"""What the documentation shows happens, and help tells what is there."""

from __future__ import annotations

import doctest
import inspect
import pydoc
import re
import types
from pathlib import Path

import mypy.api
import pytest

import haproxy_kit
import haproxy_kit.config
import haproxy_kit.errors

from .conftest import REPOSITORY

PAGES = [REPOSITORY / page for page in ("README.md", "docs/python.md", "bindings/python/README.md")]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_code_blocks_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: Path) -> None:
    (tmp_path / "haproxy.cfg").write_bytes(example.read_bytes())
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall(page.read_text())
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, str(page), "exec"), names)


def test_code_blocks_have_the_right_types(tmp_path: Path) -> None:
    files = []
    for number, page in enumerate(PAGES):
        file = tmp_path / f"page{number}.py"
        file.write_text("\n".join(BLOCK.findall(page.read_text())))
        files.append(str(file))
    output, errors, code = mypy.api.run(["--strict", *files])
    assert code == 0, output + errors


@pytest.mark.parametrize("subject", [haproxy_kit.config.Document, haproxy_kit.config.Config])
def test_examples_in_docstrings_run(subject: type) -> None:
    finder = doctest.DocTestFinder(recurse=False)
    [test] = finder.find(subject, subject.__name__)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def public() -> list[tuple[str, object]]:
    modules = [haproxy_kit, haproxy_kit.config, haproxy_kit.errors]
    return [(f"{m.__name__}.{name}", getattr(m, name)) for m in modules for name in m.__all__]


def test_everything_public_is_described() -> None:
    for name, value in public():
        if isinstance(value, type):
            assert (value.__doc__ or "").strip(), name
            for member, inner in vars(value).items():
                is_callable = isinstance(inner, (property, types.FunctionType)) or inspect.isroutine(inner)
                if not member.startswith("_") and is_callable:
                    assert (getattr(value, member).__doc__ if not isinstance(inner, property) else inner.__doc__), (
                        f"{name}.{member}"
                    )
        elif inspect.isroutine(value):
            assert inspect.getdoc(value), name


def test_help_tells_the_whole_module() -> None:
    text = pydoc.plain(pydoc.render_doc(haproxy_kit.config))
    for name in ("reconcile", "Document", "Diagnostic", "move_statement"):
        assert name in text
