"""Dates and periods as people type them."""

from contextlib import suppress

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from jumelage.desk.forms.dates import date_to_type, typed_date, typed_period
from jumelage.desk.periods import period_in_words
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.periods import Period

LANGUAGES = st.sampled_from(["en", "nl", "fr", "de", "zh-hans"])
YEARS = st.integers(1900, 2099)
MONTHS = st.integers(1, 12)
DAYS = st.builds("{:04}-{:02}-{:02}".format, YEARS, MONTHS, st.integers(1, 28))
DATES = st.one_of(
    DAYS,
    st.builds("{:04}".format, YEARS),
    st.builds("{:04}-{:02}".format, YEARS, MONTHS),
    st.builds("{:04}-{}".format, YEARS, st.integers(21, 24)),
    st.builds("{:03}X".format, st.integers(190, 209)),
    st.builds("{:04}{}".format, YEARS, st.sampled_from("~?%")),
    st.builds("{:04}/..".format, YEARS),
    st.builds("../{:04}".format, YEARS),
    st.builds(lambda days: "/".join(sorted(days)), st.tuples(DAYS, DAYS)),
).map(Edtf)


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "1985", "1985"),
        ("en", "autumn 2016", "2016-23"),
        ("en", "22–25 February 2023", "2023-02-22/2023-02-25"),
        ("en", "from 22 to 25 February 2023", "2023-02-22/2023-02-25"),
        ("en", "about 1990", "1990~"),
        ("en", "June 2015?", "2015-06?"),
        ("en", "2016-23", "2016-23"),
        ("en", "8 juni 2015", "2015-06-08"),
        ("nl", "najaar 2016", "2016-23"),
        ("fr", "du 22 au 25 février 2023", "2023-02-22/2023-02-25"),
        ("de", "8. Juni 2015", "2015-06-08"),
        ("zh-hans", "2016年秋季", "2016-23"),
        ("zh-hans", "2023年2月22日至25日", "2023-02-22/2023-02-25"),
    ],
)
def test_what_people_write_is_understood(language: str, typed: str, meant: str) -> None:
    with translation.override(language):
        assert typed_date(typed) == Edtf(meant)


@pytest.mark.parametrize("typed", ["soon", "9 June", "8 June 2015 and 9 July 2016", "winter after 2016", "2015-13", ""])
def test_what_is_no_one_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        typed_date(typed)


@given(date=DATES, language=LANGUAGES)
def test_a_date_that_is_shown_to_be_changed_means_the_same_when_it_is_left(date: Edtf, language: str) -> None:
    with translation.override(language):
        assert typed_date(date_to_type(date)) == date


@given(text=st.text(max_size=60))
def test_anything_typed_is_a_date_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert typed_date(text).bounds != (None, None)


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [("en", "5 years", "P5Y"), ("en", "1 year, 6 months", "P1Y6M"), ("nl", "30 dagen", "P30D"), ("en", "p6m", "P6M")],
)
def test_periods_are_understood(language: str, typed: str, meant: str) -> None:
    with translation.override(language):
        assert typed_period(typed) == Period(meant)


@given(years=st.integers(1, 99), days=st.integers(0, 99), language=LANGUAGES)
def test_a_period_in_words_is_the_same_period(years: int, days: int, language: str) -> None:
    with translation.override(language):
        period = Period(f"P{years}Y{days}D" if days else f"P{years}Y")
        assert typed_period(period_in_words(period)) == period


@pytest.mark.parametrize("typed", ["a while", "5", "5 furlongs", "years"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        typed_period(typed)
