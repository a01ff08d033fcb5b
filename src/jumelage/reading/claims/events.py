"""Finds events: forums, exhibitions, festivals, ceremonies and the like that were held or are announced for a day.

What an event is called tells its kind (`events.toml`, a list of nouns for each kind). A noun is an event where the
sentence says that it takes place, or when and where; a working meeting inside a visit is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.evidence import evidence
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.phrases import Found, PhraseBook, phrase_book
from jumelage.reading.claims.scene import WHEN, date_of_the_scene
from jumelage.reading.claims.signs import ORGANISATION, PARTY, PERSON, PLACE, Seen, seen
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.vocabulary.claims import Event
from jumelage.vocabulary.edtf import Edtf, Precision
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EventKind

ANYBODY = (PLACE, ORGANISATION, PERSON)
ROLES = (("place", PARTY), ("organiser", PARTY), ("participant", ANYBODY))
LISTS = {kind: f"kinds.{kind.replace(' ', '_')}" for kind in EventKind}
"""The list of phrases for each kind."""
BESIDE = 25
"""So many signs at most lie between an event and a date that is its own."""
QUOTED = re.compile(r"[“\"„«‘《「『]([^“”\"„«»’《》「」『』]{4,90})[”\"“»’》」』]")


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for a sort of event, with the stretch of its whole title, in signs."""

    kind: EventKind
    start: int
    end: int
    title: tuple[int, int]


def find_events(text: AnnotatedText) -> Iterator[Event]:
    """The events that a text asserts."""
    home = Focus(text).home
    for sentence in seen(text):
        book = phrase_book(sentence.sentence.language, "events", ROLES)
        nouns = _nouns(book, sentence)
        if not nouns or book.says("unreal", sentence):
            continue
        held = list(book.find("held", sentence))
        for noun in nouns:
            if held or book.says("named", sentence, *noun.title) or _stands_by_a_day(sentence, noun):
                yield from _claim(text, book, sentence, noun, home, held=bool(held))


def _stands_by_a_day(seen: Seen, noun: Noun) -> bool:
    """Whether an event has its date next to it, as in a calendar or in "for the festival on 3 July"."""
    return any(
        d.date and d.date.precision is not Precision.YEAR and _distance(i, noun.title) <= BESIDE
        for i, d in _dated(seen)
        if seen.together(i, noun.start)
    )


def _nouns(book: PhraseBook, seen: Seen) -> list[Noun]:
    """The words for events in a sentence; of two that overlap the longer title counts."""
    found = [
        Noun(kind, phrase.start, phrase.end, _title(book, seen, phrase))
        for kind in EventKind
        for phrase in book.find(LISTS[kind], seen)
    ]
    kept: list[Noun] = []
    for noun in sorted(found, key=lambda n: (n.title[0] - n.title[1], n.start)):
        if all(noun.title[1] <= k.title[0] or k.title[1] <= noun.title[0] for k in kept):
            kept.append(noun)
    return sorted(kept, key=lambda n: n.start)


def _title(book: PhraseBook, seen: Seen, noun: Found) -> tuple[int, int]:
    """The stretch of an event's whole name: what belongs to its noun on either side."""
    start, end = noun.start, noun.end
    for phrase in book.find("titles", seen):
        if phrase.start <= start and end <= phrase.end:
            start, end = phrase.start, phrase.end
    return start, end


def _claim(
    text: AnnotatedText, book: PhraseBook, seen: Seen, noun: Noun, home: EntityId | None, *, held: bool
) -> Iterator[Event]:
    start, end, worked_out = _when(text, seen, noun)
    roles, online = _roles(book, seen), book.says("online", seen)
    if not start and not end and not (held and any(roles.values())):
        return
    place = roles["place"][0] if roles["place"] else _place_within(seen, noun) or _site(book, seen, noun)
    if not place and not online and not any(m.type is PLACE for m in seen.mentions()):
        place = home
    participants = [e for e in roles["participant"] if e not in roles["organiser"]]
    if not participants and not roles["organiser"]:
        participants = [m.entity for m in seen.mentions() if m.type is not PERSON and m.entity != place]
    yield Event(
        kind=noun.kind,
        title=_written(text, seen, noun),
        place=place,
        organisers=tuple(roles["organiser"]),
        participants=tuple(dict.fromkeys(participants)),
        start=start,
        end=end,
        online=online,
        evidence=evidence(text, [seen.sentence], [*([place] if place else []), *roles["organiser"], *participants]),
        confidence=0.6 + 0.15 * held,
        worked_out={"start": worked_out} if worked_out else {},
    )


def _roles(book: PhraseBook, seen: Seen) -> dict[str, list[EntityId]]:
    found: dict[str, list[EntityId]] = {role: [] for role, _ in ROLES}
    for key in ("places", "organisers", "participants"):
        for phrase in book.find(key, seen):
            for role, mentions in phrase.names.items():
                found[role] += [m.entity for m in mentions if m.entity not in found[role]]
    return found


def _place_within(seen: Seen, noun: Noun) -> EntityId | None:
    named: Sequence[Mention] = [m for m in seen.mentions(*noun.title) if m.type is PLACE]
    return named[-1].entity if len(named) == 1 else None


def _site(book: PhraseBook, seen: Seen, noun: Noun) -> EntityId | None:
    """The first place of a statement that is said to be where something is."""
    sites = (f for f in book.find("sites", seen) if seen.together(f.start, noun.start))
    return next((m.entity for f in sites for m in f.names["place"]), None)


def _when(text: AnnotatedText, seen: Seen, noun: Noun) -> tuple[Edtf | None, Edtf | None, str | None]:
    """Begin and end of an event, and how they were worked out: by the date next to it, else by what is told before."""
    dated = sorted(_dated(seen), key=lambda d: _distance(d[0], (noun.start, noun.end)))
    if not dated:
        date = date_of_the_scene(text, Clause(seen.sentence, seen.sentence.start, seen.sentence.end))
        return date, None, WHEN
    mention = dated[0][1]
    assert mention.date is not None  # noqa: S101  only dated mentions are sorted
    start, slash, end = mention.date.text.partition("/")
    if slash:
        return Edtf(start), Edtf(end), mention.worked_out
    if mention.role is DateRole.UNTIL:
        return dated[1][1].date if len(dated) > 1 else None, mention.date, mention.worked_out
    return mention.date, None, mention.worked_out


def _dated(seen: Seen) -> list[tuple[int, DateMention]]:
    return [
        (i, d) for i, d in seen.dates.items() if d.date and d.kind is MentionKind.POINT and d.role is not DateRole.SINCE
    ]


def _distance(index: int, span: tuple[int, int]) -> int:
    return max(span[0] - index, index - span[1], 0)


def _written(text: AnnotatedText, seen: Seen, noun: Noun) -> str:
    start, end = seen.span(*noun.title)
    near = (max(seen.sentence.start, start - 4), min(seen.sentence.end, end + 90))
    quoted = QUOTED.search(text.repaired.written[slice(*near)])
    return quoted[1] if quoted else text.repaired.written[start:end].strip(' ,，、"“”„')
