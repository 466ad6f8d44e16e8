"""What a plain text says of its own publication."""

from datetime import date

import pytest

from provenance.documents.dates import dates_in, full_date, iso_date
from provenance.documents.read import Given, completed
from provenance.records.document import Document

PROSE = "The harbour was closed on Sunday after the storm, the harbour master said in a statement."
SECOND = "Ferries will leave from the northern quay until the piers are sound again, she said."


def read(text, given=None, **fields):
    return completed(Document(text, "a.txt", **fields), given)


def prose(document):
    """Returns the words outside boilerplate."""
    left, position = [], 0
    for span in document.boilerplate:
        left.append(document.text[position : span.start])
        position = span.end
    return " ".join("".join([*left, document.text[position:]]).split())


HEADS = {
    "a byline": ("By Jane Roe", {"author": "Jane Roe"}),
    "two authors": ("By Jane Roe and John van der Doe", {"author": "Jane Roe and John van der Doe"}),
    "byline and place": ("By Jane Roe in Nairobi", {"author": "Jane Roe"}),
    "byline and outlet": ("By Jane Roe, Harbour Gazette", {"author": "Jane Roe", "publisher": "Harbour Gazette"}),
    "byline and date": ("By Jane Roe | 7 March 2021", {"author": "Jane Roe", "published": date(2021, 3, 7)}),
    "posted by": ("Posted on March 7, 2021 by Jane Roe", {"author": "Jane Roe", "published": date(2021, 3, 7)}),
    "byline in Markdown": ("*By [Jane Roe](https://example.org/jane)*", {"author": "Jane Roe"}),
    "French byline": ("Par Jeanne Dupont\n7 août 2020", {"author": "Jeanne Dupont", "published": date(2020, 8, 7)}),
    "outlet and date": (
        "Harbour Gazette, 7 March 2021",
        {"publisher": "Harbour Gazette", "published": date(2021, 3, 7)},
    ),
    "address and date": (
        "example.org | March 7th, 2021",
        {"publisher": "example.org", "published": date(2021, 3, 7)},
    ),
    "published": ("Published: 7 March 2021, 10:15 GMT", {"published": date(2021, 3, 7)}),
    "published and updated": (
        "Updated 9 March 2021 | Published 7 March 2021",
        {"published": date(2021, 3, 7)},
    ),
    "weekday and date": ("Sunday, March 7, 2021", {"published": date(2021, 3, 7)}),
    "ISO": ("2021-03-07T10:00:00Z", {"published": date(2021, 3, 7)}),
    "a place is no publisher": ("Geneva, 7 March 2021", {"published": date(2021, 3, 7), "publisher": None}),
    "a part of a date is none": ("March 2021", {"published": None}),
    "today is no date": ("Published: today", {"published": None}),
    "an update is no publication": ("Last updated: 9 March 2021", {"published": None}),
    "section labels": ("Region: East Africa\n\nTheme: Ports, Ferries", {"author": None}),
    "republication": (
        "By Jane Roe\nVolta Herald, March 09, 2021\nAccra Dispatch 7 March 2021",
        {
            "author": "Jane Roe",
            "publisher": "Accra Dispatch",
            "published": date(2021, 3, 7),
            "republisher": "Volta Herald",
            "republished": date(2021, 3, 9),
        },
    ),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.values(), ids=HEADS)
def test_the_head_is_read_and_is_boilerplate(head, expected):
    document = read(f"\nStorm closes harbour\n\n{head}\n\n{PROSE}\n\n{SECOND}\n")
    assert {name: getattr(document, name) for name in expected} == expected
    assert document.title == "Storm closes harbour"
    if not head.startswith(("March", "Published: today")):
        assert prose(document) == f"{PROSE} {SECOND}"


DATELINES = {
    "ACCRA, 3 May (Reuters) - ": ("Reuters", None),
    "ACCRA, May 3, 2021 (Reuters) -- ": ("Reuters", date(2021, 5, 3)),
    "LAGOS (AFP) — ": ("AFP", None),
    "BEIJING, Aug. 7 (Xinhua) -- ": ("Xinhua", None),
    "MOSCOW, June 12. /TASS/. ": ("TASS", None),
    "DAMASCUS, SANA – ": ("SANA", None),
    "Beirut (AP) — ": ("AP", None),
    "(AP) — ": ("AP", None),
    "(Harbour Wire) - ": ("Harbour Wire", None),
    "GENEVA, 7 August 2020 – ": (None, date(2020, 8, 7)),
    "WASHINGTON — ": (None, None),
    "Addis Ababa — ": (None, None),
    "Tue 06 Apr 2021 ": (None, date(2021, 4, 6)),
    "Published March 7 2021 ": (None, date(2021, 3, 7)),
    "Sun 7 Mar 2021 at 0914 ": (None, date(2021, 3, 7)),
}


