"""Drawings of the evidence: every format holds what it should, whatever the names are, and is the same each time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import networkx as nx
import pydot
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.cli.formats import GRAPH_WRITERS, loaded
from provenance.exports.graph_drawings.drawing import (
    Drawing,
    DrawnNode,
    DrawnStep,
    NodeKind,
    Stand,
    StepKind,
    clean,
    drawing_of,
    readable,
)
from provenance.exports.graph_drawings.graphml import net_of
from provenance.exports.graph_drawings.layered import Size, lay_out
from provenance.records.assessment import Verdict
from provenance.records.claim import Wording
from provenance.records.report import Report

HOSTILE = [
    'a "quoted" name',
    "back\\slash at the end\\",
    "<b>bold</b> & <script>alert(1)</script>",
    "&quot; &#34; &lt;",
    "n1 --> n2; style n1 fill:red",
    "]]>{}[]()|`#34;`%%{init}%%",
    "end",
    "-->",
    "\\N \\G \\l",
    "الجيش السوري",
    "漢字 e\u0301 👩‍👩‍👧",
    "x" * 300,
    "",
]
names = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20)).map(clean)


@st.composite
def drawings(draw: st.DrawFn) -> Drawing:
    """Any drawing: loops, steps of several kinds between the same nodes, nodes that stand alone."""
    count = draw(st.integers(1, 6))
    ids = draw(st.lists(names.filter(bool), min_size=count, max_size=count, unique=True))
    flags = st.booleans()
    nodes = [
        DrawnNode(name, draw(st.sampled_from(NodeKind)), draw(names), draw(names), draw(st.sampled_from(Stand)), *marks)
        for name in ids
        for marks in [draw(st.tuples(flags, flags, flags, flags))]
    ]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    steps = st.builds(
        lambda pair, kind, stand: DrawnStep(*pair, kind, stand),
        pairs,
        st.sampled_from(StepKind),
        st.sampled_from(Stand),
    )
    drawn = draw(st.lists(steps, max_size=8, unique=True)) if count > 1 else []
    return Drawing(draw(names), draw(names), draw(names), tuple(nodes), tuple(sorted(drawn)))


def written(form: str, drawing: Drawing) -> str:
    return "".join(loaded(GRAPH_WRITERS[form])(drawing))


@pytest.fixture
def contested(report: Report) -> Drawing:
    return drawing_of(next(a for a in report.assessments if a.verdict is Verdict.CONTESTED), report)


# ---------------------------------------------------------------------------------------------------------- drawing


def test_a_drawing_has_both_sides_with_their_marks(contested: Drawing) -> None:
    nodes = {node.label: node for node in contested.nodes}
    port, union = nodes["Port authority"], nodes["Seafarers' union"]
    assert (port.stand, port.origin, port.shown, port.choke) == (Stand.FOR, True, True, True)
    assert (union.stand, union.origin, union.choke) == (Stand.AGAINST, True, False)
    assert port.marks == ("origin, shown", "every chain passes here")
    assert nodes["harbour.txt:3"].detail.startswith("The port authority said: “at least 40 passengers")
    assert contested.nodes[0].kind is NodeKind.PROPOSITION
    assert {(s.stand, s.kind) for s in contested.steps} == {
        (Stand.FOR, StepKind.SAID_IN),
        (Stand.FOR, StepKind.STATED),
        (Stand.AGAINST, StepKind.SAID_IN),
        (Stand.AGAINST, StepKind.STATED),
    }


def test_every_step_of_the_proof_is_drawn(report: Report) -> None:
    for assessment in report.assessments:
        drawing = drawing_of(assessment, report)
        drawn = {(step.holder, step.giver) for step in drawing.steps}
        sides = filter(None, (assessment.support, assessment.opposition))
        assert {(edge.holder, edge.giver) for side in sides for edge in side.edges} <= drawn
        known = {node.id for node in drawing.nodes}
        assert {node for step in drawing.steps for node in (step.holder, step.giver)} <= known


def test_only_near_copies_that_say_nothing_new_are_left_out_of_pictures() -> None:
    nodes = tuple(DrawnNode(name, NodeKind.REPORT, name) for name in "pabc")
    copies = [DrawnStep(b, a, StepKind.NEAR_COPY, Stand.FOR) for a, b in combinations("abc", 2)]
    said = [DrawnStep("p", name, StepKind.SAID_IN, Stand.FOR) for name in "abc"]
    drawing = Drawing("p", "", "", nodes, tuple(sorted([*copies, *said])))
    less = readable(drawing)
    assert less.left_out == 1
    assert set(drawing.steps) - set(less.steps) == {DrawnStep("c", "b", StepKind.NEAR_COPY, Stand.FOR)}
    assert "1 near-copy steps" in written("svg", drawing)
    assert written("dot", drawing).count("->") == 6


def test_ids_that_differ_only_in_what_cannot_be_written_stay_apart(report: Report) -> None:
    assessment = next(a for a in report.assessments if a.verdict is Verdict.CONTESTED)
    odd = replace(assessment, proposition=replace(assessment.proposition, id="source:port-authority\x00"))
    ids = [node.id for node in drawing_of(odd, report).nodes]
    assert len(ids) == len(set(ids))
    assert "source:port-authority~" in ids or ids[0] == "source:port-authority"


# ---------------------------------------------------------------------------------------------------------- formats


@pytest.mark.parametrize("form", GRAPH_WRITERS)
@settings(max_examples=40, deadline=None)
@given(drawing=drawings())
def test_the_same_drawing_gives_the_same_text_that_can_be_encoded(form: str, drawing: Drawing) -> None:
    assert written(form, drawing) == written(form, drawing)
    assert written(form, drawing).encode("utf-8").decode("utf-8").endswith("\n")


@settings(max_examples=40, deadline=None)
@given(drawings())
def test_graphml_read_back_is_the_same_graph(drawing: Drawing) -> None:
    back = nx.parse_graphml(written("graphml", drawing).encode(), force_multigraph=True)
    net = net_of(drawing)
    assert dict(back.nodes(data=True)) == dict(net.nodes(data=True))
    assert sorted(back.edges(keys=True, data=True)) == sorted(net.edges(keys=True, data=True))
    assert (back.graph["title"], back.graph["description"]) == (drawing.title, drawing.description)


DOT_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


@settings(max_examples=25, deadline=None)
@given(drawings())
def test_dot_is_parsed_with_every_node_and_step(drawing: Drawing) -> None:
    [graph] = pydot.graph_from_dot_data(written("dot", drawing))
    nodes = [node for node in graph.get_nodes() if re.fullmatch(r"n\d+", node.get_name())]
    assert len(nodes) == len(drawing.nodes)
    assert len(graph.get_edges()) == len(drawing.steps)
    for node in nodes:
        assert DOT_TEXT.fullmatch(node.get("label"))


@settings(max_examples=200, deadline=None)
@given(drawings())
def test_no_name_ends_a_text_or_a_line_of_dot(drawing: Drawing) -> None:
    for line in written("dot", drawing).splitlines():
        bare = DOT_TEXT.sub("", line)
        assert re.fullmatch(r"digraph evidence \{|\}|  (graph|node|edge|n\d+( -> n\d+)?) \[[\w=, .]*\];", bare)


MERMAID_LABEL = r"[\w \-.,:/()'’“”–—…→#;<br/>]+"
MERMAID_LINE = re.compile(
    r"flowchart LR"
    r"|  accTitle: [^#;:\"<>`%{}|]+|  accDescr: [^#;:\"<>`%{}|]+"
    rf"|  n\d+(\(\[|\[\[|\[|\()\"{MERMAID_LABEL}\"(\]\)|\]\]|\]|\))"
    r"|  n\d+ (-->|==>|-\.->)\|[a-z\-, ]+\| n\d+"
    r"|  %% \d+ near-copy steps are not drawn"
    r"|  style n\d+ stroke:#[0-9a-f]{6},stroke-width:\dpx(,stroke-dasharray:4 3)?"
    r"|  linkStyle [\d,]+ stroke:#[0-9a-f]{6}"
)


@settings(max_examples=200, deadline=None)
@given(drawings())
def test_every_line_of_mermaid_is_one_of_its_statements(drawing: Drawing) -> None:
    text = written("mermaid", drawing)
    for line in text.splitlines():
        assert MERMAID_LINE.fullmatch(line), line
        for label in re.findall(r'"(.*)"', line):
            assert not re.search(r"[<>`\"]", label.replace("<br/>", ""))
            assert re.sub(r"#\d+;", "", label).count(";") == re.sub(r"#\d+;", "", label).count("#") == 0


def texts(element: ElementTree.Element) -> Iterator[str]:
    return (part.text or "" for part in element.iter("{http://www.w3.org/2000/svg}text"))


@settings(max_examples=60, deadline=None)
@given(drawings())
def test_svg_is_xml_with_title_and_description_and_without_script(drawing: Drawing) -> None:
    picture = ElementTree.fromstring(written("svg", drawing))
    tags = {part.tag.rpartition("}")[2] for part in picture.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "marker", "path", "rect", "text", "g", "line"}
    assert picture[0].tag.endswith("title")
    assert (picture[0].text or "", picture[1].text or "") == (drawing.title, drawing.description)
    assert not any(name.startswith("on") or "href" in name for part in picture.iter() for name in part.attrib)
    assert max(map(len, texts(picture)), default=0) < 200


@settings(max_examples=60, deadline=None)
@given(drawings())
def test_words_stay_in_their_boxes_and_boxes_in_the_picture(drawing: Drawing) -> None:
    picture = ElementTree.fromstring(written("svg", drawing))
    space = "{http://www.w3.org/2000/svg}"
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    boxes = [group for group in picture.iter(f"{space}g") if group.find(f"{space}title") is not None]
    assert len(boxes) == len(drawing.nodes)
    for group in boxes:
        box = group.find(f"{space}rect")
        assert box is not None
        left, top = float(box.attrib["x"]), float(box.attrib["y"])
        right, bottom = left + float(box.attrib["width"]), top + float(box.attrib["height"])
        assert (left, top) >= (-0.1, -0.1)
        assert right <= width
        assert bottom <= height
        for text in group.iter(f"{space}text"):
            assert left < float(text.attrib["x"]) < right
            assert top < float(text.attrib["y"]) < bottom
            assert len(text.text or "") * 6 < right - left


@pytest.mark.parametrize("form", GRAPH_WRITERS)
def test_the_bytes_do_not_hang_on_the_hash_seed(form: str) -> None:
    script = (
        "from handmade import *; from provenance.cli.formats import *;"
        "from provenance.exports.graph_drawings.drawing import drawing_of;"
        "report = Report(date(2021, 3, 6), (HARBOUR, ISLAND), (), CLAIMS, ASSESSMENTS);"
        f"print(*(loaded(GRAPH_WRITERS['{form}'])(drawing_of(ASSESSMENTS[-1], report))))"
    )
    where = os.path.dirname(os.path.dirname(__file__))
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": where, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(found) == 1


def test_a_hostile_document_changes_nothing_but_words(report: Report, contested: Drawing) -> None:
    evil = Wording('"]; n0 -> n1 <script>alert(1)</script> --> & \x1b[2J\n%%', ())
    claims = tuple(replace(c, given_id=c.id, content=evil, document=c.document) for c in report.claims)
    same = replace(report, claims=claims)
    drawing = drawing_of(next(a for a in report.assessments if a.verdict is Verdict.CONTESTED), same)
    assert [node.id for node in drawing.nodes] == [node.id for node in contested.nodes]
    for form in GRAPH_WRITERS:
        text = written(form, drawing)
        assert form == "dot" or "<script" not in text
        assert "\x1b" not in text


# ----------------------------------------------------------------------------------------------------------- layout

boxes = st.dictionaries(
    st.integers(0, 12).map("n{}".format), st.builds(Size, st.floats(20, 300), st.floats(10, 90)), min_size=1
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, Size], list[tuple[str, str]]]:
    sizes = draw(boxes)
    ends = st.sampled_from(sorted(sizes))
    return sizes, draw(st.lists(st.tuples(ends, ends), max_size=20))


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_no_two_boxes_overlap_and_no_line_runs_through_a_box(graph) -> None:
    sizes, steps = graph
    layout = lay_out(sizes, steps, across=40, between=12)
    edges = {
        name: (
            x - sizes[name].width / 2,
            y - sizes[name].height / 2,
            x + sizes[name].width / 2,
            y + sizes[name].height / 2,
        )
        for name, (x, y) in layout.boxes.items()
    }
    assert set(edges) == set(sizes)
    for one, other in combinations(edges.values(), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart
    for left, top, right, bottom in edges.values():
        assert left >= -0.001
        assert top >= -0.001
        assert right <= layout.width + 0.001
        assert bottom <= layout.height + 0.001
    for pair, route in layout.routes.items():
        for x, y in route[1:-1]:
            inside = [name for name, box in edges.items() if box[0] < x < box[2] and box[1] < y < box[3]]
            assert not inside, pair


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_without_loops_every_line_leads_to_the_right(graph) -> None:
    sizes, steps = graph
    forward = [pair for pair in steps if pair[0] < pair[1]]
    layout = lay_out(sizes, forward, across=40, between=12)
    assert set(layout.routes) == set(forward)
    for route in layout.routes.values():
        assert list(route) == sorted(route, key=lambda point: point[0])


@given(graphs())
def test_a_layout_is_the_same_each_time(graph) -> None:
    sizes, steps = graph
    assert lay_out(sizes, steps, across=40, between=12) == lay_out(sizes, steps, across=40, between=12)


def test_a_long_chain_is_laid_out() -> None:
    names = [f"n{number}" for number in range(3000)]
    steps = list(pairwise(names))
    layout = lay_out(dict.fromkeys(names, Size(10, 10)), [*steps, ("n2999", "n0")], across=5, between=5)
    assert layout.boxes["n0"][0] < layout.boxes["n2999"][0]
