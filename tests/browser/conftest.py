"""Chromium for the tests of pages, the desk they look at, and two things held against every page they open.

No request may leave the machine, and `assert_accessible` finds what people with other eyes and hands can't use.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, Request, Route
from pytest_django.live_server_helper import LiveServer

from jumelage.register.actions.record import record
from tests.small_books import enter_the_books
from tests.small_register import small_register

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Playwright keeps an event loop running in the thread of the tests, and Django would refuse its database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(FLAGS)}


@pytest.fixture
def context(context: BrowserContext) -> Iterator[BrowserContext]:
    """A browser window in which a request to anywhere but this machine is stopped, and fails the test."""
    strangers: list[str] = []

    def stop(route: Route, request: Request) -> None:
        strangers.append(request.url)
        route.abort()

    context.route(_leaves_the_machine, stop)
    yield context
    assert not strangers, f"requests left the machine: {', '.join(strangers)}"


def _leaves_the_machine(url: str) -> bool:
    return urlsplit(url).hostname not in (None, "localhost", "127.0.0.1")


@pytest.fixture(scope="session")
def assert_accessible() -> Callable[[Page], None]:
    """Fails where axe finds that the page breaks WCAG 2.2 AA or good practice, and says where."""
    axe = Axe()

    def check(page: Page) -> None:
        results = axe.run(page, options={"resultTypes": ["violations"], "runOnly": WCAG_2_2_AA})
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture
def desk(live_server: LiveServer) -> str:
    """The address of a desk whose register holds the small partnership, without a slash at its end."""
    cache.clear()
    for document, reading in small_register():
        record(document, reading)
    enter_the_books(User.objects.create_user("piet"))
    return live_server.url
