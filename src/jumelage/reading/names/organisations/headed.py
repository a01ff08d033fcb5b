"""Finds the names of organisations that grow from a head word, in languages that write names with capitals.

A name takes in the capitalised words before its head ("Jilin Agricultural University"), as far as the head's language
puts them there, and what small words join to it behind ("Université océanique du Guangdong"). A head without a name
beside it names nothing; nor does a small one with an indefinite article or only the adjective of a country before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from jumelage.reading.gazetteer import gazetteer
from jumelage.reading.lexicon import Lexicon, languages, lexicon
from jumelage.reading.names.named import Named
from jumelage.reading.names.organisations.capitals import NOUNS_CAPITALISED, WORD, named
from jumelage.reading.names.words import Word, WordKind, words
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import PlaceLevel

PAIR = rf"{WORD}(?:–{WORD})?"
WORD_AFTER = re.compile(rf"\s+(?P<name>{PAIR})")
WORD_HERE = re.compile(rf"(?P<name>{PAIR})")
QUOTE_AFTER = re.compile(r"""\s+["“„«‘]\s?(?P<name>[^"”“»’]{2,60}?)\s?["”“»’]""")
WORD_BEFORE = re.compile(
    rf"(?<![\w'’.-])(?P<name>{WORD}|[a-zà-þ][\w'’-]*|\([A-Z][a-z]+\))(?:\s+(?:&\s+|(?P<and>and\s+|en\s+|und\s+))?|-)$"
)
TWO_WORDS_BEFORE = re.compile(r"(?:[\w'’]+\s)?[\w'’]+(?=\s$)")
CLOSING_QUOTES = '"”“»’'
LAST_WORD = re.compile(r"[\w'’-]+$")
SMALL_WORD = re.compile(r"\s[a-zà-þ]")
WITH_CAPITALS = set(languages()) - {"zh"}
LONG_ENOUGH = 6
LONGEST_WORD = 40
MOST_INNER = 4
"""So many small phrases may stand between a head word and its name."""
NOTHING_AFTER = {"legal form": "company"}
"""Heads that end a name, and the kind of organisation they make."""
OF_A_COUNTRY = {"embassy"}
"""Kinds of which a country has one somewhere, so that its adjective is name enough."""
NAMED_WITHOUT_HEAD = {"company", "association"}
"""Kinds that are also called without the head word before their name: "brouwerij Haacht", "Haacht"."""
HEADED, STANDING_ALONE = 3.0, 1.1


@dataclass(frozen=True, slots=True)
class Head:
    """A head word by its offsets in the sentence; `terms` are of its own language."""

    kind: str
    start: int
    end: int
    terms: Lexicon


def find_headed(sentence: Sentence, places: Sequence[Named]) -> Iterator[Named]:
    """The names in a sentence that have a head word."""
    terms, ends = lexicon(sentence.language, "organisations"), 0
    heads = _heads(sentence.text, terms)
    for head in heads:
        if head.start < ends:
            continue
        growth = _Growth(sentence, head, terms, places)
        if growth.names_something():
            ends = growth.end
            kind = _kind(sentence.text, heads, growth)
            yield named(sentence, (growth.start, growth.end), HEADED, NOTHING_AFTER.get(kind, kind), growth.proper)
    for match in terms["standing_alone"].finditer(sentence.text):
        if match.start() or not match[0][0].isupper():
            yield named(sentence, match.span(), STANDING_ALONE)


def _heads(text: str, terms: Lexicon) -> list[Head]:
    """The head words of a sentence, in order; of those that begin alike the longest first.

    A name may stand in its own language in a text of another, so long foreign head words count too.
    """
    found = [_head(kind, m, terms) for kind, p in terms.possible("kinds", text) for m in p.finditer(text)]
    for language in sorted(WITH_CAPITALS - {terms.language}):
        foreign = lexicon(language, "organisations")
        for kind, pattern in foreign.possible("kinds", text):
            capitalised = (m for m in pattern.finditer(text) if text[m.start()].isupper() and len(m[0]) >= LONG_ENOUGH)
            found += (_head(kind, m, foreign) for m in capitalised)
    return sorted(found, key=lambda head: (head.start, -head.end))


