"""The numbers of independence against brute force, on random evidence graphs with loops.

    python benchmarks/brute_force.py [--graphs 100000] [--seed 1] [--jobs 2]

Each graph has up to eight nodes, few enough to try every set of them. Counted is how often a number of the project is
not that of its definition, both as computed for reports and by networkx, and how often the checker refuses a proof.
Exit code 1 where anything is wrong. The definitions are in tests/graph/brute.py.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "graph"))

from brute import Brute, evidence_at_random, wrong

from provenance.assessment.retrace import Side
from provenance.assessment.verify import problems, problems_of_side
from provenance.exports.report_json import support_object
from provenance.graph.evidence import Evidence
from provenance.graph.measures import measure, measure_graph
from provenance.records.assessment import Support

NUMBERS = ("reports", "kappa", "roots", "origins", "shown", "floor", "floor_by_side", "n_eff", "choke", "loops")
CHUNK = 500


def is_refused(evidence: Evidence, support: Support) -> bool:
    """Tells whether the checker finds anything wrong."""
    side = Side(
        claims=[{}],
        edges={(edge.holder, edge.giver): edge.kind.value for edge in evidence.edges},
        ends={report: set(ends) for report, ends in evidence.ends.items()},
        parties={node: {"side": party.side} for node, party in evidence.parties.items()},
        families=dict(evidence.families),
        speaking=set(evidence.speaking),
        first_hand=set(evidence.first_hand),
    )
    told = support_object(support)
    return bool(problems(told) or list(problems_of_side(told, side)))


def judged(chunk: int, seed: int, graphs: int) -> Counter[str]:
    """Returns what was wrong how often in one chunk of graphs, and what was met."""
    random = Random(f"{seed}-{chunk}")
    found: Counter[str] = Counter()
    for _ in range(graphs):
        evidence = evidence_at_random(random)
        for how, compute in (("measure", measure), ("networkx", measure_graph)):
            support = compute(evidence)
            found.update(f"{how} {name}" for name in wrong(evidence, support))
            found[f"{how} refused"] += is_refused(evidence, support)
        found["with a loop"] += any(part.bit_count() > 1 for part in Brute(evidence).parts)
        found[f"kappa {support.kappa}"] += 1
        found["graphs"] += 1
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--graphs", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=1)
    asked = options.parse_args()
    sizes = [CHUNK] * (asked.graphs // CHUNK) + [asked.graphs % CHUNK]
    began = time.perf_counter()
    with Pool(asked.jobs) as pool:
        parts = pool.starmap(judged, [(chunk, asked.seed, size) for chunk, size in enumerate(sizes)], chunksize=1)
    found = sum(parts, Counter())
    print(report(found, time.perf_counter() - began))
    sys.exit(any(found[f"{how} {name}"] for how in ("measure", "networkx") for name in (*NUMBERS, "refused")))


def report(found: Counter[str], seconds: float) -> str:
    """Returns the table."""
    spread = ", ".join(
        f"{name.removeprefix('kappa ')}: {found[name]:,}" for name in sorted(found) if name[:5] == "kappa"
    )
    rows = [
        f"{found['graphs']:,} graphs, {found['with a loop']:,} with a loop, in {seconds:.0f} s; kappa {spread}",
        f"{'wrong':14s} {'as reported':>12s} {'by networkx':>12s}",
    ]
    names = {name: name for name in NUMBERS} | {"refused": "proof refused"}
    rows += [f"{told:14s} {found[f'measure {n}']:12,} {found[f'networkx {n}']:12,}" for n, told in names.items()]
    return "\n".join(rows)


if __name__ == "__main__":
    main()
