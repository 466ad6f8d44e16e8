"""Invented dispatches, read as they stand: what conflicts is told, and what only looks so is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from conflicts import CONFLICTS, LOOK_ALIKES, MISSED, Case

from provenance.propositions.group import group
from provenance.sources.joining import joined
from provenance.workflow import extract_claims


def conflicts_in(case: Case, folder: Path) -> set[str]:
    """The reasons for which claims of the dispatches contradict or rebut each other."""
    for number, (outlet, day, text) in enumerate(case.dispatches):
        front = f"---\npublisher: {outlet}\npublished: {day}\n---\n"
        (folder / f"{number}.txt").write_text(f"{front}{text}\n", encoding="utf-8")
    _, propositions = group(joined(list(extract_claims([str(folder)]))))
    relations = (relation for proposition in propositions for relation in proposition.relations)
    return {r.because.value for r in relations if r.kind.value in {"contradicts", "rebuts"}}


@pytest.mark.parametrize("case", CONFLICTS, ids=lambda case: case.holds)
def test_a_conflict_is_told_with_its_reason(case: Case, tmp_path: Path) -> None:
    assert case.because in conflicts_in(case, tmp_path)


@pytest.mark.parametrize("case", LOOK_ALIKES, ids=lambda case: case.holds)
def test_what_only_looks_like_a_conflict_is_none(case: Case, tmp_path: Path) -> None:
    assert conflicts_in(case, tmp_path) == set()


@pytest.mark.parametrize("case", MISSED, ids=lambda case: case.holds)
def test_what_is_missed_so_far_is_left_uncontested(case: Case, tmp_path: Path) -> None:
    assert conflicts_in(case, tmp_path) == set()
