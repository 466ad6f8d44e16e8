"""Ids derived from the content of what they name, so that they are the same on every run and machine."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

_encoded = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":")).encode
_WRITTEN: dict[type, Callable[[Any], str]] = {
    str: json.encoder.encode_basestring,
    type(None): lambda _: "null",
    int: str,
    date: lambda day: f'"{day}"',
}
"""What writes parts of the plainest types, as the encoder would."""
_APOSTROPHES = re.compile(r"['’`ʼ]")
_WORDS = re.compile(r"\w+")


def digest(*parts: object) -> str:
    """Returns 16 hexadecimal digits of the SHA-256 of the parts, written as canonical JSON.

    >>> digest("a", 1) == digest("a", 1), len(digest("a"))
    (True, 16)
    """
    return hashlib.sha256(_canonical(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _canonical(parts: tuple[object, ...]) -> str:
    try:
        return f"[{','.join([_WRITTEN[type(part)](part) for part in parts])}]"
    except KeyError:
        return _encoded(parts)


@lru_cache(maxsize=16_384)
def slug(name: str) -> str:
    """Returns the name as lower-case words of any script joined by hyphens, for use in an id.

    >>> slug("Syria's Foreign Ministry"), slug("Kata’ib Hezbollah")
    ('syrias-foreign-ministry', 'kataib-hezbollah')
    """
    bare = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", name)).lower()
    return "-".join(_WORDS.findall(bare)) or digest(name)


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Returns the items without repetition, in the order first met."""
    return tuple(dict.fromkeys(items))


@dataclass
class Met:
    """The ids met so far; the first of each counts."""

    _said: dict[int, int] = field(default_factory=dict)
    """By hash of an id, a hash of what was first said under it."""
    _clashing: dict[str, None] = field(default_factory=dict)

    def is_new(self, name: str, says: Hashable) -> bool:
        """Tells whether an id was not met before; keeps it, and in mind where something else was said under it."""
        before, hashed = len(self._said), hash(says)
        if self._said.setdefault(hash(name), hashed) != hashed:
            self._clashing[name] = None
        return len(self._said) > before

    def remarks(self) -> tuple[str, ...]:
        """Returns what a reader should know of ids under which different things were said."""
        if not self._clashing:
            return ()
        first, more = next(iter(self._clashing)), len(self._clashing) - 1
        also = f" (and {more} more)" if more else ""
        return (f"{first}{also}: said twice with different words, only the first is read; give each claim its own id",)
