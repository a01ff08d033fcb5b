"""Lists out of the register, with their sources."""

import csv
import io
import json

import openpyxl
from django.contrib.auth.models import User

from jumelage.exchange import carry_out, guess_mapping, open_table
from jumelage.exchange.exporting import Form, export_list
from jumelage.exchange.understanding import understand
from jumelage.register.actions import enter
from jumelage.register.models import Twinning

from .conftest import HEADING, planned


def exported(form: Form, kind: str = "twinning", keys: list[int] | None = None) -> bytes:
    file = io.BytesIO()
    export_list(file, form, kind, keys or list(Twinning.objects.values_list("pk", flat=True)))
    return file.getvalue()


def test_a_list_tells_its_sources(officer: User) -> None:
    carry_out(officer, planned(f"{HEADING}Lille,France,Leeds,United Kingdom,1968\n"))
    [row] = csv.DictReader(io.StringIO(exported(Form.CSV).decode("utf-8-sig")))
    assert (row["parties 1"], row["parties 2"], row["since"]) == ("Lille", "Leeds", "1968")
    assert row["sources"] == "list.csv “Lille,France,Leeds,United Kingdom,1968”"


def test_a_workbook_holds_the_same_and_reckons_nothing(officer: User) -> None:
    place = enter(officer, "place", {"names": ["=1+1"]})
    file = io.BytesIO(exported(Form.XLSX, "place", [place.pk]))
    heading, row = openpyxl.load_workbook(file).active.iter_rows()
    assert dict(zip((c.value for c in heading), (c.value for c in row), strict=True))["names"] == "=1+1"
    assert "f" not in {cell.data_type for cell in row}
    assert "'=1+1" in exported(Form.CSV, "place", [place.pk]).decode()


def test_json_lines_tell_who_says_what_with_the_passage(officer: User) -> None:
    carry_out(officer, planned(f"{HEADING}Lille,France,Leeds,United Kingdom,1968\n"))
    [line] = exported(Form.JSON_LINES).decode().splitlines()
    [since] = json.loads(line)["fields"]["since"]
    [source] = since["sources"]
    assert (since["value"], source["document"], source["quote"]) == (
        "1968",
        "list.csv",
        "Lille,France,Leeds,United Kingdom,1968",
    )


def test_an_exported_list_can_be_imported(officer: User) -> None:
    carry_out(officer, planned(f"{HEADING}Lille,France,Leeds,United Kingdom,1968\n"))
    for form in (Form.CSV, Form.XLSX):
        table = open_table(f"list.{form}", exported(form))
        understood = understand(table, guess_mapping(table))
        [twinning] = understood.reading.claims
        assert (str(twinning.values()["since"]), understood.errors) == ("1968", {})
        assert {e.country for e in understood.reading.entities.values()} == {"FR", "GB"}
