"""The normal form of a claim in which two claims can be compared: families, things, names, amounts, days, party."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from provenance.propositions.amounts import Amount, amounts_of
from provenance.propositions.circumstances import cause_in, hour_in
from provenance.propositions.lexicon import (
    STOP,
    camp,
    families,
    families_of,
    is_thing,
    listed,
    stem,
    thing,
    wording_of,
    words_in,
)
from provenance.propositions.names import is_broad, telling_names, words_of_long_names
from provenance.propositions.parties import Party, blames, responsible_in
from provenance.propositions.placed import in_order
from provenance.records.claim import Claim, Interval, Stance

LEAD_SENTENCES = 400
"""Characters of a document in which its place is looked for, after the title."""

DEEDS_BACK = 3
"""How many claims before one that only blames may tell what it blames for."""

CALENDAR = frozenset([*calendar.day_name, *calendar.month_name[1:]])

WORN_LEAST = 12
WORN_SHARE = 0.02
"""A name in more documents than this number, and than this share of them, is worn."""

PART_IN_IT = re.compile(
    r"\W*(?:(?:any|all|some|playing|having|had|the)\s+)*"
    r"(?:part|role|involvement|responsibility|hand|knowledge|connection|link)\s+"
    r"(?:in|for|of|with|to)\s+(?:it|this|that|them)\b",
    re.I,
)
"""Content that points at what was said before, whatever follows ("any role in this, in a letter")."""

_LEVEL = r"(?:province|governorate|state|region|district|county|oblast|department|prefecture)"
_NAME = r"[^\W\d_a-z][\w'’-]*(?:[ -](?:al-|el-)?[^\W\d_a-z][\w'’-]*)*"
AREA = re.compile(
    rf"\bin (?:the )?{_LEVEL} of (?P<after>{_NAME})"
    rf"|\bin (?:\w+ )?(?P<before>{_NAME}) {_LEVEL}\b"
    rf"|\bin (?:the )?neighbou?ring (?:{_LEVEL} of )?(?P<beside>{_NAME})"
)
"""An area of the first order below a state: "in the province of X", "in X province", "in neighbouring X"."""

SAID_AS = re.compile(
    r"\W*(?:the|this|that|these|those|such|all|any|\w+['’]s?)\s+(?:[\w'’]+\s+)?(?:allegation|accusation|claim|charge|report|story|account|rumour"
    r"|rumor|version|statement|suggestion|assertion|figure|number|toll|count|tally|estimate|total)s?\s+as\b",
    re.I,
)
"""Something said, and what somebody calls it: "the story as hogwash"."""

PRONOUNS = frozenset({"it", "this", "that", "so", "them", "these", "those", "any", "such"})


NEGATION = re.compile(
    r"\b(?:no(?! (?:fewer|less|more|later|sooner)\b)|not(?! (?:only|just|fewer|less|more|\d))"
    r"|never|nobody|none|neither|nor)\b"
    r"|n['’]t\b",
    re.I,
)


@dataclass(frozen=True)
class Frame:
    """A claim in comparable form.

    ``things`` are the stems of what is talked about, without predicates, names and common words; ``names`` the words
    of telling names in the claim itself; ``setting`` those of its sentence and of its document's opening.
    """

    claim: Claim
    order: int
    families: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    setting: frozenset[str]
    worn: frozenset[str]
    """Those of the names that too many of the documents read share to tell one event from another."""
    places: frozenset[str]
    amounts: tuple[Amount, ...]
    days: Interval | None
    party: Party | None
    deeds: frozenset[str]
    """The families of what that party is said to have done."""
    blames: bool
    """Whether the cue itself holds somebody responsible ("blamed")."""
    negated: bool
    """Whether the wording of the content is negative."""
    refers: bool
    """Whether the content only points at what somebody else said ("the allegation", "any role in this")."""
    scene: frozenset[str] = frozenset()
    """The places the text has got to: those in the claim, else in its sentence, else those told last before it."""

    @property
    def affirms(self) -> bool:
        """Tells whether the claim puts its content forward."""
        return self.claim.stance.affirms

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.claim.document.id

    @property
    def origin(self) -> str:
        """The id of the origin's family."""
        return self.claim.origin.family

    @cached_property
    def counts(self) -> tuple[Amount, ...]:
        """The amounts that number something as a whole."""
        return tuple(a for a in self.amounts if not a.part)

    @cached_property
    def wording(self) -> tuple[str, ...]:
        """The words of the content in lower case."""
        return wording_of(self.claim.content.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the content, common words left out."""
        return frozenset(_stems(self.claim.content.text))

    @cached_property
    def repeats_a_figure(self) -> bool:
        """Whether the content is a figure given before ("the same figure")."""
        figures = listed("figure")
        bare = "same" in self.wording and not self.claim.quantities and not self.names
        return bare and any(stem(word) in figures for word in self.wording)

    @cached_property
    def calendar(self) -> frozenset[str]:
        """The days of the week and months that the wording names, for claims whose days were not worked out."""
        return frozenset(w.lower() for w in words_in(self.claim.content.text) if w in CALENDAR)

    @cached_property
    def areas(self) -> frozenset[str]:
        """The provinces, districts and the like that the wording puts it in, in lower case."""
        text = self.claim.content.text
        return frozenset(m["after"] or m["before"] or m["beside"] for m in AREA.finditer(text)) if text else frozenset()

    @cached_property
    def own(self) -> frozenset[str]:
        """The names of the claim itself that tell its event from others."""
        return self.names - self.worn - self._accused

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names that tie the claim to an event: its own, else those of its setting."""
        return ((self.names - self._accused) or self.setting) - self.worn

    @cached_property
    def _accused(self) -> frozenset[str]:
        """The names of the party held responsible, by which no event can be told from another."""
        return self.party.names if self.party else frozenset()

    @cached_property
    def cause(self) -> frozenset[str]:
        """The stems of what the wording gives as the cause, none where it gives none."""
        return cause_in(self.claim.content.text)

    @cached_property
    def predicate(self) -> frozenset[str]:
        """The families of the predicate itself, none where it is of no known one."""
        triple = self.claim.triple
        return families_of(map(stem, words_in(triple.predicate))) - OF_FIGURES if triple else frozenset()

    @cached_property
    def hour(self) -> float | None:
        """The hour of the day that the wording names."""
        return hour_in(self.claim.content.text)

    @cached_property
    def topic(self) -> frozenset[str]:
        """Things and names that the claim is about, the party held responsible and the cause left out."""
        stems = frozenset(map(stem, words_in(self.party.text))) if self.party else frozenset()
        party = self.party.names | stems | frozenset(map(thing, stems)) if self.party else frozenset()
        return (self.things | self.names) - party - self.cause


def said(claim: Claim) -> str:
    """Returns the words of the content, and those of the triple where they add something."""
    triple = claim.triple
    extra = " ".join((triple.subject, triple.predicate, triple.object)) if triple else ""
    return claim.content.text if claim.content.text and not extra else f"{claim.content.text} {extra}".strip()


def _stems(text: str) -> list[str]:
    return [stem(word) for word in words_in(text) if word.lower() not in STOP and not word[0].isdigit()]


def _unit_families(claim: Claim) -> frozenset[str]:
    return families_of(s for q in claim.quantities if q.unit for s in _stems(q.unit))


def families_said(claim: Claim) -> frozenset[str]:
    """Returns the families of a claim's words and of the units of its numbers."""
    text = said(claim)
    titled = frozenset(map(stem, words_of_long_names(text)))
    return families_of(s for s in _stems(text) if s not in titled) | _unit_families(claim)


def _unit_things(claim: Claim) -> Iterable[str]:
    return (s for q in claim.quantities if q.unit and not q.subset for s in _stems(q.unit))


def _things(text: str, claim: Claim, names: frozenset[str]) -> frozenset[str]:
    stems = {*_stems(text), *_unit_things(claim)}
    plain = {s for s in stems if camp(s) or is_thing(s) or not families_of([s])}
    named = {stem(n) for n in names}
    common = listed("common") | listed("figure")
    return frozenset(thing(s) for s in plain if s not in common and s not in named and not is_broad(s))


def _refers(text: str, things: frozenset[str], names: frozenset[str]) -> bool:
    if PART_IN_IT.match(text) or SAID_AS.match(text):
        return True
    words = [w.lower() for w in words_in(text)]
    stems = {stem(w) for w in words}
    pointing = listed("said") | listed("part") | listed("figure")
    bare = {word for word in words if stem(word) not in listed("judged")}
    if names or not (stems & pointing or (bare <= PRONOUNS | STOP and bare)):
        return False
    rest = {s for s in things if s not in pointing | listed("judged")}
    predicates = families_of(s for s in stems if s not in pointing | listed("judged"))
    return not rest and len(predicates) <= (1 if stems & listed("part") else 0)


OF_FIGURES = frozenset({"rise", "fall"})
"""Families of what figures do: whatever is counted happened otherwise."""

FROM_AFAR = re.compile(
    r"\b(?:kilomet(?:re|er)s?|km|kms|miles?|met(?:re|er)s?|yards?|(?:half |an )?hours?(?:['’])?(?: drive)?)"
    r" (?:to the )?(?:(?:(?:due )?(?:north|south|east|west)(?:[- ]?(?:north|south)?(?:east|west))?(?:ern)?)"
    r"(?: of| from)?|from|of|away from|outside) (?:the )?(?:[\w'’]+ )?[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)*"
)
"""A place that only tells where another lies: "90 kilometres west of X"."""


def _own_names(text: str, claim: Claim) -> frozenset[str]:
    text = FROM_AFAR.sub(" ", text)
    return telling_names(text) | (telling_names(f"of {claim.place}") if claim.place else frozenset())


def _source_names(claim: Claim) -> frozenset[str]:
    sources = (claim.source.source, *claim.chain)
    texts = [f"of {s.name}" for s in sources] + [f"of {claim.source.text or ''}", f"of {claim.document.outlet}"]
    return frozenset(n for text in texts for n in telling_names(text))


def opening_names(claims: Sequence[Claim]) -> frozenset[str]:
    """Returns the telling names of a document's title and opening, or of its first claim that has any.

    Args:
        claims: The claims of one document, in its order.
    """
    document = claims[0].document
    lead = f"{document.title or ''}.\n{document.text[:LEAD_SENTENCES]}"
    found = telling_names(lead) if document.text else telling_names(document.title or "")
    said = frozenset(n for claim in claims for n in telling_names(claim.content.text))
    credited = frozenset(n for claim in claims for n in _source_names(claim)) - said
    own = next((names for claim in claims if (names := telling_names(claim.content.text) - credited)), frozenset())
    return (found - credited) | own


def _sentence_names(claim: Claim) -> frozenset[str]:
    return telling_names(claim.sentence_text) - _source_names(claim)


def worn_names(documents: Mapping[str, Iterable[Claim]], openings: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Returns the names that so many documents have in common that they no longer tell one event from another.

    Args:
        documents: The claims by the id of their document.
        openings: The names of each document's opening.
    """
    counts: Counter[str] = Counter()
    for document, claims in documents.items():
        own = (_own_names(said(claim), claim) for claim in claims)
        counts.update(openings[document].union(*own))
    most = max(WORN_LEAST, WORN_SHARE * len(documents))
    return frozenset(name for name, count in counts.items() if count > most)


def frame_of(claim: Claim, order: int, opening: frozenset[str], worn: frozenset[str] = frozenset()) -> Frame:
    """Returns the frame of a claim.

    Args:
        claim: The claim.
        order: Its place among all claims, which decides what came first.
        opening: Names of its document's opening.
        worn: Names too common in what was read.
    """
    text = said(claim)
    names = _own_names(text, claim)
    things = _things(text, claim, names)
    found = families_said(claim)
    blame = responsible_in(claim)
    party = blame.party if blame else None
    return Frame(
        claim=claim,
        order=order,
        families=found,
        things=things,
        names=names,
        setting=_sentence_names(claim) | opening,
        worn=worn & (names | opening),
        places=_places(text, claim, names) - (party.names if party else frozenset()),
        amounts=tuple(amounts_of(claim, lambda: found)),
        days=claim.event_date,
        party=party,
        deeds=(blame.deeds or frozenset(f for f in found if harmful([f]))) if blame else frozenset(),
        blames=blames(claim),
        negated=bool(NEGATION.search(text)),
        refers=_refers(text, things, names) and claim.stance in {Stance.DENIES, Stance.RETRACTS, Stance.OPEN},
    )


def _places(text: str, claim: Claim, names: frozenset[str]) -> frozenset[str]:
    if claim.place:
        return telling_names(f"of {claim.place}")
    words = words_in(text)
    after = (w for before, w in pairwise(words) if before in LOCATIVE)
    return frozenset(w.lower() for w in after) & names


LOCATIVE = frozenset({"in", "at", "near", "on", "from", "outside", "around", "of"})


def frames_of(claims: Iterable[Claim]) -> list[Frame]:
    """Returns a frame for each claim, in the order of their places; claims read twice count once."""
    ordered = in_order(claims)
    by_document: dict[str, list[Claim]] = {}
    for claim in ordered:
        by_document.setdefault(claim.document.id, []).append(claim)
    openings = {name: opening_names(group) for name, group in by_document.items()}
    worn = worn_names(by_document, openings)
    frames = [frame_of(claim, order, openings[claim.document.id], worn) for order, claim in enumerate(ordered)]
    return [_with_deed(frame, frames) for frame in in_scene(frames)]


def in_scene(frames: Iterable[Frame]) -> list[Frame]:
    """Returns the frames with their scenes: a text goes on with the event it told last until it names another."""
    placed: list[Frame] = []
    for frame in frames:
        before = placed[-1].scene if placed and placed[-1].document == frame.document else frozenset()
        placed.append(replace(frame, scene=_scene_of(frame) or before))
    return placed


def _scene_of(frame: Frame) -> frozenset[str]:
    claim = frame.claim
    accused = frame.party.names if frame.party else frozenset()
    return _located(said(claim), frame.names - accused) or _located(
        claim.sentence_text, _sentence_names(claim) - accused
    )


def _located(text: str, names: frozenset[str]) -> frozenset[str]:
    """Returns the names that stand behind a preposition of place, an article between them or not."""
    words = [word for word in words_in(text) if word.lower() != "the"]
    return frozenset(w.lower() for before, w in pairwise(words) if before.lower() in LOCATIVE) & names


def _with_deed(frame: Frame, frames: Sequence[Frame]) -> Frame:
    """Gives a claim that only names who is to blame the deeds told just before it in its document."""
    if not frame.blames or frame.families or frame.topic:
        return frame
    before = [f for f in frames[max(0, frame.order - DEEDS_BACK) : frame.order] if f.document == frame.document]
    deeds = frozenset(name for f in before for name in f.families if harmful([name]))
    return replace(frame, families=deeds, deeds=deeds)


def harmful(names: Iterable[str]) -> bool:
    """Tells whether any of the families is one that somebody can be held responsible for."""
    return any(families()[name].harmful for name in names)
