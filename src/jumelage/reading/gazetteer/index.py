"""The tables of the packed data file, each opened when it is first asked for."""

import zipfile
from dataclasses import replace
from functools import cached_property, lru_cache
from importlib.resources import files

from jumelage.reading.gazetteer.place import Place
from jumelage.reading.gazetteer.table import SortedTable
from jumelage.vocabulary.kinds import PlaceLevel
from jumelage.vocabulary.names import is_han

_DISTRICT = "/district"
"""Ends the key of a district that has no entry of its own, after that of the town it is named after."""


class Index:
    """Places by key and by name. Names are keys as `name_key` makes them."""

    def place(self, key: str) -> Place | None:
        """The place of that key."""
        town_key = key.removesuffix(_DISTRICT)
        line = self._places.get(town_key)
        if line is None:
            return None
        place = _place(town_key, line)
        return place if town_key == key else district_named_after(place)

    @lru_cache(maxsize=16_384)  # noqa: B019 (there is one index)
    def places_named(self, name: str) -> tuple[Place, ...]:
        """The places bearing exactly that name, the likeliest first."""
        table = self._han_names if name and is_han(name[0]) else self._latin_names
        return self._places_of(table.get(name))

    def places_of_adjective(self, adjective: str) -> tuple[Place, ...]:
        return self._places_of(self.adjectives.get(adjective))

    def words_in_longest_name(self, first: str) -> int:
        """How many words the longest name has that begins with the word `first`; 0 where none does."""
        longer = self._latin_names.keys_within(f"{first} ", f"{first}!")
        if longer:
            return max(name.count(" ") for name in longer) + 1
        return 0 if self._latin_names.get(first) is None else 1

    @cached_property
    def longest_han_names(self) -> dict[str, int]:
        """The length of the longest Han name that begins with two given characters."""
        return {line[:2]: int(line[2:]) for line in self._read("han-beginnings").decode().splitlines()}

    @cached_property
    def _places(self) -> SortedTable:
        return SortedTable(self._read("places"))

    @cached_property
    def _latin_names(self) -> SortedTable:
        return SortedTable(self._read("latin-names"))

    @cached_property
    def _han_names(self) -> SortedTable:
        return SortedTable(self._read("han-names"))

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """The keys of the places each adjective belongs to, by the adjective in lower case, in all its forms."""
        lines = self._read("adjectives").decode().splitlines()
        return dict(line.split("\t", 1) for line in lines)

    def _read(self, table: str) -> bytes:
        with (
            files("jumelage.reading").joinpath("data/gazetteer.zip").open("rb") as file,
            zipfile.ZipFile(file) as packed,
        ):
            return packed.read(f"{table}.tsv")

    def _places_of(self, keys: str | None) -> tuple[Place, ...]:
        return tuple(p for key in (keys or "").split() if (p := self.place(key)) is not None)


def district_named_after(town: Place) -> Place:
    """The Landkreis, powiat, county or 县 whose name is that of the town."""
    return replace(town, key=town.key + _DISTRICT, level=PlaceLevel.DISTRICT, population=0)


def _place(key: str, line: str) -> Place:
    name, level, country, parent, latitude, longitude, population = line.split("\t")
    return Place(
        key=key,
        name=name,
        level=PlaceLevel(level),
        country=country,
        parent=parent or None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(population),
    )
