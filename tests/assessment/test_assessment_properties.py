"""What must hold for the verdicts on any claims, from the claims to the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import worlds

from provenance.assessment.assess import assess
from provenance.exports.json_lines import write_claims
from provenance.propositions.group import group
from provenance.records.assessment import Verdict
from provenance.records.claim import Bound, Claim, Hedging, Manner, Quantity, Stance, Status, Wording
from provenance.records.document import Document
from provenance.records.source import Credited, Source, SourceKind
from provenance.settings import Settings
from provenance.sources.joining import joined
from provenance.workflow import read_report

PEOPLE = (
    Source("source:monitor", "Monitor", SourceKind.MONITOR),
    Source("source:institute", "Institute", SourceKind.BODY),
    Source("source:ministry", "Ministry", SourceKind.GOVERNMENT, side="south"),
    Source("source:south-tv", "South TV", SourceKind.STATE_MEDIA, family="source:ministry", side="south"),
    Source("source:wire", "Wire", SourceKind.OUTLET),
    Source("source:locals", "local sources", SourceKind.ANONYMOUS_PLURAL),
)
WORDS = (
    "people died at the bridge near the old harbour in the morning",
    "people were killed when shells hit the market by the river at noon",
    "workers and fishermen lost their lives after the ferry overturned off the coast in heavy seas on its way home",
)


def said(outlet, chain, words=WORDS[0], day=1, number=None, **fields):
    document = Document(path=f"{outlet}-{day}", publisher=outlet, published=date(2021, 3, day))
    voice = Source(f"source:voice@{outlet.lower()}", outlet, SourceKind.PUBLISHER)
    counted = (Quantity(f"{number} people", Bound.EXACT, number, number, "people"),) if number else ()
    manner = Manner.INDIRECT if chain else Manner.VOICE
    fields = {"manner": manner, "quantities": counted, "proposition": "p", **fields}
    return Claim(document, Credited(chain[0] if chain else voice), Wording(words), tuple(chain), **fields)


STANCES = (Stance.ASSERTS, Stance.ASSERTS, Stance.ACKNOWLEDGES, Stance.DENIES, Stance.OPEN)
AFFIRMING = (Stance.ASSERTS, Stance.ACKNOWLEDGES)


@st.composite
def claims(draw, stances=STANCES, numbers=(None, None, 10, 20)):
    return said(
        draw(st.sampled_from(["Daily", "Weekly", "Wire", "South TV"])),
        draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True)),
        draw(st.sampled_from(WORDS)),
        draw(st.integers(1, 8)),
        draw(st.sampled_from(numbers)),
        stance=draw(st.sampled_from(stances)),
        hedging=draw(st.sampled_from([Hedging.NONE, Hedging.ALLEGED])),
        own_evidence=draw(st.sampled_from([False, False, False, True])),
    )


def lists(**fields):
    return st.lists(claims(**fields), min_size=1, max_size=7, unique_by=lambda claim: claim.id)


def judged(made, as_of=None):
    """The assessments of claims, by proposition, as the workflow makes them."""
    updated, propositions = group(joined(made))
    by_id = {claim.id: claim for claim in updated}
    return {proposition.id: assess(proposition, by_id, as_of=as_of) for proposition in propositions}


def verdict_of(made):
    (assessment,) = judged(made).values()
    return assessment


def judgement(assessment):
    """Everything of an assessment but its sentences and the claims listed: what is later or gone may be listed."""
    return replace(assessment, proposition=None, why="", would_change="")


@settings(max_examples=100, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_relations_never_changes_an_assessment(world, random):
    proposition, made, as_of = world
    by_id = {claim.id: claim for claim in made}
    rows = [list(getattr(proposition, name)) for name in ("supporting", "opposing", "open", "relations")]
    for row in rows:
        random.shuffle(row)
    shuffled = replace(
        proposition, **dict(zip(("supporting", "opposing", "open", "relations"), map(tuple, rows), strict=True))
    )
    one, other = assess(proposition, by_id, as_of=as_of), assess(shuffled, by_id, as_of=as_of)
    assert judgement(one) == judgement(other)


@settings(max_examples=100, deadline=None)
@given(lists(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_read_never_changes_a_verdict(made, random):
    shuffled = random.sample(made, len(made))
    assert judged(shuffled) == judged(made)


@settings(max_examples=100, deadline=None)
@given(
    lists(stances=AFFIRMING, numbers=[None]),
    st.sampled_from([p for p in PEOPLE if not p.kind.is_nameless]),
    st.sampled_from(WORDS),
)
def test_one_more_outlet_that_relays_a_claim_never_raises_the_floor(made, relay, words):
    """Whomever it has it from, and whether it copies the words or writes them anew. (A number might revise another.)"""
    known = made[0]
    again = said("Another", [relay, *known.chain] if known.chain else [relay, PEOPLE[5]], words, day=9)
    before, after = verdict_of(made), verdict_of([*made, again])
    assert after.support.floor <= before.support.floor
    assert before.verdict is Verdict.CORROBORATED or after.verdict is not Verdict.CORROBORATED


@settings(max_examples=100, deadline=None)
@given(lists(stances=AFFIRMING, numbers=[None]))
def test_an_outlet_that_copies_without_credit_never_raises_the_floor(made):
    copy = said("Another", (), made[0].content.text, day=9)
    assert verdict_of([*made, copy]).support.floor <= verdict_of(made).support.floor


@settings(max_examples=100, deadline=None)
@given(lists(), st.sampled_from(AFFIRMING))
def test_one_more_independent_origin_never_lowers_the_floor(made, stance):
    fresh = Source("source:fresh", "Fresh", SourceKind.MONITOR)
    more = said("Another", [fresh], "nothing like it had been put in these words before", day=9, stance=stance)
    before, after = verdict_of(made), verdict_of([*made, more])
    if after.support.reports > before.support.reports:
        assert after.support.floor >= before.support.floor
        assert after.support.roots >= before.support.roots
        assert after.support.kappa >= before.support.kappa
    if all(claim.stance in AFFIRMING and not claim.quantities for claim in made):
        assert after.support.reports == before.support.reports + 1


@settings(max_examples=100, deadline=None)
@given(lists(), st.data())
def test_a_withdrawal_that_is_itself_taken_out_leaves_no_trace(made, data):
    taken = data.draw(st.sampled_from(made))
    withdrawal = said("Another", [taken.origin], day=9, stance=Stance.RETRACTS)
    before = judged(made)
    judged([*made, withdrawal])
    assert judged(made) == before


@settings(max_examples=100, deadline=None)
@given(lists(stances=AFFIRMING, numbers=[None]), st.sampled_from([p for p in PEOPLE if not p.kind.is_nameless]))
def test_a_withdrawal_takes_out_whatever_its_origin_said_and_never_adds_a_report(made, origin):
    withdrawal = said("Another", [origin], day=9, stance=Stance.RETRACTS)
    updated, _ = group(joined([*made, withdrawal]))
    own = [claim for claim in updated if claim.origin.id == origin.id and claim.stance is not Stance.RETRACTS]
    assert all(claim.status is not Status.ACTIVE for claim in own)
    before, after = verdict_of(made), verdict_of([*made, withdrawal])
    assert after.support.reports <= before.support.reports


def report_on(path, made, as_of=None):
    path.write_text("".join(write_claims(made)), encoding="utf-8")
    return read_report([str(path)], settings=Settings(as_of=as_of))


def told(report):
    return {a.proposition.id: (a.proposition, judgement(a)) for a in report.assessments}


@settings(max_examples=100, deadline=None)
@given(
    lists(stances=(Stance.ASSERTS, Stance.ACKNOWLEDGES, Stance.DENIES, Stance.RETRACTS, Stance.OPEN)), st.integers(1, 9)
)
def test_as_of_a_day_everything_is_as_if_nothing_later_had_been_read(tmp_path_factory, made, last):
    """So what was withdrawn, revised or denied later stands as it stood."""
    path, day = tmp_path_factory.getbasetemp() / "claims.jsonl", date(2021, 3, last)
    early = [claim for claim in made if claim.document.published <= day]
    then = told(report_on(path, early, day)) if early else {}
    assert told(report_on(path, made, day)) == then


def test_as_of_a_day_before_the_withdrawal_what_was_contested_is_contested(tmp_path):
    """A withdrawal must not decide, before it was made, which of two numbers stands for the proposition."""
    alpha, beta, gamma = (
        Source(f"source:{name.lower()}", name, SourceKind.MONITOR) for name in ("Alpha", "Beta", "Gamma")
    )
    made = [
        said("Daily", [alpha], WORDS[0], 1, 10),
        said("Weekly", [beta], WORDS[1], 2, 20),
        said("Monthly", [gamma], WORDS[2], 2, 20),
        said("Daily", [alpha], "its figure", 5, stance=Stance.RETRACTS),
    ]
    (then,) = report_on(tmp_path / "claims.jsonl", made, date(2021, 3, 3)).assessments
    (now,) = report_on(tmp_path / "claims.jsonl", made).assessments
    assert (then.verdict, now.verdict) == (Verdict.CONTESTED, Verdict.CORROBORATED)
