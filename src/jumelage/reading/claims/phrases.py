"""Phrases with slots for names: "delegation from {visitor}", "{head}率团访问{host}".

A room's file says in which phrases its roles stand; what a phrase finds is told by the words around a name, not by the
order of names. In a phrase

    {role}    is a name of the types the room gives to the role, with all that are joined to it ("A, B and C"),
    {role*}   all such names up to the end of the clause,
    {date}    a date,
    {rest}    what follows up to the end of the statement,
    <word>    any of the expressions that the file lists under `words`,
    ..        a few words of the same clause with no name among them,
    ...       more of them, with or without names,
    ~         any ending of a word,

and everything else is a regular expression. A phrase is looked for only where the words it cannot do without stand in
the sentence, and made ready only when that first happens.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

from jumelage.reading.annotated import Mention
from jumelage.reading.claims.needs import needs
from jumelage.reading.claims.signs import ANY_NAME, DATE_SIGN, SIGNS, Seen
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.reading.word_pattern import Pattern, PatternGroup, WordPattern
from jumelage.vocabulary.kinds import EntityType

STATEMENT_END = ";；。！？"
CLAUSE_END = ";:；：。!?！？"
SLOT = re.compile(r"\{(?P<role>[a-z]+)(?P<all>\*?)\}")
WORD = re.compile(r"<(\w+)>")
OUTSIDE_WORDS = r"(?!(?<=\w)(?=\w))"

BY_NUMBER = attrgetter("number")

Roles = tuple[tuple[str, tuple[EntityType, ...]], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a phrase was found, in signs, with the names in its slots and the stretch of its `{rest}`."""

    start: int
    end: int
    names: Mapping[str, tuple[Mention, ...]]
    rest: tuple[int, int] | None = None


class PhraseBook:
    """The phrases of one file of one language."""

    def __init__(self, language: str, room: str, roles: Roles) -> None:
        self.language, self.room = language, room
        self.lexicon = lexicon(language, room)
        self.roles = {role: "".join(SIGNS[t] for t in types) for role, types in roles}
        self.bounded = language not in WITHOUT_WORD_BOUNDARIES
        words = self.lexicon.table("words")
        names = [f"<{word}>" for word in words] + [f"{{{role}}}" for role in self.roles]
        self.bits = {name: 1 << number for number, name in enumerate(names)}
        """Each `<word>` and each `{role}` as a bit of a mask."""
        self._alike: dict[tuple[int, ...], Alike] = {}
        for number, (key, text) in enumerate(_lists(self.lexicon.data)):
            phrase = Phrase(number, key, text, self)
            self._alike.setdefault(phrase.needs, Alike([])).phrases.append(phrase)
        needed = {bit for needs in self._alike for need in needs for bit in self.bits.values() if bit & need}
        self._needed = [(self.bits[f"<{word}>"], words[word]) for word in words if self.bits[f"<{word}>"] in needed]
        self._words = PatternGroup(pattern for _, pattern in self._needed)

    def find(self, key: str, seen: Seen) -> Iterator[Found]:
        """Every place where a phrase of the list `key` stands in a sentence."""
        if self.room not in seen.possible:
            seen.possible[self.room] = self._possible(seen)
        for pattern in seen.possible[self.room].get(key, ()):
            for match in pattern.finditer(seen.text):
                yield self._found(match, seen)

    def says(self, key: str, seen: Seen, start: int = 0, end: int | None = None) -> bool:
        """Whether a phrase of the list `key` stands between two signs of a sentence."""
        return any(start <= f.start and (end is None or f.end <= end) for f in self.find(key, seen))

    def _possible(self, seen: Seen) -> dict[str, list[Pattern]]:
        """The patterns of those phrases of each list that can stand in a sentence."""
        present = self._present(seen.text)
        phrases: list[Phrase] = []
        for needed, alike in self._alike.items():
            for need in needed:
                if not need & present:
                    break
            else:
                phrases += alike.possible(seen.text)
        possible: dict[str, list[Pattern]] = {}
        for phrase in sorted(phrases, key=BY_NUMBER):
            possible.setdefault(phrase.key, []).append(phrase.pattern)
        return possible

    def _present(self, text: str) -> int:
        """A mask of the `<word>`s of the file that stand in a sentence, and the `{role}`s it has names for."""
        present = 0
        for number, pattern in self._words.possible(text):
            if pattern.search(text):
                present |= self._needed[number][0]
        for role, signs in self.roles.items():
            if any(sign in text for sign in signs):
                present |= self.bits[f"{{{role}}}"]
        return present

    def _found(self, match: re.Match[str], seen: Seen) -> Found:
        names: dict[str, tuple[Mention, ...]] = {}
        groups = match.groupdict()
        for group in groups.keys() - {"rest"}:
            if groups[group] is None:
                continue
            role = group.rpartition("_")[0]
            at = [i for i in range(*match.span(group)) if seen.text[i] in self.roles[role]]
            joined = [m for i in at for m in seen.chain(i) if SIGNS[m.type] in self.roles[role]]
            names[role] = tuple(dict.fromkeys((*names.get(role, ()), *joined)))
        return Found(match.start(), match.end(), names, match.span("rest") if groups.get("rest") else None)


