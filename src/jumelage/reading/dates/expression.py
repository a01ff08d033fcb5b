"""What the words of a date say, before anything around them is asked."""

from dataclasses import dataclass, field, replace
from typing import Literal, cast

from jumelage.reading.dates.mention import DateRole, MentionKind

Cue = Literal["past", "future"]
CUES: tuple[Cue, ...] = ("past", "future")
Unit = Literal["day", "week", "month", "year"]
Value = int | str


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units away from the document's own date or from the date in focus; no unit: the next of its name."""

    anchor: Literal["document", "focus"]
    steps: int
    unit: Unit | None = None

    def __str__(self) -> str:
        if not self.unit:
            return ("the one before", "the one of the year of", "the next after")[self.steps + 1]
        if not self.steps:
            return f"the {self.unit} of"
        plural = "s" if abs(self.steps) != 1 else ""
        return f"{abs(self.steps)} {self.unit}{plural} {'before' if self.steps < 0 else 'after'}"


@dataclass(frozen=True, slots=True)
class Fields:
    """The parts of one date. A decade is its first three digits (198), a century its first two (19)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    months: str | None = None
    """A stretch of the year by its months: 01/06 for the first half."""
    part: str | None = None
    decade: int | None = None
    century: int | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date in words: one or two ends, with the offsets of its text."""

    start: int
    end: int
    kind: MentionKind
    first: Fields
    last: Fields | None = None
    joined: bool = False
    """Two dates joined by an "and", not a span of time."""
    entry: bool = False
    """What an entry of a chronicle begins with; elsewhere it is no date."""
    years: int | None = None
    role: DateRole | None = None
    approximate: bool = False
    cue: Cue | None = None


@dataclass(slots=True)
class Slots:
    """The values that a pattern's slots took, in the order of the text; words without a value take none."""

    values: dict[str, list[Value]] = field(default_factory=dict)

    def add(self, slot: str, value: Value) -> None:
        if value != "":
            self.values.setdefault(slot, []).append(value)

    def ends(self) -> tuple[Fields, Fields | None]:
        """One date, or two where a slot was filled twice; a slot filled once holds for both."""
        first = self._fields(0)
        if "year_end" in self.values and first.year:
            return first, replace(first, year=first.year // 100 * 100 + cast(int, self.values["year_end"][0]))
        return first, self._fields(1) if any(len(v) > 1 for v in self.values.values()) else None

    def years(self) -> int | None:
        """The length of a duration, where it is one of years."""
        if (years := self._number("years", 0)) is not None:
            return years
        lengths = {"year": 1, "decade": 10, "century": 100}
        unit = cast(str, self._value("unit", 0) or "year")
        count = self._number("count", 0)
        return count * lengths[unit] if count and unit in lengths else None

    def _value(self, slot: str, which: int) -> Value | None:
        values = self.values.get(slot)
        return values[min(which, len(values) - 1)] if values else None

    def _number(self, slot: str, which: int) -> int | None:
        value = self._value(slot, which)
        return None if value is None else int(value)

    def _fields(self, which: int) -> Fields:
        part, months = self._value("part", which), self._value("months", which)
        feast = str(self._value("feast", which) or "")
        month = self._number("month", which)
        fields = Fields(
            year=self._year(which),
            month=month if month is not None else self._number("month_number", which),
            day=self._number("day", which),
            weekday=self._number("weekday", which),
            season=self._number("season", which),
            months=str(months) if months else None,
            part=str(part) if part else None,
            shift=self._shift(which),
        )
        if feast:
            return replace(fields, month=int(feast[:2]), day=int(feast[3:]))
        if "decade_mark" in self.values and fields.year:
            return replace(fields, year=None, decade=fields.year // 10)
        if (tens := self._number("tens", which)) is not None:
            century = self._number("century", which)
            return replace(
                fields, decade=tens // 10 + 10 * ((19 if tens >= 30 else 20) if century is None else century - 1)
            )
        if (century := self._number("century", which)) is not None:
            return replace(fields, century=century - 1)
        return fields

    def _year(self, which: int) -> int | None:
        if (year := self._number("year", which)) is not None:
            return year
        if (short := self._number("short_year", which)) is not None:
            return short + (2000 if short < 60 else 1900)
        era, count = self._number("era", which), self._number("count", which)
        return era + count if era is not None and count is not None else None

    def _shift(self, which: int) -> Shift | None:
        if relative := self._value("relative", which):
            anchor, steps, unit = str(relative).split()
            return _shift(anchor, int(steps), unit)
        unit = str(self._value("unit", which) or "")
        if direction := self._value("direction", which):
            anchor, sign = str(direction).split()
            return _shift(anchor, int(sign) * (self._number("count", which) or 1), unit)
        if step := self._value("which", which):
            anchor, steps = str(step).split()
            return _shift(anchor, int(steps), unit)
        return None


def _shift(anchor: str, steps: int, unit: str) -> Shift:
    if anchor not in ("document", "focus"):
        raise ValueError(f"{anchor!r} is nothing to count from: say document or focus")
    years = {"decade": 10, "century": 100}
    return Shift(
        cast(Literal["document", "focus"], anchor),
        steps * years.get(unit, 1),
        cast(Unit, "year" if unit in years else unit) if unit else None,
    )
