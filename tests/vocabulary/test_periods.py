"""Periods are counted as contracts count them; the cases were worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jumelage.vocabulary.periods import InvalidPeriod, Period

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
PERIODS = st.builds(lambda n, unit: Period(f"P{n}{unit}"), st.integers(1, 60), st.sampled_from("YMWD"))


@pytest.mark.parametrize(
    ("start", "period", "times", "next_start"),
    [
        ("2016-01-01", "P5Y", 1, "2021-01-01"),
        ("2016-02-29", "P1Y", 1, "2017-03-01"),
        ("2016-02-29", "P1Y", 4, "2020-02-29"),
        ("2015-01-31", "P1M", 1, "2015-03-01"),
        ("2015-01-31", "P1M", 2, "2015-03-31"),
        ("2015-01-30", "P1M", 1, "2015-03-01"),
        ("2015-02-28", "P1M", 1, "2015-03-28"),
        ("2015-12-15", "P1Y6M", 1, "2017-06-15"),
        ("2015-12-15", "P2W", 1, "2015-12-29"),
        ("2016-02-15", "P30D", 1, "2016-03-16"),
    ],
)
def test_what_follows_begins_on_the_day_after(start: str, period: str, times: int, next_start: str) -> None:
    assert Period(period).first_day_after(date.fromisoformat(start), times) == date.fromisoformat(next_start)


@pytest.mark.parametrize(
    ("end", "notice", "last_day"),
    [
        ("2020-12-31", "P6M", "2020-06-30"),
        ("2020-12-31", "P1Y", "2019-12-31"),
        ("2021-02-28", "P3M", "2020-11-30"),
        ("2020-12-31", "P30D", "2020-12-01"),
    ],
)
def test_notice_is_counted_back_from_the_end(end: str, notice: str, last_day: str) -> None:
    assert Period(notice).before(date.fromisoformat(end)) == date.fromisoformat(last_day)


@given(DAYS, PERIODS)
def test_a_whole_period_fits_between_notice_and_end(end: date, period: Period) -> None:
    assert period.first_day_after(period.before(end) + timedelta(days=1)) <= end + timedelta(days=1)


@given(DAYS, PERIODS, st.integers(1, 20))
def test_more_periods_last_longer(start: date, period: Period, times: int) -> None:
    assume(start.year + times * 60 < 2300)
    assert start < period.first_day_after(start, times) < period.first_day_after(start, times + 1)


@pytest.mark.parametrize("text", ["", "P", "5Y", "P0Y", "PT1H", "P5", "five years", "P-1Y", "P1Y "])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidPeriod, match="no period like P5Y"):
        Period(text)


def test_no_calendar_goes_past_9999() -> None:
    with pytest.raises(OverflowError):
        Period("P999Y").first_day_after(date(9500, 1, 1))
