"""Where the content of a cue begins and ends, and what else stands in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.citing import ascribes_words
from provenance.attributions.syntax import (
    FINITE,
    Stretch,
    Subject,
    chain_of_heads,
    child,
    is_verb,
    lemma,
    noun_phrase,
    sentence_of,
    subject_of,
    subtree,
    trim,
)
from provenance.sources.persons import is_office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBORDINATORS = frozenset({"that"})
_ENDING_PREPOSITIONS = frozenset({"without", "despite", "amid"})


def content_right(verb: Token, complement: Token) -> Stretch | None:
    """Returns the content of a clause that follows its cue, to the end of what the speaker says."""
    doc = verb.doc
    start = max(verb.i + 1, complement.left_edge.i)
    mark = next((t for t in doc[verb.i + 1 : complement.i] if t.lower_ == "that" and _opens(t, complement)), None)
    if mark is not None:
        start = mark.i + 1
    end = _without_remark(verb, complement, end_of_saying(verb, complement))
    return trim(doc, Stretch(start, end), leading=SUBORDINATORS)


def _without_remark(verb: Token, complement: Token, end: int) -> int:
    """Cuts a remark of the writer at the end: past speech shifts its tenses back, so a present relative is not in it.

    "She said the attack took place near the mill, which stands east of the river": she need not have said where it
    stands. Quirk et al. (1985), A Comprehensive Grammar of the English Language, section 14.31, on backshift.
    """
    doc = verb.doc
    if verb.tag_ != "VBD" or not _is_past(complement):
        return end
    for t in doc[complement.i + 1 : end]:
        relative = t.dep_ == "relcl" and doc[t.left_edge.i - 1].text == ","
        if relative and doc[t.left_edge.i].tag_ in {"WDT", "WP"} and _is_present(t):
            return int(t.left_edge.i) - 1
    return end


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ in {"aux", "auxpass"})


def _is_present(verb: Token) -> bool:
    auxiliaries = [c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return verb.tag_ in {"VBZ", "VBP"} if not auxiliaries else auxiliaries[0] in {"VBZ", "VBP"}


def _opens(that: Token, complement: Token) -> bool:
    return that.i <= complement.left_edge.i or (that.dep_ == "mark" and that.head == complement)


def end_of_saying(verb: Token, complement: Token) -> int:
    """Returns the token at which the reported words end: where the speaker's next verb, or another speaker, begins."""
    end = sentence_of(verb).end
    for border in _borders(verb, complement):
        if complement.i < border < end:
            end = border
    return end


def _borders(verb: Token, complement: Token) -> list[int]:
    borders: list[int] = []
    if verb.dep_ == "relcl" and verb.head.i < verb.i:
        borders.append(_end_of_relative(complement))
    for c in verb.children:
        if c.i <= complement.i:
            continue
        if c.dep_ == "conj" and (child(c, "nsubj", "nsubjpass") is None or c.lemma_.lower() in cues.SPEECH):
            borders.append(_with_conjunction(c))
        elif c.dep_ in {"advcl", "xcomp", "prep"} and is_continuation(c):
            borders.append(c.left_edge.i)
    for c in complement.subtree:
        if c.i <= complement.i or c.head.i < complement.left_edge.i:
            continue
        if carries_on(c, verb):
            borders.append(_with_conjunction(c))
        elif c.lower_ == "according" and c.i + 1 < len(c.doc) and c.nbor(1).lower_ == "to":
            borders.append(c.i)
        elif c.dep_ == "advcl" and _comma_before(c.left_edge) and (_is_other_voice(c) or is_continuation(c)):
            borders.append(c.left_edge.i)
    return borders


def _is_other_voice(verb: Token) -> bool:
    """Tells whether another speaker's clause begins: "..., while the coroner said he was pushed"."""
    mark = child(verb, "mark")
    against = mark is not None and mark.lower_ in {"while", "whereas"}
    return against and lemma(verb) in cues.SPEECH | cues.DENIAL and child(verb, "nsubj") is not None


def _end_of_relative(complement: Token) -> int:
    """Returns the comma behind which the main clause goes on with its verb: "who says C, believes ..."."""
    doc = complement.doc
    for t in doc[complement.i + 1 : complement.sent.end - 1]:
        if t.text == "," and doc[t.i + 1].tag_ in FINITE:
            return int(t.i)
    return int(complement.right_edge.i) + 1


def carries_on(verb: Token, speaker: Token) -> bool:
    """Tells whether a coordinated verb of saying takes up the speaker again: ", and faulted the council"."""
    if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass") is not None or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    if verb.tag_ != speaker.tag_:
        return False
    base = lemma(verb)
    says = base in cues.SPEECH | cues.BLAME | cues.DENIAL | cues.JUDGEMENT
    if not says:
        return False
    blames = speaker.i < verb.head.i and base in cues.BLAME | cues.DENIAL
    return _comma_before(verb) or blames or (_says_that(verb) and _cannot_share(verb.head))


