"""Marks are read from every form people keep them in, and each form gives the same marks."""

from __future__ import annotations

import json

import pytest

from provenance.errors import UnreadableInput
from provenance.evaluation.gold import read_gold
from provenance.evaluation.inline import WrongMark, unmarked
from provenance.records.marks import Marks

TEXT = "The harbour master said the quay was closed."
MARKS = Marks(((0, 18),), ((19, 23),), ((24, 43),))


def brat_folder(folder):
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    (folder / "text" / "quay.txt").write_text(TEXT)
    (folder / "attributions" / "quay_ann1.ann").write_text(brat())
    return folder


def brat() -> str:
    return (
        "T1\tSource 0 18\tThe harbour master\nT2\tCue 19 23\tsaid\nT3\tContent 24 43\tthe quay was closed\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    )


def brat_file(folder):
    (folder / "quay.ann").write_text(brat())
    return folder / "quay.ann"


def inline(folder):
    file = folder / "marked.txt"
    file.write_text("# id: quay\n# a remark\n{s1:The harbour master} {c1:said} {t1:the quay was closed}.\n")
    return file


def spans(folder):
    file = folder / "marks.jsonl"
    file.write_text(json.dumps({"doc_id": "quay", **MARKS._asdict()}) + "\n")
    return file


def claims(folder):
    row = {
        "schema": "claim-provenance/claim/1",
        "document": {"path": "texts/quay.txt"},
        "source": {"name": "harbour master", "kind": "person", "span": [0, 18]},
        "cue": {"text": "said", "spans": [[19, 23]]},
        "content": {"text": "the quay was closed", "spans": [[24, 43]]},
    }
    voice = {**row, "source": {"name": "Gazette", "kind": "publisher"}, "cue": None}
    file = folder / "claims.jsonl"
    file.write_text(json.dumps(row) + "\n" + json.dumps(voice) + "\n")
    return file


@pytest.mark.parametrize("write", [brat_folder, brat_file, inline, spans, claims], ids=lambda f: f.__name__)
def test_every_form_gives_the_same_marks(tmp_path, write):
    (gold,) = read_gold(str(write(tmp_path)))
    assert (gold.name, gold.marks) == ("quay", (MARKS,))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("absent.jsonl", None),
        ("bad.jsonl", "{}\n"),
        ("bad.jsonl", "not json\n"),
        ("bad.txt", "# id: a\n{s1:He said no.\n"),
        ("bad.txt", "# id: a\n{s1:He} {c1:left}.\n"),
        ("plain.txt", "He said no.\n"),
        ("latin.txt", b"# id: a\n{t1:caf\xe9}\n"),
    ],
)
def test_what_holds_no_marks_is_told_in_one_line_with_its_place(tmp_path, name, content):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableInput) as caught:
        list(read_gold(str(file)))
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_marks_is_refused(tmp_path):
    with pytest.raises(UnreadableInput, match=r"no \.ann files"):
        list(read_gold(str(tmp_path)))


def test_marks_inside_marks_keep_their_own_spans():
    text, marks = unmarked("{s1:She} {c1:said} {t1:{s2:he} {c2:knew} {t2:why}}.")
    assert text == "She said he knew why."
    assert [[text[a:b] for a, b in m.content] for m in marks] == [["he knew why"], ["why"]]


@pytest.mark.parametrize("body", ["{s1:a} {t1:}", "a}", "{t1:a", "{s1:a}"])
def test_a_wrong_mark_is_refused(body):
    with pytest.raises(WrongMark):
        unmarked(body)
