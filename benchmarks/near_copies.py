"""Which passages are compared as possible copies: an index of rare word sequences beside MinHash-LSH, in one run.

    pip install datasketch
    python benchmarks/near_copies.py                        10 k and 100 k passages made up by a seed
    python benchmarks/near_copies.py --articles FILE.jsonl  the sentences of real articles, key "text"

A passage is a copy of another where four in five of the three-word sequences of the shorter lie in the longer. Made-up
passages hold reprints, some with words changed, short posts set into longer texts, wires reprinted by hundreds, and
stock phrases that many share. Each method runs in a process of its own. What it yields is checked: *found* is the part
of the passages with an earlier copy for which one at least was found, *pairs* the part of all pairs of copies, *right*
the part of what had to be checked that was a copy. "sequences in 50 at most" is what the project used before.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path

from provenance.propositions.derivation import CONTAINMENT, FEWEST_OTHER_ORIGIN, containment, grams, likely_copies
from provenance.propositions.given import Member
from provenance.records.claim import Claim, Wording
from provenance.records.document import Document
from provenance.records.source import Credited, Source

Pairs = Iterable[tuple[int, int]]
"""(earlier, later) places of passages to be compared."""

STOCK = (
    "the ministry of defence said in a statement on monday that",
    "according to a count by local monitors of the war",
)
FAMILIES = 0.1
"""How many families of copies there are for a passage."""

HASHES = 128


def passages(many: int, seed: int = 1) -> tuple[list[str], list[int]]:
    """Returns passages, and for each the number of its family; copies share one."""
    chance = random.Random(seed)
    words = [f"{a}{b}{c}" for a in "bdfgklmnprstvz" for b in "aeiou" for c in ("n", "r", "st", "l", "m", "ck", "")]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    drawn = iter(chance.choices(words, weights, k=80 * many))

    def text(least: int, most: int) -> list[str]:
        return [next(drawn) for _ in range(chance.randint(least, most))]

    made: list[tuple[str, int]] = []
    family = 0
    while len(made) < many:
        family += 1
        post = text(16, 24)
        kind = chance.random()
        size = 200 if kind < 0.0005 else chance.randint(2, 6) if kind < FAMILIES else 1
        for _ in range(size):
            made.append((" ".join(_variant(post, chance, text)), family))
    chance.shuffle(made)
    return [text for text, _ in made[:many]], [family for _, family in made[:many]]


def _variant(post: list[str], chance: random.Random, text: Callable[[int, int], list[str]]) -> list[str]:
    words = list(post)
    if chance.random() < 0.3:
        words[chance.randrange(len(words))] = "reportedly"
    if chance.random() < 0.4:
        words = [*text(10, 40), *words, *text(5, 20)]
    return [*chance.choice(STOCK).split(), *words] if chance.random() < 0.3 else words


def real_passages(path: Path) -> list[str]:
    """Returns the sentences of the articles of a JSON lines file, roughly cut."""
    articles = (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
    return [sentence for article in articles for sentence in article.split(". ") if len(sentence.split()) > 15]


def rarest_fifth(texts: list[str]) -> Pairs:
    """What the project does."""
    who = Source("source:x", "X")
    made = (Claim(Document(path=str(at)), Credited(who), Wording(text)) for at, text in enumerate(texts))
    pairs = likely_copies([Member(claim, at) for at, claim in enumerate(made)])
    return ((earlier.frame.order, later.frame.order) for earlier, later in pairs)


def sequences_in_few(texts: list[str], most: int = 50) -> Pairs:
    """An index of all sequences; those in more passages than so many are passed over."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for later, text in enumerate(texts):
        near: set[int] = set()
        for gram in grams(text):
            bucket = holders.setdefault(gram, [])
            near.update(bucket if len(bucket) <= most else ())
            bucket.append(later)
        yield from ((earlier, later) for earlier in near)


