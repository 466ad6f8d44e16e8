"""The evidence as a tree: every report once, the words at each step, what is left out as a count."""

from __future__ import annotations

import io
import json
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from provenance.records.assessment import EdgeKind
from provenance.records.report import Report
from provenance.reports.branches import Branch, grow
from provenance.reports.claim_page import draw_found
from provenance.reports.lookup import look_up
from provenance.reports.nodes import nodes_of
from provenance.workflow import read_report


def line(outlet, name, **more):
    """A claim as people feed it in."""
    return {
        "schema": "claim-provenance/claim/1",
        "document": {"path": f"{outlet.lower().replace(' ', '-')}.txt", "publisher": outlet, "published": "2021-03-04"},
        "source": {"name": name, "kind": more.pop("kind", "unknown")},
        "content": {"text": more.pop("text", "nine barges sank")},
        "cue": {"text": "said"},
        "proposition": "nine barges",
    } | more


@pytest.fixture
def read(tmp_path: Path):
    def report_of(*lines: dict) -> Report:
        path = tmp_path / "claims.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in lines), encoding="utf-8")
        return read_report([str(path)])

    return report_of


def page(report: Report, name: str = "prop:", *, width: int = 80, everything: bool = False) -> str:
    screen = io.StringIO()
    console = Console(file=screen, width=width, highlight=False, color_system=None)
    draw_found(look_up(name, report), report, console, everything=everything)
    return screen.getvalue()


def one_line(text: str) -> str:
    return " ".join(text.replace("│", " ").replace("├──", " ").replace("└──", " ").split())


def chain(*sources):
    return [{"name": name, "kind": kind} for name, kind in sources]


WIRE = chain(("Agency", "outlet"), ("River monitor", "monitor"))


def test_a_tree_runs_from_the_origin_through_the_relay_to_each_report_with_its_words(read) -> None:
    report = read(
        line("North Post", "Agency", chain=WIRE, text="nine barges sank at the lock"),
        line("South Post", "Agency", chain=WIRE, text="the lock took down barges, nine of them"),
    )
    text = page(report)
    assert "└── River monitor  monitor  origin, shown; every chain passes here" in text
    assert "    └── Agency  outlet  every chain passes here  [stated]" in text
    assert "        ├── North Post  outlet  [stated]  north-post.txt" in text
    assert "        │   Agency said: “nine barges sank at the lock”" in text
    assert "every chain passes: River monitor; Agency" in text
    assert "falls with: Agency" in one_line(text) or "falls with: River monitor" in one_line(text)
    assert "second origin that does not reach you through River monitor" in one_line(text)


def test_a_near_copy_is_marked_as_inferred(read) -> None:
    words = "nine barges sank at the upper lock of the river on Monday evening after the storm"
    report = read(*(line(f"{name} Post", "Agency", chain=WIRE, text=words) for name in ("North", "South", "East")))
    text = page(report)
    assert text.count("[near-copy, inferred]") == 2
    assert "not drawn: " in text


def test_a_mouthpiece_hangs_on_its_family(read) -> None:
    army = {"name": "Lake Army", "kind": "armed_group", "side": "lake"}
    voice = {"name": "Lake Army Radio", "kind": "group_media", "family": "source:lake-army", "side": "lake"}
    report = read(line("North Post", "", source=army), line("South Post", "", source=voice))
    assert "├── Lake Army Radio  media of an armed group, lake  [same family]" in page(report).replace("└", "├")


def test_outlets_that_cite_each_other_are_a_loop(read) -> None:
    names = ("North Post", "South Post", "East Post")
    report = read(*(line(a, b, kind="outlet") for a, b in zip(names, names[1:] + names[:1], strict=True)))
    text = page(report)
    assert "back to " in text
    assert ": a loop" in text
    assert "have it from each other" in one_line(text)


def test_a_denial_stands_on_the_other_side_with_its_own_proof(read) -> None:
    report = read(
        line("North Post", "River monitor", kind="monitor"),
        line("South Post", "the ministry", kind="government", stance="denies"),
        line("East Post", "the union", kind="body", stance="open"),
    )
    text = page(report)
    supporting, _, opposing = text.partition("Against it")
    assert "River monitor" in supporting
    assert "ministry" not in supporting.partition("For it  1")[2]
    assert "south-post.txt  denies" in opposing
    assert "falls with: the ministry" in opposing
    assert "no side     the union" in opposing


def test_a_withdrawn_claim_points_to_its_withdrawal(read) -> None:
    later = {"path": "later.txt", "publisher": "South Post", "published": "2021-03-09"}
    report = read(
        line("North Post", "River monitor", kind="monitor"),
        line("South Post", "River monitor", kind="monitor", stance="retracts", document=later),
    )
    text = one_line(page(report))
    assert "For it nobody whose claim stands" in text
    assert "withdrawn River monitor 4 March 2021 north-post.txt" in text
    assert "withdrawn by River monitor on 9 March 2021: later.txt" in text


def test_the_claim_asked_for_is_marked_in_the_tree(read) -> None:
    report = read(line("North Post", "River monitor", kind="monitor"), line("South Post", "the union", kind="body"))
    asked = report.claims[1].id
    text = one_line(page(report, asked))
    assert text.count("(the claim asked for)") == 1
    assert f"{asked} (the claim asked for)" in text


def test_a_credit_line_is_the_words_of_its_step(tmp_path) -> None:
    text = "Nine barges sank at the lock, the river office said on Monday.\n"
    (tmp_path / "a.md").write_text(f"---\npublisher: North Post\nderived_from: Agency Wire\n---\n{text}", "utf-8")
    report = read_report([str(tmp_path)])
    assert "[stated: “Agency Wire”, as" in one_line(page(report, report.claims[0].id))


