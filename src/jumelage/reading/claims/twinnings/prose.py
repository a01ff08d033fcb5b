"""Reads twinnings in sentences: "X is twinned with Y", "its sister city Y", X与Y结为友好城市."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.focus import Focus, Pair
from jumelage.reading.claims.parties import Role, Side, Span, couples, is_party, is_place, sides
from jumelage.reading.claims.twinnings.course import Course, course
from jumelage.reading.claims.twinnings.cues import Cue, cues
from jumelage.reading.dates import DateMention, DateRole
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.blocks import BlockKind
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

NAMED, OWNED, SPOKEN_OF = 0.93, 0.8, 0.6
"""How sure a twinning is when both parties stand beside the cue, when one is the document's own, when none is named."""
NEXT_TO, SHORTEST = 30, 8
MOST_WORDS = 5
"""More words than that for each name make no mere list."""
SEMICOLON = re.compile(r"[;；]")


@dataclass(frozen=True, slots=True)
class Bond:
    """Two parties and where the second of them stands."""

    parties: Pair
    partner: Mention | None
    confidence: float
    tied: bool = True
    """A word like "with" or "and" ties them."""


def in_prose(text: AnnotatedText, focus: Focus) -> Iterator[Twinning]:
    for sentence in text.sentences:
        for clause in clauses(sentence):
            found = cues(text, (clause.start, clause.end), sentence.language)
            if not found:
                continue
            seen: set[frozenset[EntityId]] = set()
            asserted = standing(text, clause) is Standing.ASSERTED
            for cue in [c for c in found if not c.loose] or found:
                for twinning in _twinnings(text, focus, clause, cue, asserted):
                    if frozenset(twinning.parties) not in seen:
                        seen.add(frozenset(twinning.parties))
                        yield twinning


def _twinnings(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue, asserted: bool) -> Iterator[Twinning]:
    if enumerated := _enumerated(text, focus, clause, cue):
        span = (clause.start, clause.sentence.end)
        bonds = enumerated
    elif asserted or _is_taken_for_granted(text, clause, cue):
        span = (clause.start, clause.end)
        bonds = _bonds(text, focus, clause, cue)
    else:
        return
    bonds = [b for b in bonds if _alike(text, b.parties)]
    span = _with_dates_beside(text, clause, span)
    for bond, dates in zip(bonds, _dates(text, clause, span, bonds), strict=True):
        in_brackets = bond.partner is not None and any(_in_brackets_behind(text, bond.partner, d) for d in dates)
        when = course(text, clause.sentence, dates, span, otherwise="founded" if in_brackets else "")
        if cue.loose and not enumerated and not (bond.tied and (when.since or when.ended)):
            continue
        yield _twinning(text, clause, cue, bond, when)


