"""``provenance check``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from provenance.cli.options import (
    APPLIES_LEDGER,
    as_of_option,
    examples,
    formatted,
    ledger_option,
    reads_documents,
    verdicts_option,
)
from provenance.cli.output import write

if TYPE_CHECKING:
    from provenance.records.assessment import Verdict
    from provenance.reports.findings import Finding
    from provenance.settings import Settings


@click.command(
    epilog=examples(
        "provenance check draft.md archive/",
        "provenance check draft.md archive/ --fail-on single_sourced --fail-on retracted",
    )
)
@reads_documents()
@as_of_option
@ledger_option(APPLIES_LEDGER)
@verdicts_option("--fail-on", "The lowest verdict that is a finding; may be repeated.", default=("contested",))
@formatted("text", "json")
def check(
    paths: tuple[str, ...], settings: Settings, fail_on: tuple[Verdict, ...], form: str, output: str | None
) -> None:
    """Exit 1 where claims are weakly sourced.

    Prints one line a finding, `file:line:column: verdict: why`, and ends with exit code 1 where there is one, 0 where
    there is none. --fail-on is a threshold: contested > unattributed > single_sourced > apparently_corroborated;
    corroborated and retracted are found only when named. Default: contested.
    """
    from provenance.reports.findings import find
    from provenance.workflow import read_report

    report = read_report(paths, settings=settings)
    findings = list(find(report, fail_on))
    write(_WRITERS[form](findings), output)
    sys.exit(1 if findings else 0)


def _text(findings: Iterable[Finding]) -> Iterator[str]:
    return (f"{finding}\n" for finding in findings)


def _json(findings: Iterable[Finding]) -> Iterator[str]:
    from dataclasses import asdict

    from provenance.exports.json_lines import json_line

    yield (
        json_line({"schema": "claim-provenance/check/1", "findings": [asdict(finding) for finding in findings]}) + "\n"
    )


_WRITERS = {"text": _text, "json": _json}
