"""Tells whether two names of one text are the same organisation."""

import re

from rapidfuzz.fuzz import ratio

from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.names import folded, has_han

ALIKE = 92
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 8
SMALL_WORDS = re.compile(
    r"of|the|for|and|de|du|des|la|les?|[ld]|van|voor|der|die|das|und|für|en|et|het|zu|à|in", re.IGNORECASE
)


def same_organisation(a: str, b: str, language: str) -> bool:
    """Whether two names are one organisation's: alike but for spelling, one the acronym or a part of the other."""
    x, y = folded(a), folded(b)
    if not x or not y:
        return False
    if x == y or is_acronym(a, b) or is_acronym(b, a):
        return True
    shorter, longer = sorted((a, b), key=len)
    if " " in shorter and longer.endswith(f" {shorter}") and _is_head(longer.removesuffix(f" {shorter}"), language):
        return True
    if language == "zh" or has_han(a + b):
        return False
    return min(len(x), len(y)) > LONGEST_ACRONYM and ratio(x, y) >= ALIKE and _numbers(a) == _numbers(b)


def is_acronym(short: str, long: str) -> bool:
    """Whether `short` is made of the first letters of `long`."""
    letters = re.sub(r"[^A-Za-z]", "", short)
    if not (SHORTEST_ACRONYM < len(letters) <= LONGEST_ACRONYM and short.isupper() and " " not in short):
        return False
    initials = [w[0] for w in re.findall(r"[^\W\d_]+", long) if not SMALL_WORDS.fullmatch(w)]
    all_initials = [w[0] for w in re.findall(r"[^\W\d_]+", long)]
    return letters.casefold() in {"".join(initials).casefold(), "".join(all_initials).casefold()}


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _is_head(words: str, language: str) -> bool:
    return any(pattern.fullmatch(words) for pattern in lexicon(language, "organisations").table("kinds").values())
