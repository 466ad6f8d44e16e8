"""What is known of the nodes of an evidence graph: names, sources, the claims of a report, the words of a step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from provenance.assessment.sourcing import known_on
from provenance.graph.evidence import gather, is_counted, report_node
from provenance.graph.parties import Cast, cast_of
from provenance.records.assessment import Assessment
from provenance.records.claim import Claim
from provenance.records.document import Document
from provenance.records.identity import unique
from provenance.records.report import Report
from provenance.records.source import Source
from provenance.reports.wording import day_words, name_of, place_of, printable

Step = tuple[str, str]
"""A node and the one that it has it from."""


@dataclass(frozen=True)
class Nodes:
    """The nodes of the evidence graph of one proposition, both sides together."""

    claims: Mapping[str, tuple[Claim, ...]]
    """The claims of each report in document order: those that count, or all where none does."""
    parties: Mapping[str, Source]
    steps: Mapping[Step, str]
    """The words of steps that no claim states: credit lines, what a document says it reprints."""
    credited: Mapping[str, tuple[str, ...]]
    """The parties that a report names, from the first relay to the origin."""

    def name(self, node: str) -> str:
        """Returns the name of a node: ``file:line`` of a report; its id where nothing is known of it."""
        if node in self.claims:
            return place_of(self.claims[node][0])
        return printable(self.parties[node].name) if node in self.parties else node

    def words_of_step(self, holder: str, giver: str) -> str:
        """Returns the words of a stated step, empty where it is a claim that states it.

        Where the giver is a report, the words are those by which the holder says what it reprints, if it says so once.
        """
        if giver not in self.claims:
            return self.steps.get((holder, giver), "")
        found = {words for step, words in self.steps.items() if step[0] == holder}
        return found.pop() if len(found) == 1 else ""


def nodes_of(assessment: Assessment, report: Report) -> Nodes:
    """Returns the nodes of the evidence graph of a proposition, as it stood on the day of the report."""
    proposition = assessment.proposition
    known = known_on(proposition, report.claims_by_id, report.as_of)
    sides = (gather(proposition, known, side) for side in (proposition.supporting, proposition.opposing))
    parties = {node: party for side in sides for node, party in side.parties.items()}
    cast = cast_of(known.values())
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in known.values():
        claims[report_node(claim)].append(claim)
    return Nodes(
        claims={node: tuple(filter(is_counted, found)) or tuple(found) for node, found in claims.items()},
        parties={**report.sources_by_id, **parties},
        steps=dict(_stated_steps(known.values(), cast)),
        credited={
            node: unique(party for claim in found for party in cast.chain(claim)) for node, found in claims.items()
        },
    )


def _stated_steps(claims: Iterable[Claim], cast: Cast) -> Iterator[tuple[Step, str]]:
    for document in {claim.document.id: claim.document for claim in claims}.values():
        outlet = cast.outlet(document.outlet)
        if document.republisher:
            yield (cast.outlet(document.republisher), outlet), f"republished {day_words(document.republished)}"
        if document.derived_from:
            said = f"“{printable(document.derived_from)}”, as {name_of(document)} says"
            yield (outlet, cast.outlet(document.derived_from)), said
        yield from (((outlet, cast.outlet(name)), words) for name, words in _credit_lines(document))


def _credit_lines(document: Document) -> Iterator[tuple[str, str]]:
    for credit in document.credits:
        line, _ = document.line_and_column(credit.span.start)
        yield credit.name, f"credit line “{printable(credit.span.of(document.text))}”, {name_of(document)}:{line}"
