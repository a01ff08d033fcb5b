"""A list as rows: each with the stretch of the file where it stands."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row, by character offsets (`end` excluded), with its cells by the name of their column."""

    number: int
    start: int
    end: int
    cells: Mapping[str, str]


class NoList(ValueError):
    """The file is no list of rows."""


def rows_of(text: str) -> Iterator[Row]:
    """The rows of a CSV file with a header, or of JSON Lines. `NoList` where a line is neither."""
    return _json_lines(text) if text.lstrip().startswith("{") else _csv(text)


def _csv(text: str) -> Iterator[Row]:
    position = 0

    def lines() -> Iterator[str]:
        nonlocal position
        for line in text.splitlines(keepends=True):
            position += len(line)
            yield line

    reader = csv.reader(lines(), strict=True)
    try:
        header = next(reader, [])
        start = position
        for number, cells in enumerate(reader, start=2):
            if any(cells):
                end = start + len(text[start:position].rstrip("\n"))
                yield Row(number, start, end, dict(zip(header, (cell.strip() for cell in cells), strict=False)))
            start = position
    except csv.Error as error:
        raise NoList(f"line {reader.line_num}: {error}") from error


def _json_lines(text: str) -> Iterator[Row]:
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        if line.strip():
            try:
                cells = {str(name): str(cell).strip() for name, cell in json.loads(line).items() if cell is not None}
            except (ValueError, AttributeError) as error:
                raise NoList(f"line {number} is no JSON object") from error
            yield Row(number, start, start + len(line.rstrip()), cells)
        start += len(line)
