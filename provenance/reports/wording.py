"""The words of reports: verdicts, flags, kinds, days, places. One word for one idea, in every form."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from provenance.records.assessment import Admiralty, Assessment, Support, Verdict
from provenance.records.claim import Bound, Claim, Hedging, Interval, Manner, Quantity, Stance, Status
from provenance.records.document import Document
from provenance.records.source import Source, SourceKind
from provenance.records.spans import hull

VERDICT_WORDS = {
    Verdict.CONTESTED: "contested",
    Verdict.SINGLE_SOURCED: "single-sourced",
    Verdict.UNATTRIBUTED: "unattributed",
    Verdict.APPARENTLY_CORROBORATED: "apparently corroborated",
    Verdict.CORROBORATED: "corroborated",
    Verdict.RETRACTED: "retracted",
}
"""The verdicts in the order in which reports show them."""

VERDICT_MEANS = {
    Verdict.CONTESTED: "sources that cannot all be right",
    Verdict.SINGLE_SOURCED: "one origin, however many outlets",
    Verdict.UNATTRIBUTED: "nobody is credited with it",
    Verdict.APPARENTLY_CORROBORATED: "several origins, independence not shown",
    Verdict.CORROBORATED: "at least two origins shown to be independent",
    Verdict.RETRACTED: "withdrawn by those who said it",
}

FLAG_WORDS = {
    "one-relay": "every source reaches you through one relay",
    "one-sided": "one side only",
    "hedged": "hedged",
    "party": "from a party to the events",
    "across-sides": "agreed across sides",
    "admission": "admitted by a party whom it harms",
    "loop": "outlets cite each other in a loop",
    "divergent": "the figures or the places differ",
    "forward": "a document names as its original one that appeared after it",
}

_BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def printable(text: str) -> str:
    r"""Returns text on one line, without characters that could steer a terminal or turn the line around.

    >>> printable("nine\n  men\x1b[31m")
    'nine men[31m'
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cs"} and c not in _BIDI_OVERRIDES)


def shortened(text: str, most: int) -> str:
    """Returns the text, cut after a word where it is longer than ``most`` characters, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Returns a number with its noun.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def day_words(day: date | None) -> str:
    """Returns a day in words, the same in every locale.

    >>> day_words(date(2020, 8, 7))
    '7 August 2020'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "no date"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def interval_words(days: Interval) -> str:
    """Returns an interval of days in words."""
    if days.start == days.end:
        return day_words(days.start)
    if days.start is None or days.end is None:
        return f"until {day_words(days.end)}" if days.start is None else f"from {day_words(days.start)}"
    return f"{day_words(days.start)} to {day_words(days.end)}"


def kind_words(kind: SourceKind) -> str:
    """Returns the kind of a source in words, empty where it is unknown."""
    return {
        SourceKind.UNKNOWN: "",
        SourceKind.PUBLISHER: "the outlet's own voice",
        SourceKind.GROUP_MEDIA: "media of an armed group",
        SourceKind.ANONYMOUS_PLURAL: "anonymous, several",
    }.get(kind, kind.value.replace("_", " "))


def place_of(claim: Claim) -> str:
    """Returns ``file:line`` of the words of a claim, as far as known."""
    path, line, _ = position_of(claim)
    return f"{path}:{line}" if line else path


def position_of(claim: Claim) -> tuple[str, int | None, int | None]:
    """Returns the file, line and column, from 1, of the words of a claim; None where the text is not at hand."""
    document = claim.document
    if not document.text or not claim.content.spans:
        return name_of(document), document.first_line if document.first_line > 1 else None, None
    return name_of(document), *document.line_and_column(hull(claim.content.spans).start)


def name_of(document: Document) -> str:
    """Returns the path of a document, else its title, else its id."""
    return printable(document.path or document.title or document.id)


def quantity_words(quantity: Quantity) -> str:
    """Returns the words of a quantity with what they are read as.

    >>> quantity_words(Quantity("at least 40 men", Bound.AT_LEAST, 40, None))
    'at least 40 men (40 or more)'
    """
    low, high = (f"{bound:,.12g}" if bound is not None else "" for bound in (quantity.min, quantity.max))
    beyond = quantity.exclusive
    read_as = {
        Bound.EXACT: low,
        Bound.AT_LEAST: f"more than {low}" if beyond else f"{low} or more",
        Bound.AT_MOST: f"fewer than {high}" if beyond else f"{high} or fewer",
        Bound.RANGE: f"{low} to {high}",
        Bound.APPROX: f"about {low or high}",
        Bound.VAGUE: "no number",
    }[quantity.kind]
    return f"{printable(quantity.text)} ({read_as}{', a part' if quantity.subset else ''})"


