from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from jumelage.register.actions import reject
from jumelage.register.models import Record
from tests.desk.conftest import Page


@pytest.fixture(autouse=True)
def in_june_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "localdate", lambda: datetime(2026, 6, 15, tzinfo=UTC).date())


@pytest.mark.usefixtures("db")
def test_an_empty_register_says_how_to_fill_it(page: Page) -> None:
    assert "jumelage read PATH…" in page("/")


@pytest.mark.usefixtures("partnership")
def test_a_twinning_shows_its_age_its_last_contact_and_what_is_due(page: Page) -> None:
    home = page("/")
    assert "Harderwijk – Lishui" in home
    assert "22 years" in home
    assert "3 October 2023" in home
    assert "25 years, 2029" in home
    assert "send a youth orchestra to Lishui" in home
    assert "31 December 2027" in home
    assert "date has passed" not in home


@pytest.mark.usefixtures("partnership")
def test_it_tells_what_waits_for_review_and_what_was_read(page: Page) -> None:
    home = page("/")
    assert 'href="/twinnings/?standing=proposed"' in home
    assert "Sources disagree on 1 record." in home
    assert "名录.txt" in home


@pytest.mark.usefixtures("partnership")
def test_what_was_silent_for_long_and_what_changed_is_told(page: Page, client: Client) -> None:
    mei = User.objects.create_user("mei")
    visit = Record.objects.get(kind="visit")
    client.force_login(mei)
    assert "Nothing happened for long" not in page("/")
    reject(mei, visit, version=visit.version)
    text = page("/")
    assert "mei rejected" in text
    assert "Harderwijk – Lishui" in text.partition("Nothing happened for long")[2].partition("</section>")[0]
