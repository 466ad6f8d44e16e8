"""One uninterrupted part of a content: its words, and its tokens by place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token


@dataclass(frozen=True)
class Scene:
    """One uninterrupted part of the content: its words, and their tokens by place."""

    text: str
    part: Words

    def tokens_from(self, offset: int) -> list[Token]:
        """Returns the tokens that begin at the offset or later."""
        start = self.part.start_char + offset
        return [token for token in self.part if token.idx >= start]

    def token_at(self, offset: int) -> Token | None:
        """Returns the token over the offset."""
        place = self.part.start_char + offset
        return next((token for token in self.part if token.idx <= place < token.idx + len(token)), None)

    def end_of(self, token: Token) -> int:
        """Returns where the token ends, in the words of the part."""
        return int(token.idx) + len(token) - self.part.start_char
