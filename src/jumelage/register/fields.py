"""The fields of every kind of record, with what each holds.

Those that documents are read for come from the vocabulary. Those that only officers enter, because they stand in the
papers themselves or in the books of the desk, are `OFFICERS_FIELDS`. All values are kept as text in the form the
interchange format gives them; `Field.parse` makes them typed again.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any, get_args

from jumelage.vocabulary.claims import ABOUT_THE_CLAIM, CLAIM_TYPES, REFERENCES, Ids, Topics
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.kinds import EntityType, PlaceLevel, Topic
from jumelage.vocabulary.periods import Period

Scalar = Edtf | Period | str | float | bool
"""A typed value of a field that does not refer to an entity."""


class Holds(StrEnum):
    ENTITY = "entity"
    NAME = "name"
    DATE = "date"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    PERIOD = "period"
    RECORD = "record"
    """Another record of the register, by its key; where it was merged into another, that one is meant."""


@dataclass(frozen=True, slots=True)
class Field:
    """`many` fields gather what all sources say; of the others one value is current and sources may disagree.

    `deciding` fields make a record what it is; `choices` is the closed list of a choice. A flag that `fades` is up only
    while every source raises it: one that tells of the signing ends what was planned.
    """

    name: str
    holds: Holds
    many: bool = False
    deciding: bool = False
    choices: tuple[str, ...] = ()
    fades: bool = False

    def parse(self, text: str) -> Scalar:
        """The typed value; ValueError where `text` is none for this field. A reference has no text."""
        match self.holds:
            case Holds.DATE:
                return Edtf(text)
            case Holds.PERIOD:
                return Period(text)
            case Holds.NUMBER:
                return float(text)
            case Holds.RECORD if text.isdecimal():
                return text
            case Holds.FLAG if text in ("true", "false"):
                return text == "true"
            case Holds.CHOICE if text in self.choices:
                return text
            case Holds.TEXT | Holds.NAME if text.strip():
                return text
        raise ValueError(f"{text!r} is no value for {self.name!r}")


FADING = ("planned",)
RECORD = Field("record", Holds.FLAG)
"""The record as a whole: what an officer confirms or rejects when no single value is meant."""

ENTITY_TYPES = tuple(t.value for t in EntityType)

_TOLD = (
    Field("told_council", Holds.DATE),
    Field("told_ministry", Holds.DATE),
    Field("told_public", Holds.DATE),
)
_LED_TO = Field("led_to", Holds.RECORD, many=True)

OFFICERS_FIELDS = MappingProxyType(
    {
        "twinning": (Field("dormant", Holds.DATE),),
        "agreement": (
            Field("effective", Holds.DATE),
            Field("term", Holds.PERIOD),
            Field("until", Holds.DATE),
            Field("unlimited", Holds.FLAG),
            Field("tacit", Holds.PERIOD),
            Field("notice", Holds.PERIOD),
            Field("renews", Holds.RECORD, many=True),
            Field("amends", Holds.RECORD, many=True),
            Field("suspends", Holds.RECORD, many=True),
            Field("ends", Holds.RECORD, many=True),
            Field("languages", Holds.TEXT, many=True),
            Field("authentic", Holds.TEXT, many=True),
            Field("witnesses", Holds.ENTITY, many=True),
            Field("basis", Holds.TEXT),
            *_TOLD,
            _LED_TO,
        ),
        "visit": (*_TOLD, _LED_TO),
        "event": (_LED_TO,),
        "post": (Field("since", Holds.DATE), Field("until", Holds.DATE)),
        "programme": (_LED_TO,),
        "commitment": (
            Field("firmness", Holds.CHOICE, choices=("signed", "agreed", "announced", "hoped")),
            Field("state", Holds.CHOICE, choices=("kept", "partly kept", "not kept", "withdrawn")),
            Field("answered", Holds.DATE),
            _LED_TO,
        ),
        "cost": (
            Field("title", Holds.TEXT, deciding=True),
            Field("amount", Holds.NUMBER, deciding=True),
            Field("currency", Holds.TEXT),
            Field("date", Holds.DATE),
            Field("payer", Holds.ENTITY),
            Field("about", Holds.RECORD, many=True),
        ),
        "figure": (
            Field("title", Holds.TEXT, deciding=True),
            Field("quantity", Holds.NUMBER, deciding=True),
            Field("unit", Holds.TEXT),
            Field("date", Holds.DATE),
            Field("claimant", Holds.ENTITY),
            Field("about", Holds.RECORD, many=True),
        ),
    }
)
"""For each kind of record, what officers enter beside what documents are read for.

A paper that `renews`, `amends`, `suspends` or `ends` another says so itself; the other stays as it was signed. `term`
is how long it runs from `effective` (or else its signing), `tacit` by how much it goes on each time nobody gives
`notice`.
Costs and figures are kinds of their own: what was paid, and what somebody claims, `about` other records.
"""

KINDS = (*ENTITY_TYPES, *CLAIM_TYPES, *(kind for kind in OFFICERS_FIELDS if kind not in CLAIM_TYPES))
"""All kinds of record: entities, what documents say of them, and what only officers enter."""


def text_of(value: Any) -> str:
    """The text in which the register keeps a value of the vocabulary that is no reference."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _of_entities() -> dict[str, tuple[Field, ...]]:
    names = Field("names", Holds.NAME, many=True, deciding=True)
    wikidata = Field("wikidata", Holds.TEXT)
    return {
        EntityType.PLACE: (
            names,
            Field("level", Holds.CHOICE, choices=tuple(PlaceLevel)),
            Field("country", Holds.TEXT),
            Field("gazetteer", Holds.TEXT),
            wikidata,
        ),
        EntityType.ORGANISATION: (names, Field("kind", Holds.TEXT), Field("place", Holds.ENTITY), wikidata),
        EntityType.PERSON: (names, wikidata),
    }


def _of_claims() -> dict[str, tuple[Field, ...]]:
    return {
        kind: tuple(
            _field(f.name, f.type, refers=f.name in REFERENCES[kind], deciding=f.name in cls.deciding)
            for f in fields(cls)
            if f.name not in ABOUT_THE_CLAIM
        )
        for kind, cls in CLAIM_TYPES.items()
    }


def _field(name: str, annotation: Any, *, refers: bool, deciding: bool) -> Field:
    if refers:
        return Field(name, Holds.ENTITY, many=annotation == Ids, deciding=deciding)
    if annotation == Topics:
        return Field(name, Holds.CHOICE, many=True, choices=tuple(Topic))
    options: tuple[Any, ...] = get_args(annotation) or (annotation,)
    for option in options:
        if isinstance(option, type) and issubclass(option, StrEnum):
            return Field(name, Holds.CHOICE, deciding=deciding, choices=tuple(option))
    for kind, holds in ((Edtf, Holds.DATE), (bool, Holds.FLAG), (int, Holds.NUMBER), (str, Holds.TEXT)):
        if kind in options:
            return Field(name, holds, deciding=deciding, fades=name in FADING)
    raise TypeError(f"no way to keep {name}: {annotation}")


_READ = {**_of_entities(), **_of_claims()}
FIELDS = MappingProxyType(
    {
        kind: MappingProxyType({f.name: f for f in (*_READ.get(kind, ()), *OFFICERS_FIELDS.get(kind, ()))})
        for kind in KINDS
    }
)
"""For each kind of record, its fields by name, in the order of the vocabulary."""
