"""Who is meant: the words of a document joined to the source introduced before.

A document has a cast: everybody and everything it names. A full name introduces a member with its acronym in brackets,
its apposition and its last word; later words join it by alias, acronym, surname, head noun with a known modifier, or
pronoun. Whatever fits two members, or none, stays by itself: a wrong speaker is worse than an unknown one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from provenance.records.identity import slug
from provenance.records.source import Credited, Source, SourceKind
from provenance.records.spans import Span
from provenance.sources.kinds import body_spoken_for
from provenance.sources.registry import Registry
from provenance.sources.wording import describe, head_noun, introduces_acronym, kind_of, person_name

_PARTICLES = frozenset(
    "of the for and al el bin ibn abu van von de del della di da du la le les dos das y e & on in to at".split()
)
_DETERMINERS = re.compile(r"(?i)^(?:the|a|an|this|that|these|those|its|his|her|their|our|my|another|one)\s+")
_DEFINITE = re.compile(r"(?i)^(?:the|this|that|these|those)\s+")
_POSSESSIVE_PRONOUN = re.compile(r"(?i)^(?:its|his|her|their)\s+")
_SINGULAR_PERSON = frozenset({"he", "she", "him", "her"})
_THINGS = frozenset({"it", "its"})
_SALIENT = frozenset(
    {SourceKind.GOVERNMENT, SourceKind.BODY, SourceKind.MONITOR, SourceKind.OUTLET, SourceKind.STATE_MEDIA}
    | {SourceKind.ARMED_GROUP, SourceKind.PARTY}
)
"""Kinds that a pronoun may take up although nobody has credited them yet."""
_MINISTER = re.compile(r"(?i)(?P<before>\w+) (?:minister|secretary)\b|\bminister (?:of|for) (?P<after>\w+)")
_SEAT = re.compile(r"[^\W\d_][\w.]*(?: [^\W\d_]\w*)?[- ]based (?=\S)", re.IGNORECASE)
"""Where a body sits, before its name: "London-based"."""
_REACH = 4
"""Sentences a pronoun reaches back over."""

_NAMED_OFFICE = re.compile(
    r"(?:[Tt]he |[Aa]n? )?(?!(?:[Tt]he|[Aa]n?) )([^\W\d_a-z][\w'’-]*(?: (?!(?:for|of|from|at|in)\b)[\w'’-]+)*?)"
    r"(?: (?:chief|senior|top|lead|deputy))* [\w-]+$"
)
"""The body before an office: "Velmar police" in "Velmar police spokesman"."""

SPEAKERS_FOR = frozenset(
    """
    spokesman spokeswoman spokesperson director head chief coordinator researcher leader chairman chairwoman chair
    president secretary lawyer attorney counsel commander member officer representative envoy ambassador official
    chairperson manager founder administrator governor editor correspondent reporter doctor nurse captain boss owner
    analyst adviser advisor deputy minister secretary-general co-ordinator rector dean superintendent
    """.split()
)
"""Offices whose holders speak for the body named with them."""

_FITS: dict[str, frozenset[SourceKind]] = {}
for _nouns, _kinds in (
    ("group organisation organization body movement", "monitor armed_group body party"),
    ("monitor watchdog observatory charity network ngo", "monitor body"),
    ("channel broadcaster station outlet newspaper paper daily website", "outlet state_media group_media"),
    ("agency", "outlet state_media group_media body"),
    ("company firm", "body unknown person"),
    ("militia faction rebels", "armed_group"),
):
    for _noun in _nouns.split():
        _FITS[_noun] = frozenset(SourceKind(k) for k in _kinds.split())

_ARMY = frozenset({"army", "military", "forces"})
"""One body, whichever it is called. "The police" and "the ministry" are nobody's but a police's or a ministry's."""

_NOBODY = frozenset({SourceKind.UNKNOWN, SourceKind.PERSON, SourceKind.DOCUMENT, SourceKind.IMAGERY})
"""Kinds that no spokesman of a body speaks for."""

