"""Lists in: what would become of every row, what an officer wants done, and then all of it or nothing."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.contrib.auth.models import User

from jumelage.exchange.mapping import Mapping as Columns
from jumelage.exchange.rows import Table
from jumelage.exchange.understanding import Understood, understand
from jumelage.register.actions import BroughtIn, bring_in
from jumelage.register.foresight import ANOTHER_ROW, Fate, foresee


class Wanted(StrEnum):
    """What an officer wants done with the rows of one fate."""

    TAKE = "take"
    """Take them as matching sees them: what may be something known stays apart, and waits as a suggestion."""
    SAME = "same"
    """Take what may be something known for the same; only for `maybe`."""
    SKIP = "skip"
    """Leave them out."""


class RowsAreWrong(ValueError):
    """A column is missing, or some rows can't be understood and nobody said to leave them out."""


@dataclass(frozen=True, slots=True)
class RowFate:
    """What would become of a row, and why: `record` is the one that it is of, or may be of. An error has no fate."""

    number: int
    fate: Fate | None
    because: str = ""
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A list as a mapping understands it, with the fate of every row, in the order of the list."""

    table: Table
    mapping: Columns
    fates: tuple[RowFate, ...]
    understood: Understood = field(repr=False)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows have which fate, errors among them."""
        return Counter(row.fate.value if row.fate else "error" for row in self.fates)

    @property
    def errors(self) -> tuple[RowFate, ...]:
        return tuple(row for row in self.fates if row.fate is None)


@dataclass(frozen=True, slots=True)
class Choices:
    """What to do with the rows of each fate, and the numbers of single rows to leave out.

    Rows that are wrong can only be left out, and only where `skip_errors` says so.
    """

    by_fate: Mapping[Fate, Wanted] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
    skip_errors: bool = False

    def takes(self, row: RowFate) -> bool:
        if row.fate is None or row.number in self.skipped:
            return False
        return self.by_fate.get(row.fate, Wanted.TAKE) is not Wanted.SKIP


def plan(table: Table, mapping: Columns) -> Plan:
    """What would become of every row. Nothing is written or kept, and the register may change before it is done.

    Raises `RowsAreWrong` where no column gives what every row must have.
    """
    if missing := mapping.missing():
        raise RowsAreWrong(f"No column gives {' or '.join(missing)}: say which one does.")
    understood = understand(table, mapping)
    return Plan(table, mapping, tuple(_fates(table, understood)), understood)


def carry_out(
    officer: User,
    plan: Plan,
    choices: Choices | None = None,
    *,
    reason: str = "",
    report: Callable[[int], object] = lambda _: None,
) -> BroughtIn:
    """Brings the list in as the choices say: all of it or nothing, under one log entry; `undo` takes it out as a whole.

    The same list brought in again changes nothing. `report` hears how many more entities and claims are written. Raises
    `RowsAreWrong`, and what `bring_in` does.
    """
    choices = choices or Choices()
    if plan.errors and not choices.skip_errors:
        raise RowsAreWrong(f"{len(plan.errors):,} rows are wrong; put them right, or leave them out.")
    left_out = frozenset(row.number for row in plan.fates if not choices.takes(row))
    understood = plan.understood
    if left_out - understood.errors.keys():
        understood = understand(plan.table, plan.mapping, leave_out=left_out)
    return bring_in(
        officer,
        plan.table.source,
        understood.reading,
        understood.where,
        choose_first=choices.by_fate.get(Fate.MAYBE) is Wanted.SAME,
        counts=plan.counts,
        reason=reason,
        report=report,
    )


def _fates(table: Table, understood: Understood) -> Iterator[RowFate]:
    foreseen = foresee(understood.reading, table.source.text, understood.where)
    told: set[int | str] = set()
    for row in table.rows:
        if error := understood.errors.get(row.number):
            yield RowFate(row.number, None, error)
            continue
        claim = understood.claim_of.get(row.number)
        what = understood.entity_of[row.number] if claim is None else claim
        fate = foreseen.entities[understood.entity_of[row.number]] if claim is None else foreseen.claims[claim]
        if fate.fate is Fate.NEW and what in told:
            fate = ANOTHER_ROW
        told.add(what)
        yield RowFate(row.number, fate.fate, fate.because, fate.record)
