"""Beliefs from a table of (source, object, value): our CPU and memory beside the PyPI package truthdiscovery.

python benchmarks/truth.py [--rows N...] [--runs N] [--peer-python PATH] [--peer-rows N...]
python benchmarks/truth.py --accuracy

Tables are drawn with a fixed seed: 10 sources of 1,000 speak of each object, each right by its own accuracy, and name
one of four false values otherwise; the last table is one object with 10,000 values. Every measurement is a process of
its own, ours the best of --runs; "beliefs" is file to beliefs in memory with Python and imports taken off, "whole" the
whole process. The command also writes all beliefs as CSV. The time the csv module alone takes is a yardstick for the
machine. Of the peer only its drawing, which needs Cairo, is not loaded. Where both give beliefs, after 10 rounds, the
largest difference is printed; on one object the peer runs Sums alone, since it takes 5 GB. --accuracy prints how often
each method ranks the true value first in simulated tables, some with copying, and what the cap on agreement does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

SEED = 20100823
METHODS = ("voting", "sums", "average-log", "investment", "pooled-investment", "truthfinder", "accu")
SHARED = {
    "sums": "Sums",
    "average-log": "AverageLog",
    "investment": "Investment",
    "pooled-investment": "PooledInvestment",
    "truthfinder": "TruthFinder",
}
"""The peer's names."""

MEASURED = """
import json, time
{load}
start = time.process_time()
found = {work}
seconds, whole = time.process_time() - start, time.process_time()
with open("/proc/self/status") as status:  # what getrusage tells holds the memory of the parent too
    most = next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
print(json.dumps([seconds, whole, most, found]))
"""

OURS = """
import sys
def load():
    import provenance.truth.ranking, provenance.truth.reading
def work(path, method, rounds, kept):
    from provenance.truth.methods.contract import Given
    from provenance.truth.methods.table import METHODS
    from provenance.truth.reading import read_columns
    from provenance.truth.table import claim_table
    with open(path, "rb") as file:
        table = claim_table(*read_columns(file, path, ("source", "object", "value")).columns)
    belief = METHODS[method](table, Given(rounds)).belief
    if not kept:
        return None
    pairs = zip(table.claim_object.tolist(), table.claim_value.tolist(), belief.tolist())
    return {table.objects[o] + "|" + table.values[v]: b for o, v, b in pairs}
"""

YARDSTICK = """
def load():
    import csv
def work(path, method, rounds, kept):
    import csv
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.reader(file))
"""

PEER = """
import csv, sys, types
def load():
    drawing = types.ModuleType("truthdiscovery.graphs")
    drawing.__all__ = []
    sys.modules["truthdiscovery.graphs"] = drawing
    import truthdiscovery
def work(path, method, rounds, kept):
    from truthdiscovery import Dataset, FixedIterator
    import truthdiscovery
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        data = Dataset(map(tuple, rows))
    found = getattr(truthdiscovery, method)(iterator=FixedIterator(rounds)).run(data)
    return {o + "|" + v: b for o, values in found.belief.items() for v, b in values.items()} if kept else None
"""


# ---------------------------------------------------------------------------------------------------------- tables