@pytest.mark.parametrize(("dateline", "expected"), DATELINES.items(), ids=DATELINES)
def test_a_dateline_is_read_and_is_boilerplate(dateline, expected):
    agency, published = expected
    document = read(f"{dateline}{PROSE}\n\n{SECOND}")
    assert (document.publisher, document.published) == (agency, published)
    assert [credit.name for credit in document.credits] == ([agency] if agency else [])
    assert prose(document) == f"{PROSE} {SECOND}"


@pytest.mark.parametrize(
    "words",
    [
        "7 August 2020 was a dark day for the town, its mayor said.",
        "Police – armed with rifles – closed the harbour on Sunday, witnesses said.",
        "The Minister — Jane Roe — said that the harbour would be closed.",
        "By Monday the harbour had been closed for a week, the ministry said.",
        "Reporting by Amnesty International showed that thirty people had died in the camp.",
        "First published in The Lancet, the study found that thirty people had died of the fever.",
        "This report was published by the ministry on Monday, and says that nine people died.",
        "Officials (and some residents) - told of the closure - left the town on Sunday.",
    ],
)
def test_prose_that_begins_like_a_head_stays(words):
    document = read(f"{words}\n\n{SECOND}")
    assert prose(document) == f"{words} {SECOND}"
    assert (document.publisher, document.author, document.published) == (None, None, None)


NOTES = {
    "This article was originally published by The Conversation on 1 March 2021.": (
        "The Conversation",
        date(2021, 3, 1),
    ),
    "This story first appeared on example.org.": ("example.org", None),
    "First published in the Harbour Gazette on 1 March 2021": ("the Harbour Gazette", date(2021, 3, 1)),
    "The original source of this article is <u>Harbour Gazette</u> Copyright © <u>Harbour Gazette</u>, 2021": (
        "Harbour Gazette",
        None,
    ),
    "This article is republished from [The Conversation](https://example.org/a) under a Creative Commons licence.": (
        "The Conversation",
        None,
    ),
    "Reprinted with permission from Harbour Gazette.": ("Harbour Gazette", None),
}


@pytest.mark.parametrize(("note", "expected"), NOTES.items(), ids=NOTES)
def test_a_republication_note_names_the_origin(note, expected):
    name, _ = expected
    document = read(f"{PROSE}\n\n{SECOND}\n\n{note}")
    assert (document.publisher, document.published) == expected
    (credit,) = document.credits
    assert (credit.name, credit.span.of(document.text)) == (name, name)
    assert prose(document) == f"{PROSE} {SECOND}"
    elsewhere = read(f"{PROSE}\n\n{SECOND}\n\n{note}", Given(publisher="Volta Herald", published=date(2021, 3, 9)))
    assert (elsewhere.publisher, elsewhere.published) == ("Volta Herald", date(2021, 3, 9))
    assert elsewhere.derived_from == name


CREDITS = {
    "- REUTERS": (["Reuters"], "Reuters", None),
    "(AFP)": (["AFP"], "AFP", None),
    "AFP/Reuters": ([], None, None),
    "(AFP, Reuters)": (["AFP", "Reuters"], None, None),
    "Additional reporting by Jane Roe": ([], None, None),
    "Additional reporting by Reuters": (["Reuters"], None, None),
    "(Reporting by Jane Roe in Accra; editing by John Doe)": ([], None, "Jane Roe"),
    "Reporting by Jane Roe and John Doe; Editing by Ann Poe.": ([], None, "Jane Roe and John Doe"),
    "(With inputs from PTI)": (["PTI"], None, None),
    "Source: Reuters": (["Reuters"], "Reuters", None),
    "Articles by: Jane Roe": ([], None, "Jane Roe"),
}


