"""From one sentence to the dates its words name, with what stands around them: since, until, about, tense."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from jumelage.reading.dates.expression import CUES, Cue, Expression, Fields, Slots
from jumelage.reading.dates.grammar import GAP, Atom, Grammar
from jumelage.reading.dates.mention import DateRole, MentionKind

COUNTED = ("duration", "anniversary")
BARE_YEARS = range(1850, 2101)
"""A number alone is taken for a year only within these."""
WORDS_BETWEEN = 3
"""How many articles and the like may stand between "since" and its date."""


def expressions(text: str, grammar: Grammar) -> Iterator[Expression]:
    """The dates, durations and anniversaries of a sentence, in its order; offsets are those in `text`."""
    atoms = grammar.atoms(text)
    beginning = len(text) - len(text.lstrip())
    tenses = Tenses(text, atoms, grammar)
    for start, end, kind, slots in grammar.matches(atoms):
        first, last = slots.ends()
        if kind == "date" and _is_other_number(first, last, slots, atoms, start, end):
            continue
        if kind == "entry" and atoms[start].start > beginning:
            continue
        found = Expression(
            atoms[start].start,
            atoms[start].start + len(text[atoms[start].start : atoms[end - 1].end].rstrip(" .,")),
            MentionKind(kind) if kind in COUNTED else MentionKind.POINT,
            first,
            last,
            joined=kind == "dates",
            entry=kind == "entry",
            years=slots.years() if kind in COUNTED else None,
            role=None if last else _role(atoms, start, end, kind),
            approximate=_stands(atoms, "approximately", start, -1) or _stands(atoms, "approximately_after", end, 1),
        )
        if kind in COUNTED and not found.years:
            continue
        yield found if first.year else replace(found, cue=tenses.around(found))


def _is_other_number(
    first: Fields, last: Fields | None, slots: Slots, atoms: Sequence[Atom], start: int, end: int
) -> bool:
    """Whether what looks like a year is a sum of money, a quantity or a number beyond reason."""
    if set(slots.values) != {"year"}:
        return False
    years = [f.year for f in (first, last) if f and f.year]
    return (
        any(year not in BARE_YEARS for year in years)
        or years != sorted(years)
        or _has(atoms, start - 1, "money")
        or _has(atoms, end, "money")
        or _has(atoms, end, "counted")
    )


def _role(atoms: Sequence[Atom], start: int, end: int, kind: str) -> DateRole | None:
    if kind == "anniversary":
        return None
    for role in (DateRole.DUE, DateRole.UNTIL, DateRole.SINCE):
        if _stands(atoms, f"{role}_after", end, 1):
            return role
    for role in (DateRole.DUE, DateRole.UNTIL, DateRole.SINCE):
        if _stands(atoms, role, start, -1):
            return role
    return DateRole.SINCE if kind == "duration" and _stands(atoms, "lasting", start, -1) else None


def _stands(atoms: Sequence[Atom], name: str, edge: int, step: Literal[-1, 1]) -> bool:
    """Whether a word of the class stands next to a date, at most a few articles away."""
    place = edge if step > 0 else edge - 1
    for _ in range(WORDS_BETWEEN + 1):
        if _has(atoms, place, name):
            return True
        if not _has(atoms, place, "article") or step > 0:
            return False
        place += step
    return False


def _has(atoms: Sequence[Atom], place: int, name: str) -> bool:
    return 0 <= place < len(atoms) and atoms[place].symbol != GAP and name in atoms[place].meanings


class Tenses:
    """The words of a sentence that tell past from future, each asked for when a date has no year."""

    def __init__(self, text: str, atoms: Sequence[Atom], grammar: Grammar) -> None:
        words = [(a.start, a.end, cue) for a in atoms for cue in CUES if cue in a.meanings]
        self._words = sorted(words + grammar.endings("future", text))
        self._past_endings = grammar.endings("past", text)

    def around(self, found: Expression) -> Cue | None:
        """The tense of the nearest word that has one; verb endings of the past are asked last."""
        if found.role is DateRole.DUE:
            return "future"
        nearest = _nearest(self._words, found) or ("future" if found.role is DateRole.UNTIL else None)
        return nearest or _nearest(self._past_endings, found)


def _nearest(words: Sequence[tuple[int, int, Cue]], found: Expression) -> Cue | None:
    after = bisect_left(words, found.end, key=lambda w: w[0])
    before = bisect_left(words, found.start, key=lambda w: w[0])
    near = [*words[max(before - 1, 0) : before], *words[after : after + 1]]
    return min(((max(found.start - end, start - found.end), cue) for start, end, cue in near), default=(0, None))[1]
