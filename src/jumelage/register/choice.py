"""The one rule by which a record shows some of the values that were ever said of it."""

from collections.abc import Sequence
from itertools import combinations

from jumelage.register.fields import Field, Holds
from jumelage.register.models import Standing, Value
from jumelage.vocabulary.edtf import Edtf, Precision

CONTRADICTING = (Holds.DATE, Holds.PERIOD, Holds.CHOICE, Holds.NUMBER, Holds.ENTITY)
"""What two sources contradict each other on by saying different things. Words may differ and mean the same."""

DAYS = {
    Precision.MONTH: 30,
    Precision.SEASON: 91,
    Precision.YEAR: 365,
    Precision.DECADE: 3652,
    Precision.CENTURY: 36524,
}
MANY_DAYS = 100_000


def current(field: Field, values: Sequence[Value]) -> tuple[list[Value], bool]:
    """Which of the values of one field of one record are shown, and whether that is in dispute.

    `values` in the order in which they were first said.
    """
    alive = [v for v in values if v.standing == Standing.CONFIRMED or (v.standing == Standing.PROPOSED and v.sources)]
    if field.many or not alive:
        return alive, False
    chosen = [v for v in alive if v.standing == Standing.CONFIRMED] or alive
    best = _best(field, chosen)
    return [best], len(chosen) > 1 and field.holds in CONTRADICTING and _contradict(field, chosen)


def _best(field: Field, values: Sequence[Value]) -> Value:
    if field.holds is Holds.FLAG:
        decisive = "false" if field.fades else "true"
        return next((v for v in values if v.text == decisive), values[0])
    if field.holds is Holds.DATE:
        said = [(Edtf(v.text), v.sources) for v in values]
        return max(values, key=lambda v: (_support(Edtf(v.text), said), -_vagueness(Edtf(v.text))))
    return max(values, key=lambda v: v.sources)


def _support(date: Edtf, said: Sequence[tuple[Edtf, int]]) -> int:
    """How many sources say the date or what it makes more precise."""
    return sum(sources for other, sources in said if other.covers(date))


def _vagueness(date: Edtf) -> int:
    """How many days it may mean; a leap year is no vaguer than another, nor a long month than a short one."""
    if date.precision in DAYS:
        return DAYS[date.precision]
    return (date.latest - date.earliest).days if date.earliest and date.latest else MANY_DAYS


def _contradict(field: Field, values: Sequence[Value]) -> bool:
    if field.holds is not Holds.DATE:
        return True
    pairs = combinations([Edtf(v.text) for v in values], 2)
    return any(not a.covers(b) and not b.covers(a) for a, b in pairs)
