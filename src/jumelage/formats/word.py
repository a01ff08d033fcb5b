"""Word files (.docx): paragraphs and table rows of the body, in their order; no headers, footers or comments."""

import io
import zipfile
from datetime import datetime

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from jumelage.formats.document import Refused, SourceDocument, title_from
from jumelage.formats.limits import MAX_DOCUMENT_BYTES, MAX_RATIO, MIN_BOMB_BYTES
from jumelage.formats.origins import Paragraphs, TracedText
from jumelage.vocabulary.edtf import Edtf

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY_PART = "word/document.xml"
PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
LIST_ITEM = f"{qn('w:pPr')}/{qn('w:numPr')}"
TEXT, TEXT_BOX = qn("w:t"), qn("w:txbxContent")
STANDING_FOR = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# The same text once more, for programs that don't know the newer drawing it stands in.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

# What python-docx writes into every document unless its user sets another date.
TEMPLATE_SAVED = datetime(2013, 12, 23, 23, 15)  # noqa: DTZ001  compared without zone

MAX_CELL_CHARACTERS = 300
"""A row with a longer cell lays out a page; its paragraphs are read as such."""


def open_word(name: str, content: bytes) -> SourceDocument:
    check_sizes(content)
    try:
        file = docx.Document(io.BytesIO(content))
    except (OpcError, KeyError, ValueError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise Refused("is a broken Word document") from None
    body = Body(file.element.body)
    body.add_blocks(file.element.body)
    text = body.traced.text
    if not text.strip():
        raise Refused("holds no text")
    properties = file.core_properties
    return SourceDocument(
        name,
        content,
        MEDIA_TYPE,
        text,
        body.traced.origins(Paragraphs(BODY_PART, tuple(body.starts), tuple(body.numbers))),
        title=title_from(properties.title),
        published=day_of(properties.modified),
    )


def check_sizes(content: bytes) -> None:
    """Refuses a bomb before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        for member in file.infolist():
            if member.file_size > max(MIN_BOMB_BYTES, MAX_RATIO * member.compress_size):
                raise Refused(f"is a zip bomb ({member.filename} unpacks to {member.file_size:,} bytes)")
        if (unpacked := sum(member.file_size for member in file.infolist())) > MAX_DOCUMENT_BYTES:
            raise Refused(f"is too large ({unpacked:,} bytes unpacked; at most {MAX_DOCUMENT_BYTES:,})")


def day_of(saved: datetime | None) -> Edtf | None:
    """The day it was last saved, approximate because it need not be that of its text.

    The day it was made is often that of an older document it was made from.
    """
    return Edtf(f"{saved.date()}~") if saved and saved.replace(tzinfo=None) != TEMPLATE_SAVED else None


class Body:
    """The text of a document's body being put together, paragraph by paragraph."""

    def __init__(self, root: etree._Element) -> None:
        self.traced = TracedText()
        self.starts: list[int] = []
        self.numbers: list[int] = []
        self._number = {paragraph: number for number, paragraph in enumerate(root.iter(PARAGRAPH), start=1)}
        self._characters = 0
        self._last: str | None = None

    def add_blocks(self, parent: etree._Element) -> None:
        for element in parent:
            if element.tag == PARAGRAPH:
                self._add_paragraph(element)
            elif element.tag == ROW and not is_layout(element):
                self._add_row(element)
            elif element.tag != FALLBACK:
                self.add_blocks(element)

    def _add_paragraph(self, paragraph: etree._Element) -> None:
        if text_of(paragraph).strip():
            self._add(paragraph, self._gap("item" if paragraph.find(LIST_ITEM) is not None else None))
        for box in paragraph.iter(TEXT_BOX):
            if next(box.iterancestors(FALLBACK), None) is None:
                self.add_blocks(box)

    def _add_row(self, row: etree._Element) -> None:
        separator = self._gap("row")
        for cell in row.iter(CELL):
            for paragraph in cell.iter(PARAGRAPH):
                self._add(paragraph, separator)
                separator = " "
            separator = "\t"

    def _gap(self, kind: str | None) -> str:
        """Rows follow each other without a blank line, and so do list items."""
        follows, self._last = kind is not None and kind == self._last, kind
        if not len(self.traced):
            return ""
        return "\n" if follows else "\n\n"

    def _add(self, paragraph: etree._Element, gap: str) -> None:
        text = text_of(paragraph)
        self.starts.append(self._characters)
        self.numbers.append(self._number[paragraph])
        self.traced.add(gap, self._characters, self._characters)
        self.traced.add(text, self._characters, self._characters + len(text))
        self._characters += len(text)


def is_layout(row: etree._Element) -> bool:
    """Whether a table row lays out a page rather than holding data."""
    return next(row.iter(TABLE), None) is not None or any(
        sum(len(text_of(paragraph)) for paragraph in cell.iter(PARAGRAPH)) > MAX_CELL_CHARACTERS
        for cell in row.iter(CELL)
    )


def text_of(paragraph: etree._Element) -> str:
    """Its text without what was struck in tracking changes and without the text boxes anchored in it."""
    pieces = []
    for element in paragraph:
        if element.tag == TEXT:
            pieces.append(element.text or "")
        elif element.tag in STANDING_FOR:
            pieces.append(STANDING_FOR[element.tag])
        elif element.tag not in (TEXT_BOX, FALLBACK):
            pieces.append(text_of(element))
    return "".join(pieces)
