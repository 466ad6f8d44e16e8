"""Finds what is never read for claims: donation lines, notices, share buttons, bare links, the foot of a page.

The patterns stand in ``boilerplate.txt``. They look at lines, so that a sentence about copyright in the middle of a
report stays; a foot is what follows a strong notice where little prose is left to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from provenance.documents.lines import ENDINGS, Line, lines_of, merged
from provenance.records.spans import Span

LONGEST_LINE = 400
"""A line of the ``[line]`` kind is never longer, in characters."""
RULE = re.compile(r"(?:[*_=~#·•⁂∗\-–—]\s?){1,80}")
SENTENCE_WORDS = 12
"""A line of so many words that ends like a sentence is prose unless a pattern says otherwise."""


def boilerplate_of(text: str) -> tuple[Span, ...]:
    """Returns the spans of boilerplate in a text, sorted, not overlapping. Code points, half-open."""
    lines = [line for line in lines_of(text) if line.text]
    marked = [is_notice(line.text) for line in lines]
    foot = _foot(lines, marked)
    kept = [line.span for line, mark in zip(lines[:foot], marked, strict=False) if mark]
    rest = [Span(lines[foot].start, lines[-1].end)] if foot < len(lines) else []
    inside = [Span(*match.span()) for match in _patterns()["inside"].finditer(text)]
    return merged((*kept, *inside, *rest))


def is_notice(line: str) -> bool:
    """Tells whether a line by itself is boilerplate.

    >>> is_notice("Follow us on Telegram"), is_notice("The copyright bill was voted down, the speaker said.")
    (True, False)
    """
    patterns = _patterns()
    bare = line.strip("*_> \t")
    whole = len(line) <= LONGEST_LINE and patterns["line"].fullmatch(bare.rstrip(". ") or line)
    return bool(whole or patterns["start"].match(bare))


def _foot(lines: Sequence[Line], marked: Sequence[bool]) -> int:
    """Returns the index of the line that opens the foot; the number of lines where there is none."""
    prose = [not mark and _is_prose(line.text) for line, mark in zip(lines, marked, strict=True)]
    before, after = 0, sum(len(line.text) for line, is_prose in zip(lines, prose, strict=True) if is_prose)
    for index, line in enumerate(lines):
        if before and after * 3 <= before and _opens_foot(lines, marked, index):
            return index
        size = len(line.text) if prose[index] else 0
        before, after = before + size, after - size
    return len(lines)


def _is_prose(line: str) -> bool:
    return line[-1] in ENDINGS and len(line.split()) >= SENTENCE_WORDS


def _opens_foot(lines: Sequence[Line], marked: Sequence[bool], index: int) -> bool:
    line = lines[index].text
    if RULE.fullmatch(line):
        following = marked[index + 1 : index + 4]
        return bool(following) and following[0] and sum(following) * 2 > len(following)
    return bool(_patterns()["foot"].match(line.strip("*_> \t")))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sections: dict[str, list[str]] = {}
    for heading, pattern in _entries():
        sections.setdefault(heading, []).append(pattern)
    return {name: re.compile("|".join(f"(?:{p})" for p in parts), re.IGNORECASE) for name, parts in sections.items()}


def _entries() -> Iterator[tuple[str, str]]:
    """Yields the patterns of the file with the name of their section."""
    heading = ""
    for line in files("provenance.documents").joinpath("boilerplate.txt").read_text(encoding="utf-8").splitlines():
        opening = re.match(r"\[(\w+)\]", line)
        if opening and "  #" in line:
            heading = opening.group(1)
        elif line.strip() and not line.startswith("#"):
            yield heading, line.replace(" ", r"\s")
