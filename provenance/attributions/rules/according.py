""" "According to X", before, after and inside what X says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from provenance.attributions.citing import cited_by, end_of_citing, quoted_by
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.syntax import Stretch, child, has_finite_verb, noun_phrase, trim
from provenance.records.claim import Manner
from provenance.records.source import SourceKind
from provenance.sources.kinds import is_pseudo_source, kind_of
from provenance.sources.persons import is_office, person_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_according(reading: Reading) -> Iterator[Found]:
    """Yields attributions by "according to", "in the words of" and "in the view of", in token order.

    What follows must be somebody or something that can say: "according to plan" is no attribution.
    """
    for token in reading.doc:
        cue = _cue_at(token)
        if cue is not None and token.i not in reading.spoken:
            found = _according(reading, cue)
            if found is not None:
                yield found


def _cue_at(token: Token) -> Stretch | None:
    words = [t.lower_ for t in token.doc[token.i : token.i + 4]]
    if words[:2] == ["according", "to"]:
        return Stretch(token.i, token.i + 2)
    if (
        words[0] == "in"
        and words[1:3] in (["the", "words"], ["the", "view"], ["the", "opinion"])
        and words[3:] == ["of"]
    ):
        return Stretch(token.i, token.i + 4)
    return None


def _according(reading: Reading, cue: Stretch) -> Found | None:
    doc = reading.doc
    noun = _noun_after(doc, cue)
    if noun is None:
        return None
    giver = _giver(noun)
    source = _with_author(doc, noun_phrase(noun)) if giver is None else noun_phrase(giver)
    source = Stretch(cue.end, source.end) if source.start < cue.end else source
    first = next((t.i for t in doc[source.start + 1 : source.end] if t.dep_ == "cc" or t.text == ","), source.end)
    if is_pseudo_source(doc[source.start : source.end].text) or is_pseudo_source(doc[source.start : first].text):
        return None
    sentence = reading.sentence_at(cue.start)
    end = _end_of_source(doc, noun, source, sentence.end) if giver is None else int(noun.right_edge.i) + 1
    if giver is None and source.end < end and doc[source.end].text == "," and is_office(doc[source.end + 1 : end].text):
        source = Stretch(source.start, end)
    end = end_of_citing(doc, end, sentence.end)
    content = _content(doc, sentence, cue, end)
    if not content:
        return None
    content, open_at_end = _whole_quotations(reading, content)
    quoted = any(s.inside.start >= c.start and s.inside.end <= c.end for s in reading.speeches for c in content)
    return Found(
        rule="according to",
        act=Act.SAYS,
        cue=(cue,),
        content=content,
        head=cue.start,
        source=source,
        source_head=(giver or noun).i,
        manner=Manner.MIXED if quoted else Manner.INDIRECT,
        clause=(Stretch(cue.start, end),),
        inner=cited_by(noun, None),
        listener=quoted_by(noun, end),
        goes_on=open_at_end,
    )


_GIVING = frozenset(
    {"deliver", "give", "make", "issue", "publish", "release", "write", "post", "send", "file", "submit"}
)


def _giver(noun: Token) -> Token | None:
    """Returns who gave the words: in "according to a speech Roe gave", "figures the ministry released"."""
    if kind_of(noun.text) in {SourceKind.ANONYMOUS, SourceKind.ANONYMOUS_PLURAL, SourceKind.PERSON}:
        return None
    clause = child(noun, "relcl")
    subject = child(clause, "nsubj") if clause is not None and clause.lemma_.lower() in _GIVING else None
    return subject if subject is not None and subject.pos_ in {"NOUN", "PROPN"} else None


def _with_author(doc: Doc, source: Stretch) -> Stretch:
    """Adds the author to a paper: in "an analysis by Ana Ruiz" the parser often hangs "by" on another word."""
    by = doc[source.end] if source.end < len(doc) else None
    author = child(by, "pobj") if by is not None and by.lower_ == "by" else None
    if author is None:
        return source
    end = noun_phrase(author).end
    aside = (t.i - 1 for t in doc[author.i : end] if t.tag_ in {"WP", "WP$", "WDT"} and doc[t.i - 1].text == ",")
    return Stretch(source.start, next(aside, end))


def _whole_quotations(reading: Reading, content: tuple[Stretch, ...]) -> tuple[tuple[Stretch, ...], bool]:
    """Returns the content with the sentences that its quotation goes on for, and whether that is left open."""
    whole = []
    is_open = False
    for stretch in content:
        for speech in reading.speeches:
            said = speech.inside
            if speech.is_open and not speech.is_full:
                continue
            if stretch.start < said.end and said.start < stretch.end:
                joined = trim(reading.doc, Stretch(min(stretch.start, said.start), max(stretch.end, said.end)))
                stretch, is_open = joined or stretch, speech.is_open
        whole.append(stretch)
    return tuple(whole), is_open


def _noun_after(doc: Doc, cue: Stretch) -> Token | None:
    preposition = doc[cue.end - 1]
    noun = child(preposition, "pobj") or child(doc[cue.start], "pobj")
    if noun is not None and noun.i >= cue.end:
        return noun
    return next(
        (t for t in doc[cue.end : cue.end + 6] if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.head.i <= t.i), None
    )


def _end_of_source(doc: Doc, noun: Token, source: Stretch, limit: int) -> int:
    """Returns the token after the source and what hangs on it: an apposition, "who ...", "in a statement"."""
    end = source.end
    while end < limit and doc[end].text not in {",", ".", ";", "!", "?", '"', ":"}:
        if doc[end].tag_ in {"VBD", "VBZ", "VBP", "MD"} and doc[end].head.i < source.start:
            break
        end += 1
    if end < limit and doc[end].text == "," and end + 1 < limit:
        after = doc[end + 1]
        office = _end_of_office(doc, source, end, limit)
        if office is not None:
            return office
        inside = noun.left_edge.i <= after.i <= noun.right_edge.i
        if inside and (
            after.tag_ in {"WP", "WDT", "WP$"} or after.dep_ in {"acl", "det", "compound", "amod", "poss", "appos"}
        ):
            closing = next((t.i for t in doc[end + 1 : limit] if t.text == ","), limit)
            if closing < limit and noun.right_edge.i <= closing:
                return closing
            if noun.right_edge.i >= limit - 2:
                return limit
    return end


def _end_of_office(doc: Doc, source: Stretch, comma: int, limit: int) -> int | None:
    """Returns the comma behind an office between commas: "according to Ann Roe, a spokesman for the union, ..."."""
    closing = next((t.i for t in doc[comma + 1 : limit] if t.text == ","), None)
    if closing is None or has_finite_verb(doc, Stretch(comma + 1, closing)):
        return None
    named = person_name(doc[source.start : source.end].text)[1]
    return closing if named and is_office(doc[comma + 1 : closing].text) and closing + 1 < limit else None


_GOES_ON = frozenset({"when", "because", "after", "before", "if", "until", "since", "unless"})
"""Begin the rest of a sentence that the cue interrupts: "The fight began, according to Roe, when a car stopped"."""


def _content(doc: Doc, sentence: Stretch, cue: Stretch, end: int) -> tuple[Stretch, ...]:
    before = trim(doc, Stretch(sentence.start, cue.start), leading={"but", "and", "yet"})
    after = trim(doc, Stretch(end, sentence.end))
    whole_before = before is not None and has_finite_verb(doc, before)
    whole_after = after is not None and has_finite_verb(doc, after)
    if before is None:
        return (after,) if after is not None and whole_after else ()
    if after is not None and doc[before.end - 1].pos_ in {"AUX", "ADP"} and doc[end].text == ",":
        return (before, after)  # "The spray is, according to its maker, harmless"
    if after is not None and whole_before and doc[after.start].lower_ in _GOES_ON and doc[end].text == ",":
        return (before, after)
    if not whole_after or after is None:
        return (before,) if before.end - before.start > 1 else ()
    follows = doc[after.start]
    if not whole_before:
        opens = doc[before.start].pos_ in {"ADV", "ADP", "SCONJ", "CCONJ"}
        return (after,) if opens and doc[before.start : before.end].root.pos_ in {"ADV", "ADP"} else (before, after)
    # "X happened, according to Y, and Z happened": both are said; "..., who had seen it" hangs on the source
    if follows.dep_ == "cc" or follows.tag_ == "VBG":
        return (before, after) if doc[end].text == "," and follows.tag_ != "VBG" else (before,)
    return (before,)
