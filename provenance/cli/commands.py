"""The table of commands, and what they share: loading them late, and turning errors into exit codes."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import NoReturn

import click

from provenance.errors import ProvenanceError

COMMANDS = {
    "report": "Print the credibility report.",
    "extract": "Print the claims with their sources.",
    "show": "Explain one claim or proposition.",
    "graph": "Draw the evidence for one proposition.",
    "explain": "Print the rules of verdicts and scales.",
    "check": "Exit 1 where claims are weakly sourced.",
    "export": "Write claims and verdicts to a file.",
    "validate": "Check a Turtle export against the shapes.",
    "verify": "Check the proofs in a report.",
    "query": "Ask a SPARQL question.",
    "evaluate": "Score the attributions found against your own marks.",
    "truth": "Rank the values in a table by how sources agree.",
    "sources": "List, show and assess sources.",
}
"""Each command with its help in one line, so that the overview need not load them."""

MOST_NOTES = 10


class Failure(click.ClickException):
    """An error told in one line on standard error."""

    exit_code = 3

    def show(self, file: object = None) -> None:
        """Prints the line."""
        click.echo(f"provenance: error: {one_line(self.message)}", err=True)


class Commands(click.Group):
    """A group whose commands live in modules of the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Returns the names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Returns a command, importing its module; None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"provenance.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the overview from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command; what goes wrong becomes one line and exit code 3."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except (KeyboardInterrupt, click.Abort):
            sys.exit(130)
        except Exception as error:
            if ctx.params.get("debug"):
                _print_traceback()
            raise Failure(_told(error)) from error


def one_line(text: str) -> str:
    """Returns text without line breaks and control characters."""
    return "".join(c if c.isprintable() else " " for c in text)


def note(text: str) -> None:
    """Prints a remark for the reader on standard error."""
    click.echo(f"provenance: note: {one_line(text)}", err=True)


class Notes:
    """Prints remarks as they come, the first few; ``close`` says how many more there were."""

    def __init__(self) -> None:
        self._told = 0

    def __call__(self, text: str) -> None:
        """Prints a remark, unless there were many before it."""
        self._told += 1
        if self._told <= MOST_NOTES:
            note(text)

    def close(self) -> None:
        """Says how many remarks were not printed, if any."""
        if self._told > MOST_NOTES:
            note(f"and {self._told - MOST_NOTES:,} more such notes; `provenance report --format json` lists them all")


def _told(error: Exception) -> str:
    if isinstance(error, ProvenanceError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'output'}: {error.strerror}"
    return f"internal error, {type(error).__name__}: {error}; `provenance --debug ...` shows where"


def _print_traceback() -> None:
    import traceback

    click.echo(traceback.format_exc(), err=True)


def fail(message: str) -> NoReturn:
    """Ends the command with a line on standard error and exit code 3."""
    raise Failure(message)
