"""Where sources disagree, the officer chooses and says why."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from jumelage.register.models import Record, Value
from tests.desk.conftest import Page
from tests.desk.officers import send

pytestmark = pytest.mark.usefixtures("partnership")


def choose(client: Client, **form: object) -> str:
    twinning = Record.objects.get(kind="twinning")
    return send(client, f"/review/conflicts/{twinning.pk}", version=twinning.version, **form)


def test_both_years_stand_side_by_side_with_their_sentences(page: Page) -> None:
    text = page("/review/conflicts/")
    assert "have been sister cities since 2004" in text
    assert "2005年，丽水市与荷兰哈尔德韦克市结为友好城市。" in text


def test_a_choice_needs_a_reason_and_is_kept_with_it(client: Client, officer: User) -> None:
    later = Value.objects.get(field="since", text="2005")
    assert "Say why" in choose(client, value=later.pk)
    assert "Tick what is right" in choose(client, reason="the charter")
    assert "Chosen." in choose(client, value=later.pk, reason="the charter says so")
    assert "Nowhere: sources agree" in client.get("/review/conflicts/").content.decode()
    assert "the charter says so" in client.get("/log/?verb=choose").content.decode()
