"""The eight kinds of claim, each a typed immutable value.

The fields' annotations say what they hold, and everything that walks over claims (JSON, JSON Schema, the register)
reads them from here: `EntityId` one entity, `Ids` several, `Edtf` a date, an enum one of a closed list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import AgreementKind, EventKind, ProgrammeKind, Topic, TwinningKind

Ids = tuple[EntityId, ...]
Topics = tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text, by character offsets (`end` excluded).

    `supports` names the fields of the claim that this passage says; empty where it stands for the claim as a whole.
    """

    start: int
    end: int
    supports: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a passage from {self.start} to {self.end} holds no text")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What every claim has: its passages, how sure the reader is (0 to 1), and how worked-out values were found.

    `worked_out` maps a field to a sentence for people: {"since": "30 years before 2015"}.
    """

    type: ClassVar[str]
    deciding: ClassVar[tuple[str, ...]]
    """The fields that decide whether two claims of one document are the same one."""

    evidence: tuple[Passage, ...] = ()
    confidence: float = 1.0
    worked_out: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def value_fields(cls) -> tuple[str, ...]:
        """The fields that hold what is claimed, in the order of the format."""
        return tuple(f.name for f in fields(cls) if f.name not in ABOUT_THE_CLAIM)

    def values(self) -> dict[str, Any]:
        """The fields that say something; what is unknown or false is left out."""
        said = {name: getattr(self, name) for name in self.value_fields()}
        return {name: v for name, v in said.items() if not (v is None or v is False or v == ())}

    def entity_ids(self) -> tuple[EntityId, ...]:
        """All entities the claim refers to, in the order of its fields."""
        ids: list[EntityId] = []
        for name in REFERENCES[self.type]:
            value = getattr(self, name)
            ids += value if isinstance(value, tuple) else [value] if value else []
        return tuple(dict.fromkeys(ids))


ABOUT_THE_CLAIM = ("evidence", "confidence", "worked_out")


@dataclass(frozen=True, kw_only=True)
class Twinning(Claim):
    """A standing relationship of two places, or of two like organisations."""

    type = "twinning"
    deciding = ("parties",)
    parties: Ids
    kind: TwinningKind
    since: Edtf | None = None
    until: Edtf | None = None
    within: Ids = ()
    """The two parties of the twinning it falls under."""
    fields: Topics = ()


@dataclass(frozen=True, kw_only=True)
class Agreement(Claim):
    """A text that was signed or is yet to be."""

    type = "agreement"
    deciding = ("kind", "parties")
    kind: AgreementKind
    parties: Ids
    signed: Edtf | None = None
    signatories: Ids = ()
    signed_at: EntityId | None = None
    renewal: bool = False
    planned: bool = False
    fields: Topics = ()


@dataclass(frozen=True, kw_only=True)
class Visit(Claim):
    type = "visit"
    deciding = ("visitors", "hosts")
    visitors: Ids
    hosts: Ids
    head: EntityId | None = None
    participants: Ids = ()
    start: Edtf | None = None
    end: Edtf | None = None
    stops: Ids = ()


@dataclass(frozen=True, kw_only=True)
class Event(Claim):
    type = "event"
    deciding = ("kind",)
    kind: EventKind
    title: str | None = None
    place: EntityId | None = None
    organisers: Ids = ()
    participants: Ids = ()
    start: Edtf | None = None
    end: Edtf | None = None
    online: bool = False


@dataclass(frozen=True, kw_only=True)
class Post(Claim):
    """An office that a person holds or held."""

    type = "post"
    deciding = ("person", "title")
    person: EntityId
    title: str
    of: EntityId | None = None
    former: bool = False


@dataclass(frozen=True, kw_only=True)
class Programme(Claim):
    type = "programme"
    deciding = ("kind", "parties")
    kind: ProgrammeKind
    parties: Ids
    since: Edtf | None = None
    quantity: int | float | None = None
    unit: str | None = None
    per: str | None = None


@dataclass(frozen=True, kw_only=True)
class Commitment(Claim):
    type = "commitment"
    deciding = ("by",)
    by: Ids
    action: str
    due: Edtf | None = None
    towards: Ids = ()


@dataclass(frozen=True, kw_only=True)
class Honour(Claim):
    type = "honour"
    deciding = ("recipient",)
    recipient: EntityId
    title: str
    by: Ids = ()
    date: Edtf | None = None


CLAIM_TYPES: dict[str, type[Claim]] = {
    cls.type: cls for cls in (Twinning, Agreement, Visit, Event, Post, Programme, Commitment, Honour)
}
REFERENCES: dict[str, tuple[str, ...]] = {
    name: tuple(f.name for f in fields(cls) if f.type in (EntityId, EntityId | None, Ids))
    for name, cls in CLAIM_TYPES.items()
}
"""For each kind of claim, the fields that refer to entities."""
