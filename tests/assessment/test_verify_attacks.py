"""What somebody who wants a report to say something else would try, and the line that says so."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from readings import report_on, retold
from worlds import source

from provenance.assessment.verify import problems_of_report
from provenance.records.claim import Claim, Stance, Wording
from provenance.records.document import Document
from provenance.records.source import Credited, SourceKind

MINISTRY = source("Ministry", SourceKind.GOVERNMENT, side="south", letter="B")
MONITOR = source("Monitor", SourceKind.MONITOR)
UNION = source("Union", SourceKind.BODY)
RADIO = source("Radio", SourceKind.OUTLET)


def said(name, day, *chain, **fields):
    document = Document(path=f"{day}.txt", publisher=f"Daily {day}", published=date(2021, 3, day))
    fields = {"content": Wording("the ferry sank"), "proposition": "the ferry sank"} | fields
    return Claim(document, Credited(chain[0], chain[0].name), chain=chain, given_id=f"claim:{name}", **fields)


CLAIMS = (
    said("a", 1, RADIO, MINISTRY),
    said("b", 2, MONITOR),
    said("c", 3, UNION, stance=Stance.DENIES),
    said("d", 4, UNION, content=Wording("it cannot say"), stance=Stance.OPEN),
    said("e", 5, MONITOR, content=Wording("the quay burned"), proposition=None),
)


def as_json(report):
    return json.loads(json.dumps(report))


@pytest.fixture
def report():
    found = as_json(report_on(CLAIMS, [claim.document for claim in CLAIMS]))
    assert [p["verdict"] for p in found["propositions"]] == ["contested", "single_sourced"]
    assert problems_of_report(found) == []
    return found


def without(report, *names):
    """The report as it would be had some claims not been read."""
    return as_json(retold({**report, "claims": [claim for claim in report["claims"] if claim["id"] not in names]}))


def test_a_denial_that_is_left_out_of_its_proposition_is_missed(report):
    """Even where verdict, numbers and sentences are made to fit."""
    milder = without(report, "claim:c")
    assert milder["propositions"][0]["verdict"] == "corroborated"
    assert problems_of_report(milder) == []
    told = {**milder, "claims": report["claims"], "sources": report["sources"]}
    assert problems_of_report(told) == ["claim:c: stands in no proposition"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r, p: p["open"].append(p["opposing"].pop()), "claim:c (denies, active) stands in open without ground"),
        (
            lambda r, p: p["opposing"].append(p["supporting"].pop()),
            "supports because of same_words is not between such",
        ),
        (lambda r, p: p["opposing"].append("claim:a"), "claim:a stands in it 2 times"),
        (lambda r, p: p["supporting"].append("claim:z"), "claim:z is no claim of the report"),
        (lambda r, p: p["supporting"].append("claim:e"), "have different strings in proposition"),
        (lambda r, p: p["relations"].clear(), "claim:c (denies, active) stands in opposing without ground"),
        (lambda r, p: p["relations"].pop(1), "no claim in supporting has a relation with all others"),
        (lambda r, p: p["relations"][0].update(kind="doubts"), "doubts because of denial is no relation"),
        (lambda r, p: p["relations"][0].update(because="near_copy"), "contradicts because of near_copy is no relation"),
        (lambda r, p: p["relations"][0].update({"from": "claim:e"}), "its ends are not two claims of the proposition"),
        (lambda r, p: p["relations"].append(p["relations"][0]), "relations[0]: stands there twice"),
        (lambda r, p: r["claims"][2].update(stance="asserts"), "contradicts because of denial is not between such"),
        (lambda r, p: r["claims"][0].update(stance="denies"), "claim:a (denies, active) stands in supporting without"),
        (lambda r, p: r["claims"][3].update(stance="asserts"), "claim:d (asserts, active) stands in open without"),
        (lambda r, p: r["claims"][1].update(status="retracted"), "the edges are not those of the claims"),
        (lambda r, p: r["claims"][4].update(proposition="the ferry sank"), "its id is not that of the string"),
        (lambda r, p: p.update(id="prop:0123456789abcdef"), "its id is not that of the string in proposition"),
        (lambda r, p: p.update(label="it cannot say"), "label is not the words of a claim that may stand for it"),
        (lambda r, p: p.update(why=p["why"].replace("two", "nine")), "why says something else than “For it: "),
        (lambda r, p: p.update(would_change="Nothing."), "would_change says something else than “If Union withdrew"),
        (lambda r, p: p.update(rule="because we say so"), "rule says something else than “an origin of another"),
        (lambda r, p: p["flags"].reverse() or p["flags"].append("loop"), "flags is ["),
        (lambda r, p: p["support"].update(n_eff=2.0), "n_eff should be a number as reports write it, not 2.0"),
        (lambda r, p: p["support"].update(n_eff=1.9999), "n_eff is 1.9999, not 2"),
        (lambda r, p: p["support"].update(floor=True), "support.floor should be a whole number, not true"),
        (lambda r, p: p["support"].update(kappa="2"), 'support.kappa should be a whole number, not "2"'),
        (lambda r, p: p["support"]["by_side"].update(floor=2), "by side is 2, not 1"),
        (lambda r, p: p.update(opposition=None), "opposition: is missing, though claims take this side"),
    ],
)
def test_a_proposition_that_its_claims_do_not_give(report, change, says):
    change(report, report["propositions"][0])
    assert any(says in line for line in problems_of_report(report)), problems_of_report(report)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "The Monitor"),
        ("kind", "person"),
        ("family", "source:union"),
        ("side", "north"),
        ("listed", True),
        ("reliability", {"letter": "A", "set_by": "Nobody", "set_on": None, "reason": None}),
    ],
)
def test_a_source_told_otherwise_in_a_claim_than_in_the_list(report, field, value):
    listed, told = deepcopy(report), deepcopy(report)
    listed["sources"][1][field] = told["claims"][1]["source"][field] = value
    assert problems_of_report(told) == [f"claim:b: source.{field} is told otherwise in the list of sources"]
    expected = {f"claim:{c}: {where}.{field} is told otherwise" for c in "be" for where in ("source", "chain[0]")}
    assert {line.removesuffix(" in the list of sources") for line in problems_of_report(listed)} == expected


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda r: r["documents"].clear(), "is not in the list of documents"),
        (lambda r: r["documents"].append(r["documents"][0]), "stands there 2 times"),
        (lambda r: r["documents"][0].update(published="2021-04-01"), "document.published is told otherwise"),
        (lambda r: r["documents"][0].update(publisher=None), "document.publisher is told otherwise"),
        (lambda r: r["claims"][0]["document"].update(title="x"), "document.title is told otherwise"),
        (lambda r: r["claims"].append(r["claims"][0]), "claims: claim:a stands there 2 times"),
        (lambda r: r["propositions"].append(r["propositions"][1]), "stands there 2 times"),
        (lambda r: r["propositions"].clear(), "claim:a: stands in no proposition"),
        (lambda r: r["sources"].append({**r["sources"][0], "id": "source:x"}), "no claim credits source:x"),
        (lambda r: r["sources"].pop(), "is not in the list of sources"),
        (lambda r: r.update(as_of="yesterday"), 'as_of should be a day, not "yesterday"'),
        (lambda r: r.update(as_of=None), "as_of is null, though"),
        (lambda r: r.update(as_of="2021-03-02"), "has reports or loops, though no claim takes this side"),
        (lambda r: r.update(schema="claim-provenance/report/2"), "schema should be"),
        (lambda r: r.update(propositions={}), "propositions should be a list, not an object"),
        (lambda r: r["claims"].append(7), "claims[5] should be an object, not 7"),
        (lambda r: r["claims"][0].pop("chain"), "claims[0].chain is missing"),
        (lambda r: r["claims"][0].update(own_evidence=1), "claims[0].own_evidence should be true, not 1"),
        (lambda r: r["claims"][0]["content"].update(spans=[[3, 1]]), "spans[0] should be a pair of offsets"),
    ],
)
def test_records_that_do_not_agree_or_are_none(report, change, says):
    change(report)
    assert any(says in line for line in problems_of_report(report)), problems_of_report(report)


@pytest.mark.parametrize("names", ["Daily 1", "1.txt"])
def test_what_a_document_names_as_its_original_is_in_the_relations_and_no_less(names):
    voice = replace(CLAIMS[1], document=replace(CLAIMS[1].document, derived_from=names))
    plain = as_json(report_on(CLAIMS[:2], [claim.document for claim in CLAIMS[:2]]))
    derived = as_json(report_on([CLAIMS[0], voice], [CLAIMS[0].document, voice.document]))
    assert problems_of_report(plain) == problems_of_report(derived) == []
    for report, value in ((derived, None), (derived, "Nobody Times"), (plain, names)):
        forged = deepcopy(report)
        for row in (forged["claims"][1]["document"], *forged["documents"]):
            if row["path"] == "2.txt":
                row["derived_from"] = value
        assert problems_of_report(forged)
