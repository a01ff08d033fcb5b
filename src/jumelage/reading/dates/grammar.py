"""A language's words for dates and the orders they stand in, from its `dates.toml`, made ready for reading.

Words are grouped in classes (`month`, `weekday`, `unit` …), each form with its value. A form with a capital matches
only with a capital ("May", not "may"); a form that starts with `+` matches only right behind what precedes it ("8th").
Patterns put classes in `{braces}`, words as they are, and what may be missing in [brackets]; `{class=value}` gives a
value that no word says, `{class:other}` takes the words of another class. What every language shares stands in
`every_language.toml`.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from jumelage.reading.dates.expression import Cue, Slots, Value

Meanings = Mapping[str, Value]
"""What one form can be: class of word → value there."""

UNKNOWN, GAP = ".", "|"
FIRST_SYMBOL = 0xE000
"""Symbols for sets of classes are private-use characters, so that a sentence of words becomes a string for `re`."""
ITEM = re.compile(r"\[|\]|\{(?P<slot>\w+)(?::(?P<words>\w+))?(?:=(?P<value>[^}]+))?\}|(?P<literal>\w+|[^\w\s])")
HAN = "\u3400-\u9fff\U00020000-\U0002fa1f"
YEARS = range(1000, 2200)
LONGEST_NUMBER = 6
"""Characters of a number beyond which it is no part of a date; 一百二十五 has five."""


class Atom(NamedTuple):
    """One word, number or mark of a text, or a phrase that the language knows as one."""

    start: int
    end: int
    symbol: str
    meanings: Meanings


OTHER, BLANK = Atom(0, 0, UNKNOWN, {}), Atom(0, 0, GAP, {})
"""A word or mark that says nothing of dates, and a gap that no date reaches over."""


@dataclass(frozen=True, slots=True)
class Form:
    words: tuple[str, ...]
    capital: bool
    glued: bool
    symbol: str
    meanings: Meanings


@dataclass(frozen=True, slots=True)
class Pattern:
    """One order of words and the kind of mention it makes; of two that fit the same words the first listed wins."""

    place: int
    kind: str
    expression: re.Pattern[str]
    slots: tuple[tuple[str, str], ...]
    """What each group fills, and the class of word that may fill it."""
    given: tuple[tuple[str, Value], ...]
    needed: frozenset[str]
    """The classes and words none of which may be missing."""

    def matches(self, symbols: str, atoms: Sequence[Atom]) -> Iterator[tuple[int, int, Slots]]:
        """First and last atom (excluded) of each stretch in this order, with the values of its slots."""
        for match in self.expression.finditer(symbols):
            slots = Slots()
            for slot, value in self.given:
                slots.add(slot, value)
            for group, (slot, words) in enumerate(self.slots, start=1):
                if (place := match.start(group)) >= 0:
                    slots.add(slot, atoms[place].meanings[words])
            yield match.start(), match.end(), slots


class Grammar:
    """The dates of one language."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._symbols: dict[frozenset[str], str] = {}
        self._digits: dict[str, int] = {c: int(n) for n, chars in data.get("digits", {}).items() for c in chars}
        numerals = f"[{''.join(self._digits)}]+|" if self._digits else ""
        self._token = re.compile(rf"\d+|{numerals}[{HAN}]|[^\W\d_{HAN}]+|[^\w\s]|\t|\n\s*\n|[ \u3000]{{3,}}")
        self._forms: dict[str, list[Form]] = {}
        for (words, capital, glued), values in _forms(data, self._token).items():
            form = Form(words, capital, glued, self._symbol(values), values)
            self._forms.setdefault(words[0], []).append(form)
        for forms in self._forms.values():
            forms.sort(key=lambda f: (-len(f.words), not f.capital, not f.glued))
        self._number = lru_cache(maxsize=4096)(self._read_number)
        for value in (*range(101), 2000):
            for length, short in ((1, True), (2, True), (2, False), (3, False), (4, False)):
                self._symbol(_number_meanings(value, length, short))
        texts = [(kind, text) for kind, texts in data["patterns"].items() for text in texts]
        patterns = [self._pattern(place, kind, text) for place, (kind, text) in enumerate(texts)]
        self._patterns = [(re.compile(self._class(key)), of_key) for key, of_key in _by_key(patterns)]
        self._endings = {
            cue: re.compile(rf"\b(?:{'|'.join(endings)})\b", re.IGNORECASE)
            for cue, endings in data.get("endings", {}).items()
        }

    def atoms(self, text: str) -> list[Atom]:
        tokens = [(m.start(), m.end(), m.group()) for m in self._token.finditer(text.translate(ONE_WIDTH))]
        folded = [word.casefold() for _, _, word in tokens]
        atoms, i = [], 0
        while i < len(tokens):
            start, end, word = tokens[i]
            touching = i > 0 and tokens[i - 1][1] == start
            if folded[i] in self._forms and (form := self._known(i, tokens, folded, touching)):
                i += len(form.words)
                atoms.append(Atom(start, tokens[i - 1][1], form.symbol, form.meanings))
                continue
            i += 1
            if word[0].isdecimal() or word[0] in self._digits:
                symbol, meanings = self._number(word)
                if touching and i > 1 and tokens[i - 2][2].isascii() and tokens[i - 2][2].isalpha():
                    symbol = UNKNOWN
                atoms.append(Atom(start, end, symbol, meanings))
            else:
                atoms.append(BLANK if word.isspace() else OTHER)
        return atoms

    def matches(self, atoms: Sequence[Atom]) -> list[tuple[int, int, str, Slots]]:
        """Non-overlapping stretches of atoms that a pattern fits, longest first served, in the order of the text."""
        symbols = "".join([a.symbol for a in atoms])
        found = [
            (start, end, pattern, slots)
            for key, patterns in self._patterns
            if key.search(symbols)
            for pattern in patterns
            for start, end, slots in pattern.matches(symbols, atoms)
        ]
        found.sort(key=lambda f: (f[0] - f[1], f[0], f[2].place))
        taken = bytearray(len(atoms))
        chosen = []
        for start, end, pattern, slots in found:
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                chosen.append((start, end, pattern.kind, slots))
        return sorted(chosen, key=lambda f: f[0])

    def endings(self, cue: Cue, text: str) -> list[tuple[int, int, Cue]]:
        """The words of a text that have the ending of a tense."""
        pattern = self._endings.get(cue)
        return [(m.start(), m.end(), cue) for m in pattern.finditer(text)] if pattern else []

    def _known(
        self, i: int, tokens: Sequence[tuple[int, int, str]], folded: Sequence[str], touching: bool
    ) -> Form | None:
        for form in self._forms[folded[i]]:
            if form.glued and not touching:
                continue
            if form.capital and not tokens[i][2][0].isupper():
                continue
            if len(form.words) == 1 or tuple(folded[i : i + len(form.words)]) == form.words:
                return form
        return None

    def _read_number(self, word: str) -> tuple[str, Meanings]:
        if len(word) > LONGEST_NUMBER:
            return UNKNOWN, {}
        value, length = (int(word), len(word)) if word.isdecimal() else self._numeral(word)
        meanings = _number_meanings(value, length, short=word.isdecimal())
        return self._symbol(meanings), meanings

    def _numeral(self, word: str) -> tuple[int, int]:
        """Value and length of a number in characters: by place (二〇一一) or by tens and hundreds (二十五)."""
        digits = [self._digits[c] for c in word]
        if all(d < 10 for d in digits):
            return int("".join(map(str, digits))), len(digits)
        total = units = 0
        for digit in digits:
            if digit < 10:
                units = digit
            elif digit in (10, 100):
                total, units = total + (units or 1) * digit, 0
            else:
                total += digit
        return total + units, len(str(total + units))

    def _symbol(self, meanings: Mapping[str, Value]) -> str:
        return self._symbols.setdefault(frozenset(meanings), chr(FIRST_SYMBOL + len(self._symbols)))

    def _class(self, name: str) -> str:
        symbols = "".join(symbol for classes, symbol in self._symbols.items() if name in classes)
        return f"[{symbols}]" if symbols else "(?!)"

    def _pattern(self, place: int, kind: str, text: str) -> Pattern:
        expression, slots, given, needed, depth = "", [], [], set(), 0
        for item in ITEM.finditer(text):
            if item["slot"] and item["value"]:
                given.append((item["slot"], _value(item["value"])))
            elif name := item["words"] or item["slot"] or item["literal"]:
                name = name if item["slot"] else _literal(name)
                expression += f"({self._class(name)})" if item["slot"] else self._class(name)
                if item["slot"]:
                    slots.append((item["slot"], name))
                if not depth:
                    needed.add(name)
            else:
                expression += "(?:" if item.group() == "[" else ")?"
                depth += 1 if item.group() == "[" else -1
        return Pattern(place, kind, re.compile(expression), tuple(slots), tuple(given), frozenset(needed))


