"""What is never read for claims."""

from itertools import pairwise

import pytest

from provenance.documents.boilerplate import boilerplate_of, is_notice

PROSE = "The ministry said on Monday that the harbour would be closed for three weeks after the storm.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Note to readers: please pass this on.",
        "PayPal: office@example.org, https://example.org/give or via: https://www.patreon.com/example",
        "Donate now to keep our reporting free",
        "Support us",
        "Please support independent journalism.",
        "Become a member of the Harbour Gazette",
        "Follow us on Telegram and YouTube",
        "Follow Jane Roe on Twitter: @janeroe",
        "Subscribe to our newsletter",
        "Sign up for the daily briefing.",
        "Read more: Storm shuts harbour",
        "READ ALSO: Storm shuts harbour",
        "Also read | Storm shuts harbour",
        "Click here to watch the interview",
        "Page 4 | The Harbour Gazette",
        "The Harbour Gazette, Tuesday, March 3, 2020, Page 4",
        "THE HARBOUR GAZETTE  TUESDAY, MARCH 3, 2020  A4",
        "A4 THE HARBOUR GAZETTE TUESDAY, MARCH 3, 2020",
        "Page 2 of 7 - Harbour Gazette - 3 March 2020",
        "See STORM, Page 4",
        "Continued on Page 4",
        "STORM from page 1",
        "www.harbourgazette.com  Tuesday, March 3, 2020",
        "Articles by: Jane Roe",
        "Comment on these articles on our Facebook page",
        "For media inquiries: press@example.org",
        "Contact: press@example.org",
        "Email: press@example.org",
        "[email\xa0protected]",
        "https://example.org/video/harbour 07 03 21.mp4",
        "https://example.org/a",
        "via: https://example.org/a",
        "* * *",
        "_____",
        "© 2021 Harbour Gazette. All rights reserved.",
        "Copyright © Harbour Gazette, 2021",
        "All rights reserved.",
        "Tous droits réservés",
        "This article is licensed under a Creative Commons Attribution 4.0 licence.",
        "The views expressed in this article are those of the author and do not reflect our own.",
        "This site uses cookies. By continuing you agree to our cookie policy.",
        "We and our partners use cookies to improve your experience",
        "(Photo: Jane Roe/AFP)",
        "Photo: Jane Roe",
        "Image: NASA",
        "Jane Roe / Reuters",
        "Share",
        "Facebook Twitter WhatsApp Email",
        "Share this article on Facebook",
        "Advertisement",
        "Page 3 of 7",
        "Privacy Policy | Terms of Use | Contact us",
        "Читайте также: Шторм закрыл порт",
        "example.org contains copyrighted material, shown here under licence from its owners.",
    ],
)
def test_a_notice_is_boilerplate_wherever_it_stands(line):
    text = PROSE + line + "\n\n" + PROSE * 4
    assert [span.of(text) for span in boilerplate_of(text)] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The copyright bill was voted down on Tuesday, the speaker of parliament said.",
        "Copyright law was changed on Monday, the minister told reporters in the capital.",
        "The company argued that its use of copyrighted material was fair use, court papers show.",
        "Donations to help victims of the flood reached three million, the Red Cross said.",
        "Support for the government has fallen since May, according to a poll.",
        "Supporters of the opposition said they had been beaten by police.",
        "Followers of the preacher said he had been arrested.",
        "Photographs published by the institute show that the bridge was intact on Monday.",
        "Read the minister's statement and you will see nothing new, the mayor said.",
        "Subscribers lost service for two hours, the company said.",
        "By using cluster munitions the army broke the terms of the treaty, the monitor said.",
        "Reuters: five people were killed in the raid, officials say.",
        "Page 3 of the report says that the bridge was struck twice.",
        "Members of the council said that they had not been told.",
        "Video of the attack shows two men, the police said.",
        "Correction: an earlier version said that nine people had died.",
        "Cookies laced with poison killed two dogs, the police said.",
        "Page 4 of the report says that nine boats sank.",
        "The figures are in a table on page 4 of the report",
        "B52 bombers flew over the harbour on March 3, 2020",
        "HARBOUR, March 3, 2020",
    ],
)
def test_prose_about_such_matters_stays(line):
    assert not is_notice(line)


FOOTS = {
    "a note to readers": "Note to readers: please share this.",
    "a disclaimer": "Disclaimer: our writers speak for themselves.",
    "a rule and notices": "*\n\nDonate now\n\nFollow us on Telegram",
    "related stories": "Related articles",
}


@pytest.mark.parametrize("foot", FOOTS.values(), ids=FOOTS)
def test_all_that_follows_a_foot_is_boilerplate(foot):
    text = (
        PROSE * 4
        + foot
        + "\n\nJane Roe is a fellow of the institute and has written two books about harbours.\n\nHarbours"
    )
    (span,) = boilerplate_of(text)
    assert span.of(text) == text[text.index(foot) :]


def test_a_notice_between_two_halves_of_a_story_opens_no_foot():
    text = PROSE + "Disclaimer: sums are rounded.\n\n" + PROSE
    assert [span.of(text) for span in boilerplate_of(text)] == ["Disclaimer: sums are rounded."]


def test_a_rule_between_two_parts_of_a_story_opens_no_foot():
    text = PROSE * 4 + "*\n\nElsewhere, two ferries ran aground.\n"
    assert [span.of(text) for span in boilerplate_of(text)] == ["*"]


def test_a_photo_credit_inside_a_line_costs_the_credit_only():
    text = PROSE.strip() + " (Photo: Jane Roe/AFP) It gave no reason."
    assert [span.of(text) for span in boilerplate_of(text)] == ["(Photo: Jane Roe/AFP)"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Last updated at Mar 7, 2021 Nine boats sank in the storm.", "Nine boats sank in the storm."),
        ("07.03.2021(updated 1133 07.03.2021) Get short URL 139 20 Nine boats sank.", "Nine boats sank."),
        ("Print Tweet Views 729 Related Nine boats sank.", "Nine boats sank."),
        ("(AFP Photo) Nine boats sank.", "Nine boats sank."),
        ("Slideshow (3 Images) Nine boats sank.", "Nine boats sank."),
        (
            "The toll, last updated on Mar 7, 2021, stood at nine.",
            "The toll, last updated on Mar 7, 2021, stood at nine.",
        ),
        ("The views 20 people held were known.", "The views 20 people held were known."),
    ],
)
def test_what_a_page_puts_before_a_story_in_its_line_costs_itself_only(line, left):
    kept = line
    for span in reversed(boilerplate_of(line)):
        kept = kept[: span.start] + kept[span.end :]
    assert kept.strip() == left


def test_spans_are_sorted_and_do_not_overlap():
    spans = boilerplate_of(("Share\n\n(Photo: A B)\n" + PROSE) * 5 + "Disclaimer: x\nShare")
    assert len(spans) > 5
    assert all(one.end < two.start for one, two in pairwise(spans))
