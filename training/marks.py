"""Reads marked dispatches: plain text and the spans of sources, cues and contents (``training/GUIDE.md``).

python training/marks.py training/data/*.txt      # checks every mark, prints counts
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Spans = tuple[tuple[int, int], ...]
ROLES = {"s": "source", "c": "cue", "t": "content"}
_MARK = re.compile(r"\{([sct])(\d+):|\}")


class Attribution(NamedTuple):
    """One marked attribution: half-open code points of the bare text, by role."""

    source: Spans
    cue: Spans
    content: Spans


class Dispatch(NamedTuple):
    """A dispatch without its marks."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def read_dispatches(path: Path) -> Iterator[Dispatch]:
    """Yields the dispatches of a file in order.

    Raises:
        ValueError: A mark does not close, or an attribution has no content; the message names file and dispatch.
    """
    for block in re.split(r"(?m)^# id: ", path.read_text(encoding="utf-8"))[1:]:
        name, _, rest = block.partition("\n")
        body = "\n".join(line for line in rest.split("\n") if not line.startswith("# ")).strip()
        try:
            text, attributions = unmarked(body)
        except ValueError as error:
            raise ValueError(f"{path}: {name.strip()}: {error}") from error
        yield Dispatch(name.strip(), text, attributions)


def unmarked(body: str) -> tuple[str, tuple[Attribution, ...]]:
    """Returns the bare text and its attributions in the order of their numbers.

    >>> unmarked("{s1:He} {c1:said} {t1:no}.")
    ('He said no.', (Attribution(source=((0, 2),), cue=((3, 7),), content=((8, 10),)),))
    """
    parts: list[str] = []
    length = at = 0
    opened: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: {"s": [], "c": [], "t": []})
    for mark in _MARK.finditer(body):
        parts.append(body[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2], length))
            continue
        if not opened:
            raise ValueError(f"a bracket closes that did not open: ...{body[max(0, mark.start() - 40) : mark.end()]}")
        role, number, start = opened.pop()
        if start == length:
            raise ValueError(f"mark {role}{number} is empty")
        spans[number][role].append((start, length))
    if opened or "{" in body[at:]:
        raise ValueError(f"a mark does not close: {opened[-1][:2] if opened else body[at:][:40]}")
    parts.append(body[at:])
    found = []
    for number, roles in sorted(spans.items(), key=lambda pair: int(pair[0])):
        if not roles["t"]:
            raise ValueError(f"attribution {number} has no content")
        found.append(Attribution(*(tuple(sorted(roles[r])) for r in "sct")))
    return "".join(parts), tuple(found)


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
