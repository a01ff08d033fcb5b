"""Officers choose the columns of a list, and keep lists under names of their own."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.desk.conftest import Page

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def officer(client: Client, db: None) -> User:
    officer = User.objects.create_user("mei")
    client.force_login(officer)
    return officer


def test_the_columns_that_an_address_asks_for_are_shown_and_exported(page: Page, client: Client) -> None:
    text = page("/visits/?column=hosts&column=start")
    assert 'data-label="Hosts"' in text
    assert 'data-label="Led by"' not in text
    exported = b"".join(client.get("/visits.csv?column=hosts&column=start")).decode("utf-8-sig")
    assert exported.splitlines()[0] == "Title,From,Hosts,Standing,Address"


def test_columns_that_are_none_leave_the_usual_ones(page: Page) -> None:
    assert 'data-label="Led by"' in page("/visits/?column=password")


@pytest.mark.usefixtures("officer")
def test_a_list_is_kept_found_again_replaced_and_dropped(client: Client, page: Page) -> None:
    address = "/visits/?country=CN&column=hosts"
    client.post(f"/visits/keep?{address.partition('?')[2]}", {"name": "Guests from China"})
    client.post("/visits/keep?country=NL", {"name": "Guests from China"})
    text = page("/")
    assert '<a href="/visits/?country=NL">Guests from China</a>' in text
    assert "country=CN" not in text
    drop = text.partition('action="/kept-lists/')[2].partition('"')[0]
    client.post(f"/kept-lists/{drop}")
    assert "Guests from China" not in page("/")


@pytest.mark.usefixtures("officer")
@pytest.mark.parametrize(("asked", "name"), [("country=NL", ""), ("country=NL", "x" * 81), ("kind=nonsense", "List")])
def test_what_makes_no_list_is_not_kept(asked: str, name: str, client: Client) -> None:
    assert client.post(f"/events/keep?{asked}", {"name": name}).status_code == 400


def test_lists_are_the_officers_own(officer: User, client: Client, page: Page) -> None:
    client.post("/visits/keep?country=NL", {"name": "My guests"})
    assert "My guests" in page("/")
    kept = officer.kept_lists.get()  # type: ignore[attr-defined]
    client.force_login(User.objects.create_user("piet"))
    assert "My guests" not in page("/")
    assert client.post(f"/kept-lists/{kept.pk}/drop").status_code == 404
