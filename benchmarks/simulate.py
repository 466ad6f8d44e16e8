"""How well the floor tells what is single-sourced, in simulated news of known descent.

    python benchmarks/simulate.py [--events 2000] [--seed 1] [--named .2 .5 .8] [--worlds plain direct several]

The world, all of it drawn from a seed:

- An event is put out by independent origins: one, and each further one with probability .4. An origin is an
  institution or a person (85 %), or the correspondent of an outlet (15 %). Three times in ten who is quoted is not the
  origin itself but who speaks for it; the claims carry the family, as a registry would.
- Each origin is picked up by one party, and each further one with probability .5; half of these are agencies. Then
  other outlets follow, five on average, each taking it from a party that has it, from an agency four times as readily
  as from another outlet. One event in twenty runs in a circle: an outlet cites one that has it from that outlet.
- Whoever takes something over **names whom it has it from with probability p**, the same for every party. Else it says
  so in its own voice (70 %) or credits "local sources" (30 %). What its giver hid it cannot name. A correspondent's
  outlet says with probability p that it was there.
- Four in ten copy the words of their giver, the others write it anew. Copied words still name whom they named: who
  copies and hides leaves out the giver alone. Three in ten of those who copy and name do so by a line that says whose
  text they reprint. Dispatches of agencies are read half of the time, articles of outlets always.

Two more worlds differ in one thing each: *direct*, where one follower in three goes to an origin, since statements are
public; *several*, where one party in five has the event from two givers, and names or hides each.

The truth is how many independent origins are behind what was read. The claims go through the project's own line, from a
JSON lines file to verdicts. Called single-sourced is what has a floor of one at most; *within* is the share of events
whose truth lies between floor and roots. Beside it, on the same claims: at most one origin that any text names or that
says it was there (*text*: nobody can know more from the text), at most one outlet, at most one document, and everything
called single-sourced.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from provenance.records.assessment import Support
from provenance.workflow import read_report

Row = dict[str, Any]
BARS = {0.2: 0.75, 0.5: 0.90, 0.8: 0.95}
WITHIN = 0.999
WORLDS = {"plain": (0.0, 0.0), "direct": (1 / 3, 0.0), "several": (0.0, 0.2)}
"""How many followers go to an origin, and how many parties have two givers."""
KINDS = ("monitor", "government", "armed_group", "body", "person")
SPEAKS_FOR = {"government": "state_media", "armed_group": "group_media"}
WORDS = ["".join(parts) for parts in product("bklmnrstvz", "aeiou", ("dan", "fer", "lim", "sok", "tur"))]


@dataclass(frozen=True)
class Item:
    """What one party says of an event, having it from one giver."""

    holder: str
    is_agency: bool
    family: str
    """The origin it truly goes back to."""
    text: str
    chain: tuple[Row, ...] = ()
    """Whom the text names; empty for the party's own voice."""
    first_hand: bool = False
    derived_from: str | None = None
    edition: int = 1


class World:
    """The parties, and what they make of events."""

    def __init__(self, random: Random, named: float, direct: float = 0.0, several: float = 0.0) -> None:
        self.random, self.named, self.direct, self.several = random, named, direct, several
        names = [word.title() for word in random.sample(WORDS, 108)]
        self.agencies = [f"{name} Press Agency" for name in names[:8]]
        self.outlets = [f"{name} Herald" for name in names[8:68]]
        self.origins = [self._origin(name) for name in names[68:]]

    def _origin(self, name: str) -> tuple[Row, Row]:
        """Returns an institution or person, and who speaks for it."""
        kind = self.random.choice(KINDS)
        head = {"name": f"{name} Council", "kind": kind}
        return head, {"name": f"{name} Voice", "kind": SPEAKS_FOR.get(kind, "person"), "family": head["name"]}

    def event(self) -> list[Item]:
        """Returns everything said of one event and read, in the order it came out."""
        free, agencies = self._shuffled(self.outlets), self._shuffled(self.agencies)
        items: list[Item] = []
        statements: list[tuple[tuple[Row, Row], str]] = []
        for origin in self._shuffled(self.origins)[: 1 + self._more(0.4)]:
            if self._chance(0.15):
                outlet = free.pop()
                items.append(Item(outlet, False, outlet, self._words(), first_hand=self._chance(self.named)))
                continue
            words = self._words()
            statements.append((origin, words))
            for _ in range(1 + self._more(0.5)):
                is_agency = bool(agencies) and self._chance(0.5)
                first = self._quoting((agencies if is_agency else free).pop(), is_agency, origin, words)
                items += [first, *self._second(first, items)]
        for _ in range(self._more(5 / 6)):
            if statements and self._chance(self.direct):
                first = self._quoting(free.pop(), False, *self.random.choice(statements))
            else:
                first = self._taking(free.pop(), self._giver(items))
            items += [first, *self._second(first, items)]
        items += self._circle(items)
        unread = {agency for agency in self.agencies if self._chance(0.5)}
        return [item for item in items if item.holder not in unread]

    def _chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def _more(self, probability: float) -> int:
        count = 0
        while count < 20 and self._chance(probability):
            count += 1
        return count if probability > 0.5 else min(count, 4)

    def _shuffled(self, parties: list[Any]) -> list[Any]:
        return self.random.sample(parties, len(parties))

    def _words(self) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(12, 25)))

    def _giver(self, items: list[Item]) -> Item:
        return self.random.choices(items, weights=[4 if item.is_agency else 1 for item in items])[0]

    def _quoting(self, holder: str, is_agency: bool, origin: tuple[Row, Row], words: str) -> Item:
        quoted = origin[1] if self._chance(0.3) else origin[0]
        chain = (quoted,) if self._chance(self.named) else self._hidden()
        text = words if self._chance(0.4) else self._words()
        return Item(holder, is_agency, origin[0]["name"], text, chain)

    def _taking(self, holder: str, giver: Item, is_agency: bool = False) -> Item:
        copies = self._chance(0.4)
        item = Item(holder, is_agency, giver.family, giver.text if copies else self._words())
        names, by_a_line = self._chance(self.named), self._chance(0.3)
        if not names:
            return replace(item, chain=giver.chain if copies else self._hidden())
        if copies and by_a_line:
            return replace(item, chain=giver.chain, derived_from=giver.holder)
        return replace(item, chain=({"name": giver.holder, "kind": "outlet"}, *giver.chain))

    def _hidden(self) -> tuple[Row, ...]:
        return ({"name": "local sources", "kind": "anonymous_plural"},) if self._chance(0.3) else ()

    def _second(self, first: Item, items: list[Item]) -> list[Item]:
        """Returns what the party of an item adds from a second giver."""
        others = [item for item in items if item.holder != first.holder]
        if not others or not self._chance(self.several):
            return []
        return [self._taking(first.holder, self._giver(others), first.is_agency)]

    def _circle(self, items: list[Item]) -> list[Item]:
        """Returns a second edition of an outlet, which cites one that cites it."""
        cited = {item.chain[0]["name"]: item for item in items if item.chain and not item.derived_from}
        found = [(item, cited[item.holder]) for item in items if item.holder in cited]
        if not found or not self._chance(0.05):
            return []
        one, other = self.random.choice(found)
        return [replace(self._taking(one.holder, other, one.is_agency), derived_from=None, edition=2)]


