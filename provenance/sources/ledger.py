"""The ledger file: decisions of people on sources, one JSON object a line, only ever added to.

An entry is one write at the end of the file, on the disk before the command ends; two commands that write at once
take turns. A line that a crash has cut short is no entry: it is left as it is, told of, and the next entry begins on
a line of its own. Anything else that cannot be read is an error, because a decision passed over in silence would be
worse than none: a line without its id, one whose end alone is missing, or one that is no JSON.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from reprlib import repr as shown
from typing import Any

from provenance.errors import InvalidLedger, UnknownRecord
from provenance.records.decisions import Check, ClaimKind, Decided, Entry, Ledger, Letter, Undo

SCHEMA = "claim-provenance/ledger/1"
LETTERS = "ABCDEF"


def load_ledger(path: Path, remark: Callable[[str], None] | None = None) -> Ledger:
    """Returns the ledger of a file.

    Args:
        path: The file; it must exist.
        remark: Told of each line that is cut short.

    Raises:
        InvalidLedger: The file cannot be read, or a whole line is no entry.
    """
    return Ledger(tuple(_entries(_content(path), str(path), remark or _silent)))


def add_entry(path: Path, decide: Callable[[Ledger], Entry], remark: Callable[[str], None]) -> Entry | None:
    """Adds one entry to the file, which is made where there is none.

    Args:
        path: The file.
        decide: Given the ledger as it is when it is our turn to write, returns the entry. One equal to an entry that
            was taken back is numbered, so that it stands anew.
        remark: Told of each line that is cut short.

    Returns:
        The entry as written, None where an equal one stands already.

    Raises:
        InvalidLedger: The file cannot be read or written, or a whole line is no entry. It is as it was.
    """
    with _opened(path) as handle:
        content = _all_of(handle)
        ledger = Ledger(tuple(_entries(content, str(path), remark)))
        entry = numbered(decide(ledger), ledger)
        if entry.id in {stands.id for stands in ledger.standing}:
            return None
        separator = b"\n" if content and not content.endswith(b"\n") else b""
        _append(handle, separator + entry_line(entry).encode("utf-8"), len(content))
        return entry


def taken_back(standing: tuple[Letter, ...] | tuple[Check, ...], by: Decided, of: str) -> Undo:
    """Returns the entry that takes back the decision recorded last among those that stand.

    Raises:
        UnknownRecord: None stands.
    """
    if not standing:
        raise UnknownRecord(of, "no decision of the ledger stands that could be undone", "`provenance sources record`")
    return Undo(standing[-1].id, by)


def numbered(entry: Entry, ledger: Ledger) -> Entry:
    """Returns the entry, told apart from equal ones that were taken back."""
    known = {e.id for e in ledger.entries} - {e.id for e in ledger.standing}
    while entry.id in known:
        entry = replace(entry, by=replace(entry.by, again=entry.by.again + 1))
    return entry


# ----------------------------------------------------------------------------------------------------------- lines


def entry_line(entry: Entry) -> str:
    """Returns the line of an entry, with its newline."""
    return json.dumps({**_head(entry), **_what(entry), **_who(entry.by)}, ensure_ascii=False) + "\n"


def _head(entry: Entry) -> dict[str, Any]:
    return {"schema": SCHEMA, "id": entry.id, "entry": type(entry).__name__.lower()}


def _what(entry: Entry) -> dict[str, Any]:
    if isinstance(entry, Undo):
        return {"undoes": entry.undoes}
    named = {"source": entry.source_id, "name": entry.name}
    if isinstance(entry, Letter):
        return {**named, "letter": entry.letter}
    return {**named, "claim": entry.claim, "kind": entry.kind.value, "right": entry.is_right}


def _who(by: Decided) -> dict[str, Any]:
    again = {"again": by.again} if by.again else {}
    return {"reviewer": by.reviewer, "on": by.on.isoformat(), "reason": by.reason, **again}


def _entries(content: bytes, name: str, remark: Callable[[str], None]) -> Iterator[Entry]:
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        place = f"{name}:{number}"
        row = _object(line)
        if row is not None:
            yield _entry(row, place)
        elif _is_cut_short(line):
            _refuse_without_end(line, place)
            remark(f"{place}: cut short while it was written, left aside")
        else:
            raise InvalidLedger(place, "is no JSON", "restore the line, or take it out")


def _object(line: bytes) -> Any:
    """Returns the value of a line; None where it is no JSON, as the beginning of an object never is."""
    try:
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None


def _is_cut_short(line: bytes) -> bool:
    """Tells whether a line is the beginning of an object and nothing else: only its end is missing."""
    text = line.decode("utf-8", "ignore").strip()
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        unfinished = error.pos >= len(text) or error.msg.startswith("Unterminated string")
        return text.startswith("{") and (unfinished or bool(_BEGUN.fullmatch(text, error.pos)))
    except RecursionError:
        return False
    return True


_BEGUN = re.compile(r"t(?:r(?:ue?)?)?|f(?:a(?:l(?:se?)?)?)?|-")


def _refuse_without_end(line: bytes, place: str) -> None:
    """Refuses a line of which all is there but the last brace: what it decides would be lost."""
    for end in (b"}", b'"}'):
        with suppress(InvalidLedger):
            _entry(_object(line.rstrip() + end), place)
            break
    else:
        return
    raise InvalidLedger(place, f"lacks its end, {end.decode()}", "put that back, or take the line out")


def _entry(row: Any, place: str) -> Entry:
    if not isinstance(row, dict) or row.get("schema") != SCHEMA or row.get("entry") not in _READERS:
        raise InvalidLedger(place, "is no entry of a ledger", f"each line has `schema` {SCHEMA} and `entry`")
    try:
        entry = _READERS[row["entry"]](row, _decided(row))
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidLedger(place, f"has no proper field {_told(error)}", "restore the line") from None
    if "id" not in row:
        raise InvalidLedger(place, "has no proper field 'id'", "restore the line, or take it out and record it anew")
    if row["id"] != entry.id:
        raise InvalidLedger(place, "was changed after it was written", "restore it; `--undo` takes a decision back")
    return entry


def _told(error: Exception) -> str:
    return shown(error.args[0]) if error.args else type(error).__name__


def _letter(row: Mapping[str, Any], by: Decided) -> Letter:
    return Letter(_word(row, "source"), _word(row, "name"), _one_of(row, "letter", tuple(LETTERS)), by)


def _check(row: Mapping[str, Any], by: Decided) -> Check:
    kind = ClaimKind(_one_of(row, "kind", tuple(ClaimKind)))
    if not isinstance(row.get("right"), bool):
        raise KeyError("right")
    return Check(_word(row, "source"), _word(row, "name"), _word(row, "claim"), kind, row["right"], by)


def _undo(row: Mapping[str, Any], by: Decided) -> Undo:
    return Undo(_word(row, "undoes"), by)


_READERS: dict[str, Callable[[Mapping[str, Any], Decided], Entry]] = {"letter": _letter, "check": _check, "undo": _undo}


def _decided(row: Mapping[str, Any]) -> Decided:
    again = row.get("again", 0)
    if type(again) is not int or again < 0:
        raise KeyError("again")
    return Decided(_word(row, "reviewer"), _day(row), _word(row, "reason"), again)


def _day(row: Mapping[str, Any]) -> date:
    try:
        return date.fromisoformat(_word(row, "on"))
    except ValueError:
        raise KeyError("on") from None


def _word(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value.strip():
        raise KeyError(field)
    return value


def _one_of(row: Mapping[str, Any], field: str, values: tuple[str, ...]) -> str:
    if row.get(field) not in values:
        raise KeyError(field)
    return _word(row, field)


# ------------------------------------------------------------------------------------------------------------ file


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error, "cannot be read") from error


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """Yields the file for reading and adding, while nobody else adds to it."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise _unreadable(path, error, "cannot be written") from error
    try:
        _take_turns(handle)
        yield handle
    except OSError as error:
        raise _unreadable(path, error, "cannot be written") from error
    finally:
        os.close(handle)


def _take_turns(handle: int) -> None:
    """Waits until nobody else adds to the file; where the system has no such locks, nothing is waited for."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def _all_of(handle: int) -> bytes:
    os.lseek(handle, 0, os.SEEK_SET)
    return b"".join(iter(lambda: os.read(handle, 1 << 20), b""))


def _append(handle: int, line: bytes, size: int) -> None:
    """Adds the line, all of it or nothing, and waits until it is on the disk."""
    try:
        if os.write(handle, line) != len(line):
            raise OSError(28, "no space left for the line")
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def _unreadable(path: Path, error: OSError, what: str) -> InvalidLedger:
    return InvalidLedger(str(path), f"{what} ({error.strerror})", "name a file in a folder that exists")


def _silent(remark: str) -> None:
    return None
