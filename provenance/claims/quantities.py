"""The numbers of a claim as intervals, with what they count.

A number counts unless its surroundings say that it names (a brigade, a road, a tank), dates, times, ranks or ages.
The words before it bound it ("at least", "up to"), the noun after it or a toll before it ("put the dead at") is its
unit. Figures that the words themselves set aside ("58, not 70"; "from 26 to 31") give no quantity. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from provenance.claims.calendar_words import FULL_MONTH, FULL_WEEKDAY, WRITTEN_DATE, is_month_and_count
from provenance.claims.numerals import Numeral, numerals
from provenance.records.claim import Bound, Quantity
from provenance.records.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


def find_quantities(content: Sequence[Words]) -> tuple[Quantity, ...]:
    """Returns the quantities of a claim in text order, each number once; spans are code points of the passage.

    Args:
        content: The words of the claim, in text order, several spans where other words interrupt them.
    """
    return tuple(quantity for part in content for quantity in _of_part(part))


def _of_part(part: Words) -> list[Quantity]:
    text = part.text
    if not _HINT.search(text):
        return []
    scene = _Scene(text, part)
    found = _without_overlap([*_vague(scene), *_numbered(scene)])
    return [_placed(quantity, part.start_char) for quantity in _with_shared_units(found, scene)]


_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"\w+illions?|dozens?|tens|scores|several|few|many|most|numerous|handful|number|couple)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Scene:
    """One uninterrupted part of the content: its words, and their tokens by place."""

    text: str
    part: Words

    def tokens_from(self, offset: int) -> list[Token]:
        """Returns the tokens that begin at the offset or later."""
        start = self.part.start_char + offset
        return [token for token in self.part if token.idx >= start]

    def token_at(self, offset: int) -> Token | None:
        """Returns the token over the offset."""
        place = self.part.start_char + offset
        return next((token for token in self.part if token.idx <= place < token.idx + len(token)), None)

    def end_of(self, token: Token) -> int:
        """Returns where the token ends, in the words of the part."""
        return int(token.idx) + len(token) - self.part.start_char


def _placed(quantity: Quantity, base: int) -> Quantity:
    span = quantity.span or Span(0, 0)
    return replace(quantity, span=Span(span.start + base, span.end + base))


def _without_overlap(quantities: list[Quantity]) -> list[Quantity]:
    """Returns the quantities in text order; of two that meet the longer one stays."""
    kept: list[Quantity] = []
    for quantity in sorted(quantities, key=lambda q: q.span[0] - q.span[1] if q.span else 0):
        if quantity.span and not any(other.span and other.span.meets(quantity.span) for other in kept):
            kept.append(quantity)
    return sorted(kept, key=lambda q: q.span or Span(0, 0))


# ------------------------------------------------------------------------------------------------- what bounds

_LEFT_BOUNDS: tuple[tuple[str, Bound, bool], ...] = (
    (r"no (?:fewer|less) than|not (?:fewer|less) than|at least|at the very least|an? minimum of|as (?:few|little) as"
     r"|minimum", Bound.AT_LEAST, False),
    (r"(?:no|not) more than|at (?:the )?most|up to|as (?:many|much|high) as|an? maximum of|not exceeding|maximum"
     r"|not over", Bound.AT_MOST, False),
    (r"(?:(?:far|many|much|slightly|a little|well) )?more than|(?:(?:well|just|slightly|a little) )?(?:over|above)"
     r"|upwards? of|in excess of|exceeding|greater than", Bound.AT_LEAST, True),
    (r"(?:(?:far|slightly|a little|well) )?(?:fewer|less) than|(?:(?:well|just|slightly) )?(?:under|below)|short of",
     Bound.AT_MOST, True),
    (r"almost|nearly|about|around|roughly|some|approximately|(?:an )?estimated|close to|circa|ca?\.|perhaps|maybe"
     r"|in the region of|something like|more or less|virtually|~", Bound.APPROX, False),
)  # fmt: skip
_LEFT = [
    (re.compile(rf"(?:(?<=\W)|\A)(?:{words.replace(' ', chr(92) + 's+')})\s*\Z", re.IGNORECASE), kind, exclusive)
    for words, kind, exclusive in _LEFT_BOUNDS
]
_RIGHT_BOUNDS: tuple[tuple[re.Pattern[str], Bound], ...] = (
    (re.compile(r"\s*\+|[-\s]plus\b|\s+or\s+more\b|\s+at\s+(?:the\s+very\s+)?least\b", re.I), Bound.AT_LEAST),
    (re.compile(r"\s+or\s+(?:fewer|less)\b|\s+at\s+(?:the\s+)?most\b", re.IGNORECASE), Bound.AT_MOST),
    (re.compile(r"\s+or\s+so\b|-odd\b", re.IGNORECASE), Bound.APPROX),
)
_LEAD_IN = re.compile(r"\b(?:another|an?\s+(?:further|additional|extra)|a\s+total\s+of)\s+\Z", re.IGNORECASE)
_SPATIAL = frozenset({"over", "above", "under", "below"})


@dataclass(frozen=True)
class _Bounded:
    """A number with the words that bound it: where they begin, where they end, and what they say."""

    start: int
    end: int
    kind: Bound = Bound.EXACT
    exclusive: bool = False


def _bound_before(scene: _Scene, start: int) -> _Bounded:
    """Returns what the words before the number say; "at least some 60" is at least."""
    found = _Bounded(start, start)
    for _ in range(2):
        before = scene.text[max(0, found.start - 30) : found.start]
        hits = ((p.search(before), kind, exclusive) for p, kind, exclusive in _LEFT)
        hit, kind, exclusive = next(((m, k, e) for m, k, e in hits if m), (None, Bound.EXACT, False))
        if hit is None or _is_spatial(scene, found.start - len(before) + hit.start(), hit[0]):
            break
        is_weaker = kind is Bound.APPROX and found.kind is not Bound.EXACT
        kind, exclusive = (found.kind, found.exclusive) if is_weaker else (kind, exclusive)
        found = _Bounded(found.start - len(before) + hit.start(), start, kind, exclusive)
    if lead := _LEAD_IN.search(scene.text, 0, found.start):
        found = replace(found, start=lead.start())
    return found


def _is_spatial(scene: _Scene, at: int, words: str) -> bool:
    """Tells whether "over" is said of a place or a time ("flew over two towns", "over three days")."""
    token = scene.token_at(at)
    if token is None or words.strip().lower() not in _SPATIAL:
        return False
    before = token.nbor(-1) if token.i else None
    if before is not None and before.lower_ in {"for", "of", "to", "at"}:
        return False
    if _IS_TIME.match(scene.text, at):
        return True
    return (token.dep_ == "prep" and not _ends_in_number(token)) or (before is not None and before.lemma_ in _MOTION)


_IS_TIME = re.compile(r"over\s+(?:the\s+)?\S+\s+(?:days|weeks|months|years|hours|minutes|decades)\b", re.IGNORECASE)
_MOTION = frozenset("fly hover circle pass range".split())


def _ends_in_number(token: Token) -> bool:
    """Tells whether the object of a preposition is the bare number ("rose to over 40")."""
    return any(child.dep_ == "pobj" and child.pos_ == "NUM" for child in token.children)


def _bound_after(scene: _Scene, bounded: _Bounded) -> _Bounded:
    for pattern, kind in _RIGHT_BOUNDS:
        if hit := pattern.match(scene.text, bounded.end):
            return replace(bounded, end=hit.end(), kind=kind, exclusive=False)
    return bounded


def _whole(value: float) -> float:
    """Returns an int for a whole number, so that it is written 9, not 9.0."""
    return int(value) if value == int(value) else value


def _limits(kind: Bound, value: float) -> tuple[float | None, float | None]:
    value = _whole(value)
    if kind is Bound.AT_LEAST:
        return value, None
    return (None, value) if kind is Bound.AT_MOST else (value, value)


# -------------------------------------------------------------------------------------- numbers that count nothing

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
_AFTER_NO_COUNT = re.compile(
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
_POINT_IN_TIME = re.compile(rf"{_TIME}\s+(?:ago|earlier|later|after|before|prior|in\s+advance|from\s+now)\b", re.I)
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
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|until|till|from|before|after|around|about)\s+\Z", re.IGNORECASE)
_ONE_NOT_COUNTING = re.compile(
    r"\s+(?:of|another|day|point|side|hand|thing|way|such|time|moment|reason|by\s+one|after)\b|['’]s|-", re.IGNORECASE
)
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|the|which|number|day|another|not|most|as)\s+\Z", re.IGNORECASE
)
_HARM = frozenset("kill wound injure hurt arrest detain die miss leave capture destroy".split())
_SHARE_OF = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?\Z", re.IGNORECASE)


def _counts_nothing(scene: _Scene, numeral: Numeral, noun: _Noun | None) -> bool:
    """Tells whether a number names, ranks, or tells an age, a date or a time ("three days ago")."""
    text, before = scene.text, scene.text[: numeral.start]
    if _MODEL_BEFORE.search(_without_currency(before)) or _AFTER_NO_COUNT.match(text, numeral.end):
        return True
    if _AGE_BEFORE.search(before) or (_BETWEEN_COMMAS.search(before) and re.match(r",|\)|$", text[numeral.end :])):
        return True
    if _POINT_IN_TIME.match(text, numeral.end) or (_FRAME_BEFORE.search(before) and _FRAME.match(text, numeral.end)):
        return True
    if _NAMED_ALWAYS.search(before) or (_NAMED_BEFORE.search(before) and noun is None):
        return True
    if _is_one_without_count(scene, numeral, noun) or _is_definite_pronoun(scene, numeral, noun):
        return True
    return _is_year(scene, numeral, noun) or _is_label(scene, numeral, noun)


def _without_currency(before: str) -> str:
    return re.sub(r"(?:(?:US|CA|AU|NZ|HK|A|C|S|R)?[$€£¥₹₽₺₦₪₩₴₫]|\b[A-Z]{3})\Z", "", before)


def _is_one_without_count(scene: _Scene, numeral: Numeral, noun: _Noun | None) -> bool:
    if scene.text[numeral.start : numeral.end].lower() != "one":
        return False
    if _ONE_NOT_COUNTING.match(scene.text, numeral.end) or _ONE_BEFORE.search(scene.text, 0, numeral.start):
        return not re.search(r"\bleast\s+\Z", scene.text[: numeral.start], re.IGNORECASE)
    if noun is not None or _bound_before(scene, numeral.start).kind is not Bound.EXACT:
        return False
    token = scene.token_at(numeral.start)
    return token is None or token.head.lemma_ not in _HARM


def _is_definite_pronoun(scene: _Scene, numeral: Numeral, noun: _Noun | None) -> bool:
    """Tells whether the number stands for persons spoken of ("the two had met"; "of the two")."""
    before = scene.text[: numeral.start]
    return numeral.spelled and noun is None and re.search(r"\b(?:the|these|those)\s+\Z", before, re.I) is not None


def _is_year(scene: _Scene, numeral: Numeral, noun: _Noun | None) -> bool:
    words = scene.text[numeral.start : numeral.end]
    if not re.fullmatch(r"1[5-9]\d\d|20\d\d", words):
        return False
    before = scene.text[: numeral.start]
    if noun is None or not noun.is_plural:
        return not before.strip() or _YEAR_BEFORE.search(before) is not None
    # "the 2015 accords", but "2000 people"
    return re.search(r"(?:\b(?:the|its|their|his|her|our|in|since|of)|['’]s)\s+\Z", before, re.IGNORECASE) is not None


def _is_label(scene: _Scene, numeral: Numeral, noun: _Noun | None) -> bool:
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


def _taken_by_dates(text: str) -> list[Span]:
    return [Span(*match.span()) for match in WRITTEN_DATE.finditer(text) if not is_month_and_count(match)]


# ------------------------------------------------------------------------------------------------ what is counted

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
"""What follows a bare number as its unit ("26 dead, 40 wounded")."""
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
"""What a number after "at", "as", "to" or "of" counts when one of these stands before it ("put the dead at 26")."""
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
class _Noun:
    """The counted noun: its words, where they end, and whether they are part of the quantity's own words."""

    words: str
    end: int
    is_plural: bool = True


