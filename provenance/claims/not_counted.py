"""Numbers that count nothing: they name, rank, date, tell an age or the time, or are taken back."""

from __future__ import annotations

import re

from provenance.claims.bounds import Bounded, bound_before
from provenance.claims.calendar_words import FULL_MONTH, FULL_WEEKDAY, WRITTEN_DATE, is_month_and_count
from provenance.claims.counted import Noun, Unit
from provenance.claims.numerals import Numeral, numerals
from provenance.claims.scene import Scene
from provenance.records.claim import Bound
from provenance.records.spans import Span

_NAMED_KINDS = """
    article chapter section paragraph page resolution number no nr battalion brigade division regiment
    squadron unit flight channel highway route road motorway phase stage level grade category version room
    gate block zone sector district ward area camp platform line runway terminal class group team school
    hospital station checkpoint point hill mile act bill clause protocol appendix figure table day week month
    year season round game exit agenda model type mark site building apartment flat house box form schedule
    """.split()
"""What a number behind it names, unless it counts a noun that follows."""
_NAMED_BEFORE = re.compile(rf"\b(?:{'|'.join(_NAMED_KINDS)})s?\.?\s+\Z", re.IGNORECASE)
_NAMED_ALWAYS = re.compile(
    r"\b(?:Article|Chapter|Section|Page|Resolution|No|Nr|Battalion|Brigade|Division|Regiment|Squadron|Unit|Flight"
    r"|Channel|Highway|Route|Phase|Stage|Category|Agenda|Checkpoint|Hill)s?\.?\s+\Z"
)
_MODEL_BEFORE = re.compile(r"[^\W\d_][-–/]?\Z|[/:#@.]\Z|\d[-–]\Z")
AFTER_NO_COUNT = re.compile(
    r"""[a-zA-Z]+\d|'?s\b|(?:st|nd|rd|th)\b          # models, decades, ranks
      | [-\s](?:thirds?|quarters?|fifths?|fourths?|sixths?|tenths?|halves|half)\b(?!\s+final)   # shares
      | [-\s]?years?[-\s]olds?\b | \s+years?\s+of\s+age\b                                          # ages
      | [:/]\d | (?:\.\d\d)?\s?(?:[ap]\.?m\b|o['’]clock|hrs?\b(?=\s+(?:local|GMT|UTC))|GMT|UTC|CET|local\s+time)
      | (?:\.\d\d)?\s+hours\s+(?:local|GMT|UTC|on\b) | \s+in\s+the\s+(?:morning|afternoon|evening)
      | -(?:storey|story|member|man|woman|person|party|nation|country|point|way|star|strong|time|page|seat|part)\b
      | \s+(?:[A-Z]\w+\s+){1,3}(?:Street|Road|Avenue|Square|Lane|Boulevard|Place|Drive)\b""",
    re.VERBOSE,
)
_TIME = r"(?:\s+\w+)?\s+(?:second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))s?"
POINT_IN_TIME = re.compile(rf"{_TIME}\s+(?:ago|earlier|later|after|before|prior|in\s+advance|from\s+now)\b", re.I)
_FRAME_BEFORE = re.compile(r"\b(?:past|last|next|coming|previous|preceding)\s+\Z", re.IGNORECASE)
_FRAME = re.compile(_TIME + r"\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages\s+(?:of|between)|aged\s+between|turn(?:ed|ing|s)?)\s+(?:[\w.]+\s+(?:and|to)\s+)?\Z", re.I
)
_BETWEEN_COMMAS = re.compile(r"[A-Z][\w’'-]+,\s+\Z")
_SET_ASIDE = re.compile(
    r"(?:\b(?:not|rather\s+than|instead\s+of|(?:up|down)\s+from|compared\s+(?:with|to)|as\s+against|from(?:\s+an?\s+"
    r"(?:initial|earlier|previous))?|an?\s+(?:earlier|previous|initial))\s+)\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?:\b(?:in|since|of|by|until|till|from|during|before|after|early|late|mid|the|its|their|his|her|our|summer|autumn"
    rf"|spring|winter|year|to|and|or|through|between|circa|around|{FULL_MONTH})|['’]s|[,(-])\s*-?\s*\Z",
    re.IGNORECASE,
)
_ONE_NOT_COUNTING = re.compile(
    r"\s+(?:of|another|day|point|side|hand|thing|way|such|time|moment|reason|by\s+one|after)\b|['’]s|-", re.IGNORECASE
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|number|day|another|not|most|as)\s+\Z", re.IGNORECASE
)
_HARM = frozenset("kill wound injure hurt arrest detain die miss leave capture destroy".split())


