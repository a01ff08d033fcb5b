"""The door: files, folders and uploads in, documents and lines about unreadable ones out."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from jumelage.formats.archive import count_members
from jumelage.formats.document import Opened, Refused, Unreadable
from jumelage.formats.guard import open_guarded
from jumelage.formats.kinds import Kind
from jumelage.formats.limits import MAX_DOCUMENT_BYTES
from jumelage.formats.plain_text import open_text
from jumelage.formats.unpacking import Unpacking


def open_documents(paths: Iterable[Path]) -> Iterator[Opened]:
    """Every document under `paths` (files and folders), one at a time, in the order of their names within a folder.

    Never raises for what is on the disk: a file or folder that can't be read comes as `Unreadable`. Hidden files are
    skipped, links to folders are not followed.
    """
    for path in paths:
        for found in files_under(path):
            if isinstance(found, Unreadable):
                yield found
            else:
                yield from open_file(found)


def open_bytes(name: str, content: bytes) -> Iterator[Opened]:
    """The documents in one file: itself, or what it contains. `name` tells its kind where its bytes don't."""
    if len(content) > MAX_DOCUMENT_BYTES:
        yield Unreadable(name, too_large(len(content)))
    else:
        yield from Unpacking(parse_guarded).open(name, content)


def count_documents(paths: Iterable[Path]) -> int:
    """How many files `open_documents` will go through, those in zip files included; a mail may hold several."""
    return sum(1 if isinstance(found, Unreadable) else count_in(found) for path in paths for found in files_under(path))


def parse_guarded(kind: Kind, name: str, content: bytes, nesting: int) -> Iterable[Opened]:
    """Plain text needs no parser and no process of its own."""
    if kind is Kind.TEXT:
        return (open_text(name, content),)
    return open_guarded(name, content, nesting)


def files_under(path: Path) -> Iterator[Path | Unreadable]:
    """The path itself, or the visible files in the folder and its folders."""
    waiting = [path]
    while waiting:
        current = waiting.pop()
        try:
            if not current.is_dir():
                yield current
            elif current.is_symlink() and current != path:
                yield Unreadable(
                    name_of(current), "is a link to a folder, which is not followed; name the folder itself"
                )
            else:
                entries = sorted(current.iterdir(), reverse=True)
                waiting += [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            yield Unreadable(name_of(current), reason_of(error))


def open_file(path: Path) -> Iterator[Opened]:
    name = name_of(path)
    try:
        with open_regular(path) as file:
            if path.suffix.lower() == ".zip":
                yield from Unpacking(parse_guarded).open_zip(name, file)
                return
            if (size := os.fstat(file.fileno()).st_size) > MAX_DOCUMENT_BYTES:
                raise Refused(too_large(size))
            content = file.read(MAX_DOCUMENT_BYTES)
        yield from open_bytes(name, content)
    except OSError as error:
        yield Unreadable(name, reason_of(error))
    except Refused as refusal:
        yield Unreadable(name, str(refusal))


def count_in(path: Path) -> int:
    """Of a zip file its members, of anything else one."""
    if path.suffix.lower() != ".zip":
        return 1
    try:
        with open_regular(path) as file:
            return count_members(file)
    except (OSError, Refused):
        return 1


def open_regular(path: Path) -> IO[bytes]:
    """Only a regular file: opening a pipe or reading a device would hold us up for ever."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Refused("is a pipe or a device, not a file")
    return os.fdopen(descriptor, "rb")


def name_of(path: Path) -> str:
    """Its path for people; bytes of it that are no UTF-8 can be neither shown nor stored."""
    return os.fsencode(path).decode("utf-8", "replace")


def too_large(size: int) -> str:
    return f"is too large ({size:,} bytes; at most {MAX_DOCUMENT_BYTES:,} can be read)"


def reason_of(error: OSError) -> str:
    return f"can't be opened: {error.strerror or error}"
