"""The date a document bears: in its header, its dateline or its footer."""

from jumelage.reading.dates.finding import find_dates
from jumelage.reading.dates.grammar import grammar
from jumelage.reading.dates.mention import DateMention, MentionKind
from jumelage.vocabulary.edtf import Edtf, Precision

HEAD, TAIL = 15, 12
"""Lines from the beginning and from the end that may bear it."""
LINE = 160
"""A longer line is running text."""


def document_date(text: str, language: str) -> Edtf | None:
    """The date of publication a document gives, day or month; None where it gives none.

    A date behind a word such as "published" counts most, then one that stands in a short line of the header.
    """
    words = grammar(language)
    if not words:
        return None
    lines = _lines(text)
    header, footer = lines[:HEAD], lines[max(HEAD, len(lines) - TAIL) :]
    best: tuple[int, Edtf] | None = None
    mentions = find_dates([*header, *footer], language)
    for place, ((offset, line), found) in enumerate(zip([*header, *footer], mentions, strict=True)):
        for mention in found:
            if not _may_be(mention):
                continue
            before, after = line[: mention.start - offset], line[mention.end - offset :]
            label = 0
            for atom in words.atoms(before):
                if "published" in atom.meanings:
                    label = max(label, int(atom.meanings["published"]))
            worth = 4 * label if label else 0
            if place < len(header):
                bare = sum(c.isalnum() for c in before + after)
                worth += 4 if bare <= 30 else 3 if bare <= 100 else 1 if label else 0
                worth -= place > 8
            if worth > 0 and mention.date and (best is None or worth > best[0]):
                best = (worth, mention.date)
    return best[1] if best else None


def _lines(text: str) -> list[tuple[int, str]]:
    lines, offset = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append((offset, line[:LINE]))
        offset += len(line)
    return lines


def _may_be(mention: DateMention) -> bool:
    return (
        mention.kind is MentionKind.POINT
        and mention.date is not None
        and mention.date.precision in (Precision.DAY, Precision.MONTH)
    )
