"""The date a document bears: in its header, its dateline or its footer."""

from jumelage.reading.dates.finding import find_dates
from jumelage.reading.dates.grammar import Grammar, grammar
from jumelage.reading.dates.mention import DateMention, MentionKind
from jumelage.vocabulary.edtf import Edtf, Precision

HEAD, TAIL = 15, 12
"""Lines from the beginning and from the end that may bear it."""
LINE = 160
"""Characters of a line that are looked at."""
DATELINE, HEADER_LINE = 30, 100
"""Letters and digits that may stand around a date in a dateline, and in a line of a header."""
TITLE = 8
"""The line by which a text has usually begun."""
CALLED_SO = 3
"""The worth of a word that can only mean the date of publication; those of the languages are up to this."""
PRECISE = (Precision.DAY, Precision.MONTH)


def document_date(text: str, language: str) -> Edtf | None:
    """The date of publication a document gives, day or month; None where it gives none.

    A date behind a word such as "published" counts most, then one that stands in a short line of the header.
    """
    words = grammar(language)
    if not words:
        return None
    lines = _lines(text)
    borne = [*lines[:HEAD], *lines[max(HEAD, len(lines) - TAIL) :]]
    best: tuple[int, Edtf] | None = None
    for place, (line, mentions) in enumerate(zip(borne, find_dates(borne, language), strict=True)):
        for mention in mentions:
            worth = _worth(mention, line, place, words)
            if mention.date and worth and (best is None or worth > best[0]):
                best = (worth, mention.date)
    return best[1] if best else None


def _worth(mention: DateMention, line: tuple[int, str], place: int, words: Grammar) -> int:
    """How likely a mention is the document's own date; 0 where it can't be."""
    if not (mention.kind is MentionKind.POINT and mention.date and mention.date.precision in PRECISE):
        return 0
    offset, text = line
    before, after = text[: mention.start - offset], text[mention.end - offset :]
    label = max((int(a.meanings["published"]) for a in words.atoms(before) if "published" in a.meanings), default=0)
    if any("published_after" in atom.meanings for atom in words.atoms(after)[:1]):
        label = CALLED_SO
    if place >= HEAD or mention.worked_out:
        return 4 * label
    around = sum(c.isalnum() for c in before + after)
    bare = 4 if around <= DATELINE else 3 if around <= HEADER_LINE else label and 1
    return 4 * label + bare - (place > TITLE)


def _lines(text: str) -> list[tuple[int, str]]:
    lines, offset = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append((offset, line[:LINE]))
        offset += len(line)
    return lines
