"""Repairs damaged text for reading, and knows for every character where it stood in the document."""

from array import array
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RepairedText:
    """`text` is read; `written` is the same, character by character, in the script and width of the document.

    `offsets[i]` is where character i stands in the document's own text; one more entry holds the end.
    """

    text: str
    written: str
    offsets: "array[int]"

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the stretch from `start` to `end` (excluded) stands in the document's own text."""
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def repair(text: str) -> RepairedText:
    """The text to read, with a place in the document for each of its characters."""
    return RepairedText(text, text, array("l", range(len(text) + 1)))
