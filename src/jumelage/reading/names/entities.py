"""Decides which names of a text are one entity."""

from collections.abc import Sequence

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.names.named import Named
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.names import NameForm, folded


def entities_of(text: AnnotatedText, names: Sequence[Named]) -> tuple[dict[EntityId, Entity], list[Mention]]:
    """The entities that `names` name, and a mention for each name."""
    by_key: dict[tuple[str, str], EntityId] = {}
    entities: dict[EntityId, Entity] = {}
    mentions = []
    for name in names:
        written = text.repaired.written[name.start : name.end]
        place = name.places[0] if name.places else None
        key = (name.type.value, place.key if place else folded(written))
        if key not in by_key:
            by_key[key] = EntityId(f"e{len(by_key) + 1}")
            entities[by_key[key]] = Entity(
                type=name.type,
                names=(NameForm(written, text.language),),
                level=place.level if place else None,
                country=place.country if place else None,
                kind=name.kind,
                gazetteer=place.key if place else None,
            )
        mentions.append(Mention(name.start, name.end, name.type, by_key[key]))
    return entities, mentions
