"""Timelines of one record with all that belongs to it, and of everything that an address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.template.loader import render_to_string
from django.utils import timezone

from jumelage.desk.belonging import belonging
from jumelage.desk.filters import Filter
from jumelage.desk.lists import LISTS
from jumelage.desk.timeline import LANES, Timeline, timeline
from jumelage.register.queries import glances_of

BARE = ("name", "country", "year", "standing")
"""The filters that every kind of record on a timeline knows."""
MOST = 60
"""Marks of one kind; a shorter stretch of years shows the others."""
WIDTH = 1000
"""Pixels of a timeline for paper."""


@dataclass(frozen=True, slots=True)
class Everything:
    """The timeline of what an address asks for; `left_out` says of how many of a kind there is no room for a mark."""

    drawn: Timeline | None
    left_out: Mapping[str, int]


def shared_filters() -> list[Filter]:
    return [one for one in LISTS["agreement"].filters if one.parameter in BARE]


def timeline_of_everything(asked: QueryDict, language: str, *, labelled: bool = False) -> Everything:
    """The latest of each kind that the filters leave; `of` in the address is the one kind that is wanted."""
    shown: list[int] = []
    left_out = {}
    for kind in LANES:
        if asked.get("of") not in (None, "", kind) or kind == "post":
            continue
        narrowed = asked.copy()
        narrowed["sort"] = next((f"-{sort}" for sort in LISTS[kind].sorts if sort not in ("kind", "title")), "")
        for other in set(narrowed) - {*BARE, "sort"}:
            del narrowed[other]
        keys = LISTS[kind].records(narrowed)
        latest = list(keys[: MOST + 1])
        if len(latest) > MOST:
            left_out[kind] = keys.count() - MOST
        shown += latest[:MOST]
    drawn = timeline(list(glances_of(shown, language).values()), timezone.localdate(), labelled=labelled)
    return Everything(drawn, left_out)


def timeline_drawn(asked: QueryDict, language: str) -> str:
    """SVG for paper: of the `record` that an address names, or else of everything. 404 where there is none."""
    if pk := asked.get("record", ""):
        drawn = _timeline_of_record(int(pk) if pk.isdecimal() else 0, language)
    else:
        drawn = timeline_of_everything(asked, language, labelled=True).drawn
    return render_to_string("desk/timeline.svg", {"timeline": drawn, "width": WIDTH})


def _timeline_of_record(pk: int, language: str) -> Timeline | None:
    glance = glances_of([pk], language).get(pk)
    if not glance:
        raise Http404(pk)
    related = [one for of_kind in belonging(glance).values() for one in of_kind[:MOST]]
    glances = [glance, *glances_of(related, language).values()]
    return timeline(glances, timezone.localdate(), labelled=True)