def _noun_after(scene: _Scene, end: int) -> _Noun | None:
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
        return _Noun(scene.text[start:stop], stop, plural)
    if lead < len(tokens) and tokens[lead].lower_ in _STATES and not _has_object(tokens[lead]):
        return _Noun(tokens[lead].lower_, scene.end_of(tokens[lead]))
    return None


def _has_object(token: Token) -> bool:
    return any(child.dep_ == "dobj" for child in token.children)


def _counted_head(scene: _Scene, end: int) -> Token | None:
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
        if token.tag_ not in _MODIFIER_TAGS or re.fullmatch(f"{FULL_WEEKDAY}|{FULL_MONTH}", token.text):
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


def _noun_of(scene: _Scene, end: int) -> _Noun | None:
    """Returns the unit in "five of the injured", "dozens of farms"; where "the" stands, the words end before "of"."""
    opening = _OF.match(scene.text, end)
    if not opening:
        return None
    tokens = scene.tokens_from(opening.end())
    phrase = _phrase(tokens, None) or (tokens[:1] if tokens and tokens[0].tag_ in {"JJ", "VBN", "VBD"} else [])
    if not phrase or (opening["the"] or "").strip().lower() in {"them", "us", "whom", "which"}:
        return None
    start, stop = scene.end_of(phrase[0]) - len(phrase[0]), scene.end_of(phrase[-1])
    return _Noun(scene.text[start:stop], end if opening["the"] else stop)


