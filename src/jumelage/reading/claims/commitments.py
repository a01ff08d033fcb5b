"""Finds commitments: what somebody has undertaken or firmly intends to do.

An undertaking ("has pledged to", zegt toe, s'engage à) counts whatever is undertaken; an intention ("will", wird, 将)
only where it is definite: not a hope, not what is said of things rather than of somebody, and not what is another kind
of claim, such as a signing, a visit or an event to come. The words are each language's `commitments.toml`.
"""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.counterparts import Counterparts, counterparts
from jumelage.reading.claims.evidence import evidence
from jumelage.reading.claims.phrases import Found, PhraseBook, phrase_book
from jumelage.reading.claims.signs import ORGANISATION, PERSON, PLACE, Seen, seen
from jumelage.reading.claims.visits import Told, journeys
from jumelage.reading.dates import DateMention, DateRole
from jumelage.vocabulary.claims import Commitment
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import EntityId

ROLES = (("by", (PLACE, ORGANISATION, PERSON)), ("towards", (PLACE, ORGANISATION)))
CONFIDENCE = {"undertakings": 0.75, "intentions": 0.55, "plans": 0.5}
"""The lists of phrases, surest first. `plans` say what the one whose text it is will do, without naming him."""
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
        book = phrase_book(sentence.sentence.language, "commitments", ROLES)
        if sentence.sentence.index in told or book.says("unreal", sentence):
            continue
        if found := _first(book, sentence):
            kind, phrase = found
            yield from _claim(text, sentence, kind, phrase, sides)


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


def _first(book: PhraseBook, seen: Seen) -> tuple[str, Found] | None:
    """The undertaking that a sentence holds, else the intention; of several the one whose author stands nearest."""
    for kind in CONFIDENCE:
        fitting = [f for f in book.find(kind, seen) if f.rest and not _is_vague(book, kind, seen, f.rest)]
        if fitting:
            return kind, min(fitting, key=lambda f: (f.rest or (0, 0))[0])
    return None


def _is_vague(book: PhraseBook, kind: str, seen: Seen, rest: tuple[int, int]) -> bool:
    action = seen.text[rest[0] : rest[1]].lstrip(" ,，、")
    vague = book.lexicon["vague"].match(action)
    elsewhere = kind != "undertakings" and book.lexicon["other_claims"].match(action)
    return bool(vague or elsewhere) or len(action) < SHORTEST_ACTION


def _claim(text: AnnotatedText, seen: Seen, kind: str, found: Found, sides: Counterparts) -> Iterator[Commitment]:
    assert found.rest is not None  # noqa: S101  only phrases with an action come here
    by = _authors(seen, kind, found, sides)
    if not by:
        return
    start, end = seen.span(*found.rest)
    action = text.repaired.written[start:end].strip(" ,，、.")[:LONGEST_ACTION]
    due = _due(text, seen, found.rest)
    towards = [m.entity for m in seen.mentions(*found.rest) if m.type is not PERSON and m.entity not in by]
    yield Commitment(
        by=tuple(by),
        action=action,
        due=due.date if due else None,
        towards=tuple(dict.fromkeys(towards))[:1],
        evidence=evidence(text, [seen.sentence], [*by, *towards]),
        confidence=CONFIDENCE[kind] + 0.1 * bool(due),
        worked_out={"due": due.worked_out} if due and due.worked_out else {},
    )


def _authors(seen: Seen, kind: str, found: Found, sides: Counterparts) -> list[EntityId]:
    """Who undertakes it, and for whom: whom the phrase names, else whom "both" stands for, else whose plan it is."""
    named: tuple[Mention, ...] = found.names.get("by", ())
    if named:
        authors = [m.entity for m in named]
        behind = [b for m in named if m.type is PERSON and (b := sides.behind(m.entity))]
        return list(dict.fromkeys([*authors, *behind]))
    clause = Clause(seen.sentence, seen.sentence.start, seen.sentence.end)
    if pair := sides.focus.pair(clause, seen.sentence.start):
        return list(pair)
    return sides.publishers() if kind == "plans" else []


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