def _head(kind: str, match: re.Match[str], terms: Lexicon) -> Head:
    return Head(kind.replace("_", " "), match.start(), match.end(), terms)


class _Growth:
    """A head word with the words to both sides that belong to its name; all offsets are into the sentence."""

    def __init__(self, sentence: Sentence, head: Head, terms: Lexicon, places: Sequence[Named]) -> None:
        self.sentence, self.text, self.head, self.terms, self.places = sentence, sentence.text, head, terms, places
        self.small = self.text[head.start].islower()
        self.plain = self.small or sentence.language in NOUNS_CAPITALISED
        """Whether the head word is written as any noun is."""
        self.start = self._left()
        self.end = head.end if head.kind in NOTHING_AFTER else self._right()

    def names_something(self) -> bool:
        """Whether there is a name beside the head, and it is neither a government's nor of something else."""
        if self.is_head_alone and not self._is_written_as_name():
            return False
        if self.terms["no_organisation"].fullmatch(self.text[self.start : self.end]):
            return False
        if self.plain and (self._is_indefinite() or self._has_only_a_country()):
            return False
        return not self.terms["governments"].fullmatch(self._without_places().lower())

    @property
    def is_head_alone(self) -> bool:
        return (self.start, self.end) == (self.head.start, self.head.end)

    def _is_written_as_name(self) -> bool:
        """Whether a head alone is a name: of several words with capitals, "the Chamber of Commerce"."""
        first, *_, last = self.text[self.start : self.end].split(" ") * 2
        if not self._grows_left:
            return first != last and first[0].isupper() and self.start > 0
        return first != last and first[0].isupper() and last[0].isupper()

    @property
    def proper(self) -> int | None:
        """Where the name begins that is used without the small head word before it too."""
        direct = WORD_AFTER.match(self.text, self.head.end)
        if not (
            direct
            and (self.plain or not self.start)
            and self.start == self.head.start
            and self.head.kind in NAMED_WITHOUT_HEAD
        ):
            return None
        start = direct.start("name")
        return start if start < self.end and not self._place_at(start) else None

    @cached_property
    def _grows_left(self) -> bool:
        return bool(self.head.terms.data.get("grows_left")) or self.head.kind in NOTHING_AFTER

    def _left(self) -> int:
        """Where the words before the head begin that belong to its name; small ones only if a name is before them."""
        start = at = self.head.start
        while before := WORD_BEFORE.search(self.text, max(0, at - LONGEST_WORD), at):
            word = before["name"]
            if not self.head.terms["before_head"].fullmatch(word) and not self._belongs(before, at):
                break
            at = before.start()
            start = start if word[0].islower() else at
        return start

    def _belongs(self, before: re.Match[str], at: int) -> bool:
        """Whether a word with a capital before the name as far as it is known, at an offset, belongs to it too."""
        word = before["name"]
        if word[0].islower() or self._is_no_part(word) or not (self._grows_left or self.text[at - 1] == "-"):
            return False
        return not before["and"] or self._joins_topics(word, at)

    def _is_no_part(self, word: str) -> bool:
        forms = (word, word.capitalize()) if word.isupper() else (word,)
        return any(terms["no_part"].fullmatch(form) for terms in (self.terms, self.head.terms) for form in forms)

    def _joins_topics(self, word: str, at: int) -> bool:
        """Whether "and" stands between two matters one office deals with: "Development and Reform Commission"."""
        topics = self.head.terms["topics"]
        return topics.fullmatch(word) is not None and topics.match(self.text, at) is not None

    def _right(self) -> int:
        """Where the words behind the head end that belong to its name."""
        inside = end = self.head.end
        for _ in range(MOST_INNER):
            if self._name_end(inside) or self.text[inside : inside + 1] != " ":
                break
            inner = self._adjective(inside + 1) or self.head.terms["inner"].match(self.text, inside + 1)
            if not inner:
                break
            inside = inner.end()
        if not self._name_end(inside):
            return end if self.small or not self.head.start else inside
        end = inside
        while self.text[end - 1] not in CLOSING_QUOTES and (further := self._name_end(end) or self._adjective_end(end)):
            end = further
        return end

    def _adjective_end(self, at: int) -> int | None:
        """Where the adjective ends that belongs to the matter named before it: "Affaires étrangères"."""
        matter = LAST_WORD.search(self.text, self.head.end, at)
        if not matter or not self.head.terms["topics"].fullmatch(matter[0]) or self.text[at : at + 1] != " ":
            return None
        adjective = self._adjective(at + 1)
        return adjective.end() if adjective else None

    def _adjective(self, at: int) -> re.Match[str] | None:
        return self.head.terms["adjectives"].match(self.text, at)

    def _name_end(self, at: int) -> int | None:
        """Where the name behind an offset ends, with the small words that join it; None where there is none."""
        if quote := QUOTE_AFTER.match(self.text, at):
            return quote.end()
        after = at + self.text[at : at + 1].isspace()
        link = self.head.terms["links"].match(self.text, after) or self.terms["links"].match(self.text, after)
        name = WORD_AFTER.match(self.text, link.end() if link else at)
        name = name or (WORD_HERE.match(self.text, link.end()) if link else None)
        if not name:
            return None
        if self.terms["articles"].fullmatch(name["name"]):
            name = WORD_AFTER.match(self.text, name.end())
        if not name or self._is_no_part(name["name"]):
            return None
        return name.end() if link or self._may_follow(name, at) else None

    def _may_follow(self, name: re.Match[str], at: int) -> bool:
        """Whether a word directly behind is a name; of German nouns only what an adjective or its form shows as one."""
        if name.start("name") not in self._nouns or self._place_at(name.start("name")):
            return True
        if any(a.end == at for a in self._words if a.kind is WordKind.ADJECTIVE and a.start >= self.head.end):
            return True
        return not self.terms["no_apposition"].fullmatch(name["name"])

    @cached_property
    def _words(self) -> Sequence[Word]:
        return words(self.text, self.sentence.language) if self.sentence.language in NOUNS_CAPITALISED else ()

    @cached_property
    def _nouns(self) -> set[int]:
        return {w.start for w in self._words if w.kind is WordKind.NOUN}

    def _place_at(self, start: int) -> bool:
        return any(p.start == self.sentence.start + start for p in self.places)

    def _is_indefinite(self) -> bool:
        before = TWO_WORDS_BEFORE.search(self.text, max(0, self.start - LONGEST_WORD), self.start)
        indefinite = self.terms["indefinite"]
        return before is not None and any(indefinite.fullmatch(word.lower()) for word in before[0].split())

    def _has_only_a_country(self) -> bool:
        """Whether the adjective of a country is all there is: "Chinese universities"."""
        if self.end > self.head.end or self.head.kind in OF_A_COUNTRY:
            return False
        before = self.text[self.start : self.head.start].strip()
        hits = gazetteer().find(before, self.sentence.language)
        return any(
            h.adjective and h.places[0].level is PlaceLevel.COUNTRY and h.end - h.start == len(before) for h in hits
        )

    def _without_places(self) -> str:
        """The words of the name that are not a place's; its head word is never one."""
        kept = list(self.text[self.start : self.end])
        for place in self.places:
            first, last = place.start - self.sentence.start, place.end - self.sentence.start
            outside = last <= self.head.start or self.head.end <= first
            if self.start <= first and last <= self.end and outside:
                kept[first - self.start : last - self.start] = " " * (last - first)
        return " ".join("".join(kept).split())


def _kind(text: str, heads: Sequence[Head], growth: _Growth) -> str:
    """The kind that the last of several head words in a row tells: "Antwerp University Science Park" is a park."""
    small = SMALL_WORD.search(text, growth.head.start, growth.end)
    row_end = small.start() if small else growth.end
    start = growth.head.start
    return [h.kind for h in heads if start <= h.start < row_end or h.start == start][-1]
