"""Finds names of persons in languages that write names with capitals.

A run of capitalised words is a person's name when something says so: an office or "Ms" before it, an office after it, a
given name, an initial, or an East Asian surname in front. What speaks louder weighs more.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from jumelage.reading.lexicon import Lexicon, lexicon
from jumelage.reading.names.named import Named
from jumelage.reading.names.persons.given import is_given_name, surname_first
from jumelage.reading.names.titles import Title, find_titles
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

ADDRESSED, HOLDING, GIVEN, SHAPED = 4.0, 3.5, 2.5, 1.5
"""Weights: an office or "Ms" right before; an office in apposition; a known given name; an initial, a surname first."""

TOKEN = re.compile(
    r"(?P<initial>(?:[A-ZÀ-Þ]\.-?)+(?=\s?[A-ZÀ-Þ]|\s+(?:van|von|de)\b))|(?P<word>[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*)|(?P<other>\S)"
)
SAME_LINE = re.compile(r"[ \u00a0]?|[ \u00a0]*\n[ \u00a0]*(?![\w ]{1,30}:)")
ELIDED = re.compile(r"[dDlLO]['’][A-ZÀ-Þ]")
LONGEST = 6
LONGEST_ADDRESS = 40


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    particle: bool = False
    initial: bool = False


def find_in_latin(sentence: Sentence, places: Sequence[Named], organisations: Sequence[Named]) -> Iterator[Named]:
    """The names of persons a sentence names, by offsets in the text."""
    scene = _Scene(sentence, places, organisations)
    for run in scene.runs():
        context = _Context(scene, run)
        found = context.name()
        if not found:
            continue
        start, end, weight = found
        start, end = start + sentence.start, end + sentence.start
        if weight < ADDRESSED and any(o.weight >= weight and o.start <= start and end <= o.end for o in organisations):
            continue
        is_place = any(p.start <= start and end <= p.end for p in places)
        if is_place and not context.honoured and (weight < HOLDING or len(run) == 1):
            continue
        yield Named(start, end, EntityType.PERSON, weight=weight)


class _Scene:
    """A sentence with what decides where names may stand; all offsets are into the sentence."""

    def __init__(self, sentence: Sentence, places: Sequence[Named], organisations: Sequence[Named]) -> None:
        self.text, self.language = sentence.text, sentence.language
        self.titles = find_titles(sentence.text, sentence.language)
        self.patterns = _patterns(sentence.language)
        known = [*places, *(o for o in organisations if o.weight >= 1)]
        self.bodies = {
            (n.start - sentence.start, n.end - sentence.start): n.type is EntityType.ORGANISATION for n in known
        }
        self.served = [body for title in self.titles for body in self.bodies if self._serves(title, body)]
        """Whom an office serves: "Lord Mayor of | Melbourne | Sally Capp"."""

    def _serves(self, title: Title, body: tuple[int, int]) -> bool:
        adjective = self.text[body[0]].islower() and self.text[title.end : body[0]] == " "
        return adjective or self.patterns.of.fullmatch(self.text, title.end, body[0]) is not None

    def _is_elsewhere(self, word: _Word, run: Sequence[_Word]) -> bool:
        """Whether a word after a small one begins a body or a place and is no surname: "van der Velde" is one."""
        after_particle = run[-1].particle and run[-1].text.islower()
        of_the = run[-2].particle
        return after_particle and any(
            start == word.start and (is_body or not of_the) for (start, _), is_body in self.bodies.items()
        )

    def announces(self, position: int) -> bool:
        """Whether an office, or whom it serves, stands right before a position."""
        near = range(position - LONGEST_ADDRESS, position)
        ends = [title.end for title in self.titles] + [end for _, end in self.served]
        return any(end in near and self.patterns.direct.fullmatch(self.text, end, position) for end in ends)

    def runs(self) -> Iterator[list[_Word]]:
        """Stretches of words that could be one name; titles and forms of address are no part of one.

        A place or an organisation after a small word is not the surname: "Jan Peeters van | Gent".
        """
        words = lexicon(self.language, "persons")
        taken = [(t.outset, t.end) for t in self.titles] + self.served
        taken += [m.span() for m in words["honorifics"].finditer(self.text) if m.end() - m.start() > 1 or "." in m[0]]
        run: list[_Word] = []
        for match in TOKEN.finditer(self.text):
            usable = (word := self._word(match, words, run)) is not None and not any(
                start < word.end and word.start < end for start, end in taken
            )
            if run and not (usable and SAME_LINE.fullmatch(self.text, run[-1].end, match.start())):
                yield from _trimmed(run)
                run = []
            if usable and word:
                run.append(word)
        yield from _trimmed(run)

    def _word(self, match: re.Match[str], words: Lexicon, run: Sequence[_Word]) -> _Word | None:
        """The word as it may go on with a run; None where it cannot be part of a name."""
        if match["other"]:
            return None
        text = match[0]
        particle = _is_particle(text, self.language)
        named = (text[0].isupper() or ELIDED.match(text)) and (
            not words["not_names"].fullmatch(text) or (len(run) == 1 and is_given_name(run[0].text))
        )
        if not particle and not named:
            return None
        word = _Word(match.start(), match.end(), text, particle, initial=match["initial"] is not None)
        return None if len(run) > 1 and self._is_elsewhere(word, run) else word


@lru_cache(maxsize=4096)
def _is_particle(word: str, language: str) -> bool:
    return lexicon(language, "persons")["particles"].fullmatch(word) is not None


def _trimmed(run: list[_Word]) -> Iterator[list[_Word]]:
    """The run without small words at its ends; "Van de Laar" keeps its own."""
    while run and run[-1].particle:
        run = run[:-1]
    while run and ((run[0].particle and run[0].text.islower()) or ELIDED.match(run[0].text)):
        run = run[1:]
    if run and len(run) <= LONGEST and any(not w.initial and not w.particle for w in run):
        yield run


class _Context:
    """What stands around a run of words in its sentence."""

    def __init__(self, scene: _Scene, run: Sequence[_Word]) -> None:
        self.run = run
        text, patterns, start, end = scene.text, scene.patterns, run[0].start, run[-1].end
        before = next((t for t in reversed(scene.titles) if t.end <= start), None)
        after = next((t for t in scene.titles if t.outset >= end), None)
        self.honoured = patterns.honorific_before.search(text, max(0, start - LONGEST_ADDRESS), start) is not None
        self.titled = scene.announces(start)
        self.appositive = after is not None and patterns.apposed.fullmatch(text, end, after.outset) is not None
        self.announced = before is not None and patterns.announced.fullmatch(text, before.end, start) is not None

    def name(self) -> tuple[int, int, float] | None:
        """Start, end and weight of the name in the run, if there is one."""
        run = self.run
        full = [w for w in run if not w.particle]
        if self.titled or self.honoured:
            run = self._cut_to_surname_first(run)
            return run[0].start, run[-1].end, ADDRESSED
        if len(full) < 2:
            return None
        if given := self._from_given_name():
            weight = HOLDING if self.appositive or self.announced else GIVEN if is_given_name(given[0].text) else SHAPED
            return given[0].start, given[-1].end, weight
        cut = self._cut_to_surname_first(run)
        if surname_first(" ".join(w.text for w in cut)):
            held = self.appositive or self.announced
            return cut[0].start, cut[-1].end, HOLDING if held else SHAPED
        if self.appositive or self.announced:
            return run[0].start, run[-1].end, HOLDING - 1
        return None

    def _from_given_name(self) -> Sequence[_Word] | None:
        for index, word in enumerate(self.run[:-1]):
            if word.initial or is_given_name(word.text):
                return self.run[index:]
        return None

    def _cut_to_surname_first(self, run: Sequence[_Word]) -> Sequence[_Word]:
        """Leaves out what follows a name of two words that begins with its surname: "Xu Jianping | Met"."""
        for length in (3, 2):
            if len(run) >= length and surname_first(" ".join(w.text for w in run[:length])):
                return run[:length]
        return run


@dataclass(frozen=True, slots=True)
class _Patterns:
    honorific_before: re.Pattern[str]
    direct: re.Pattern[str]
    apposed: re.Pattern[str]
    announced: re.Pattern[str]
    of: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    honorific = lexicon(language, "persons").any_of("honorifics")
    posts = lexicon(language, "posts")
    honorifics = rf"(?:(?:{honorific})\s*)*"
    flags = re.IGNORECASE
    return _Patterns(
        honorific_before=re.compile(rf"(?<!\w)(?:{honorific})\s*(?:\n\s*)?$", flags),
        direct=re.compile(rf"(?:\s+(?:{posts.any_of('former_after')}))?\s+{honorifics}", flags),
        apposed=re.compile(
            r"(?:\s*\(\d+(?:\s\w+)?\))?\s*[,(–—-]\s*(?:\d\d(?:\s\w+)?,\s*)?(?:[\w'’&./-]+\s+){0,6}?(?:[\w'’&./]+[-'’])?",
            flags,
        ),
        announced=re.compile(rf"(?:\s+[\w'’&.()-]+){{0,10}}\s*[,:]\s+{honorifics}", flags),
        of=re.compile(rf"\s+(?:{posts.any_of('of')})(?:\s+|(?<=['’]))", flags),
    )
