"""What a number counts: a sign beside it, the noun after it, or a toll named before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from provenance.claims.bounds import bound_before
from provenance.claims.calendar_words import FULL_MONTH, FULL_WEEKDAY
from provenance.claims.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

_CURRENCIES = {
    "$": "dollars",
    "US$": "US dollars",
    "CA$": "Canadian dollars",
    "C$": "Canadian dollars",
    "AU$": "Australian dollars",
    "A$": "Australian dollars",
    "NZ$": "New Zealand dollars",
    "HK$": "Hong Kong dollars",
    "S$": "Singapore dollars",
    "R$": "reais",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "₽": "roubles",
    "₺": "lira",
    "₦": "naira",
    "₪": "shekels",
    "₩": "won",
    "₴": "hryvnias",
    "₫": "dong",
}
_CODES = """
    AED AFN AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CZK DKK DOP
    DZD EGP ERN ETB EUR FJD GBP GEL GHS GNF GTQ HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS
    KHR KRW KWD KZT LBP LKR LRD LSL LYD MDL MGA MKD MMK MNT MRU MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
    OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SCR SDG SEK SGD SLE SOS SRD SSP SYP SZL THB TJS
    TMT TND TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XOF YER ZAR ZMW
    """.split()
"""Of ISO 4217, without those that are words in capitals (ALL, CUP, TOP, TRY)."""
_CURRENCY_BEFORE = re.compile(
    rf"(?:(?P<sign>(?:US|CA|AU|NZ|HK|A|C|S|R)?[$€£¥₹₽₺₦₪₩₴₫])\s?|\b(?P<code>{'|'.join(_CODES)})\s?)\Z"
)
_PERCENT = re.compile(r"\s*%|[-\s]+per[-\s]?cent\b|[-\s]+pct\b", re.IGNORECASE)
_POINTS = re.compile(r"(?:\s+percent(?:age)?|\s+per\s+cent)\s+points?\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\s?(?P<unit>km|kms|kg|kgs|cm|mm|mph|km/h|kph|ha|hectares|sq\s+km|mw|gw|ft|lbs?|°[CF]|m)(?![\w-])", re.IGNORECASE
)
_HYPHENED = re.compile(
    r"-(?P<unit>day|week|month|year|hour|minute|second|km|kilomet(?:re|er)|mile|met(?:re|er)|tonne?|kilo|magnitude|foot"
    r"|acre|hectare|litre|liter|barrel|megawatt|degree|dollar|euro)\b(?![-\s]old)"
)
_SMALL_WORDS = frozenset("more other others additional further new extra less fewer".split())
_STATES = frozenset("dead killed injured wounded hurt missing displaced arrested detained deaths".split())
"""What follows a bare number as its unit ("17 dead, 40 wounded")."""
_TOLLS = {
    "toll": "dead",
    "dead": "dead",
    "deaths": "dead",
    "fatalities": "dead",
    "killed": "dead",
    "injured": "injured",
    "wounded": "wounded",
    "hurt": "hurt",
    "injuries": "injured",
    "displaced": "displaced",
    "missing": "missing",
    "casualties": "casualties",
    "detained": "detained",
    "arrested": "arrested",
    "arrests": "arrests",
    "refugees": "refugees",
    "magnitude": "magnitude",
}
"""What a number after "at", "as", "to" or "of" counts when one of these stands before it ("gave the toll as 17")."""
_TOLL_LINK = re.compile(
    rf"\b(?P<toll>{'|'.join(_TOLLS)})\b(?:\s+(?!and\b|but\b|while\b|or\b)[\w'’-]+){{0,6}}?"
    r"\s*\b(?:at|to|as|of|is|was|were|stands\s+at|stood\s+at|numbers?|reach(?:es|ed)|:)\s*(?:(?:now|just|only)\s+)?\Z",
    re.IGNORECASE,
)
_MAGNITUDE = re.compile(r"\bmagnitude(?:\s+of)?\s+\Z|\bmagnitude(?:\s+\w+){0,3}\s+at\s+\Z", re.IGNORECASE)
_RICHTER = re.compile(r"\s+on\s+the\s+(?:open-ended\s+)?(?:Richter|moment\s+magnitude)\b", re.IGNORECASE)
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "POS", "RB", "VBD"}) | _NOUN_TAGS
_LONG = 4  # words; a longer unit is cut to its last words


@dataclass(frozen=True)
class Noun:
    """The counted noun: its words, where they end, and whether they are part of the quantity's own words."""

    words: str
    end: int
    is_plural: bool = True


