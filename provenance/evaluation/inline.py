"""Marks that stand in the text itself: ``{s1:The mayor} {c1:said} {t1:the bridge was safe}.``

``s`` is a source, ``c`` a cue, ``t`` the content; the number ties them together. Marks may stand inside marks, and a
role may have several parts of one number. A file holds any number of texts, each below a line ``# id: NAME``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from provenance.records.marks import Marks

_MARK = re.compile(r"\{([sct])(\d+):|\}")
_HEAD = re.compile(r"(?m)^# id: ")


class WrongMark(ValueError):
    """A mark that does not close, is empty, or belongs to no content; the message says which."""


def is_inline(text: str) -> bool:
    """Tells whether a file has the form: it begins with the id of its first text."""
    return _HEAD.match(text.lstrip("\ufeff \n")) is not None


def texts(file: str) -> Iterator[tuple[str, str, tuple[Marks, ...]]]:
    """Yields the texts of a file: id, bare text, marks. Other lines that begin with ``# `` are remarks.

    Raises:
        WrongMark: A mark is wrong; the message begins with the id of its text.
    """
    for block in _HEAD.split(file)[1:]:
        name, _, rest = block.partition("\n")
        body = "\n".join(line for line in rest.split("\n") if not line.startswith("# ")).strip()
        try:
            yield name.strip(), *unmarked(body)
        except WrongMark as error:
            raise WrongMark(f"{name.strip()}: {error}") from error


def unmarked(body: str) -> tuple[str, tuple[Marks, ...]]:
    """Returns the bare text and its marks in the order of their numbers.

    Raises:
        WrongMark: A mark is wrong.

    >>> unmarked("{s1:He} {c1:said} {t1:no}.")
    ('He said no.', (Marks(source=((0, 2),), cue=((3, 7),), content=((8, 10),)),))
    """
    parts: list[str] = []
    length = at = 0
    opened: list[tuple[str, str, int]] = []
    spans: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: {"s": [], "c": [], "t": []})
    for mark in _MARK.finditer(body):
        parts.append(body[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark[1]:
            opened.append((mark[1], mark[2], length))
            continue
        if not opened:
            raise WrongMark(f"a bracket closes that did not open: ...{body[max(0, mark.start() - 40) : mark.end()]}")
        role, number, start = opened.pop()
        if start == length:
            raise WrongMark(f"mark {role}{number} is empty")
        spans[number][role].append((start, length))
    if opened or "{" in body[at:]:
        raise WrongMark(f"a mark does not close: {opened[-1][:2] if opened else body[at:][:40]}")
    parts.append(body[at:])
    return "".join(parts), tuple(_marks(number, spans[number]) for number in sorted(spans, key=int))


def _marks(number: str, roles: dict[str, list[tuple[int, int]]]) -> Marks:
    if not roles["t"]:
        raise WrongMark(f"attribution {number} has no content")
    return Marks(*(tuple(sorted(roles[role])) for role in "sct"))
