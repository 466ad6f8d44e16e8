"""The command ``provenance``: one module a command, loaded only when that command runs."""

from __future__ import annotations

import click

from provenance import __version__
from provenance.cli.commands import Commands

EPILOG = """\b
Examples:
  provenance report dispatches/
  provenance extract article.txt --format jsonl
  provenance check draft.md archive/ --fail-on single_sourced

Exit codes: 0 done, 1 findings (check only), 2 wrong usage, 3 unreadable input or internal error."""


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(__version__, prog_name="provenance")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
def main(debug: bool) -> None:
    """Who said it, who said it first, and who disagrees.

    Reads news dispatches, finds each claim with the source it is attributed to, and reports how each is sourced:
    contested, single-sourced, corroborated. It never says what is true.

    PATH may be text, Markdown, HTML, PDF, JSON lines of articles or claims, an earlier Turtle export, a folder of
    such files, or - for standard input.
    """
