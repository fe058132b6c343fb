"""What HAProxy would say, shown to people and to programs."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace

import pytest

from haproxy_kit.config import Diagnostic, Document, check, report, rules

FAULTY = "frontend www\n    bind :80\n    mode http\n    default_backend ap\nbackend app\n    mode http\n"


def errors(*documents: Document) -> list[Diagnostic]:
    return [found for found in check(documents) if found.severity == "error"]


def test_a_finding_tells_what_and_where() -> None:
    [found] = errors(Document(FAULTY, path="haproxy.cfg"))
    assert (found.code, found.severity) == ("HK0201", "error")
    assert (found.path, found.line, found.column) == ("haproxy.cfg", 4, 21)
    assert (found.place.end_column, found.place.span) == (23, (20, 22))
    assert found.place.text == "    default_backend ap"
    assert "'ap'" in found.message


def test_a_finding_prints_as_in_the_terminal() -> None:
    [found] = errors(Document(FAULTY, path="haproxy.cfg"))
    lines = str(found).splitlines()
    assert lines[:5] == [
        "error[HK0201]: there is no backend or listen section 'ap'",
        " --> haproxy.cfg:4:21",
        "  |",
        "4 |     default_backend ap",
        "  |                     ^^",
    ]


def test_columns_count_characters_and_spans_bytes() -> None:
    text = 'backend app\n    http-request set-header X "größe" oops\n'
    [found] = errors(Document(text))
    assert found.place.text[found.column - 1 : found.place.end_column - 1] == "oops"
    start, end = found.place.span
    assert found.place.text.encode()[start:end] == b"oops"
    assert "<document>:2:39" in str(found)


def test_findings_compare_hash_pickle_and_copy() -> None:
    [found] = errors(Document(FAULTY, path="haproxy.cfg"))
    [again] = errors(Document(FAULTY, path="haproxy.cfg"))
    assert found == again
    assert len({found, again}) == 1
    for twin in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found)):
        assert twin == found
        assert str(twin) == str(found)
    assert replace(found, severity="warning") != found
    assert str(replace(found, severity="warning")).startswith("warning[HK0201]")


def test_reports_in_every_format() -> None:
    first = Document(FAULTY, path="a.cfg")
    second = Document("backend cart\n    frobnicate\n", path="b.cfg")
    found = errors(first, second)
    assert [one.path for one in found] == ["a.cfg", "b.cfg"]
    assert report(found, format="short") == (
        "a.cfg:4:21: error[HK0201]: there is no backend or listen section 'ap'\n"
        "b.cfg:2:5: error[HK0101]: no keyword 'frobnicate' may stand here\n"
    )
    objects = [json.loads(line) for line in report(found, format="json").splitlines()]
    assert [(one["file"], one["line"], one["column"]) for one in objects] == [
        ("a.cfg", 4, 21),
        ("b.cfg", 2, 5),
    ]
    sarif = json.loads(report(found, format="sarif"))
    assert len(sarif["runs"][0]["results"]) == 2
    assert report(found, format="github").startswith("::error file=a.cfg,line=4")
    assert "\x1b[" in report(found, colour=True)
    assert "\x1b[" not in report(found)
    assert report([]) == ""
    with pytest.raises(ValueError, match="no format 'xml'"):
        report(found, format="xml")  # type: ignore[arg-type]


def test_what_counts_can_be_chosen() -> None:
    text = "global\n    stats socket /run/h.sock mode 666 level admin\n"
    codes = {found.code for found in check(Document(text))}
    assert "HK0701" in codes
    assert "HK0701" not in {found.code for found in check(Document(text), security=False)}
    assert "HK0701" not in {found.code for found in check(Document(text), allow=["HK0701"])}
    with pytest.raises(ValueError, match="'HK9999'"):
        check(Document(text), allow=["HK9999"])


def test_the_target_decides() -> None:
    document = Document("frontend www\n    bind-process 1\n")
    found = {
        target: [one.code for one in check(document, target=target) if one.line == 2]
        for target in ("2.4", "2.6", "3.2")
    }
    assert found == {"2.4": [], "2.6": ["HK0107"], "3.2": ["HK0106"]}


def test_rules_tell_why_and_how() -> None:
    by_code = {rule.code: rule for rule in rules()}
    rule = by_code["HK0601"]
    assert rule.name == "missing-timeouts"
    assert str(rule).startswith("# HK0601: missing-timeouts\n")
    for rule in by_code.values():
        assert rule.summary
        if rule.family == "files":
            # They need the files that they name.
            continue
        for example in rule.examples:
            document = Document(example.bad)
            assert rule.code in {found.code for found in check(document, target=example.version)}
