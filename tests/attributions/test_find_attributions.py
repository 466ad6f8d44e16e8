"""Every form of attribution is found with its source, its cue and its content."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from marks import read_marks

from provenance.attributions.find import find_attributions
from provenance.language.pipeline import load_pipeline

CREDITED = [
    # according to, before, after and inside
    "{c:According to} {s:port officials}, {t:two cranes collapsed on Friday}.",
    "{t:Two cranes collapsed on Friday}, {c:according to} {s:port officials}.",
    "{t:The ferry}, {c:according to} {s:its captain}, {t:had left on time}.",
    '{c:According to} {s:Ana Ruiz}, "{t:The quay is shut. Nobody may land there.}"',
    '"{t:The quay is shut. Nobody may land there}," {c:according to} {s:Ana Ruiz}.',
    "{t:The quay is shut}, {c:according to} {s:a study by Ana Ruiz}, whose figures were checked.",
    "{t:Half the wells are dry}, {c:according to} figures {s:the ministry} released on Monday.",
    # clauses behind the verb
    "{s:The mayor} {c:said} that {t:the bridge was safe}.",
    "{s:The mayor} {c:said} {t:the bridge was safe}.",
    "{s:The coast guard} {c:announced} on Tuesday that {t:the search had ended}.",
    "{s:Two nurses} {c:told} Reuters that {t:the ward was full}.",
    "{s:The dam operator}, which is owned by the state, {c:conceded} that {t:a gate had jammed}.",
    # before and inside
    "{t:The bridge was safe}, {s:the mayor} {c:said}.",
    "{t:The bridge was safe}, {c:said} {s:Ana Ruiz}, the mayor.",
    "{t:The harvest}, {s:farmers} {c:warn}, {t:will fail again}.",
    # speech
    '"{t:We heard a blast}," {s:a baker} {c:said}.',
    '"{t:We heard a blast}," {c:said} {s:Ana Ruiz}.',
    '{s:Ana Ruiz} {c:said}: "{t:We heard a blast.}"',
    # copy that lost its commas
    "{t:Twelve people died in the raid} {s:a local monitor} {c:said}.",
    "{t:Twelve people died in the raid} {s:the ministry} {c:said} on Tuesday.",
    "{t:Twelve people died in the raid} {c:said} {s:a local monitor}.",
    "{t:Rebels seized the town of Corva} {s:state media} {c:reported}.",
    "{t:At least 40 houses burned down} {s:rescue workers} {c:said}.",
    "{t:The militia left the town} {s:witnesses} {c:said}.",
    "{t:The bridge at Lomas had been destroyed} {s:two officials} {c:told} Reuters.",
    # objects
    "{s:The ministry} {c:denied} {t:the shelling of the port}.",
    "{s:The union} {c:put} {t:the number of strikers at 4,000}.",
    "{s:The opposition} {c:accused} {t:the council of fraud}.",
    "{s:The inquiry} {c:held} {t:the contractor responsible}.",
    # passives and documents
    "{t:The fire} {c:was blamed on} {t:a gas leak} by {s:the fire brigade}.",
    "{s:Villagers} {c:link} {t:the fires with a new quarry} that opened last year.",
    "{t:The brawl began}, {c:according to} {s:two waiters}, {t:when a chair broke}.",
    "{t:The spray is}, {c:according to} {s:its maker}, {t:harmless to bees}.",
    "{t:Two of the dead} {c:were identified} by {s:relatives} {t:as brothers from Arua}.",
    "{t:Responsibility for the hack} {c:was claimed} by {s:a group called Pale Harbour}.",
    "{s:The operator} {c:could not rule out} that {t:some fuel had reached the river}.",
    "{s:The director} {c:cannot say} {t:whether the second patient had travelled}.",
    "{s:Satellite images} {c:show} {t:at least nine burned hangars}.",
    "{s:Court records} {c:list} {t:forty unpaid loans}.",
    # attitudes, idioms, what stands behind a preposition
    "{s:The captain} {c:is adamant} that {t:the hatch was shut}.",
    "{s:The drivers} {c:complained} of {t:unpaid wages}.",
    "{s:The front} {c:vowed} {t:to return in spring}.",
    "{s:The minister} {c:brushed aside} {t:the claim as gossip}.",
    "{t:The road is open}, {c:promised} {s:the mayor}.",
]

NOBODY = [
    "The trains ran according to schedule.",
    "The goods were sorted according to size.",
    "The minister could not be reached.",
    "The company did not respond to a request for comment.",
    "Is the bridge safe?",
    "No group has spoken of the attack.",
    "Nobody said that the road was closed.",
    "A landslide has claimed nine lives.",
    "Nobody knows what the ministry said.",
    "She repeated everything the minister said.",
    "The clash was the one the monitor reported.",
    "More people died than the ministry said.",
    "The man who lost his son said a prayer.",
]


def attributions(text):
    doc = load_pipeline()(text)
    return doc, find_attributions(doc)


def words(doc, stretches):
    return " ... ".join(doc[s.start : s.end].text for s in stretches)


@pytest.mark.parametrize("marked", CREDITED)
def test_an_attribution_is_found_with_source_cue_and_content(marked):
    expected = read_marks(marked)
    doc, found = attributions(expected.text)
    credited = [f for f in found if f.source is not None]
    assert [words(doc, f.content).rstrip(".") for f in credited] == [expected.roles["t"].rstrip(".")]
    assert words(doc, credited[0].cue) == expected.roles["c"]
    assert expected.roles["s"] in words(doc, [credited[0].source])


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_credited_where_nobody_speaks(text):
    _, found = attributions(text)
    assert [f for f in found if f.source is not None] == []


def test_silence_questions_and_checking_are_no_claims_of_the_publisher():
    _, found = attributions("The minister could not be reached. The paper was unable to verify the figures. Why now?")
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "This article was amended on 3 March 2020 to remove a reference to the mayor.",
        "This story has been updated.",
        "This story has 1,204 shares.",
        "This is a developing story and will be updated.",
        "This report was first published on Monday.",
        "This material may not be published, broadcast or redistributed.",
        "Last updated on Monday at noon.",
        "Ana Ruiz contributed to this report.",
        "The views expressed in this article are those of its author.",
        "Comments are moderated and may not appear at once.",
        "The newsletter is sent every Friday.",
        "Readers can send letters to letters@example.org.",
    ],
)
def test_what_a_page_says_of_itself_is_no_claim(text):
    _, found = attributions(f"Gunmen seized a bus near the border. {text}")
    assert [f.content[0].start for f in found] == [0]


@pytest.mark.parametrize(
    "text",
    [
        "The newspaper was published in Corva until 1994.",
        "This road was updated in 1994.",
        "The union contributed nine boats to the search.",
        "The views from the tower were filmed by a tourist.",
    ],
)
def test_what_only_sounds_like_a_page_is_a_claim(text):
    _, found = attributions(text)
    assert len(found) == 1


def test_a_sentence_nobody_is_credited_for_is_the_publishers_own():
    doc, [found] = attributions("Gunmen seized a bus near the border on Sunday.")
    assert found.rule == "publisher's voice"
    assert words(doc, found.content) == "Gunmen seized a bus near the border on Sunday"


def test_a_hearsay_adverb_credits_an_unnamed_source():
    _, [found] = attributions("The factory reportedly employs four hundred people.")
    assert (found.manner, found.source, found.hedging) == ("hearsay", None, "reported")


def test_a_second_verb_takes_up_the_speaker_of_the_first():
    doc, found = attributions("The army denied the raid and said that its planes had stayed on the ground.")
    assert [words(doc, [f.source]) for f in found] == ["The army", "The army"]
    assert [f.carried for f in found] == [False, True]


def test_a_quotation_without_a_cue_goes_on_with_its_speaker():
    doc, found = attributions('"The road is open," said Ana Ruiz, the mayor. "We cleared it at dawn."')
    assert [words(doc, [f.source])[:8] for f in found] == ["Ana Ruiz", "Ana Ruiz"]
    assert found[1].carried


def test_whom_a_speaker_cites_ends_the_chain():
    doc, [found] = attributions("Reuters, citing a port worker, said that nine ships had sunk.")
    assert words(doc, [found.source]) == "Reuters"
    assert words(doc, found.inner) == "a port worker"


def test_an_attribution_inside_another_is_folded_into_its_chain():
    doc, [found] = attributions("According to the daily, the coach had promised fans that he would stay.")
    assert words(doc, [found.source]) == "the daily"
    assert words(doc, found.inner) == "the coach"
    assert words(doc, found.content) == "he would stay"


def test_what_was_heard_from_another_is_the_others():
    doc, [found] = attributions("A clerk said she had heard from her cousin that the bank was closed.")
    assert words(doc, found.inner) == "her cousin"
    assert words(doc, found.content) == "the bank was closed"


def test_whom_a_speaker_cites_behind_the_verb_ends_the_chain_too():
    doc, [found] = attributions("The Tribune reported, citing two officials, that the governor had fled.")
    assert (words(doc, found.inner), words(doc, found.content)) == ("two officials", "the governor had fled")


def test_adding_goes_on_with_the_speaker():
    doc, found = attributions("The ward said forty patients had died, adding that others had never been counted.")
    assert [words(doc, [f.source]) for f in found] == ["The ward", "The ward"]


def test_whom_an_outlet_quotes_as_saying_it_ends_the_chain():
    doc, [found] = attributions("The Ledger quoted a mechanic as saying that the engine had been repaired twice.")
    assert (words(doc, [found.source]), words(doc, found.inner)) == ("The Ledger", "a mechanic")


def test_a_day_is_nobody_who_says():
    doc, [found] = attributions("Four passengers survived, the head of Sagar Air, Bimala Roe, said on Monday.")
    assert "Bimala Roe" in words(doc, [found.source])


def test_a_rumour_credits_nobody():
    doc, [found] = attributions("Rumour has it that a ransom changed hands.")
    assert (found.source, found.manner, words(doc, found.content)) == (None, "hearsay", "a ransom changed hands")


def test_the_listener_is_not_the_source():
    doc, [found] = attributions("The dam has cracked, an engineer told the Associated Press.")
    assert words(doc, [found.source]) == "an engineer"
    assert words(doc, [found.listener]) == "the Associated Press"


def test_a_relative_clause_without_a_comma_takes_nothing_that_stands_before_it():
    doc, found = attributions("Twelve people died in the raid the ministry said was aimed at rebels.")
    assert all("died" not in words(doc, f.content) for f in found if f.source is not None)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_any_text_is_read_without_an_error(text):
    doc, found = attributions(text)
    assert all(0 <= s.start < s.end <= len(doc) for f in found for s in (*f.content, *f.cue))
