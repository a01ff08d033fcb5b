"""Whether two records of what is said of entities are the same: twinnings, agreements, visits …"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from jumelage.register.fields import FIELDS, Holds
from jumelage.register.keys import key_of
from jumelage.register.matching.sameness import Sameness, different, doubtful, same
from jumelage.vocabulary.edtf import Edtf, Precision

Values = frozenset[str | int]


@dataclass(frozen=True, slots=True)
class RecordProfile:
    """What a record is compared by: for each field its values, entities as the keys of their records."""

    kind: str
    values: Mapping[str, Values]

    def __getitem__(self, field: str) -> Values:
        return self.values.get(field, frozenset())

    def date(self, field: str) -> Edtf | None:
        return next((Edtf(str(value)) for value in self[field]), None)

    def words(self, field: str) -> frozenset[str]:
        return frozenset(key_of(str(value)) for value in self[field]) - {""}

    @property
    def entities(self) -> frozenset[int]:
        """Every entity the record refers to."""
        referring = [f.name for f in FIELDS[self.kind].values() if f.holds is Holds.ENTITY]
        return frozenset(value for name in referring for value in self[name] if isinstance(value, int))


def compare(a: RecordProfile, b: RecordProfile) -> Sameness:
    if a.kind != b.kind:
        return different(f"one is a {a.kind}, the other a {b.kind}")
    return RULES[a.kind](a, b)


def _twinnings(a: RecordProfile, b: RecordProfile) -> Sameness:
    return same("the same parties") if _equal(a, b, "parties") else different("other parties")


def _agreements(a: RecordProfile, b: RecordProfile) -> Sameness:
    if _equal(a, b, "kind") and _equal(a, b, "parties"):
        return _by_date(a, b, "signed", "the same kind and parties")
    if _one_day(a, b, "signed") and len(a["parties"] & b["parties"]) >= TWO_SIDES:
        return doubtful("signed at the same time by some of the same parties")
    return different("another kind or other parties")


def _visits(a: RecordProfile, b: RecordProfile) -> Sameness:
    if _equal(a, b, "visitors") and _equal(a, b, "hosts"):
        return _by_date(a, b, "start", "the same visitors and hosts", coarsest=Precision.MONTH)
    if _one_day(a, b, "start") and a["visitors"] & b["visitors"] and a["hosts"] & b["hosts"]:
        return doubtful("some of the same visitors and hosts, at the same time")
    if _one_day(a, b, "start") and _equal(a, b, "head"):
        return doubtful("led by the same person at the same time")
    return different("other visitors or hosts")


def _events(a: RecordProfile, b: RecordProfile) -> Sameness:
    if not _equal(a, b, "kind"):
        return different("another kind")
    if a.words("title") & b.words("title"):
        return _by_date(a, b, "start", "the same kind and title")
    if a.entities & b.entities:
        return _by_date(a, b, "start", "the same kind, and somebody took part in both", coarsest=Precision.DAY)
    return different("nobody and no title in common")


def _posts(a: RecordProfile, b: RecordProfile) -> Sameness:
    if not (_equal(a, b, "person") and a.words("title") & b.words("title")):
        return different("another person or title")
    if a["of"] and b["of"] and not _equal(a, b, "of"):
        return different("the same title elsewhere")
    return same("the same person and title")


def _programmes(a: RecordProfile, b: RecordProfile) -> Sameness:
    if not (_equal(a, b, "kind") and _equal(a, b, "parties")):
        return different("another kind or other parties")
    return _by_date(a, b, "since", "the same kind and parties", both_unknown=True)


def _commitments(a: RecordProfile, b: RecordProfile) -> Sameness:
    if not (_equal(a, b, "by") and a.words("action") & b.words("action")):
        return different("somebody else, or something else")
    return _by_date(a, b, "due", "the same undertaking, word for word", both_unknown=True)


def _honours(a: RecordProfile, b: RecordProfile) -> Sameness:
    if not (_equal(a, b, "recipient") and a.words("title") & b.words("title")):
        return different("another recipient or title")
    return _by_date(a, b, "date", "the same recipient and title", both_unknown=True)


RULES: Mapping[str, Callable[[RecordProfile, RecordProfile], Sameness]] = {
    "twinning": _twinnings,
    "agreement": _agreements,
    "visit": _visits,
    "event": _events,
    "post": _posts,
    "programme": _programmes,
    "commitment": _commitments,
    "honour": _honours,
}


TWO_SIDES = 2
"""An agreement has at least so many parties."""


def _one_day(a: RecordProfile, b: RecordProfile, field: str) -> bool:
    """Whether both were on the same day, or in the same month where no day is told."""
    one, other = a.date(field), b.date(field)
    return bool(one and one == other and one.precision in (Precision.DAY, Precision.MONTH))


def _equal(a: RecordProfile, b: RecordProfile, field: str) -> bool:
    return bool(a[field]) and a[field] == b[field]


FINEST_FIRST = (Precision.DAY, Precision.MONTH, Precision.SEASON, Precision.YEAR)


def _by_date(
    a: RecordProfile,
    b: RecordProfile,
    field: str,
    ground: str,
    *,
    coarsest: Precision = Precision.YEAR,
    both_unknown: bool = False,
) -> Sameness:
    """Settles two records that are alike in everything else by a date, which must be no coarser than `coarsest`."""
    one, other = a.date(field), b.date(field)
    if not one or not other:
        return same(ground) if both_unknown and not one and not other else doubtful(f"{ground}; a date is missing")
    if not (one.covers(other) or other.covers(one)):
        return different(f"{ground}, but {one} and {other}")
    close_enough = FINEST_FIRST[: FINEST_FIRST.index(coarsest) + 1]
    if one.precision in close_enough and other.precision in close_enough:
        return same(f"{ground}, {one}" if one == other else f"{ground}, {one} and {other}")
    return doubtful(f"{ground}, {one} and {other}")
