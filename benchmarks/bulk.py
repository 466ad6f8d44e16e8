"""Many claims to verdicts: CPU and memory of ``provenance report`` at growing sizes, on claims made up by a seed.

    python benchmarks/bulk.py                        10 k, 100 k and 1 M claims whose proposition is given
    python benchmarks/bulk.py --free 1000 10000 50000     the same claims without it, to be grouped by what they say
    python benchmarks/bulk.py --write FILE 10000     the claims alone

Three in four propositions have one to three claims, a few have hundreds. Claims carry chains, denials, numbers that are
revised, withdrawals, days, reprints that say so and reprints that do not, and nameless sources; a proposition's claims
come on several days. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SCHEMA = "claim-provenance/claim/1"
SIZES = ((45, 1, 1), (24, 2, 2), (12, 3, 3), (14, 4, 9), (4.6, 10, 28), (0.3, 29, 99), (0.05, 100, 400))
"""How many propositions in a hundred have how few and how many claims; 3.4 on average."""

FIRST_DAY = date(2019, 1, 1)
EVENTS_A_DAY = 150
SYLLABLES = "ka lo mer ta dos vi ran hul bei sar non ti gor al pe dun zi ma cor ves".split()
UNITS = "soldiers civilians houses patients vehicles students workers fishermen animals prisoners".split()
DEEDS = (
    "were killed when shells hit {place}",
    "were wounded in the attack on the market of {place}",
    "were taken away by armed men near {place}",
    "were trapped under the bridge at {place}",
    "fled the fire in the harbour of {place}",
    "were freed after the siege of {place} had ended",
)
PLAIN = (
    "the road to {place} was mined by retreating units during the night",
    "the water works of {place} stopped after the dam had been hit",
    "a convoy with medicine was turned back at the gates of {place}",
    "the mayor of {place} left the town before the troops came",
)
TAILS = (
    "",
    ", and rescue teams were still searching the rubble in the evening",
    " while the road to the coast stayed closed for a second day",
    " shortly before a ceasefire announced by both sides was to begin",
)
KINDS = "monitor government armed_group body person party state_media outlet".split()
NAMELESS = ("local sources", "two officials", "residents", "a security source")
CUES = ("said", "reported", "announced", "wrote", "told reporters", "stated")


@dataclass
class World:
    """Who there is: names grow with the number of claims, as they do in a real collection."""

    chance: random.Random
    claims: int
    outlets: list[str] = field(default_factory=list)
    sources: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        many = max(20, min(2000, self.claims // 100))
        self.outlets = [
            f"{self.name()} {self.chance.choice(('Courier', 'Post', 'Wire', 'Radio'))}" for _ in range(many)
        ]
        self.sources = [self._source() for _ in range(2 * many)]

    def name(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4))).capitalize()

    def _source(self) -> dict[str, Any]:
        chance, kind = self.chance, self.chance.choice(KINDS)
        made: dict[str, Any] = {"name": f"{self.name()} {kind.replace('_', ' ').title()}", "kind": kind}
        if chance.random() < 0.15:
            made["side"] = chance.choice(("north", "south"))
        if kind == "state_media" or chance.random() < 0.05:
            made["family"] = f"{self.name()} Government"
        if chance.random() < 0.1:
            made["reliability"] = chance.choice("ABCDE")
        return made


@dataclass
class Event:
    """A proposition to be reported on: its wordings, its figure, who speaks of it, how many claims are to come."""

    name: str
    words: tuple[str, ...]
    unit: str | None
    figure: int
    place: str
    day: date
    voices: list[dict[str, Any]]
    left: int
    posts: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Outlet, words and source of what was reported so far, to be copied."""


def claim_lines(many: int, seed: int = 1, *, given: bool = True) -> Iterator[dict[str, Any]]:
    """Yields so many claims, day by day, each document's claims together."""
    chance = random.Random(seed)
    world = World(chance, many)
    running: list[Event] = []
    made, number = 0, 0
    day = FIRST_DAY
    while made < many:
        for _ in range(EVENTS_A_DAY):
            number += 1
            running.append(_event(world, number, day))
        for rows in _documents_of(world, running, day):
            for row in rows:
                if made < many:
                    yield _row(row, made, given=given)
                    made += 1
        running = [event for event in running if event.left]
        day += timedelta(days=1)


