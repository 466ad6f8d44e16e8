"""Throws arbitrary text at the reader for as long as you let it: no crash, and every span equals its slice.

    pip install atheris
    python benchmarks/fuzz.py [CORPUS_FOLDER] -max_total_time=1800 -max_len=3000

Coverage-guided (atheris, libFuzzer) over the project's own modules, from text to claims. A crash ends it and leaves the
input in a file. Bytes are read as UTF-8; what is not becomes replacement characters, as in a damaged file.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import atheris

import provenance

with atheris.instrument_imports(include=["provenance"]):
    for module in pkgutil.walk_packages(provenance.__path__, "provenance."):
        if not module.name.startswith(("provenance.cli", "provenance.exports", "provenance.reports")):
            import_module(module.name)

from provenance.documents.read import completed
from provenance.records.document import Document
from provenance.sources.registry import load_registry
from provenance.workflow import claims_of


def check(data: bytes) -> None:
    document = completed(Document(data.decode("utf-8", "replace"), path="fuzz.txt", publisher="Gazette"))
    for claim in claims_of(document, load_registry(None)):
        wordings = [(claim.content.text, claim.content.spans)]
        wordings += [(claim.cue.text, claim.cue.spans)] if claim.cue else []
        wordings += [(claim.source.text, (claim.source.span,))] if claim.source.span else []
        wordings += [(q.text, (q.span,)) for q in claim.quantities if q.span]
        for words, spans in wordings:
            assert words == " ".join(s.of(document.text) for s in spans), (words, spans)
            assert all(0 <= s.start < s.end <= len(document.text) for s in spans), spans


def main() -> None:
    claims_of(Document("The mayor said the bridge was safe."), load_registry(None))
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
