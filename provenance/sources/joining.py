"""What the documents of one run know of a source together: acronyms one explains, kinds and families one tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from provenance.records.claim import Claim
from provenance.records.source import Reliability, Source, SourceKind


def joined(claims: Sequence[Claim]) -> list[Claim]:
    """Returns the claims, in order, with acronyms joined across documents and one record for each source."""
    return with_one_record_each(with_acronyms_joined(claims))


def with_one_record_each(claims: Sequence[Claim]) -> list[Claim]:
    """Returns the claims with the fullest record of each source in place of the others of its id."""
    best: dict[str, Source] = {}
    for source in (s for claim in claims for s in (claim.source.source, *claim.chain)):
        keep_fullest(best, source)
    return [claim.crediting(lambda source: best[source.id]) for claim in claims]


def keep_fullest(best: dict[str, Source], source: Source) -> None:
    """Puts a record of a source by its id, unless a fuller one is there.

    A listed record comes before others, one with a family before one without, a known kind before an unknown one; the
    order in which records come decides nothing.
    """
    known = best.setdefault(source.id, source)
    if known is not source and known != source:
        best[source.id] = max(known, source, key=_fullness)


@lru_cache(maxsize=8192)
def _fullness(source: Source) -> tuple[object, ...]:
    known = source.kind is not SourceKind.UNKNOWN
    named = source.listed, source.is_mouthpiece, known, len(source.aliases), source.kind.value, source.name
    return *named, source.side is not None, source.reliability != Reliability(), repr(source)


def with_acronyms_joined(claims: Sequence[Claim]) -> list[Claim]:
    """Returns the claims, in order, with bare acronyms joined to the one name that a document read gives for them.

    An acronym that the registry lists, or that documents explain in two ways, stays by itself. What is joined is marked
    as inferred, and every claim keeps its id.
    """
    meant = _explained(source for claim in claims for source in (claim.source.source, *claim.chain))
    return [_joined(claim, meant) if meant and _uses_any(claim, meant) else claim for claim in claims]


def _explained(sources: Iterable[Source]) -> dict[str, Source]:
    """Returns the source that each acronym stands for, by the acronym."""
    found: dict[str, dict[str, Source]] = defaultdict(dict)
    for source in sources:
        for alias in source.aliases:
            if not source.listed and _is_short(alias, source.name):
                found[alias][source.id] = source
    return {acronym: next(iter(by_id.values())) for acronym, by_id in found.items() if len(by_id) == 1}


def _is_short(alias: str, name: str) -> bool:
    """Tells whether an alias is one word, an acronym or the like, and no word of the name itself."""
    return 2 <= len(alias) <= 12 and alias.isalnum() and alias[0].isupper() and alias not in name.split()


def _uses_any(claim: Claim, meant: Mapping[str, Source]) -> bool:
    return any(_stands_alone(source, meant) for source in (claim.source.source, *claim.chain))


def _stands_alone(source: Source, meant: Mapping[str, Source]) -> bool:
    return not source.listed and source.name in meant and source.id != meant[source.name].id


def _joined(claim: Claim, meant: Mapping[str, Source]) -> Claim:
    chain = tuple(meant[s.name] if _stands_alone(s, meant) else s for s in claim.chain)
    credited = claim.source
    if _stands_alone(credited.source, meant):
        whole = meant[credited.source.name]
        because = f"acronym of {whole.name}, as another document explains it"
        credited = replace(credited, source=whole, inferred=True, because=because)
    return replace(claim, source=credited, chain=chain, given_id=claim.id)
