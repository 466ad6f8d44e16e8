"""Reads what stands before the first sentence on its own line: dateline, agency, date, the title once more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from provenance.documents.dates import CLOCK, DATE, NAMES, WEEKDAY, full_date
from provenance.documents.names import agency, is_name
from provenance.records.spans import Span

FULL_DATE = re.sub(r"\?P<\w+>", "", DATE.pattern.replace("(?P=s5)", "[/-]"))
DATE_FIRST = re.compile(
    rf"(?P<label>(?:date\s+of\s+publication|(?:first\s+)?published|posted)(?:\s+on|\s+at)?\s?:?\s+)?(?:{WEEKDAY}\s+)?"
    rf"(?P<date>{FULL_DATE})(?:,?\s+(?:at\s+)?{CLOCK})?(?P<after>[\s|,:–—-]+)(?=(?-i:[^\W\da-z_]|[\"“«'‘(]|by\s|\d{{1,3}}\s[^\W\d_]))",
    re.VERBOSE | re.IGNORECASE,
)
DATELINE = re.compile(
    rf"""(?P<place>[^\W\d_][\w.'’-]*(?:(?:,\s|/|\s)[^\W\d_][\w.'’-]*){{0,5}}?)
    (?:(?:,\s*|\s+)(?P<date>{FULL_DATE}|(?:\d{{1,2}}\s+(?:{NAMES})|(?:{NAMES})\.?\s+\d{{1,2}})\b))?[,.]?
    (?:\s*[(/\[](?P<agency>[^()/\[\]\n]{{2,40}})[)/\]]\.?)?
    (?:(?P<dash>\s*[-–—―]{{1,2}}(?:\s+|(?<=[)\]][-–—])|(?<=[)\]]--)))|(?(agency)\s+|(?!)))""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Dateline:
    """What stood before the first sentence; ``span`` is where, in the line."""

    span: Span
    published: date | None = None
    agency: Span | None = None
    """Where the agency is named, in the line."""


def datelines_of(line: str, title: str | None) -> Iterator[Dateline]:
    """Yields what stands before the first sentence of a line, each part once, in order, without a gap."""
    position = 0
    readers = [_date_first, _title_again, _agency_first, _agency_alone, _place_first]
    while readers:
        for reader in readers:
            found = reader(line[position : position + 600], title)
            if found and position + found.span.end < len(line):
                yield _moved(found, position)
                position += found.span.end
                readers.remove(reader)
                break
        else:
            return


def _moved(found: Dateline, by: int) -> Dateline:
    named = found.agency and Span(found.agency.start + by, found.agency.end + by)
    return Dateline(Span(found.span.start + by, found.span.end + by), found.published, named)


def _date_first(words: str, title: str | None) -> Dateline | None:
    match = DATE_FIRST.match(words)
    day = match and full_date(match.group("date"))
    return Dateline(Span(0, match.end()), day) if match and day else None


def _title_again(words: str, title: str | None) -> Dateline | None:
    wanted = [char for char in (title or "").casefold() if char.isalnum()]
    if len(wanted) < 12:
        return None
    for position, char in enumerate(words):
        if char.isalnum() and (not wanted or wanted.pop(0) != char.casefold()):
            return None
        if not wanted:
            rest = re.match(r"[^\w\s]?\s*[.\s]\s*(?=\S)", words[position + 1 :])
            return Dateline(Span(0, position + 1 + rest.end())) if rest else None
    return None


def _agency_first(words: str, title: str | None) -> Dateline | None:
    """Reads an agency that a date follows."""
    match = re.match(r"([\w-]+)[\s,|–—-]+", words)
    if match and agency(match.group(1)) and DATE_FIRST.match(words[match.end() :]):
        return Dateline(Span(0, match.end()), agency=Span(*match.span(1)))
    return None


def _agency_alone(words: str, title: str | None) -> Dateline | None:
    """Reads an agency in brackets with no place before it: ``(Harbour Wire) - ``."""
    match = re.match(r"[(\[]([^()\[\]\n]{2,40})[)\]]\s*[-–—]{1,2}\s*(?=[^\W\da-z_]|[\"“«'‘(\d])", words)
    if match and (is_name(match.group(1)) or agency(match.group(1))):
        return Dateline(Span(0, match.end()), agency=Span(*match.span(1)))
    return None


def _place_first(words: str, title: str | None) -> Dateline | None:
    match = DATELINE.match(words)
    if not match or not _is_dateline(match, words[match.end() :]):
        return None
    named = Span(*match.span("agency")) if match.group("agency") else _agency_in_place(match)
    if named and not (is_name(words[named.start : named.end]) or agency(words[named.start : named.end])):
        return None
    day = full_date(match.group("date") or "")
    return Dateline(Span(0, match.end()), day, named)


def _agency_in_place(match: re.Match[str]) -> Span | None:
    """Returns where the agency stands in ``DAMASCUS, SANA -``."""
    last = re.search(r",\s*([^,]+)$", match.group("place"))
    return Span(*last.span(1)) if last and agency(last.group(1)) else None


def _is_dateline(match: re.Match[str], rest: str) -> bool:
    place, dash = match.group("place"), match.group("dash")
    if not is_name(place.replace(",", " ").replace("/", " ")) or not re.match(r"[^\W\da-z_]|[\"“«'‘(\d]", rest):
        return False
    if not dash:
        return bool(match.group("agency") and match.group("date") and "/" in match.group())
    capitals = place.split(",")[0]
    if match.group("agency") or match.group("date") or (capitals.isupper() and sum(map(str.isalpha, capitals)) > 3):
        return True
    sentence = re.split(r"[.!?]\s", rest, maxsplit=1)[0]
    return len(place.split()) <= 3 and "-" not in dash and not re.search(r"\s[-–—]\s?", sentence)
