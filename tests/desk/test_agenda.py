"""The agenda of the small partnership, and calendars that follow it."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar, Event

from jumelage.agenda.models import Feed
from jumelage.desk.addresses import record_address
from jumelage.register.actions import add, correct, enter
from jumelage.register.models import Entity, Record
from tests.desk.conftest import Page
from tests.desk.test_lists import many_twinnings

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def officer(client: Client) -> User:
    mei = User.objects.create_user("mei")
    client.force_login(mei)
    return mei


def record_of(kind: str) -> Record:
    return Record.objects.filter(kind=kind).earliest("pk")


def main_part(text: str) -> str:
    return text.partition('<main id="main"')[2]


def coming_visit(officer: User, start: date) -> Record:
    here, there = (Entity.objects.get(name=name) for name in ("Harderwijk", "Lishui"))
    return enter(
        officer,
        "visit",
        {"visitors": [here], "hosts": [there], "start": [str(start)], "end": [str(start + timedelta(days=4))]},
    )


def test_each_side_keeps_anniversaries_by_its_own_custom(page: Page) -> None:
    """Since 2004: the Dutch custom marks the twentieth year and the Chinese too; of the twenty-fifth only the Dutch."""
    twentieth = main_part(page("/agenda/?year=2024"))
    assert "20 years: Harderwijk – Lishui" in twentieth
    assert "Harderwijk: celebration (Netherlands) · Lishui: celebration (China)" in twentieth
    assert "Harderwijk: celebration (Netherlands) · Lishui: letter of congratulation (China)" in page(
        "/agenda/?year=2029"
    )
    assert "Harderwijk: nothing (Netherlands) · Lishui: letter of congratulation (China)" in page("/agenda/?year=2026")


def test_a_month_has_what_is_due_in_it(page: Page, officer: User) -> None:
    memorandum = record_of("agreement")
    add(officer, memorandum, {"term": ["P5Y"], "tacit": ["P5Y"], "notice": ["P6M"]}, version=memorandum.version)
    text = main_part(page("/agenda/?year=2023&month=11"))
    assert "Give notice, or it goes on: Memorandum of understanding: Harderwijk – Lishui" in text
    assert "otherwise it goes on until 11 May 2029" in text
    assert "Promised" not in text
    assert "Promised: Harderwijk: send a youth orchestra" in page("/agenda/?year=2027&month=12")


def test_a_mission_brings_duties_until_they_are_done(page: Page, officer: User) -> None:
    visit = coming_visit(officer, date(2030, 6, 3))
    duty = "Tell the council: Harderwijk visits Lishui"
    text = main_part(page("/agenda/?year=2030"))
    assert duty in text
    assert "2 June 2030" in text
    assert "told by a public source" in text
    add(officer, visit, {"told_council": ["2030-05-20"]}, version=visit.version + 0, reason="minutes, item 4")
    assert "done" in main_part(page("/agenda/?year=2030")).partition(duty)[0]


def test_the_rules_say_where_they_come_from(page: Page) -> None:
    text = page("/agenda/rules/")
    for word in ("Flanders", "Netherlands", "France", "Germany", "China", "Australia", "EU town-twinning grants"):
        assert word in text
    assert "seen on a copy only" in text


def calendar(client: Client, address: str) -> dict[str, Event]:
    """The events by their summaries, as a calendar program reads them."""
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(response.content).walk("VEVENT")
    return {str(event["summary"]): event for event in events}


def new_feed(client: Client, **asked: object) -> str:
    client.post("/agenda/calendars/make", asked)
    text = client.get("/agenda/calendars/").content.decode()
    return text.partition('<code class="secret">http://testserver')[2].partition("<")[0]


def test_a_calendar_follows_what_moves_and_ends_when_it_is_revoked(client: Client, officer: User) -> None:
    start = timezone.localdate() + timedelta(days=60)
    visit = coming_visit(officer, start)
    address = new_feed(client)
    program = Client()
    before = calendar(program, address)["Harderwijk visits Lishui"]
    assert (before.decoded("dtstart"), before.decoded("dtend")) == (start, start + timedelta(days=5))
    assert calendar(program, address)["Harderwijk visits Lishui"].to_ical() == before.to_ical()

    visit.refresh_from_db()
    later = start + timedelta(days=7)
    correct(officer, visit, visit.values.get(field="start"), str(later), version=visit.version)
    visit.refresh_from_db()
    correct(officer, visit, visit.values.get(field="end"), str(later + timedelta(days=2)), version=visit.version)
    after = calendar(program, address)["Harderwijk visits Lishui"]
    assert after["uid"] == before["uid"]
    assert after["sequence"] > before["sequence"]
    assert (after.decoded("dtstart"), after.decoded("dtend")) == (later, later + timedelta(days=3))

    client.post(f"/agenda/calendars/{Feed.objects.get().pk}/revoke")
    assert program.get(address).status_code == 404


def test_what_falls_away_is_called_off(client: Client, officer: User) -> None:
    from jumelage.register.actions import reject

    visit = coming_visit(officer, timezone.localdate() + timedelta(days=60))
    address = new_feed(client)
    calendar(client, address)
    reject(officer, visit, version=visit.version)
    assert calendar(client, address)["Harderwijk visits Lishui"]["status"] == "CANCELLED"


def test_a_calendar_of_one_twinning_tells_nothing_of_others(client: Client, officer: User) -> None:
    many_twinnings(0, 30)
    address = new_feed(client, twinning=record_of("twinning").pk)
    told = calendar(client, address)
    assert any("Harderwijk – Lishui" in summary for summary in told)
    assert not any("There" in summary for summary in told)


def test_nobody_guesses_or_reads_an_address(client: Client, officer: User) -> None:
    address = new_feed(client)
    secret = address.removeprefix("/calendars/").removesuffix(".ics")
    assert secret not in str(list(Feed.objects.values()))
    assert address not in client.get("/agenda/calendars/").content.decode()
    assert client.get("/calendars/guess.ics").status_code == 404
    assert Client().get("/agenda/calendars/").status_code == 302


def test_an_officer_can_revoke_only_their_own(client: Client, officer: User) -> None:
    address = new_feed(client)
    client.force_login(User.objects.create_user("jan"))
    assert client.post(f"/agenda/calendars/{Feed.objects.get().pk}/revoke").status_code == 404
    assert client.get(address).status_code == 200


def test_a_long_agenda_takes_no_more_queries_than_a_short_one(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/agenda/?year=2015")
        return len(asked)

    many_twinnings(0, 3)
    few = queries()
    many_twinnings(3, 40)
    assert queries() == few


def test_an_agenda_that_makes_no_sense_is_refused(page: Page) -> None:
    assert "be looked up in the agenda" in page("/agenda/?year=soon", 400)
    assert "be looked up in the agenda" in page("/agenda/?year=2026&month=13", 400)
    assert "Nothing in the register is called" in page("/agenda/?place=Atlantis")


def test_a_visit_leads_to_its_page(page: Page, officer: User) -> None:
    visit = coming_visit(officer, date(2031, 5, 5))
    assert record_address("visit", visit.pk) in page("/agenda/?year=2031")
