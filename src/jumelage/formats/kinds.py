"""Which kind of file it is: by its first bytes where they tell, by its name otherwise."""

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePosixPath

from jumelage.formats.document import Refused


class Kind(StrEnum):
    TEXT = "text"
    PAGE = "web page"
    PDF = "PDF"
    WORD = "Word document"
    SHEET = "spreadsheet"
    MAIL = "e-mail"
    ZIP = "zip file"


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
    ".xlsx": Kind.SHEET,
    ".eml": Kind.MAIL,
    ".zip": Kind.ZIP,
}
ACCEPTED = ", ".join(SUFFIXES)

PDF_HEADER = b"%PDF-"
PAGE_HEADER = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
ZIP_HEADERS = (b"PK\x03\x04", b"PK\x05\x06")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
HEADER_BYTES = 1024


def kind_of(name: str, content: bytes) -> Kind:
    """Refused where it is none that is read here."""
    if not content:
        raise Refused("is empty")
    header = content[:HEADER_BYTES]
    if header.startswith(PDF_HEADER):
        return Kind.PDF
    if header.startswith(OLD_OFFICE):
        if ENCRYPTED_OFFICE in content:
            raise Refused("is encrypted; save it without its password first")
        raise Refused("is an old Office file; save it as .docx, .xlsx or .pdf first")
    if header.startswith(ZIP_HEADERS):
        return kind_of_zip(content)
    if kind := SUFFIXES.get(PurePosixPath(name).suffix.lower()):
        return kind
    if PAGE_HEADER.match(header):
        return Kind.PAGE
    raise Refused(f"is of a kind that is not read here; these are: {ACCEPTED}")


def kind_of_zip(content: bytes) -> Kind:
    """Word, Excel, OpenDocument and e-books are zip files too; only the first two are read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            members = set(file.namelist())
    except (zipfile.BadZipFile, ValueError):
        raise Refused("is a broken zip or Word file") from None
    if "word/document.xml" in members:
        return Kind.WORD
    if "xl/workbook.xml" in members:
        return Kind.SHEET
    if "[Content_Types].xml" in members or "mimetype" in members:
        raise Refused(f"is of a kind that is not read here; these are: {ACCEPTED}")
    return Kind.ZIP
