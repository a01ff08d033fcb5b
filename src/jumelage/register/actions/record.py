"""Make a reading part of the register."""

import hashlib
from dataclasses import dataclass

from jumelage.formats import SourceDocument
from jumelage.register import full_text
from jumelage.register.actions.recording import PassageOutside, Recording
from jumelage.register.actions.rereading import told_before
from jumelage.register.models import Body, Document, Reading
from jumelage.register.reader import READER
from jumelage.register.sayings import said_of_entities
from jumelage.register.transactions import writing
from jumelage.vocabulary import reading as vocabulary

__all__ = ["PassageOutside", "Recorded", "record"]


@dataclass(frozen=True, slots=True)
class Recorded:
    """The document in the register, and whether the reading said anything else than the one before."""

    document: Document
    changed: bool


def record(source: SourceDocument, reading: vocabulary.Reading) -> Recorded:
    """Records what a reader found in a document: all of it or nothing.

    The same reading of the same document changes nothing. Another reading of it keeps what both say, adds what is new,
    and takes back what it no longer finds, except what an officer has spoken on. Raises `PassageOutside` where the
    reading is of another text.
    """
    digest = digest_of(reading)
    with writing():
        document = Document.objects.filter(sha256=source.sha256).first()
        last = document and document.readings.last()
        if document and last and last.digest == digest:
            if last.reader != READER:
                Reading.objects.create(document=document, reader=READER, digest=digest)
            return Recorded(document, changed=False)
        document = described(document, source, reading)
        row = Reading.objects.create(document=document, reader=READER, digest=digest)
        text = storable(source.text)
        before = told_before(document) if last else ()
        Recording(row, text, before).take(said_of_entities(reading, text), reading.claims)
        return Recorded(document, changed=True)


def digest_of(reading: vocabulary.Reading) -> str:
    """Tells whether two readings say the same."""
    return hashlib.sha256(repr(reading).encode()).hexdigest()


def _new(source: SourceDocument) -> Document:
    return Document(
        sha256=source.sha256,
        name=source.name,
        media_type=source.media_type,
        encoding=source.encoding or "",
        address=source.address or "",
    )


def described(document: Document | None, source: SourceDocument, reading: vocabulary.Reading) -> Document:
    """The document, new or known, saved with what the reading says of it."""
    new = document is None
    document = document or _new(source)
    document.title = storable(reading.title or source.title or "")
    document.published = reading.published or source.published
    document.language = reading.language
    document.save()
    if new:
        Body.objects.create(document=document, content=source.content, text=storable(source.text))
        full_text.index(document.pk, f"{document.title}\n{source.text}")
    return document


def storable(text: str) -> str:
    """Without the one character that PostgreSQL can't store; as long as before."""
    return text.replace("\0", "\ufffd")
