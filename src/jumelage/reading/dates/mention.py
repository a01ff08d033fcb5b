"""A date, a duration or an anniversary as it stands in a text."""

from dataclasses import dataclass
from enum import StrEnum

from jumelage.vocabulary.edtf import Edtf


class MentionKind(StrEnum):
    POINT = "point"
    """A date or an interval."""
    DURATION = "duration"
    """A number of years: "for thirty years"."""
    ANNIVERSARY = "anniversary"
    """A number of years that is celebrated: 三十周年."""


class DateRole(StrEnum):
    """What the words around a date make of it."""

    SINCE = "since"
    UNTIL = "until"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that names a date.

    `date` is None where the date was seen but can't be placed in a year. The date of an anniversary, and of a duration
    with a role, is the year it counts from. `worked_out` tells people how a date was found that does not stand there
    in so many words.
    """

    start: int
    end: int
    date: Edtf | None
    role: DateRole | None = None
    worked_out: str | None = None
    kind: MentionKind = MentionKind.POINT
    years: int | None = None
    """How many years a duration or an anniversary counts."""
