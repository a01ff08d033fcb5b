"""A picture of what happened when: bars and marks along the years, one lane a kind, uncertain dates drawn as such.

Places along the years are percentages of the width, so that the picture fits any window without a script; places
across are in pixels.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jumelage.desk.addresses import record_address
from jumelage.desk.dates import in_words
from jumelage.desk.spans import Span, spans_of
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import KIND, KINDS
from jumelage.register.queries import Glance
from jumelage.vocabulary.edtf import Edtf

ROW, BAR, LABEL, GAP = 26, 14, 22, 8
"""Heights in pixels: of a row of marks, of a bar in it, of a lane's name, and between lanes."""
POINT = 2.6
"""The least width of a mark, in percent of the years' width."""
ROOM = 40
"""Percent of the width that a label beside its mark needs."""
STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_TICKS = 12
_Along = Callable[[date], float]
LANES = ("twinning", "agreement", "visit", "event", "programme", "honour", "commitment", "post")


@dataclass(frozen=True, slots=True)
class Mark:
    """One record; leads to the sentence that says so.

    A `point` is known to the day; `certain` tells whether the date is known as it is drawn.
    """

    address: str
    title: str
    when: str
    x: float
    width: float
    y: int
    point: bool
    certain: bool
    open_end: bool

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def end(self) -> float:
        return round(self.x + self.width, 2)

    @property
    def centre(self) -> int:
        return self.y + ROW // 2

    @property
    def bar_y(self) -> int:
        return self.y + (ROW - BAR) // 2

    @property
    def baseline(self) -> int:
        return self.y + ROW // 2 + 4

    @property
    def label_at(self) -> str:
        """Where there is most room for a label: before the mark, after it or, where there is little, inside."""
        before, after = self.x, 100 - self.x - self.width
        return "inside" if max(before, after) < ROOM else "before" if before > after else "after"


@dataclass(frozen=True, slots=True)
class Lane:
    kind: str
    name: str | Promise
    y: int
    marks: Sequence[Mark]

    @property
    def baseline(self) -> int:
        return self.y + LABEL - 6


@dataclass(frozen=True, slots=True)
class Tick:
    year: int
    x: float
    minor: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A record as the list beside the picture tells it."""

    kind: str | Promise
    title: str
    when: str
    address: str
    source: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`moments` says the same in words, in the order of time."""

    ticks: Sequence[Tick]
    lanes: Sequence[Lane]
    today: float
    height: int
    moments: Sequence[Moment]

    @property
    def foot(self) -> int:
        return self.height - 6


def timeline(glances: Collection[Glance], today: date, *, labelled: bool = False) -> Timeline | None:
    """The picture of all records that have a date; None where none has.

    In a `labelled` one every mark has a row and a label of its own, as paper needs it.
    """
    spans = spans_of(glances, today)
    if not spans:
        return None
    first_year = min(s.first for s in spans).year
    last_year = max(*(s.last for s in spans), today).year
    first_year = min(first_year, last_year - 4)
    start, length = date(first_year, 1, 1), (date(last_year + 1, 1, 1) - date(first_year, 1, 1)).days

    def along(day: date) -> float:
        return round(100 * (day - start).days / length, 2)

    lanes: list[Lane] = []
    height = GAP
    for kind in LANES:
        of_kind = [s for s in spans if s.glance.record.kind == kind]
        if of_kind:
            lane, rows = _lane(kind, of_kind, height, along, labelled=labelled)
            lanes.append(lane)
            height += LABEL + rows * ROW + GAP
    moments = [
        Moment(KIND[s.glance.record.kind], title_of(s.glance), _when(s), _address(s.glance), s.source) for s in spans
    ]
    return Timeline(_ticks(first_year, last_year, along), lanes, along(today), height + LABEL, moments)


def _lane(kind: str, spans: Sequence[Span], y: int, along: _Along, *, labelled: bool) -> tuple[Lane, int]:
    """The lane with its marks stacked so that none covers another, and how many rows that takes."""
    ends: list[float] = []
    marks = []
    for span in spans:
        x, width = _extent(span, along)
        row = next((i for i, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [100.1 if labelled else x + width]
        marks.append(
            Mark(
                address=span.source or _address(span.glance),
                title=title_of(span.glance),
                when=_when(span),
                x=x,
                width=width,
                y=y + LABEL + row * ROW,
                point=span.point,
                certain=span.certain,
                open_end=span.open_end,
            )
        )
    return Lane(kind, KINDS[kind], y, marks), len(ends)


def _extent(span: Span, along: _Along) -> tuple[float, float]:
    x, end = along(span.first), along(span.last + timedelta(days=1))
    if end - x >= POINT:
        return x, round(end - x, 2)
    return max(0.0, min(round((x + end - POINT) / 2, 2), 100 - POINT)), POINT


def _ticks(first: int, last: int, along: _Along) -> list[Tick]:
    step = next((s for s in STEPS if (last - first) / s <= MOST_TICKS), STEPS[-1])
    years = [year for year in range(first, last + 1) if year % step == 0]
    return [Tick(year, along(date(year, 1, 1)), minor=i % 2 == 1) for i, year in enumerate(years)]


def _when(span: Span) -> str:
    if not span.told:
        return when(span.glance)
    first, last = (in_words(Edtf(str(day))) for day in (span.first, span.last))
    if first == last:
        return _("told of on %(day)s") % {"day": first}
    return _("told of between %(first)s and %(last)s") % {"first": first, "last": last}


def _address(glance: Glance) -> str:
    return record_address(glance.record.kind, glance.record.pk)
