"""Ranked values and sources as CSV, JSON and JSON lines, schema ``claim-provenance/truth/1``.

Beliefs, trust and log-odds carry six significant digits. In CSV the names of the sources are joined by "; ".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy as np

from provenance.exports.csv_tables import safe_cell
from provenance.exports.json_lines import json_line
from provenance.truth.order import ranked_claims
from provenance.truth.ranking import RankedObject, RankedSource, Ranking
from provenance.truth.table import picked

SCHEMA = "claim-provenance/truth/1"
MEANS = "ranked by how sources agree; it does not say what is true"

OBJECT_COLUMNS = ("object", "rank", "value", "belief", "sources", "said_by", "checked")
SOURCE_COLUMNS = ("source", "trust", "claims", "checked_right", "checked_wrong")
TERM_COLUMNS = ("letter", "log_odds", "prior", "right", "wrong", "agreement")

_AT_ONCE = 1 << 16
"""Lines put together before they are written."""
_QUOTED = re.compile(r'[",\r\n]')


def objects_csv(ranking: Ranking) -> Iterator[str]:
    """Yields the head and one row per object and value, the best value of each object first."""
    return _csv(OBJECT_COLUMNS, _object_lines(ranking))


def sources_csv(ranking: Ranking) -> Iterator[str]:
    """Yields the head and one row per source, the most trusted first; its terms too, if the method has them."""
    columns = SOURCE_COLUMNS + (TERM_COLUMNS if ranking.found.terms else ())
    return _csv(columns, [map(_source_line, ranking.sources())])


def objects_jsonl(ranking: Ranking) -> Iterator[str]:
    """Yields one line per object."""
    return (json_line({"schema": SCHEMA, **_object(item)}) + "\n" for item in ranking.objects())


def sources_jsonl(ranking: Ranking) -> Iterator[str]:
    """Yields one line per source."""
    return (json_line({"schema": SCHEMA, **_source(item)}) + "\n" for item in ranking.sources())


def objects_json(ranking: Ranking) -> Iterator[str]:
    """Yields one object that holds all objects of the table."""
    return _json(ranking, "objects", map(_object, ranking.objects()))


def sources_json(ranking: Ranking) -> Iterator[str]:
    """Yields one object that holds all sources of the table."""
    return _json(ranking, "sources", map(_source, ranking.sources()))


def _csv(columns: Sequence[str], batches: Iterable[Iterable[str]]) -> Iterator[str]:
    yield ",".join(columns) + "\r\n"
    for batch in batches:
        yield "".join(batch)


def _object_lines(ranking: Ranking) -> Iterator[Iterable[str]]:
    """Yields batches of lines; names are made cells once each, not once a line, which costs a third on a million."""
    table, order = ranking.table, ranked_claims(ranking.table, ranking.found)
    objects, values = _cells(table.objects), _cells(table.values)
    checked = _cells(ranking.checked.values.get(at, "") if ranking.checked else "" for at in range(len(objects)))
    said_by = map("; ".join, ranking.said_by(order))
    if _cells(table.sources) != list(table.sources):
        said_by = map(_cell, said_by)
    for start in range(0, len(order), _AT_ONCE):
        claims = order[start : start + _AT_ONCE]
        of = table.claim_object[claims]
        yield map(
            "{},{},{},{:.6g},{},{},{}\r\n".format,
            picked(objects, of),
            (np.arange(start, start + len(claims)) - table.object_starts[of] + 1).tolist(),
            picked(values, table.claim_value[claims]),
            ranking.found.belief[claims].tolist(),
            table.rows_of_claim[claims].tolist(),
            islice(said_by, len(claims)),
            picked(checked, of),
        )


def _cells(names: Iterable[str]) -> list[str]:
    return list(map(_cell, names))


def _cell(name: str) -> str:
    """Returns a name as a cell, quoted where it must be and guarded from being run by a spreadsheet."""
    safe = str(safe_cell(name))
    return '"' + safe.replace('"', '""') + '"' if _QUOTED.search(safe) else safe


def _source_line(item: RankedSource) -> str:
    terms = (item.letter, *(f"{term:.6g}" for term in item.terms)) if item.terms else ()
    return (
        ",".join(map(str, (_cell(item.name), f"{item.trust:.6g}", item.claims, item.right, item.wrong, *terms)))
        + "\r\n"
    )


def _json(ranking: Ranking, kind: str, items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yields the head, which an empty list ends, opened again to hold the items."""
    yield json_line({"schema": SCHEMA, **_head(ranking), kind: []}).removesuffix("]}")
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + json_line(item)
    yield "\n]}\n"


def _head(ranking: Ranking) -> dict[str, Any]:
    table = ranking.table
    return {
        "means": MEANS,
        "method": ranking.method,
        "rounds": ranking.found.rounds,
        "rows": len(table.row_source),
        "source_count": len(table.sources),
        "object_count": len(table.objects),
        "checked": {
            name: {"objects": s.objects, "right": s.right, "tied": s.tied, "unsaid": s.unsaid}
            for name, s in ranking.scores.items()
        },
    }


def _object(item: RankedObject) -> dict[str, Any]:
    values = [{"value": v.value, "belief": _six(v.belief), "sources": v.sources} for v in item.values]
    return {"object": item.name, "checked": item.checked, "values": values}


def _source(item: RankedSource) -> dict[str, Any]:
    terms = item.terms and {name: _six(term) for name, term in item.terms._asdict().items()}
    return {
        "source": item.name,
        "trust": _six(item.trust),
        "claims": item.claims,
        "checked": {"right": item.right, "wrong": item.wrong},
        "letter": item.letter,
        "log_odds": terms,
    }


def _six(number: float) -> float:
    return float(f"{number:.6g}")
