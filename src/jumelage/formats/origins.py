"""From a character of the text back to its place in the original.

A text is put together from stretches, each of which copies or translates a stretch of its *source*: the decoded
characters of a file, the characters of PDF pages, the paragraphs of a Word document. `Origins` keeps the stretches
and asks the source where they stand.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ByteRange:
    """Bytes of the original, `end` excluded. Of a mail they are bytes of its body part after transfer decoding."""

    start: int
    end: int
    part: str | None = None

    def __str__(self) -> str:
        where = f"bytes {self.start}–{self.end - 1}" if self.end - self.start > 1 else f"byte {self.start}"
        return f"part {self.part}, {where}" if self.part else where


@dataclass(frozen=True, slots=True)
class PageCharacter:
    """The `character`th character (from 0, as PDFium counts them) of the `page`th page (from 1)."""

    page: int
    character: int

    def __str__(self) -> str:
        return f"page {self.page}, character {self.character}"


@dataclass(frozen=True, slots=True)
class ParagraphCharacter:
    """The `character`th character (from 0) of the `paragraph`th `w:p` element (from 1) of a part of a Word file."""

    part: str
    paragraph: int
    character: int

    def __str__(self) -> str:
        return f"{self.part}, paragraph {self.paragraph}, character {self.character}"


@dataclass(frozen=True, slots=True)
class SheetCharacter:
    """The `character`th character (from 0) of the `row`th row (from 1) of a sheet, its cells apart by one."""

    sheet: str
    row: int
    character: int

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.row}, character {self.character}"


Origin = ByteRange | PageCharacter | ParagraphCharacter | SheetCharacter


class Source(Protocol):
    def place(self, start: int, end: int) -> Origin:
        """Where the characters `start` to `end` (excluded) of the source stand in the original."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The characters of all pages one after the other."""

    starts: tuple[int, ...]

    def place(self, start: int, end: int) -> PageCharacter:  # noqa: ARG002  a character has one place
        page = bisect_right(self.starts, start)
        return PageCharacter(page, start - self.starts[page - 1])


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The characters of the paragraphs one after the other: where each starts, its number."""

    part: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def place(self, start: int, end: int) -> ParagraphCharacter:  # noqa: ARG002  a character has one place
        row = max(0, bisect_right(self.starts, start) - 1)
        return ParagraphCharacter(self.part, self.numbers[row], start - self.starts[row])


@dataclass(frozen=True, slots=True)
class Cells:
    """The characters of the rows one after the other: where each starts, its number."""

    sheet: str
    starts: tuple[int, ...]
    numbers: tuple[int, ...]

    def place(self, start: int, end: int) -> SheetCharacter:  # noqa: ARG002  a character has one place
        row = max(0, bisect_right(self.starts, start) - 1)
        return SheetCharacter(self.sheet, self.numbers[row], start - self.starts[row])


@dataclass(frozen=True, slots=True)
class Origins:
    """Three columns of equal length, a row a stretch: its start in the text, its start and its end in the source."""

    text_starts: Sequence[int]
    source_starts: Sequence[int]
    source_ends: Sequence[int]
    source: Source
    length: int

    def at(self, offset: int) -> Origin:
        """The place of the character at `offset`; IndexError outside the text.

        A stretch as long as its source was copied character by character; any other (an entity of HTML, a line end,
        what stands for markup) comes from its source as a whole.
        """
        if not 0 <= offset < self.length:
            raise IndexError(f"the text has {self.length} characters, there is none at {offset}")
        row = bisect_right(self.text_starts, offset) - 1
        text_start, start, end = self.text_starts[row], self.source_starts[row], self.source_ends[row]
        text_end = self.text_starts[row + 1] if row + 1 < len(self.text_starts) else self.length
        if text_end - text_start == end - start:
            start += offset - text_start
            end = start + 1
        return self.source.place(start, end)


class TracedText:
    """A text being put together, with the origin of every character."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._starts, self._source_starts, self._source_ends = array("q"), array("q"), array("q")

    def add(self, text: str, source_start: int, source_end: int) -> None:
        if text:
            self._pieces.append(text)
            self._starts.append(self._length)
            self._source_starts.append(source_start)
            self._source_ends.append(source_end)
            self._length += len(text)

    def __len__(self) -> int:
        return self._length

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def origins(self, source: Source) -> Origins:
        return Origins(self._starts, self._source_starts, self._source_ends, source, self._length)
