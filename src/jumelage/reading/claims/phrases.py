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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from jumelage.reading.annotated import Mention
from jumelage.reading.claims.needs import needs
from jumelage.reading.claims.signs import ANY_NAME, DATE_SIGN, SIGNS, Seen
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.reading.word_pattern import Pattern, WordPattern
from jumelage.vocabulary.kinds import EntityType

STATEMENT_END = ";；。！？"
CLAUSE_END = ";:；：。!?！？"
SLOT = re.compile(r"\{(?P<role>[a-z]+)(?P<all>\*?)\}")
WORD = re.compile(r"<(\w+)>")
OUTSIDE_WORDS = r"(?!(?<=\w)(?=\w))"

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
        self._lists: dict[str, list[Phrase]] = {}

    def find(self, key: str, seen: Seen) -> Iterator[Found]:
        """Every place where a phrase of the list `key` stands in a sentence."""
        if key not in self._lists:
            self._lists[key] = [Phrase(text, self) for text in self._texts(key)]
        present = self._present(seen)
        for phrase in self._lists[key]:
            if not any(need.isdisjoint(present) for need in phrase.needs):
                for match in phrase.pattern.finditer(seen.text):
                    yield self._found(match, seen)

    def says(self, key: str, seen: Seen, start: int = 0, end: int | None = None) -> bool:
        """Whether a phrase of the list `key` stands between two signs of a sentence."""
        return any(start <= f.start and (end is None or f.end <= end) for f in self.find(key, seen))

    def _present(self, seen: Seen) -> frozenset[str]:
        """Which `<word>`s of the file and names for which `{role}`s stand in a sentence."""
        if self.room not in seen.present:
            words = (f"<{word}>" for word, pattern in self.lexicon.table("words").items() if pattern.search(seen.text))
            roles = (f"{{{role}}}" for role, signs in self.roles.items() if any(sign in seen.text for sign in signs))
            seen.present[self.room] = frozenset((*words, *roles))
        return seen.present[self.room]

    def _texts(self, key: str) -> Sequence[str]:
        value: object = self.lexicon.data
        for part in key.split("."):
            value = value.get(part, []) if isinstance(value, Mapping) else []
        return value if isinstance(value, list) else []

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
    """One phrase of a book."""

    def __init__(self, text: str, book: PhraseBook) -> None:
        self._text, self._book = text, book
        self.needs = [need for need in needs(text) if not any(self._is_met_by_nothing(one) for one in need)]
        """What must stand in a sentence for the phrase to stand in it: of each of these one."""

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


@cache
def phrase_book(language: str, room: str, roles: Roles) -> PhraseBook:
    """The book of a room and a language; `roles` are the types of names that may stand in its slots."""
    return PhraseBook(language, room, roles)
