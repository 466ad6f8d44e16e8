"""SVG 1.1, a picture for browsers and documents: no script, no outside reference, a text for those who cannot see it.

Letters are taken to be as wide as those of common sans-serif faces at most, so that words stay in their boxes. What
colours and borders say is said in words, too. Whatever is shortened stands in full in the title of its box.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from provenance.exports.graph_drawings.dot import COLOURS
from provenance.exports.graph_drawings.drawing import (
    Drawing,
    DrawnNode,
    DrawnStep,
    NodeKind,
    Stand,
    StepKind,
    label_of,
    readable,
)
from provenance.exports.graph_drawings.layered import Layout, Point, Size, lay_out

LETTER, BOLD, LINE, PAD = 7.0, 8.0, 16, 10
"""Width of a letter, of a bold one, height of a line, inner margin of a box; in pixels at 100 %."""
MOST_LETTERS, MOST_LINES = 34, 3
MARGIN, ACROSS, BETWEEN, HEAD, FOOT = 24, 70, 18, 24, 56

_FILLS = {
    NodeKind.PROPOSITION: "#f3f0e6",
    NodeKind.REPORT: "#ffffff",
    NodeKind.OUTLET: "#eef3f7",
    NodeKind.SOURCE: "#fff8e1",
}
_NAME, _SAID, _MARK = 'font-weight="bold"', 'fill="#333333"', 'font-style="italic"'
_DASHES = {StepKind.NEAR_COPY: "7 4", StepKind.SAME_FAMILY: "2 4", StepKind.LAPSED: "2 4"}
_MEANINGS = (
    (StepKind.SAID_IN, "said in"),
    (StepKind.STATED, "has it from, as a text states"),
    (StepKind.NEAR_COPY, "near-copy, inferred"),
    (StepKind.SAME_FAMILY, "same family"),
    (StepKind.LAPSED, "withdrawn or superseded"),
)


def svg(drawing: Drawing) -> Iterator[str]:
    """Yields the picture: the proposition at the left, its reports, outlets and relays, the origins at the right."""
    drawing = readable(drawing)
    words = {node.id: list(_lines(node)) for node in drawing.nodes}
    sizes = {name: _size(lines) for name, lines in words.items()}
    layout = lay_out(sizes, [(s.holder, s.giver) for s in drawing.steps], across=ACROSS, between=BETWEEN)
    title = list(_wrapped(drawing.title, max(40, int(layout.width / 9)), 3))
    legend = list(_legend(drawing))
    width = max(layout.width, *(_wide(text) * LETTER + 60 for _, _, text in legend), 480) + 2 * MARGIN
    top = MARGIN + HEAD * len(title) + 14
    height = top + layout.height + MARGIN + LINE * len(legend) + FOOT / 2
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="{_number(width)}" '
        f'height="{_number(height)}" viewBox="0 0 {_number(width)} {_number(height)}" '
        'font-family="Helvetica, Arial, sans-serif" font-size="12">\n'
    )
    yield f'<title id="title">{_safe(drawing.title)}</title>\n<desc id="desc">{_safe(drawing.description)}</desc>\n'
    yield "<defs>\n" + "".join(map(_arrow_head, Stand)) + "</defs>\n"
    yield '<rect width="100%" height="100%" fill="#ffffff"/>\n'
    for number, line in enumerate(title):
        place = f'x="{MARGIN}" y="{MARGIN + HEAD * number + 12}"'
        yield f'<text {place} font-size="17" font-weight="bold">{_safe(line)}</text>\n'
    yield f'<g transform="translate({MARGIN} {_number(top)})">\n'
    yield from (_line(step, layout.routes[step.holder, step.giver]) for step in drawing.steps)
    yield from (_box(node, layout, sizes[node.id], words[node.id]) for node in drawing.nodes)
    yield "</g>\n"
    yield from _key(legend, top + layout.height + MARGIN)
    yield "</svg>\n"


# ------------------------------------------------------------------------------------------------------------- boxes


def _lines(node: DrawnNode) -> Iterator[tuple[str, str]]:
    """Yields the lines of a box, each with its style: the name, what it is or says, its marks."""
    label = label_of(node, MOST_LETTERS) if node.kind is NodeKind.REPORT else node.label
    for line in _wrapped(label, MOST_LETTERS, 2):
        yield line, _NAME
    for line in _wrapped(node.detail, MOST_LETTERS, MOST_LINES):
        yield line, _SAID
    yield from ((mark, _MARK) for mark in node.marks)


def _wrapped(text: str, letters: int, most: int) -> list[str]:
    """Returns text in lines; of what is too long the end is left out."""
    text = "".join(character if _is_narrow(character) else character + "\u2060" for character in text)
    lines = textwrap.wrap(text, letters, max_lines=most, placeholder=" …", break_on_hyphens=False)
    return [_bare(line) for line in lines]


def _is_narrow(character: str) -> bool:
    from unicodedata import east_asian_width

    return east_asian_width(character) not in "WF"


def _bare(line: str) -> str:
    return line.replace("\u2060", "")


def _size(lines: Sequence[tuple[str, str]]) -> Size:
    longest = max((_wide(line) * (BOLD if style == _NAME else LETTER) for line, style in lines), default=0)
    return Size(max(70, longest + 2 * PAD), LINE * max(1, len(lines)) + 2 * PAD - 6)


def _wide(line: str) -> int:
    """Returns how many letters a line is as wide as."""
    return sum(1 if _is_narrow(character) else 2 for character in line)


def _box(node: DrawnNode, layout: Layout, size: Size, lines: Sequence[tuple[str, str]]) -> str:
    x, y = layout.boxes[node.id]
    left, top = x - size.width / 2, y - size.height / 2
    full = ". ".join(filter(None, (node.label, node.detail, "; ".join(node.marks))))
    dashes = ' stroke-dasharray="5 3"' if node.origin and not node.shown else ""
    stroke = f'stroke="{COLOURS[node.stand]}" stroke-width="{3 if node.choke else 1.2}"{dashes}'
    parts = [
        f"<g><title>{_safe(full)}</title>",
        _rect(left, top, size.width, size.height, f'fill="{_FILLS[node.kind]}" {stroke}'),
    ]
    if node.shown:
        parts.append(
            _rect(left + 3, top + 3, size.width - 6, size.height - 6, 'fill="none" stroke="#555555" stroke-width="0.7"')
        )
    for number, (line, style) in enumerate(lines):
        place = f'x="{_number(left + PAD)}" y="{_number(top + PAD + 9 + LINE * number)}"'
        parts.append(f"<text {place} {style}>{_safe(line)}</text>")
    return "\n".join((*parts, "</g>\n"))


def _rect(x: float, y: float, width: float, height: float, style: str) -> str:
    place = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
    return f'<rect {place} rx="4" {style}/>'


# ------------------------------------------------------------------------------------------------------------- lines


def _line(step: DrawnStep, points: Sequence[Point]) -> str:
    dashes = f' stroke-dasharray="{_DASHES[step.kind]}"' if step.kind in _DASHES else ""
    style = f'stroke="{COLOURS[step.stand]}" stroke-width="{2 if step.kind is StepKind.SAID_IN else 1.3}"{dashes}'
    return f'<path d="{_curve(points)}" fill="none" {style} marker-end="url(#{step.stand.value})"/>\n'


def _curve(points: Sequence[Point]) -> str:
    """Returns a path that leaves and enters every point level."""
    parts = [f"M{_number(points[0][0])} {_number(points[0][1])}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (x1 + x2) / 2
        bend = f"C{_number(half)} {_number(y1)} {_number(half)} {_number(y2)}"
        parts.append(f"{bend} {_number(x2)} {_number(y2)}")
    return " ".join(parts)


def _arrow_head(stand: Stand) -> str:
    shape = '<path d="M0 0 L8 4 L0 8 z"'
    size = 'viewBox="0 0 8 8" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse"'
    place = f'{size} refX="8" refY="4" orient="auto"'
    return f'<marker id="{stand.value}" {place}>{shape} fill="{COLOURS[stand]}"/></marker>\n'


# ------------------------------------------------------------------------------------------------------------ legend


def _legend(drawing: Drawing) -> Iterator[tuple[StepKind | None, Stand, str]]:
    """Yields the meanings of the lines that occur."""
    stands = {step.stand for step in drawing.steps}
    colours = ((Stand.FOR, "blue: for it"), (Stand.AGAINST, "red: against it"), (Stand.BOTH, "violet: both"))
    yield from ((StepKind.STATED, stand, text) for stand, text in colours if stand in stands)
    kinds = {step.kind for step in drawing.steps}
    yield from ((kind, Stand.NEITHER, text) for kind, text in _MEANINGS if kind in kinds and kind in _DASHES)
    borders = {mark for node in drawing.nodes for mark in node.marks}
    shown = "double border: shown origin; " if "origin, shown" in borders else ""
    dashed = "dashed border: origin, not shown; " if "origin, not shown" in borders else ""
    thick = "thick border: every chain passes here; " if "every chain passes here" in borders else ""
    yield None, Stand.NEITHER, f"an arrow leads to whom it is had from; {shown}{dashed}{thick}".removesuffix("; ")
    if drawing.left_out:
        yield None, Stand.NEITHER, f"{drawing.left_out} near-copy steps between copies of one text are not drawn"


def _key(legend: Iterable[tuple[StepKind | None, Stand, str]], top: float) -> Iterator[str]:
    for number, (kind, stand, text) in enumerate(legend):
        y = top + LINE * number
        if kind is not None:
            dashes = f' stroke-dasharray="{_DASHES[kind]}"' if kind in _DASHES else ""
            ends = f'x1="{MARGIN}" y1="{_number(y)}" x2="{MARGIN + 34}" y2="{_number(y)}"'
            yield f'<line {ends} stroke="{COLOURS[stand]}" stroke-width="1.6"{dashes}/>\n'
        x = MARGIN if kind is None else MARGIN + 42
        yield f'<text x="{x}" y="{_number(y + 4)}" font-size="11" fill="#444444">{_safe(text)}</text>\n'


def _safe(text: str) -> str:
    return escape(text, quote=True)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
