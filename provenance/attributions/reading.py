"""A passage as the rules see it: its parse, its quotations, and which tokens lie in them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from provenance.attributions.syntax import FINITE, Stretch
from provenance.language.quotations import quotations

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Speech:
    """A quotation as tokens between its marks. ``is_full``: it holds a clause of its own, not a borrowed phrase."""

    inside: Stretch
    is_full: bool
    is_open: bool

    @property
    def outside(self) -> Stretch:
        """The stretch with its marks."""
        return Stretch(self.inside.start - 1, self.inside.end + (0 if self.is_open else 1))


@dataclass(frozen=True)
class Reading:
    """A parsed passage."""

    doc: Doc

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The sentences in order."""
        return tuple(Stretch(s.start, s.end) for s in self.doc.sents)

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        """The quotations in order, none of them empty."""
        found = []
        for quotation in quotations(self.doc.text):
            inside = [t.i for t in self.doc if quotation.start <= t.idx < quotation.end]
            if inside:
                stretch = Stretch(inside[0], inside[-1] + 1)
                found.append(Speech(stretch, self._is_full(stretch), quotation.is_open))
        return tuple(found)

    @cached_property
    def full_speeches(self) -> tuple[Speech, ...]:
        """The quotations that hold a clause of their own."""
        return tuple(s for s in self.speeches if s.is_full)

    @cached_property
    def spoken(self) -> frozenset[int]:
        """The tokens inside full quotations."""
        return frozenset(i for s in self.full_speeches for i in range(s.inside.start, s.inside.end))

    def sentence_at(self, token: int) -> Stretch:
        """Returns the sentence a token stands in."""
        return next((s for s in self.sentences if s.start <= token < s.end), self.sentences[-1])

    def _is_full(self, inside: Stretch) -> bool:
        """A full quotation is closed by a stop or a comma, or begins a sentence; and is no name or phrase."""
        words = [t for t in self.doc[inside.start : inside.end] if not t.is_punct and not t.is_space]
        if not words:
            return False
        ends = self.doc[inside.end - 1].text in {",", ".", "!", "?", "…", "...", ";", "--", "-", "–", "—"}
        after = self.doc[inside.end + 1].text if inside.end + 1 < len(self.doc) else "."
        # the American and the British place of the comma: "...," he said; "...", he said
        ends = ends or (after in {",", "."} and len(words) > 3)
        before = self.doc[inside.start - 2] if inside.start >= 2 else None
        opens = (
            before is None or before.is_sent_start or before.text in {":", ",", ".", "!", "?", '"', ";", "-", "–", "—"}
        )
        opens = opens or self.doc[inside.start - 1].is_sent_start is True
        verb = any(t.tag_ in FINITE or t.tag_.startswith("VB") for t in words)
        capital = words[0].text[:1].isupper()
        if len(words) == 1:
            return ends and opens and words[0].text.isalpha() and capital and len(self.doc) > 4
        # 'said it was "not aware" of the order' borrows words; 'said "we are not aware"' quotes a clause
        clause = verb and len(words) >= 4 and capital
        return (ends and opens and (verb or len(words) > 2) and capital) or (clause and (opens or ends))
