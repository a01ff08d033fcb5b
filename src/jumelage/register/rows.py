"""Many rows at once, for the tables that grow with every word that is read."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BooleanField, CharField, Field, FloatField, ForeignKey, IntegerField, Model, TextField
from django.db.models.base import ModelState

PARAMETERS = 30_000
"""How many values one statement may hold: fewer than SQLite's 32,766 and PostgreSQL's 65,535."""
AS_IT_IS = (BooleanField, CharField, FloatField, ForeignKey, IntegerField, TextField)
"""Fields of Django's whose values the database takes as they are."""


M = TypeVar("M", bound=Model)


def new_row(model: type[M], **values: Any) -> M:
    """Does for a row what calling the model does, in a fifth of the time. References go by their keys: `record_id`."""
    row = model.__new__(model)
    row.__dict__.update(_defaults(model))
    row.__dict__.update(values)
    row._state = ModelState()
    return row


@cache
def _defaults(model: type[Model]) -> Mapping[str, Any]:
    return {field.attname: field.get_default() for field in model._meta.local_fields}


def insert(rows: Sequence[Model], *, as_they_are: bool = False) -> None:
    """Does for rows of one table what `bulk_create` does, in a fifth of the time, and sets the keys that have none.

    `as_they_are` sets no column that otherwise follows by itself, such as the time of the insertion.
    """
    if not rows:
        return
    statement, columns, values_of = _plan(type(rows[0]), rows[0].pk is not None, as_they_are)
    step = PARAMETERS // columns
    one_row = f"({', '.join(['%s'] * columns)})"
    with connection.cursor() as cursor:
        for start in range(0, len(rows), step):
            some = rows[start : start + step]
            cursor.execute(
                statement.format(values=", ".join([one_row] * len(some))), [v for row in some for v in values_of(row)]
            )
            for row, (key,) in zip(some, cursor.fetchall(), strict=True):
                row.pk = key


@cache
def _plan(model: type[Model], with_keys: bool, as_they_are: bool) -> tuple[str, int, Callable[[Model], Sequence[Any]]]:
    """The statement, how many columns it fills, and what gives their values for a row."""
    meta = model._meta
    fields = [field for field in meta.local_fields if with_keys or not field.primary_key]
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    statement = (
        f"INSERT INTO {quoted(meta.db_table)} ({columns}) VALUES {{values}} "  # noqa: S608
        f"RETURNING {quoted(str(meta.pk.column))}"
    )
    plain = attrgetter(*(field.attname for field in fields))
    special = [(place, field) for place, field in enumerate(fields) if not _as_it_is(field)]

    database = connections[DEFAULT_DB_ALIAS]

    def values_of(row: Model) -> Sequence[Any]:
        values = list(plain(row))
        for place, field in special:
            value = getattr(row, field.attname) if as_they_are else field.pre_save(row, add=True)
            values[place] = field.get_db_prep_save(value, database)
        return values

    return statement, len(fields), values_of if special else plain


def _as_it_is(field: "Field[Any, Any]") -> bool:
    return isinstance(field, AS_IT_IS) and type(field).__module__.startswith("django.")
