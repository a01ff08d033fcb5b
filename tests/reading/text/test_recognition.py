"""Words that text recognition misread are read as what was meant; rare words are left alone."""

from jumelage.reading.text.repair import repair


def test_a_recognised_text_is_mended() -> None:
    text = "The agreernent between Tasrnania and the province was signed by the Departrnent on Monday."
    assert (
        repair(text).text == "The agreement between Tasmania and the province was signed by the Department on Monday."
    )


def test_a_mended_word_leads_back_to_what_stood_there() -> None:
    text = "The agreernent was signed frorn Monday on by the Departrnent."
    repaired = repair(text)
    start = repaired.text.index("agreement")
    assert text[slice(*repaired.original(start, start + len("agreement")))] == "agreernent"


def test_one_unknown_word_alone_is_not_taken_for_a_misread_one() -> None:
    text = "The governor of the modern city of Bernburg returned on Monday."
    assert repair(text).text == text
