"""Anniversaries of twinnings: those that partners mark, every five years."""

from dataclasses import dataclass
from datetime import date

from jumelage.desk.dates import in_words
from jumelage.vocabulary.edtf import Edtf

EVERY = 5
"""Years from one anniversary to the next. Western partners mark fives and tens; Chinese rules know tens only."""


@dataclass(frozen=True, slots=True)
class Anniversary:
    """The day, month or year on which something is so many years old; no more precise than its beginning."""

    years: int
    date: Edtf

    @property
    def in_words(self) -> str:
        return in_words(self.date)


def next_anniversary(since: Edtf, today: date) -> Anniversary | None:
    """The next one that has not passed yet; None where the beginning is no day, month or year."""
    head, rest = since.text[:4], since.text[4:]
    if not head.isdecimal() or "/" in rest or rest.startswith("-2"):
        return None
    years = max(EVERY, -(-(today.year - int(head)) // EVERY) * EVERY)
    for age in (years, years + EVERY):
        latest = (date_then := _then(int(head) + age, rest)).latest
        if latest and latest >= today:
            return Anniversary(age, date_then)
    return None


def _then(year: int, rest: str) -> Edtf:
    """The same day of another year; what began on 29 February is marked on the 28th."""
    if rest.startswith("-02-29"):
        rest = rest.replace("-29", "-28", 1)
    return Edtf(f"{year:04}{rest}")
