"""Officers confirm and reject on the pages what was read."""

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client

from jumelage.register.models import LogEntry, Record, Standing, Value
from tests.desk.conftest import Page, address_of

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def officer(client: Client) -> User:
    user = User.objects.create_user("mei", password="mei's own")  # noqa: S106
    client.force_login(user)
    return user


def say(client: Client, word: str, value: Value | None = None, version: int | None = None) -> HttpResponse:
    """What the officer says of the twinning, or of one of its values."""
    record = Record.objects.get(kind="twinning")
    form = {"word": word, "version": version or record.version, "value": value.pk if value else ""}
    response: HttpResponse = client.post(f"{address_of('twinning')}review", form, follow=True)  # type: ignore[assignment]
    return response


def since(year: str) -> Value:
    return Value.objects.get(record__kind="twinning", field="since", text=year)


def test_a_confirmed_value_is_shown_whatever_sources_say(client: Client, officer: User) -> None:
    text = say(client, "confirm", since("2005")).content.decode()
    assert since("2005").standing == Standing.CONFIRMED
    assert "mei confirmed it on" in text
    assert "sources disagree" not in text
    assert "since 2005" in client.get("/").content.decode()


def test_a_rejected_value_stands_aside(client: Client, officer: User) -> None:
    say(client, "reject", since("2004"))
    assert since("2004").standing == Standing.REJECTED
    assert since("2005").current


def test_the_record_as_a_whole_is_confirmed_and_rejected(client: Client, officer: User) -> None:
    say(client, "confirm")
    assert Record.objects.get(kind="twinning").standing == Standing.CONFIRMED
    say(client, "reject")
    assert Record.objects.get(kind="twinning").standing == Standing.REJECTED
    assert LogEntry.objects.filter(officer=officer).count() == 2


def test_what_has_changed_meanwhile_is_looked_at_again_first(client: Client, officer: User) -> None:
    seen = Record.objects.get(kind="twinning").version
    say(client, "reject", since("2004"))
    assert "has changed since you opened it" in say(client, "confirm", since("2005"), version=seen).content.decode()
    assert since("2005").standing == Standing.PROPOSED


def test_saying_it_twice_changes_nothing(client: Client, officer: User) -> None:
    say(client, "confirm", since("2005"))
    assert "had been said already" in say(client, "confirm", since("2005")).content.decode()
    assert LogEntry.objects.count() == 1


def test_who_is_not_signed_in_is_asked_to_and_sees_no_buttons(client: Client, page: Page) -> None:
    assert 'class="review"' not in page(address_of("twinning"))
    response = client.post(f"{address_of('twinning')}review", {"word": "confirm", "version": 1})
    assert response.headers["Location"].startswith("/sign-in/?next=")
    assert not LogEntry.objects.exists()


def test_signing_in_leads_back_to_the_page_and_needs_the_right_password(client: Client) -> None:
    User.objects.create_user("mei", password="mei's own")  # noqa: S106
    wrong = client.post("/sign-in/", {"username": "mei", "password": "other"})
    assert "capitals matter" in wrong.content.decode()
    right = client.post("/sign-in/", {"username": "mei", "password": "mei's own", "next": "/visits/"}, follow=True)
    assert right.redirect_chain[-1][0] == "/visits/"
    assert "Signed in as mei." in right.content.decode()
    assert "Sign in to confirm" in client.post("/sign-out/", follow=True).content.decode()


@pytest.mark.parametrize("form", [{}, {"word": "praise", "version": "1"}, {"word": "confirm", "version": "x"}])
def test_a_form_of_another_kind_is_refused(form: dict[str, str], client: Client, officer: User) -> None:
    assert client.post(f"{address_of('twinning')}review", form).status_code == 400


def test_a_value_of_another_record_is_none_of_this_one(client: Client, officer: User) -> None:
    other = Value.objects.filter(record__kind="visit").first()
    assert say(client, "confirm", other).status_code == 404


def test_looking_at_the_address_of_a_decision_decides_nothing(client: Client, officer: User) -> None:
    assert client.get(f"{address_of('twinning')}review").status_code == 405


def test_nothing_is_decided_without_the_token_of_the_form() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.create_user("mei"))
    assert strict.post(f"{address_of('twinning')}review", {"word": "confirm", "version": 1}).status_code == 403