def drawn(rows: int) -> str:
    """Returns a table of so many rows, shuffled."""
    random = np.random.default_rng(SEED)
    per_object = 10
    objects = np.repeat(np.arange(rows // per_object), per_object)
    first, step = random.integers(0, 1000, (2, rows // per_object))
    sources = ((first[:, None] + np.arange(per_object) * (2 * (step[:, None] % 50) + 1)) % 1000).ravel()
    is_right = random.random(len(objects)) < random.beta(3, 2, 1000)[sources]
    values = np.where(is_right, 0, random.integers(1, 5, len(objects)))
    order = random.permutation(len(objects))
    lines = zip(sources[order].tolist(), objects[order].tolist(), values[order].tolist(), strict=True)
    return "source,object,value\n" + "".join(f"source {s},object {o},value {v}\n" for s, o, v in lines)


def one_object(values: int) -> str:
    return "source,object,value\n" + "".join(f"source {n},object,value {n}\n" for n in range(values))


# -------------------------------------------------------------------------------------------------------- measuring


def measured(python: str, program: str, path: Path, method: str, *, rounds: int | None, kept: bool) -> list[Any]:
    """Returns CPU seconds file to beliefs, of the whole process, MB at most, and the beliefs if kept."""
    body = MEASURED.format(load="load()", work=f"work({str(path)!r}, {method!r}, {rounds}, {kept})")
    done = subprocess.run([python, "-c", program + body], check=True, capture_output=True, text=True)
    return list(json.loads(done.stdout))


def best(runs: int, *args: Any, **more: Any) -> list[Any]:
    return min((measured(*args, **more) for _ in range(runs)), key=lambda found: found[0])


def command(path: Path, runs: int) -> tuple[float, float]:
    """Returns CPU seconds and MB of ``provenance truth`` writing all beliefs as CSV."""
    code = (
        "import os, resource, sys, subprocess; "
        "subprocess.run([sys.executable, '-m', 'provenance', 'truth', sys.argv[1], '-f', 'csv', '-o', os.devnull], "
        "check=True); used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
    )
    told = (
        subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True).stdout
        for _ in range(runs)
    )
    seconds, megabytes = min(tuple(map(float, line.split())) for line in told)
    return seconds, megabytes


def difference(ours: dict[str, float], theirs: dict[str, float]) -> float:
    assert ours.keys() == theirs.keys()
    return max(abs(ours[claim] - theirs[claim]) for claim in ours)


def measure(name: str, path: Path, *, runs: int, peer: str | None, beside: Iterable[str] = SHARED) -> None:
    print(f"\n{name}")
    seconds = best(runs, sys.executable, YARDSTICK, path, "", rounds=None, kept=False)[0]
    print(f"  csv module, reading only {seconds:14.3f} s")
    seconds, megabytes = command(path, runs)
    print(f"  provenance truth -f csv  whole {seconds:8.3f} s  {megabytes:6.0f} MB")
    for method in METHODS:
        seconds, whole, megabytes, _ = best(runs, sys.executable, OURS, path, method, rounds=None, kept=False)
        print(f"  {method:18s} beliefs {seconds:8.3f} s  whole {whole:8.3f} s  {megabytes:6.0f} MB")
    for method in beside if peer else ():
        _beside(path, method, runs, str(peer))


def _beside(path: Path, method: str, runs: int, peer: str) -> None:
    """Prints one method beside the peer's, both going 10 rounds and giving beliefs by name."""
    ours = best(runs, sys.executable, OURS, path, method, rounds=10, kept=True)
    theirs = measured(peer, PEER, path, SHARED[method], rounds=10, kept=True)
    print(
        f"  {method:18s} ours {ours[0]:8.3f} s {ours[2]:6.0f} MB  truthdiscovery {theirs[0]:8.3f} s {theirs[2]:6.0f} MB"
        f"  {theirs[0] / ours[0]:6.1f} times  difference {difference(ours[3], theirs[3]):.1e}"
    )


# --------------------------------------------------------------------------------------------------------- accuracy

SCENES: dict[str, dict[str, Any]] = {
    "good": {"accuracy": (8, 2)},
    "mixed": {"accuracy": (1.5, 1)},
    "poor": {"accuracy": (1, 1.5)},
    "yes or no": {"accuracy": (6, 3), "false": 1},
    "few claims": {"accuracy": (3, 2), "sources": 300, "cover": 0.01},
    "6 of 20 copy": {"accuracy": (8, 2), "sources": 20, "copiers": 6},
    "4 of 15 copy": {"accuracy": (5, 2), "sources": 15, "copiers": 4},
}


def simulated(
    seed: int,
    *,
    accuracy: tuple[float, float],
    sources: int = 30,
    cover: float = 0.25,
    false: int = 5,
    copiers: int = 0,
) -> Any:
    """Returns a table of 1,000 objects whose true value is "0"; copiers repeat a source that is right in 35 %."""
    from provenance.truth.table import Column, claim_table

    random = np.random.default_rng((SEED, seed))
    right = random.beta(*accuracy, sources)
    right[:copiers] = 0.35
    says = random.random((sources, 1000)) < cover
    values = np.where(random.random(says.shape) < right[:, None], 0, random.integers(1, false + 1, says.shape))
    values[:copiers] = values[:1] if copiers else values[:copiers]
    says[1:copiers] = says[:1] & (random.random((max(copiers - 1, 0), 1000)) < 0.8) if copiers else says[1:copiers]
    columns = (*np.nonzero(says), values[says])
    coded = [np.unique(column, return_inverse=True) for column in columns]
    return claim_table(*(Column(tuple(f"{name:04}" for name in names.tolist()), codes) for names, codes in coded))


def accuracies() -> None:
    from provenance.truth.methods.accu import accu_with
    from provenance.truth.methods.contract import Given
    from provenance.truth.methods.table import METHODS as OWN
    from provenance.truth.order import sole_best

    caps = {f"accu, cap {cap:g}": partial(accu_with, most_agreement=cap) for cap in (0, 2, 8, 50, float("inf"))}
    print(f"{'':18s}" + "".join(f"{scene:>14s}" for scene in SCENES))
    for name, method in {**OWN, **caps}.items():
        shares = []
        for scene in SCENES.values():
            tables = [simulated(seed, **scene) for seed in range(8)]
            best = [(table, sole_best(table, method(table, Given()))) for table in tables]
            shares.append(np.mean([np.mean((b >= 0) & (t.claim_value[b] == 0)) for t, b in best]))
        print(f"{name:18s}" + "".join(f"{100 * share:13.1f}%" for share in shares))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--peer-python", help="a Python that has truthdiscovery")
    options.add_argument("--peer-rows", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--accuracy", action="store_true")
    given = options.parse_args()
    if given.accuracy:
        return accuracies()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "claims.csv")
        for rows in given.rows:
            path.write_text(drawn(rows), encoding="utf-8")
            peer = given.peer_python if rows in given.peer_rows else None
            measure(f"{rows:,} rows", path, runs=given.runs, peer=peer)
        path.write_text(one_object(10_000), encoding="utf-8")
        return measure("one object, 10,000 values", path, runs=given.runs, peer=given.peer_python, beside=["sums"])


if __name__ == "__main__":
    main()
