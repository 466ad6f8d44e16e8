"""What a change to the extractor gains and loses on a marked corpus.

    python benchmarks/changes.py GOLD... [--against REVISION] [--documents N] [--show N]

Runs ``benchmarks/attribution.py`` on the working tree and on a revision of it (by default the last commit), each in a
process of its own, and prints which marked attributions are found now and were not, which are lost, and what is found
now or no longer without being marked.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from attribution import texts

from provenance.evaluation.agreement import agreement
from provenance.evaluation.gold import Gold, read_gold
from provenance.records.marks import Marks

HERE = Path(__file__).resolve().parent.parent


def found_by(tree: Path, gold: list[str], limit: int | None, out: Path) -> dict[str, list[Marks]]:
    """Returns what the code of a tree finds, by text."""
    script = Path(__file__).with_name("attribution.py")
    command = [sys.executable, str(script), *gold, "--only", "provenance", "--save", str(out)]
    command += ["--documents", str(limit)] if limit else []
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(tree)}, cwd=tree)
    found: dict[str, list[Marks]] = defaultdict(list)
    for one in read_gold(str(out)):
        found[one.name] = list(one.marks)
    return found


def differences(
    gold: Iterable[Gold], before: dict[str, list[Marks]], after: dict[str, list[Marks]]
) -> Iterator[tuple[str, Gold, Marks]]:
    """Yields each marked or found attribution that changed sides."""
    for one in gold:
        old, new = (agreement(one.text or "", one.marks, found[one.name]) for found in (before, after))
        yield from (("gained", one, m) for m in old.missed if m not in new.missed)
        yield from (("lost", one, m) for m in new.missed if m not in old.missed)
        yield from (("newly wrong", one, m) for m in new.spurious if m not in old.spurious)
        yield from (("no longer wrong", one, m) for m in old.spurious if m not in new.spurious)


def shown(text: str, marks: Marks) -> str:
    words = (" ".join(" ".join(text[a:b] for a, b in spans).split()) for spans in marks)
    return " | ".join(word if len(word) <= 100 else f"{word[:97]}..." for word in words)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="+")
    options.add_argument("--against", default="HEAD", metavar="REVISION")
    options.add_argument("--documents", type=int, default=None)
    options.add_argument("--show", type=int, default=15, help="how many of each kind to print")
    given = options.parse_args()
    paths = [str(Path(path).resolve()) for path in given.gold]
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "tree"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(old), given.against], check=True, cwd=HERE)
        try:
            print(f"before ({given.against}):", flush=True)
            before = found_by(old, paths, given.documents, Path(folder) / "before.jsonl")
            print("now:", flush=True)
            after = found_by(HERE, paths, given.documents, Path(folder) / "after.jsonl")
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(old)], check=True, cwd=HERE)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, one, marks in differences(list(texts(paths))[: given.documents], before, after):
        by_kind[kind].append(f"{one.name}: {shown(one.text or '', marks)}")
    for kind in ("gained", "lost", "newly wrong", "no longer wrong"):
        print(f"\n{len(by_kind[kind])} {kind}")
        for line in by_kind[kind][: given.show]:
            print(f"  {line}")


if __name__ == "__main__":
    main()
