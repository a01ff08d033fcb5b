"""The door: files, folders and uploads in, documents and lines about unreadable ones out."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from jumelage.formats.document import Refused, SourceDocument, Unreadable
from jumelage.formats.limits import MAX_DOCUMENT_BYTES
from jumelage.formats.plain_text import open_text

Opened = SourceDocument | Unreadable


def open_documents(paths: Iterable[Path]) -> Iterator[Opened]:
    """Every document under `paths` (files and folders), one at a time, in the order of their names within a folder.

    Never raises for what is on the disk: a file or folder that can't be read comes as `Unreadable`. Hidden files are
    skipped, links to folders are not followed.
    """
    for path in paths:
        for file in files_under(path):
            try:
                content = read_file(file)
            except (OSError, Refused) as error:
                yield Unreadable(str(file), str(error))
            else:
                yield from open_bytes(str(file), content)


def open_bytes(name: str, content: bytes) -> Iterator[Opened]:
    """The documents in one file: itself, or what it contains. `name` tells its kind where its bytes don't."""
    try:
        document = open_text(name, content)
        if not document.text.strip():
            raise Refused("is empty")
        yield document
    except Refused as refusal:
        yield Unreadable(name, str(refusal))


def count_documents(paths: Iterable[Path]) -> int:
    """How many files `open_documents` will go through, without opening any; mails and zip files may hold several."""
    return sum(1 for path in paths for _ in files_under(path))


def files_under(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for entry in sorted(path.iterdir()):
        if not entry.name.startswith("."):
            yield from files_under(entry)


def read_file(path: Path) -> bytes:
    """Its bytes; only of a regular file, so that a pipe or a device can't hold us up."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refused("is no file that holds a document")
        if status.st_size > MAX_DOCUMENT_BYTES:
            raise Refused(f"is too large ({status.st_size:,} bytes; at most {MAX_DOCUMENT_BYTES:,})")
        return file.read(MAX_DOCUMENT_BYTES)
