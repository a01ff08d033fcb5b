"""Finds offices with what they deal with and whom they serve: "deputy for economy of the Province of Antwerp"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.lexicon import NO_MATCH, Lexicon, lexicon
from jumelage.reading.names.titles import Service, Title, find_titles, is_plural, uninflected
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

WORD = re.compile(r"[^\W\d_][\w.'’&-]*")
CAPITALISED = re.compile(r"[A-ZÀ-Þ]")
NEAR = 200
"""Characters to either side of an office within which whom it serves is looked for."""
LONGEST_DEPARTMENT = 14
"""Characters of Chinese between a body's name and an office that may be a part of that body."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it stands in the text, from its article or the name before it to the last word of whom it serves."""

    start: int
    end: int
    title: str
    of: tuple[Mention, ...]
    former: bool
    plural: bool
    service: Service

    @property
    def served(self) -> Mention | None:
        return self.of[0] if self.of else None


def offices_in(text: AnnotatedText, sentence: Sentence) -> list[Office]:
    """The offices of a sentence, in order."""
    titles = find_titles(sentence.text, sentence.language)
    if not titles:
        return []
    offices: list[Office] = []
    mentions = _names_proper(text, sentence, titles)
    for index, title in enumerate(titles):
        after = titles[index + 1].outset if index + 1 < len(titles) else len(sentence.text)
        before = titles[index - 1].end if index else 0
        first = bisect_left(mentions, sentence.start + title.outset - NEAR, key=lambda m: m.start)
        last = bisect_left(mentions, sentence.start + title.end + NEAR, key=lambda m: m.start)
        near = mentions[first:last]
        if not any(m.start <= sentence.start + title.start and sentence.start + title.end <= m.end for m in near):
            offices.append(_Phrase(text, sentence, near, title, before, after).office())
    return offices


def _names_proper(text: AnnotatedText, sentence: Sentence, titles: Sequence[Title]) -> list[Mention]:
    """The mentions of a sentence without those that are only words of a title: "European Affairs"."""
    portfolio = lexicon(sentence.language, "posts")["portfolio"]
    within = lexicon(sentence.language, "posts")["within_portfolio"]
    kept = []
    for mention in text.mentions_in(sentence):
        index = bisect_right(titles, mention.start - sentence.start, key=lambda t: t.start) - 1
        inside = index >= 0 and mention.end <= sentence.start + titles[index].end
        words = WORD.findall(text.text[mention.start : mention.end])
        topics = mention.type is EntityType.ORGANISATION and all(
            portfolio.fullmatch(w) or within.fullmatch(w) for w in words
        )
        if mention.type is EntityType.PERSON or not (inside or (topics and sentence.language != "zh")):
            kept.append(mention)
    return kept


