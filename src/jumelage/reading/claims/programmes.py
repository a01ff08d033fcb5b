"""Finds programmes: what two sides give each other, exchange, run or build together, since when and how much of it.

What is named tells the kind (`programmes.toml`, a list of phrases for each kind under `kinds`). Words that say less
stand under `counted`: they make a programme only of what happens regularly, or of a number of something that is given
or has gone on since a date. Where a phrase says who gives and who receives, that is the order of the parties.
"""

import re
from collections.abc import Iterator, Sequence

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.commitments import is_undertaken
from jumelage.reading.claims.counterparts import Counterparts, counterparts, is_to_come
from jumelage.reading.claims.evidence import evidence
from jumelage.reading.claims.phrases import Found, PhraseBook, phrase_book
from jumelage.reading.claims.quantities import Quantity, quantities
from jumelage.reading.claims.signs import PARTY, Seen, seen
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.claims import Programme
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType, ProgrammeKind

ROLES = (("giver", PARTY), ("receiver", PARTY), ("party", PARTY))
PERIODS = {"yearly": "year", "two_yearly": "2 years", "monthly": "month", "weekly": "week"}
GIVEN = (ProgrammeKind.DONATION, ProgrammeKind.AID, ProgrammeKind.TRADE)
"""What changes hands once; a single one counts, and each of several things counts by itself."""
MOST_PARTIES = 8
LISTS = {table: {k: f"{table}.{k.replace(' ', '_')}" for k in ProgrammeKind} for table in ("kinds", "counted")}
"""The list of phrases for each kind, in either table."""


def find_programmes(text: AnnotatedText) -> Iterator[Programme]:
    """The programmes that a text asserts; those not yet begun are commitments."""
    sides = counterparts(text)
    for sentence in seen(text):
        book = phrase_book(sentence.sentence.language, "programmes", ROLES)
        taken: list[Found] = []
        for kind in ProgrammeKind:
            if found := [f for f in _found(book, "kinds", kind, sentence) if not _overlaps(f, taken)]:
                taken += found
                yield from _claims(text, sentence, kind, found, sides)
        if not taken:
            yield from _counted(text, book, sentence, sides)


def _found(book: PhraseBook, table: str, kind: ProgrammeKind, seen: Seen) -> list[Found]:
    """Where a sentence speaks of a kind of programme as of something real."""
    found = book.find(LISTS[table][kind], seen)
    return [f for f in found if not _is_unreal(book, seen, f) and not is_undertaken(seen, f)]


def _counted(text: AnnotatedText, book: PhraseBook, seen: Seen, sides: Counterparts) -> Iterator[Programme]:
    """The first kind, in the order of the file, of which it is told that it happens regularly or how much of it."""
    regularly = _per(seen)
    lasts = regularly or any(d.role is DateRole.SINCE for d in seen.dates.values())
    for kind in (ProgrammeKind(name.replace("_", " ")) for name in book.lexicon.data.get("counted", ())):
        if kind in GIVEN or lasts:
            found = _found(book, "counted", kind, seen)
            if beside := [f for f in found if regularly or _is_counted(book, _quantity(seen, kind, f))]:
                yield from _claims(text, seen, kind, beside, sides)
                return


def _is_counted(book: PhraseBook, quantity: Quantity | None) -> bool:
    """Whether there are several of something, or one of what is often given."""
    return quantity is not None and (quantity.number != 1 or bool(book.lexicon["words.goods"].search(quantity.unit)))


def _is_unreal(book: PhraseBook, seen: Seen, found: Found) -> bool:
    """Whether the statement is of what is denied, wished for, yet to come, or only the subject of a paper."""
    return any(seen.together(found.start, other.start) for other in book.find("unreal", seen))


def _overlaps(found: Found, others: Sequence[Found]) -> bool:
    return any(found.start < o.end and o.start < found.end for o in others)


