"""PDF through PDFium: the characters of its pages, in the order the file has them.

Line ends stay where the page has them and a word cut at one keeps its hyphen: joining them is the reader's work.
"""

import re

import pypdfium2
from pypdfium2 import raw

from jumelage.formats.document import Refused, SourceDocument, title_from
from jumelage.formats.origins import Pages, TracedText
from jumelage.vocabulary.edtf import Edtf, InvalidDate

# PDFium gives a hyphen at a line's end, and the line end with it, as one control character.
HYPHEN_AT_LINE_END = "\x02"
LINE_END = re.compile(f"\r\n?|{HYPHEN_AT_LINE_END}|[\0\x01\x03-\x08\x0b-\x1f\ufffe\uffff]")
DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
REASONS = {
    raw.FPDF_ERR_PASSWORD: "is encrypted; save it without its password first",
    raw.FPDF_ERR_SECURITY: "is encrypted in a way that can't be opened; save it without protection first",
}


def open_pdf(name: str, content: bytes) -> SourceDocument:
    try:
        file = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused(REASONS.get(error.err_code, "is a broken PDF")) from None
    traced, starts, seen = TracedText(), [], 0
    for page in file:
        starts.append(seen)
        characters = page_characters(page)
        if len(traced):
            traced.add("\n\n", seen, seen)
        add_lines(traced, characters, seen)
        seen += len(characters)
    if not traced.text.strip():
        raise Refused("holds no text (scanned pictures); run text recognition on it first")
    properties = file.get_metadata_dict()
    return SourceDocument(
        name,
        content,
        "application/pdf",
        traced.text,
        traced.origins(Pages(tuple(starts))),
        title=title_from(properties["Title"]),
        published=date_of(properties["CreationDate"]),
    )


def page_characters(page: pypdfium2.PdfPage) -> str:
    """One character for each that PDFium counts, so that its index finds the character's box on the page."""
    text_page = page.get_textpage()
    codes = (raw.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars()))
    return "".join(chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd" for code in codes)


def add_lines(traced: TracedText, characters: str, seen: int) -> None:
    copied = 0
    for match in LINE_END.finditer(characters):
        traced.add(characters[copied : match.start()], seen + copied, seen + match.start())
        replacement = {HYPHEN_AT_LINE_END: "-\n", "\r\n": "\n", "\r": "\n"}.get(match[0], "")
        traced.add(replacement, seen + match.start(), seen + match.end())
        copied = match.end()
    traced.add(characters[copied:], seen + copied, seen + len(characters))


def date_of(written: str) -> Edtf | None:
    """The day the file was made, approximate because it need not be the day its text was published."""
    match = DATE.match(written)
    try:
        return Edtf(f"{match[1]}-{match[2]}-{match[3]}~") if match else None
    except InvalidDate:
        return None
