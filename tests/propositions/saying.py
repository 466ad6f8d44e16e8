"""Claims made by hand for the tests of this folder."""

from __future__ import annotations

import re
from datetime import date

from provenance.records.claim import Bound, Claim, Quantity, Stance, Wording
from provenance.records.document import Document
from provenance.records.identity import slug
from provenance.records.source import Credited, Source, SourceKind
from provenance.records.spans import Span

KINDS = {"at least": Bound.AT_LEAST, "up to": Bound.AT_MOST, "about": Bound.APPROX}
NUMBER = re.compile(r"(?:(at least|up to|about) )?(?<!\d)(\d+)(?: (?!of|more|on|in\b)([a-z]+))?")


def document(outlet="Harbour Courier", day=4, title=None, **fields):
    name = f"{slug(outlet)}-{day}.txt"
    return Document(path=name, publisher=outlet, title=title, published=date(2021, 3, day), **fields)


def source(name, kind=SourceKind.BODY, **fields):
    return Source(f"source:{slug(name)}", name, kind, **fields)


def numbers(text):
    """The quantities of a text, read crudely: a bound, digits, one word of unit."""
    for found in NUMBER.finditer(text):
        kind, value = KINDS.get(found[1], Bound.EXACT), float(found[2])
        low = None if kind is Bound.AT_MOST else value
        high = None if kind is Bound.AT_LEAST else value
        yield Quantity(found.group(), kind, low, high, found[3])


def says(who, text, where=None, *, at=0, cue="said", stance=Stance.ASSERTS, via=(), **fields):
    """A claim of a document: ``who`` None is the outlet's own voice, ``via`` are those who cite ``who``."""
    where = where or document()
    fields.setdefault("quantities", tuple(numbers(text)))
    place = Wording(text, (Span(at, at + len(text)),))
    if who is None:
        voice = source(where.publisher, SourceKind.PUBLISHER)
        return Claim(where, Credited(voice), place, stance=stance, **fields)
    chain = tuple(source(name) if isinstance(name, str) else name for name in (*via, who))
    named = Credited(chain[0], chain[0].name)
    return Claim(where, named, place, chain, cue=Wording(cue), stance=stance, **fields)


def denies(who, text, where=None, **fields):
    return says(who, text, where, cue=fields.pop("cue", "denied"), stance=Stance.DENIES, **fields)


def holding(propositions, claim):
    """The propositions that a claim supports."""
    return [p for p in propositions if claim.id in p.supporting]


def kinds(proposition):
    return {(r.kind.value, r.from_id, r.to_id, r.because.value) for r in proposition.relations}
