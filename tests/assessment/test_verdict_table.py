"""One small case for each row of the verdict table, each mark and each flag."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from provenance.assessment.assess import assess
from provenance.assessment.verdicts import ROWS
from provenance.assessment.verify import problems_of_proposition
from provenance.exports.report_json import proposition_object
from provenance.records.assessment import Verdict
from provenance.records.claim import Claim, Hedging, Manner, Stance, Status, Wording
from provenance.records.document import Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.source import Credited, Reliability, Source, SourceKind

SOHR = Source("source:sohr", "Syrian Observatory for Human Rights", SourceKind.MONITOR)
UN = Source("source:un", "United Nations", SourceKind.BODY)
ARMY = Source("source:army", "Northern Army", SourceKind.ARMED_GROUP, side="north")
GOVERNMENT = Source("source:government", "Southern Government", SourceKind.GOVERNMENT, side="south")
STATE_TV = Source("source:state-tv", "South TV", SourceKind.STATE_MEDIA, family=GOVERNMENT.id)
REUTERS = Source("source:reuters", "Reuters", SourceKind.OUTLET)
LOCALS = Source("source:local-sources", "local sources", SourceKind.ANONYMOUS_PLURAL)
MEDICS = Source("source:medics", "two medics", SourceKind.ANONYMOUS_PLURAL)
SOMEBODY = Source("source:unnamed", "unnamed", SourceKind.UNNAMED)


def said(outlet, *chain, day=7, **fields):
    """A claim of a document of that outlet; without a chain it is the outlet's own voice."""
    document = Document(path=f"{outlet}.txt", publisher=outlet, published=date(2020, 8, day))
    voice = Source(f"source:voice-of-{outlet.lower()}", outlet, SourceKind.PUBLISHER)
    manner = {} if chain else {"manner": Manner.VOICE}
    return Claim(document, Credited(chain[0] if chain else voice), Wording("so"), tuple(chain), **manner, **fields)


def about(*supporting, against=(), relations=(), as_of=None):
    """The assessment of a proposition with these claims; its proofs are checked on the way."""
    claims = {claim.id: claim for claim in (*supporting, *against)}
    ids = [tuple(claim.id for claim in side) for side in (supporting, against)]
    assessment = assess(Proposition("prop:1", "so", *ids, relations=tuple(relations)), claims, as_of=as_of)
    assert problems_of_proposition(proposition_object(assessment)) == []
    return assessment


def relation(kind, a, b, because):
    return Relation(kind, a.id, b.id, because)


def test_retracted_when_every_supporting_claim_was_withdrawn():
    found = about(said("A", SOHR, status=Status.RETRACTED))
    assert found.verdict is Verdict.RETRACTED
    assert (found.support.reports, found.admiralty.digit) == (0, None)
    assert found.why == "Withdrawn by the Syrian Observatory for Human Rights; nobody is left who says so."


def test_retracted_when_only_a_withdrawal_was_read():
    found = about(said("A", UN, stance=Stance.RETRACTS, status=Status.RETRACTED))
    assert found.verdict is Verdict.RETRACTED
    assert found.why == "Only a withdrawal was read, by the United Nations; the claim itself was not."


def test_contested_when_an_origin_of_another_family_denies():
    denial = said("B", GOVERNMENT, stance=Stance.DENIES)
    claim = said("A", SOHR)
    found = about(claim, against=[denial], relations=[relation(RelationKind.CONTRADICTS, denial, claim, Reason.DENIAL)])
    assert found.verdict is Verdict.CONTESTED
    assert found.opposition.origins == (GOVERNMENT.id,)
    assert found.why == (
        "For it: the Syrian Observatory for Human Rights (one report); denied by: the Southern Government (one report)."
    )
    assert found.would_change == "If the Southern Government withdrew, it would be single-sourced."


def test_contested_by_another_number_says_so():
    for_it, against = said("A", SOHR), said("B", UN)
    differ = relation(RelationKind.CONTRADICTS, against, for_it, Reason.QUANTITY)
    found = about(for_it, against=[against], relations=[differ])
    assert found.verdict is Verdict.CONTESTED
    assert found.why.endswith("against it: the United Nations (one report). They differ on the number.")


def test_not_contested_by_a_mouthpiece_of_the_same_family():
    found = about(said("A", GOVERNMENT), against=[said("B", STATE_TV)])
    assert found.verdict is Verdict.SINGLE_SOURCED


def test_contested_when_the_alleged_origin_denies_having_said_it_and_the_relay_answers():
    denial = said("B", UN, stance=Stance.DENIES)
    claim = said("A", SOHR, UN)
    found = about(claim, against=[denial], relations=[relation(RelationKind.REBUTS, denial, claim, Reason.DENIAL)])
    assert found.verdict is Verdict.CONTESTED
    assert (found.support.origins, found.support.shown) == ((SOHR.id,), ())


