"""Reading documents of every kind."""

import io
import json
from datetime import date

import pytest

from provenance.documents.decoding import decoded
from provenance.documents.find import Input, find_inputs
from provenance.documents.formats.table import READERS
from provenance.documents.read import Given, read_documents
from provenance.errors import UnreadableInput

SENTENCE = "The ministry said on Monday that the harbour would be closed for three weeks."
HEAD = '---\ntitle: "Harbour: closed"\npublisher: Harbour Gazette\npublished: 2021-03-07\nlanguage: no\n---\n'
FRONT = f"{HEAD}{SENTENCE}\n"
PAGE = f"""<!doctype html><html lang="en"><head><title>Harbour closed</title><meta charset="utf-8">
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Jane Roe">
<meta property="article:published_time" content="2021-03-07T10:00:00Z">
<link rel="canonical" href="https://example.org/harbour"></head><body><nav><a href="/">Home</a></nav>
<article><p>{SENTENCE} Ferries will leave from the northern quay — until the work is done.</p>
<p>The harbour master said the piers had been damaged by the storm of last week, and by an older one.</p>
</article><footer>All rights reserved</footer></body></html>"""


def pdf(words, title=""):
    """Returns a PDF file with a page for each text; an empty one has no text."""
    font, info = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", f"<</Title({title})>>"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", font, info]
    kids = []
    for text in words:
        lines = " ".join(f"({line}) Tj T*" for line in text.split("\n"))
        content = f"BT /F1 12 Tf 14 TL 50 700 Td {lines} ET" if text else ""
        objects.append(f"<</Length {len(content)}>>\nstream\n{content}\nendstream")
        page = f"/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]{page}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    start, size = len(out), len(objects) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R/Info 4 0 R>>\n"
    return out + f"{end}startxref\n{start}\n%%EOF\n".encode()


@pytest.fixture
def read(tmp_path):
    def read_bytes(name, content, given=None):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (found,) = find_inputs([path]).inputs
        return list(read_documents(found, given))

    return read_bytes


SAMPLES = {
    ".txt": SENTENCE.encode(),
    ".md": FRONT.encode(),
    ".markdown": FRONT.encode(),
    ".html": PAGE.encode(),
    ".htm": PAGE.encode(),
    ".pdf": pdf([SENTENCE]),
    ".jsonl": json.dumps({"text": SENTENCE}).encode(),
}


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_gives_the_text_and_the_path(read, suffix):
    (document,) = read(f"dispatch{suffix}", SAMPLES[suffix])
    assert SENTENCE in document.text
    assert f"dispatch{suffix}" in document.path


@pytest.mark.parametrize("suffix", READERS)
def test_every_reader_refuses_an_empty_file_in_one_line(read, suffix):
    with pytest.raises(UnreadableInput) as caught:
        read(f"dispatch{suffix}", b"")
    assert f"dispatch{suffix}: " in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("suffix", [suffix for suffix in READERS if suffix != ".jsonl"])
def test_what_is_given_overrides_the_file(read, suffix):
    given = Given(title="T", publisher="P", author="A", published=date(2001, 2, 3), url="u", language="xx")
    (document,) = read(f"dispatch{suffix}", SAMPLES[suffix], given)
    assert (document.title, document.publisher, document.author) == ("T", "P", "A")
    assert (document.published, document.url, document.language) == (date(2001, 2, 3), "u", "xx")


@pytest.mark.parametrize("name", ["a.md", "a.txt", "-"])
def test_front_matter_is_read_and_is_no_part_of_the_text(read, name):
    if name == "-":
        (document,) = read_documents(Input("-", content=FRONT.encode()))
    else:
        (document,) = read(name, FRONT)
    assert document.text == SENTENCE + "\n"
    assert (document.title, document.publisher) == ("Harbour: closed", "Harbour Gazette")
    assert document.published == date(2021, 3, 7)


def test_the_stated_language_stands_where_the_text_is_too_short_to_tell(read):
    (document,) = read("a.txt", HEAD + "Havnen er stengt.\n")
    assert document.language == "no"


def test_lines_are_counted_from_the_head_of_the_file(read):
    (document,) = read("a.md", FRONT)
    assert document.first_line == 7
    assert document.line_and_column(document.text.index("ministry")) == (7, 5)
    (document,) = read("b.md", FRONT.replace("\n", "\r\n"))
    assert document.first_line == 7


