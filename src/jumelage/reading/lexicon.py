"""The words of the languages, as patterns.

Each language is a folder of TOML files, one a room (`posts.toml`, `visits.toml` …). A file's lists hold regular
expressions in which a blank matches any white space, " ?" also none, and `~` any word ending, so that
"zusterprovincie~" finds "zusterprovincies". A list becomes one pattern that matches whole words, case apart unless
the file says `case_matters = true`; Chinese has no word boundaries and gets none. Longer alternatives win over shorter
ones.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jumelage.reading.word_pattern import Pattern, PatternGroup, WordPattern

LANGUAGES = files("jumelage.reading") / "languages"
WHOLE_WORD = re.compile(r"(?<![\w\\~(|\[])[^\W\d_]{3,}(?![\w~?*+(\[])")
EITHER_CASE = re.compile(r"\[(\w)\w\]")
NO_MATCH = re.compile(r"(?!)")
WITHOUT_WORD_BOUNDARIES = {"zh", "ja"}


class Lexicon:
    """One TOML file of one language. Lists are patterns, tables are named patterns; what is absent matches nothing."""

    def __init__(self, language: str, data: Mapping[str, Any]) -> None:
        self.language = language
        self.data = data
        self._patterns: dict[str, Pattern] = {}
        self._tables: dict[str, dict[str, Pattern]] = {}
        self._groups: dict[str, tuple[tuple[str, ...], PatternGroup]] = {}

    def __getitem__(self, key: str) -> Pattern:
        """The pattern of the list `key`; `table.key` reaches into a table."""
        if key not in self._patterns:
            value: Any = self.data
            for part in key.split("."):
                value = value.get(part, []) if isinstance(value, Mapping) else []
            self._patterns[key] = self._compiled(value)
        return self._patterns[key]

    def any_of(self, key: str) -> str:
        """An expression for any entry of the list `key`, the longer ones first, to build larger patterns from."""
        longest_first = sorted(self.words(key), key=len, reverse=True)
        return "|".join(_expression(e) for e in longest_first) or NO_MATCH.pattern

    def table(self, key: str) -> dict[str, Pattern]:
        """The patterns of the table `key`, by their names, in the order of the file."""
        if key not in self._tables:
            self._tables[key] = {name: self[f"{key}.{name}"] for name in self.data.get(key, {})}
        return self._tables[key]

    def possible(self, key: str, text: str, start: int = 0, end: int | None = None) -> list[tuple[str, Pattern]]:
        """Those patterns of the table `key` that can match in a stretch of a text, with their names, in their order."""
        if key not in self._groups:
            table = self.table(key)
            self._groups[key] = tuple(table), PatternGroup(table.values())
        names, group = self._groups[key]
        return [(names[number], pattern) for number, pattern in group.possible(text, start, end)]

    def words(self, key: str) -> tuple[str, ...]:
        """The list `key` as it stands in the file."""
        return tuple(self.data.get(key, ()))

    def mapping(self, key: str) -> dict[str, str]:
        """The table `key` of plain values as it stands in the file."""
        return dict(self.data.get(key, {}))

    def _compiled(self, expressions: Iterable[str]) -> Pattern:
        """One pattern of all; a word ends at its last letter, and an elided one ("d'", "l'") before the next word."""
        longest_first = sorted(expressions, key=len, reverse=True)
        if not longest_first:
            return NO_MATCH
        body = "|".join(_expression(e) for e in longest_first)
        flags = re.NOFLAG if self.data.get("case_matters") else re.IGNORECASE
        if self.language in WITHOUT_WORD_BOUNDARIES:
            return re.compile(body, flags)
        return WordPattern(rf"(?<!\w)(?:{body})(?:(?<!\w)|(?!\w))", flags)


def _expression(entry: str) -> str:
    """The regular expression of an entry of a list."""
    return entry.replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", r"\w*")


@cache
def lexicon(language: str, room: str) -> Lexicon:
    """The file `room`.toml of a language; an empty one where the language has none."""
    file = LANGUAGES / language / f"{room}.toml"
    return Lexicon(language, tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {})


@cache
def words_of(language: str) -> frozenset[str]:
    """The whole words that stand in a language's folder, in small letters; none where it has no folder."""
    if language not in languages():
        return frozenset()
    return frozenset(
        word.casefold()
        for file in (LANGUAGES / language).iterdir()
        if file.name.endswith(".toml")
        for word in WHOLE_WORD.findall(EITHER_CASE.sub(r"\1", file.read_text(encoding="utf-8")).replace("s?", " "))
    )


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder, in alphabetical order."""
    return tuple(sorted(folder.name for folder in LANGUAGES.iterdir() if folder.is_dir() and len(folder.name) == 2))
