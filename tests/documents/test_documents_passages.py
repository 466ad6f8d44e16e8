"""Passages: the prose of a document, cut as one reader would read it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.documents.passages import passages
from provenance.documents.read import completed
from provenance.records.document import Document
from provenance.records.spans import Span


def cut(text, *boilerplate):
    return [passage.text for passage in passages(Document(text, boilerplate=boilerplate))]


LONG = "The ministry said on Monday that the harbour would be closed for three weeks after the storm."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour was\nclosed on Sunday.", ["The harbour was closed on Sunday."]),
        ("The harbour was\r\nclosed  on\tSunday.\r\n", ["The harbour was closed on Sunday."]),
        ("The harbour\xa0 was closed.", ["The harbour was closed."]),
        ("One is here.\n\nTwo is here.", ["One is here.", "Two is here."]),
        (f"{LONG[:64]}\n{LONG[65:]}\n{LONG[:64]}\n{LONG[65:]}", [LONG, LONG]),
        ("The office said several Danish\n\nsailors left.", ["The office said several Danish sailors left."]),
        ("The office in the old town said the\n\nCity left.", ["The office in the old town said the City left."]),
        ("Clashes in the south\n\nal-Amin left town.", ["Clashes in the south", "al-Amin left town."]),
        ("Background\n\nThe harbour is old.", ["Background", "The harbour is old."]),
        ("Two mili-\ntary ships left.", ["Two military ships left."]),
        ("Some Danish-\nbacked ships left.", ["Some Danish-backed ships left."]),
        ("A 22-\nyear-old left.", ["A 22-year-old left."]),
        ("A short-range gun; a short-\nrange one.", ["A short-range gun; a short-range one."]),
        ("“We left,” he said. ‘No’, said Anna’s boss.", ["\"We left,\" he said. 'No', said Anna's boss."]),
        ("«We left», he wrote in „Bild“.", ['"We left", he wrote in "Bild".']),
        ("The har\u00adbour\u200b was\ufeff closed.", ["The harbour was closed."]),
        ("They said:\n\n- one ship left\n- two ships stayed\n", ["They said:", "one ship left", "two ships stayed"]),
        ("They said:\n1. One ship left.\n2. Two stayed.", ["They said:", "1. One ship left.", "2. Two stayed."]),
        ("## The *harbour*\n\nThe **town** closed [it](https://a.org).", ["The harbour", "The town closed it."]),
        ("> The port is closed,\n> she said.", ["The port is closed, she said."]),
        ("***\n\nThe port.", ["The port."]),
        (f"Storm\n{LONG}\n", ["Storm", LONG]),
        ("", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_as_it_is_read(text, expected):
    assert cut(text) == expected


def test_boilerplate_is_left_out_and_a_sentence_goes_on_after_it():
    text = "The office said that several\n\nhttps://example.org/a.mp4\n\nsailors were hurt."
    link = Span(text.index("http"), text.index(".mp4") + 4)
    assert cut(text, link) == ["The office said that several sailors were hurt."]


def test_what_stands_beside_boilerplate_on_its_line_is_read():
    text = "ACCRA (Reuters) - The port was closed. (Photo: A) It is old."
    assert cut(text, Span(0, 18), Span(39, 49)) == ["The port was closed.", "It is old."]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (f"Background\n\n{LONG}", ["Background"]),
        (f"## What is known?\n\n{LONG}", []),
        (f"{LONG}\n\nThe harbour", []),
        (f"- one ship\n\n{LONG}", []),
        (f"he left the town\n\n{LONG}", []),
        (f"Now, he said,\n\n{LONG}", []),
    ],
)
def test_a_heading_is_short_alone_and_above_something(text, headings):
    assert [passage.text for passage in passages(Document(text)) if passage.is_heading] == headings


def test_a_span_gives_the_words_in_the_document():
    text = "The  “har-\nbour” was\nclosed."
    (passage,) = passages(Document(text))
    assert passage.text == 'The "harbour" was closed.'
    start = passage.text.index("harbour")
    assert passage.span(start, start + 7).of(text) == "har-\nbour"
    assert passage.span(0, len(passage.text)) == Span(0, len(text))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 2), (0, 99), (3, 2)])
def test_a_span_outside_the_passage_is_refused(start, end):
    (passage,) = passages(Document("Gone."))
    with pytest.raises(IndexError):
        passage.span(start, end)


WORDS = st.sampled_from(
    "The army said it had “no news” . , - -- — * _ ** ( [ ](https://example.org) <u> </b> # > 1. • mili- tary "
    "al-Amin By Jane Roe 7 March 2021 (AFP) - REUTERS Share Disclaimer: (Photo: A) 漢字 العربية "
    "\u00ad \u200b \xa0 \n \r\n \n\n \u2028 \x0b".split(" ")
)
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=60).map(" ".join) | st.lists(WORDS, max_size=60).map("".join)
CUTS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), max_size=4)


@given(TEXTS, CUTS)
def test_every_character_knows_where_it_stands(text, cuts):
    document = completed(Document(text, boilerplate=tuple(Span(min(c), min(max(c), len(text))) for c in cuts)))
    hidden = {offset for span in document.boilerplate for offset in range(*span)}
    seen = [-1]
    for passage in passages(document):
        assert len(passage.offsets) == len(passage.text) > 0
        for char, offset in zip(passage.text, passage.offsets, strict=True):
            assert offset not in hidden
            if char.isalnum() or text[offset].isalnum():
                assert char == text[offset]
        seen += passage.offsets
        assert passage.text == passage.text.strip()
    assert all(one < two for one, two in pairwise(seen))


@given(TEXTS)
def test_boilerplate_and_credits_lie_in_the_text(text):
    document = completed(Document(text))
    assert all(0 <= span.start < span.end <= len(text) for span in document.boilerplate)
    assert all(one.end < two.start for one, two in pairwise(document.boilerplate))
    assert all(credit.span.of(text).strip() for credit in document.credits)
