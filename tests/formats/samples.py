"""Files for the tests of the formats, made when they are needed: none is kept."""

import io
import zipfile
from collections.abc import Iterable, Mapping

import docx
from docx.document import Document

from jumelage.formats import SourceDocument, Unreadable, open_bytes


def opened(name: str, content: bytes) -> SourceDocument:
    """The one document in a file."""
    (one,) = open_bytes(name, content)
    assert isinstance(one, SourceDocument), str(one)
    return one


def refused(name: str, content: bytes) -> str:
    """Why a file is not read."""
    (one,) = open_bytes(name, content)
    assert isinstance(one, Unreadable)
    assert one.name == name
    return one.reason


def pdf(*pages: Iterable[str], info: str = "", trailer: str = "") -> bytes:
    """A PDF whose pages show lines of text in Helvetica, without compression."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page_numbers = [5 + 2 * index for index in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in page_numbers)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        font,
        f"<< {info} >>",
    ]
    for number, lines in zip(page_numbers, pages, strict=True):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td 14 TL {shown} ET"
        look = f"/MediaBox [0 0 612 792] /Contents {number + 1} 0 R /Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {look} >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    content, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>\n"
        f"startxref\n{len(content)}\n%%EOF"
    )
    return content + end.encode()


def word(document: Document | None = None, *paragraphs: str) -> bytes:
    document = document or docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def rezipped(content: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A zip or Word file with some of its members replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return zipped({**members, **changed})
