"""Reads sentences with inline marks: ``{s:source} {c:cue} {t:content}``; parts of one role join in text order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MARK = re.compile(r"\{([sct]):|\}")


@dataclass(frozen=True)
class Marked:
    text: str
    roles: dict[str, str] = field(default_factory=dict)


def read_marks(marked: str) -> Marked:
    """Returns the bare text and the words of each role, parts joined by `` ... ``."""
    text, open_role, parts = "", "", {"s": [], "c": [], "t": []}
    start = 0
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            open_role, start = mark[1], len(text)
        else:
            parts[open_role].append(text[start:])
    text += marked[at:]
    return Marked(text, {role: " ... ".join(words) for role, words in parts.items()})
