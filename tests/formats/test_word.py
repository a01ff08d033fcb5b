import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from formats.samples import opened, refused, rezipped, word, zipped
from jumelage.formats import ParagraphCharacter
from jumelage.formats.limits import MAX_DOCUMENT_BYTES
from jumelage.vocabulary.edtf import Edtf


def test_paragraphs_and_tables_are_read_in_order() -> None:
    document = docx.Document()
    document.add_heading("Partner cities", 1)
    document.add_paragraph("Nantes", style="List Bullet")
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["City", "Since", "Note", "Chengdu", "2009"], strict=False
    ):
        cell.text = text
    document.add_paragraph("That is all.")
    document.sections[0].header.paragraphs[0].text = "Confidential"
    assert opened("list.docx", word(document)).text == (
        "Partner cities\n\nNantes\n\nCity\tSince\tNote\nChengdu\t2009\t\n\nThat is all."
    )


def test_the_empty_corner_of_a_table_keeps_its_column() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 1).text = "Since"
    assert opened("list.docx", word(document)).text == "\tSince"


def test_a_character_is_traced_to_its_paragraph() -> None:
    document = opened("letter.docx", word(None, "First paragraph.", "", "The delegation."))
    origin = document.origin(document.text.index("delegation"))
    assert origin == ParagraphCharacter("word/document.xml", 3, 4)
    assert str(origin) == "word/document.xml, paragraph 3, character 4"


def test_title_and_date_come_from_its_properties() -> None:
    document = docx.Document()
    document.core_properties.title = "Minutes"
    document.core_properties.modified = datetime(2015, 6, 8, 12)  # noqa: DTZ001  as Word keeps it
    letter = opened("letter.docx", word(document, "x"))
    assert (letter.title, letter.published) == ("Minutes", Edtf("2015-06-08~"))


def test_the_date_of_an_empty_template_is_no_date() -> None:
    assert opened("letter.docx", word(None, "x")).published is None


TEXT_BOX = "<w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict>"


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>", "one\ttwo\nthree"),
        ("<w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>", "in"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ("<w:sdt><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>", "filled in"),
        ("<w:r><w:t>Vlaams</w:t><w:noBreakHyphen/><w:t>Brabant</w:t></w:r>", "Vlaams-Brabant"),
        (f"<w:r><w:t>outside</w:t>{TEXT_BOX}</w:r>", "outside\n\nboxed"),
    ],
)
def test_what_a_paragraph_holds_is_read(paragraph: str, text: str) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{paragraph}</w:p>"))
    assert opened("letter.docx", word(document)).text == text


def test_a_table_that_lays_out_a_letter_is_read_as_paragraphs() -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "a" * 200
    cell.add_paragraph("b" * 200)
    assert opened("letter.docx", word(document)).text == f"{'a' * 200}\n\n{'b' * 200}"


def with_entities(entities: str, text: str) -> bytes:
    body = f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    part = f'<?xml version="1.0"?><!DOCTYPE w [{entities}]>{body}'
    return rezipped(word(), {"word/document.xml": part.encode()})


def test_entities_that_multiply_are_refused() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = with_entities(f'<!ENTITY l0 "lol">{entities}', "&l11;")
    assert refused("bomb.docx", bomb) == "is a broken Word document"


def test_an_entity_reads_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    letter = with_entities(f'<!ENTITY file SYSTEM "{secret.as_uri()}">', "seen &file;")
    assert opened("letter.docx", letter).text.strip() == "seen"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = rezipped(word(), {"word/media/image.png": bytes(20_000_000)})
    assert refused("bomb.docx", bomb).startswith("is a zip bomb")


def test_a_file_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(rezipped(word(None, "x" * 5000), {}))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    at = content.rindex(size.to_bytes(4, "little"))
    content[at : at + 4] = (MAX_DOCUMENT_BYTES * 2).to_bytes(4, "little")
    assert refused("liar.docx", bytes(content)).startswith("is a zip bomb")


@pytest.mark.parametrize(
    "content",
    [
        rezipped(word(), {"word/document.xml": b"<w:document"}),
        rezipped(word(), {"[Content_Types].xml": b""}),
        zipped({"word/document.xml": b"<a/>"}),
    ],
)
def test_a_broken_file_is_refused(content: bytes) -> None:
    assert refused("broken.docx", content) == "is a broken Word document"


def test_a_document_without_text_is_refused() -> None:
    assert refused("empty.docx", word()) == "holds no text"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "is encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "is an old Office file"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}), "is of a kind that is not read here"),
        (b"PK\x03\x04 cut off", "is a broken zip or Word file"),
    ],
)
def test_other_office_files_get_a_clear_line(content: bytes, reason: str) -> None:
    assert refused("letter.docx", content).startswith(reason)
