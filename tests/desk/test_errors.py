import pytest
from django.test import Client

from tests.desk.conftest import Page


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("address", ["/nothing/", "/twinnings/1/", "/documents/1/", "/weddings/1/", "/weddings.csv"])
def test_an_address_without_a_page_says_what_to_do(address: str, page: Page) -> None:
    text = page(address, status=404)
    assert "There is nothing here" in text
    assert 'href="/"' in text


@pytest.mark.usefixtures("db")
def test_a_form_without_its_token_is_refused_with_the_way_out() -> None:
    response = Client(enforce_csrf_checks=True).post("/language/", {"language": "nl"})
    assert response.status_code == 403
    assert "load the page again" in response.content.decode()


@pytest.mark.usefixtures("db")
def test_a_page_that_breaks_says_that_nothing_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jumelage.desk.views.home.waiting", lambda: 1 / 0)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Nothing in the register was changed" in response.content.decode()


@pytest.mark.usefixtures("partnership")
def test_pages_may_load_from_this_machine_only(client: Client) -> None:
    response = client.get("/")
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    text = response.content.decode()
    assert "style=" not in text
    assert "http://" not in text
    assert "https://" not in text
