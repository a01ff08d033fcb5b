"""What runs in the parsing process (see `guard`): files come in on its input, documents go out on its output."""

import contextlib
import logging
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from functools import partial

from jumelage.formats.document import Opened, SourceDocument, Unreadable
from jumelage.formats.kinds import Kind
from jumelage.formats.mail import open_mail
from jumelage.formats.pdf import open_pdf
from jumelage.formats.plain_text import open_text
from jumelage.formats.spreadsheet import open_spreadsheet
from jumelage.formats.unpacking import Unpacking
from jumelage.formats.web_page import open_page
from jumelage.formats.word import open_word

PARSERS: dict[Kind, Callable[[str, bytes], SourceDocument]] = {
    Kind.TEXT: open_text,
    Kind.PAGE: open_page,
    Kind.PDF: open_pdf,
    Kind.WORD: open_word,
    Kind.SHEET: open_spreadsheet,
}


def main() -> None:
    files, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Nothing that a library prints may get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    logging.disable()
    with contextlib.suppress(EOFError):
        while True:
            name, content, nesting, seconds, memory = pickle.load(files)  # noqa: S301  from our own parent
            bound_memory(memory)
            signal.alarm(seconds)
            opened = list(open_safely(name, content, nesting))
            signal.alarm(0)
            pickle.dump(opened, answers)
            answers.flush()


def bound_memory(size: int) -> None:
    with contextlib.suppress(ValueError, OSError):  # a system that has no such bound, or a lower one already
        resource.setrlimit(resource.RLIMIT_AS, (size, resource.getrlimit(resource.RLIMIT_AS)[1]))


def open_safely(name: str, content: bytes, nesting: int) -> Iterable[Opened]:
    try:
        yield from Unpacking(parse).open(name, content, nesting)
    except MemoryError:
        yield Unreadable(name, "needs more memory than its parser may take")
    except Exception as error:  # noqa: BLE001  whatever a parser stumbles over, it is the file's
        yield Unreadable(name, f"is broken: its parser stopped at {type(error).__name__}")


def parse(kind: Kind, name: str, content: bytes, nesting: int) -> Iterable[Opened]:
    if kind is Kind.MAIL:
        return open_mail(name, content, partial(Unpacking(parse).open, nesting=nesting + 1))
    return (PARSERS[kind](name, content),)


if __name__ == "__main__":
    main()
