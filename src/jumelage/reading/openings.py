"""What the words that a regular expression finds begin with, or hold: told without looking at any text.

An opening is the letters of the first word of a match, "delegation", or the first of them, "deleg*". What may begin
with anything is known by letters that must stand in some word of the text, "~stadt".
"""

from collections.abc import Iterable

from jumelage.reading.expressions import Choice, OneOf, Part, Repeated, parts

LENGTH = 10
"""So many letters of a word are looked at; of a shorter word, all it has."""
LONGER = "*"
"""Ends an opening of fewer letters, which a longer word may have too."""
ENDED = "\0"
"""Ends an opening that is a whole word."""
INSIDE = "~"
"""Begins what may stand anywhere in a word, and in any word behind the one a match begins with."""
FEWEST_INSIDE = 3
MOST = 4000


def openings(expression: str) -> frozenset[str] | None:
    """What a match of an expression can begin with, or hold; None where that may be anything.

    The expression has to end where a word ends.
    """
    found = _extended({""}, parts(expression))
    if found is None:
        return None
    found = {opening.rstrip(ENDED) for opening in found}
    return frozenset(found) if all(map(_tells, found)) else None


def beginnings(word: str) -> list[str]:
    """All the openings, but for those inside, that a word in small letters has."""
    known = word[:LENGTH]
    return [known, *(known[:length] + LONGER for length in range(1, min(len(known), LENGTH - 1) + 1))]


def _tells(opening: str) -> bool:
    """Whether an opening says enough: at least a letter, or several where they stand anywhere."""
    letters = opening.strip(INSIDE + LONGER)
    return len(letters) >= FEWEST_INSIDE if opening.startswith(INSIDE) else bool(letters)


def _extended(begun: set[str], following: Iterable[Part]) -> set[str] | None:
    """What has begun, gone on with parts of an expression; None where that is too much."""
    for part in following:
        still = {b for b in begun if not _is_done(b)}
        if not still:
            break
        further = _further(still, part)
        if further is None or len(further) > MOST:
            return None
        begun = (begun - still) | further
    return begun


def _is_done(opening: str) -> bool:
    return opening.endswith((LONGER, ENDED)) or len(opening) == LENGTH + opening.startswith(INSIDE)


def _further(begun: set[str], part: Part) -> set[str] | None:
    match part:
        case str():
            return {_with_all(b, part) for b in begun}
        case OneOf(None):
            return {_with(b, LONGER) for b in begun}
        case OneOf(characters):
            return {_with(b, c) for b in begun for c in characters or ()}
        case Choice(ways):
            found = [_extended(begun, way) for way in ways]
            return None if None in found else set().union(*(way for way in found if way))
        case Repeated(inner, least, often):
            once = _extended(begun, (inner,))
            if once is not None and often:
                once = {b if _is_done(b) else _with(b, LONGER) for b in once}
            return once if least or once is None else once | begun


def _with_all(begun: str, letters: str) -> str:
    for letter in letters:
        if _is_done(begun):
            break
        begun = _with(begun, letter)
    return begun


def _with(begun: str, character: str) -> str:
    """What has begun with one more character, or with `LONGER` for any."""
    if character.isalnum() or character == "_":
        return begun + character.lower()[0]
    if begun.startswith(INSIDE):
        return begun + LONGER if len(begun) > FEWEST_INSIDE else INSIDE
    if character == LONGER:
        return begun + LONGER if begun else INSIDE
    return begun + ENDED if begun else character + ENDED
