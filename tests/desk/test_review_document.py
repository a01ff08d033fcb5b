"""A document's text beside what it tells, and how far officers have got."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from jumelage.register.models import Document, LogEntry, Record
from tests.desk.conftest import Page, address_of
from tests.desk.officers import send
from tests.register.conftest import tell

pytestmark = pytest.mark.usefixtures("partnership")


def test_a_document_stands_beside_what_it_tells(page: Page) -> None:
    text = page(f"/documents/{Document.objects.earliest('pk').pk}/review")
    assert "<mark" in text
    assert text.count('<article class="claim') == 12
    assert "12 of 12 things to decide" in text
    assert "Who confirms, corrects or rejects signs in" in text


def test_progress_counts_documents_looked_at_and_the_next_one_follows(client: Client, officer: User) -> None:
    first, second = Document.objects.order_by("pk")
    text = send(client, f"/documents/{first.pk}/looked-at")
    assert "1 of 2 documents looked at" in text
    assert f'action="/documents/{second.pk}/looked-at"' in text
    assert "Every document has been looked at." in send(client, f"/documents/{second.pk}/looked-at")


def test_a_document_without_anything_in_it_is_reviewed_as_such(client: Client, officer: User) -> None:
    tell("Nothing of the kind.", {}, [])
    empty = Document.objects.latest("pk")
    assert "Nothing here indeed" in client.get(f"/documents/{empty.pk}/review").content.decode()
    send(client, f"/documents/{empty.pk}/looked-at")
    assert "looked at</span> by mei" in client.get(f"/documents/{empty.pk}/review").content.decode()


def test_a_rejected_claim_stays_to_be_seen(client: Client, officer: User) -> None:
    document = Document.objects.earliest("pk")
    visit = Record.objects.get(kind="visit")
    form = {"word": "reject", "version": visit.version, "next": f"/documents/{document.pk}/review"}
    text = send(client, f"{address_of('visit')}review", **form)
    assert 'class="claim rejected"' in text
    assert "Rejected: Lishui visits Harderwijk" in text


def test_what_was_done_last_is_taken_back_from_its_line(client: Client, officer: User) -> None:
    visit = Record.objects.get(kind="visit")
    text = send(client, f"{address_of('visit')}review", word="reject", version=visit.version)
    entry = LogEntry.objects.get()
    assert f'action="/log/{entry.pk}/undo"' in text
    assert "Undone: rejected" in send(client, f"/log/{entry.pk}/undo")
    assert Record.objects.get(kind="visit").standing == "proposed"


def test_nobody_is_led_away_from_the_desk(client: Client, officer: User) -> None:
    visit = Record.objects.get(kind="visit")
    form = {"word": "reject", "version": visit.version, "next": "https://elsewhere.example/"}
    response = client.post(f"{address_of('visit')}review", form)
    assert response.headers["Location"] == address_of("visit")


def test_who_only_reads_may_not_write(client: Client, officer: User) -> None:
    officer.groups.add(Group.objects.create(name="readers"))
    document = Document.objects.earliest("pk")
    assert 'value="confirm"' not in client.get(f"/documents/{document.pk}/review").content.decode()
    assert client.post(f"/documents/{document.pk}/looked-at").status_code == 403
    assert not LogEntry.objects.exists()