def _says_that(verb: Token) -> bool:
    clause = child(verb, "ccomp")
    if clause is None or clause.i < verb.i:
        return False
    return any(
        c.dep_ in {"nsubj", "nsubjpass", "expl"} or (c.dep_ == "mark" and c.lower_ == "that") for c in clause.children
    )


def _cannot_share(verb: Token) -> bool:
    """Tells whether a clause cannot lend its subject to a verb of saying: "said they had left and explained that"."""
    return any(c.dep_ == "expl" or (c.dep_ == "aux" and c.lower_ in {"had", "would", "will"}) for c in verb.children)


def speaker_of(verb: Token) -> Subject | None:
    """Returns who says what the verb reports; a verb that takes up an earlier speaker again has that one's subject."""
    if verb.dep_ == "conj" and verb.head.dep_ in {"ccomp", "xcomp"} and carries_on(verb, verb.head.head):
        outer = subject_of(verb.head.head)
        return Subject(outer.noun, carried=True) if outer is not None else None
    if verb.tag_ == "VBG" and verb.dep_ in {"advcl", "xcomp"} and not _is_saying(verb.head):
        # "said 40 had died, adding that": the speaker; "the blast shook the town, adding that": nobody
        saying = next((head for head in chain_of_heads(verb.head) if _is_saying(head)), None)
        speaker = subject_of(saying) if saying is not None and verb.head.dep_ in {"ccomp", "conj"} else None
        return Subject(speaker.noun, carried=True) if speaker is not None else None
    return subject_of(verb)


def _is_saying(verb: Token) -> bool:
    known = (
        cues.SPEECH
        | cues.BELIEF
        | cues.DENIAL
        | cues.BLAME
        | cues.NUMBERING
        | cues.JUDGEMENT
        | cues.CARRYING
        | cues.DIRECTIVE
    )
    return lemma(verb) in known or verb.lemma_.lower() in known | {
        "correct",
        "issue",
        "release",
        "react",
        "speak",
        "brief",
    }


def _comma_before(token: Token) -> bool:
    at = token.i - 1
    while at >= 0 and token.doc[at].pos_ in {"CCONJ", "ADV"}:
        at -= 1
    return at >= 0 and token.doc[at].text == ","


def _with_conjunction(verb: Token) -> int:
    """Returns the token at which the conjunction before a verb stands, or its subject, or it."""
    at = verb.left_edge.i
    while at > 0 and (verb.doc[at - 1].dep_ == "cc" or verb.doc[at - 1].text == ","):
        at -= 1
    return at


def is_continuation(token: Token) -> bool:
    """Tells whether a participle or preposition takes up the speaker again: "adding that", "citing", "according to"."""
    if token.lower_ == "according":
        return True
    base = token.lemma_.lower()
    taken_up = base in cues.PARTICIPLES_OF_SPEECH | cues.CITING or ascribes_words(token)
    return token.tag_ == "VBG" and taken_up


def cue_clause(verb: Token, subject: Token | None) -> Stretch:
    """Returns the stretch of a clause that stands before, after or inside what was said: ", she said on Monday,"."""
    doc = verb.doc
    start = verb.i
    end = verb.i + 1
    if subject is not None:
        phrase = noun_phrase(subject)
        start = min(start, phrase.start)
        end = max(end, phrase.end)
    start = min([start, *(c.i for c in verb.lefts if c.dep_ in {"aux", "auxpass", "neg"})])
    start = with_office(doc, start, sentence_of(verb).start)
    start = min([start, *(subtree(c).start for c in verb.lefts if c.dep_ == "advmod" and c.right_edge.i == start - 1)])
    if subject is not None and subject.i < verb.i:
        start = min(start, subtree(subject).start)
    return Stretch(start, _end_of_clause(doc, end, sentence_of(verb).end))


_OFFICE_STARTS = frozenset({"the", "a", "an", "its", "his", "her", "their"})


def with_office(doc: Doc, start: int, limit: int) -> int:
    """Returns the start moved back over an office before the name: "..., the state epidemiologist, Jane Roe, said"."""
    if start - 2 <= limit or doc[start - 1].text != "," or doc[start].pos_ != "PROPN":
        return start
    at = start - 2
    while at > limit and doc[at].text not in {",", '"'} and start - at < 10 and not _opens_office(doc[at + 1]):
        at -= 1
    inside = doc[at + 1 : start - 1]
    office = (
        len(inside) > 1
        and inside[0].lower_ in _OFFICE_STARTS
        and not any(is_verb(t) or t.pos_ == "AUX" for t in inside)
    )
    return at + 1 if office and (doc[at].text in {",", '"'} or _opens_office(doc[at + 1])) else start


