"""Reads twinnings in sentences: "X is twinned with Y", "its sister city Y", X与Y结为友好城市."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.focus import Focus, Pair
from jumelage.reading.claims.parties import Role, Span, is_party, sides
from jumelage.reading.claims.twinnings.course import Course, course
from jumelage.reading.claims.twinnings.cues import Cue, cues, taken_up
from jumelage.reading.claims.twinnings.tying import NEXT_TO, OWNED, Bond, Owners, Talk, bonds_of, owned
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.lexicon import lexicon
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.entities import EntityId

COMMA = re.compile(r"[,，]")
MOST_WORDS = 5
"""More words than that for each name make no mere list."""
STILL_SPOKEN_OF = 2
"""So many sentences further on, what was told of may still be taken up."""


def in_prose(text: AnnotatedText, focus: Focus) -> Iterator[Twinning]:
    """The twinnings of the sentences; what one only calls "friends" or "linked" is of the kind told elsewhere."""
    found = list(_all_told(text, focus))
    told = {frozenset(bond.parties): cue.kind for _, cue, bond, _ in found if not cue.loose}
    for clause, cue, bond, when in found:
        kind = told.get(frozenset(bond.parties), cue.kind) if cue.loose else cue.kind
        yield Twinning(
            parties=bond.parties,
            kind=kind,
            since=when.since,
            until=when.until,
            evidence=(text.passage(clause.sentence),),
            confidence=bond.confidence * (0.8 if cue.loose else 1),
            worked_out=when.worked_out,
        )


def _all_told(text: AnnotatedText, focus: Focus) -> Iterator[tuple[Clause, Cue, Bond, Course]]:
    talk: Talk | None = None
    for sentence in text.sentences:
        if talk and sentence.index - talk.sentence.index > STILL_SPOKEN_OF:
            talk = None
        for clause in clauses(sentence):
            seen: set[frozenset[EntityId]] = set()
            for part, cue in _parts(text, clause, talk):
                told = _told(text, focus, part, cue, talk)
                if told and not cue.loose:
                    talk = Talk(sentence, cue, tuple(bond for bond, _ in told))
                for bond, when in told:
                    if frozenset(bond.parties) not in seen:
                        seen.add(frozenset(bond.parties))
                        yield part, cue, bond, when


def _parts(text: AnnotatedText, clause: Clause, talk: Talk | None) -> list[tuple[Clause, Cue]]:
    """The words for bonds in a clause, each with what is said with it; else the word that takes up a bond told of."""
    found = cues(text, (clause.start, clause.end), clause.sentence.language)
    if any(not c.loose for c in found):
        return list(_apart(text, clause, [c for c in found if not c.loose or _has_partner(text, clause, c)]))
    if talk and (again := taken_up(text, (clause.start, clause.end), clause.sentence.language, talk.cue)):
        return [(clause, again)]
    return [(clause, cue) for cue in found]


def _has_partner(text: AnnotatedText, clause: Clause, cue: Cue) -> bool:
    """Whether a partner stands right behind a word: "a partnership with Kyoto"."""
    behind = sides(text, clause.sentence, (cue.end, clause.end), cue.accepts)[:1]
    return any(side.role is Role.WITH and side.start - cue.end < NEXT_TO for side in behind)


def _apart(text: AnnotatedText, clause: Clause, found: Sequence[Cue]) -> Iterator[tuple[Clause, Cue]]:
    """Several words for bonds, each with its own partners: "a twinning with A and a friendship with B"."""
    start = clause.start
    for cue, following in pairwise(found):
        before = sides(text, clause.sentence, (start, cue.start), cue.accepts)
        between = sides(text, clause.sentence, (cue.end, following.start), cue.accepts)
        behind = sides(text, clause.sentence, (following.end, clause.end), following.accepts)
        tied = [s for s in between if s.role in (Role.WITH, Role.BETWEEN)]
        after_these = [s for s in between if tied and s.start > tied[0].end and s.role is Role.PLAIN]
        end = clause.end
        if between and any(side.role is Role.WITH for side in before):
            end = cue.end
        elif after_these:
            end = _last_joint(text, clause, (tied[0].end, after_these[0].start))
        elif between and behind:
            end = _last_joint(text, clause, (between[-1].end, following.start))
        yield Clause(clause.sentence, start, end), cue
        start = end if end < clause.end else start
    yield Clause(clause.sentence, start, clause.end), found[-1]


def _last_joint(text: AnnotatedText, clause: Clause, span: Span) -> int:
    """Where the last "and" or comma stands between two names; the end of the first where there is none."""
    joints = [m.start() for m in COMMA.finditer(text.text, *span)]
    joints += [m.start() for m in lexicon(clause.sentence.language, "parties")["and"].finditer(text.text, *span)]
    return max(joints, default=span[0])


def _told(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue, talk: Talk | None) -> list[tuple[Bond, Course]]:
    """The bonds that a word for one makes, each with its course."""
    if enumerated := _enumerated(text, focus, clause, cue):
        span = (clause.start, clause.sentence.end)
        bonds = enumerated
    elif standing(text, clause) is Standing.ASSERTED or _is_taken_for_granted(text, clause, cue):
        span = (clause.start, clause.end)
        bonds = bonds_of(text, focus, clause, cue, talk)
    else:
        return []
    bonds = [b for b in bonds if _alike(text, b.parties)]
    span = _with_dates_beside(text, clause, span, {p for b in bonds for p in b.parties})
    told = []
    for bond, dates in zip(bonds, _dates(text, clause, span, bonds), strict=True):
        in_brackets = bond.partner is not None and any(_in_brackets_behind(text, bond.partner, d) for d in dates)
        when = course(text, clause.sentence, dates, span, otherwise="founded" if in_brackets else "")
        begun_or_ended = bool(when.since or when.ended)
        if cue.loose and not enumerated and not (bond.tied and (begun_or_ended or when.until)):
            continue
        if not cue.taken_up or bond.partner or begun_or_ended:
            told.append((bond, when))
    return told


def _enumerated(text: AnnotatedText, focus: Focus, clause: Clause, cue: Cue) -> list[Bond]:
    """ "The city's sisters: A; B, since 1990; and C": partners behind a colon or between semicolons."""
    sentence = clause.sentence
    stop = text.text[clause.start : clause.end].rstrip()[-1:]
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
    return owned(Owners(focus), listed, OWNED)


def _is_taken_for_granted(text: AnnotatedText, clause: Clause, cue: Cue) -> bool:
    """Whether a partner is spoken of as such whatever is denied: "its sister city Ami is not affected"."""
    words = lexicon(clause.sentence.language, "parties")
    since = [d.end for d in text.dates_in(clause.sentence) if d.role is DateRole.SINCE and d.end <= cue.start]
    if since and cue.start - since[-1] <= NEXT_TO and "," not in text.text[since[-1] : cue.start]:
        return True
    if _is_dated(text, clause, cue) or _is_celebrated(text, clause):
        return True
    before = text.text[max(clause.start, cue.start - NEXT_TO) : cue.start]
    owned = any(len(before[m.end() :].split()) <= 1 for m in words["possessive"].finditer(before))
    after = sides(text, clause.sentence, (cue.end, clause.end), cue.accepts)
    return owned and bool(after) and not re.search(r"\w", text.text[cue.end : after[0].start])


def _is_celebrated(text: AnnotatedText, clause: Clause) -> bool:
    """Whether a clause speaks of an anniversary: what will be celebrated exists."""
    dates = [d for d in text.dates_in(clause.sentence) if clause.start <= d.start < clause.end]
    return standing(text, clause) is Standing.PLANNED and any(d.kind is MentionKind.ANNIVERSARY for d in dates)


def _is_dated(text: AnnotatedText, clause: Clause, cue: Cue) -> bool:
    """Whether a cue brings the date of its beginning along: "the pact concluded in 2002 was never honoured"."""
    founded = lexicon(clause.sentence.language, "twinnings")["course.founded"]
    for date in text.dates_in(clause.sentence):
        if date.date and cue.end < date.start <= min(cue.end + NEXT_TO, clause.end):
            between = text.text[cue.end : date.start]
            return "," not in between and founded.search(between) is not None
    return False


def _alike(text: AnnotatedText, parties: Pair) -> bool:
    a, b = (text.entities[p] for p in parties)
    return a is not b and a.type is b.type and (not a.country or a.country != b.country or a.level is b.level)


def _with_dates_beside(text: AnnotatedText, clause: Clause, span: Span, parties: Container[EntityId]) -> Span:
    """The span with the clauses beside it that name no bond and nobody else: "In 1985, …", "…, which began in 1985"."""
    start, end = span
    around = list(clauses(clause.sentence))
    for other in reversed([c for c in around if c.end <= start]):
        if _says_more(text, other, parties):
            break
        start = other.start
    for other in [c for c in around if c.start >= end]:
        if _says_more(text, other, parties):
            break
        end = other.end
    dated = any(start <= d.start < end for d in text.dates_in(clause.sentence))
    if not dated and not cues(text, (clause.sentence.start, start), clause.sentence.language):
        start = clause.sentence.start
    return start, end


def _says_more(text: AnnotatedText, clause: Clause, parties: Container[EntityId]) -> bool:
    span = (clause.start, clause.end)
    others = any(is_party(text.entity(m)) and m.entity not in parties for m in text.mentions_in(span))
    return others or bool(cues(text, span, clause.sentence.language))


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
    if dates[0].start < places[0].start and dates[-1].start < places[-1].start:
        starts, ends = [span[0], *(p.end for p in places[:-1])], [p.start for p in places]
    else:
        starts, ends = [p.end for p in places], [*(p.start for p in places[1:]), span[1]]
    return [[d for d in dates if start <= d.start < end] for start, end in zip(starts, ends, strict=True)]


def _in_brackets_behind(text: AnnotatedText, partner: Mention, date: DateMention) -> bool:
    return re.fullmatch(r"\s*[(（][^()（）]{0,30}", text.text[partner.end : date.start]) is not None