class _Phrase:
    """Grows a title to both sides. All its offsets are into the document's repaired text."""

    def __init__(
        self,
        text: AnnotatedText,
        sentence: Sentence,
        mentions: Sequence[Mention],
        title: Title,
        before: int,
        after: int,
    ) -> None:
        self.text, self.title = text.text, title
        self.language = sentence.language
        self.words = lexicon(sentence.language, "posts")
        self.patterns = _patterns(sentence.language)
        self.mentions = mentions
        self.written = text.repaired.written
        self.start, self.end = sentence.start + title.start, sentence.start + title.end
        self.outset = sentence.start + title.outset
        self.department = ""
        self._leave_names_out()
        self.core = self.start, self.end
        """The office with its rank, without what it deals with."""
        self.floor = max([sentence.start + before, *(m.end for m in mentions if m.end <= self.outset)])
        self.ceiling = sentence.start + after

    def office(self) -> Office:
        served = self._right()
        body = self._left()
        core = uninflected(re.sub(r"\s+", " ", self.written[self.core[0] : self.core[1]]), self.language)
        if self.title.former and self.written[self.outset].isupper():
            core = core[0].upper() + core[1:]
        before = self.department + self.written[self.start : self.core[0]]
        title = re.sub(r"\s+", " ", (before + core + self.written[self.core[1] : self.end]).strip(" -"))
        former = self.title.former or self._former_after()
        last = served[-1].end if served else self.end
        if body and not served:
            served = (body,)
        start = body.start if body else self._without_articles()
        return Office(
            start, max(last, self.end), title, served, former, is_plural(self.title, self.language), self.title.service
        )

    def _leave_names_out(self) -> None:
        """Cuts from the title what belongs to a name that reaches into it: "président | du Conseil régional"."""
        for mention in self.mentions:
            if mention.start <= self.start < mention.end < self.end:
                rest = self.text[mention.end : self.end]
                if any(t.start == 0 and t.end == len(rest) for t in find_titles(rest, self.language)):
                    self.start = self.outset = mention.end
            elif self.start < mention.start < self.end < mention.end:
                link = self.patterns.trailing_of.search(self.text[self.start : mention.start])
                self.end = self.start + link.start() if link else mention.start

    # to the right: what it deals with, whom it serves

    def _right(self) -> tuple[Mention, ...]:
        self.end += self._portfolio(self._stretch(self.end))
        mention = self._next(self.end)
        if not mention or mention.start > self.ceiling or mention.type is EntityType.PERSON:
            return ()
        gap = self.text[self.end : mention.start]
        if self.words["envoys"].fullmatch(self.title.head) and self.patterns.posted.fullmatch(gap):
            self.end = mention.end
            return ()
        if not self.patterns.of.fullmatch(gap):
            return ()
        served = [mention]
        if is_plural(self.title, self.language):
            while (more := self._next(served[-1].end)) and self.patterns.conjunction.fullmatch(
                self.text[served[-1].end : more.start]
            ):
                if more.type is EntityType.PERSON:
                    break
                served.append(more)
        return tuple(served)

    def _stretch(self, position: int) -> str:
        mention = self._next(position)
        return self.text[position : min(self.ceiling, mention.start if mention else self.ceiling)]

    def _next(self, position: int) -> Mention | None:
        return next((m for m in self.mentions if m.start >= position), None)

    def _portfolio(self, stretch: str) -> int:
        """How many characters after the office's own words say what it deals with."""
        charge = self.patterns.in_charge_of.match(stretch)
        link = charge or self.patterns.portfolio_of.match(stretch)
        first = WORD.search(stretch)
        if not link and not (first and self.words["portfolio"].fullmatch(first[0])):
            return 0
        free = charge or (link and self.words["portfolio_heads"].fullmatch(self.title.head))
        position = link.end() if link else len(stretch) - len(stretch.lstrip())
        if position == 0:
            return 0
        taken = 0
        while word := WORD.match(stretch, position):
            known = self.words["portfolio"].fullmatch(word[0].rstrip(".")) is not None
            joins = self.words["within_portfolio"].fullmatch(word[0]) is not None
            if known or (free and not joins and not self.words["portfolio_ends"].fullmatch(word[0])):
                taken = word.end()
            elif not joins:
                break
            gap = self.patterns.within.match(stretch, word.end())
            if not gap:
                break
            position = gap.end()
        return len(stretch[:taken].rstrip(".'’ "))

    def _former_after(self) -> bool:
        return self.patterns.former_after.match(self.text, self.end) is not None

    # to the left: compounds, articles, whose it is

    def _left(self) -> Mention | None:
        """The name right before the office that says whom it serves. Widens the title by its compounds."""
        if not self.title.former:
            self._widen()
        mention = next((m for m in reversed(self.mentions) if m.start < self.outset < m.end), None)
        if mention and mention.type is EntityType.PLACE:
            return mention
        mention = next((m for m in reversed(self.mentions) if m.end <= self.outset), None)
        if not mention or mention.type is EntityType.PERSON or mention.end < self.floor:
            return None
        gap = self.text[mention.end : self.outset]
        if self.language == "zh":
            return self._chinese_body(mention, gap)
        return mention if self.patterns.belonging.fullmatch(gap) else None

    def _chinese_body(self, mention: Mention, gap: str) -> Mention | None:
        """Whom a Chinese office serves; the name of a mere department goes into the title: 国际合作处处长."""
        if self.patterns.department.fullmatch(gap):
            self.department = self.written[mention.end : self.outset]
        elif not self.patterns.belonging.fullmatch(gap):
            return None
        elif self.words["own_departments"].fullmatch(self.text[mention.start : mention.end]):
            start = self._start_of_department(mention)
            self.department = self.written[start : mention.end]
            return next((m for m in reversed(self.mentions) if m.end == start), None)
        return mention

    def _start_of_department(self, mention: Mention) -> int:
        words_before = self.patterns.han_before.search(self.text, self.floor - LONGEST_DEPARTMENT, mention.start)
        earlier = max((m.end for m in self.mentions if m.end <= mention.start), default=0)
        return max(earlier, words_before.start() if words_before else mention.start)

    def _widen(self) -> None:
        """Takes in the words before the office that belong to its title: "Trade and Export Development" Minister."""
        before = self.text[self.floor : self.outset]
        if hyphenated := re.search(r"[^\W\d_]+-$", before):
            self.start = self.outset = self.floor + hyphenated.start()
        elif self.words["compound_heads"].fullmatch(self.title.head):
            words = list(WORD.finditer(before))
            start = None
            for position in range(len(words) - 1, -1, -1):
                word = words[position]
                following = words[position + 1].start() if position + 1 < len(words) else len(before)
                if before[word.end() : following].strip(" ,\n") or (
                    following != len(before) and before[word.end() : following].strip(" \n")
                ):
                    break
                if self.words["portfolio"].fullmatch(word[0]) or (
                    CAPITALISED.match(word[0]) and not self.words["no_compound"].fullmatch(word[0])
                ):
                    start = word.start()
                elif not self.words["within_portfolio"].fullmatch(word[0]):
                    break
            if start is not None:
                self.start = self.outset = self.floor + start

    def _without_articles(self) -> int:
        match = self.patterns.articles.search(self.text[self.floor : self.outset])
        return self.floor + match.start() if match else self.outset


