"""The page on assessing sources runs from top to bottom and prints what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/assess-sources.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(sh|console)\n(.*?)\n```", PAGE, re.DOTALL)


@pytest.mark.skipif(sys.platform == "win32", reason="the page is for a POSIX shell")
def test_the_commands_of_the_page_run_in_order_and_print_what_it_shows(tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    python = f'provenance() {{ "{sys.executable}" -m provenance "$@"; }}; set -e; '
    environment = {**os.environ, "COLUMNS": "90", "PYTHONPATH": str(ROOT)}
    for kind, text in BLOCKS:
        command, _, shown = (text.removeprefix("$ ") + "\n").partition("\n") if kind == "console" else (text, "", None)
        found = subprocess.run(
            ["sh", "-c", python + command], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
        assert found.returncode == 0, found.stderr
        if shown is not None:
            assert found.stdout == shown
    assert len((tmp_path / "desk.jsonl").read_text().splitlines()) == 6