@dataclass(frozen=True)
class _Unit:
    """What a number counts, and where its words end."""

    name: str | None
    start: int
    end: int


def _unit_of(scene: _Scene, start: int, end: int, noun: _Noun | None) -> _Unit:
    """Returns the unit of a number: a sign beside it, else the noun after it, else a toll before it."""
    text = scene.text
    if sign := _CURRENCY_BEFORE.search(text, 0, start):
        return _Unit(sign["code"] or _CURRENCIES[sign["sign"].replace(" ", "")], sign.start(), end)
    for pattern, name in ((_POINTS, "percentage points"), (_PERCENT, "percent")):
        if hit := pattern.match(text, end):
            return _Unit(name, start, hit.end())
    if hit := re.match(rf"\s?({'|'.join(_CODES)})\b", text[end:]):
        return _Unit(hit[1], start, end + hit.end())
    if hit := _HYPHENED.match(text, end) or _MEASURE.match(text, end):
        takes_s = hit[0].startswith("-") and hit["unit"] not in {"magnitude", "km"}
        return _Unit(hit["unit"] + "s" * takes_s, start, hit.end())
    if noun is not None:
        return _Unit(noun.words, start, noun.end)
    if _MAGNITUDE.search(text, 0, start) or _RICHTER.match(text, end):
        return _Unit("magnitude", start, end)
    small = re.match(r"\s+(?:more|others)\b", text[end:])
    return _Unit(_toll_before(text, _bound_before(scene, start).start), start, end + small.end() if small else end)