def _event(world: World, number: int, day: date) -> Event:
    chance = world.chance
    weights = [weight for weight, _, _ in SIZES]
    _, fewest, most = chance.choices(SIZES, weights)[0]
    place = world.name()
    unit = chance.choice(UNITS) if chance.random() < 0.6 else None
    stem = chance.choice(DEEDS) if unit else chance.choice(PLAIN)
    words = tuple(stem.format(place=place) + tail for tail in chance.sample(TAILS, 3))
    voices = chance.sample(world.sources, min(len(world.sources), 1 + min(6, most // 2)))
    size = chance.randint(fewest, most)
    return Event(f"{place} {number}", words, unit, chance.choice((3, 7, 12, 40, 150)), place, day, voices, size)


def _documents_of(world: World, running: Sequence[Event], day: date) -> Iterator[list[dict[str, Any]]]:
    """Yields the claims of each document of a day; two thirds of what is still to come on an event come on the day."""
    chance = world.chance
    due = [event for event in running for _ in range(_due(chance, event))]
    chance.shuffle(due)
    at = 0
    while at < len(due):
        size = chance.choice((1, 1, 2, 2, 3, 4, 6))
        events = list({event.name: event for event in due[at : at + size]}.values())
        outlet = chance.choice(world.outlets)
        path = f"{day.isoformat()}/{outlet.replace(' ', '-').lower()}-{at}.txt"
        document = {"path": path, "publisher": outlet, "title": f"{events[0].place}: {events[0].words[0][:50]}"}
        if chance.random() < 0.97:
            document["published"] = day.isoformat()
        if chance.random() < 0.03:
            document["republished"] = (day + timedelta(days=1)).isoformat()
        yield [_claim(world, event, outlet, document) for event in events]
        at += size


def _due(chance: random.Random, event: Event) -> int:
    now = event.left if event.left == 1 else min(event.left, max(1, round(event.left * chance.uniform(0.3, 1))))
    event.left -= now
    return now


def _claim(world: World, event: Event, outlet: str, document: dict[str, Any]) -> dict[str, Any]:
    chance = world.chance
    row: dict[str, Any] = {"document": document, "proposition": event.name}
    if event.posts and chance.random() < 0.3:
        _copy(world, event, row)
    else:
        _report(world, event, row)
    event.posts.append((outlet, row["content"]["text"], row["source"]))
    _stance(chance, event, row)
    _details(chance, event, row)
    return row


def _copy(world: World, event: Event, row: dict[str, Any]) -> None:
    """Takes over the words of an earlier report, some with a word changed, some saying from whom."""
    chance = world.chance
    outlet, text, source = chance.choice(event.posts)
    words = text.split()
    if chance.random() < 0.5:
        words[chance.randrange(len(words))] = "reportedly"
    row["content"], row["source"] = {"text": " ".join(words)}, source
    told = chance.random()
    if told < 0.25:
        row["document"] = {**row["document"], "derived_from": outlet}
        row["document"]["path"] += f"-reprint-{event.name}"
    elif told < 0.5 and source["kind"] != "publisher":
        row["chain"] = [{"name": outlet, "kind": "outlet"}, source]


def _report(world: World, event: Event, row: dict[str, Any]) -> None:
    chance = world.chance
    kind = chance.random()
    outlet = row["document"]["publisher"]
    source = chance.choice(event.voices)
    if kind < 0.15:
        row["source"] = {"name": outlet, "kind": "publisher"}
    elif kind < 0.27:
        row["source"] = {"name": chance.choice(NAMELESS), "kind": "anonymous_plural"}
    elif kind < 0.45:
        relay = {"name": chance.choice(world.outlets), "kind": "outlet"}
        row["source"], row["chain"] = relay, [relay, source]
    else:
        row["source"] = source
    text = chance.choice(event.words)
    if event.unit:
        figure = event.figure + chance.choice((0, 0, 0, 1, 2, event.figure))
        least = chance.random() < 0.3
        text = f"{'at least ' if least else ''}{figure} {event.unit} {text}"
        counted = f"{'at least ' if least else ''}{figure} {event.unit}"
        row["quantities"] = [{"text": counted, "min": figure, "max": None if least else figure, "unit": event.unit}]
    row["content"] = {"text": text}


def _stance(chance: random.Random, event: Event, row: dict[str, Any]) -> None:
    drawn = chance.random()
    if drawn < 0.08 and event.posts:
        row["stance"] = "denies"
        row["source"] = chance.choice(event.voices)
        row.pop("chain", None)
    elif drawn < 0.095:
        row["stance"] = "retracts"
    elif drawn < 0.125:
        row["stance"] = "open"
    elif drawn < 0.15:
        row["stance"] = "acknowledges"


def _details(chance: random.Random, event: Event, row: dict[str, Any]) -> None:
    row["cue"] = {"text": chance.choice(CUES)} if row["source"]["kind"] != "publisher" else None
    if chance.random() < 0.4:
        words = row["content"]["text"].split()
        row["triple"] = {
            "subject": " ".join(words[:2]),
            "predicate": " ".join(words[2:4]),
            "object": " ".join(words[4:]),
        }
    if chance.random() < 0.15:
        row["hedging"] = chance.choice(("reported", "alleged", "possible"))
    if chance.random() < 0.5:
        row["event_date"] = {"from": event.day.isoformat(), "to": event.day.isoformat()}
    if chance.random() < 0.5:
        row["place"] = event.place
    if chance.random() < 0.06:
        row["responsible"] = chance.choice(event.voices)["name"]
    if chance.random() < 0.02:
        row["own_evidence"] = True


def _row(row: dict[str, Any], number: int, *, given: bool) -> dict[str, Any]:
    head = {"schema": SCHEMA, **({"id": f"claim:{number:08d}"} if number % 5 else {})}
    return {**head, **{key: value for key, value in row.items() if given or key != "proposition"}}


def write(path: Path, many: int, *, given: bool = True) -> None:
    """Writes so many claims to a file, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in claim_lines(many, given=given))


@dataclass(frozen=True)
class Run:
    """What a command cost: CPU seconds of it and its children, wall seconds, peak resident memory in MB."""

    cpu: float
    memory: float


def run(command: Sequence[str]) -> Run:
    """Runs a command to its end and returns what it cost."""
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    options.add_argument("--free", action="store_true", help="claims without a proposition")
    options.add_argument("--format", default="jsonl", choices=("jsonl", "csv"))
    options.add_argument("--write", type=Path, metavar="FILE", help="write the claims and do nothing else")
    given = options.parse_args()
    if given.write:
        return write(given.write, given.sizes[0], given=not given.free)
    print("   claims  propositions   input MB  output MB    CPU s  µs/claim  memory MB")
    with tempfile.TemporaryDirectory() as folder:
        for many in given.sizes:
            print(_measured(Path(folder), many, given), flush=True)
    return None


def _measured(folder: Path, many: int, given: argparse.Namespace) -> str:
    read, written = folder / "claims.jsonl", folder / f"report.{given.format}"
    write(read, many, given=not given.free)
    command = [sys.executable, "-m", "provenance", "report", str(read), "--format", given.format, "-o", str(written)]
    used = run(command)
    with written.open("rb") as lines:
        found = len({line.split(b",", 1)[0] for line in lines} if given.format == "csv" else list(lines))
    sizes = f"{read.stat().st_size / 1e6:9.0f}  {written.stat().st_size / 1e6:9.0f}"
    return f"{many:9,d} {found:13,d}  {sizes}  {used.cpu:7.1f}  {1e6 * used.cpu / many:8.1f}  {used.memory:9.0f}"


if __name__ == "__main__":
    main()
