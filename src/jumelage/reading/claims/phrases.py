"""Phrases with slots for names: "delegation from {visitor}", "{head}率团访问{host}".

A room's file says in which phrases its roles stand; what a phrase finds is told by the words around a name, not by the
order of names. In a phrase

    {role}    is one name, or several in a row ("A, B and C"), of the types the room gives to the role,
    {role*}   all such names up to the end of the clause,
    {date}    a date,
    {rest}    what follows up to the end of the statement,
    <word>    any of the expressions that the file lists under `words`,
    ..        a few words of the same clause with no name among them,
    ...       the same, with or without names,
    ~         any ending of a word,

and everything else is a regular expression. Names are matched as one sign each, together with what only explains them:
"Ningbo (Zhejiang)", "Schleswig-Holstein, Germany", 日本北海道旭川市.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import clauses
from jumelage.reading.dates import DateMention, MentionKind
from jumelage.reading.lexicon import NO_MATCH, WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.reading.text.sentences import Sentence
from jumelage.reading.word_pattern import Pattern, PatternGroup, WordPattern
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

PLACE, ORGANISATION, PERSON = EntityType.PLACE, EntityType.ORGANISATION, EntityType.PERSON
PARTY = (PLACE, ORGANISATION)
SIGNS = {PLACE: "\ue000", ORGANISATION: "\ue001", PERSON: "\ue002"}
DATE_SIGN = "\ue003"
ANY_NAME = "".join(SIGNS.values())
STATEMENT_END = ";；。！？"
CLAUSE_END = ";:；：。!?！？"
SLOT = re.compile(r"\{(?P<role>[a-z]+)(?P<rest>\*?)\}")
REFERENCE_TO_WORDS = re.compile(r"<(\w+)>")
SIZES = (PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.CITY, PlaceLevel.DISTRICT, None)
OUTSIDE_WORDS = r"(?!(?<=\w)(?=\w))"
GLOSS = re.compile(r"\s?[(（][^()（）]{1,40}[)）]")

Roles = Mapping[str, tuple[EntityType, ...]]


@dataclass(slots=True)
class Seen:
    """A sentence in which each name and each date is one sign; durations and anniversaries stay words.

    `offsets` lead from the signs back into the text.
    """

    sentence: Sentence
    text: str
    offsets: Sequence[int]
    names: Mapping[int, Mention]
    dates: Mapping[int, DateMention]

    def index(self, offset: int) -> int:
        """The sign that stands at an offset of the text."""
        return max(i for i, o in enumerate(self.offsets) if o <= offset)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text behind a stretch of signs."""
        return self.offsets[start], self.offsets[end]

    def together(self, a: int, b: int) -> bool:
        """Whether two signs stand in one statement."""
        cuts = [c.end for c in clauses(self.sentence)]
        return bisect_right(cuts, self.offsets[a]) == bisect_right(cuts, self.offsets[b])

    def mentions(self, start: int = 0, end: int | None = None) -> list[Mention]:
        return [m for i, m in self.names.items() if start <= i < (len(self.text) if end is None else end)]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a phrase was found, in signs, with the names in its slots and the stretch of its `{rest}`."""

    start: int
    end: int
    names: Mapping[str, tuple[Mention, ...]]
    rest: tuple[int, int] | None = None


class PhraseBook:
    """The phrases of one file of one language, each list ready to be found."""

    def __init__(self, language: str, room: str, roles: tuple[tuple[str, tuple[EntityType, ...]], ...]) -> None:
        self.lexicon = lexicon(language, room)
        self._roles = dict(roles)
        self._bounded = language not in WITHOUT_WORD_BOUNDARIES
        self._lists: dict[str, PatternGroup] = {}
        shared = lexicon(language, "phrases")
        joint, where = "|".join(shared.words("and")), "|".join(shared.words("where"))
        self._joint = (
            rf"(?:\s*,\s*(?:(?:{joint})\s+)?|\s*(?:{joint})\s+|(?<={SIGNS[ORGANISATION]})\s+(?:{where})\s+)"
            r"(?:[\w'’-]+\s+){0,3}"
            if self._bounded
            else rf"\s*(?:、|,|，|{joint})\s*"
        )

    def find(self, key: str, seen: Seen) -> Iterator[Found]:
        """Every place where a phrase of the list `key` stands in a sentence."""
        if key not in self._lists:
            self._lists[key] = PatternGroup(self._compiled(phrase) for phrase in self._phrases(key))
        for _, pattern in self._lists[key].possible(seen.text):
            for match in pattern.finditer(seen.text):
                yield self._found(match, seen)

    def says(self, key: str, seen: Seen, start: int = 0, end: int | None = None) -> bool:
        """Whether a phrase of the list `key` stands between two signs of a sentence."""
        return any(start <= f.start and (end is None or f.end <= end) for f in self.find(key, seen))

    def _phrases(self, key: str) -> Sequence[str]:
        value: object = self.lexicon.data
        for part in key.split("."):
            value = value.get(part, []) if isinstance(value, Mapping) else []
        return value if isinstance(value, list) else []

    def _found(self, match: re.Match[str], seen: Seen) -> Found:
        names: dict[str, tuple[Mention, ...]] = {}
        groups = match.groupdict()
        for group in groups.keys() - {"rest"}:
            role = group.rpartition("_")[0]
            signs = "".join(SIGNS[t] for t in self._roles[role])
            at = [i for i in range(*match.span(group)) if seen.text[i] in signs]
            names[role] = (*names.get(role, ()), *(seen.names[i] for i in at))
        return Found(match.start(), match.end(), names, match.span("rest") if groups.get("rest") else None)

    def _compiled(self, phrase: str) -> Pattern:
        words = self.lexicon.data.get("words", {})
        phrase = REFERENCE_TO_WORDS.sub(lambda m: f"(?:{'|'.join(words[m[1]])})", phrase)
        phrase = REFERENCE_TO_WORDS.sub(lambda m: f"(?:{'|'.join(words[m[1]])})", phrase)
        body, at = "", 0
        for number, slot in enumerate(SLOT.finditer(phrase)):
            body += self._expression(phrase[at : slot.start()]) + self._slot(slot["role"], slot["rest"], number)
            at = slot.end()
        body += self._expression(phrase[at:])
        if not body or not self._bounded:
            return re.compile(body, re.IGNORECASE) if body else NO_MATCH
        return WordPattern(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)

    def _expression(self, words: str) -> str:
        """The regular expression for a stretch of a phrase without slots."""
        words = re.sub(r" ?(\.{2,3}) ?", r"\1", words).replace(" ?", r"\s*").replace(" ", r"\s+").replace("~", r"\w*")
        near, far = (60, 120) if self._bounded else (16, 40)
        for sign, length, excluded in (("...", far, ""), ("..", near, ANY_NAME)):
            gap = f"[^{CLAUSE_END}{excluded}]{{0,{length}}}?"
            words = words.replace(sign, f"{OUTSIDE_WORDS}{gap}{OUTSIDE_WORDS}" if self._bounded else gap)
        return words

    def _slot(self, role: str, rest: str, number: int) -> str:
        if role == "date":
            return DATE_SIGN
        if role == "rest":
            return f"(?P<rest>[^{STATEMENT_END}]+)"
        name = f"[{''.join(SIGNS[t] for t in self._roles[role])}]"
        more = rf"[^{CLAUSE_END}]*" if rest else rf"(?:{self._joint}{name})*"
        return f"(?P<{role}_{number}>{name}{more})"


@cache
def phrase_book(language: str, room: str, roles: tuple[tuple[str, tuple[EntityType, ...]], ...]) -> PhraseBook:
    return PhraseBook(language, room, roles)


def seen(text: AnnotatedText) -> list[Seen]:
    """All sentences of a text, with signs for names and dates."""
    return [_seen(text, sentence) for sentence in text.sentences]


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
    for mention in text.mentions_in(sentence):
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
    if held[2].type is not PLACE or mention.type is not PLACE or len(between) > 2:
        return None
    a, b = text.entity(held[2]), text.entity(mention)
    if a.country != b.country or a == b:
        return None
    if between == "" and SIZES.index(a.level) < SIZES.index(b.level):
        return held[0], mention.end, mention
    if between.strip() in (",", "") and between and SIZES.index(b.level) < SIZES.index(a.level):
        return held[0], mention.end, held[2]
    return None
