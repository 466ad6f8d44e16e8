"""A source: who or what is credited with a claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from provenance.records.spans import Span


class SourceKind(StrEnum):
    """What a source is. The values are those of the interface."""

    MONITOR = "monitor"
    PARTY = "party"
    STATE_MEDIA = "state_media"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed_group"
    GROUP_MEDIA = "group_media"
    OUTLET = "outlet"
    BODY = "body"
    PERSON = "person"
    ANONYMOUS = "anonymous"
    ANONYMOUS_PLURAL = "anonymous_plural"
    DOCUMENT = "document"
    IMAGERY = "imagery"
    PUBLISHER = "publisher"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"

    @property
    def is_nameless(self) -> bool:
        """Tells whether nobody in particular stands behind it."""
        return self in _NAMELESS


_NAMELESS = frozenset({SourceKind.ANONYMOUS, SourceKind.ANONYMOUS_PLURAL, SourceKind.UNNAMED})


@dataclass(frozen=True)
class Reliability:
    """An Admiralty letter, A (reliable) to F (cannot be judged), with the person who set it and when."""

    letter: str = "F"
    set_by: str | None = None
    set_on: date | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Source:
    """Somebody or something that can be credited.

    ``family`` is the id of the source it belongs to or speaks for, its own id where there is none: sources of one
    family count once. ``side`` names the side of a conflict where it is plain.
    """

    id: str
    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    aliases: tuple[str, ...] = ()
    family: str = ""
    side: str | None = None
    reliability: Reliability = Reliability()
    listed: bool = False
    """Whether the registry lists it."""

    def __post_init__(self) -> None:
        if not self.family:
            object.__setattr__(self, "family", self.id)

    def __hash__(self) -> int:
        """Returns the hash of the id, which equal records share."""
        return hash(self.id)

    @property
    def is_mouthpiece(self) -> bool:
        """Tells whether it speaks for another: its family is not its own."""
        return self.family != self.id


@dataclass(frozen=True)
class Credited:
    """A source as one text credits it: the source, the words, and how the words were taken for it.

    ``text`` and ``span`` are None where nobody is named (the publisher's voice, "reportedly"). ``inferred`` marks a
    pronoun, a nominal or a carried subject; ``because`` names the alias or the rule that resolved it.
    """

    source: Source
    text: str | None = None
    span: Span | None = None
    inferred: bool = False
    because: str | None = None