def test_corroborated_by_two_shown_origins_of_different_families():
    found = about(said("A", SOHR), said("B", UN))
    assert (found.verdict, found.support.floor, found.admiralty.digit) == (Verdict.CORROBORATED, 2, 2)
    assert found.flags == ()
    assert found.why == (
        "Two reports, two shown origins: the Syrian Observatory for Human Rights and the United Nations."
    )


def test_corroborated_across_sides():
    found = about(said("A", ARMY), said("B", GOVERNMENT))
    assert found.verdict is Verdict.CORROBORATED
    assert found.flags == ("party", "across-sides")
    assert found.admiralty.digit == 1


def test_an_admission_counts_as_across_sides_where_it_corroborates():
    found = about(said("A", SOHR), said("B", ARMY, stance=Stance.ACKNOWLEDGES))
    assert (found.support.floor_by_side, found.flags) == (1, ("party", "across-sides", "admission"))


def test_an_admission_alone_is_single_sourced_with_the_best_digit():
    found = about(said("B", ARMY, stance=Stance.ACKNOWLEDGES))
    assert (found.verdict, found.admiralty.digit) == (Verdict.SINGLE_SOURCED, 1)


def test_a_family_corroborates_itself_never():
    found = about(said("A", GOVERNMENT), said("B", STATE_TV))
    assert (found.verdict, found.support.roots, found.support.floor) == (Verdict.SINGLE_SOURCED, 1, 1)
    assert found.support.shown == (GOVERNMENT.id,)


def test_two_mouthpieces_of_a_family_that_is_not_there_are_one_origin():
    found = about(said("A", STATE_TV), said("B", replace(STATE_TV, id="source:radio", name="South Radio")))
    assert (found.support.roots, found.support.kappa, found.support.shown) == (1, 1, (GOVERNMENT.id,))
    assert found.verdict is Verdict.SINGLE_SOURCED


@pytest.mark.parametrize("claims", [[said("A")], [said("A"), said("B")], [said("A", SOMEBODY)]])
def test_unattributed_when_every_origin_is_a_voice_or_unnamed(claims):
    found = about(*claims)
    assert (found.verdict, found.admiralty.digit) == (Verdict.UNATTRIBUTED, 6)


def test_a_voice_with_evidence_of_its_own_is_not_unattributed():
    found = about(said("A", own_evidence=True))
    assert (found.verdict, found.support.shown) == (Verdict.SINGLE_SOURCED, ("outlet:a",))


def test_single_sourced_however_many_outlets():
    found = about(said("A", SOHR), said("B", REUTERS, SOHR), said("C", SOHR), said("C"))
    assert (found.verdict, found.support.reports, found.support.roots) == (Verdict.SINGLE_SOURCED, 4, 1)
    assert found.support.choke == (SOHR.id,)
    assert found.why == (
        "Four reports, all of them from the Syrian Observatory for Human Rights; cutting it leaves none."
    )
    assert found.would_change == (
        "A second origin that does not reach you through the Syrian Observatory for Human Rights would make it"
        " corroborated."
    )


def test_apparently_corroborated_when_no_two_origins_are_shown():
    found = about(said("A", SOHR), said("B", LOCALS))
    assert (found.verdict, found.support.roots, found.support.floor) == (Verdict.APPARENTLY_CORROBORATED, 2, 1)
    assert found.admiralty.digit == 3
    assert found.why == (
        "Two reports, two origins: “local sources” and the Syrian Observatory for Human Rights."
        " But only the Syrian Observatory for Human Rights is shown to speak for itself."
    )


def test_the_outlets_that_were_read_say_so_and_not_the_one_they_reprint():
    outlets = [
        Source(f"source:voice@{name}", name, SourceKind.PUBLISHER, family=f"source:{name}") for name in ("A", "B")
    ]
    voices = [said(outlet.name, outlet, manner=Manner.VOICE) for outlet in outlets]
    reprints = [replace(c, document=replace(c.document, derived_from="Wire"), chain=()) for c in voices]
    found = about(*reprints)
    assert found.why == "A and B say so without crediting anybody, having it from Wire (two reports)."


def test_a_proposition_that_nobody_puts_forward_is_unattributed():
    found = about(against=[said("A", UN, stance=Stance.DENIES)])
    assert (found.verdict, found.support.kappa, found.opposition.kappa) == (Verdict.UNATTRIBUTED, 0, 1)
    assert found.why == "Nobody read here puts it forward."


def test_the_rule_is_that_of_the_row_and_rows_cover_every_verdict():
    found = about(said("A", SOHR))
    assert found.rule in {row.rule for row in ROWS if row.verdict is found.verdict}
    assert {row.verdict for row in ROWS} == set(Verdict)


@pytest.mark.parametrize(("letter", "digit"), [("A", 3), ("C", 3), ("D", 4), ("F", 4)])
def test_the_digit_of_a_single_source_follows_its_letter(letter, digit):
    found = about(said("A", replace(UN, reliability=Reliability(letter))))
    assert (found.admiralty.letter, found.admiralty.digit) == (letter, digit)