def _sketches(texts: list[str]) -> Iterator[tuple[object, int]]:
    from datasketch import MinHash

    sets = [grams(text) for text in texts]
    each = MinHash.generator([[" ".join(g).encode() for g in own] for own in sets], num_perm=HASHES)
    return zip(each, map(len, sets), strict=True)


def minhash(threshold: float) -> Callable[[list[str]], Pairs]:
    """MinHash-LSH by Jaccard similarity: a short post in a long text is little alike, so the threshold must be low."""

    def pairs(texts: list[str]) -> Pairs:
        from datasketch import MinHashLSH

        index = MinHashLSH(threshold=threshold, num_perm=HASHES)
        for later, (sketch, size) in enumerate(_sketches(texts)):
            if size:
                yield from ((earlier, later) for earlier in index.query(sketch))
                index.insert(later, sketch)

    return pairs


def ensemble(texts: list[str]) -> Pairs:
    """LSH Ensemble (Zhu, Nargesian, Pu and Miller, 2016): MinHash-LSH made for containment."""
    from datasketch import MinHashLSHEnsemble

    index = MinHashLSHEnsemble(threshold=CONTAINMENT, num_perm=HASHES, num_part=16)
    rows = [(at, sketch, size) for at, (sketch, size) in enumerate(_sketches(texts)) if size]
    index.index(rows)
    for at, sketch, size in rows:
        yield from ((min(at, other), max(at, other)) for other in index.query(sketch, size) if other != at)


METHODS: dict[str, Callable[[list[str]], Pairs]] = {
    "rarest fifth looked up": rarest_fifth,
    "sequences in 50 at most": sequences_in_few,
    "MinHash-LSH, Jaccard .5": minhash(0.5),
    "MinHash-LSH, Jaccard .2": minhash(0.2),
    "LSH Ensemble": ensemble,
}


def is_copy(one: str, other: str) -> bool:
    """Tells whether one passage is a copy of the other."""
    mine, theirs = grams(one), grams(other)
    return min(len(mine), len(theirs)) >= FEWEST_OTHER_ORIGIN and containment(mine, theirs) >= CONTAINMENT


def true_pairs(texts: list[str], families: list[int]) -> set[tuple[int, int]]:
    """Returns the copies among the passages of each family."""
    members: dict[int, list[int]] = defaultdict(list)
    for at, family in enumerate(families):
        members[family].append(at)
    return {
        pair for group in members.values() for pair in combinations(group, 2) if is_copy(*(texts[at] for at in pair))
    }


def measured(method: str, texts: list[str], families: list[int]) -> str:
    """Runs a method and returns a line about it."""
    before = time.process_time()
    candidates = set(METHODS[method](texts))
    cpu = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    real = {pair for pair in candidates if is_copy(texts[pair[0]], texts[pair[1]])}
    true = true_pairs(texts, families) | real
    copying, found = {later for _, later in true}, {later for _, later in real}
    shares = len(found) / max(1, len(copying)), len(real) / max(1, len(true)), len(real) / max(1, len(candidates))
    quality = "  ".join(f"{100 * share:5.1f}%" for share in shares)
    return f"{len(texts):9,d}  {method:25s} {quality}  {len(candidates):11,d} {cpu:7.1f} {memory:7.0f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    options.add_argument("--articles", type=Path, metavar="FILE", help="articles, one JSON object a line")
    options.add_argument("--method", choices=METHODS, help="one method only, in this process")
    given = options.parse_args()
    if given.method is None:
        print(" passages  method                     found   pairs   right  to be checked   CPU s      MB")
    for many in given.sizes if not given.articles else [0]:
        if given.method:
            texts, families = (real_passages(given.articles), []) if given.articles else passages(many)
            print(measured(given.method, texts, families), flush=True)
            continue
        for method in METHODS:
            more = ["--articles", str(given.articles)] if given.articles else [str(many)]
            subprocess.run([sys.executable, __file__, "--method", method, *more], check=True)


if __name__ == "__main__":
    main()
