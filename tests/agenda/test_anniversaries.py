from datetime import date

import pytest

from jumelage.agenda.anniversaries import Kept, anniversary_in, kept, next_celebration
from jumelage.agenda.profiles import Custom, Sure
from jumelage.vocabulary.edtf import Edtf

FIVES = Custom(5, letter=False, lead=(), sure=Sure.CUSTOM, source="what people do")
TENS = Custom(10, letter=True, lead=(), sure=Sure.COPY, source="rules of a province")


@pytest.mark.parametrize(
    ("since", "years", "when"),
    [
        ("1985", 45, "2030"),
        ("2011-05-27", 20, "2031-05-27"),
        ("2011-10", 15, "2026-10"),
        ("2011", 15, "2026"),
        ("2026-01-02", 5, "2031-01-02"),
        ("1996-02-29", 35, "2031-02-28"),
        ("2021~", 5, "2026~"),
    ],
)
def test_the_next_anniversary_is_the_next_five(since: str, years: int, when: str) -> None:
    anniversary = next_celebration(Edtf(since), (FIVES,), date(2026, 6, 15))
    assert anniversary
    assert (anniversary.years, anniversary.when) == (years, Edtf(when))


@pytest.mark.parametrize("since", ["198X", "2010/2012", "2016-23"])
def test_what_began_on_no_day_month_or_year_has_no_anniversary(since: str) -> None:
    assert next_celebration(Edtf(since), (FIVES,), date(2026, 6, 15)) is None


@pytest.mark.parametrize(
    ("years", "fives", "tens"),
    [
        (41, Kept.NOTHING, Kept.LETTER),
        (25, Kept.CELEBRATION, Kept.LETTER),
        (30, Kept.CELEBRATION, Kept.CELEBRATION),
    ],
)
def test_each_side_keeps_it_by_its_own_custom(years: int, fives: Kept, tens: Kept) -> None:
    assert (kept(FIVES, years), kept(TENS, years)) == (fives, tens)


def test_who_knows_tens_only_waits_longer() -> None:
    found = next_celebration(Edtf("2011-10"), (TENS,), date(2026, 6, 15))
    assert found
    assert (found.years, found.when) == (20, Edtf("2031-10"))


def test_the_year_of_the_beginning_is_no_anniversary() -> None:
    assert anniversary_in(Edtf("2015"), 2015) is None
