"""A paper as a Word file and as PDF: what is in it can be read back, with the sources as notes."""

import zipfile
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from lxml import etree

from jumelage.briefings import (
    BadLayout,
    Briefing,
    Bullets,
    Heading,
    Note,
    Paragraph,
    Picture,
    Run,
    Table,
    as_pdf,
    as_word,
)

WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20" height="20"/></svg>'
BRIEFING = Briefing(
    title="Harderwijk – Lishui 丽水",
    subtitle="#let x = 1; *not* _markup_ & <b>",
    made="Made on 1 March 2027",
    language="nl",
    blocks=[
        Heading("Geschiedenis"),
        Paragraph([Run("Zustersteden sinds 2004", [Note("Een brief: “since 2004”", "http://desk/documents/1/#p2")])]),
        Bullets([[Run("onbekend", unknown=True)], [Run("een bezoek", link="http://desk/visits/3/")]]),
        Table(["Wie", "Ambt"], [[[Run("王雯")], [Run("市长", [Note("名录")])]]]),
        Picture(SQUARE, "Een vierkant"),
    ],
)


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_a_pdf_has_all_text_with_tags_and_its_fonts_within() -> None:
    pdf = as_pdf(BRIEFING)
    text = words_of(pdf)
    for words in (BRIEFING.title, BRIEFING.subtitle, "Zustersteden sinds 2004", "“since 2004”", "王雯", "市长", "名录"):
        assert words in text
    assert b"/StructTreeRoot" in pdf
    assert b"/FontFile3" in pdf or b"/FontFile2" in pdf


def test_a_word_file_has_all_text_and_its_sources_as_footnotes() -> None:
    written = as_word(BRIEFING)
    document = Document(BytesIO(written))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert paragraphs[:3] == [BRIEFING.title, BRIEFING.subtitle, "Geschiedenis"]
    assert "Zustersteden sinds 2004" in paragraphs
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [["Wie", "Ambt"], ["王雯", "市长"]]
    footnotes = etree.fromstring(zipfile.ZipFile(BytesIO(written)).read("word/footnotes.xml"))
    told = {
        note.get(f"{{{WORD['w']}}}id"): "".join(note.itertext()).strip()
        for note in footnotes.iterfind("w:footnote", WORD)
    }
    assert told["1"] == "Een brief: “since 2004”"
    assert told["2"] == "名录"
    marks = document.element.body.iterfind(".//w:footnoteReference", WORD)
    assert [mark.get(f"{{{WORD['w']}}}id") for mark in marks] == ["1", "2"]
    assert document.core_properties.language == "nl"


def test_pictures_are_told_to_those_who_do_not_see_them() -> None:
    described = Document(BytesIO(as_word(BRIEFING))).element.body.xpath(".//wp:docPr/@descr")
    assert described == ["Een vierkant"]


def test_links_lead_to_the_rows_and_passages() -> None:
    written = zipfile.ZipFile(BytesIO(as_word(BRIEFING)))
    assert "http://desk/visits/3/" in written.read("word/_rels/document.xml.rels").decode()
    assert "http://desk/documents/1/#p2" in written.read("word/_rels/footnotes.xml.rels").decode()


def test_an_office_uses_layouts_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "briefing.typ").write_text(
        '#let paper = json(bytes(sys.inputs.briefing))\n#set document(title: "x")\n= House of #paper.title'
    )
    styled = Document()
    styled.styles["Title"].font.name = "Office Font"
    styled.save(str(tmp_path / "briefing.docx"))
    assert "House of Harderwijk" in words_of(as_pdf(BRIEFING, tmp_path))
    assert Document(BytesIO(as_word(BRIEFING, tmp_path))).styles["Title"].font.name == "Office Font"


def test_a_layout_that_is_wrong_is_told(tmp_path: Path) -> None:
    (tmp_path / "briefing.typ").write_text("#nonsense(")
    with pytest.raises(BadLayout, match=r"briefing\.typ"):
        as_pdf(BRIEFING, tmp_path)
