"""How long the table of a long report takes to draw.

    python benchmarks/report_table.py [propositions]

Makes claims with given propositions (5,000 if not told otherwise), reads and weighs them, and prints the CPU seconds
that the whole table takes to draw, and its lines. The same number gives the same claims.
"""

from __future__ import annotations

import io
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console

from provenance.reports.order import ordered
from provenance.reports.terminal import draw_report
from provenance.workflow import read_report

SOURCES = (
    ("the river monitor", "monitor"),
    ("Agency", "outlet"),
    ("the ministry of works", "government"),
    ("local sources", "anonymous_plural"),
    ("Port Ansel hospital", "body"),
    ("a resident", "anonymous"),
)
OUTLETS = ("Coastal Wire", "Daily Meridian", "Radio Littoral", "Harbour Post", "Steppe Courier")
WORDS = "the convoy was hit near the eastern bridge while twelve people crossed and the stalls burned for hours".split()


def claims(propositions: int) -> Iterator[dict[str, object]]:
    """Yields one to five claims for each proposition."""
    chance = random.Random(7)
    for number in range(propositions):
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
            name, kind = chance.choice(SOURCES)
            yield {
                "schema": "claim-provenance/claim/1",
                "document": {"path": f"{chance.randrange(propositions)}.txt", "publisher": chance.choice(OUTLETS)},
                "source": {"name": name, "kind": kind},
                "cue": {"text": "said"},
                "content": {"text": f"in case {number} " + " ".join(chance.choices(WORDS, k=14))},
                "stance": chance.choice(("asserts",) * 6 + ("denies",)),
                "proposition": f"case {number} at the bridge",
            }


def main(propositions: int) -> None:
    """Prints the seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.jsonl")
        path.write_text("".join(json.dumps(claim) + "\n" for claim in claims(propositions)), encoding="utf-8")
        report = ordered(read_report([str(path)]))
    screen = io.StringIO()
    began = time.process_time()
    draw_report(report, Console(file=screen, width=100, color_system=None), everything=True)
    spent = time.process_time() - began
    print(f"{len(report.assessments):,} propositions, {screen.getvalue().count(chr(10)):,} lines: {spent:.1f} s CPU")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
