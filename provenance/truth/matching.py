"""Brings what people said of objects and sources (checked values, letters) to the codes of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from provenance.errors import UnreadableInput
from provenance.truth.methods.contract import UNCHECKED, UNSAID
from provenance.truth.reading import Columns
from provenance.truth.table import ClaimTable, Codes


@dataclass(frozen=True, eq=False, slots=True)
class Checked:
    """Checked values, brought to a table.

    Attributes:
        claims: Per object, the claim found to hold, else ``UNCHECKED`` or ``UNSAID``.
        values: The checked value by the code of its object.
        unknown: How many checked objects the table has not.
    """

    claims: Codes
    values: Mapping[int, str]
    unknown: int


def by_name(read: Columns, where: str) -> dict[str, str]:
    """Returns the second column by the first.

    Raises:
        UnreadableInput: Two rows say different things of one name.
    """
    keys, values = read.columns
    found: dict[str, str] = {}
    for key, value in zip(keys.codes.tolist(), values.codes.tolist(), strict=True):
        name, word = keys.names[key], values.names[value]
        if found.setdefault(name, word) != word:
            raise UnreadableInput(where, f"says both {found[name]!r} and {word!r} of {name!r}", "keep one of the rows")
    return found


def match_checked(table: ClaimTable, checked: Mapping[str, str]) -> Checked:
    """Returns checked values, given by the name of the object, as claims of the table."""
    objects, values = _places(table.objects), _places(table.values)
    claims = np.full(len(table.objects), UNCHECKED, dtype=np.int64)
    known = {objects[name]: value for name, value in checked.items() if name in objects}
    for at, value in known.items():
        claims[at] = _claim(table, at, values.get(value, -1))
    return Checked(claims, known, len(checked) - len(known))


def match_letters(table: ClaimTable, letters: Mapping[str, str], where: str) -> tuple[str, ...]:
    """Returns the letter of each source; F, cannot be judged, where none is given.

    Raises:
        UnreadableInput: Something is no Admiralty letter.
    """
    wrong = next((name for name, letter in letters.items() if letter.upper() not in set("ABCDEF")), None)
    if wrong is not None:
        raise UnreadableInput(where, f"gives {wrong!r} the letter {letters[wrong]!r}", "use A to F")
    return tuple(letters.get(name, "F").upper() for name in table.sources)


def _places(names: tuple[str, ...]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}


def _claim(table: ClaimTable, at: int, value: int) -> int:
    start, end = table.object_starts[at : at + 2].tolist()
    place = start + int(np.searchsorted(table.claim_value[start:end], value))
    return place if place < end and table.claim_value[place] == value else UNSAID
