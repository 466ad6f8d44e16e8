"""The kind of a source by the form of its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from provenance.records.source import SourceKind
from provenance.sources.countries import load_countries
from provenance.sources.noun_phrases import DEMONSTRATIVES, PRONOUNS, NounPhrase, is_capitalised
from provenance.sources.persons import is_person
from provenance.sources.vocabulary import (
    ARMED_GROUP,
    BODY,
    CUSTOMS,
    DOCUMENT,
    FORCES,
    GOVERNMENT,
    GOVERNMENT_MODIFIERS,
    IMAGERY,
    MEASURES,
    MEDIA_FIRST,
    MONITOR,
    MONITORING,
    OFFICES,
    OUTLET,
    OUTLET_IN_LOWER_CASE,
    PARTY,
    PEOPLE,
    PEOPLE_PLURAL,
    PLANS,
    SPOKES,
    STATE_FORCES,
)

_STATE_RUN = frozenset("state official government regime army military junta ministry".split())
_GROUP_RUN = frozenset("rebel militia militant insurgent jihadist guerrilla separatist".split())
_RUN = re.compile(r"-(?:run|owned|controlled|backed|funded|linked|affiliated)$")
_PARTITIVE = re.compile(r"(?i)(?:an? |the )?\w+ of (?:the |their |its )?(?P<rest>.+)")
_ONE_OF = re.compile(r"(?i)(?:one|another|either|neither) of (?P<rest>.+)")
_VAGUE = frozenset(
    """
    group organisation organization body network agency movement team office channel station outlet newspaper paper
    website site broadcaster observatory monitor watchdog daily service unit weekly magazine portal blog
    """.split()
)
"""Nouns that, with "the" alone before them, only point back to what was named."""

_GUARDS = frozenset("coast border national republican presidential home revolutionary imperial civil".split())
_NAMELESS_REPORTS = frozenset(
    "media local news press unconfirmed initial early some several various other conflicting earlier recent multiple "
    "many such foreign these those preliminary".split()
)
_AGENTS = re.compile(r"\w{3,}(?:er|or|ist|ian|ant|ee|eer|man|woman)$")
_LIKE_SURNAMES = ("ers", "ors")
_AGENTS_PLURAL = re.compile(r"\w{3,}(?:ers|ors|ists|ians|ants|ees|men|women)$")


_STOPS = frozenset(
    "bus train railway metro subway coach power petrol gas filling polling space pumping service".split()
)
"""What stands before "station" where nothing is broadcast."""


@lru_cache(maxsize=50_000)
def kind_of(text: str) -> SourceKind:
    """Returns what the words alone say of a source; unknown where they leave it open.

    "The group" and its like are unknown: they point back to something named before.

    >>> print(kind_of("two officials"), kind_of("the health ministry"), kind_of("Jane Roe"), kind_of("the group"))
    anonymous_plural government person unknown
    """
    phrase = NounPhrase(text)
    if not phrase.core or (phrase.head == "station" and _STOPS & set(phrase.modifiers)):
        return SourceKind.UNKNOWN
    return next((kind for rule in _RULES if (kind := rule(phrase)) is not None), SourceKind.UNKNOWN)


def body_spoken_for(text: str) -> str | None:
    """Returns the words for the body that an unnamed spokesperson speaks for; None where there is no such person.

    Empty where the words do not say for whom.

    >>> body_spoken_for("a navy spokesman"), body_spoken_for("a spokeswoman for the Riga Trust in Oslo")
    ('navy', 'the Riga Trust')
    """
    phrase = NounPhrase(text)
    if phrase.head not in SPOKES:
        return None
    named = re.search(r"(?i)\bspokes\w+ (?:for|of|at|from) (.+?)(?=,| (?:in|at|on|to|who|said) |$)", text)
    if named:
        return named[1]
    unsaid = {
        "senior",
        "chief",
        "official",
        "top",
        "unnamed",
        "unidentified",
        "deputy",
        "lead",
        "main",
        "new",
        "former",
    }
    words = [w for w in phrase.core[:-1] if w.lower() not in unsaid]
    return re.sub(r"['’]s?$", "", " ".join(words))


def is_pseudo_source(text: str) -> bool:
    """Tells whether what follows "according to" is a measure, a plan or a custom rather than a source.

    Plans and rules are sources when they are documents: "according to plan" is none, "according to the plan" is one.

    >>> [is_pseudo_source(t) for t in ("schedule", "local legend", "the size of the herd", "whether it rains")]
    [True, True, True, True]
    """
    phrase = NounPhrase(text)
    if not phrase.core:
        return True
    if phrase.tokens[0].lower() in {"whether", "how", "when", "where"}:
        return True
    if any(map(is_capitalised, phrase.core[1:])) or (phrase.determiner and is_capitalised(phrase.core[0])):
        return False
    if {phrase.head, _singular(phrase.head)} & (MEASURES | CUSTOMS):
        return True
    if phrase.head in PLANS:
        seen = phrase.determiner in {"a", "an"} and len(phrase.tokens) > len(phrase.core) + 1
        return not seen and (not phrase.determiner or phrase.determiner in {"any", "some", "a", "an"})
    return _is_bare(phrase)


def _is_bare(phrase: NounPhrase) -> bool:
    """Tells whether a count noun stands without article, plural or name: "home village", "blood group"."""
    named = any(map(is_capitalised, phrase.tokens)) or phrase.text.lower() in PRONOUNS | {"him", "her", "it", "them"}
    counted = phrase.determiner or phrase.is_counted or phrase.head.endswith("s") or phrase.head.endswith(("'", "’"))
    return not named and not counted and len(phrase.tokens) == len(phrase.core) and kind_of(phrase.text) is _UNKNOWN


_UNKNOWN = SourceKind.UNKNOWN


def _of_part(phrase: NounPhrase) -> SourceKind | None:
    """ "One of the drivers" is one of them; "a number of drivers" are several."""
    if one := _ONE_OF.match(phrase.text):
        return SourceKind.ANONYMOUS if kind_of(one["rest"]).is_nameless else None
    if part := _PARTITIVE.match(phrase.text):
        return SourceKind.ANONYMOUS_PLURAL if kind_of(part["rest"]) is SourceKind.ANONYMOUS_PLURAL else None
    return None


def _person(phrase: NounPhrase) -> SourceKind | None:
    return SourceKind.PERSON if is_person(phrase.text) else None


def _speaker_for_body(phrase: NounPhrase) -> SourceKind | None:
    """An unnamed spokesman is the voice of the body."""
    body = body_spoken_for(phrase.text)
    if body is None:
        return None
    if not body or body.lower() in {"his", "her", "its", "their"}:
        return SourceKind.ANONYMOUS
    kind = kind_of(body)
    return SourceKind.BODY if kind in {SourceKind.UNKNOWN, SourceKind.PERSON} or kind.is_nameless else kind


def _proper_collective(phrase: NounPhrase) -> SourceKind | None:
    """A proper name tells by its last word: "Riga Post", "Acme Group"."""
    if len(phrase.core) < 2 or not is_capitalised(phrase.core[-1]) or not any(map(is_capitalised, phrase.core[:-1])):
        return None
    if phrase.core[0].lower() in MEDIA_FIRST:
        return SourceKind.OUTLET
    return _monitor(phrase) or _government(phrase) or _by_last_word(phrase)


def _by_last_word(phrase: NounPhrase) -> SourceKind | None:
    if phrase.head == "agency" and phrase.modifiers[-1:] in {("news",), ("press",)}:
        return SourceKind.OUTLET
    if phrase.head == "army" or (phrase.head == "front" and "liberation" in phrase.modifiers):
        return SourceKind.ARMED_GROUP
    if _body(phrase):
        return SourceKind.BODY
    for words, kind in ((OUTLET, SourceKind.OUTLET), (ARMED_GROUP, SourceKind.ARMED_GROUP)):
        if phrase.head in words:
            return kind
    return None


def _named_by_class(phrase: NounPhrase) -> SourceKind | None:
    """ "Rights group Equal Now": the common noun before a name tells its kind."""
    core = phrase.core
    start = len(core)
    while start and is_capitalised(core[start - 1]):
        start -= 1
    if not 0 < start < len(core) or core[start - 1].endswith(("'s", "’s")):
        return None
    return _collective(NounPhrase(" ".join(core[:start])))


def _document(phrase: NounPhrase) -> SourceKind | None:
    if phrase.head == "reports" and not phrase.determiner and set(phrase.modifiers) <= _NAMELESS_REPORTS:
        return SourceKind.ANONYMOUS_PLURAL
    if phrase.text.lower() == "the paper" or _is_titled(phrase):
        return None
    return SourceKind.DOCUMENT if _singular(phrase.head) in DOCUMENT or phrase.head in DOCUMENT else None


def _is_titled(phrase: NounPhrase) -> bool:
    """Tells whether the noun is part of a name: "the Lusaka Ledger" is a newspaper, "the Lusaka ledger" a document."""
    return len(phrase.core) > 1 and is_capitalised(phrase.core[-1]) and is_capitalised(phrase.core[-2])


def _imagery(phrase: NounPhrase) -> SourceKind | None:
    return SourceKind.IMAGERY if phrase.head in IMAGERY else None


def _people(phrase: NounPhrase) -> SourceKind | None:
    head = phrase.head
    if (head in ARMED_GROUP and not phrase.is_counted) or _government(phrase):
        return None
    is_proper = len(phrase.core) > 1 and is_capitalised(phrase.core[-1]) and head not in OFFICES
    if is_proper and is_capitalised(phrase.core[-2]):
        return None
    if _is_plural_of(head, PEOPLE) or (head in PEOPLE_PLURAL and not _is_state_media(phrase)):
        return SourceKind.ANONYMOUS_PLURAL
    if len(phrase.tokens) == 1 and is_capitalised(phrase.core[0]) and head not in OFFICES:
        return None  # as likely a surname: "Baker said"
    if head in PEOPLE or head in OFFICES:
        by_office = head in OFFICES and not phrase.is_indefinite
        return SourceKind.PERSON if by_office else SourceKind.ANONYMOUS
    return None


def _nobody_in_particular(phrase: NounPhrase) -> SourceKind | None:
    """ "A rights group", "two newspapers": collectives that are not named."""
    if is_capitalised(phrase.core[-1]) and len(phrase.core) > 1:
        return None
    kind = _collective(phrase)
    if phrase.is_indefinite and not phrase.is_counted:
        return SourceKind.ANONYMOUS if kind in _NAMED_COLLECTIVES and not _names_it_after(phrase) else None
    several = _is_plural_of(phrase.head, BODY | OUTLET_IN_LOWER_CASE | MONITOR | GOVERNMENT | frozenset({"agency"}))
    if several and phrase.head not in {"forces", "customs", "marines"} and not _is_state_media(phrase):
        return SourceKind.ANONYMOUS_PLURAL
    return None


def _names_it_after(phrase: NounPhrase) -> bool:
    """ "A rights group, Equal Now", "a group called Equal Now"."""
    return re.search(r",\s+(?:the )?[^\Wa-z]|\b(?:called|named|known as) (?:the )?[^\Wa-z]", phrase.text) is not None


_NAMED_COLLECTIVES = {
    SourceKind.BODY,
    SourceKind.MONITOR,
    SourceKind.OUTLET,
    SourceKind.ARMED_GROUP,
    SourceKind.GROUP_MEDIA,
}


def _points_back(phrase: NounPhrase) -> SourceKind | None:
    """ "The group" is whoever was called so before."""
    is_named = re.match(r"\w+ \w+ (?:for|of) (?:the )?[^\Wa-z]", phrase.text) is not None
    is_vague = phrase.determiner in DEMONSTRATIVES and len(phrase.core) == 1 and phrase.head in _VAGUE and not is_named
    return SourceKind.UNKNOWN if is_vague else None


def _collective(phrase: NounPhrase) -> SourceKind | None:
    """Returns the kind of a collective by its common noun, named or not."""
    if not phrase.core:
        return None
    return next((kind for rule in _COLLECTIVES if (kind := rule(phrase)) is not None), None)


def _state_media(phrase: NounPhrase) -> SourceKind | None:
    return SourceKind.STATE_MEDIA if _is_state_media(phrase) else None


def _is_state_media(phrase: NounPhrase) -> bool:
    is_media = phrase.head in OUTLET_IN_LOWER_CASE | {"media", "press", "broadcasters"} or _is_news_agency(phrase)
    return is_media and "islamic" not in phrase.modifiers and _is_run_by(_STATE_RUN, phrase)


def _group_media(phrase: NounPhrase) -> SourceKind | None:
    if phrase.head in {"arm", "wing", "outlet", "office"} and phrase.modifiers[-1:] in {("media",), ("propaganda",)}:
        return SourceKind.GROUP_MEDIA
    is_media = phrase.head in OUTLET_IN_LOWER_CASE or _is_news_agency(phrase)
    return SourceKind.GROUP_MEDIA if is_media and _is_run_by(_GROUP_RUN, phrase) else None


def _is_run_by(owners: frozenset[str], phrase: NounPhrase) -> bool:
    """Tells whether a modifier is one of the owners, also as in "state-run"."""
    modifiers = (re.sub(r"['’]s?$", "", _RUN.sub("", word)) for word in phrase.modifiers)
    return any(word in owners or _singular(word) in owners for word in modifiers)


def _is_news_agency(phrase: NounPhrase) -> bool:
    return phrase.head in {"agency", "service", "site", "organisation", "organization"} and phrase.modifiers[-1:] in {
        ("news",),
        ("press",),
    }


def _monitor(phrase: NounPhrase) -> SourceKind | None:
    if phrase.head in MONITOR:
        return SourceKind.MONITOR
    words = {*phrase.modifiers, *(token.lower() for token in phrase.tokens)}
    if phrase.head in {"observatory", "network", "centre", "center", "documentation"} and {"rights"} <= words:
        return SourceKind.MONITOR
    watching = set(phrase.modifiers) & MONITORING
    groups = {"group", "organisation", "organization", "ngo", "network", "body", "charity", "association", "league"}
    return SourceKind.MONITOR if watching and phrase.head in groups | {"watch", "foundation"} else None


def _outlet(phrase: NounPhrase) -> SourceKind | None:
    if phrase.head in OUTLET_IN_LOWER_CASE or _is_news_agency(phrase):
        return SourceKind.OUTLET
    return None


def _armed_group(phrase: NounPhrase) -> SourceKind | None:
    head, before = phrase.head, set(phrase.modifiers)
    if before & {"fire", "ambulance", "rescue", "medical"}:
        return SourceKind.BODY
    if head in ARMED_GROUP or (head in {"army", "front"} and before & {"liberation", "free"}):
        return SourceKind.ARMED_GROUP
    armed = {"armed", "militant", "rebel", "insurgent", "jihadist", "guerrilla", "terrorist", "islamist", "militia"}
    if head in {"group", "groups", "movement", "alliance", "organisation", "organization", "force"} and before & armed:
        return SourceKind.ARMED_GROUP
    if head in FORCES and not before & STATE_FORCES and not _is_of_country(phrase):
        return SourceKind.ARMED_GROUP if before else None
    return None


def _army_of_no_state(phrase: NounPhrase) -> SourceKind | None:
    """ "Army of the Dawn", where "Army of Chad" is a state's."""
    cause = re.search(r"\bArmy of (?:the )?(?P<what>[^\Wa-z].*)", phrase.text)
    return SourceKind.ARMED_GROUP if cause and load_countries().meant_by(cause["what"]) is None else None


