"""A language's dates are data: what a file may say, shown with one that the program does not know."""

import tomllib

import pytest

from jumelage.reading.dates.grammar import Grammar, grammar
from jumelage.reading.dates.sentences import expressions

ITALIAN = """
[words]
dash = ["-", "al"]
article = ["il", "nel"]
since = ["dal"]
glued = ["+o"]

[words.month]
5 = ["maggio"]
6 = ["Giugno"]

[words.which]
"document -1" = ["scorso"]

[numbers]
cardinal = ["zero", "uno|una", "due", "tre"]
ordinal = ["", "primo|prima"]

[patterns]
date = ["[il] {day} [{glued}] {month} [del] [{year}]", "{day} {dash} {day} {month} {year}", "{month} {which}", "{year}"]
duration = ["{count} anni {unit=year}"]
"""


@pytest.fixture(scope="module")
def italian() -> Grammar:
    return Grammar(tomllib.loads(ITALIAN))


def read(text: str, language: Grammar) -> list[tuple[str, dict[str, object]]]:
    """Each date's words, and what they say."""
    return [
        (text[e.start : e.end], {name: value for name in ("day", "month", "year") if (value := getattr(e.first, name))})
        for e in expressions(text, language)
    ]


def test_words_and_orders_come_from_the_file(italian: Grammar) -> None:
    assert read("Firmato il 3 maggio 1996, a Torino.", italian) == [
        ("il 3 maggio 1996", {"day": 3, "month": 5, "year": 1996})
    ]


def test_words_in_brackets_may_be_missing(italian: Grammar) -> None:
    assert read("3 maggio del 1996", italian) == [("3 maggio del 1996", {"day": 3, "month": 5, "year": 1996})]
    assert read("3 maggio", italian) == [("3 maggio", {"day": 3, "month": 5})]


def test_a_form_with_a_capital_needs_one_and_others_do_not(italian: Grammar) -> None:
    assert read("3 MAGGIO", italian) == [("3 MAGGIO", {"day": 3, "month": 5})]
    assert read("3 Giugno", italian) == [("3 Giugno", {"day": 3, "month": 6})]
    assert read("3 giugno", italian) == []


def test_a_glued_form_needs_to_touch_what_precedes_it(italian: Grammar) -> None:
    assert read("1o maggio 1996", italian) == [("1o maggio 1996", {"day": 1, "month": 5, "year": 1996})]
    assert read("1 o maggio 1996", italian) == [("1996", {"year": 1996})]


def test_numbers_in_words_count_and_name_days(italian: Grammar) -> None:
    assert read("il primo maggio", italian) == [("il primo maggio", {"day": 1, "month": 5})]
    [duration] = expressions("da tre anni", italian)
    assert duration.years == 3


def test_a_class_that_stands_twice_makes_a_span(italian: Grammar) -> None:
    [span] = expressions("dal 3 al 5 maggio 1996", italian)
    assert span.last
    assert (span.first.day, span.last.day, span.last.month, span.last.year) == (3, 5, 5, 1996)


def test_what_no_pattern_knows_is_no_date(italian: Grammar) -> None:
    assert read("Tre amici, 45 maggio, B1996 e 19965.", italian) == []


def test_an_anchor_that_is_none_is_refused() -> None:
    wrong = Grammar(tomllib.loads(ITALIAN.replace("document -1", "yesteryear -1")))
    with pytest.raises(ValueError, match="document or focus"):
        list(expressions("maggio scorso", wrong))


def test_a_language_without_a_file_has_no_grammar() -> None:
    assert grammar("sv") is None
