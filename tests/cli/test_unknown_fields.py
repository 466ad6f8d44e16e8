"""A field that no claim has is ignored, and said to be, once."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from provenance.cli import main


@pytest.mark.parametrize("given", [{"proposition": "p"}, {}])
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_an_unknown_field_is_told_of_once_wherever_it_stands_first(tmp_path, given, form) -> None:
    row = {"schema": "claim-provenance/claim/1", "source": {"name": "A"}, "content": {"text": "so"}, **given}
    rows = [row, {**row, "propositon": "p"}, {**row, "propositon": "p", "notes": 1}]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in rows))
    found = CliRunner().invoke(main, ["report", "--format", form, str(path)])
    assert found.exit_code == 0
    told = [line for line in found.stderr.splitlines() if "is not known" in line]
    assert told == [
        f"provenance: note: {path}:2: field 'propositon' is not known, ignored",
        f"provenance: note: {path}:3: field 'notes' is not known, ignored",
    ]
