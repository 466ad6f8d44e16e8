"""A proposition: what several claims are about, and how they relate."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class RelationKind(StrEnum):
    """How one claim stands to another."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    RELAYS = "relays"
    REBUTS = "rebuts"
    RETRACTS = "retracts"


class Reason(StrEnum):
    """Why two claims stand in a relation."""

    DENIAL = "denial"
    QUANTITY = "quantity"
    RESPONSIBLE = "responsible"
    PLACE = "place"
    CAUSE = "cause"
    TIME = "time"
    SAME_SOURCE = "same_source"
    NEAR_COPY = "near_copy"
    STATED = "stated"
    WITHDRAWN = "withdrawn"
    SAME_WORDS = "same_words"


class Relation(NamedTuple):
    """A directed relation from one claim to another, by their ids, with the reason for it."""

    kind: RelationKind
    from_id: str
    to_id: str
    because: Reason


@dataclass(frozen=True)
class Proposition:
    """What is said, whoever says it: the ids of the claims for and against it, and how claims relate.

    A claim may support one proposition and oppose another. Superseded and withdrawn claims stay listed.
    """

    id: str
    label: str
    supporting: tuple[str, ...]
    opposing: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    """Claims that speak of it and take no side ("could not confirm")."""
    relations: tuple[Relation, ...] = ()
