"""Two names that may mean one body are not shown to be two."""

from __future__ import annotations

import json

import pytest

from provenance.assessment.verify import problems_of_report
from provenance.exports.report_json import report_object
from provenance.workflow import read_report


def judged(tmp_path, *sources, stances=()):
    """The verdict on one thing that each of some sources says in an outlet of its own."""
    rows = [
        {
            "schema": "claim-provenance/claim/1",
            "document": {"path": f"{n}.txt", "publisher": f"Outlet {n}", "published": "2021-03-04"},
            "source": source if isinstance(source, dict) else {"name": source, "kind": "body"},
            "content": {"text": f"nine barges sank, {'abcdefg'[n] * 3} added"},
            "stance": (stances or ("asserts",) * 9)[n],
            "proposition": "nine barges",
        }
        for n, source in enumerate(sources)
    ]
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    report = read_report([str(path)])
    assert problems_of_report(json.loads(json.dumps(report_object(report), default=str))) == []
    [found] = report.assessments
    return found


PERSON = {"kind": "person"}


@pytest.mark.parametrize(
    "names",
    [
        ("Okafor", "Ada Okafor"),
        ("Health Ministry", "Lake Province's Health Ministry"),
        ("Ministry of Health of Lake Province", "Lake Province Health Ministry"),
        ("Lake Center for Human Rights", "Lake Centre for Human Rights"),
        ("Lake health minister", "Lake's health ministry"),
        ("police", "Vernala police", "port police"),
    ],
)
def test_a_name_that_may_be_short_for_another_adds_nothing_to_the_floor(tmp_path, names):
    found = judged(tmp_path, *names)
    assert found.support.floor == max(1, len(names) - 1)
    assert found.support.roots == len(names)
    assert ("may be one" in found.why) == (len(names) == 2)
    assert len(names) == 2 or "the port police and the Vernala police" in found.why


def test_how_a_text_writes_a_name_counts_as_its_form(tmp_path):
    whole = {"name": "Ada Okafor", "kind": "person", "text": "Mayor Ada Okafor"}
    assert judged(tmp_path, {"name": "mayor", "kind": "person"}, whole).support.floor == 1


def test_who_speaks_for_a_body_goes_by_its_name(tmp_path):
    minister = {"name": "Ada Okafor", "kind": "person", "family": "health ministry"}
    assert judged(tmp_path, minister, "Lake health ministry").support.floor == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Ada Okafor"}, {"name": "Ben Okafor"}),
        ({"name": "Lake", "kind": "government"}, {"name": "Lake Observatory", "kind": "monitor"}),
        ({"name": "Harbour Police", "listed": True}, {"name": "Old Harbour Police"}),
        ({"name": "Harbour Police"}, {"name": "Harbour Fire Brigade"}),
    ],
)
def test_names_that_cannot_mean_one_are_two_origins(tmp_path, one, other):
    assert judged(tmp_path, {"kind": "body"} | one, {"kind": "body"} | other).support.floor == 2


def test_a_short_name_against_its_long_one_still_contests(tmp_path):
    found = judged(tmp_path, "Health Ministry", "Lake Health Ministry", stances=("asserts", "denies"))
    assert found.verdict == "contested"


def test_names_that_are_each_longer_in_one_text_are_one(tmp_path):
    one = {"name": "mayor", "kind": "person", "text": "Mayor Okafor"}
    other = {"name": "Okafor", "kind": "person", "text": "the mayor, Okafor"}
    assert judged(tmp_path, one, other).support.floor == 1
