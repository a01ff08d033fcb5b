"""Whether twinnings are alive, each in a sentence that says what it goes by."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jumelage.register.actions import add, enter
from jumelage.register.models import Entity, Record
from jumelage.vitality.evidence import signals
from tests.desk.conftest import Page, address_of
from tests.desk.test_lists import many_twinnings

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def officer() -> User:
    return User.objects.create_user("mei")


def test_the_sentence_says_what_the_signal_goes_by(page: Page) -> None:
    text = page("/alive/")
    assert "Lishui visits Harderwijk (3 October 2023 – 5 October 2023)" in text
    assert "(visits: 1, events: 0, papers: 1)" in text
    assert "Visits by Harderwijk: 0 (days: 0), by Lishui: 1 (days: 3)." in text


def test_dormant_by_decision_differs_from_no_evidence(page: Page, officer: User) -> None:
    many_twinnings(0, 1)
    twinning = Record.objects.filter(kind="twinning").earliest("pk")
    add(officer, twinning, {"dormant": ["2024"]}, version=twinning.version, reason="decision of the council")
    assert "It sleeps by decision since 2024." in page(address_of("twinning"))
    here, there = Entity.objects.get(name="Harderwijk"), Entity.objects.get(name="There 0")
    enter(officer, "twinning", {"kind": ["sister"], "parties": [here, there]})
    text = page("/alive/?signal=no+evidence")
    assert "No source tells of a contact with a date" in text
    assert "Harderwijk – There 0" in text
    assert "Lishui" not in text.partition("<tbody>")[2]


def test_the_list_and_the_page_of_a_twinning_agree(page: Page) -> None:
    many_twinnings(0, 5)
    for pk, signal in signals(timezone.localdate()).items():
        text = page(f"/twinnings/{pk}/")
        assert f'<span class="signal {signal.value.replace(" ", "-")}">' in text


def test_many_take_no_more_queries_than_a_few(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/alive/")
        return len(asked)

    many_twinnings(0, 3)
    few = queries()
    many_twinnings(3, 30)
    assert queries() == few
