"""Promises, what became of them, what was spent and what came of that."""

import csv
import io

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jumelage.desk.addresses import record_address
from jumelage.register.actions import add, enter
from jumelage.register.models import Entity, Record
from tests.desk.conftest import Page, address_of

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def officer(client: Client) -> User:
    mei = User.objects.create_user("mei")
    client.force_login(mei)
    return mei


def record_of(kind: str) -> Record:
    return Record.objects.filter(kind=kind).earliest("pk")


def promise(officer: User, action: str, *due: str) -> Record:
    here, there = (Entity.objects.get(name=name) for name in ("Harderwijk", "Lishui"))
    return enter(officer, "commitment", {"action": [action], "by": [here], "towards": [there], "due": due})


def main_part(text: str) -> str:
    return text.partition('<main id="main"')[2]


def test_what_is_overdue_stands_on_top_and_what_is_answered_last(page: Page, officer: User) -> None:
    promise(officer, "plant an oak")
    promise(officer, "send a choir", "2019")
    promise(officer, "send a painter", "2018-05")
    kept = promise(officer, "send a poet", "2017")
    add(officer, kept, {"state": ["kept"]}, version=kept.version)
    text = main_part(page("/promises/"))
    order = ["send a painter", "send a choir", "plant an oak", "send a youth orchestra", "send a poet"]
    assert sorted(order, key=text.index) == order
    assert "overdue" in text
    overdue = main_part(page("/promises/?turn=overdue"))
    assert "send a painter" in overdue
    assert "plant an oak" not in overdue


def test_an_officer_notes_what_became_of_it_and_where_that_stands(client: Client, page: Page, officer: User) -> None:
    orchestra, visit = record_of("commitment"), record_of("visit")
    form = page(address_of("commitment"))
    assert f'<option value="{visit.pk}">Lishui visits Harderwijk' in form
    client.post(
        f"/promises/{orchestra.pk}/answer",
        {
            "version": orchestra.version,
            "state": "partly kept",
            "answered": "2023-10",
            "led_to": str(visit.pk),
            "reason": "page 3 of the annual report",
        },
    )
    text = main_part(page("/promises/"))
    assert "partly kept" in text
    assert "October 2023" in text
    assert "page 3 of the annual report" in text
    assert "What led to what" in page(record_address("visit", visit.pk))


def test_who_is_not_signed_in_notes_nothing(client: Client, page: Page) -> None:
    orchestra = record_of("commitment")
    assert "Note it" not in page(address_of("commitment"))
    response = client.post(f"/promises/{orchestra.pk}/answer", {"version": orchestra.version, "state": "kept"})
    assert response.status_code == 302
    assert "/sign-in/" in response.headers["Location"]


def test_promises_are_saved_as_csv(client: Client) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/promises.csv").getvalue().decode("utf-8-sig"))))
    assert [row["What was promised"] for row in rows] == ["send a youth orchestra to Lishui"]
    assert rows[0]["Quote"] == "Harderwijk will send a youth orchestra to Lishui before the end of 2027."


@pytest.mark.usefixtures("books")
def test_what_was_spent_and_what_came_of_it(page: Page, officer: User) -> None:
    text = main_part(page("/spending/?place=Harderwijk&place=Lishui&since=2010"))
    assert "4,200.50 EUR" in text
    spent, _, rest = text.partition("What came of it")
    assert "Hotel and interpreter" in spent
    results, _, promised = rest.partition("Only promised")
    assert "Memorandum of understanding" in results
    assert "send a youth orchestra" not in results
    assert "send a youth orchestra" in promised
    assert "4,200.50" not in page("/spending/?place=Lishui&since=2024")


@pytest.mark.usefixtures("books")
def test_spending_is_one_file(client: Client) -> None:
    response = client.get("/spending.csv?place=Harderwijk&place=Lishui&since=2010")
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))
    cost = next(row for row in rows if row["Part"] == "cost")
    assert (cost["Number"], cost["Unit"], cost["By"]) == ("4200.50", "EUR", "Harderwijk")
    assert cost["About"] == "Lishui visits Harderwijk"
    assert "pledge" in {row["Part"] for row in rows}


def test_many_promises_take_no_more_queries_than_a_few(client: Client, officer: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/promises/")
        return len(asked)

    promise(officer, "plant an oak")
    few = queries()
    for number in range(12):
        promise(officer, f"plant oak {number}")
    assert queries() == few
