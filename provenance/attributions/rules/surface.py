"""Words in plain order, where the parser lost the cue: a verb of saying taken for a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.clauses import with_office
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.rules.commas import without_commas
from provenance.attributions.syntax import FINITE, Stretch, trim
from provenance.records.claim import Manner

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_IRREGULAR = {
    "said": "say",
    "told": "tell",
    "wrote": "write",
    "swore": "swear",
    "held": "hold",
    "thought": "think",
    "felt": "feel",
    "foresaw": "foresee",
    "understood": "understand",
    "knew": "know",
    "hit": "hit_back",
    "shot": "shoot_back",
}
_COUNTS = frozenset(
    {"numbers", "estimates", "counts", "measures", "figures", "places", "totals", "tallies", "puts", "sets"}
)
_LONGEST_NAME = 12


@cache
def forms() -> dict[str, str]:
    """Returns the third-person and past forms of the verbs of saying and believing, with their lemmas."""
    found = dict(_IRREGULAR)
    for verb in cues.SPEECH | cues.BELIEF | cues.DENIAL_WITH_CLAUSE:
        if "_" in verb:
            continue
        stem = verb[:-1] if verb.endswith("e") else verb
        if verb.endswith("y") and verb[-2] not in "aeiou":
            found |= {verb[:-1] + "ies": verb, verb[:-1] + "ied": verb}
        else:
            found |= {verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"): verb, stem + "ed": verb}
    return found


def find_surface(reading: Reading) -> Iterator[Found]:
    """Yields "NAME disputes that C" and "C, NAME projects." in sentences, whatever the parser made of the verb."""
    for sentence in reading.sentences:
        for token in reading.doc[sentence.start : sentence.end]:
            if token.i in reading.spoken or token.i == sentence.start or token.tag_ in {"NNP", "NNPS"}:
                continue
            if token.lower_ == "say" and token.nbor(-1).text == ",":
                continue  # "a household of, say, five"
            lemma = forms().get(token.lower_)
            found = _counting(reading, sentence, token)
            if lemma is None and token.lower_ in cues.SPEECH and token.nbor(-1).tag_ != "TO":
                found = found or _leading(reading, sentence, token, token.lower_, plural=True)
            if lemma is not None:
                found = (
                    found
                    or _leading(reading, sentence, token, lemma)
                    or _trailing(reading, sentence, token, lemma)
                    or _inverted(reading, sentence, token, lemma)
                    or _inserted(reading, sentence, token, lemma)
                    or without_commas(reading, sentence, token, lemma)
                )
            if found is not None:
                yield found
                break


def _leading(reading: Reading, sentence: Stretch, token: Token, lemma: str, *, plural: bool = False) -> Found | None:
    doc = reading.doc
    follows = doc[token.i + 1].lower_ if token.i + 1 < sentence.end else ""
    if follows not in {"that", "having"}:
        return None
    name = trim(doc, Stretch(sentence.start, token.i))
    content = trim(doc, Stretch(token.i + (2 if follows == "that" else 1), sentence.end))
    if name is None or content is None or not _is_name(doc, _before_comma(doc, name)):
        return None
    if plural and not any(t.tag_ in {"NNS", "NNPS"} for t in doc[name.start : name.end]):
        return None
    name = _before_comma(doc, name)
    return _made(reading, lemma, token, name, content)


def _before_comma(doc: Doc, name: Stretch) -> Stretch:
    """Cuts an insertion behind a name: "The commission, for its part,"."""
    comma = next((t.i for t in doc[name.start : name.end] if t.text == ","), None)
    inserted = comma is not None and doc[comma + 1].tag_ in {"IN", "RB"}
    return Stretch(name.start, comma) if inserted and comma is not None else name


def _inverted(reading: Reading, sentence: Stretch, token: Token, lemma: str) -> Found | None:
    """ "The road is open, promised the mayor, Ana Ruiz." """
    doc = reading.doc
    after = token.i + 1
    while after < sentence.end and doc[after].lower_ == "back":
        after += 1
    if doc[token.i - 1].text != "," or after >= sentence.end or lemma in cues.DENIAL_WITH_CLAUSE:
        return None
    name, content = trim(doc, Stretch(after, sentence.end)), trim(doc, Stretch(sentence.start, token.i))
    if name is None or content is None or doc[name.start].pos_ not in {"DET", "PROPN", "PRON"}:
        return None
    if doc[name.start : name.end].root.lemma_.lower() in cues.TIMES:
        return None
    comma = next((t.i for t in doc[name.start : name.end] if t.text == ","), name.end)
    # "Demir, who saw it, recalled a noise": a verb in a relative clause alone is nothing said
    if (
        doc[content.start : content.end].root.pos_ not in {"VERB", "AUX"}
        or not _is_name(doc, Stretch(name.start, comma))
        or any(t.tag_ in FINITE for t in doc[comma : name.end])
    ):
        return None
    return _made(reading, lemma, token, name, content)


def _inserted(reading: Reading, sentence: Stretch, token: Token, lemma: str) -> Found | None:
    """ "Output, the company concedes, fell by a fifth": between a subject and its verb."""
    doc = reading.doc
    comma = next((i for i in range(token.i - 1, sentence.start, -1) if doc[i].text == ","), None)
    closes = token.i + 1
    if comma is None or closes + 1 >= sentence.end or doc[closes].text != "," or lemma in cues.DENIAL_WITH_CLAUSE:
        return None
    end = next((i for i in range(closes + 1, sentence.end) if doc[i].text == ";"), sentence.end)
    start = next((i + 1 for i in range(comma - 1, sentence.start, -1) if doc[i].text == ";"), sentence.start)
    first = comma + 2 if doc[comma + 1].lower_ == "as" else comma + 1
    name, before = trim(doc, Stretch(first, token.i)), trim(doc, Stretch(start, comma))
    after = trim(doc, Stretch(closes + 1, end))
    if name is None or before is None or after is None or not _is_name(doc, name) or not _is_name(doc, before):
        return None
    if doc[after.start].tag_ not in FINITE:
        return None
    found = _made(reading, lemma, token, name, before)
    return replace(found, content=(before, after))


def _counting(reading: Reading, sentence: Stretch, token: Token) -> Found | None:
    """ "The office numbers the displaced at more than 1,300": the verb read as a noun."""
    doc = reading.doc
    if token.lower_ not in _COUNTS or token.tag_ not in {"NNS", "NNPS"}:
        return None
    name = trim(doc, Stretch(sentence.start, token.i))
    content = trim(doc, Stretch(token.i + 1, sentence.end))
    if name is None or content is None or not _is_name(doc, name) or doc[content.start].pos_ not in {"DET", "PRON"}:
        return None
    at = next((t for t in doc[content.start : content.end] if t.lower_ in {"at", "as"}), None)
    if at is None or not any(t.like_num for t in doc[at.i : min(at.i + 6, content.end)]):
        return None
    return _made(reading, token.lower_.removesuffix("s"), token, name, content)


def _trailing(reading: Reading, sentence: Stretch, token: Token, lemma: str) -> Found | None:
    doc = reading.doc
    # "..., the head of the board, Jane Roe, said": the name stands between commas
    end = token.i - 1 if doc[token.i - 1].text == "," else token.i
    comma = next((i for i in range(end - 1, sentence.start, -1) if doc[i].text == ","), None)
    rest = doc[token.i + 1 : sentence.end]
    if comma is None or len(rest) > 7 or any(t.text == "," or t.tag_ in FINITE for t in rest):
        return None
    start = with_office(doc, comma + 1, sentence.start)
    if end < token.i and start == comma + 1:
        return None
    name, content = trim(doc, Stretch(comma + 1, end)), trim(doc, Stretch(sentence.start, start - 1))
    if name is None or content is None or not _is_name(doc, name) or lemma in cues.DENIAL_WITH_CLAUSE:
        return None
    root = doc[content.start : content.end].root
    if not any(t.tag_ in FINITE | {"VBN"} for t in doc[content.start : content.end]):
        return None
    if root.i == content.start and root.tag_ in {"VBN", "VBG"}:
        return None  # "Asked about the fire, the mayor laughed"
    return _made(reading, lemma, token, Stretch(start, name.end), content)


def _is_name(doc: Doc, name: Stretch) -> bool:
    """Tells whether the words can name somebody: few, verbless, a noun or pronoun among them, no side clause."""
    words = doc[name.start : name.end]
    if (
        words[0].lower_ in {"no", "nobody", "none", "neither"}
        or words.root.lemma_.lower() in cues.MEASURES | cues.ABSTRACT
    ):
        return False
    if len(words) > _LONGEST_NAME or any(t.tag_ in FINITE or t.tag_ in {"WP", "WRB", "WDT", "TO"} for t in words):
        return False
    starts = words[0].pos_ in {"DET", "PROPN", "NOUN", "NUM", "PRON", "ADJ"} and words[0].tag_ != "IN"
    return (
        starts
        and any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in words)
        and not any(t.text in {",", '"'} for t in words)
    )


def _made(reading: Reading, lemma: str, token: Token, name: Stretch, content: Stretch) -> Found:
    denies = lemma in cues.DENIAL
    act = Act.DENIES if denies else Act.BELIEVES if lemma in cues.BELIEF else Act.SAYS
    return Found(
        rule="reporting words",
        act=Act.ADMITS if lemma in cues.ADMISSION else act,
        cue=(Stretch(token.i, token.i + 1),),
        content=(content,),
        head=token.i,
        source=name,
        source_head=reading.doc[name.start : name.end].root.i,
        manner=Manner.INDIRECT,
        clause=(Stretch(min(name.start, token.i), token.i + 1),),
    )
