"""Reads twinnings in sentences: "X is twinned with Y", "its sister city Y", X与Y结为友好城市."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.focus import Focus, Pair
from jumelage.reading.claims.parties import Role, Side, couples, is_place, sides
from jumelage.reading.claims.twinnings.course import Course, course
from jumelage.reading.claims.twinnings.cues import Cue, cues
from jumelage.reading.dates import DateMention
from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

NAMED, OWNED, SPOKEN_OF = 0.93, 0.8, 0.6
"""How sure a twinning is when both parties stand beside the cue, when one is the document's own, when none is named."""
NEXT_TO = 30


@dataclass(frozen=True, slots=True)
class Bond:
    """Two parties and where the second of them stands."""

    parties: Pair
    partner: Mention | None
    confidence: float


def in_prose(text: AnnotatedText, focus: Focus) -> Iterator[Twinning]:
    for sentence in text.sentences:
        for clause in clauses(sentence):
            found = cues(text, (clause.start, clause.end), sentence.language)
            if not found or standing(text, clause) is not Standing.ASSERTED:
                continue
            seen: set[frozenset[EntityId]] = set()
            for cue in [c for c in found if not c.loose] or found:
                for twinning in _twinnings(text, focus, clause, cue):
                    if frozenset(twinning.parties) not in seen:
                        seen.add(frozenset(twinning.parties))
                        yield twinning