def test_the_letter_is_the_best_of_the_supporting_origins():
    claims = (
        said("A", replace(UN, reliability=Reliability("D"))),
        said("B", replace(SOHR, reliability=Reliability("B"))),
    )
    assert about(*claims).admiralty.letter == "B"


def test_digit_5_when_more_origins_are_shown_against_it():
    assert about(said("A", LOCALS), against=[said("B", SOHR), said("C", UN)]).admiralty.digit == 5
    assert about(said("A", LOCALS), against=[said("B", SOHR)]).admiralty.digit == 3


def test_digit_5_when_only_parties_support_it_against_a_named_origin():
    assert about(said("A", ARMY), against=[said("B", UN)]).admiralty.digit == 5
    assert about(said("A", ARMY), against=[said("B", LOCALS)]).admiralty.digit == 3


def test_one_relay_flags_several_origins_that_pass_through_it():
    found = about(said("A", REUTERS, SOHR), said("B", REUTERS, UN))
    assert (found.verdict, found.flags) == (Verdict.CORROBORATED, ("one-relay",))
    assert found.support.cut == (REUTERS.id,)
    assert found.why.endswith("All of it reaches you through Reuters.")


def test_one_sided_party_and_hedged_flags():
    found = about(said("A", ARMY, hedging=Hedging.ALLEGED))
    assert found.flags == ("one-sided", "hedged", "party")
    assert "hedged" not in about(said("A", ARMY, hedging=Hedging.ALLEGED), said("B", ARMY)).flags


def test_loop_flag_and_circular_reporting_as_one_origin():
    alpha, beta = (Source(f"source:{n}", f"Radio {n}", SourceKind.OUTLET) for n in ("Alpha", "Beta"))
    found = about(said("Radio Alpha", beta), said("Radio Beta", alpha))
    assert found.verdict is Verdict.SINGLE_SOURCED
    assert found.flags == ("loop",)
    assert found.support.loops == ((alpha.id, beta.id),)
    assert found.why == "Two reports that lead in a circle, Radio Alpha and Radio Beta having it from each other."


def test_divergent_when_supporting_claims_contradict_each_other():
    claims = said("A", SOHR), said("B", UN)
    found = about(*claims, relations=[relation(RelationKind.CONTRADICTS, *claims, Reason.PLACE)])
    assert found.flags == ("divergent",)


def test_a_step_to_what_appeared_later_is_dropped_and_flagged():
    later = said("B", UN, day=9)
    original = later.document.path
    first = said("A", SOHR, day=7)
    first = replace(first, document=replace(first.document, derived_from=original))
    found = about(first, later)
    assert found.flags == ("forward",)
    assert all(edge.giver != "outlet:b" for edge in found.support.edges if edge.holder == "outlet:a")
    second = said("C", SOHR, day=11)
    second = replace(second, document=replace(second.document, derived_from=original))
    assert "forward" not in about(second, later).flags


def test_what_was_published_later_is_not_counted():
    claims = said("A", SOHR, day=7), said("B", UN, day=9)
    assert about(*claims, as_of=date(2020, 8, 8)).verdict is Verdict.SINGLE_SOURCED
    assert about(*claims, as_of=date(2020, 8, 9)).verdict is Verdict.CORROBORATED
    assert about(*claims, as_of=date(2020, 8, 1)).verdict is Verdict.UNATTRIBUTED


def test_a_withdrawal_published_later_has_not_happened_yet():
    claim = said("A", SOHR, status=Status.RETRACTED)
    withdrawal = said("B", SOHR, day=9, stance=Stance.RETRACTS, status=Status.RETRACTED)
    relations = [relation(RelationKind.RETRACTS, withdrawal, claim, Reason.WITHDRAWN)]
    both = claim, withdrawal
    assert about(*both, relations=relations, as_of=date(2020, 8, 8)).verdict is Verdict.SINGLE_SOURCED
    assert about(*both, relations=relations, as_of=date(2020, 8, 9)).verdict is Verdict.RETRACTED
    assert about(*both, relations=relations).verdict is Verdict.RETRACTED


def test_open_claims_count_on_neither_side():
    found = about(said("A", SOHR), said("B", UN, stance=Stance.OPEN), against=[said("C", ARMY, stance=Stance.OPEN)])
    assert (found.verdict, found.support.reports, found.opposition) == (Verdict.SINGLE_SOURCED, 1, None)


@pytest.mark.parametrize("claims", [(said("A", SOHR), said("B", MEDICS)), (said("A"),), (said("A", LOCALS),)])
def test_what_would_change_it_does(claims):
    """The sentence says that so many named origins would make it corroborated."""
    needed = {"Two": 2, "One": 1, "A": 1}[about(*claims).would_change.split()[0]]
    fresh = [said(f"New {n}", Source(f"source:new-{n}", f"Body {n}", SourceKind.BODY)) for n in range(needed)]
    assert about(*claims, *fresh).verdict is Verdict.CORROBORATED
    assert about(*claims, *fresh[1:]).verdict is not Verdict.CORROBORATED
