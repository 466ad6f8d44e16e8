"""Scores of the span model to marked spans: which words are a cue, and what each other word is to it.

Scores of word pieces become those of whole words. What a word is to a cue is then decided for all words of the
paragraph at once: the likeliest labelling in which each span has a beginning (Viterbi 1967, IEEE Transactions on
Information Theory 13).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from provenance.records.marks import Marks, Spans
from provenance.spans.windows import Window

if TYPE_CHECKING:
    from numpy.typing import NDArray

Scores: TypeAlias = "NDArray[np.float32]"

FARTHEST = 64
"""Distances beyond this many pieces are one, as in training."""

SURE = 0.5
"""Probability from which a word is taken for a part of a cue."""

BREAK = 0.5
"""Price of the end of a content, in natural logarithms of probability."""

NONE, SOURCE_BEGINS, SOURCE, CONTENT_BEGINS, CONTENT, CUE = range(6)
LABELS = 6

PRICE = np.zeros((LABELS, LABELS), dtype=np.float32)
"""Price of one label behind another: a span must begin, and a content that breaks off early costs."""
PRICE[:, SOURCE] = PRICE[:, CONTENT] = np.inf
PRICE[[SOURCE_BEGINS, SOURCE], SOURCE] = 0
PRICE[[CONTENT_BEGINS, CONTENT], CONTENT] = 0


@dataclass(frozen=True)
class Marked:
    """An attribution as the model sees it, in half-open code points of its paragraph.

    ``sureness`` is the probability of the cue, 0 to 1.
    """

    paragraph: int
    source: Spans
    cue: Spans
    content: Spans
    sureness: float

    @property
    def marks(self) -> Marks:
        """The spans by role."""
        return Marks(self.source, self.cue, self.content)


class Word(NamedTuple):
    """A word of a window: its pieces, half-open, and where it stands in its paragraph."""

    first: int
    last: int
    paragraph: int
    start: int
    end: int


def marked_in(
    window: Window, cues: Scores, link: Callable[[Sequence[int]], Scores], *, sure: float = SURE, price: float = BREAK
) -> Iterator[Marked]:
    """Yields the attributions of a window in the order of their cues.

    Args:
        window: The pieces read.
        cues: Scores of outside, begin and inside a cue, (pieces, 3).
        link: Gives, for the places of cues, the scores of each label, (cues, pieces, 6).
        sure: Probability from which a cue is believed.
        price: What the end of a content costs.
    """
    words = _words(window)
    found = list(_cue_runs(words, np.exp(_log_softmax(cues)), sure)) if words else []
    if not found:
        return
    parts = _by_word(_log_softmax(link([words[start].first for start, _, _ in found])), words)
    paragraph = np.array([word.paragraph for word in words])
    here = np.array([words[start].paragraph for start, _, _ in found])
    parts[here[:, None] != paragraph[None, :], NONE] = 0.0
    parts[here[:, None] != paragraph[None, :], SOURCE_BEGINS:] = -np.inf
    for (start, end, sureness), labels in zip(found, _likeliest(parts, price), strict=True):
        content = _runs(labels, CONTENT_BEGINS, CONTENT)
        if content:
            more = [run for run in _runs(labels, CUE, CUE) if run[1] <= start or end <= run[0]]
            yield Marked(
                words[start].paragraph,
                _spans(_runs(labels, SOURCE_BEGINS, SOURCE)[:1], words),
                _spans([(start, end), *more], words),
                _spans(content, words),
                float(sureness),
            )


def _words(window: Window) -> list[Word]:
    words: list[Word] = []
    for i, piece in enumerate(window.pieces):
        if piece is None:
            continue
        before = words[-1] if words else None
        if piece.opens or before is None or before.last != i or before.paragraph != piece.paragraph:
            words.append(Word(i, i + 1, piece.paragraph, piece.start, piece.end))
        else:
            words[-1] = before._replace(last=i + 1, end=piece.end)
    return words


def _log_softmax(scores: Scores) -> Scores:
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)))


def _by_word(chances: Scores, words: Sequence[Word]) -> Scores:
    """Returns the log probability of each word, that of its first piece, (cues, words, labels)."""
    return np.asarray(chances[:, [word.first for word in words]])


def _likeliest(chances: Scores, price: float) -> NDArray[np.int64]:
    """Returns the likeliest labels of the words to each cue, (cues, words)."""
    count, length, labels = chances.shape
    prices = PRICE.copy()
    prices[[CONTENT_BEGINS, CONTENT], :CONTENT] += price
    best = chances[:, 0].copy()
    best[:, [SOURCE, CONTENT]] = -np.inf
    came = np.zeros((count, length, labels), dtype=np.int64)
    for i in range(1, length):
        ways = best[:, :, None] - prices
        came[:, i] = ways.argmax(1)
        best = ways.max(1) + chances[:, i]
    path = np.empty((count, length), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    for i in range(length - 1, 0, -1):
        path[:, i - 1] = np.take_along_axis(came[:, i], path[:, i, None], 1)[:, 0]
    return path


def _cue_runs(words: Sequence[Word], chances: Scores, sure: float) -> Iterator[tuple[int, int, float]]:
    """Yields the words of each cue, half-open, with the probability of its surest word."""
    pieces = 1.0 - chances[:, 0]
    likely = [float(pieces[word.first : word.last].mean()) for word in words]
    opens = [chances[word.first, 1] >= chances[word.first, 2] for word in words]
    start = None
    for i in range(len(words) + 1):
        inside = i < len(words) and likely[i] >= sure
        goes_on = inside and start is not None and not opens[i] and words[i].paragraph == words[start].paragraph
        if start is not None and not goes_on:
            yield start, i, max(likely[start:i])
            start = None
        if start is None and inside:
            start = i


def _runs(labels: NDArray[np.int64], begins: int, label: int) -> list[tuple[int, int]]:
    """Returns the stretches of words with a label, the longest first."""
    runs: list[tuple[int, int]] = []
    for i in np.flatnonzero((labels == label) | (labels == begins)).tolist():
        if runs and runs[-1][1] == i and (labels[i] == label or begins == label):
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return sorted(runs, key=lambda run: run[0] - run[1])


def _spans(runs: Sequence[tuple[int, int]], words: Sequence[Word]) -> Spans:
    return tuple(sorted((words[start].start, words[end - 1].end) for start, end in runs))
