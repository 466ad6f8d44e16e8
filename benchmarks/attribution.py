"""Attributions found in marked-up news: ours, our rules alone, the span model alone and textacy, in one run.

    python benchmarks/attribution.py GOLD... [--documents N] [--save FILE] [--only NAME]

GOLD is anything ``provenance evaluate`` reads with its texts, such as a compartment of PolNeAR (Newell, Margolin,
Ruths 2018; no stated licence, not part of this project) or ``training/data``. Everything somebody is credited with
counts here, wishes and headlines too. An attribution is found when content and source both overlap a marked one by a
Dice coefficient of half or more of their words, one to one; exact when source, cue and content are the same words.
textacy (``pip install textacy``) is optional; it finds direct quotations only. Speed is CPU time of this process, and
its ratio to the bare spaCy parse of the same texts is what to quote.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from provenance.attributions.found import Act
from provenance.evaluation.agreement import Agreement, agreement
from provenance.evaluation.gold import Gold, read_gold
from provenance.evaluation.run import joined
from provenance.records.marks import Marks

Finder = Callable[[str], list[Marks]]

SPEECH = frozenset(
    """
    said say says saying told tell tells added claimed claims claim reported reports announced stated according wrote
    tweeted denied asserted alleged confirmed warned acknowledged argued insisted noted declared explained called asked
    suggested
    """.split()
)
"""Cues on which people agree best; the list of the shared scorer, so that figures compare."""


def ours(text: str) -> list[Marks]:
    return [marks for _, marks in read_attributions(text, with_model=True)]


def rules_alone(text: str) -> list[Marks]:
    return [marks for _, marks in read_attributions(text, with_model=False)]


def read_attributions(text: str, *, with_model: bool) -> list[tuple[Act, Marks]]:
    """Returns everything somebody is credited with, nested attributions too, with what its cue does."""
    from provenance.attributions.find import all_attributions
    from provenance.attributions.reading import Reading
    from provenance.attributions.seen import seen_by_piece
    from provenance.documents.passages import passages
    from provenance.language.parsing import parse
    from provenance.records.document import Document

    read = list(passages(Document(text)))
    found = []
    for piece, seen in seen_by_piece(read, parse(read, headings=True), use=with_model):
        for f in all_attributions(Reading(piece.doc), seen):
            groups = ((f.source,) if f.source else (), f.cue, f.content)
            marks = Marks(*(tuple(tuple(piece.span(*s)) for s in group) for group in groups))  # type: ignore[arg-type]
            found.append((f.act, marks))
    return _joined(found)


def _joined(found: list[tuple[Act, Marks]]) -> list[tuple[Act, Marks]]:
    """Joins a quotation that goes on without a cue to the part before it, as people mark it."""
    by_first = {marks.content[0]: act for act, marks in found}
    return [(by_first[marks.content[0]], marks) for marks in joined(marks for _, marks in found)]


def model_alone(text: str) -> list[Marks]:
    from provenance.spans.model import load_span_model

    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    marked = load_span_model().marked(lines)
    return [m.marks.shifted(starts[m.paragraph]) for m in marked]


def textacy_quotations(text: str) -> list[Marks]:
    from textacy.extract import direct_quotations

    found = []
    for paragraph in re.finditer(r"[^\n]+", text):
        try:
            quotes = list(direct_quotations(parse_only(paragraph[0])))
        except ValueError:  # it refuses a paragraph with an odd number of quotation marks
            continue
        for quote in quotes:
            parts = [[(t.idx, t.idx + len(t)) for t in part] for part in (quote.speaker, quote.cue, quote.content)]
            found.append(Marks(*(((p[0][0], p[-1][1]),) if p else () for p in parts)).shifted(paragraph.start()))
    return found


SYSTEMS: dict[str, Finder] = {
    "provenance": ours,
    "rules alone": rules_alone,
    "span model alone": model_alone,
    "textacy direct quotations": textacy_quotations,
}


def parse_only(text: str):
    from provenance.language.pipeline import load_pipeline

    return load_pipeline()(text)


def cue_of(text: str, marks: Marks) -> str:
    """Returns the kind of a marked attribution: by its cue, as the shared scorer slices it."""
    words = set(re.findall("[a-z]+", " ".join(text[a:b] for a, b in marks.cue).lower()))
    if "according" in words:
        return "according to"
    return "no cue" if not words else "speech" if words & SPEECH else "other cues"


def measured(name: str, find: Finder, gold: list[Gold]) -> tuple[float, list[list[Marks]]]:
    assert gold[0].text is not None
    find(gold[0].text)  # loading is not counted
    begun = time.process_time()
    answers = [find(one.text or "") for one in gold]
    seconds = time.process_time() - begun
    total, kinds = Agreement({}), Counter[tuple[str, bool]]()
    for one, found in zip(gold, answers, strict=True):
        result = agreement(one.text or "", one.marks, found)
        total += result
        kinds.update((cue_of(one.text or "", m), m not in result.missed) for m in one.marks)
    whole, exact = total.counts["attributions"], total.counts["attributions, exact"]
    words = sum(len((one.text or "").split()) for one in gold)
    print(
        f"{name:26s} P {whole.precision:6.1%}  R {whole.recall:6.1%}  F1 {whole.f1:6.1%}  exact {exact.f1:6.1%}"
        f"  {words / seconds:8,.0f} words/s"
    )
    slices = (f"{k} {kinds[k, True] / (kinds[k, True] + kinds[k, False]):.1%}" for k in sorted({k for k, _ in kinds}))
    print(f"{'':26s} recall by cue: {', '.join(slices)}")
    return seconds, answers


def installed(name: str) -> bool:
    try:
        __import__("textacy")
    except ImportError:
        return not name.startswith("textacy")
    return True


def save(path: Path, gold: list[Gold], answers: list[list[Marks]]) -> None:
    """Writes what was found as JSON lines, in the form of the shared scorer and of ``provenance evaluate``."""
    rows = ({"doc_id": one.name, **m._asdict()} for one, found in zip(gold, answers, strict=True) for m in found)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def held_out(name: str) -> bool:
    """Tells whether training left a text of our own out, as ``training/corpora.py`` does."""
    return zlib.crc32(name.encode()) % 10 == 0


def texts(paths: list[str]) -> Iterator[Gold]:
    for path in paths:
        files = sorted(Path(path).glob("*.txt")) if Path(path).is_dir() and any(Path(path).glob("*.txt")) else [path]
        for file in files:
            yield from (one for one in read_gold(str(file)) if one.text is not None)


def claims_per_second(gold: list[Gold]) -> float:
    """Returns the words a second of the whole line, from text to claims."""
    from provenance.records.document import Document
    from provenance.sources.registry import load_registry
    from provenance.workflow import claims_of

    registry = load_registry(None)
    claims_of(Document(gold[0].text or ""), registry)
    begun = time.process_time()
    for one in gold:
        claims_of(Document(one.text or "", publisher="Gazette"), registry)
    return sum(len((one.text or "").split()) for one in gold) / (time.process_time() - begun)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="+")
    options.add_argument("--documents", type=int, default=None)
    options.add_argument("--held-out", action="store_true", help="of training/data, only what no weight was trained on")
    options.add_argument("--save", type=Path, help="write what the first system found, as JSON lines")
    options.add_argument("--only", action="append", choices=SYSTEMS, help="measure this system; may be repeated")
    given = options.parse_args()
    gold = [one for one in texts(given.gold) if not given.held_out or held_out(one.name)][: given.documents]
    print(f"{len(gold)} documents, {sum(len(one.marks) for one in gold)} marked attributions")
    parse_only(gold[0].text)
    begun = time.process_time()
    for one in gold:
        parse_only(one.text)
    bare = time.process_time() - begun
    words = sum(len((one.text or "").split()) for one in gold)
    print(f"{'bare spaCy parse':26s} {words / bare:60,.0f} words/s")
    whole = claims_per_second(gold)
    print(f"{'text to claims':26s} {whole:60,.0f} words/s, {words / bare / whole:.2f} times the CPU of the bare parse")
    for number, name in enumerate(given.only or SYSTEMS):
        if not installed(name):
            print(f"{name} is not installed; it is left out")
            continue
        seconds, answers = measured(name, SYSTEMS[name], gold)
        print(f"{'':26s} CPU to that of the bare parse: {seconds / bare:.2f}")
        if given.save and number == 0:
            save(given.save, gold, answers)


if __name__ == "__main__":
    main()
