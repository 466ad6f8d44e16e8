"""Labels of other trades: one contract for every scale, and each label of each with the case it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import isclose, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents import STRIKE, labelled, said

from provenance.assessment.assess import assess
from provenance.assessment.scales.airwars import says_combatants
from provenance.assessment.scales.icd203 import HIGHEST_FOR_ONE
from provenance.assessment.scales.table import SCALES
from provenance.cli.options import SCALES as NAMES
from provenance.labelling import with_letters
from provenance.propositions.group import group
from provenance.records.assessment import Verdict
from provenance.records.decisions import Check, ClaimKind, Decided, Ledger, Letter

COALITION, RUSSIA, REGIME = "US-led Coalition", "Russian Armed Forces", "Syrian Regime"
STEP = said("Step News", responsible=COALITION)
SOHR = said("SOHR", kind="monitor", responsible=COALITION)
PAGE = said("Local Page", responsible=COALITION)
BY = Decided("A. Ruiz", date(2026, 1, 31), "checked")

# -------------------------------------------------------------------------------------------------- the contract


def test_the_command_line_offers_the_scales_there_are() -> None:
    assert tuple(SCALES) == NAMES


CLAIMS = st.builds(
    said,
    st.sampled_from(["Step News", "SOHR", "Local Page", COALITION, "Russian Ministry of Defence", "local sources"]),
    st.sampled_from([STRIKE, "five militants were killed", "the bridge was opened"]),
    kind=st.sampled_from(["outlet", "monitor", "government", "party", "anonymous_plural", "unnamed"]),
    stance=st.sampled_from(["asserts", "acknowledges", "denies", "retracts", "open"]),
    letter=st.sampled_from("ABCDEF"),
    dead=st.sampled_from([None, 3, 9]),
    responsible=st.sampled_from([None, COALITION, RUSSIA, "Russia or the Syrian regime", "unknown"]),
)
INCIDENTS = st.lists(CLAIMS, min_size=1, max_size=5, unique_by=lambda claim: claim.id)


@pytest.mark.parametrize("name", SCALES)
@given(claims=INCIDENTS, random=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_every_scale_gives_one_of_its_labels_with_its_rule_in_any_order(name, claims, random):
    label = labelled(name, *claims)
    known = {row.label for row in SCALES[name].rows}
    assert label.scale == name
    assert label.rule
    assert label.label is None or label.label in known or set(label.label) <= known
    random.shuffle(claims)
    assert labelled(name, *claims) == label


@pytest.mark.parametrize("name", SCALES)
def test_the_rules_of_a_scale_fit_on_one_screen(name):
    scale = SCALES[name]
    lines = sum(1 + (len(row.label) + len(row.rule) + len(row.here)) // 60 for row in scale.rows)
    assert lines + 2 * len(scale.notes) + 3 <= 40
    assert scale.title
    assert scale.notes


# -------------------------------------------------------------------------------------------------------- Airwars

CONFIRMED = [
    [STEP, said(COALITION, kind="party", stance="acknowledges")],
    [STEP, said("CENTCOM", kind="government", stance="acknowledges")],
    [STEP, said("UK Ministry of Defence", kind="government", stance="acknowledges")],
    [
        said("Local Page", responsible=RUSSIA),
        said("Russian Ministry of Defence", kind="government", responsible="Russia"),
    ],
    [STEP, said("SOHR", kind="monitor", responsible=RUSSIA), said(COALITION, kind="party", stance="acknowledges")],
    [said("Amaq", kind="group_media", family="source:islamic-state", responsible="ISIS")],
]


@pytest.mark.parametrize("claims", CONFIRMED)
def test_confirmed_where_a_belligerent_accepts_responsibility(claims):
    assert labelled("airwars", *claims).label == "Confirmed"


def test_not_confirmed_where_somebody_else_acknowledges_it():
    hospital = said("Raqqa hospital", kind="body", stance="acknowledges")
    assert labelled("airwars", said("Step News", responsible=RUSSIA), hospital).label == "Fair"


def test_not_confirmed_by_who_treats_the_victims_nor_without_anybody_harmed():
    strike = said("Ministry of Health", "An air strike hit the market, killing 18 people", kind="government")
    doctor = said(
        "Salma Idris", "We received 18 bodies after the strike", kind="person", family="source:market-hospital"
    )
    assert labelled("airwars", strike, doctor).label != "Confirmed"
    runway = said("Harbour Brigades", "it had destroyed three aircraft on the ground", kind="armed_group")
    assert labelled("airwars", runway).label != "Confirmed"


def test_not_confirmed_where_the_belligerent_speaks_of_combatants_alone():
    own = said(COALITION, "a strike killed four militants", kind="party", responsible=COALITION)
    assert labelled("airwars", STEP, own).label == "Weak"


CONTESTED = [
    [STEP, said("SOHR", kind="monitor", responsible=RUSSIA)],
    [said("Step News", responsible="Russia or the Syrian regime"), PAGE],
    [STEP, said("Local Page", responsible="ground forces")],
    [STEP, SOHR, PAGE, said("X", responsible=REGIME)],
    [STEP, said(COALITION, kind="party", responsible=RUSSIA)],
]


@pytest.mark.parametrize("claims", CONTESTED)
def test_contested_where_different_parties_are_held_responsible(claims):
    assert labelled("airwars", *claims).label == "Contested"


@pytest.mark.parametrize("reports", [[STEP], [STEP, SOHR]])
def test_a_mere_denial_by_the_belligerent_changes_nothing(reports):
    denial = said(COALITION, kind="party", stance="denies")
    assert labelled("airwars", *reports, denial) == labelled("airwars", *reports)


FAIR = [
    [STEP, SOHR],
    [STEP, said("SOHR", kind="monitor", responsible="the Coalition")],
    [said("Step News", dead=3, responsible=COALITION), said("SOHR", kind="monitor", dead=9, responsible=COALITION)],
    [said("Step News"), said("SOHR", kind="monitor")],
    [said("Step News", responsible="Unknown"), said("SOHR", responsible="Unknown")],
]


@pytest.mark.parametrize("claims", FAIR)
def test_fair_where_two_credible_sources_report_it(claims):
    assert labelled("airwars", *claims).label == "Fair"


WEAK = [
    [STEP],
    [STEP, said("SOHR", kind="monitor", letter="D", responsible=COALITION)],
    [STEP, said("unnamed source", kind="unnamed")],
    [STEP, said("SOHR", kind="monitor", stance="open")],
    [said("SOHR", kind="monitor", letter="E")],
    [said("Step News"), said("Step TV", family="source:step-news")],
]


@pytest.mark.parametrize("claims", WEAK)
def test_weak_where_one_credible_source_reports_it_or_none(claims):
    assert labelled("airwars", *claims).label == "Weak"


DISCOUNTED = [
    [
        said("Step News", "five ISIS fighters were killed in a strike"),
        said("SOHR", "those killed were militants"),
        PAGE,
    ],
    [said("SOHR", "the strike killed five militants, no civilians")],
    [STEP, said("SOHR", stance="denies"), said("Local Page", stance="denies")],
]


@pytest.mark.parametrize("claims", DISCOUNTED)
def test_discounted_where_most_say_combatants_or_deny_it(claims):
    assert labelled("airwars", *claims).label == "Discounted"


def test_the_belligerent_alone_discounts_nothing():
    own = said(COALITION, "those killed were militants", kind="party", responsible=COALITION)
    assert labelled("airwars", STEP, SOHR, own).label == "Fair"


UNGRADED = [
    [said("Step News", "the bridge was opened"), said("SOHR", "the bridge was opened")],
    [said("Step News", stance="retracts")],
]


@pytest.mark.parametrize("claims", UNGRADED)
def test_not_graded_where_nobody_speaks_of_an_attack_or_nothing_stands(claims):
    label = labelled("airwars", *claims)
    assert label.label is None
    assert label.rule.startswith("not graded: no claim")


COMBATANTS = {
    "five militants were killed": True,
    "the strike killed at least five ISIS fighters": True,
    "the dead were all members of the group's fighters": True,
    "no civilians were killed": True,
    "five militants and a child were killed": False,
    "three people were killed by militants": False,
    "civilians were killed": False,
    "the fighters left the town": False,
}


@pytest.mark.parametrize(("words", "expected"), COMBATANTS.items())
def test_whose_deaths_a_claim_speaks_of(words, expected):
    assert says_combatants(said("Step News", words)) is expected


# -------------------------------------------------------------------------------------------------------- ICD 203


def checked(name, right, wrong=0, kind=ClaimKind.RESPONSIBILITY):
    source_id = f"source:{name.lower().replace(' ', '-')}"
    return tuple(Check(source_id, name, f"c{n}", kind, n < right, BY) for n in range(right + wrong))


MONITORS = [said(name, kind="monitor", responsible=COALITION) for name in ("SOHR", "Raqqa Watch", "Delta Watch")]


def test_not_judged_without_any_letter_or_checked_claim():
    label = labelled("icd203", *MONITORS)
    assert (label.label, label.rule) == (None, "not judged: no track record in claims of responsibility")


def test_not_judged_where_no_origin_is_shown():
    assert labelled("icd203", said("residents", kind="anonymous_plural")).rule == "not judged: no origin is shown"


def test_not_judged_where_everything_was_withdrawn():
    withdrawn = said("SOHR", kind="monitor", stance="retracts", letter="A")
    assert labelled("icd203", withdrawn).rule == "not judged: everything was withdrawn"


def test_letters_alone_bring_their_priors():
    label = labelled("icd203", *(said(n, kind="monitor", letter=x) for n, x in (("SOHR", "B"), ("Raqqa Watch", "C"))))
    assert label.label == "very likely"
    assert isclose(sum(term.log_odds for term in label.terms), log(4) + log(3 / 2))


def test_no_more_than_likely_where_one_origin_is_shown_and_the_terms_say_so():
    label = labelled("icd203", MONITORS[0], ledger=Ledger(checked("SOHR", right=200)))
    assert label.label == "likely"
    assert label.terms[-1].name == "held at likely, one shown origin"
    assert isclose(sum(term.log_odds for term in label.terms), HIGHEST_FOR_ONE)


def test_two_shown_origins_with_good_records_are_almost_certain():
    ledger = Ledger((*checked("SOHR", right=20), *checked("Raqqa Watch", right=20)))
    assert labelled("icd203", *MONITORS[:2], ledger=ledger).label == "almost certain"


def test_a_record_in_another_kind_of_claim_counts_for_nothing():
    ledger = Ledger(checked("SOHR", right=20, kind=ClaimKind.TERRITORY))
    assert labelled("icd203", *MONITORS[:2], ledger=ledger).label is None


def test_a_source_that_is_mostly_wrong_makes_it_unlikely():
    ledger = Ledger(checked("SOHR", right=1, wrong=5))
    assert labelled("icd203", MONITORS[0], ledger=ledger).label == "unlikely"


def test_what_shown_origins_say_against_it_is_taken_off():
    against = said("Delta Watch", kind="monitor", stance="denies", letter="A")
    label = labelled("icd203", *(said(n, kind="monitor", letter="B") for n in ("SOHR", "Raqqa Watch")), against)
    assert label.label == "likely"
    assert [term.name for term in label.terms if term.log_odds < 0] == ["against it, Delta Watch: prior of letter A"]


def test_a_spokesman_without_a_record_has_that_of_his_family():
    spokesman = said("Rami Abdulrahman", kind="person", family="source:sohr", responsible=COALITION)
    label = labelled("icd203", spokesman, ledger=Ledger(checked("SOHR", right=3)))
    assert [term.name for term in label.terms] == [
        "Rami Abdulrahman: prior of letter F",
        "Rami Abdulrahman: 3 checked, right",
    ]


# ------------------------------------------------------------------------------------------------------ Admiralty


def test_letter_and_digit_come_with_the_wording_of_the_code():
    label = labelled("admiralty", said("SOHR", kind="monitor", letter="B"))
    assert label.label == "B3"
    assert label.rule == (
        "B: usually reliable; 3: possibly true (apparently corroborated, contested, or one source of letter A to C)"
    )


def test_where_everything_was_withdrawn_the_letter_stands_alone():
    label = labelled("admiralty", said("SOHR", kind="monitor", stance="retracts", letter="B"))
    assert (label.label, label.rule) == ("B", "B: usually reliable; no digit, everything was withdrawn")


GIVEN = st.dictionaries(
    st.sampled_from(["source:step-news", "source:sohr", "source:us-led-coalition"]), st.sampled_from("ABCDEF")
)


@given(claims=INCIDENTS, letters=GIVEN)
@settings(max_examples=100, deadline=None)
def test_a_letter_changes_nothing_but_the_letter_and_the_digit_of_a_single_source(claims, letters):
    ledger = Ledger(tuple(Letter(name, name, letter, BY) for name, letter in letters.items()))
    known, (proposition,) = group(claims)
    before = assess(proposition, {claim.id: claim for claim in known})
    after = assess(proposition, {claim.id: claim for claim in with_letters(known, ledger)})
    assert replace(after, admiralty=before.admiralty) == before
    digits = {before.admiralty.digit, after.admiralty.digit}
    assert len(digits) == 1 or (digits == {3, 4} and before.verdict is Verdict.SINGLE_SOURCED)
