"""Lists out: records of one kind as CSV, XLSX or JSON Lines, each with the sources that say so."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from jumelage.exchange.mapping import HEADINGS
from jumelage.register.fields import FIELDS, Holds
from jumelage.register.models import Citation, Record
from jumelage.register.queries import Line, Sheet, sheets_of

A_BATCH = 500
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell of a CSV file that begins so would be reckoned by a spreadsheet."""
SIDES = 2


class Form(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "jsonl"


def export_list(file: IO[bytes], form: Form, kind: str, records: Iterable[int]) -> int:
    """Writes records of one kind in the order given, whatever their standing; returns how many.

    What they show stands under the headings by which `jumelage import` knows it again; JSON Lines tells all that was
    ever said, and who says it, with the passages.
    """
    sheets = _sheets(kind, records)
    match form:
        case Form.JSON_LINES:
            return _write_lines(file, sheets)
        case Form.XLSX:
            return _write_workbook(file, kind, sheets)
    return _write_csv(file, kind, sheets)


def _sheets(kind: str, records: Iterable[int]) -> Iterator[tuple[Record, Sheet]]:
    keys = list(dict.fromkeys(records))
    for start in range(0, len(keys), A_BATCH):
        some = Record.objects.filter(kind=kind).in_bulk(keys[start : start + A_BATCH])
        sheets = sheets_of(some.values())
        yield from ((some[key], sheets[key]) for key in keys[start : start + A_BATCH] if key in some)


def _write_csv(file: IO[bytes], kind: str, sheets: Iterable[tuple[Record, Sheet]]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(_headings(kind))
    count = 0
    for record, sheet in sheets:
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in _cells(record, sheet)])
        count += 1
    text.detach()
    return count


def _write_workbook(file: IO[bytes], kind: str, sheets: Iterable[tuple[Record, Sheet]]) -> int:
    book = Workbook(write_only=True)
    page = book.create_sheet(kind)
    page.append(_headings(kind))
    count = 0
    for record, sheet in sheets:
        row = [WriteOnlyCell(page, cell) for cell in _cells(record, sheet)]
        for cell in row:
            cell.data_type = "s"
        page.append(row)
        count += 1
    book.save(file)
    return count


def _write_lines(file: IO[bytes], sheets: Iterable[tuple[Record, Sheet]]) -> int:
    count = 0
    for record, sheet in sheets:
        said = {name: [_line_as_json(line) for line in lines] for name, lines in sheet.items()}
        whole = {"key": record.pk, "kind": record.kind, "standing": str(record.standing), "fields": said}
        file.write(json.dumps(whole, ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def _headings(kind: str) -> list[str]:
    """The parts of a row: sides by number with their country, other fields by name."""
    headings = ["key", "standing"]
    for field in FIELDS[kind].values():
        if f"{field.name} 1" in HEADINGS.get(kind, {}):
            headings += [
                f"{field.name} {side}{of}" for side in range(1, SIDES + 1) for of in ("", " country", " wikidata")
            ]
            headings.append(f"further {field.name}")
        else:
            headings.append(field.name)
    return [*headings, "sources"]


def _cells(record: Record, sheet: Sheet) -> list[str]:
    cells = [str(record.pk), str(record.standing)]
    for field in FIELDS[record.kind].values():
        shown = [line.value for line in sheet.get(field.name, ()) if line.value.current]
        if f"{field.name} 1" in HEADINGS.get(record.kind, {}):
            entities = [value.entity for value in shown if value.entity]
            for entity in (*entities[:SIDES], *[None] * (SIDES - len(entities))):
                cells += [entity.name, entity.country, entity.wikidata] if entity else ["", "", ""]
            cells.append("; ".join(entity.name for entity in entities[SIDES:]))
        elif field.holds is Holds.ENTITY:
            cells.append("; ".join(value.entity.name for value in shown if value.entity))
        else:
            cells.append("; ".join(value.text for value in shown))
    return [*cells, _sources(sheet)]


def _sources(sheet: Sheet) -> str:
    """Who says it, each source once, with its first sentence."""
    told: dict[str, str] = {}
    for lines in sheet.values():
        for citation in (citation for line in lines for citation in line.citations if line.value.current):
            told.setdefault(_who(citation), f"“{citation.passage.quote}”" if citation.passage else "")
    return " | ".join(f"{who} {quote}".strip() for who, quote in told.items())


def _who(citation: Citation) -> str:
    return str(citation.telling.document or citation.entry)


def _line_as_json(line: Line) -> dict[str, Any]:
    value = line.value
    said: dict[str, Any] = {"value": value.entity.name if value.entity else value.text}
    if value.entity:
        said["entity"] = value.entity_id
    said |= {"standing": str(value.standing), "shown": value.current}
    return {**said, "sources": [_citation_as_json(citation) for citation in line.citations]}


def _citation_as_json(citation: Citation) -> Mapping[str, Any]:
    source: dict[str, Any] = {"says": citation.says}
    if document := citation.telling.document:
        source |= {"document": document.name, "sha256": document.sha256}
    if citation.entry:
        source |= {"officer": citation.entry.officer.username, "at": citation.entry.at.isoformat()}
    if passage := citation.passage:
        source |= {"start": passage.start, "end": passage.end, "quote": passage.quote}
    return source | ({"worked_out": citation.worked_out} if citation.worked_out else {})
