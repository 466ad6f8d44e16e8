"""What is found below the paths that a reader names."""

import io
import os

import pytest

from provenance.documents.find import InputKind, find_inputs
from provenance.errors import UnknownFormat, UnreadableInput

CLAIM = (
    '{"schema": "claim-provenance/claim/1", "source": {"name": "Reuters"}, "content": {"text": "The port closed."}}\n'
)


@pytest.fixture
def folder(tmp_path):
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/deep/d.PDF",
        ".hidden.txt",
        ".git/e.txt",
        "map.png",
        "sub/x.ttl",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The port was closed.")
    return tmp_path


def names(found, folder):
    return [os.path.relpath(one.path, folder) for one in found.inputs]


def test_a_folder_is_searched_in_sorted_order_without_hidden_files(folder):
    assert names(find_inputs([folder]), folder) == ["a.md", "b.txt", "sub/c.html", "sub/deep/d.PDF", "sub/x.ttl"]


def test_files_of_other_kinds_in_a_folder_are_skipped_and_remarked(folder):
    found = find_inputs([folder])
    assert [os.path.basename(path) for path in found.skipped] == ["map.png"]
    assert "1 file(s) skipped" in found.remarks[0]


def test_a_file_of_another_kind_named_explicitly_is_refused(folder):
    with pytest.raises(UnknownFormat, match=r"map\.png: files of kind \.png are not read; known are .*\.txt"):
        find_inputs([folder / "map.png"])


def test_a_missing_path_is_one_clear_line():
    with pytest.raises(UnreadableInput) as caught:
        find_inputs(["nowhere/at/all.txt"])
    assert str(caught.value) == "nowhere/at/all.txt: there is no such file or folder; check the path"


def test_an_ignore_file_holds_for_its_folder_and_below(folder):
    (folder / "sub" / ".provenanceignore").write_text("# drafts\nd.*\n*.ttl\n")
    assert names(find_inputs([folder]), folder) == ["a.md", "b.txt", "sub/c.html"]


def test_an_inner_ignore_file_overrides_an_outer_one(folder):
    (folder / ".provenanceignore").write_text("*.html\n/b.txt\n")
    (folder / "sub" / ".provenanceignore").write_text("!c.html\ndeep/\n")
    assert names(find_inputs([folder]), folder) == ["a.md", "sub/c.html", "sub/x.ttl"]


def test_an_ignored_file_named_explicitly_is_read(folder):
    (folder / ".provenanceignore").write_text("*\n")
    assert names(find_inputs([folder, folder / "b.txt"]), folder) == ["b.txt"]


def test_a_bad_pattern_names_the_file_and_line(folder):
    (folder / ".provenanceignore").write_text("*.md\n!\n")
    with pytest.raises(UnreadableInput, match=r"\.provenanceignore:2: '!' is not a pattern"):
        find_inputs([folder])


def test_a_file_reached_twice_is_read_once(folder):
    assert names(find_inputs([folder / "b.txt", folder, f"{folder}/./b.txt"]), folder)[0] == "b.txt"
    assert len(find_inputs([folder, folder / "b.txt"]).inputs) == 5


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", "text", InputKind.DOCUMENTS),
        ("claims.jsonl", "\n" + CLAIM, InputKind.CLAIMS),
        ("marked.jsonl", "\ufeff" + CLAIM, InputKind.CLAIMS),
        ("articles.jsonl", '{"text": "The port was closed."}\n' + CLAIM, InputKind.DOCUMENTS),
        ("broken.jsonl", "{", InputKind.DOCUMENTS),
        ("empty.jsonl", "", InputKind.DOCUMENTS),
        ("graph.ttl", "@prefix prov: <http://www.w3.org/ns/prov#> .", InputKind.EXPORT),
    ],
)
def test_claims_and_exports_are_told_from_documents(tmp_path, name, content, kind):
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert [one.kind for one in find_inputs([tmp_path]).inputs] == [kind]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"The port was closed.", InputKind.DOCUMENTS),
        (CLAIM.encode(), InputKind.CLAIMS),
        (b"\n@prefix prov: <http://www.w3.org/ns/prov#> .", InputKind.EXPORT),
    ],
)
def test_standard_input_is_kept_and_told_apart(content, kind):
    (found,) = find_inputs(["-"], io.BytesIO(content)).inputs
    assert (found.path, found.kind, found.content) == ("-", kind, content)


def test_an_empty_folder_is_remarked_not_raised(tmp_path):
    found = find_inputs([tmp_path])
    assert found.inputs == ()
    assert found.remarks == ("nothing to read was found below the paths given",)


def test_a_link_to_a_folder_above_does_not_loop(folder):
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    assert len(find_inputs([folder]).inputs) == 5


def test_an_empty_path_is_not_the_current_folder():
    with pytest.raises(UnreadableInput, match="is empty"):
        find_inputs([""])


def test_a_closed_stream_is_one_clear_error():
    closed = io.BytesIO()
    closed.close()
    with pytest.raises(UnreadableInput, match="standard input: is closed"):
        find_inputs(["-"], closed)


def test_a_damaged_claim_on_a_stream_is_no_text():
    line = b'{"schema": "claim-provenance/claim/1", "source": {"name": "Navy"}, "content": {"text": "it sank"}'
    (found,) = find_inputs(["-"], io.BytesIO(line)).inputs
    assert found.kind is InputKind.CLAIMS
