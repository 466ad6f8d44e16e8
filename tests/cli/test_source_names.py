"""The name a reader gives a source: none is refused, and a person has the id that texts give him."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from provenance.cli import main
from provenance.records.document import Document
from provenance.sources.registry import as_written, load_registry
from provenance.workflow import claims_of


@pytest.mark.parametrize("name", ["", "  ", "\t", "\u00a0"])
def test_a_blank_name_leaves_the_ledger_alone(tmp_path, name) -> None:
    ledger = tmp_path / "desk.jsonl"
    words = ["sources", "assess", name, "--letter", "A", "--reviewer", "Ruiz", "--reason", "x", "--ledger", str(ledger)]
    found = CliRunner().invoke(main, words)
    assert found.exit_code == 2
    assert not ledger.exists()


@pytest.mark.parametrize(
    "name",
    [
        "Olena Marsh",
        "Dr. Olena Marsh",
        "Gen. Olena Marsh",
        "Lt. Col. Olena Marsh",
        "Colonel-General Olena Marsh",
        "Health Minister Olena Marsh",
        "the mayor Olena Marsh",
        "Human rights lawyer Olena Marsh",
        "President of Chad Olena Marsh",
    ],
)
def test_a_person_has_one_id_in_the_ledger_and_in_texts_whatever_the_title(name) -> None:
    registry = load_registry()
    assert as_written(name, registry).id == "source:olena-marsh"
    [claim] = claims_of(Document(f"{name} said nine people had died.", publisher="Test Post"), registry)
    assert claim.source.source.id == "source:olena-marsh"
