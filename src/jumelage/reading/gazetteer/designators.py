"""Words beside a place's name that tell its level: "Province of Antwerp", "Landkreis Kelheim", "安吉县"."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jumelage.reading.gazetteer.index import district_named_after
from jumelage.reading.gazetteer.keys import name_key
from jumelage.reading.gazetteer.place import Place
from jumelage.vocabulary.kinds import PlaceLevel


@dataclass(frozen=True, slots=True)
class Designator:
    """What a word beside a name says of the place; no `countries` means it is used of any country."""

    levels: frozenset[PlaceLevel]
    countries: frozenset[str]

    def fits(self, level: PlaceLevel, country: str) -> bool:
        return level in self.levels and (not self.countries or country in self.countries)


@dataclass(frozen=True, slots=True)
class Designators:
    """Designators by the key of the words before a name, after it, and by the Han characters at its end.

    A Han designator is not one where it begins another word (武汉市长 is 武汉 and 市长): `beginnings` holds those.
    """

    before: dict[str, tuple[Designator, ...]]
    after: dict[str, tuple[Designator, ...]]
    han: dict[str, tuple[Designator, ...]]
    beginnings: tuple[str, ...]


def narrowed(places: Iterable[Place], readings: Iterable[Designator]) -> tuple[Place, ...]:
    """Those of `places` a designator fits; where it means a district and only a town fits, its district."""
    places, readings = tuple(places), tuple(readings)
    fitting = tuple(p for p in places if any(d.fits(p.level, p.country) for d in readings))
    if fitting:
        return fitting
    towns = (p for p in places if p.level is PlaceLevel.CITY)
    return tuple(
        district_named_after(t) for t in towns if any(d.fits(PlaceLevel.DISTRICT, t.country) for d in readings)
    )


@cache
def designators() -> Designators:
    """Read from `data/places/designators.toml`."""
    data = tomllib.loads(files("jumelage.reading").joinpath("data/places/designators.toml").read_text(encoding="utf-8"))
    tables: dict[str, dict[str, tuple[Designator, ...]]] = {"before": {}, "after": {}, "han": {}}
    for entry in data["designator"]:
        levels = frozenset(map(PlaceLevel, entry["levels"]))
        designator = Designator(levels, frozenset(entry.get("countries", ())))
        for where, table in tables.items():
            _add(table, entry.get(where, ()), designator)
    return Designators(**tables, beginnings=tuple(data["beginnings"]))


def _add(table: dict[str, tuple[Designator, ...]], words: Iterable[str], designator: Designator) -> None:
    for word in words:
        key = name_key(word)
        table[key] = (*table.get(key, ()), designator)
