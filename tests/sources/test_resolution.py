"""Whom the words of a document mean."""

import pytest

from provenance.records.document import Document
from provenance.sources.registry import load_registry
from provenance.sources.resolution import split_name
from provenance.workflow import claims_of


def credited(text):
    found = claims_of(Document(text, publisher="Test Post"), load_registry())
    return [claim.source.source.name for claim in found if claim.source.text is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # acronyms, short names, surnames
        ("The Delta Relief Union (DRU) said six died. The DRU said nine were hurt.", ["Delta Relief Union"] * 2),
        ("Ana Ruiz, the mayor, said the road was open. Ruiz said it was safe.", ["Ana Ruiz"] * 2),
        ("Brenner Holding AG said sales rose. Brenner said costs fell.", ["Brenner Holding AG"] * 2),
        # nominals
        (
            "The Delta Relief Union, a charity, said six died. The charity said nine were hurt.",
            ["Delta Relief Union"] * 2,
        ),
        (
            "The Syrian Observatory for Human Rights said six died. The Observatory said nine were hurt.",
            ["Syrian Observatory for Human Rights"] * 2,
        ),
        (
            "The Syrian Observatory for Human Rights said six died. The monitoring group said nine were hurt.",
            ["Syrian Observatory for Human Rights"] * 2,
        ),
        (
            "The health ministry said six died. The police said nine were held. The agency said it rained.",
            ["health ministry", "police", "agency"],
        ),
        ("Three drivers said the road was closed. The trio said it was dark.", ["Three drivers"] * 2),
        # pronouns
        ("The education ministry said schools were shut. It said exams would be held.", ["education ministry"] * 2),
        ("General Tomas Brandt said the truce held. He said his men had left.", ["Tomas Brandt"] * 2),
        # a capital for a government
        ("Nairobi said the border was open.", ["Government of Kenya"]),
    ],
)
def test_later_words_join_the_source_introduced_before(text, names):
    assert credited(text) == names


def test_a_pronoun_that_could_mean_two_bodies_named_alike_takes_the_one_credited_last():
    text = "The army said six died. The navy said nine were hurt. It said a ship had sunk."
    assert credited(text)[2] == "navy"


def test_a_pronoun_without_anybody_before_it_stays_unresolved():
    [claim] = claims_of(Document("She said the road was closed.", publisher="Test Post"), load_registry())
    assert claim.source.source.kind == "unknown"
    assert claim.source.because == "pronoun, unresolved"


def test_two_people_of_one_surname_stay_apart():
    text = "Ana Ruiz, a nurse, said six died. Tomas Ruiz, a driver, said nine died. Ruiz said it was dark."
    names = credited(text)
    assert names[:2] == ["Ana Ruiz", "Tomas Ruiz"]
    assert names[2] not in names[:2]


def test_a_spokesman_is_of_the_family_of_his_body():
    text = "The Delta Relief Union said six died. Its director, Ana Ruiz, said nine were hurt."
    first, second = claims_of(Document(text, publisher="Test Post"), load_registry())
    assert second.source.source.family == first.source.source.family


@pytest.mark.parametrize(
    "words",
    [
        "A spokesman for the army, Colonel Ivo Brandt, denied",
        "The army spokesman, Ivo Brandt, denied",
        "Ivo Brandt, a spokesman for the army, denied",
        "The army spokesman Ivo Brandt denied",
        "On Monday a spokesman for the army, Ivo Brandt, denied",
        "According to Ivo Brandt, the spokesman for the army, it was not so",
    ],
)
def test_a_spokesman_with_a_name_is_of_the_family_of_a_body_without_one(words):
    text = f"The army said six died. {words} that soldiers had entered the camp."
    first, second = claims_of(Document(text, publisher="Test Post"), load_registry())
    assert (second.source.source.name, second.source.source.family) == ("Ivo Brandt", first.source.source.id)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Its coordinator, Ana Ruiz", "Ana Ruiz"),
        ("local sources", None),
        ("medics in Accra", None),
        ("state broadcaster TVX", "TVX"),
        ("Jane Roe head of the council", "Jane Roe"),
    ],
)
def test_the_proper_name_is_told_from_what_describes_it(text, name):
    assert split_name(text)[0] == name


def test_his_lawyer_speaks_for_a_person_and_for_no_body(tmp_path):
    from provenance.settings import Settings
    from provenance.workflow import extract_claims

    path = tmp_path / "a.txt"
    path.write_text("The navy said it sank. The mayor said it was shut. His lawyer, Jonas Reyk, said it was open.")
    lawyer = [c.source.source for c in extract_claims([str(path)], settings=Settings())][-1]
    assert (lawyer.name, lawyer.family) == ("Jonas Reyk", "source:mayor")


@pytest.mark.parametrize("body", ["Kestrian army", "Velmar police", "Lake Trust", "Kestrian defence ministry"])
def test_a_named_spokesman_and_his_body_are_one_family(tmp_path, body):
    from provenance.workflow import extract_claims

    path = tmp_path / "a.txt"
    path.write_text(f"The {body} said it sank. {body} spokesman Tom Aker said it was shut.")
    body_source, spokesman = (c.origin for c in extract_claims([str(path)]))
    assert spokesman.family == body_source.family
