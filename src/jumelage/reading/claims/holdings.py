"""Ties offices to their holders within a sentence, by what stands between them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.offices import Office, offices_in, years
from jumelage.reading.claims.served import Served
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.titles import Service
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

DIRECT, APPOSED, COMMA = 0.95, 0.9, 0.8
"""How sure a post is by the way office and name stand to each other."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and an office a sentence ties together."""

    person: Mention
    office: Office
    confidence: float
    said: bool
    """Whether the words around the office say whom it serves; else it was worked out."""


def holdings(text: AnnotatedText, sentence: Sentence, whom: Served) -> list[Holding]:
    """Who holds which office, as one sentence says; `whom` finds whom an office serves where it does not say."""
    return _Linking(text, sentence, whom).holdings()


class _Linking:
    def __init__(self, text: AnnotatedText, sentence: Sentence, whom: Served) -> None:
        self.text, self.sentence, self.whom = text, sentence, whom
        self.persons = text.mentions_in(sentence, EntityType.PERSON)
        self.offices = offices_in(text, sentence) if self.persons else []
        self.patterns = _patterns(sentence.language)
        self.taken: set[Mention] = set()

    def holdings(self) -> list[Holding]:
        found: list[Holding] = []
        for group in self._coordinated():
            holders = self._holders(group)
            for index, (person, confidence) in enumerate(holders):
                found += [self._holding(person, _share(office, index, len(holders)), confidence) for office in group]
        return found + list(self._led())

    def _led(self) -> Iterator[Holding]:
        """Offices told by a verb: "the Gansu Committee is chaired by Helen Ruawai, the Seattle Committee by …"."""
        bodies = self.text.mentions_in(self.sentence, EntityType.ORGANISATION)
        for title, verb in lexicon(self.sentence.language, "posts").table("led_by").items():
            match = verb.search(self.sentence.text)
            for body in bodies if match else ():
                person = next((p for p in self.persons if p.start > body.end), None)
                if person and match and self._leads(match[0], self._between(body.end, person.start)):
                    office = Office(body.start, body.end, title, (body,), False, False, Service.ORGANISATION)
                    yield Holding(person, office, APPOSED, said=True)

    def _leads(self, verb: str, between: str) -> bool:
        """Whether what stands between a body and a name is the verb, or its last word where the verb is left out."""
        direct = self.patterns.direct.pattern
        said = rf"[\s\w()]{{0,20}}\s{re.escape(verb)}{direct}|\s{verb.split()[-1]}{direct}"
        return re.fullmatch(said, between, re.IGNORECASE) is not None

    def _coordinated(self) -> list[list[Office]]:
        """Offices that one person holds: "vice-chair and treasurer of the committee"."""
        groups: list[list[Office]] = []
        for office in self.offices:
            if (
                groups
                and self._same_holder(groups[-1][-1], office)
                and self.patterns.conjunction.fullmatch(self._between(groups[-1][-1].end, office.start))
            ):
                groups[-1].append(office)
            else:
                groups.append([office])
        for group in groups:
            if len(group) > 1 and group[-1].of:
                group[:] = [office if office.of else replace(office, of=group[-1].of) for office in group]
        return groups

    def _same_holder(self, first: Office, second: Office) -> bool:
        """Not in "the minister and Governor Qiao": a small title does not go on with a great one."""
        return first.title[0].isupper() or not second.title[0].isupper() or self.sentence.language == "de"

    def _holders(self, group: list[Office]) -> list[tuple[Mention, float]]:
        first, last = group[0], group[-1]
        index = bisect_right(self.persons, first.start, key=lambda p: p.end)
        before = self.persons[index - 1] if index else None
        index = bisect_left(self.persons, last.end, key=lambda p: p.start)
        after = self.persons[index] if index < len(self.persons) else None
        if after and self.patterns.direct.fullmatch(self._between(last.end, after.start)):
            self.taken.add(after)
            return [(p, DIRECT) for p in self._listed(after, last)]
        apposed = before and self.patterns.apposed.fullmatch(self._between(before.end, first.start))
        comma = after and self.patterns.comma.fullmatch(self._between(last.end, after.start))
        if before and apposed and not (comma and before in self.taken):
            self.taken.add(before)
            group[:] = [replace(o, former=o.former or any(apposed.group("former", "former_"))) for o in group]
            return [(p, APPOSED) for p in self._listed_before(before, first)]
        if after and comma:
            self.taken.add(after)
            return [(p, COMMA) for p in self._listed(after, last)]
        return []

    def _listed(self, person: Mention, office: Office) -> Iterator[Mention]:
        yield person
        if office.plural:
            for following in self.persons[self.persons.index(person) + 1 :]:
                if not self.patterns.list.fullmatch(self._between(person.end, following.start)):
                    return
                yield following
                person = following

    def _listed_before(self, person: Mention, office: Office) -> Iterator[Mention]:
        yield person
        if office.plural:
            for previous in reversed(self.persons[: self.persons.index(person)]):
                if not self.patterns.list.fullmatch(self._between(previous.end, person.start)):
                    return
                yield previous
                person = previous

    def _holding(self, person: Mention, office: Office, confidence: float) -> Holding:
        if self.patterns.ended.match(self.text.text, person.end):
            office = replace(office, former=True)
        said = office.of or self._after_holder(person)
        if said:
            return Holding(person, replace(office, of=said), confidence, said=True)
        worked_out = self.whom.find(self.sentence, office, person)
        return Holding(person, replace(office, of=(worked_out,)) if worked_out else office, confidence, said=False)

    def _after_holder(self, person: Mention) -> tuple[Mention, ...]:
        """The name after the holder, where it says whom the office serves: "burgemeester X van Y"."""
        after = next(iter(self.text.mentions_in((person.end, self.sentence.end))), None)
        if (
            after
            and after.type is not EntityType.PERSON
            and (gap := self.patterns.of.fullmatch(self._between(person.end, after.start)))
            and (after.type is EntityType.PLACE or gap[0].strip() not in ("(", ","))
        ):
            return (after,)
        return ()

    def _between(self, start: int, end: int) -> str:
        return self.text.text[start:end] if start <= end else "\0"


