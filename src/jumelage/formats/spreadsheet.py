"""Spreadsheets (.xlsx): the rows of the first sheet that has any, a line each, cells apart by tabs."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from jumelage.formats.document import Refused, SourceDocument
from jumelage.formats.limits import MAX_DOCUMENT_BYTES
from jumelage.formats.origins import Cells, TracedText
from jumelage.formats.word import check_sizes

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def open_spreadsheet(name: str, content: bytes) -> SourceDocument:
    """Formulas are read as the values they had when the file was saved; empty rows are left out."""
    check_sizes(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            traced, numbers, starts = _lines(sheet.iter_rows(values_only=True))
            if numbers:
                origins = traced.origins(Cells(sheet.title, tuple(starts), tuple(numbers)))
                return SourceDocument(name, content, MEDIA_TYPE, traced.text, origins)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        raise Refused("is a broken spreadsheet") from None
    raise Refused("holds no text")


def _lines(rows: Iterable[tuple[object, ...]]) -> tuple[TracedText, list[int], list[int]]:
    """The text, with the number of each row that has any and where it starts."""
    traced, numbers, starts = TracedText(), list[int](), list[int]()
    for number, cells in enumerate(rows, start=1):
        line = "\t".join(_written(cell) for cell in cells).rstrip("\t")
        if line.strip():
            numbers.append(number)
            starts.append(len(traced))
            traced.add(f"{line}\n", len(traced), len(traced) + len(line) + 1)
            if len(traced) > MAX_DOCUMENT_BYTES:
                raise Refused(f"is too large (at most {MAX_DOCUMENT_BYTES:,} characters are read)")
    return traced, numbers, starts


def _written(cell: object) -> str:
    """A cell on one line; days as ISO 8601, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())
