"""Make a reading part of the register."""

import hashlib
from dataclasses import dataclass

from jumelage.formats import SourceDocument
from jumelage.register import full_text
from jumelage.register.actions.recording import PassageOutside, Recording
from jumelage.register.models import Body, Document, Reading
from jumelage.register.reader import READER
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
    digest = hashlib.sha256(repr(reading).encode()).hexdigest()
    with writing():
        document = Document.objects.filter(sha256=source.sha256).first()
        last = document and document.readings.last()
        if document and last and last.digest == digest:
            if last.reader != READER:
                Reading.objects.create(document=document, reader=READER, digest=digest)
            return Recorded(document, changed=False)
        document = _described(document or _new(source), source, reading)
        row = Reading.objects.create(document=document, reader=READER, digest=digest)
        Recording(row, _storable(source.text), reading, read_before=last is not None).run()
        return Recorded(document, changed=True)


def _new(source: SourceDocument) -> Document:
    return Document(
        sha256=source.sha256,
        name=source.name,
        media_type=source.media_type,
        encoding=source.encoding or "",
        address=source.address or "",
    )


def _described(document: Document, source: SourceDocument, reading: vocabulary.Reading) -> Document:
    """Saved with what the reading says of the document itself."""
    new = document.pk is None
    document.title = _storable(reading.title or source.title or "")
    document.published = reading.published or source.published
    document.language = reading.language
    document.save()
    if new:
        Body.objects.create(document=document, content=source.content, text=_storable(source.text))
        full_text.index(document.pk, f"{document.title}\n{source.text}")
    return document


def _storable(text: str) -> str:
    """Without the one character that PostgreSQL can't store; as long as before."""
    return text.replace("\0", "\ufffd")
