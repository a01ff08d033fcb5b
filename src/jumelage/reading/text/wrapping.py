"""Undoes hard line breaks: lines cut at a fixed width become the paragraph they were, hyphenated words one word."""

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import quantiles

from jumelage.reading.lexicon import languages, lexicon
from jumelage.vocabulary.names import count_of_han, is_han

NARROWEST, WIDEST = 24, 110
FEWEST_LINES = 6
RAGGED = 0.3
"""How much of the width may stay free in a line that goes on."""
OPENING = re.compile(
    r"\s*(?:[-*•·–—►▪◦‣>※●○■□◆]\s|\d{1,2}[.)]\s|[(（][\d一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\||\S.*?(?:\t|\s{3,})\S)"
)
LISTED = re.compile(r"(?:\b(?:1[89]|20)\d\d[)）]?|\d[)）])\s*$")
"""How the lines of a list end that names a partner and a year in each."""
CLOSED = tuple(".!?…:;。!?:;”")


def breaks(text: str) -> Iterator[tuple[int, int, str]]:
    """The hard line breaks of a text: where each stands with the blanks around it, and what reads in its place."""
    if not is_wrapped(text):
        return
    lines = text.splitlines(keepends=True)
    widths = paragraph_widths(lines)
    offset = 0
    for number, following in enumerate(lines[1:]):
        line = lines[number].rstrip("\r\n")
        word = line.rstrip()
        start = offset + len(word)
        offset += len(lines[number])
        if _goes_on(line, following, widths[number]):
            lines[number + 1] = following.lstrip()
            offset += len(following) - len(lines[number + 1])
            first = lines[number + 1][0]
            if hyphenated(word, following):
                yield start - 1, offset, "-" if first.isupper() else ""
            else:
                yield start, offset, "" if is_han(word[-1]) or is_han(first) else " "


def is_wrapped(text: str) -> bool:
    """Whether the lines of a text were cut at some width."""
    lengths = [len(line.rstrip()) for line in text.splitlines() if len(line.split()) > 3 or is_long_han(line)]
    if len(lengths) < FEWEST_LINES:
        return False
    twentieths = quantiles(lengths, n=20)
    return NARROWEST <= twentieths[18] <= WIDEST and twentieths[12] >= 0.7 * twentieths[17]


def paragraph_widths(lines: Sequence[str]) -> list[int]:
    """For each line, the length of the longest line of its paragraph; without end for the lines of a list of dates."""
    widths: list[int] = []
    for blank, paragraph in groupby(lines, key=lambda line: not line.strip()):
        stretch = list(paragraph)
        lengths = [0 if blank else len(line.rstrip()) for line in stretch]
        listed = len(stretch) > 1 and 2 * sum(bool(LISTED.search(line)) for line in stretch) >= len(stretch)
        widths += [sys.maxsize if listed else max(lengths)] * len(lengths)
    return widths


def is_long_han(line: str) -> bool:
    return count_of_han(line) > 12


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether the next line goes on where this one was cut."""
    line = line.rstrip()
    if not line.strip() or not following.strip() or (OPENING.match(following) and not _is_ordinal(following)):
        return False
    first_word = following.split()[0]
    if hyphenated(line, following):
        return True
    room = width - len(line)
    if line.endswith(CLOSED):
        return room <= len(first_word) + 1 and not following[0].isspace()
    return room <= max(len(first_word) + 1, RAGGED * width)


def _is_ordinal(line: str) -> bool:
    """Whether a line opens with the day of a date ("10. September"), not with the number of an item."""
    number, _, rest = line.strip().partition(". ")
    return number.isdigit() and any(
        lexicon(language, "text")["after_ordinal"].match(rest.lstrip()) for language in languages()
    )


def hyphenated(line: str, following: str) -> bool:
    """Whether a word was cut at the end of `line`; "Hafen- und" is none."""
    words = following.split()
    return (
        bool(words)
        and re.search(r"[^\W\d_]{2}-$", line) is not None
        and words[0][0].isalpha()
        and not any(words[0].casefold() in lexicon(language, "text").words("joining_words") for language in languages())
    )
