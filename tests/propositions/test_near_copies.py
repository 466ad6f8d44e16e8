"""Near-copies are found whatever else is read, and in any number."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from saying import document, says

from provenance.propositions.derivation import FEW, MOST_COPIED, likely_copies, near_copies
from provenance.propositions.given import Member
from provenance.propositions.group import group

WORDS = "shells hit the market of vernala at noon and nine people died there".split()
POST = "shells hit the crowded market of the old town at noon and nine people died in the rubble"
LONG = f"witnesses who had fled to the hills said last night that {POST} while sirens went on for an hour"

texts = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)
edited = st.tuples(texts, st.integers(0, 9), texts).map(lambda t: f"{t[0]} {POST.replace('nine', str(t[1]))} {t[2]}")


def members(many, names=("Mayor Hale",)):
    """One claim of each text, each in a document of its own."""
    made = (
        says(names[at % len(names)], text, document(f"Post {at:04d}", title=str(at)), at=at, quantities=())
        for at, text in enumerate(many)
    )
    return [Member(claim, order) for order, claim in enumerate(made)]


@given(st.lists(texts | edited, max_size=14), st.sampled_from([("Mayor Hale",), ("Mayor Hale", "Harbour Union")]))
@settings(max_examples=150, deadline=None)
def test_looking_up_rare_words_misses_no_copy(many, names):
    frames = members(many, names)
    each = {(a.order, b.order) for a, b in combinations(frames, 2) if set(near_copies([a, b]))}
    likely = {(a.frame.order, b.frame.order) for a, b in likely_copies(frames) if b.copies(a)}
    assert likely == each


def test_every_one_of_hundreds_of_reprints_is_a_copy_of_an_earlier_one():
    frames = members([LONG if at % 3 else POST for at in range(4 * FEW)])
    later = {later for later, earlier in near_copies(frames) if later > earlier}
    assert later == set(range(1, len(frames)))


def test_of_many_reprints_each_is_compared_with_few():
    frames = members([POST] * 400)
    assert len(list(near_copies(frames))) <= len(frames) * (MOST_COPIED + 1)


def test_a_wording_that_is_common_elsewhere_still_tells_a_copy():
    stock = "at least nine people were killed when shells hit the market of the town that day"
    many = [f"{stock} number {at} {WORDS[at % 12]} {at * at}" for at in range(3 * FEW)]
    frames = members([*many, POST, LONG])
    assert (len(frames) - 1, len(frames) - 2) in set(near_copies(frames))


def test_a_side_of_hundreds_of_reprints_has_one_root():
    claims = [
        says("Mayor Hale", POST, document(f"Post {at}"), at=at, quantities=(), proposition="p") for at in range(120)
    ]
    _, (found,) = group(claims)
    copying = {relation.from_id for relation in found.relations if relation.kind.value == "relays"}
    assert copying == {claim.id for claim in claims} - {found.supporting[0]}
