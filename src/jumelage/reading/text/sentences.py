"""Cuts blocks into sentences and tells the language of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.blocks import Block
from jumelage.reading.text.language import language_of
from jumelage.vocabulary.names import has_han

HAN_END = re.compile(r"[。!?]+[”』」’)】]*|[。!?](?=\s)|;(?=[^)]*$)")
LATIN_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s+["'“„‘«‹([–—-]*\s?[A-ZÀ-ÞŁŚŠŽČ0-9])|[。！？]""")
INITIAL = re.compile(r"(?:^|[\s.(])[A-ZÀ-Þ]\.$")
ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
SHORTEST = 40


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the repaired text; `index` counts the sentences of the document."""

    index: int
    start: int
    end: int
    text: str
    language: str
    block: Block


def sentences(text: str, blocks: Iterable[Block], language: str) -> Iterator[Sentence]:
    """The sentences of the blocks in their order; each cell of a table row stands for itself.

    `language` is that of the document; a block long enough to tell has a language of its own.
    """
    index = 0
    for block in blocks:
        own = _language(text[block.start : block.end], language)
        for start, end in block.cells or ((block.start, block.end),):
            for first, last in _cut(text, start, end, own):
                yield Sentence(index, first, last, text[first:last], own, block)
                index += 1


def _language(block: str, language: str) -> str:
    """A block's own language, where it is long enough to tell; the document's otherwise."""
    if len(block) >= SHORTEST or has_han(block) != (language == "zh"):
        return language_of(block, language)
    return language


def _cut(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    stretch = text[start:end]
    done = 0
    pattern = HAN_END if language == "zh" else LATIN_END
    for match in pattern.finditer(stretch):
        if language != "zh" and _goes_on(stretch[done : match.end()], stretch[match.end() :], language):
            continue
        if trimmed := _trimmed(stretch, done, match.end()):
            yield start + trimmed[0], start + trimmed[1]
        done = match.end()
    if trimmed := _trimmed(stretch, done, len(stretch)):
        yield start + trimmed[0], start + trimmed[1]


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the stop is that of an abbreviation, an initial or an ordinal number."""
    if not before.endswith("."):
        return False
    words = lexicon(language, "text")
    if INITIAL.search(before) or any(
        m.end() == len(before[-24:]) for m in words["abbreviations"].finditer(before[-24:])
    ):
        return True
    return ORDINAL.search(before) is not None and words["after_ordinal"].match(after.lstrip()) is not None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    inner = text[start:end].strip()
    if not inner:
        return None
    first = start + text[start:end].index(inner)
    return first, first + len(inner)
