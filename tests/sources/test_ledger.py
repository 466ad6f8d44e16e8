"""The ledger: nothing is lost, nothing is changed, everything can be taken back."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InvalidLedger, UnknownRecord
from provenance.records.decisions import Check, ClaimKind, Decided, Ledger, Letter, Tally, Undo
from provenance.records.source import Reliability, Source, SourceKind
from provenance.sources.ledger import add_entry, entry_line, load_ledger, numbered, taken_back

SOHR, STN = "source:sohr", "source:step-news"
BY = Decided("A. Ruiz", date(2026, 1, 31), "checked")

DECIDED = st.builds(
    Decided,
    reviewer=st.sampled_from(["A. Ruiz", "Б. Ли", 'C "x"\n']),
    on=st.dates(date(2026, 1, 1), date(2026, 1, 4)),
    reason=st.sampled_from(["checked", "two hospitals", "\u2028"]).map(lambda words: words + "."),
)
SOURCES = st.sampled_from([SOHR, STN])
LETTERS = st.builds(Letter, SOURCES, st.just("a name"), st.sampled_from("ABCDEF"), DECIDED)
CHECKS = st.builds(
    Check, SOURCES, st.just("a name"), st.sampled_from(["c1", "c2"]), st.sampled_from(ClaimKind), st.booleans(), DECIDED
)
DECISIONS = st.lists(st.one_of(LETTERS, CHECKS), max_size=12)


def state(ledger: Ledger):
    """What follows from a ledger."""
    return {name: (ledger.letter(name), ledger.tallies(name)) for name in (SOHR, STN)}


@st.composite
def ledgers(draw):
    """A ledger with decisions, some of which were taken back."""
    decisions = draw(DECISIONS)
    undone = draw(st.lists(st.sampled_from(decisions), max_size=4)) if decisions else []
    return Ledger((*decisions, *(Undo(entry.id, draw(DECIDED)) for entry in undone)))


def written(path: Path, *entries) -> Path:
    for entry in entries:
        add_entry(path, lambda kept, entry=entry: entry, print)
    return path


# ------------------------------------------------------------------------------------------------ what stands


@given(ledgers(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(ledger, random):
    shuffled = list(ledger.entries)
    random.shuffle(shuffled)
    assert state(Ledger(tuple(shuffled))) == state(ledger)


@given(ledgers())
def test_a_line_that_is_there_twice_counts_once(ledger):
    assert state(Ledger(ledger.entries * 2)) == state(ledger)


@given(ledgers(), st.one_of(LETTERS, CHECKS), DECIDED)
def test_taking_a_decision_back_restores_what_was_before(ledger, decision, by):
    new = numbered(decision, ledger)
    after = Ledger((*ledger.entries, new))
    if new not in ledger.standing:
        assert state(Ledger((*after.entries, Undo(new.id, by)))) == state(ledger)


@given(ledgers(), LETTERS, DECIDED)
def test_a_decision_taken_back_can_be_made_anew(ledger, letter, by):
    new = numbered(letter, ledger)
    undone = Ledger((*ledger.entries, new, Undo(new.id, by)))
    again = numbered(letter, undone)
    assert again.id not in {entry.id for entry in undone.entries}
    assert again in Ledger((*undone.entries, again)).standing


def test_the_letter_of_the_latest_day_is_in_force_and_of_one_day_the_last_of_the_alphabet():
    later = replace(BY, on=date(2026, 2, 1))
    kept = [Letter(SOHR, "SOHR", "A", BY), Letter(SOHR, "SOHR", "D", later), Letter(SOHR, "SOHR", "B", later)]
    letter = Ledger(tuple(kept)).letter(SOHR)
    assert letter
    assert letter.letter == "D"


def test_a_claim_counts_once_by_the_verdict_of_the_latest_day():
    later = replace(BY, on=date(2026, 2, 1))
    right = Check(SOHR, "SOHR", "c1", ClaimKind.CASUALTIES, True, BY)
    ledger = Ledger(
        (right, replace(right, by=replace(BY, reviewer="B. Lee")), replace(right, is_right=False, by=later))
    )
    assert ledger.tallies(SOHR) == {ClaimKind.CASUALTIES: Tally(0, 1)}


def test_verdicts_of_one_day_that_disagree_count_for_nothing_until_one_is_taken_back():
    right = Check(SOHR, "SOHR", "c1", ClaimKind.CASUALTIES, True, BY)
    wrong = replace(right, is_right=False)
    assert Ledger((right, wrong)).tallies(SOHR) == {}
    assert Ledger((right, wrong, Undo(wrong.id, BY))).tally(SOHR, ClaimKind.CASUALTIES) == Tally(1, 0)


def test_the_decision_recorded_last_is_taken_back():
    first, last = Letter(SOHR, "SOHR", "A", replace(BY, on=date(2026, 3, 1))), Letter(SOHR, "SOHR", "B", BY)
    assert taken_back((first, last), BY, "the letter").undoes == last.id


def test_nothing_can_be_taken_back_where_nothing_stands():
    with pytest.raises(UnknownRecord, match="the letter: no decision of the ledger stands"):
        taken_back((), BY, "the letter")


def test_the_voice_of_an_outlet_has_the_letter_of_the_outlet():
    voice = Source("source:voice@step-news", "Step News", SourceKind.PUBLISHER, family=STN)
    ledger = Ledger((Letter(STN, "Step News", "C", BY),))
    assert ledger.reliability(voice) == Reliability("C", "A. Ruiz", BY.on, "checked")
    assert ledger.reliability(Source(SOHR, "SOHR", reliability=Reliability("B", "desk"))).set_by == "desk"


# ------------------------------------------------------------------------------------------------------- file


@given(ledgers())
def test_what_is_written_is_read_back_line_by_line(tmp_path_factory, ledger):
    path = tmp_path_factory.mktemp("ledger") / "desk.jsonl"
    path.write_text("".join(map(entry_line, ledger.entries)), "utf-8")
    assert load_ledger(path) == ledger


def test_entries_are_only_added(tmp_path):
    path = written(tmp_path / "desk.jsonl", Letter(SOHR, "SOHR", "B", BY))
    before = path.read_bytes()
    written(path, Letter(SOHR, "SOHR", "C", BY))
    assert path.read_bytes().startswith(before)
    assert len(load_ledger(path).entries) == 2


def test_the_same_decision_is_not_added_twice(tmp_path):
    path = written(tmp_path / "desk.jsonl", Letter(SOHR, "SOHR", "B", BY))
    assert add_entry(path, lambda kept: Letter(SOHR, "SOHR", "B", BY), print) is None
    assert len(path.read_text().splitlines()) == 1


def test_a_last_line_without_a_line_end_is_an_entry_and_stays_one(tmp_path):
    path = written(tmp_path / "desk.jsonl", Letter(SOHR, "SOHR", "B", BY))
    path.write_text(path.read_text().rstrip("\n"))
    written(path, Letter(STN, "Step", "C", BY))
    assert len(load_ledger(path).entries) == 2


@pytest.mark.parametrize("cut", [1, 20, 100, -10])
def test_a_line_cut_short_is_told_of_and_costs_that_line_only(tmp_path, cut):
    path = written(tmp_path / "desk.jsonl", Letter(SOHR, "SOHR", "B", BY))
    whole = path.read_bytes()
    torn = entry_line(Letter(STN, "Шаг", "C", BY)).encode()[:cut]
    path.write_bytes(whole + torn)
    remarks: list[str] = []
    assert load_ledger(path, remarks.append).letters(SOHR)
    assert remarks == [f"{path}:2: cut short while it was written, left aside"]
    written(path, Letter(SOHR, "SOHR", "A", BY))
    assert path.read_bytes().startswith(whole + torn + b"\n")
    assert [entry.letter for entry in load_ledger(path).letters(SOHR)] == ["B", "A"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"letter": "C"}, "was changed after it was written"),
        ({"letter": "G"}, "has no proper field 'letter'"),
        ({"on": "yesterday"}, "has no proper field 'on'"),
        ({"reviewer": " "}, "has no proper field 'reviewer'"),
        ({"again": -1}, "has no proper field 'again'"),
        ({"entry": "praise"}, "is no entry of a ledger"),
        ({"schema": "claim-provenance/ledger/9"}, "is no entry of a ledger"),
    ],
)
def test_a_whole_line_that_is_wrong_is_an_error_with_its_place(tmp_path, change, message):
    path = written(tmp_path / "desk.jsonl", Letter(SOHR, "SOHR", "B", BY))
    before = json.dumps({**json.loads(path.read_text()), **change}) + "\n"
    path.write_text(before)
    with pytest.raises(InvalidLedger, match="desk.jsonl:1: " + message):
        load_ledger(path)
    with pytest.raises(InvalidLedger):
        written(path, Letter(SOHR, "SOHR", "A", BY))
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda line: line.replace('"}', '"'), "lacks its end, }; put that back, or take the line out"),
        (lambda line: line.replace('"}', ""), 'lacks its end, "}; put that back'),
        (lambda line: line.replace('"letter": "B"', "letter: B"), "is no JSON; restore the line, or take it out"),
        (lambda line: line[5:], "is no JSON; restore the line, or take it out"),
        (lambda line: json.dumps({k: v for k, v in json.loads(line).items() if k != "id"}), "has no proper field 'id'"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_line_changed_by_hand_is_refused_and_left_as_it_is(tmp_path, change, message, end):
    path = written(tmp_path / "desk.jsonl", Letter(STN, "Step", "C", BY), Letter(SOHR, "SOHR", "B", BY))
    first, second = path.read_text().splitlines()
    path.write_text(f"{first}\n{change(second)}{end}")
    before = path.read_bytes()
    with pytest.raises(InvalidLedger, match=f"desk.jsonl:2: {message}"):
        load_ledger(path)
    with pytest.raises(InvalidLedger):
        written(path, Letter(SOHR, "SOHR", "A", BY))
    assert path.read_bytes() == before


def test_a_ledger_that_is_not_there_is_an_error_when_read(tmp_path):
    with pytest.raises(InvalidLedger, match="cannot be read"):
        load_ledger(tmp_path / "none.jsonl")


def test_a_write_that_fails_half_way_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    path = written(tmp_path / "desk.jsonl", Letter(SOHR, "SOHR", "B", BY))
    before, write = path.read_bytes(), os.write

    def half(handle, line):
        write(handle, line[:30])
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr("provenance.sources.ledger.os.write", half)
    with pytest.raises(InvalidLedger, match="cannot be written"):
        written(path, Letter(SOHR, "SOHR", "A", BY))
    assert path.read_bytes() == before


ADDING = """
import sys
from datetime import date
from pathlib import Path
from provenance.records.decisions import Check, ClaimKind, Decided
from provenance.sources.ledger import add_entry
who = sys.argv[2]
for number in range(25):
    check = Check("source:s", "S", f"{who}-{number}", ClaimKind.STATEMENT, True, Decided(who, date(2026, 1, 1), "so"))
    add_entry(Path(sys.argv[1]), lambda kept: check, print)
"""


def test_several_writers_at_once_lose_nothing(tmp_path):
    path = tmp_path / "desk.jsonl"
    running = [subprocess.Popen([sys.executable, "-c", ADDING, str(path), who]) for who in ("ruiz", "lee", "okoye")]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert load_ledger(path).tally("source:s", ClaimKind.STATEMENT) == Tally(75, 0)
