"""What would become of a reading, if it were recorded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jumelage.register.actions.placing import Placing, Thing
from jumelage.register.sayings import Span, listed_of_entities
from jumelage.vocabulary import reading as vocabulary
from jumelage.vocabulary.entities import EntityId


class Fate(StrEnum):
    NEW = "new"
    SAME = "same"
    MAYBE = "maybe"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would become of an entity or a claim: the `record` is the one that it is of, or may be of."""

    fate: Fate
    because: str = ""
    record: int | None = None


ANOTHER_ROW = Foreseen(Fate.SAME, "another row tells of it too")


@dataclass(frozen=True, slots=True)
class Foresight:
    """In the order of the reading."""

    entities: Mapping[EntityId, Foreseen]
    claims: Sequence[Foreseen]


def foresee(reading: vocabulary.Reading, text: str, rows: Mapping[EntityId, Sequence[Span]]) -> Foresight:
    """What `bring_in` would make of it. Nothing is written. A claim about something that may be known may be known."""
    placing = Placing()
    claims = placing.place(listed_of_entities(reading, text, rows), reading.claims)
    entities = {key: _of_thing(placing.thing_of[key]) for key in reading.entities}
    seen: set[int] = set()
    return Foresight(entities, [_of_claim(thing, placing, seen) for thing in claims])


def _of_thing(thing: Thing) -> Foreseen:
    if thing.because:
        return Foreseen(Fate.SAME, thing.because, thing.record)
    if thing.doubts:
        return Foreseen(Fate.MAYBE, thing.doubts[0].because, thing.doubts[0].record)
    return Foreseen(Fate.NEW)


def _of_claim(thing: Thing, placing: Placing, seen: set[int]) -> Foreseen:
    own = _of_thing(thing)
    if own.fate is not Fate.NEW:
        return own
    if thing.mark in seen:
        return ANOTHER_ROW
    seen.add(thing.mark)
    return next((entity for entity in _entities(thing, placing) if entity.fate is Fate.MAYBE), own)


def _entities(thing: Thing, placing: Placing) -> Iterator[Foreseen]:
    return (_of_thing(placing.thing_of[saying.entity]) for saying in thing.said if saying.entity)
