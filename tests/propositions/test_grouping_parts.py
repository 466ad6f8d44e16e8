"""The parts: amounts, parties, names and the tables of words."""

from __future__ import annotations

import pytest
from saying import says

from provenance.propositions.derivation import containment, grams
from provenance.propositions.lexicon import families, families_of, stem
from provenance.propositions.names import name_words, telling_names
from provenance.propositions.parties import are_rivals, party_named, responsible_in


def test_every_family_has_words_and_every_opposite_is_a_family():
    table = families()
    assert all(family.stems for family in table.values())
    assert all(family.against <= set(table) for family in table.values())


@pytest.mark.parametrize(
    ("one", "other"), [("razed", "torched"), ("kidnapped", "abduction"), ("shelling", "bombed"), ("died", "killed")]
)
def test_words_of_one_family_meet(one, other):
    assert families_of([stem(one)]) & families_of([stem(other)])


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("troops of Brigade 12 started the fire", "state"),
        ("rebels carried out the attack", "rebel"),
        ("the market was shelled by the army", "state"),
        ("bandits are holding the driver", "gang"),
    ],
)
def test_who_did_it_is_read_from_the_order_of_words(text, who):
    blame = responsible_in(says("Mayor Hale", text))
    assert blame is not None
    assert blame.party.camps == {who}


@pytest.mark.parametrize(
    "text",
    ["the soldiers were killed", "rebels died in the raid", "the depot was burned", "a bomb in Vernala killed them"],
)
def test_nobody_is_held_responsible_where_the_wording_does_not_say(text):
    assert responsible_in(says("Mayor Hale", text)) is None


def test_a_cue_that_blames_names_the_party_in_its_content():
    blame = responsible_in(says("Mayor Hale", "Vostrel for the abduction", cue="blamed"))
    assert blame is not None
    assert blame.party.names == {"vostrel"}


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ("soldiers", "insurgents", True),
        ("Vostrel", "Kestren", True),
        ("rebels", "guerrillas", False),
        ("Vostrel", "guerrillas", False),
        ("National Liberation League", "NLL", False),
        ("French troops", "Spanish troops", True),
    ],
)
def test_parties_are_rivals_only_where_they_cannot_be_the_same(one, other, rivals):
    assert are_rivals(party_named(one), party_named(other)) is rivals


def test_a_capital_owed_to_the_sentence_makes_no_name():
    assert name_words("Fishermen left. Nets lay on the quay of Vernala.") == {"vernala"}


def test_countries_and_days_tell_no_event_from_another():
    assert telling_names("It reached Vernala, in Norway, on Tuesday") == {"vernala"}


def test_containment_looks_at_the_shorter_passage():
    short, long = grams("the old pier fell"), grams("on Monday the old pier fell into the bay")
    assert containment(short, long) == 1
    assert containment(short, grams("another thing entirely happened")) == 0
