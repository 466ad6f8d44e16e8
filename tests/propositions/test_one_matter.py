"""Figures, parties and denials are set against each other only where they are of one matter."""

from __future__ import annotations

import pytest
from saying import denies, document, holding, says, source

from provenance.propositions.group import group
from provenance.records.claim import Stance, Status
from provenance.records.source import SourceKind

LATER = document("Island Post", day=6)


def contests(*claims):
    """The reasons for which claims contradict each other."""
    relations = (r for p in group(claims)[1] for r in p.relations if r.kind.value == "contradicts")
    return {r.because.value for r in relations}


def test_figures_of_two_raids_told_in_one_text_do_not_conflict():
    first = says("SANA", "a raid killed 12 people in Vernala")
    second = says("Harbour Union", "42 people were killed when planes hit villages in the north", at=90)
    assert contests(first, second) == set()


def test_figures_conflict_where_the_later_claim_takes_up_the_raid():
    first = says("SANA", "a raid killed 12 people in Vernala")
    second = says("Harbour Union", "9 people were killed in the raid", at=90)
    assert contests(first, second) == {"quantity"}


def test_a_bare_toll_is_of_the_event_told_before():
    first = says("SANA", "a raid killed 12 people in Vernala")
    second = says("Harbour Union", "the dead at 9", at=90, cue="put")
    assert contests(first, second) == {"quantity"}


@pytest.mark.parametrize(
    "words",
    [
        "9 people were killed in another raid",
        "9 people were killed in the raid elsewhere",
        "the total number of people killed in such raids at 30",
        "the number of people killed rose to 15",
    ],
)
def test_another_event_a_sum_and_a_toll_that_has_grown_contradict_nothing(words):
    first = says("SANA", "a raid killed 12 people in Vernala")
    assert contests(first, says("Harbour Union", words, at=90)) == set()


def test_the_same_figure_with_another_bound_is_no_conflict():
    first = says("SANA", "at least 33 people were killed in the raid on Vernala")
    second = says("Harbour Union", "33 people were killed in the raid on Vernala", at=90)
    assert contests(first, second) == set()


def test_a_figure_agrees_with_one_of_several_that_another_source_gives():
    here, there = (document(name, day, title="Floods in Vernala") for name, day in (("Courier", 4), ("Post", 5)))
    both = says("Relief Office", "floods in Vernala killed 38 people and displaced 12000 people", here)
    bare = says("Red Star", "the number of displaced people at 12000", there, cue="put")
    (found,) = holding(group([both, bare])[1], bare)
    assert both.id in found.supporting


def test_an_open_figure_that_fits_two_rival_ones_stands_by_itself_and_is_backed_by_both():
    open_one = says("Fire Brigade", "at least 14 people were killed in the raid on Vernala")
    low = says("Ministry", "20 people were killed in the raid on Vernala", LATER)
    high = says("Harbour Union", "31 people were killed in the raid on Vernala", document("Post"))
    propositions = group([open_one, low, high])[1]
    (alone,) = holding(propositions, open_one)
    assert {low.id, high.id} <= set(alone.supporting)
    assert not alone.opposing
    assert any(p.supporting == (low.id,) and high.id in p.opposing for p in propositions)


def test_a_figure_of_a_town_is_part_of_the_figure_of_its_province():
    whole = says("Governor", "80 people were killed in raids across Vernala province")
    part = says("Mayor Hale", "14 people were killed in the town", at=90)
    assert contests(whole, part) == set()


def test_a_toll_of_a_later_day_may_have_grown():
    early = says("Ministry", "20 people were killed in the raid on Vernala")
    late = says("Hospital", "27 people were killed in the raid on Vernala", LATER)
    assert contests(early, late) == set()


def test_a_toll_does_not_shrink_and_hardly_doubles():
    early = says("Ministry", "20 people were killed in the raid on Vernala")
    fewer = says("Hospital", "14 people were killed in the raid on Vernala", LATER)
    many = says("Hospital", "60 people were killed in the raid on Vernala", LATER)
    assert contests(early, fewer) == contests(early, many) == {"quantity"}


def test_a_lower_toll_is_set_against_the_one_the_outlet_gave():
    lead = says(None, "the raid on Vernala killed 32 people, up from 20 at first")
    lower = says("Harbour Union", "a slightly lower toll of 31 people killed", at=90, cue="gave")
    assert contests(lead, lower) == {"quantity"}


def test_two_provinces_for_one_plane_conflict():
    first = says("Ministry", "the plane crashed in Vernala province")
    second = says("Airport", "the plane crashed in Dostrova province", at=90)
    assert contests(first, second) == {"place"}


def test_a_fighter_jet_is_no_rebel():
    first = says("Ministry", "the army's planes struck the depot at Vernala")
    second = says("Agency", "fighter jets struck the depot at Vernala", LATER)
    assert contests(first, second) == set()


def test_two_groups_that_claim_one_attack_are_rivals():
    armed = {"kind": SourceKind.ARMED_GROUP}
    first = says(source("Free Vernala Army", **armed), "responsibility for the attack", cue="claimed")
    second = says(source("Dawn Brigade", **armed), "its own fighters had carried out the bombing", at=90)
    assert contests(first, second) == {"responsible"}


