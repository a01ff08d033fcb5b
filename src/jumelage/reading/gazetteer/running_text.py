"""Where place names stand in running text."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from heapq import merge
from importlib.resources import files
from operator import attrgetter

from jumelage.reading.gazetteer.designators import Designator, designators, narrowed
from jumelage.reading.gazetteer.doubtful import doubtful_names
from jumelage.reading.gazetteer.index import Index
from jumelage.reading.gazetteer.keys import WORD, name_key
from jumelage.reading.gazetteer.place import Place
from jumelage.reading.han import simplified
from jumelage.vocabulary.kinds import PlaceLevel

SMALL = 3_000
"""Inhabitants below which a place is too little known for its bare name to be enough."""

_UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
# a word that begins inside another is left out where it is met: a look-behind here would halve the speed
_CAPITALISED = re.compile(rf"[{_UPPER}][^\W_]*|['’‘][stST](?=[ -][{_UPPER}])")
_LOWER_CASE = re.compile(r"[a-zß-öø-ÿœ][^\W\d_]{3,}(?:-[^\W\d_]+)*")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_NEXT_WORD = re.compile(r"(?:\.?[ \u00a0]|[-‐‑–'’‘/]|\n)([^\W_]+)")
_WORDS_BEFORE = re.compile(r"(?:[^\W_]+[ \u00a0'’])+$")
_LONGEST_DESIGNATOR = 40
_LONGEST_SUFFIX = 5
_LONGEST_ACRONYM = 4
_SHORTEST_STEM = 4
_HAN_RUN = re.compile(r"[㐀-鿿\uf900-\ufaff]{2,}")
_LANGUAGES_WITH_LOWER_CASE_ADJECTIVES = frozenset({"fr", "de"})


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A name at `start:end`, and the places it may mean, the likeliest first.

    `weak`: the name alone is not enough (a common word, a person's name, a very small place).
    `adjective`: "Flemish", "Kölner".
    """

    start: int
    end: int
    places: tuple[Place, ...]
    weak: bool = False
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class _Ending:
    """An ending a language puts behind a place name, and what may have stood there instead."""

    ending: str
    replaces: tuple[str, ...]
    adjective: bool


class LatinText:
    """Finds names among the capitalised words of a text, and adjectives among the others."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._words_from = lru_cache(maxsize=16_384)(self._count_words_from)
        self._unbent = lru_cache(maxsize=16_384)(self._find_unbent)

    def find(self, text: str, language: str) -> Iterator[PlaceHit]:
        names = self._names(text, language)
        if language not in _LANGUAGES_WITH_LOWER_CASE_ADJECTIVES:
            return names
        return _without_overlap(merge(names, self._lower_case_adjectives(text), key=attrgetter("start")))

    def _names(self, text: str, language: str) -> Iterator[PlaceHit]:
        end = 0
        for word in _CAPITALISED.finditer(text):
            if word.start() < end or not _begins_a_word(text, word):
                continue
            hit = (
                self._compound_adjective(text, word)
                or self._name_at(text, word, end, language)
                or self._bent_name(word, language)
            )
            if hit is not None:
                end = hit.end
                yield hit

    def _name_at(self, text: str, word: re.Match[str], floor: int, language: str) -> PlaceHit | None:
        """The longest name that begins with `word`, with the designators around it; they don't reach before `floor`."""
        longest = self._words_from(word[0])
        if not longest:
            return None
        start = word.start()
        runs = _runs(text, word, longest)
        end, key, places = next(
            ((e, k, p) for e, k in reversed(runs) if (p := self._index.places_named(k))), (0, "", ())
        )
        if not places:
            return None
        for begin, stop, readings in _designations(text, floor, start, end):
            if fitting := narrowed(places, readings):
                return PlaceHit(begin, stop, fitting)
        return PlaceHit(start, end, places, weak=_is_weak(text[start:end], key, places, language))

    def _compound_adjective(self, text: str, word: re.Match[str]) -> PlaceHit | None:
        """ "West-Vlaamse", of which "West" would be a name too."""
        if not text.startswith("-", word.end()) or not (whole := _COMPOUND.match(text, word.start())):
            return None
        places = self._index.places_of_adjective(whole[0].lower())
        return PlaceHit(whole.start(), whole.end(), places, adjective=True) if places else None

    def _bent_name(self, word: re.Match[str], language: str) -> PlaceHit | None:
        places, adjective = self._unbent(word[0], language)
        if not places:
            return None
        return PlaceHit(word.start(), word.end(), places, weak=_all_small(places), adjective=adjective)

    def _lower_case_adjectives(self, text: str) -> Iterator[PlaceHit]:
        adjectives = self._index.adjectives
        for word in _LOWER_CASE.finditer(text):
            if word[0] in adjectives and _begins_a_word(text, word):
                yield PlaceHit(word.start(), word.end(), self._index.places_of_adjective(word[0]), adjective=True)

    def _count_words_from(self, word: str) -> int:
        return self._index.words_in_longest_name(name_key(word))

    def _find_unbent(self, word: str, language: str) -> tuple[tuple[Place, ...], bool]:
        """The places of an adjective or an inflected name, and whether it is an adjective."""
        key = name_key(word)
        if places := self._index.places_of_adjective(word.lower()):
            return places, True
        for ending in _endings().get(language, ()):
            stem = key.removesuffix(ending.ending)
            if stem == key or len(stem) < _SHORTEST_STEM:
                continue
            for replaced in ending.replaces:
                if places := self._index.places_named(stem + replaced):
                    return places, ending.adjective
        return (), False