def _claims(
    text: AnnotatedText, seen: Seen, kind: ProgrammeKind, found: Sequence[Found], sides: Counterparts
) -> Iterator[Programme]:
    named = [m for m in seen.mentions() if m.type is not EntityType.PERSON]
    elsewhere = [] if named else sides.spoken_of(seen.sentence)
    parties = _parties(named or elsewhere, seen, found, sides)
    since = _since(seen, found[0])
    if len(parties) < 2 or (since and is_to_come(text, since.date)):
        return
    for quantity in _quantities(seen, kind, found[0]) or [None]:
        yield Programme(
            kind=kind,
            parties=tuple(parties),
            since=since.date if since else None,
            quantity=quantity.number if quantity else None,
            unit=quantity.unit if quantity else None,
            per=_per(seen) if quantity else None,
            evidence=evidence(text, [seen.sentence], parties),
            confidence=0.5 + 0.1 * bool(since) + 0.1 * bool(quantity) - 0.15 * bool(elsewhere),
            worked_out={"since": since.worked_out} if since and since.worked_out else {},
        )


def _parties(named: Sequence[Mention], seen: Seen, found: Sequence[Found], sides: Counterparts) -> list[EntityId]:
    """Who takes part: those the phrase says, else those the sentence names, else with the other side of the text."""
    said = {role: [m for f in found for m in f.names.get(role, ())] for role, _ in ROLES}
    together = sorted([*said["party"], *(said["receiver"] if not said["giver"] else [])], key=lambda m: m.start)
    parties = list(dict.fromkeys(m.entity for m in [*said["giver"], *together, *said["receiver"]]))
    if len(parties) < 2:
        organisations = [m for m in named if m.type is EntityType.ORGANISATION]
        several = len({m.entity for m in organisations}) > 1 and not parties
        others = dict.fromkeys(m.entity for m in (organisations if several else named))
        parties = [*parties, *others] if said["giver"] else list(others)
        parties = list(dict.fromkeys(parties))[:MOST_PARTIES]
    if len(parties) == 1 and (other := sides.counterpart(parties, seen.sentence)):
        parties.append(other)
    return parties


def _since(seen: Seen, cue: Found) -> DateMention | None:
    dated = [(i, d) for i, d in seen.dates.items() if d.date and d.role is not DateRole.UNTIL]
    begun = [(i, d) for i, d in dated if d.role is DateRole.SINCE]
    points = [(i, d) for i, d in dated if d.kind is MentionKind.POINT]
    candidates = begun or points
    return min(candidates, key=lambda d: abs(d[0] - cue.start))[1] if candidates else None


def _quantities(seen: Seen, kind: ProgrammeKind, cue: Found) -> list[Quantity | None]:
    """How much of what: the quantity next to the phrase, and of things given all that are joined to it."""
    nearest = _quantity(seen, kind, cue)
    if not nearest or kind is not ProgrammeKind.DONATION:
        return [nearest]
    joint = lexicon(seen.sentence.language, "phrases").any_of("and")
    row: list[Quantity | None] = []
    for quantity in quantities(seen):
        between = seen.text[row[-1].end if row and row[-1] else 0 : quantity.start]
        if row and not re.fullmatch(rf"[^\W\d]*\s*(?:[,、，]|{joint})\s*", between):
            if nearest in row:
                break
            row = []
        row.append(quantity)
    return row if nearest in row else [nearest]


def _quantity(seen: Seen, kind: ProgrammeKind, cue: Found) -> Quantity | None:
    here = [q for q in quantities(seen) if seen.together(q.start, cue.start) and (q.number != 1 or kind in GIVEN)]
    return min(here, key=lambda q: _distance(q, cue), default=None)


def _distance(quantity: Quantity, cue: Found) -> int:
    return max(quantity.start - cue.end, cue.start - quantity.end, 0)


def _per(seen: Seen) -> str | None:
    words = lexicon(seen.sentence.language, "phrases")
    return next((period for key, period in PERIODS.items() if words[key].search(seen.text)), None)
