"""Who is held responsible in a claim, and when two parties cannot be the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from provenance.propositions.lexicon import camp, families, families_in, families_of, stem, words_in
from provenance.propositions.names import is_broad, name_words
from provenance.records.claim import Claim, Triple
from provenance.records.naming import name_in
from provenance.records.source import Source, SourceKind
from provenance.sources.countries import load_countries

BLAME = frozenset(map(stem, "blame hold held fault accuse pin pinned finger attribute responsible".split()))
BLAMED_ENDS = re.compile(r"\b(?:for|of|over|responsible|with|behind)\b", re.I)
HOLDER = re.compile(
    r"\bunder (?:the )?(?P<a>[^,.;]+?)(?:['’]s?)? (?:control|rule|occupation)\b"
    r"|\bin (?:the )?hands of (?:the )?(?P<b>[^,.;]+)"
    r"|\bin (?:the )?(?P<c>[^,.;]+?)(?:['’]s?)? hands\b"
    r"|\b(?:controlled|held|occupied|run) by (?:the )?(?P<d>[^,.;]+)",
    re.I,
)
BY = re.compile(r"\bby (?P<who>[^,.;]+)", re.I)
STANDING = re.compile(
    r",? (?:in|at|on|near|from|during|after|before|as|around|outside|inside|along|late|early)\b", re.I
)
NEAR_PREDICATE = 30
"""Characters behind the predicate in which "under X control" must begin to be what is said."""

SHORT = 3
"""Words of a phrase up to which a capital at its beginning is taken for a name."""

AIRCRAFT = re.compile(r"\bfighter(?= (?:jets?|planes?|aircraft|bombers?)\b)", re.I)
"""What is no fighter: "fighter jets"."""

PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
LIGHT = frozenset(
    map(
        stem,
        "set start started stage conduct carry commit committed perpetrate launch execute mount make made".split(),
    )
)
BEFORE_NOUN = frozenset("a an the this that these those his her its their our of in by for with to any no".split())
CLAUSE = frozenset("where that which who when while and but or is are was were as because said than after".split())

SELF = frozenset({"it", "its", "we", "our", "us"})


@dataclass(frozen=True)
class Party:
    """A party as one claim names it: the names in it, in lower case, and the camps its nouns belong to."""

    text: str
    names: frozenset[str]
    camps: frozenset[str]

    @property
    def is_plain(self) -> bool:
        """Tells whether anything in it can be compared."""
        return bool(self.names or self.camps)


def party_named(text: str) -> Party:
    """Returns the party that some words name; where it stands is cut off ("the army in the north")."""
    head = STANDING.split(text.strip(), maxsplit=1)[0]
    words = words_in(AIRCRAFT.sub(" ", head)) or words_in(head)
    names = name_words(head, initial=len(words) <= SHORT or is_broad(words[0].lower()))
    told = words[:1] + [w for w in words[1:] if w.islower() or any(is_broad(n) and not camp(stem(n)) for n in names)]
    camps = {camp(stem(word)) for word in told} - {None} | ({"state"} if STATE_FORCES.search(head) else set())
    return Party(head, frozenset(map(_country, names - NOBODY)), frozenset(c for c in camps if c))


STATE_FORCES = re.compile(r"\b(?:armed|security|air) forces?\b")
"""What an army is called, too."""


def _country(name: str) -> str:
    """Returns the country that an adjective or a people stands for, else the name ("russian": "russia")."""
    known = load_countries()
    for title in (name.title(), name.title().removesuffix("s")):  # the apostrophe of "Kenya's" may be lost
        if country := known.with_adjective(title) or known.named(title):
            return country.name.lower()
    return name


NOBODY = frozenset(
    """
    gunmen gunman attackers attacker assailants assailant men man militants bombers bomber thieves robbers burglars
    hackers arsonists raiders intruders suspects smugglers unidentified unknown armed masked suspected someone
    somebody people
    """.split()
)
"""Words that name no party, whatever capital they begin a sentence with."""


@dataclass(frozen=True)
class Blame:
    """A party with the families of what it is said to have done, empty where the wording does not tell."""

    party: Party
    deeds: frozenset[str] = frozenset()


def _blame(text: str, deeds: frozenset[str] = frozenset()) -> Blame | None:
    party = _plain(text)
    return Blame(party, deeds) if party else None


def _plain(text: str) -> Party | None:
    party = party_named(text)
    return party if party.is_plain else None


def _act_at(words: list[str], harmful: frozenset[str]) -> int | None:
    """Returns where the verb of the deed stands: one of the family's own, or a light one before its noun."""
    acts, deeds = _acts_and_deeds(harmful)
    stems = list(map(stem, words))
    light = (i for i, s in enumerate(stems) if i and s in LIGHT and not deeds.isdisjoint(stems[i + 1 :]))
    own = (i for i, s in enumerate(stems) if i and s in acts and words[i - 1].lower() not in BEFORE_NOUN)
    return min((*light, *own), default=None)


