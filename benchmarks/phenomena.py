"""Error rates by linguistic phenomenon, on a set written by people who had not seen the program.

    python benchmarks/phenomena.py [FILE...] [--rules] [--misses]

The default is ``benchmarks/data/phenomena.txt`` (CC BY 4.0): short invented passages with every statement attribution
marked, each filed under the phenomenon it was written for. ``--rules`` leaves the span model out.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from attribution import read_attributions

from provenance.attributions.found import Act
from provenance.evaluation.agreement import Agreement, agreement
from provenance.evaluation.inline import texts
from provenance.records.marks import Marks

DATA = Path(__file__).parent / "data" / "phenomena.txt"
_FILED = re.compile(r"(?m)^# id: (.+)\n# phenomenon: (.+)$")


def measured(files: list[Path], *, with_model: bool) -> dict[str, list[tuple[str, str, Agreement]]]:
    """Returns, by phenomenon, each passage's id, text and agreement."""
    found = defaultdict(list)
    for file in files:
        content = file.read_text(encoding="utf-8")
        filed = dict(_FILED.findall(content))
        for name, text, marks in texts(content):
            statements = [m for act, m in read_attributions(text, with_model=with_model) if act is not Act.UNSTATED]
            found[filed[name]].append((name, text, agreement(text, marks, statements)))
    return found


def words(text: str, marks: Marks) -> str:
    return " | ".join(" ".join(text[a:b] for a, b in spans) for spans in marks)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="*", type=Path, default=[DATA])
    options.add_argument("--rules", action="store_true")
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    whole = Agreement({})
    print(f"{'phenomenon':58s} marked  missed  wrong")
    by_kind = measured(given.files, with_model=not given.rules)
    for kind, passages in by_kind.items():
        total = sum((one for _, _, one in passages), Agreement({}))
        whole += total
        count = total.counts["attributions"]
        missed = f"{1 - count.recall:7.1%}" if count.marked else "      -"
        wrong = f"{1 - count.precision:6.1%}" if count.found else "     -"
        print(f"{kind[:58]:58s} {count.marked:6d} {missed} {wrong}")
        for name, text, one in passages if given.misses else ():
            for word, marks in (("missed", one.missed), ("wrong", one.spurious)):
                for m in marks:
                    print(f"    {name}: {word}: {words(text, m)}")
    count = whole.counts["attributions"]
    print(f"{'all':58s} {count.marked:6d} {1 - count.recall:7.1%} {1 - count.precision:6.1%}")


if __name__ == "__main__":
    main()
