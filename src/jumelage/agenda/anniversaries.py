"""Anniversaries, by the custom of each side."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumelage.agenda.profiles import Custom
from jumelage.vocabulary.edtf import Edtf


class Kept(StrEnum):
    """How a side keeps an anniversary."""

    CELEBRATION = "celebration"
    LETTER = "letter"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The day, month or year on which something is so many years old; no more precise than its beginning."""

    years: int
    when: Edtf

    @property
    def first_day(self) -> date:
        day = self.when.earliest
        assert day is not None  # noqa: S101  a day, a month or a year has a first day
        return day


def anniversary_in(since: Edtf, year: int) -> Anniversary | None:
    """The one of that year; None before the first, and where the beginning is no day, month or year."""
    head, rest = since.text[:4], since.text[4:]
    if not head.isdecimal() or "/" in rest or rest.startswith("-2") or year <= int(head):
        return None
    return Anniversary(year - int(head), _then(year, rest))


def kept(custom: Custom, years: int) -> Kept:
    """How a side with this custom keeps the anniversary of so many years."""
    if years % custom.every == 0:
        return Kept.CELEBRATION
    return Kept.LETTER if custom.letter else Kept.NOTHING


def next_celebration(since: Edtf, customs: tuple[Custom, ...], today: date) -> Anniversary | None:
    """The next one that has not passed yet and that a side celebrates."""
    for year in range(today.year, today.year + max(custom.every for custom in customs) + 1):
        found = anniversary_in(since, year)
        coming = found and found.when.latest and found.when.latest >= today
        if found and coming and any(kept(custom, found.years) is Kept.CELEBRATION for custom in customs):
            return found
    return None


def _then(year: int, rest: str) -> Edtf:
    """The same day of another year; what began on 29 February is marked on the 28th."""
    if rest.startswith("-02-29"):
        rest = rest.replace("-29", "-28", 1)
    return Edtf(f"{year:04}{rest}")
