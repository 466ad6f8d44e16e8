"""The agreement with marked texts, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.evaluation.run import total
from provenance.records.marks import Marks, Spans

if TYPE_CHECKING:
    from rich.console import Console

    from provenance.evaluation.run import Scored

LONGEST = 90
"""Characters shown of a content that was missed."""


def draw_evaluation(results: Sequence[Scored], console: Console, *, misses: bool = False) -> None:
    """Draws precision, recall and F1 by measure, then on request each miss with its line.

    Args:
        results: The texts scored, with their agreement.
        console: Where to draw.
        misses: Whether to list what was missed and what was found without being marked.
    """
    from rich.table import Table

    table = Table("", "precision", "recall", "F1", "right", "found", "marked", box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for name, count in total(results).counts.items():
        shares = (f"{share:.1%}" for share in (count.precision, count.recall, count.f1))
        table.add_row(name, *shares, *(f"{n:,}" for n in (count.right, count.found, count.marked)))
    console.print(table)
    if misses:
        for line in _misses(results):
            console.print(line, soft_wrap=True)


def _misses(results: Sequence[Scored]) -> Iterator[str]:
    for result in results:
        for word, marks in (("missed", result.agreement.missed), ("not marked", result.agreement.spurious)):
            for one in marks:
                yield f"{result.name}:{_line(result.text, one)}: {word}: {_shown(result.text, one)}"


def _line(text: str, marks: Marks) -> int:
    return text.count("\n", 0, min((start for start, _ in marks.whole()), default=0)) + 1


def _shown(text: str, marks: Marks) -> str:
    content = _words(text, marks.content)
    content = content if len(content) <= LONGEST else content[: LONGEST - 3] + "..."
    return f"{_words(text, marks.source) or 'nobody'} | {_words(text, marks.cue) or 'no cue'} | {content}"


def _words(text: str, spans: Spans) -> str:
    return " ".join(" ".join(text[start:end] for start, end in spans).split())
