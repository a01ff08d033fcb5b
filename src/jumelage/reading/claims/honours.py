"""Finds honours: titles, medals and prizes given to persons and organisations.

The words are each language's `honours.toml`.
"""

import re
from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.clauses import Clause, Standing, clauses, standing
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.parties import Role, is_party, sides
from jumelage.reading.dates import DateMention, DateRole, MentionKind
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Honour, Ids
from jumelage.vocabulary.edtf import Edtf, Precision
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

NAMED, UNDATED = 0.85, 0.7
QUOTES = " \"'“”„«»‘’「」『』"


def find_honours(text: AnnotatedText) -> Iterator[Honour]:
    """The honours that a text says were given or received."""
    focus = Focus(text)
    for sentence in text.sentences:
        words = lexicon(sentence.language, "honours")
        for match in words["titles"].finditer(text.text, sentence.start, sentence.end):
            clause = _clause_of(sentence, match.start())
            giving = words["give"].search(text.text, clause.start, clause.end)
            receiving = words["receive"].search(text.text, clause.start, clause.end)
            if not (giving or receiving) or standing(text, clause) is not Standing.ASSERTED:
                continue
            recipient = _recipient(text, clause, match, receiving and not giving)
            if recipient:
                date = _date(text, sentence, clause)
                yield Honour(
                    recipient=recipient,
                    title=_title(text, match),
                    by=_giver(text, focus, clause, match, recipient),
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


def _recipient(
    text: AnnotatedText, clause: Clause, title: re.Match[str], received: bool | re.Match[str] | None
) -> EntityId | None:
    """Who is honoured: the person behind "to", before a passive verb or nearest the title."""
    words = lexicon(clause.sentence.language, "honours")
    persons = text.mentions_in((clause.start, clause.end), EntityType.PERSON)
    if not persons:
        return None
    for person in persons:
        before = text.text[max(clause.start, person.start - 60) : person.start]
        if any(not re.search(r"[,;.]", before[m.end() :]) for m in words["to"].finditer(before)) and not _gives(
            text, clause, person
        ):
            return person.entity
    candidates = [p for p in persons if not _gives(text, clause, p)] or persons
    if received:
        return candidates[0].entity
    return min(candidates, key=lambda p: min(abs(p.start - title.end()), abs(title.start() - p.end))).entity


def _gives(text: AnnotatedText, clause: Clause, person: Mention) -> bool:
    """Whether a person only hands over the honour: "by the mayor", "uit handen van …"."""
    words = lexicon(clause.sentence.language, "honours")
    before = text.text[max(clause.start, person.start - 40) : person.start]
    return any(not re.search(r"[,;.，]", before[m.end() :]) for m in words["by"].finditer(before))


def _title(text: AnnotatedText, match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", text.repaired.written[match.start() : match.end()]).strip(QUOTES)


def _giver(text: AnnotatedText, focus: Focus, clause: Clause, title: re.Match[str], recipient: EntityId) -> Ids:
    """Who gives it: the party in the title or nearest it, else the one that acts in the clause."""
    inside = [m for m in text.mentions_in(title.span()) if is_party(text.entity(m))]
    if inside:
        return (inside[-1].entity,)
    found = [s for s in sides(text, clause.sentence, (clause.start, clause.end)) if s.role is not Role.WHERE]
    if found:
        return (min(found, key=lambda s: abs(s.start - title.start())).entities[0],)
    return ()


def _is_a_point(date: DateMention) -> bool:
    if date.kind is not MentionKind.POINT or date.role is DateRole.UNTIL or date.date is None:
        return False
    return date.date.precision is not Precision.INTERVAL


def _date(text: AnnotatedText, sentence: Sentence, clause: Clause) -> Edtf | None:
    """The date in the clause or the sentence; failing that, the last day told of in the paragraph."""
    for span in ((clause.start, clause.end), (sentence.start, sentence.end)):
        for date in text.dates_in(sentence):
            if span[0] <= date.start < span[1] and _is_a_point(date):
                return date.date
    index = sentence.index - 1
    while index >= 0 and text.sentences[index].block == sentence.block:
        for date in reversed(text.dates_in(text.sentences[index])):
            if date.kind is MentionKind.POINT and date.date and date.date.precision is Precision.DAY:
                return date.date
        index -= 1
    return None
