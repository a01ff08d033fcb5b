"""Cuts blocks into sentences and tells the language of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jumelage.reading.text.blocks import Block

END = re.compile(r"""[.!?…]["'”’»)]*\s+(?=["'“‘«(]*[A-ZÀ-Þ0-9])|[。！？!?][”」』）)]*""")


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
    """The sentences of the blocks in their order. `language` is that of the document."""
    index = 0
    for block in blocks:
        start = block.start
        ends = [start + m.end() for m in END.finditer(text[block.start : block.end])]
        for end in [*ends, block.end]:
            stretch = text[start:end]
            if stretch.strip():
                yield Sentence(index, start, start + len(stretch.rstrip()), stretch.rstrip(), language, block)
                index += 1
            start = end
