"""Cuts a text into blocks: paragraphs, headings, list items and table rows; what is only furniture is left out.

Furniture is what surrounds a text without belonging to it: navigation, cookie bars, share buttons, lists of other
articles, imprints. Its words are each language's `text.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jumelage.reading.lexicon import languages, lexicon

BULLET = re.compile(
    r"(?:[-*•·–—►▪◦‣>※●○■□◆]+\s+|\d{1,3}[.)]\s+|[(（][\d一二三四五六七八九十]{1,3}[)）]\s*|[一二三四五六七八九十]{1,3}、)"
)
CELL = re.compile(r"[^\t|]+")
COLUMN = re.compile(r"\S+(?: {1,2}\S+)*")
BETWEEN_MENU_WORDS = re.compile(r"\s{2,}|\s*[|>»›·/]+\s*")
RULE = re.compile(r"[\s\-=_*~.·+|–—]+")
LONGEST_HEADING = 90
INDENTED = 8


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


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    text: str
    after_gap: bool
    """Whether a blank line stands before it."""


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in their order."""
    section: Block | None = None
    skipping = False
    row: Block | None = None
    lines = list(_lines(text))
    for number, line in enumerate(lines):
        skipping = _in_other_articles(line, skipping)
        if skipping or RULE.fullmatch(line.text) or is_furniture(line.text):
            continue
        if row and (continued := _continuation(text, row, line)):
            row = continued
            continue
        if row:
            yield row
            row = None
        block = _block(line, section, lines[number + 1] if number + 1 < len(lines) else None)
        if block.kind is BlockKind.ROW:
            row = block
            continue
        if block.kind is BlockKind.HEADING:
            section = block
        yield block
    if row:
        yield row


def is_furniture(line: str) -> bool:
    """Whether a line is navigation, a cookie bar, a share button or the like."""
    parts = [part for part in BETWEEN_MENU_WORDS.split(line) if part]
    return any(
        lexicon(language, "text")["furniture"].search(line) or _is_menu(parts, language) for language in languages()
    )


def _lines(text: str) -> Iterator[Line]:
    offset, gap = 0, True
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            yield Line(offset + line.index(stripped), stripped, gap)
        gap = not stripped
        offset += len(line)


def _in_other_articles(line: Line, skipping: bool) -> bool:
    """Whether a line stands in a list of other articles, which a heading of its own opens and a paragraph ends."""
    if any(lexicon(language, "text")["other_articles"].match(line.text) for language in languages()):
        return True
    return skipping and len(line.text) < 2 * LONGEST_HEADING and not line.text.endswith((".", "。"))


def _is_menu(parts: Sequence[str], language: str) -> bool:
    """Whether at least half the parts of a line, and two of them, are words of menus."""
    if len(parts) < 2:
        return False
    menu = lexicon(language, "text")["menu"]
    return sum(menu.fullmatch(part) is not None for part in parts) >= max(2, len(parts) / 2)


def _block(line: Line, section: Block | None, following: Line | None) -> Block:
    end = line.start + len(line.text)
    if len(cells := _cells(line)) > 1:
        return Block(BlockKind.ROW, line.start, end, section, cells)
    if bullet := BULLET.match(line.text):
        if line.text[0].isdigit() and _is_heading(line, following) and following and not BULLET.match(following.text):
            return Block(BlockKind.HEADING, line.start + bullet.end(), end)
        return Block(BlockKind.ITEM, line.start + bullet.end(), end, section)
    if _is_heading(line, following):
        return Block(BlockKind.HEADING, line.start, end)
    return Block(BlockKind.PARAGRAPH, line.start, end, section)


def _cells(line: Line) -> tuple[tuple[int, int], ...]:
    pattern = CELL if "\t" in line.text or line.text.count("|") > 1 else COLUMN
    found = []
    for match in pattern.finditer(line.text):
        inner = match[0].strip()
        if inner:
            start = line.start + match.start() + match[0].index(inner)
            found.append((start, start + len(inner)))
    return tuple(found)


def _is_heading(line: Line, following: Line | None) -> bool:
    if len(line.text) > LONGEST_HEADING or line.text.endswith((".", "。", ",", ";", "!", "?", "…")):
        return False
    return line.after_gap and following is not None


def _continuation(text: str, row: Block, line: Line) -> Block | None:
    """The row with `line` added to its last cell, where that line stands under this cell only."""
    last_start, _ = row.cells[-1]
    column = _column(text, line.start)
    if line.after_gap or column < INDENTED or abs(column - _column(text, last_start)) > 2:
        return None
    end = line.start + len(line.text)
    return Block(row.kind, row.start, end, row.section, (*row.cells[:-1], (last_start, end)))


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)