def _share(office: Office, index: int, holders: int) -> Office:
    """The office of one of several holders: in "the mayors of A and B, X and Y" each serves another city."""
    return replace(office, of=(office.of[index],)) if len(office.of) == holders > 1 else office


@dataclass(frozen=True, slots=True)
class _Patterns:
    direct: re.Pattern[str]
    apposed: re.Pattern[str]
    comma: re.Pattern[str]
    list: re.Pattern[str]
    ended: re.Pattern[str]
    conjunction: re.Pattern[str]
    of: re.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    words = lexicon(language, "posts")
    honorific = rf"(?:(?:{lexicon(language, 'persons').any_of('honorifics')})\s*)*"
    articles = rf"(?:(?:{words.any_of('articles')})\s*)*"
    age = r"(?:,\s*\d{2}(?:\s+\w+)?|\s*\(\d+(?:\s+\w+)?\))?"
    was, is_ = words.any_of("copula_former"), words.any_of("copula")
    after_comma = rf"\s*[,(–—-]\s*(?:(?:(?P<former>{was})|{is_})\s*)?"
    as_verb = rf"\s*(?<!\w)(?:(?P<former_>{was})|{is_})\s+" if language != "zh" else rf"(?:(?P<former_>{was})|{is_})"
    name_of_body = rf"(?:[\s–-]+(?!(?:{words.any_of('portfolio_ends')})(?!\w))[\w'’&.()/-]+)"
    and_ = words.any_of("and")
    flags = re.IGNORECASE
    return _Patterns(
        direct=re.compile(rf"\s*{honorific}", flags),
        apposed=re.compile(
            rf"{age}(?:{after_comma}|{as_verb}|\s?\n\s*){articles}(?:(?-i:[A-ZÀ-Þ])[\w'’&.]*[\s-]+){{0,4}}", flags
        ),
        comma=re.compile(rf"{name_of_body}{{0,9}}\s*[,:–—]\s*{honorific}", flags),
        list=re.compile(rf"(?:\s*\([^()]*\))?\s*(?:,|;|、|{and_})\s*{honorific}", flags),
        ended=re.compile(rf"\s*\({years(words)}", flags),
        conjunction=re.compile(rf"\s*(?:/|、|{and_}|,)\s*{articles}", flags),
        of=re.compile(rf"\s+(?:{words.any_of('of_holder')})\s*|\s*[,(]\s*", flags),
    )
