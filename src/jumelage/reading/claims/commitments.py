"""Finds commitments: what somebody has undertaken or firmly intends to do.

An undertaking ("has pledged to", zegt toe, s'engage à) counts whatever is undertaken; an intention ("will", wird, 将)
only where it is definite: not a hope, not what is said of things rather than of somebody, and not what is another kind
of claim, such as a signing, a visit or an event to come. What is simply told of a day to come ("in May X sends a
choir") counts where somebody does it. The words are each language's `commitments.toml`.
"""

from collections.abc import Iterator, Sequence

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, clauses
from jumelage.reading.claims.counterparts import Counterparts, counterparts, is_to_come
from jumelage.reading.claims.evidence import evidence
from jumelage.reading.claims.phrases import Found, PhraseBook, phrase_book
from jumelage.reading.claims.signs import ORGANISATION, PERSON, PLACE, Seen, seen
from jumelage.reading.claims.subjects import has_pronoun, is_fronted, subjects
from jumelage.reading.claims.visits import Told, journeys
from jumelage.reading.dates import DateMention, DateRole
from jumelage.vocabulary.claims import Commitment
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import EntityId

ROLES = (("by", (PLACE, ORGANISATION, PERSON)), ("towards", (PLACE, ORGANISATION)))
CONFIDENCE = {"undertakings": 0.75, "intentions": 0.55, "plans": 0.5}
"""The lists of phrases, surest first. `plans` say what the one whose text it is will do, without naming him."""
TOLD = ("undertakes", "to_come", "deeds")
"""The lists of verbs: of undertaking, of what is to come, and of doing, where a date to come says it of that."""
LONGEST_ACTION = 240
SHORTEST_ACTION = 4


def find_commitments(text: AnnotatedText) -> Iterator[Commitment]:
    """The commitments that a text asserts."""
    sides = counterparts(text)
    to_come = [journey for journey in journeys(text) if journey.to_come]
    for journey in to_come:
        yield _journey(text, journey)
    told = {sentence.index for journey in to_come for sentence in journey.sentences}
    for sentence in seen(text):
        if sentence.sentence.index in told:
            continue
        book = phrase_book(sentence.sentence.language, "commitments", ROLES)
        if found := _first(book, sentence):
            kind, phrase = found
            yield from _claim(text, sentence, kind, phrase, sides)
        else:
            yield from _told(text, book, sentence, sides)


def _journey(text: AnnotatedText, journey: Told) -> Commitment:
    """A journey to come, as the undertaking of those it is told of: who will travel, or who will receive."""
    by, towards = ("host", "visitor") if journey.receives else ("visitor", "host")
    first = journey.sentences[0]
    span = f"{journey.start}/{journey.end}" if journey.start and journey.end else None
    return Commitment(
        by=tuple(journey.who(by)),
        action=text.repaired.written[first.start : first.end][:LONGEST_ACTION],
        due=Edtf(span) if span else journey.start or journey.end,
        towards=tuple(journey.who(towards)),
        evidence=evidence(text, journey.sentences, journey.who("visitor", "host", "head")),
        confidence=journey.confidence - 0.15,
        worked_out={"due": how} if (how := journey.worked_out.get("start")) else {},
    )


def is_undertaken(seen: Seen, found: Found) -> bool:
    """Whether what a phrase tells of is still an undertaking or an intention."""
    book = phrase_book(seen.sentence.language, "commitments", ROLES)
    told = [f for kind in CONFIDENCE for f in book.find(kind, seen)]
    return any(f.rest and f.rest[0] <= found.end and seen.together(f.rest[0], found.start) for f in told)


def _first(book: PhraseBook, seen: Seen) -> tuple[str, Found] | None:
    """The undertaking that a sentence holds, else the intention; of several the one whose author stands nearest."""
    for kind in CONFIDENCE:
        fitting = [
            f
            for f in book.find(kind, seen)
            if f.rest
            and not (f.names.get("by") and f.start in seen.names and is_fronted(seen, f.start))
            and not _is_vague(book, kind, seen, f.rest)
            and not _is_unreal(book, seen, f)
        ]
        if fitting:
            return kind, min(fitting, key=lambda f: (f.rest or (0, 0))[0])
    return None


def _is_unreal(book: PhraseBook, seen: Seen, found: Found) -> bool:
    """Whether the statement is of what is denied, only wished for or talked about."""
    at = found.rest[0] if found.rest else found.start
    return any(
        seen.together(at, other.start) or seen.together(found.start, other.start) for other in book.find("unreal", seen)
    )


def _is_vague(book: PhraseBook, kind: str, seen: Seen, rest: tuple[int, int]) -> bool:
    action = seen.text[rest[0] : rest[1]].lstrip(" ,，、")
    vague = book.lexicon["vague"].match(action)
    elsewhere = kind != "undertakings" and book.lexicon["other_claims"].match(action)
    return bool(vague or elsewhere) or len(action) < SHORTEST_ACTION


