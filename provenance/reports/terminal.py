"""The report for a terminal, drawn with rich; without colours where the output is no terminal.

Only ``Text`` objects are drawn, never markup, and every word of a text goes through ``printable``: a document cannot
steer the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from rich.columns import Columns
from rich.console import Console, Group, OverflowMethod, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from provenance.records.assessment import Assessment, Verdict
from provenance.records.claim import Claim
from provenance.records.proposition import Proposition
from provenance.records.report import Report
from provenance.records.source import Source
from provenance.reports.entries import Entry, Passage, Voice, entry, passage
from provenance.reports.lines import Line, Piece, in_columns, put, wrapped
from provenance.reports.order import Section, sections
from provenance.reports.summary import (
    SourceLine,
    as_of_words,
    document_words,
    publishers_words,
    scope_words,
    source_lines,
    verdict_counts,
)
from provenance.reports.wording import (
    VERDICT_MEANS,
    VERDICT_WORDS,
    counted,
    day_words,
    denies_by_cue,
    interval_words,
    kind_words,
    printable,
    quantity_words,
    shortened,
    source_words,
)

VERDICT_COLOURS = {
    Verdict.CONTESTED: "red",
    Verdict.SINGLE_SOURCED: "yellow",
    Verdict.UNATTRIBUTED: "magenta",
    Verdict.APPARENTLY_CORROBORATED: "cyan",
    Verdict.CORROBORATED: "green",
    Verdict.RETRACTED: "bright_black",
}
MOST_DOCUMENTS, MOST_SOURCES, MOST_PASSAGES, MOST_WORDS = 8, 10, 4, 300
_LABEL_WIDTH, _INDENT = 8, 5


def draw_report(report: Report, console: Console, *, everything: bool = False) -> None:
    """Prints the report, section by section.

    Args:
        report: What to print.
        console: Where to print it; its width is kept.
        everything: Whether nothing is left out of the sections, the sources and the documents.
    """
    console.print(_head(report))
    _draw_documents(report, console, everything=everything)
    _draw_sources(report, console, everything=everything)
    numbers = count(1)
    drawn: dict[frozenset[str], tuple[int, Proposition]] = {}
    for section in sections(report, everything=everything):
        console.print(_section_head(section, console.width))
        for assessment in section.shown:
            number, proposition = next(numbers), assessment.proposition
            twin = drawn.get(frozenset(proposition.supporting))
            if twin is not None and set(proposition.opposing) <= set(twin[1].supporting):
                put(_twin(assessment, number, twin[0], console.width), console)
                continue
            drawn[frozenset(proposition.opposing)] = number, proposition
            put(_entry(entry(assessment, report), number, width=console.width, everything=everything), console)
        for line in _left_out(section):
            console.print(Padding(Text(line, style="dim"), (0, 0, 1, 2)))
    if not report.assessments:
        console.print(Text("No propositions to show.", style="dim"))


def _twin(assessment: Assessment, number: int, twin: int, width: int) -> Iterator[Line]:
    """A rival account of what was drawn above: its opponents, with what they say."""
    yield from _numbered(assessment, number, width)
    note = f"the other side of {twin}  {printable(assessment.proposition.id)}"
    yield from wrapped([(note, "dim")], width, indent=" " * _INDENT)
    yield []


def draw_claims(claims: Iterable[Claim], console: Console) -> None:
    """Prints the claims one below the other, in the order given: where, who, how, and the words."""
    for claim in claims:
        console.print(_claim_lines(claim))


def draw_sources(sources: Iterable[Source], console: Console) -> None:
    """Prints a table of sources."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("source", "kind", "side", "letter"):
        table.add_column(name, no_wrap=name == "letter")
    for source in sources:
        side = Text(printable(source.side or ""))
        table.add_row(source_name(source), Text(kind_words(source.kind)), side, Text(source.reliability.letter))
    console.print(table)


