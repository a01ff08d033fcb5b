"""Bytes to characters, and every character back to its bytes.

The order: a byte order mark; UTF-8 where all bytes fit it (text of another encoding practically never does); the
encoding the document declares, where all bytes fit; the likeliest by its looks. Replacement characters come last,
where bytes are damaged.
"""

import codecs
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cached_property

from jumelage.formats.origins import ByteRange

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

# Names of a subset stand for the superset that is really written, as browsers take them.
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}
DECLARABLE = re.compile(
    r"utf-8|utf-16(-[lb]e)?|gb18030|big5hkscs|iso8859-\d+|cp125\d|koi8-[rut]|mac-.*|shift_jis|cp932|euc_.*"
)

SAMPLE_BYTES = 100_000
CHECKPOINT_BYTES = 1024

WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ‘’‚“”„–—…«»‹›°€£§©®·•\u00a0")
CJK_PUNCTUATION = re.compile(r"[\u2010-\u2026\u3000-\u303f\uff00-\uffef·]")


@dataclass(frozen=True)
class Decoded:
    """The characters of `content` after its byte order mark of `skipped` bytes, as `origins.Source`.

    `part` names the part of a mail the bytes are from.
    """

    content: bytes = field(repr=False)
    encoding: str
    skipped: int = 0
    part: str | None = None

    @cached_property
    def _chunks(self) -> tuple[list[str], list[int], list[int]]:
        """Decoded chunks; the first character and the first byte of each."""
        chunks, character_starts, byte_starts = [], [], []
        decoder, characters = self._decoder(), 0
        for position in range(self.skipped, len(self.content) or 1, CHECKPOINT_BYTES):
            pending = len(decoder.getstate()[0])
            end = position + CHECKPOINT_BYTES
            chunk = decoder.decode(self.content[position:end], final=end >= len(self.content))
            chunks.append(chunk)
            character_starts.append(characters)
            byte_starts.append(position - pending)
            characters += len(chunk)
        return chunks, character_starts, byte_starts

    def __getstate__(self) -> dict[str, object]:
        """Leaves out what was worked out: a document that goes from process to process takes its bytes only."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def _decoder(self) -> codecs.IncrementalDecoder:
        return codecs.getincrementaldecoder(self.encoding)("replace")

    @cached_property
    def text(self) -> str:
        return "".join(self._chunks[0])

    def place(self, start: int, end: int) -> ByteRange:
        first, last = self._bytes_of(start), self._bytes_of(max(start, end - 1))
        return ByteRange(first[0], last[1], self.part)

    def _bytes_of(self, character: int) -> tuple[int, int]:
        """The bytes one character was decoded from; characters that came out of the same bytes share them."""
        _, character_starts, byte_starts = self._chunks
        chunk = bisect_right(character_starts, character) - 1
        decoder, seen, start = self._decoder(), character_starts[chunk], byte_starts[chunk]
        for position in range(start, len(self.content)):
            final = position + 1 == len(self.content)
            if came := len(decoder.decode(self.content[position : position + 1], final=final)):
                seen += came
                if character < seen:
                    return start, position + 1
                start = position + 1
        raise IndexError(f"there is no character {character}")


def decode(content: bytes, declared: str | None = None, part: str | None = None) -> Decoded:
    """Never fails: what fits no encoding is decoded with replacement characters."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return Decoded(content, encoding, len(mark), part)
    if fits(content, "utf-8"):
        return Decoded(content, "utf-8", part=part)
    wanted = usable(declared) if declared else None
    if wanted and fits(content, wanted):
        return Decoded(content, wanted, part=part)
    return Decoded(content, likeliest(content), part=part)


def usable(declared: str) -> str | None:
    """Python's name of a declared encoding; None for what no document is written in, or what isn't known."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    name = SUPERSETS.get(name, name)
    return name if DECLARABLE.fullmatch(name) else None


def fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def likeliest(content: bytes) -> str:
    """The encoding in which the bytes beyond ASCII look most like text of our languages.

    General detectors need more text than a list of names has: of thirteen texts of two to eighty characters in
    GB18030, Big5 and Windows-1252, charset-normalizer 3.5 recognises three, this all.
    """
    sample = sample_beyond_ascii(content)
    scores = {encoding: looks(sample.decode(encoding, "replace"), encoding) for encoding in LOOKS}
    return max(scores, key=lambda encoding: scores[encoding])


def sample_beyond_ascii(content: bytes) -> bytes:
    first = re.search(rb"[\x80-\xff]", content)
    return content[first.start() : first.start() + SAMPLE_BYTES] if first else b""


def looks(text: str, encoding: str) -> float:
    """The share of the characters beyond ASCII that are everyday ones; damage counts against it."""
    beyond = [c for c in text if c > "\x7f"]
    return sum(map(LOOKS[encoding], beyond)) / len(beyond) if beyond else 0.0


def everyday_han() -> frozenset[str]:
    """The first levels of GB 2312 and of Big5, which both standards ordered by use: some 7,000 characters."""
    simplified = bytes(b for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF) for b in (lead, trail))
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(b for lead in range(0xA4, 0xC7) for trail in trails for b in (lead, trail))
    return frozenset(simplified.decode("gb2312", "ignore") + traditional.decode("big5", "ignore"))


HAN = everyday_han()


def is_everyday_cjk(character: str) -> bool:
    return character in HAN or CJK_PUNCTUATION.match(character) is not None


LOOKS: dict[str, Callable[[str], bool]] = {
    "utf-8": lambda character: character != "\ufffd",
    "cp1252": WESTERN.__contains__,
    "gb18030": is_everyday_cjk,
    "big5hkscs": is_everyday_cjk,
}
