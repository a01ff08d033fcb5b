"""Every kind of page in Chromium: usable by everybody, wide and narrow, and with nothing fetched from elsewhere."""

import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from jumelage.desk import catalogues
from jumelage.desk.addresses import SLUGS, record_address
from jumelage.register.models import Document, Entity, Record

WIDE, NARROW, NARROWEST = 1280, 360, 320


def addresses() -> list[str]:
    firsts = {kind: Record.objects.filter(kind=kind).earliest("pk").pk for kind in SLUGS}
    return [
        "/",
        *(f"/{slug}/" for slug in SLUGS.values()),
        *(record_address(kind, pk) for kind, pk in firsts.items()),
        "/in-force/?on=2016-01-01&place=Lishui",
        "/agenda/",
        "/agenda/?year=2027",
        "/agenda/rules/",
        "/alive/",
        "/promises/",
        "/spending/?place=Lishui&since=2010",
        "/search/?q=Lishui",
        "/sign-in/",
        "/map/",
        "/numbers/",
        "/network/",
        "/timeline/",
        "/network/measures/",
        f"/network/?twinning={firsts['twinning']}",
        "/documents/",
        *(f"/documents/{pk}/" for pk in Document.objects.values_list("pk", flat=True)),
        "/review/",
        *(f"/documents/{pk}/review" for pk in Document.objects.values_list("pk", flat=True)),
        "/review/records/",
        "/review/doubts/",
        "/review/merged/",
        f"/twinnings/{firsts['twinning']}/same/",
        "/review/conflicts/",
        "/log/",
        "/twinnings/?year=soon",
        "/nothing/",
    ]


@pytest.mark.parametrize(("width", "scheme", "language"), [(WIDE, "light", "en"), (NARROW, "dark", "zh-hans")])
def test_every_page_can_be_used_by_everybody(
    page: Page, desk: str, assert_accessible: Callable[[Page], None], width: int, scheme: str, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    catalogues.compile_catalogues()
    page.context.add_cookies([{"name": "django_language", "value": language, "url": desk}])
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    for address in addresses():
        page.goto(desk + address)
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert_accessible(page)
        assert _overflow(page) <= 0, address
    assert complaints == []


def test_every_page_fits_the_narrowest_window(page: Page, desk: str) -> None:
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    for address in addresses():
        page.goto(desk + address)
        assert _overflow(page) <= 0, address


def _overflow(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    overflow: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return overflow


def test_the_keyboard_reaches_the_page_and_its_links(page: Page, desk: str) -> None:
    page.goto(desk)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("article").get_by_role("link", name="Harderwijk – Lishui")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Harderwijk – Lishui")


def test_a_sentence_is_shown_on_demand_and_leads_to_its_place_in_the_document(page: Page, desk: str) -> None:
    page.goto(desk + "/visits/")
    page.get_by_role("link", name="Lishui visits Harderwijk").click()
    quote = page.get_by_role("link", name="A delegation from Lishui visited Harderwijk").first
    expect(quote).to_be_hidden()
    page.get_by_text("1 source").first.click()
    quote.click()
    expect(page.locator(".anchor:target")).to_have_count(1)
    expect(page.get_by_role("heading", level=1)).to_have_text("A letter from Harderwijk <b>& friends</b>")


def test_the_menu_opens_in_a_narrow_window(page: Page, desk: str) -> None:
    page.set_viewport_size({"width": NARROW, "height": 800})
    page.goto(desk)
    link = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Visits")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Visits")


def test_a_list_is_narrowed_down_at_once_and_its_address_can_be_shared(page: Page, desk: str) -> None:
    page.goto(desk + "/agreements/")
    page.get_by_label("Topic").select_option("sport")
    expect(page.get_by_text("Nothing fits all of this.")).to_be_visible()
    assert "topic=sport" in page.url
    page.reload()
    expect(page.get_by_text("Nothing fits all of this.")).to_be_visible()


def test_chinese_is_drawn_with_the_font_that_comes_along_and_only_where_there_is_some(page: Page, desk: str) -> None:
    page.goto(desk + "/honours/")
    assert not _han_loaded(page)
    page.goto(f"{desk}/documents/{Document.objects.get(language='zh').pk}/")
    page.wait_for_function("document.fonts.status == 'loaded'")
    assert _han_loaded(page)


def _han_loaded(page: Page) -> bool:
    loaded: bool = page.evaluate("[...document.fonts].some(font => font.status == 'loaded')")
    return loaded


@pytest.fixture
def without_javascript(browser_context_args: dict[str, object]) -> dict[str, object]:
    return {**browser_context_args, "java_script_enabled": False}


def test_reading_needs_no_script(browser: object, without_javascript: dict[str, object], desk: str) -> None:
    context = browser.new_context(**without_javascript)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(desk + "/twinnings/")
    page.get_by_label("Country").select_option("CN")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Harderwijk – Lishui").click()
    page.get_by_text("2 sources").first.click()
    expect(page.get_by_text("Harderwijk and Lishui have been sister cities").first).to_be_visible()
    context.close()


def test_an_officer_signs_in_and_confirms_by_keyboard(
    page: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    User.objects.create_user("mei", password="her own")  # noqa: S106
    page.goto(f"{desk}/visits/")
    page.get_by_role("link", name="Lishui visits Harderwijk").click()
    page.get_by_role("link", name="Sign in to confirm and reject").click()
    assert_accessible(page)
    page.get_by_label("Name", exact=True).fill("mei")
    page.get_by_label("Password").fill("her own")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lishui visits Harderwijk")
    assert_accessible(page)
    page.get_by_role("button", name=re.compile("Confirm ?: Lishui visits Harderwijk")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1 + .sub .standing.confirmed")).to_be_visible()
    assert_accessible(page)


def test_the_map_is_drawn_moved_and_a_place_chosen(page: Page, desk: str) -> None:
    for name, key in (("Harderwijk", "geonames:2754848"), ("丽水", "geonames:1803245")):
        Entity.objects.filter(forms__text=name).update(gazetteer=key)
    page.goto(f"{desk}/map/")
    expect(page.locator("[data-drawn] canvas")).to_be_visible()
    page.get_by_role("button", name="Closer").click()
    expect(page.locator("[data-drawn-anew]")).to_be_visible()
    page.get_by_role("row", name="Harderwijk – Lishui").get_by_role("link", name="Lishui", exact=True).click()
    expect(page.locator("[data-drawn] canvas")).to_be_visible()
    assert "place=" in page.url
    page.get_by_label("Kind").select_option("friendship")
    expect(page.get_by_text("Nothing fits all of this.")).to_be_visible()


def test_a_bar_opens_the_rows_behind_it(page: Page, desk: str) -> None:
    page.goto(f"{desk}/numbers/")
    expect(page.locator(".directions [data-drawn] canvas")).to_be_visible()
    page.locator(".directions canvas").click(position={"x": 300, "y": 38})
    page.wait_for_url("**/visits/?from=CN&to=NL")
    expect(page.get_by_role("link", name="Lishui visits Harderwijk")).to_be_visible()
