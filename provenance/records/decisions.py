"""Decisions of people on sources: letters, verdicts on single claims, and what was taken back.

They are only ever added to. What stands follows from the set of entries alone: neither the order of the lines nor a
line that is there twice changes it, so that ledgers of two people can be joined by putting one below the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from provenance.records.identity import digest
from provenance.records.source import Reliability, Source, SourceKind


class ClaimKind(StrEnum):
    """What a claim is about, as far as the record of a source tells it apart."""

    CASUALTIES = "casualties"
    RESPONSIBILITY = "responsibility"
    TERRITORY = "territory"
    STATEMENT = "statement"


@dataclass(frozen=True)
class Decided:
    """Who decided, on which day, and why. ``again`` counts equal entries before it that were taken back."""

    reviewer: str
    on: date
    reason: str
    again: int = 0


@dataclass(frozen=True)
class Letter:
    """An Admiralty letter that a person gives a source."""

    source_id: str
    name: str
    letter: str
    by: Decided

    @cached_property
    def id(self) -> str:
        """``entry:`` and a digest of what was decided."""
        return _entry_id("letter", self.source_id, self.letter, self.by)


@dataclass(frozen=True)
class Check:
    """A person's verdict on one claim of a source: whether it turned out right."""

    source_id: str
    name: str
    claim: str
    kind: ClaimKind
    is_right: bool
    by: Decided

    @cached_property
    def id(self) -> str:
        """``entry:`` and a digest of what was decided."""
        return _entry_id("check", self.source_id, self.claim, self.kind.value, self.is_right, self.by)


@dataclass(frozen=True)
class Undo:
    """An earlier entry taken back."""

    undoes: str
    by: Decided

    @cached_property
    def id(self) -> str:
        """``entry:`` and a digest of what was decided."""
        return _entry_id("undo", self.undoes, self.by)


Entry = Letter | Check | Undo
E = TypeVar("E", Letter, Check)


def _entry_id(*parts: object) -> str:
    *what, by = parts
    assert isinstance(by, Decided)
    return "entry:" + digest(*what, by.reviewer, by.on.isoformat(), by.reason, by.again)


@dataclass(frozen=True)
class Tally:
    """How many claims of one kind were checked and found right or wrong."""

    right: int = 0
    wrong: int = 0


@dataclass(frozen=True)
class Ledger:
    """All entries of a ledger, in the order of its lines, and what follows from them."""

    entries: tuple[Entry, ...] = ()

    @cached_property
    def standing(self) -> tuple[Letter | Check, ...]:
        """The letters and verdicts that nobody has taken back, each once, in the order of the lines."""
        undone = {entry.undoes for entry in self.entries if isinstance(entry, Undo)}
        stands = {e.id: e for e in self.entries if not isinstance(e, Undo) and e.id not in undone}
        return tuple(stands.values())

    def letters(self, source_id: str) -> tuple[Letter, ...]:
        """Returns the letters of a source that stand, in the order of the lines."""
        return self._letters.get(source_id, ())

    def letter(self, source_id: str) -> Letter | None:
        """Returns the letter in force: that of the latest day; of several on one day the last of the alphabet."""
        return max(self.letters(source_id), key=lambda e: (e.by.on, e.letter, e.id), default=None)

    def checks(self, source_id: str, claim: str | None = None) -> tuple[Check, ...]:
        """Returns the verdicts on a source that stand, or those on one of its claims, in the order of the lines."""
        found = self._checks.get(source_id, ())
        return tuple(e for e in found if claim in (None, e.claim))

    def tallies(self, source_id: str) -> dict[ClaimKind, Tally]:
        """Returns what was checked of a source by kind of claim; kinds of which nothing was checked are left out."""
        return self._tallies.get(source_id, {})

    def tally(self, source_id: str, kind: ClaimKind) -> Tally:
        """Returns what was checked of a source in one kind of claim."""
        return self.tallies(source_id).get(kind, Tally())

    def reliability(self, source: Source) -> Reliability:
        """Returns the letter of a source with who set it; what the source has, where the ledger is silent.

        The voice of an outlet has the letter of the outlet.
        """
        letter = self.letter(source.id)
        if letter is None and source.kind is SourceKind.PUBLISHER:
            letter = self.letter(source.family)
        if letter is None:
            return source.reliability
        return Reliability(letter.letter, letter.by.reviewer, letter.by.on, letter.by.reason)

    @cached_property
    def source_names(self) -> dict[str, str]:
        """The sources that have entries, by id, with the name first written."""
        return {e.source_id: e.name for e in reversed(self.entries) if not isinstance(e, Undo)}

    @cached_property
    def _letters(self) -> dict[str, tuple[Letter, ...]]:
        return _by_source(e for e in self.standing if isinstance(e, Letter))

    @cached_property
    def _checks(self) -> dict[str, tuple[Check, ...]]:
        return _by_source(e for e in self.standing if isinstance(e, Check))

    @cached_property
    def _tallies(self) -> dict[str, dict[ClaimKind, Tally]]:
        return {name: _tallied(checks) for name, checks in self._checks.items()}


def in_force(checks: Iterable[Check]) -> Check | None:
    """Returns the verdict that counts among those on one claim of one source: that of the latest day.

    None where those of that day disagree, in the verdict or in the kind of claim: then it counts for nothing, until
    one of them is taken back.
    """
    ordered = sorted(checks, key=lambda e: (e.by.on, e.id))
    latest = [e for e in ordered if e.by.on == ordered[-1].by.on]
    said = {(e.is_right, e.kind) for e in latest}
    return latest[0] if len(said) == 1 else None


def _by_source(entries: Iterable[E]) -> dict[str, tuple[E, ...]]:
    found: dict[str, list[E]] = {}
    for entry in entries:
        found.setdefault(entry.source_id, []).append(entry)
    return {name: tuple(group) for name, group in found.items()}


def _tallied(checks: Iterable[Check]) -> dict[ClaimKind, Tally]:
    by_claim: dict[str, list[Check]] = {}
    for check in checks:
        by_claim.setdefault(check.claim, []).append(check)
    counted = [counts for group in by_claim.values() if (counts := in_force(group))]
    by_kind = {kind: [check for check in counted if check.kind is kind] for kind in ClaimKind}
    return {kind: _tally(of_kind) for kind, of_kind in by_kind.items() if of_kind}


def _tally(checks: list[Check]) -> Tally:
    right = sum(check.is_right for check in checks)
    return Tally(right, len(checks) - right)
