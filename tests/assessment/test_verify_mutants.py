"""A report with any one thing changed is rejected, unless its claims give just what it says then.

What they give is asked of the program that makes reports, so an accepted report is one that it could have made. What
the checker does not answer for is listed in ``mutants`` and, for readers, in the how-to.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from mutants import as_json, escaped, mutant, says_the_same
from readings import retold, some_report

from provenance.assessment.verify import problems_of_report

CHANCE = st.randoms(use_true_random=False)


@settings(max_examples=300, deadline=None)
@given(CHANCE)
def test_every_report_is_accepted(chance):
    assert problems_of_report(as_json(some_report(chance))) == []


@settings(max_examples=100, deadline=None)
@given(CHANCE)
def test_the_claims_of_a_report_give_it_again(chance):
    report = as_json(some_report(chance))
    assert says_the_same(as_json(retold(report)), report)


@settings(max_examples=500, deadline=None)
@given(CHANCE)
def test_a_report_with_one_thing_changed_is_rejected_unless_its_claims_give_just_that(chance):
    honest = as_json(some_report(chance, largest=6))
    changed, how = mutant(chance, honest)
    assert not escaped(changed, honest, how)
