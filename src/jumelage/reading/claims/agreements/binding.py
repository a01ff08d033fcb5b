"""Whom an agreement binds, who put their names to it, and where."""

from collections.abc import Sequence
from dataclasses import dataclass

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.agreements.papers import Paper
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.parties import Role, Side, sides
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.vocabulary.claims import Ids
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

MOST_SIGNATORIES = 6


@dataclass(frozen=True, slots=True)
class Undersigned:
    """The parties that a clause names; `apart` where it tells of several agreements at once."""

    parties: Ids = ()
    taken_up: bool = False
    """They were named before."""
    apart: tuple[Ids, ...] = ()


def undersigned(text: AnnotatedText, focus: Focus, clause: Clause, paper: Paper) -> Undersigned:
    """Whom the paper of a clause binds."""
    found = sides(text, clause.sentence, (clause.start, clause.end))
    if both := _bodies_that_act(found, text, paper):
        return Undersigned(both)
    everywhere = sides(text, clause.sentence, (clause.sentence.start, clause.end))
    for side in (*found, *everywhere):
        if side.role is Role.BETWEEN and len(side.entities) > 1:
            return Undersigned(side.entities)
    with_whom = min((s for s in found if s.role is Role.WITH), key=lambda s: abs(s.start - paper.start), default=None)
    subject = _subject(found, text, clause, paper)
    if with_whom:
        each = [e for s in found if s.role is Role.WITH for e in s.entities] if paper.plural else []
        return _with(text, focus, clause, subject, with_whom.entities, each)
    if len(subject) > 1:
        return Undersigned(subject)
    if pair := focus.pair(clause, clause.end):
        return Undersigned(pair, taken_up=True)
    if len(subject) == 1 and (other := _beside(text, clause, subject[0])):
        return Undersigned((subject[0], other), taken_up=True)
    if subject and (other := focus.opposite(subject[0], clause.start)):
        return Undersigned((subject[0], other), taken_up=True)
    if paper.taken_up:
        return Undersigned(taken_up=True)
    partner = focus.section_place(clause.sentence)
    if partner and focus.home:
        return Undersigned((focus.home, partner), taken_up=True)
    return Undersigned(focus.last_pair(clause.start, "place") or focus.last_pair(clause.start) or (), taken_up=True)


def _with(
    text: AnnotatedText, focus: Focus, clause: Clause, subject: Ids, partners: Ids, each: Sequence[EntityId]
) -> Undersigned:
    """The subject with its partners: in one agreement, or in one with each, where there are several."""
    words = lexicon(clause.sentence.language, "parties")
    owner = tuple(e for e in subject if e not in partners) or _owner(text, focus, partners[0], clause)
    apart = each or (partners if words["respectively"].search(text.text, clause.start, clause.end) else ())
    if len(apart) > 1 and len(owner) == 1 and owner[0] not in apart:
        return Undersigned(apart=tuple((owner[0], p) for p in apart))
    return Undersigned((*owner, *partners))


def _bodies_that_act(found: list[Side], text: AnnotatedText, paper: Paper) -> Ids:
    """The organisations, two at least, that stand before the paper as who signs it, whatever places its title names."""
    for side in found:
        bodies = all(text.entities[e].type is EntityType.ORGANISATION for e in side.entities)
        if side.role is Role.PLAIN and len(side.entities) > 1 and bodies and side.end <= paper.start:
            return side.entities
    return ()


def _beside(text: AnnotatedText, clause: Clause, party: EntityId) -> EntityId | None:
    """Another party of the same type that the sentence names in any part."""
    sentence = clause.sentence
    for side in sides(text, sentence, (sentence.start, sentence.end)):
        for key in side.entities:
            x, y = text.entities[key], text.entities[party]
            if key != party and x.type is y.type is EntityType.ORGANISATION:
                return key
    return None


def _subject(found: list[Side], text: AnnotatedText, clause: Clause, paper: Paper) -> Ids:
    """The parties that act: the nearest coordinated side before the paper, else all that are neither where nor with.

    If need be, those before the clause. Where several organisations act, the places beside them do not.
    """
    acting = [s for s in found if s.role in (Role.PLAIN, Role.OF)]
    if not acting and clause.start > clause.sentence.start:
        before = sides(text, clause.sentence, (clause.sentence.start, clause.start))
        acting = [s for s in before if s.role in (Role.PLAIN, Role.OF)][-1:]
    coordinated = [s for s in acting if len(s.entities) > 1 and s.end <= paper.start]
    if coordinated:
        return coordinated[-1].entities
    named = tuple(dict.fromkeys(e for s in acting or found for e in s.entities))
    organisations = tuple(e for e in named if text.entities[e].type is EntityType.ORGANISATION)
    if len(organisations) > 1:
        return organisations
    return named if acting else ()


def _owner(text: AnnotatedText, focus: Focus, partner: EntityId, clause: Clause) -> Ids:
    """Who signs with a partner where nobody is named: a like organisation spoken of before, or whose document it is."""
    before = focus.opposite(partner, clause.start)
    if text.entities[partner].type is EntityType.ORGANISATION and before:
        return (before,)
    other = focus.home if focus.home and focus.home != partner else before
    return (other,) if other else ()


def signatories(text: AnnotatedText, clause: Clause) -> Ids:
    """The persons who sign: those named in the clause, but for witnesses and company."""
    words = lexicon(clause.sentence.language, "agreements")
    if not any(words[w].search(text.text, clause.start, clause.end) for w in ("sign", "renewed")):
        return ()
    witnessed = words["witnessed"].search(text.text, clause.start, clause.end)
    until = witnessed.start() if witnessed else clause.end
    persons = [m.entity for m in text.mentions_in((clause.start, until), EntityType.PERSON)]
    if _begins_with_whom(text, clause):
        persons = [m.entity for m in text.mentions_in((clause.sentence.start, clause.start), EntityType.PERSON)][
            -1:
        ] + persons
    found = tuple(dict.fromkeys(persons))
    return found if len(found) <= MOST_SIGNATORIES else ()


def _begins_with_whom(text: AnnotatedText, clause: Clause) -> bool:
    """Whether who signs stands before the clause: 市长率团访韩,与市长柳成焕签署协议."""
    begins = lexicon(clause.sentence.language, "parties")["with"].match(text.text, clause.start)
    return begins is not None and clause.sentence.language in WITHOUT_WORD_BOUNDARIES


def place_of_signing(text: AnnotatedText, clause: Clause) -> EntityId | None:
    """The place where it is signed: the last that the clause names with "in" or "at"."""
    words = lexicon(clause.sentence.language, "agreements")
    for side in reversed(sides(text, clause.sentence, (clause.sentence.start, clause.end))):
        if side.role is Role.WHERE and len(side.members) == 1:
            before = text.text[max(clause.start, side.start - 24) : side.start]
            if any(len(before[m.end() :].split()) <= 1 for m in words["at"].finditer(before)):
                return side.members[0].entity
    return None
