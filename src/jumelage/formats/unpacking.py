"""One file, and the files it contains: which kind each is, and who reads it."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import IO

from jumelage.formats.archive import Allowance, open_archive
from jumelage.formats.document import Opened, Refused, Unreadable
from jumelage.formats.kinds import Kind, kind_of
from jumelage.formats.limits import MAX_NESTING

Parse = Callable[[Kind, str, bytes, int], Iterable[Opened]]


@dataclass(frozen=True, slots=True)
class Unpacking:
    """Of one file from outside. `parse` reads what is no zip file: kind, name, content, how deep it is nested."""

    parse: Parse
    allowance: Allowance = field(default_factory=Allowance)

    def open(self, name: str, content: bytes, nesting: int = 0) -> Iterator[Opened]:
        try:
            if nesting > MAX_NESTING:
                raise Refused(f"is nested more than {MAX_NESTING} deep; unpack what it is in first")
            kind = kind_of(name, content)
            if kind is Kind.ZIP:
                yield from self.open_zip(name, io.BytesIO(content), nesting)
            else:
                yield from self.parse(kind, name, content, nesting)
        except Refused as refusal:
            yield Unreadable(name, str(refusal))

    def open_zip(self, name: str, file: IO[bytes], nesting: int = 0) -> Iterator[Opened]:
        return open_archive(name, file, self.allowance, partial(self.open, nesting=nesting + 1))
