"""Parsers of strangers' files kept at arm's length: a process of their own, with bounds on time and memory.

PDFium and libxml2 are C libraries that hostile files can crash or hang, and Python's HTML and mail parsers can be
made to take hours. The process serves one document after another; when it dies, of the document or of the alarm it
set itself, the document is refused and the next one gets a new process.
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
from functools import cache
from typing import IO, cast

from jumelage.formats.document import Opened, Refused
from jumelage.formats.limits import PARSING_MEMORY_BYTES, PARSING_SECONDS

COMMAND = (sys.executable, "-P", "-W", "ignore", "-m", "jumelage.formats.parsing_process")


class ParsingProcess:
    """Serves all threads, one file at a time. Started when it is first needed, it ends when its input does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def open(self, name: str, content: bytes, nesting: int) -> list[Opened]:
        """What the parsing process makes of a file. Refused where the process did not live to tell."""
        with self._lock:
            if self._process is None:
                # the command is ours, the file only goes through the pipe
                self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
            process, self._process = self._process, None
            try:
                opened = ask(process, (name, content, nesting, PARSING_SECONDS, PARSING_MEMORY_BYTES))
            except (EOFError, BrokenPipeError, pickle.UnpicklingError):
                raise Refused(reason_of(end(process))) from None
            except BaseException:  # interrupted: the answer that is still to come must not be taken for the next one's
                end(process)
                raise
            self._process = process
            return opened


def ask(process: subprocess.Popen[bytes], request: tuple[str, bytes, int, int, int]) -> list[Opened]:
    files, answers = cast(IO[bytes], process.stdin), cast(IO[bytes], process.stdout)
    pickle.dump(request, files)
    files.flush()
    opened: list[Opened] = pickle.load(answers)  # noqa: S301  from a process of our own user
    return opened


def end(process: subprocess.Popen[bytes]) -> int:
    """Its exit status, after ending it where it still runs."""
    process.kill()
    return process.wait()


@cache
def parsing_process(owner: int) -> ParsingProcess:  # noqa: ARG001
    """That of the process `owner`: a fork must not talk through its parent's pipes."""
    return ParsingProcess()


def open_guarded(name: str, content: bytes, nesting: int) -> list[Opened]:
    return parsing_process(os.getpid()).open(name, content, nesting)


def reason_of(exit_status: int) -> str:
    if exit_status == -signal.SIGALRM:
        return f"took longer than {PARSING_SECONDS} seconds to parse"
    return "crashed its parser"
