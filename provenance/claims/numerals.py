"""Numbers written in figures or English words, with their value.

The words themselves ("three hundred and forty-two") are read by `text2num`; here stand figures with their separators,
scales after figures ("1.2 million"), "a hundred", halves and dozens, which it leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from text_to_num.transforms import text2num


class Numeral(NamedTuple):
    """A number at half-open code points of the text searched.

    ``scale`` is what its last word multiplies by (a million in "1.2 million"), 1 where there is none. ``spelled``
    tells that it begins with a word, not with a figure.
    """

    start: int
    end: int
    value: float
    scale: float = 1
    spelled: bool = False


_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
}
_SMALL = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
_SPELLED_SCALE = "hundred|thousand|million|billion|trillion|dozen"
_WORD = f"(?:{'|'.join([*_SMALL, 'hundred', 'thousand', 'million', 'billion'])})"
_GAP = r"(?:[ \u00a0-]|\s+)"
# "and" joins only what follows a hundred or more: "two hundred and six", never "two and six"
_RUN = rf"{_WORD}\b(?:(?:{_GAP}|(?:(?<=hundred)|(?<=thousand)|(?<=llion))\s+and\s+){_WORD}\b)*"
_FIGURES = (
    r"\d{1,3}(?:[,\u00a0\u202f\u2009’]\d{3})+(?:\.\d+)?"  # 1,300 and its typographic variants
    r"|\d{1,2}(?:,\d\d)+,\d{3}"  # 12,50,000 as in South Asia
    r"|\d{1,3}(?:\ \d{3})+"  # 4 500
    r"|\d{1,15}(?:\.\d{1,15})?"
)
_NUMERAL = re.compile(
    rf"""(?<![\w.,])(?:
      (?P<part>half|(?:three[ -])?quarters?\s+of)[ -]+an?[ -]+(?P<part_scale>{_SPELLED_SCALE})\b
    | half[ -](?P<half_dozen>dozen)\b
    | an?\s+(?P<single>(?:{_SPELLED_SCALE}))\b(?P<single_half>\s+and\s+a\s+half\b)?
        (?P<rest>(?:(?:{_GAP}|\s+and\s+){_WORD}\b)*)
    | (?P<run>{_RUN})(?P<run_half>\s+and\s+a\s+half\b)?(?:\s+(?P<run_scale>million|billion|trillion|dozen)\b)?
    | (?P<figures>{_FIGURES})(?!\d|[.,]\d)
      (?:[\s-]?(?P<figure_scale>hundred|thousand|million|billion|trillion|dozen|bn|mln|bln|mn|tn|k|m)\b)?
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_GLUED = re.compile(r"(?:US|CA|AU|NZ|HK|A|C|S|R)?[$€£¥₹₽₺₦₪₩₴₫]|\b[A-Z]{3}(?=\d)")
"""A currency that leans on its figures; blanked, it leaves them at the beginning of a word."""
_GLUED_BEFORE = re.compile(r"(?:[$€£¥₹₽₺₦₪₩₴₫]|\b[A-Z]{3})\s?\Z")
_PARTS = {"half": 0.5, "quarter": 0.25, "quarters": 0.75}
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)


def numerals(text: str) -> Iterator[Numeral]:
    """Yields the numbers of a text in its order, whatever they count or name.

    >>> [(n.value, text[n.start:n.end]) for text in ["half a million, 1,300"] for n in numerals(text)]
    [(500000.0, 'half a million'), (1300.0, '1,300')]
    """
    plain = _GLUED.sub(lambda m: " " * len(m[0]), text)
    at = 0
    while match := _NUMERAL.search(plain, at):
        found = _read(match, text)
        if found is not None:
            yield found
        at = max(found.end if found else 0, match.start() + 1)


def _read(match: re.Match[str], text: str) -> Numeral | None:
    if match["part"]:
        scale = _SCALES[match["part_scale"].lower()]
        share = 0.75 if match["part"].lower().startswith("three") else _PARTS[match["part"].lower().split()[0]]
        return Numeral(match.start(), match.end(), share * scale, scale, spelled=True)
    if match["half_dozen"]:
        return Numeral(match.start(), match.end(), 6, spelled=True)
    if match["figures"]:
        return _figures(match, text)
    return _single(match) if match["single"] else _run(match, text)


def _figures(match: re.Match[str], text: str) -> Numeral:
    value, scale, end = float(re.sub(r"[^\d.]", "", match["figures"])), match["figure_scale"], match.end()
    # "5 m" is a length, "$5m" is not
    if scale and scale.lower() == "m" and not _GLUED_BEFORE.search(text, 0, match.start()):
        scale, end = None, match.end("figures")
    by = _SCALES[scale.lower()] if scale else 1
    return Numeral(match.start(), end, _tidy(value * by), by)


def _tidy(value: float) -> float:
    """Returns the value without the noise of binary fractions (2.3 * 100)."""
    return float(f"{value:.15g}")


def _single(match: re.Match[str]) -> Numeral:
    """Reads "a hundred", "a thousand and five", "a dozen"."""
    word, rest = match["single"].lower(), match["rest"]
    end = match.end("single")
    if word in {"dozen", "trillion"}:
        return Numeral(match.start(), end, _SCALES[word], _SCALES[word], spelled=True)
    if match["single_half"]:
        return Numeral(match.start(), match.end("single_half"), 1.5 * _SCALES[word], _SCALES[word], spelled=True)
    value, length = _longest(f"one {word}{rest}", keep=len(f"one {word}"))
    end += length - len(f"one {word}")
    return Numeral(match.start(), end, value or _SCALES[word], _SCALES[word], spelled=True)


def _run(match: re.Match[str], text: str) -> Numeral | None:
    run = match["run"]
    if _BETWEEN.search(text, 0, match.start()) and (cut := re.search(r"\s+and\s+", run)):
        run = run[: cut.start()]
    value, length = _longest(run, keep=0)
    if value is None:
        return None
    whole = length == len(match["run"])
    half = 0.5 if whole and match["run_half"] else 0
    scale = _SCALES[match["run_scale"].lower()] if whole and match["run_scale"] else 1
    end = match.end() if scale > 1 or half else match.start() + length
    last = re.search(r"(hundred|thousand|million|billion)$", run[:length], re.IGNORECASE)
    word_scale = _SCALES[last[1].lower()] if last and scale == 1 else scale
    return Numeral(match.start(), end, _tidy((value + half) * scale), word_scale, spelled=True)


def _longest(words: str, keep: int) -> tuple[float | None, int]:
    """Returns the value of the longest beginning of the words that is one number, and its length.

    What fails is cut at its last "and" first: "two hundred and three hundred" is two numbers joined, not 203.
    """
    while len(words) > keep or keep == 0:
        value = _value(words)
        if value is not None:
            return value, len(words)
        cuts = list(re.finditer(r"\s+and\s+", words)) or list(re.finditer(r"[\s-]+", words))
        if not cuts:
            return None, 0
        words = words[: cuts[-1].start()]
    return None, keep


def _value(words: str) -> float | None:
    try:
        # the library wants British "two hundred and six" without its "and"
        return float(text2num(" ".join(w for w in words.lower().replace("-", " ").split() if w != "and"), "en"))
    except ValueError:
        return None
