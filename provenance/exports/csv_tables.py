"""Claims and reports as CSV tables (RFC 4180, UTF-8, CRLF).

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula, and the words come from
strangers: such a cell is written with an apostrophe before it, as OWASP advises ("CSV injection"). Take the
apostrophe away to have the words back; JSON lines carry them untouched.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from provenance.exports.json_lines import plain_number
from provenance.records.assessment import Assessment, Support
from provenance.records.claim import Claim, Quantity
from provenance.records.report import Part, Report
from provenance.records.source import Source
from provenance.records.spans import hull

CLAIM_COLUMNS = (
    *("claim", "path", "line", "column", "title", "publisher", "author", "published"),
    *("source_id", "source", "source_text", "source_kind", "inferred", "origin", "chain"),
    *("cue", "content", "manner", "subject", "predicate", "object", "stance", "hedging"),
    *("quantities", "event_from", "event_to", "said_date", "place", "status"),
)
_VERDICT_COLUMNS = ("proposition", "label", "verdict", "flags", "admiralty")
_NUMBER_COLUMNS = ("reports", "roots", "floor", "kappa", "n_eff")
REPORT_COLUMNS = (
    *_VERDICT_COLUMNS,
    *("side", *_NUMBER_COLUMNS),
    *CLAIM_COLUMNS,
    *("why", "would_change", "scale"),
)
SOURCE_COLUMNS = ("id", "name", "kind", "aliases", "family", "side", "letter", "set_by", "set_on")


def claims_csv(claims: Iterable[Claim]) -> Iterator[str]:
    """Yields the head and one row per claim, in the order given."""
    return _table(CLAIM_COLUMNS, map(_claim_row, claims))


def report_csv(report: Report) -> Iterator[str]:
    """Yields the head and one row per proposition and claim of it, with the numbers of the side it is on."""
    yield report_head()
    yield from map(part_rows, report.parts)


def report_head() -> str:
    """Returns the head of the table of a report."""
    return "".join(_table(REPORT_COLUMNS, ()))


def part_rows(part: Part) -> str:
    """Returns the rows of one proposition of a report."""
    _, *rows = _table(REPORT_COLUMNS, _part_rows(part))
    return "".join(rows)


def sources_csv(sources: Iterable[Source]) -> Iterator[str]:
    """Yields the head and one row per source."""
    return _table(SOURCE_COLUMNS, map(_source_row, sources))


def rows_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yields the head and the rows of any table."""
    return _table(columns, (dict(zip(columns, row, strict=True)) for row in rows))


def safe_cell(value: object) -> object:
    """Returns text so that no spreadsheet runs it; numbers are as they were.

    >>> safe_cell("=1+1"), safe_cell("nine"), safe_cell(-9)
    ("'=1+1", 'nine', -9)
    """
    runs = isinstance(value, str) and _FORMULA.match(value)
    return f"'{value}" if runs else value


_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@]")
"""What a spreadsheet takes for a formula, behind any blank, form feeds and byte order marks too."""


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(columns)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([safe_cell(row.get(column)) for column in columns])
        yield line.getvalue()


def _part_rows(part: Part) -> Iterator[dict[str, Any]]:
    assessment, proposition = part.assessment, part.assessment.proposition
    sides = (
        ("supports", proposition.supporting, assessment.support),
        ("opposes", proposition.opposing, assessment.opposition),
        ("open", proposition.open, None),
    )
    for side, ids, numbers in sides:
        for claim in (part.claims[name] for name in ids if name in part.claims):
            yield {**_verdict_cells(assessment), "side": side, **_number_cells(numbers), **_claim_row(claim)}


def _verdict_cells(assessment: Assessment) -> dict[str, Any]:
    return {
        "proposition": assessment.proposition.id,
        "label": assessment.proposition.label,
        "verdict": assessment.verdict.value,
        "flags": " ".join(assessment.flags),
        "admiralty": f"{assessment.admiralty.letter}{assessment.admiralty.digit or ''}",
        "why": assessment.why,
        "would_change": assessment.would_change,
        "scale": assessment.scale and assessment.scale.label,
    }


def _number_cells(numbers: Support | None) -> dict[str, Any]:
    if numbers is None:
        return {}
    cells = {column: getattr(numbers, column) for column in _NUMBER_COLUMNS}
    return {**cells, "n_eff": plain_number(round(numbers.n_eff, 4))}


def _claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.id,
        **_document_cells(claim),
        **_source_cells(claim),
        **_content_cells(claim),
        "stance": claim.stance.value,
        "hedging": claim.hedging.value,
        "said_date": claim.said_date,
        "place": claim.place,
        "status": claim.status.value,
    }


def _document_cells(claim: Claim) -> dict[str, Any]:
    document = claim.document
    known = document.text and claim.content.spans
    line, column = document.line_and_column(hull(claim.content.spans).start) if known else (None, None)
    return {
        **{"path": document.path, "line": line, "column": column, "title": document.title},
        **{"publisher": document.publisher, "author": document.author, "published": document.published},
    }


def _source_cells(claim: Claim) -> dict[str, Any]:
    credited = claim.source
    return {
        "source_id": credited.source.id,
        "source": credited.source.name,
        "source_text": credited.text,
        "source_kind": credited.source.kind.value,
        "inferred": str(credited.inferred).lower(),
        "origin": claim.origin.name,
        "chain": " > ".join(source.name for source in claim.chain),
    }


def _content_cells(claim: Claim) -> dict[str, Any]:
    triple, days = claim.triple, claim.event_date
    return {
        **{"cue": claim.cue and claim.cue.text, "content": claim.content.text, "manner": claim.manner.value},
        **({"subject": triple.subject, "predicate": triple.predicate, "object": triple.object} if triple else {}),
        "quantities": "; ".join(map(_quantity_cell, claim.quantities)),
        **({"event_from": days.start, "event_to": days.end} if days else {}),
    }


def _quantity_cell(quantity: Quantity) -> str:
    least, most = plain_number(quantity.min), plain_number(quantity.max)
    bounds = "" if least is None and most is None else f" [{_open(least)}, {_open(most)}]"
    return f"{quantity.text} ({quantity.kind.value}{bounds})"


def _open(bound: float | None) -> str:
    return "" if bound is None else str(bound)


def _source_row(source: Source) -> dict[str, Any]:
    letter = source.reliability
    return {
        **{"id": source.id, "name": source.name, "kind": source.kind.value, "aliases": "; ".join(source.aliases)},
        **{"family": source.family, "side": source.side},
        **{"letter": letter.letter, "set_by": letter.set_by, "set_on": letter.set_on},
    }
