"""What is due, as a letter."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured

from jumelage.desk.digest import digest, send_digest

pytestmark = pytest.mark.usefixtures("partnership")


def test_the_letter_tells_what_lies_ahead_in_the_language_asked_for() -> None:
    """The promise, and for a bond that began some time in 2004 the letters from China of 2027 and of 2028."""
    subject, text = digest(date(2027, 11, 1), 3, "en")
    assert subject == "Twinnings: 3 things are due"
    assert "2028  24 years: Harderwijk – Lishui" in text
    assert "31 December 2027  Promised: Harderwijk: send a youth orchestra to Lishui" in text
    assert "Toegezegd: " in digest(date(2027, 11, 1), 3, "nl")[1]


def test_a_promise_whose_day_has_passed_comes_first() -> None:
    _, text = digest(date(2028, 3, 1), 3, "en")
    assert text.startswith("DATE HAS PASSED\n31 December 2027  Promised")


def test_each_address_has_a_letter_of_its_own() -> None:
    assert send_digest(date(2027, 11, 1), 3, "en", ["mei@example.org", "jan@example.org"]) == 2
    assert [letter.to for letter in mail.outbox] == [["mei@example.org"], ["jan@example.org"]]


def test_a_mail_server_that_can_not_be_meant_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    from jumelage import settings

    monkeypatch.setenv("JUMELAGE_MAIL", "mail.example.org")
    with pytest.raises(ImproperlyConfigured, match="smtp://user:password@host:port"):
        importlib.reload(settings)
    monkeypatch.delenv("JUMELAGE_MAIL")
    importlib.reload(settings)