def counts_nothing(scene: Scene, numeral: Numeral, noun: Noun | None) -> bool:
    """Tells whether a number names, ranks, or tells an age, a date or a time ("three days ago")."""
    text, before = scene.text, scene.text[: numeral.start]
    if _MODEL_BEFORE.search(_without_currency(before)) or AFTER_NO_COUNT.match(text, numeral.end):
        return True
    if _AGE_BEFORE.search(before) or (_BETWEEN_COMMAS.search(before) and re.match(r",|\)|$", text[numeral.end :])):
        return True
    if POINT_IN_TIME.match(text, numeral.end) or (_FRAME_BEFORE.search(before) and _FRAME.match(text, numeral.end)):
        return True
    if _NAMED_ALWAYS.search(before) or (_NAMED_BEFORE.search(before) and noun is None):
        return True
    if _is_one_without_count(scene, numeral, noun) or _is_definite_pronoun(scene, numeral, noun):
        return True
    return _is_year(scene, numeral, noun) or _is_label(scene, numeral, noun)


def _without_currency(before: str) -> str:
    return re.sub(r"(?:(?:US|CA|AU|NZ|HK|A|C|S|R)?[$€£¥₹₽₺₦₪₩₴₫]|\b[A-Z]{3})\Z", "", before)


def _is_one_without_count(scene: Scene, numeral: Numeral, noun: Noun | None) -> bool:
    if scene.text[numeral.start : numeral.end].lower() != "one":
        return False
    if _ONE_NOT_COUNTING.match(scene.text, numeral.end) or _ONE_BEFORE.search(scene.text, 0, numeral.start):
        return not re.search(r"\bleast\s+\Z", scene.text[: numeral.start], re.IGNORECASE)
    if noun is not None or bound_before(scene, numeral.start).kind is not Bound.EXACT:
        return False
    token = scene.token_at(numeral.start)
    return token is None or token.head.lemma_ not in _HARM


def _is_definite_pronoun(scene: Scene, numeral: Numeral, noun: Noun | None) -> bool:
    """Tells whether the number stands for persons spoken of ("the two had met"; "of the two")."""
    before = scene.text[: numeral.start]
    return numeral.spelled and noun is None and re.search(r"\b(?:the|these|those)\s+\Z", before, re.I) is not None


def _is_year(scene: Scene, numeral: Numeral, noun: Noun | None) -> bool:
    words = scene.text[numeral.start : numeral.end]
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", words):
        return False
    before = scene.text[: numeral.start]
    if noun is None or not noun.is_plural:
        return not before.strip() or _YEAR_BEFORE.search(before) is not None
    # "the 2015 accords", but "2000 people"
    return re.search(r"(?:\b(?:the|its|their|his|her|our|in|since|of)|['’]s)\s+\Z", before, re.IGNORECASE) is not None


def _is_label(scene: Scene, numeral: Numeral, noun: Noun | None) -> bool:
    """Tells whether the number is part of a name ("Group of Seven", "World Cup 26", "the Six Nations")."""
    token = scene.token_at(numeral.start)
    if token is None or token.i == 0:
        return False
    previous, capital = token.nbor(-1), numeral.spelled and token.text[:1].isupper()
    starts = bool(token.is_sent_start) or previous.is_punct or previous.is_space or token.i == scene.part.start
    if capital and not starts and token.lower_ not in {"a", "an"}:
        follower = re.match(r"[-\s][A-Z]", scene.text[numeral.end :])
        return bool(follower) or previous.text[:1].isupper() or previous.lower_ == "of"
    is_name = previous.tag_ in {"NNP", "NNPS"} and not re.fullmatch(FULL_WEEKDAY, previous.text)
    return is_name and noun is None and not numeral.spelled and numeral.scale == 1 and numeral.start > 0


def taken_by_dates(text: str) -> list[Span]:
    """Returns where written dates stand, in code points of the text: their figures are no quantities."""
    return [Span(*match.span()) for match in WRITTEN_DATE.finditer(text) if not is_month_and_count(match)]


def is_set_aside(scene: Scene, start: int) -> bool:
    """Tells whether the words take the figure back or leave it behind ("44, not 50"; "up from 12")."""
    hit = _SET_ASIDE.search(scene.text, 0, start)
    if hit is None:
        return False
    # "from 12 provinces" counts, "from 12 to 17" leaves 12 behind
    if hit[0].strip().lower() != "from":
        return True
    after = scene.text[start : start + 60]
    return re.match(r"\S+(?:\s+\w+)?\s+to\s", after) is not None and len(list(numerals(after))) > 1


def is_age(scene: Scene, before: Bounded, unit: Unit) -> bool:
    """Tells whether "over 60" says how old somebody is: a plural noun before it, nothing counted after it."""
    token = scene.token_at(before.start)
    words = scene.text[before.start :].lower()
    if token is None or unit.name is not None or not words.startswith(("over", "under", "above", "below")):
        return False
    return token.i > scene.part.start and token.nbor(-1).tag_ == "NNS"
