"""Patterns of words that are tried only where one of their words can begin.

A language has hundreds of patterns and a sentence two dozen words; trying each pattern at each character would take
most of the time of reading, nearly all of it for nothing. So a text is indexed once by the letters its words begin with
and hold, a pattern knows what its own words begin with or hold, and is tried only where the two agree. It finds what
its regular expression finds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from importlib import import_module
from typing import Any, NamedTuple

LENGTH = 3
"""So many letters of a word are looked at; of a shorter word, all it has."""
LONGER = "*"
"""Ends an opening of fewer letters, which a longer word may have too."""
ENDED = "\0"
"""Ends an opening that is a whole word."""
INSIDE = "~"
"""Begins what may stand anywhere in a word, and in any word behind the one a match begins with."""
LONGEST_INDEXED = 1_000_000
MOST_OPENINGS = 4000
MOST_IN_CLASS = 64
TOKEN = re.compile(r"\w+|[^\w\s]")

parser: Any = import_module("re._parser")
"""Takes regular expressions apart; the standard library's own."""


class WordPattern:
    """A regular expression bounded by words, with the methods of `re.Pattern` that reading needs."""

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = expression
        self._flags = flags
        found = openings(expression)
        self.known = found is not None
        self.openings = frozenset(o for o in found or () if not o.startswith(INSIDE))
        self.inside = frozenset(o.removeprefix(INSIDE) for o in found or () if o.startswith(INSIDE))

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        """Compiled when it is first tried; most patterns of a language never are."""
        return re.compile(self.pattern, self._flags)

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        return self._compiled.match(text, pos)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self._compiled.fullmatch(text)

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        return next(self.finditer(text, pos, endpos), None)

    def sub(self, replacement: str, text: str) -> str:
        return self._compiled.sub(replacement, text)

    def findall(self, text: str) -> list[str]:
        return [m[0] for m in self.finditer(text)]

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[re.Match[str]]:
        end = len(text) if endpos is None else endpos
        if not self.known or len(text) > LONGEST_INDEXED:
            return self._compiled.finditer(text, pos, end)
        index = _index(text)
        if not self.inside.isdisjoint(index.parts):
            return self._compiled.finditer(text, pos, end)
        if self.openings.isdisjoint(index.openings):
            return iter(())
        return self._tried(text, self._places(index.places, pos, end), end)

    def _places(self, places: dict[str, list[int]], pos: int, end: int) -> Sequence[int]:
        """Where in a stretch of an indexed text the pattern can begin, in order."""
        found: set[int] = set()
        for opening in self.openings & places.keys():
            here = places[opening]
            found.update(here[bisect_left(here, pos) : bisect_left(here, end)])
        return sorted(found)

    def _tried(self, text: str, places: Iterable[int], end: int) -> Iterator[re.Match[str]]:
        done = 0
        for place in places:
            if place >= done and (match := self._compiled.match(text, place, end)):
                yield match
                done = match.end()


class PatternGroup:
    """Several patterns, of which only those need to be tried that can match a text."""

    def __init__(self, patterns: Iterable["Pattern"]) -> None:
        self._patterns = tuple(patterns)
        self._anywhere: list[int] = []
        self._by_opening: dict[str, list[int]] = {}
        self._by_part: dict[str, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            if not isinstance(pattern, WordPattern) or not pattern.known:
                self._anywhere.append(number)
                continue
            for opening in pattern.openings:
                self._by_opening.setdefault(opening, []).append(number)
            for part in pattern.inside:
                self._by_part.setdefault(part, []).append(number)

    def possible(self, text: str) -> Iterator[tuple[int, "Pattern"]]:
        """The patterns that can match a text, each with its number, in their order."""
        if len(text) > LONGEST_INDEXED:
            return enumerate(self._patterns)
        index = _index(text)
        numbers = set(self._anywhere)
        for opening in self._by_opening.keys() & index.openings:
            numbers.update(self._by_opening[opening])
        for part in self._by_part.keys() & index.parts:
            numbers.update(self._by_part[part])
        return ((number, self._patterns[number]) for number in sorted(numbers))


Pattern = re.Pattern[str] | WordPattern


class Index(NamedTuple):
    openings: frozenset[str]
    places: dict[str, list[int]]
    """For each opening, where it stands, in order."""
    parts: frozenset[str]
    """Any three letters in a row."""


@lru_cache(maxsize=2048)
def _index(text: str) -> Index:
    places: dict[str, list[int]] = {}
    for token in TOKEN.finditer(text):
        word, start = token[0][:LENGTH].lower(), token.start()
        places.setdefault(word, []).append(start)
        for length in range(1, LENGTH):
            places.setdefault(word[:length] + LONGER, []).append(start)
    small = text.lower()
    return Index(frozenset(places), places, frozenset(map("".join, zip(small, small[1:], small[2:], strict=False))))


def openings(expression: str) -> frozenset[str] | None:
    """What a match of an expression can begin with, or hold; None where that may be anything.

    The expression has to end where a word ends.
    """
    found = _extended({""}, parser.parse(expression))
    if found is None or not all(map(_tells, found)):
        return None
    return frozenset(o.rstrip(ENDED) for o in found)


def _tells(opening: str) -> bool:
    """Whether an opening says enough: at least a letter, or all the letters looked at inside a word."""
    letters = opening.strip(f"{INSIDE}{LONGER}{ENDED}")
    return len(letters) == LENGTH if opening.startswith(INSIDE) else bool(letters)


def _extended(begun: set[str], items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """What has begun, gone on with the items of a parsed expression; None where that is too much."""
    for operation, value in items:
        still = {b for b in begun if not _is_done(b)}
        if not still:
            break
        further = _further(still, str(operation), value)
        if further is None or len(further) > MOST_OPENINGS:
            return None
        begun = (begun - still) | further
    return begun


def _is_done(opening: str) -> bool:
    return opening.endswith((LONGER, ENDED)) or len(opening) == LENGTH + opening.startswith(INSIDE)


def _further(begun: set[str], operation: str, value: Any) -> set[str] | None:
    match operation:
        case "LITERAL":
            return {_with(b, chr(value)) for b in begun}
        case "IN":
            return {_with(b, c) for b in begun for c in _members(value)}
        case "BRANCH":
            ways = [_extended(begun, way) for way in value[1]]
            return None if None in ways else set().union(*(way for way in ways if way))
        case "SUBPATTERN":
            return _extended(begun, value[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = value
            once = _extended(begun, inner)
            if once is not None and most > 1:
                once = {b if _is_done(b) else _with(b, LONGER) for b in once}
            return once if least or once is None else once | begun
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return begun
    return {_with(b, LONGER) for b in begun}


def _with(begun: str, character: str) -> str:
    """What has begun with one more character, or with `LONGER` for any."""
    if character == LONGER:
        return begun + LONGER if begun and begun[0] != INSIDE else INSIDE
    if character.isalnum() or character == "_":
        return begun + character.lower()[0]
    if begun.startswith(INSIDE):
        return INSIDE
    return begun + ENDED if begun else character + ENDED


def _members(members: Sequence[tuple[Any, Any]]) -> set[str]:
    """The characters of a class: a blank for all white space, `LONGER` for anything."""
    found: set[str] = set()
    for operation, value in members:
        match str(operation):
            case "LITERAL":
                found.add(chr(value))
            case "RANGE" if value[1] - value[0] < MOST_IN_CLASS:
                found |= set(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY" if str(value) == "CATEGORY_SPACE":
                found.add(" ")
            case _:
                return {LONGER}
    return found
