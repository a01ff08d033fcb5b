"""The gazetteer: places by name, by key, by what they lie in, and where a text names them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from heapq import merge
from operator import attrgetter

from jumelage.reading.gazetteer.designators import designators, narrowed
from jumelage.reading.gazetteer.index import Index
from jumelage.reading.gazetteer.keys import name_key
from jumelage.reading.gazetteer.place import Place
from jumelage.reading.gazetteer.running_text import HanText, LatinText, PlaceHit
from jumelage.vocabulary.names import is_han

_QUALIFIED = re.compile(r"(?P<name>[^(,]+)[(,] ?(?P<container>[^()]+)\)?")
"""A name and what it lies in: "Georgia (USA)", "Christchurch, Dorset"."""


class Gazetteer:
    def __init__(self, index: Index) -> None:
        self._index = index
        self._latin = LatinText(index)
        self._han = HanText(index)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """All places bearing `name`, the likeliest first.

        Case, accents and hyphens do not matter, nor which Chinese script; a word for the level ("Province of",
        "County", 市) may stand beside the name and then decides between the places that bear it.
        """
        places = self._lookup(name_key(name))
        if places or not (qualified := _QUALIFIED.fullmatch(name)):
            return places
        return self._within_any(
            self._lookup(name_key(qualified["name"])), self._lookup(name_key(qualified["container"]))
        )

    def place(self, key: str) -> Place | None:
        return self._index.place(key)

    def within(self, inner_key: str, outer_key: str) -> bool:
        """Whether the one place lies in the other, at whatever depth; a place does not lie in itself."""
        place = self.place(inner_key)
        while place is not None and place.parent is not None:
            if place.parent == outer_key:
                return True
            place = self.place(place.parent)
        return False

    def find(self, text: str, language: str) -> Iterator[PlaceHit]:
        """The longest names in running text, in order, without overlap; `language` is that of the text (en, nl …)."""
        return merge(self._latin.find(text, language), self._han.find(text), key=attrgetter("start"))

    def _within_any(self, places: tuple[Place, ...], containers: tuple[Place, ...]) -> tuple[Place, ...]:
        """Those of `places` that lie in one of `containers`; all of them where none does."""
        inside = (p for p in places if any(self.within(p.key, c.key) for c in containers))
        return tuple(inside) or places

    @lru_cache(maxsize=8_192)  # noqa: B019 (there is one gazetteer)
    def _lookup(self, key: str) -> tuple[Place, ...]:
        places = self._index.places_named(key)
        if places or not key:
            return places
        return self._without_suffix(key) if is_han(key[0]) else self._without_designator(key)

    def _without_suffix(self, key: str) -> tuple[Place, ...]:
        for size in range(len(key) - 1, 1, -1):
            readings = designators().han.get(key[size:])
            if readings and (places := self._index.places_named(key[:size])):
                return narrowed(places, readings)
        return ()

    def _without_designator(self, key: str) -> tuple[Place, ...]:
        words = key.split(" ")
        for size in range(1, len(words)):
            rest, last = " ".join(words[:size]), " ".join(words[size:])
            for readings, name in ((designators().before.get(rest), last), (designators().after.get(last), rest)):
                if readings and (places := self._index.places_named(name)):
                    return narrowed(places, readings)
        return ()


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(Index())
