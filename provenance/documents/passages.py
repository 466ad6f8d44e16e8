"""Cuts a document into the passages one reader would read: paragraphs, headings, items of lists.

The words are those of the text; only their setting is made plain. A line end inside a paragraph is a space, a blank
line in the middle of a sentence is read through, typographic quotation marks are straight, invisible characters and
marks of emphasis are gone. Every character knows where it stands in the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provenance.documents.lines import BLANK, INVISIBLE, Line, ends_like_a_sentence, lines_of
from provenance.records.document import Document
from provenance.records.spans import Span

PLAIN = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›ʼ", "'"))
"""Typographic marks and the straight ones they become, one to one."""
MARKUP = (
    r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|(?<![\w*])\*(?=\w[^*\n]{0,120}\*(?![\w*]))|(?<=[\w.,!?\"”’)])\*(?![\w*])"
    r"|(?<!\w)_(?=\w[^_\n]{0,120}_(?!\w))|(?<=[\w.,!?\"”’)])_(?!\w)"
    r"|</?(?:u|b|i|em|strong|span|a|font|sup|sub)(?:\s[^<>\n]{0,200})?>"
    r"|\[(?=[^\[\]\n]{1,300}\]\((?:https?:|/|\#|mailto:))|\]\((?:https?:|/|\#|mailto:)[^()\s]{0,500}\)"
)
CUT = re.compile(rf"(?P<space>[\s{INVISIBLE}]*\s[\s{INVISIBLE}]*)|[{INVISIBLE}]+|{MARKUP}")
"""What one space stands for, and what is dropped."""
ITEM = re.compile(r"(?:[-*•·◦▪‣–+]|\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\S)")
LEADER = re.compile(r"(?:\#{1,6}\s+|(?:>\s*)+|[-*•·◦▪‣+]\s+)")
"""Marks of headings, quotations and items, which are not read."""
QUOTED = re.compile(r"(?:>\s+)+")
LOWER_NAME = re.compile(r"[a-z]{1,4}['’-][^\W\d_a-z]|[a-z][A-Z]")
"""A name that begins in lower case, such as al-Amin."""
UNFINISHED = re.compile(
    r"(?:[,–—-]|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|but|as|that|which|who|than|into|near|its|their|his|"
    r"her|several|some|many|is|are|was|were|has|have|had|will|would|de|la|le|les|el|los|las|des|du|und|der|die|das))$",
    re.IGNORECASE,
)
"""A line that ends so goes on, however the next begins."""
HEADING_WORDS = 14
PARAGRAPH_LINE = 160
"""A line longer than this, in characters, is a paragraph by itself."""


@dataclass(frozen=True)
class Passage:
    """A stretch of prose as it is read.

    ``offsets`` holds, for each character of ``text``, the code point of the document text it comes from; they
    increase strictly. ``is_heading`` marks a short line alone, without end punctuation, above other text.
    """

    text: str
    offsets: tuple[int, ...]
    is_heading: bool = False

    def span(self, start: int, end: int) -> Span:
        """Returns where the characters ``start`` to ``end`` (half-open, not empty) stand in the document text.

        Raises:
            IndexError: The interval is empty or leaves the passage.
        """
        if not 0 <= start < end <= len(self.offsets):
            raise IndexError(f"no characters {start} to {end} in a passage of {len(self.offsets)}")
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


@dataclass(frozen=True)
class _Piece:
    """A line, or what boilerplate leaves of it; ``opens`` tells that a blank line or boilerplate stands before it."""

    line: Line
    opens: bool


def passages(document: Document) -> Iterator[Passage]:
    """Yields the passages of a document outside its boilerplate, in order; each holds a letter or a digit."""
    pieces = _pieces(document.text, document.boilerplate)
    paragraphs = list(_read_through(_paragraphs(pieces), document))
    for number, paragraph in enumerate(paragraphs):
        passage = _passage(paragraph, document, has_next=number + 1 < len(paragraphs))
        if any(map(str.isalnum, passage.text)):
            yield passage


def _pieces(text: str, boilerplate: Sequence[Span]) -> list[_Piece]:
    """Returns what is left of the lines outside boilerplate."""
    pieces: list[_Piece] = []
    opens = True
    for line in lines_of(text):
        for start, end in _outside(line, boilerplate):
            part = text[start:end].strip(BLANK)
            if part:
                begin = start + text[start:end].index(part)
                pieces.append(_Piece(Line(begin, begin + len(part), part), opens or begin > line.start))
                opens = False
        opens = opens or not line.text or not pieces or pieces[-1].line.end < line.end
    return pieces


def _outside(line: Line, boilerplate: Sequence[Span]) -> Iterator[tuple[int, int]]:
    position = line.start
    for index in range(bisect_right(boilerplate, line.start, key=_end), len(boilerplate)):
        span = boilerplate[index]
        if span.start >= line.end:
            break
        yield position, max(position, span.start)
        position = max(position, span.end)
    yield position, max(position, line.end)


def _end(span: Span) -> int:
    return span.end


def _paragraphs(pieces: Sequence[_Piece]) -> Iterator[list[Line]]:
    """Yields the lines of each paragraph, before blank lines are read through."""
    for block in _blocks(pieces):
        width = max(len(line.text) for line in block)
        paragraph = [block[0]]
        for line in block[1:]:
            if _breaks(paragraph, line, width):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        yield paragraph


def _blocks(pieces: Sequence[_Piece]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for piece in pieces:
        if piece.opens and block:
            yield block
            block = []
        block.append(piece.line)
    if block:
        yield block


def _breaks(paragraph: Sequence[Line], following: Line, width: int) -> bool:
    """Tells whether a paragraph ends where a line does, inside a block of lines ``width`` characters wide."""
    line = paragraph[-1].text
    if ITEM.match(following.text) or line.startswith("#") or following.text.startswith("#"):
        return True
    room = width - len(line) - 1 - len(following.text.split(maxsplit=1)[0])
    if ends_like_a_sentence(line):
        return room > 5 or len(line) > PARAGRAPH_LINE
    if not _begins_anew(following.text) or UNFINISHED.search(line):
        return False
    short = len(paragraph) == 1 and len(line.split()) <= HEADING_WORDS and len(line) < 0.5 * width
    return len(line) > PARAGRAPH_LINE or short


def _begins_anew(words: str) -> bool:
    """Tells whether the words can begin a sentence: no lower-case letter first, a name such as al-Amin apart."""
    bare = words.lstrip("\"“”„«‘'([")
    return not bare[:1].islower() or bool(LOWER_NAME.match(bare))


def _read_through(paragraphs: Iterable[list[Line]], document: Document) -> Iterator[list[Line]]:
    """Yields the paragraphs, those that a blank line or boilerplate cuts in mid-sentence made one."""
    current: list[Line] = []
    for paragraph in paragraphs:
        if current and _goes_on(current, paragraph[0], document):
            current += paragraph
        else:
            if current:
                yield current
            current = list(paragraph)
    if current:
        yield current


def _goes_on(paragraph: Sequence[Line], following: Line, document: Document) -> bool:
    last = paragraph[-1].text
    if ends_like_a_sentence(last) or ITEM.match(following.text) or last.startswith("#") or following.text[0] in "#>":
        return False
    words = sum(len(line.text.split()) for line in paragraph[-8:])
    continued = not _begins_anew(following.text) and (words > 4 or UNFINISHED.search(last))
    unfinished = words >= 8 and UNFINISHED.search(last)
    return bool(continued or unfinished) and _gap(paragraph[-1].end, following.start, document) is not None


def _gap(start: int, end: int, document: Document) -> int | None:
    """Returns the first white space between two lines that lies outside boilerplate; None if there is none."""
    for begin, stop in _outside(Line(start, end, ""), document.boilerplate):
        for offset in range(begin, stop):
            if document.text[offset].isspace():
                return offset
    return None


def _passage(lines: Sequence[Line], document: Document, *, has_next: bool) -> Passage:
    text: list[str] = []
    offsets: list[int] = []
    for number, line in enumerate(lines):
        if number:
            _join(text, offsets, lines[number - 1], line, document)
        _append(text, offsets, line, LEADER if number == 0 else QUOTED)
    while text and text[-1] == " ":
        text.pop()
        offsets.pop()
    heading = has_next and len(lines) == 1 and _is_heading(lines[0].text)
    return Passage("".join(text), tuple(offsets), heading)


def _is_heading(line: str) -> bool:
    bare = LEADER.sub("", line, count=1).strip("*_ ")
    return (
        bool(bare)
        and len(bare.split()) <= HEADING_WORDS
        and not ends_like_a_sentence(bare.rstrip(")]"))
        and bare[-1] not in ",-–—"
        and _begins_anew(bare)
        and not ITEM.match(line)
    )


def _append(text: list[str], offsets: list[int], line: Line, leader: re.Pattern[str]) -> None:
    """Adds the characters of a line that are read, and where they stand."""
    mark = leader.match(line.text)
    position = mark.end() if mark else 0
    plain = line.text.translate(PLAIN)
    for cut in CUT.finditer(line.text, position):
        text.extend(plain[position : cut.start()])
        offsets.extend(range(line.start + position, line.start + cut.start()))
        position = cut.end()
        if cut.group("space") and text and text[-1] != " ":
            text.append(" ")
            offsets.append(line.start + cut.start("space") + _first_space(cut.group("space")))
    text.extend(plain[position:])
    offsets.extend(range(line.start + position, line.end))


def _first_space(run: str) -> int:
    return next(index for index, char in enumerate(run) if char.isspace())


def _join(text: list[str], offsets: list[int], line: Line, following: Line, document: Document) -> None:
    """Ends a line inside a paragraph: by a space, or by nothing where a word is hyphenated over it."""
    hyphenated = re.search(r"(\w+)-$", line.text)
    rest = re.match(r"\w+", following.text)
    if hyphenated and rest and text[-1:] == ["-"]:
        head, tail = hyphenated.group(1), rest.group()
        broken = head.isalpha() and head.islower() and tail.isalpha() and tail.islower()
        if broken and f"{head}-{tail}" not in document.text:  # written with its hyphen elsewhere, it keeps it
            text.pop()
            offsets.pop()
        return
    gap = _gap(line.end, following.start, document)
    if gap is not None and text and text[-1] != " ":
        text.append(" ")
        offsets.append(gap)