@pytest.mark.parametrize(("line", "expected"), CREDITS.items(), ids=CREDITS)
def test_a_credit_line_says_where_the_copy_comes_from(line, expected):
    names, origin, author = expected
    document = read(f"{PROSE}\n\n{SECOND}\n\n{line}\n", Given(publisher="Volta Herald"))
    assert [credit.name for credit in document.credits] == names
    assert all(credit.span.of(document.text).upper() == credit.name.upper() for credit in document.credits)
    assert (document.derived_from, document.author) == (origin, author)
    if names or author:
        assert prose(document) == f"{PROSE} {SECOND}"


@pytest.mark.parametrize("end", [" - REUTERS", " --AFP", "-AFP", " (AFP)", " (With inputs from PTI)"])
def test_a_credit_may_close_the_last_paragraph(end):
    document = read(f"{PROSE}\n\n{SECOND}{end}")
    assert len(document.credits) == 1
    assert prose(document) == f"{PROSE} {SECOND}"


def test_an_acronym_that_ends_a_sentence_is_no_credit():
    document = read(f"{PROSE}\n\nThe ferries belong to the Volta Lake Transport Company (VLTC)")
    assert document.credits == ()


def test_the_first_byline_below_a_deck_is_found():
    document = read(f"Storm closes harbour\n\n{SECOND}\n\nBy Jane Roe\n7 March 2021\n\n{PROSE}\n\n{SECOND}")
    assert (document.author, document.published) == ("Jane Roe", date(2021, 3, 7))
    assert prose(document) == f"{SECOND} {PROSE} {SECOND}"


@pytest.mark.parametrize(
    "text", ["The army said 5 soldiers were killed", f"{PROSE}\n\n{SECOND}", "He left.\n\nShe stayed."]
)
def test_a_text_without_a_title_has_none(text):
    document = read(text)
    assert document.title is None
    assert document.boilerplate == ()


def test_a_title_over_two_lines_is_one():
    document = read(f"Storm closes harbour and\nferries stay in port\n\n{PROSE}")
    assert document.title == "Storm closes harbour and ferries stay in port"


def test_a_known_title_at_the_head_of_the_text_is_boilerplate():
    document = read(f"Storm closes harbour, ministry says. {PROSE}", title="Storm closes harbour, ministry says")
    assert prose(document) == PROSE


def test_the_file_overrides_its_text():
    document = read(
        f"By Jane Roe\nHarbour Gazette, 7 March 2021\n\n{PROSE}",
        author="A. Poe",
        publisher="P",
        published=date(2020, 1, 2),
    )
    assert (document.author, document.publisher, document.published) == ("A. Poe", "P", date(2020, 1, 2))
    assert document.derived_from == "Harbour Gazette"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("7 March 2021", date(2021, 3, 7)),
        ("Sunday 7th of March, 2021", date(2021, 3, 7)),
        ("Mar. 7, 2021 10:15", date(2021, 3, 7)),
        ("7.3.2021", date(2021, 3, 7)),
        ("25/12/2020", date(2020, 12, 25)),
        ("12/25/2020", date(2020, 12, 25)),
        ("2021-03-07", date(2021, 3, 7)),
        ("2021年3月7日", date(2021, 3, 7)),
        ("7 de marzo de 2021", date(2021, 3, 7)),
        ("7 sierpnia 2020", date(2020, 8, 7)),
        ("7 августа 2020", date(2020, 8, 7)),
        ("7 أغسطس 2020", date(2020, 8, 7)),
        ("7/8/2020", None),
        ("31 June 2021", None),
        ("today", None),
        ("yesterday", None),
        ("Monday", None),
        ("March 2021", None),
        ("7 March", None),
        ("2021", None),
        ("10 killed 2020", None),
        ("7 March 2021 and 9 March 2021", None),
        ("flight 7 1999-99-99", None),
    ],
)
def test_a_date_needs_day_month_and_year(words, day):
    assert full_date(words) == day


def test_dates_know_where_they_stand():
    words = "Published 7 March 2021, updated 9 March 2021"
    assert [span.of(words) for span, _ in dates_in(words)] == ["7 March 2021", "9 March 2021"]


@pytest.mark.parametrize("words", ["7 March 2021", "2021-3", "20210307", "2021-02-30", ""])
def test_only_iso_dates_are_iso(words):
    assert iso_date(words) is None
