"""Patterns of words find exactly what their regular expressions find."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.reading.lexicon import LANGUAGES, languages, lexicon
from jumelage.reading.word_pattern import WordPattern

EXPRESSIONS = [
    r"sister\s+cit(?:y|ies)",
    r"(?:re)?new\w*|a|an?other",
    r"\w*stadt|(?:\w+-?)?rat",
    r"d['’]\s*or|l['’]eau|&",
    r"[Aa]b?c|[xyz]{1,2}t",
    r"(?:in|at)\s+(?:the\s+)?\w+",
    r"\d+\s+times|ten times",
    r"(?!the)t\w+",
    "é(?:t|T)é|ß",
]
WORDS = st.sampled_from(
    [
        "Sister",
        "city",
        "cities",
        "renew",
        "new",
        "a",
        "another",
        "Stadt",
        "Hauptstadt",
        "Stadtrat",
        "Rat-Haus",
        "d'or",
        "D’",
        "or",
        "l'eau",
        "&",
        "abc",
        "ac",
        "xt",
        "yyt",
        "in",
        "the",
        "at",
        "10",
        "times",
        "ten",
        "ÉTÉ",
        "été",
        "ß",
        "tea",
        "the",
    ]
)
TEXTS = st.lists(WORDS | st.sampled_from([" ", "\n", "-", ",", "'", "_"]) | st.text(max_size=3)).map(" ".join)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=TEXTS, data=st.data())
def test_finds_what_the_regular_expression_finds(expression: str, text: str, data: st.DataObject) -> None:
    bounded = rf"(?<!\w)(?:{expression})(?!\w)"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = WordPattern(bounded, re.IGNORECASE).finditer(text, start, end)
    plain = re.compile(bounded, re.IGNORECASE).finditer(text, start, end)
    assert [m.span() for m in found] == [m.span() for m in plain if m[0]]


@pytest.mark.parametrize("language", sorted(set(languages()) - {"zh"}))
def test_the_words_of_a_language_are_found_as_they_stand_in_its_files(language: str) -> None:
    """Each plain word of a list is found by the list's own pattern, wherever it stands."""
    missed = []
    for file in (LANGUAGES / language).iterdir():
        room = lexicon(language, file.name.removesuffix(".toml"))
        for key, entries in room.data.items():
            if isinstance(entries, list) and key not in ("stems", "small_words"):
                plain = [e for e in entries if isinstance(e, str) and re.fullmatch(r"[\w ]+", e)]
                missed += [e for e in plain if not room[key].search(f"so, {e}.")]
    assert not missed