_COUNTED = {"two": 2, "three": 3, "four": 4, "pair": 2, "duo": 2, "couple": 2, "both": 2, "trio": 3, "quartet": 4}
_PERSON_NOUNS = frozenset(
    "man woman official officer activist politician lawmaker commander general colonel spokesman".split()
)


_CALLED = re.compile(
    r"(?:[Tt]he )?(?P<name>[^\W\d_a-z][\w&.'’-]*(?: [^\W\d_a-z][\w&.'’-]*)*) "
    r"(?P<noun>(?:[a-z-]+ )?(?:agency|newspaper|daily|broadcaster|channel|network|station|website"
    r"|outlet|militia|group|charity|organi[sz]ation|party|movement))"
)
"""A name before the noun for what it is: "the AFP news agency"."""


@dataclass(eq=False)
class Member:
    """One of the cast: the source it stands for and the words it may be called by."""

    source: Source
    name: str
    acronym: str | None = None
    heads: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    is_person: bool | None = False
    """None where two capitalised words may be a person's name or a company's."""
    is_plural: bool = False
    sentence: int = 0
    was_source: bool = False
    subject_of: int = -1
    """The last sentence it was a subject of, -1 where none."""
    number: int = 0
    """Its place among the cast."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its name in lower case."""
        return _words_of_name(self.name)


@dataclass(frozen=True)
class Phrase:
    """Words that name or point to somebody: their text and where they stand.

    ``is_pronoun`` and ``is_plural`` come from the tagger; ``sentence`` counts the sentences of the document.
    """

    text: str
    span: Span | None = None
    is_pronoun: bool = False
    is_plural: bool = False
    is_subject: bool = False
    sentence: int = 0
    pronouns: frozenset[str] = frozenset()
    """Pronouns in what it is credited with: "Delta Power said it had ..." is no person."""


