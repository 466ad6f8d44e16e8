"""Whatever is assessed, the checker accepts its proofs, and rejects them once they are tampered with."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from copy import deepcopy
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from provenance.assessment.assess import assess
from provenance.assessment.verify import problems, problems_of_proposition
from provenance.exports.report_json import proposition_object
from provenance.records.claim import Claim, Manner, Stance, Status, Wording
from provenance.records.document import Document
from provenance.records.proposition import Proposition, Reason, Relation, RelationKind
from provenance.records.source import Credited, Source, SourceKind

KINDS = (SourceKind.MONITOR, SourceKind.OUTLET, SourceKind.ANONYMOUS, SourceKind.GOVERNMENT, SourceKind.STATE_MEDIA)
PEOPLE = tuple(
    Source(f"source:{n}", f"Party {n}", kind, family="source:0" if n == 4 else "", side=side)
    for n, (kind, side) in enumerate(zip(KINDS, ("north", None, None, "south", "north"), strict=True))
)


def said(outlet, number, chain, stance, status, first_hand):
    document = Document(path=f"{outlet}-{number}.txt", publisher=outlet)
    source = chain[0] if chain else Source(f"source:voice-{outlet.lower()}", outlet, SourceKind.PUBLISHER)
    return Claim(
        document,
        Credited(source),
        Wording("so"),
        tuple(chain),
        manner=Manner.INDIRECT if chain else Manner.VOICE,
        stance=stance,
        status=status,
        own_evidence=first_hand,
    )


claims = st.builds(
    said,
    st.sampled_from(("Daily", "Weekly", "Party 1")),
    st.integers(0, 2),
    st.lists(st.sampled_from(PEOPLE), max_size=3),
    st.sampled_from([Stance.ASSERTS, Stance.ACKNOWLEDGES, Stance.DENIES, Stance.OPEN]),
    st.sampled_from([Status.ACTIVE, Status.ACTIVE, Status.ACTIVE, Status.SUPERSEDED, Status.RETRACTED]),
    st.sampled_from([False, False, False, True]),
)


@st.composite
def assessments(draw):
    made = draw(st.lists(claims, min_size=1, max_size=7, unique_by=lambda claim: claim.id))
    against = draw(st.sets(st.sampled_from(made), max_size=2)) if len(made) > 2 else set()
    kinds = [RelationKind.RELAYS, RelationKind.REBUTS, RelationKind.CONTRADICTS]
    relations = draw(
        st.lists(
            st.builds(
                lambda kind, a, b, because: Relation(kind, a.id, b.id, because),
                st.sampled_from(kinds),
                st.sampled_from(made),
                st.sampled_from(made),
                st.sampled_from([Reason.NEAR_COPY, Reason.STATED, Reason.DENIAL]),
            ),
            max_size=3,
        )
    )
    supporting = tuple(claim.id for claim in made if claim not in against)
    opposing = tuple(claim.id for claim in made if claim in against)
    proposition = Proposition("prop:1", "so", supporting, opposing, relations=tuple(relations))
    return assess(proposition, {claim.id: claim for claim in made})


@settings(max_examples=300, deadline=None)
@given(assessments())
def test_every_proof_is_accepted(assessment):
    assert problems_of_proposition(proposition_object(assessment)) == []


@settings(max_examples=300, deadline=None)
@given(assessments())
def test_every_assessment_explains_itself_in_sentences(assessment):
    for text in (assessment.why, assessment.would_change):
        assert text.endswith(".")
        assert text[0].isupper() or text[0] == "“"
        assert "  " not in text
        assert ":" not in text.replace(": ", "")


@settings(max_examples=300, deadline=None)
@given(assessments(), st.data())
def test_every_proof_that_was_tampered_with_is_rejected(assessment, data):
    support = proposition_object(assessment)["support"]
    assume(support["reports"])
    broken = deepcopy(support)
    place = data.draw(st.integers(0, support["kappa"] - 1))
    how = data.draw(st.sampled_from(["cut", "chain", "step", "kappa", "edge", "floor"]))
    if how == "cut":
        del broken["cut"][place]
    elif how == "chain":
        del broken["chains"][place]
    elif how == "step":
        chain = broken["chains"][place]
        broken["chains"][place] = [chain[0], "source:invented", *chain[1:]]
    elif how == "kappa":
        broken["kappa"] += 1
    elif how == "edge":
        step = next(pairwise(broken["chains"][place]))
        broken["edges"] = [edge for edge in broken["edges"] if tuple(edge[:2]) != step]
    else:
        broken["floor"] += len(support["shown"]) + 1
    assert problems(support) == []
    assert problems(broken) != []


@settings(max_examples=100, deadline=None)
@given(assessments())
def test_each_node_of_the_cut_lies_on_a_chain_of_its_own(assessment):
    """So no smaller cut could meet all chains."""
    support = assessment.support
    met = Counter(node for node in support.cut for chain in support.chains if node in chain)
    assert all(met[node] == 1 for node in support.cut)
    assert len(met) == support.kappa


def test_assessing_one_report_loads_no_graph_library():
    code = (
        "import sys\n"
        "from provenance.assessment.assess import assess\n"
        "from provenance.records.claim import Claim, Wording\n"
        "from provenance.records.document import Document\n"
        "from provenance.records.proposition import Proposition\n"
        "from provenance.records.source import Credited, Source\n"
        "claim = Claim(Document(path='a'), Credited(Source('source:a', 'A')), Wording('so'))\n"
        "assess(Proposition('prop:1', 'so', (claim.id,)), {claim.id: claim})\n"
        "sys.exit('networkx' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
