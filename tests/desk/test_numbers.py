import re

import pytest
from django.http import QueryDict

from jumelage.desk.numbers import FIGURES, figure_picture
from jumelage.desk.pictures import picture
from tests.desk.conftest import Page

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.mark.parametrize("name", FIGURES)
def test_each_bar_opens_as_many_rows_as_it_counts(name: str, page: Page) -> None:
    figure = FIGURES[name](QueryDict(""))
    assert figure.bars
    for bar in figure.bars:
        rows = re.search(r"(\d+) records?<", page(bar.address))
        assert rows
        assert int(rows[1]) == bar.number, bar.address


def test_a_visit_has_a_direction() -> None:
    (bar,) = FIGURES["directions"](QueryDict("")).bars
    assert bar.label == "China → Netherlands"


def test_it_is_told_from_how_many_sources_and_what_is_not_known() -> None:
    by_topic = FIGURES["topics"](QueryDict(""))
    assert (by_topic.records, by_topic.unknown, by_topic.documents) == (2, 1, 2)
    assert by_topic.note == "From 2 documents. Not known of 1 of 2 records."


def test_the_filters_of_the_page_reach_the_rows(page: Page) -> None:
    (bar,) = FIGURES["directions"](QueryDict("standing=proposed")).bars
    assert "standing=proposed" in bar.address
    assert FIGURES["directions"](QueryDict("standing=confirmed")).bars == []
    text = page("/numbers/?country=CN")
    assert "The register in numbers" in text
    page("/numbers/?standing=sure", status=400)
    page("/numbers/ages.json", status=404)


def test_on_paper_a_figure_has_its_title_and_leads_nowhere() -> None:
    drawn = picture("years", QueryDict(""), "en").decode()
    assert "By year" in drawn
    assert "Not known of" in drawn
    assert "/visits/" not in drawn
    assert "/visits/" in str(figure_picture("years", QueryDict("")))
