"""A list as rows: each with the stretch of the file's text where it stands."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jumelage.formats import SourceDocument, Unreadable, open_bytes
from jumelage.formats.document import Refused
from jumelage.formats.limits import MAX_DOCUMENT_BYTES
from jumelage.formats.plain_text import open_text
from jumelage.formats.spreadsheet import MEDIA_TYPE as SPREADSHEET

ZIPPED = b"PK\x03\x04"
DELIMITERS = ",;\t|"
BINDINGS = re.compile(r'"bindings"\s*:\s*\[')


@dataclass(frozen=True, slots=True)
class Row:
    """One row, by character offsets (`end` excluded), with its cells by the name of their column.

    `number` is the one by which people find it: a heading is row 1.
    """

    number: int
    start: int
    end: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A list in a file: its columns by name, in their order, and its rows; cells without text are left out."""

    source: SourceDocument
    columns: tuple[str, ...]
    rows: Sequence[Row]


class NoList(ValueError):
    """The file is no list of rows; the message says where and why."""


def open_table(name: str, content: bytes) -> Table:
    """CSV with a heading (cells apart by comma, semicolon, tab or bar), XLSX, JSON Lines, a JSON array of objects, or
    what a SPARQL endpoint answers in JSON. `NoList` where it is none of these."""
    if len(content) > MAX_DOCUMENT_BYTES:
        raise NoList(f"it is too large ({len(content):,} bytes; at most {MAX_DOCUMENT_BYTES:,})")
    source = _open(name, content)
    rows = list(_rows(source))
    columns = tuple(dict.fromkeys(column for row in rows for column in row.cells))
    if not rows:
        raise NoList("it has no rows below its heading")
    return Table(source, columns, rows)


def _open(name: str, content: bytes) -> SourceDocument:
    if not content.startswith(ZIPPED):
        try:
            return open_text(name, content)
        except Refused as refusal:
            raise NoList(f"it {refusal}") from refusal
    opened = next(open_bytes(name, content))
    if isinstance(opened, Unreadable) or opened.media_type != SPREADSHEET:
        raise NoList(f"it {opened.reason}" if isinstance(opened, Unreadable) else "it is no spreadsheet")
    return opened


def _rows(source: SourceDocument) -> Iterator[Row]:
    text = source.text
    if source.media_type == SPREADSHEET:
        return _delimited(text, "\t", csv.QUOTE_NONE)
    if answer := BINDINGS.search(text):
        return _json_array(text, answer.end())
    if text.lstrip().startswith("["):
        return _json_array(text, text.index("[") + 1)
    if text.lstrip().startswith("{"):
        return _json_lines(text)
    heading = text.partition("\n")[0]
    return _delimited(text, max(DELIMITERS, key=heading.count), csv.QUOTE_MINIMAL)


def _delimited(text: str, delimiter: str, quoting: Any) -> Iterator[Row]:
    position = 0

    def lines() -> Iterator[str]:
        nonlocal position
        for line in io.StringIO(text, newline="\n"):
            position += len(line)
            yield line

    reader = csv.reader(lines(), strict=True, delimiter=delimiter, quoting=quoting)
    try:
        heading = [name.strip() for name in next(reader, [])]
        start = position
        for number, cells in enumerate(reader, start=2):
            if any(cells):
                end = start + len(text[start:position].rstrip("\n"))
                yield Row(number, start, end, _filled(zip(heading, cells, strict=False)))
            start = position
    except csv.Error as error:
        raise NoList(f"line {reader.line_num}: {error}") from error


def _json_lines(text: str) -> Iterator[Row]:
    start = 0
    for number, line in enumerate(io.StringIO(text, newline="\n"), start=1):
        if line.strip():
            try:
                cells = _cells(json.loads(line))
            except (ValueError, AttributeError) as error:
                raise NoList(f"line {number} is no JSON object") from error
            yield Row(number, start, start + len(line.rstrip()), cells)
        start += len(line)


def _json_array(text: str, position: int) -> Iterator[Row]:
    decoder = json.JSONDecoder()
    number = 0
    while (position := _next_item(text, position)) < len(text) and text[position] != "]":
        number += 1
        try:
            item, end = decoder.raw_decode(text, position)
            yield Row(number, position, end, _cells(item))
        except (ValueError, AttributeError) as error:
            raise NoList(f"item {number} of the array is no JSON object") from error
        position = end


def _next_item(text: str, position: int) -> int:
    while position < len(text) and text[position] in " \t\n,":
        position += 1
    return position


def _cells(item: Mapping[str, Any]) -> dict[str, str]:
    return _filled((name, _written(value)) for name, value in item.items())


def _written(value: Any) -> str:
    """A value of JSON in a cell; an endpoint wraps each in an object, and several stand apart by a semicolon."""
    if isinstance(value, dict):
        return _written(value.get("value"))
    if isinstance(value, list):
        return "; ".join(map(_written, value))
    return "" if value is None else str(value)


def _filled(cells: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {str(name): text for name, cell in cells if (text := cell.strip())}
