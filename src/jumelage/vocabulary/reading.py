"""What a reader hands over for one document."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId


@dataclass(frozen=True, slots=True)
class Reading:
    """All entities and claims of one document.

    `document` is the document's key, `language` the tag of its main language ("und" where there is none to tell),
    `published` what the document says of its own date.
    """

    document: str
    language: str = "und"
    published: Edtf | None = None
    title: str | None = None
    entities: Mapping[EntityId, Entity] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        for claim in self.claims:
            if unknown := [i for i in claim.entity_ids() if i not in self.entities]:
                raise ValueError(f"{self.document}: a {claim.type} refers to {unknown[0]!r}, which is no entity here")
