"""Officers write notes for one another on any record."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from jumelage.register.actions import merge
from jumelage.register.actions.acting import READERS
from jumelage.register.models import Record
from tests.desk.conftest import Page, address_of

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def mei(client: Client, db: None) -> User:
    mei = User.objects.create_user("mei")
    client.force_login(mei)
    return mei


@pytest.fixture
def piet(db: None) -> User:
    return User.objects.create_user("piet.de-wit")


@pytest.mark.usefixtures("mei")
def test_a_note_stands_on_its_record_and_calls_the_colleague_it_mentions(
    piet: User, client: Client, page: Page
) -> None:
    address = address_of("visit")
    client.post(f"{address}notes", {"text": "Ask <b>@piet.de-wit</b> for the photos, not mail@piet.\n\nSoon."})
    assert "Ask &lt;b&gt;@piet.de-wit&lt;/b&gt; for the photos" in page(address)
    assert "Colleagues call you" not in page("/")
    client.force_login(piet)
    assert f'<a href="{address}#notes">Ask ' in page("/")


def test_only_who_wrote_a_note_takes_it_away(mei: User, piet: User, client: Client, page: Page) -> None:
    address = address_of("visit")
    client.post(f"{address}notes", {"text": "The bus was late."})
    note = mei.notes.get()  # type: ignore[attr-defined]
    client.force_login(piet)
    assert client.post(f"/notes/{note.pk}/take-away").status_code == 404
    client.force_login(mei)
    client.post(f"/notes/{note.pk}/take-away")
    assert "The bus was late." not in page(address)


def test_notes_are_for_those_who_are_signed_in(mei: User, client: Client, page: Page) -> None:
    address = address_of("visit")
    client.post(f"{address}notes", {"text": "Between us."})
    client.logout()
    assert "Between us." not in page(address)
    assert client.post(f"{address}notes", {"text": "Me too."}).status_code == 302
    assert mei.notes.count() == 1  # type: ignore[attr-defined]


def test_who_may_only_look_writes_nothing_down(mei: User, client: Client) -> None:
    mei.groups.add(Group.objects.get_or_create(name=READERS)[0])
    assert client.post(f"{address_of('visit')}notes", {"text": "Hm."}).status_code == 403
    assert not mei.notes.exists()  # type: ignore[attr-defined]


def test_notes_follow_a_record_that_is_merged_into_another(mei: User, client: Client, page: Page) -> None:
    first, second = Record.objects.filter(kind="place").order_by("pk")[:2]
    for one in (first, second):
        client.post(f"/places/{one.pk}/notes", {"text": f"About number {one.pk}."})
    merge(mei, first, second, version=first.version, other_version=second.version)
    shown = Record.objects.get(pk=first.pk).merged_into_id or first.pk
    text = page(f"/places/{shown}/")
    assert f"About number {first.pk}." in text
    assert f"About number {second.pk}." in text
