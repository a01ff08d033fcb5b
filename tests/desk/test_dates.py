import pytest
from django.utils import translation

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
