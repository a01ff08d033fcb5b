"""Which place a list means by a name and what stands beside it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from jumelage.reading.gazetteer import Place, gazetteer
from jumelage.register.keys import key_of
from jumelage.vocabulary.entities import Entity
from jumelage.vocabulary.kinds import EntityType, PlaceLevel
from jumelage.vocabulary.names import NameForm

BOROUGH_LAST = re.compile(r"(?P<in>.+) [–—-] (?P<own>.+)")
"""Berlin – Neukölln."""
BOROUGH_FIRST = re.compile(r"(?P<own>[^(,]+?)(?: ?\((?P<in>.+)\)|, (?P<after>.+))")
"""Neukölln (Berlin); Izumi, Kagoshima."""
OF_A_KIND = re.compile(
    r"\b(county|district|province|region|raion|gmina|rural|prefecture|canton|department|municipality|"
    r"kreis|landkreis|bezirk|stadtbezirk|oblast|voivodeship|comarca|state)\b",
    re.IGNORECASE,
)
"""Words that tell a place from another one of the same name."""
MARKUP = re.compile(r"(?:\{\{!\}\}|\|).*")
SHARE_OF_A_TOWN = 0.1
"""A town with so much of the inhabitants of the unit called like it is meant, where nothing tells which."""
NEAR = 50
"""Kilometres that two sources may be apart on where a place is."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place as a row has it: country, unit, level and Q-id as written, empty where it has none."""

    name: str
    country: str = ""
    within: str = ""
    level: str = ""
    wikidata: str = ""
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A place of a list. The same `key` is the same place: the gazetteer's, Wikidata's, or else name and country."""

    key: str
    entity: Entity


class PlacesOfAList:
    """Finds the places of one list, all names of which it has to know first.

    A name that stands with one addition and without any ("Rheinfelden (Baden)", "Rheinfelden") is one place of a
    country; one that stands with several is several.
    """

    def __init__(self, named: Iterable[Named]) -> None:
        self.additions: dict[tuple[str, str], set[str]] = defaultdict(set)
        for place in named:
            bare, addition = _parted(place.name)
            if addition:
                self.additions[key_of(bare), _country_key(place.country)].add(key_of(addition))

    def find(self, place: Named) -> Listed:
        code = country_code(place.country)
        found = _in_gazetteer(place, code)
        entity = Entity(
            EntityType.PLACE,
            (NameForm(place.name),),
            level=found.level if found else PlaceLevel(place.level) if place.level in tuple(PlaceLevel) else None,
            country=found.country if found else code or None,
            gazetteer=found.key if found else None,
            wikidata=place.wikidata or None,
        )
        return Listed(place.wikidata or (found.key if found else self._name_key(place)), entity)

    def namesake(self, place: Named, other: Listed) -> Listed:
        """Another place called like `other`, with which it stands in one row."""
        entity = Entity(EntityType.PLACE, (NameForm(place.name),), country=country_code(place.country) or None)
        return Listed(f"{other.key} namesake", entity)

    def _name_key(self, place: Named) -> str:
        bare, addition = _parted(place.name)
        country = _country_key(place.country)
        one_place = len(self.additions[key_of(bare), country]) <= 1 and not OF_A_KIND.search(addition)
        return f"{key_of(bare if one_place else place.name) or place.name} {country} {key_of(place.within)}"


@lru_cache(maxsize=4_096)
def country_code(country: str) -> str:
    """The code of ISO 3166-1 of a country in any of the five languages; of "England, United Kingdom" the last part.

    Empty where it is not known.
    """
    written = country.replace("_", " ").rpartition(", ")[2].partition(" (")[0].strip().removeprefix("in ")
    found = gazetteer().lookup(written)
    whole = [place.country for place in found if place.level is PlaceLevel.COUNTRY]
    return whole[0] if whole else found[0].country if found else written if re.fullmatch("[A-Z]{2}", written) else ""


def tidy_name(name: str, country: str) -> str:
    """A place's name without markup, underscores and its own country behind a comma."""
    tidied = MARKUP.sub("", name).replace("_", " ").strip()
    front, comma, last = tidied.rpartition(", ")
    return front if comma and country and key_of(last) == key_of(country) else tidied


def bare_name(name: str) -> str:
    """Without what is added to it: Neukölln (Berlin)."""
    return _parted(name)[0]


@lru_cache(maxsize=65_536)
def _in_gazetteer(place: Named, code: str) -> Place | None:
    """The likeliest place called so in the country: by the whole name first, then by what stands without an addition.

    Without a country only where one place is called so.
    """
    bare, addition = _parted(place.name)
    if OF_A_KIND.search(addition):
        return _of_a_kind(f"{addition} {bare}", code) or _of_a_kind(addition, code)
    for written in dict.fromkeys((place.name, bare)):
        found = [p for p in gazetteer().lookup(written) if code in ("", p.country)]
        if addition:
            found = _within(found, addition)
        if place.within:
            found = _within(found, place.within) or found
        if place.level:
            found = [p for p in found if p.level == place.level]
        if found and (code or len(found) == 1):
            return _meant(found, place.point)
    return None


def _of_a_kind(written: str, code: str) -> Place | None:
    """A unit that a name with the word for its kind stands for: never the town of that name."""
    units = (p for p in gazetteer().lookup(written) if code in ("", p.country) and p.level is not PlaceLevel.CITY)
    return next(units, None)


def _meant(found: Sequence[Place], point: tuple[float, float] | None) -> Place:
    """The likeliest, or the next to the point; the town rather than the unit around it."""
    if point and len(found) > 1:
        near = [p for p in found if (away := _kilometres(p, point)) is None or away <= NEAR]
        found = near or found
    first = found[0]
    if first.level is not PlaceLevel.CITY:
        towns = [p for p in found if p.level is PlaceLevel.CITY and p.population >= SHARE_OF_A_TOWN * first.population]
        return towns[0] if towns and towns[0].population else first
    return first


def _within(found: list[Place], unit: str) -> list[Place]:
    """Those that lie in a unit or stand for it; all where nobody knows the unit."""
    world = gazetteer()
    units = world.lookup(unit)
    inside = [p for p in found if any(p.key == u.key or world.within(p.key, u.key) for u in units)]
    parents = {u.parent for u in units if u.level is PlaceLevel.CITY}
    return inside or [p for p in found if p.parent in parents] if units else found


def _kilometres(place: Place, point: tuple[float, float]) -> float | None:
    if place.latitude is None or place.longitude is None:
        return None
    (a, b), (c, d) = (map(radians, pair) for pair in (point, (place.latitude, place.longitude)))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 12_742 * asin(sqrt(half))


def _parted(name: str) -> tuple[str, str]:
    """A name and what is added to it."""
    if cut := BOROUGH_LAST.fullmatch(name):
        return cut["own"].strip(), cut["in"].strip()
    if cut := BOROUGH_FIRST.fullmatch(name):
        return cut["own"].strip(), (cut["in"] or cut["after"]).strip()
    return name, ""


def _country_key(country: str) -> str:
    return country_code(country) or key_of(country)
