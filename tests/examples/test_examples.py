"""Every example folder reads as its README promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from provenance.cli import main

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))


def expectations():
    for folder in FOLDERS:
        listed = yaml.safe_load((EXAMPLES / folder / "expected" / "verdicts.yaml").read_text(encoding="utf-8"))
        for entry in listed:
            alone = " without " + ", ".join(entry["without"]) if "without" in entry else ""
            yield pytest.param(folder, entry, id=f"{folder}: {entry['about']}{alone}")


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Runs a command at the root of the repository and returns what it writes."""

    def run(*arguments: str) -> str:
        monkeypatch.chdir(ROOT)
        result = CliRunner().invoke(main, [*arguments, "--output", str(tmp_path / "output")])
        assert result.exit_code == 0, result.output
        return (tmp_path / "output").read_text(encoding="utf-8")

    return run


def paths_of(folder: str, without: tuple[str, ...]) -> list[str]:
    """The folder itself, or the dispatches left of it."""
    if not without:
        return [f"examples/{folder}"]
    dispatches = sorted(p.name for p in (EXAMPLES / folder).iterdir() if p.suffix in {".md", ".txt"})
    return [f"examples/{folder}/{name}" for name in dispatches if name not in {"README.md", *without}]


@pytest.fixture(scope="module")
def reports():
    """Reports already made, by folder and what was left out."""
    return {}


def words_about(proposition: dict, contents: dict[str, str]) -> str:
    ids = [*proposition["supporting"], *proposition["opposing"]]
    return "\n".join([proposition["label"], *(contents[i] for i in ids)])


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_claims_found_are_the_expected_ones(folder, written):
    expected = (EXAMPLES / folder / "expected" / "claims.jsonl").read_text(encoding="utf-8")
    found = written("extract", "--format", "jsonl", f"examples/{folder}")
    assert [json.loads(line) for line in found.splitlines()] == [json.loads(line) for line in expected.splitlines()]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_export_is_the_expected_graph(folder, written):
    from rdflib import Graph
    from rdflib.compare import isomorphic

    expected = Graph().parse(EXAMPLES / folder / "expected" / "claims.ttl")
    assert isomorphic(Graph().parse(data=written("export", "--format", "turtle", f"examples/{folder}")), expected)
    assert len(expected) > 0


@pytest.mark.parametrize(("folder", "entry"), [*expectations()])
def test_every_proposition_with_these_words_has_the_expected_verdict(folder, entry, reports, written):
    key = (folder, tuple(entry.get("without", ())))
    if key not in reports:
        reports[key] = json.loads(written("report", "--format", "json", *paths_of(*key)))
    contents = {claim["id"]: claim["content"]["text"] for claim in reports[key]["claims"]}
    about = [p for p in reports[key]["propositions"] if entry["about"] in words_about(p, contents)]
    assert {p["verdict"] for p in about} == {entry["verdict"]}
    assert set(entry.get("flags", ())) <= {flag for p in about for flag in p["flags"]}


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_names_what_is_not_read(folder):
    skipped = (EXAMPLES / folder / ".provenanceignore").read_text(encoding="utf-8").splitlines()
    assert {"README.md", "expected/"} <= set(skipped)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_listing_links_every_folder(folder):
    assert f"[{folder}]({folder}/README.md)" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_readme_gives_the_command_for_its_folder(folder):
    assert f"provenance report examples/{folder}\n" in (EXAMPLES / folder / "README.md").read_text(encoding="utf-8")