def _opens_office(determiner: Token) -> bool:
    """Tells whether an article opens the office of a speaker: "On Monday the commander of ..., Omar Roe, said"."""
    noun = determiner.head
    return determiner.dep_ in {"det", "poss"} and noun.dep_ not in {"pobj", "dobj"} and is_office(noun.lower_)


def _end_of_clause(doc: Doc, start: int, limit: int) -> int:
    """Goes on through listener, day and place until a comma, a quotation mark or the end."""
    at = start
    while at < limit and doc[at].text not in {",", '"', ".", "!", "?", ";", ":", "-", "–", "—"}:
        at += 1
    return at


def content_left(verb: Token, clause: Stretch) -> Stretch | None:
    """Returns the words before a clause that follows what was said, back to where the sentence or its part begins."""
    doc = verb.doc
    sentence = sentence_of(verb)
    if clause.start <= sentence.start or doc[clause.start - 1].text not in {",", '"', "?", "!", "-", "–", "—", "'"}:
        return None
    return trim(doc, Stretch(sentence.start, clause.start))


def content_after(verb: Token, clause: Stretch, left: Stretch) -> Stretch | None:
    """Returns what goes on after an inserted clause: "Most of them, it noted, had walked"; None when nothing does."""
    doc = verb.doc
    sentence = sentence_of(verb)
    if clause.end >= sentence.end or doc[clause.end].text != ",":
        return None
    rest = trim(doc, Stretch(clause.end, sentence.end))
    if rest is None:
        return None
    first = doc[rest.start]
    if first.tag_ in {"VBG", "WP", "WDT", "WRB", "WP$"} or first.lower_ in {"adding", "citing"}:
        return None
    finite = any(t.tag_ in FINITE for t in doc[rest.start : rest.end])
    whole = any(t.tag_ in FINITE for t in doc[left.start : left.end])
    if not whole and finite:
        return rest
    return rest if first.dep_ == "cc" and finite and first.lower_ == "and" else None


def listener_of(verb: Token) -> Stretch | None:
    """Returns who was told ("told Reuters", "disclosed to the paper"), None when nobody is."""
    for c in verb.children:
        if c.i > verb.i and c.dep_ in {"dobj", "dative"} and c.pos_ in {"PROPN", "NOUN", "PRON"} and can_listen(verb):
            return noun_phrase(c)
        if c.i > verb.i and c.dep_ in {"prep", "dative"} and c.lower_ == "to":
            told = child(c, "pobj")
            if told is not None:
                return noun_phrase(told)
    return None


def channel_of(verb: Token) -> Stretch | None:
    """Returns the outlet a source speaks through: "through its agency, Y", "in a statement released by Y"."""
    target = child(verb, "dobj")
    below = [t for t in target.subtree if t.dep_ == "prep"] if target is not None else []
    for c in (*verb.children, *below):
        noun = _medium(c)
        if noun is not None and noun.lemma_.lower() in MEDIA_OF_SPEECH:
            by = next((t for t in noun.subtree if t.lower_ in {"by", "through", "via", "on"} and t.i > noun.i), None)
            noun = child(by, "pobj") if by is not None else None
        if noun is not None and (_is_some_medium(noun) or _is_called_medium(noun)):
            return noun_phrase(noun)
    return None


def _is_some_medium(noun: Token) -> bool:
    """Tells whether a noun names a medium or says whose it is; "on national radio" names none."""
    told = any(t.pos_ == "PROPN" or t.dep_ == "poss" for t in noun.subtree)
    return told and noun.lemma_.lower() in cues.MEDIA_NOUNS


MEDIA_OF_SPEECH = cues.DOCUMENT_PLACES | {"video", "recording", "audio", "broadcast", "interview", "speech", "post"}


def _medium(preposition: Token) -> Token | None:
    if preposition.dep_ not in {"prep", "advcl"} or preposition.lower_ not in {"in", "through", "via", "on", "by"}:
        return None
    return child(preposition, "pobj")


def _is_called_medium(noun: Token) -> bool:
    return any(c.dep_ == "appos" and c.lemma_.lower() in cues.MEDIA_NOUNS for c in noun.children)


def medium_below(noun: Token) -> int | None:
    """Returns where "in a statement" begins that the parser hung on a noun, None where nothing of the kind does."""
    for c in noun.children:
        medium = _medium(c) if c.i > noun.i else None
        if medium is not None and medium.lemma_.lower() in MEDIA_OF_SPEECH | cues.MEDIA_NOUNS:
            return int(c.i)
    return None


def can_listen(verb: Token) -> bool:
    """Tells whether the object of the verb is somebody told: "assured investors that"."""
    return verb.lemma_.lower() in {
        "tell",
        "inform",
        "assure",
        "promise",
        "remind",
        "notify",
        "warn",
        "advise",
        "brief",
        "show",
        "alert",
        "caution",
        "convince",
        "persuade",
    }
