"""Reads marked dispatches: plain text and the spans of sources, cues and contents (``training/GUIDE.md``).

python training/marks.py training/data/*.txt      # checks every mark, prints counts
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from provenance.evaluation.inline import texts
from provenance.records.marks import Marks


class Dispatch(NamedTuple):
    """A dispatch without its marks."""

    id: str
    text: str
    attributions: tuple[Marks, ...]


def read_dispatches(path: Path) -> Iterator[Dispatch]:
    """Yields the dispatches of a file in order.

    Raises:
        ValueError: A mark does not close, or an attribution has no content; the message names file and dispatch.
    """
    try:
        yield from (Dispatch(*one) for one in texts(path.read_text(encoding="utf-8")))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def main(paths: list[str]) -> int:
    """Prints the counts of the files; returns 1 when one of them is wrong."""
    counts: Counter[str] = Counter()
    bad = 0
    seen: set[str] = set()
    for path in map(Path, paths):
        try:
            for dispatch in read_dispatches(path):
                counts["dispatches"] += 1
                counts["words"] += len(dispatch.text.split())
                counts["attributions"] += len(dispatch.attributions)
                counts["without source"] += sum(not a.source for a in dispatch.attributions)
                counts["without cue"] += sum(not a.cue for a in dispatch.attributions)
                if dispatch.id in seen:
                    raise ValueError(f"{path}: the id {dispatch.id} is used twice")
                seen.add(dispatch.id)
        except ValueError as error:
            print(error)
            bad += 1
    print(dict(counts))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
