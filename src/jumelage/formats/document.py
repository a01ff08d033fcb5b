"""What the formats hand over: documents that can be read, and lines about those that can't."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from jumelage.formats.limits import MAX_TITLE_CHARACTERS
from jumelage.formats.origins import Origin, Origins
from jumelage.vocabulary.edtf import Edtf


@dataclass(frozen=True)
class SourceDocument:
    """A document's bytes and its text.

    `name` tells people where it was found (`archive.zip/letter.eml/minutes.docx`); `text` is what is read, lines
    ending in `\\n`; `address` is the URL the document gives for itself; `encoding` that of a text or web page.
    """

    name: str
    content: bytes = field(repr=False)
    media_type: str
    text: str = field(repr=False)
    origins: Origins = field(repr=False, compare=False)
    title: str | None = None
    published: Edtf | None = None
    address: str | None = None
    encoding: str | None = None

    def origin(self, offset: int) -> Origin:
        """Where the character at `offset` of the text stands in the original; IndexError outside the text."""
        return self.origins.at(offset)

    @cached_property
    def sha256(self) -> str:
        """Of the content, in hexadecimal: the same bytes are the same document, whatever they are called."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that can't be read, and why, in one line for people."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


Opened = SourceDocument | Unreadable


def title_from(written: str | None) -> str | None:
    """A title on one line without control characters; None where nothing is left."""
    line = " ".join("".join(c if c.isprintable() else " " for c in written or "").split())
    return line[:MAX_TITLE_CHARACTERS] or None


class Refused(Exception):
    """Raised inside the formats where a document can't be read; the message becomes `Unreadable.reason`."""
