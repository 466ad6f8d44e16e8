"""Where sentences begin, by punctuation.

A parser that may also choose the borders cuts quotations from their speakers; fixed borders cost nothing and keep
``"Go," she said. "Now."`` in two pieces, as it is written.
"""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    """adm amb assoc ave brig bros capt cdr cmdr co col corp cpl cpt dept det dist dr drs est etc fig fr ft gen gov hon
    inc insp jr lieut lt ltd maj messrs mme mlle mr mrs ms mt no nos op ph pl plc pres prof pvt rep reps rev sen sens
    sgt sr st ste supt univ vol vs approx ca cf eg ie al bn mn km kg jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun""".split()
)
_BORDER = re.compile(r"""(?<![.!?…])([.!?…]++)(["'”’)\]]*)\s+(?=["'“‘(\[¿¡]*[^\W_a-z])""")
_SEMICOLON = re.compile(r";\s+(?=\S)")
_SPEECH = re.compile(
    r"""^(?:["']?\s*)(?:[\w'.,-]+\s+){0,9}?(?:said|says|asked|asks|told|wondered|wrote|tweeted|added|replied|shouted"""
    r"""|cried|demanded|exclaimed|continued|explained|recalled|declared|insisted|warned)\b[^.!?"]{0,60}[.!?]?""",
)


def sentence_starts(text: str) -> set[int]:
    """Returns the code points of the text at which a sentence begins, 0 not included.

    >>> sorted(sentence_starts('"Go," said Dr. Roe. "Now."'))
    [20]
    """
    stops = {m.end() for m in _BORDER.finditer(text) if _is_border(text, m)}
    return stops | {m.end() for m in _SEMICOLON.finditer(text)}


def _is_border(text: str, match: re.Match[str]) -> bool:
    stop, closing = match[1], match[2]
    if stop == "." and not closing and _ends_in_abbreviation(text[: match.start()], text[match.end() :]):
        return False
    # '"Why now?" Roe asked.' is one sentence
    asks = closing[:1] in {'"', "'", "”", "’"} and stop[-1] in "?!" and text[match.end()] not in "\"“'‘"
    return not (asks and _SPEECH.match(text[match.end() : match.end() + 160]))


def _ends_in_abbreviation(before: str, after: str) -> bool:
    word = re.search(r"[\w.]+$", before)
    if word is None:
        return False
    bare = word[0].rsplit(".", 1)[-1].lower()
    initials = bool(re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", word[0]))
    if initials:
        # "U.S. troops" goes on; "in the U.S. The army" does not
        return not (len(word[0]) > 1 and re.match(r"(?:The|A|An|In|On|At|He|She|It|They|But|And)\b", after))
    return bare in ABBREVIATIONS and not (bare == "no" and not after[:1].isdigit())
