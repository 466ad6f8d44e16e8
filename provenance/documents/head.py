"""Reads the head of a plain text: title, byline, lines with an outlet or a date, section labels.

It looks at the form of lines. The head ends at the first line of prose; a name of which the form does not say whether
it is an outlet or a place is told apart as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from provenance.documents.boilerplate import is_notice
from provenance.documents.dates import CLOCK, WEEKDAY, dates_in
from provenance.documents.lines import Line, ends_like_a_sentence
from provenance.documents.names import agency, is_name, is_outlet, letters
from provenance.records.document import Credit
from provenance.records.spans import Span

LONGEST_TITLE = 30
"""In words."""
LONGEST_HEAD = 40
"""In lines that are not blank."""
MOST_ODD_LINES = 4
"""So many short lines without a known form may stand between a title and a byline."""

BY = re.compile(
    r"(?:(?:written|posted|story|text|report|reporting|analysis|words|interview|compiled)\s)?"
    r"(?:by|authors?|autor|auteur|автор|reporter|correspondent|von|par|por|بقلم)\s?:?\s+(?P<who>\S.*)",
    re.IGNORECASE,
)
UPDATED = re.compile(r"(?:last\s)?(?:updated|modified|edited)\b[^|•·;]*", re.IGNORECASE)
NOISE = re.compile(
    r"\b(?:(?:first\s|originally\s)?published|posted|released|issued|publication(?:\sdate)?|date\sof\spublication|date|"
    r"publié\sle|publicado|veröffentlicht|опубликовано)\b(?:\s(?:on|at|in))?\s?:?|"
    rf"{CLOCK}|{WEEKDAY}|\b\d+\s(?:min(?:ute)?s?\sread|hours?\sago)\b|\blocal\stime\b",
    re.IGNORECASE,
)
MARKUP = re.compile(r"</?\w+[^<>]{0,200}>|\]\([^()\s]*\)|[*_\[\]]")
LABEL = re.compile(r"(?P<label>[^\W\d][\w /&'’-]{1,40}?)\s?:\s*(?P<value>\S.{0,120})")
SECTIONS = set(
    """
    region regions theme themes topic topics section sections category categories tag tags country countries location
    place language type format keywords keyword department desk slug status priority embargo reference subject
    """.split()
) | {"filed under", "reading time", "image caption"}
TITLE_LABELS = {"title", "headline"}
PUBLISHER_LABELS = {"publisher", "outlet", "publication", "website", "newspaper", "medium"}


@dataclass(frozen=True)
class Finding:
    """What one line of the head says; ``outlets`` are names with the date beside each."""

    span: Span
    title: str | None = None
    author: str | None = None
    outlets: tuple[tuple[str, date | None], ...] = ()
    maybe: tuple[tuple[str, date | None], ...] = ()
    """Names with a date of which the form alone does not say that they are outlets."""
    published: date | None = None
    credits: tuple[Credit, ...] = ()


def head_of(blocks: Sequence[Sequence[Line]], title: str | None) -> tuple[list[Finding], list[Line]]:
    """Returns the findings of the head, and the lines after it."""
    lines = list(chain.from_iterable(blocks))
    block_ends = {block[-1].start for block in blocks}
    findings: list[Finding] = []
    taken, position, titled = 0, 0, False
    while position < min(len(lines), LONGEST_HEAD):
        size = 0 if titled or taken < position else _title_size(lines[position:], block_ends, title)
        found = _title(lines[position : position + size]) if size else _head_line(lines[position], first=position == 0)
        if found:
            findings += [Finding(line.span) for line in lines[taken:position]]
            findings.append(found)
            titled = titled or bool(size)
            position += size or 1
            taken = position
        elif position - taken < MOST_ODD_LINES and _is_odd(lines[position]):
            position += 1
        else:
            findings += _after_deck(lines[taken + 1 : taken + 4])
            break
    return findings, lines[taken:]


def _after_deck(lines: Sequence[Line]) -> Iterator[Finding]:
    """Yields the bylines and date lines just below a first sentence that stands under the title."""
    for line in lines:
        found = _byline_or_date(line)
        if found:
            yield found


def _is_odd(line: Line) -> bool:
    return len(line.text.split()) <= 14 and not ends_like_a_sentence(line.text)


def _title_size(lines: Sequence[Line], block_ends: set[int], title: str | None) -> int:
    """Returns how many lines from here are the title: 0 if none is."""
    if title and letters(lines[0].text) == letters(title):
        return 1
    for size, line in enumerate(lines[:3], start=1):
        words = " ".join(line.text for line in lines[:size])
        if _head_line(line, first=True) or is_notice(line.text) or len(words.split()) > LONGEST_TITLE:
            return 0
        if len(lines) > size and _closes_title(line, lines[size], block_ends, wrapped=size > 1):
            return size if _is_title(words) else 0
    return 0


def _is_title(words: str) -> bool:
    finished = re.search(r"[.:;,…。][\"”’')\]]*$", words)
    return not finished and any(map(str.isalpha, words)) and not re.match(r"[-*•·>]\s|\d+[.)]\s", words)


def _closes_title(line: Line, following: Line, block_ends: set[int], *, wrapped: bool) -> bool:
    if line.start in block_ends or _head_line(following, first=False):
        return True
    return not wrapped and len(following.text.split()) >= 20  # a line is a paragraph here


def _title(lines: Sequence[Line]) -> Finding:
    words = " ".join(line.text for line in lines)
    bare = re.sub(r"\s+", " ", re.sub(r"^#{1,6}\s+|\s#+$|\*\*|__", "", words)).strip()
    return Finding(Span(lines[0].start, lines[-1].end), title=bare)


def _head_line(line: Line, *, first: bool) -> Finding | None:
    """Returns what a line of the head says by its form; None if it has none of the forms."""
    if len(line.text) > 250:
        return None
    return _byline_or_date(line) or _label(line, first=first)


def _byline_or_date(line: Line) -> Finding | None:
    if len(line.text) > 250 or len(line.text.split()) > 24:
        return None
    words = MARKUP.sub("", line.text)
    days = [day for _, day in dates_in(UPDATED.sub(" ", words))]
    rest = _without_dates(words)
    byline = BY.fullmatch(rest) or BY.search(rest) if days else BY.fullmatch(rest)
    if byline and (byline.start() == 0 or is_name(rest[: byline.start()].strip(" ,|-–—"))):
        return _byline(line, byline, days[:1])
    if rest == "":
        return Finding(line.span, published=days[0] if days else None) if _has_date(words) else None
    return _outlets(line, rest, days[0]) if len(set(days)) == 1 else None


def _has_date(words: str) -> bool:
    return any(True for _ in dates_in(words))


def _without_dates(words: str) -> str:
    """Returns what remains of a line without dates, times and the words that go with them."""
    for match in list(UPDATED.finditer(words)):
        if _has_date(match.group()):
            words = words.replace(match.group(), " ")
    for span, _ in sorted(dates_in(words), reverse=True):
        words = words[: span.start] + " | " + words[span.end :]
    bare = re.sub(r"\s+", " ", NOISE.sub(" ", words.strip("*_#> \t")))
    return re.sub(r"(?:\s*[|,;•·–—/-]\s*)*$|^(?:\s*[|,;•·–—/-]\s*)*", "", bare.replace("( )", "")).strip(" .()|")


def _parts(words: str) -> list[str]:
    return [part for part in re.split(r"\s*[|,;•·/]\s*|\s+[-–—]\s+|\s+(?:for|in|at)\s+", words) if part]


def _byline(line: Line, match: re.Match[str], days: Sequence[date]) -> Finding | None:
    who, *others = _parts(match.group("who")) or [""]
    if not is_name(who) or (ends_like_a_sentence(line.text) and len(line.text.split()) > 8):
        return None
    outlets = tuple((name, None) for name in others if is_outlet(name))
    return Finding(line.span, author=" ".join(who.split()), outlets=outlets, published=days[0] if days else None)


def _outlets(line: Line, rest: str, day: date) -> Finding | None:
    names = _parts(rest)
    if not names or not all(map(is_name, names)) or ends_like_a_sentence(line.text):
        return None
    sure = tuple((name, day) for name in names if is_outlet(name))[:1]
    maybe = ((names[0], day),) if not sure and len(names) == 1 else ()
    return Finding(line.span, outlets=sure, maybe=maybe, published=day)


def _label(line: Line, *, first: bool) -> Finding | None:
    match = LABEL.fullmatch(line.text.strip("*_"))
    if not match or ends_like_a_sentence(line.text):
        return None
    label, value = match.group("label").strip("*_ ").lower(), match.group("value").strip("*_ ")
    if label in TITLE_LABELS:
        return Finding(line.span, title=value)
    if label in PUBLISHER_LABELS and is_name(value):
        return Finding(line.span, outlets=((value, None),))
    if label == "source" and is_name(value):
        start = line.start + line.text.rfind(value)
        return Finding(line.span, credits=(Credit(agency(value) or value, Span(start, start + len(value))),))
    known = label in SECTIONS
    short = len(label.split()) <= 5 and len(value.split()) <= 12
    return Finding(line.span) if known or (short and not first) else None
