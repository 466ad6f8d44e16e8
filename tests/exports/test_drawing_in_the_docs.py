"""What the page on drawings shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "draw-the-evidence.md"
TEXT = PAGE.read_text(encoding="utf-8")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "90")

    def run(*args: str) -> str:
        result = CliRunner().invoke(main, list(args))
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


def test_tree_flowchart_and_picture_are_those_of_the_examples(printed) -> None:
    name, folder = re.search(r"provenance show (prop:\w+) (\S+)", TEXT).groups()
    tree, flowchart = (re.search(rf"```{form}\n(.*?)\n```", TEXT, re.DOTALL)[1] for form in ("text", "mermaid"))
    assert printed("show", name, folder).rstrip().endswith(tree)
    assert printed("graph", name, folder, "--format", "mermaid").rstrip() == flowchart
    picture = (PAGE.parent / "evidence.svg").read_text(encoding="utf-8")
    assert printed("graph", name, folder, "--format", "svg") == picture
