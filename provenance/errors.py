"""Every error this package raises on purpose.

    ProvenanceError
    ├── UnreadableInput     a file, a stream or a record in it cannot be read     (exit code 3)
    │   └── UnknownFormat   nothing here reads files of that kind
    ├── MissingModel        the language pipeline is absent or not the one pinned (exit code 3)
    ├── InvalidRegistry     a registry of sources does not have the form it should (exit code 3)
    ├── InvalidLedger       a ledger of decisions cannot be read or added to       (exit code 3)
    ├── UnknownRecord       no claim, source or proposition has the id asked for   (exit code 3)
    ├── InvalidQuery        a SPARQL query cannot be parsed or run                 (exit code 3)
    └── NoRoom              temporary files cannot be written                      (exit code 3)

A message names the input, the place in it, and what to do next, in one line.
"""

from __future__ import annotations


class ProvenanceError(Exception):
    """The root: catch it to catch everything raised here on purpose.

    Args:
        where: The input and the place in it, such as ``news.jsonl:12``.
        what: What is wrong, in a few words.
        next_step: What the reader can do about it, in a few words.
    """

    def __init__(self, where: str, what: str, next_step: str = "") -> None:
        self.where, self.what, self.next_step = where, what, next_step
        super().__init__(f"{where}: {what}" + (f"; {next_step}" if next_step else ""))


class UnreadableInput(ProvenanceError, ValueError):
    """A file, a stream or a record in it cannot be read."""


class UnknownFormat(UnreadableInput):
    """Nothing here reads files of that kind."""


class MissingModel(ProvenanceError, ImportError):
    """The language pipeline is absent, or its weights are not the pinned ones."""


class InvalidRegistry(ProvenanceError, ValueError):
    """A registry of sources does not have the form it should."""


class InvalidLedger(ProvenanceError, ValueError):
    """A ledger of decisions cannot be read or added to."""


class UnknownRecord(ProvenanceError, LookupError):
    """No record has the id asked for."""


class InvalidQuery(ProvenanceError, ValueError):
    """A SPARQL query cannot be parsed or run."""


class NoRoom(ProvenanceError):
    """Temporary files cannot be written."""
