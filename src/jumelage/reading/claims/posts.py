"""Finds posts: who holds which office, and whom the office serves."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.holdings import Holding, holdings
from jumelage.reading.claims.offices import Office, offices_in
from jumelage.reading.claims.served import Served
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.titles import Service
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Passage, Post
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

NEED_A_BODY = (Service.SCHOLAR, Service.ROYAL)
"""A professor of nowhere and a prince of no country hold no office."""
SIGNED = 0.7
"""How sure a post is where name and office stand on lines of their own, one under the other."""
LONGEST_LINE = 100
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Found:
    holding: Holding
    sentence: Sentence
    evidence: tuple[Passage, ...]


def find_posts(text: AnnotatedText) -> Iterator[Post]:
    """The posts that a text asserts, an office that is named in several ways by its fullest title."""
    whom = Served(text)
    found = [f for f in (*_in_sentences(text, whom), *_signed(text, whom)) if not _no_post(f.holding)]
    mine = {f.holding.person.entity for f in found if f.sentence.language == text.language}
    others = {f.holding.person.entity for f in found} - mine
    if len(mine) >= len(others):
        found = [f for f in found if not _is_translation(text, f)]
    by_person: dict[EntityId, list[_Found]] = defaultdict(list)
    for one in found:
        by_person[one.holding.person.entity].append(one)
    for person, own in by_person.items():
        first = [f for f in own if f.sentence.language == text.language] or own
        for one, office in _alike(first):
            yield Post(
                person=person,
                title=office.title,
                of=office.served.entity if office.served else None,
                former=office.former,
                evidence=one.evidence,
                confidence=one.holding.confidence,
            )


def _is_translation(text: AnnotatedText, found: _Found) -> bool:
    """Whether a post stands in the other half of a text told twice, in Chinese and in another language."""
    return "zh" in (text.language, found.sentence.language) and found.sentence.language != text.language


def _no_post(holding: Holding) -> bool:
    return holding.office.service in NEED_A_BODY and not holding.said


def _in_sentences(text: AnnotatedText, whom: Served) -> Iterator[_Found]:
    last: Office | None = None
    for sentence in text.sentences:
        for holding in holdings(text, sentence, whom):
            if holding.office.service is not Service.COUNTERPART:
                last = holding.office
            elif last:
                holding = _as_counterpart(whom, sentence, holding, last)  # noqa: PLW2901  told by the one before
            else:
                continue
            yield _Found(holding, sentence, (text.passage(sentence),))


def _as_counterpart(whom: Served, sentence: Sentence, holding: Holding, other: Office) -> Holding:
    """The post of "his counterpart X": the office that was named last, elsewhere."""
    office = replace(holding.office, title=other.title, service=other.service)
    if not office.of and (body := whom.find(sentence, office, holding.person)):
        office = replace(office, of=(body,))
    return replace(holding, office=office)


def _signed(text: AnnotatedText, whom: Served) -> Iterator[_Found]:
    """Posts of those who sign: a name alone on a line, and the office on the next or the one before."""
    for first, second in zip(text.sentences, text.sentences[1:], strict=False):
        if max(len(first.text), len(second.text)) > LONGEST_LINE or first.block == second.block:
            continue
        for line, other in ((first, second), (second, first)):
            person, office = _only_person(text, line), _only_office(text, other)
            if person and office:
                body = None if office.of else whom.find(other, office, person)
                held = replace(office, of=(body,)) if body else office
                evidence = (text.passage(first), text.passage(second))
                yield _Found(Holding(person, held, SIGNED, said=bool(office.of)), line, evidence)


def _only_person(text: AnnotatedText, line: Sentence) -> Mention | None:
    persons = text.mentions_in(line, EntityType.PERSON)
    honorific = lexicon(line.language, "persons").any_of("honorifics")
    if len(persons) == 1 and persons[0].end >= line.end - 1:
        before = text.text[line.start : persons[0].start]
        return persons[0] if re.fullmatch(rf"(?:(?:{honorific})\s*)*", before, re.IGNORECASE) else None
    return None


def _only_office(text: AnnotatedText, line: Sentence) -> Office | None:
    """The office of a line that begins with it and names nobody."""
    offices = offices_in(text, line) if not text.mentions_in(line, EntityType.PERSON) else []
    return offices[0] if offices and offices[0].start <= line.start + 1 else None


def _alike(own: Sequence[_Found]) -> Iterator[tuple[_Found, Office]]:
    """One person's posts, each with the fullest title the text has for it, and whom it serves where that is said."""
    abbreviated = {k.casefold(): v for f in own for k, v in _abbreviations(f.sentence.language).items()}
    names = _fullest((f.holding.office.title for f in own), abbreviated)
    by_title: dict[str, list[_Found]] = defaultdict(list)
    for one in own:
        by_title[names[one.holding.office.title]].append(one)
    for title, same in by_title.items():
        told = next((f.holding.office.of for f in same if f.holding.said), same[0].holding.office.of)
        former = any(f.holding.office.former for f in same)
        for one in same:
            of = one.holding.office.of if one.holding.said else told
            yield one, replace(one.holding.office, title=title, of=of, former=former)


def _abbreviations(language: str) -> Mapping[str, str]:
    return lexicon(language, "posts").mapping("abbreviations")


def _fullest(titles: Iterable[str], abbreviated: Mapping[str, str]) -> dict[str, str]:
    """For each title the fullest one that says the same: "Governor" for "governor", "Landeshauptmann" for "LH"."""
    kept: dict[str, str] = {}
    distinct = sorted(dict.fromkeys(titles), key=len, reverse=True)
    for title in distinct:
        spelt_out = abbreviated.get(title.casefold(), title).casefold()
        kept[title] = next((t for t in kept.values() if _says(t.casefold(), spelt_out)), title)
    return kept


def _says(full: str, short: str) -> bool:
    return full == short or full.startswith(short) or set(WORD.findall(short)) < set(WORD.findall(full))
