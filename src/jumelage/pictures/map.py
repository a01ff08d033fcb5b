"""The map: places as points, twinnings as great circles between them."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import radians, sqrt
from typing import Any

from jumelage.pictures.description import Description, described

ALL_NAMED = 30
"""Places up to which a map names all of them; of more it names the best tied, until one is chosen."""
BEST_TIED = 8
UNCHOSEN = 0.3
"""How much of their strength the other ties and places keep beside those of a chosen place."""
WIDE, HIGH = 5.6, 2.6
"""The projected world that a map shows at zoom 1, in radii of the globe."""
WORLD = (1, 0, 0.12)
"""The view of everything: its zoom and its middle, a little north of the equator as nobody lives in the far south."""
BULGE, MARGIN, NEARER, CLOSEST = 0.12, 0.5, 1.3, 6
"""How far arcs rise above their ends, the space left at the sides, and the least and most that a map starts closer."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place at its degrees of longitude and latitude (WGS 84), with the number of its ties."""

    key: int
    name: str
    longitude: float
    latitude: float
    ties: int


@dataclass(frozen=True, slots=True)
class Line:
    """A tie between two spots, by their position in the list of spots; `nested` where it falls within another."""

    one: int
    other: int
    kind: str
    nested: bool


def map_frame(spots: Sequence[Spot], lines: Sequence[Line], words: Sequence[str], note: str = "") -> Description:
    """The map without places and ties: the land, and strokes as thin as there are many.

    `words` say what a sister relationship, a friendship, a partnership and a twinning within another are called; `note`
    tells what is not shown.
    """
    many = len(lines)
    zoom, across, down = view_of(spots)
    return described(
        "map",
        {"land": [{"type": "Feature", "geometry": _land()}], "kinds": [{"word": word} for word in words]},
        {
            "faint": round(max(0.1, min(0.85, 12 / sqrt(many))), 2) if many else 1,
            "thick": 2 if many <= ALL_NAMED else 1.2 if many <= 1_000 else 0.7,
            "dot": round(max(0.07, min(1, 20 / sqrt(len(spots)))), 2) if spots else 1,
            "zoom": zoom,
            "east": across,
            "north": down,
            "note": note,
        },
    )


def map_picture(
    spots: Sequence[Spot], lines: Sequence[Line], words: Sequence[str], note: str = "", chosen: int | None = None
) -> Description:
    """The map in full; with the key of a `chosen` spot, its ties stand out and its partners are named."""
    frame = map_frame(spots, lines, words, note)
    signals = {one["name"]: one for one in frame["signals"]}
    fate = [line for line in lines if chosen in (spots[line.one].key, spots[line.other].key)]
    named = {end for line in fate for end in (line.one, line.other)} or set(named_of(spots))
    data = {one["name"]: one for one in frame["data"]}
    data["spots"]["values"] = [row(spot) for spot in spots]
    data["lines"]["values"] = _features(spots, lines)
    data["chosen_lines"]["values"] = _features(spots, fate)
    data["named"]["values"] = [row(spots[number]) for number in sorted(named)]
    if fate:
        view = view_of([spots[number] for number in sorted(named)])
        for name, value in {**dict(zip(("zoom", "east", "north"), view, strict=True)), "unchosen": UNCHOSEN}.items():
            signals[name]["value"] = value
    return frame


def named_of(spots: Sequence[Spot]) -> list[int]:
    """Which spots the map names while none is chosen, the best tied first."""
    ranked = sorted(range(len(spots)), key=lambda number: -spots[number].ties)
    return ranked if len(spots) <= ALL_NAMED else ranked[:BEST_TIED]


def row(spot: Spot) -> dict[str, Any]:
    return {
        "key": spot.key,
        "name": spot.name,
        "longitude": spot.longitude,
        "latitude": spot.latitude,
        "ties": spot.ties,
    }


def _features(spots: Sequence[Spot], lines: Sequence[Line]) -> list[dict[str, Any]]:
    """One shape for all lines that look alike: thousands of shapes would be drawn one by one."""
    alike: dict[tuple[str, bool], list[list[list[float]]]] = defaultdict(list)
    for line in lines:
        ends = (spots[line.one], spots[line.other])
        alike[line.kind, line.nested].append([[end.longitude, end.latitude] for end in ends])
    return [
        {
            "type": "Feature",
            "kind": kind,
            "nested": nested,
            "geometry": {"type": "MultiLineString", "coordinates": ends},
        }
        for (kind, nested), ends in alike.items()
    ]


def view_of(spots: Sequence[Spot]) -> tuple[float, float, float]:
    """How far to zoom in and the middle, in radii of the globe, that bring all spots and their arcs into view."""
    if not spots:
        return WORLD
    placed = [_projected(spot) for spot in spots]
    west, east = (f(x for x, _ in placed) for f in (min, max))
    south, north = (f(y for _, y in placed) for f in (min, max))
    north += (east - west) * BULGE
    zoom = min(WIDE / (east - west + MARGIN), HIGH / (north - south + MARGIN), CLOSEST)
    return (round(zoom, 2), round((west + east) / 2, 3), round((south + north) / 2, 3)) if zoom > NEARER else WORLD


def _projected(spot: Spot) -> tuple[float, float]:
    """Where the Natural Earth projection (Patterson and Šavrič) has the spot, with the globe's radius as unit."""
    x, y = radians(spot.longitude), radians(spot.latitude)
    wide = 0.8707 - 0.131979 * y**2 - 0.013791 * y**4 + 0.003971 * y**10 - 0.001529 * y**12
    high = 1.007226 + 0.015085 * y**2 - 0.044475 * y**6 + 0.028874 * y**8 - 0.005916 * y**10
    return x * wide, y * high


@cache
def _land() -> dict[str, Any]:
    land: dict[str, Any] = json.loads(files("jumelage.pictures").joinpath("data/land.json").read_bytes())
    return land