@dataclass
class Cast:
    """Everybody a document names, in the order met. Opened for one document."""

    registry: Registry
    outlet: str
    text: str = ""
    """The document's, by whose words the registry tells namesakes apart."""
    members: list[Member] = field(default_factory=list)
    _by_word: dict[str, list[Member]] = field(default_factory=dict)
    """The members by each word of their names and by their acronyms, so that a long text stays quick to read."""

    def introduce(self, phrase: Phrase) -> Member | None:
        """Adds a named phrase to the cast, or joins it to the member it names again; None where it names nobody."""
        name, descriptors = self._split(phrase)
        if name is not None:
            return self._member(name, descriptors, phrase)
        before = self._by_definite(phrase) if _DEFINITE.match(phrase.text) else None
        if before is not None:
            _see(before, phrase)
            return before
        return self._described(phrase) if kind_of(phrase.text) in _SALIENT else None

    def resolve(self, phrase: Phrase) -> Credited:
        """Returns the source that the words credit, with the rule that found it."""
        if phrase.is_pronoun:
            return self._by_pronoun(phrase)
        name, descriptors = self._split(phrase)
        if name is not None:
            before = self._known(name) or self._pointed_at(name, phrase)
            member = self._member(name, descriptors, phrase)
            member.was_source, member.sentence = True, phrase.sentence
            because = _because(before, name)
            return Credited(member.source, phrase.text, phrase.span, because=because)
        return self._by_noun(phrase)

    def _split(self, phrase: Phrase) -> tuple[str | None, tuple[str, ...]]:
        """Splits name and descriptions; "images supplied by Acme" are images, whoever Acme is."""
        if kind_of(phrase.text) in {SourceKind.DOCUMENT, SourceKind.IMAGERY} and self._listed(phrase.text) is None:
            return None, (phrase.text,)
        name, descriptors = split_name(phrase.text)
        called = _CALLED.match(phrase.text) if name is None else None
        if called is not None and self._listed(called["name"]) is not None:
            return called["name"], (called["noun"],)
        return name, descriptors

    def peek(self, phrase: Phrase) -> Source | None:
        """Returns whom the words name or point to, without crediting anybody; None for a pronoun."""
        if phrase.is_pronoun:
            return None
        name, _ = split_name(phrase.text)
        if name is not None:
            known = self._known(name)
            return known.source if known is not None else self._describe(name)
        if re.match(r"(?i)this ", phrase.text):
            return _publisher(self.outlet)
        member = self._by_definite(phrase) if _DEFINITE.match(phrase.text) else None
        return member.source if member is not None else None

    # -- names ---------------------------------------------------------------------------------------------------

    def _known(self, name: str) -> Member | None:
        """Returns the one member a name, a part of a name or an acronym stands for."""
        bare = _words(name)
        acronym = name.strip(".")
        by_acronym = [m for m in self._by_word.get(acronym, ()) if m.acronym and m.acronym == acronym]
        sharing = self._by_word.get(bare[0], ()) if bare else ()
        exact = by_acronym or [m for m in sharing if m.words == tuple(bare)]
        if exact:
            return exact[-1]
        fits = [m for m in sharing if _is_short_for(bare, m)]
        ids = {m.source.id for m in fits}
        return fits[-1] if len(ids) == 1 else None

    def _pointed_at(self, name: str, phrase: Phrase) -> Member | None:
        """Returns whom a common noun in capitals means: "the Observatory" is the one introduced by its full name."""
        words = _words(name)
        if not _DEFINITE.match(phrase.text) or len(words) > 1 or self._listed(name) is not None:
            return None
        return self._latest(lambda m: words[0] in m.heads and len(m.words) > 1 and not m.is_plural) if words else None

    def _member(self, name: str, descriptors: tuple[str, ...], phrase: Phrase) -> Member:
        pair = introduces_acronym(name) or _short_in_brackets(name)
        long, short = pair if pair else (name, None)
        heads = frozenset(h for d in descriptors if (h := head_noun(d)))
        known = self._known(person_name(long)[1] or long) or self._known(long) or self._pointed_at(long, phrase)
        if known is not None:
            known.heads |= heads
            if short and not known.acronym:
                known.acronym = short
                self._index(known, short)
            _see(known, phrase)
            self._affiliate(known, descriptors, phrase)
            return known
        source = self._source(long, short, phrase)
        is_person = _is_person(source, phrase, descriptors)
        last = [] if is_person else [*_words(long)[-1:], head_noun(long)]
        member = Member(
            source,
            person_name(long)[1] or long if is_person else long,
            short,
            heads | frozenset(last),
            frozenset(w for d in descriptors for w in _words(d)),
            is_person=is_person,
        )
        _see(member, phrase)
        self._affiliate(member, descriptors, phrase)
        self._add(member)
        return member

    def _add(self, member: Member) -> None:
        member.number = len(self.members)
        self.members.append(member)
        for word in {*member.words, *filter(None, [member.acronym])}:
            self._index(member, word)

    def _index(self, member: Member, word: str) -> None:
        self._by_word.setdefault(word, []).append(member)

    def _source(self, long: str, short: str | None, phrase: Phrase) -> Source:
        source = self._listed(long) or (self._listed(short) if short else None)
        if source is not None:
            return source
        # a spokesman with a name is a person here; without one the body is meant
        title, person = person_name(phrase.text)
        source = self._describe(long if person and title else phrase.text)
        if slug(source.name) != slug(person_name(long)[1] or long):
            source = self._describe(long)
        if source.kind is SourceKind.PERSON and not title and phrase.pronouns & _THINGS:
            source = replace(source, kind=SourceKind.BODY)
        if short and short not in source.aliases:
            source = replace(source, aliases=(*source.aliases, short))
        return source

    def _listed(self, name: str) -> Source | None:
        found = self.registry.lookup(name, self.text)
        if found is None and (seat := _SEAT.match(name)):
            return self.registry.lookup(name[seat.end() :], self.text)
        return found

    def _describe(self, words: str) -> Source:
        return describe(words, self.outlet, self.registry, self.text)

    def _affiliate(self, member: Member, descriptors: tuple[str, ...], phrase: Phrase) -> None:
        """A spokesman speaks for the body named with the office: their statements count once."""
        if not member.is_person or member.source.is_mouthpiece or member.source.listed:
            return
        for words in (*descriptors, person_name(phrase.text)[0]):
            body = self._ministry_of(words) if words else None
            if body is None and head_noun(words) not in SPEAKERS_FOR:
                continue
            body = body or self._body_in(words, member) or self._spoken_for(words)
            if body is not None and body is not member:
                member.source = replace(member.source, family=body.source.family, side=body.source.side)
                return

    def _ministry_of(self, title: str) -> Member | None:
        """Returns the ministry of a minister: "Health Minister Roe" speaks for "the health ministry"."""
        office = _MINISTER.search(title)
        if office is None:
            return None
        field = (office["before"] or office["after"]).lower()
        known = self._latest(lambda m: "ministry" in m.heads and field in m.words)
        return known or Member(self._describe(f"the {field} ministry"), f"{field} ministry")

    def _body_in(self, words: str, person: Member) -> Member | None:
        if pronoun := _POSSESSIVE_PRONOUN.match(words):
            somebodys = pronoun[0].strip().lower() in {"his", "her"}
            return self._latest(lambda m: bool(m.is_person) is somebodys and not m.is_plural and m is not person)
        owner = (
            re.match(r"(?i)(?:the\s+|an?\s+)?(.+?)['’]s?\s+\w", words)
            or re.search(r"\b(?:of|for) (?:the )?([^\W\d_a-z].*)$", words)
            or _NAMED_OFFICE.match(words)
            or re.match(r"(?:[Tt]he |[Aa]n? )?([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)*) [a-z]", words)
        )
        if owner is None:
            return None
        known = self._known(owner[1]) or self._by_head(owner[1])
        if known is None and not owner[1][:1].isupper():
            known = self._by_definite(Phrase(f"the {owner[1]}", sentence=person.sentence))
        if known is not None or not owner[1][:1].isupper():
            return known
        return self.introduce(Phrase(owner[1], sentence=person.sentence))

    def _spoken_for(self, words: str) -> Member | None:
        """Returns the body of "a spokesman for the army", "the ministry of health spokeswoman", met before or not."""
        body = body_spoken_for(_DETERMINERS.sub("", words))
        source = self._describe(body) if body else None
        if not body or source is None or source.kind.is_nameless or source.kind in _NOBODY:
            return None
        return next((m for m in self.members if m.source.id == source.id), None) or Member(source, body)

    def _by_head(self, words: str) -> Member | None:
        head = head_noun(words)
        return self._latest(lambda m: head in m.heads)

    # -- nominals ------------------------------------------------------------------------------------------------

    def _by_noun(self, phrase: Phrase) -> Credited:
        words = phrase.text
        if re.fullmatch(
            r"(?i)this (?:news)?(?:paper|outlet|site|website|station|agency|correspondent|reporter)", words
        ):
            return Credited(_publisher(self.outlet), words, phrase.span, True, "the publisher itself")
        if _DEFINITE.match(words) or words.lower() in _COUNTED:
            member = self._by_definite(phrase)
            if member is not None:
                member.was_source, member.sentence = True, phrase.sentence
                return Credited(member.source, words, phrase.span, True, f"nominal for {member.source.name}")
        member = self._described(phrase)
        member.was_source = True
        because = "listed name" if member.source.listed else None
        return Credited(member.source, words, phrase.span, because=because)

    def _described(self, phrase: Phrase) -> Member:
        """Returns the member that a description without a name stands for, a new one where none does."""
        words = phrase.text
        source = self._owned(self._describe(words), words)
        member = next((m for m in self.members if m.source.id == source.id), None)
        if member is None:
            member = Member(
                source,
                _DETERMINERS.sub("", words),
                heads=frozenset({head_noun(words)}),
                is_person=source.kind in {SourceKind.ANONYMOUS, SourceKind.PERSON},
                is_plural=phrase.is_plural or source.kind is SourceKind.ANONYMOUS_PLURAL,
            )
            self._add(member)
        _see(member, phrase)
        return member

    def _owned(self, source: Source, words: str) -> Source:
        """ "His office", "its lawyer": the body of whoever the pronoun stands for."""
        owner = self._latest(lambda m: True) if _POSSESSIVE_PRONOUN.match(words) else None
        if owner is None or source.listed:
            return source
        pronoun = words.split()[0].lower()
        fits = self._latest(lambda m: bool(m.is_person) is (pronoun in {"his", "her"}))
        if fits is None:
            return source
        noun = _DETERMINERS.sub("", words)
        speaks = head_noun(words) in SPEAKERS_FOR | {"office", "campaign", "staff", "press", "media"}
        family = fits.source.family if speaks else ""
        name = f"{fits.source.name}'s {noun}"
        return replace(source, id="source:" + slug(name), name=name, family=family or "source:" + slug(name))

    def _by_definite(self, phrase: Phrase) -> Member | None:
        bare = _DEFINITE.sub("", phrase.text)
        head = head_noun(bare)
        if head in _COUNTED:
            return self._latest(lambda m: m.is_plural and m.was_source)
        modifiers = {w for w in _words(bare) if w != head}
        heads = _ARMY if head in _ARMY else {head}
        same = self._latest(
            lambda m: (
                bool(heads & m.heads) and _modifiers_fit(modifiers, m) and _proper(bare) <= {*m.words, *m.modifiers}
            )
        )
        if same is not None:
            return same
        kinds = _FITS.get(head)
        if kinds is not None and not _names_another(bare):
            fits = self._latest(lambda m: m.source.kind in kinds and not m.is_person and _can_be(head, m))
            if fits is not None and (not modifiers or modifiers & fits.modifiers or _says_no_more(modifiers, fits)):
                return fits
        if head in _PERSON_NOUNS and not modifiers:
            return self._latest(lambda m: bool(m.is_person) and m.was_source)
        return None

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _by_pronoun(self, phrase: Phrase) -> Credited:
        word = phrase.text.lower()
        if word in _SINGULAR_PERSON:
            member = self._near(phrase, lambda m: m.is_person is not False and not m.is_plural)
        elif word == "it":
            member = self._near(phrase, lambda m: not m.is_person and not m.is_plural)
        else:
            member = self._near(phrase, lambda m: m.is_plural) or self._near(
                phrase, lambda m: not m.is_person and m.source.kind is not SourceKind.DOCUMENT
            )
        if member is None:
            unknown = Source(f"source:{slug(word)}@{slug(self.outlet)}", phrase.text, SourceKind.UNKNOWN)
            return Credited(unknown, phrase.text, phrase.span, True, "pronoun, unresolved")
        if member.is_person is None:
            _settle(member, is_person=word in _SINGULAR_PERSON)
        member.was_source, member.sentence = True, phrase.sentence
        return Credited(member.source, phrase.text, phrase.span, True, f"pronoun for {member.source.name}")

    def _near(self, phrase: Phrase, fits: Callable[[Member], bool]) -> Member | None:
        """Returns who a pronoun most likely stands for, None where several could be meant.

        The subject of the sentence before comes first, then whoever was credited last; else whoever was named last,
        if only one of the kind is near (Centering: Grosz, Joshi and Weinstein 1995).
        """
        near = [m for m in self.members if fits(m) and phrase.sentence - m.sentence <= _REACH]
        credited = max((m for m in near if m.was_source), key=self._recency, default=None)
        subjects = {m.source.id: m for m in near if 0 <= phrase.sentence - m.subject_of <= 2}
        if credited is None or all(m.subject_of > credited.sentence for m in subjects.values()):
            if len(subjects) == 1:
                return next(iter(subjects.values()))
            if credited is None:
                latest = {m.source.id: m for m in near if phrase.sentence - m.sentence <= 1}
                return next(iter(latest.values())) if len(latest) == 1 else None
            return credited if not subjects else None
        return credited

    def _recency(self, member: Member) -> tuple[int, int]:
        return member.sentence, member.number

    def _latest(self, fits: Callable[[Member], bool]) -> Member | None:
        near = [m for m in self.members if fits(m)]
        return max(near, key=self._recency, default=None)


