"""Tells who is tied to whom by a word for a bond: the names around it, the document's own place, or those told of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.focus import Focus, Pair
from jumelage.reading.claims.parties import Role, Side, couples, is_place, sides
from jumelage.reading.claims.twinnings.cues import Cue
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.blocks import BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

NAMED, OWNED, SPOKEN_OF = 0.93, 0.8, 0.6
"""How sure a twinning is when both parties stand beside the cue, when one is the document's own, when none is named."""
NEXT_TO, SHORTEST = 30, 8
MOST_BETWEEN = 3
"""So many words may stand between a cue and its partners where nobody is named before it: "our twins are called X"."""
SEMICOLON = re.compile(r"[;；]")


@dataclass(frozen=True, slots=True)
class Bond:
    """Two parties and where the second of them stands."""

    parties: Pair
    partner: Mention | None
    confidence: float
    tied: bool = True
    """A word like "with" or "and" ties them."""


@dataclass(frozen=True, slots=True)
class Talk:
    """The bonds last told of, and the word for them: what "another one", "the youngest" or "it" take up."""

    sentence: Sentence
    cue: Cue
    bonds: tuple[Bond, ...]


@dataclass(frozen=True, slots=True)
class Owners:
    """Who a partner is one of, where nobody is named as its other side: of the bonds just told, or the document's."""

    focus: Focus
    talk: Talk | None = None

    def of(self, partner: EntityId) -> EntityId | None:
        """The party that all bonds just told share; failing that, the place whose document it is."""
        if self.talk:
            shared = [p for p in self.talk.bonds[0].parties if all(p in b.parties for b in self.talk.bonds)]
            shared = [p for p in shared if p == self.focus.home] or shared
            if shared and partner not in shared:
                return shared[0]
        return self.focus.owner(partner)


def bonds_of(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue, talk: Talk | None) -> list[Bond]:
    """The bonds that a word for one in a clause stands for."""
    owners = Owners(focus, talk if talk and (cue.taken_up or talk.sentence == clause.sentence) else None)
    found = _sides(text, clause, cue)
    in_clause = any(s.start >= clause.start and s.end <= clause.end and s.role is not Role.WHERE for s in found)
    if cue.taken_up and not in_clause:
        return [replace(talk.bonds[0], partner=None, confidence=SPOKEN_OF)] if talk and len(talk.bonds) == 1 else []
    if not in_clause and (pair := focus.pair(clause, cue.start)):
        return [Bond(pair, None, SPOKEN_OF)]
    if tied := _tied(found, text, owners, clause, cue):
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


def _tied(found: Sequence[Side], text: AnnotatedText, owners: Owners, clause: Clause, cue: Cue) -> list[Bond]:
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
    if before and after and (whose := _whose(text, clause, cue, after[0])) and whose not in before[-1].entities:
        return [Bond((whose, m.entity), m, NAMED) for m in before[-1].members]
    couple = before[-1] if before and before[-1].role is Role.PLAIN and len(before[-1].entities) == 2 else None
    if couple and not any(p.start > couple.start for p in partners):
        return [*_before(before, text, owners, clause), *_likewise(text, clause, after)]
    if partners:
        return _with(partners, found, text, owners, clause)
    if after and _follows(text, clause, cue, after[0], 1 if before else MOST_BETWEEN):
        return _after(before, after[0], owners)
    if before:
        return _before(before, text, owners, clause)
    return []


def _follows(text: AnnotatedText, clause: Clause, cue: Cue, side: Side, most_words: int) -> bool:
    """Whether a side stands right behind a cue: "sister city Ami", "sister cities of Ghent", "twin towns: A and B"."""
    words = lexicon(clause.sentence.language, "parties")
    between = words["namely"].sub("", text.text[cue.end : side.start])
    between = words["of"].sub("", words["filler"].sub("", between))
    return len(re.findall(r"\w+", between)) <= most_words and not re.search(r"[.;]", between)


def _whose(text: AnnotatedText, clause: Clause, cue: Cue, side: Side) -> EntityId | None:
    """The place that a word for partners belongs to: "A and B are sister cities of C"."""
    words = lexicon(clause.sentence.language, "parties")
    between = text.text[cue.end : side.start].split()
    belongs = (
        bool(between) and words["of"].fullmatch(between[0]) and all(words["filler"].fullmatch(w) for w in between[1:])
    )
    return side.entities[0] if belongs and len(side.entities) == 1 else None


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
    partners: Sequence[Side], found: Sequence[Side], text: AnnotatedText, owners: Owners, clause: Clause
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
    facing = [o for o in (earlier[-1:] or later[:1]) if set(o.entities).isdisjoint(m.entity for m in members)]
    if facing:
        return [Bond((owner, m.entity), m, NAMED) for owner in facing[0].entities for m in members]
    if len(members) == 2 and owners.focus.home in {m.entity for m in members}:
        return [Bond((members[0].entity, members[1].entity), members[1], NAMED)]
    return owned(owners, members, OWNED)


def _latter(text: AnnotatedText, clause: Clause, side: Side) -> list[Side]:
    said = sides(text, clause.sentence, (clause.sentence.start, side.start), is_place)
    return [Side(said[-1].members[-1:], Role.PLAIN)] if said else []


def _earlier_sides(text: AnnotatedText, clause: Clause) -> list[Side]:
    sentence = clause.sentence
    return sides(text, sentence, (sentence.start, clause.start), is_place) if sentence.start < clause.start else []


def _after(before: Sequence[Side], partners: Side, owners: Owners) -> list[Bond]:
    """ "A's sister cities B and C"; "its sister city B"; "sister cities A and B"."""
    members = list(partners.members)
    if before and set(before[-1].entities).isdisjoint(partners.entities):
        return [Bond((owner, m.entity), m, NAMED) for owner in before[-1].entities[-1:] for m in members]
    if len(partners.entities) == 2 and (owners.focus.home in partners.entities or partners.role is Role.OF):
        return [Bond((members[0].entity, members[1].entity), None, NAMED)]
    return owned(owners, members, OWNED)


def _before(before: Sequence[Side], text: AnnotatedText, owners: Owners, clause: Clause) -> list[Bond]:
    """ "A and B are twinned"; "B, our sister city"."""
    last = before[-1]
    words = lexicon(clause.sentence.language, "parties")
    if len(last.entities) == 2:
        return [Bond((last.entities[0], last.entities[1]), None, NAMED)]
    if len(last.entities) > 2:
        if words["reciprocal"].search(text.text, clause.start, clause.end):
            return [Bond(pair, None, NAMED) for pair in couples([last])]
        return [replace(b, tied=False) for b in owned(owners, list(last.members), OWNED)]
    if len(before) > 1 and before[-2].entities != last.entities:
        return [Bond((before[-2].entities[-1], last.entities[0]), last.members[0], OWNED)]
    return owned(owners, list(last.members), SPOKEN_OF)


def owned(owners: Owners, members: Sequence[Mention], confidence: float) -> list[Bond]:
    """Each of the members with the place whose document it is; an organisation with the one spoken of before it."""
    named = [m.entity for m in members]
    if owners.focus.home in named and len(members) > 1:
        members = [m for m in members if m.entity != owners.focus.home]
    bonds = []
    for member in members:
        at_home = member.type is EntityType.PLACE and member.entity != owners.focus.home
        owner = owners.of(member.entity) if at_home else owners.focus.opposite(member.entity, member.start)
        if owner:
            bonds.append(Bond((owner, member.entity), member, confidence if at_home else SPOKEN_OF))
    return bonds
