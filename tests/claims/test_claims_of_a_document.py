"""From the text of a document to its claims."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.documents.boilerplate import boilerplate_of
from provenance.records.claim import Hedging, Manner, Stance
from provenance.records.document import Document
from provenance.records.source import SourceKind
from provenance.sources.registry import load_registry
from provenance.workflow import claims_of

PUBLISHED = date(2024, 11, 20)  # a Wednesday


def claims(text):
    document = Document(text, publisher="Test Post", published=PUBLISHED, boilerplate=boilerplate_of(text))
    return claims_of(document, load_registry())


def only(text):
    [claim] = claims(text)
    return claim


def test_a_claim_has_its_source_its_words_its_number_and_its_day():
    claim = only("According to hospital staff, nine miners were hurt on Monday.")
    assert claim.source.source.kind is SourceKind.ANONYMOUS_PLURAL
    assert claim.content.text == "nine miners were hurt on Monday"
    assert [(q.text, q.min, q.max) for q in claim.quantities] == [("nine miners", 9, 9)]
    assert claim.event_date is not None
    assert claim.event_date.start == claim.event_date.end == date(2024, 11, 18)


@pytest.mark.parametrize(
    "text",
    [
        "The Coal\nBoard said that the shaft was\nclosed.",
        "The Coal\r\nBoard said that the shaft was closed.",
        "The board’s spokesman said that the “north” shaft was closed.",
        "The  Coal  Board said that the shaft was closed.",
    ],
)
def test_every_text_is_the_slice_of_its_span(text):
    claim = only(text)
    assert claim.source.span is not None
    assert claim.source.text == claim.source.span.of(text)
    assert claim.content.text == " ".join(s.of(text) for s in claim.content.spans)
    assert claim.cue is not None
    assert claim.cue.text == " ".join(s.of(text) for s in claim.cue.spans)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The board denied that the shaft had flooded.", Stance.DENIES),
        ("The board said it had never said that the shaft was flooded.", Stance.DENIES),
        ("The board said that it had said no such thing.", Stance.DENIES),
        ("The board said it did not say whether the shaft was flooded.", Stance.ASSERTS),
        ("The board has never said how many.", Stance.ASSERTS),
        ("The board said that no shaft had flooded.", Stance.DENIES),
        ("The board denied that nobody had been warned.", Stance.ASSERTS),
        ("The board admitted that the shaft had flooded.", Stance.ACKNOWLEDGES),
        ("The board has not confirmed that the shaft flooded.", Stance.OPEN),
        ("The board said it was not aware of a flood.", Stance.ASSERTS),
        ("The board retracted its statement that the shaft had flooded.", Stance.RETRACTS),
        ("The board said no fewer than nine shafts had flooded.", Stance.ASSERTS),
        ('"That is a lie," the board said.', Stance.DENIES),
        ("The board said these reports were false.", Stance.DENIES),
        ("That was not a lie, the board said.", Stance.ASSERTS),
        ("The board said the plan was wrong.", Stance.ASSERTS),
    ],
)
def test_the_stance_is_seen_from_the_positive_sentence(text, stance):
    assert only(text).stance is stance


def test_a_hearsay_adverb_gives_an_unnamed_source_and_a_hedge():
    claim = only("The mine reportedly employs nine hundred people.")
    assert (claim.source.source.kind, claim.manner, claim.hedging) == (
        SourceKind.UNNAMED,
        Manner.HEARSAY,
        Hedging.REPORTED,
    )


@pytest.mark.parametrize(
    ("text", "withdrawn"),
    [
        ("CORRECTION: An earlier version of this article gave the number of dead as 14.", "the number of dead as 14"),
        ("Correction: The original version of this story said 14 men had died.", "14 men had died"),
        ("An earlier version of this report incorrectly stated that the shaft was open.", "the shaft was open"),
        ("Due to an editing error, a previous version of this story said the shaft was open.", "the shaft was open"),
        ("Clarification: an earlier headline said the shaft was open.", "the shaft was open"),
        ("(Corrects number of dead to nine from 14)", "number of dead 14"),
        ("(Corrects figure in paragraph 2)", "figure in paragraph 2"),
        ("Correction: the Post's report of Friday that the shaft had flooded was wrong.", "the shaft had flooded"),
        ("Our report that the shaft was open was incorrect.", "the shaft was open"),
        ("Editor's note: This story was withdrawn on Monday.", "This story"),
    ],
)
def test_what_a_text_corrects_of_itself_is_withdrawn_by_its_publisher(text, withdrawn):
    claim = only(text)
    assert (claim.stance, claim.manner, claim.content.text) == (Stance.RETRACTS, Manner.VOICE, withdrawn)
    assert (claim.source.source.name, claim.source.source.kind) == ("Test Post", SourceKind.PUBLISHER)
    assert (claim.source.span, claim.cue, claim.chain) == (None, None, ())


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Post has withdrawn its report that the shaft was open.",
        "The Harbour Post withdrew a story saying the shaft was open.",
        "The Harbour Post deleted its post saying that the shaft was open.",
        "The Harbour Post took down an article that claimed the shaft was open.",
        "The Harbour Post deleted a tweet in which it said the shaft was open.",
        "The Harbour Post has apologised for reporting that the shaft was open.",
        "The Harbour Post said it was retracting its report that the shaft was open.",
        "The report that the shaft was open was retracted by the Harbour Post.",
    ],
)
def test_a_report_that_is_taken_back_is_withdrawn_with_what_it_said(text):
    claim = only(text)
    assert (claim.stance, claim.source.source.name) == (Stance.RETRACTS, "Harbour Post")
    assert claim.content.text == "the shaft was open"


def test_a_post_may_be_deleted_without_a_word_of_what_it_said():
    claim = only("The Harbour Post deleted the post on Monday.")
    assert (claim.stance, claim.content.text) == (Stance.RETRACTS, "the post")


@pytest.mark.parametrize(
    "text",
    [
        "Correction: This story has been corrected to show that nine men died, not 14.",
        "(Corrects to show that nine men died)",
        "This article was updated to say that nine men died.",
    ],
)
def test_what_a_text_says_since_its_correction_is_its_publishers(text):
    claim = only(text)
    assert (claim.stance, claim.manner, claim.content.text[:13]) == (Stance.ASSERTS, Manner.VOICE, "nine men died")


def test_a_sentence_about_checking_leaves_the_claim_before_it_unconfirmed():
    [claim] = claims("The' union said nine men had died. The figure could not be independently verified.")
    assert claim.hedging is Hedging.UNCONFIRMED


def test_an_agency_that_was_told_stands_before_the_speaker():
    claim = only("The shaft has flooded, an engineer told Reuters.")
    assert [s.name for s in claim.chain] == ["Reuters", "engineer"]
    assert claim.source.source.name == "engineer"


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("According to Reuters, which cited a mine official, nine men died.", ["Reuters", "mine official"]),
        ("Nine men died, according to the daily, which quoted two nurses.", ["daily", "two nurses"]),
        ("According to the Harbour Post, itself citing the coroner, nine men died.", ["Harbour Post", "coroner"]),
        ("The agency, which cited the governor, said nine men had died.", ["agency", "governor"]),
        ("Nine men died, said the Harbour Post, which credited the coroner.", ["Harbour Post", "coroner"]),
        ("The station, whose report cited the coroner, said nine men had died.", ["station", "coroner"]),
        ("The Harbour Post said nine men died, attributing the figure to the coroner.", ["Harbour Post", "coroner"]),
        (
            "The Post, citing Reuters, which quoted a nurse, said nine men died.",
            ["Post", "Reuters", "nurse"],
        ),
        ("Nine men died, according to a Reuters story that quoted the coroner.", ["Reuters story", "coroner"]),
        ("The coroner, quoted by Reuters, said nine men had died.", ["Reuters", "coroner"]),
        ("The state agency Meridian, quoting a port official, said nine men died.", ["Meridian", "port official"]),
        ("The coroner said on national radio that nine men had died.", ["coroner"]),
        ("The number of dead was put at nine by the coroner.", ["coroner"]),
        ("According to the coroner, who was cited by Reuters, nine men died.", ["Reuters", "coroner"]),
        ("The coroner, citing security concerns, said nobody may enter the mine.", ["coroner"]),
        ("The coroner, who cited a lack of staff, said nine men had died.", ["coroner"]),
    ],
)
def test_a_chain_runs_from_the_relay_to_whom_it_cites(text, chain):
    assert [s.name for s in only(text).chain] == chain


def test_the_foot_of_a_page_inside_a_sentence_is_no_part_of_its_words():
    text = "The board said that nine men\nThe Daily Herald, March 3, 2020, Page 4\nhad died in the shaft."
    claim = only(text)
    assert claim.content.text == "nine men had died in the shaft"
    assert [span.of(text) for span in claim.content.spans] == ["nine men", "had died in the shaft"]


def test_an_office_behind_a_name_is_no_part_of_what_he_says():
    claim = only("According to Ana Ruiz, the director of the mine, nine men died.")
    assert (claim.source.text, claim.content.text) == ("Ana Ruiz, the director of the mine", "nine men died")


def test_the_day_of_an_accusation_is_not_who_is_blamed():
    claim = only("The union blamed the mine for the fire on Tuesday.")
    assert claim.responsible == "the mine"


def test_whom_a_source_cites_is_no_part_of_what_it_says():
    claim = only("According to the Harbour Post, citing the coroner, nine men died.")
    assert claim.content.text == "nine men died"


def test_the_publisher_that_was_told_is_no_relay():
    claim = only("The shaft has flooded, an engineer told the Test Post.")
    assert [s.name for s in claim.chain] == ["engineer"]


def test_a_group_that_speaks_through_its_agency_is_the_origin():
    claim = only(
        "In a statement released by its news agency, Amaq, the Islamic State said that it had shelled the mine."
    )
    assert [s.name for s in claim.chain] == ["Amaq News Agency", "Islamic State"]


def test_two_named_speakers_make_two_claims():
    first, second = claims("The Red Cross and Amnesty International said that nine men had died.")
    assert first.content == second.content
    assert first.source.source.id != second.source.source.id


def test_notices_are_never_claimed_from():
    text = "The mayor said the road was open.\n\nAll rights reserved. The company owns this text."
    assert len(claims(text)) == 1


FRAGMENTS = st.sampled_from(
    [
        *"The board;the mayor;“We;ran,”;he;said;that;according to;nine men;were;killed;on Monday;.;,;:".split(";"),
        *"denied;Reuters;citing;no;not;(SOHR);—;she;told;reportedly;at least;40;was blamed on;by".split(";"),
        "the army",
        "\n",
        "\n\n",
        "adding",
        "it",
        "will",
        "?",
        "Amaq",
        "Dr. Roe",
        '"',
        "’s",
        ";",
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(FRAGMENTS, min_size=1, max_size=30).map(" ".join))
def test_any_order_of_news_words_is_read_and_every_span_is_exact(text):
    for claim in claims(text):
        wordings = [claim.content, *([claim.cue] if claim.cue else [])]
        assert all(w.text == " ".join(s.of(text) for s in w.spans) for w in wordings)
        assert all(q.span is None or q.text == q.span.of(text) for q in claim.quantities)
        assert claim.source.span is None or claim.source.text == claim.source.span.of(text)


GUIDE = 'Karin Abegglen, a guide, said: "The slide was 400 metres wide.'


def test_a_quotation_left_open_goes_on_with_its_speaker_in_the_next_paragraphs():
    found = claims(GUIDE + '\n\n"He had lain there for an hour.\n\n"Nobody had warned us."\n\nRain fell on the road.')
    spoken = [c for c in found if c.source.source.kind != "publisher"]
    assert [c.source.source.name for c in spoken] == ["Karin Abegglen"] * 3
    assert [c.source.inferred for c in spoken] == [False, True, True]


def test_a_quotation_that_was_closed_does_not_lend_its_speaker_to_the_next_paragraph():
    found = claims(GUIDE + '"\n\n"Somebody else may say this."')
    assert [c.content.text for c in found] == ["The slide was 400 metres wide"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The killer of Mayor Ida Roth said he was sorry.", ["killer of Mayor Ida Roth"]),
        ("Interior Minister Juno Vale and Governor Pal Ortek said the road was shut.", ["Juno Vale", "Pal Ortek"]),
        ('"We are leaving," said Ida Roth, and her deputy, Paul Glen, denied that it hurt.', ["Ida Roth", "Paul Glen"]),
        ("The paper TNA said it was shut. The AFP news agency said it was open.", ["TNA", "Agence France-Presse"]),
        ("Officers said he fell, while the coroner said he was pushed.", ["Officers", "coroner"]),
        ("Councillor Bo Lind said it was shut in May. The company said it had paid.", ["Bo Lind", "company"]),
    ],
)
def test_nobody_is_credited_with_the_words_of_another(text, names):
    assert [c.source.source.name for c in claims(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "The army refused to confirm that it burned the village.",
        "The army declined to confirm or deny that the village had burned.",
        "If Ida Roth says the dam is safe, people will stay.",
        "Did the army say the village was empty?",
        "The army should say that the village was empty.",
        "Common sense says that nobody will invest.",
        "The claim that the army burned the village could not be verified.",
    ],
)
def test_what_was_not_said_is_no_claim_of_anybody(text):
    assert [c for c in claims(text) if c.source.source.kind is not SourceKind.PUBLISHER] == []


def test_a_quotation_taken_up_again_behind_its_cue_is_one_content():
    assert (
        only('"They shelled us," Samir said, "and then they left."').content.text
        == "They shelled us and then they left"
    )