def _toll_before(text: str, start: int) -> str | None:
    """Returns what is counted in "put the dead at 26", "raised its count of the dead to 31"."""
    found = _TOLL_LINK.search(text, max(0, start - 80), start)
    return _TOLLS[found["toll"].lower()] if found else None


# --------------------------------------------------------------------------------------------------- ranges

_JOINT = re.compile(
    r"(?:\s*%|\s+per\s?cent)?(?P<word>\s+to\s+|\s+and\s+|\s+or\s+|\s*[-–—]\s*)"
    r"(?:(?:US|CA|AU|NZ|HK|A|C|S|R)?[$€£¥₹₽₺₦₪₩₴₫]\s?|[A-Z]{3}\s?)?\Z"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:(?:US|A|C)?[$€£¥₹₽₺₦₪₩₴₫]\s?|[A-Z]{3}\s?)?\Z", re.IGNORECASE)


def _joint(scene: _Scene, first: Numeral, second: Numeral) -> str | None:
    """Returns how two numbers form one expression: "range", "score" for one that counts nothing, None if apart."""
    joint = _JOINT.match(scene.text[: second.start], first.end)
    if joint is None:
        if _SHARE_OF.match(scene.text[: second.start], first.end) and first.value < second.value <= 1000:
            return "score" if first.value <= 10 else None
        return None
    word = joint["word"].strip()
    between = _BETWEEN.search(scene.text, 0, first.start) is not None
    if word == "and":
        return ("range" if first.value < second.value else None) if between else None
    low, high = _share_scale(first, second)
    if word == "or":
        return "range" if low < high else None
    before = scene.text[: first.start]
    if word == "to":
        if re.search(r"(?<!ranging )\bfrom\s+\S{0,4}\Z", before):  # a change, of which the end counts
            return None
        return "range" if low < high else "score"
    return "range" if low < high and _may_be_hyphen_range(scene, first, second) else "score"