def _enumerated(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    """ "The city's sisters: A; B, since 1990; and C": partners behind a colon or between semicolons."""
    sentence = clause.sentence
    stop = text.text[: clause.end].rstrip()[-1:]
    if stop not in (*":：", *";；") or clause.end >= sentence.end:
        return []
    in_clause = [s for s in sides(text, sentence, (clause.start, clause.end), cue.accepts) if s.start >= cue.end]
    if (stop in ":：") == bool(in_clause):
        return []
    listed = [m for s in sides(text, sentence, (cue.end, sentence.end), cue.accepts) for m in s.members]
    words = re.findall(r"\w+", text.text[clause.end : sentence.end])
    if len(listed) < 2 or (in_clause and len(words) > MOST_WORDS * len(listed)):
        return []
    before = [s for s in sides(text, sentence, (clause.start, cue.start), cue.accepts) if s.role is not Role.WHERE]
    if before:
        return [Bond((before[-1].entities[-1], m.entity), m, OWNED) for m in listed]
    return _owned(focus, listed, OWNED)


def _is_taken_for_granted(text: AnnotatedText, clause: Clause, cue: Cue) -> bool:
    """Whether a partner is spoken of as such whatever is denied: "its sister city Ami is not affected"."""
    words = lexicon(clause.sentence.language, "parties")
    since = [d.end for d in text.dates_in(clause.sentence) if d.role is DateRole.SINCE and d.end <= cue.start]
    if since and cue.start - since[-1] <= NEXT_TO and "," not in text.text[since[-1] : cue.start]:
        return True
    if _is_dated(text, clause, cue):
        return True
    before = text.text[max(clause.start, cue.start - NEXT_TO) : cue.start]
    owned = any(len(before[m.end() :].split()) <= 1 for m in words["possessive"].finditer(before))
    after = sides(text, clause.sentence, (cue.end, clause.end), cue.accepts)
    return owned and bool(after) and not re.search(r"\w", text.text[cue.end : after[0].start])


def _is_dated(text: AnnotatedText, clause: Clause, cue: Cue) -> bool:
    """Whether a cue brings the date of its beginning along: "the pact concluded in 2002 was never honoured"."""
    founded = lexicon(clause.sentence.language, "twinnings")["course.founded"]
    for date in text.dates_in(clause.sentence):
        if date.date and cue.end < date.start <= min(cue.end + NEXT_TO, clause.end):
            between = text.text[cue.end : date.start]
            return "," not in between and founded.search(between) is not None
    return False


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
    return a is not b and a.type is b.type and (not a.country or a.country != b.country or a.level is b.level)


def _bonds(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    found = _sides(text, clause, cue)
    in_clause = any(s.start >= clause.start and s.end <= clause.end and s.role is not Role.WHERE for s in found)
    if not in_clause and (pair := focus.pair(clause, cue.start)):
        return [Bond(pair, None, SPOKEN_OF)]
    if tied := _tied(found, text, focus, clause, cue):
        return tied
    if pair := focus.pair(clause, cue.start):
        return [Bond(pair, None, SPOKEN_OF)]
    if clause.sentence.block.kind is BlockKind.HEADING or clause.end - clause.start <= cue.end - cue.start + SHORTEST:
        return []
    partner = focus.section_place(clause.sentence)
    if partner and focus.home:
        return [Bond((focus.home, partner), None, OWNED)]
    if not cue.loose and not found and (pair := focus.main_pair()):
        return [Bond(pair, None, SPOKEN_OF)]
    return []


def _sides(text: AnnotatedText, clause: Clause, cue: Cue) -> list[Side]:
    found = sides(text, clause.sentence, (clause.start, clause.end), cue.accepts)
    if any(side.role is not Role.WHERE for side in found):
        return found
    stops = [m.end() for m in SEMICOLON.finditer(text.text, clause.sentence.start, clause.start)]
    start = stops[-1] if stops else clause.sentence.start
    return sides(text, clause.sentence, (start, clause.sentence.end), cue.accepts)


def _tied(found: Sequence[Side], text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    """The bonds that the sides around a cue form."""
    if chained := _couples_in_a_row(found):
        return chained
    for side in found:
        if side.role is Role.BETWEEN and len(side.entities) > 1:
            return [Bond(pair, None, NAMED) for pair in couples([side])]
    partners = [side for side in found if side.role is Role.WITH]
    plain = [side for side in found if side.role is not Role.WHERE] or list(found)
    before = [side for side in plain if side.end <= cue.start]
    after = [side for side in plain if side.start >= cue.end]
    couple = before[-1] if before and before[-1].role is Role.PLAIN and len(before[-1].entities) == 2 else None
    if couple and not any(p.start > couple.start for p in partners):
        return [*_before(before, text, focus, clause), *_likewise(text, clause, after)]
    if partners:
        return _with(partners, found, text, focus, clause)
    if after and _follows(text, clause, cue, after[0]):
        return _after(before, after[0], focus)
    if before:
        return _before(before, text, focus, clause)
    return []


def _follows(text: AnnotatedText, clause: Clause, cue: Cue, side: Side) -> bool:
    """Whether a side stands right behind a cue: "sister city Ami", "sister cities of Ghent", "twin towns: A and B"."""
    words = lexicon(clause.sentence.language, "parties")
    between = words["of"].sub("", words["filler"].sub("", text.text[cue.end : side.start]))
    return len(re.findall(r"\w+", between)) <= 1 and not re.search(r"[.;]", between)


def _likewise(text: AnnotatedText, clause: Clause, after: Sequence[Side]) -> list[Bond]:
    """ "…, just like C and D": a couple of which the same is said."""
    words = lexicon(clause.sentence.language, "parties")
    return [
        Bond((side.entities[0], side.entities[1]), None, NAMED)
        for side in after
        if len(side.entities) == 2
        and any(side.start - m.end() < NEXT_TO for m in words["likewise"].finditer(text.text, clause.start, side.start))
    ]


def _couples_in_a_row(found: Sequence[Side]) -> list[Bond]:
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
    words = lexicon(clause.sentence.language, "parties")
    if words["latter"].search(text.text, clause.sentence.start, first.start):
        earlier = _latter(text, clause, first) or earlier
    later = [s for s in found if s.start >= first.end and s.role is Role.PLAIN]
    members = [m for side in partners for m in side.members]
    owners = [o for o in (earlier[-1:] or later[:1]) if set(o.entities).isdisjoint(m.entity for m in members)]
    if owners:
        return [Bond((owner, m.entity), m, NAMED) for owner in owners[0].entities for m in members]
    if len(members) == 2 and focus.home in {m.entity for m in members}:
        return [Bond((members[0].entity, members[1].entity), members[1], NAMED)]
    return _owned(focus, members, OWNED)


def _latter(text: AnnotatedText, clause: Clause, side: Side) -> list[Side]:
    said = sides(text, clause.sentence, (clause.sentence.start, side.start), is_place)
    return [Side(said[-1].members[-1:], Role.PLAIN)] if said else []


def _earlier_sides(text: AnnotatedText, clause: Clause) -> list[Side]:
    sentence = clause.sentence
    return sides(text, sentence, (sentence.start, clause.start), is_place) if sentence.start < clause.start else []


def _after(before: Sequence[Side], partners: Side, focus: Focus) -> list[Bond]:
    """ "A's sister cities B and C"; "its sister city B"; "sister cities A and B"."""
    members = list(partners.members)
    if before and set(before[-1].entities).isdisjoint(partners.entities):
        return [Bond((owner, m.entity), m, NAMED) for owner in before[-1].entities[-1:] for m in members]
    if len(partners.entities) == 2 and (focus.home in partners.entities or partners.role is Role.OF):
        return [Bond((members[0].entity, members[1].entity), None, NAMED)]
    return _owned(focus, members, OWNED)


def _before(before: Sequence[Side], text: AnnotatedText, focus: Focus, clause: Clause) -> list[Bond]:
    """ "A and B are twinned"; "B, our sister city"."""
    last = before[-1]
    words = lexicon(clause.sentence.language, "parties")
    if len(last.entities) == 2:
        return [Bond((last.entities[0], last.entities[1]), None, NAMED)]
    if len(last.entities) > 2:
        if words["reciprocal"].search(text.text, clause.start, clause.end):
            return [Bond(pair, None, NAMED) for pair in couples([last])]
        return [replace(b, tied=False) for b in _owned(focus, list(last.members), OWNED)]
    if len(before) > 1 and before[-2].entities != last.entities:
        return [Bond((before[-2].entities[-1], last.entities[0]), last.members[0], OWNED)]
    return _owned(focus, list(last.members), SPOKEN_OF)


def _owned(focus: Focus, members: Sequence[Mention], confidence: float) -> list[Bond]:
    """Each of the members with the place whose document it is; an organisation with the one spoken of before it."""
    named = [m.entity for m in members]
    if focus.home in named and len(members) > 1:
        members = [m for m in members if m.entity != focus.home]
    bonds = []
    for member in members:
        at_home = member.type is EntityType.PLACE and member.entity != focus.home
        owner = focus.owner(member.entity) if at_home else focus.opposite(member.entity, member.start)
        if owner:
            bonds.append(Bond((owner, member.entity), member, confidence if at_home else SPOKEN_OF))
    return bonds


def _with_dates_beside(text: AnnotatedText, clause: Clause, span: Span) -> Span:
    """The span with the clauses beside it that name no bond and no party: "In 1985, …", "…, which began in 1985"."""
    start, end = span
    around = list(clauses(clause.sentence))
    for other in reversed([c for c in around if c.end <= start]):
        if _says_more(text, other):
            break
        start = other.start
    for other in [c for c in around if c.start >= end]:
        if _says_more(text, other):
            break
        end = other.end
    if not any(start <= d.start < end for d in text.dates_in(clause.sentence)):
        start = clause.sentence.start
    return start, end


def _says_more(text: AnnotatedText, clause: Clause) -> bool:
    span = (clause.start, clause.end)
    names = any(is_party(text.entity(m)) for m in text.mentions_in(span))
    return names or bool(cues(text, span, clause.sentence.language))


def _dates(text: AnnotatedText, clause: Clause, span: Span, bonds: Sequence[Bond]) -> list[list[DateMention]]:
    """The dates that belong to each bond: its own where partners have their own, else all of the clause's."""
    dates = [d for d in text.dates_in(clause.sentence) if span[0] <= d.start < span[1]]
    places = [b.partner for b in bonds if b.partner]
    if len(bonds) < 2 or len(places) < len(bonds) or not dates:
        return [dates] * len(bonds)
    if len(dates) == len(bonds) and all(d.start > places[-1].end or d.end < places[0].start for d in dates):
        return [[d] for d in dates]
    if len(dates) == 1 and not any(_in_brackets_behind(text, p, dates[0]) for p in places):
        return [dates] * len(bonds)
    ends = [*(p.start for p in places[1:]), span[1]]
    return [[d for d in dates if p.end <= d.start < end] for p, end in zip(places, ends, strict=True)]


def _in_brackets_behind(text: AnnotatedText, partner: Mention, date: DateMention) -> bool:
    return re.fullmatch(r"\s*[(（][^()（）]{0,30}", text.text[partner.end : date.start]) is not None
