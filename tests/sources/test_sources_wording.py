"""What the words of a source say by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.records.source import SourceKind
from provenance.sources.registry import load_registry
from provenance.sources.wording import (
    acronym_of,
    describe,
    head_noun,
    introduces_acronym,
    is_pseudo_source,
    kind_of,
    person_name,
)

REGISTRY = load_registry()

KINDS = {
    "anonymous_plural": """
        sources | local sources | pro-union sources | activists | Residents | two officials | three former bakers
        fishermen in Galway | medical workers at the stadium | people familiar with the talks | several drivers
        Kenyan officials | UN officials | Kurdish rights groups | aid agencies | two newspapers | local media
        media reports | unconfirmed reports | a number of farmers | dozens of commuters | doctors and nurses
        beekeepers in the valley | violinists | prosecutors | experts | Kenyans | Western governments
        two militants | Syrian government sources | men in uniform | relatives of the pilot
    """,
    "anonymous": """
        a security official | a navy lieutenant | a person with knowledge of the deal | a source close to the family
        one resident | an eyewitness | another driver | a Turkish minister | a violinist | one of the drivers
        a rights group | an aid agency | a Kurdish militia | a local newspaper | the witness | the spokesman
        a doctor at the stadium
    """,
    "person": """
        Anna Berg | Omar al-Rashidi | Luis de la Vega | Kim Tae-jin | J.R. Holt | General Tomás Rivas
        Prime Minister Anna Berg | spokesman Karl Lind | Mr Okoro | President Moreau | Dr. Ilse van Dam
        union leader Ana Sol | Anna Berg, a lawyer | the mayor of Galway | the Danish prime minister
        the health minister | the Post's Anna Berg | Karl Lind of the port authority
    """,
    "government": """
        police | Police | the army | the government | the health ministry | the Ministry of Transport
        parliament | a court in Lyon | the Supreme Court | the prosecutor's office | the governor's office
        the municipality | the ombudsman's office | security forces | the air force | the coast guard
        Israeli forces | the authorities | the intelligence service | the city council | a police spokesman
        the army of Chad
    """,
    "body": """
        the Meteorological Institute | Acme Group | Nordbank AG | the electoral commission | the teachers' union
        the Liberal Party | the port authority | the University of Galway | the fire service | the Hope Trust
        Northern Airlines | the Cuban Red Cross | a company spokesman | the Hope charity
        his office
    """,
    "monitor": """
        Galway Observatory for Human Rights | the Network for Human Rights | war monitor | Equal Now, a rights group
        the arms watchdog | rights group Equal Now | a rights group, Equal Now
    """,
    "outlet": """
        Galway Post | the Lyon Herald | Coast Radio | the Northern News Agency | newspaper Coast Today
        the Lyon Gazette | Radio Galway | Canal Norte
    """,
    "state_media": """
        state television | state-run news agency | the state broadcaster | state media | state broadcaster RTX
        the official news agency | state-owned radio
        the army's television channel | the regime's newspaper
    """,
    "armed_group": """
        rebels | insurgents | the militia | Northern Liberation Army | the Coast Liberation Front | Dawn Brigade
        Kurdish forces | the Army of the Dawn | the armed group
    """,
    "party": "the coalition | a coalition spokesman | the opposition",
    "group_media": "the rebel-run radio | the movement's media wing | the rebels' radio",
    "document": """
        a statement | the report | internal memos | letters | court filings | a survey | the data | a leaked email
        records | a study by two universities | a Hamas statement | the indictment
    """,
    "imagery": """
        footage | video | photographs taken from the pier | satellite imagery | drone footage released by the navy
        security camera footage
    """,
    "unknown": "the group | the channel | this organisation | Okoro | it | they | the Observatory | Baker | El Norte",
}
EXAMPLES = [
    (phrase.strip(), kind)
    for kind, phrases in KINDS.items()
    for line in phrases.splitlines()
    for phrase in line.split("|")
    if phrase.strip()
]


@pytest.mark.parametrize(("text", "kind"), EXAMPLES)
def test_the_words_alone_tell_the_kind(text: str, kind: str) -> None:
    assert kind_of(text).value == kind


@pytest.mark.parametrize("text", ["Sanders", "Waters", "Baker", "Farmer", "Marshall"])
def test_a_lone_surname_is_nobody_anonymous(text: str) -> None:
    assert not kind_of(text).is_nameless


@given(st.text(max_size=40))
def test_any_text_has_a_kind_and_a_source(text: str) -> None:
    assert isinstance(kind_of(text), SourceKind)
    source = describe(text, "Galway Post", REGISTRY)
    assert source.id.startswith("source:")
    assert source == describe(text, "Galway Post", REGISTRY)
    assert isinstance(is_pseudo_source(text), bool)
    assert head_noun(text) == head_noun(text).lower()


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Anna Berg", "", "Anna Berg"),
        ("Gen. Tomás Rivas", "Gen.", "Tomás Rivas"),
        ("the activist Anna Berg", "the activist", "Anna Berg"),
        ("Danish Foreign Minister Anna Berg", "Danish Foreign Minister", "Anna Berg"),
        ("Anna Berg, a lawyer for the union", "a lawyer for the union", "Anna Berg"),
        ("Its director, Anna Berg", "Its director", "Anna Berg"),
        ("Anna Berg of the port authority", "of the port authority", "Anna Berg"),
        ("Minister of Health Anna Berg", "Minister of Health", "Anna Berg"),
        ("President of Chad Anna Berg", "President of Chad", "Anna Berg"),
        ("Sheikh Abu Nur al-Amin", "Sheikh", "Abu Nur al-Amin"),
        ("Mr Okoro", "Mr", "Okoro"),
        ("Karl Lind Jr.", "", "Karl Lind Jr."),
        ("Nguyen Thi Hoa", "", "Nguyen Thi Hoa"),
    ],
)
def test_a_person_is_split_into_title_and_name(text: str, title: str, name: str) -> None:
    assert person_name(text) == (title, name)


@pytest.mark.parametrize(
    "text",
    [
        "the Hope Trust",
        "South Korea",
        "New Zealand",
        "Human Rights Watch",
        "sources close to Anna Berg",
        "a statement by Anna Berg",
        "Anna Berg's office",
        "a spokesman for Anna Berg",
        "a source at Galway Harbour Clinic",
        "Okoro",
        "White Helmets",
        "Red Crescent",
        "",
    ],
)
def test_what_is_no_person_has_no_name(text: str) -> None:
    assert person_name(text) == ("", "")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("the Oslo-based group", "group"),
        ("two officials at the port", "officials"),
        ("Kenya's health ministry", "ministry"),
        ("footage released by the navy", "footage"),
        ("a source close to the family", "source"),
        ("people familiar with the talks", "people"),
        ("one of the drivers", "drivers"),
        ("the head of the clinic, Anna Berg", "head"),
        ("activists who fled", "activists"),
        ("", ""),
    ],
)
def test_the_head_is_found_by_the_words(text: str, head: str) -> None:
    assert head_noun(text) == head


@pytest.mark.parametrize(
    "text",
    """plan|schedule|size|their size|the size of the herd|tradition|local legend|need|the needs of each family|protocol
    age and rank|custom|seniority|whether it rains|how much was owed|taste""".replace("\n", "|").split("|"),
)
def test_measures_plans_and_customs_are_no_sources(text: str) -> None:
    assert is_pseudo_source(text.strip())


@pytest.mark.parametrize(
    "text",
    [
        "the law",
        "the constitution",
        "the plan",
        "the ministry",
        "Reuters",
        "two bakers",
        "a study",
        "the Schedule Trust",
    ],
)
def test_what_can_speak_is_a_source(text: str) -> None:
    assert not is_pseudo_source(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Coast Relief Fund (CRF)", ("Coast Relief Fund", "CRF")),
        ("the Galway Harbour Union (“GHU”)", ("Galway Harbour Union", "GHU")),
        ("the Ministry of Defence (MoD)", ("Ministry of Defence", "MoD")),
        ("Union of Doctors (known as UMD)", ("Union of Doctors", "UMD")),
        ("Anna Berg (CDU)", None),
        ("Anna Berg (D-Tex)", None),
        ("Coast Relief Fund (founded 1990)", None),
        ("Coast Relief Fund", None),
    ],
)
def test_brackets_introduce_an_acronym(text: str, pair: tuple[str, str] | None) -> None:
    assert introduces_acronym(text) == pair


def test_initials_skip_small_words() -> None:
    assert acronym_of("the Galway Observatory for Human Rights") == "GOHR"
    assert acronym_of("Acme") == ""


# -- the source for the words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source_id"),
    [
        ("Human Rights Watch (HRW)", "source:human-rights-watch"),
        ("the militant group Hamas", "source:hamas"),
        ("Hamas militants", "source:hamas"),
        ("the New York-based Human Rights Watch", "source:human-rights-watch"),
        ("Russian state news agency TASS", "source:tass"),
        ("State news agency Xinhua", "source:xinhua"),
        ("the official Xinhua news agency", "source:xinhua"),
        ("Lebanon's Hezbollah", "source:hezbollah"),
        ("Reuters news agency", "source:reuters"),
        ("Islamic State's Amaq news agency", "source:amaq"),
        ("the organisation known as the White Helmets", "source:white-helmets"),
        ("Ankara", "source:government-of-turkey"),
        ("Peru", "source:government-of-peru"),
        ("a Pentagon spokesman", "source:pentagon"),
        ("a spokeswoman for UNICEF", "source:unicef"),
        ("French foreign ministry", "source:ministry-of-foreign-affairs-of-france"),
        ("General Tomás Rivas", "source:tomás-rivas"),
        ("Anna Berg, a lawyer", "source:anna-berg"),
        ("state broadcaster RTX", "source:rtx"),
        ("Equal Now, a rights group", "source:equal-now"),
        ("a rights group, Equal Now", "source:equal-now"),
        ("local sources", "source:local-sources@galway-post"),
        ("Local sources", "source:local-sources@galway-post"),
        ("an officer", "source:officer@galway-post"),
        ("the group", "source:group@galway-post"),
        ("It", "source:it@galway-post"),
    ],
)
def test_the_words_stand_for_a_source(text: str, source_id: str) -> None:
    assert describe(text, "Galway Post", REGISTRY).id == source_id


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ghana's defence ministry", "source:government-of-ghana"),
        ("Ghanaian Foreign Minister Anna Berg", "source:government-of-ghana"),
        ("Kremlin spokesman Karl Lind", "source:government-of-russia"),
        ("Karl Lind, a spokesman for Hamas", "source:hamas"),
        ("footage released by the Ghanaian navy", "source:government-of-ghana"),
        ("a report by Amnesty International", "source:amnesty-international"),
        ("Amnesty International's report", "source:amnesty-international"),
        ("a Hamas statement", "source:hamas"),
        ("an army statement", "source:army"),
    ],
)
def test_who_speaks_for_another_is_of_its_family(text: str, family: str) -> None:
    assert describe(text, "Galway Post", REGISTRY).family == family


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg",
        "former Ghanaian president Anna Berg",
        "footage filmed by a resident",
        "video seen by Reuters",
        "two officials",
        "the Cuban Red Cross",
        "the Hope Trust",
    ],
)
def test_everybody_else_is_a_family_of_their_own(text: str) -> None:
    source = describe(text, "Galway Post", REGISTRY)
    assert source.family == source.id


@pytest.mark.parametrize(
    ("text", "wrong"), [("Turkish Red Cross", "icrc"), ("Hamas television", "hamas"), ("Iraqi Hezbollah", "hezbollah")]
)
def test_a_listed_name_inside_another_name_is_not_taken_for_it(text: str, wrong: str) -> None:
    assert describe(text, "Galway Post", REGISTRY).id != f"source:{wrong}"


def test_the_nameless_of_two_outlets_are_two_sources() -> None:
    one, other = (describe("two officials", outlet, REGISTRY) for outlet in ("Galway Post", "Lyon Herald"))
    assert one.name == other.name == "two officials"
    assert one.id != other.id


def test_a_name_that_several_bear_is_resolved_by_its_context() -> None:
    text = "The SDF took a village in Syria."
    assert describe("the SDF", "Galway Post", REGISTRY, text).id == "source:sdf-syria"
    assert describe("the SDF", "Galway Post", REGISTRY).id == "source:sdf"


def test_a_person_keeps_the_title_as_an_alias() -> None:
    source = describe("Admiral Karl Lind", "Galway Post", REGISTRY)
    assert (source.name, source.aliases, source.kind) == ("Karl Lind", ("Admiral Karl Lind",), SourceKind.PERSON)


def test_an_acronym_in_brackets_becomes_an_alias() -> None:
    source = describe("the Coast Relief Fund (CRF)", "Galway Post", REGISTRY)
    assert (source.name, source.aliases, source.kind) == ("Coast Relief Fund", ("CRF",), SourceKind.BODY)
