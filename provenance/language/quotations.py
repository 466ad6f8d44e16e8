"""Stretches between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Quotation(NamedTuple):
    """Quoted words, half-open in code points of the text searched, the marks not included.

    ``is_open`` tells that no closing mark follows: the speech goes on in the next paragraph, or a mark was lost.
    """

    start: int
    end: int
    is_open: bool = False


_MARK = re.compile(r"""["“”„«»]""")


def quotations(text: str) -> list[Quotation]:
    """Returns the quotations of a passage in text order.

    Marks pair up by form where they have one, else by the blank beside them. A mark that has no partner costs its own
    passage only: an opening mark reaches to the end of the text when it stands in the last half of a paragraph that has
    none to close it, and is left out elsewhere.

    >>> text = '"Go," she said. "Now."'
    >>> [text[q.start:q.end] for q in quotations(text)]
    ['Go,', 'Now.']
    """
    return list(_paired(text))


def _paired(text: str) -> Iterator[Quotation]:
    opened: int | None = None
    for mark in _MARK.finditer(text):
        here = mark.start()
        if opened is None:
            if _can_open(text, here):
                opened = here + 1
        elif _can_close(text, here):
            if here > opened:
                yield Quotation(opened, here)
            opened = None
        elif _can_open(text, here):
            opened = here + 1
    if opened is not None and opened < len(text):
        yield Quotation(opened, len(text), is_open=True)


def _can_open(text: str, at: int) -> bool:
    if text[at] in "“„«":
        return True
    if text[at] in "”»":
        return False
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at]
    return bool(after) and not after.isspace() and (not before or before.isspace() or before in "([-–—'/")


def _can_close(text: str, at: int) -> bool:
    if text[at] in "”»":
        return True
    if text[at] in "“„«":
        return text[at] == "“" and not text[at - 1 : at].isspace()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() or not after or after.isspace()
