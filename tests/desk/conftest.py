"""A desk with the small partnership in its register."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from jumelage.desk.addresses import record_address
from jumelage.register.actions import record
from jumelage.register.models import Record
from tests.small_books import enter_the_books
from tests.small_register import small_register


@pytest.fixture
def partnership(db: None) -> None:
    for document, reading in small_register():
        record(document, reading)


@pytest.fixture
def books(partnership: None) -> None:
    """The small partnership with what an officer entered beside it."""
    enter_the_books(User.objects.create_user("piet"))


@pytest.fixture
def officer(client: Client, db: None) -> User:
    """An officer who has signed in."""
    user = User.objects.create_user("mei")
    client.force_login(user)
    return user


@pytest.fixture
def page(client: Client) -> "Page":
    return Page(client)


@pytest.fixture(autouse=True)
def _english(settings: object) -> Iterator[None]:
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Each test has a register of its own, and what was worked out of another's must not be shown."""
    cache.clear()


class Page:
    """Opens pages and gives their text."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __call__(self, address: str, status: int = 200) -> str:
        response = self.client.get(address)
        assert response.status_code == status, address
        return response.content.decode()


def address_of(kind: str) -> str:
    """The address of the first record of a kind."""
    return record_address(kind, Record.objects.filter(kind=kind).earliest("pk").pk)
