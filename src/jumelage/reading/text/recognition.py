"""Words that text recognition misread: "agreernent", "Tasrnania", "CIaremont".

A word is mended where it is unknown and becomes a known one by undoing a common confusion of characters. Known are the
words of the language's folder and the names of the gazetteer. A text is only mended where it has several such words:
one alone is rather an unknown word than a misread one.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product

from jumelage.reading.gazetteer import gazetteer
from jumelage.reading.lexicon import words_of

WORD = re.compile(r"[^\W\d_][\w]{3,24}")
FEWEST = 3
MOST_CONFUSIONS = 4


def misread(text: str, language: str) -> dict[str, str]:
    """The misread words of a text with what they should be; none where the text is not a recognised one."""
    confused = _confusions()
    suspects = {word for word in WORD.findall(text) if confused.search(word)}
    mended = {word: known for word in suspects if (known := _mended(word, language))}
    return mended if len(mended) >= FEWEST else {}


def _mended(word: str, language: str) -> str | None:
    if _is_known(word, language):
        return None
    return next((variant for variant in _variants(word) if _is_known(variant, language)), None)


def _variants(word: str) -> Iterator[str]:
    """The word with confusions undone: each place alone, and together with others."""
    places = list(_confusions().finditer(word))[:MOST_CONFUSIONS]
    for undone in product((True, False), repeat=len(places)):
        if any(undone):
            pieces, done = [], 0
            for place, undo in zip(places, undone, strict=True):
                pieces += [word[done : place.start()], _pairs()[place[0]] if undo else place[0]]
                done = place.end()
            yield "".join([*pieces, word[done:]])


def _is_known(word: str, language: str) -> bool:
    return word.casefold() in words_of(language) or (word[0].isupper() and bool(gazetteer().lookup(word)))


@cache
def _pairs() -> dict[str, str]:
    file = files("jumelage.reading") / "data" / "confusions.toml"
    return dict(tomllib.loads(file.read_text(encoding="utf-8"))["confusions"])


@cache
def _confusions() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _pairs())))