class HanText:
    """Finds names in runs of Han characters."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def find(self, text: str) -> Iterator[PlaceHit]:
        for run in _HAN_RUN.finditer(text):
            yield from self._names(simplified(run[0]), run.start())

    def _names(self, run: str, offset: int) -> Iterator[PlaceHit]:
        longest_names = self._index.longest_han_names
        start, last = 0, len(run) - 1
        while start < last:
            longest = longest_names.get(run[start : start + 2])
            hit = self._name_at(run, start, longest) if longest else None
            if hit is None:
                start += 1
                continue
            start = hit.end
            yield replace(hit, start=hit.start + offset, end=hit.end + offset)

    def _name_at(self, run: str, start: int, longest: int) -> PlaceHit | None:
        for end in range(min(start + longest, len(run)), start + 1, -1):
            if places := self._index.places_named(run[start:end]):
                for suffix, readings in _suffixes(run, end):
                    if fitting := narrowed(places, readings):
                        return PlaceHit(start, end + len(suffix), fitting)
                return PlaceHit(start, end, places, weak=_is_weak("", run[start:end], places, "zh"))
        return None


def _begins_a_word(text: str, word: re.Match[str]) -> bool:
    return not text[max(0, word.start() - 1) : word.start()].isalnum()


def _runs(text: str, word: re.Match[str], longest: int) -> list[tuple[int, str]]:
    """The runs of one to `longest` words from `word` on: where each ends, and its key."""
    end, words = word.end(), [name_key(word[0])]
    runs = [(end, words[0])]
    while len(words) < longest and (following := _NEXT_WORD.match(text, end)):
        end = following.end()
        words.append(name_key(following[1]))
        runs.append((end, " ".join(words)))
    return runs


def _designations(text: str, floor: int, start: int, end: int) -> Iterator[tuple[int, int, tuple[Designator, ...]]]:
    """What the name at `start:end` makes up with a designator before or after it, and what the designator says."""
    nearby = max(floor, start - _LONGEST_DESIGNATOR)
    if before := _WORDS_BEFORE.search(text[nearby:start]):
        for word in WORD.finditer(before[0]):
            readings = designators().before.get(name_key(before[0][word.start() :]))
            if readings:
                yield nearby + before.start() + word.start(), end, readings
    if after := _NEXT_WORD.match(text, end):
        readings = designators().after.get(name_key(after[1]))
        if readings:
            yield start, after.end(), readings


def _suffixes(run: str, end: int) -> Iterator[tuple[str, tuple[Designator, ...]]]:
    """The Han designators that follow a name, the longest first."""
    if run.startswith(designators().beginnings, end):
        return
    for size in range(_LONGEST_SUFFIX, 0, -1):
        suffix = run[end : end + size]
        if len(suffix) == size and (readings := designators().han.get(suffix)):
            yield suffix, readings


def _is_weak(written: str, key: str, places: tuple[Place, ...], language: str) -> bool:
    if key in doubtful_names(language):
        return True
    if written.isupper() and len(written) <= _LONGEST_ACRONYM and places[0].level is not PlaceLevel.COUNTRY:
        return True
    return " " not in key and _all_small(places)


def _all_small(places: tuple[Place, ...]) -> bool:
    return all(p.level is PlaceLevel.CITY and p.population < SMALL for p in places)


def _without_overlap(hits: Iterable[PlaceHit]) -> Iterator[PlaceHit]:
    end = 0
    for hit in hits:
        if hit.start >= end:
            end = hit.end
            yield hit


@cache
def _endings() -> dict[str, tuple[_Ending, ...]]:
    data = tomllib.loads(files("jumelage.reading").joinpath("data/places/endings.toml").read_text(encoding="utf-8"))
    return {
        language: tuple(_Ending(e["ending"], tuple(e["replaces"]), e["adjective"]) for e in endings)
        for language, endings in data.items()
    }
