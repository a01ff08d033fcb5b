"""Finds honours: titles, medals and prizes given to persons and organisations.

The words are each language's `honours.toml`.
"""

import re
from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.parties import Role, is_party, sides
from jumelage.reading.claims.scene import date_of_the_scene, is_a_point
from jumelage.reading.dates import DateRole
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Honour, Ids
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

NAMED, UNDATED = 0.85, 0.7
NEXT_TO, FARTHEST = 12, 60
STOP = re.compile(r"[,;.，。]")
QUOTES = " \"'“”„«»‘’「」『』"


def find_honours(text: AnnotatedText) -> Iterator[Honour]:
    """The honours that a text says were given or received."""
    for sentence in text.sentences:
        words = lexicon(sentence.language, "honours")
        for match in words["titles"].finditer(text.text, sentence.start, sentence.end):
            clause = _clause_of(sentence, match.start())
            gives, receives = (words[w].search(text.text, clause.start, clause.end) for w in ("give", "receive"))
            if not (gives or receives) or standing(text, clause) is not Standing.ASSERTED:
                continue
            received = receives is not None and gives is None
            if recipient := _recipient(text, clause, match, received):
                date = _date(text, sentence, clause)
                yield Honour(
                    recipient=recipient,
                    title=_title(text, match, sentence.language),
                    by=_giver(text, clause, match, received),
                    date=date,
                    evidence=(text.passage(sentence),),
                    confidence=NAMED if date else UNDATED,
                )


def _clause_of(sentence: Sentence, offset: int) -> Clause:
    """The clause around an offset; with the sentence before it where a comma ends one, as in Chinese."""
    last = Clause(sentence, sentence.start, sentence.end)
    for clause in clauses(sentence):
        if clause.start <= offset < clause.end:
            return Clause(sentence, sentence.start, clause.end) if sentence.language == "zh" else clause
        last = clause
    return last


def _recipient(text: AnnotatedText, clause: Clause, title: re.Match[str], received: bool) -> EntityId | None:
    """Who is honoured: the person behind "to", before a passive or nearest the title; else whom a pronoun means."""
    persons = text.mentions_in((clause.start, clause.end), EntityType.PERSON)
    if not persons:
        return _spoken_of(text, clause)
    honoured = [p for p in persons if not _is_introduced(text, clause, p, "by")]
    for person in honoured:
        if _is_introduced(text, clause, person, "to"):
            return person.entity
    if received:
        return (honoured or persons)[0].entity
    return min(honoured or persons, key=lambda p: min(abs(p.start - title.end()), abs(title.start() - p.end))).entity


def _spoken_of(text: AnnotatedText, clause: Clause) -> EntityId | None:
    """The person named last in the sentence before the clause or, where a pronoun stands for one, in the paragraph."""
    sentence = clause.sentence
    in_sentence = text.mentions_in((sentence.start, clause.start), EntityType.PERSON)
    if in_sentence:
        return in_sentence[0].entity
    pronouns = lexicon(sentence.language, "honours")["pronouns"]
    if not pronouns.search(text.text, clause.start, clause.end):
        return None
    before = text.mentions_in((sentence.block.start, clause.start), EntityType.PERSON)
    return before[-1].entity if before else None


def _is_introduced(text: AnnotatedText, clause: Clause, mention: Mention, by: str) -> bool:
    """Whether a name follows a word like "to" or "by" without a stop between."""
    before = text.text[max(clause.start, mention.start - FARTHEST) : mention.start]
    return any(
        not STOP.search(before[m.end() :]) for m in lexicon(clause.sentence.language, "honours")[by].finditer(before)
    )


def _title(text: AnnotatedText, match: re.Match[str], language: str) -> str:
    title = text.repaired.written[match.start() : match.end()]
    starts = [m.end() for m in lexicon(language, "honours")["starts_after"].finditer(match[0]) if m.end() < len(title)]
    return re.sub(r"\s+", " ", title[starts[-1] if starts else 0 :]).strip(QUOTES)


def _giver(text: AnnotatedText, clause: Clause, title: re.Match[str], received: bool) -> Ids:
    """Who gives it: the party in the title or right behind it, behind "by", or the one that acts."""
    inside = [m for m in text.mentions_in((title.start(), title.end() + NEXT_TO)) if is_party(text.entity(m))]
    if inside:
        return (inside[-1].entity,)
    found = sides(text, clause.sentence, (clause.start, clause.end))
    for side in found:
        if _is_introduced(text, clause, side.members[0], "by"):
            return side.entities[:1]
    acting = [s for s in found if s.role is Role.PLAIN and s.end < title.start()]
    return acting[0].entities[:1] if acting and not received else ()


def _date(text: AnnotatedText, sentence: Sentence, clause: Clause) -> Edtf | None:
    """The date in the clause or the sentence; failing that, that of what is told before."""
    for start, end in ((clause.start, clause.end), (sentence.start, sentence.end)):
        for date in text.dates_in(sentence):
            if start <= date.start < end and (is_a_point(date) or date.role is DateRole.SINCE):
                return date.date
    return date_of_the_scene(text, clause)
