"""Agreement counts attributions one to one, by their words."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from provenance.cli import main
from provenance.evaluation.agreement import Agreement, agreement
from provenance.records.marks import Marks

TEXT = " ".join(f"w{i}" for i in range(40))


def at(first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Returns the span of words ``first`` to ``last``."""
    words = TEXT.split()
    start = len(" ".join(words[:first])) + bool(first)
    return ((start, start + len(" ".join(words[first : last + 1]))),)


@st.composite
def some_marks(draw):
    place = draw(st.integers(0, 33))
    return Marks(at(place, place), at(place + 1, place + 1), at(place + 2, place + 2 + draw(st.integers(0, 4))))


@given(st.lists(some_marks(), max_size=6, unique=True))
def test_marks_agree_wholly_with_themselves(marks):
    for count in agreement(TEXT, marks, marks).counts.values():
        assert count.right == count.found == count.marked


@given(st.lists(some_marks(), max_size=6), st.lists(some_marks(), max_size=6))
def test_precision_and_recall_trade_places_when_the_two_sides_do(one, other):
    there, back = agreement(TEXT, one, other), agreement(TEXT, other, one)
    for name in ("words of source", "words of cue", "words of content"):
        assert there.counts[name].precision == back.counts[name].recall


@given(st.lists(some_marks(), max_size=6), st.lists(some_marks(), max_size=6))
def test_none_counts_as_right_twice(marked, found):
    result = agreement(TEXT, marked, found)
    count = result.counts["attributions"]
    assert count.right <= min(count.found, count.marked)
    assert len(result.missed) == count.marked - count.right
    assert len(result.spurious) == count.found - count.right


def test_another_speaker_is_a_miss_however_well_the_content_fits():
    marked = Marks(at(0, 1), at(2, 2), at(3, 9))
    wrong = Marks(at(20, 21), at(2, 2), at(3, 9))
    assert agreement(TEXT, [marked], [wrong]).counts["attributions"].right == 0


def test_punctuation_and_that_make_no_difference_to_exactness():
    text = 'He said that "it fell."'
    wide, narrow = Marks(((0, 2),), ((3, 7),), ((8, 23),)), Marks(((0, 2),), ((3, 7),), ((14, 21),))
    assert agreement(text, [wide], [narrow]).counts["attributions, exact"].right == 1


def test_nothing_marked_and_nothing_found_is_no_division_by_zero():
    assert all(c.f1 == c.precision == c.recall == 0 for c in agreement("", [], []).counts.values())
    assert (Agreement({}) + agreement("", [], [])).counts["attributions"].marked == 0


@pytest.fixture
def marked(tmp_path):
    file = tmp_path / "marked.txt"
    file.write_text(
        "# id: quay\n{s1:The harbour master} {c1:said} {t1:the quay was closed}. Rain fell. "
        "{s2:It} {c2:smelt} {t2:odd}.\n"
    )
    return file


def test_the_command_scores_a_text_that_holds_its_marks(marked):
    result = CliRunner().invoke(main, ["evaluate", str(marked), "--misses"])
    assert result.exit_code == 0, result.stderr
    assert "attributions" in result.stdout
    assert "quay:1: missed: It | smelt | odd" in result.stdout


def test_the_command_matches_marks_and_texts_by_file_name(tmp_path):
    (tmp_path / "quay.txt").write_text("The harbour master said the quay was closed.")
    gold = tmp_path / "marks.jsonl"
    row = {"doc_id": "quay", "source": [[0, 18]], "cue": [[19, 23]], "content": [[24, 43]]}
    gold.write_text(json.dumps(row) + "\n")
    result = CliRunner().invoke(main, ["evaluate", str(gold), str(tmp_path / "quay.txt"), "--format", "json"])
    assert json.loads(result.stdout)["attributions_exact"]["f1"] == 1.0


def test_marks_without_their_text_end_with_one_line(tmp_path):
    gold = tmp_path / "marks.jsonl"
    gold.write_text(json.dumps({"doc_id": "elsewhere", "content": [[0, 1]]}) + "\n")
    result = CliRunner().invoke(main, ["evaluate", str(gold)])
    assert result.exit_code == 3
    assert "none of the marked texts" in result.stderr


@pytest.mark.parametrize("span", [[39, 6300], [18, 0], [-3, 5]])
def test_a_mark_outside_its_text_ends_with_one_line(tmp_path, span):
    (tmp_path / "quay.txt").write_text("The harbour master said the quay was closed.")
    gold = tmp_path / "marks.jsonl"
    gold.write_text(json.dumps({"doc_id": "quay", "source": [], "cue": [[19, 23]], "content": [span]}) + "\n")
    result = CliRunner().invoke(main, ["evaluate", str(gold), str(tmp_path / "quay.txt")])
    assert result.exit_code == 3
    assert "lies outside its text" in result.stderr


def test_a_marked_text_that_is_not_among_the_documents_is_told(tmp_path, marked):
    marked.write_text(marked.read_text() + "\n")
    gold = tmp_path / "marks.jsonl"
    rows = [{"doc_id": n, "source": [[0, 3]], "cue": [], "content": [[4, 11]]} for n in ("quay", "pier")]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "quay.txt").write_text("The harbour master said the quay was closed.")
    result = CliRunner().invoke(main, ["evaluate", str(gold), str(tmp_path / "quay.txt")])
    assert "pier: marked, but not among the documents" in result.stderr
