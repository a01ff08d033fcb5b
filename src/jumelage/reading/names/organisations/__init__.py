"""Finds the names of organisations.

In languages that write names with capitals, a name grows from a head word ("university", "chamber of commerce",
"Schule"): see `headed`. Names without a head word are known by what stands around them, and by being acronyms: see
`bare`. In Chinese a name ends in its head word: see `han`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.names.named import Named, by_sentence
from jumelage.reading.names.organisations.bare import ACRONYMIC, BARE, WITH_PLACE, find_bare
from jumelage.reading.names.organisations.han import find_in_han
from jumelage.reading.names.organisations.headed import find_headed

__all__ = ["find_organisations"]

SHORTEST = 4
"""A name of fewer letters may be another word elsewhere in the text."""


def find_organisations(text: AnnotatedText, places: Sequence[Named]) -> list[Named]:
    """The names of organisations in a text; a name may hold that of a place."""
    found: list[Named] = []
    for sentence, inside in zip(text.sentences, by_sentence(places, text.sentences), strict=True):
        if sentence.language == "zh":
            found += find_in_han(sentence, inside)
        else:
            found += find_headed(sentence, inside)
            found += find_bare(text, sentence, inside)
    return [*found, *_named_again(text.text, found)]


def _named_again(text: str, found: Sequence[Named]) -> Iterator[Named]:
    """Where names that the words around showed to be organisations' stand again without such words."""
    shown: dict[str, Named] = {}
    for name in found:
        start = name.start if name.weight <= WITH_PLACE else name.proper
        if start is not None and name.weight != ACRONYMIC and name.end - start >= SHORTEST:
            shown.setdefault(text[start : name.end], replace(name, weight=BARE, proper=None))
    if shown:
        taken = {n.start for n in found}
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(shown, key=len, reverse=True)))})(?!\w)")
        for match in pattern.finditer(text):
            if match.start() not in taken:
                yield replace(shown[match[0]], start=match.start(), end=match.end())
