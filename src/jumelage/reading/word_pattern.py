"""Patterns of words that are tried only where one of their words can begin.

A language has hundreds of patterns and a sentence two dozen words; trying each pattern at each character would take
most of the time of reading, nearly all of it for nothing. So all patterns are registered by what they begin with or
hold, each word is looked up once for all of them, and a pattern is tried at those words of a text only that can begin
it. It finds what its regular expression finds.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from threading import Lock

from jumelage.reading.openings import FEWEST_INSIDE, INSIDE, LONGER, beginnings, openings

LONGEST_INDEXED = 100_000
MOST_WORDS = 20_000
TOKEN = re.compile(r"\w+|[^\w\s]")

Masks = tuple[int, int]
"""The patterns that can begin with a word of some words, and those of which some word holds letters; a bit for each."""


class Register:
    """All patterns by what they begin with or hold. Any thread may add some while others read."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._next = 1
        self._beginning: dict[str, int] = {}
        self._inside: dict[str, list[tuple[str, int]]] = {}
        """What may stand anywhere in a word, by its first letters."""
        self._words: dict[str, Masks] = {}

    def add(self, found: Iterable[str] | None) -> int:
        """A bit for a pattern with these openings; 0 where none are known."""
        if found is None:
            return 0
        with self._lock:
            bit = self._next
            for opening in found:
                letters = opening.strip(INSIDE + LONGER)
                if opening.startswith(INSIDE):
                    self._inside.setdefault(letters[:FEWEST_INSIDE], []).append((letters, bit))
                else:
                    self._beginning[opening] = self._beginning.get(opening, 0) | bit
            self._words.clear()
            self._next <<= 1
            return bit

    def look_up(self, words: Iterable[str]) -> tuple[int, list[Masks]]:
        """A mask of the patterns there are by now, and the masks of each word."""
        with self._lock:
            if len(self._words) > MOST_WORDS:
                self._words.clear()
            return self._next - 1, [self._words.get(word) or self._masks(word) for word in words]

    def _masks(self, word: str) -> Masks:
        small = word.lower()
        begun = held = 0
        for opening in beginnings(small):
            begun |= self._beginning.get(opening, 0)
        for at in range(len(small) - FEWEST_INSIDE + 1):
            for letters, bit in self._inside.get(small[at : at + FEWEST_INSIDE], ()):
                if small.startswith(letters, at):
                    held |= bit
        self._words[word] = begun, held
        return begun, held


REGISTER = Register()


class Index:
    """The words of a text, and which patterns can begin with them."""

    def __init__(self, text: str) -> None:
        tokens = list(TOKEN.finditer(text))
        self._words = [token[0] for token in tokens]
        self._starts = [token.start() for token in tokens]
        self._length = len(text)
        self.look_up()

    def look_up(self) -> None:
        """Ask for the patterns of the words; again when there are new patterns."""
        self.known, self._masks = REGISTER.look_up(self._words)
        self._joined: dict[tuple[int, int], Masks] = {}

    def masks(self, start: int, end: int) -> Masks:
        """The masks of all words that begin in a stretch of the text."""
        if (start, end) not in self._joined:
            begun = held = 0
            for beginning, inside in self._masks[self._within(start, end)]:
                begun |= beginning
                held |= inside
            self._joined[start, end] = begun, held
        return self._joined[start, end]

    def places(self, bit: int, start: int, end: int) -> list[int]:
        """Where in a stretch of the text a word stands that a pattern can begin with."""
        within = self._within(start, end)
        return [s for s, (begun, _) in zip(self._starts[within], self._masks[within], strict=True) if begun & bit]

    def _within(self, start: int, end: int) -> slice:
        if start == 0 and end == self._length:
            return slice(None)
        return slice(bisect_left(self._starts, start), bisect_left(self._starts, end))


@lru_cache(maxsize=256)
def _index(text: str) -> Index:
    return Index(text)


def indexed(text: str, bit: int) -> Index:
    """The index of a text that knows the pattern of a bit, or of the highest of several."""
    index = _index(text)
    if index.known < bit:
        index.look_up()
    return index


class WordPattern:
    """A regular expression bounded by words, with the methods of `re.Pattern` that reading needs."""

    def __init__(self, expression: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = expression
        self._flags = flags
        self.bit = REGISTER.add(openings(expression))
        """Stands for the pattern in a mask of patterns; 0 where a match may begin with anything."""

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
        if not self.bit or len(text) > LONGEST_INDEXED:
            return self._compiled.finditer(text, pos, end)
        index = indexed(text, self.bit)
        begun, held = index.masks(pos, end)
        if held & self.bit:
            return self._compiled.finditer(text, pos, end)
        if begun & self.bit:
            return self._tried(text, index.places(self.bit, pos, end), end)
        return iter(())

    def _tried(self, text: str, places: Iterable[int], end: int) -> Iterator[re.Match[str]]:
        done = 0
        for place in places:
            if place >= done and (match := self._compiled.match(text, place, end)):
                yield match
                done = match.end()


Pattern = re.Pattern[str] | WordPattern


class PatternGroup:
    """Several patterns, of which only those need to be tried that can match a text."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self._patterns = tuple(patterns)
        self._numbers = {p.bit: n for n, p in enumerate(self._patterns) if isinstance(p, WordPattern) and p.bit}
        self._mask = sum(self._numbers)
        self._always = [(n, p) for n, p in enumerate(self._patterns) if n not in self._numbers.values()]

    def possible(self, text: str, start: int = 0, end: int | None = None) -> list[tuple[int, Pattern]]:
        """The patterns that can match in a stretch of a text, each with its number, in their order."""
        if len(text) > LONGEST_INDEXED:
            return list(enumerate(self._patterns))
        begun, held = indexed(text, self._mask).masks(start, len(text) if end is None else end)
        left = (begun | held) & self._mask
        if not left:
            return self._always
        numbers = [number for number, _ in self._always]
        while left:
            bit = left & -left
            left ^= bit
            numbers.append(self._numbers[bit])
        return [(number, self._patterns[number]) for number in sorted(numbers)]