def test_long_lists_are_a_count_until_all_is_asked_for(read) -> None:
    report = read(*(line(f"Post {n:02}", "River monitor", kind="monitor", text=f"{n} x {n}") for n in range(30)))
    brief, whole = page(report), page(report, everything=True)
    assert "… and 22 more reports of 22 parties" in brief
    assert brief.count(" said: ") == 8
    assert whole.count(" said: ") == 30
    assert "more report" not in whole


def test_many_origins_and_chains_are_a_count_until_all_is_asked_for(read) -> None:
    report = read(*(line(f"Post {n:02}", f"Office {n:02}", kind="body", text=f"{n} x {n}") for n in range(20)))
    brief, whole = page(report), page(report, everything=True)
    assert "└── … and 12 more origins" in brief
    assert "… and 14 more chains" in brief
    assert "… (8 more)" in brief
    assert whole.count("origin, shown") == whole.count("chain, shown: ") == 20


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(read, width: int) -> None:
    steps = [(f"Agency number {n} of the river", "outlet") for n in range(40)]
    report = read(
        line("North Post", "Agency number 0 of the river", chain=chain(*steps), text="barge " * 80 + "x" * 150),
        line("漢字 Post", "River 👩‍👩‍👧 monitor", kind="monitor", text="nine\n\x1b[31mbarges"),
    )
    text = page(report, width=width)
    assert max(map(cell_len, text.splitlines())) <= width
    assert "\x1b" not in text
    assert "… and 1 more report of " in one_line(text)


# -------------------------------------------------------------------------------------------------------- properties

OUTLETS = [f"Outlet {letter}" for letter in "ABCDE"]
SOURCES = [("Monitor", "monitor"), ("Ministry", "government"), ("locals", "anonymous_plural"), ("Agency", "outlet")]
sources = st.sampled_from(SOURCES + [(name, "outlet") for name in OUTLETS])
claims = st.builds(
    lambda outlet, members, stance, number: line(
        outlet, members[0][0], chain=chain(*members), stance=stance, text=f"barge {number}"
    ),
    st.sampled_from(OUTLETS),
    st.lists(sources, min_size=1, max_size=3, unique=True),
    st.sampled_from(["asserts", "asserts", "asserts", "denies"]),
    st.integers(0, 3),
)


def walk(branch: Branch):
    yield branch
    for onward in branch.onward:
        yield from walk(onward)


def grown(lines, most, deepest):
    stream = io.BytesIO("".join(json.dumps(row) + "\n" for row in lines).encode())
    from provenance.settings import Settings

    report = read_report(["-"], settings=Settings(stdin=stream))
    for assessment in report.assessments:
        nodes = nodes_of(assessment, report)
        for support in filter(None, (assessment.support, assessment.opposition)):
            yield support, nodes, grow(support, nodes, most=most, deepest=deepest)


@settings(deadline=None, max_examples=60)
@given(st.lists(claims, min_size=1, max_size=9))
def test_every_report_stands_once_and_every_step_drawn_is_in_the_graph(lines) -> None:
    for support, nodes, growth in grown(lines, None, 99):
        drawn = [branch for origin in growth.branches for branch in walk(origin)]
        placed = Counter(branch.node for branch in drawn if not branch.closes and not branch.elsewhere)
        steps = {(edge.holder, edge.giver, edge.kind) for edge in support.edges}
        assert {placed[node] for node in nodes.claims} <= {0, 1}
        assert set(placed) >= {node for node in nodes.claims if any(node == holder for holder, _, _ in steps)}
        followed = {(o.node, branch.node, o.kind) for branch in drawn for o in branch.onward}
        assert followed <= steps
        assert len(steps) - len(followed) == growth.copies_left_out
        assert all(kind is EdgeKind.NEAR_COPY for _, _, kind in steps - followed)


@settings(deadline=None, max_examples=60)
@given(st.lists(claims, min_size=1, max_size=9), st.integers(1, 3), st.integers(1, 4))
def test_what_is_drawn_and_what_is_counted_are_all_reports(lines, most, deepest) -> None:
    for support, nodes, growth in grown(lines, most, deepest):
        drawn = [branch for origin in growth.branches for branch in walk(origin)]
        assert all(len(branch.onward) <= most for branch in drawn)
        reports = sum(b.node in nodes.claims and not b.closes and not b.elsewhere for b in drawn)
        assert reports + sum(branch.rest.reports for branch in drawn if branch.rest) == support.reports


def test_a_report_stands_below_whom_it_credits_and_below_nobody_else_that_its_outlet_credits(read) -> None:
    both = {"path": "one.txt", "publisher": "North Post"}
    report = read(
        line("North Post", "Harbour police", kind="body", document=both, text="nine barges sank at the lock"),
        line("North Post", "River monitor", kind="monitor", document=both, text="the lock took nine barges"),
    )
    [assessment] = report.assessments
    nodes = nodes_of(assessment, report)
    origins = grow(assessment.support, nodes, most=None, deepest=9).branches
    credited = {
        nodes.name(origin.node): [c.origin.name for b in walk(origin) for c in nodes.claims.get(b.node, ())]
        for origin in origins
    }
    assert credited == {"Harbour police": ["Harbour police"], "River monitor": ["River monitor"]}
    assert "drawn elsewhere" not in page(report)


def test_a_chain_of_a_thousand_steps_is_no_trouble() -> None:
    lines = [
        line(f"Outlet {n}", f"Outlet {n + 1}", kind="outlet", text=f"barge {n}") for n in range(sys.getrecursionlimit())
    ]
    for _, _, growth in grown(lines, None, 20):
        assert growth.branches
