"""What a run is told besides its paths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from provenance.documents.read import Given

Progress = Callable[[str, int, int | None], None]
"""Called with the step under way, how many items are done, and how many there are (None where unknown)."""


@dataclass(frozen=True)
class Settings:
    """The choices of one run; everything has a default.

    ``as_of`` is the day the verdicts hold for, None for the latest date read. ``sources`` is the reader's own
    registry, which overrides the one that ships. ``given`` overrides what documents say of themselves. ``stdin`` is
    what the path ``-`` reads. ``remark`` takes one-line notes for the reader while claims are streamed; a report
    carries them itself. ``ledger`` is the file of the reader's decisions on sources, ``scale`` the name of the scale
    of another trade that labels the propositions of a report.
    """

    as_of: date | None = None
    sources: Path | None = None
    given: Given | None = None
    stdin: BinaryIO | None = None
    progress: Progress | None = None
    remark: Callable[[str], None] | None = None
    ledger: Path | None = None
    scale: str | None = None
