"""The date a document bears: in its header, its dateline, its footer or beside its signature."""

import re

from jumelage.reading.dates.finding import find_dates
from jumelage.reading.dates.grammar import Grammar, grammar
from jumelage.reading.dates.mention import DateMention, MentionKind
from jumelage.vocabulary.edtf import Edtf, Precision

HEAD, TAIL = 15, 12
"""Lines from the beginning and from the end that may bear it."""
LINE = 400
"""Characters of a line that are looked at."""
DATELINE, HEADER_LINE = 30, 100
"""Letters and digits that may stand around a date in a dateline, and in a line of a header."""
TOP = 3
"""Lines at the very top, where a month will do and a list has not begun."""
TITLE = 8
"""The line by which a text has usually begun."""
AFTER_LABEL = 40
"""Characters from a word such as "published" in which its date must stand."""
CALLED_SO = 3
"""The worth of a word that can only mean the date of publication; those of the languages are up to this."""
DOUBTFUL = 1
"""The worth of a word that is believed only in a header."""
LISTED = 3
"""So many further lines with a date of their own are a list of dates."""
DATELINE_WORTH, SIGNED_WORTH = 5, 2
"""The worth of a date between a place and the first words of the news, and of one beside a signature."""
DATELINE_END = re.compile(r"\s*[)）]?\s*(?:[–—-]|/\s|:\s)")
SIGNED_AT = re.compile(r"[^\W\d_][\w' ().’-]{1,40},?\s(?:[a-zà-ÿ]{2,3}\s)?")
"""A place before its date, as a letter has it: "Magdeburg, im ", "Fait à Gand, le "."""
NUMBER = re.compile(r"[\d〇○零一二三四五六七八九十]")
"""In a line without any there is no date a document can bear."""
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？")
PRECISE = (Precision.DAY, Precision.MONTH, Precision.SEASON)


def document_date(text: str, language: str) -> Edtf | None:
    """The date of publication a document gives, day, month or season; None where it gives none.

    A date behind a word such as "published" counts most, then one that stands in a short line of the header or between
    the place and the first words of the news, then one beside a signature.
    """
    words = grammar(language)
    if not words:
        return None
    lines = _lines(text)
    borne = [*lines[:HEAD], *lines[max(HEAD, len(lines) - TAIL) :]]
    dated = [(place, line) for place, line in enumerate(borne) if NUMBER.search(line[1])]
    labelled: list[tuple[int, Edtf]] = []
    top: list[tuple[int, Edtf]] = []
    bare: list[tuple[int, Edtf]] = []
    signed: list[tuple[int, Edtf]] = []
    found = find_dates([line for _, line in dated], language)
    for (place, line), mentions in zip(dated, found, strict=True):
        for mention in mentions:
            if not (mention.date and mention.kind is MentionKind.POINT and mention.date.precision in PRECISE):
                continue
            in_header = _worth_in_header(mention, line, place) if place < HEAD else 0
            label = _label(mention, line, words)
            if label > DOUBTFUL or (label and in_header):
                labelled.append((CALLED_SO * label + in_header, mention.date))
            elif in_header and not mention.role and (place < TOP or mention.date.precision is Precision.DAY):
                (top if place < TOP else bare).append((in_header, mention.date))
            elif place < HEAD and _opens_the_news(mention, line):
                top.append((DATELINE_WORTH, mention.date))
            elif place >= len(borne) - TAIL and _is_signed(mention, line):
                signed.append((SIGNED_WORTH, mention.date))
    candidates = labelled or (top + bare if len(bare) < LISTED else top) or signed
    return max(candidates, key=lambda c: c[0])[1] if candidates else None


def _label(mention: DateMention, line: tuple[int, str], words: Grammar) -> int:
    """The worth of the word that names a date the document's own; 0 where none does."""
    offset, text = line
    before, after = " ".join(text[: mention.start - offset].split())[-AFTER_LABEL:], text[mention.end - offset :]
    if any("published_after" in atom.meanings for atom in words.atoms(after)[:1]):
        return CALLED_SO
    return max((int(a.meanings["published"]) for a in words.atoms(before) if "published" in a.meanings), default=0)


def _worth_in_header(mention: DateMention, line: tuple[int, str], place: int) -> int:
    """How much a line looks like one that dates what follows; 0 for running text and dates not given in full."""
    offset, text = line
    around = sum(c.isalnum() for c in text) - sum(
        c.isalnum() for c in text[mention.start - offset : mention.end - offset]
    )
    if mention.worked_out or around > HEADER_LINE or text.rstrip().endswith(SENTENCE_ENDS):
        return 0
    return (4 if around <= DATELINE else 3) - (place > TITLE)


def _opens_the_news(mention: DateMention, line: tuple[int, str]) -> bool:
    """Whether nothing but a place stands before a date given in full, and a dash after it."""
    offset, text = line
    before, after = text[: mention.start - offset].strip(), text[mention.end - offset :]
    is_full = mention.date is not None and mention.date.precision is Precision.DAY and not mention.worked_out
    return is_full and len(before) <= DATELINE and bool(DATELINE_END.match(after))


def _is_signed(mention: DateMention, line: tuple[int, str]) -> bool:
    """Whether a line holds a place and a date as a letter has them, and nothing else."""
    offset, text = line
    before, after = text[: mention.start - offset].lstrip(), text[mention.end - offset :].strip(" .\n\r")
    return not after and not mention.worked_out and bool(SIGNED_AT.fullmatch(before))


def _lines(text: str) -> list[tuple[int, str]]:
    lines, offset = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            lines.append((offset, line[:LINE]))
        offset += len(line)
    return lines
