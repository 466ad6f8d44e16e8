"""The Admiralty code: letter and digit side by side, in the wording of NATO's AJP-2.1 (STANAG 2511)."""

from __future__ import annotations

from provenance.assessment.scales.contract import Case, Row, Scale
from provenance.records.assessment import ScaleLabel

LETTER_WORDS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}

DIGIT_WORDS = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}

_DIGIT_RULES = {
    1: "corroborated across sides, or admitted by the party it harms",
    2: "corroborated",
    3: "apparently corroborated, contested, or one source of letter A to C",
    4: "one source of letter D to F",
    5: "two or more shown origins against it and more than for it,"
    " or only self-interested support against a named origin",
    6: "unattributed",
}


def judge(case: Case) -> ScaleLabel:
    """Returns letter and digit with their wording; the letter alone where everything was withdrawn."""
    mark = case.assessment.admiralty
    letter = f"{mark.letter}: {LETTER_WORDS[mark.letter]}"
    if mark.digit is None:
        return ScaleLabel("admiralty", mark.letter, f"{letter}; no digit, everything was withdrawn")
    digit = f"{mark.digit}: {DIGIT_WORDS[mark.digit]} ({_DIGIT_RULES[mark.digit]})"
    return ScaleLabel("admiralty", f"{mark.letter}{mark.digit}", f"{letter}; {digit}")


ADMIRALTY = Scale(
    name="admiralty",
    title="Admiralty code, after NATO AJP-2.1 (STANAG 2511)",
    rows=(
        *(Row(letter, words) for letter, words in LETTER_WORDS.items()),
        *(Row(str(digit), f"{words}: {_DIGIT_RULES[digit]}") for digit, words in DIGIT_WORDS.items()),
    ),
    notes=(
        "The letter is the best that people gave a supporting origin, F without one: `provenance sources assess`.",
        "The digit follows from the verdict alone; the letter changes it only between 3 and 4, for a single source.",
        "The digit counts how a claim is sourced. It does not compare it with what else is known, as an analyst would.",
    ),
    judge=judge,
)
