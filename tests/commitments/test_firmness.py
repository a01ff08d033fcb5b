import pytest

from jumelage.commitments.firmness import firmness_of


@pytest.mark.parametrize(
    ("quote", "language", "expected"),
    [
        ("It had already been agreed that they would visit.", "en", ("agreed", "agreed")),
        ("These will probably lead to collaborations.", "en", ("hoped", "probably")),
        ("In autumn the agency is planning a roadshow.", "en", ("announced", "")),
        ("Er werd afgesproken een delegatie te sturen.", "nl-BE", ("agreed", "afgesproken")),
        ("Nous espérons vous revoir.", "fr", ("hoped", "espér")),
        ("Vereinbart wurde ein Austausch.", "de", ("agreed", "vereinbart")),
        ("双方商定明年互访。", "zh-Hans", ("agreed", "商定")),
        ("They agreed.", "nl", ("announced", "")),
    ],
)
def test_the_words_tell_how_firm_a_promise_is(quote: str, language: str, expected: tuple[str, str]) -> None:
    assert firmness_of([(quote, language)]) == expected
