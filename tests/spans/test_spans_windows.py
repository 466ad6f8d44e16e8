"""Paragraphs become windows of word pieces without loss, and scores become spans that lie in their paragraph."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import MissingModel
from provenance.spans.decode import marked_in
from provenance.spans.model import load_span_model
from provenance.spans.windows import LONGEST, windows

PARAGRAPHS = st.lists(
    st.one_of(st.text(max_size=60), st.text(st.sampled_from("ab ."), min_size=200, max_size=900)), max_size=6
)


@pytest.fixture(scope="module")
def tokenizer():
    return load_span_model().tokenizer


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS)
def test_every_piece_of_every_paragraph_is_read_in_a_window_that_fits(tokenizer, paragraphs):
    read = set()
    for window in windows(tokenizer, paragraphs):
        assert len(window.ids) == len(window.pieces) <= LONGEST
        read |= {piece for piece in window.pieces if piece}
    coded = tokenizer.encode_batch(paragraphs, add_special_tokens=False)
    assert {(p.paragraph, p.start, p.end) for p in read} == {(i, *o) for i, c in enumerate(coded) for o in c.offsets}


@settings(max_examples=150, deadline=None)
@given(PARAGRAPHS, st.integers(0, 2**32 - 1))
def test_whatever_the_scores_spans_are_not_empty_and_lie_in_one_paragraph(tokenizer, paragraphs, seed):
    chance = np.random.default_rng(seed)
    for window in windows(tokenizer, paragraphs):
        cues = chance.normal(size=(len(window), 3)).astype(np.float32) * 3

        def link(found, window=window):
            return chance.normal(size=(len(found), len(window), 6)).astype(np.float32) * 3

        for one in marked_in(window, cues, link):
            text = paragraphs[one.paragraph]
            assert one.content
            for start, end in (*one.source, *one.cue, *one.content):
                assert 0 <= start < end <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=5))
def test_any_text_is_read_without_error(paragraphs):
    for one in load_span_model().marked(paragraphs):
        assert 0 <= one.sureness <= 1


def test_the_model_finds_who_says_what():
    text = "The harbour master, Ana Ruiz, said on Monday that the quay had been closed for repairs."
    (one,) = load_span_model().marked([text])
    assert [text[a:b] for a, b in one.cue] == ["said"]
    assert "Ruiz" in text[slice(*one.source[0])]
    assert "the quay had been closed" in text[slice(*one.content[0])]


def test_a_missing_file_of_the_model_is_told(tmp_path):
    with pytest.raises(MissingModel, match=r"encoder\.onnx"):
        load_span_model(tmp_path)
