"""The vocabulary, the ontology and the closed sets of the records are one and the same."""

import os
import subprocess
import sys
from enum import StrEnum

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from provenance.errors import UnreadableInput
from provenance.vocabulary import CP, PREFIXES, SCHEMES, SKOS, concept, concepts, ontology_file, shortened, terms

RDFS = PREFIXES["rdfs"]
OWL = "http://www.w3.org/2002/07/owl#"
ONTOLOGY = "https://w3id.org/claim-provenance/ns"


def facts(name):
    found = {}
    for quad in pyoxigraph.parse(path=ontology_file(name), format=RdfFormat.TURTLE):
        found.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return found


@pytest.fixture(scope="module")
def ontology():
    return facts("claims.ttl")


def every_concept():
    return {iri: member for members in SCHEMES for iri, member in concepts(members).items()}


def test_the_ontology_and_the_vocabulary_define_the_same_terms(ontology):
    defined = {term for term in ontology if term.startswith(PREFIXES["cp"])}
    assert defined == {*terms(CP), *every_concept()}


def test_the_vocabulary_lists_terms_in_the_order_of_the_ontology(ontology):
    order = list(ontology)
    assert sorted(terms(CP), key=order.index) == list(terms(CP))


def test_every_term_has_one_label_and_one_comment(ontology):
    for term, said in ontology.items():
        if term != ONTOLOGY:
            assert [len(said.get(RDFS + of, ())) for of in ("label", "comment")] == [1, 1], term
            assert [node.value for node in said[RDFS + "isDefinedBy"]] == [ONTOLOGY], term


def test_the_ontology_names_its_version_and_licence(ontology):
    head = ontology[ONTOLOGY]
    assert [version.value for version in head[OWL + "versionInfo"]]
    assert "apache.org" in head["http://purl.org/dc/terms/license"][0].value


def test_concepts_carry_the_values_of_the_records_in_their_scheme(ontology):
    for iri, member in every_concept().items():
        assert [node.value for node in ontology[iri][SKOS.notation]] == [member.value]
        assert [node.value for node in ontology[iri][SKOS.inScheme]] == [SCHEMES[type(member)][0]]


def test_terms_of_ours_that_the_ontology_uses_are_defined(ontology):
    used = {
        node.value
        for said in ontology.values()
        for nodes in said.values()
        for node in nodes
        if getattr(node, "value", "").startswith(PREFIXES["cp"])
    }
    assert used - {PREFIXES["cp"]} <= set(ontology)


def test_the_shapes_name_no_term_that_the_ontology_lacks(ontology):
    named = {
        node.value
        for said in facts("shapes.ttl").values()
        for nodes in said.values()
        for node in nodes
        if getattr(node, "value", "").startswith(PREFIXES["cp"])
    }
    assert named <= set(ontology)
    assert set(every_concept()) - named == set()


def test_a_misspelt_term_fails_at_once():
    with pytest.raises(AttributeError):
        getattr(CP, "claims")  # noqa: B009  the type checker would not let it be written plainly


def test_a_member_of_a_set_without_a_scheme_has_no_concept():
    with pytest.raises(KeyError):
        concept(StrEnum("Strange", ["X"]).X)


def test_an_iri_is_shortened_by_its_prefix_or_left_alone():
    assert shortened(CP.verdict) == "cp:verdict"
    assert shortened("https://example.org/x") == "https://example.org/x"


def test_a_file_the_ontology_lacks_is_named():
    with pytest.raises(UnreadableInput, match=r"ontology/none\.ttl: no such file"):
        ontology_file("none.ttl")


def test_terms_load_without_any_rdf_library():
    code = "import sys, provenance.vocabulary; print(sorted({'rdflib', 'pyoxigraph', 'pyshacl'} & set(sys.modules)))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert run.stdout.strip() == "[]"
