"""Repairs damaged text for reading, and knows for every character where it stood in the document.

Repaired are: HTML character references left in text, UTF-8 that was read as Windows-1252, GBK shifted by a byte, pinyin
glosses inside Chinese words, words hyphenated at a line's end and lines broken in the middle of a paragraph, invisible
characters, full-width letters and digits, words that text recognition misread. Traditional characters are read as
simplified ones.
"""

import html
import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jumelage.reading.han import simplified
from jumelage.reading.text.language import language_of
from jumelage.reading.text.recognition import WORD, misread
from jumelage.reading.text.wrapping import breaks
from jumelage.vocabulary.names import has_han

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
REFERENCE = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
HAN = "㐀-鿿豈-﫿"
WINDOWS = {
    bytes([b]).decode("cp1252", "replace") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b): b
    for b in range(128, 256)
}
LEAD = "".join(re.escape(c) for c, b in WINDOWS.items() if 0xC2 <= b <= 0xF4)
CONTINUATION = "".join(re.escape(c) for c, b in WINDOWS.items() if 0x80 <= b <= 0xBF)
MISREAD = re.compile(f"(?:[{LEAD}][{CONTINUATION}]{{1,3}})+|Ã(?= )|â€(?=[\\s.,;)]|$)")
LOST_LAST_BYTE = {"Ã": "à", "â€": "”"}
"""What the last byte of is gone, because Windows-1252 has no character for it or it turned into a blank."""
TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
PINYIN = re.compile(rf"(?<=[{HAN}a-z])[(（]([bpmfdtnlgkhjqxzcsrwy]{{0,2}}[aeiouü{TONES}]{{1,3}}(?:ng|n|r)?)[)）]")
SYMBOLS = "┍-╿〃-〇〓〔〕ぁ-ヾ"
"""Signs of GB 2312 that shifted text is full of."""
SHIFTED = re.compile(rf"\?[!?]?(?P<run>[{HAN}{SYMBOLS}]{{2,40}})(?P<rest>[a-z]|\?(?=[,,]))?")
FULL_WIDTH = {c: unicodedata.normalize("NFKC", chr(c)) for c in range(0xFF01, 0xFF5F) if chr(c) not in "．／～"} | {
    0x3000: " ",
    0x00A0: " ",
    0x202F: " ",
    0x2009: " ",
}


@dataclass(frozen=True, slots=True)
class RepairedText:
    """`text` is read; `written` is the same, character by character, in the script and width of the document.

    Character i of both stands at `starts[i]` to `ends[i]` (excluded) of the document's own text.
    """

    text: str
    written: str
    starts: "array[int]"
    ends: "array[int]"

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where the stretch from `start` to `end` (excluded) stands in the document's own text."""
        return self.starts[start], self.ends[end - 1]


def repair(text: str) -> RepairedText:
    """The text to read, with a place in the document for each of its characters."""
    draft = Draft(text)
    draft.substitute(INVISIBLE, lambda _: "")
    draft.substitute(REFERENCE, lambda m: html.unescape(m[0]))
    draft.substitute(MISREAD, _read_again)
    if mended := misread(draft.text, language_of(draft.text)):
        draft.substitute(WORD, lambda m: mended.get(m[0]))
    if has_han(text):
        draft.substitute(PINYIN, lambda _: "")
        draft.substitute(SHIFTED, _shifted_back)
    draft.replace(breaks(draft.text))
    text = draft.text.translate(FULL_WIDTH)
    return RepairedText(simplified(text) if has_han(text) else text, draft.text, draft.starts, draft.ends)


class Draft:
    """A text under repair. Every step keeps, for each character, the stretch of the document it stands for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("l", range(len(text)))
        self.ends = array("l", range(1, len(text) + 1))

    def substitute(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str | None]) -> None:
        """Put `replacement` for each match; None leaves it."""
        found = ((match, replacement(match)) for match in pattern.finditer(self.text))
        self.replace((*match.span(), new) for match, new in found if new is not None and new != match[0])

    def replace(self, stretches: Iterable[tuple[int, int, str]]) -> None:
        """Put something for each stretch, in order. What is as long keeps its places, else it stands for all of it."""
        pieces: list[str] = []
        starts, ends, done = array("l"), array("l"), 0
        for first, last, new in stretches:
            pieces += [self.text[done:first], new]
            starts += self.starts[done:first]
            ends += self.ends[done:first]
            if len(new) == last - first:
                starts += self.starts[first:last]
                ends += self.ends[first:last]
            else:
                starts.extend([self.starts[first]] * len(new))
                ends.extend([self.ends[last - 1]] * len(new))
            done = last
        if pieces:
            self.text = "".join([*pieces, self.text[done:]])
            self.starts, self.ends = starts + self.starts[done:], ends + self.ends[done:]


def _read_again(match: re.Match[str]) -> str | None:
    """UTF-8 that was read as Windows-1252, read rightly; None where it is not that."""
    if match[0] in LOST_LAST_BYTE:
        return LOST_LAST_BYTE[match[0]]
    try:
        return bytes(WINDOWS[c] for c in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _shifted_back(match: re.Match[str]) -> str | None:
    """GBK that lost a byte and so reads as other characters: the byte is put back, if that makes common characters."""
    run, rest = match["run"], match["rest"] or ""
    for length in range(len(run), 1, -1):
        tail = rest if length == len(run) and rest.isalpha() else ""
        found = (b"\xa1" + run[:length].encode("gb18030") + tail.encode()).decode("gb18030", "ignore")
        found = found.rstrip("0123456789")
        if commonness(found) > max(0.7, commonness(run[:length]) + 0.2):
            return "。" + found + run[length:] + (rest if tail != rest and rest.isalpha() else "")
    return None


def commonness(text: str) -> float:
    """The share of Chinese characters among the 3,755 that GB 2312 holds to be common."""
    han = [c for c in text if re.match(f"[{HAN}┍-╿]", c)]
    return sum(_is_common(c) for c in han) / len(han) if han else 0.0


def _is_common(character: str) -> bool:
    encoded = simplified(character).encode("gb2312", "ignore")
    return len(encoded) == 2 and 0xB0 <= encoded[0] <= 0xD7