def _by_key(patterns: Sequence[Pattern]) -> Iterator[tuple[str, list[Pattern]]]:
    """The patterns in few groups, each with a class that all of it needs: where no word is of it, none can match."""
    left = list(patterns)
    while left:
        key, _ = Counter(name for p in left for name in sorted(p.needed)).most_common(1)[0]
        yield key, [p for p in left if key in p.needed]
        left = [p for p in left if key not in p.needed]


@lru_cache
def grammar(language: str) -> Grammar | None:
    """The grammar of a language; None for one without dates in its folder."""
    reading = files("jumelage") / "reading"
    file = reading / "languages" / language / "dates.toml"
    if not file.is_file():
        return None
    shared = tomllib.loads((reading / "dates" / "every_language.toml").read_text("utf-8"))
    own = tomllib.loads(file.read_text("utf-8"))
    return Grammar(
        {
            **own,
            "words": {name: _joined(shared, own, name) for name in {**shared["words"], **own["words"]}},
            "patterns": {
                kind: [*own["patterns"].get(kind, ()), *shared["patterns"].get(kind, ())]
                for kind in {**own["patterns"], **shared["patterns"]}
            },
        }
    )


ONE_WIDTH = str.maketrans("’ʼ（）．／", "''()./")
Key = tuple[tuple[str, ...], bool, bool]
"""A form's words, whether it needs a capital, whether it must touch what precedes it."""


