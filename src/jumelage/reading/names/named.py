"""A name as it stands in the text, before it is known whose it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from jumelage.reading.gazetteer import Place
from jumelage.vocabulary.kinds import EntityType, PlaceLevel


@dataclass(frozen=True, slots=True)
class Named:
    """`places` are the gazetteer's candidates for a place's name, best first; `level` and `country` are what the text
    tells of a place the gazetteer lacks; `kind` is an organisation's.

    `weight` decides between names that overlap: the heavier one stays, of equal ones the longer.
    """

    start: int
    end: int
    type: EntityType
    places: tuple[Place, ...] = ()
    level: PlaceLevel | None = None
    country: str | None = None
    kind: str | None = None
    weight: float = 1.0


def without_overlaps(names: Iterable[Named]) -> list[Named]:
    """The names in text order; where two overlap, only the heavier or longer one."""
    kept: list[Named] = []
    for name in sorted(names, key=lambda n: (-n.weight, n.start - n.end, n.start)):
        if all(name.end <= other.start or other.end <= name.start for other in kept):
            kept.append(name)
    return sorted(kept, key=lambda n: n.start)


def inside_organisations(places: Iterable[Named], kept: Iterable[Named]) -> list[Named]:
    """The places that stand inside the name of an organisation that was kept: "University of Antwerp"."""
    organisations = [k for k in kept if k.type is EntityType.ORGANISATION]
    return [p for p in places if any(o.start <= p.start and p.end <= o.end for o in organisations)]
