"""Tells the language of a stretch of text from its script and its smallest words."""

import re
from collections import Counter
from functools import cache

from jumelage.reading.lexicon import languages, lexicon
from jumelage.vocabulary.names import count_of_han

WORD = re.compile(r"[^\W\d_]+(?:'(?=\w))?")
"""A word, or one elided before the next: "l'"."""
SAMPLE = 4000
"""So many characters tell the language of a text."""
HAN_SHARE = 0.15


def language_of(text: str, otherwise: str = "und") -> str:
    """The language most of `text` is written in; `otherwise` where nothing tells."""
    sample = text[:SAMPLE]
    if count_of_han(sample) > HAN_SHARE * len(sample):
        return "zh"
    lower = sample.casefold().replace("’", "'")
    words = Counter(WORD.findall(lower))
    votes = {language: sum(words[w] for w in small & words.keys()) for language, small in _small_words().items()}
    if otherwise == "und" and not any(votes.values()):  # a mere list: the field's own words tell
        votes = {language: sum(lower.count(stem) for stem in stems) for language, stems in _stems().items()}
    most = max(votes.values(), default=0)
    best = [language for language, count in votes.items() if count == most]
    return otherwise if not most or otherwise in best else best[0]


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(lexicon(language, "text").words("small_words")) for language in languages()}


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    return {language: lexicon(language, "text").words("stems") for language in languages()}
