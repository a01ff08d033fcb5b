"""The register's tables, made and kept in step with the program."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from jumelage.register.alone import Task, alone


class TooNew(Exception):
    """The register was written by a newer version of the program than this one."""


def bring_up_to_date() -> None:
    """Makes missing tables and changes old ones; where there is nothing to do, it only looks.

    An SQLite register from an older version is first copied beside itself. Raises `TooNew` where the register is from a
    newer version. Two processes that start at once wait for each other.
    """
    with alone(Task.TABLES):
        executor = MigrationExecutor(connection)
        applied = {name for app, name in executor.loader.applied_migrations if app == "register"}
        if unknown := applied - {name for app, name in executor.loader.disk_migrations if app == "register"}:
            raise TooNew(
                f"The register was written by a newer version of Jumelage (its tables are at {max(unknown)}). "
                "Update Jumelage, or choose another register with JUMELAGE_HOME."
            )
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            if applied and connection.vendor == "sqlite":
                _copy(Path(connection.settings_dict["NAME"]), max(applied))
            call_command("migrate", verbosity=0)
    _count_rows()


def _count_rows() -> None:
    """Lets SQLite sample how much is in the tables, by which it chooses its ways; PostgreSQL does so by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")


def _copy(register: Path, state: str) -> None:
    copy = register.with_name(f"{register.stem}-before-{state}.sqlite3")
    with closing(sqlite3.connect(register)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
