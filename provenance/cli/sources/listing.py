"""``provenance sources list`` and ``show``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli.options import TEXT, examples, formatted, sources_option
from provenance.cli.output import draw, write

if TYPE_CHECKING:
    from provenance.records.source import Source


LIST_EXAMPLES = examples(
    "provenance sources list --kind monitor",
    "provenance sources list --sources ours.yaml --format csv -o sources.csv",
)


@click.command("list", epilog=LIST_EXAMPLES)
@sources_option
@click.option("--kind", type=TEXT, help="Only sources of this kind, such as monitor.")
@formatted("table", "json", "csv")
def list_(sources: str | None, kind: str | None, form: str, output: str | None) -> None:
    """List the sources."""
    from provenance.records.source import SourceKind
    from provenance.sources.registry import load_registry

    if kind is not None and kind not in list(SourceKind):
        raise click.BadParameter(f"{kind!r} is not one of {', '.join(SourceKind)}.", param_hint="--kind")
    found = (s for s in load_registry(_path(sources)) if kind in (None, s.kind.value))
    _print(sorted(found, key=lambda s: (s.name.casefold(), s.id)), form, output)


@click.command("show", epilog=examples('provenance sources show "Reuters"', "provenance sources show SOHR -f json"))
@click.argument("name", type=TEXT)
@sources_option
@formatted("table", "json", "csv")
def show(name: str, sources: str | None, form: str, output: str | None) -> None:
    """Show one source, by its name, an alias or its id."""
    from provenance.sources.registry import load_registry, sought

    registry = load_registry(_path(sources))
    found = sought(name, registry)
    if form != "table":
        return _print([found], form, output)
    from provenance.reports.terminal import draw_source

    names = {source.id: source.name for source in registry}
    return draw(lambda console: draw_source(found, names.get(found.family, found.family), console), output)


def _path(sources: str | None) -> Path | None:
    return Path(sources) if sources else None


def _print(found: Iterable[Source], form: str, output: str | None) -> None:
    if form == "table":
        from provenance.reports.terminal import draw_sources

        draw(lambda console: draw_sources(found, console), output)
    else:
        write(_json(found) if form == "json" else _csv(found), output)


def _json(found: Iterable[Source]) -> Iterable[str]:
    from provenance.exports.json_lines import json_line, source_object

    yield json_line({"schema": "claim-provenance/sources/1", "sources": [source_object(s) for s in found]}) + "\n"


def _csv(found: Iterable[Source]) -> Iterable[str]:
    from provenance.exports.csv_tables import sources_csv

    return sources_csv(found)
