"""The commands, on a report made by hand: formats, exit codes, what goes where."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from provenance.cli import main
from provenance.cli.commands import COMMANDS, Commands
from provenance.errors import UnreadableInput
from provenance.records.document import Document
from provenance.records.report import Part, Report
from provenance.settings import Settings

Run = Callable[..., Result]


class Workflow(ModuleType):
    """Stands in for the line of stages; remembers what it was asked for."""

    def __init__(self, report: Report) -> None:
        super().__init__("provenance.workflow")
        self.report, self.error = report, None
        self.paths: tuple[str, ...] = ()
        self.settings = Settings()

    def _asked(self, paths: tuple[str, ...], settings: Settings) -> None:
        self.paths, self.settings = paths, settings
        if self.error:
            raise self.error
        assert settings.remark
        for remark in self.report.remarks:
            settings.remark(remark)

    def read_report(self, paths: tuple[str, ...], *, settings: Settings) -> Report:
        self._asked(paths, settings)
        return self.report

    def read_parts(self, paths: tuple[str, ...], *, settings: Settings) -> Iterator[Part]:
        self._asked(paths, settings)
        yield from self.report.parts

    def extract_claims(self, paths: tuple[str, ...], *, settings: Settings) -> Iterator[Any]:
        self._asked(paths, settings)
        yield from self.report.claims

    def read_texts(self, paths: tuple[str, ...], *, settings: Settings) -> Iterator[Document]:
        self._asked(paths, settings)
        return iter(self.report.documents[: len(paths)])


@pytest.fixture
def workflow(report: Report, monkeypatch: pytest.MonkeyPatch) -> Workflow:
    fake = Workflow(report)
    monkeypatch.setitem(sys.modules, "provenance.workflow", fake)
    monkeypatch.setattr("provenance.workflow", fake, raising=False)
    return fake


@pytest.fixture
def run(workflow: Workflow) -> Run:
    def invoked(*args: str, **more: Any) -> Result:
        return CliRunner().invoke(main, args, prog_name="provenance", **more)

    return invoked


def walk(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield names, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            member = command.get_command(context, name)
            assert member
            yield from walk(member, *names, name)


ALL = [pytest.param(names, command, id=" ".join(names) or "provenance") for names, command in walk(main)]


@pytest.mark.parametrize(("names", "command"), ALL)
def test_every_command_has_a_help_with_an_example_of_itself(names: tuple[str, ...], command: click.Command) -> None:
    result = CliRunner().invoke(main, [*names, "--help"], prog_name="provenance")
    assert result.exit_code == 0
    assert "Examples:" in result.output
    assert f"provenance {' '.join(names)}".rstrip() + " " in result.output.partition("Examples:")[2]


@pytest.mark.parametrize(("names", "command"), ALL)
def test_every_option_has_a_help(names: tuple[str, ...], command: click.Command) -> None:
    for parameter in command.params:
        if isinstance(parameter, click.Option) and "--format" not in parameter.opts:
            assert parameter.help


def test_the_overview_says_what_the_commands_say() -> None:
    assert isinstance(main, Commands)
    for name, text in COMMANDS.items():
        command = main.get_command(click.Context(main), name)
        assert command
        assert command.get_short_help_str(limit=80) == text


# ---------------------------------------------------------------------------------------------------------- formats


def ids_in(text: str) -> set[str]:
    return set(re.findall(r"prop:[\w\\-]+", text.replace("\\", "")))


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_every_format_of_a_report_has_every_proposition(run: Run, report: Report, form: str) -> None:
    result = run("report", "news/", "--format", form, "--all")
    assert result.exit_code == 0
    assert ids_in(result.stdout) == {a.proposition.id for a in report.assessments}


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "turtle"])
def test_every_format_of_extract_has_every_claim(run: Run, report: Report, form: str) -> None:
    result = run("extract", "news/", "--format", form)
    assert result.exit_code == 0
    for claim in report.claims:
        assert claim.id.partition(":")[2] in result.stdout


@pytest.mark.parametrize("form", ["turtle", "jsonl", "csv", "json"])
def test_every_format_of_export_has_every_claim(run: Run, report: Report, form: str) -> None:
    result = run("export", "news/", "--format", form)
    assert result.exit_code == 0
    for claim in report.claims:
        assert claim.id.partition(":")[2] in result.stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "table"])
def test_only_leaves_the_other_verdicts_out_of_every_format(run: Run, form: str) -> None:
    result = run("report", "x", "--format", form, "--only", "contested", "--only", "single-sourced")
    assert {name.partition("-")[0] for name in ids_in(result.stdout)} == {"prop:contested", "prop:single_sourced"}


def test_json_and_csv_can_be_parsed(run: Run) -> None:
    assert json.loads(run("report", "x", "-f", "json").stdout)["schema"] == "claim-provenance/report/1"
    assert len(list(csv.DictReader(io.StringIO(run("extract", "x", "-f", "csv").stdout)))) == 9


def test_text_of_one_document_is_printed_as_it_is(run: Run, report: Report) -> None:
    assert run("extract", "a", "--text").stdout_bytes == report.documents[0].text.encode()
    both = run("extract", "a", "b", "--text").stdout
    assert "==> island.md <==" in both
    rows = [json.loads(line) for line in run("extract", "a", "b", "--text", "-f", "jsonl").stdout.splitlines()]
    assert [row["text"] for row in rows] == [document.text for document in report.documents]


def test_show_explains_a_claim_or_a_proposition(run: Run, report: Report) -> None:
    claim = report.claims[1].id
    assert "[cue: said]" in run("show", claim, "x").stdout
    assert "denies" in run("show", "prop:contested", "x").stdout
    row = json.loads(run("show", claim, "x", "-f", "json").stdout)
    assert (row["claim"]["id"], len(row["propositions"]), len(row["claims"])) == (claim, 1, 3)


def test_show_of_an_unknown_id_is_one_line_and_exit_code_3(run: Run) -> None:
    result = run("show", "claim:none", "x")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.splitlines()[-1].startswith("provenance: error: claim:none: ")


# ------------------------------------------------------------------------------------------------------------ check


@pytest.mark.parametrize(
    ("verdicts", "count"),
    [(["contested"], 1), (["unattributed"], 4), (["single_sourced"], 5), (["retracted"], 1), ([], 1)],
)
def test_check_prints_a_line_a_finding_and_exits_with_1(run: Run, verdicts: list[str], count: int) -> None:
    result = run("check", "x", *(word for verdict in verdicts for word in ("--fail-on", verdict)))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == count
    assert all(re.match(r"[\w.]+:\d+:\d+: \w+: ", line) for line in result.stdout.splitlines())


def test_check_without_findings_prints_nothing_and_exits_with_0(run: Run, workflow: Workflow) -> None:
    workflow.report = Report(None, (), (), (), ())
    result = run("check", "x", "--fail-on", "apparently_corroborated")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_check_exits_with_1_in_every_format(run: Run) -> None:
    result = run("check", "x", "-f", "json")
    assert result.exit_code == 1
    assert [f["rule"] for f in json.loads(result.stdout)["findings"]] == ["contested"]


# ------------------------------------------------------------------------------------------------ options and errors


def test_what_is_given_reaches_the_reader(run: Run, workflow: Workflow) -> None:
    run(*"report a.txt b.txt --published 2020-08-07 --publisher Post --as-of 2020-08-31 --sources ours.yaml".split())
    settings = workflow.settings
    assert workflow.paths == ("a.txt", "b.txt")
    assert (str(settings.as_of), settings.sources) == ("2020-08-31", Path("ours.yaml"))
    assert settings.given
    assert (str(settings.given.published), settings.given.publisher, settings.given.title) == (
        "2020-08-07",
        "Post",
        None,
    )
    assert settings.stdin is None


def test_a_hyphen_reads_standard_input(run: Run, workflow: Workflow) -> None:
    run("extract", "-", input="words")
    assert workflow.settings.stdin
    assert workflow.settings.given is None


def test_remarks_go_to_standard_error(run: Run) -> None:
    result = run("report", "x", "-f", "json")
    assert result.stderr == "provenance: note: harbour.txt: one passage was skipped\n"
    assert "provenance: note" not in result.stdout


def test_many_remarks_end_in_a_count(run: Run, workflow: Workflow) -> None:
    workflow.report = replace(workflow.report, remarks=tuple(f"{n}.txt: no date" for n in range(30)))
    lines = run("extract", "x").stderr.splitlines()
    assert len(lines) == 11
    assert "and 20 more such notes" in lines[-1]


@pytest.mark.parametrize(
    "args",
    [
        ["report"],
        ["nonsense"],
        ["report", "x", "--only", "true"],
        ["report", "x", "--as-of", "yesterday"],
        ["report", "x", "--format", "xml"],
        ["report", "x", "-o", "no/such/folder/out.txt"],
        ["sources", "list", "--kind", "spy"],
    ],
)
def test_wrong_usage_exits_with_2(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr


@pytest.mark.parametrize("command", ["report", "extract", "export", "check"])
@pytest.mark.parametrize(
    ("error", "says"),
    [
        (UnreadableInput("a.txt:3", "not text", "save it\nas UTF-8"), "a.txt:3: not text; save it as UTF-8"),
        (KeyError("x"), "internal error, KeyError: 'x'; `provenance --debug ...` shows where"),
        (PermissionError(13, "Permission denied", "a.txt"), "a.txt: Permission denied"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_exit_code_3(
    run: Run, workflow: Workflow, command: str, error: Exception, says: str
) -> None:
    workflow.error = error
    result = run(command, "x")
    assert (result.exit_code, result.stdout, result.stderr) == (3, "", f"provenance: error: {says}\n")


def test_debug_adds_the_traceback(run: Run, workflow: Workflow) -> None:
    workflow.error = KeyError("x")
    result = run("--debug", "report", "x")
    assert result.exit_code == 3
    assert "Traceback" in result.stderr


def test_an_interrupt_is_quiet(run: Run, workflow: Workflow) -> None:
    workflow.error = KeyboardInterrupt()
    result = run("report", "x")
    assert (result.exit_code, result.stderr) == (130, "")


def test_the_empty_name_is_no_file_for_the_result(run: Run) -> None:
    assert run("report", "x", "-o", "").exit_code == 2


def test_a_name_that_several_bear_is_told_with_those_it_may_mean() -> None:
    result = CliRunner().invoke(main, ["sources", "show", "RSF"])
    assert result.exit_code == 3
    assert "source:reporters-without-borders" in result.stderr
    assert "source:rsf-sudan" in result.stderr


def test_where_there_is_no_text_a_note_says_so(run: Run, workflow: Workflow, report: Report) -> None:
    workflow.report = replace(report, documents=())
    for form in ("table", "jsonl"):
        result = run("extract", "x", "--text", "-f", form)
        assert (result.exit_code, result.stdout) == (0, "")
        assert "no text to print" in result.stderr


@pytest.mark.parametrize("columns", ["0", "1"])
def test_a_terminal_of_no_width_is_taken_for_a_narrow_one(run: Run, columns: str) -> None:
    wide = run("report", "x", env={"COLUMNS": columns}).stdout
    assert wide == run("report", "x", env={"COLUMNS": "40"}).stdout
    assert "Credibility report" in wide


# ----------------------------------------------------------------------------------------------------------- output


def test_output_is_the_same_bytes_as_on_standard_output(run: Run, tmp_path: Path) -> None:
    for form in ("table", "csv", "json"):
        out = tmp_path / form
        assert run("report", "x", "-f", form, "-o", str(out)).stdout == ""
        assert out.read_bytes() == run("report", "x", "-f", form).stdout_bytes


def test_what_is_there_stays_until_the_result_is_complete(
    run: Run, workflow: Workflow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "claims.jsonl"
    out.write_text("kept")

    def broken(paths: object, *, settings: Settings) -> Iterator[Any]:
        yield workflow.report.claims[0]
        raise UnreadableInput("b.txt", "not text")

    monkeypatch.setattr(workflow, "extract_claims", broken)
    result = run("extract", "x", "-f", "jsonl", "-o", str(out))
    assert result.exit_code == 3
    assert out.read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]


def test_a_file_keeps_its_permissions_and_a_link_its_target(run: Run, tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    run("report", "x", "-f", "json", "-o", str(link))
    assert link.is_symlink()
    assert real.read_text().startswith("{")
    assert real.stat().st_mode & 0o777 == 0o640


def test_drawn_lines_have_no_trailing_blanks_or_colours_in_a_pipe(run: Run) -> None:
    lines = run("report", "x").stdout.splitlines()
    assert all(line == line.rstrip() for line in lines)
    assert "\x1b" not in "".join(lines)


def test_lone_surrogates_do_not_stop_the_writing(run: Run, workflow: Workflow, report: Report) -> None:
    broken = replace(report.claims[0], place="\ud800")
    workflow.report = replace(report, claims=(broken, *report.claims[1:]))
    first = json.loads(run("extract", "x", "-f", "jsonl").stdout.splitlines()[0])
    assert first["place"] == "\ud800"


# -------------------------------------------------------------------------------------------- in a process of its own

HEAVY = frozenset(
    """
    rich spacy onnxruntime tokenizers numpy py3langid networkx rdflib pyshacl pyoxigraph yaml trafilatura dateparser
    pypdf
    """.split()
)


def process(code: str, *args: str, **more: Any) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    return subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, env=environment, **more)


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["report", "--help"], ["extract", "--help"]])
def test_help_loads_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys, atexit; atexit.register(lambda: print('loaded:', *sys.modules, file=sys.stderr));"
        "from provenance.cli import main; main(prog_name='provenance')"
    )
    done = process(code, *args)
    assert done.returncode == 0
    loaded = done.stderr.partition("loaded:")[2].split()
    assert "click" in loaded
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize(
    ("args", "closed", "says"),
    [
        ("report -", "<&-", "standard input: is closed"),
        ("extract claims.jsonl", ">&-", "standard output: is closed"),
    ],
)
def test_a_closed_stream_is_one_line_and_exit_code_3(tmp_path: Path, args: str, closed: str, says: str) -> None:
    claim = {"schema": "claim-provenance/claim/1", "source": {"name": "Navy"}, "content": {"text": "a ferry sank"}}
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim))
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    script = f'"{sys.executable}" -m provenance {args} {closed}'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=environment, cwd=tmp_path)
    assert done.returncode == 3
    assert done.stderr.startswith(f"provenance: error: {says}")
    assert done.stderr.count("\n") == 1


def test_what_nobody_had_put_forward_by_a_day_is_not_judged_for_it(tmp_path: Path) -> None:
    def claim(day: str | None, words: str) -> str:
        head = {"schema": "claim-provenance/claim/1", "document": {"path": words, "published": day}}
        return json.dumps({**head, "source": {"name": "Navy"}, "content": {"text": words}, "proposition": words})

    path = tmp_path / "claims.jsonl"

    def judged(*claims: str) -> tuple[list[str], str]:
        path.write_text("\n".join(claims))
        result = CliRunner().invoke(main, ["report", str(path), "--as-of", "2020-08-07", "-f", "json"])
        return [row["label"] for row in json.loads(result.stdout)["propositions"]], result.stderr

    early, late, undated = claim("2020-08-07", "a ferry sank"), claim("2020-08-08", "a pier burned"), claim(None, "x")
    assert len(judged(early, late)[0]) == 1
    assert len(judged(early, late, undated)[0]) == 2
    assert judged(early, late)[1] == ""
    assert judged(late) == (
        [],
        "provenance: note: nothing read was published by 2020-08-07, so there is nothing to judge\n",
    )


def test_the_overview_loads_no_command() -> None:
    code = (
        "import sys, atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
        "from provenance.cli import main; main(['--help'])"
    )
    assert not {f"provenance.cli.{name}" for name in COMMANDS} & set(process(code).stderr.split())


def test_a_reader_who_leaves_early_is_no_error_and_the_exit_code_stays() -> None:
    code = (
        "import sys; from provenance.cli.output import write;"
        "write(('x' * 1000 + chr(10) for _ in range(5000)), None); sys.exit(1)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    script = f'"{sys.executable}" -c "$CODE" | head -c 10; echo " ${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env={**environment, "CODE": code})
    assert (done.stdout, done.stderr) == ("xxxxxxxxxx 1\n", "")


# --------------------------------------------------------------------------------------------------------- progress


def test_there_is_no_progress_line_without_a_terminal(run: Run, workflow: Workflow) -> None:
    run("report", "x")
    assert workflow.settings.progress is None


def test_a_step_that_takes_long_is_shown_until_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    from rich.console import Console
    from rich.progress import Progress

    from provenance.cli import progress

    screen = io.StringIO()
    bar = Progress(console=Console(file=screen, force_terminal=True))
    monkeypatch.setattr(progress, "_rich_progress", lambda: bar)
    line = progress.ProgressLine(patience=0)
    line("Reading documents", 1, 3)
    assert line._timer
    line._timer.join()
    line("Reading documents", 2, 3)
    line.close()
    assert "Reading documents" in screen.getvalue()
    assert bar.finished is False
    assert not bar.live.is_started
