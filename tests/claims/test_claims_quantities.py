"""The numbers of a claim become intervals with bounds and units."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.claims.quantities import find_quantities
from provenance.language.pipeline import load_pipeline
from provenance.records.claim import Quantity

MANY = None


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities([load_pipeline()(text)[:]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words, kind, min, max, unit
        ("three rebels were killed in Ain Harra on Monday", ("three rebels", "exact", 3, 3, "rebels")),
        ("at least 9 soldiers fell ill", ("at least 9 soldiers", "at_least", 9, MANY, "soldiers")),
        ("not less than 15 wells ran dry", ("not less than 15 wells", "at_least", 15, MANY, "wells")),
        ("100 or more cars burned", ("100 or more cars", "at_least", 100, MANY, "cars")),
        ("as many as 40 barns fell in", ("as many as 40 barns", "at_most", MANY, 40, "barns")),
        ("no more than ten planes took off", ("no more than ten planes", "at_most", MANY, 10, "planes")),
        ("10 boats at most came back", ("10 boats at most", "at_most", MANY, 10, "boats")),
        ("nearly 2,400 pupils stayed away", ("nearly 2,400 pupils", "approx", 2400, 2400, "pupils")),
        ("some 60 homes lost power", ("some 60 homes", "approx", 60, 60, "homes")),
        ("60-odd cyclists arrived", ("60-odd cyclists", "approx", 60, 60, "cyclists")),
        ("between four and seven divers drowned", ("between four and seven divers", "range", 4, 7, "divers")),
        ("it destroyed 10-15 trucks", ("10-15 trucks", "range", 10, 15, "trucks")),
        ("two to three million euros vanished", ("two to three million euros", "range", 2e6, 3e6, "euros")),
        ("output fell between 3% and 5%", ("between 3% and 5%", "range", 3, 5, "percent")),
        ("prices rose 8 per cent", ("8 per cent", "exact", 8, 8, "percent")),
        ("he paid $3.5 million", ("$3.5 million", "exact", 3.5e6, 3.5e6, "dollars")),
        ("he paid about CHF 20 million", ("about CHF 20 million", "approx", 2e7, 2e7, "CHF")),
        ("it cost nearly 700 million rupees", ("nearly 700 million rupees", "approx", 7e8, 7e8, "rupees")),
        ("the convoy waited for six weeks", ("six weeks", "exact", 6, 6, "weeks")),
        ("a magnitude of 5.9 was measured", ("5.9", "exact", 5.9, 5.9, "magnitude")),
        ("they gave the death toll as no fewer than 34", ("no fewer than 34", "at_least", 34, MANY, "dead")),
        ("it corrected the number of missing to 17", ("17", "exact", 17, 17, "missing")),
        ("seven were found", ("seven", "exact", 7, 7, None)),
        ("four more came later", ("four more", "exact", 4, 4, None)),
        ("another 12 were hurt", ("another 12", "exact", 12, 12, None)),
        ("eight of the wounded were sent home", ("eight", "exact", 8, 8, "wounded")),
        ("26 dead lay there", ("26 dead", "exact", 26, 26, "dead")),
        ("Scores of brick kilns collapsed", ("Scores of brick kilns", "vague", MANY, MANY, "brick kilns")),
        ("tens of thousands of sheep died", ("tens of thousands of sheep", "vague", MANY, MANY, "sheep")),
        ("several hundred farmers marched", ("several hundred farmers", "vague", MANY, MANY, "farmers")),
        ("most villagers had left", ("most villagers", "vague", MANY, MANY, "villagers")),
        ("a dozen goats were stolen", ("a dozen goats", "exact", 12, 12, "goats")),
        ("two rusty old pumps were sold", ("two rusty old pumps", "exact", 2, 2, "rusty old pumps")),
    ],
)
def test_a_number_has_its_words_bound_and_unit(text: str, expected: tuple[object, ...]) -> None:
    (found,) = quantities(text)
    assert (found.text, found.kind.value, found.min, found.max, found.unit) == expected
    assert found.span is not None
    assert found.span.of(text) == found.text


@pytest.mark.parametrize(
    "text",
    [
        "a 25-year-old driver was held",
        "the T-72 tanks of Battalion 317 left",
        "M23 fighters met in room 12",
        "the F-16 jets landed at 10.30pm",
        "the shop at 12 Baker Street opened on 5 May 2018",
        "it happened in 2018",
        "the 2015 accords were signed",
        "growth continued from 1980 to 2012",
        "no one was hurt",
        "one of its ships sank",
        "at one point they left",
        "no soldiers and no tanks were seen",
        "none came back",
        "they won 3-1",
        "the Group of Seven met",
        "women over 40 were asked",
        "the most wanted man fled",
        "he left three days ago",
        "the two had met before",
        "one in five was ill",
        "a third was sold on 2018-05-02",
    ],
)
def test_names_dates_times_ages_and_scores_are_no_quantities(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "exclusive"),
    [
        ("well over 500 letters arrived", True),
        ("fewer than ten doctors stayed", True),
        ("more than 2,100 fled", True),
        ("at least 500 letters arrived", False),
        ("not more than ten doctors stayed", False),
    ],
)
def test_more_than_leaves_the_bound_itself_out(text: str, exclusive: bool) -> None:
    (found,) = quantities(text)
    assert found.exclusive is exclusive


def test_a_figure_that_is_set_aside_gives_no_quantity() -> None:
    assert [q.text for q in quantities("44 stables, not 50, had burned")] == ["44 stables"]
    assert [q.min for q in quantities("the toll rose from 26 to 31")] == [31]


def test_each_number_of_a_list_is_found_once() -> None:
    found = quantities("The flood killed 12 people and displaced 300, while two bridges fell.")
    assert [(q.min, q.unit) for q in found] == [(12, "people"), (300, "people"), (2, "bridges")]


@pytest.mark.parametrize(
    ("text", "subsets"),
    [
        ("12 people, including three nurses and two boys, were hurt", [False, True, True]),
        ("six divers, two of whom were Danes, drowned", [False, True]),
        ("it found 40 bodies, among them nine miners", [False, True]),
        ("six divers and two sailors drowned", [False, False]),
    ],
)
def test_a_part_of_another_quantity_is_marked(text: str, subsets: list[bool]) -> None:
    assert [q.subset for q in quantities(text)] == subsets


def test_an_interrupted_content_gives_the_offsets_of_the_passage() -> None:
    text = 'Nine pilots, she went on, "had seen four drones".'
    doc = load_pipeline()(text)
    parts = [doc.char_span(0, 11), doc.char_span(27, 47)]
    found = find_quantities([part for part in parts if part is not None])
    assert [q.text for q in found] == ["Nine pilots", "four drones"]
    assert all(q.span is not None and q.span.of(text) == q.text for q in found)


PIECES = st.sampled_from(
    "at least|about|more than|up to|between|and|to|-|one|two|three hundred|1,300|4.5|million|%|$|people|of|the|dead|"
    "not|no|from|in|May|2018|5|, |including|dozens|several|over|a|dozen|or|more|whom|half|ago|years".split("|")
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=12).map(" ".join), st.text(max_size=60)))
def test_any_words_give_ordered_spans_that_hold_their_text(text: str) -> None:
    found = quantities(text)
    spans = [q.span for q in found if q.span is not None]
    assert len(spans) == len(found)
    assert [span.of(text) for span in spans] == [q.text for q in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(q.min is None or q.max is None or q.min <= q.max for q in found)
