"""All attributions of a passage: the rules in their order, and what each may still take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from provenance.attributions.found import Found
from provenance.attributions.nesting import nest
from provenance.attributions.reading import Reading
from provenance.attributions.rules.according import find_according
from provenance.attributions.rules.evidence import find_evidence
from provenance.attributions.rules.framing import find_framing
from provenance.attributions.rules.passive import find_passive
from provenance.attributions.rules.reporting import find_reporting
from provenance.attributions.rules.speech import find_speech
from provenance.attributions.rules.surface import find_surface
from provenance.attributions.rules.voice import find_voice

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULES: tuple[Callable[[Reading], Iterator[Found]], ...] = (
    find_speech,
    find_according,
    find_evidence,
    find_passive,
    find_reporting,
    find_framing,
    find_surface,
)
"""In order of precedence: an earlier rule keeps the cue that a later one would also take."""


def find_attributions(doc: Doc) -> list[Found]:
    """Returns the attributions of a parsed passage in text order, nested ones folded into chains.

    Args:
        doc: A passage parsed by ``provenance.language.pipeline``.
    """
    reading = Reading(doc)
    found = nest(reading, list(_credited(reading)))
    taken = [s for f in found for s in (*f.cue, *f.content, *([f.source] if f.source else []))]
    found.extend(find_voice(reading, taken))
    return sorted(found, key=lambda f: (f.content[0].start, f.head))


def _credited(reading: Reading) -> Iterator[Found]:
    cues_taken: set[int] = set()
    kept: list[Found] = []
    for rule in RULES:
        for found in rule(reading):
            if (found.cue and found.head in cues_taken) or _repeats(found, kept):
                continue
            cues_taken.update(i for s in found.cue for i in range(s.start, s.end))
            kept.append(found)
    yield from kept


def _is_said_already(found: Found, kept: list[Found]) -> bool:
    """Tells whether words of the sentence belong to an attribution of the parse, which knows better."""
    return any(a.meets(b) for f in kept for a in (*f.content, *f.cue) for b in (*found.content, *found.cue))


def _repeats(found: Found, kept: list[Found]) -> bool:
    """Tells whether an earlier rule already took these very words for another cue around them."""
    return any(f.content == found.content for f in kept)
