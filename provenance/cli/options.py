"""Options that several commands take, each defined once."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from provenance.records.assessment import Verdict
    from provenance.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

_GIVEN = ("published", "republished", "publisher", "title", "author", "url", "language", "derived_from")


class Text(click.types.StringParamType):
    """Words that go into what is written: they must be UTF-8, as the terminal may not have sent them."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Returns the words as they are."""
        words = str(value)
        if any("\ud800" <= c <= "\udfff" for c in words):
            shown = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words)
            self.fail(f"{shown!r} is not in UTF-8; write it in a terminal that is set to UTF-8.", param, ctx)
        return words


TEXT = Text()


def day(value: str) -> date:
    """Returns the day of an ISO 8601 date."""
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2020-08-07.") from None


def verdict(value: str) -> Verdict:
    """Returns the verdict of this name; a hyphen does for an underscore."""
    from provenance.records.assessment import Verdict

    try:
        return Verdict(value.lower().replace("-", "_"))
    except ValueError:
        raise click.BadParameter(f"{value!r} is not one of {', '.join(Verdict)}.") from None


def examples(*lines: str) -> str:
    """Returns the end of a help text: commands to copy, kept line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def formatted(*choices: str) -> Callable[[F], F]:
    """Adds ``--format``, the first choice being the default, and ``--output``."""
    text = "Write to FILE; what is there stays until all is done."

    def add(command: F) -> F:
        for option in (
            click.option("-o", "--output", metavar="FILE", callback=_writable, help=text),
            click.option("-f", "--format", "form", type=click.Choice(choices), default=choices[0], show_default=True),
        ):
            command = option(command)
        return command

    return add


def _writable(ctx: click.Context, param: click.Parameter, output: str | None) -> str | None:
    """Refuses a place where no file can be made, before the long work begins."""
    if output == "":
        raise click.BadParameter("'' is not the name of a file.", ctx, param)
    if output and output != "-" and (Path(output).is_dir() or not Path(output).absolute().parent.is_dir()):
        raise click.BadParameter(f"{output!r} is not a file in a folder that exists.", ctx, param)
    return output


def reads_documents(*, required: bool = True) -> Callable[[F], F]:
    """Adds PATH... and the options for reading documents; the command takes ``paths`` and ``settings``."""

    def add(command: F) -> F:
        @functools.wraps(command)
        def opened(*args: Any, paths: tuple[str, ...], sources: str | None, **rest: Any) -> Any:
            given = {name: rest.pop(name) for name in _GIVEN}
            chosen = {name: rest.pop(name, None) for name in ("as_of", "ledger", "scale")}
            settings = _settings(paths, sources, given, **chosen)
            return command(*args, paths=paths, settings=settings, **rest)

        for option in reversed(tuple(_reading_options(required))):
            opened = option(opened)
        return opened  # type: ignore[return-value]

    return add


def as_of_option(command: F) -> F:
    """Adds ``--as-of``; stands below ``reads_documents``, which takes it into the settings."""
    text = "Judge as things stood on this day (default: the latest date read)."
    return click.option("--as-of", type=day, help=text)(command)


SCALES = ("admiralty", "airwars", "icd203")
"""The names of the scales, here so that ``--help`` need not load them."""


def ledger_option(text: str, *, required: bool = False) -> Callable[[F], F]:
    """Adds ``--ledger``; below ``reads_documents`` it goes into the settings."""
    return click.option("--ledger", metavar="FILE", type=click.Path(path_type=Path), required=required, help=text)


def scale_option(command: F) -> F:
    """Adds ``--scale``; stands below ``reads_documents``, which takes it into the settings."""
    text = "Add the label of another trade; `provenance explain --scale ...` prints its rules."
    return click.option("--scale", type=click.Choice(SCALES), help=text)(command)


APPLIES_LEDGER = "Your ledger of letters and checked claims; `provenance sources assess` adds to it."


def verdicts_option(name: str, text: str, **more: Any) -> Callable[[F], F]:
    """Adds an option that names a verdict and may be repeated."""
    return click.option(name, multiple=True, type=verdict, help=text, **more)


def sources_option(command: F) -> F:
    """Adds ``--sources``."""
    text = "Your own registry of sources (YAML); it overrides the one that ships."
    return click.option("--sources", metavar="FILE", type=click.Path(), help=text)(command)


def _reading_options(required: bool) -> Iterable[Callable[[Any], Any]]:
    yield click.argument("paths", metavar="PATH..." if required else "[PATH...]", nargs=-1, required=required)
    yield click.option("--published", type=day, help="Publication day, such as 2020-08-07.")
    yield click.option("--republished", type=day, help="Day of republication.")
    yield click.option("--publisher", type=TEXT, help="Who published the documents.")
    yield click.option("--title", type=TEXT, help="Their title.")
    yield click.option("--author", type=TEXT, help="Their author.")
    yield click.option("--url", type=TEXT, help="Their address.")
    yield click.option("--language", type=TEXT, help="Their language, such as en.")
    yield click.option("--derived-from", type=TEXT, help="Title, address or publisher of what they reprint.")
    yield sources_option


def _settings(paths: tuple[str, ...], sources: str | None, given: dict[str, Any], **chosen: Any) -> Settings:
    from provenance.cli.commands import Notes
    from provenance.cli.progress import on_terminal
    from provenance.settings import Settings

    notes = Notes()
    click.get_current_context().call_on_close(notes.close)

    return Settings(
        **chosen,
        sources=Path(sources) if sources else None,
        given=_given(given) if any(given.values()) else None,
        stdin=sys.stdin.buffer if "-" in paths and sys.stdin else None,
        progress=on_terminal(),
        remark=notes,
    )


def _given(fields: dict[str, Any]) -> Any:
    from provenance.documents.read import Given

    return Given(**fields)
