"""What the command costs before it does anything: CPU of ``provenance --help`` beside ``python -c pass``, in one run.

python benchmarks/startup.py [--runs N]
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence


def cpu_of(command: Sequence[str]) -> float:
    """Returns the CPU seconds of a finished child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=15)
    runs = options.parse_args().runs
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "provenance --help": [sys.executable, "-m", "provenance", "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(cpu_of(command))
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"{name:20s} {1000 * seconds:6.1f} ms CPU (median of {runs})")
    print(f"above bare Python    {1000 * (medians['provenance --help'] - medians['python -c pass']):6.1f} ms CPU")


if __name__ == "__main__":
    main()