def noun_after(scene: Scene, end: int) -> Noun | None:
    """Returns the noun phrase that the number before it counts."""
    tokens = scene.tokens_from(end)
    lead = 0
    while lead < len(tokens) and tokens[lead].lower_ in _SMALL_WORDS:
        lead += 1
    phrase = _phrase(tokens[lead:], _counted_head(scene, end))
    if phrase:
        words = phrase[-_LONG:] if len(phrase) > _LONG else phrase
        start, stop = scene.end_of(words[0]) - len(words[0]), scene.end_of(phrase[-1])
        plural = phrase[-1].tag_ in {"NNS", "NNPS"} or phrase[-1].lower_ in {"people", "police", "personnel"}
        return Noun(scene.text[start:stop], stop, plural)
    if lead < len(tokens) and tokens[lead].lower_ in _STATES and not _has_object(tokens[lead]):
        return Noun(tokens[lead].lower_, scene.end_of(tokens[lead]))
    return None


def _has_object(token: Token) -> bool:
    return any(child.dep_ == "dobj" for child in token.children)


def _counted_head(scene: Scene, end: int) -> Token | None:
    """Returns the noun above the number, as the parser has it."""
    token = scene.token_at(end - 1)
    for _ in range(4):
        if token is None or token.head.i <= token.i:
            return None
        token = token.head
        if token.tag_ in _NOUN_TAGS:
            return token
        if token.tag_ != "CD":
            return None
    return None


def _phrase(tokens: list[Token], head: Token | None) -> list[Token]:
    """Returns the words from the first token to the counted noun; none where a verb or a preposition comes first.

    The parser's head is taken where only modifiers stand before it, else the first run of nouns.
    """
    run: list[Token] = []
    for token in tokens:
        seen = bool(run) and run[-1].tag_ in _NOUN_TAGS
        is_clause = token.pos_ == "AUX" or (token.tag_ == "VBD" and token.dep_ not in {"amod", "nmod"})
        if is_clause or token.tag_ not in _MODIFIER_TAGS or re.fullmatch(f"{FULL_WEEKDAY}|{FULL_MONTH}", token.text):
            break
        if seen and token.tag_ not in _NOUN_TAGS and token.tag_ not in {"HYPH", "POS"}:
            break
        run.append(token)
        if head is not None and token.i == head.i:
            break
    while run and run[-1].tag_ not in _NOUN_TAGS:
        run.pop()
    return [] if run and _begins_with_verb(run) else run


def _begins_with_verb(run: list[Token]) -> bool:
    """Tells whether the first word is a verb of the clause ("two killed hostages", with "killed" their predicate)."""
    return run[0].tag_ in {"VBD", "RB"} and run[0].dep_ not in {"amod", "advmod", "nmod", "compound"}


_OF = re.compile(
    r"\s+of\s+(?P<the>(?:the|its|their|his|her|these|those|our|my|all|them|us|whom|which)\b\s*)?", re.IGNORECASE
)


def noun_of(scene: Scene, end: int) -> Noun | None:
    """Returns the unit in "five of the injured", "dozens of farms"; where "the" stands, the words end before "of"."""
    opening = _OF.match(scene.text, end)
    if not opening:
        return None
    tokens = scene.tokens_from(opening.end())
    phrase = _phrase(tokens, None) or (tokens[:1] if tokens and tokens[0].tag_ in {"JJ", "VBN", "VBD"} else [])
    if not phrase or (opening["the"] or "").strip().lower() in {"them", "us", "whom", "which"}:
        return None
    start, stop = scene.end_of(phrase[0]) - len(phrase[0]), scene.end_of(phrase[-1])
    return Noun(scene.text[start:stop], end if opening["the"] else stop)


@dataclass(frozen=True)
class Unit:
    """What a number counts, and where its words end."""

    name: str | None
    start: int
    end: int


def unit_of(scene: Scene, start: int, end: int, noun: Noun | None) -> Unit:
    """Returns the unit of a number: a sign beside it, else the noun after it, else a toll before it."""
    text = scene.text
    if sign := _CURRENCY_BEFORE.search(text, 0, start):
        return Unit(sign["code"] or _CURRENCIES[sign["sign"].replace(" ", "")], sign.start(), end)
    for pattern, name in ((_POINTS, "percentage points"), (_PERCENT, "percent")):
        if hit := pattern.match(text, end):
            return Unit(name, start, hit.end())
    if hit := re.match(rf"\s?({'|'.join(_CODES)})\b", text[end:]):
        return Unit(hit[1], start, end + hit.end())
    if hit := _HYPHENED.match(text, end) or _MEASURE.match(text, end):
        takes_s = hit[0].startswith("-") and hit["unit"] not in {"magnitude", "km"}
        return Unit(hit["unit"] + "s" * takes_s, start, hit.end())
    if noun is not None:
        return Unit(noun.words, start, noun.end)
    if _MAGNITUDE.search(text, 0, start) or _RICHTER.match(text, end):
        return Unit("magnitude", start, end)
    small = re.match(r"\s+(?:more|others)\b", text[end:])
    return Unit(_toll_before(text, bound_before(scene, start).start), start, end + small.end() if small else end)


def _toll_before(text: str, start: int) -> str | None:
    """Returns what is counted in "gave the toll as 17", "the number of missing stood at 9"."""
    found = _TOLL_LINK.search(text, max(0, start - 80), start)
    return _TOLLS[found["toll"].lower()] if found else None
