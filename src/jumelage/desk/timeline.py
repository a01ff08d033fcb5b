"""A picture of what happened when: bars and marks along the years, one lane a kind, uncertain dates drawn as such.

Places along the years are percentages of the width, so that the picture fits any window without a script; places
across are in pixels.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise

from jumelage.desk.addresses import record_address
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import KIND, KINDS
from jumelage.register.models import Agreement, Commitment, Event, Honour, Programme, Twinning, Visit
from jumelage.register.queries import Glance
from jumelage.vocabulary.edtf import Edtf, Precision

ROW, BAR, LABEL, GAP = 26, 14, 22, 8
"""Heights in pixels: of a row of marks, of a bar in it, of a lane's name, and between lanes."""
POINT = 2.6
"""The least width of a mark, in percent of the years' width."""
STEPS = (1, 2, 5, 10, 20, 50, 100)
MOST_TICKS = 12
_Along = Callable[[date], float]
LANES = ("twinning", "agreement", "visit", "event", "programme", "honour", "commitment")


@dataclass(frozen=True, slots=True)
class Mark:
    """One record. A `point` is known to the day; `certain` tells whether the date is known as it is drawn."""

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
    def centre(self) -> int:
        return self.y + ROW // 2

    @property
    def bar_y(self) -> int:
        return self.y + (ROW - BAR) // 2


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


@dataclass(frozen=True, slots=True)
class _Span:
    glance: Glance
    first: date
    last: date
    point: bool
    certain: bool
    open_end: bool


def timeline(glances: Iterable[Glance], today: date) -> Timeline | None:
    """The picture of all records that have a date; None where none has."""
    spans = sorted((s for g in glances if (s := _span(g, today))), key=lambda s: (s.first, s.last))
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
            lane, rows = _lane(kind, of_kind, height, along)
            lanes.append(lane)
            height += LABEL + rows * ROW + GAP
    moments = [
        Moment(KIND[s.glance.record.kind], title_of(s.glance), when(s.glance), _address(s.glance)) for s in spans
    ]
    return Timeline(_ticks(first_year, last_year, along), lanes, along(today), height + LABEL, moments)


def _lane(kind: str, spans: Sequence[_Span], y: int, along: _Along) -> tuple[Lane, int]:
    """The lane with its marks stacked so that none covers another, and how many rows that takes."""
    ends: list[float] = []
    marks = []
    for span in spans:
        x, width = _extent(span, along)
        row = next((i for i, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [x + width]
        marks.append(
            Mark(
                address=_address(span.glance),
                title=title_of(span.glance),
                when=when(span.glance),
                x=x,
                width=width,
                y=y + LABEL + row * ROW,
                point=span.point,
                certain=span.certain,
                open_end=span.open_end,
            )
        )
    return Lane(kind, KINDS[kind], y, marks), len(ends)


def _extent(span: _Span, along: _Along) -> tuple[float, float]:
    x, end = along(span.first), along(span.last + timedelta(days=1))
    if end - x >= POINT:
        return x, round(end - x, 2)
    return max(0.0, min(round((x + end - POINT) / 2, 2), 100 - POINT)), POINT


def _ticks(first: int, last: int, along: _Along) -> list[Tick]:
    step = next((s for s in STEPS if (last - first) / s <= MOST_TICKS), STEPS[-1])
    years = [year for year in range(first, last + 1) if year % step == 0]
    return [Tick(year, along(date(year, 1, 1)), minor=i % 2 == 1) for i, year in enumerate(years)]


def _span(glance: Glance, today: date) -> _Span | None:
    start, end, lasts = _dates(glance)
    first = start or end
    if not first or not (begun := first.earliest or first.latest):
        return None
    over = (end or first).latest or (end or first).earliest or begun
    if lasts and not end:
        over = max(over, today)
    certain = all(d.precision is Precision.DAY and _plain(d) for d in (start, end) if d)
    return _Span(
        glance,
        begun,
        max(over, begun),
        point=certain and not lasts and (over - begun).days < 1,
        certain=certain or (lasts and _plain(first)),
        open_end=lasts and not end,
    )


def _dates(glance: Glance) -> tuple[Edtf | None, Edtf | None, bool]:
    """When it began and ended, and whether it goes on where no end is known."""
    match glance.details:
        case Twinning(since=start, until=end):
            return start, end, True
        case Visit(start=start, end=end) | Event(start=start, end=end):
            return start, end, False
        case Agreement(signed=day) | Programme(since=day) | Commitment(due=day) | Honour(date=day):
            return day, None, False
    return None, None, False


def _plain(when: Edtf) -> bool:
    return not when.approximate and not when.uncertain


def _address(glance: Glance) -> str:
    return record_address(glance.record.kind, glance.record.pk)
