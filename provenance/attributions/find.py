"""All attributions of a passage: the rules in their order, and what each may still take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from provenance.attributions.found import Act, Found
from provenance.attributions.nesting import nest
from provenance.attributions.reading import Reading
from provenance.attributions.rules.according import find_according
from provenance.attributions.rules.evidence import find_evidence
from provenance.attributions.rules.framing import find_framing
from provenance.attributions.rules.learned import find_learned
from provenance.attributions.rules.passive import find_passive
from provenance.attributions.rules.reporting import find_reporting
from provenance.attributions.rules.speech import find_speech
from provenance.attributions.rules.surface import find_surface
from provenance.attributions.rules.voice import find_voice
from provenance.attributions.rules.withdrawing import find_withdrawing
from provenance.attributions.seen import Seen
from provenance.attributions.syntax import Stretch

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULES: tuple[Callable[[Reading], Iterator[Found]], ...] = (
    find_speech,
    find_withdrawing,
    find_according,
    find_evidence,
    find_passive,
    find_reporting,
    find_framing,
    find_surface,
)
"""In order of precedence: an earlier rule keeps the cue that a later one would also take."""


def find_attributions(doc: Doc, seen: Sequence[Seen] = ()) -> list[Found]:
    """Returns the statements of a parsed passage in text order, nested ones folded into chains.

    Args:
        doc: A passage parsed by ``provenance.language.pipeline``.
        seen: What the span model saw in it.
    """
    reading = Reading(doc)
    found = nest(reading, [f for f in _credited(reading, seen) if f.act is not Act.UNSTATED])
    found.extend(find_voice(reading, _words_of(found)))
    return sorted(found, key=lambda f: (f.content[0].start, f.head))


def all_attributions(reading: Reading, seen: Sequence[Seen] = ()) -> list[Found]:
    """Returns everything somebody is credited with in a passage, hearsay, wishes and nested attributions too.

    Args:
        reading: The passage.
        seen: What the span model saw in it.
    """
    found = _credited(reading, seen)
    return found + [f for f in find_voice(reading, _words_of(found)) if f.act is Act.HEARS]


def _credited(reading: Reading, seen: Sequence[Seen]) -> list[Found]:
    """What a rule finds stands; the model adds the cues that no rule took."""
    by_rule = list(_by_rule(reading))
    learned = (f for f in find_learned(reading, seen) if not _shares_cue(f, by_rule) and not _repeats(f, by_rule))
    return [*by_rule, *learned]


def _shares_cue(found: Found, others: Iterable[Found]) -> bool:
    return any(c.meets(taken) for f in others for c in found.cue for taken in f.cue)


def _words_of(found: Iterable[Found]) -> list[Stretch]:
    """Returns the stretches that belong to statements, and so to nobody else."""
    stated = (f for f in found if f.act is not Act.UNSTATED)
    return [s for f in stated for s in (*f.cue, *f.content, *([f.source] if f.source else []))]


def _by_rule(reading: Reading) -> Iterator[Found]:
    cues_taken: set[int] = set()
    kept: list[Found] = []
    for rule in RULES:
        for found in rule(reading):
            if (found.cue and found.head in cues_taken) or _repeats(found, kept):
                continue
            cues_taken.update(i for s in found.cue for i in range(s.start, s.end))
            kept.append(found)
    yield from kept


def _repeats(found: Found, kept: list[Found]) -> bool:
    """Tells whether an earlier rule already took these very words for another cue around them."""
    return any(f.content == found.content for f in kept)
