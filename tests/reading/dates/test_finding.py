"""Dates in sentences of five languages.

`en.txt`, `nl.txt`, `fr.txt`, `de.txt` and `zh.txt` are tables: the date the text was published (or -), the dates
expected in the order of the text with what the words around them make of them, and the text, its sentences parted by
`/` and its paragraphs by `//`.
"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.reading.dates import DateMention, DateRole, MentionKind, find_dates
from jumelage.vocabulary.edtf import Edtf

LANGUAGES = ("en", "nl", "fr", "de", "zh")


def rows() -> list[tuple[str, ...]]:
    tables = {tag: (Path(__file__).parent / f"{tag}.txt").read_text(encoding="utf-8") for tag in LANGUAGES}
    return [
        (language, *(cell.strip() for cell in line.split("|")))
        for language, table in tables.items()
        for line in table.splitlines()
        if not line.startswith("#")
    ]


def laid_out(text: str) -> tuple[str, list[tuple[int, str]]]:
    """A text with spaces between its sentences and empty lines between its paragraphs, and the sentences' offsets."""
    whole, sentences = "", []
    for paragraph in text.split(" // "):
        for sentence in paragraph.split(" / "):
            sentences.append((len(whole), sentence))
            whole += sentence + " "
        whole += "\n\n"
    return whole, sentences


def mentions(text: str, language: str, published: str | None = None) -> list[DateMention]:
    _, sentences = laid_out(text)
    found = find_dates(sentences, language, Edtf(published) if published else None)
    return [mention for in_sentence in found for mention in in_sentence]


@pytest.mark.parametrize(("language", "published", "expected", "text"), rows())
def test_dates_of_a_text(language: str, published: str, expected: str, text: str) -> None:
    found = mentions(text, language, None if published == "-" else published)
    told = [f"{m.role} {m.date}" if m.role else str(m.date) for m in found if m.date]
    assert " ".join(told) == expected


def test_offsets_are_those_of_the_whole_text() -> None:
    whole, sentences = laid_out("It began in March 1996. / On 12 March they signed. // Nobody came, 3 May 1997.")
    found = [m for in_sentence in find_dates(sentences, "en") for m in in_sentence]
    assert [whole[m.start : m.end] for m in found] == ["March 1996", "12 March", "3 May 1997"]


def test_each_sentence_is_read_in_its_own_language() -> None:
    sentences = [(0, "Signed on 3 May 1996."), (22, "1996年5月4日签署。"), (34, "Undertecknat 5 maj 1996.")]
    found = find_dates(sentences, ["en", "zh", "sv"])
    assert [[str(m.date) for m in in_sentence] for in_sentence in found] == [["1996-05-03"], ["1996-05-04"], []]


@pytest.mark.parametrize(
    ("language", "text", "years"),
    [
        ("en", "They celebrated the 30th anniversary.", 30),
        ("en", "The twenty-fifth anniversary was quiet.", 25),
        ("en", "The silver jubilee was quiet.", 25),
        ("nl", "Het 25-jarig bestaan werd gevierd.", 25),
        ("nl", "De dertigste verjaardag was stil.", 30),
        ("fr", "Le 45e anniversaire fut discret.", 45),
        ("fr", "Le cinquantenaire fut discret.", 50),
        ("fr", "Le soixante-dixième anniversaire fut discret.", 70),
        ("de", "Das 25-jährige Jubiläum war still.", 25),
        ("de", "Der dreißigste Jahrestag war still.", 30),
        ("zh", "两市庆祝结好三十周年。", 30),
        ("zh", "庆祝缔结友好关系10週年。", 10),
    ],
)
def test_an_anniversary_counts_years_and_dates_the_beginning(language: str, text: str, years: int) -> None:
    [mention] = mentions(text, language, "2020-02-12")
    assert (mention.kind, mention.years) == (MentionKind.ANNIVERSARY, years)
    assert str(mention.date) == str(2020 - years)
    assert mention.worked_out == f"{years} years before 2020"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a five-year agreement"),
        ("nl", "een akkoord van vijf jaar"),
        ("fr", "un accord de cinq ans"),
        ("de", "ein Abkommen über fünf Jahre"),
        ("zh", "协议有效期五年"),
    ],
)
def test_a_duration_alone_has_no_date(language: str, text: str) -> None:
    [mention] = mentions(text, language, "2020-02-12")
    assert (mention.kind, mention.years, mention.date) == (MentionKind.DURATION, 5, None)


def test_a_date_says_how_it_was_worked_out() -> None:
    [thursday] = mentions("On Thursday they signed.", "en", "2024-10-23")
    assert thursday.worked_out == "Thursday before the document's date, 2024-10-23"
    [in_full] = mentions("On 17 October 2024 they signed.", "en", "2024-10-23")
    assert in_full.worked_out is None


def test_an_undated_text_is_dated_by_its_weekday_and_anniversary() -> None:
    found = mentions("On Monday 8th June they came. // For 30 years now. // Since 1985. // Since 2001.", "en")
    assert str(found[0].date) == "2015-06-08"
    assert found[0].worked_out == "the year of 2015, 30 years after 1985"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "On Thursday in June"), ("nl", "Vrijdag"), ("fr", "en juin"), ("de", "Am Montag"), ("zh", "5月8日")],
)
def test_without_a_year_to_place_it_in_a_date_is_seen_but_not_dated(language: str, text: str) -> None:
    found = mentions(text, language)
    assert found
    assert all(m.date is None for m in found)


MONTHS = {
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
    "nl": "januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december",
    "fr": "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
    "de": "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember",
    "zh": "1,2,3,4,5,6,7,8,9,10,11,12",
}
DAYS = st.dates(min_value=date(1850, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS, st.sampled_from(LANGUAGES))
def test_a_day_in_full_is_found_in_every_language(day: date, language: str) -> None:
    month = MONTHS[language].split(",")[day.month - 1]
    text = {
        "en": f"since {month} {day.day}, {day.year}",
        "nl": f"sinds {day.day} {month} {day.year}",
        "fr": f"depuis le {day.day} {month} {day.year}",
        "de": f"seit dem {day.day}. {month} {day.year}",
        "zh": f"自{day.year}年{month}月{day.day}日起",
    }[language]
    [mention] = mentions(text, language)
    assert (str(mention.date), mention.role) == (day.isoformat(), DateRole.SINCE)


@given(DAYS, DAYS, st.sampled_from(LANGUAGES))
def test_a_year_given_is_never_overruled_by_the_document(day: date, published: date, language: str) -> None:
    [mention] = mentions(day.isoformat(), language, published.isoformat())
    assert str(mention.date) == day.isoformat()


@given(st.lists(st.text() | st.sampled_from([c[-1] for c in rows()]), max_size=4), st.sampled_from(LANGUAGES), DAYS)
def test_any_text_is_read_without_a_fault_and_mentions_lie_within_it(
    texts: list[str], language: str, published: date
) -> None:
    whole, sentences = laid_out(" / ".join(texts))
    for (offset, text), found in zip(
        sentences, find_dates(sentences, language, Edtf(published.isoformat())), strict=True
    ):
        for mention in found:
            assert offset <= mention.start < mention.end <= offset + len(text)
            assert whole[mention.start : mention.end].strip()


@pytest.mark.parametrize("text", ["1" * 10_000, "一" * 10_000, "1-2-3/4.5 " * 500, "5月8日将30周年" * 500])
@pytest.mark.parametrize("language", LANGUAGES)
def test_endless_lines_are_read(text: str, language: str) -> None:
    [found] = find_dates([(0, text)], language)
    assert len(found) <= len(text)
