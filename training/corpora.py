"""The texts to train and measure on, as dispatches."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from marks import Dispatch

from provenance.evaluation.brat import read_brat
from provenance.records.marks import Marks, Spans


def held_out(name: str) -> bool:
    """Tells whether a dispatch of our own measures instead of training: a tenth, by its id."""
    return zlib.crc32(name.encode()) % 10 == 0


def brat(folder: Path) -> Iterator[Dispatch]:
    """Yields ``text/*.txt`` with each annotator's brat stand-off file in ``attributions/`` (PolNeAR's form)."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        text = (folder / "text" / f"{path.stem.rsplit('_', 1)[0]}.txt").read_bytes().decode("utf-8")
        yield Dispatch(path.stem, text, tuple(read_brat(path.read_text(encoding="utf-8"))))


def gum(path: Path) -> Iterator[Dispatch]:
    """Yields the articles of GUM's news with the claims its annotators marked (CC BY 4.0)."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        claims = (a for a in article["attributions"] if a["kind"] == "claim")
        marks = tuple(Marks(_one(a["source"]), _one(a["cue"]), _many(a["content"]["spans"])) for a in claims)
        yield Dispatch(article["doc_id"], article["text"], marks)


def _one(part: dict[str, list[int]] | None) -> Spans:
    return ((part["span"][0], part["span"][1]),) if part else ()


def _many(spans: list[list[int]]) -> Spans:
    return tuple((start, end) for start, end in spans)
