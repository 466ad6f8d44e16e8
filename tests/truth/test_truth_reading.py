"""Reading the table: by blocks and row by row alike, and what is said of files that are no table."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import NAMES, csv_bytes

from provenance.errors import UnreadableInput
from provenance.truth import reading
from provenance.truth.plain_blocks import WIDEST, merged, plain_cells
from provenance.truth.reading import Columns, read_columns

cell = (
    st.text(alphabet='ab \té日,;"\n\r', max_size=12) | st.text(max_size=3) | st.text("xyz", min_size=60, max_size=130)
)
plain = st.text(alphabet="abcé日 ;\t", max_size=20) | st.text("xy", min_size=60, max_size=66)
valid = {"blacklist_categories": ("Cs",)}


def read(data: bytes, names: tuple[str, ...] = NAMES) -> Columns:
    return read_columns(io.BytesIO(data), "t.csv", names)


def rows_of(columns: Columns) -> list[tuple[str, ...]]:
    names = ([column.names[code] for code in column.codes.tolist()] for column in columns.columns)
    return list(zip(*names, strict=True))


def naive(data: bytes) -> list[tuple[str, ...]]:
    """The rows that the csv module and strip alone give."""
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), skipinitialspace=True))[1:]
    return [stripped for row in rows if row and all(stripped := tuple(cell.strip() for cell in row))]


@settings(max_examples=150, deadline=None)
@given(rows=st.lists(st.tuples(cell, cell, cell), max_size=12), block=st.integers(5, 200))
def test_any_table_that_csv_can_write_is_read_as_csv_reads_it(rows: list[tuple[str, ...]], block: int) -> None:
    rows = [row for row in rows if not any("\0" in part or "\ud800" <= c <= "\udfff" for part in row for c in part)]
    data = csv_bytes([*rows, ("s", "o", "v")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "BLOCK", block)
        columns = read(data)
    expected = naive(data)
    assert sorted(rows_of(columns)) == sorted(expected)
    assert columns.left_out == len(rows) + 1 - len(expected)


@settings(max_examples=100, deadline=None)
@given(
    blocks=st.lists(st.lists(st.tuples(plain, plain), min_size=1, max_size=20), min_size=1, max_size=3),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_plain_blocks_give_the_cells_of_their_lines_in_order(blocks: list[list[tuple[str, str]]], end: str) -> None:
    read = [
        plain_cells("".join(f"{a},{b}{end}" for a, b in rows).encode(), delimiter=",", width=2, wanted=(1, 0))
        for rows in blocks
    ]
    rows = [row for rows in blocks for row in rows]
    if max(len(part.strip(" \t").encode()) for row in rows for part in row) > WIDEST:
        assert None in read
        return
    columns = [merged([found[at] for found in read if found]) for at in (0, 1)]
    names = ([column.names[code] for code in column.codes.tolist()] for column in columns)
    assert list(zip(*names, strict=True)) == [(b.strip(" \t"), a.strip(" \t")) for a, b in rows]
    assert all(list(column.names) == sorted(set(column.names)) for column in columns)


@pytest.mark.parametrize("block", [b"a\n", b"a,b,c\n", b'"a",b\n', b"a,b\rc,d\n", b"\xff,b\n", b"a\0,b\n", b"a\n,b,\n"])
def test_a_block_that_is_not_plain_is_left_to_the_csv_module(block: bytes) -> None:
    assert plain_cells(block, delimiter=",", width=2, wanted=(0, 1)) is None


def test_columns_are_found_by_name_in_any_order_and_case_among_others() -> None:
    columns = read(b"\xef\xbb\xbfnote,VALUE, Source ,object\nn,v,s,o\n")
    assert rows_of(columns) == [("s", "o", "v")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_semicolons_and_tabs_separate_as_commas_do(delimiter: str) -> None:
    text = "source,object,value\ns,o,v\ns,o,w\n".replace(",", delimiter)
    assert rows_of(read(text.encode())) == [("s", "o", "v"), ("s", "o", "w")]


def test_a_last_line_without_a_line_end_and_blank_lines_are_no_matter() -> None:
    assert rows_of(read(b"source,object,value\n\ns,o,v\n \n\ns,p,v")) == [("s", "o", "v"), ("s", "p", "v")]


def test_rows_with_an_empty_cell_are_left_out_and_counted() -> None:
    columns = read(b"source,object,value\ns,o,v\nt,o,\n , p,v\n")
    assert (rows_of(columns), columns.left_out) == ([("s", "o", "v")], 2)
    assert [column.names for column in columns.columns] == [("s",), ("o",), ("v",)]


def test_a_quoted_cell_may_hold_commas_quotes_and_line_breaks() -> None:
    assert rows_of(read(b'source,object,value\ns,o,"a ""b"", c\nd"\ns,p,v\n')) == [
        ("s", "o", 'a "b", c\nd'),
        ("s", "p", "v"),
    ]


BAD = [
    (b"", "t.csv: is empty"),
    (b"\n", "t.csv: begins with a blank line"),
    (b"source,object,value\n", "t.csv: has no row below the head"),
    (b"source,object,value\ns,o,\n", "t.csv: has no row without an empty cell"),
    (b"source,object\ns,o\n", "t.csv:1: has no column 'value' (it has source, object)"),
    (b"source,object,value\ns,o,v\ns,o\n", "t.csv:3: has 2 cells, the head has 3"),
    (b"source,object,value\ns,o,v\ns,o,v,w\n", "t.csv:3: has 4 cells, the head has 3"),
    (b'source,object,value\n"a\nb",o,v\ns\n', "t.csv:4: has 1 cell, the head has 3"),
    (b"source,object,value\ns,o,v\ns,o,\xe9\n", "t.csv:3: is not UTF-8"),
    (b"\xff\xfes\0o\0", "t.csv:1: is not UTF-8"),
    (b'source,object,value\ns,o,"v\n', "t.csv:2: is not CSV (unexpected end of data)"),
    (b'source,object,value\ns,o,"v"x\n', "t.csv:2: is not CSV"),
]


@pytest.mark.parametrize(("data", "message"), BAD)
def test_a_file_that_is_no_table_is_named_with_the_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        read(data)
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_short_row_is_named_by_its_line_behind_whole_blocks_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK", 64)
    with pytest.raises(UnreadableInput, match=r"^t\.csv:1002: has 2 cells"):
        read(b"source,object,value\n" + b"s,o,v\n" * 1000 + b"s,o\n" + b"s,o,v\n" * 100)
