"""What holds for any claims at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from saying import document, says

from provenance.propositions.group import group
from provenance.records.claim import Stance

WORDS = [
    "soldiers burned the village of Vernala",
    "insurgents burned the village of Vernala",
    "14 people were killed in Vernala",
    "at least 33 people were killed in Vernala",
    "the same figure",
    "the story as untrue",
    "any role in this",
    "the port was in rebel hands",
    "army units seized the port of Dostrova",
    "its statement that 14 people were killed in Vernala",
    "these stamps are authentic",
    "dealers sold forged stamps",
    "",
]
NAMES = [None, "Harbour Union", "Mayor Hale", "State Radio", "Army"]


@st.composite
def claims(draw):
    where = document(draw(st.sampled_from(["Harbour Courier", "Island Post"])), day=draw(st.integers(1, 9)))
    return says(
        draw(st.sampled_from(NAMES)),
        draw(st.sampled_from(WORDS)),
        where,
        at=draw(st.integers(0, 300)),
        cue=draw(st.sampled_from(["said", "blamed", "countered", "had put"])),
        stance=draw(st.sampled_from(list(Stance))),
        proposition=draw(st.sampled_from([None, None, None, "p"])),
    )


LISTS = st.lists(claims(), max_size=12, unique_by=lambda claim: claim.id)


@given(LISTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_claims_changes_nothing(many, chance):
    shuffled = list(many)
    chance.shuffle(shuffled)
    claims_out, propositions = group(many)
    again, same = group(shuffled)
    assert same == propositions
    assert {c.id: c.status for c in again} == {c.id: c.status for c in claims_out}


@given(LISTS)
@settings(max_examples=60, deadline=None)
def test_every_claim_is_placed_once_in_a_proposition_and_every_id_exists(many):
    claims_out, propositions = group(many)
    ids = {claim.id for claim in many}
    sides = [(set(p.supporting), set(p.opposing), set(p.open)) for p in propositions]
    assert {i for three in sides for side in three for i in side} == ids
    assert not any(a & b or a & c or b & c for a, b, c in sides)
    assert all({r.from_id, r.to_id} <= ids and r.from_id != r.to_id for p in propositions for r in p.relations)
    assert len({p.id for p in propositions}) == len(propositions)
    assert [replace(c, status=d.status) for c, d in zip(many, claims_out, strict=True)] == list(claims_out)


def test_no_claims_make_no_propositions():
    assert group([]) == ((), ())


def test_a_claim_given_twice_counts_once():
    claim = says("Harbour Union", "the pier at Vernala fell")
    _, (found,) = group([claim, claim])
    assert found.supporting == (claim.id,)