def _claim(text: AnnotatedText, seen: Seen, kind: str, found: Found, sides: Counterparts) -> Iterator[Commitment]:
    assert found.rest is not None  # noqa: S101  only phrases with an action come here
    by = _authors(seen, kind, found, sides)
    start, end = seen.span(*found.rest)
    due = _due(text, seen, found.rest)
    yield from _commitment(text, seen, by, (start, end), due, sides, CONFIDENCE[kind] + 0.1 * bool(due))


def _told(text: AnnotatedText, book: PhraseBook, seen: Seen, sides: Counterparts) -> Iterator[Commitment]:
    """What a sentence tells by a verb of undertaking or of the future or, with a day to come, by one of doing."""
    coming = [(i, d) for i, d in seen.dates.items() if _is_coming(text, d)]
    for kind in TOLD:
        for verb in book.find(kind, seen):
            beside = [(i, d) for i, d in coming if seen.together(i, verb.start)]
            due = min(beside, key=lambda c: abs(c[0] - verb.start))[1] if beside else None
            if _is_unreal(book, seen, verb) or not (due or _is_definite(book, kind, seen, verb)):
                continue
            statement = next(c for c in clauses(seen.sentence) if seen.offsets[verb.start] < c.end)
            if book.lexicon["other_claims"].search(text.text, statement.start, statement.end):
                continue
            by = _for_whom(subjects(seen, (verb.start, verb.end)), sides)
            if not by and has_pronoun(seen, (verb.start, verb.end)):
                by = _named_before(text, seen, sides)
            if by:
                yield from _commitment(text, seen, by, (statement.start, statement.end), due, sides, 0.5)
                return


def _is_definite(book: PhraseBook, kind: str, seen: Seen, verb: Found) -> bool:
    """Whether what a verb says binds somebody even where no day is told."""
    if kind == "deeds" or _is_vague(book, kind, seen, (verb.end, len(seen.text))):
        return False
    return any(seen.together(verb.start, action.start) for action in book.find("actions", seen))


def _is_coming(text: AnnotatedText, date: DateMention) -> bool:
    return is_to_come(text, date.date) or date.role is DateRole.DUE


def _commitment(
    text: AnnotatedText,
    seen: Seen,
    by: Sequence[EntityId],
    action: tuple[int, int],
    due: DateMention | None,
    sides: Counterparts,
    confidence: float,
) -> Iterator[Commitment]:
    if not by:
        return
    others = [m.entity for m in seen.mentions() if m.type is not PERSON and m.entity not in by]
    abroad = [o for o in others if all(sides.abroad(o, b) for b in by)]
    towards = tuple(dict.fromkeys(abroad or others))[:1]
    yield Commitment(
        by=tuple(by),
        action=text.repaired.written[slice(*action)].strip(" ,，、.")[:LONGEST_ACTION],
        due=due.date if due else None,
        towards=towards,
        evidence=evidence(text, [seen.sentence], [*by, *towards]),
        confidence=confidence,
        worked_out={"due": due.worked_out} if due and due.worked_out else {},
    )


def _authors(seen: Seen, kind: str, found: Found, sides: Counterparts) -> list[EntityId]:
    """Who undertakes it: whom the phrase names, else whom "both" stands for, else whose plan it is."""
    if named := found.names.get("by", ()):
        return _for_whom(named, sides)
    clause = Clause(seen.sentence, seen.sentence.start, seen.sentence.end)
    if pair := sides.focus.pair(clause, seen.sentence.start):
        return list(pair)
    return sides.publishers() if kind == "plans" else []


def _for_whom(named: Sequence[Mention], sides: Counterparts) -> list[EntityId]:
    """The places and organisations that are named, and those for which the persons act."""
    return list(dict.fromkeys((sides.behind(m.entity) or m.entity) if m.type is PERSON else m.entity for m in named))


def _named_before(text: AnnotatedText, seen: Seen, sides: Counterparts) -> list[EntityId]:
    """Whom "she" or "they" stands for: the first one named in the sentence before, in the same paragraph."""
    if not seen.sentence.index:
        return []
    before = text.sentences[seen.sentence.index - 1]
    return _for_whom(text.mentions_in(before)[:1], sides) if before.block is seen.sentence.block else []


def _due(text: AnnotatedText, seen: Seen, rest: tuple[int, int]) -> DateMention | None:
    """The date by or on which it is to be done: in the action itself, else to come as seen from the text's own date."""
    dated = [(i, d) for i, d in seen.dates.items() if d.date]
    for _, date in dated:
        if date.role is DateRole.DUE:
            return date
    today = text.published.earliest if text.published else None
    for index, date in dated:
        latest = date.date.latest if date.date else None
        if rest[0] <= index < rest[1] or (today and latest and latest > today):
            return date
    return None
