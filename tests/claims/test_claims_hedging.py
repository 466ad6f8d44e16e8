"""How far the wording holds back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.claims.hedging import hedging_of, is_disclaimer
from provenance.language.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        (None, "There are unconfirmed reports of clashes.", "unconfirmed"),
        ("say", "The blast, which could not be independently verified, killed six.", "unconfirmed"),
        (None, "The seller has allegedly kept the money.", "alleged"),
        ("allege", "The guards sold the keys.", "alleged"),
        ("say", "He allegedly may go.", "alleged"),
        (None, "The army reportedly shelled the ford.", "reported"),
        (None, "It is rumoured that the bank will close.", "reported"),
        (None, "He is said to have fled.", "reported"),
        (None, "There are rumours that he fled.", "reported"),
        ("say", "The crew may have drowned.", "possible"),
        ("say", "The strike might end soon.", "possible"),
        ("say", "Up to 90 cows could starve.", "possible"),
        ("say", "The bank will probably fail.", "possible"),
        ("say", "The talks are likely to fail.", "possible"),
        (None, "The film appears to show a sunken barge.", "possible"),
        (None, "The general is believed to have fled.", "possible"),
        (None, "It is possible that the dam will burst.", "possible"),
        ("fear", "The crew drowned.", "possible"),
        ("expect", "The number will climb.", "possible"),
        ("say", "The crew drowned.", "none"),
        ("claim", "The crew drowned.", "none"),
        ("say", "Divers could not find the boat.", "none"),
        ("say", "The men, who may be smugglers, were freed.", "none"),
        ("say", "The likely cause was a spark.", "none"),
        ("say", "The mine can close.", "none"),
        ("say", "The army was accused of theft.", "none"),
    ],
)
def test_only_what_governs_the_main_predicate_hedges(cue: str | None, text: str, expected: str) -> None:
    assert hedging_of(cue, [load_pipeline()(text)[:]]).value == expected


@pytest.mark.parametrize(
    ("before", "content", "cue", "expected"),
    [
        ("It is rumoured that", "the bank closed", None, "reported"),
        ("The film appears to show", "a sunken barge", "show", "possible"),
        ("Officials neither confirmed nor denied that", "a nurse was ill", "confirm", "unconfirmed"),
        ("Villagers said that", "the bank closed", "say", "none"),
    ],
)
def test_the_words_that_govern_the_content_are_looked_at(
    before: str, content: str, cue: str | None, expected: str
) -> None:
    doc = load_pipeline()(f"{before} {content}.")
    span = doc.char_span(len(before) + 1, len(before) + 1 + len(content))
    assert span is not None
    assert hedging_of(cue, [span]).value == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The paper was unable to verify the film.", True),
        ("The account could not be independently verified.", True),
        ("It was not immediately possible to verify the account.", True),
        ("There was no independent confirmation of the raid.", True),
        ("If confirmed, it would be the worst flood in years.", True),
        ("If this report is confirmed, the pact is over.", True),
        ("It has yet to be confirmed.", True),
        ("The accounts remain unverified.", True),
        ("The ministry did not confirm the report.", False),
        ("The ministry confirmed the report.", False),
        ("The ministry denied the report.", False),
        ("Divers could not find the boat.", False),
        ("Guards check the papers at the gate.", False),
    ],
)
def test_a_disclaimer_says_that_nothing_could_be_checked(text: str, expected: bool) -> None:
    assert is_disclaimer(load_pipeline()(text)[:]) is expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from([None, "say", "allege", ""]))
def test_any_text_is_judged_without_an_error(text: str, cue: str | None) -> None:
    doc = load_pipeline()(text)
    first = hedging_of(cue, [doc[:]])
    assert first is hedging_of(cue, [doc[:]])
    assert is_disclaimer(doc[:]) in {True, False}