def claim_notes(claim: Claim) -> tuple[str, ...]:
    """Returns what a reader should know of how a claim is put: hedging, withdrawal, an inferred source."""
    stance = {Stance.ACKNOWLEDGES: "acknowledged", Stance.OPEN: "left open", Stance.RETRACTS: "withdrawal"}
    notes = (
        stance.get(claim.stance, ""),
        "" if claim.hedging is Hedging.NONE else f"hedged: {claim.hedging.value}",
        _lapsed(claim),
        f"inferred from “{printable(claim.source.text or '')}”" if _is_inferred(claim) else "",
        "first-hand" if claim.own_evidence else "",
    )
    return tuple(filter(None, notes))


def _lapsed(claim: Claim) -> str:
    words = {Status.RETRACTED: "withdrawn since", Status.SUPERSEDED: "superseded since"}
    return "" if claim.stance is Stance.RETRACTS else words.get(claim.status, "")


def _is_inferred(claim: Claim) -> bool:
    """Tells whether other words than the name stand for the source."""
    text = claim.source.text
    return claim.source.inferred and text is not None and claim.source.source.name not in text


_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|refut|disput|disavow|disclaim|rebut|repudiat|contradict|dismiss|contest)",
    re.IGNORECASE,
)


def denies_by_cue(claim: Claim) -> bool:
    """Tells whether the cue denies, so that the words stand for the opposite ("denied that ...")."""
    if claim.cue is None:
        return claim.stance is Stance.DENIES and claim.manner is not Manner.VOICE and not claim.source.inferred
    return claim.stance is not Stance.OPEN and bool(_DENYING.search(claim.cue.text))


_LINKS = frozenset("of at for as on to by with over in from about".split())


def words_of(claim: Claim) -> str:
    """Returns the words of a claim on one line; a phrase without a verb has its cue before it ("accused X of ...")."""
    words, cue = claim.content.text, claim.cue
    phrase = claim.triple is not None and claim.triple.predicate.lower() in _LINKS
    leads = cue is not None and cue.spans and claim.content.spans and cue.spans[-1].end <= claim.content.spans[0].start
    return printable(f"{cue.text} {words}" if cue is not None and leads and phrase else words)


def attribution_words(claim: Claim) -> str:
    """Returns whom the words credit and the cue, in their order in the text, such as ``The port authority said: ``."""
    credited, cue = claim.source, claim.cue
    if cue is None:
        return ""
    who = credited.text or ("" if credited.source.kind is SourceKind.UNNAMED else credited.source.name)
    leads = cue.spans and credited.span and cue.spans[0].start < credited.span.start
    words = (cue.text, who) if leads else (who, cue.text)
    return printable(" ".join((cue.text,) if who in cue.text else words)) + ": "


def admiralty_words(mark: Admiralty) -> str:
    """Returns the two marks side by side, such as ``F3``; a dash where there is no digit."""
    return f"{mark.letter}{mark.digit or '-'}"


def flag_words(flags: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the flags in words."""
    return tuple(FLAG_WORDS.get(flag, flag) for flag in flags)


def number_words(support: Support) -> str:
    """Returns the numbers of one side in a line."""
    origins = f"{counted(support.roots, 'possible origin')}, {support.floor if support.shown else 'none'} shown"
    return f"{counted(support.reports, 'report')}, {origins}, kappa {support.kappa}"


def mark_words(assessment: Assessment) -> str:
    """Returns the Admiralty marks and the flags of an assessment in a line."""
    return " · ".join((f"Admiralty {admiralty_words(assessment.admiralty)}", *flag_words(assessment.flags)))


def source_words(source: Source) -> str:
    """Returns kind, side and letter of a source, as far as they say something."""
    letter = f"reliability {source.reliability.letter}" if source.reliability.letter != "F" else ""
    return ", ".join(filter(None, (kind_words(source.kind), source.side and printable(source.side), letter)))
