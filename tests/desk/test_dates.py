from datetime import date

import pytest
from django.utils import translation

from jumelage.desk.anniversaries import next_anniversary
from jumelage.desk.dates import in_words
from jumelage.vocabulary.edtf import Edtf


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2015-06-08", "8 June 2015"),
        ("2015-06", "June 2015"),
        ("1985", "1985"),
        ("2016-23", "autumn 2016"),
        ("198X", "the 1980s"),
        ("1985~", "about 1985"),
        ("2015-06-08?", "8 June 2015 (uncertain)"),
        ("1985%", "about 1985 (uncertain)"),
        ("2023-02-22/2023-02-25", "22 February 2023 – 25 February 2023"),
        ("../2019", "until 2019"),
        ("2010/..", "from 2010"),
    ],
)
def test_dates_are_told_as_precisely_as_they_are_known(edtf: str, words: str) -> None:
    assert in_words(Edtf(edtf)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "8 juni 2015"), ("fr", "8 juin 2015"), ("de", "8. Juni 2015"), ("zh-hans", "2015年6月8日")],
)
def test_dates_are_written_as_each_language_writes_them(language: str, words: str) -> None:
    with translation.override(language):
        assert in_words(Edtf("2015-06-08")) == words


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
    anniversary = next_anniversary(Edtf(since), date(2026, 6, 15))
    assert anniversary
    assert (anniversary.years, anniversary.date) == (years, Edtf(when))


@pytest.mark.parametrize("since", ["198X", "2010/2012", "2016-23"])
def test_what_began_on_no_day_month_or_year_has_no_anniversary(since: str) -> None:
    assert next_anniversary(Edtf(since), date(2026, 6, 15)) is None
