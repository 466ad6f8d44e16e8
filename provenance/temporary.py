"""Temporary files, for what does not fit into memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from provenance.errors import NoRoom


@contextmanager
def room() -> Iterator[None]:
    """Tells what goes wrong with temporary files in one line.

    Raises:
        NoRoom: One of them could not be made or written.
    """
    try:
        yield
    except OSError as error:
        where = tempfile.gettempdir() if tempfile.tempdir else "temporary folder"
        raise NoRoom(where, f"cannot hold temporary files ({error.strerror})", "set TMPDIR to a roomier one") from error
