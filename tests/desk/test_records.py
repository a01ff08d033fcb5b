import pytest
from django.contrib.auth.models import User

from jumelage.register.actions import confirm, reject
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.models import Record, Twinning
from jumelage.vocabulary.claims import CLAIM_TYPES
from tests.desk.conftest import Page, address_of

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.mark.parametrize("kind", [*ENTITY_TYPES, *CLAIM_TYPES])
def test_each_kind_has_a_page_on_which_every_value_has_a_source(kind: str, page: Page) -> None:
    text = page(address_of(kind))
    assert "proposed" in text
    assert "<blockquote" in text
    assert 'class="standing none"' not in text


@pytest.mark.usefixtures("books")
def test_what_only_officers_enter_cites_them_and_leads_to_what_it_is_about(page: Page) -> None:
    text = page(address_of("cost"))
    assert "piet confirmed it on" in text
    assert "4200.5" in text
    assert f'<a href="{address_of("visit")}">Lishui visits Harderwijk</a>' in text
    assert "Two rivers" in page(address_of("figure"))


def test_disagreeing_sources_stand_side_by_side_in_their_own_language(page: Page) -> None:
    text = page(address_of("twinning"))
    assert "sources disagree" in text
    assert "Sources also say" in text
    assert "Harderwijk and Lishui have been sister cities since 2004." in text
    assert '<blockquote lang="zh">' in text


def test_a_twinning_shows_what_belongs_to_it(page: Page) -> None:
    text = page(address_of("twinning"))
    for title in (
        "Memorandum of understanding: Harderwijk – Lishui",
        "Lishui visits Harderwijk",
        "Anna de Wit: Mayor, Harderwijk",
        "Training: Zuiderzee Hospital – Lishui",
    ):
        assert title in text


def test_a_quote_leads_to_its_passage_and_back(page: Page) -> None:
    text = page(address_of("visit"))
    address = text.partition('<blockquote lang="en"><a href="')[2].partition('"')[0]
    document, _, anchor = address.partition("#")
    opened = page(document)
    assert f'id="{anchor}"' in opened
    assert f'href="{address_of("visit")}"' in opened


def test_how_a_date_was_worked_out_is_told(page: Page) -> None:
    assert "&quot;before the end of 2027&quot;" in page(address_of("commitment"))


def test_a_place_shows_all_that_speaks_of_it(page: Page) -> None:
    text = page(address_of("place"))
    assert "Lishui visits Harderwijk" in text
    assert "Zuiderzee Hospital" in text


def test_an_officers_word_is_shown(page: Page) -> None:
    officer, record = User.objects.create_user("mei"), Twinning.objects.get().record
    chosen = record.values.get(field="since", text="2005")
    confirm(officer, record, chosen, version=record.version, reason="the deed says so")
    text = page(address_of("twinning"))
    assert "mei confirmed it on" in text
    assert "the deed says so" in text
    assert "confirmed" in text


def test_a_rejected_record_stays_to_be_seen_but_leaves_the_lists(page: Page) -> None:
    record = Record.objects.get(kind="honour")
    reject(User.objects.create_user("mei"), record, version=record.version)
    assert "An officer rejected this record." in page(address_of("honour"))
    assert "honorary citizen" not in page("/honours/")
    assert "honorary citizen" in page("/honours/?standing=rejected")


def test_a_merged_record_leads_to_the_one_it_became(page: Page) -> None:
    kept, gone = Record.objects.filter(kind="place").order_by("pk")[:2]
    Record.objects.filter(pk=gone.pk).update(merged_into=kept)
    response = page.client.get(f"/places/{gone.pk}/")
    assert response.headers["Location"] == f"/places/{kept.pk}/"


def test_names_are_shown_in_the_language_of_the_reader(page: Page) -> None:
    page.client.cookies["django_language"] = "zh-hans"
    text = page(address_of("twinning"))
    assert "丽水" in text
    assert "哈尔德韦克" in text


def test_a_twinning_has_what_one_side_did_for_people_of_the_other(page: Page) -> None:
    """Lishui honours a mayor: that she is Harderwijk's, only her post tells."""
    related = page(address_of("twinning")).partition('id="honours"')[2].partition("</section>")[0]
    assert address_of("honour") in related