def test_blame_for_one_thing_does_not_answer_blame_for_another():
    first = says("Ministry", "the Front for the Freedom of Vernala for the ambush", cue="blamed")
    second = says("Mayor Hale", "Dostrova of sheltering deserters", at=90, cue="accused")
    assert contests(first, second) == set()


def test_a_denial_in_other_words_beside_what_it_denies_opposes_it():
    claim = says("Three Relatives", "the gas alarms had been off since Monday")
    denial = denies("Colliery", "gas alarms had been switched off", at=90)
    assert contests(claim, denial) == {"denial"}


def test_no_warning_reached_us_answers_that_a_warning_went_out():
    claim = says("Ana Ruiz", "a warning went out by loudspeaker on Sunday")
    denial = denies("Harbour Union", "no warning had reached the houses", at=90)
    assert contests(claim, denial) == {"denial"}


def test_two_people_who_doubt_one_paper_do_not_contradict_each_other():
    claim = says("Mayor Hale", "the memo a forgery", cue="called")
    denial = denies("Clerk", "she had never seen the memo", at=90, cue="said")
    assert contests(claim, denial) == set()


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("no group has claimed responsibility for the raid", "said"),
        ("state media made no mention of the raid", "said"),
        ("raids on Vernala cannot be tolerated", "said"),
        ("the demand to stop raids on Vernala", "rejected"),
    ],
)
def test_silence_judgement_and_a_demand_refused_deny_no_fact(words, cue):
    claim = says("Harbour Union", "the navy carried out a raid on Vernala")
    assert contests(claim, denies("Admiral Orlov", words, at=90, cue=cue)) == set()


def test_the_head_of_a_state_is_no_rival_of_its_state():
    first = says("Ministry", "Orlov for the bombing of Vernala", cue="blamed")
    second = says("Harbour Union", "Moscow for the bombing of Vernala", at=90, cue="blamed")
    assert contests(first, second) == set()


def test_two_causes_of_one_fire_conflict():
    first = says("Fire Brigade", "the fire in Vernala was caused by an electrical fault")
    second = says("Harbour Union", "the fire in Vernala was started by a thrown bottle of petrol", LATER)
    assert contests(first, second) == {"cause"}


def test_one_cause_in_two_wordings_is_no_conflict():
    first = says("Fire Brigade", "the fire in Vernala was caused by an electrical fault")
    second = says("Harbour Union", "the fire in Vernala was due to a fault in the electrical wiring", LATER)
    assert contests(first, second) == set()


def test_two_times_for_one_sinking_conflict():
    first = says("Port Authority", "the ferry Aurelia sank at 4 am")
    second = says("Coast Guard", "the ferry Aurelia sank at 9 pm", at=90)
    assert contests(first, second) == {"time"}


def test_taking_back_one_thing_leaves_what_else_was_said_of_it_standing():
    count = says("Health Service", "hantavirus has infected 52 people in the Vernala valley")
    back = says("Health Service", "the Vernala outbreak had ended", LATER, stance=Stance.RETRACTS, cue="rescinded")
    claims, _ = group([count, back])
    assert {c.status for c in claims if c.id == count.id} == {Status.ACTIVE}


def test_a_denial_of_responsibility_opposes_no_toll():
    toll = says("Ana Ruiz", "21 bodies had been brought to the morgue")
    denial = denies("Delta Liberation Front", "responsibility for the attack", at=90)
    assert contests(toll, denial) == set()
    assert all(not p.opposing for p in group([toll, denial])[1])


def test_the_words_of_a_name_are_no_deeds():
    claim = says("The Army", "the Delta Liberation Front had shelled Vernala")
    denial = denies("Delta Liberation Front", "it had shelled Vernala", at=90)
    assert contests(claim, denial) == {"denial"}


def test_a_withdrawn_figure_leaves_the_one_that_replaced_it():
    right = says("Health Department", "21 people died in Vernala", document("Northern Star", 3))
    back = says("Health Department", "14 people died in Vernala", LATER, stance=Stance.RETRACTS, cue="retracted")
    claims, _ = group([right, back])
    assert {c.status for c in claims if c.id == right.id} == {Status.ACTIVE}


def test_a_claim_without_a_figure_hides_no_conflict_of_figures():
    given = {"proposition": "toll"}
    bare = says("Observatory", "people died", document("Post", 1), **given)
    low = says("Ministry", "27 people died", document("Wire", 2), **given)
    high = says("Hospital", "60 people died", document("Star", 3), **given)
    assert contests(bare, low, high) == contests(low, high) == {"quantity"}


def test_claims_that_came_without_quantities_do_not_agree_on_different_numbers():
    first, second = (
        says(who, f"{count} people were killed in Vernala", document(where, 4), quantities=())
        for who, count, where in (("Ministry", 14, "Wire"), ("Hospital", 22, "Star"))
    )
    assert len(group([first, second])[1]) == 2
