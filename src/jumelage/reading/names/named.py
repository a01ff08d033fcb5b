"""A name as it stands in the text, before it is known whose it is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from jumelage.reading.gazetteer import Place
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Named:
    """`places` are the gazetteer's candidates for a place's name, best first; `level` and `country` are what the text
    tells of a place the gazetteer lacks; `kind` is an organisation's, and `proper` is where the part of its name begins
    that is used without the head word too: "brouwerij | Haacht".

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
    proper: int | None = None


def without_overlaps(names: Iterable[Named]) -> list[Named]:
    """The names in text order; where two overlap, only the heavier or longer one."""
    kept: list[Named] = []
    for name in sorted(names, key=lambda n: (-n.weight, n.start - n.end, n.start)):
        place = bisect_left(kept, name.start, key=START)
        free_before = place == 0 or kept[place - 1].end <= name.start
        if free_before and (place == len(kept) or name.end <= kept[place].start):
            kept.insert(place, name)
    return kept


def inside_organisations(places: Iterable[Named], kept: Iterable[Named]) -> list[Named]:
    """The places that stand inside the name of an organisation that was kept: "University of Antwerp".

    `kept` are in text order and don't overlap.
    """
    organisations = [k for k in kept if k.type is EntityType.ORGANISATION]
    before = ((p, bisect_right(organisations, p.start, key=START)) for p in places)
    return [p for p, count in before if count and p.end <= organisations[count - 1].end]


def by_sentence(names: Iterable[Named], sentences: Sequence[Sentence]) -> list[list[Named]]:
    """For each sentence the names that begin in it."""
    found: list[list[Named]] = [[] for _ in sentences]
    for name in names:
        place = bisect_right(sentences, name.start, key=START) - 1
        if place >= 0 and name.start < sentences[place].end:
            found[place].append(name)
    return found
