"""Reads who published a plain text, and when, from its head, its first words and its credit lines.

What the form leaves open stays unknown: a guess is worse than a gap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from provenance.documents.credits import CreditLine, credit_lines, origins
from provenance.documents.datelines import datelines_of
from provenance.documents.head import Finding, head_of
from provenance.documents.lines import Line, blocks_of, lines_of
from provenance.documents.names import agency, letters
from provenance.records.document import Credit, Document
from provenance.records.spans import Span


@dataclass(frozen=True)
class Masthead:
    """What the text itself says of its publication, and where it says so (code points, half-open, sorted)."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: date | None = None
    republisher: str | None = None
    republished: date | None = None
    derived_from: str | None = None
    credits: tuple[Credit, ...] = ()
    spans: tuple[Span, ...] = ()


def masthead_of(text: str, title: str | None = None, boilerplate: Sequence[Span] = ()) -> Masthead:
    """Returns what the text says of its publication.

    Args:
        text: The document text.
        title: The title, where it is known: the text may begin by repeating it.
        boilerplate: Notices and the like, where no prose ends.
    """
    findings, rest = head_of(list(blocks_of(lines_of(text))), title)
    if rest:
        findings += _before_prose(rest[0], title or next((found.title for found in findings if found.title), None))
    return _combined(findings, list(credit_lines(rest, _last_prose(rest, boilerplate))))


def with_masthead(document: Document, masthead: Masthead) -> Document:
    """Returns the document with what its masthead says wherever it says nothing itself."""
    publisher = document.publisher or masthead.publisher
    stated = [masthead.derived_from, masthead.publisher]
    reprinted = next((name for name in stated if name and not _same(name, publisher)), None)
    published = document.published or masthead.published
    again = not _same(masthead.republisher or "", publisher) and _is_after(masthead.republished, published)
    return replace(
        document,
        title=document.title or masthead.title,
        author=document.author or masthead.author,
        publisher=publisher,
        published=published,
        republisher=document.republisher or (masthead.republisher if again else None),
        republished=document.republished or (masthead.republished if again else None),
        derived_from=document.derived_from or reprinted,
        credits=document.credits or masthead.credits,
    )


def _is_after(day: date | None, other: date | None) -> bool:
    return day is not None and (other is None or day > other)


def _same(name: str, other: str | None) -> bool:
    return other is not None and letters(name) == letters(other)


def _before_prose(line: Line, title: str | None) -> Iterator[Finding]:
    for found in datelines_of(line.text, title):
        span = Span(line.start + found.span.start, line.start + found.span.end)
        credits: tuple[Credit, ...] = ()
        if found.agency:
            name = found.agency.of(line.text).strip()
            begin = line.start + found.agency.start
            credits = (Credit(agency(name) or name, Span(begin, begin + len(name))),)
        yield Finding(span, published=found.published, credits=credits)


def _last_prose(lines: Sequence[Line], boilerplate: Sequence[Span]) -> Line | None:
    """Returns the last line that is neither boilerplate nor short."""
    ends = [span.end for span in boilerplate]
    for line in reversed(lines):
        after = bisect_right(ends, line.start)
        hidden = after < len(ends) and boilerplate[after].start <= line.start
        if len(line.text.split()) > 8 and not hidden:
            return line
    return None


def _combined(findings: Sequence[Finding], credited: Sequence[CreditLine]) -> Masthead:
    author = next((f.author for f in findings if f.author), None)
    outlets = _sure_outlets(findings, author)
    origin, origin_date = origins(credited)
    dateline = next((f.credits[0].name for f in findings if f.credits), None)
    reporter = next((line.reporter for line in credited if line.reporter), None)
    stated = Masthead(
        title=next((f.title for f in findings if f.title), None),
        author=author or reporter,
        published=next((f.published for f in findings if f.published), None),
        derived_from=origin or dateline,
        credits=(
            *chain.from_iterable(f.credits for f in findings),
            *chain.from_iterable(c.credits for c in credited),
        ),
        spans=(*(f.span for f in findings), *(c.span for c in credited)),
    )
    return _with_outlets(stated, outlets, origin, origin_date)


def _sure_outlets(findings: Sequence[Finding], author: str | None) -> list[tuple[str, date | None]]:
    """Returns the outlets with their dates; a doubtful name counts beside another, or where it is the author's."""
    named = [*chain.from_iterable((*f.outlets, *f.maybe) for f in findings)]
    sure = [*chain.from_iterable(f.outlets for f in findings)]
    if len(named) > 1 and any(day for _, day in named):
        return named
    return sure or [pair for pair in named if _same(pair[0], author)]


def _with_outlets(
    stated: Masthead, outlets: Sequence[tuple[str, date | None]], origin: str | None, origin_date: date | None
) -> Masthead:
    """Returns the masthead with publisher, republisher and their dates: the earlier is the publication."""
    dated = sorted(((day, name) for name, day in outlets if day), key=lambda pair: pair[0])
    if len(dated) > 1 and dated[0][0] < dated[-1][0]:
        (first, publisher), (again, republisher) = dated[0], dated[-1]
        return replace(stated, publisher=publisher, published=first, republisher=republisher, republished=again)
    outlet = next((name for name, _ in outlets), None)
    published = next((day for day, _ in dated), stated.published)
    if origin and origin_date and not _same(origin, outlet):
        return replace(stated, publisher=origin, published=origin_date, republisher=outlet, republished=published)
    return replace(stated, publisher=outlet or origin or stated.derived_from, published=published or origin_date)
