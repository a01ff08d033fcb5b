"""Dates as sources know them: what they may mean, and what is no date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.vocabulary.edtf import Edtf, InvalidDate, Precision, is_edtf

DAYS = st.dates(min_value=date(1, 1, 1))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1985", date(1985, 1, 1), date(1985, 12, 31), Precision.YEAR),
        ("2011-10", date(2011, 10, 1), date(2011, 10, 31), Precision.MONTH),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2015-06-08", date(2015, 6, 8), date(2015, 6, 8), Precision.DAY),
        ("2016-21", date(2016, 3, 1), date(2016, 5, 31), Precision.SEASON),
        ("2016-23", date(2016, 9, 1), date(2016, 11, 30), Precision.SEASON),
        ("2023-24", date(2023, 12, 1), date(2024, 2, 29), Precision.SEASON),
        ("198X", date(1980, 1, 1), date(1989, 12, 31), Precision.DECADE),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), Precision.CENTURY),
        ("2023-02-22/2023-02-25", date(2023, 2, 22), date(2023, 2, 25), Precision.INTERVAL),
        ("2015/2016-03", date(2015, 1, 1), date(2016, 3, 31), Precision.INTERVAL),
        ("1985~", date(1985, 1, 1), date(1985, 12, 31), Precision.YEAR),
    ],
)
def test_a_date_lies_between_its_bounds(text: str, first: date, last: date, precision: Precision) -> None:
    assert (Edtf(text).earliest, Edtf(text).latest, Edtf(text).precision) == (first, last, precision)


@pytest.mark.parametrize("text", ["2015/..", "2015/"])
def test_an_interval_may_stay_open(text: str) -> None:
    assert (Edtf(text).earliest, Edtf(text).latest) == (date(2015, 1, 1), None)


def test_an_interval_may_have_no_known_start() -> None:
    assert (Edtf("../2015").earliest, Edtf("../2015").latest) == (None, date(2015, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        *("", "X", "85", "June 1985", "2015-13", "2015-00", "2015-02-30", "2015-6-8", "0000", "2015-06-08T10:00"),
        *("201X-06", "2016-23-01", "2016/2015", "/", "../..", "2015-06/2015-05-31", "9999-24", "２０１５", " 2015"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        Edtf(text)
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [("1985", False, False), ("1985~", True, False), ("2019?", False, True), ("2019-05%", True, True)],
)
def test_marks_say_how_sure_the_source_is(text: str, approximate: bool, uncertain: bool) -> None:
    assert (Edtf(text).approximate, Edtf(text).uncertain) == (approximate, uncertain)


@given(DAYS)
def test_a_day_means_itself(day: date) -> None:
    assert Edtf(day.isoformat()).bounds == (day, day)


@given(DAYS)
def test_a_year_covers_its_months_and_they_their_days(day: date) -> None:
    iso = day.isoformat()
    year, month = Edtf(iso[:4]), Edtf(iso[:7])
    assert year.covers(month)
    assert month.covers(Edtf(iso))
    assert not month.covers(year)


@given(DAYS, DAYS)
def test_an_interval_covers_its_ends_and_runs_forward(one: date, other: date) -> None:
    first, last = sorted((one, other))
    interval = Edtf(f"{first}/{last}")
    assert interval.covers(Edtf(first.isoformat()))
    assert interval.covers(Edtf(last.isoformat()))
    if first != last:
        assert not is_edtf(f"{last}/{first}")


@given(st.text(alphabet="0129X~?%-/.", max_size=24))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    if is_edtf(text):
        earliest, latest = Edtf(text).bounds
        assert earliest or latest
        assert Edtf(text).precision in Precision
    else:
        with pytest.raises(InvalidDate):
            Edtf(text)
