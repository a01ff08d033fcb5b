"""What a name looks like in languages that write names with capitals."""

from collections.abc import Sequence

from jumelage.reading.names.named import Named
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType

NOUNS_CAPITALISED = {"de"}
WORD = r"(?:(?:No|Nr)\.?\s?\d+|St\.(?=\s)|[A-ZÀ-ÞŁŚŠŽČĐ0-9][\w'’./&-]*\w(?:(?<=s)['’](?=\s))?|[A-ZÀ-Þ0-9](?!\w))"
"""A word that begins with a capital or a digit; "No. 3" and "Employers'" are one."""
BEGIN = r"(?:(?<![\w'’.-])|(?<=\b[dl]['’]))"
"""Where a word begins, behind an elided article too."""


def named(
    sentence: Sentence, span: tuple[int, int], weight: float, kind: str | None = None, proper: int | None = None
) -> Named:
    """An organisation's name by its offsets in a sentence."""
    start, end = (sentence.start + offset for offset in span)
    own = None if proper is None else sentence.start + proper
    return Named(start, end, EntityType.ORGANISATION, kind=kind, weight=weight, proper=own)


def end_of_place_at(sentence: Sentence, start: int, places: Sequence[Named]) -> int | None:
    """Where the place ends that is named at an offset of a sentence."""
    return next((p.end - sentence.start for p in places if p.start == sentence.start + start), None)
