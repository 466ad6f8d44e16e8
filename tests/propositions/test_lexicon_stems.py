"""Words are taken for forms of each other only where they are."""

from __future__ import annotations

import pytest

from provenance.propositions.lexicon import camp, families_of, listed, stem, thing


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("office", "officer"),
        ("medical", "medic"),
        ("minority", "minor"),
        ("department", "depart"),
        ("positive", "position"),
    ],
)
def test_a_word_is_no_form_of_one_that_only_begins_alike(word, other):
    assert thing(stem(word)) != thing(stem(other))


def test_an_executive_a_body_and_a_department_do_nothing_to_anybody():
    assert not families_of(map(stem, ("executives", "body", "department", "liberal", "clearly")))
    assert families_of([stem("executed")]) == {"kill"}
    assert "kill" in families_of([stem("bodies")])


def test_an_author_is_no_authority_and_a_response_no_responsibility():
    assert camp(stem("author")) is None
    assert camp(stem("authorities")) == "state"
    assert stem("response") not in listed("part")
    assert stem("responsible") in listed("part")