def _may_be_hyphen_range(scene: _Scene, first: Numeral, second: Numeral) -> bool:
    """Tells a range ("10-15 people") from a score ("a 3-5 defeat") and from years ("2019-20")."""
    noun = _noun_after(scene, second.end)
    is_measured = _unit_of(scene, first.start, second.end, None).name is not None
    is_year = bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", scene.text[first.start : first.end])) and noun is None
    return not is_year and (is_measured or second.scale > 1 or (noun is not None and noun.is_plural))


def _share_scale(first: Numeral, second: Numeral) -> tuple[float, float]:
    """Returns the two values, the first with the scale of the second where it has none ("two to three million")."""
    low = first.value
    if first.scale == 1 and second.scale > 1 and first.value * second.scale < second.value:
        low *= second.scale
    return low, second.value


def _numbered(scene: _Scene) -> Iterator[Quantity]:
    dates = _taken_by_dates(scene.text)
    found = [n for n in numerals(scene.text) if not any(d.meets(Span(n.start, n.end)) for d in dates)]
    at = 0
    while at < len(found):
        first, second = found[at], found[at + 1] if at + 1 < len(found) else None
        joint = _joint(scene, first, second) if second else None
        if second is not None and joint:
            quantity = _range(scene, first, second) if joint == "range" else None
            at += 2
        else:
            quantity = _single(scene, first)
            at += 1
        if quantity is not None:
            yield quantity


def _single(scene: _Scene, numeral: Numeral) -> Quantity | None:
    noun = _noun_after(scene, numeral.end)
    if numeral.value == 0 or _counts_nothing(scene, numeral, noun):
        return None
    bounded = _bound_after(scene, _Bounded(numeral.start, numeral.end))
    after = bounded.end if bounded.end > numeral.end else numeral.end
    noun = noun if after == numeral.end else _noun_after(scene, after)
    unit = _unit_of(scene, numeral.start, after, noun or _noun_of(scene, after))
    before = _bound_before(scene, unit.start)
    if _is_set_aside(scene, before.start) or _is_age(scene, before, unit):
        return None
    trailing = bounded if bounded.kind is not Bound.EXACT else _bound_after(scene, replace(bounded, end=unit.end))
    strongest = before if trailing.kind is Bound.EXACT else trailing
    unit = unit if trailing.end <= unit.end else replace(unit, end=trailing.end)
    return _quantity(scene, before.start, unit, strongest, _limits(strongest.kind, numeral.value))


def _range(scene: _Scene, first: Numeral, second: Numeral) -> Quantity | None:
    noun = _noun_after(scene, second.end)
    if _counts_nothing(scene, first, noun) or _AFTER_NO_COUNT.match(scene.text, second.end):
        return None
    low, high = _share_scale(first, second)
    unit = _unit_of(scene, first.start, second.end, noun or _noun_of(scene, second.end))
    between = re.search(r"\bbetween\s+\Z", scene.text[: unit.start], re.IGNORECASE)
    start = between.start() if between else _bound_before(scene, unit.start).start
    if _is_set_aside(scene, start):
        return None
    return _quantity(scene, start, unit, _Bounded(start, unit.end, Bound.RANGE), (_whole(low), _whole(high)))


def _quantity(
    scene: _Scene, start: int, unit: _Unit, bounded: _Bounded, limits: tuple[float | None, float | None]
) -> Quantity:
    return Quantity(
        text=scene.text[start : unit.end],
        kind=bounded.kind,
        min=limits[0],
        max=limits[1],
        unit=unit.name,
        span=Span(start, unit.end),
        exclusive=bounded.exclusive,
        subset=_is_subset(scene.text, start, unit.end),
    )


def _is_set_aside(scene: _Scene, start: int) -> bool:
    """Tells whether the words take the figure back or leave it behind ("58, not 70"; "up from 26")."""
    hit = _SET_ASIDE.search(scene.text, 0, start)
    if hit is None:
        return False
    # "from 12 provinces" counts, "from 26 to 31" leaves 26 behind
    if hit[0].strip().lower() != "from":
        return True
    after = scene.text[start : start + 60]
    return re.match(r"\S+(?:\s+\w+)?\s+to\s", after) is not None and len(list(numerals(after))) > 1


