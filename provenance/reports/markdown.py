"""The report as Markdown (CommonMark with tables), to paste into a newsroom's document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from provenance.records.report import Report
from provenance.reports.entries import Entry, Passage, Voice, entry
from provenance.reports.order import sections
from provenance.reports.summary import as_of_words, document_words, scope_words, source_lines, verdict_counts
from provenance.reports.wording import VERDICT_MEANS, VERDICT_WORDS, printable, source_words


def report_markdown(report: Report) -> Iterator[str]:
    """Yields the report in full, line by line, each with its newline."""
    for line in _lines(report):
        yield line + "\n"


def plain_markdown(text: str) -> str:
    r"""Returns text so that Markdown shows it as it is.

    >>> plain_markdown("*nine* <b>men</b> | x_y")
    '\\*nine\\* \\<b\\>men\\</b\\> \\| x\\_y'
    """
    marked = re.sub(r"([\\`*_\[\]<>|~#&])", r"\\\1", printable(text))
    return re.sub(r"^(\d+)([.)])|^([-+=])", lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", marked)


def _lines(report: Report) -> Iterator[str]:
    yield from ("# Credibility report", "", f"{scope_words(report)}, {as_of_words(report)}.", "")
    yield from ("This report says how each claim is sourced, never whether it is true.", "")
    yield from _table(("Verdict", "Propositions"), ((VERDICT_WORDS[v], f"{n:,}") for v, n in verdict_counts(report)))
    yield from ("## Documents", "")
    yield from _table(("File", "Publisher", "Published"), map(document_words, report.documents))
    yield from ("## Sources", "")
    yield from _table(("Source", "Kind", "Claims", "Documents", "Only origin of", "Contested in"), _source_rows(report))
    for section in sections(report, everything=True):
        word = VERDICT_WORDS[section.verdict]
        yield from (f"## {word[0].upper()}{word[1:]}", "", f"*{VERDICT_MEANS[section.verdict]}*", "")
        for assessment in section.shown:
            yield from _entry(entry(assessment, report))


def _source_rows(report: Report) -> Iterator[tuple[str, ...]]:
    for line in source_lines(report):
        counts = (line.claims, line.documents, line.sole_origin, line.contested)
        yield (line.source.name, source_words(line.source), *(f"{count:,}" for count in counts))


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]] | map[tuple[str, str, str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(plain_markdown, row))} |"
    yield ""


def _entry(item: Entry) -> Iterator[str]:
    assessment = item.assessment
    yield from (f"### {plain_markdown(assessment.proposition.label)}", "")
    for word, voices in item.sides:
        for voice in voices:
            yield from _voice(word, voice)
    yield from ("", f"**Why:** {plain_markdown(assessment.why)}", "")
    yield from (f"**What would change it:** {plain_markdown(assessment.would_change)}", "")
    yield from (f"*{plain_markdown(' · '.join(item.summary))}*", "")


def _voice(word: str, voice: Voice) -> Iterator[str]:
    kind = source_words(voice.source)
    yield f"- **{plain_markdown(voice.source.name)}**{f' ({plain_markdown(kind)})' if kind else ''} {_VERBS[word]}:"
    for item in voice.passages:
        yield f"  - {_passage(item)}"


_VERBS = {
    "says": "says",
    "withdraws": "withdraws",
    "denies": "denies",
    "against": "says otherwise",
    "open": "leaves it open",
}


def _passage(item: Passage) -> str:
    through = f", through {plain_markdown(' → '.join(item.route))}" if item.route else ""
    notes = f"; {plain_markdown('; '.join(item.notes))}" if item.notes else ""
    return f"“{plain_markdown(item.words)}” ({plain_markdown(item.place)}{through}{notes})"
