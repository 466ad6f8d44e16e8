"""What the README shows is what the command prints."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from provenance.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.search(r"```console\n\$ provenance (report .*?)\n(Credibility report.*?)\n```", README, re.DOTALL)


def test_the_report_in_the_readme_is_what_the_command_prints(monkeypatch):
    assert BLOCK is not None
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "90")
    arguments = shlex.split(BLOCK[1].replace("\\\n", " "))
    printed = CliRunner().invoke(main, arguments).stdout
    assert [line.rstrip() for line in printed.rstrip().splitlines()] == [x.rstrip() for x in BLOCK[2].splitlines()]


def test_the_dispatch_in_the_readme_gives_the_claim_it_promises():
    import json

    found = re.search(r'\$ echo "(?P<text>[^"]+)" \| provenance (?P<command>extract .*)', README)
    assert found is not None
    result = CliRunner().invoke(main, shlex.split(found["command"]), input=found["text"])
    [claim] = map(json.loads, result.stdout.splitlines())
    assert (claim["source"]["name"], claim["source"]["kind"]) == ("pro-government sources", "anonymous_plural")
    assert claim["content"]["text"] == "three rebels were killed in Ain Harra on Monday"
    assert [(q["kind"], q["min"], q["max"]) for q in claim["quantities"]] == [("exact", 3, 3)]
    assert claim["event_date"] == {"from": "2018-04-30", "to": "2018-04-30"}
    assert [found["text"][a:b] for a, b in claim["content"]["spans"]] == [claim["content"]["text"]]


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_every_page_the_readme_links_to_exists(link):
    assert (ROOT / link).exists()