def rows_of(event: int, items: Iterable[Item]) -> Iterator[Row]:
    """Yields the claims of one event, as the interface has them."""
    for number, item in enumerate(items):
        day = date(2024, 1, 1) + timedelta(days=event + number)
        yield {
            "schema": "claim-provenance/claim/1",
            "document": {
                "path": f"{event}/{item.holder}-{item.edition}",
                "publisher": item.holder,
                "published": day.isoformat(),
                "derived_from": item.derived_from,
            },
            "source": item.chain[0] if item.chain else {"name": item.holder, "kind": "publisher"},
            "chain": list(item.chain),
            "content": {"text": item.text},
            "proposition": f"event {event}",
            "own_evidence": item.first_hand,
        }


def measured(events: list[list[Item]]) -> list[Support]:
    """Returns the numbers of each event, from its claims, by way of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.jsonl"
        rows = (row for number, items in enumerate(events) for row in rows_of(number, items))
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        report = read_report([str(path)])
    found = {report.claims_by_id[a.proposition.supporting[0]].proposition: a.support for a in report.assessments}
    return [found[f"event {number}"] for number in range(len(events))]


def f1(called: list[bool], true: list[bool]) -> tuple[float, float, float]:
    """Returns precision, recall and their harmonic mean."""
    hits = sum(c and t for c, t in zip(called, true, strict=True))
    precision, recall = hits / max(1, sum(called)), hits / max(1, sum(true))
    return precision, recall, 2 * hits / max(1, sum(called) + sum(true))


def named_in(items: Iterable[Item]) -> set[str]:
    """Returns the origins that some text names, or that say they were there; no more can be shown from the text."""
    last = ((item, item.chain[-1]["kind"] if item.chain else None) for item in items)
    return {item.family for item, kind in last if item.first_hand or kind not in {None, "outlet", "anonymous_plural"}}


def judged(kind: str, named: float, count: int, seed: int) -> str:
    """Returns the lines of one world."""
    world = World(Random(f"{seed}-{kind}-{named}"), named, *WORLDS[kind])
    events = [items for items in (world.event() for _ in range(count)) if items]
    supports = measured(events)
    truths = [len({item.family for item in items}) for items in events]
    single = [truth == 1 for truth in truths]
    ways = {
        "floor": [support.floor <= 1 for support in supports],
        "text": [len(named_in(items)) <= 1 for items in events],
        "outlets": [len({item.holder for item in items}) <= 1 for items in events],
        "documents": [len({(item.holder, item.edition) for item in items}) <= 1 for items in events],
        "all single": [True] * len(events),
    }
    scores = {name: f1(called, single) for name, called in ways.items()}
    low = sum(truth < support.floor for truth, support in zip(truths, supports, strict=True))
    high = sum(truth > support.roots for truth, support in zip(truths, supports, strict=True))
    within = 1 - (low + high) / len(events)
    cells = "  ".join(f"{100 * scores[name][2]:10.1f}" for name in ways)
    verdict = "met" if scores["floor"][2] >= BARS.get(named, 0) and within >= WITHIN else "missed"
    return (
        f"{kind:8s} {named:5.0%}  {cells}  {100 * scores['floor'][0]:5.1f} {100 * scores['floor'][1]:5.1f}"
        f"  {100 * within:7.2f}  {low:5d}  {high:5d}  {verdict}"
    )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--events", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--named", type=float, nargs="+", default=[0.2, 0.5, 0.8])
    options.add_argument("--worlds", nargs="+", default=list(WORLDS), choices=WORLDS)
    asked = options.parse_args()
    print(f"{asked.events:,} events a row; F1 of single-sourced in %; bars: 75, 90, 95, and within 99.9 %")
    print(
        "world    named       floor        text     outlets   documents  all single     P     R   within  below  above"
    )
    for kind, named in product(asked.worlds, asked.named):
        print(judged(kind, named, asked.events, asked.seed), flush=True)


if __name__ == "__main__":
    main()
