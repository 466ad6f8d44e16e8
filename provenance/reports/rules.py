"""The rules of verdicts and scales, for ``provenance explain``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from provenance.assessment.scales.contract import Scale
from provenance.assessment.verdicts import ROWS
from provenance.reports.wording import VERDICT_WORDS


def draw_scale(scale: Scale, console: Console) -> None:
    """Prints the labels of a scale with the rule for each, and what it cannot judge; one screen."""
    rows = ((row.label, f"{row.rule}. Here: {row.here}" if row.here else row.rule) for row in scale.rows)
    notes = (Text(note, style="dim") for note in scale.notes)
    console.print(Group(Text(scale.title, style="bold"), Text(), _rules(rows), Text(), *notes))


def draw_overview(scales: Iterable[Scale], console: Console) -> None:
    """Prints the verdict table, and the scales by name."""
    console.print(Group(*_overview(scales)))


def _overview(scales: Iterable[Scale]) -> Iterator[RenderableType]:
    yield Text("Verdicts: the first row that fits", style="bold")
    yield Text()
    yield _rules((VERDICT_WORDS[row.verdict], row.rule) for row in ROWS)
    yield Text()
    yield Text("Scales of other trades: provenance explain --scale NAME", style="bold")
    yield Text()
    yield _rules((scale.name, scale.title) for scale in scales)


def _rules(rows: Iterable[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, rule in rows:
        table.add_row(Text(label, style="bold"), Text(rule))
    return table


def explain_object(scales: Iterable[Scale]) -> dict[str, object]:
    """Returns the verdict table and the scales as one object."""
    return {
        "schema": "claim-provenance/explain/1",
        "verdicts": [{"verdict": row.verdict.value, "rule": row.rule} for row in ROWS],
        "scales": [_scale_object(scale) for scale in scales],
    }


def _scale_object(scale: Scale) -> dict[str, object]:
    rows = [{"label": row.label, "rule": row.rule, "here": row.here or None} for row in scale.rows]
    return {"name": scale.name, "title": scale.title, "labels": rows, "notes": list(scale.notes)}
