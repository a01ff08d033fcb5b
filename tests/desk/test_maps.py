import json

import pytest

from jumelage.desk.pictures import picture
from jumelage.register.models import Entity, Record, Twinning
from jumelage.register.queries import ties_of
from tests.desk.conftest import Page

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def placed(partnership: None) -> None:
    """Both towns where the gazetteer knows them."""
    for name, key in (("Harderwijk", "geonames:2754848"), ("丽水", "geonames:1803245")):
        Entity.objects.filter(forms__text=name).update(gazetteer=key)


def ties(page: Page, asked: str = "") -> dict[str, list[list[object]]]:
    return json.loads(page(f"/map/data.json{asked}"))


def test_a_twinning_is_a_tie_between_its_places() -> None:
    (tie,) = ties_of(Twinning.objects.values_list("pk", flat=True))
    assert {Entity.objects.get(pk=pk).name for pk in (tie.one, tie.other)} == {"Harderwijk", "Lishui"}
    assert (tie.kind, tie.nested) == ("sister", False)


@pytest.mark.usefixtures("placed")
def test_the_map_draws_what_the_filters_leave(page: Page) -> None:
    drawn = ties(page)
    assert len(drawn["lines"]) == 1
    assert {spot[1] for spot in drawn["spots"]} == {"Harderwijk", "Lishui"}
    assert ties(page, "?kind=friendship")["lines"] == []
    assert ties(page, "?year=2000-2010")["lines"] == drawn["lines"]
    assert ties(page, "?year=1900-1910")["lines"] == []


def test_what_the_gazetteer_cant_place_is_told(page: Page) -> None:
    drawn = ties(page)
    assert drawn["lines"] == []
    note = next(one for one in drawn["description"]["signals"] if one["name"] == "note")  # type: ignore[call-overload]
    assert note["value"].startswith("1 of 1 ties can't be drawn")


def test_the_list_says_the_same_as_the_map(page: Page) -> None:
    place = Record.objects.get(kind="place", entity__name="Harderwijk").pk
    assert "Harderwijk – Lishui" in page("/map/")
    assert "Harderwijk – Lishui" in page(f"/map/?place={place}")
    assert "Nothing fits all of this" in page(f"/map/?place={place + 10_000}")
    assert "Nothing fits all of this" in page("/map/?topic=sport")
    page("/map/?place=somewhere", status=400)


@pytest.mark.usefixtures("placed")
def test_a_change_in_the_register_shows_at_once(page: Page) -> None:
    assert len(ties(page)["lines"]) == 1
    from django.contrib.auth.models import User

    from jumelage.register.actions import reject

    record = Record.objects.get(kind="twinning")
    reject(User.objects.create_user("mei"), record, version=record.version)
    assert ties(page)["lines"] == []


@pytest.mark.usefixtures("placed")
def test_the_map_can_be_saved(page: Page, rf: object) -> None:
    from django.http import QueryDict

    assert "Lishui" in picture("map", QueryDict(""), "en").decode()
    response = page.client.get("/pictures/map.pdf")
    assert response.headers["Content-Disposition"] == 'attachment; filename="map.pdf"'
    assert response.content.startswith(b"%PDF")
    page("/pictures/map.gif", status=404)
    page("/pictures/portrait.svg", status=404)
