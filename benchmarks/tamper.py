"""Reports changed in one place, held against the checker: how many it rejects, and what it lets pass.

    python benchmarks/tamper.py [--reports 2000] [--changes 25] [--seed 1] [--jobs 2]

Counted are the reports that were refused as they were, and changed ones that were accepted though the claims in them
do not give what they say. Exit code 1 where there is any. How reports are made and changed is in tests/assessment.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "assessment"))

from mutants import as_json, escaped, mutant
from readings import some_report

from provenance.assessment.verify import problems_of_report


def judged(number: int, seed: int, changes: int) -> Counter[str]:
    """Returns what happened how often to one report and what was made of it."""
    random = Random(f"{seed}-{number}")
    honest = as_json(some_report(random))
    found = Counter({"reports refused": int(bool(problems_of_report(honest)))})
    for _ in range(changes):
        changed, how = mutant(random, honest)
        if escape := escaped(changed, honest, how):
            found[f"passed: {escape}"] += 1
        found["rejected" if problems_of_report(changed) else "accepted"] += 1
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--changes", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    begun = time.perf_counter()
    total: Counter[str] = Counter()
    with Pool(chosen.jobs) as pool:
        one = partial(judged, seed=chosen.seed, changes=chosen.changes)
        for found in pool.imap_unordered(one, range(chosen.reports), chunksize=20):
            total.update(found)
    wrong = {what: n for what, n in total.items() if n and (what.startswith("passed") or what == "reports refused")}
    print(f"{chosen.reports:,} reports, {chosen.reports * chosen.changes:,} changed, in", end=" ")
    print(f"{time.perf_counter() - begun:.0f} s; rejected: {total['rejected']:,}, accepted: {total['accepted']:,}")
    print(*(f"{n:6,} {what}" for what, n in wrong.items()), sep="\n")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
