"""One claim or proposition in full: the words marked, how its source was found, the chain, the verdict, the proof."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rich.console import Console, Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from provenance.records.assessment import Assessment
from provenance.records.claim import Claim, Stance
from provenance.records.report import Report
from provenance.records.source import Source
from provenance.records.spans import Span, hull
from provenance.reports.evidence_tree import Page, draw_side
from provenance.reports.lapsed import Lapsed, lapsed
from provenance.reports.lookup import Found
from provenance.reports.nodes import nodes_of
from provenance.reports.scales import scale_words
from provenance.reports.summary import as_of_words
from provenance.reports.terminal import badge, labelled, source_name
from provenance.reports.wording import (
    admiralty_words,
    attribution_words,
    claim_notes,
    counted,
    day_words,
    flag_words,
    interval_words,
    name_of,
    place_of,
    position_of,
    printable,
    quantity_words,
    source_words,
)

_MARKS = {"source": "bold cyan", "cue": "yellow", "content": "green"}
_WIDE = 11


def draw_found(found: Found, report: Report, console: Console, *, everything: bool = False) -> None:
    """Prints the page of a claim, or of a proposition.

    Args:
        found: What to show.
        report: The report that it stands in.
        console: Where to print it; its width is kept.
        everything: Whether long lists are printed whole.
    """
    if found.claim:
        console.print(_claim(found.claim, coloured=console.is_terminal and not console.no_color))
    for assessment in found.assessments:
        page = Page(nodes_of(assessment, report), console.width, everything, found.claim.id if found.claim else "")
        console.print(_proposition(assessment, report, page, with_counts=found.claim is not None))
    if not found.assessments:
        console.print(Text("It belongs to no proposition.", style="dim"))


# ----------------------------------------------------------------------------------------------------------- claim


def _claim(claim: Claim, *, coloured: bool) -> RenderableType:
    path, line, column = position_of(claim)
    where = f"{path}:{line}:{column}" if line else path
    head = Text.assemble((where, "bold"), "  ", (printable(claim.id), "dim"))
    return Group(
        head, Text(_publication(claim), style="dim"), Text(), marked(claim, coloured=coloured), Text(), _facts(claim)
    )


def _publication(claim: Claim) -> str:
    document = claim.document
    known = (document.title, document.outlet, document.published and day_words(document.published))
    return ", ".join(printable(part) for part in known if part)


def marked(claim: Claim, *, coloured: bool) -> Text:
    """Returns the sentence of a claim with source, cue and content in colours, or in named brackets.

    Without the text of the document, the three stand one after the other.
    """
    text = claim.document.text
    if not text or not claim.content.spans:
        return _unplaced(claim, coloured=coloured)
    marks = _marks(claim)
    whole = claim.sentence or hull([span for _, span in marks])
    pieces = _pieces(marks, hull([whole, *(span for _, span in marks)]))
    return Text.assemble(*(_piece(name, span.of(text), coloured=coloured) for name, span in pieces))


def _unplaced(claim: Claim, *, coloured: bool) -> Text:
    parts = (("source", claim.source.text), ("cue", claim.cue and claim.cue.text), ("content", claim.content.text))
    return Text(" ").join(_piece(name, words, coloured=coloured) for name, words in parts if words)


def _marks(claim: Claim) -> list[tuple[str, Span]]:
    """Returns what is marked, the part that wins where two overlap first."""
    cue = claim.cue.spans if claim.cue else ()
    source = (claim.source.span,) if claim.source.span else ()
    named = (("cue", cue), ("source", source), ("content", claim.content.spans))
    return [(name, span) for name, spans in named for span in spans]


def _pieces(marks: Sequence[tuple[str, Span]], whole: Span) -> Iterator[tuple[str, Span]]:
    edges = sorted({whole.start, whole.end, *(edge for _, span in marks for edge in span)})
    run: tuple[str, Span] | None = None
    for start, end in pairwise(edges):
        name = next((name for name, span in marks if span.start <= start and end <= span.end), "")
        if run and run[0] == name and run[1].end == start:
            run = (name, Span(run[1].start, end))
            continue
        if run:
            yield run
        run = (name, Span(start, end))
    if run:
        yield run


def _piece(name: str, words: str, *, coloured: bool) -> Text:
    inner = printable(words)
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and inner else ""
    if name and not coloured:
        return Text(f"{before}[{name}: {inner}]{after}")
    return Text(f"{before}{inner}{after}", style=_MARKS.get(name, ""))


def _facts(claim: Claim) -> RenderableType:
    return labelled(_fact_rows(claim), width=_WIDE)


def _fact_rows(claim: Claim) -> Iterator[tuple[str, RenderableType]]:
    yield "source", _resolution(claim)
    yield "chain", chain_tree(claim)
    yield from ((label, Text(words)) for label, words in _said_rows(claim) if words)


def _said_rows(claim: Claim) -> Iterator[tuple[str, str]]:
    triple, days = claim.triple, claim.event_date
    yield "stance", ", ".join((claim.stance.value, claim.manner.value, *claim_notes(claim)))
    yield "triple", " | ".join(map(printable, (triple.subject, triple.predicate, triple.object))) if triple else ""
    yield "numbers", "; ".join(map(quantity_words, claim.quantities))
    yield "when", interval_words(days) if days else ""
    yield "said on", day_words(claim.said_date) if claim.said_date else ""
    yield "where", printable(claim.place or "")
    yield "blames", printable(claim.responsible or "")


def _resolution(claim: Claim) -> Text:
    credited = claim.source
    said = f"“{printable(credited.text)}” is " if credited.text else ""
    how = credited.because and f"; {printable(credited.because)}"
    sure = " (inferred)" if credited.inferred else ""
    kind = source_words(credited.source)
    return Text.assemble(said, source_name(credited.source), f", {kind}" if kind else "", sure, (how or "", "dim"))


def chain_tree(claim: Claim) -> Tree:
    """Returns the way from the document to the origin, one level a step."""
    document = claim.document
    tree = Tree(Text.assemble((printable(document.outlet), ""), (f"  {name_of(document)}", "dim")), guide_style="dim")
    step = tree
    for member in claim.chain:
        step = step.add(_member(member, origin=member is claim.chain[-1]))
    return tree


def _member(source: Source, *, origin: bool) -> Text:
    kind = source_words(source)
    return Text.assemble(
        "has it from ", source_name(source), (f", {kind}" if kind else "", "dim"), " (origin)" if origin else ""
    )


# ----------------------------------------------------------------------------------------------------- proposition


def _proposition(assessment: Assessment, report: Report, page: Page, *, with_counts: bool) -> RenderableType:
    proposition = assessment.proposition
    head = Text.assemble(badge(assessment.verdict), "  ", (printable(proposition.label), "bold"))
    name = Text.assemble((printable(proposition.id), "dim"), f"  {as_of_words(report)}")
    counts = _other_claims(assessment) if with_counts else ()
    verdict = labelled([("id", name), *counts, *_verdict_rows(assessment)], width=_WIDE)
    not_counted = list(_not_counted(assessment, report))
    rest = (Text(), labelled(not_counted, width=_WIDE)) if not_counted else ()
    return Group(Text(), head, Text(), verdict, Text(), *_sides(assessment, page), *rest)


def _sides(assessment: Assessment, page: Page) -> Iterator[RenderableType]:
    yield draw_side("For it", assessment.support, page)
    if assessment.opposition:
        yield Text()
        yield draw_side("Against it", assessment.opposition, page)


def _other_claims(assessment: Assessment) -> Iterator[tuple[str, RenderableType]]:
    """Yields how many claims it has beside the one shown."""
    sides = assessment.proposition
    counts = f"{counted(len(sides.supporting), 'claim')} for it, {len(sides.opposing)} against"
    yield "claims", Text(f"{counts}{f', {len(sides.open)} open' if sides.open else ''}")


def _verdict_rows(assessment: Assessment) -> Iterator[tuple[str, RenderableType]]:
    yield "why", Text(printable(assessment.why))
    yield "rule", Text(printable(assessment.rule))
    yield "change", Text(printable(assessment.would_change))
    if assessment.flags:
        yield "flags", Text("; ".join(flag_words(assessment.flags)))
    yield "Admiralty", Text(admiralty_words(assessment.admiralty))
    yield from (("scale", Text(scale_words(label))) for label in (assessment.scale,) if label)


def _not_counted(assessment: Assessment, report: Report) -> Iterator[tuple[str, RenderableType]]:
    """Yields the claims that take no side and those that have lapsed, with what ended them."""
    ended = list(lapsed(assessment, report))
    pointed_at = {ending.id for item in ended for ending in item.by}
    for name in assessment.proposition.open:
        if name in report.claims_by_id and name not in pointed_at:
            claim = report.claims_by_id[name]
            yield ("withdrawal" if claim.stance is Stance.RETRACTS else "no side"), _listed(claim)
    for item in ended:
        yield item.word, Group(_listed(item.claim), *(_pointer(item, ending) for ending in item.by))


def _listed(claim: Claim) -> RenderableType:
    """Returns a claim that is not counted: who, when and where, and the words."""
    where = f"  {day_words(claim.said_on)}  {place_of(claim)}  {printable(claim.id)}"
    head = Text.assemble(source_name(claim.origin), (where, "dim"))
    return Group(head, Text.assemble(attribution_words(claim), (f"“{printable(claim.content.text)}”", "italic")))


def _pointer(item: Lapsed, ending: Claim) -> Text:
    who = f"{item.word} by {printable(ending.origin.name)} on {day_words(ending.said_on)}"
    return Text(f"{who}: {place_of(ending)}  {printable(ending.id)}")
