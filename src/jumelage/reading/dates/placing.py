"""Where a date lies that its words leave open: worked out from the document's own date and the dates before it."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from jumelage.reading.dates.expression import Cue, Expression, Fields, Shift, Unit
from jumelage.vocabulary.edtf import Edtf, InvalidDate, Precision

AGAINST_FUTURE = 3
"""Without a word that tells, a month to come must be this many times nearer than one gone by."""
OUT_OF_TENSE = 12
"""With a word that tells, the other direction counts as this many times further away."""
PARTS_OF_YEAR = {"end": 12}
PRECISIONS: dict[Precision, tuple[Unit, ...]] = {
    Precision.DAY: ("day", "week", "month", "year"),
    Precision.MONTH: ("month", "year"),
    Precision.SEASON: ("year",),
    Precision.YEAR: ("year",),
}
"""The units that a date of a precision fixes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One end of a date, placed; `how` says from what, where the words alone do not say it."""

    text: str
    how: str | None = None


@dataclass(slots=True)
class Setting:
    """What a date may be placed by.

    `document` is the date the document was published, or the year it must be from (`document_from` says why);
    `heading` the date that stands over the passage, as in a chronicle; `paragraph` the last date in the same paragraph;
    `sentence` the year the sentence begins with.
    """

    document: Edtf | None
    document_from: str | None = None
    heading: Edtf | None = None
    paragraph: Edtf | None = None
    sentence: Edtf | None = None
    focus: dict[Unit, date] = field(default_factory=dict)
    """For each unit, the first day of the last date that was precise enough to fix one."""

    @property
    def called(self) -> str:
        """What to call the document's date in a sentence for people."""
        return (
            f"{self.document}, {self.document_from}" if self.document_from else f"the document's date, {self.document}"
        )

    def remember(self, placed: Edtf) -> None:
        """Make `placed` the date in focus, for each unit it is precise enough for."""
        text = placed.text.split("/")[0] if placed.precision is Precision.INTERVAL else placed.text
        if text in ("", ".."):
            return
        first = Edtf(text)
        if first.earliest and first.precision in PRECISIONS:
            for unit in PRECISIONS[first.precision]:
                self.focus[unit] = first.earliest

    def anchor(self, shift: Shift) -> tuple[date, str] | None:
        """The day to count from, and what to call it."""
        unit: Unit = shift.unit or "month"
        if shift.anchor == "focus":
            day = self.focus.get(unit) or (self.focus.get("year") if not shift.unit else None)
            return (day, _named(day, unit)) if day else None
        if self.document and self.document.latest and self._document_fixes(unit):
            return self.document.latest, self.called
        return None

    def _document_fixes(self, unit: Unit) -> bool:
        return bool(self.document and unit in PRECISIONS.get(self.document.precision, ()))


def place(expression: Expression, setting: Setting) -> tuple[Edtf | None, str | None]:
    """The date of an expression, and how it was found where its words do not say it in full."""
    first, last = expression.first, expression.last
    try:
        if last is None:
            placed = _end(first, setting, expression.cue)
            return (Edtf(_marked(placed.text, expression)), placed.how) if placed else (None, None)
        if first.weekday and last.weekday and not (first.day or last.day):
            return _weekdays(first, last, setting, expression)
        start = _end(first, setting, expression.cue)
        if not start:
            return None, None
        if not last.year and not last.shift and (known := Edtf(start.text).earliest):
            last = replace(
                last, year=known.year, month=last.month or (known.month if first.month or last.day else None)
            )
        end = _end(last, setting, expression.cue)
        if not end:
            return None, None
        if _days(start.text)[0] > _days(end.text)[1]:
            start, end = _over_new_year(start, end, explicit=bool(first.year))
        text = f"{_marked(start.text, expression)}/{_marked(end.text, expression)}"
        return Edtf(text if "/" not in start.text + end.text else _hull(start.text, end.text)), start.how or end.how
    except InvalidDate:
        return None, None


