"""Parties held responsible: one force under many names, and different ones."""

from __future__ import annotations

import pytest

from provenance.records.source import Source, SourceKind
from provenance.sources.belligerents import belligerent, belligerent_speaking, belligerents_in
from provenance.sources.registry import load_registry

REGISTRY = load_registry()


def named(text):
    return belligerent(text, REGISTRY)


SAME = [
    ("Russian Military", "Russian Armed Forces"),
    ("Russian forces", "Russia"),
    ("Russian Ministry of Defence", "Russian Air Force"),
    ("Assad regime", "Syrian Regime Armed Forces"),
    ("IDF", "Israeli Armed Forces"),
    ("US-led Coalition", "US forces"),
    ("CENTCOM", "US-led Coalition"),
    ("Islamic State (ISIS)", "ISIS"),
    ("the Coalition", "US-led Coalition"),
    ("the regime", "Syrian Regime"),
    ("7th Brigade", "the 7th Brigade"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_party_under_two_names_does_not_compete_with_itself(one, other):
    assert named(one).is_same(named(other))
    assert named(other).is_same(named(one))
    assert not named(one).competes_with(named(other))


RIVALS = [
    ("Russian Military", "Syrian Regime"),
    ("US-led Coalition", "Turkish Armed Forces"),
    ("Libyan National Army (LNA)", "Government of National Accord Armed Forces (GNA)"),
    ("US-led Coalition", "Saudi-led Coalition"),
    ("Hamas", "Israel Defense Forces"),
    ("Syrian Democratic Forces", "Syrian government"),
    ("US-led Coalition", "ground forces"),
]


@pytest.mark.parametrize(("one", "other"), RIVALS)
def test_different_parties_compete(one, other):
    assert named(one).competes_with(named(other))
    assert named(other).competes_with(named(one))


@pytest.mark.parametrize("vague", ["warplanes", "Rebels", "the regime", "Forces"])
def test_who_is_not_named_competes_with_nobody(vague):
    assert not named(vague).competes_with(named("Russian Military"))
    assert not named("Russian Military").competes_with(named(vague))


@pytest.mark.parametrize("text", ["Unknown", "unidentified aircraft", "not known", " ", "?"])
def test_nobody_is_named_where_it_is_unknown_who(text):
    assert belligerents_in(text, REGISTRY) == ()


@pytest.mark.parametrize("text", ["Russia or the Syrian regime", "Russia / Syrian regime", "Russia, Syrian Regime"])
def test_alternatives_are_several_parties(text):
    russia, regime = belligerents_in(text, REGISTRY)
    assert russia.competes_with(regime)


def test_those_who_act_together_are_one_party():
    assert len(belligerents_in("Turkish Armed Forces and allied rebels", REGISTRY)) == 1


def test_a_source_speaks_for_its_family():
    amaq = Source("source:amaq", "Amaq", SourceKind.GROUP_MEDIA, family="source:islamic-state")
    assert belligerent_speaking(amaq, REGISTRY).is_same(named("ISIS"))
