import json

import pytest

from jumelage.pictures import Form, drawn
from jumelage.pictures.map import WORLD, Line, Spot, map_picture, named_of, view_of

ANTWERP, SHAANXI = Spot(7, "Antwerpen", 4.4, 51.22, 1), Spot(8, "陕西省", 108.9, 35.2, 1)
LIMA, TURNHOUT = Spot(9, "Lima", -77.0, -12.1, 1), Spot(10, "Turnhout", 4.94, 51.32, 1)
WORDS = ["sister relationship", "friendship", "partnership", "within another twinning"]


def rows(description: dict[str, object], name: str) -> list[dict[str, object]]:
    return next(one["values"] for one in description["data"] if one["name"] == name)  # type: ignore[attr-defined]


def signal(description: dict[str, object], name: str) -> float:
    return next(one["value"] for one in description["signals"] if one["name"] == name)  # type: ignore[attr-defined]


def test_ties_that_look_alike_are_one_shape() -> None:
    lines = [Line(0, 1, "sister", False), Line(2, 1, "sister", False), Line(3, 1, "sister", True)]
    shapes = rows(map_picture([ANTWERP, SHAANXI, LIMA, TURNHOUT], lines, WORDS), "lines")
    assert [(s["kind"], s["nested"], len(s["geometry"]["coordinates"])) for s in shapes] == [  # type: ignore[index]
        ("sister", False, 2),
        ("sister", True, 1),
    ]


def test_a_chosen_place_stands_out_with_its_partners() -> None:
    lines = [Line(0, 1, "sister", False), Line(2, 3, "friendship", False)]
    description = map_picture([ANTWERP, SHAANXI, LIMA, TURNHOUT], lines, WORDS, chosen=8)
    assert {row["name"] for row in rows(description, "named")} == {"Antwerpen", "陕西省"}
    assert len(rows(description, "chosen_lines")) == 1
    assert signal(description, "unchosen") < 1


def test_a_map_of_neighbours_starts_close_and_one_of_the_world_shows_it_whole() -> None:
    near = view_of([ANTWERP, SHAANXI])
    assert near[0] > 1.5
    assert view_of([SHAANXI, LIMA, Spot(1, "Auckland", 174.8, -36.8, 1)]) == WORLD
    assert view_of([]) == WORLD


def test_of_many_places_the_best_tied_are_named() -> None:
    spots = [Spot(n, f"City {n}", n / 10, 50, n) for n in range(40)]
    assert [spots[number].ties for number in named_of(spots)][:3] == [39, 38, 37]
    assert len(named_of(spots)) < len(spots)


@pytest.mark.parametrize(("form", "start"), [(Form.SVG, b"<svg"), (Form.PNG, b"\x89PNG"), (Form.PDF, b"%PDF")])
def test_a_map_is_drawn_for_paper(form: Form, start: bytes) -> None:
    picture = drawn(map_picture([ANTWERP, SHAANXI], [Line(0, 1, "sister", False)], WORDS, "one is missing"), form)
    assert picture.startswith(start)
    if form is Form.SVG:
        text = picture.decode()
        assert all(word in text for word in ("陕西省", "sister relationship", "one is missing"))


def test_the_land_is_within_the_world() -> None:
    land = rows(map_picture([], [], WORDS), "land")[0]["geometry"]
    points = [point for polygon in land["coordinates"] for ring in polygon for point in ring]  # type: ignore[index]
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points)
    assert json.dumps(land)
