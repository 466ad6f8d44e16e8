"""One small scenario for each relation and each reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from saying import denies, document, holding, kinds, says, source

from provenance.propositions.group import group
from provenance.records.claim import Interval, Stance, Status, Wording
from provenance.records.document import Credit, Document
from provenance.records.source import SourceKind
from provenance.records.spans import Span

LATER = document("Island Post", day=6)


def only(propositions):
    (found,) = propositions
    return found


def test_two_sources_that_say_the_same_support_one_proposition():
    first = says("Port Authority", "the ferry Aurelia sank off Cape Verna")
    second = says("Coast Guard", "the ferry Aurelia sank near Cape Verna", LATER)
    found = only(group([first, second])[1])
    assert found.supporting == (first.id, second.id)
    assert kinds(found) == {("supports", second.id, first.id, "same_words")}
    assert found.label == "the ferry Aurelia sank off Cape Verna"


def test_claims_about_different_places_are_two_propositions():
    first = says("Port Authority", "shells hit the market in Vernala")
    second = says("Port Authority", "shells hit the market in Dostrova", LATER)
    assert len(group([first, second])[1]) == 2


def test_claims_about_different_days_are_two_propositions():
    days = [Interval(date(2021, 3, d), date(2021, 3, d)) for d in (1, 3)]
    first, second = (
        says(name, "shells hit the market in Vernala", where, event_date=day)
        for name, where, day in zip(("A Group", "B Group"), (document(), LATER), days, strict=True)
    )
    assert len(group([first, second])[1]) == 2


def test_what_happened_long_ago_is_not_the_undated_event_of_today():
    old = Interval(date(2016, 8, 1), date(2016, 8, 31))
    first = says("Mayor Hale", "shells hit the market in Vernala", event_date=old)
    second = says("Harbour Union", "shells hit the market in Vernala", LATER)
    assert len(group([first, second])[1]) == 2


def test_a_denial_by_content_opposes_what_it_denies():
    claim = says("Harbour Union", "the navy fired on the trawler Aurelia")
    denial = denies("Admiral Orlov", "the navy fired on the trawler Aurelia", at=90)
    found = only(group([claim, denial])[1])
    assert (found.supporting, found.opposing) == ((claim.id,), (denial.id,))
    assert ("contradicts", denial.id, claim.id, "denial") in kinds(found)


def test_a_denial_in_another_document_opposes_it_too():
    claim = says("Harbour Union", "patrol boats rammed the trawler Aurelia")
    denial = denies("Admiral Orlov", "patrol boats rammed the trawler Aurelia", LATER)
    assert only(group([claim, denial])[1]).opposing == (denial.id,)


@pytest.mark.parametrize(
    "words", ["the allegation", "it", "any role in it", "the story as untrue", "any role in it in a letter"]
)
def test_a_denial_by_reference_rebuts_the_nearest_attributed_claim(words):
    earlier = says("Mayor Hale", "the bridge had been closed")
    claim = says("Harbour Union", "inspectors took bribes from shippers", at=50)
    denial = denies("Customs Service", words, at=120)
    found = only(holding(group([earlier, claim, denial])[1], claim))
    assert found.opposing == (denial.id,)
    assert ("rebuts", denial.id, claim.id, "denial") in kinds(found)


def test_a_denial_by_reference_prefers_the_claim_that_blames_the_denier():
    claim = says("Harbour Union", "Vostrel fighters burned the depot")
    nearer = says("Mayor Hale", "the road had been closed", at=60)
    denial = denies("Vostrel", "any role in this", at=120)
    found = only(holding(group([claim, nearer, denial])[1], claim))
    assert found.opposing == (denial.id,)


def test_a_spokesman_denies_what_the_body_he_speaks_for_is_said_to_have_done():
    claim = says("Harbour Union", "the Vostrel Front had killed nine villagers in Lomas")
    speaker = source("Ivo Brandt", SourceKind.PERSON, family="source:vostrel-front")
    denial = denies(speaker, "its fighters had killed villagers in Lomas", LATER)
    assert only(group([claim, denial])[1]).opposing == (denial.id,)


def test_a_group_and_its_media_hold_the_same_party_responsible():
    media = source("Vostrel Media", SourceKind.GROUP_MEDIA, family="source:vostrel-front")
    first = says("Vostrel Front", "its fighters had attacked a Norland patrol east of Lomas")
    second = says(media, "its fighters had attacked a Norland patrol east of Lomas", LATER)
    assert only(group([first, second])[1]).opposing == ()


def test_a_denial_by_a_spokesman_answers_who_blames_his_body():
    claim = says("Harbour Union", "the raid on Lomas was the work of Vostrel", responsible="Vostrel")
    speaker = source("Ivo Brandt", SourceKind.PERSON, family="source:vostrel")
    denial = denies(speaker, "any role in this", at=120)
    assert only(holding(group([claim, denial])[1], claim)).opposing == (denial.id,)


def test_the_alleged_origin_may_deny_having_said_it():
    claim = says("Anna Brandt", "she would leave the council", via=["Radio Nord"])
    denial = denies("Anna Brandt", "such a promise", at=60)
    found = only(holding(group([claim, denial])[1], claim))
    assert ("rebuts", denial.id, claim.id, "denial") in kinds(found)


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("having said that it burned the mill at Lomas", "denied"),
        ("claiming responsibility for the fire at the mill of Lomas", "denied"),
        ("it had never claimed the burning of the mill at Lomas", "said"),
        ("it had issued the statement that claimed the Lomas fire", "denied"),
        ("making any claim of responsibility for the burning of the mill at Lomas", "denied"),
        ("being the author of the statement claiming the fire at Lomas", "denied"),
        ("its leadership ever said that it burned down the mill at Lomas", "denied"),
    ],
)
def test_a_source_that_denies_having_said_it_disowns_the_claim(words, cue):
    claim = says("Vostrel", "it had burned down the mill at Lomas")
    denial = denies("Vostrel", words, LATER, cue=cue)
    found = only(group([claim, denial])[1])
    assert ("rebuts", denial.id, claim.id, "denial") in kinds(found)


@pytest.mark.parametrize("words", ["saying so", "having made such a statement", "it had said no such thing"])
def test_a_denial_of_such_words_disowns_the_last_ones_of_the_denier(words):
    claim = says("Vostrel", "it had burned down the mill at Lomas")
    denial = denies("Vostrel", words, at=60)
    assert ("rebuts", denial.id, claim.id, "denial") in kinds(only(group([claim, denial])[1]))


def test_who_denies_having_claimed_a_deed_does_not_deny_the_deed():
    claim = says("Mayor Hale", "Vostrel had burned down the mill at Lomas")
    denial = denies("Vostrel", "it had ever claimed the burning of the mill at Lomas", LATER)
    assert [p.opposing for p in holding(group([claim, denial])[1], claim)] == [()]


def test_who_denies_a_remark_answers_whoever_tells_of_it():
    claim = says("Mayor Hale", "Anna Brandt had made insulting remarks to the crew in Lomas")
    denial = denies("Anna Brandt", "making insulting remarks to the crew in Lomas", LATER)
    assert [p.opposing for p in holding(group([claim, denial])[1], claim)] == [(denial.id,)]


def test_a_denial_nobody_answers_to_stands_as_a_proposition_of_its_own():
    denial = denies("Harbour Union", "the strike had ended")
    found = only(group([denial])[1])
    assert (found.supporting, found.label) == ((denial.id,), "denied: the strike had ended")


def test_rival_parties_are_two_propositions_each_opposed_by_the_other():
    first = says("Village Council", "soldiers burned the village")
    second = says("State Radio", "insurgents burned the village", at=60)
    one, two = group([first, second])[1]
    assert (one.supporting, one.opposing) == ((first.id,), (second.id,))
    assert (two.supporting, two.opposing) == ((second.id,), (first.id,))
    assert ("contradicts", second.id, first.id, "responsible") in kinds(one)


def test_a_town_cannot_be_held_by_two_sides():
    first = says("Defence Ministry", "army units seized the port of Vernala")
    second = says("Vernala Radio", "the port was in rebel hands", at=60)
    one, _ = group([first, second])[1]
    assert ("contradicts", second.id, first.id, "responsible") in kinds(one)


def test_numbers_that_cannot_both_be_right_oppose_each_other():
    first = says("Health Office", "14 people were killed in Vernala")
    second = says("Harbour Union", "at least 33 people were killed in Vernala", LATER)
    found = only(holding(group([first, second])[1], first))
    assert ("contradicts", second.id, first.id, "quantity") in kinds(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("at least 12 people were killed in Vernala", "14 people were killed in Vernala"),
        ("about 60 people were killed in Vernala", "57 people were killed in Vernala"),
        ("up to 30 people were killed in Vernala", "14 people were killed in Vernala"),
    ],
)
def test_numbers_that_can_both_be_right_agree(one, other):
    claims = says("Health Office", one), says("Harbour Union", other, LATER)
    found = only(group(claims)[1])
    assert len(found.supporting) == 2


@pytest.mark.parametrize(
    "other",
    [
        "40 people were injured in Vernala",
        "9 soldiers were killed in Vernala",
        "5 of the patients in Vernala were killed",
        "4000 people were killed in Vernala",
    ],
)
def test_numbers_of_another_scope_conflict_with_nothing(other):
    first = says("Health Office", "14 people were killed in Vernala")
    second = says("Harbour Union", other, LATER)
    assert not any(p.opposing for p in group([first, second])[1])


def test_a_source_that_revises_its_figure_supersedes_the_earlier_one():
    first = says("Health Office", "12 people were killed in Vernala")
    second = says("Health Office", "19 people were killed in Vernala", LATER)
    claims, (found,) = group([first, second])
    assert [c.status for c in claims] == [Status.SUPERSEDED, Status.ACTIVE]
    assert ("updates", second.id, first.id, "same_source") in kinds(found)
    assert found.opposing == ()
    assert found.label.startswith("19")


def test_a_mouthpiece_revises_the_figure_of_its_family():
    ministry = source("Health Ministry", SourceKind.GOVERNMENT)
    agency = source("State Agency", SourceKind.STATE_MEDIA, family=ministry.id)
    first = says(ministry, "12 people were killed in Vernala")
    second = says(agency, "19 people were killed in Vernala", LATER)
    claims, _ = group([first, second])
    assert claims[0].status is Status.SUPERSEDED


def test_a_figure_given_before_is_superseded_by_the_one_told_first():
    first = says("Health Office", "19 people were killed in Vernala")
    before = says("Health Office", "the dead in Vernala at 12", at=50, cue="had put")
    claims, _ = group([first, before])
    assert [c.status for c in claims] == [Status.ACTIVE, Status.SUPERSEDED]


def test_a_figure_named_as_replaced_is_superseded_though_it_could_be_right():
    first = says("Relief League", "up to 50 houses were razed in Vernala")
    second = says("Relief League", "41 houses, not 50, were razed in Vernala", LATER)
    claims, _ = group([first, second])
    assert claims[0].status is Status.SUPERSEDED


def test_the_same_total_supports_the_total_it_means():
    first = says("Relief League", "41 houses were razed in Vernala")
    again = says("Mayor Hale", "the same figure", at=60)
    assert only(group([first, again])[1]).supporting == (first.id, again.id)


def test_a_withdrawal_retracts_the_claim_of_its_source():
    claim = says("Coast Guard", "the ferry Aurelia had sunk")
    back = says("Coast Guard", "its statement that the ferry Aurelia had sunk", LATER, stance=Stance.RETRACTS)
    claims, (found,) = group([claim, back])
    assert [c.status for c in claims] == [Status.RETRACTED, Status.ACTIVE]
    assert (found.supporting, found.open) == ((claim.id,), (back.id,))
    assert ("retracts", back.id, claim.id, "withdrawn") in kinds(found)


def test_a_withdrawal_without_a_date_takes_back_what_was_said_whichever_file_comes_first():
    for early, late in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        claim = says("Coast Guard", "the ferry Aurelia had sunk", Document(path=early, publisher="Courier"))
        back = says(
            "Coast Guard", "the ferry Aurelia had sunk", Document(path=late, publisher="Post"), stance=Stance.RETRACTS
        )
        for proposition in (None, "p"):
            claims, _ = group([replace(c, proposition=proposition) for c in (claim, back)])
            assert claims[0].status is Status.RETRACTED


@pytest.mark.parametrize("proposition", [None, "p"])
def test_what_was_said_after_a_withdrawal_stands(proposition):
    back = says("Coast Guard", "the ferry Aurelia had sunk", stance=Stance.RETRACTS)
    claim = says("Coast Guard", "the ferry Aurelia had sunk", LATER)
    claims, _ = group([replace(c, proposition=proposition) for c in (claim, back)])
    assert claims[0].status is Status.ACTIVE


@pytest.mark.parametrize("proposition", [None, "p"])
def test_a_later_reprint_of_what_was_withdrawn_revives_nothing(proposition):
    words = "the ferry Aurelia had sunk in the strait of Vernala with all of its crew and passengers on board"
    claim = says("Coast Guard", words)
    back = says("Coast Guard", "the ferry Aurelia had sunk in the strait of Vernala", LATER, stance=Stance.RETRACTS)
    reprint = says("Coast Guard", words, document("Post", 20))
    other = says("Harbour Union", words, document("Mail", 20))
    claims, _ = group([replace(c, proposition=proposition) for c in (claim, back, reprint, other)])
    assert [c.status for c in claims] == [Status.RETRACTED, Status.ACTIVE, Status.RETRACTED, Status.ACTIVE]


def test_an_outlet_withdraws_its_own_report_wherever_that_is_told():
    claim = says(None, "the mayor of Lomas fled the town", document("Island Post", day=3))
    withdrawal = says("Island Post", "the mayor of Lomas had fled", cue="withdrew", stance=Stance.RETRACTS)
    claims, found = group([claim, withdrawal])
    assert {c.id: c.status for c in claims}[claim.id] is Status.RETRACTED
    assert ("retracts", withdrawal.id, claim.id, "withdrawn") in kinds(only(found))


def test_a_withdrawal_retracts_the_claim_of_its_source_where_their_proposition_is_given():
    claim = says("Coast Guard", "the ferry Aurelia had sunk", proposition="ferry")
    back = says("Coast Guard", "its statement", LATER, stance=Stance.RETRACTS, proposition="ferry")
    claims, (found,) = group([claim, back])
    assert [c.status for c in claims] == [Status.RETRACTED, Status.ACTIVE]
    assert kinds(found) == {("retracts", back.id, claim.id, "withdrawn")}


def test_a_short_form_of_a_name_withdraws_and_revises_what_the_full_name_said():
    claim = says("Anna Brandt", "the ferry Aurelia had sunk")
    first = says("Vernala Relief League", "12 people were killed in Vernala", at=60)
    back = says("Brandt", "the ferry Aurelia had sunk", LATER, stance=Stance.RETRACTS)
    second = says("VRL", "19 people were killed in Vernala", LATER, at=60)
    claims, propositions = group([claim, first, back, second])
    assert [c.status for c in claims[:2]] == [Status.RETRACTED, Status.SUPERSEDED]
    assert not any(p.opposing for p in propositions)


def test_a_withdrawal_whose_claim_was_not_read_stands_for_it():
    back = says(None, "the ferry had been sold", stance=Stance.RETRACTS)
    claims, (found,) = group([back])
    assert (found.supporting, claims[0].status) == ((back.id,), Status.RETRACTED)


def test_a_claim_that_takes_no_side_contests_nothing():
    claim = says("Harbour Union", "the ferry Aurelia struck a mine")
    unsure = says("Coast Guard", "the ferry Aurelia struck a mine", at=60, stance=Stance.OPEN)
    found = only(group([claim, unsure])[1])
    assert (found.supporting, found.opposing, found.open) == ((claim.id,), (), (unsure.id,))


def test_near_copies_are_relayed_from_the_earlier_document():
    words = "dozens of wooden houses collapsed along the river when the dam gave way"
    first, second = says("witnesses", words), says("witnesses", words, LATER)
    found = only(group([second, first])[1])
    assert ("relays", second.id, first.id, "near_copy") in kinds(found)


def test_a_stated_reprint_is_a_relay():
    first = says("Port Authority", "the ferry Aurelia sank off Cape Verna")
    copy = document("Island Post", day=6, derived_from="Harbour Courier")
    second = says("Port Authority", "the ferry Aurelia sank near Cape Verna", copy)
    assert ("relays", second.id, first.id, "stated") in kinds(only(group([first, second])[1]))


def test_a_credit_line_makes_a_relay():
    first = says("Port Authority", "the ferry Aurelia sank off Cape Verna")
    copy = document("Island Post", day=6, credits=(Credit("Harbour Courier", (0, 15)),))
    second = says("Port Authority", "the ferry Aurelia sank near Cape Verna", copy)
    assert ("relays", second.id, first.id, "stated") in kinds(only(group([first, second])[1]))


def test_a_retort_rebuts_what_it_answers():
    claim = says("Anna Brandt", "dealers sold forged stamps")
    reply = says("Harbour Office", "these stamps are authentic", at=60, cue="countered")
    found = only(holding(group([claim, reply])[1], claim))
    assert ("rebuts", reply.id, claim.id, "denial") in kinds(found)


def test_a_numbered_claim_supports_the_claim_without_a_number_and_not_the_reverse():
    plain = says("Harbour Union", "passengers were abducted near Vernala")
    counted = says("Relief League", "23 passengers were abducted near Vernala", LATER)
    one, two = group([plain, counted])[1]
    assert (one.supporting, two.supporting) == ((plain.id, counted.id), (counted.id,))


def test_given_propositions_group_by_their_string_alone():
    first = says("Harbour Union", "the pier fell", proposition="p")
    second = says("Mayor Hale", "something else altogether", LATER, proposition="p")
    third = says("Coast Guard", "the pier fell", at=40)
    denial = denies("Port Authority", "no such thing", at=80, proposition="p")
    given = only(holding(group([first, second, third, denial])[1], first))
    assert (given.supporting, given.opposing) == ((first.id, second.id), (denial.id,))


def test_given_parties_and_numbers_conflict_within_a_given_proposition():
    first = says("Harbour Union", "a raid", proposition="p", responsible="Vostrel")
    second = says("Mayor Hale", "a raid", at=9, proposition="p", responsible="Kestren")
    third = says("Health Office", "14 dead", at=20, proposition="q")
    fourth = says("Coast Guard", "33 dead", at=40, proposition="q")
    one, two = group([first, second, third, fourth])[1]
    assert ("contradicts", second.id, first.id, "responsible") in kinds(one)
    assert ("contradicts", fourth.id, third.id, "quantity") in kinds(two)


def test_the_id_stays_when_a_later_claim_joins():
    first = says("Port Authority", "the ferry Aurelia sank off Cape Verna")
    second = says("Coast Guard", "the ferry Aurelia sank near Cape Verna", LATER)
    assert only(group([first])[1]).id == only(group([first, second])[1]).id


@pytest.mark.parametrize("words", ["it", "the attack", "the ferry attack", "that"])
def test_words_that_only_point_are_no_label_where_others_say_more(words):
    first = says("Port Authority", words, proposition="p")
    second = says("Coast Guard", "gunmen attacked the ferry Aurelia off Cape Verna", LATER, proposition="p")
    third = says("Mayor Hale", "gunmen attacked a ferry", LATER, at=80, proposition="p")
    assert only(group([first, second, third])[1]).label == "gunmen attacked the ferry Aurelia off Cape Verna"
    assert only(group([first])[1]).label == words


def test_a_long_label_is_cut_at_a_word():
    claim = says("Port Authority", "the ferry Aurelia sank " + "and the crew waited " * 12)
    label = only(group([claim])[1]).label
    assert len(label) <= 120
    assert label.endswith("…")


def test_a_place_that_only_tells_where_another_lies_ties_no_claim_to_it():
    here = says("Relief League", "35 people were killed when a drone hit the market in Vernala")
    there = says(
        "Water Board", "a drone hit a depot in Lomas, some 90 kilometres west of Vernala, killing 14 people", LATER
    )
    assert len(group([here, there])[1]) == 2


@pytest.mark.parametrize("words", ["That is a lie", "This was untrue", "It is nonsense"])
def test_a_pronoun_and_a_judgement_point_at_what_was_said_before(words):
    claim = says("Relief League", "soldiers had sealed off the district of Vernala")
    found = only(group([claim, denies("Mayor Hale", words, at=60)])[1])
    assert len(found.opposing) == 1


def test_the_toll_of_victims_counts_the_dead():
    first = says("Nurses' Union", "12 deaths in the district of Vernala")
    again = says("Health Board", "its toll of plague victims in Vernala to 12", LATER)
    assert len(only(group([first, again])[1]).supporting) == 2


def test_how_many_came_is_one_question_whatever_the_crowd_is_called():
    few = says("Interior Board", "1500 people had marched to the square in Vernala")
    many = says("Harbour Union", "a turnout of 6000 people in Vernala", at=60)
    assert any(p.opposing for p in group([few, many])[1])


def test_what_was_published_before_an_event_is_not_about_it():
    early = says("Relief League", "a lower count of 27 dead", document("Post", 4, "Market in Vernala"))
    when = Interval(date(2021, 3, 5), date(2021, 3, 5))
    late = says("Water Board", "a drone hit the depot near Vernala, killing 14 people", LATER, event_date=when)
    assert not any(p.opposing for p in group([early, late])[1])


def test_bodies_that_somebody_saw_are_no_count_of_all():
    toll = says("Relief League", "27 people were killed in the raid on Vernala")
    seen = says("a trader", "he had helped carry 11 bodies after the raid on Vernala", at=70)
    assert not any(p.opposing for p in group([toll, seen])[1])


def test_a_bare_denial_is_of_all_that_a_source_says_in_the_sentence_before():
    sentence = Span(0, 200)
    hit = says("Rights Watch", "a boy had been hit by a canister in Vernala", sentence=sentence)
    blame = says("Rights Watch", "the guard for it", at=80, cue="blamed", sentence=sentence)
    found = group([hit, blame, denies("Mayor Hale", "That is a lie", at=210)])[1]
    assert [len(p.opposing) for p in found] == [1, 1]


def test_a_figure_that_replaces_another_joins_those_who_give_it_too():
    first = says("Health Board", "7 people had died of the fever in Vernala")
    rival = says("Nurses' Union", "12 people had died of the fever in Vernala", at=70)
    later = says("Health Board", "12 people had died of the fever in Vernala", LATER)
    (found,) = group([first, rival, later])[1]
    assert len(found.supporting) == 3
    assert not found.opposing


def test_a_blame_for_the_attack_is_the_deed_told_by_another():
    blame = says("Lawyers' Watch", "the army for the attack", cue="blamed")
    deed = says("Harbour Union", "the army had shelled it", at=60)
    deny = denies("Colonel Hale", "the armed forces had shelled it", at=120)
    found = only(group([blame, deed, deny])[1])
    assert (len(found.supporting), len(found.opposing)) == (2, 1)


def test_an_outlet_that_retracts_its_report_withdraws_nobodys_denial():
    claim = says(None, "the ferry Aurelia was overloaded", document("Courier", 3))
    deny = denies("Seld Lines", "the ferry Aurelia was overloaded", document("Courier", 3), at=60)
    back = says("Courier", "the ferry Aurelia was overloaded", LATER, cue="retracted", stance=Stance.RETRACTS)
    claims, _ = group([claim, deny, back])
    assert [c.status for c in claims] == [Status.RETRACTED, Status.ACTIVE, Status.ACTIVE]


def test_the_denial_of_the_very_words_by_the_accused_opposes_them():
    claim = says("the transport minister", "police had arrested the captain of the Aurelia")
    deny = denies("Police", "they had arrested the captain of the Aurelia", LATER)
    assert len(only(group([claim, deny])[1]).opposing) == 1


@pytest.mark.parametrize("ids", [("claim:1", "claim:2"), ("claim:2", "claim:1")])
def test_a_withdrawal_without_a_place_in_its_document_takes_back_whatever_the_ids(ids):
    where = Document(path="a.txt", publisher="Post", published=date(2021, 3, 4))
    bare = Wording("the ferry Aurelia had sunk")
    claim = replace(says("Coast Guard", bare.text, where), content=bare, given_id=ids[0])
    back = replace(claim, stance=Stance.RETRACTS, given_id=ids[1])
    for proposition in (None, "p"):
        claims, _ = group([replace(c, proposition=proposition) for c in (claim, back)])
        assert claims[0].status is Status.RETRACTED
