"""The check that other browser tests rely on finds what it should."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

GOOD = "<!doctype html><html lang=en><title>Desk</title><main><h1>Desk</h1><img src=a.png alt='A map'></main></html>"


def test_a_plain_page_passes(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    page.set_content(GOOD)
    assert_accessible(page)


def test_a_picture_without_words_fails(page: Page, assert_accessible: Callable[[Page], None]) -> None:
    page.set_content(GOOD.replace(" alt='A map'", ""))
    with pytest.raises(AssertionError, match="image-alt"):
        assert_accessible(page)
