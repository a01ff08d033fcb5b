"""How the register is written: one writer at a time, in short transactions."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WRITERS = 0x6A756D65
"""The advisory lock that all writers of a PostgreSQL register take."""


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
