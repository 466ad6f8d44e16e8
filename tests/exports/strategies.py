"""Generated reports: every field of every record, words of every script, in any combination a report may hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from provenance.records.assessment import Admiralty, Assessment, Support, Verdict
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
from provenance.records.document import Credit, Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.report import Report
from provenance.records.source import Credited, Reliability, Source, SourceKind
from provenance.records.spans import Span, words_of

TRICKY = [
    'He said: "No."\nThen \\ nothing\t.',
    "قال المرصد إن تسعة جنود قتلوا",
    "По словам врачей, погибли двое",
    "'''\"\"\" <b>& \r\n\u2028\u200f",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 e\u0301",
    "at least 9 soldiers",
    "@prefix : <x> . # no",
]

words = st.one_of(st.sampled_from(TRICKY), st.text(max_size=12))
some_words = words.filter(bool)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
ids = st.one_of(st.from_regex(r"[0-9a-f]{4}", fullmatch=True), some_words)


def maybe(strategy):
    return st.none() | strategy


def prefixed(kind):
    """Ids as they are made here and ids as others give them."""
    return ids.map(lambda name: f"{kind}:{name}") | ids


def spans_in(text, **size):
    offsets = st.integers(0, len(text))
    return st.lists(st.tuples(offsets, offsets).map(lambda pair: Span(*sorted(pair))), **size).map(tuple)


def span_in(text):
    return spans_in(text, min_size=1, max_size=1).map(lambda spans: spans[0])


@st.composite
def documents(draw):
    text = draw(st.just("") | st.lists(some_words, min_size=1, max_size=3).map(" ".join))
    credit = st.builds(Credit, words, span_in(text))
    return draw(
        st.builds(
            Document,
            text=st.just(text),
            path=maybe(words),
            publisher=maybe(words),
            author=maybe(words),
            title=maybe(words),
            published=maybe(days),
            republished=maybe(days),
            republisher=maybe(words),
            language=maybe(st.sampled_from(["en", "ar"])),
            url=maybe(words),
            derived_from=maybe(words),
            boilerplate=spans_in(text, max_size=1),
            credits=st.lists(credit, max_size=2).map(tuple),
            first_line=st.integers(1, 9),
            given_id=maybe(prefixed("doc")),
        )
    )


def sources():
    reliability = st.builds(Reliability, st.sampled_from("ABCDEF"), maybe(words), maybe(days), maybe(words))
    return st.builds(
        Source,
        id=prefixed("source"),
        name=some_words,
        kind=st.sampled_from(SourceKind),
        aliases=st.sets(words, max_size=2).map(sorted).map(tuple),
        family=st.just("") | prefixed("source"),
        side=maybe(words),
        reliability=reliability,
        listed=st.booleans(),
    )


@st.composite
def wordings(draw, text):
    spans = draw(spans_in(text, max_size=3))
    return Wording(words_of(spans, text) if text and spans else draw(words), spans)


def quantities(text):
    bounds = maybe(st.integers(0, 10**9) | st.floats(0, 1e15))
    return st.builds(
        lambda low, high, **more: (
            Quantity(min=low, max=high, **more)
            if low is None or high is None or low <= high
            else Quantity(min=high, max=low, **more)
        ),
        bounds,
        bounds,
        text=words,
        kind=st.sampled_from(Bound),
        unit=maybe(words),
        span=maybe(span_in(text)),
        exclusive=st.booleans(),
        subset=st.booleans(),
    )


def forward(days):
    return Interval(*sorted((days.start, days.end))) if days.start and days.end else days


@st.composite
def claims(draw, document, known):
    credited = st.builds(
        Credited,
        source=st.sampled_from(known),
        text=maybe(words),
        span=maybe(span_in(document.text)),
        inferred=st.booleans(),
        because=maybe(words),
    )
    interval = st.builds(Interval, maybe(days), maybe(days)).filter(lambda i: i.start or i.end).map(forward)
    return draw(
        st.builds(
            Claim,
            document=st.just(document),
            source=credited,
            content=wordings(document.text),
            chain=st.lists(st.sampled_from(known), max_size=3).map(tuple),
            cue=maybe(wordings(document.text)),
            manner=st.sampled_from(Manner),
            triple=maybe(st.builds(Triple, words, words, words)),
            stance=st.sampled_from(Stance),
            hedging=st.sampled_from(Hedging),
            quantities=st.lists(quantities(document.text), max_size=2).map(tuple),
            event_date=maybe(interval),
            said_date=maybe(days),
            place=maybe(words),
            status=st.sampled_from(Status),
            sentence=maybe(span_in(document.text)),
            proposition=maybe(words),
            responsible=maybe(words),
            own_evidence=st.booleans(),
            given_id=maybe(prefixed("claim")),
        )
    )


def some_of(names, **size):
    return st.lists(st.sampled_from(names), unique=True, **size).map(tuple) if names else st.just(())


def supports(origins):
    nodes = some_of([*origins, "report:x@y", "outlet:Агентство"], max_size=2)
    counts = st.integers(0, 99)
    return st.builds(
        Support,
        reports=counts,
        roots=counts,
        kappa=counts,
        floor=counts,
        n_eff=st.floats(0, 1e6),
        choke=nodes,
        origins=nodes,
        shown=nodes,
        floor_by_side=counts,
        edges=st.just(()),
        cut=st.just(()),
        chains=st.just(()),
        shown_chains=st.just(()),
    )


@st.composite
def assessments(draw, claim_ids, source_ids):
    relation = st.builds(
        Relation,
        st.sampled_from(RelationKind),
        st.sampled_from(claim_ids),
        st.sampled_from(claim_ids),
        st.sampled_from(Reason),
    )
    proposition = st.builds(
        Proposition,
        id=prefixed("prop"),
        label=words,
        supporting=some_of(claim_ids, min_size=1),
        opposing=some_of(claim_ids),
        open=some_of(claim_ids),
        relations=st.sets(relation, max_size=3).map(sorted).map(tuple),
    )
    return draw(
        st.builds(
            Assessment,
            proposition=proposition,
            verdict=st.sampled_from(Verdict),
            support=supports(source_ids),
            opposition=maybe(supports(source_ids)),
            flags=some_of(["one-relay", "hedged"]),
            admiralty=st.builds(Admiralty, st.sampled_from("ABCDEF"), maybe(st.integers(1, 6))),
            rule=words,
            why=words,
            would_change=words,
        )
    )


@st.composite
def reports(draw, min_claims=0):
    """Reports of a few documents; ids differ wherever records do."""
    read = draw(st.lists(documents(), min_size=1, max_size=2, unique_by=lambda d: d.id))
    known = draw(st.lists(sources(), min_size=1, max_size=3, unique_by=lambda s: s.id))
    made = st.sampled_from(read).flatmap(lambda document: claims(document, known))
    found = draw(st.lists(made, min_size=min_claims, max_size=3, unique_by=lambda c: c.id))
    source_ids = [source.id for source in known]
    judged = assessments([claim.id for claim in found], source_ids) if found else st.nothing()
    assessed = draw(st.lists(judged, max_size=2, unique_by=lambda a: a.proposition.id)) if found else []
    return Report(
        as_of=draw(maybe(days)),
        documents=tuple(read),
        sources=tuple(known),
        claims=tuple(found),
        assessments=tuple(assessed),
    )


def example_report() -> Report:
    """One report written by hand: a monitor with a figure, an agency that relays it, a ministry that denies it."""
    text = 'The Observatory said that "at least 9 soldiers" were killed near the bridge, Reuters reported.'
    denial = "The Foreign Ministry denied it.\nوزارة الخارجية"
    read = Document(text, path="a.txt", publisher="Reuters", title="Nine dead", published=date(2020, 8, 7))
    later = Document(denial, path="b.txt", publisher="TASS", published=date(2020, 8, 8), derived_from="Nine dead")
    monitor = Source("source:sohr", "Syrian Observatory", SourceKind.MONITOR, aliases=("SOHR", "المرصد"))
    ministry = Source("source:ministry", "Foreign Ministry", SourceKind.GOVERNMENT, side="government")
    mouthpiece = Source("source:amaq", "Amaq", SourceKind.GROUP_MEDIA, family="source:islamic-state")
    content = Span(text.index('"at least'), text.index(", Reuters"))
    reported = Claim(
        document=read,
        source=Credited(monitor, "The Observatory", Span(0, 15)),
        content=Wording(content.of(text), (content,)),
        chain=(monitor,),
        cue=Wording("said", (Span(16, 20),)),
        triple=Triple("at least 9 soldiers", "were killed", "near the bridge"),
        quantities=(Quantity("at least 9 soldiers", Bound.AT_LEAST, 9, None, "soldiers", Span(27, 46)),),
        event_date=Interval(date(2020, 8, 6), date(2020, 8, 6)),
        sentence=Span(0, len(text)),
        given_id="claim:1",
    )
    denied = Claim(
        document=later,
        source=Credited(ministry, "The Foreign Ministry", Span(0, 20)),
        content=Wording("it", (Span(28, 30),)),
        chain=(ministry,),
        stance=Stance.DENIES,
        given_id="claim:2",
    )
    relayed = Claim(
        document=later,
        source=Credited(mouthpiece, "Amaq"),
        content=Wording("A second bridge was hit"),
        chain=(mouthpiece, monitor),
        given_id="claim:3",
    )
    number = Support(2, 1, 1, 1, 1.5, (monitor.id,), (monitor.id,), (monitor.id,), 1, (), (), (), ())
    contested = Assessment(
        Proposition(
            "prop:1",
            "soldiers killed near the bridge",
            ("claim:1",),
            ("claim:2",),
            relations=(Relation(RelationKind.CONTRADICTS, "claim:2", "claim:1", Reason.DENIAL),),
        ),
        Verdict.CONTESTED,
        number,
        replace(number, origins=(ministry.id,), shown=(ministry.id,), choke=(ministry.id,)),
        ("party",),
        Admiralty("F", 3),
        "contested",
        "A ministry denies it.",
        "The ministry takes its denial back.",
    )
    single = replace(
        contested,
        proposition=Proposition("prop:2", "what was relayed", ("claim:3",)),
        verdict=Verdict.SINGLE_SOURCED,
        opposition=None,
        flags=(),
        admiralty=Admiralty("F", None),
    )
    return Report(
        date(2020, 8, 8),
        (read, later),
        (monitor, ministry, mouthpiece),
        (reported, denied, relayed),
        (contested, single),
    )
