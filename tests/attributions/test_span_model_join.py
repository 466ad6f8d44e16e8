"""What the span model sees joins what the rules find: it adds cues, and never takes a word from a rule."""

import pytest

from provenance.attributions.find import all_attributions, find_attributions
from provenance.attributions.found import Act
from provenance.attributions.reading import Reading
from provenance.attributions.seen import seen_in
from provenance.evaluation.inline import unmarked
from provenance.language.pipeline import load_pipeline


def seen(marked: str, sureness: float = 0.9):
    text, marks = unmarked(marked)
    doc = load_pipeline()(text)
    return doc, tuple(seen_in(doc, [(m, sureness) for m in marks]))


def words(doc, stretches) -> str:
    return " ... ".join(doc[s.start : s.end].text for s in stretches)


def test_a_cue_that_no_rule_knows_is_added():
    doc, marks = seen("{s1:Villagers} {c1:were told by the radio} that {t1:the dam had burst}.")
    added = [f for f in all_attributions(Reading(doc), marks) if f.rule == "span model"]
    assert [words(doc, f.content) for f in added] == ["the dam had burst"]


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:The mayor} {c1:said} {t1:the bridge was safe}.",
        "{s1:Police} {c1:said} {t1:the bridge was safe and} the mayor agreed.",
    ],
)
def test_what_a_rule_finds_stands_as_the_rule_found_it(marked):
    doc, marks = seen(marked)
    with_model = [(f.rule, f.source, f.content) for f in all_attributions(Reading(doc), marks)]
    assert with_model == [(f.rule, f.source, f.content) for f in all_attributions(Reading(doc))]


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:Unions} {c1:want} {t1:a new contract}.",
        "{s1:Farmers} {c1:oppose} {t1:the new levy}.",
        "{s1:The minister} {c1:plans} {t1:to visit the port}.",
    ],
)
def test_a_wish_is_attributed_but_is_no_statement(marked):
    doc, marks = seen(marked)
    assert [f.act for f in all_attributions(Reading(doc), marks) if f.rule == "span model"] in ([Act.UNSTATED], [])
    assert all(f.rule != "span model" for f in find_attributions(doc, marks))


def test_marks_that_cover_only_punctuation_leave_nothing():
    assert seen('He left{t1:, "}.')[1] == ()