class Phrase:
    """One phrase of a book: the `number`th of its file, in the list `key`."""

    def __init__(self, number: int, key: str, text: str, book: PhraseBook) -> None:
        self.number, self.key = number, key
        self._text, self._book = text, book
        needed = (need for need in needs(text) if not any(map(self._is_met_by_nothing, need)))
        self.needs = tuple(sorted(sum(book.bits.get(name, 0) for name in need) for need in needed))
        """What must stand in a sentence for the phrase to stand in it: of each of these masks one."""

    def _is_met_by_nothing(self, need: str) -> bool:
        word = need.strip("<>")
        return need in ("{date}", "{rest}") or self._book.lexicon[f"words.{word}"].fullmatch("") is not None

    @cached_property
    def pattern(self) -> Pattern:
        words = self._book.lexicon.data.get("words", {})
        text = self._text
        while WORD.search(text):
            text = WORD.sub(lambda m: f"(?:{'|'.join(words[m[1]])})", text)
        body, at = "", 0
        for number, slot in enumerate(SLOT.finditer(text)):
            body += self._expression(text[at : slot.start()]) + self._slot(slot["role"], bool(slot["all"]), number)
            at = slot.end()
        body += self._expression(text[at:])
        if self._book.bounded:
            return WordPattern(rf"(?<!\w)(?:{body})(?:(?<!\w)|(?!\w))", re.IGNORECASE)
        return re.compile(body, re.IGNORECASE)

    def _expression(self, words: str) -> str:
        """The regular expression for a stretch of a phrase without slots."""
        words = re.sub(r" ?(\.{2,3}) ?", r"\1", words).replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", r"\w*")
        near, far = (60, 120) if self._book.bounded else (16, 40)
        for sign, length, excluded in (("...", far, ""), ("..", near, ANY_NAME)):
            gap = f"[^{CLAUSE_END}{excluded}]{{0,{length}}}?"
            words = words.replace(sign, f"{OUTSIDE_WORDS}{gap}{OUTSIDE_WORDS}" if self._book.bounded else gap)
        return words

    def _slot(self, role: str, everything: bool, number: int) -> str:
        if role == "date":
            return DATE_SIGN
        if role == "rest":
            return f"(?P<rest>[^{STATEMENT_END}]+)"
        name = f"[{self._book.roles[role]}]"
        return f"(?P<{role}_{number}>{name}{f'[^{CLAUSE_END}]*' if everything else ''})"


@dataclass(frozen=True)
class Alike:
    """Phrases that cannot do without the same words and names."""

    phrases: list[Phrase]

    def possible(self, text: str) -> list[Phrase]:
        """Those that can stand in a sentence as far as their first words tell."""
        return [self.phrases[number] for number, _ in self._patterns.possible(text)]

    @cached_property
    def _patterns(self) -> PatternGroup:
        return PatternGroup(phrase.pattern for phrase in self.phrases)


def _lists(table: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, str]]:
    """The entries of all lists of a file with the names of their lists; those of `words` are no phrases."""
    for name, value in table.items():
        if isinstance(value, Mapping) and name != "words":
            yield from _lists(value, f"{within}{name}.")
        elif isinstance(value, list):
            yield from ((f"{within}{name}", text) for text in value)


@cache
def phrase_book(language: str, room: str, roles: Roles) -> PhraseBook:
    """The book of a room and a language; `roles` are the types of names that may stand in its slots."""
    return PhraseBook(language, room, roles)
