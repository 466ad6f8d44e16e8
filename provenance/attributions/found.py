"""What a rule finds: token stretches of source, cue and content, before anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from provenance.attributions.syntax import Stretch
from provenance.records.claim import Manner


class Act(StrEnum):
    """What the cue does with the content."""

    SAYS = "says"
    BELIEVES = "believes"
    ADMITS = "admits"
    DENIES = "denies"
    LEAVES_OPEN = "leaves_open"
    RETRACTS = "retracts"
    BLAMES = "blames"
    TAKES_RESPONSIBILITY = "takes_responsibility"
    SHOWS = "shows"
    HEARS = "hears"
    UNSTATED = "unstated"
    """A wish, a demand, a support, or words whose ends are unsure: attributed, but no statement to make a claim of."""
    VOICES = "voices"


@dataclass(frozen=True)
class Found:
    """One attribution in a parsed passage, as token stretches of its ``Doc``.

    ``source`` is None where nobody is named. ``inner`` are the sources the credited one cites, outermost first;
    ``listener`` is who was told; ``channel`` the outlet a group speaks through; ``blamed`` the party held responsible.
    ``head`` is the token of the cue's verb or preposition; ``clause`` the words of the reporting clause, where the
    day of saying may stand.
    """

    rule: str
    act: Act
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    head: int
    source: Stretch | None = None
    source_head: int | None = None
    manner: Manner = Manner.INDIRECT
    carried: bool = False
    inner: tuple[Stretch, ...] = ()
    listener: Stretch | None = None
    channel: Stretch | None = None
    blamed: Stretch | None = None
    clause: tuple[Stretch, ...] = ()
    hedging: str | None = None
    goes_on: bool = False
    """Its quotation is not closed: the next paragraph may go on with it."""

    @property
    def is_continuation(self) -> bool:
        """Tells whether it opens its paragraph without a speaker: a quotation that goes on from the one before."""
        return self.carried and self.source is None
