"""Lines broken here stand as rich would set them."""

from __future__ import annotations

import io
import time

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from provenance.reports.lines import in_columns, put, wrapped
from provenance.reports.wording import printable

words = st.text(st.characters(codec="utf-8") | st.sampled_from("aaab  “→…漢👩é"), max_size=40).map(printable)
pieces = st.lists(st.tuples(words, st.sampled_from(["", "bold", "red", "dim italic"])), min_size=1, max_size=5)
widths = st.integers(4, 40)


def plain(line):
    return "".join(words for words, _ in line)


@given(pieces, widths)
def test_words_break_where_rich_breaks_them(line, width):
    text = Text.assemble(*line)
    expected = [found.plain.rstrip() for found in text.wrap(Console(width=width), width, overflow="fold")]
    assert [plain(found).rstrip() for found in wrapped(line, width)] == expected


@given(pieces, widths)
def test_every_word_keeps_its_style(line, width):
    styled = [(c, style) for words, style in line for c in words if not c.isspace()]
    found = [(c, style) for part in wrapped(line, width) for words, style in part for c in words if not c.isspace()]
    assert found == styled


@given(pieces, widths)
def test_an_indent_stands_before_each_line_and_within_the_width(line, width):
    for found in wrapped(line, width + 2, indent="  "):
        assert plain(found).startswith("  ")
        assert cell_len(plain(found).rstrip()) <= width + 2


@given(st.lists(st.tuples(words, words), max_size=4), widths)
def test_columns_line_up_or_are_refused(rows, width):
    lines = in_columns([[(cell, "") for cell in row] for row in rows], width)
    if lines is None:
        assert max(cell_len(a) for a, _ in rows) + 2 + max(cell_len(b) for _, b in rows) > width
    else:
        for row, line in zip(rows, map(plain, lines), strict=True):
            assert line.endswith(row[1])
            assert cell_len(line) - cell_len(row[1]) == max(cell_len(a) for a, _ in rows) + 2


def test_lines_are_printed_as_they_are_with_their_styles():
    for colours, shown in ((None, "one two\n\n"), ("standard", "\x1b[1mone\x1b[0m two\n\n")):
        screen = io.StringIO()
        put([[("one", "bold"), (" two", "")], []], Console(file=screen, color_system=colours, force_terminal=True))
        assert screen.getvalue() == shown


def test_a_thousand_lines_take_a_fraction_of_a_second():
    console = Console(file=io.StringIO(), width=80)
    began = time.process_time()
    for _ in range(1000):
        put(wrapped([("every word of this line is short " * 6, "dim"), ("and styled", "bold")], 70), console)
    assert time.process_time() - began < 3
