"""Claims whose propositions are given, read proposition by proposition."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.documents.find import find_inputs
from provenance.errors import UnreadableInput
from provenance.exports.csv_tables import part_rows, report_csv, report_head
from provenance.exports.json_lines import read_claims
from provenance.exports.parted_claims import part_claims
from provenance.exports.report_json import proposition_line, write_propositions
from provenance.propositions.group import group
from provenance.records.assessment import Verdict
from provenance.reports.order import only, ordered, ordered_texts
from provenance.settings import Settings
from provenance.workflow import read_parts, read_report

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from bulk import claim_lines

SCHEMA = "claim-provenance/claim/1"
EACH = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

days = st.sampled_from([None, "2021-03-01", "2021-03-02", "2021-03-09"])
names = st.sampled_from(["Harbour Union", "Mayor Hale", "State Radio", "Reuters", "local sources"])
texts = st.sampled_from(
    [
        "9 people were killed when shells hit the market of Vernala during the night of the ceasefire talks",
        "at least 12 people were killed when shells hit the market of Vernala during the night of the ceasefire talks",
        "soldiers burned the village of Vernala",
        "the village was not burned",
    ]
)


def said(**fields):
    return {key: value for key, value in fields.items() if value is not None}


@st.composite
def sources(draw):
    kind = draw(st.sampled_from([None, "government", "anonymous_plural", "outlet", "state_media"]))
    more = {"side": draw(st.sampled_from([None, None, "north"])), "reliability": draw(st.sampled_from([None, "B"]))}
    return said(name=draw(names), kind=kind, family=draw(st.sampled_from([None, None, "The Navy"])), **more)


@st.composite
def rows(draw):
    document = said(
        id=draw(st.sampled_from([None, None, None, "doc:1"])),
        path=draw(st.sampled_from([None, "a.txt", "b.txt", "c.txt"])),
        publisher=draw(st.sampled_from([None, "Harbour Post", "State Radio"])),
        published=draw(days),
        republished=draw(st.sampled_from([None, None, "2021-04-01"])),
        derived_from=draw(st.sampled_from([None, None, "Harbour Post", "a.txt"])),
    )
    text = draw(texts)
    figure = draw(st.sampled_from([None, 9, 12]))
    source = draw(st.just({"name": "State Radio", "kind": "publisher"}) | sources())
    chain = None if source.get("kind") == "publisher" else draw(st.none() | st.lists(sources(), max_size=2))
    return said(
        schema=SCHEMA,
        id=draw(st.sampled_from([None, None, "claim:1", "claim:2", "claim:3"])),
        document=document or None,
        source=source,
        chain=chain,
        content={"text": text},
        cue={"text": draw(st.sampled_from(["said", "had said", "blamed"]))},
        stance=draw(st.sampled_from([None, None, "denies", "retracts", "open", "acknowledges"])),
        hedging=draw(st.sampled_from([None, "alleged"])),
        quantities=[{"text": str(figure), "min": figure, "max": figure, "unit": "people"}] if figure else None,
        responsible=draw(st.sampled_from([None, None, "the army", "rebels"])),
        own_evidence=draw(st.sampled_from([None, None, True])),
        proposition=draw(st.sampled_from(["p", "q", "", "p q"])),
    )


def written(folder, lines, name="claims.jsonl"):
    path = folder / name
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return str(path)


def in_parts(paths, text=proposition_line, verdicts=(), **chosen):
    return b"".join(ordered_texts(read_parts(paths, settings=Settings(**chosen)), text, verdicts)).decode()


def at_once(paths, write=write_propositions, verdicts=(), **chosen):
    return "".join(write(ordered(only(read_report(paths, settings=Settings(**chosen)), verdicts))))


def is_laid_out(paths):
    laid_out = part_claims(find_inputs(paths).inputs, lambda source: source)
    return laid_out is not None


@given(st.lists(rows(), min_size=1, max_size=14), st.lists(rows(), max_size=4))
@EACH
def test_read_in_parts_gives_the_bytes_of_the_report_read_at_once(tmp_path, lines, more):
    paths = [written(tmp_path, lines)] + ([written(tmp_path, more, "more.jsonl")] if more else [])
    assert is_laid_out(paths[:1])
    assert in_parts(paths) == at_once(paths)
    assert report_head() + in_parts(paths, part_rows) == at_once(paths, report_csv)


def test_any_string_names_a_proposition(tmp_path):
    names = ["\ud800 alone", "\ud800\udc00", "\x00", "é" * 300, ""]
    line = {"schema": SCHEMA, "source": {"name": "Mayor Hale"}, "content": {"text": "the bridge is down"}}
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps({**line, "proposition": name}) + "\n" for name in names), "utf-8")
    assert in_parts([str(path)]) == at_once([str(path)]).encode("utf-8", "backslashreplace").decode()
    assert {key for key, _ in part_claims(find_inputs([str(path)]).inputs, lambda source: source).propositions()} == {
        "\ud800 alone", "\U00010000", "\x00", "é" * 300, ""
    }  # fmt: skip


@given(st.lists(rows(), min_size=1, max_size=12), st.sampled_from(["2021-03-01", "2021-03-05"]))
@EACH
def test_the_day_asked_for_and_the_verdicts_asked_for_are_kept_to(tmp_path, lines, day):
    paths = [written(tmp_path, lines)]
    chosen = {"as_of": date.fromisoformat(day)}
    assert in_parts(paths, **chosen) == at_once(paths, **chosen)
    some = (Verdict.CONTESTED, Verdict.SINGLE_SOURCED)
    assert in_parts(paths, verdicts=some) == at_once(paths, verdicts=some)


@given(st.lists(rows(), min_size=1, max_size=8), st.randoms(use_true_random=False))
@EACH
def test_the_order_of_the_lines_changes_nothing_where_each_stands_for_itself(tmp_path, lines, chance):
    for number, line in enumerate(lines):
        line.update(id=f"claim:{number}", document={**line.get("document", {}), "id": None, "path": f"{number}.txt"})
    shuffled = chance.sample(lines, len(lines))
    one, other = written(tmp_path, lines, "one.jsonl"), written(tmp_path, shuffled, "other.jsonl")
    assert in_parts([one]) == in_parts([other])


def test_made_up_claims_of_realistic_sizes_give_the_same_bytes_too(tmp_path):
    paths = [written(tmp_path, claim_lines(1500, seed=7))]
    assert is_laid_out(paths)
    assert in_parts(paths) == at_once(paths)


def test_one_claim_without_a_proposition_has_all_read_at_once(tmp_path):
    lines = list(claim_lines(40, seed=2))
    del lines[-1]["proposition"]
    paths = [written(tmp_path, lines)]
    assert not is_laid_out(paths)
    assert in_parts(paths) == at_once(paths)


def test_a_line_that_is_wrong_is_named_the_first_of_them_whatever_its_proposition(tmp_path):
    lines = list(claim_lines(60, seed=3))
    for wrong in (50, 20, 41):
        lines[wrong]["event_date"] = {"from": "soon"}
    with pytest.raises(UnreadableInput, match=r"claims\.jsonl:21: event_date\.from"):
        in_parts([written(tmp_path, lines)])


def test_what_lines_say_of_one_document_is_put_together_whatever_their_propositions(tmp_path):
    claim = {"schema": SCHEMA, "source": {"name": "Mayor Hale"}, "content": {"text": "it is so"}}
    lines = [
        {**claim, "proposition": "p", "document": {"path": "a.txt"}},
        {**claim, "proposition": "q", "document": {"path": "a.txt", "publisher": "Harbour Post"}},
        {**claim, "proposition": "r", "document": {"path": "a.txt", "published": "2021-03-09"}},
    ]
    text = in_parts([written(tmp_path, lines)])
    found = [json.loads(line) for line in text.splitlines()]
    assert [one["as_of"] for one in found] == ["2021-03-09"] * 3
    assert {one["claims"][0]["document"]["publisher"] for one in found} == {"Harbour Post"}


@pytest.mark.parametrize(
    "differing",
    [
        {"stance": "denies"},
        {"proposition": "q"},
        {"own_evidence": True},
        {"chain": [{"name": "The Navy"}, {"name": "a mate"}]},
    ],
)
def test_claims_without_an_id_that_differ_in_any_field_are_both_read(tmp_path, differing):
    line = {
        "schema": SCHEMA,
        "document": {"path": "a.txt"},
        "source": {"name": "The Navy"},
        "content": {"text": "it sank"},
    }
    line["proposition"] = "p"
    for lines in ([line, line | differing], [line | differing, line], [line, line | differing, line]):
        paths = [written(tmp_path, lines)]
        assert len(read_report(paths).claims) == 2
        assert in_parts(paths) == at_once(paths)


def test_an_id_under_which_two_things_are_said_is_remarked_upon(tmp_path):
    line = {"schema": SCHEMA, "id": "claim:1", "source": {"name": "The Navy"}, "content": {"text": "it sank"}}
    other = {**line, "content": {"text": "it burned"}}
    for proposition in ({}, {"proposition": "p"}):
        for lines, expected in (([line, line], 0), ([line, other], 1)):
            remarks = []
            given = {"document": {"path": "a.txt"}, **proposition}
            path = written(tmp_path, [{**one, **given} for one in lines])
            list(read_parts([path], settings=Settings(remark=remarks.append)))
            assert len([words for words in remarks if "claim:1" in words and "own id" in words]) == expected


def test_a_proposition_stands_as_if_nothing_else_had_been_read(tmp_path):
    lines = (json.dumps(line) for line in claim_lines(600, seed=11))
    claims = list(read_claims(lines, "claims.jsonl"))
    (key, size), *_ = Counter(claim.proposition for claim in claims).most_common(1)
    _, (alone,) = group([claim for claim in claims if claim.proposition == key])
    assert size > 20
    assert alone in group(claims)[1]


def test_an_outlet_that_speaks_for_itself_elsewhere_is_no_voice_where_it_cites_somebody(tmp_path):
    claim = {"schema": SCHEMA, "content": {"text": "9 people died when shells hit the market"}, "proposition": "p"}
    outlet = {"name": "State Radio", "kind": "publisher"}
    citing = {"source": {"name": "State Radio"}, "chain": [{"name": "Harbour Union"}], "own_evidence": True}
    (found,) = map(
        json.loads, in_parts([written(tmp_path, [{**claim, "source": outlet}, {**claim, **citing}])]).splitlines()
    )
    assert "source:harbour-union" in found["support"]["origins"]


def test_lines_that_do_not_name_their_document_are_documents_of_their_own(tmp_path):
    claim = {"schema": SCHEMA, "source": {"name": "Mayor Hale"}, "content": {"text": "it is so"}, "proposition": "p"}
    lines = [{**claim, "document": {"publisher": "Harbour Post"}} for _ in range(3)]
    (found,) = map(json.loads, in_parts([written(tmp_path, lines)]).splitlines())
    assert len({each["document"]["id"] for each in found["claims"]}) == 3