def _joined(shared: Mapping[str, Any], own: Mapping[str, Any], name: str) -> Any:
    """The words of a class, the language's own and those of every language."""
    ours, theirs = own["words"].get(name, []), shared["words"].get(name, [])
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {value: [*ours.get(value, ()), *theirs.get(value, ())] for value in {**ours, **theirs}}
    return ours if isinstance(ours, dict) else [*ours, *theirs]


def _forms(data: Mapping[str, Any], token: re.Pattern[str]) -> dict[Key, dict[str, Value]]:
    """Every form with all it can be; words that stand literally in patterns are forms too."""
    forms: dict[Key, dict[str, Value]] = {}

    def add(form: str, meanings: Meanings) -> None:
        word = form.removeprefix("+")
        key = (tuple(token.findall(word.casefold())), word[0].isupper(), form.startswith("+"))
        for name, value in meanings.items():
            forms.setdefault(key, {}).setdefault(name, value)

    for name, by_value in data["words"].items():
        for value, its_forms in by_value.items() if isinstance(by_value, dict) else (("", by_value),):
            for form in its_forms:
                add(form, {name: _value(value)})
    numbers = data.get("numbers", {})
    for value, spellings in enumerate(numbers.get("cardinal", ())):
        for form in spellings.split("|"):
            add(form, _number_meanings(value, 1, short=False))
    for value, spellings in enumerate(numbers.get("ordinal", ())):
        for form in filter(None, spellings.split("|")):
            add(form, {"ordinal_word": value, **({"day": value} if 1 <= value <= 31 else {})})
    literals = {i["literal"] for texts in data["patterns"].values() for t in texts for i in ITEM.finditer(t)}
    for literal in filter(None, literals):
        words = tuple(token.findall(literal))
        keys = [key for key in forms if key[0] == words] or [(words, False, False)]
        for key in keys:
            forms.setdefault(key, {})[_literal(literal)] = literal
    return forms


def _number_meanings(value: int, length: int, short: bool) -> dict[str, Value]:
    meanings: dict[str, Value] = {}
    if length == 4 and value in YEARS:
        meanings["year"] = value
    elif value:
        meanings["count"] = value
    if length == 3:
        meanings["hundreds"] = value
    if length <= 2 and 1 <= value <= 31:
        meanings["day"] = value
    if length <= 2 and 1 <= value <= 12:
        meanings["month_number"] = value
    if length == 2 and short:
        meanings["short_year"] = value
    if length == 2 and value and value % 10 == 0:
        meanings["tens"] = value
    return meanings


def _literal(word: str) -> str:
    return f"'{word}"


def _value(text: str) -> Value:
    return int(text) if re.fullmatch(r"-?\d+", text) else text
