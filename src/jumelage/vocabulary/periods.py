"""Stretches of calendar time as ISO 8601 writes them: `P5Y` five years, `P6M` six months, `P2W`, `P30D`.

Counted as contracts count them (BGB § 188): a term that begins on a day ends on the day before the same day of its last
month; where that month has no such day, with the month. So no day is in two terms, and none in between.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dateutil.relativedelta import relativedelta

ISO = re.compile(
    r"P(?=\d)(?:(?P<years>\d{1,3})Y)?(?:(?P<months>\d{1,4})M)?(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
)
DAY = timedelta(days=1)


class InvalidPeriod(ValueError):
    """The text is no period of the supported part of ISO 8601."""


@dataclass(frozen=True)
class Period:
    """
    >>> Period("P5Y").first_day_after(date(2016, 2, 29))
    datetime.date(2021, 3, 1)
    """

    text: str

    def __post_init__(self) -> None:
        match = ISO.fullmatch(self.text)
        if not match or not any(int(number or 0) for number in match.groups()):
            raise InvalidPeriod(
                f"{self.text!r} is no period like P5Y (years), P6M (months), P2W (weeks) or P30D (days)"
            )

    def __str__(self) -> str:
        return self.text

    @property
    def parts(self) -> dict[str, int]:
        """How many of which unit, by the units' English names, the longest first; what is none is left out."""
        match = ISO.fullmatch(self.text)
        return (
            {unit: int(number) for unit, number in match.groupdict().items() if number and int(number)} if match else {}
        )

    @cached_property
    def _delta(self) -> relativedelta:
        return relativedelta(**self.parts)  # type: ignore[arg-type]  # a dict of whole numbers

    def first_day_after(self, start: date, times: int = 1) -> date:
        """The day on which what follows begins, after so many periods that began on `start`; OverflowError past 9999.

        Counted from `start` at once, not from period to period: after a February a term on the 31st is there again.
        """
        try:
            day: date = start + self._delta * times
        except ValueError as error:
            raise OverflowError(f"{times} × {self.text} after {start}: {error}") from None
        counts_days = bool({"weeks", "days"} & self.parts.keys())
        return day + DAY if not counts_days and day.day < start.day else day

    def before(self, end: date) -> date:
        """The last day from which the whole period still runs out by `end`, that day included."""
        day: date = end + DAY - self._delta
        return day - DAY
