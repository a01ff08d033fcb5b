"""Lists of every form as rows with the stretch of text where each stands."""

import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.exchange import NoList, open_table


@pytest.mark.parametrize(
    "text",
    [
        'a,b\n"Lille, Nord",Leeds\n',
        "a;b\nLille, Nord;Leeds\n",
        "a\tb\nLille, Nord\tLeeds\n",
        '{"a": "Lille, Nord", "b": "Leeds"}\n',
        '[{"a": "Lille, Nord", "b": "Leeds"}]',
        '{"results": {"bindings": [{"a": {"value": "Lille, Nord"}, "b": {"value": "Leeds"}}]}}',
    ],
)
def test_rows_are_the_same_in_every_form(text: str) -> None:
    table = open_table("list", text.encode())
    [row] = table.rows
    assert (dict(row.cells), table.columns) == ({"a": "Lille, Nord", "b": "Leeds"}, ("a", "b"))
    assert "Lille, Nord" in text[row.start : row.end]


def test_a_spreadsheet_is_read_with_its_days_and_numbers() -> None:
    import datetime

    book = openpyxl.Workbook()
    book.active.append(["a", "since", "rows"])
    book.active.append(["Lille", datetime.date(1968, 5, 1), 3.0])
    file = io.BytesIO()
    book.save(file)
    table = open_table("list.xlsx", file.getvalue())
    [row] = table.rows
    assert dict(row.cells) == {"a": "Lille", "since": "1968-05-01", "rows": "3"}
    assert str(table.source.origin(row.start)) == "Sheet, row 2, character 0"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"a": 1}\n{broken\n', "line 2"),
        (b'a,b\n"open', "line 2"),
        (b"a,b\n", "no rows"),
        (b"PK\x03\x04broken", "broken"),
        (b"", "no text"),
    ],
)
def test_what_is_no_list_is_told(content: bytes, message: str) -> None:
    with pytest.raises(NoList, match=message):
        open_table("list", content)


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=5))
def test_any_cell_is_read_back(cells: list[tuple[str, str]]) -> None:
    import csv

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("a", "b"))
    kept = [tuple(" ".join(c for c in cell.split() if c.isprintable()) for cell in pair) for pair in cells]
    kept = [(a, b) for a, b in kept if a and b]
    writer.writerows(kept)
    if kept:
        rows = open_table("list.csv", file.getvalue().encode()).rows
        assert [(row.cells["a"], row.cells["b"]) for row in rows] == kept
