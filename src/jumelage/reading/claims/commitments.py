"""Finds commitments: what somebody has undertaken or firmly intends to do.

An undertaking ("has pledged to", zegt toe, s'engage à) counts whatever is undertaken; an intention ("will", wird, 将)
only where it is definite: not a hope, not what is said of things rather than of somebody, and not what is another kind
of claim, such as a signing, a visit or an event to come. The words are each language's `commitments.toml`.
"""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.phrases import ORGANISATION, PERSON, PLACE, Found, PhraseBook, Seen, phrase_book, seen
from jumelage.reading.dates import DateMention, DateRole
from jumelage.vocabulary.claims import Commitment
from jumelage.vocabulary.entities import EntityId

ROLES = (("by", (PLACE, ORGANISATION, PERSON)), ("towards", (PLACE, ORGANISATION)))
CONFIDENCE = {"undertakings": 0.75, "intentions": 0.55, "plans": 0.5}
"""The lists of phrases, surest first. `plans` say what the one whose text it is will do, without naming him."""
LONGEST_ACTION = 240
SHORTEST_ACTION = 4


def find_commitments(text: AnnotatedText) -> Iterator[Commitment]:
    """The commitments that a text asserts."""
    focus = Focus(text)
    for sentence in seen(text):
        book = phrase_book(sentence.sentence.language, "commitments", ROLES)
        if book.says("unreal", sentence):
            continue
        if found := _first(book, sentence):
            kind, phrase = found
            yield from _claim(text, sentence, kind, phrase, focus)


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


def _claim(text: AnnotatedText, seen: Seen, kind: str, found: Found, focus: Focus) -> Iterator[Commitment]:
    assert found.rest is not None  # noqa: S101  only phrases with an action come here
    by = _authors(seen, kind, found, focus)
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
        evidence=(text.passage(seen.sentence),),
        confidence=CONFIDENCE[kind] + 0.1 * bool(due),
        worked_out={"due": due.worked_out} if due and due.worked_out else {},
    )


def _authors(seen: Seen, kind: str, found: Found, focus: Focus) -> list[EntityId]:
    """Who undertakes it: those the phrase names, else the two sides that "both" stands for, else whose plan it is."""
    named: tuple[Mention, ...] = found.names.get("by", ())
    if named:
        return list(dict.fromkeys(m.entity for m in named))
    if pair := focus.pair(Clause(seen.sentence, seen.sentence.start, seen.sentence.end), seen.sentence.start):
        return list(pair)
    return [focus.home] if kind == "plans" and focus.home else []


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
