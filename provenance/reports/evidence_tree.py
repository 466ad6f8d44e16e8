"""One side of a proposition as a tree for the terminal: origins, those who relay them, the reports with their words.

Everything is said in words, so that nothing is lost without colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text
from rich.tree import Tree

from provenance.records.assessment import EdgeKind, Support
from provenance.records.claim import Claim, Stance
from provenance.records.source import SourceKind
from provenance.reports.branches import Branch, Rest, grow
from provenance.reports.nodes import Nodes
from provenance.reports.wording import (
    attribution_words,
    claim_notes,
    counted,
    number_words,
    place_of,
    printable,
    shortened,
    source_words,
)

MOST_ORIGINS, MOST_HOLDERS, MOST_CLAIMS, MOST_CHAINS, MOST_CUT, MOST_WORDS = 8, 8, 3, 6, 12, 200
"""How many of each are drawn before the rest is a count; of a quotation, how many characters."""

_STEP_WORDS = {
    EdgeKind.STATED: "stated",
    EdgeKind.NEAR_COPY: "near-copy, inferred",
    EdgeKind.SAME_FAMILY: "same family",
}


@dataclass(frozen=True)
class Page:
    """What the trees of one page share."""

    nodes: Nodes
    width: int
    everything: bool = False
    marked: str = ""
    """Id of the claim that the reader asked for."""

    def most(self, number: int) -> int | None:
        """Returns how many of a list are drawn; None for all."""
        return None if self.everything else number

    @property
    def deepest(self) -> int:
        """How many steps leave room for words at this width."""
        return max(3, (self.width - 36) // 4)


def draw_side(title: str, support: Support, page: Page) -> RenderableType:
    """Returns one side: its numbers, its origins with all that hangs on them, and the proof of the numbers."""
    side = _Side(support, page)
    effective = f", effectively {support.n_eff:.1f} origins" if support.roots > 1 else ""
    numbers = f"{number_words(support)}{effective}" if support.reports else "nobody whose claim stands"
    tree = Tree(Text.assemble((title, "bold"), f"  {numbers}"), guide_style="dim")
    growth = grow(support, page.nodes, most=page.most(MOST_HOLDERS), deepest=page.deepest)
    kept = growth.branches[: page.most(MOST_ORIGINS)]
    for branch in kept:
        side.draw(tree, branch)
    if more := len(growth.branches) - len(kept):
        tree.add(Text(f"… and {counted(more, 'more origin')}", style="dim"))
    return Group(tree, *(Text(line, style="dim") for line in side.proof(growth.copies_left_out)))


@dataclass(frozen=True)
class _Side:
    support: Support
    page: Page

    def draw(self, tree: Tree, branch: Branch, giver: str = "") -> None:
        """Adds a branch to the tree; an outlet with one report and nothing else shares a line with it."""
        lines = list(self._lines(branch, giver))
        if len(branch.onward) == 1 and branch.onward[0].node in self.page.nodes.claims and not branch.rest:
            [branch] = branch.onward
            place, *words = self._lines(branch, "")
            lines = [*lines[:-1], Text("  ").join([lines[-1], place]), *words]
        grown = tree.add(Group(*lines))
        for onward in branch.onward:
            self.draw(grown, onward, branch.node)
        if branch.rest:
            grown.add(Text(_rest_words(branch.rest), style="dim"))

    def _lines(self, branch: Branch, giver: str) -> Iterator[Text]:
        name = self.page.nodes.name(branch.node)
        if branch.closes:
            yield Text(f"back to {name}: a loop", style="red")
        elif branch.node in self.page.nodes.claims:
            yield from self._report(branch)
        else:
            yield Text.assemble((name, "bold"), (self._known(branch), "dim"), self._step(branch, giver))

    def _report(self, branch: Branch) -> Iterator[Text]:
        claims = self.page.nodes.claims[branch.node]
        yield Text.assemble((place_of(claims[0]), "dim"), _noted(claims[0]))
        kept = claims[: self.page.most(MOST_CLAIMS)]
        for number, claim in enumerate(kept):
            if number:
                yield Text.assemble((place_of(claim), "dim"), _noted(claim))
            yield self._words(claim)
        if more := len(claims) - len(kept):
            yield Text(f"… and {counted(more, 'more passage')} of this report", style="dim")

    def _words(self, claim: Claim) -> Text:
        words = printable(claim.content.text)
        quoted = words if self.page.everything else shortened(words, MOST_WORDS)
        asked = " (the claim asked for)" if claim.id == self.page.marked else ""
        name = f"  {printable(claim.id)}{asked}"
        return Text.assemble(attribution_words(claim), (f"“{quoted}”", "italic"), (name, "dim"))

    def _known(self, branch: Branch) -> str:
        """Returns kind, side and marks of a party."""
        party = self.page.nodes.parties.get(branch.node)
        relays = branch.node not in self.support.origins
        kind = "outlet" if party and relays and party.kind is SourceKind.PUBLISHER else party and source_words(party)
        return "".join(f"  {words}" for words in (kind, "; ".join(self._marks(branch))) if words)

    def _marks(self, branch: Branch) -> Iterator[str]:
        if branch.node in self.support.origins and branch.kind is None:
            yield "origin, shown" if branch.node in self.support.shown else "origin, not shown"
        if branch.node in self.support.choke and self.support.reports > 1:
            yield "every chain passes here"
        if branch.elsewhere:
            yield "drawn elsewhere"

    def _step(self, branch: Branch, giver: str) -> str:
        if branch.kind is None:
            return ""
        words = self.page.nodes.words_of_step(branch.node, giver) if branch.kind is EdgeKind.STATED else ""
        return f"  [{_STEP_WORDS[branch.kind]}{f': {words}' if words else ''}]"

    # ---------------------------------------------------------------------------------------------------- proof

    def proof(self, copies_left_out: int) -> Iterator[str]:
        """Yields the proof of the numbers, a line each."""
        support = self.support
        if copies_left_out:
            yield f"not drawn: {counted(copies_left_out, 'near-copy step')} between those above"
        if support.choke and support.reports > 1:
            yield f"every chain passes: {self._named(support.choke[::-1], '; ')}"
        chains = self._chains()
        kept = chains[: self.page.most(MOST_CHAINS)]
        yield from kept
        if more := len(chains) - len(kept):
            yield f"… and {counted(more, 'more chain')}"
        if support.cut:
            yield f"falls with: {self._named(support.cut, '; ')}"
        yield from (f"loop: {self._named(loop, '; ')} have it from each other" for loop in support.loops)

    def _chains(self) -> list[str]:
        """Returns the chains that share nobody, then those that lead to a shown origin."""
        apart, shown = self.support.chains, self.support.shown_chains
        both = {chain: "chain, shown" if chain in shown else "chain" for chain in apart}
        rest = {chain: "shown" for chain in shown if chain not in both}
        return [f"{label}: {self._named(chain, ' → ')}" for label, chain in ((v, k) for k, v in (both | rest).items())]

    def _named(self, nodes: Sequence[str], between: str) -> str:
        kept = nodes[: self.page.most(MOST_CUT)]
        more = f"{between}… ({len(nodes) - len(kept)} more)" if len(nodes) > len(kept) else ""
        return between.join(map(self.page.nodes.name, kept)) + more


def _rest_words(rest: Rest) -> str:
    reports = counted(rest.reports, "more report")
    parties = counted(rest.parties, "party", "parties")
    return f"… and {reports}{f' of {parties}' if rest.parties else ''}"


def _noted(claim: Claim) -> tuple[str, str]:
    notes = ("denies" if claim.stance is Stance.DENIES else "", *claim_notes(claim))
    return "".join(f"  {note}" for note in notes if note), "yellow"
