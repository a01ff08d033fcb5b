"""Honours: who was honoured, with what, by whom and when."""

import pytest

from jumelage.reading.claims.honours import find_honours
from tests.reading.claims.said import said


@pytest.mark.parametrize(
    ("sentence", "recipient", "by", "date"),
    [
        (
            "Lord Mayor Peter Abraham was awarded the honorary citizenship of Hannover in 1997.",
            "Peter Abraham",
            {"Hannover"},
            "1997",
        ),
        (
            "Mayor Tom Barrett named Yuki Tanaka an honorary citizen of Milwaukee on 5 July 2011.",
            "Yuki Tanaka",
            {"Milwaukee"},
            "2011-07-05",
        ),
        (
            "Die Partnerstadt Brest verlieh Oberbürgermeister Klaus Müller im Mai 2003 die Ehrenbürgerwürde.",
            "Klaus Müller",
            {"Brest"},
            "2003-05",
        ),
        (
            "Le maire de Lille a remis la médaille d'or de la ville à Werner Müller, le 14 mars 2008.",
            "Werner Müller",
            {"Lille"},
            "2008-03-14",
        ),
        (
            "De gouverneur van Shaanxi reikte de eretitel van ereburger uit aan Ludo Peeters op 12 mei 2010.",
            "Ludo Peeters",
            {"Shaanxi"},
            "2010-05-12",
        ),
        (
            "2015年9月,四川省政府授予蒙彼利埃市前市长乔治·弗雷什“四川省荣誉公民”称号。",
            "乔治·弗雷什",
            {"四川省"},
            "2015-09",
        ),
    ],
)
def test_recipient_giver_and_date(sentence: str, recipient: str, by: set[str], date: str) -> None:
    [honour] = said(find_honours, sentence)
    assert (honour["recipient"], honour["by"], honour["date"]) == (recipient, by, date)


def test_a_pronoun_stands_for_the_person_named_before() -> None:
    [honour] = said(
        find_honours, "Oud-voorzitter Joop Welling reisde vaak naar Wuhan. In 2009 werd hij ereburger van Wuhan."
    )
    assert honour["recipient"] == "Joop Welling"


def test_a_refused_honour_is_none() -> None:
    assert said(find_honours, "Peter Abraham was never made an honorary citizen of Hannover.") == []
