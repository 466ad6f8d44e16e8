"""Small tables of claims for the tests, and a strategy for any of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from hypothesis import strategies as st

from provenance.truth.reading import read_columns
from provenance.truth.table import ClaimTable, claim_table

Row = tuple[str, str, str]
NAMES = ("source", "object", "value")


def csv_bytes(rows: Iterable[Iterable[str]], head: Iterable[str] = NAMES) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    return text.getvalue().encode()


def table_of(rows: Iterable[Row]) -> ClaimTable:
    source, object_, value = read_columns(io.BytesIO(csv_bytes(rows)), "rows", NAMES).columns
    return claim_table(source, object_, value)


def claims(table: ClaimTable) -> list[tuple[str, str]]:
    pairs = zip(table.claim_object.tolist(), table.claim_value.tolist(), strict=True)
    return [(table.objects[object_], table.values[value]) for object_, value in pairs]


rows = st.lists(
    st.tuples(*(st.sampled_from([f"{kind}{number}" for number in range(5)]) for kind in "sov")), min_size=1, max_size=40
)
"""Rows of up to five sources, objects and values; a source may name several values of one object."""
