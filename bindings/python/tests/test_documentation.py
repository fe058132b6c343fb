"""What the documentation shows happens, and help tells what is there."""

from __future__ import annotations

import ast
import doctest
import inspect
import pydoc
import re
import types
from pathlib import Path

import mypy.api
import pytest

import haproxy_kit
import haproxy_kit.charm.haproxy_route
import haproxy_kit.charm.haproxy_route_tcp
import haproxy_kit.config
import haproxy_kit.config.sections
import haproxy_kit.errors
import haproxy_kit.route
import haproxy_kit.route.reverseproxy
import haproxy_kit.runtime

from .conftest import REPOSITORY

PAGES = [
    REPOSITORY / page
    for page in (
        "README.md",
        "docs/python.md",
        "docs/python-runtime.md",
        "docs/charms.md",
        "bindings/python/README.md",
    )
]
MODULES = [
    haproxy_kit,
    haproxy_kit.config,
    haproxy_kit.config.sections,
    haproxy_kit.errors,
    haproxy_kit.route,
    haproxy_kit.route.reverseproxy,
    haproxy_kit.route.v0,
    haproxy_kit.route.v1,
    haproxy_kit.route.v2,
    haproxy_kit.route.tcp_v0,
    haproxy_kit.route.tcp_v1,
    haproxy_kit.runtime,
    haproxy_kit.charm.haproxy_route,
    haproxy_kit.charm.haproxy_route_tcp,
]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))
def test_code_blocks_run(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: Path, folder: Path
) -> None:
    if page.name == "python-runtime.md":
        # It talks to a running HAProxy.
        monkeypatch.chdir(folder)
    else:
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


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_in_modules_run(module: types.ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
    for name in module.__all__:
        value = getattr(module, name)
        for test in doctest.DocTestFinder(recurse=False).find(value, name):
            assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("subject", [haproxy_kit.config.Document, haproxy_kit.config.Config])
def test_examples_in_docstrings_run(subject: type) -> None:
    finder = doctest.DocTestFinder(recurse=False)
    [test] = finder.find(subject, subject.__name__)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def public() -> list[tuple[str, object]]:
    return [(f"{m.__name__}.{name}", getattr(m, name)) for m in MODULES for name in m.__all__]


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


def test_help_leads_charm_authors() -> None:
    text = pydoc.plain(pydoc.render_doc(haproxy_kit))
    for name in ("haproxy_kit.route", "haproxy_kit.charm", "haproxy_kit.runtime", "haproxy_kit.config"):
        assert name in text
    text = pydoc.plain(pydoc.render_doc(haproxy_kit.charm.haproxy_route))
    for name in ("provide_haproxy_route_requirements", "get_proxied_endpoints", "check_interval", "data_available"):
        assert name in text


def test_help_tells_the_whole_module() -> None:
    text = pydoc.plain(pydoc.render_doc(haproxy_kit.config))
    for name in ("reconcile", "Document", "Diagnostic", "move_statement"):
        assert name in text


def test_every_module_is_for_python_3_10() -> None:
    root = Path(haproxy_kit.__file__).parent
    modules = [path for path in root.rglob("*.py*") if path.suffix in (".py", ".pyi")]
    assert len(modules) > 30
    for path in modules:
        ast.parse(path.read_text(), filename=str(path), feature_version=(3, 10))