@pytest.mark.parametrize(
    ("line", "place", "what"),
    [
        (
            "published: last Monday",
            ":3",
            "published is 'last Monday', which is no full date; write it as year-month-day",
        ),
        ("republished: 2021-13-01", ":3", "republished is '2021-13-01'"),
        ("date: 7 March", ":3", "published is '7 March'"),
        ("author: [unclosed", ":4", "the front matter is not YAML"),
        ("author: Roe: Jane", ":3", "the front matter is not YAML"),
        ("author: {name: Jane}", ":3", "author is not a text"),
    ],
)
def test_broken_front_matter_names_the_line(read, line, place, what):
    with pytest.raises(UnreadableInput) as caught:
        read("a.md", f"---\npublisher: P\n{line}\n---\n{SENTENCE}")
    assert f"{place}: " in str(caught.value)
    assert what in str(caught.value)


def test_several_authors_are_one_line(read):
    (document,) = read("a.md", f"---\nauthor: [Jane Roe, John Doe]\ntitle: null\n---\n{SENTENCE}")
    assert (document.author, document.title) == ("Jane Roe, John Doe", None)


@pytest.mark.parametrize("head", ["---\n", "---\nA rule, and no front matter.\n---\n", "---\n\n---\n"])
def test_a_rule_at_the_head_is_no_front_matter(read, head):
    (document,) = read("a.txt", head + SENTENCE)
    assert document.text == head + SENTENCE
    assert document.first_line == 1


FRENCH = "L’opération menée à l’est a été achevée jeudi. « Nous n’avons déploré aucune perte », a déclaré le général."
SPANISH = "El ministro señaló que la operación terminó el sábado. ¿Hubo víctimas? «Ninguna», añadió."
GERMAN = "Das Außenministerium erklärte, die Kämpfe hätten aufgehört."
POLISH = "Rzecznik wojska powiedział w środę, że żołnierze zajęli wieś bez walki."
RUSSIAN = "Министерство обороны сообщило в среду, что операция завершена."
ARABIC = "قالت وزارة الدفاع يوم الأربعاء إن العملية انتهت."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((text, "utf-8") for text in (FRENCH, POLISH, RUSSIAN, ARABIC)),
        *((text, "utf-8-sig") for text in (FRENCH, ARABIC)),
        *((text, "utf-16") for text in (FRENCH, RUSSIAN, ARABIC)),
        *((text, "cp1252") for text in (FRENCH, SPANISH, GERMAN, "He said “no”, the mayor’s aide wrote.", "A café.")),
        ("El ministro señaló el sábado.", "latin-1"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "cp1256"),
    ],
)
def test_text_is_decoded_as_it_was_meant(text, encoding):
    assert decoded(text.encode(encoding), "a.txt") == text


def test_windows_line_ends_stay(read):
    (document,) = read("a.txt", b"One line.\r\nAnother line.\r\n")
    assert document.text == "One line.\r\nAnother line.\r\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"The port\0was closed.",
        bytes(range(1, 256)) * 4,
        b"\x01\x02\x03text",
    ],
)
def test_a_binary_file_is_refused(read, content):
    with pytest.raises(UnreadableInput, match=r"a\.txt: is not a text file"):
        read("a.txt", content)


def test_a_web_page_gives_its_main_text_and_metadata(read):
    (document,) = read("a.html", PAGE)
    assert document.text.startswith(SENTENCE)
    assert "\n\nThe harbour master" in document.text
    assert "Home" not in document.text
    assert (document.title, document.publisher, document.author) == ("Harbour closed", "Harbour Gazette", "Jane Roe")
    assert (document.published, document.language) == (date(2021, 3, 7), "en")
    assert document.url == "https://example.org/harbour"


def test_a_web_page_in_a_declared_encoding_is_read(read):
    page = PAGE.replace("utf-8", "windows-1252")
    (document,) = read("a.html", page.encode("cp1252"))
    assert "quay — until" in document.text


def test_a_page_without_a_date_has_none(read):
    (document,) = read("a.html", PAGE.replace("article:published_time", "x"))
    assert document.published is None


def test_a_page_without_an_article_is_refused(read):
    with pytest.raises(UnreadableInput, match="no article is found"):
        read("a.html", "<html><body><script>app()</script></body></html>")


def test_a_pdf_gives_the_text_of_its_pages(read):
    (document,) = read(
        "a.pdf", pdf(["The harbour was closed by\nthe ministry.", "It gave no reason."], "Harbour closed")
    )
    assert document.text.split("\n\n") == ["The harbour was closed by\nthe ministry.", "It gave no reason."]
    assert document.title == "Harbour closed"


def test_a_pdf_of_images_says_so(read):
    with pytest.raises(UnreadableInput, match=r"a\.pdf: holds no text, only images; run it through OCR"):
        read("a.pdf", pdf(["", ""]))


