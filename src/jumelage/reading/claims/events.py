"""Finds events: forums, exhibitions, festivals, ceremonies and the like that were held or are announced for a day.

What an event is called tells its kind (`events.toml`, a list of nouns for each kind). A noun is an event where the
sentence says that it takes place, or when and where; a working meeting inside a visit is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.evidence import evidence
from jumelage.reading.claims.phrases import Found, PhraseBook, phrase_book
from jumelage.reading.claims.signs import ORGANISATION, PARTY, PERSON, PLACE, Seen, seen
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.vocabulary.claims import Event
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EventKind

ANYBODY = (PLACE, ORGANISATION, PERSON)
ROLES = (("place", PARTY), ("organiser", PARTY), ("participant", ANYBODY))
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
    for sentence in seen(text):
        book = phrase_book(sentence.sentence.language, "events", ROLES)
        nouns = _nouns(book, sentence)
        if not nouns or book.says("unreal", sentence):
            continue
        held = list(book.find("held", sentence))
        for noun in nouns:
            if held or book.says("named", sentence, *noun.title):
                yield from _claim(text, book, sentence, noun, bool(held))


def _nouns(book: PhraseBook, seen: Seen) -> list[Noun]:
    """The words for events in a sentence; of two that overlap the longer title counts."""
    found = [
        Noun(kind, phrase.start, phrase.end, _title(book, seen, phrase))
        for kind in EventKind
        for phrase in book.find(f"kinds.{kind.value.replace(' ', '_')}", seen)
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


def _claim(text: AnnotatedText, book: PhraseBook, seen: Seen, noun: Noun, held: bool) -> Iterator[Event]:
    date = _date(seen, noun)
    roles = _roles(book, seen)
    place = roles["place"][0] if roles["place"] else _place_within(seen, noun)
    participants = [e for e in roles["participant"] if e not in roles["organiser"]]
    if not participants and not roles["organiser"]:
        participants = [m.entity for m in seen.mentions() if m.type is not PERSON and m.entity != place]
    if not date and not (held and (place or roles["organiser"] or participants)):
        return
    start, end = _ends(date)
    yield Event(
        kind=noun.kind,
        title=_written(text, seen, noun),
        place=place,
        organisers=tuple(roles["organiser"]),
        participants=tuple(dict.fromkeys(participants)),
        start=start,
        end=end,
        online=book.says("online", seen),
        evidence=evidence(text, [seen.sentence], [*([place] if place else []), *roles["organiser"], *participants]),
        confidence=0.45 + 0.15 * held + 0.15 * bool(date),
        worked_out={"start": date.worked_out} if date and date.worked_out else {},
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


def _date(seen: Seen, noun: Noun) -> DateMention | None:
    dated = [
        (i, d) for i, d in seen.dates.items() if d.date and d.kind is MentionKind.POINT and d.role is not DateRole.SINCE
    ]
    return min(dated, key=lambda d: max(noun.start - d[0], d[0] - noun.end, 0))[1] if dated else None


def _ends(date: DateMention | None) -> tuple[Edtf | None, Edtf | None]:
    if date is None or date.date is None:
        return None, None
    start, slash, end = date.date.text.partition("/")
    return (Edtf(start), Edtf(end)) if slash else (date.date, None)


def _written(text: AnnotatedText, seen: Seen, noun: Noun) -> str:
    start, end = seen.span(*noun.title)
    near = (max(seen.sentence.start, start - 4), min(seen.sentence.end, end + 90))
    quoted = QUOTED.search(text.repaired.written[slice(*near)])
    return quoted[1] if quoted else text.repaired.written[start:end].strip(' ,，、"“”„')
