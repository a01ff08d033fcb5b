import pytest

from jumelage.pictures import Form, drawn
from jumelage.pictures.bars import MOST, Bar, bars_picture, columns_picture


def rows(description: dict[str, object], name: str) -> list[dict[str, object]]:
    return next(one["values"] for one in description["data"] if one["name"] == name)  # type: ignore[attr-defined]


def test_the_largest_are_shown_whatever_their_groups() -> None:
    bars = [Bar(f"topic {n}", group, n) for n in range(1, MOST + 6) for group in ("Twinnings", "Agreements")]
    shown = {row["label"] for row in rows(bars_picture(bars), "rows")}
    assert len(shown) == MOST
    assert "topic 1" not in shown


def test_years_without_any_stand_between_the_others() -> None:
    description = columns_picture([Bar("2011", "Visits", 2), Bar("2014", "Visits", 1)])
    assert [row["year"] for row in rows(description, "years")] == ["2011", "2012", "2013", "2014"]


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("bars", [[], [Bar("2011", "访问", 2)]])
def test_many_bars_or_none_are_drawn_for_paper(form: Form, bars: list[Bar]) -> None:
    for picture in (bars_picture(bars, "Title", "note"), columns_picture(bars, "Title", "note")):
        assert len(drawn(picture, form)) > 500
