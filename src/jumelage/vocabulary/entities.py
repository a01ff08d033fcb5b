"""Places, organisations and persons as one document names them."""

from dataclasses import dataclass
from typing import NewType

from jumelage.vocabulary.kinds import EntityType, PlaceLevel
from jumelage.vocabulary.names import NameForm

EntityId = NewType("EntityId", str)
"""What claims call an entity within one reading: e1, e2 …"""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something a claim refers to.

    `level` and `country` (ISO 3166-1 alpha-2) are a place's, `kind` (free text) an organisation's, `place` says where
    an organisation is; `gazetteer` is the gazetteer's key of a place that was found there, `wikidata` a Q-id.
    """

    type: EntityType
    names: tuple[NameForm, ...]
    level: PlaceLevel | None = None
    country: str | None = None
    kind: str | None = None
    place: EntityId | None = None
    gazetteer: str | None = None
    wikidata: str | None = None

    def __post_init__(self) -> None:
        if not self.names:
            raise ValueError("an entity needs a name")

    @property
    def name(self) -> str:
        return self.names[0].text
