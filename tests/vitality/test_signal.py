from datetime import date

import pytest

from jumelage.agenda.profiles import Quiet
from jumelage.vitality.signal import Contact, Evidence, Signal, Vitality, months_between, vitality_of

TODAY = date(2026, 11, 22)
SISTER = Quiet(quiet=24, asleep=60)


def judged(*contacts: Contact, dormant: bool = False, ended: bool = False) -> Vitality:
    return vitality_of(Evidence(contacts), SISTER, TODAY, dormant=dormant, ended=ended)


def visit(day: str, by: int, *people: int, days: int = 3) -> Contact:
    return Contact(1, "visit", date.fromisoformat(day), by, days, frozenset(people))


@pytest.mark.parametrize(
    ("day", "signal"),
    [
        ("2024-11-23", Signal.ALIVE),
        ("2024-11-22", Signal.QUIET),
        ("2021-11-23", Signal.QUIET),
        ("2021-11-22", Signal.ASLEEP),
    ],
)
def test_time_since_the_last_contact_decides(day: str, signal: Signal) -> None:
    assert judged(visit("2019-01-01", 0), visit(day, 1)).signal is signal


def test_no_evidence_is_not_asleep_and_dormant_is_by_decision() -> None:
    assert judged().signal is Signal.NO_EVIDENCE
    assert judged(dormant=True).signal is Signal.DORMANT
    assert judged(visit("2026-11-01", 0), dormant=True).signal is Signal.DORMANT
    assert judged(visit("2026-11-01", 0), ended=True, dormant=True).signal is Signal.ENDED


def test_visits_are_counted_each_way() -> None:
    seen = judged(visit("2020-01-01", 0), visit("2021-01-01", 0, days=5), visit("2022-01-01", 1, days=1))
    assert (seen.visits, seen.days, seen.one_sided) == ((2, 1), (8, 1), False)
    assert judged(*[visit(f"202{n}-01-01", 0) for n in range(3)]).one_sided


def test_it_depends_on_one_person_where_most_contacts_name_them() -> None:
    assert judged(visit("2020-01-01", 0, 7), visit("2021-01-01", 0, 7), visit("2022-01-01", 0, 8)).depends_on == 7
    assert judged(visit("2020-01-01", 0, 7), visit("2021-01-01", 0, 8), visit("2022-01-01", 0, 9)).depends_on is None
    assert judged(visit("2020-01-01", 0, 7), visit("2021-01-01", 0, 7)).depends_on is None


@pytest.mark.parametrize(
    ("day", "months"), [("2026-11-22", 0), ("2026-10-23", 0), ("2026-10-22", 1), ("2025-11-22", 12), ("2027-01-01", 0)]
)
def test_only_whole_months_count(day: str, months: int) -> None:
    assert months_between(date.fromisoformat(day), TODAY) == months
