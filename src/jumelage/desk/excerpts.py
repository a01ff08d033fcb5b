"""A hit in a text, with the sentence around it."""

import re
from dataclasses import dataclass

from jumelage.desk.addresses import PART

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
    """The first place where the words stand, whatever their case; None where they don't."""
    found = re.search(re.escape(words), text, re.IGNORECASE)
    if not found:
        return None
    before, after = text[: found.start()], text[found.end() :]
    ends = [end.end() for end in SENTENCE_END.finditer(before, max(0, len(before) - AROUND))]
    start = ends[-1] if ends else max(0, len(before) - AROUND)
    stop = SENTENCE_END.search(after, 0, AROUND)
    return Excerpt(
        before[start:].lstrip(),
        found.group(),
        after[: stop.end() if stop else AROUND].rstrip(),
        found.start() // PART + 1,
    )
