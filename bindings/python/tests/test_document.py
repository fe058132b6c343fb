"""Documents: read, printed, looked at."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from haproxy_kit.config import Document, FileError, Target, TargetError, fmt, read


def test_a_document_prints_back_what_it_was_made_of(shop: str, example: Path) -> None:
    assert str(Document(shop)) == shop
    assert bytes(Document(shop.encode())) == shop.encode()
    assert bytes(Document(example)) == example.read_bytes()
    assert bytes(Document.read(str(example))) == example.read_bytes()
    assert str(Document()) == ""


@pytest.mark.parametrize(
    "text",
    [b"", b"\n", b"global", b"a\r\nb\n", b"\xff\xfe # \xe9\n", b'backend "\n', b"\x00\n", b"\xed\xa0\x80\n"],
)
def test_no_byte_is_lost(text: bytes) -> None:
    document = Document(text)
    assert bytes(document) == text
    assert bytes(Document(str(document))) == text


def test_bytes_that_are_not_utf8_are_surrogates_everywhere() -> None:
    document = Document(b"backend app\n server s\xff 10.0.0.1:80 # \xfe\n")
    [statement] = document.section("backend", "app").statements()
    assert statement.words == ("server", "s\udcff", "10.0.0.1:80")
    assert statement.comment == "# \udcfe"
    document.section("backend", "app").add(["server", "t\udcff", b"10.0.0.2:80"])
    assert b"\n server t\xff 10.0.0.2:80\n" in bytes(document)


def test_sections_and_their_statements(shop: str) -> None:
    document = Document(shop)
    assert [(s.kind, s.name, s.line, s.index) for s in document.sections()] == [
        ("defaults", None, 2, 0),
        ("frontend", "www", 6, 1),
        ("backend", "shop", 10, 2),
    ]
    assert [section.name for section in document.sections("frontend")] == ["www"]
    backend = document.section("backend", "shop")
    assert backend.document is document
    assert repr(backend) == "<Section backend shop>"
    assert str(backend) == "backend shop\n\tserver  s1 10.0.0.1:80 check # first\n"
    [server] = backend.statements()
    assert server.words == ("server", "s1", "10.0.0.1:80", "check")
    assert (server.index, server.line, server.comment) == (1, 11, "# first")
    assert str(server) == "server  s1 10.0.0.1:80 check"
    assert backend.find("server", "s1") == server
    assert backend.find("balance") is None
    assert len(document.statements()) == 5
    assert len({backend, document.section("backend", "shop")}) == 1


def test_a_statement_keeps_references_as_they_are_written() -> None:
    document = Document('frontend www\n bind ":${PORT}" name "a b"\n')
    [bind] = document.section("frontend", "www").statements("bind")
    assert bind.words == ("bind", '":${PORT}"', "name", "a b")


def test_evaluation_decides_blocks_and_expands_variables() -> None:
    document = Document(
        '.if version_atleast(3.0)\nglobal\n nbthread "${N-4}"\n.endif\nbackend a\n'
    )
    words = [statement.words for statement in document.evaluate("3.2")]
    assert words == [("global",), ("nbthread", "4"), ("backend", "a")]
    target = Target("3.0.5", variables={"N": "8"})
    assert document.evaluate(target)[1].words == ("nbthread", "8")
    assert [s.section for s in document.evaluate("2.8")] == [1]
    with pytest.raises(TargetError, match="9.9 is not known"):
        document.evaluate("9.9")
    with pytest.raises(TargetError) as caught:
        document.evaluate(Target(version_output="nginx"))
    assert caught.value.code == "unknown-version"


def test_a_target_is_read_from_what_haproxy_prints() -> None:
    output = "HAProxy version 2.6.12-1 2023/12/16\nFeature list : +EPOLL -LUA\n"
    document = Document(
        ".if feature(LUA)\nbackend a\n.elif version_before(3.0)\nbackend b\n.endif\n"
    )
    [statement] = document.evaluate(Target(version_output=output))
    assert statement.words == ("backend", "b")
    [statement] = document.evaluate(Target(features=frozenset({"LUA"})))
    assert statement.words == ("backend", "a")


def test_documents_are_compared_copied_and_pickled(shop: str) -> None:
    document = Document(shop, path="haproxy.cfg")
    for twin in (copy.copy(document), copy.deepcopy(document), pickle.loads(pickle.dumps(document))):
        assert twin == document
        assert twin is not document
        assert twin.path == "haproxy.cfg"
        twin.section("backend", "shop").remove(1)
        assert twin != document
    assert document != shop
    with pytest.raises(TypeError, match="unhashable"):
        hash(document)
    assert repr(document) == '<Document "haproxy.cfg", 3 sections, 11 lines>'


def test_files_are_read_in_haproxys_order_and_written_at_once(tmp_path: Path, shop: str) -> None:
    (tmp_path / "b.cfg").write_text("backend b\n")
    (tmp_path / "a.cfg").write_text(shop)
    (tmp_path / "c.txt").write_text("no configuration\n")
    first, second = read(tmp_path)
    assert [first.path, second.path] == [str(tmp_path / "a.cfg"), str(tmp_path / "b.cfg")]
    second.section("backend", "b").push("balance source")
    second.write()
    assert (tmp_path / "b.cfg").read_text() == "backend b\n    balance source\n"
    second.write(tmp_path / "d.cfg")
    assert (tmp_path / "d.cfg").read_bytes() == bytes(second)
    with pytest.raises(ValueError, match="no path"):
        Document("").write()


def test_a_missing_file_is_an_error_that_says_which(tmp_path: Path) -> None:
    missing = tmp_path / "missing.cfg"
    for attempt in (lambda: Document(missing), lambda: Document.read(missing), lambda: read(missing)):
        with pytest.raises(FileError) as caught:
            attempt()
        assert caught.value.path == str(missing)
        assert caught.value.code == "read"
        assert isinstance(caught.value.__cause__, FileNotFoundError)
    with pytest.raises(FileError) as caught:
        read(tmp_path)
    assert caught.value.code == "no-files"


def test_what_is_no_source_is_refused() -> None:
    with pytest.raises(TypeError, match="expected str, bytes or os.PathLike, found 'int'"):
        Document(1)  # type: ignore[arg-type]


def test_what_cannot_be_cut_into_words_is_told() -> None:
    [found] = Document('backend "app\n').diagnostics()
    assert (found.code, found.severity, found.line, found.column) == ("HK0001", "error", 1, 9)


def test_fmt_changes_layout_only(shop: str) -> None:
    document = Document(shop)
    formatted = fmt(document)
    assert str(formatted.section("backend", "shop")) == (
        "backend shop\n    server s1 10.0.0.1:80 check  # first\n"
    )
    assert "\n\tbind :80\n" in str(fmt(document, indent=None))
    assert str(document) == shop
    assert fmt(formatted) == formatted
