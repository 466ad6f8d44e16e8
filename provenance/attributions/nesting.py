"""Attributions inside attributions: "According to A, B had promised that C" is C, from A, who has it from B."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.attributions.clauses import content_right
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.syntax import FINITE, Stretch, child, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

_SELF = frozenset({"he", "she", "it", "they", "i", "we"})
_HEARING = frozenset({"hear", "learn"})


def nest(reading: Reading, found: list[Found]) -> list[Found]:
    """Returns the attributions with each inner one folded into the chain of the one around it.

    The outer source becomes a relay and its claim's content the innermost words. Where the inner speaker is a pronoun
    for the outer one ("said he believed"), nothing is folded, and the inner one is dropped: the outer content holds it.
    """
    found = [_clipped(f, found) for f in found]
    order = sorted(found, key=lambda f: (_size(f.content), f.head))
    gone: set[int] = set()
    out: list[Found] = []
    for at, inner in enumerate(order):
        outer_at = next((i for i in range(at + 1, len(order)) if _inside(order[i], inner) and i not in gone), None)
        if outer_at is None:
            continue
        outer = order[outer_at]
        gone.add(at)
        if _folds(reading, outer, inner):
            order[outer_at] = _folded(outer, inner)
        elif _takes_back(reading, outer, inner):
            order[outer_at] = replace(outer, content=inner.content, act=Act.RETRACTS)
    out.extend(with_hearing(reading, f) for i, f in enumerate(order) if i not in gone)
    return out


def with_hearing(reading: Reading, found: Found) -> Found:
    """Returns the attribution with whom the speaker has it from: "said he had heard from B that C" is C, from B."""
    for stretch in found.content:
        verb = reading.doc[stretch.start : stretch.end].root
        heard = _heard(verb) if verb.lemma_.lower() in _HEARING and found.act in {Act.SAYS, Act.ADMITS} else None
        if heard is not None:
            teller, clause = heard
            return replace(found, content=(clause,), inner=(*found.inner, teller))
    return found


def _heard(verb: Token) -> tuple[Stretch, Stretch] | None:
    origin = next((child(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ == "from"), None)
    complement = child(verb, "ccomp") or next(
        (t for t in verb.subtree if t.dep_ in {"relcl", "acl"} and child(t, "mark")), None
    )
    clause = content_right(verb, complement) if complement is not None and complement.i > verb.i else None
    return (noun_phrase(origin), clause) if origin is not None and clause is not None else None


def _clipped(inner: Found, found: list[Found]) -> Found:
    """Cuts off a later speaker at the end: "A said that C, B reported" is C from A, and all of it from B."""
    for outer in found:
        behind = outer is not inner and outer.rule in BEHIND and inner.cue and outer.content[0].holds(inner.cue[0])
        last, limit = inner.content[-1], outer.content[-1].end
        if behind and last.start < limit < last.end:
            return replace(inner, content=(*inner.content[:-1], Stretch(last.start, limit)))
    return inner


BEHIND = frozenset({"reporting verb behind", "according to", "reporting words"})
"""Rules whose cue may follow a whole sentence of somebody else's."""


def _size(content: tuple[Stretch, ...]) -> int:
    return sum(s.end - s.start for s in content)


def _inside(outer: Found, inner: Found) -> bool:
    """Tells whether the cue and the content of one lie inside the content of the other."""
    if not inner.cue or outer.content[0].start > inner.cue[0].start or outer.content[-1].end < inner.cue[-1].end:
        return False
    parts = (*inner.cue, *inner.content)
    return bool(inner.cue) and all(any(c.holds(p) for c in outer.content) for p in parts)


def _folds(reading: Reading, outer: Found, inner: Found) -> bool:
    """The inner attribution must be all that the outer source says, of somebody else, and a plain saying."""
    if inner.source is None or inner.source_head is None or inner.act not in {Act.SAYS, Act.ADMITS, Act.DENIES}:
        return False
    head = reading.doc[inner.source_head]
    if head.lower_ in _SELF or inner.carried:
        return False
    span = Stretch(min(s.start for s in outer.content), max(s.end for s in outer.content))
    rest = [
        t
        for t in reading.doc[span.start : span.end]
        if not t.is_punct
        and not any(s.start <= t.i < s.end for s in (*inner.content, *inner.clause, *inner.cue, inner.source))
    ]
    return len(rest) <= 4 and not any(t.tag_ in FINITE for t in rest)


def _takes_back(reading: Reading, outer: Found, inner: Found) -> bool:
    """Tells whether a speaker says of itself that it withdraws something: "said it was retracting its report"."""
    own = inner.source_head is not None and reading.doc[inner.source_head].lower_ in _SELF
    return inner.act is Act.RETRACTS and own and outer.act in {Act.SAYS, Act.ADMITS}


def _folded(outer: Found, inner: Found) -> Found:
    assert inner.source is not None
    return replace(
        outer,
        content=inner.content,
        inner=(*outer.inner, inner.source, *inner.inner),
        act=inner.act if inner.act is Act.DENIES else outer.act,
        clause=(*outer.clause, *inner.clause),
    )
