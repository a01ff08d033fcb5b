"""What the reader names in a text, for tests to look at."""

from jumelage.reading.names import find_names
from jumelage.reading.reader import annotate
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity
from jumelage.vocabulary.kinds import EntityType


def entities(text: str) -> list[Entity]:
    """The entities a text names."""
    found, _ = find_names(annotate(text, Edtf("2024-05-01")))
    return list(found.values())


def names(text: str, kind: EntityType) -> set[str]:
    """Every form of every name of that type."""
    return {form.text for entity in entities(text) if entity.type is kind for form in entity.names}


def entity(text: str, name: str) -> Entity:
    """The one entity of a text that bears a name."""
    (found,) = [e for e in entities(text) if name in {form.text for form in e.names}]
    return found


def referred_to(text: str, words: str) -> str | None:
    """Whom some words of a text stand for: the name of the entity."""
    found, mentions = find_names(annotate(text, Edtf("2024-05-01")))
    start = text.index(words)
    return next((found[m.entity].name for m in mentions if m.start <= start < m.end and m.reference), None)
