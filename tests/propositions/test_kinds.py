"""What a claim is about, for the record of its source."""

from __future__ import annotations

import pytest
from saying import says

from provenance.propositions.kinds import kind_of, kind_of_all
from provenance.records.decisions import ClaimKind

CASES = [
    (says("the mayor", "at least 9 soldiers were killed"), "casualties"),
    (says("the mayor", "dozens were wounded"), "casualties"),
    (says("the mayor", "the army shelled the market", responsible="the army"), "responsibility"),
    (says("the mayor", "5 people were killed by the army", responsible="the army"), "casualties"),
    (says("the mayor", "the army for the blast", cue="blamed"), "responsibility"),
    (says("the mayor", "rebels captured the town"), "territory"),
    (says("the mayor", "the talks will go on"), "statement"),
]


@pytest.mark.parametrize(("claim", "kind"), CASES)
def test_the_kind_of_a_claim(claim, kind):
    assert kind_of(claim) == kind


def test_several_claims_are_of_the_kind_that_most_are_of_in_any_order():
    claims = [claim for claim, _ in CASES[:3]]
    assert kind_of_all(claims) == kind_of_all(reversed(claims)) == ClaimKind.CASUALTIES
