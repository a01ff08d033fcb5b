"""Finds who does what a verb says: the names around it that no preposition ties to something else.

The words are each language's `subjects.toml`: its prepositions, those of them that say whose or from where somebody is
("a delegation from X"), and the pronouns that stand for somebody named just before.
"""

import re
from dataclasses import dataclass
from functools import cache

from jumelage.reading.annotated import Mention
from jumelage.reading.claims.signs import ANY_NAME, DATE_SIGN, Seen
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon

FILLERS = 3
"""Words between a preposition and the name it belongs to."""
FAR = 160
"""Signs between a name and the verb behind it that it is the subject of."""
NEAR = 60
"""Signs between a verb and its subject where that stands behind it."""


@dataclass(frozen=True, slots=True)
class Ties:
    """What stands right before a name: any preposition, or one of origin."""

    preposition: re.Pattern[str]
    origin: re.Pattern[str]


def subjects(seen: Seen, verb: tuple[int, int]) -> list[Mention]:
    """The names that are the subject of a verb, given in signs; none where only other words are.

    What stands before the verb comes first, the nearest of it; a name that says whose or from where the subject is
    ("a delegation from X") stands for it where no other does.
    """
    ties = _ties(seen.sentence.language)
    here = [i for i in seen.names if seen.together(i, verb[0])]
    before = [i for i in reversed(here) if verb[0] - FAR < i < verb[0]]
    inverts = lexicon(seen.sentence.language, "subjects").data.get("inverts", False)
    after = [i for i in here if verb[1] <= i < verb[1] + NEAR] if inverts else []
    for names, since in ((before, 0), (after, verb[1])):
        free = [i for i in names if not ties.preposition.search(seen.text, since, i)]
        whose = [i for i in names if ties.origin.search(seen.text, since, i)]
        if found := free or whose:
            return list(seen.chain(found[0]))
    return []


def is_fronted(seen: Seen, sign: int) -> bool:
    """Whether a name behind a preposition opens a sentence whose subject stands behind the verb: "Met X gaat Y …"."""
    inverts = lexicon(seen.sentence.language, "subjects").data.get("inverts", False)
    return bool(inverts and _ties(seen.sentence.language).preposition.search(seen.text, 0, sign))


def has_pronoun(seen: Seen, verb: tuple[int, int]) -> bool:
    """Whether a verb's subject is a word such as "she" or "they" that stands for somebody named before."""
    pronouns = lexicon(seen.sentence.language, "subjects")["pronouns"]
    return bool(pronouns.search(seen.text, max(verb[0] - FAR, 0), verb[1] + FILLERS * 4))


@cache
def _ties(language: str) -> Ties:
    words = lexicon(language, "subjects")
    prepositions, origins = words.any_of("prepositions"), words.any_of("origins")
    if language in WITHOUT_WORD_BOUNDARIES:
        return Ties(re.compile(rf"(?:{prepositions})$"), re.compile(rf"(?:{origins})$"))
    filler = rf"(?:[^\s,;:()–{ANY_NAME}{DATE_SIGN}]+\s+){{0,{FILLERS}}}"
    return Ties(
        re.compile(rf"(?<!\w)(?:{prepositions})(?:\s+|(?<=['’])){filler}$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{origins})(?:\s+|(?<=['’])){filler}$", re.IGNORECASE),
    )
