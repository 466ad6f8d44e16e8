"""Ids stay what they were: published exports carry them."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from provenance.records.identity import digest
from provenance.records.source import Source

parts = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.dates()


@given(st.lists(parts | st.lists(parts, max_size=3) | st.dictionaries(st.text(), parts, max_size=2), max_size=5))
def test_a_digest_is_that_of_the_canonical_json(some):
    whole = json.dumps(tuple(some), ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    assert digest(*some) == hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def test_a_digest_is_the_same_for_ever():
    assert digest("doc:1", None, 3, date(2020, 8, 7), ("a", [1, 2])) == "46aac7bee7af1e8a"


def test_sources_that_are_equal_have_one_hash_and_others_stay_apart():
    assert {Source("source:x", "X"), Source("source:x", "X"), Source("source:x", "Y")} == {
        Source("source:x", "X"),
        Source("source:x", "Y"),
    }
