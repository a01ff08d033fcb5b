"""The signal of one twinning, from the evidence: no guess, and never a score."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumelage.agenda.profiles import Quiet

MANY = 3
"""From how many contacts that name people on it can be said on whom they depend."""
MOST = 0.6
"""The part of them that one person must be named in for that."""


class Signal(StrEnum):
    """Dormant is by decision. Where no source tells of any contact, nobody knows: that is not asleep."""

    ALIVE = "alive"
    QUIET = "quiet"
    ASLEEP = "asleep"
    NO_EVIDENCE = "no evidence"
    DORMANT = "dormant"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Contact:
    """A visit, an event or a paper of both sides. `day` is the last it may mean.

    For a visit `by` tells which side travelled (0 or 1; None where both did or nobody says) and `days` how long.
    """

    record: int
    kind: str
    day: date
    by: int | None = None
    days: int = 0
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is on record between the two sides: contacts up to today, promises, programmes given by each side."""

    contacts: Sequence[Contact] = ()
    promises_due: int = 0
    promises_kept: int = 0
    given: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Vitality:
    """`months` since the `last` contact; `depends_on` is a person whom most contacts name.

    `visits` and `days` are those of each side to the other.
    """

    signal: Signal
    threshold: Quiet
    evidence: Evidence
    last: Contact | None
    months: int | None
    by_kind: Counter[str]
    depends_on: int | None
    visits: tuple[int, int]
    days: tuple[int, int]

    @property
    def one_sided(self) -> bool:
        """Whether at least three visits went one way and none the other."""
        return max(self.visits) >= MANY and min(self.visits) == 0


def vitality_of(evidence: Evidence, threshold: Quiet, today: date, *, dormant: bool, ended: bool) -> Vitality:
    last = max(evidence.contacts, key=lambda contact: contact.day, default=None)
    months = months_between(last.day, today) if last else None
    travelled = [[contact for contact in evidence.contacts if contact.by == side] for side in (0, 1)]
    return Vitality(
        signal=signal_of(months, threshold, dormant=dormant, ended=ended),
        threshold=threshold,
        evidence=evidence,
        last=last,
        months=months,
        by_kind=Counter(contact.kind for contact in evidence.contacts),
        depends_on=_depends_on(evidence.contacts),
        visits=(len(travelled[0]), len(travelled[1])),
        days=(sum(contact.days for contact in travelled[0]), sum(contact.days for contact in travelled[1])),
    )


def signal_of(months: int | None, threshold: Quiet, *, dormant: bool, ended: bool) -> Signal:
    """By the months since the last contact; None where there is none on record."""
    if ended:
        return Signal.ENDED
    if dormant:
        return Signal.DORMANT
    if months is None:
        return Signal.NO_EVIDENCE
    if months >= threshold.asleep:
        return Signal.ASLEEP
    return Signal.QUIET if months >= threshold.quiet else Signal.ALIVE


def months_between(day: date, today: date) -> int:
    """Whole months that have passed."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return max(0, months - (today.day < day.day))


def _depends_on(contacts: Iterable[Contact]) -> int | None:
    named = [contact.people for contact in contacts if contact.people]
    if len(named) < MANY:
        return None
    person, times = Counter(person for people in named for person in people).most_common(1)[0]
    return person if times / len(named) >= MOST else None