def _see(member: Member, phrase: Phrase) -> None:
    """Keeps where a member was met last, and what that tells of it."""
    member.sentence = max(member.sentence, phrase.sentence)
    if phrase.is_subject:
        member.subject_of = max(member.subject_of, phrase.sentence)


def _settle(member: Member, *, is_person: bool) -> None:
    """A pronoun tells whether an unlisted name is a person's or a body's."""
    member.is_person = is_person
    if not is_person and member.source.kind is SourceKind.PERSON:
        member.source = replace(member.source, kind=SourceKind.BODY)


def _is_person(source: Source, phrase: Phrase, descriptors: tuple[str, ...]) -> bool | None:
    if source.kind is not SourceKind.PERSON:
        return None if source.kind is SourceKind.UNKNOWN else False
    office = any(head_noun(words) in SPEAKERS_FOR | _PERSON_NOUNS for words in descriptors)
    return True if office or person_name(phrase.text)[0] or source.listed else None


def _publisher(outlet: str) -> Source:
    """The publisher as somebody credited ("this newspaper has learned"), not as the voice of its own sentences."""
    return Source(f"source:{slug(outlet)}", outlet, SourceKind.OUTLET)


@lru_cache(maxsize=100_000)
def _words_of_name(name: str) -> tuple[str, ...]:
    return tuple(_words(name))


