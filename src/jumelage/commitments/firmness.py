"""How firm a promise is, by the words in which it is made."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

ANNOUNCED = "announced"
"""What is said without a word that makes it firmer or weaker."""

Cues = Mapping[str, Mapping[str, list[str]]]
"""For each degree and each language, its words."""


def firmness_of(quotes: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The degree, and the word that tells it (empty where none does), from quotes with their languages (BCP 47)."""
    for quote, language in quotes:
        folded = quote.casefold()
        for degree, words in _cues().items():
            for word in words.get(language.partition("-")[0], ()):
                if word in folded:
                    return degree, word
    return ANNOUNCED, ""


@cache
def _cues() -> Cues:
    return tomllib.loads(files("jumelage.commitments").joinpath("firmness.toml").read_text(encoding="utf-8"))
