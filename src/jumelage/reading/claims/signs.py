"""Sentences in which each name and each date is one sign, so that phrases can be found around them.

A name is taken together with what only explains it: "Ningbo (Zhejiang)", "Bavaria, Germany", 日本北海道旭川市.
Names joined by commas and "and" (each language's `phrases.toml` and `parties.toml`) make a chain.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import clauses
from jumelage.reading.dates import DateMention, MentionKind
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.reading.names.inhabitants import inhabitants
from jumelage.reading.text.sentences import Sentence
from jumelage.reading.word_pattern import Pattern
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

PLACE, ORGANISATION, PERSON = EntityType.PLACE, EntityType.ORGANISATION, EntityType.PERSON
PARTY = (PLACE, ORGANISATION)
SIGNS = {PLACE: "\ue000", ORGANISATION: "\ue001", PERSON: "\ue002"}
DATE_SIGN = "\ue003"
ANY_NAME = "".join(SIGNS.values())
SIZES = (PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.CITY, PlaceLevel.DISTRICT, None)
GLOSS = re.compile(r"\s?[(（][^()（）]{1,40}[)）]")


@dataclass
class Seen:
    """A sentence with signs for its names and dates; durations and anniversaries stay words.

    `offsets` lead from the signs back into the text; `possible` remembers which phrases of which room can stand in it.
    """

    sentence: Sentence
    text: str
    offsets: Sequence[int]
    names: Mapping[int, Mention]
    dates: Mapping[int, DateMention]
    possible: dict[str, dict[str, list[Pattern]]] = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text behind a stretch of signs."""
        return self.offsets[start], self.offsets[end]

    def together(self, a: int, b: int) -> bool:
        """Whether two signs stand in one statement."""
        return bisect_right(self._cuts, self.offsets[a]) == bisect_right(self._cuts, self.offsets[b])

    def mentions(self, start: int = 0, end: int | None = None) -> list[Mention]:
        """The names between two signs."""
        return [m for i, m in self.names.items() if start <= i < (len(self.text) if end is None else end)]

    def chain(self, sign: int) -> tuple[Mention, ...]:
        """The names that are joined with the one at a sign, itself included, in their order."""
        return self._chains[sign]

    @cached_property
    def _cuts(self) -> list[int]:
        return [clause.end for clause in clauses(self.sentence)]

    @cached_property
    def _chains(self) -> dict[int, tuple[Mention, ...]]:
        chains: dict[int, tuple[Mention, ...]] = {}
        held: list[int] = []
        for sign in self.names:
            if held and not self._tied(held[-1], sign):
                chains |= dict.fromkeys(held, tuple(self.names[i] for i in held))
                held = []
            held.append(sign)
        return chains | dict.fromkeys(held, tuple(self.names[i] for i in held))

    def _tied(self, first: int, second: int) -> bool:
        a, b = self.names[first].type, self.names[second].type
        if (a is PERSON) != (b is PERSON):
            return False
        between = self.text[first + 1 : second]
        person, party, where = _ties(self.sentence.language)
        if b is PERSON:
            return person.fullmatch(between) is not None
        if self._apposed(between, second):
            return False
        return bool(party.fullmatch(between) or (a is ORGANISATION and b is PLACE and where.fullmatch(between)))

    def _apposed(self, between: str, second: int) -> bool:
        """Whether a name behind a comma only says what the one before is: "X, Y's sister city", "X, twin of Y"."""
        words = lexicon(self.sentence.language, "phrases")
        comma = between.lstrip().startswith(",")
        told_before = words["apposed"].fullmatch(between.strip(" ,"))
        return comma and bool(told_before or words["apposed_after"].match(self.text, second + 1))


@cache
def _ties(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands between two names of a chain: between persons, between parties, between a party and where it is."""
    shared, filler = lexicon(language, "phrases"), "|".join(lexicon(language, "parties").words("filler"))
    joint, where = "|".join(shared.words("and")), "|".join(shared.words("where")) or "(?!)"
    if language in WITHOUT_WORD_BOUNDARIES:
        tie = rf"\s*(?:、|,|，|{joint})\s*"
        return re.compile(rf"{tie}[^,，。；;]{{0,16}}"), re.compile(tie), re.compile(where)
    tie = rf"(?:\s*,\s*(?:(?:{joint})\s+)?|\s*(?:{joint})\s+)"
    fillers = rf"(?:(?:{filler})\s+){{0,4}}"
    patterns = (rf"{tie}(?:[\w'’.-]+\s+){{0,4}}", tie + fillers, rf"\s+(?:{where})\s+{fillers}")
    person, party, place = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return person, party, place


@lru_cache(maxsize=1)
def seen(text: AnnotatedText) -> tuple[Seen, ...]:
    """All sentences of a text, with signs for names and dates."""
    return tuple(_seen(text, sentence) for sentence in text.sentences)


def _seen(text: AnnotatedText, sentence: Sentence) -> Seen:
    spans: list[tuple[int, int, Mention | DateMention]] = list(_explained(text, sentence))
    spans += [(d.start, d.end, d) for d in text.dates_in(sentence) if d.kind is MentionKind.POINT]
    signs = ""
    offsets: list[int] = []
    names: dict[int, Mention] = {}
    dates: dict[int, DateMention] = {}
    at = sentence.start
    for start, end, what in sorted(spans, key=lambda s: (s[0], -s[1])):
        if start < at:
            continue
        signs += text.text[at:start]
        offsets += range(at, start)
        if isinstance(what, Mention):
            names[len(signs)] = what
            signs += SIGNS[what.type]
        else:
            dates[len(signs)] = what
            signs += DATE_SIGN
        offsets.append(start)
        at = end
    signs += text.text[at : sentence.end]
    offsets += range(at, sentence.end + 1)
    return Seen(sentence, signs, offsets, names, dates)


def _explained(text: AnnotatedText, sentence: Sentence) -> Iterator[tuple[int, int, Mention]]:
    """The names of a sentence, each with what only says where it lies or how it is written elsewhere."""
    dates = text.dates_in(sentence)
    held: tuple[int, int, Mention] | None = None
    for mention in sorted((*text.mentions_in(sentence), *inhabitants(text)[sentence.index]), key=lambda m: m.start):
        if held and mention.start < held[1]:
            continue
        if held and (joined := _joined(text, held, mention)):
            held = joined
        else:
            if held:
                yield held
            held = (mention.start, mention.end, mention)
        gloss = GLOSS.match(text.text, held[1], sentence.end)
        if gloss and not any(gloss.start() <= d.start < gloss.end() for d in dates):
            held = (held[0], gloss.end(), held[2])
    if held:
        yield held


def _joined(text: AnnotatedText, held: tuple[int, int, Mention], mention: Mention) -> tuple[int, int, Mention] | None:
    """Two names as one where the one only says in what country or region the other lies."""
    between = text.text[held[1] : mention.start]
    if held[2].type is not PLACE or mention.type is not PLACE or len(between) > 3:
        return None
    a, b = text.entity(held[2]), text.entity(mention)
    if a.country != b.country or a == b:
        return None
    if between in {"", "'s ", "’s "} and SIZES.index(a.level) < SIZES.index(b.level):
        return held[0], mention.end, mention
    if between.strip() in (",", "") and between and SIZES.index(b.level) < SIZES.index(a.level):
        return held[0], mention.end, held[2]
    return None
