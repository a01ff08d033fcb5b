"""Which place a list means by a name and a country."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jumelage.reading.gazetteer import Place, gazetteer
from jumelage.register.keys import key_of
from jumelage.vocabulary.entities import Entity
from jumelage.vocabulary.kinds import EntityType, PlaceLevel
from jumelage.vocabulary.names import NameForm

BOROUGH_LAST = re.compile(r".+ [–—] (?P<own>.+)")
"""Berlin – Neukölln."""
BOROUGH_FIRST = re.compile(r"(?P<own>[^(,]+)(?: \(.+\)|, .+)")
"""Neukölln (Berlin); Izumi, Kagoshima."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A place of a list. The same `key` is the same place: the gazetteer's, or else the bare name and the country."""

    key: str
    entity: Entity


@lru_cache(maxsize=65_536)
def listed(name: str, country: str) -> Listed:
    """The likeliest place called so in that country, by the whole name first and then by what stands in front."""
    code = country_code(country)
    bare = _bare(name)
    for written in dict.fromkeys((name, bare)):
        found = [place for place in gazetteer().lookup(written) if code in ("", place.country)]
        if found and (code or len(found) == 1):
            return Listed(found[0].key, _entity(name, found[0]))
    place = Entity(EntityType.PLACE, (NameForm(name),), country=code or None)
    return Listed(f"{key_of(bare) or name} {code or key_of(country)}", place)


@lru_cache(maxsize=4_096)
def country_code(country: str) -> str:
    """The code of ISO 3166-1 of a country in any of the five languages; of "England, United Kingdom" the last part.

    Empty where it is not known.
    """
    written = country.replace("_", " ").rpartition(", ")[2].partition(" (")[0].strip()
    found = gazetteer().lookup(written)
    whole = [place.country for place in found if place.level is PlaceLevel.COUNTRY]
    return whole[0] if whole else found[0].country if found else written if len(written) == 2 else ""


def _bare(name: str) -> str:
    cut = BOROUGH_LAST.fullmatch(name) or BOROUGH_FIRST.fullmatch(name)
    return cut["own"].strip() if cut else name


def _entity(name: str, place: Place) -> Entity:
    return Entity(EntityType.PLACE, (NameForm(name),), level=place.level, country=place.country, gazetteer=place.key)
