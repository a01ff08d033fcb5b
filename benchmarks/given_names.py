"""Names from the annotation instead of the reader's own: what the claim rooms find where all names are known."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.names import Names
from jumelage.reading.names.references import find_references
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.interchange import from_json
from jumelage.vocabulary.names import Script, script_of


def given(gold: dict[str, Any]) -> Callable[[AnnotatedText], Names]:
    """A finder of names that knows the entities of a gold annotation and finds them by their names."""
    entities = dict(from_json({**gold, "claims": []}).entities)

    def find(text: AnnotatedText) -> Names:
        found: list[tuple[int, int, EntityId]] = []
        for start, end, key in sorted(_occurrences(text.repaired.written, entities), key=lambda m: (m[0] - m[1], m[0])):
            if all(end <= s or e <= start for s, e, _ in found):
                found.append((start, end, key))
        mentions = [Mention(s, e, entities[k].type, k) for s, e, k in sorted(found)]
        return entities, find_references(text, entities, mentions)

    return find


def _occurrences(text: str, entities: Mapping[EntityId, Entity]) -> Iterator[tuple[int, int, EntityId]]:
    for key, entity in entities.items():
        for form in entity.names:
            pattern = re.escape(form.text).replace(r"\ ", r"\s+")
            if script_of(form.text) is not Script.HAN:
                pattern = rf"(?<!\w){pattern}s?(?!\w)"
            for match in re.finditer(pattern, text):
                yield match.start(), match.end(), key
