"""Reads the lines that say where the copy comes from: agency credits, who reported, republication notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from provenance.documents.dates import dates_in
from provenance.documents.lines import Line
from provenance.documents.names import PLURAL_AGENCIES, agency, is_name, is_outlet
from provenance.records.document import Credit
from provenance.records.spans import Span


@dataclass(frozen=True)
class CreditLine:
    """Words that credit somebody with the copy; spans are of the whole text.

    ``origin`` and ``origin_date`` name what is reprinted; ``reporter`` who wrote it. Credits that only helped
    ("additional reporting", "with inputs from") fill neither.
    """

    span: Span
    credits: tuple[Credit, ...] = ()
    origin: str | None = None
    origin_date: date | None = None
    reporter: str | None = None


PIECE = r"(?:article|story|piece|report|post|essay|text|analysis|column|op-?ed|dispatch|interview|commentary|feature)"
AT = r"(?:by|in|on|at|with)"
REPRINT = re.compile(
    rf"""(?:(?<=[.!?"”)\]]\s)|^)[\[(*_>\s]*(?:editor['’]?s['’]?\snote:?\s)?(?:
      (?:this|the\sabove)\s{PIECE}\s(?:(?:was|has\sbeen|is)\s)?(?:first|originally|previously|initially)\s
        (?:published|appeared|posted|reported|produced|released|issued)\s(?:{AT})
    | this\s{PIECE}\s(?:first|originally)\sappeared\s(?:{AT})
    | (?:first|originally|previously)\s(?:published|appeared|posted)\s(?:{AT})
    | (?:the\s)?original\s(?:source|version|publisher)\sof\sthis\s{PIECE}\s(?:is|was|appeared|was\spublished)
        (?:\s(?:{AT}))?
    | (?:this\s{PIECE}\s(?:is|was|has\sbeen)\s)?
        (?:re-?published|reprinted|reproduced|re-?posted|cross-?posted|syndicated)(?:\shere)?(?:,?\swith\s(?:the\s)?(?:kind\s)?permission)?\s(?:from|of|courtesy\sof)
    | publié\s(?:initialement|à\sl['’]origine)\s(?:par|dans|sur) | publicado\soriginalmente\s(?:en|por)
    | zuerst\serschienen\s(?:in|bei|auf)
    )\s*:?\s+""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
AFTER_NAME = re.compile(
    r"\s*(?:$|[.)\]*_|;©]|\(|https?://|,?\s*(?:on|under|and|here|with|in|by|via|at|where|as|copyright)\b)",
    re.IGNORECASE,
)
TAG = re.compile(r"</?\w+[^<>]{0,200}>|\*\*|__|\]\([^()\s]*\)|[\[*_]")

WORD = r"(?:(?:a[lnrsdtz]|el)-)?[^\W\d_a-z][\w.'’-]*"
NAME = rf"{WORD}(?:\s(?:(?:of|the|al|de|la|van|von|bin)\s)*{WORD}){{0,5}}"
PEOPLE = rf"{NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|\sin\s|\sat\s|/){NAME}){{0,12}}"
ROLE = (
    r"(?:Additional\s[Rr]eporting|(?:Additional\s)?Writing|(?:Writing\sand\s)?Reporting|Reporting\sand\s[Ww]riting"
    r"|Editing|Compiled|Translat(?:ed|ion)|Edited|Written)"
)
STAFF = re.compile(
    rf"(?:(?<=[.!?\"”)]\s)|(?<=[.!?\"”)])|^)[(\[]?{ROLE}\s+by\s+(?P<people>{PEOPLE})[.;,)\]]*"
    rf"(?:\s*(?:and\s)?(?i:{ROLE})\s+by\s+{PEOPLE}[.;,)\]]*)*\s*(?:Our\sStandards\s?:.{{0,80}})?$"
)
HELPED = re.compile(
    r"[(\[]?(?:with|including) (?:additional )?"
    r"(?:inputs?|reporting|files|material|information|contributions|reports) "
    r"(?:from|by) (?P<names>[^()\[\]\n]{2,120}?)[)\]]?\.?$",
    re.IGNORECASE,
)
LISTED = re.compile(r"(?:more\s)?(?:articles|stories|posts)\s(?:by|from)\s?:\s*(?P<who>\S.{1,60})", re.IGNORECASE)
SOURCE = re.compile(
    r"[(\[]?(?:news )?(?:sources?|credits?|agency|quelle|fuente|fonte|источник)(?::\s*|\s(?=[A-Z]\w+ and agencies))"
    r"(?P<names>[^()\[\]\n]{2,80}?)[)\]]?\.?$",
    re.IGNORECASE,
)
SIGNED = re.compile(
    r"(?:(?<=[.!?\"”')\]])\s*|^)"
    r"(?:[-–—]{1,3}\s*(?P<dash>[\w ,/&+-]{2,60}?)|[(\[](?P<round>[\w ,/&+-]{2,60})[)\]])\.?\s*$"
)
TAIL = 700
"""A credit stands in the last so many characters of its line."""


def credit_lines(lines: Iterable[Line], last: Line | None) -> Iterator[CreditLine]:
    """Yields the credit lines of a text, in order.

    Args:
        lines: Its lines after the head that are not blank.
        last: The line with which the prose ends, where a credit may close a paragraph.
    """
    for line in lines:
        found = _reprint(line) or _whole_line(line)
        if found:
            yield found
        elif line == last:
            yield from _closing(line)


def _reprint(line: Line) -> CreditLine | None:
    match = REPRINT.search(line.text)
    if not match:
        return None
    named = _named(line.text, match.end())
    if named is None:
        return None
    stop = re.compile(r"[.!?](?=\s|$)").search(line.text, named.end)
    end = stop.end() if match.start() > 0 and stop else len(line.text)
    name = _clean(line.text[named.start : named.end])
    span = Span(line.start + named.start, line.start + named.end)
    day = next((day for _, day in dates_in(line.text[named.end : end][:80])), None)
    return CreditLine(Span(line.start + match.start(), line.start + end), (Credit(name, span),), name, day)


def _named(line: str, start: int) -> Span | None:
    """Returns where the name that begins at ``start`` stands, markup around it left out; None if no name does."""
    while tag := TAG.match(line, start):
        start = tag.end()
    end, position = start, start
    for word in re.finditer(r"[^\s<>\[\]*()]+", line[start : start + 120]):
        bare = word.group().rstrip(".,;:")
        inside = line[position : start + word.start()].strip()
        if (
            inside
            or bare.lower() in {"copyright", "on"}
            or not (is_name(bare) or bare.lower() in {"the", "of", "and", "&"})
        ):
            break
        if bare.isdigit() and end == start:
            return None
        position = end = start + word.start() + len(bare)
        if bare != word.group():
            break
    name = line[start:end]
    rest = TAG.sub("", line[end : end + 200])
    return Span(start, end) if is_name(name) and AFTER_NAME.match(rest) else None


def _clean(name: str) -> str:
    return agency(name) or " ".join(name.split())


def _whole_line(line: Line) -> CreditLine | None:
    if len(line.text) > TAIL:
        return None
    bare = line.text.strip("*_> ")
    start = line.start + line.text.find(bare)
    for pattern in (HELPED, SOURCE):
        match = pattern.match(bare)
        if match:
            return _with_names(line.span, match, "names", start, reprinted=pattern is SOURCE)
    listed = LISTED.fullmatch(bare)
    if listed and is_name(listed.group("who").strip("*_ ")):
        return CreditLine(line.span, reporter=listed.group("who").strip("*_ "))
    staff = STAFF.match(bare)
    if staff:
        return _staff(line.span, staff, start)
    signed = SIGNED.match(bare)
    return _signed(line.span, signed, start) if signed else None


def _closing(line: Line) -> Iterator[CreditLine]:
    """Yields the credits with which the last paragraph ends, the last first."""
    end = len(line.text)
    while True:
        found = _closing_before(line, end)
        if found is None:
            return
        yield found
        end = found.span.start - line.start


def _closing_before(line: Line, end: int) -> CreditLine | None:
    begin = max(0, end - TAIL)
    words, start = line.text[begin:end].rstrip(), line.start + begin
    staff = STAFF.search(words)
    if staff:
        return _staff(Span(start + staff.start(), start + staff.end()), staff, start)
    bracket = re.search(r"(?<=[.!?\"”'])\s*([(\[][^()\[\]]{4,160}[)\]])\s*\.?$", words)
    if bracket:
        inner = Line(start + bracket.start(1), start + bracket.end(1), bracket.group(1))
        whole = _whole_line(inner)
        if whole:
            return whole
    source = re.search(r"(?<=[.!?\"”')])\s*(Sources?:?\s[A-Z][^.()]{2,80})$", words)
    if source and (named := SOURCE.fullmatch(source.group(1))):
        return _with_names(Span(start + source.start(), start + source.end()), named, "names", start + source.start(1))
    signed = SIGNED.search(words)
    return _signed(Span(start + signed.start(), start + len(words)), signed, start) if signed else None


def _staff(span: Span, match: re.Match[str], start: int) -> CreditLine:
    people = re.split(r"\s(?:in|at)\s", match.group("people"))[0]
    helped = match.group().lstrip("([").lower().startswith(("additional", "editing", "edited", "translat"))
    organisations = tuple(_credits(match, "people", start, only_outlets=True))
    return CreditLine(span, organisations, reporter=None if helped or organisations else people.rstrip(".,; "))


def _signed(span: Span, match: re.Match[str], start: int) -> CreditLine | None:
    group = "dash" if match.group("dash") else "round"
    names = re.split(r"\s*[/,&+]\s*|\s+and\s+", match.group(group).strip())
    if not all(_is_signature(name) for name in names):
        return None
    return _with_names(span, match, group, start)


def _is_signature(name: str) -> bool:
    return bool(agency(name) or name.lower() in PLURAL_AGENCIES or re.fullmatch(r"[A-Z]{3,6}", name))


def _with_names(span: Span, match: re.Match[str], group: str, start: int, *, reprinted: bool = True) -> CreditLine:
    credits = tuple(_credits(match, group, start))
    others = re.search(r"\bagencies\b|\bwires\b", match.group(group), re.IGNORECASE)
    alone = credits[0].name if reprinted and len(credits) == 1 and not others else None
    known = alone and (agency(alone) or match.re is SIGNED)
    return CreditLine(span, credits, origin=alone if known else None)


def _credits(match: re.Match[str], group: str, start: int, *, only_outlets: bool = False) -> Iterator[Credit]:
    offset = start + match.start(group)
    for part in re.finditer(r"[^/,&+;|]+?(?=\s+and\s|\s*[/,&+;|]|\s*$)", match.group(group)):
        words = re.sub(r"^\s*(?:and\s+)?", "", part.group())
        begin = part.end() - len(words)
        name = words.rstrip(". ")
        wanted = is_outlet(name) or re.fullmatch(r"[A-Z]{3,6}", name) if only_outlets else is_name(name)
        if wanted and name.lower() not in PLURAL_AGENCIES:
            yield Credit(_clean(name), Span(offset + begin, offset + begin + len(name)))


def origins(lines: Sequence[CreditLine]) -> tuple[str | None, date | None]:
    """Returns what the text says it reprints, and when that appeared: a note before an agency's signature."""
    named = sorted((line for line in lines if line.origin), key=lambda line: line.origin_date is None)
    return (named[0].origin, named[0].origin_date) if named else (None, None)
