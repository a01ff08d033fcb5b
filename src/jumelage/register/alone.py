"""What only one process may do at a time, however long it takes."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import IntEnum
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections
from django.db.backends.sqlite3.base import DatabaseWrapper


class Task(IntEnum):
    """The number is that of the advisory lock on PostgreSQL."""

    TABLES = 0x6A756D66
    LISTS = 0x6A756D67


class Busy(Exception):
    """Another process is at it, and was for as long as we waited."""


@contextmanager
def alone(task: Task, *, seconds: float = 60) -> Iterator[None]:
    """Others wait meanwhile, at most so many seconds, and then get `Busy`. A killed process leaves no lock behind."""
    register = connections[DEFAULT_DB_ALIAS]
    if not isinstance(register, DatabaseWrapper):
        with _advisory(task, seconds):
            yield
    elif register.is_in_memory_db():
        yield
    else:
        with closing(sqlite3.connect(_lock_file(task), timeout=seconds, isolation_level=None)) as held:
            try:
                held.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                raise Busy("Another process is bringing a list in or taking one out: try again later.") from error
            yield


def _lock_file(task: Task) -> Path:
    register = Path(connection.settings_dict["NAME"])
    return register.with_name(f"{register.stem}-{task.name.lower()}.lock")


@contextmanager
def _advisory(task: Task, seconds: float) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [str(int(1000 * seconds) or 1)])
        try:
            cursor.execute("SELECT pg_advisory_lock(%s)", [task])
        except OperationalError as error:
            raise Busy("Another process is bringing a list in or taking one out: try again later.") from error
        finally:
            cursor.execute("RESET lock_timeout")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [task])