def _words(text: str) -> list[str]:
    bare = re.sub(r"['’ʼ]s?\b", "", text)
    return [w for w in re.findall(r"[\w&]+", bare.lower()) if w not in {"the", "a", "an"}]


def _proper(bare: str) -> set[str]:
    """Returns the capitalised words of a description, in lower case: they name one and no other."""
    return {w.lower() for w in re.findall(r"[\w&]+", bare) if w[0].isupper()}


def _is_short_for(bare: list[str], member: Member) -> bool:
    """Surname of a person, first words of a body: "Roe" for Jane Roe, "Acme" for Acme Holdings AG."""
    full = list(member.words)
    if not bare or len(bare) >= len(full):
        return False
    if member.is_person:
        return full[-len(bare) :] == bare
    common = frozenset(
        "national state united central general royal public new international first free south north west east".split()
    )
    return full[: len(bare)] == bare and not (len(bare) == 1 and bare[0] in common) and len(full) - len(bare) <= 2


def _because(before: Member | None, name: str) -> str | None:
    if before is None:
        return None
    if before.acronym and before.acronym == name:
        return f"acronym of {before.name}"
    if tuple(_words(name)) != before.words:
        return f"short for {before.name}"
    return "named before"


def _modifiers_fit(modifiers: set[str], member: Member) -> bool:
    """ "the London-based group" asks for nothing the member denies; "the army council" is not the electoral council."""
    known = set(member.words) | set(member.modifiers)
    return not modifiers or modifiers <= known or _is_loose(modifiers) or bool(modifiers & known)


