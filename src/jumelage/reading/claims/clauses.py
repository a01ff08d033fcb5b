"""Cuts sentences into statements, and tells whether what stands there is asserted, to come, or no claim at all.

The words are each language's `clauses.toml` and `negation.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.lexicon import WITHOUT_WORD_BOUNDARIES, lexicon
from jumelage.reading.text.sentences import Sentence

STOP = re.compile(r"[;；](?=\s|[^\x00-\x7f])|[:：](?=\s|[^\x00-\x7f])|\s[–—-]\s(?=[a-zà-þ])|[。!?！？]")
COMMA = re.compile(r"[,，]\s*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that says one thing; offsets are the document's."""

    sentence: Sentence
    start: int
    end: int


class Standing(StrEnum):
    ASSERTED = "asserted"
    PLANNED = "planned"
    DENIED = "denied"
    """Negated, declined, wished for, proposed or merely discussed."""


def clauses(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence in their order; in Chinese every comma ends one but before "and"."""
    words = lexicon(sentence.language, "clauses")
    cuts = {m.end() for m in STOP.finditer(sentence.text)}
    for comma in COMMA.finditer(sentence.text):
        cuts_here = sentence.language in WITHOUT_WORD_BOUNDARIES or words["after_comma"].match(
            sentence.text, comma.end()
        )
        if cuts_here and not words["goes_on"].match(sentence.text, comma.end()):
            cuts.add(comma.end())
    cuts |= {m.start() for m in words["before"].finditer(sentence.text)}
    start = 0
    for cut in sorted({*cuts, len(sentence.text)}):
        if sentence.text[start:cut].strip():
            yield Clause(sentence, sentence.start + start, sentence.start + cut)
        start = cut


def standing(text: AnnotatedText, clause: Clause) -> Standing:
    """How a clause stands to the facts, told by the words in it."""
    said = text.text[clause.start : clause.end]
    words = lexicon(clause.sentence.language, "negation")
    spared = [m.span() for m in words["not_but"].finditer(said)]
    names = [(m.start - clause.start, m.end - clause.start) for m in text.mentions_in((clause.start, clause.end))]
    for pattern in (words["not"], words["proposed"]):
        if any(not _inside(m, spared) and not _inside(m, names) for m in pattern.finditer(said)):
            return Standing.DENIED
    if any(not _inside(m, names) for m in words["future"].finditer(said)):
        return Standing.PLANNED
    return Standing.ASSERTED


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() < end for start, end in spans)
