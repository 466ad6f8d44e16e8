"""The track record of a source, on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from provenance.assessment.scales.admiralty import LETTER_WORDS
from provenance.assessment.track_record import KindRecord, TrackRecord, probability, total
from provenance.records.decisions import Check, Decided, Letter
from provenance.records.source import Reliability
from provenance.reports.scales import shown_total, signed
from provenance.reports.terminal import labelled, source_name
from provenance.reports.wording import day_words, printable

_WIDE = 14


def draw_record(record: TrackRecord, console: Console, *, scores: bool) -> None:
    """Prints the letter, the verdicts on single claims, and the sum for each kind of claim that anything is known of.

    Args:
        record: What to print.
        console: Where to print it.
        scores: Whether probabilities are printed in percent, too.
    """
    head = Text.assemble(source_name(record.source), (f"  {printable(record.source.id)}", "dim"))
    body = labelled(_rows(record, scores=scores), width=_WIDE)
    console.print(Group(head, Padding(body, (0, 0, 0, 2))))


def _rows(record: TrackRecord, *, scores: bool) -> Iterator[tuple[str, RenderableType]]:
    yield "letter", Text(_letter_words(record.source.reliability))
    for letter in record.letters:
        if letter.by.on != record.source.reliability.set_on or letter.letter != record.source.reliability.letter:
            yield "", Text(f"before or beside it {letter.letter}, {_who(letter.by)}", style="dim")
    for check in record.checks:
        yield "checked", Text(_check_words(check))
    known = [kind for kind in record.kinds if len(kind.terms) > 1]
    for kind in known:
        yield kind.kind.value, _sum(kind, scores=scores)
    rest = next((kind for kind in record.kinds if kind not in known), None)
    if rest is not None:
        yield ("other claims" if known else "any claim"), _sum(rest, scores=scores)


def _letter_words(letter: Reliability) -> str:
    words = f"{letter.letter}, {LETTER_WORDS[letter.letter]}"
    if letter.set_by is None:
        return words
    on = f" on {day_words(letter.set_on)}" if letter.set_on else ""
    return printable(f"{words}; set by {letter.set_by}{on}{f': {letter.reason}' if letter.reason else ''}")


def _check_words(check: Check) -> str:
    verdict = "right" if check.is_right else "wrong"
    return printable(f"{check.claim} ({check.kind}): {verdict}; {_who(check.by)}")


def _who(by: Decided) -> str:
    return printable(f"{by.reviewer} on {day_words(by.on)}: {by.reason}")


def _sum(kind: KindRecord, *, scores: bool) -> RenderableType:
    score = f", {probability(total(kind.terms)):.0%}" if scores else ""
    lines = [f"{signed(term.log_odds)}  {term.name}" for term in kind.terms]
    return Group(
        Text.assemble((kind.likelihood, "bold"), f" to be right{score}"),
        *(Text(line) for line in lines),
        Text(f"{signed(shown_total(kind.terms))}  log-odds", style="dim"),
    )


# ------------------------------------------------------------------------------------------------------------ JSON


def record_object(record: TrackRecord, *, scores: bool) -> dict[str, Any]:
    """Returns the record as an object, schema ``claim-provenance/track-record/1``; a probability only on ``scores``."""
    letter = record.source.reliability
    on = letter.set_on and letter.set_on.isoformat()
    return {
        "schema": "claim-provenance/track-record/1",
        "source": {"id": record.source.id, "name": record.source.name},
        "letter": {"letter": letter.letter, "set_by": letter.set_by, "set_on": on, "reason": letter.reason},
        "letters": [_letter_object(entry) for entry in record.letters],
        "checks": [_check_object(entry) for entry in record.checks],
        "kinds": [_kind_object(kind, scores=scores) for kind in record.kinds],
    }


def _letter_object(entry: Letter) -> dict[str, Any]:
    return {"id": entry.id, "letter": entry.letter, **_by_object(entry.by)}


def _check_object(entry: Check) -> dict[str, Any]:
    said = {"claim": entry.claim, "kind": entry.kind.value, "right": entry.is_right}
    return {"id": entry.id, **said, **_by_object(entry.by)}


def _by_object(by: Decided) -> dict[str, Any]:
    return {"reviewer": by.reviewer, "on": by.on.isoformat(), "reason": by.reason}


def _kind_object(kind: KindRecord, *, scores: bool) -> dict[str, Any]:
    terms: list[dict[str, Any]] = [{"name": t.name, "log_odds": round(t.log_odds, 4)} for t in kind.terms]
    return {
        "kind": kind.kind.value,
        "right": kind.tally.right,
        "wrong": kind.tally.wrong,
        "agreed": kind.agreed,
        "likelihood": kind.likelihood,
        "terms": terms,
        "total": round(sum(term["log_odds"] for term in terms), 4),
        **({"probability": round(probability(total(kind.terms)), 4)} if scores else {}),
    }