_NO_COMPANIES = frozenset(
    """
    union association ministry board council commission committee court hospital university party network observatory
    police army agency institute charity foundation trust department federation movement group mission laboratory
    """.split()
)


def _can_be(head: str, member: Member) -> bool:
    """Tells whether a general noun can stand for a member: a union is no company, and neither is a plural."""
    return not member.is_plural and not (head in {"company", "firm"} and member.heads & _NO_COMPANIES)


_KIND_WORDS = {
    "monitoring": SourceKind.MONITOR,
    "rights": SourceKind.MONITOR,
    "militant": SourceKind.ARMED_GROUP,
    "rebel": SourceKind.ARMED_GROUP,
    "armed": SourceKind.ARMED_GROUP,
    "jihadist": SourceKind.ARMED_GROUP,
}


def _says_no_more(modifiers: set[str], member: Member) -> bool:
    """Tells whether the modifiers only repeat what the member is: "the monitoring group" of a monitor."""
    return _is_loose(modifiers) or all(_KIND_WORDS.get(word) is member.source.kind for word in modifiers)


def _is_loose(modifiers: set[str]) -> bool:
    return bool(modifiers & {"based", "same", "latter", "former"})


def _names_another(words: str) -> bool:
    return any(w[:1].isupper() and not w.endswith("based") for w in words.split()) and "based" not in words