def _twinnings(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> Iterator[Twinning]:
    bonds = [b for b in _bonds(text, focus, clause, cue) if _alike(text, b.parties)]
    for bond, dates in zip(bonds, _dates(text, clause, bonds), strict=True):
        when = course(text, clause.sentence, dates, (clause.start, clause.end))
        if cue.loose and (bond.confidence < NAMED or not (when.since or when.until)):
            continue
        yield _twinning(text, clause, cue, bond, when)


def _twinning(text: AnnotatedText, clause: Clause, cue: Cue, bond: Bond, when: Course) -> Twinning:
    return Twinning(
        parties=bond.parties,
        kind=cue.kind,
        since=when.since,
        until=when.until,
        evidence=(text.passage(clause.sentence),),
        confidence=bond.confidence * (0.8 if cue.loose else 1),
        worked_out=when.worked_out,
    )


def _alike(text: AnnotatedText, parties: Pair) -> bool:
    a, b = (text.entities[p] for p in parties)
    return a is not b and a.type is b.type


def _bonds(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    found = _sides(text, clause, cue)
    tied = _tied(found, text, focus, clause, cue)
    if tied:
        return tied
    if pair := focus.pair(clause.sentence, cue.start):
        return [Bond(pair, None, SPOKEN_OF)]
    partner = focus.section_place(clause.sentence)
    if partner and focus.home:
        return [Bond((focus.home, partner), None, OWNED)]
    return []


def _sides(text: AnnotatedText, clause: Clause, cue: Cue) -> list[Side]:
    found = sides(text, clause.sentence, (clause.start, clause.end), cue.accepts)
    if any(side.role is not Role.WHERE for side in found):
        return found
    return sides(text, clause.sentence, (clause.sentence.start, clause.sentence.end), cue.accepts)


def _tied(found: Sequence[Side], text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    """The bonds that the sides around a cue form."""
    if chained := _couples_in_a_row(text, found):
        return chained
    for side in found:
        if side.role is Role.BETWEEN and len(side.entities) > 1:
            return [Bond(pair, None, NAMED) for pair in couples([side])]
    partners = [side for side in found if side.role is Role.WITH]
    if partners:
        return _with(partners, found, text, focus, clause)
    plain = [side for side in found if side.role is not Role.WHERE] or list(found)
    before = [side for side in plain if side.end <= cue.start]
    after = [side for side in plain if side.start >= cue.end]
    if after and (before or len(after[0].entities) > 1 or after[0].start - cue.end < NEXT_TO):
        return _after(before, after[0], text, focus, clause, cue)
    if before:
        return _before(before, text, focus, clause, cue)
    return []


def _couples_in_a_row(text: AnnotatedText, found: Sequence[Side]) -> list[Bond]:
    """ "A with B and C with D": each side but the first and last ends one couple and begins the next."""
    if len(found) < 3 or any(s.role is not Role.WITH for s in found[1:]):
        return []
    if any(len(s.members) != 2 for s in found[1:-1]) or len(found[0].members) != 1:
        return []
    row = [m for side in found for m in side.members]
    return [Bond((a.entity, b.entity), b, NAMED) for a, b in zip(row[::2], row[1::2], strict=False)]


def _with(
    partners: Sequence[Side], found: Sequence[Side], text: AnnotatedText, focus: Focus, clause: Clause
) -> list[Bond]:
    """ "A is twinned with B and with C"; "B, with which A is twinned"; "with B" where A is the document's own."""
    first = partners[0]
    earlier = [s for s in found if s.end <= first.start and s.role in (Role.PLAIN, Role.OF)]
    earlier = earlier or [s for s in _earlier_sides(text, clause) if s.role in (Role.PLAIN, Role.OF)]
    later = [s for s in found if s.start >= first.end and s.role in (Role.PLAIN, Role.OF)]
    members = [m for side in partners for m in side.members]
    owners = [o for o in (earlier[-1:] or later[:1]) if set(o.entities).isdisjoint(m.entity for m in members)]
    if owners:
        return [Bond((owner, m.entity), m, NAMED) for owner in owners[0].entities for m in members]
    if len(members) == 2 and focus.home in {m.entity for m in members}:
        return [Bond((members[0].entity, members[1].entity), members[1], NAMED)]
    return _owned(focus, members, OWNED)


def _earlier_sides(text: AnnotatedText, clause: Clause) -> list[Side]:
    sentence = clause.sentence
    return sides(text, sentence, (sentence.start, clause.start), is_place) if sentence.start < clause.start else []


def _after(
    before: Sequence[Side], partners: Side, text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue
) -> list[Bond]:
    """ "A's sister cities B and C"; "its sister city B"; "sister cities A and B"."""
    members = list(partners.members)
    if before and set(before[-1].entities).isdisjoint(partners.entities):
        return [Bond((owner, m.entity), m, NAMED) for owner in before[-1].entities[-1:] for m in members]
    if len(partners.entities) == 2 and (focus.home in partners.entities or partners.role is Role.OF):
        return [Bond((members[0].entity, members[1].entity), None, NAMED)]
    return _owned(focus, members, OWNED)


def _before(before: Sequence[Side], text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    """ "A and B are twinned"; "B, our sister city"."""
    last = before[-1]
    words = lexicon(clause.sentence.language, "parties")
    if len(last.entities) == 2:
        return [Bond((last.entities[0], last.entities[1]), None, NAMED)]
    if len(last.entities) > 2:
        if words["reciprocal"].search(text.text, clause.start, clause.end):
            return [Bond(pair, None, NAMED) for pair in couples([last])]
        return _owned(focus, list(last.members), OWNED)
    if len(before) > 1 and before[-2].entities != last.entities:
        return [Bond((before[-2].entities[-1], last.entities[0]), last.members[0], OWNED)]
    return _owned(focus, list(last.members), SPOKEN_OF)


def _owned(focus: Focus, members: Sequence[Mention], confidence: float) -> list[Bond]:
    """Each of the members with the place whose document it is."""
    if focus.home is None:
        return []
    others = [m for m in members if m.entity != focus.home]
    if not others and (partner := focus.opposite(focus.home, members[0].start)):
        return [Bond((focus.home, partner), None, SPOKEN_OF)]
    return [Bond((focus.home, m.entity), m, confidence) for m in others if m.type is EntityType.PLACE]


def _dates(text: AnnotatedText, clause: Clause, bonds: Sequence[Bond]) -> list[list[DateMention]]:
    """The dates that belong to each bond: its own where every partner has one, else all of the clause's."""
    dates = [d for d in text.dates_in(clause.sentence) if clause.start <= d.start < clause.end]
    partners = [b.partner for b in bonds]
    places = [p for p in partners if p]
    if len(bonds) < 2 or len(places) < len(bonds) or len(dates) < 2:
        return [dates] * len(bonds)
    if len(dates) == len(bonds) and all(d.start > places[-1].end or d.end < places[0].start for d in dates):
        return [[d] for d in dates]
    ends = [*(p.start for p in places[1:]), clause.end]
    return [[d for d in dates if p.end <= d.start < end] for p, end in zip(places, ends, strict=True)]
