"""A report: what was read, what was claimed, and how each proposition is sourced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from provenance.records.assessment import Assessment
from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.source import Source


class Part(NamedTuple):
    """One proposition of a report with all that is needed to write it."""

    as_of: date | None
    assessment: Assessment
    claims: Mapping[str, Claim]
    """Claims by id, those of the proposition among them."""
    place: bytes
    """Sorts as the propositions of the report stand."""


@dataclass(frozen=True)
class Report:
    """Everything one run found, in document order; assessments in the order they are shown.

    ``as_of`` is the day the verdicts hold for, None where no date is known. ``remarks`` are one-line notes for the
    reader (no date found, a passage skipped), meant for standard error.
    """

    as_of: date | None
    documents: tuple[Document, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    assessments: tuple[Assessment, ...]
    remarks: tuple[str, ...] = ()

    @cached_property
    def claims_by_id(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}

    @property
    def parts(self) -> Iterator[Part]:
        """The propositions one by one."""
        for at, assessment in enumerate(self.assessments):
            yield Part(self.as_of, assessment, self.claims_by_id, at.to_bytes(8, "big"))
