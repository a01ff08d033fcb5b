"""Whom and what a text names: finds names of places, organisations and persons, and ties them to entities.

`places`, `organisations` and `persons` find names; `entities` decides which names are one entity; `references` finds
the words that stand for a name ("the province", 我市). `find_names` is the whole of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.names.entities import entities_of
from jumelage.reading.names.named import Named, inside_organisations, without_overlaps
from jumelage.reading.names.organisations import find_organisations
from jumelage.reading.names.persons import find_persons
from jumelage.reading.names.places import find_places
from jumelage.reading.names.references import find_references
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import is_han

__all__ = ["Named", "find_names"]

Names = tuple[dict[EntityId, Entity], list[Mention]]


def find_names(text: AnnotatedText) -> Names:
    """The entities a text names and all mentions of them, references included."""
    places = find_places(text)
    whole = {(p.start, p.end) for p in places if " " in text.text[p.start : p.end]}
    organisations = [o for o in find_organisations(text, places) if (o.start, o.end) not in whole]
    persons = [p for p in find_persons(text, places, organisations) if not _is_rather_a_place(p, places, text)]
    persons, named_after = _apart_from_organisations(persons, organisations, text)
    organisations = [*organisations, *named_after]
    kept = without_overlaps([*places, *organisations, *persons])
    entities, mentions = entities_of(text, kept, inside_organisations(places, kept))
    return entities, find_references(text, entities, mentions)


def _is_rather_a_place(person: Named, places: Sequence[Named], text: AnnotatedText) -> bool:
    """Whether a name taken for a person's is a known place's of several words, or written in Chinese."""
    name = text.text[person.start : person.end]
    return (" " in name or is_han(name[0])) and any((p.start, p.end) == (person.start, person.end) for p in places)


def _apart_from_organisations(
    persons: Sequence[Named], organisations: Sequence[Named], text: AnnotatedText
) -> tuple[list[Named], list[Named]]:
    """The persons, and the names that only look like one: "Thomas More" where the text names a "Campus Thomas More"."""
    known = {text.text[o.start : o.end] for o in organisations}
    full = {text.text[p.start : p.end] for p in persons}
    ends = {name[space.end() :] for name in known for space in re.finditer(" ", name)}
    after = {name for name in full if " " in name and name in ends}
    kept = [p for p in persons if text.text[p.start : p.end] not in after]
    moved = [replace(p, type=EntityType.ORGANISATION) for p in persons if text.text[p.start : p.end] in after]
    return kept, moved