def draw_rows(columns: Sequence[str], rows: Iterable[Sequence[str]], console: Console) -> None:
    """Prints any table of words."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in columns:
        table.add_column(printable(name), overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console.print(table)


def draw_source(source: Source, family: str, console: Console) -> None:
    """Prints all that is known of one source; ``family`` is the name of the source it belongs to."""
    letter = source.reliability
    set_by = f", set by {letter.set_by}" if letter.set_by else ""
    set_on = f" on {day_words(letter.set_on)}" if letter.set_on else ""
    rows = (
        ("id", printable(source.id)),
        ("kind", source.kind.value.replace("_", " ")),
        ("aliases", "; ".join(source.aliases)),
        ("family", family if source.is_mouthpiece else ""),
        ("side", source.side or ""),
        ("letter", f"{letter.letter}{set_by}{set_on}"),
        ("because", letter.reason or ""),
    )
    body = labelled(((label, Text(printable(words))) for label, words in rows if words))
    console.print(Group(source_name(source), Padding(body, (0, 0, 0, 2))))


def badge(verdict: Verdict) -> Text:
    """Returns the word of a verdict in its colour."""
    return Text(f" {VERDICT_WORDS[verdict].upper()} ", style=f"bold reverse {VERDICT_COLOURS[verdict]}")


def source_name(source: Source) -> Text:
    """Returns the name of a source, bold."""
    return Text(printable(source.name), style="bold")


def labelled(rows: Iterable[tuple[str, RenderableType]], *, width: int = _LABEL_WIDTH) -> Table:
    """Returns rows with a dim label in front; a label may be empty."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=False)
    grid.add_column(width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    for label, body in rows:
        grid.add_row(Text(label, style=label_style(label)), body)
    return grid


def label_style(label: str) -> str:
    """Returns the style of a label: what stands against something is seen at once."""
    return "red" if label in {"denies", "against"} else "dim"


# ------------------------------------------------------------------------------------------------------------ head


def _head(report: Report) -> RenderableType:
    title = Text.assemble(("Credibility report", "bold"), "  ", (as_of_words(report), "dim"))
    counts = Columns((_count(verdict, number) for verdict, number in verdict_counts(report)), padding=(0, 3, 0, 0))
    notice = Text("It says how each claim is sourced, never whether it is true.", style="dim")
    return Group(title, Text(scope_words(report)), notice, Text(), counts, Text())


def _count(verdict: Verdict, number: int) -> Text:
    return Text(f"{number:,} {VERDICT_WORDS[verdict]}", style=f"bold {VERDICT_COLOURS[verdict]}", no_wrap=True)


def _draw_documents(report: Report, console: Console, *, everything: bool) -> None:
    console.print(Text("Documents", style="bold"))
    if len(report.documents) > MOST_DOCUMENTS and not everything:
        console.print(Text(f"  {publishers_words(report)}"))
    else:
        rows = [[*zip(document_words(document), ("", "", "dim"), strict=True)] for document in report.documents]
        _draw_columns(rows, console, first="fold")
    console.print()


def _draw_sources(report: Report, console: Console, *, everything: bool) -> None:
    found = source_lines(report)
    if not found:
        return console.print(Text("No source is credited.\n"))
    shown = found if everything else found[:MOST_SOURCES]
    console.print(Text("Sources", style="bold"))
    _draw_columns([_source_row(line) for line in shown], console, first="ellipsis")
    if more := len(found) - len(shown):
        console.print(Text(f"  and {counted(more, 'more source')}; --all lists them", style="dim"))
    return console.print()


def _source_row(line: SourceLine) -> Line:
    kind = source_words(line.source)
    return (printable(line.source.name), "bold"), (kind, "dim"), (", ".join(_uses(line)), "")


def _draw_columns(rows: Sequence[Line], console: Console, *, first: OverflowMethod) -> None:
    """Prints rows in columns, which rich makes narrower where they do not fit; ``first`` is what becomes of a path."""
    lines = in_columns(rows, console.width)
    if lines is not None:
        return put(lines, console)
    grid = Table.grid(padding=(0, 2, 0, 0))
    for overflow in (first, "ellipsis", "ellipsis"):
        grid.add_column(overflow=overflow)
    for row in rows:
        grid.add_row(*(Text(words, style=style) for words, style in row))
    return console.print(grid)


def _uses(line: SourceLine) -> Iterator[str]:
    yield counted(line.claims, "claim")
    if line.documents > 1:
        yield counted(line.documents, "document")
    if line.sole_origin:
        yield f"only origin of {line.sole_origin:,}"
    if line.contested:
        yield f"contested in {line.contested:,}"


# -------------------------------------------------------------------------------------------------------- sections


def _section_head(section: Section, width: int) -> RenderableType:
    meaning = Text(f"  {VERDICT_MEANS[section.verdict]}", style="dim")
    size = Text(f"  {section.size:,}", style="bold")
    head = Text.assemble(badge(section.verdict), size, meaning)
    head.truncate(width, overflow="ellipsis")
    return Group(head, Text())


def _left_out(section: Section) -> Iterator[str]:
    word = VERDICT_WORDS[section.verdict]
    if section.cut:
        yield f"… and {section.cut:,} more {word}; --only {section.verdict.value} or --all lists them."
    if section.voice_only:
        what = counted(section.voice_only, "proposition")
        yield f"{what} in the voice of outlets alone, crediting nobody; --only {section.verdict.value} lists them."


def _entry(item: Entry, number: int, *, width: int, everything: bool) -> Iterator[Line]:
    """Yields the lines of a proposition; they are many, so rich is given them as they are to stand."""
    assessment = item.assessment
    yield from _numbered(assessment, number, width)
    for word, voices in item.sides:
        for place, voice in enumerate(voices):
            lines = _voice(voice, width - _INDENT - _LABEL_WIDTH - 1, everything=everything)
            yield from _beside(word if place == 0 else "", lines)
    rows = (
        ("why", printable(assessment.why), ""),
        ("change", printable(assessment.would_change), ""),
        *(("", line, "dim") for line in item.summary),
    )
    for label, words, style in rows:
        yield from _beside(label, wrapped([(words, style)], width - _INDENT - _LABEL_WIDTH - 1))
    yield []


def _numbered(assessment: Assessment, number: int, width: int) -> Iterator[Line]:
    """Yields what a proposition says, the number in front of it."""
    in_front: Piece = (f"{number:>{_INDENT - 1}} ", VERDICT_COLOURS[assessment.verdict])
    for line in wrapped([(printable(assessment.proposition.label), "bold")], width - _INDENT):
        yield [in_front, *line]
        in_front = (" " * _INDENT, "")


def _beside(label: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Yields the lines with a label beside the first."""
    style = label_style(label)
    for line in lines:
        yield [(f"{'':{_INDENT}}{label:{_LABEL_WIDTH}} ", style), *line]
        label = ""


def _voice(voice: Voice, width: int, *, everything: bool) -> Iterator[Line]:
    kind = source_words(voice.source)
    yield from wrapped([(printable(voice.source.name), "bold"), (f"  {kind}" if kind else "", "dim")], width)
    shown = voice.passages if everything else voice.passages[:MOST_PASSAGES]
    for item in shown:
        yield from _passage(item, width, everything=everything)
    if more := len(voice.passages) - len(shown):
        yield from wrapped([(f"and {counted(more, 'more report')}", "dim")], width)


def _passage(item: Passage, width: int, *, everything: bool) -> Iterator[Line]:
    route = [("→ " + " → ".join(item.route) + "  ", "")] if item.route else []
    notes = ((f"  {note}", "yellow") for note in item.notes)
    yield from wrapped([*route, (item.place, "dim"), *notes], width)
    words = item.words if everything else shortened(item.words, MOST_WORDS)
    yield from wrapped([(f"“{words}”", "dim italic")], width, indent="  ")


def _claim_lines(claim: Claim) -> RenderableType:
    item = passage(claim)
    names: Sequence[str] = (printable(claim.origin.name), *item.route)
    who = Text.assemble((names[0], "bold"), *(f" → {name}" for name in names[1:]))
    denies = [Text("denies", style="red")] if denies_by_cue(claim) else []
    notes = (Text(note, style="yellow") for note in item.notes)
    first = Text("  ").join([who, *denies, *notes])
    words = Padding(Text(f"“{item.words}”", style="italic"), (0, 0, 0, 2))
    details = [Text(f"  {detail}", style="dim") for detail in _details(claim)]
    return Group(first, words, *details, Text(f"  {item.place}  {printable(claim.id)}", style="dim"), Text())


def _details(claim: Claim) -> Iterator[str]:
    """Yields the line of numbers, days and place, if there is anything to say."""
    numbers = "; ".join(map(quantity_words, claim.quantities))
    when = interval_words(claim.event_date) if claim.event_date else ""
    line = " · ".join(filter(None, (numbers, when, printable(claim.place or ""))))
    if line:
        yield line