def _is_age(scene: _Scene, before: _Bounded, unit: _Unit) -> bool:
    """Tells whether "over 60" says how old somebody is: a plural noun before it, nothing counted after it."""
    token = scene.token_at(before.start)
    words = scene.text[before.start :].lower()
    if token is None or unit.name is not None or not words.startswith(("over", "under", "above", "below")):
        return False
    return token.i > scene.part.start and token.nbor(-1).tag_ == "NNS"


_SUBSET_BEFORE = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|those|whom)(?:\s+\w+)?(?:\s+(?:were|was|are|is))?"
    r"|\bamong\s+[^,.;]{1,40}\s(?:were|was|are|is)|\bof\s+(?:whom|which|them)(?:\s+(?:were|was))?)[,:]?\s+\Z",
    re.IGNORECASE,
)
_SUBSET_AFTER = re.compile(r"\s+of\s+(?:whom|which|them)\b", re.IGNORECASE)
_CONTINUED = re.compile(r"\s*(?:,|\band\b|,\s*and\b)\s*\Z")


def _is_subset(text: str, start: int, end: int) -> bool:
    return bool(_SUBSET_BEFORE.search(text, 0, start) or _SUBSET_AFTER.match(text, end))


# --------------------------------------------------------------------------------------------- numbers left vague

_VAGUE = re.compile(
    r"""\b(?:
      (?:(?:many|several|a\s+few|some|tens\s+of|dozens\s+of|hundreds\s+of)\s+)?
        (?:dozens|hundreds|thousands|millions|billions|scores)(?=\s+(?:of|more|have|had|were|are|will|may)\b)
    | (?:many|several|a\s+few|tens\s+of|hundreds\s+of|a\s+couple(?:\s+of)?)\s+
        (?:dozen|dozens|hundred|thousand|million|billion|hundreds|thousands|millions)\b
    | (?:dozens|hundreds|thousands|millions)\b
    | several(?=\s+\w) | numerous(?=\s+\w) | countless(?=\s+\w)
    | (?:an?|the)\s+(?:(?:large|small|great|growing|unknown|undisclosed|unspecified)\s+)number(?=\s+of\b)
    | a\s+(?:number|handful|couple)(?=\s+of\b)
    | a\s+(?:good\s+|quite\s+)?few
    | (?<!as\s)(?<!how\s)(?<!so\s)(?<!too\s)many(?!\s+an?\b)(?!\s+as\b) | most
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def _vague(scene: _Scene) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(scene.text):
        if _is_superlative(scene, match) or _POINT_IN_TIME.match(scene.text, match.end()):
            continue
        noun = _noun_after(scene, match.end()) or _noun_of(scene, match.end())
        end = noun.end if noun else match.end()
        start = match.start()
        text = scene.text[start:end]
        subset = _is_subset(scene.text, start, end)
        unit = noun.words if noun else None
        yield Quantity(text, Bound.VAGUE, None, None, unit, Span(start, end), subset=subset)


def _is_superlative(scene: _Scene, match: re.Match[str]) -> bool:
    """Tells whether "most" grades instead of counting ("the most wanted", "at most", "most recently")."""
    if match[0].lower() != "most":
        return False
    if re.search(r"\b(?:the|at|its|their|his|her|our)\s+\Z", scene.text[: match.start()], re.IGNORECASE):
        return True
    token = scene.token_at(match.start())
    return token is None or token.tag_ not in {"JJS", "NN"}


# ------------------------------------------------------------------------------------------- units that carry over


def _with_shared_units(quantities: list[Quantity], scene: _Scene) -> Iterator[Quantity]:
    """Yields the quantities with what they share ("12 people and wounded 30", "including two women and a boy")."""
    previous: Quantity | None = None
    for quantity in quantities:
        if previous is not None and previous.span and quantity.span:
            between = scene.text[previous.span.end : quantity.span.start]
            if quantity.unit is None and previous.min != 1 and _VERB_BETWEEN.fullmatch(between):
                quantity = replace(quantity, unit=previous.unit)
            if previous.subset and _CONTINUED.fullmatch(between):
                quantity = replace(quantity, subset=True)
        yield quantity
        previous = quantity


_VERB_BETWEEN = re.compile(r",?\s+(?:(?:and|while)\s+)?(?:\w+ly\s+)?(?:\w+(?:ed|ing)|hurt|hurting)\s+")
