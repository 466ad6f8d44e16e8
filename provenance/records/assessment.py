"""An assessment: what all rules together say of how one proposition is sourced."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from provenance.records.proposition import Proposition


class Verdict(StrEnum):
    """How a proposition is sourced. Never whether it is true."""

    RETRACTED = "retracted"
    CONTESTED = "contested"
    CORROBORATED = "corroborated"
    UNATTRIBUTED = "unattributed"
    SINGLE_SOURCED = "single_sourced"
    APPARENTLY_CORROBORATED = "apparently_corroborated"


class EdgeKind(StrEnum):
    """How the first node has it from the second."""

    STATED = "stated"
    NEAR_COPY = "near-copy"
    SAME_FAMILY = "same-family"


class Edge(NamedTuple):
    """``holder`` has it from ``giver``. Node ids begin with ``report:``, ``outlet:`` or ``source:``."""

    holder: str
    giver: str
    kind: EdgeKind = EdgeKind.STATED


@dataclass(frozen=True)
class Support:
    """The numbers of one side of a proposition, with their proof (DESIGN, section 3)."""

    reports: int
    roots: int
    kappa: int
    floor: int
    n_eff: float
    choke: tuple[str, ...]
    origins: tuple[str, ...]
    shown: tuple[str, ...]
    floor_by_side: int
    edges: tuple[Edge, ...]
    cut: tuple[str, ...]
    chains: tuple[tuple[str, ...], ...]
    """kappa node-disjoint chains, each from a report to a root."""
    shown_chains: tuple[tuple[str, ...], ...]
    """One chain per shown origin, from a report to it."""
    loops: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Admiralty:
    """Source reliability, A to F, and information credibility, 1 to 6 or None (AJP-2.1; NATO STANAG 2511)."""

    letter: str
    digit: int | None


@dataclass(frozen=True)
class Term:
    """One summand of log-odds (natural logarithm; 0 is even)."""

    name: str
    log_odds: float


@dataclass(frozen=True)
class ScaleLabel:
    """The label of another trade for a proposition; ``label`` is None where that scale does not judge it.

    ``rule`` says which rule gave it, and on what. ``terms`` add up to the log-odds behind it, where it has any.
    """

    scale: str
    label: str | None
    rule: str
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """A proposition with its verdict, the numbers behind it and their reasons."""

    proposition: Proposition
    verdict: Verdict
    support: Support
    opposition: Support | None
    flags: tuple[str, ...]
    admiralty: Admiralty
    rule: str
    """The row of the verdict table that fired, in words."""
    why: str
    would_change: str
    scale: ScaleLabel | None = None
    """The label of another trade, where one was asked for."""