def test_a_locked_pdf_says_so(read):
    from pypdf import PdfReader, PdfWriter

    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([SENTENCE])))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    with pytest.raises(UnreadableInput, match=r"a\.pdf: is locked with a password"):
        read("a.pdf", out.getvalue())


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"no pdf at all", pdf([SENTENCE])[:300]])
def test_a_damaged_pdf_is_one_clear_error(read, content):
    with pytest.raises(UnreadableInput, match=r"a\.pdf: "):
        read("a.pdf", content)


def test_articles_keep_their_ids_or_line_numbers(read):
    rows = [
        {"id": "x1", "content": SENTENCE, "date": "2021-03-07"},
        {"body": SENTENCE, "author": ["Jane Roe", "John Doe"]},
    ]
    documents = read("a.jsonl", json.dumps(rows[0]) + "\n\n" + json.dumps(rows[1]) + "\n")
    assert [document.path.rpartition("/")[2] for document in documents] == ["a.jsonl#x1", "a.jsonl#3"]
    assert documents[0].published == date(2021, 3, 7)
    assert documents[1].author == "Jane Roe, John Doe"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{", "is not JSON"),
        ("[1]", "is not a JSON object"),
        ('{"title": "T"}', "the article has no text"),
        ('{"text": 5}', "the article has no text"),
        ('{"text": "T.", "published": "yesterday"}', "published is 'yesterday', which is no full date"),
        ('{"text": "T.", "publisher": {"name": "P"}}', "publisher is not a text"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_bad_line_names_file_and_line(read, line, what):
    with pytest.raises(UnreadableInput) as caught:
        read("a.jsonl", json.dumps({"text": SENTENCE}) + "\n" + line)
    assert "a.jsonl:2: " + what in str(caught.value)


def test_articles_are_read_one_at_a_time(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": SENTENCE}) + "\n{\n")
    stream = read_documents(Input(str(tmp_path / "a.jsonl")))
    assert next(stream).text == SENTENCE
    with pytest.raises(UnreadableInput, match=":2: "):
        next(stream)


def test_half_a_surrogate_pair_does_not_reach_the_text(read):
    (document,) = read("a.jsonl", r'{"text": "The port \ud83d was closed."}')
    assert document.text == "The port \ufffd was closed."


@pytest.mark.parametrize("sample", [".txt", ".md", ".html", ".pdf", ".jsonl"])
def test_a_stream_is_taken_for_what_it_begins_like(sample):
    (document,) = read_documents(Input("-", content=SAMPLES[sample]))
    assert document.text.startswith(SENTENCE)
    assert document.path.startswith("-")


@pytest.mark.parametrize(
    ("head", "place", "what", "next_step"),
    [
        ("publisher: A\npublisher: B", ":3", "publisher stands twice", "keep one"),
        ('publisher: "a\x01b"', "a.md", "special characters are not allowed", "correct it"),
        ("author: Roe: Jane", ":2", "mapping values", "in quotes"),
        ("author: [unclosed", ":3", "the front matter is not YAML", "correct it"),
        (f"published: {'9' * 500}", ":2", "999...999", "year-month-day"),
    ],
)
def test_a_fault_of_front_matter_is_told_for_what_it_is(read, head, place, what, next_step):
    with pytest.raises(UnreadableInput) as caught:
        read("a.md", f"---\n{head}\n---\n{SENTENCE}\n")
    message = str(caught.value)
    assert f"{place}: " in message
    assert what in message
    assert next_step in message
    assert len(message) < 300


def test_any_day_of_the_calendar_may_be_the_day_of_publication(read):
    (document,) = read("a.md", f"---\npublished: 9999-12-31\n---\n{SENTENCE}\n")
    assert document.published == date(9999, 12, 31)


def test_a_number_too_long_is_not_said_to_nest(read):
    with pytest.raises(UnreadableInput, match="Exceeds the limit"):
        read("a.jsonl", f'{{"text": "{SENTENCE}", "id": {"9" * 5000}}}')


def test_a_page_with_a_broken_declaration_is_read_without_what_follows_it(read):
    (document,) = read("a.html", PAGE.replace("</head>", "<![foo[ bar </head>"))
    assert SENTENCE in document.text


@pytest.mark.parametrize("charset", ["undefined", "idna", "rot13", "nowhere"])
def test_a_charset_that_decodes_nothing_is_passed_over(read, charset):
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"').encode("cp1252")
    (document,) = read("a.html", page)
    assert "northern quay —" in document.text


def test_a_page_of_the_year_one_has_no_date(read):
    (document,) = read("a.html", PAGE.replace("2021-03-07T", "0001-01-01T"))
    assert document.published is None
