"""Turns bytes into the text their writer meant."""

from __future__ import annotations

import codecs
import re

from provenance.errors import UnreadableInput

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

PUNCTUATION = frozenset("\xa0«»“”„‘’‚‹›–—…•·°§©®€£ªº¿¡")
LETTERS = {
    "cp1252": (
        "àâæçèéêëîïôœùûüÿ",  # French
        "áéíñóúü",  # Spanish
        "àçèéíïòóúü",  # Catalan
        "áâãàçéêíóôõúü",  # Portuguese
        "äöüß",  # German
        "àèéìíîòóùú",  # Italian
        "áéëïíóöúü",  # Dutch
        "åäöæøé",  # Scandinavian
    ),
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýžôľĺŕä",  # Czech, Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţ",  # Romanian
        "čćđšž",  # Croatian, Slovene
    ),
    "iso8859_2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýžôľĺŕä"),
    "cp1254": ("çğıöşüâîû",),  # Turkish
}
"""The letters beyond ASCII of the languages written in each code page, commonest code page first."""
OTHER_SCRIPTS = ("cp1251", "koi8_r", "cp866", "cp1256", "iso8859_6", "cp1253", "cp1255")
SAMPLE = 200_000


def decoded(data: bytes, where: str, declared: str | None = None) -> str:
    """Returns the text of the bytes, without the byte order mark; no line end is changed.

    A byte order mark decides, then UTF-8 if the bytes are that, then the encoding declared, then the likeliest old
    code page.

    Args:
        data: The whole file.
        where: Names the input in the error.
        declared: What the file itself says its encoding is.

    Raises:
        UnreadableInput: The bytes are empty or are no text.
    """
    text = _decoded(data, declared)
    if text is None or _is_binary(text):
        raise UnreadableInput(where, "is not a text file", "convert it to plain text in UTF-8")
    if not text.strip():
        raise UnreadableInput(where, "is empty", "give a file that holds text")
    return text


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", declared or "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):  # "undefined" and "idna" raise the former without a place
            continue
    return None if b"\0" in data else data.decode(_code_page(data[:SAMPLE]), "replace")


def _is_binary(text: str) -> bool:
    controls = sum(map(text.count, map(chr, (*range(1, 9), *range(14, 27), *range(28, 32), 127))))
    return "\0" in text or controls > len(text) / 100


def _code_page(data: bytes) -> str:
    """Returns the likeliest code page of text that is no UTF-8."""
    beyond = sum(byte >= 0x80 for byte in data)
    latin = sum(map(len, re.findall(rb"[A-Za-z]+", data)))
    return _code_page_of_other_script(data) if beyond > latin else max(LETTERS, key=lambda page: _likeness(data, page))


def _likeness(data: bytes, page: str) -> float:
    """Returns the share of characters beyond ASCII that one language of the code page would use, 1 at best.

    A detector trained on whole languages (charset-normalizer 3.5) takes French and Spanish for cp1250, which changes
    their letters; the letters themselves tell more.
    """
    letters = [char for char in data.decode(page, "replace") if char >= "\x80"]
    return max(sum(c.lower() in known or c in PUNCTUATION for c in letters) for known in LETTERS[page])


def _code_page_of_other_script(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(OTHER_SCRIPTS)).best()
    return best.encoding if best else "cp1252"