@lru_cache(maxsize=1024)
def _acts_and_deeds(harmful: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the stems of the verbs of some families, and of all their words."""
    found = [families()[name] for name in harmful]
    return frozenset[str]().union(*[each.acts for each in found]), frozenset[str]().union(*[f.stems for f in found])


def _is_source_itself(words: list[str]) -> bool:
    """Tells whether the doer is the source or its own ("it", "one of its boats")."""
    return any(w.lower() in SELF for w in words) and not name_words(" ".join(words))


def _passive(words: list[str], at: int) -> bool:
    return not words[at].endswith("ing") and bool(PASSIVE & {w.lower() for w in words[max(at - 3, 0) : at]})


@lru_cache(maxsize=8192)
def _deed(word: str, harmful: frozenset[str]) -> frozenset[str]:
    """Returns the harmful families whose verb the word is; none for a light verb."""
    return frozenset(name for name in harmful if stem(word) in families()[name].acts)


def _subject(words: list[str]) -> list[str]:
    """Returns the words since the last one that begins another clause, auxiliaries before the verb left out."""
    while words and words[-1].lower() in PASSIVE:
        words = words[:-1]
    begun = [i for i, word in enumerate(words) if word.lower() in CLAUSE]
    return words[begun[-1] + 1 :] if begun else words


def _without_weapon(blame: Blame | None) -> Blame | None:
    """Returns the blame; where a deed or a weapon stands for the doer ("French jets"), peoples and camps only."""
    if blame is None or not families_of([stem(words_in(blame.party.text)[-1])]):
        return blame
    party = replace(blame.party, names=_countries(blame.party))
    return replace(blame, party=party) if party.is_plain else None


def _doer(claim: Claim, harmful: frozenset[str]) -> Blame | None:
    """Returns who did it by the order of words: before an active verb, after "by" of a passive one."""
    found = _doer_in(claim.content.text, harmful)
    return _itself(claim, found) if isinstance(found, frozenset) else found


@lru_cache(maxsize=4096)
def _doer_in(text: str, harmful: frozenset[str]) -> Blame | frozenset[str] | None:
    """Returns who did it by a wording, whoever says it; the deeds alone where it is the speaker."""
    words = words_in(text)
    at = _act_at(words, harmful)
    if at is None:
        return None
    deeds = _deed(words[at], harmful)
    if _passive(words, at):
        by = BY.search(text, text.find(words[at]))
        return _blame(by["who"], deeds) if by else None
    if _is_source_itself(words[:at]):
        return deeds
    return _without_weapon(_blame(" ".join(_subject(words[:at])), deeds))


def _of_triple(claim: Claim, harmful: frozenset[str]) -> Blame | None:
    triple = claim.triple
    if triple is None:
        return None
    words = words_in(triple.predicate)
    deeds = frozenset(name for word in words for name in _deed(word, harmful))
    if not deeds or PASSIVE & {w.lower() for w in words}:
        return None
    if triple.subject.lower() in SELF:
        return _itself(claim, deeds)
    subject = words_in(triple.subject)
    if _is_source_itself(subject[:1]) and _is_source_itself(subject):
        own = _itself(claim, deeds)
        return replace(own, party=replace(own.party, camps=party_named(triple.subject).camps or own.party.camps))
    return _blame(triple.subject, deeds)


def blames(claim: Claim) -> bool:
    """Tells whether the cue itself holds somebody responsible ("blamed", "accused")."""
    return claim.cue is not None and _is_blaming(claim.cue.text) and claim.stance.affirms


@lru_cache(maxsize=4096)
def _is_blaming(cue: str) -> bool:
    return any(stem(word) in BLAME for word in words_in(cue)) or bool(POINTS.fullmatch(cue))


POINTS = re.compile(r"(?:(?:has|have|had) )?point(?:ed|s|ing)?", re.I)
""" "Pointed the finger at", of which the cue may be the verb alone."""


def _blamed(claim: Claim) -> Blame | None:
    text = claim.content.text
    ends = (m.start() for m in BLAMED_ENDS.finditer(text) if not INSIDE_NAME.match(text, m.end()))
    return _blame(text[: next(ends, len(text))]) or _blame(text)


INSIDE_NAME = re.compile(r"\s+(?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^\W\d_a-z]")
"""Behind a preposition: the name goes on ("the Front for the Liberation of ...")."""


def _itself(claim: Claim, deeds: frozenset[str]) -> Blame:
    """Returns the speaker, or whom he speaks for, as the party.

    "Army" in the name of an armed group makes it no state's.
    """
    source = claim.origin
    party = party_named(spoken_for(source) or source.name)
    return Blame(replace(party, camps=frozenset()) if source.kind is SourceKind.ARMED_GROUP else party, deeds)


def spoken_for(source: Source) -> str:
    """Returns the name of whom a person or a group's media speak for, as its id tells; empty where there is none.

    >>> spoken_for(Source("source:ana-ruiz", "Ana Ruiz", SourceKind.PERSON, family="source:delta-front"))
    'Delta Front'
    """
    speaks = source.kind in {SourceKind.PERSON, SourceKind.GROUP_MEDIA} and source.is_mouthpiece
    return name_in(source.family) if speaks else ""


def _holder(claim: Claim) -> Blame | None:
    said = f"{claim.triple.predicate} {claim.triple.object}" if claim.triple else claim.content.text
    found = HOLDER.search(said)
    if found and found.start() > NEAR_PREDICATE:  # "... raids on a town held by X" is not about who holds it
        return None
    return _blame(next(filter(None, found.groups())), frozenset({"control"})) if found else None


def _core(triple: Triple) -> str:
    """Returns the predicate and the object it takes directly ("released a bomb"), to the first preposition."""
    return f"{triple.predicate} {re.split(OBLIQUE, triple.object, maxsplit=1)[0]}"


OBLIQUE = re.compile(
    r",|\b(?:of|by|to|with|against|before|after|when|while|as|since|because|on|in|at|near|during|from|until|for)\b"
)


BEHIND = re.compile(r"^(?P<who>[^,.;]+?) (?:alone )?(?:was|were|is|are|had been|stood) (?:alone )?behind\b", re.I)


def _behind(claim: Claim, harmful: frozenset[str]) -> Blame | None:
    """Returns who "was behind" a deed."""
    found = BEHIND.match(claim.content.text) if harmful else None
    if found is None:
        return None
    if found["who"].split()[0].lower() in SELF:
        return _itself(claim, harmful)
    return _blame(found["who"], harmful)


CLAIMED = re.compile(r"\bclaim(?:s|ed|ing)?\b|\bclaims? of responsibility\b", re.I)
FOR_ITSELF = re.compile(
    r"\W*(?:(?:the|full|sole|joint) )*responsibility\b|\W*(?:the|that|this) (?:\w+ ){0,2}\w+\W*$", re.I
)


def _claimed(claim: Claim, harmful: frozenset[str]) -> Blame | None:
    """Returns the speaker who takes a deed upon itself: "claimed responsibility for the raid", "claimed the attack"."""
    cue = claim.cue.text if claim.cue else ""
    own = claim.stance.affirms and CLAIMED.search(cue) and ("responsib" in cue or FOR_ITSELF.match(claim.content.text))
    taken = own and (harmful or "responsib" in f"{cue} {claim.content.text}")
    return _itself(claim, harmful) if taken else None


def responsible_in(claim: Claim) -> Blame | None:
    """Returns the party a claim holds responsible, as given, or else as far as the wording makes it plain."""
    if claim.responsible:
        own = claim.responsible in {claim.source.source.name, claim.origin.name}
        return _itself(claim, frozenset()) if own else Blame(party_named(claim.responsible))
    if blames(claim):
        return _blamed(claim)
    found = families_in(claim.content.text)
    harmful = frozenset([name for name in found if families()[name].harmful])
    if who := _claimed(claim, harmful) or _behind(claim, harmful):
        return who
    if "control" in found and (holder := _holder(claim)):
        return holder
    if not harmful:
        return None
    if claim.triple and not any(_deed(word, harmful) for word in words_in(_core(claim.triple))):
        return None  # a deed in a side clause ("before the dam broke") is nobody's
    return _of_triple(claim, harmful) or _doer(claim, harmful)


def _initials(names: frozenset[str], text: str) -> str:
    return "".join(word[0] for word in words_in(text) if word[0].isupper()).lower()


def may_be_one(one: Party, other: Party) -> bool:
    """Tells whether two parties share a name, a camp or initials, so that they may be the same."""
    if one.names & other.names or one.camps & other.camps:
        return True
    return _initials(one.names, one.text) in other.names or _initials(other.names, other.text) in one.names


def differ_plainly(one: Party, other: Party) -> bool:
    """Tells whether two parties are of different camps: a soldier is no rebel, whatever their names."""
    return bool(one.camps and other.camps) and not one.camps & other.camps and not one.names & other.names


def are_rivals(one: Party, other: Party) -> bool:
    """Tells whether two parties cannot be the same: nouns of different camps, or different proper names.

    A name beside a bare noun ("the ELF" beside "guerrillas") is unknown, so it is no conflict.
    """
    if may_be_one(one, other):
        return bool(_countries(one) and _countries(other) and not one.names & other.names)
    if one.camps and other.camps:
        return True
    if _may_lead(one, other) or _may_lead(other, one):
        return False
    return bool(one.names and other.names and not (one.camps or other.camps))


def of_two_states(one: Party, other: Party) -> bool:
    """Tells whether both name a state, and none in common."""
    known = load_countries()
    mine, theirs = (frozenset(n for n in p.names if known.named(n.title())) for p in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _may_lead(one: Party, other: Party) -> bool:
    """Tells whether one may be a person at the head of the other, a state: "Assad", "Damascus"."""
    words = words_in(one.text)
    person = 0 < len(words) <= PERSON and all(w[0].isupper() for w in words) and not any(camp(stem(w)) for w in words)
    state = "state" in other.camps or any(is_broad(n) or load_countries().meant_by(n.title()) for n in other.names)
    return person and bool(one.names) and state


PERSON = 3
"""Words up to which a name in capitals may be a person's."""


def _countries(party: Party) -> frozenset[str]:
    return frozenset(name for name in party.names if is_broad(name) or load_countries().named(name.title()))
