"""Places that agreeing claims tell differently are marked and named; the verdict stays what it is."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.assessment.assess import assess
from provenance.assessment.rejudge import beside
from provenance.assessment.verify import problems_of_report
from provenance.exports.report_json import report_object
from provenance.propositions.group import group
from provenance.records.claim import Claim, Wording
from provenance.records.document import Document
from provenance.records.report import Report
from provenance.records.source import Credited, Source, SourceKind
from provenance.records.whereabouts import told_beside

WORDS = st.sampled_from("near off outside east of the north-west km from Arda Belin Cape Verna fell in , and".split())


def said(outlet, words, place=None, proposition="where the Stella Nova sank"):
    """A claim of a body of its own about the ship."""
    source = Source(f"source:{outlet.lower()}", f"{outlet} Council", SourceKind.BODY)
    document = Document(path=f"{outlet}.txt", publisher=outlet, published=date(2020, 8, 7))
    return Claim(document, Credited(source, outlet), Wording(words), (source,), place=place, proposition=proposition)


def judged(*claims):
    """The one assessment of the claims, with what the checker objects to in the report."""
    known, propositions = group(claims)
    by_id = {claim.id: claim for claim in known}
    found = tuple(assess(proposition, by_id) for proposition in propositions)
    documents = tuple({claim.document.id: claim.document for claim in known}.values())
    sources = tuple({claim.origin.id: claim.origin for claim in known}.values())
    report = Report(
        as_of=max(d.published for d in documents),
        documents=documents,
        sources=sources,
        claims=known,
        assessments=found,
        remarks=(),
    )
    (assessment,) = found
    return assessment, list(problems_of_report(report_object(report)))


def test_two_compatible_places_are_marked_and_named_and_contest_nothing():
    found, wrong = judged(
        said("Alpha", "the Stella Nova sank east of Arda", "Arda"),
        said("Beta", "the Stella Nova sank near Belin, in the west of Corum", "Belin"),
    )
    assert found.flags == ("divergent",)
    assert found.verdict.value == "corroborated"
    assert found.why.endswith("The place is told differently: “east of Arda” and “near Belin, west of Corum”.")
    assert wrong == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Stella Nova sank east of Arda", "the Stella Nova sank off Arda"),
        ("the Stella Nova sank near Belin, in the west of Corum", "the Stella Nova sank off the coast of Corum"),
        ("the Stella Nova sank near Kobala", "the Stella Nova sank near the rebel-held town of Kobbale"),
        ("the Stella Nova sank", "the Stella Nova sank near Belin"),
    ],
)
def test_places_that_share_a_name_are_one(one, other):
    found, wrong = judged(said("Alpha", one), said("Beta", other))
    assert found.flags == ()
    assert wrong == []


def test_claims_read_freely_meet_in_one_proposition_though_their_places_differ():
    found, _ = judged(
        said("Alpha", "the trawler Stella Nova sank east of Arda", "Arda", None),
        said("Beta", "the trawler Stella Nova sank near Belin", "Belin", None),
    )
    assert found.flags == ("divergent",)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_the_checker_reads_the_same_places(text):
    assert beside(text) == ", ".join(told_beside(text))
