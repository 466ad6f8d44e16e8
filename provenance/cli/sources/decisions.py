"""``provenance sources assess`` and ``check``: what a person decides on a source, put into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from provenance.cli.options import TEXT, day, examples, ledger_option, sources_option

if TYPE_CHECKING:
    from provenance.records.decisions import Decided, Entry, Ledger, Letter
    from provenance.records.source import Source

F = TypeVar("F", bound=Callable[..., Any])

LETTERS = ("A", "B", "C", "D", "E", "F")
KINDS = ("casualties", "responsibility", "territory", "statement")
ADDS_TO_LEDGER = "The ledger to add to (JSON lines); it is made where there is none."


def _decided(command: F) -> F:
    """Adds the options that say who decides, when and why, and where it is written."""
    for option in (
        sources_option,
        ledger_option(ADDS_TO_LEDGER, required=True),
        click.option("--on", type=day, help="Day of the decision (default: today)."),
        click.option("--reason", required=True, type=TEXT, callback=_words, help="Why."),
        click.option("--reviewer", required=True, type=TEXT, callback=_words, help="Who decides."),
    ):
        command = option(command)
    return command


def _words(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if not value.strip():
        raise click.BadParameter("is empty.", ctx, param)
    return value.strip()


ASSESS_EXAMPLES = examples(
    'provenance sources assess SOHR --letter B --reviewer "A. Ruiz" --reason "counts hold" --ledger desk.jsonl',
    'provenance sources assess SOHR --undo --reviewer "A. Ruiz" --reason "wrong source" --ledger desk.jsonl',
)


@click.command("assess", epilog=ASSESS_EXAMPLES)
@click.argument("name", type=TEXT)
@click.option("--letter", type=click.Choice(LETTERS, case_sensitive=False), help="Admiralty letter, A to F.")
@click.option("--undo", is_flag=True, help="Take back the letter of this source that was recorded last.")
@_decided
def assess(name: str, letter: str | None, undo: bool, ledger: Path, **rest: Any) -> None:
    """Give a source an Admiralty letter.

    A completely reliable, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged. The letter
    of the latest day is in force; of several on one day the last of the alphabet. Nothing is ever deleted: --undo
    adds an entry that takes a letter back.
    """
    from provenance.records.decisions import Letter

    if (letter is not None) == undo:
        raise click.UsageError("Give either --letter or --undo.")
    source, by = _source_and_decision(name, **rest)
    entry = None if letter is None else Letter(source.id, source.name, letter.upper(), by)
    _record(ledger, entry, lambda kept: kept.letters(source.id), by, f"letter of {source.name}")


CHECK_EXAMPLES = examples(
    "provenance sources check SOHR --claim claim:9f2c --kind casualties --right --reviewer Ruiz"
    ' --reason "two hospitals" --ledger desk.jsonl',
)


@click.command("check", epilog=CHECK_EXAMPLES)
@click.argument("name", type=TEXT)
@click.option(
    "--claim", required=True, type=TEXT, callback=_words, help="Id of the claim, or another name of yours for it."
)
@click.option("--kind", type=click.Choice(KINDS), help="What the claim is about.")
@click.option("--right", is_flag=True, help="The claim turned out right.")
@click.option("--wrong", is_flag=True, help="The claim turned out wrong.")
@click.option("--undo", is_flag=True, help="Take back the verdict on this claim recorded last.")
@_decided
def check(
    name: str, claim: str, kind: str | None, right: bool, wrong: bool, undo: bool, ledger: Path, **rest: Any
) -> None:
    """Record whether a claim of a source was right.

    Each claim counts once: the verdict of the latest day. Verdicts of one day that disagree count for nothing until
    one of them is taken back.
    """
    from provenance.records.decisions import Check, ClaimKind

    if right + wrong + undo != 1 or (kind is None and not undo):
        raise click.UsageError("Give one of --right and --wrong with --kind, or --undo.")
    source, by = _source_and_decision(name, **rest)
    entry = None if kind is None or undo else Check(source.id, source.name, claim, ClaimKind(kind), right, by)
    _record(ledger, entry, lambda kept: kept.checks(source.id, claim), by, f"verdict on {claim} of {source.name}")


def _source_and_decision(
    name: str, *, sources: str | None, reviewer: str, reason: str, on: date | None
) -> tuple[Source, Decided]:
    from provenance.cli.commands import note
    from provenance.records.decisions import Decided

    source = named_source(name, sources)
    if not source.listed:
        note(f"{source.name} is not in the registry; it is kept under {source.id}")
    return source, Decided(reviewer, on or date.today(), reason)


def named_source(name: str, sources: str | Path | None) -> Source:
    """Returns the source of this name; one that the registry does not list under the id it has in texts."""
    from provenance.sources.registry import as_written, load_registry

    if not name.strip():
        raise click.UsageError("Give the name of a source.")
    return as_written(name, load_registry(Path(sources) if sources else None))


def _record(
    path: Path, entry: Entry | None, standing: Callable[[Ledger], tuple[Any, ...]], by: Decided, what: str
) -> None:
    """Adds the entry, or one that takes back the last that stands, and says what was added."""
    from provenance.cli.commands import note
    from provenance.records.decisions import Letter
    from provenance.sources.ledger import add_entry, taken_back

    def decide(kept: Ledger) -> Entry:
        return entry or taken_back(standing(kept), by, what)

    added = add_entry(path, decide, note)
    if added is None:
        note("this very decision stands already; nothing was added")
    else:
        click.echo(f"{added.id} added to {path}")
    if isinstance(added, Letter):
        _warn_of_another(path, added)


def _warn_of_another(path: Path, added: Letter) -> None:
    """Says where the letter just recorded is not the one in force."""
    from provenance.cli.commands import note
    from provenance.sources.ledger import load_ledger

    letter = load_ledger(path).letter(added.source_id)
    if letter is not None and letter.letter != added.letter:
        note(f"in force is {letter.letter}, set by {letter.by.reviewer} on {letter.by.on}; --undo takes the last back")
