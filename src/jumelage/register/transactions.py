"""How the register is written: one writer at a time, in short transactions."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WRITERS = 0x6A756D65
"""The advisory lock that all writers of a PostgreSQL register take."""

PAUSE = 0.25
"""How long, as a share of the time it wrote, a long work leaves the register to other writers after each part."""


@contextmanager
def writing() -> Iterator[None]:
    """All of what is done inside or nothing, and nobody else writes meanwhile: two can't enter one thing twice.

    SQLite has one writer by nature (see `settings.database`); on PostgreSQL a lock makes it so.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
        yield


def write_in_parts(parts: Iterable[Callable[[], object]]) -> None:
    """Each part is a transaction of its own, and others get to write after it."""
    for part in parts:
        started = time.perf_counter()
        with writing():
            part()
        time.sleep(PAUSE * (time.perf_counter() - started))


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside is of one moment; others go on writing meanwhile."""
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("BEGIN DEFERRED")
            try:
                yield
            finally:
                cursor.execute("ROLLBACK")
