"""A reading taken apart: what it says of each thing, value by value, with the stretches of text that say so."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jumelage.register.fields import FIELDS, Field, Holds, text_of
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Saying:
    """One value that a reading says of one thing: a `text`, or an `entity` of the same reading.

    `spans` are offsets into the document's text, empty where the document says so as a whole. `form` is the name.
    """

    field: Field
    text: str = ""
    entity: EntityId | None = None
    spans: tuple[Span, ...] = ()
    worked_out: str = ""
    form: NameForm | None = None


def of_claim(claim: Claim) -> tuple[Saying, ...]:
    """What a claim says. Passages that stand for the claim as a whole say whatever none says by itself."""
    return tuple(_of_claim(claim))


def _of_claim(claim: Claim) -> Iterator[Saying]:
    whole = tuple((p.start, p.end) for p in claim.evidence if not p.supports)
    anything = tuple((p.start, p.end) for p in claim.evidence)
    for field in FIELDS[claim.type].values():
        value = getattr(claim, field.name, None)
        own = tuple((p.start, p.end) for p in claim.evidence if field.name in p.supports)
        spans = own + whole if field.deciding else own or whole or anything
        worked_out = claim.worked_out.get(field.name, "")
        for one in value if isinstance(value, tuple) else (value,):
            if one is None or (one is False and not field.fades):
                continue
            if field.holds is Holds.ENTITY:
                yield Saying(field, entity=one, spans=spans or anything, worked_out=worked_out)
            else:
                yield Saying(field, text_of(one), spans=spans or anything, worked_out=worked_out)


SaidOfEntities = Mapping[EntityId, tuple[EntityType, Sequence[Saying]]]


def said_of_entities(reading: Reading, text: str) -> SaidOfEntities:
    """What a reading says of its entities, each name with the first passage of a claim about the entity that has it."""
    about = _passages_about(reading)
    return {key: (e.type, tuple(_of_entity(e, _finder(about[key], text)))) for key, e in reading.entities.items()}


def listed_of_entities(reading: Reading, text: str, rows: Mapping[EntityId, Sequence[Span]]) -> SaidOfEntities:
    """What a list says of its entities, each name with the first row of the entity that has it, or else its first."""

    def finder(own: Sequence[Span]) -> Callable[[str], tuple[Span, ...]]:
        return lambda name: next((((s, e),) for s, e in own if name in text[s:e]), tuple(own[:1]))

    return {key: (e.type, tuple(_of_entity(e, finder(rows[key])))) for key, e in reading.entities.items()}


def _passages_about(reading: Reading) -> dict[EntityId, list[Span]]:
    about: dict[EntityId, list[Span]] = {key: [] for key in reading.entities}
    for claim in reading.claims:
        for key in claim.entity_ids():
            about[key] += [(p.start, p.end) for p in claim.evidence]
    return about


def _of_entity(entity: Entity, where: Callable[[str], tuple[Span, ...]]) -> Iterator[Saying]:
    """`where` finds the passages that have a name."""
    fields = FIELDS[entity.type]
    named = {form: where(form.text) for form in entity.names}
    somewhere = next((spans for spans in named.values() if spans), ())
    for form, spans in named.items():
        yield Saying(fields["names"], form.text, spans=spans, form=form)
    for name, field in fields.items():
        value = getattr(entity, name, None)
        if name == "names" or value is None:
            continue
        if field.holds is Holds.ENTITY:
            yield Saying(field, entity=value, spans=somewhere)
        else:
            yield Saying(field, text_of(value), spans=somewhere)


def _finder(about: Sequence[Span], text: str) -> Callable[[str], tuple[Span, ...]]:
    def where(name: str) -> tuple[Span, ...]:
        for start, end in about:
            if name in text[start:end]:
                return ((start, end),)
        start = text.find(name)
        return ((start, start + len(name)),) if start >= 0 else ()

    return where
