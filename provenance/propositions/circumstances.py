"""What a claim says of why and at what hour, as far as its wording makes it plain."""

from __future__ import annotations

import re

from provenance.propositions.lexicon import STOP, listed, stem, thing, words_in

CAUSED_BY = re.compile(
    r"\b(?:caused|triggered|sparked|set off|touched off|brought about|started|ignited) by (?P<by>[^,.;]+)"
    r"|\b(?:due to|owing to|because of(?! (?:this|that|it)\b)|(?:the )?result of|resulted from|stemmed from|came from)"
    r" (?P<of>[^,.;]+)",
    re.I,
)
CAUSES = re.compile(
    r"(?P<what>[^,.;]+?) (?:had |has |have )?(?:caused|triggered|sparked|set off|touched off|led to|brought about)"
    r" (?:the|this|that|these|those)\b",
    re.I,
)
CLOCK = re.compile(
    r"\b(?:at|around|about|shortly (?:after|before)) "
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b"
    r"|(?P<of_day>[01]?\d|2[0-3]):(?P<past>\d\d)\b|(?P<word>noon|midday|midnight)\b)",
    re.I,
)
NAMED_HOURS = {"noon": 12.0, "midday": 12.0, "midnight": 0.0}


def cause_in(text: str) -> frozenset[str]:
    """Returns the stems of the words for what brought something about, none where the wording does not say.

    >>> sorted(cause_in("the fire was caused by an electrical fault"))
    ['electr', 'fault']
    """
    found = CAUSED_BY.search(text) or CAUSES.search(text)
    words = words_in(next(filter(None, found.groups()), "")) if found else []
    stems = (stem(word) for word in words if word.lower() not in STOP and not word[0].isdigit())
    return frozenset(thing(s) for s in stems if s not in listed("common"))


def hour_in(text: str) -> float | None:
    """Returns the hour of the day that is named, from 0 to 24; None where none is, or several are.

    >>> hour_in("the ferry sank at 4.30 pm"), hour_in("the ferry sank")
    (16.5, None)
    """
    found = list(CLOCK.finditer(text))
    return _hour(found[0]) if len(found) == 1 else None


def _hour(found: re.Match[str]) -> float | None:
    if found["word"]:
        return NAMED_HOURS[found["word"].lower()]
    if found["of_day"]:
        return int(found["of_day"]) + int(found["past"]) / 60
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if found["half"].lower() == "p" else 0) + int(found["minute"] or 0) / 60


def hours_apart(one: float, other: float) -> float:
    """Returns how far apart two hours are, round the clock."""
    distance = abs(one - other) % 24
    return min(distance, 24 - distance)
