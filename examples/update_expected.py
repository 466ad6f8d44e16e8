"""Writes the generated expectations of the examples again and prints how many lines came and went.

    python examples/update_expected.py                   # every folder
    python examples/update_expected.py one-monitor       # one of them

``verdicts.yaml`` is written by hand and never touched. Run it from a checkout with the package installed.
"""

from __future__ import annotations

import contextlib
import difflib
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

from provenance.cli import main

EXAMPLES = Path(__file__).resolve().parent
GENERATED = {
    "claims.jsonl": ("extract", "--format", "jsonl"),
    "claims.ttl": ("export", "--format", "turtle"),
}


def folders() -> list[str]:
    """Returns the names of the example folders, sorted."""
    return sorted(path.parent.name for path in EXAMPLES.glob("*/README.md"))


def run(*arguments: str) -> str:
    """Returns what the command writes, run at the root of the repository.

    Raises:
        RuntimeError: The command fails.
    """
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(EXAMPLES.parent):
        output = Path(scratch, "output")
        result = CliRunner().invoke(main, [*arguments, "--output", str(output)])
        if result.exit_code:
            raise RuntimeError(f"provenance {' '.join(arguments)}: {result.output}") from result.exception
        return output.read_text(encoding="utf-8")


def difference(old: str, new: str) -> str:
    """Returns how many lines came and went, such as ``+3 -1``."""
    changes = [line[0] for line in difflib.ndiff(old.splitlines(), new.splitlines())]
    return f"+{changes.count('+')} -{changes.count('-')}"


def update(folder: str, name: str) -> str:
    """Writes one expectation again and returns a line about it."""
    path = EXAMPLES / folder / "expected" / name
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    new = run(*GENERATED[name], f"examples/{folder}")
    path.parent.mkdir(exist_ok=True)
    path.write_text(new, encoding="utf-8", newline="\n")
    return f"{folder}/expected/{name}: {'unchanged' if old == new else difference(old, new)}"


if __name__ == "__main__":
    for chosen in sys.argv[1:] or folders():
        for generated in GENERATED:
            print(update(chosen, generated))
