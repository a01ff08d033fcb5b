import pytest
from django.test import Client

from tests.desk.conftest import Page

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Lishui", "Lishui"),
        ("lishui", "Lishui"),
        ("LÍSHUI", "Lishui"),
        ("丽水", "Lishui"),
        ("哈尔德", "Harderwijk"),
        ("de Wit", "Anna de Wit"),
        ("dewit", "Anna de Wit"),
        ("Hardervijk", "Harderwijk"),
        ("youth orchestra", "Harderwijk: send a youth orchestra to Lishui"),
        ("two rivers", "Two rivers, Harderwijk"),
        ("hospital", "Training: Zuiderzee Hospital – Lishui"),
    ],
)
def test_names_and_words_are_found_in_any_language_and_spelling(words: str, title: str, page: Page) -> None:
    assert f">{title}</a>" in page(f"/search/?q={words}")


def test_results_say_why_they_fit(page: Page) -> None:
    text = page("/search/?q=哈尔德韦克")
    assert "also called “哈尔德韦克”" in text
    assert "names Harderwijk" in text
    assert "丽水市与荷兰<mark>哈尔德韦克</mark>市结为友好城市" in text


def test_the_box_keeps_what_was_asked_and_nothing_of_it_is_markup(page: Page) -> None:
    text = page('/search/?q="><script>alert(1)</script>')
    assert "<script>alert" not in text
    assert "Nothing was found." in text


@pytest.mark.parametrize("address", ["/search/", "/search/?q=", "/search/?q=%20"])
def test_no_words_find_nothing_and_say_what_to_type(address: str, page: Page) -> None:
    assert "Type a name in any language" in page(address)


def test_punctuation_alone_is_no_name(client: Client) -> None:
    assert "Nothing was found." in client.get("/search/?q=%25_").content.decode()
