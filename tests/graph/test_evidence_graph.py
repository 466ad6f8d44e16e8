"""Who has it from whom: the graphs of small propositions, and what must hold for any."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.graph.evidence import gather, report_node
from provenance.graph.measures import measure
from provenance.records.assessment import EdgeKind
from provenance.records.claim import Claim, Manner, Stance, Wording
from provenance.records.document import Credit, Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.source import Credited, Source, SourceKind
from provenance.records.spans import Span

SOHR = Source("source:sohr", "Syrian Observatory for Human Rights", SourceKind.MONITOR, aliases=("SOHR",))
UN = Source("source:un", "United Nations", SourceKind.BODY)
RED_CROSS = Source("source:red-cross", "Red Cross", SourceKind.BODY)
REUTERS = Source("source:reuters", "Reuters", SourceKind.OUTLET)
LOCALS = Source("source:local-sources", "local sources", SourceKind.ANONYMOUS_PLURAL)
STATE = Source("source:state", "The State", SourceKind.GOVERNMENT)
AGENCY = Source("source:agency", "State Agency", SourceKind.STATE_MEDIA, family=STATE.id)


def in_document(document, *chain, words="so", **fields):
    voice = Source("source:voice-of-" + document.outlet.lower(), document.outlet, SourceKind.PUBLISHER)
    manner = {} if chain else {"manner": Manner.VOICE}
    return Claim(document, Credited(chain[0] if chain else voice), Wording(words), tuple(chain), **manner, **fields)


def said(outlet, *chain, number=0, **fields):
    return in_document(Document(path=f"{outlet}-{number}.txt", publisher=outlet), *chain, **fields)


def about(*claims, relations=(), side=None):
    proposition = Proposition("prop:1", "so", tuple(claim.id for claim in claims), relations=tuple(relations))
    by_id = {claim.id: claim for claim in claims}
    return gather(proposition, by_id, side if side is not None else proposition.supporting)


def steps(evidence):
    return {(edge.holder, edge.giver) for edge in evidence.edges}


def copies(copy, original, because=Reason.NEAR_COPY):
    return Relation(RelationKind.RELAYS, copy.id, original.id, because)


def test_a_path_runs_from_the_report_through_outlet_and_relays_to_the_origin():
    claim = said("Daily", REUTERS, SOHR)
    assert steps(about(claim)) == {
        (report_node(claim), "outlet:daily"),
        ("outlet:daily", REUTERS.id),
        (REUTERS.id, SOHR.id),
    }


def test_several_claims_of_a_document_that_credit_the_same_source_are_one_report():
    support = measure(about(said("Daily", SOHR), said("Daily", SOHR, words="just so"), said("Daily", UN)))
    assert support.reports == 2


def test_a_voice_is_a_root_only_where_its_document_credits_nobody():
    voice, credited, elsewhere = said("Daily"), said("Daily", SOHR), said("Weekly")
    assert measure(about(voice, credited)).origins == (SOHR.id,)
    assert measure(about(voice)).origins == ("outlet:daily",)
    assert measure(about(voice, credited, elsewhere)).origins == ("outlet:weekly", SOHR.id)


def test_a_shared_outlet_does_not_lend_one_report_the_origin_of_another():
    claims = (said("Daily", SOHR), said("Daily", SOHR, number=1), said("Daily", UN, number=2))
    support = measure(about(*claims))
    assert support.n_eff == 1.8
    assert support.cut == ("outlet:daily",)
    for chain in support.shown_chains:
        assert (chain[0], chain[-1]) in {(report_node(claim), claim.origin.id) for claim in claims}


def test_a_relay_with_two_givers_is_one_party():
    support = measure(about(said("Daily", REUTERS, SOHR), said("Weekly", REUTERS, UN)))
    assert (support.roots, support.floor, support.kappa, support.cut) == (2, 2, 1, (REUTERS.id,))


def test_an_origin_that_cites_somebody_elsewhere_is_a_relay():
    support = measure(about(said("Daily", SOHR), said("Weekly", SOHR, LOCALS), said("Monthly", UN)))
    assert support.shown == (UN.id,)
    assert support.roots == 2


def test_an_outlet_read_and_credited_is_one_party_by_name_or_alias():
    evidence = about(said("Daily", SOHR), said("SOHR", LOCALS))
    assert (SOHR.id, LOCALS.id) in steps(evidence)
    assert measure(evidence).origins == (LOCALS.id,)


def test_outlets_that_credit_each_other_are_one_loop():
    alpha, beta = (Source(f"source:{n.lower()}", f"Radio {n}", SourceKind.OUTLET) for n in ("Alpha", "Beta"))
    support = measure(about(said("Radio Alpha", beta), said("Radio Beta", alpha), said("Radio Alpha", number=1)))
    assert (support.roots, support.kappa, support.loops) == (1, 1, ((alpha.id, beta.id),))


def test_a_phrase_is_a_node_for_each_party_that_quotes_it():
    through = about(said("Daily", REUTERS, LOCALS), said("Weekly", REUTERS, LOCALS))
    assert measure(through).origins == (LOCALS.id,)
    apart = measure(about(said("Daily", LOCALS), said("Weekly", LOCALS)))
    assert apart.origins == ("source:local-sources@daily", "source:local-sources@weekly")
    assert (apart.floor, apart.shown) == (1, ())


def test_a_copy_without_credit_adds_no_origin():
    copy, original = said("Daily"), said("Weekly", SOHR)
    evidence = about(copy, original, relations=[copies(copy, original)])
    assert ("outlet:daily", report_node(original)) in steps(evidence)
    assert EdgeKind.NEAR_COPY in {edge.kind for edge in evidence.edges}
    assert measure(evidence).origins == (SOHR.id,)


def test_a_copy_hears_the_same_origin_through_what_it_copies():
    copy, original = said("Daily", SOHR), said("Weekly", SOHR)
    evidence = about(copy, original, said("Weekly", UN, number=1), relations=[copies(copy, original, Reason.STATED)])
    assert ("outlet:daily", SOHR.id) not in steps(evidence)
    assert measure(evidence).cut == ("outlet:weekly",)


def test_what_a_copy_adds_of_its_own_counts():
    copy, original = said("Daily", UN), said("Weekly", SOHR)
    assert measure(about(copy, original, relations=[copies(copy, original)])).floor == 2


def test_copies_in_a_circle_keep_the_origins_they_credit():
    one, other = said("Daily", SOHR), said("Weekly", SOHR)
    support = measure(about(one, other, relations=[copies(one, other), copies(other, one)]))
    assert (support.origins, support.shown) == ((SOHR.id,), (SOHR.id,))


def test_voices_that_copy_each_other_are_one_root():
    one, other = said("Daily"), said("Weekly")
    support = measure(about(one, other, relations=[copies(one, other), copies(other, one)]))
    assert (support.roots, support.kappa, support.origins) == (1, 1, ("outlet:daily",))


def test_a_copy_within_one_outlet_makes_no_loop():
    copy, original = said("Daily", number=1), said("Daily", SOHR)
    support = measure(about(copy, original, relations=[copies(copy, original)]))
    assert (support.origins, support.loops) == ((SOHR.id,), ())


def test_a_republisher_stands_before_the_publisher():
    document = Document(path="a.txt", publisher="Weekly", republisher="Mirror")
    claim = in_document(document, SOHR)
    assert {("outlet:mirror", "outlet:weekly"), (report_node(claim), "outlet:mirror")} < steps(about(claim))


def test_copies_that_share_a_republisher_make_no_loop():
    ours, theirs = (Document(path=f"{n}.txt", publisher=n, republisher="Mirror") for n in ("Daily", "Weekly"))
    copy, original = in_document(ours), in_document(theirs, SOHR)
    support = measure(about(copy, original, relations=[copies(copy, original)]))
    assert (support.origins, support.loops) == ((SOHR.id,), ())


def test_an_original_that_was_not_read_is_the_root_of_what_reprints_it():
    documents = [Document(path=f"{n}.txt", publisher=n, derived_from="Distant Post") for n in ("Daily", "Weekly")]
    assert measure(about(*map(in_document, documents))).origins == ("outlet:distant-post",)


def test_a_passage_that_is_not_in_the_original_read_is_the_reprints_own():
    original = Document(path="w.txt", publisher="Weekly", title="What Was Said")
    reprint = Document(path="d.txt", publisher="Daily", derived_from="What was said")
    assert measure(about(in_document(reprint), in_document(original, SOHR))).origins == ("outlet:daily", SOHR.id)


def test_an_agency_credit_makes_the_agency_the_voice_unless_several_are_credited():
    def credit(*names):
        credits = tuple(Credit(name, Span(0, 1)) for name in names)
        return measure(about(in_document(Document(path="d.txt", publisher="Daily", credits=credits)))).origins

    assert credit("AFP") == ("outlet:afp",)
    assert credit("AFP", "Reuters") == ("outlet:daily",)


def test_a_family_counts_once_and_hangs_on_its_head():
    evidence = about(said("Daily", STATE), said("Weekly", AGENCY))
    assert [edge.giver for edge in evidence.edges if edge.kind is EdgeKind.SAME_FAMILY] == [STATE.id]
    assert measure(evidence).origins == (STATE.id,)


def test_a_mouthpiece_alone_is_shown_and_media_that_speak_for_nobody_are_not():
    assert measure(about(said("Daily", AGENCY))).shown == (AGENCY.id,)
    assert measure(about(said("Daily", replace(AGENCY, family=AGENCY.id)))).shown == ()


def test_a_family_that_quotes_itself_both_ways_is_one_shown_origin_and_no_loop():
    support = measure(about(said("Daily", AGENCY, STATE), said("Weekly", STATE, AGENCY)))
    assert (support.roots, support.floor, len(support.shown), support.loops) == (1, 1, 1, ())


def test_imagery_counts_in_the_family_of_its_supplier():
    images = Source("source:images", "drone footage", SourceKind.IMAGERY, family=STATE.id)
    assert measure(about(said("Daily", images), said("Weekly", STATE))).floor == 1


def test_first_hand_is_believed_whatever_the_kind_and_counts_once_a_family():
    support = measure(about(said("Daily", LOCALS, own_evidence=True), said("Weekly", SOHR)))
    assert (support.floor, support.roots) == (2, 2)
    family = measure(about(said("Daily", STATE, own_evidence=True), said("Weekly", AGENCY, own_evidence=True)))
    assert (family.floor, family.roots) == (1, 1)


def test_a_first_hand_relay_is_a_root_beside_whom_it_cites():
    support = measure(about(said("Daily", SOHR, own_evidence=True), said("Weekly", SOHR, UN)))
    assert support.origins == (SOHR.id, UN.id)


def test_an_origin_that_disowns_the_words_leaves_the_chain():
    claim, denial = said("Daily", SOHR, UN), said("Weekly", UN, stance=Stance.DENIES)
    rebuttal = Relation(RelationKind.REBUTS, denial.id, claim.id, Reason.DENIAL)
    support = measure(about(claim, denial, relations=[rebuttal], side=[claim.id]))
    assert (support.origins, support.shown, support.floor) == ((SOHR.id,), (), 1)


OUTLETS = ("Daily", "Weekly", "Monthly")
PEOPLE = (SOHR, UN, RED_CROSS, REUTERS, LOCALS, STATE, AGENCY)


def claims_of(longest, voices=True):
    chain = st.lists(st.sampled_from(PEOPLE), min_size=0 if voices else 1, max_size=longest, unique=True)
    made = st.builds(
        lambda outlet, n, chain: said(outlet, *chain, number=n), st.sampled_from(OUTLETS), st.integers(0, 2), chain
    )
    return st.lists(made, min_size=1, max_size=5, unique_by=lambda claim: (claim.id, claim.chain))


@st.composite
def related(draw, longest=3):
    claims = list({claim.id: claim for claim in draw(claims_of(longest))}.values())
    pairs = st.tuples(st.sampled_from(claims), st.sampled_from(claims)).filter(lambda pair: pair[0] != pair[1])
    drawn = draw(st.lists(pairs, max_size=3)) if len(claims) > 1 else []
    return claims, [copies(a, b, draw(st.sampled_from([Reason.NEAR_COPY, Reason.STATED]))) for a, b in drawn]


@settings(max_examples=200, deadline=None)
@given(related(), st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(made, random):
    claims, relations = made
    before = about(*claims, relations=relations)
    random.shuffle(claims)
    random.shuffle(relations)
    after = about(*claims, relations=relations)
    assert after == before
    assert measure(after) == measure(before)


@settings(max_examples=300, deadline=None)
@given(related(), st.data())
def test_adding_a_relay_never_raises_the_floor(made, data):
    claims, relations = made
    claim = data.draw(st.sampled_from([claim for claim in claims if claim.chain] or claims))
    relay = data.draw(st.sampled_from([*PEOPLE, Source("source:fresh", "Fresh", SourceKind.MONITOR)]))
    place = data.draw(st.integers(0, max(0, len(claim.chain) - 1)))
    longer = replace(claim, chain=(*claim.chain[:place], relay, *claim.chain[place:]), given_id=claim.id)
    changed = [longer if claim.chain and other is claim else other for other in claims]
    before, after = (measure(about(*some, relations=relations)) for some in (claims, changed))
    assert after.floor <= before.floor


@settings(max_examples=300, deadline=None)
@given(related(), st.sampled_from(PEOPLE))
def test_one_more_outlet_that_relays_a_claim_never_raises_the_floor(made, relay):
    claims, relations = made
    again = said("Another", relay, *claims[0].chain) if claims[0].chain else said("Another", relay, LOCALS)
    before, after = (measure(about(*some, relations=relations)) for some in (claims, [*claims, again]))
    assert after.floor <= before.floor


@settings(max_examples=300, deadline=None)
@given(related())
def test_an_independent_shown_origin_never_lowers_anything(made):
    claims, relations = made
    fresh = said("Another", Source("source:fresh", "Fresh", SourceKind.MONITOR))
    before, after = (measure(about(*some, relations=relations)) for some in (claims, [*claims, fresh]))
    assert after.floor == len({*before.shown}) + 1 if before.shown else after.floor == 1
    assert (after.floor >= before.floor, after.roots, after.kappa) == (True, before.roots + 1, before.kappa + 1)


@settings(max_examples=300, deadline=None)
@given(related())
def test_a_copy_never_raises_roots_or_floor(made):
    claims, relations = made
    without, with_copies = measure(about(*claims)), measure(about(*claims, relations=relations))
    assert with_copies.floor <= without.floor
    assert with_copies.roots <= without.roots


@settings(max_examples=300, deadline=None)
@given(related())
def test_the_numbers_bound_each_other(made):
    claims, relations = made
    support = measure(about(*claims, relations=relations))
    assert 1 <= support.kappa <= support.roots
    assert 1 <= support.floor_by_side <= support.floor <= support.roots
    assert 1 <= support.n_eff <= support.roots


def least_hitting_set(chains):
    nodes = sorted(set().union(*chains))
    return next(
        k for k in range(len(nodes) + 1) if any(all(set(g) & c for c in chains) for g in combinations(nodes, k))
    )


@settings(max_examples=300, deadline=None)
@given(claims_of(1, voices=False))
def test_without_relays_kappa_is_the_least_number_of_parties_on_every_stated_chain(claims):
    """So an outlet that two reports share invents no way around a cut."""
    evidence = about(*claims)
    kind = dict(steps(evidence))

    def origin(claim):
        node = (
            claim.origin.id
            if claim.origin.id in evidence.parties
            else f"{claim.origin.id}@{claim.document.outlet.lower()}"
        )
        return {node, STATE.id} if kind.get(node) == STATE.id else {node}

    chains = [{report_node(claim), claim.document.outlet, *origin(claim)} for claim in claims]
    assert measure(evidence).kappa == least_hitting_set(chains)
