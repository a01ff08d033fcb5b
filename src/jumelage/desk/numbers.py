"""The register in numbers: what each figure counts, where the rows behind it are, and what is not known."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jumelage.desk.addresses import list_address
from jumelage.desk.lists import LISTS
from jumelage.desk.locales import country_in_words
from jumelage.desk.remembering import remembered
from jumelage.desk.words import CHOICE, KINDS, choices_of
from jumelage.pictures import Description
from jumelage.pictures.bars import Bar, bars_picture, columns_picture
from jumelage.register.queries import (
    Counted,
    Keys,
    count_by_country,
    count_by_direction,
    count_by_field,
    count_by_topic,
    count_by_year,
    count_documents,
)

DATED = {"twinning": "since", "agreement": "signed", "visit": "start", "event": "start", "honour": "date"}
"""The kinds that are counted by year, each with the date that says of which."""
SORTED = ("twinning", "agreement", "event", "programme")
"""The kinds of record that are of several kinds."""
CARRIED = ("country", "standing")
"""Filters of the page that every list behind its figures knows too."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was counted among so many `records`, told in so many `documents`; of some of them it is `unknown`."""

    title: str
    bars: Sequence[Bar]
    records: int
    unknown: int
    documents: int

    @property
    def note(self) -> str:
        told = ngettext("From %(number)s document.", "From %(number)s documents.", self.documents)
        unknown = _("Not known of %(unknown)s of %(records)s records.")
        numbers = {"number": self.documents, "unknown": self.unknown, "records": self.records}
        return " ".join(sentence % numbers for sentence in (told, unknown))


def years(asked: QueryDict) -> Figure:
    def count(kind: str) -> Counted[int]:
        return count_by_year(kind, DATED[kind], _keys(kind, asked))

    return _figure(_("By year"), tuple(DATED), count, asked, lambda _kind, year: (str(year), {"begun": year}))


def kinds(asked: QueryDict) -> Figure:
    def count(kind: str) -> Counted[str]:
        return count_by_field(kind, "kind", _keys(kind, asked))

    return _figure(
        _("By kind"),
        SORTED,
        count,
        asked,
        lambda kind, one: (str(choices_of(kind, "kind").get(one, one)), {"kind": one}),
    )


def topics(asked: QueryDict) -> Figure:
    def count(kind: str) -> Counted[str]:
        return count_by_topic(_keys(kind, asked))

    return _figure(
        _("By topic"),
        ("twinning", "agreement"),
        count,
        asked,
        lambda _kind, topic: (str(CHOICE["fields"].get(topic, topic)), {"topic": topic}),
    )


def countries(asked: QueryDict) -> Figure:
    def count(kind: str) -> Counted[str]:
        return count_by_country(_keys(kind, asked))

    return _figure(
        _("By country of a partner"),
        ("twinning",),
        count,
        asked,
        lambda _kind, country: (country_in_words(country), {"country": country}),
    )


def directions(asked: QueryDict) -> Figure:
    def count(kind: str) -> Counted[tuple[str, str]]:
        return count_by_direction(_keys(kind, asked))

    return _figure(
        _("Visits by direction"),
        ("visit",),
        count,
        asked,
        lambda _kind, way: (" → ".join(map(country_in_words, way)), {"from": way[0], "to": way[1]}),
    )


FIGURES: Mapping[str, Callable[[QueryDict], Figure]] = MappingProxyType(
    {"years": years, "topics": topics, "kinds": kinds, "countries": countries, "directions": directions}
)
"""For each figure what counts it among the records that an address asks for. BadRequest where it asks nonsense."""


def figure_of(name: str, asked: QueryDict) -> Figure:
    """The figure, counted anew when the register has changed."""
    return remembered(f"{name} {get_language()} {_carried(asked)}", lambda: FIGURES[name](asked))


def figure_picture(name: str, asked: QueryDict, *, on_paper: bool = False) -> Description:
    """On paper the picture has its title and what is not known written in it, and leads nowhere."""
    figure = figure_of(name, asked)
    draw = columns_picture if name == "years" else bars_picture
    if not on_paper:
        return draw(figure.bars)
    bars = [Bar(bar.label, bar.group, bar.number) for bar in figure.bars]
    return draw(bars, figure.title, figure.note)


def _figure(
    title: str,
    of_kinds: Sequence[str],
    count: Callable[[str], Counted[Any]],
    asked: QueryDict,
    told: Callable[[str, Any], tuple[str, Mapping[str, object]]],
) -> Figure:
    """`told` gives for a kind of record and what was counted what to call it, and the filters that show its rows."""
    records = {kind: _keys(kind, asked) for kind in of_kinds}
    counted = {kind: count(kind) for kind in of_kinds}
    total = sum(keys.count() for keys in records.values())
    return Figure(
        title,
        list(_bars(counted, asked, told)),
        total,
        total - sum(one.known for one in counted.values()),
        count_documents(records.values()),
    )


def _bars(
    counted: Mapping[str, Counted[Any]],
    asked: QueryDict,
    told: Callable[[str, Any], tuple[str, Mapping[str, object]]],
) -> Iterator[Bar]:
    for kind, of_kind in counted.items():
        for what, number in of_kind.numbers.most_common():
            label, filters = told(kind, what)
            address = f"{list_address(kind)}?{urlencode({**_carried(asked), **filters})}"
            yield Bar(label, str(KINDS[kind]), number, address)


def _keys(kind: str, asked: QueryDict) -> Keys:
    return LISTS[kind].records(QueryDict(urlencode(_carried(asked))))


def _carried(asked: QueryDict) -> dict[str, str]:
    """What the page's own filters ask for."""
    return {name: str(asked[name]) for name in CARRIED if asked.get(name)}
