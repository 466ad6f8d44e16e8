"""The place named for what is claimed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.claims.places import place_of
from provenance.language.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("three rebels were killed in Ain Harra on Monday", "Ain Harra"),
        ("Shells fell in the village of Wadi Nur, in Hama province.", "Wadi Nur"),
        ("A ferry sank near Dar es Salaam on Friday.", "Dar es Salaam"),
        ("The mine exploded 10 km east of Raqqa.", "Raqqa"),
        ("Air strikes on Wadi Nur killed six.", "Wadi Nur"),
        ("He was buried in northern Syria.", "northern Syria"),
        ("They were held in the Turkish city of Gaziantep.", "Gaziantep"),
        ("The strike hit a clinic in Idlib province.", "Idlib"),
        ("The rebels took the town of Wadi Nur.", "Wadi Nur"),
        ("Mortars sank a boat off Socotra Island.", "Socotra Island"),
        ("Six men who had trained in Basra were shot in Homs.", "Homs"),
        ("He was held in the US.", "US"),
        ("They met at the Ministry of Defence.", None),
        ("Sanctions on Iran were lifted.", None),
        ("The mayor of Homs fled.", None),
        ("He works at NATO.", None),
        ("He put it on Twitter.", None),
        ("Prices fell in March.", None),
        ("Nobody was hurt.", None),
        ("The envoy said in Geneva that the pact had failed.", None),
    ],
)
def test_the_place_of_the_main_predicate(text: str, place: str | None) -> None:
    assert place_of([load_pipeline()(text)[:]]) == place


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=60), st.text("inatof ABc-'’,.", max_size=60)))
def test_a_place_stands_in_the_words_of_the_text(text: str) -> None:
    place = place_of([load_pipeline()(text)[:]])
    assert place is None or place in " ".join(text.split())
