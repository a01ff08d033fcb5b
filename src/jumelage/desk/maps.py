"""What the map of an address shows: the ties of the twinnings it asks for, at the places the gazetteer knows."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jumelage.desk.lists import LISTS
from jumelage.desk.words import CHOICE
from jumelage.pictures.description import Description
from jumelage.pictures.map import Line, Spot, map_frame, map_picture, named_of
from jumelage.reading.gazetteer import gazetteer
from jumelage.register.models import Details, Entity
from jumelage.register.queries import names_in, ties_of

A_QUERY = 10_000
"""Entities that one query asks for; databases take no more than some thirty thousand."""


@dataclass(frozen=True, slots=True)
class TieMap:
    """Ties whose places the gazetteer doesn't know where to put are only counted, as `unplaced`."""

    spots: Sequence[Spot]
    lines: Sequence[Line]
    unplaced: int

    @property
    def note(self) -> str:
        """What the map does not show; empty where it shows everything."""
        if not self.unplaced:
            return ""
        return ngettext(
            "%(unplaced)s of %(all)s ties can't be drawn: the gazetteer does not know where its places are.",
            "%(unplaced)s of %(all)s ties can't be drawn: the gazetteer does not know where their places are.",
            self.unplaced,
        ) % {"unplaced": self.unplaced, "all": self.unplaced + len(self.lines)}


def map_of(asked: QueryDict, language: str) -> Description:
    """The picture for paper; `place` in the address is the place whose ties stand out."""
    shown, place = tie_map(LISTS["twinning"].records(asked), language), asked.get("place", "")
    chosen = int(place) if place.isdecimal() else None
    return map_picture(shown.spots, shown.lines, map_words(), shown.note, chosen)


def map_data(asked: QueryDict, language: str) -> str:
    """JSON of the map's frame with its spots and lines in few bytes; `pictures.js` fills them in like `map_picture`."""
    shown = tie_map(LISTS["twinning"].records(asked), language)
    kinds = sorted({line.kind for line in shown.lines})
    data = {
        "description": map_frame(shown.spots, shown.lines, map_words(), shown.note),
        "spots": [[s.key, s.name, s.longitude, s.latitude, s.ties] for s in shown.spots],
        "lines": [[line.one, line.other, kinds.index(line.kind), int(line.nested)] for line in shown.lines],
        "kinds": kinds,
        "named": named_of(shown.spots),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def map_words() -> list[str]:
    """What the strokes of the map mean."""
    return [*map(str, CHOICE["twinning"].values()), _("within another twinning")]


def tie_map(twinnings: "QuerySet[Details, int]", language: str) -> TieMap:
    """The map of twinnings given by a query for their keys."""
    ties = ties_of(twinnings)
    at = placed({place for tie in ties for place in (tie.one, tie.other)})
    drawn = [tie for tie in ties if tie.one in at and tie.other in at]
    tied = Counter(place for tie in drawn for place in (tie.one, tie.other))
    names = _names(language, tied)
    number = {place: position for position, place in enumerate(tied)}
    return TieMap(
        [Spot(place, names.get(place, ""), *at[place], tied[place]) for place in tied],
        [Line(number[tie.one], number[tie.other], tie.kind, tie.nested) for tie in drawn],
        len(ties) - len(drawn),
    )


def placed(places: Collection[int]) -> dict[int, tuple[float, float]]:
    """Degrees of longitude and latitude of those places that the gazetteer knows."""
    found = {}
    for pk, key in Entity.objects.exclude(gazetteer="").values_list("pk", "gazetteer"):
        place = gazetteer().place(key) if pk in places else None
        if place and place.longitude is not None and place.latitude is not None:
            found[pk] = (place.longitude, place.latitude)
    return found


def _names(language: str, places: Iterable[int]) -> Mapping[int, str]:
    wanted = list(places)
    names: dict[int, str] = {}
    for first in range(0, len(wanted), A_QUERY):
        names |= names_in(language, wanted[first : first + A_QUERY])
    return names
