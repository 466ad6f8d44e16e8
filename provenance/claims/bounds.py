"""The words beside a number that bound it: "at least", "up to", "or more"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.claims.scene import Scene
from provenance.records.claim import Bound

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEFT_BOUNDS: tuple[tuple[str, Bound, bool], ...] = (
    (r"no (?:fewer|less) than|not (?:fewer|less) than|at least|at the very least|an? minimum of|as (?:few|little) as"
     r"|minimum", Bound.AT_LEAST, False),
    (r"(?:no|not) more than|at (?:the )?most|up to|as (?:many|much|high) as|an? maximum of|not exceeding|maximum"
     r"|not over", Bound.AT_MOST, False),
    (r"(?:(?:far|many|much|slightly|a little|well) )?more than|(?:(?:well|just|slightly|a little) )?(?:over|above)"
     r"|upwards? of|in excess of|exceeding|greater than", Bound.AT_LEAST, True),
    (r"(?:(?:far|slightly|a little|well) )?(?:fewer|less) than|(?:(?:well|just|slightly) )?(?:under|below)|short of",
     Bound.AT_MOST, True),
    (r"almost|nearly|about|around|roughly|some|approximately|(?:an )?estimated|close to|circa|ca?\.|perhaps|maybe"
     r"|in the region of|something like|more or less|virtually|~", Bound.APPROX, False),
)  # fmt: skip
_LEFT = [
    (re.compile(rf"(?:(?<=\W)|\A)(?:{words.replace(' ', chr(92) + 's+')})\s*\Z", re.IGNORECASE), kind, exclusive)
    for words, kind, exclusive in _LEFT_BOUNDS
]
_RIGHT_BOUNDS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"\s*\+|[-\s]plus\b|\s+or\s+more\b|\s+at\s+(?:the\s+very\s+)?least\b", re.I), Bound.AT_LEAST),
    (re.compile(r"\s+or\s+(?:fewer|less)\b|\s+at\s+(?:the\s+)?most\b", re.IGNORECASE), Bound.AT_MOST),
    (re.compile(r"\s+or\s+so\b|-odd\b", re.IGNORECASE), Bound.APPROX),
)
_LEAD_IN = re.compile(r"\b(?:another|an?\s+(?:further|additional|extra)|a\s+total\s+of)\s+\Z", re.IGNORECASE)
_SPATIAL = frozenset({"over", "above", "under", "below"})


@dataclass(frozen=True)
class Bounded:
    """A number with the words that bound it: where they begin, where they end, and what they say."""

    start: int
    end: int
    kind: Bound = Bound.EXACT
    exclusive: bool = False


def bound_before(scene: Scene, start: int) -> Bounded:
    """Returns what the words before the number say; "at least some 60" is at least."""
    found = Bounded(start, start)
    for _ in range(2):
        before = scene.text[max(0, found.start - 30) : found.start]
        hits = ((p.search(before), kind, exclusive) for p, kind, exclusive in _LEFT)
        hit, kind, exclusive = next(((m, k, e) for m, k, e in hits if m), (None, Bound.EXACT, False))
        if hit is None or _is_spatial(scene, found.start - len(before) + hit.start(), hit[0]):
            break
        is_weaker = kind is Bound.APPROX and found.kind is not Bound.EXACT
        kind, exclusive = (found.kind, found.exclusive) if is_weaker else (kind, exclusive)
        found = Bounded(found.start - len(before) + hit.start(), start, kind, exclusive)
    if lead := _LEAD_IN.search(scene.text, 0, found.start):
        found = replace(found, start=lead.start())
    return found


def _is_spatial(scene: Scene, at: int, words: str) -> bool:
    """Tells whether "over" is said of a place or a time ("flew over two towns", "over three days")."""
    token = scene.token_at(at)
    if token is None or words.strip().lower() not in _SPATIAL:
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in {"for", "of", "to", "at"}:
        return False
    if _IS_TIME.match(scene.text, at):
        return True
    return (token.dep_ == "prep" and not _ends_in_number(token)) or (before is not None and before.lemma_ in _MOTION)


_IS_TIME = re.compile(r"over\s+(?:the\s+)?\S+\s+(?:days|weeks|months|years|hours|minutes|decades)\b", re.IGNORECASE)
_MOTION = frozenset("fly hover circle pass range".split())


def _ends_in_number(token: Token) -> bool:
    """Tells whether the object of a preposition is the bare number ("rose to over 40")."""
    return any(child.dep_ == "pobj" and child.pos_ == "NUM" for child in token.children)


def bound_after(scene: Scene, bounded: Bounded) -> Bounded:
    """Returns the number with what the words directly after it say ("or more", "at most"); as it was if nothing."""
    for pattern, kind in _RIGHT_BOUNDS:
        if hit := pattern.match(scene.text, bounded.end):
            return replace(bounded, end=hit.end(), kind=kind, exclusive=False)
    return bounded