@dataclass(frozen=True, slots=True)
class _Patterns:
    of: re.Pattern[str]
    portfolio_of: re.Pattern[str]
    in_charge_of: re.Pattern[str]
    within: re.Pattern[str]
    posted: re.Pattern[str]
    conjunction: re.Pattern[str]
    former_after: re.Pattern[str]
    belonging: re.Pattern[str]
    department: re.Pattern[str]
    han_before: re.Pattern[str]
    articles: re.Pattern[str]
    trailing_of: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = lexicon(language, "posts")
    flags = re.IGNORECASE
    conjunction = rf"\s*(?:[,、]|{words.any_of('and')})\s*(?:{words.any_of('of')}\s*)?"
    return _Patterns(
        of=re.compile(rf"\s*(?:,\s*)?(?:{words.any_of('of')})(?:\s+[^\W\d_]+){{0,2}}?\s*|\s*\(\s*|\s", flags)
        if words.words("of")
        else NO_MATCH,
        portfolio_of=re.compile(rf"\s+(?:{words.any_of('portfolio_of')})\s*\b", flags),
        in_charge_of=re.compile(rf"\s*(?:{words.any_of('in_charge_of')})\s*\b", flags),
        within=re.compile(r"\s*,?\s+|\s*&\s*|['’]"),
        posted=re.compile(rf"\s+(?:{words.any_of('posted')})\s*", flags),
        conjunction=re.compile(conjunction, flags),
        former_after=re.compile(rf"[\s,(]+(?:(?:{words.any_of('former_after')})(?!\w)|{years(words)})", flags),
        belonging=re.compile(words.any_of("belonging"), flags),
        department=re.compile(rf"[㐀-鿿]{{0,{LONGEST_DEPARTMENT}}}(?:{words.any_of('departments')})"),
        han_before=re.compile(r"[㐀-鿿]*$"),
        articles=re.compile(rf"(?:(?<!\w)(?:{words.any_of('articles')})\s*)+$", flags),
        trailing_of=re.compile(rf"\s+(?:{words.any_of('of')})\s*$", flags),
    )


def years(words: Lexicon) -> str:
    """A pattern for "1991-2006", "from 1991 to 2006": a time that has passed."""
    return rf"(?:[^\W\d_]+\s+)?\d{{4}}\s*(?:[-–—]|(?:{words.any_of('until')})\s)\s*\d{{4}}(?!\d)"