def split_name(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Returns the proper name in a noun phrase and the descriptions around it.

    >>> split_name("Its coordinator, Ana Ruiz")
    ('Ana Ruiz', ('Its coordinator',))
    >>> split_name("local sources")
    (None, ('local sources',))
    """
    parts = [p.strip() for p in re.split(r",\s+", text) if p.strip()]
    name: str | None = None
    descriptors: list[str] = []
    for part in parts:
        found, rest = _name_in(part)
        if found is not None and name is None:
            name = found
            if rest:
                descriptors.append(rest)
        else:
            descriptors.append(part)
    return name, tuple(descriptors)


def _name_in(part: str) -> tuple[str | None, str | None]:
    """Returns the run of capitalised words that ends a phrase, and what leads to it."""
    bare = part.strip("\"'“”‘’ ")
    tokens = bare.split()
    if not tokens:
        return None, None
    bracket = re.search(r"\s*\([^)]*\)?$", bare)
    body = bare[: bracket.start()] if bracket else bare
    tokens = body.split()
    end = _end_of_leading_name(tokens)
    if end is not None:
        return " ".join(tokens[:end]), " ".join(tokens[end:])
    if "The" in tokens[1:]:  # "on YouTube The Observatory": a comma was lost
        tokens = tokens[len(tokens) - tokens[::-1].index("The") - 1 :]
    start = len(tokens)
    while start > 0 and (
        _is_capital(tokens[start - 1]) or (tokens[start - 1].lower() in _PARTICLES and start < len(tokens))
    ):
        start -= 1
    while start < len(tokens) and (not _is_capital(tokens[start]) or tokens[start].lower() in {"the", "a", "an"}):
        start += 1
    if start >= len(tokens) or not _is_capital(tokens[-1]):
        return None, None
    lead = " ".join(tokens[:start])
    if lead.lower().rstrip(",") in {"the", ""}:
        lead = ""
    name = " ".join(tokens[start:]) + (bracket[0] if bracket else "")
    # "medics in Shire", "a paper by the Institute": the head stands before the name
    if lead and re.search(r"(?i)\b(?:in|of|from|at|by|for|with|near|on|to|inside|outside)(?: the)?$", lead):
        return None, None
    if lead and re.search(r"['’]s?$", lead):
        return None, None
    if _is_people(name) and not lead:
        return None, None
    return name, (_DETERMINERS.sub("", lead) and lead) or None


def _end_of_leading_name(tokens: list[str]) -> int | None:
    """Returns where a name ends that a description follows without a comma: "Jane Roe head of the council".

    Copy that lost its commas in a feed or a scan is full of it.
    """
    start = 1 if tokens and tokens[0].lower() in {"the", "a", "an"} else 0
    end = start
    while end < len(tokens) and (_is_capital(tokens[end]) or (end > start and tokens[end].lower() in _INSIDE_NAMES)):
        end += 1
    while end > start and not _is_capital(tokens[end - 1]):
        end -= 1
    described = end < len(tokens) and tokens[end].lower() in SPEAKERS_FOR | {"a", "an", "the", "which", "who", "based"}
    return end if described and end - start >= 2 else None


_INSIDE_NAMES = _PARTICLES - {"the", "on", "to", "at", "in"}


def _short_in_brackets(name: str) -> tuple[str, str] | None:
    """Returns a name and the short form behind it, whatever its letters: "Departmental Health Service (Sedes)"."""
    found = re.fullmatch(r"(\S+ .+?) \(([^\W\d_a-z][\w-]{1,11})\)", name)
    return (found[1], found[2]) if found else None


def _is_capital(token: str) -> bool:
    bare = token.strip("\"'“”‘’().,")
    return bool(bare) and (
        bare[0].isupper()
        or bool(re.match(r"(?:al|el|an|ar|as|at|ash|az|ad)-[A-ZÀ-Þ]", bare))
        or (not bare[0].islower() and bare[0].isalpha())
    )


def _is_people(name: str) -> bool:
    """Tells whether a capital only opens the sentence: "Residents", "Medics"."""
    return len(name.split()) == 1 and kind_of(name) is SourceKind.ANONYMOUS_PLURAL
