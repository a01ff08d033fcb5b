"""Writes a paper as a Word file to edit, with the sources as footnotes.

The styles are those of the layout `briefing.docx` where the office has one, or else of python-docx's empty document.
"""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.dml import MSO_THEME_COLOR
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from jumelage.briefings.briefing import Block, Briefing, Bullets, Heading, Line, Note, Paragraph, Picture, Run, Table
from jumelage.briefings.layouts import layout
from jumelage.pictures.drawing import Form, converted

LAYOUT = "briefing.docx"
WIDTH = Cm(16)
CHINESE = "Noto Serif SC"
"""The font that Word is asked to draw Chinese with; where it is missing, Word takes another."""


def as_word(briefing: Briefing, office: Path | None = None) -> bytes:
    """The paper as a Word file. `office` is the folder with the office's own layouts."""
    ours = layout(LAYOUT, office)
    document = Document(BytesIO(ours) if ours else None)
    _describe(document, briefing)
    notes = _Footnotes(document)
    document.add_heading(briefing.title, 0)
    document.add_paragraph(briefing.subtitle, style="Subtitle")
    for block in briefing.blocks:
        _write(document, block, notes)
    document.sections[0].footer.paragraphs[0].text = briefing.made
    notes.close()
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document: WordDocument, briefing: Briefing) -> None:
    about = document.core_properties
    about.title, about.subject, about.language = briefing.title, briefing.subtitle, briefing.language
    about.author, about.comments = "", briefing.made
    fonts = document.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    if fonts is not None:
        fonts.set(qn("w:eastAsia"), CHINESE)
        fonts.attrib.pop(qn("w:eastAsiaTheme"), None)


def _write(document: WordDocument, block: Block, notes: "_Footnotes") -> None:
    match block:
        case Heading(text, level):
            document.add_heading(text, level)
        case Paragraph(line):
            _add(document.add_paragraph(), line, notes)
        case Bullets(lines):
            for line in lines:
                _add(document.add_paragraph(style="List Bullet"), line, notes)
        case Table():
            _add_table(document, block, notes)
        case Picture(svg, shows):
            picture = document.add_picture(BytesIO(converted(svg, Form.PNG)), width=WIDTH)
            picture._inline.docPr.set("descr", shows)
            document.add_paragraph(shows, style="Caption")


def _add_table(document: WordDocument, block: Table, notes: "_Footnotes") -> None:
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for cell, name in zip(table.rows[0].cells, block.header, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for row in block.rows:
        for cell, line in zip(table.add_row().cells, row, strict=True):
            _add(cell.paragraphs[0], line, notes)
    document.add_paragraph()


def _add(paragraph: WordParagraph, line: Line, notes: "_Footnotes") -> None:
    for run in line:
        _add_run(paragraph, run)
        for note in run.notes:
            notes.add(paragraph, note)


def _add_run(paragraph: WordParagraph, run: Run) -> None:
    written = paragraph.add_run(run.text)
    written.italic = run.unknown or None
    if run.link:
        written.font.underline = True
        written.font.color.theme_color = MSO_THEME_COLOR.HYPERLINK
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.replace(written._r, link)
        link.append(written._r)


class _Footnotes:
    """The part of a Word file that holds the footnotes, which python-docx does not write by itself."""

    SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self.root: Any = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        for number, kind in self.SEPARATORS:
            self.root.append(
                parse_xml(
                    f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
                    "</w:footnote>"
                )
            )
        uri = PackURI("/word/footnotes.xml")
        self.part = Part(uri, CONTENT_TYPE.WML_FOOTNOTES, package=document.part.package)

    def add(self, paragraph: WordParagraph, note: Note) -> None:
        """A mark at the end of the paragraph so far, and the note at its foot."""
        number = len(self.root) - len(self.SEPARATORS) + 1
        mark = paragraph.add_run()
        mark.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        mark._r.append(reference)
        footnote: Any = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            '<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r></w:p></w:footnote>'
        )
        self.root.append(footnote)
        written = WordParagraph(footnote[0], self.document._body).add_run(note.text)
        written.font.size = Pt(8)
        if note.link:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), self.part.relate_to(note.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            footnote[0].replace(written._r, link)
            link.append(written._r)

    def close(self) -> None:
        """To be called when all is written: the part keeps bytes."""
        self.part._blob = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        self.document.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)
