"""What nobody is credited for: the publisher's own voice, and hearsay adverbs in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.attributions import cues
from provenance.attributions.found import Act, Found
from provenance.attributions.reading import Reading
from provenance.attributions.syntax import FINITE, Stretch, has_finite_verb, is_lost_past, trim
from provenance.records.claim import Manner

if TYPE_CHECKING:
    from spacy.tokens import Span

_SILENCE = re.compile(
    r"""(?ix) \b(?:
        (?:did|does|do|would|could|has|have|had|was|were) \s+ not \s+ (?:immediately\s+|be\s+|been\s+|yet\s+)*
        (?:respond|reply|reached|comment|return|answer|contacted|available|drawn|confirm|verify|verified|confirmed)
      | (?:could|can|cannot|can't|couldn't)(?:\s+not)? \s+ (?:be\s+)?
        (?:independently\s+|immediately\s+|itself\s+)* (?:verif\w+|confirm\w*|check\w*|reach\w*)
      | (?:unable|not \s+ able) \s+ to \s+ (?:independently\s+)?(?:verify|confirm|check|reach)
      | (?:declined|refused) \s+ (?:to \s+ (?:comment|say|answer|confirm|speak|be)|requests?)
      | no \s+ (?:immediate\s+)? (?:comment|response|confirmation|word \s+ from)
      | unavailable \s+ for \s+ comment | not \s+ be \s+ drawn )"""
)
_OF_THE_PAGE = re.compile(
    r"""(?ix) ^\W* (?:
        (?:this|our) \s+ (?:news\s+)? (?:article|story|report|post|piece|page|dispatch|blog|headline|item|interview) \s+
          (?: (?:has|had) \s+ (?:been\b|[\d,.]+k?\s) | (?:was|is) \s+ (?:being\s+)? (?:\w+ly\s+|first\s+)?
              (?:amend|updat|correct|edit|revis|publish|produc|republish|reprint|translat|syndicat|support|sponsor|fund)
            | (?:first|originally) \s+ (?:appeared|ran|published) | (?:appears?|appeared) \s+ in
            | (?:will|may) \s+ be \s+ updated )
      | this \s+ is \s+ a \s+ (?:developing|breaking) \s+ (?:news\s+)? story
      | this \s+ (?:material|content) \s+ (?:may|must|can) \s* not \b
      | (?:last \s+)? updated? \s* (?:at|on|:) \s
      | no \s+ part \s+ of \s+ this \b .* \b reproduced
      | (?:comments|replies) \s+ (?:are|is|will \s+ be) \s+ (?:moderated|closed|open|published|reviewed|not)
      | (?:the|all) \s+ (?:views|opinions) \s+ (?:expressed|presented|given) \b
      | (?:the|our) \s+ (?:free\s+|daily\s+|weekly\s+)? newsletter \b
      | (?:readers|you) \s+ (?:can|may) \s+ (?:send|write|subscribe|e-?mail|contact|comment) )
    | \b contribut(?:ed|ing) \s+ (?:reporting \s+)? to \s+ this \s+ (?:article|story|report|post|piece|dispatch)
    | \b \S+@\S+\.\w{2,} \W* $"""
)
"""What a page says of itself and its readers, in running text: no report of anything."""
_CONDITION = frozenset({"if", "should", "had", "unless"})


def find_voice(reading: Reading, taken: Iterable[Stretch]) -> Iterator[Found]:
    """Yields the sentences nobody is credited for, in order.

    Left out are sentences that another rule took words of, questions, fragments without a finite verb, remarks on
    silence and checking ("could not be reached"), conditions, orders, and quotations.

    Args:
        reading: The passage.
        taken: The stretches that belong to attributions already found.
    """
    used = {i for s in taken for i in range(s.start, s.end)}
    for sentence in reading.sentences:
        if any(i in used or i in reading.spoken for i in range(sentence.start, sentence.end)):
            continue
        found = _voiced(reading, sentence)
        if found is not None:
            yield found


def _voiced(reading: Reading, sentence: Stretch) -> Found | None:
    doc = reading.doc
    content = trim(doc, sentence, leading={"but", "and", "meanwhile"})
    if content is None or not _is_statement(reading, sentence, content):
        return None
    adverb = next((t for t in doc[content.start : content.end] if t.lower_ in cues.HEARSAY_ADVERBS), None)
    return Found(
        rule="hearsay adverb" if adverb is not None else "publisher's voice",
        act=Act.HEARS if adverb is not None else Act.VOICES,
        cue=(Stretch(adverb.i, adverb.i + 1),) if adverb is not None else (),
        content=(content,),
        head=adverb.i if adverb is not None else content.start,
        manner=Manner.HEARSAY if adverb is not None else Manner.VOICE,
        hedging=cues.HEARSAY_ADVERBS[adverb.lower_] if adverb is not None else None,
    )


def _is_statement(reading: Reading, sentence: Stretch, content: Stretch) -> bool:
    doc = reading.doc
    words = doc[content.start : content.end]
    last = doc[sentence.end - 1].text
    if content.end - content.start < 4 or last == "?" or not has_finite_verb(doc, content):
        return False
    root = doc[sentence.start : sentence.end].root
    if root.tag_ == "VB" and not any(c.dep_ in {"aux", "nsubj"} for c in root.children):
        return False
    if words[0].lower_ in _CONDITION or (root.tag_ not in FINITE | {"VB", "VBN", "VBG"} and not _has_clause(words)):
        return False
    if _OF_THE_PAGE.search(words.text):
        return False
    return not _SILENCE.search(words.text) and not any(
        t.lower_ in {"i", "we", "you", "our", "my", "your"} for t in words
    )


def _has_clause(words: Span) -> bool:
    return any(
        is_lost_past(t) or (t.tag_ in FINITE and t.dep_ in {"ROOT", "conj", "aux", "ccomp", "auxpass", "relcl"})
        for t in words
    )