def _end(fields: Fields, setting: Setting, cue: Cue | None) -> Placed | None:
    if fields.shift:
        return _shifted(fields, fields.shift, setting)
    if fields.decade:
        return Placed(f"{fields.decade}X")
    if fields.century:
        return Placed(f"{fields.century}XX")
    if fields.year:
        return Placed(_written(fields))
    if fields.weekday and not fields.day:
        return _weekday(fields.weekday, setting, cue)
    if fields.day and not fields.month:
        return _day_of_month(fields, setting, cue)
    return _in_some_year(fields, setting, cue)


def _written(fields: Fields) -> str:
    year = f"{fields.year:04}"
    if fields.months:
        first, last = fields.months.split("/")
        return f"{year}-{first}/{year}-{last}"
    if fields.season:
        return f"{year}-{fields.season}"
    if fields.month:
        return f"{year}-{fields.month:02}" + (f"-{fields.day:02}" if fields.day else "")
    return f"{year}-{PARTS_OF_YEAR[fields.part]:02}" if fields.part in PARTS_OF_YEAR else year


def _shifted(fields: Fields, shift: Shift, setting: Setting) -> Placed | None:
    found = setting.anchor(shift)
    if not found:
        return None
    anchor, called = found
    how = f"{shift} {called}"
    if not shift.unit:
        if fields.weekday and not fields.day:
            return _named_weekday(fields.weekday, shift, anchor, how)
        if not (fields.month or fields.season):
            return None
        within = next(_years(fields, anchor, shift), None)
        return Placed(_written(within), how) if within else None
    if shift.unit == "year":
        return Placed(_written(replace(fields, year=anchor.year + shift.steps)), how)
    if shift.unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift.steps
        return Placed(_written(replace(fields, year=months // 12, month=months % 12 + 1)), how)
    if shift.unit == "day":
        return Placed((anchor + timedelta(days=shift.steps)).isoformat(), how)
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift.steps)
    if fields.weekday:
        return Placed((monday + timedelta(days=fields.weekday - 1)).isoformat(), how)
    return Placed(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}", how)


def _years(fields: Fields, anchor: date, shift: Shift) -> Iterator[Fields]:
    """The date in the years around `anchor`, in the direction of the shift, nearest first."""
    for distance in range(4):
        dated = replace(fields, year=anchor.year + distance * (shift.steps or 1))
        first, last = _days(_written(dated))
        if shift.steps < 0 and last >= anchor.replace(day=1):
            continue
        if shift.steps > 0 and first <= anchor:
            continue
        yield dated


def _named_weekday(weekday: int, shift: Shift, anchor: date, how: str) -> Placed:
    if not shift.steps:
        return Placed((anchor + timedelta(days=weekday - anchor.isoweekday())).isoformat(), how)
    away = (weekday - anchor.isoweekday()) * shift.steps % 7 or 7
    return Placed((anchor + timedelta(days=away * shift.steps)).isoformat(), how)


def _weekday(weekday: int, setting: Setting, cue: Cue | None) -> Placed | None:
    found = setting.anchor(Shift("document", 0, "day"))
    if not found:
        return None
    anchor, called = found
    back = (anchor.isoweekday() - weekday) % 7
    ahead = (weekday - anchor.isoweekday()) % 7
    forward = cue == "future"
    day = anchor + timedelta(days=ahead) if forward else anchor - timedelta(days=back)
    return Placed(day.isoformat(), f"{calendar.day_name[weekday - 1]} {'after' if forward else 'before'} {called}")


def _weekdays(first: Fields, last: Fields, setting: Setting, expression: Expression) -> tuple[Edtf | None, str | None]:
    """From one weekday to another: the end is placed, the start lies in the week before it."""
    end = _end(last, setting, expression.cue)
    if not end:
        return None, None
    day = date.fromisoformat(end.text)
    start = day - timedelta(days=((last.weekday or 0) - (first.weekday or 0)) % 7)
    return Edtf(f"{start.isoformat()}/{day.isoformat()}"), end.how


def _day_of_month(fields: Fields, setting: Setting, cue: Cue | None) -> Placed | None:
    """A bare day: of the month in focus in this paragraph or heading, else the one nearest to the document's date."""
    for month in (setting.paragraph, setting.heading):
        if month and month.earliest and month.precision in (Precision.DAY, Precision.MONTH):
            known = replace(fields, year=month.earliest.year, month=month.earliest.month)
            if Edtf(_written(known)):
                return Placed(_written(known), f"the month of {month}")
    found = setting.anchor(Shift("document", 0, "month"))
    if not found:
        return None
    anchor, called = found
    months = [anchor.year * 12 + anchor.month - 1 + step for step in (0, -1, 1)]
    dated = [_written(replace(fields, year=m // 12, month=m % 12 + 1)) for m in months]
    return _nearest([d for d in dated if _exists(d)], anchor, called, cue)


def _in_some_year(fields: Fields, setting: Setting, cue: Cue | None) -> Placed | None:
    """A month, season or day of the year without the year."""
    if over := setting.sentence or setting.heading:
        return Placed(_written(replace(fields, year=_days(over.text)[0].year)), f"the year of {over} before it")
    document, nearby = setting.document, _other_year(setting)
    if (
        nearby
        and not fields.weekday
        and not (cue == "future" and document and _days(document.text) > _days(nearby.text))
    ):
        return Placed(_written(replace(fields, year=_days(nearby.text)[0].year)), f"the year of {nearby}")
    if not document or not document.latest:
        return None
    called = setting.called
    if document.precision is Precision.YEAR:
        return Placed(_written(replace(fields, year=document.latest.year)), f"the year of {called}")
    years = (
        range(document.latest.year - 3, document.latest.year + 3)
        if fields.weekday
        else (document.latest.year + step for step in (0, -1, 1))
    )
    dated = [text for year in years if _exists(text := _written(replace(fields, year=year)))]
    if fields.weekday:
        dated = [t for t in dated if date.fromisoformat(t).isoweekday() == fields.weekday] or dated
    return _nearest(dated, document.latest, called, cue)


def _other_year(setting: Setting) -> Edtf | None:
    """The last date of the paragraph, where it lies in another year than the document.

    In a dated document a bare year is but spoken of; only one to the month or day is told on from.
    """
    nearby, document = setting.paragraph, setting.document
    if not nearby or not document:
        return nearby
    told = nearby.precision in (Precision.DAY, Precision.MONTH)
    return nearby if told and _days(document.text)[1].year != _days(nearby.text)[0].year else None


def _nearest(dated: list[str], anchor: date, called: str, cue: Cue | None) -> Placed | None:
    def distance(text: str) -> int:
        first, last = _days(text)
        if first <= anchor <= last:
            return 0
        if last < anchor:
            return (anchor - last).days * (OUT_OF_TENSE if cue == "future" else 1)
        return (first - anchor).days * {None: AGAINST_FUTURE, "future": 1}.get(cue, OUT_OF_TENSE)

    if not dated:
        return None
    text = min(dated, key=distance)
    return Placed(text, f"the {'next' if (Edtf(text).earliest or anchor) > anchor else 'last'} one by {called}")


def _over_new_year(start: Placed, end: Placed, explicit: bool) -> tuple[Placed, Placed]:
    """28 December – 3 January: the year given is that of the end, the year worked out that of the start."""

    def moved(placed: Placed, years: int) -> Placed:
        return replace(placed, text=f"{int(placed.text[:4]) + years:04}{placed.text[4:]}")

    return (moved(start, -1), end) if explicit else (start, moved(end, 1))


def _hull(start: str, end: str) -> str:
    return f"{start.split('/')[0]}/{end.split('/')[-1]}"


def _marked(text: str, expression: Expression) -> str:
    if not expression.approximate:
        return text
    return "/".join(f"{end}~" for end in text.split("/"))


def _days(text: str) -> tuple[date, date]:
    """First and last day of a date that has both."""
    first, last = Edtf(text).bounds
    if first is None or last is None:
        raise InvalidDate(f"{text} is open at one end")
    return first, last


def _exists(text: str) -> bool:
    try:
        Edtf(text)
    except InvalidDate:
        return False
    return True


def _named(day: date, unit: Unit) -> str:
    return {"year": f"{day:%Y}", "month": f"{day:%Y-%m}"}.get(unit, day.isoformat())
