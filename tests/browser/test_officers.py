"""An officer's day in Chromium: reviewing by keyboard, correcting, choosing, merging and separating, bulk, undo."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from jumelage.register.actions import confirm
from jumelage.register.models import Record
from tests.desk.officers import namesakes


@pytest.fixture
def officer(page: Page, desk: str) -> Page:
    """A page on which an officer has signed in; beside the small partnership two documents spell a name differently."""
    namesakes()
    User.objects.create_user("mei", password="her own")  # noqa: S106
    page.goto(f"{desk}/sign-in/?next=/review/")
    page.get_by_label("Name", exact=True).fill("mei")
    page.get_by_label("Password").fill("her own")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
    return page


def test_a_document_is_reviewed_by_keyboard_alone(officer: Page, assert_accessible: Callable[[Page], None]) -> None:
    page = officer
    expect(page.get_by_text("0 of 4 documents looked at")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("link", name="Go on with the next document").press("Enter")
    assert_accessible(page)
    page.keyboard.press("j")
    first = page.locator(".claim:focus")
    expect(first).to_have_attribute("data-undecided", "")
    expect(page.locator("mark.lit")).not_to_have_count(0)
    name = first.get_attribute("id")
    page.keyboard.press("c")
    expect(page.locator(f"#{name}.confirmed")).to_be_visible()
    expect(page.locator(".claim:focus")).not_to_have_id(str(name))
    page.keyboard.press("x")
    expect(page.locator(".claim.rejected")).to_have_count(1)
    expect(page.locator("#notices")).to_contain_text("Rejected:")
    page.keyboard.press("u")
    expect(page.locator("#notices")).to_contain_text("Undone:")
    expect(page.locator(".claim.rejected")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="By keyboard")).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.keyboard.press("d")
    expect(page.get_by_text("1 of 4 documents looked at")).to_be_visible()


def test_keys_can_be_turned_off(officer: Page) -> None:
    page = officer
    page.get_by_role("link", name="Go on with the next document").click()
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Use these keys").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    expect(page.locator(".claim:focus")).to_have_count(0)


def test_a_claim_is_corrected_and_the_officer_comes_back(
    officer: Page, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    page.get_by_role("link", name="Go on with the next document").click()
    page.locator(".claim", has_text="Two rivers").get_by_role("link", name="Correct").click()
    assert_accessible(page)
    page.get_by_label("From", exact=True).fill("autumn 2023")
    page.get_by_label("Place", exact=True).fill("丽水")
    offered = page.locator("#offered-place-0 option")
    expect(offered).to_have_count(1)
    page.get_by_label("Place", exact=True).fill(str(offered.get_attribute("value")))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Corrected: Two rivers, Lishui")
    card = page.locator(".claim", has_text="Two rivers")
    expect(card).to_contain_text("autumn 2023")
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.locator(".claim", has_text="Two rivers")).to_contain_text("4 October 2023")


def test_sources_that_disagree_are_settled_with_a_reason(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    page.get_by_role("link", name=re.compile("Sources disagree")).click()
    assert_accessible(page)
    page.get_by_label("2005").check()
    page.get_by_label("Why").fill("the Chinese list is official")
    page.get_by_role("button", name="Choose").click()
    expect(page.get_by_role("status")).to_contain_text("Chosen.")
    expect(page.get_by_text("Nowhere: sources agree, or somebody has chosen.")).to_be_visible()
    page.get_by_role("link", name="Choices made").click()
    expect(page.get_by_text("the Chinese list is official")).to_be_visible()
    assert_accessible(page)


def test_two_spellings_are_made_one_and_separated_again(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    page.get_by_role("link", name=re.compile("May be the same")).click()
    page.get_by_label("Kind").select_option("person")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("table")).to_contain_text("Ludwig Calluwé")
    assert_accessible(page)
    page.keyboard.press("s")
    expect(page.get_by_role("status")).to_contain_text("They are one record now.")
    deputy = Record.objects.filter(kind="person", entity__name__startswith="Ludwig", merged_into=None).get()
    page.goto(f"{desk}/people/{deputy.pk}/")
    assert_accessible(page)
    page.get_by_role("link", name="Same as another?").click()
    assert_accessible(page)
    page.get_by_role("button", name="Not the same: separate").click()
    expect(page.get_by_role("status")).to_contain_text("1 merge taken back.")
    assert Record.objects.filter(kind="person", entity__name__startswith="Ludwig", merged_into=None).count() == 2


def test_everything_on_a_page_is_confirmed_at_once_and_that_is_undone(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    page.goto(f"{desk}/review/records/?kind=visit")
    page.get_by_label("Tick all on this page").check()
    assert_accessible(page)
    page.get_by_role("button", name="Confirm what is ticked").click()
    expect(page.get_by_role("status")).to_contain_text("1 record confirmed.")
    expect(page.get_by_text("Nothing waits here.")).to_be_visible()
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Lishui visits Harderwijk")).to_be_visible()
    page.goto(f"{desk}/log/")
    expect(page.locator(".log > li").first).to_contain_text("mei took something back")
    assert_accessible(page)


def test_a_new_visit_is_entered_with_a_person_nobody_knew(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    page.goto(f"{desk}/visits/new")
    page.locator("[name=visitors-new0]").fill("Lishui")
    page.locator("[name=hosts-new0]").fill("Harderwijk")
    page.get_by_label("Led by").fill("Wang Fang")
    page.get_by_label("From", exact=True).fill("22–25 February 2023")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("Which one is meant by “Wang Fang”?").select_option("person")
    assert_accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lishui visits Harderwijk")
    expect(page.get_by_text("22 February 2023 – 25 February 2023").first).to_be_visible()


def test_a_list_is_brought_in_and_taken_out_again(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None], settings: LazySettings, tmp_path: Path
) -> None:
    page = officer
    settings.HOME = tmp_path
    page.goto(f"{desk}/import/")
    assert_accessible(page)
    towns = b"party_a,country_a,party_b,country_b,since\nAntwerp,Belgium,Shanghai,China,1984\n"
    page.get_by_label("File").set_input_files({"name": "towns.csv", "mimeType": "text/csv", "buffer": towns})
    page.get_by_role("button", name="Send it").click()
    page.get_by_role("button", name="Look what would become of it").click()
    expect(page.get_by_role("heading", name="What would become of the rows")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Carry it out").click()
    expect(page.get_by_role("status")).to_contain_text("“towns.csv” is in the register.")
    page.get_by_role("status").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("Undone: imported a list")


def test_the_other_pages_of_the_review_can_be_used_by_everybody(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    one, other = Record.objects.filter(kind="person", entity__name__startswith="Ludwig").order_by("pk")
    for address in ("/review/merged/", f"/review/compare/?one={one.pk}&other={other.pk}", "/log/1/"):
        page.goto(desk + address)
        assert_accessible(page)
        page.set_viewport_size({"width": 320, "height": 800})
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow <= 0, address
        page.set_viewport_size({"width": 1280, "height": 800})


def test_the_form_that_another_officer_outran_can_be_used_by_everybody(
    officer: Page, desk: str, assert_accessible: Callable[[Page], None]
) -> None:
    page = officer
    twinning = Record.objects.get(kind="twinning")
    page.goto(f"{desk}/twinnings/{twinning.pk}/edit")
    page.get_by_label("Until", exact=True).fill("2030")
    confirm(User.objects.create_user("otto"), twinning, version=twinning.version)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("otto was faster")
    assert_accessible(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Corrected: Harderwijk – Lishui")
