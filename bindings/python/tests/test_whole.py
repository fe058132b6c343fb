"""What is done with configurations as a whole."""

from __future__ import annotations

import pytest

from haproxy_kit.config import (
    Document,
    EditError,
    anonymize,
    graph,
    make_defaults_explicit,
)


def test_names_are_hidden_the_same_everywhere(shop: str) -> None:
    result = anonymize(Document(shop), keep_comments=False)
    [document] = result.documents
    text = str(document)
    for secret in ("shop", "10.0.0.1", "front door"):
        assert secret not in text
    assert "timeout client" in text
    assert "10.0.0.1" in str(result.replacements)
    assert "10.0.0.1" not in repr(result)
    first, second = anonymize([Document("backend a\n"), Document("frontend w\n default_backend a\n")]).documents
    assert first.sections()[0].name == second.section("frontend", second.sections()[0].name).find("default_backend").words[1]  # type: ignore[union-attr]


def test_references_are_told_and_drawn(shop: str) -> None:
    result = graph(Document(shop, path="shop.cfg"))
    assert [node.label for node in result.nodes] == ["defaults", "frontend www", "backend shop", "server s1"]
    assert (result.nodes[3].parent, result.nodes[3].path) == ("backend shop", "shop.cfg")
    [edge] = [edge for edge in result.edges if edge.keyword == "default_backend"]
    assert (edge.from_, edge.to, edge.found, edge.kind) == ("frontend www", "backend shop", "node", "backend")
    assert result.dot.startswith("digraph")
    assert "shop" in result.mermaid
    missing = graph(Document("frontend www\n default_backend ap\n use_backend %[path]\n"))
    assert {edge.found for edge in missing.edges} == {"unknown", "dynamic"}


def test_defaults_get_names() -> None:
    document = Document("defaults # all\n mode http\nfrontend www\n bind :80\n")
    make_defaults_explicit(document)
    assert str(document) == (
        "defaults unnamed_defaults_1 # all\n mode http\nfrontend www from unnamed_defaults_1\n bind :80\n"
    )
    inside = Document(".if 1\ndefaults\n.endif\nbackend a\n", path="a.cfg")
    with pytest.raises(EditError) as caught:
        make_defaults_explicit(inside)
    assert (caught.value.code, caught.value.path) == ("crosses-block", "a.cfg")


def test_acls_get_other_names() -> None:
    document = Document("frontend www\n acl local src 10.0.0.1\n http-request deny if !local\n")
    assert document.rename_acl("frontend", "www", "local", "near") == ([2, 3], [])
    assert str(document) == "frontend www\n acl near src 10.0.0.1\n http-request deny if !near\n"
    with pytest.raises(EditError):
        document.rename_acl("frontend", "www", "local", "near")
