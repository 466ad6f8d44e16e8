"""The trained span model at run time: int8 ONNX, read by onnxruntime; loaded when the first text is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from provenance.errors import MissingModel
from provenance.spans.decode import FARTHEST, SURE, Marked, Scores, marked_in
from provenance.spans.windows import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"


@dataclass(frozen=True)
class SpanModel:
    """The encoder, which also scores cues; the linker, which finds what belongs to each; and the tokenizer."""

    tokenizer: Tokenizer
    encoder: InferenceSession
    linker: InferenceSession

    def marked(self, paragraphs: Sequence[str], *, sure: float = SURE) -> Iterator[Marked]:
        """Yields the attributions the model sees in the paragraphs, in the order of their cues.

        Args:
            paragraphs: The texts of a document's passages, in order.
            sure: Probability from which a cue is believed, 0 to 1.
        """
        for window in windows(self.tokenizer, paragraphs):
            yield from self._in_window(window, sure)

    def _in_window(self, window: Window, sure: float) -> Iterator[Marked]:
        ids = np.asarray([window.ids], dtype=np.int64)
        cues, tokens, heads = self.encoder.run(None, {"ids": ids})
        places = np.arange(len(window))

        def link(found: Sequence[int]) -> Scores:
            away = places[None, :] - np.asarray(found)[:, None]
            distances = np.clip(away, -FARTHEST, FARTHEST) + FARTHEST
            views = {"tokens": tokens[0], "cues": heads[0][list(found)], "distances": distances}
            return np.asarray(self.linker.run(None, views)[0])

        return marked_in(window, cues[0], link, sure=sure)


@cache
def load_span_model(folder: Path = WEIGHTS) -> SpanModel:
    """Returns the model that ships with the project, or the one in another folder.

    Raises:
        MissingModel: A file of it is absent.
    """
    from onnxruntime import InferenceSession, SessionOptions

    for name in ("encoder.onnx", "linker.onnx", "tokenizer.json"):
        if not (folder / name).is_file():
            raise MissingModel(str(folder / name), "the span model is incomplete", "reinstall claim-provenance")
    options = SessionOptions()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    sessions = (InferenceSession(folder / f"{name}.onnx", options) for name in ("encoder", "linker"))
    return SpanModel(load_tokenizer(folder), *sessions)


def load_tokenizer(folder: Path) -> Tokenizer:
    """Returns the tokenizer in a folder, without its own cutting and padding: ``windows`` does that."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
