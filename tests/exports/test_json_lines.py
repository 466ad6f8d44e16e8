"""Claims out and in: the objects of the interface, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import UnreadableInput
from provenance.exports.json_lines import SCHEMA, claim_object, read_claims, write_claims
from provenance.records.claim import (
    Bound,
    Claim,
    Hedging,
    Interval,
    Manner,
    Quantity,
    Stance,
    Status,
    Triple,
    Wording,
)
from provenance.records.document import Document
from provenance.records.report import Report
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.records.spans import Span

PROMISED = [
    *("schema", "id", "document", "source", "chain", "cue", "content", "manner", "triple", "stance", "hedging"),
    *("quantities", "event_date", "said_date", "place", "status"),
]

texts = st.text(max_size=12).map(lambda text: f"w{text}")
maybe = st.none() | texts
days = st.dates(min_value=date(1000, 1, 1))
spans = st.tuples(st.integers(0, 500), st.integers(0, 99)).map(lambda pair: Span(pair[0], sum(pair)))
numbers = st.none() | st.integers(-5, 10**6) | st.floats(0, 1e6)
ids = st.from_regex(r"(?!report:|outlet:)[a-z]+:[a-z0-9-]+", fullmatch=True)
reliabilities = st.builds(Reliability, st.sampled_from("ABCDEF"), set_by=maybe, set_on=st.none() | days, reason=maybe)
sources = st.builds(
    Source,
    id=ids,
    name=texts,
    kind=st.sampled_from(SourceKind),
    family=st.just("") | ids,
    side=maybe,
    reliability=reliabilities,
    listed=st.booleans(),
)
wordings = st.builds(Wording, texts, st.lists(spans, max_size=3).map(tuple))
documents = st.builds(
    Document,
    **dict.fromkeys(("path", "publisher", "author", "title", "republisher", "language", "url", "derived_from"), maybe),
    published=st.none() | days,
    republished=st.none() | days,
)


def is_sound(quantity: Quantity) -> bool:
    """Whether the bounds contradict neither the kind nor each other."""
    if quantity.min is None or quantity.max is None:
        return quantity.kind is not Bound.EXACT or quantity.min != quantity.max
    return quantity.min <= quantity.max


def in_order(period: Interval) -> bool:
    return not period.start or not period.end or period.start <= period.end


quantities = st.builds(
    Quantity,
    text=texts,
    kind=st.sampled_from(Bound),
    min=numbers,
    max=numbers,
    unit=maybe,
    span=st.none() | spans,
    exclusive=st.booleans(),
    subset=st.booleans(),
).filter(is_sound)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    source = draw(sources)
    voice = source.kind is SourceKind.PUBLISHER
    others = draw(
        st.lists(sources.filter(lambda other: other.id != source.id and other.name != source.name), max_size=2)
    )
    return Claim(
        document=draw(documents),
        source=Credited(source, draw(maybe), draw(st.none() | spans), draw(st.booleans()), draw(maybe)),
        content=draw(wordings),
        chain=() if voice else (source, *others),
        cue=draw(st.none() | wordings),
        manner=draw(st.sampled_from(Manner)),
        triple=draw(st.none() | st.builds(Triple, texts, texts, texts)),
        stance=draw(st.sampled_from(Stance)),
        hedging=draw(st.sampled_from(Hedging)),
        quantities=tuple(draw(st.lists(quantities, max_size=2))),
        event_date=draw(st.none() | st.builds(Interval, st.none() | days, st.none() | days).filter(in_order)),
        said_date=draw(st.none() | days),
        place=draw(maybe),
        status=draw(st.sampled_from(Status)),
        sentence=draw(st.none() | spans),
        proposition=draw(maybe),
        responsible=draw(maybe),
        own_evidence=draw(st.booleans()),
    )


def carried(claim: Claim) -> Claim:
    """What the format carries: the ids as text, the document without its text."""
    document = claim.document
    bare = replace(document, text="", boilerplate=(), credits=(), first_line=1, given_id=document.id)
    return replace(claim, given_id=claim.id, document=bare)


def read(*rows: dict[str, object] | str) -> list[Claim]:
    lines = (row if isinstance(row, str) else json.dumps({"schema": SCHEMA, **row}) for row in rows)
    return list(read_claims(lines, "in.jsonl"))


def a_claim(**fields: object) -> dict[str, object]:
    return {"source": {"name": "Port authority"}, "content": {"text": "a ferry sank"}, **fields}


@settings(deadline=None, max_examples=60)
@given(claims())
def test_a_claim_written_and_read_back_is_equal(claim: Claim) -> None:
    path = claim.document.path or "in.jsonl"
    unknown = []
    back = list(read_claims(write_claims([claim]), path, lambda *field: unknown.append(field)))
    assert (back, unknown) == ([carried(claim)], [])
    assert [c.id for c in back] == [claim.id]
    assert list(write_claims(back)) == list(write_claims([claim]))


def test_claims_of_a_report_survive_a_round_trip(report: Report) -> None:
    back = list(read_claims(write_claims(report.claims), "in.jsonl"))
    assert back == [replace(carried(c), chain=tuple(map(without_aliases, c.chain))) for c in report.claims]


def without_aliases(source: Source) -> Source:
    return replace(source, aliases=())


def test_the_keys_are_those_promised_in_that_order(report: Report) -> None:
    for claim in report.claims:
        assert list(claim_object(claim))[: len(PROMISED)] == PROMISED


def test_spans_of_an_object_hold_the_words_beside_them(report: Report) -> None:
    for claim in report.claims:
        row, text = claim_object(claim), claim.document.text
        assert " ".join(text[a:b] for a, b in row["content"]["spans"]) == row["content"]["text"]
        if row["source"]["span"]:
            assert text[slice(*row["source"]["span"])] == row["source"]["text"]


def test_the_publishers_own_voice_has_no_chain_span_or_cue(report: Report) -> None:
    row = claim_object(report.claims[0])
    assert row["source"]["kind"] == "publisher"
    assert (row["source"]["span"], row["cue"], row["chain"], row["manner"]) == (None, None, [], "voice")


def test_whole_numbers_are_written_without_a_point() -> None:
    quantity = Quantity("about 9 men", Bound.APPROX, 9.0, 9.5)
    [claim] = read(a_claim())
    [row] = claim_object(replace(claim, quantities=(quantity,)))["quantities"]
    assert json.dumps([row["min"], row["max"]]) == "[9, 9.5]"
    assert "exclusive" not in row


def test_a_claim_is_one_line_whatever_its_words_hold() -> None:
    words = "one\u2028two\u2029three\x85four\x0bfive\nsix"
    [line] = write_claims(read(a_claim(content={"text": words})))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["content"]["text"] == words


def test_only_a_name_and_words_are_required() -> None:
    [claim] = read(a_claim())
    assert (claim.source.source.id, claim.source.source.kind) == ("source:port-authority", SourceKind.BODY)
    assert claim.chain == (claim.source.source,)
    assert (claim.stance, claim.hedging, claim.status) == (Stance.ASSERTS, Hedging.NONE, Status.ACTIVE)
    assert claim.id.startswith("claim:")


@pytest.mark.parametrize("kind", [None, "ministry", "ngo"])
def test_a_kind_left_out_or_of_another_trade_follows_the_name(kind) -> None:
    rows = [a_claim(source={"name": name, "kind": kind}) for name in ("the health ministry", "two officials", "X")]
    found = [claim.source.source.kind for row in rows for claim in read(row)]
    assert found == [SourceKind.GOVERNMENT, SourceKind.ANONYMOUS_PLURAL, SourceKind.UNKNOWN]


def test_a_publisher_that_lists_only_itself_has_no_chain() -> None:
    [claim] = read(a_claim(source={"name": "Gazette", "kind": "publisher"}, chain=[{"name": "Gazette"}]))
    assert claim.chain == ()


def test_a_triple_stands_in_for_words() -> None:
    [claim] = read({"source": {"name": "X"}, "triple": {"subject": "a ferry", "predicate": "sank", "object": ""}})
    assert claim.content.text == "a ferry sank"


def test_claims_of_one_path_share_a_document_and_lines_without_are_their_own() -> None:
    at = {"path": "a.txt"}
    one, two, three, four = read(
        a_claim(document=at), a_claim(document={**at, "publisher": "Island Post"}), a_claim(), a_claim()
    )
    assert one.document == two.document
    assert one.document.publisher == "Island Post"
    assert len({one.document.id, three.document.id, four.document.id}) == 3


def test_a_chain_may_name_the_source_again_by_name_alone() -> None:
    source = {"name": "Navy", "kind": "government", "family": "State of X"}
    [claim] = read(a_claim(source=source, chain=[{"name": "Reuters"}, {"id": None, "name": "Navy"}]))
    assert claim.origin == claim.source.source
    assert claim.origin.family == "source:state-of-x"


@pytest.mark.parametrize("value", ["report:51aa", "outlet:daily"])
@pytest.mark.parametrize("field", ["source.id", "source.family", "chain[0].id", "chain[0].family"])
def test_nobody_is_taken_for_a_report_or_an_outlet_which_have_ids_in_the_graph(value, field) -> None:
    """A family that is an outlet would make the outlet, a relay, the head of whom it relays."""
    who = {"name": "Navy", field.partition(".")[2]: value}
    row = a_claim(source=who) if field.startswith("source") else a_claim(source={"name": "Navy"}, chain=[who])
    with pytest.raises(UnreadableInput) as raised:
        read(row)
    expected = f'in.jsonl:1: {field} should be an id that does not begin with "report:" or "outlet:"; correct the'
    assert str(raised.value).startswith(expected)


@pytest.mark.parametrize("own_id", ["doc:51aa", "wd:Q42", "navy"])
def test_any_other_id_of_a_source_is_kept(own_id) -> None:
    assert read(a_claim(source={"id": own_id, "name": "Navy"}))[0].origin.id == own_id


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    assert len(read("\ufeff" + json.dumps({"schema": SCHEMA, **a_claim()}), "\n", "  ")) == 1


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "not a line of JSON"),
        ("[" * 100_000, "not a line of JSON"),
        ("[1]", "schema"),
        ('{"schema": "claim-provenance/claim/9"}', "schema"),
        ({}, "source.name"),
        (a_claim(source={"name": " "}), "source.name"),
        (a_claim(source="Navy"), "source"),
        (a_claim(source={"name": 3}), "source.name"),
        (a_claim(source={"name": "X", "kind": 3}), "source.kind"),
        (a_claim(source={"name": "X", "reliability": "G"}), "source.reliability.letter"),
        (a_claim(content={"text": " "}), "content.text"),
        (a_claim(content="words"), "content"),
        (a_claim(content={"text": "x", "spans": [[5, 2]]}), "content.spans"),
        (a_claim(stance="maybe"), "stance"),
        (a_claim(event_date={"from": "last week"}), "event_date.from"),
        (a_claim(document={"published": "07/08/2020"}), "document.published"),
        (a_claim(quantities=[{"text": "x"}, {"min": "nine"}]), "quantities[1].min"),
        (a_claim(chain=[{"id": "source:x"}]), "chain[0].name"),
        (a_claim(own_evidence="yes"), "own_evidence"),
        ('{"schema": "' + SCHEMA + '", "quantities": [{"min": NaN}]}', "NaN"),
        (a_claim(quantities=[{"text": "x", "min": 10**400}]), "quantities[0].min"),
        (a_claim(quantities=[{"text": "x", "kind": "range", "min": 5, "max": 3}]), "quantities[0].max"),
        (a_claim(quantities=[{"text": "x", "kind": "exact"}]), "quantities[0].min"),
        (a_claim(event_date={"from": "2020-08-07", "to": "2020-08-06"}), "event_date.to"),
        (a_claim(source={"name": "X", "kind": "publisher"}, chain=[{"name": "Reuters"}]), "chain"),
        ({"source": {"name": "X"}, "triple": {}}, "content.text"),
    ],
)
def test_a_line_that_is_no_claim_is_named_with_its_field(row: dict[str, object] | str, says: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read(a_claim(), row)
    assert str(caught.value).startswith("in.jsonl:2: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("bounds", "kind"),
    [
        ({"min": 3, "max": 3}, Bound.EXACT),
        ({"min": 3}, Bound.AT_LEAST),
        ({"max": 3}, Bound.AT_MOST),
        ({"min": 3, "max": 4}, Bound.RANGE),
        ({}, Bound.VAGUE),
    ],
)
def test_a_quantity_without_kind_takes_it_from_its_bounds(bounds: dict[str, int], kind: Bound) -> None:
    [claim] = read(a_claim(quantities=[{"text": "some", **bounds}]))
    assert claim.quantities[0].kind is kind


def test_a_field_that_no_claim_has_is_told_of_with_its_place():
    row = {"schema": SCHEMA, "source": {"name": "A"}, "content": {"text": "so"}}
    told = []
    lines = [json.dumps(row), json.dumps({**row, "foo": 1, "place": "Corva"}), json.dumps({**row, "bar": None})]
    assert len(list(read_claims(lines, "a.jsonl", lambda name, place: told.append((name, place))))) == 3
    assert told == [("foo", "a.jsonl:2"), ("bar", "a.jsonl:3")]
