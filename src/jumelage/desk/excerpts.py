"""A hit in a text, with the sentence around it."""

import re
from dataclasses import dataclass

from jumelage.desk.addresses import PART
from jumelage.register.full_text import plain

AROUND = 160
"""Characters of the text that are shown before and after a hit, where its sentence is longer."""
SENTENCE_END = re.compile(r"[.!?]\s|[。！？\n]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`part` is the part of the document's page on which the hit stands."""

    before: str
    hit: str
    after: str
    part: int


def excerpt(text: str, words: str) -> Excerpt | None:
    """Where the words stand in a row, or else the longest of them that is there; None where none is.

    Case, accents and width don't matter, nor whether Chinese is written in traditional or simplified characters.
    """
    searched, asked = plain(text), plain(words)
    for wanted in (asked, *sorted(asked.split(), key=len, reverse=True)):
        if (start := searched.find(wanted)) >= 0:
            return _around(text, start, start + len(wanted))
    return None


def _around(text: str, start: int, end: int) -> Excerpt:
    before, after = text[:start], text[end:]
    ends = [end.end() for end in SENTENCE_END.finditer(before, max(0, len(before) - AROUND))]
    first = ends[-1] if ends else max(0, len(before) - AROUND)
    stop = SENTENCE_END.search(after, 0, AROUND)
    return Excerpt(
        before[first:].lstrip(),
        text[start:end],
        after[: stop.end() if stop else AROUND].rstrip(),
        start // PART + 1,
    )
