"""Tells the language of a stretch of text from its script and its smallest words."""

import re
from collections import Counter

from jumelage.reading.lexicon import languages, lexicon
from jumelage.vocabulary.names import is_han

WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, otherwise: str = "und") -> str:
    """The language most of `text` is written in; `otherwise` where nothing tells."""
    sample = text[:4000]
    if sum(map(is_han, sample)) > 0.15 * len(sample):
        return "zh"
    votes: Counter[str] = Counter()
    words = Counter(w.casefold() for w in WORD.findall(sample))
    for language in languages():
        votes[language] = sum(words[w] for w in lexicon(language, "text").words("small_words"))
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] > 0 else otherwise
