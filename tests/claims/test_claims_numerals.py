"""Numbers in figures and words are read with their value."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.claims.numerals import numerals

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, joint: str) -> str:
    """Writes a number as English words, ``joint`` between hundreds and what follows them."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if number >= size:
            rest = number % size
            return f"{spelled(number // size, joint)} {name}" + (f" {spelled(rest, joint)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f"{joint}{spelled(rest, joint)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@given(st.integers(1, 10**9), st.sampled_from([" ", " and "]))
def test_a_number_spelled_out_is_read_as_that_number(number: int, joint: str) -> None:
    words = spelled(number, joint)
    (found,) = numerals(f"they counted {words} of them")
    assert found.value == number
    assert found.end - found.start == len(words)


@given(st.integers(1, 10**12))
def test_figures_with_and_without_separators_are_the_same_number(number: int) -> None:
    assert [n.value for n in numerals(f"{number:,}")] == [n.value for n in numerals(str(number))] == [number]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.2 million", [1.2e6]),
        ("half a million", [5e5]),
        ("a quarter of a million", [2.5e5]),
        ("one and a half million", [1.5e6]),
        ("a million and a half", [1.5e6]),
        ("a hundred and twenty", [120]),
        ("a dozen, half a dozen, two dozen", [12, 6, 24]),
        ("between two hundred and three hundred", [200, 300]),
        ("two and three", [2, 3]),
        ("$3.5bn, €2m, 40k", [3.5e9, 2e6, 40_000]),
        ("5 m", [5]),
        ("4\u202f500 and 4 500", [4500, 4500]),
        ("1,50,000", [150_000]),
        ("1.2.3", []),
        ("someone, anyone, tension, weighty", []),
    ],
)
def test_written_forms(text: str, values: list[float]) -> None:
    assert [n.value for n in numerals(text)] == values


@given(st.text())
def test_any_text_is_read_without_an_error_and_in_order(text: str) -> None:
    found = list(numerals(text))
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
