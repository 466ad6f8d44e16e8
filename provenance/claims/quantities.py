"""The numbers of a claim as intervals, with what they count.

A number counts unless its surroundings say that it names (a brigade, a road, a tank), dates, times, ranks or ages.
The words before it bound it ("at least", "up to"), the noun after it or a toll before it ("the toll stood at") is its
unit. Figures that the words themselves set aside ("44, not 50"; "from 12 to 17") give no quantity. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from provenance.claims.bounds import Bounded, bound_after, bound_before
from provenance.claims.counted import Unit, noun_after, noun_of, unit_of
from provenance.claims.not_counted import (
    AFTER_NO_COUNT,
    POINT_IN_TIME,
    counts_nothing,
    is_age,
    is_set_aside,
    taken_by_dates,
)
from provenance.claims.numerals import Numeral, numerals
from provenance.claims.scene import Scene
from provenance.records.claim import Bound, Quantity
from provenance.records.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words


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
    scene = Scene(text, part)
    found = _without_overlap([*_vague(scene), *_numbered(scene)])
    shared = _with_shared_bounds(list(_with_shared_units(found, scene)), text)
    return [_placed(quantity, part.start_char) for quantity in shared]


def _with_shared_bounds(quantities: list[Quantity], text: str) -> Iterator[Quantity]:
    """Yields the quantities; "at least nine soldiers and five guards" bounds both numbers.

    Only a bound from one side reaches over "and", and only to a number directly behind it that has none of its own.
    """
    before: Quantity | None = None
    for quantity in quantities:
        if before is not None and _reaches(before, quantity, text):
            low, high = _limits(before.kind, quantity.min or 0)
            quantity = replace(quantity, kind=before.kind, min=low, max=high, exclusive=before.exclusive)
        yield quantity
        before = quantity


def _reaches(before: Quantity, quantity: Quantity, text: str) -> bool:
    if before.span is None or quantity.span is None or before.kind not in {Bound.AT_LEAST, Bound.AT_MOST}:
        return False
    counted = before.unit is not None and quantity.unit is not None and not (before.subset or quantity.subset)
    return quantity.kind is Bound.EXACT and counted and text[before.span.end : quantity.span.start].strip() == "and"


_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"\w+illions?|dozens?|tens|scores|several|few|many|most|numerous|handful|number|couple)\b",
    re.IGNORECASE,
)


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


def _whole(value: float) -> float:
    """Returns an int for a whole number, so that it is written 9, not 9.0."""
    return int(value) if value == int(value) else value


def _limits(kind: Bound, value: float) -> tuple[float | None, float | None]:
    value = _whole(value)
    if kind is Bound.AT_LEAST:
        return value, None
    return (None, value) if kind is Bound.AT_MOST else (value, value)


# --------------------------------------------------------------------------------------------------- ranges

_SHARE_OF = re.compile(r"\s+(?:in|out\s+of)\s+(?:every\s+)?\Z", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:\s*%|\s+per\s?cent)?(?P<word>\s+to\s+|\s+and\s+|\s+or\s+|\s*[-–—]\s*)"
    r"(?:(?:US|CA|AU|NZ|HK|A|C|S|R)?[$€£¥₹₽₺₦₪₩₴₫]\s?|[A-Z]{3}\s?)?\Z"
)
_BETWEEN = re.compile(r"\bbetween\s+(?:(?:US|A|C)?[$€£¥₹₽₺₦₪₩₴₫]\s?|[A-Z]{3}\s?)?\Z", re.IGNORECASE)


def _joint(scene: Scene, first: Numeral, second: Numeral) -> str | None:
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
        if re.search(r"(?<!ranging )\bfrom\s+\S{0,4}\Z", before) and _CHANGE.search(before):  # of which the end counts
            return None
        return "range" if low < high else "score"
    return "range" if low < high and _may_be_hyphen_range(scene, first, second) else "score"


_CHANGE = re.compile(
    r"\b(?:r(?:ise|ose|isen|ising|aised?)|f(?:all|ell|allen|alling)|increas|grew|grow|climb|drop|cut|lower|revis|went|up|down"
    r"|jump|soar|plung|slip|surg|shr[aiu]nk|declin|reduc|tripl|doubl|widen|narrow|mov|chang|switch)",
    re.IGNORECASE,
)


def _may_be_hyphen_range(scene: Scene, first: Numeral, second: Numeral) -> bool:
    """Tells a range ("10-15 people") from a score ("a 3-5 defeat") and from years ("2019-20")."""
    noun = noun_after(scene, second.end)
    is_measured = unit_of(scene, first.start, second.end, None).name is not None
    is_year = bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", scene.text[first.start : first.end])) and noun is None
    return not is_year and (is_measured or second.scale > 1 or (noun is not None and noun.is_plural))


def _share_scale(first: Numeral, second: Numeral) -> tuple[float, float]:
    """Returns the two values, the first with the scale of the second where it has none ("two to three million")."""
    low = first.value
    if first.scale == 1 and second.scale > 1 and first.value * second.scale < second.value:
        low *= second.scale
    return low, second.value


def _numbered(scene: Scene) -> Iterator[Quantity]:
    dates = taken_by_dates(scene.text)
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


def _single(scene: Scene, numeral: Numeral) -> Quantity | None:
    noun = noun_after(scene, numeral.end)
    if numeral.value == 0 or counts_nothing(scene, numeral, noun):
        return None
    bounded = bound_after(scene, Bounded(numeral.start, numeral.end))
    after = bounded.end if bounded.end > numeral.end else numeral.end
    noun = noun if after == numeral.end else noun_after(scene, after)
    unit = unit_of(scene, numeral.start, after, noun or noun_of(scene, after))
    before = bound_before(scene, unit.start)
    if is_set_aside(scene, before.start) or is_age(scene, before, unit):
        return None
    trailing = bounded if bounded.kind is not Bound.EXACT else bound_after(scene, replace(bounded, end=unit.end))
    strongest = before if trailing.kind is Bound.EXACT else trailing
    unit = unit if trailing.end <= unit.end else replace(unit, end=trailing.end)
    return _quantity(scene, before.start, unit, strongest, _limits(strongest.kind, numeral.value))


def _range(scene: Scene, first: Numeral, second: Numeral) -> Quantity | None:
    noun = noun_after(scene, second.end)
    if counts_nothing(scene, first, noun) or AFTER_NO_COUNT.match(scene.text, second.end):
        return None
    low, high = _share_scale(first, second)
    unit = unit_of(scene, first.start, second.end, noun or noun_of(scene, second.end))
    between = re.search(r"\bbetween\s+\Z", scene.text[: unit.start], re.IGNORECASE)
    start = between.start() if between else bound_before(scene, unit.start).start
    if is_set_aside(scene, start):
        return None
    return _quantity(scene, start, unit, Bounded(start, unit.end, Bound.RANGE), (_whole(low), _whole(high)))


def _quantity(
    scene: Scene, start: int, unit: Unit, bounded: Bounded, limits: tuple[float | None, float | None]
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


def _vague(scene: Scene) -> Iterator[Quantity]:
    for match in _VAGUE.finditer(scene.text):
        if _is_superlative(scene, match) or POINT_IN_TIME.match(scene.text, match.end()):
            continue
        noun = noun_after(scene, match.end()) or noun_of(scene, match.end())
        end = noun.end if noun else match.end()
        start = match.start()
        text = scene.text[start:end]
        subset = _is_subset(scene.text, start, end)
        unit = noun.words if noun else None
        yield Quantity(text, Bound.VAGUE, None, None, unit, Span(start, end), subset=subset)


def _is_superlative(scene: Scene, match: re.Match[str]) -> bool:
    """Tells whether "most" grades instead of counting ("the most wanted", "at most", "most recently")."""
    if match[0].lower() != "most":
        return False
    if re.search(r"\b(?:the|at|its|their|his|her|our)\s+\Z", scene.text[: match.start()], re.IGNORECASE):
        return True
    token = scene.token_at(match.start())
    return token is None or token.tag_ not in {"JJS", "NN"}


# ------------------------------------------------------------------------------------------- units that carry over


def _with_shared_units(quantities: list[Quantity], scene: Scene) -> Iterator[Quantity]:
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
