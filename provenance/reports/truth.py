"""Ranked values and sources as plain lines, for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from provenance.reports.wording import printable
from provenance.truth.ranking import RankedObject, RankedSource, Ranking
from provenance.truth.scoring import Score

NAMES = 5
"""Sources named for a value; the others are counted."""
WIDEST = 40
"""Characters to which columns are made to align; longer cells stand out."""


def objects_text(ranking: Ranking) -> Iterator[str]:
    """Yields the head, then each object with its values, best first."""
    yield from _head(ranking)
    shown = cache(printable)
    for item in ranking.objects():
        yield f"\n{printable(item.name)}{_checked(item)}\n"
        values = [shown(value.value) for value in item.values]
        width = min(max(map(len, values)), WIDEST)
        for text, value in zip(values, item.values, strict=True):
            names = ", ".join(map(shown, value.sources[:NAMES]))
            yield f"  {_number(value.belief)}  {text:{width}}  {names}{_more(len(value.sources))}\n"


def sources_text(ranking: Ranking) -> Iterator[str]:
    """Yields the head, then a line per source, the most trusted first."""
    yield from _head(ranking)
    yield "\n"
    columns: tuple[str, ...] = ("trust", "checked", "claims", "source")
    if ranking.found.terms:
        yield "log-odds = prior + right + wrong + agreement; trust = 1 / (1 + exp(-log-odds))\n\n"
        columns = ("trust", "log-odds", "prior", "right", "wrong", "agreement", "letter", "checked", "claims", "source")
    yield from _aligned(columns, list(map(_source_cells, ranking.sources())))


def score_words(name: str, score: Score) -> str:
    """Returns in words how the checked objects come out."""
    found = f"{name} ranks the checked value first on {score.right:,} of {score.objects:,} checked objects"
    tied = f"; on {score.tied:,} it is undecided" if score.tied else ""
    return found + tied + (f"; on {score.unsaid:,} nobody names that value" if score.unsaid else "")


def _head(ranking: Ranking) -> Iterator[str]:
    table, found = ranking.table, ranking.found
    rounds = f", {found.rounds} round{'' if found.rounds == 1 else 's'}" if found.rounds else ""
    yield "Ranked by how sources agree. It does not say what is true.\n"
    yield f"{ranking.method}{rounds}: {len(table.row_source):,} rows, {len(table.sources):,} sources, "
    yield f"{len(table.objects):,} objects, {len(table.claim_object):,} values named\n"
    for name, score in ranking.scores.items():
        yield f"With its check hidden, {score_words(name, score)}.\n"


def _checked(item: RankedObject) -> str:
    if item.checked is None:
        return ""
    unsaid = "" if item.checked in {value.value for value in item.values} else ", which nobody names"
    return f"  (checked: {printable(item.checked)}{unsaid})"


def _more(sources: int) -> str:
    return f" and {sources - NAMES:,} more" if sources > NAMES else ""


def _source_cells(item: RankedSource) -> tuple[str, ...]:
    checked = f"{item.right}/{item.right + item.wrong}" if item.right + item.wrong else "-"
    terms = (f"{item.terms.total:.2f}", *(f"{term:+.2f}" for term in item.terms[1:])) if item.terms else ()
    letter = (item.letter,) if item.letter else ()
    return (_number(item.trust), *terms, *letter, checked, f"{item.claims:,}", printable(item.name))


def _number(number: float) -> str:
    """Returns a number from 0 to 1 so that neither end is shown where it is not reached."""
    if 0 < number < 0.001:
        return "<.001"
    return ">.999" if 0.999 < number < 1 else f"{number:.3f}"


def _aligned(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yields the head and the rows, all columns but the last set to the right."""
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        yield "  ".join([cell.rjust(width) for cell, width in zip(row[:-1], widths, strict=False)] + [row[-1]]) + "\n"
