"""Subject, predicate and object of a content clause, in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from provenance.attributions.syntax import Stretch, child, noun_phrase, trim
from provenance.claims.predicates import main_predicates
from provenance.records.claim import Triple

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_GROUP = frozenset({"aux", "auxpass", "neg", "prt"})


def triple_of(content: Sequence[Span]) -> Triple | None:
    """Returns the triple of the main clause, None where the words hold no predicate.

    A passive keeps its grammatical subject; the object is everything the verb takes behind it. A bare noun phrase
    ("the shock at 6.7") is read as its noun, its first preposition and the rest.
    """
    predicate = next(iter(main_predicates(content)), None)
    if predicate is None:
        return None
    inside = {t.i for span in content for t in span}
    if predicate.pos_ not in {"VERB", "AUX"}:
        return _of_noun(predicate, inside)
    subject = child(predicate, "nsubj", "nsubjpass", "expl", "csubj")
    if subject is None and predicate.dep_ == "conj":
        subject = child(predicate.head, "nsubj", "nsubjpass")
    group = _verb_group(predicate, inside)
    behind = [
        t.i for c in predicate.rights if c.i not in group and c.dep_ != "punct" for t in c.subtree if t.i in inside
    ]
    rest = Stretch(min(behind), max(behind) + 1) if behind else None
    who = _words(predicate, noun_phrase(subject), inside) if subject is not None else ""
    what = _words(predicate, rest, inside) if rest is not None else ""
    if not who and not what:
        return None
    return Triple(who, " ".join(predicate.doc[i].text for i in sorted(group)), what)


def _verb_group(predicate: Token, inside: set[int]) -> set[int]:
    return {predicate.i} | {c.i for c in predicate.children if c.dep_ in _GROUP and c.i in inside}


def _of_noun(noun: Token, inside: set[int]) -> Triple | None:
    link = next((c for c in noun.rights if c.dep_ == "prep" and c.i in inside), None)
    if link is None:
        link = next((c for c in noun.head.rights if c.dep_ == "prep" and c.i in inside and c.i > noun.i), None)
    if link is None:
        return None
    rest = trim(noun.doc, Stretch(link.i + 1, max(t.i for t in link.subtree) + 1))
    if rest is None:
        return None
    who = trim(noun.doc, Stretch(noun.left_edge.i, link.i))
    return Triple(_words(noun, who, inside), link.text, _words(noun, rest, inside)) if who is not None else None


def _words(token: Token, stretch: Stretch | None, inside: set[int]) -> str:
    if stretch is None:
        return ""
    kept = [t for t in token.doc[stretch.start : stretch.end] if t.i in inside]
    text = "".join(t.text_with_ws for t in kept).strip()
    return text.strip(' ,;"')