def _party(phrase: NounPhrase) -> SourceKind | None:
    return SourceKind.PARTY if phrase.head in PARTY or phrase.head == "sides" else None


def _government(phrase: NounPhrase) -> SourceKind | None:
    head, before = phrase.head, phrase.modifiers
    if head == "force":
        return SourceKind.GOVERNMENT if set(before) & {"air", "police", "defence", "defense", "border"} else None
    if head == "staff":
        return SourceKind.GOVERNMENT if before[-1:] == ("general",) else None
    if head in {"guard", "guards"}:
        return SourceKind.GOVERNMENT if set(before) & _GUARDS else None
    if head in FORCES:
        return SourceKind.GOVERNMENT if set(before) & STATE_FORCES or _is_of_country(phrase) else None
    if head == "army" and {"liberation", "free"} & set(before):
        return None
    if head in GOVERNMENT:
        return SourceKind.GOVERNMENT
    offices = {
        "office",
        "council",
        "service",
        "agency",
        "command",
        "headquarters",
        "attorney",
        "hall",
        "bureau",
        "staff",
    }
    public = set(before) & GOVERNMENT_MODIFIERS or {"intelligence", "secret"} & set(before)
    return SourceKind.GOVERNMENT if head in offices and public else None


def _body(phrase: NounPhrase) -> SourceKind | None:
    is_relief = phrase.head in {"cross", "crescent"} and phrase.modifiers[-1:] == ("red",)
    return SourceKind.BODY if phrase.head in BODY or is_relief else None


