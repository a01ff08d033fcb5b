"""Zip files: their members one by one, in the order of their names, with every bound on what they unpack to."""

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO

from jumelage.formats.document import Opened, Refused, Unreadable
from jumelage.formats.encodings import decode
from jumelage.formats.limits import MAX_ARCHIVE_BYTES, MAX_DOCUMENT_BYTES, MAX_RATIO, MIN_BOMB_BYTES

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError)
ENCRYPTED = 0x1
NAME_IS_UTF8 = 0x800


@dataclass
class Allowance:
    """What may still be unpacked from one file, the zip files inside it included."""

    bytes_left: int = MAX_ARCHIVE_BYTES

    def take(self, size: int) -> None:
        if size > self.bytes_left:
            raise Refused(f"unpacks to more than {MAX_ARCHIVE_BYTES:,} bytes; unpack it and read the folder")
        self.bytes_left -= size


def open_archive(
    name: str, file: IO[bytes], allowance: Allowance, open_member: Callable[[str, bytes], Iterator[Opened]]
) -> Iterator[Opened]:
    """What its members hold, opened by `open_member`. Refused where it is no zip file or unpacks to too much."""
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN:
        raise Refused("is a broken zip file") from None
    with archive:
        members = visible_members(archive)
        if not members:
            raise Refused("is an empty zip file")
        for member in members:
            path = f"{name}/{member_name(member)}"
            try:
                content = read_member(archive, member)
            except Refused as refusal:
                yield Unreadable(path, str(refusal))
            else:
                allowance.take(len(content))
                yield from open_member(path, content)


def count_members(file: IO[bytes]) -> int:
    try:
        with zipfile.ZipFile(file) as archive:
            return len(visible_members(archive))
    except BROKEN:
        return 1


def visible_members(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return sorted(
        (m for m in archive.infolist() if not m.is_dir() and not is_hidden(m.filename)), key=lambda m: m.filename
    )


def is_hidden(path: str) -> bool:
    return any(step.startswith((".", "__MACOSX")) for step in path.split("/"))


def member_name(member: zipfile.ZipInfo) -> str:
    """Its path for people. What doesn't say it is UTF-8 was taken as CP437, but is in the packer's encoding."""
    if member.flag_bits & NAME_IS_UTF8:
        return member.filename
    return decode(member.filename.encode("cp437", "replace")).text


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """Its bytes. The sizes that the file gives are checked first, and not believed."""
    if member.flag_bits & ENCRYPTED:
        raise Refused("is encrypted; unpack it with its password first")
    if member.file_size > max(MIN_BOMB_BYTES, MAX_RATIO * member.compress_size):
        raise Refused(f"is a zip bomb ({member.compress_size:,} bytes unpack to {member.file_size:,})")
    if member.file_size > MAX_DOCUMENT_BYTES:
        raise Refused(f"is too large ({member.file_size:,} bytes; at most {MAX_DOCUMENT_BYTES:,})")
    try:
        with archive.open(member) as file:
            return file.read(member.file_size)
    except BROKEN:
        raise Refused("is broken inside its zip file") from None
