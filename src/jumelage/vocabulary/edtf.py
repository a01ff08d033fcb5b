"""Dates as EDTF (ISO 8601-2:2019): what a source knows of a date, with bounds to sort and compare by.

The part of the standard that twinning documents need: years, months, days, seasons (21 spring … 24 winter), decades
(`198X`), centuries (`19XX`), intervals with known, open (`..`) or unknown ends, and the marks `~` approximate,
`?` uncertain, `%` both. Seasons take the northern meteorological quarters; winter `2016-24` ends in February 2017.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

SIMPLE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?"
    r"(?P<mark>[~?%])?",
    re.ASCII,
)
SEASONS = range(21, 25)
WINTER = 24


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class InvalidDate(ValueError):
    """The text is no EDTF date of the supported part."""


@dataclass(frozen=True)
class Edtf:
    """A date as a source knows it. Two dates are equal when they are written the same.

    >>> Edtf("2016-23").earliest, Edtf("2016-23").latest
    (datetime.date(2016, 9, 1), datetime.date(2016, 11, 30))
    """

    text: str

    def __post_init__(self) -> None:
        start, end = self.bounds
        if start and end and start > end:
            raise InvalidDate(f"{self.text}: the end lies before the start")

    def __str__(self) -> str:
        return self.text

    @cached_property
    def bounds(self) -> tuple[date | None, date | None]:
        """First and last day the date may mean, both included; None where an interval is open or unknown."""
        if "/" not in self.text:
            return _bounds(self.text)
        start, _, end = self.text.partition("/")
        if {start, end} <= {"", ".."}:
            raise InvalidDate(f"{self.text}: an interval needs at least one end")
        return (None if start in ("", "..") else _bounds(start)[0], None if end in ("", "..") else _bounds(end)[1])

    @property
    def earliest(self) -> date | None:
        return self.bounds[0]

    @property
    def latest(self) -> date | None:
        return self.bounds[1]

    @property
    def precision(self) -> Precision:
        if "/" in self.text:
            return Precision.INTERVAL
        match = SIMPLE.fullmatch(self.text)
        assert match is not None  # noqa: S101  checked when the date was made
        if match["day"]:
            return Precision.DAY
        if match["month"]:
            return Precision.SEASON if int(match["month"]) in SEASONS else Precision.MONTH
        return {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}[match["year"].count("X")]

    @property
    def approximate(self) -> bool:
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        return "?" in self.text or "%" in self.text

    def covers(self, other: "Edtf") -> bool:
        """Whether `other` says the same or more precisely: 2015 covers 2015-06-08."""
        (start, end), (first, last) = self.bounds, other.bounds
        return (start is None or (first is not None and start <= first)) and (
            end is None or (last is not None and last <= end)
        )


def is_edtf(text: str) -> bool:
    try:
        Edtf(text)
    except InvalidDate:
        return False
    return True


def _bounds(text: str) -> tuple[date, date]:
    match = SIMPLE.fullmatch(text)
    if not match:
        raise InvalidDate(f"{text!r} is no date like 1985, 2011-10, 2015-06-08, 2016-23, 198X or 2023-02-22/2023-02-25")
    first_year, last_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    if first_year == 0:
        raise InvalidDate(f"{text}: there is no year 0 here")
    if not match["month"]:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    if first_year != last_year:
        raise InvalidDate(f"{text}: a decade has no month")
    month = int(match["month"])
    if month in SEASONS and match["day"]:
        raise InvalidDate(f"{text}: a season has no day")
    try:
        if month in SEASONS:
            return _season(first_year, month)
        if match["day"]:
            day = date(first_year, month, int(match["day"]))
            return day, day
        return _months(first_year, month, first_year, month)
    except ValueError as error:
        raise InvalidDate(f"{text}: {error}") from None


def _season(year: int, season: int) -> tuple[date, date]:
    if season == WINTER:
        return _months(year, 12, year + 1, 2)
    first_month = 3 * (season - 20)
    return _months(year, first_month, year, first_month + 2)


def _months(year: int, month: int, last_year: int, last_month: int) -> tuple[date, date]:
    last_day = calendar.monthrange(last_year, last_month)[1]
    return date(year, month, 1), date(last_year, last_month, last_day)