def _is_of_country(phrase: NounPhrase) -> bool:
    countries = load_countries()
    return any(countries.named(word) or countries.with_adjective(word) for word in phrase.core[:-1])


def _people_of_country(phrase: NounPhrase) -> SourceKind | None:
    return SourceKind.ANONYMOUS_PLURAL if load_countries().of_people(phrase.core[-1]) else None


def _agents(phrase: NounPhrase) -> SourceKind | None:
    """ "Glaziers", "a glazier": nouns that by their ending do something."""
    word = phrase.core[-1]
    if is_capitalised(word):
        return None
    if _AGENTS_PLURAL.match(word) and not (len(phrase.tokens) == 1 and word.endswith(_LIKE_SURNAMES)):
        return SourceKind.ANONYMOUS_PLURAL
    return SourceKind.ANONYMOUS if phrase.is_indefinite and _AGENTS.match(word) else None


def _apposition(phrase: NounPhrase) -> SourceKind | None:
    """ "Equal Now, a rights group": what the name leaves open its description tells."""
    _, _, beside = phrase.text.partition(", ")
    described = NounPhrase(beside)
    if not beside or not described.core:
        return None
    return _collective(described)


def _is_plural_of(word: str, singulars: frozenset[str]) -> bool:
    return word.endswith("s") and word not in singulars and _singular(word) in singulars


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


_Rule = Callable[[NounPhrase], SourceKind | None]

_COLLECTIVES: tuple[_Rule, ...] = (
    _state_media,
    _group_media,
    _monitor,
    _outlet,
    _armed_group,
    _government,
    _party,
    _body,
)
"""What the common noun of a collective says; the first that answers decides."""

_RULES: tuple[_Rule, ...] = (
    _of_part,
    _person,
    _speaker_for_body,
    _army_of_no_state,
    _proper_collective,
    _document,
    _imagery,
    _people,
    _points_back,
    _nobody_in_particular,
    _collective,
    _named_by_class,
    _people_of_country,
    _apposition,
    _agents,
)
"""The questions asked of the words, in order; the first that answers decides."""
