"""Whom and what a text names: finds names of places, organisations and persons, and ties them to entities.

`places`, `organisations` and `persons` find names; `entities` decides which names are one entity; `references` finds
the words that stand for a name ("the province", 我市). `find_names` is the whole of it.
"""

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.names.entities import entities_of
from jumelage.reading.names.named import Named, inside_organisations, without_overlaps
from jumelage.reading.names.organisations import find_organisations
from jumelage.reading.names.persons import find_persons
from jumelage.reading.names.places import find_places
from jumelage.reading.names.references import find_references
from jumelage.vocabulary.entities import Entity, EntityId

__all__ = ["Named", "find_names"]

Names = tuple[dict[EntityId, Entity], list[Mention]]


def find_names(text: AnnotatedText) -> Names:
    """The entities a text names and all mentions of them, references included."""
    places = find_places(text)
    organisations = find_organisations(text, places)
    persons = find_persons(text, places, organisations)
    kept = without_overlaps([*places, *organisations, *persons])
    entities, mentions = entities_of(text, kept, inside_organisations(places, kept))
    return entities, find_references(text, entities, mentions)
