"""Attributions found in marked-up news, ours beside textacy's, in one run.

    python benchmarks/attribution.py FOLDER [--documents N]

FOLDER is a compartment of PolNeAR (Newell, Margolin, Ruths 2018): ``text/*.txt`` and brat files in ``attributions/``.
The corpus has no stated licence and is not part of this project. An attribution counts as found when its content and
its source both overlap a marked one by a Dice coefficient of half or more of their characters, one to one. textacy
(``pip install textacy``) is optional; it finds direct quotations only. Speed is CPU time of the same process, and its
ratio to the bare spaCy parse of the same texts is what to quote.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

Spans = tuple[tuple[int, int], ...]


class Attribution(NamedTuple):
    source: Spans
    cue: Spans
    content: Spans


def marked(folder: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """Yields each text with its marked attributions; several annotators' are joined."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            yield text, list(read_brat(annotated[0].read_text(encoding="utf-8")))


def read_brat(lines: str) -> Iterator[Attribution]:
    """Yields the events of a brat stand-off file as attributions."""
    spans: dict[str, Spans] = {}
    events = []
    for line in lines.splitlines():
        if found := re.match(r"(T\d+)\t\S+ ([\d; ]+)\t", line):
            spans[found[1]] = tuple(tuple(map(int, part.split())) for part in found[2].split(";"))  # type: ignore[misc]
        elif found := re.match(r"E\d+\t(.+)", line):
            events.append([pair.split(":") for pair in found[1].split()])
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        for role, target in event:
            key = re.sub(r"\d+$", "", role).lower()
            roles.setdefault(key, []).extend(spans.get(target, ()))
        yield Attribution(*(tuple(sorted(set(roles[r]))) for r in ("source", "cue", "content")))


def ours(text: str) -> list[Attribution]:
    from provenance.attributions.find import find_attributions
    from provenance.attributions.found import Act
    from provenance.documents.passages import passages
    from provenance.language.parsing import parse
    from provenance.records.document import Document

    found = []
    for piece in parse(passages(Document(text))):
        for f in find_attributions(piece.doc):
            if f.act is not Act.VOICES:
                groups = ((f.source,) if f.source else (), f.cue, f.content)
                found.append(Attribution(*(tuple(tuple(piece.span(*s)) for s in g) for g in groups)))  # type: ignore[arg-type]
    return found


def textacy_quotations(text: str) -> list[Attribution]:
    from textacy.extract import direct_quotations

    found = []
    for paragraph in re.finditer(r"[^\n]+", text):
        try:
            quotes = list(direct_quotations(parse_only(paragraph[0])))
        except ValueError:  # it refuses a paragraph with an odd number of quotation marks
            continue
        for quote in quotes:
            parts = [[(t.idx, t.idx + len(t)) for t in part] for part in (quote.speaker, quote.cue, quote.content)]
            at = paragraph.start()
            found.append(Attribution(*(((p[0][0] + at, p[-1][1] + at),) if p else () for p in parts)))
    return found


def parse_only(text: str):
    from provenance.language.pipeline import load_pipeline

    return load_pipeline()(text)


def characters(spans: Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def dice(one: Spans, other: Spans) -> float:
    mine, theirs = characters(one), characters(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine or theirs else 1.0


def matched(gold: list[Attribution], found: list[Attribution]) -> int:
    """Returns how many pair up, best overlap first."""
    pairs = [(dice(g.content, f.content), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    used: tuple[set[int], set[int]] = (set(), set())
    for score, i, j in sorted(pairs, reverse=True):
        fits = score >= 0.5 and dice(gold[i].source, found[j].source) >= 0.5
        if fits and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    return len(used[0])


def score(name: str, find: Callable[[str], list[Attribution]], texts: list[tuple[str, list[Attribution]]]) -> float:
    find(texts[0][0])  # loading is not counted
    begun = time.process_time()
    answers = [find(text) for text, _ in texts]
    seconds = time.process_time() - begun
    hits = sum(matched(gold, found) for (_, gold), found in zip(texts, answers, strict=True))
    precision = hits / max(1, sum(map(len, answers)))
    recall = hits / max(1, sum(len(gold) for _, gold in texts))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    words = sum(len(text.split()) for text, _ in texts)
    print(f"{name:28s} P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}  {words / seconds:8,.0f} words/s")
    return seconds


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--documents", type=int, default=None)
    given = options.parse_args()
    texts = list(marked(given.folder))[: given.documents]
    print(f"{len(texts)} documents, {sum(len(g) for _, g in texts)} marked attributions")
    parse_only(texts[0][0])
    begun = time.process_time()
    for text, _ in texts:
        parse_only(text)
    bare = time.process_time() - begun
    seconds = score("provenance", ours, texts)
    try:
        import textacy  # noqa: F401
    except ImportError:
        print("textacy is not installed; it is left out")
    else:
        score("textacy direct quotations", textacy_quotations, texts)
    print(f"CPU of ours to CPU of the bare parse: {seconds / bare:.2f}")


if __name__ == "__main__":
    main()
