import json

import pytest
from django.http import QueryDict

from jumelage.desk.networks import network_of_all
from jumelage.desk.pictures import picture
from jumelage.register.models import Twinning
from tests.desk.conftest import Page, address_of
from tests.desk.test_lists import many_twinnings

pytestmark = pytest.mark.usefixtures("partnership")


def test_inside_a_twinning_those_are_tied_whom_a_record_names_together(page: Page) -> None:
    asked = f"twinning={Twinning.objects.get().pk}"
    drawn = json.loads(page(f"/network/data.json?{asked}"))
    sets = {one["name"]: one["values"] for one in drawn["data"]}
    names = {node["key"]: node["name"] for node in sets["nodes"]}
    tied = {frozenset((names[link["one"]], names[link["other"]])): link["weight"] for link in sets["links"]}
    assert set(names.values()) == {"Harderwijk", "Lishui", "Zuiderzee Hospital", "Anna de Wit"}
    assert tied[frozenset(("Harderwijk", "Lishui"))] > tied[frozenset(("Zuiderzee Hospital", "Lishui"))]
    text = page(f"/network/?{asked}")
    assert "Who works with whom" in text
    assert "Lishui visits Harderwijk" in text
    assert "Zuiderzee Hospital" in picture("network", QueryDict(asked), "en").decode()


def test_a_twinning_leads_to_its_network_and_a_place_to_its_ties(page: Page) -> None:
    assert f"/network/?twinning={Twinning.objects.get().pk}" in page(address_of("twinning"))
    assert "/map/?place=" in page(address_of("place"))
    page("/network/?twinning=4711", status=404)


def test_the_whole_network_is_told_in_words(page: Page) -> None:
    assert "Network of the twinnings" in page("/network/")
    text = page("/network/measures/")
    assert "2 places are bound by 1 ties" in text
    assert "Harderwijk" in text


def test_of_many_places_the_countries_are_drawn() -> None:
    many_twinnings(0, 80)
    network = network_of_all("en")
    assert {node.name for node in network.nodes} <= {"China", "Netherlands"}
    assert sum(link.weight for link in network.links) >= 80
