"""The whole register in one file, that another installation reads back without loss.

A zip file: `manifest.json` says which state of the tables it holds, and each table is a file of JSON Lines, a row a
line. What is not in it: passwords, sessions, and the index of words, which is made anew.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import IO, Any

from django.apps import apps
from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Field, JSONField, Model

from jumelage.register import full_text
from jumelage.register.models import Body, Record
from jumelage.register.rows import insert
from jumelage.register.tables import bring_up_to_date
from jumelage.register.transactions import snapshot

FORMAT = 1
MANIFEST = "manifest.json"
OURS = "jumelage."
ACCOUNTS = ("auth.Group", "auth.User", "auth.User_groups")
LEFT_OUT = {"auth.User": {"password": "!", "last_login": None}}
"""Columns that stay here, with what stands there instead: "!" is no password at all."""
A_BATCH = 500


class NoArchive(ValueError):
    """The file is no archive of a register that can be read back here; the message says why."""


def write_archive(file: IO[bytes]) -> Mapping[str, int]:
    """Everything the register holds at this moment, while others go on writing; returns the rows of each table."""
    counts: dict[str, int] = {}
    with snapshot(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for label, model in _tables(apps):
            with archive.open(f"{label}.jsonl", "w") as member:
                counts[label] = _write_rows(model, label, member)
        manifest = {"format": FORMAT, "jumelage": version("jumelage"), "tables": _state(), "rows": counts}
        archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
    return counts


def read_archive(file: IO[bytes]) -> Mapping[str, int]:
    """Fills an empty register: all of it or nothing. Archives of older versions are brought up to date.

    Raises `NoArchive` where the register is not empty, or the file is no archive, of a newer version or damaged.
    """
    bring_up_to_date()
    if Record.objects.exists():
        raise NoArchive("the register here is not empty; name another folder with JUMELAGE_HOME")
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            _fill(archive, manifest)
    except (zipfile.BadZipFile, KeyError, json.JSONDecodeError, EOFError) as error:
        raise NoArchive(f"it is no archive of a register, or damaged ({error})") from error
    bring_up_to_date()
    for body in Body.objects.select_related("document").defer("content").iterator():
        full_text.index(body.document_id, f"{body.document.title}\n{body.text}")
    counts: Mapping[str, int] = manifest["rows"]
    return counts


def _fill(archive: zipfile.ZipFile, manifest: Mapping[str, Any]) -> None:
    """Into tables of the state that the archive was written in."""
    executor = MigrationExecutor(connection)
    targets = [(app, name) for app, name in manifest["tables"].items()]
    if unknown := [f"{app} {name}" for app, name in targets if (app, name) not in executor.loader.graph.nodes]:
        raise NoArchive(f"it was written by a newer version of Jumelage (its tables are at {unknown[0]}): update first")
    executor.migrate(targets)
    state = executor.loader.project_state(targets).apps
    with transaction.atomic():
        models = []
        for label, model in _tables(state):
            rows = _read_rows(archive, label, model)
            if (found := sum(map(_insert, _batches(rows)))) != manifest["rows"][label]:
                raise NoArchive(f"it is damaged: {label} has {found} rows, not {manifest['rows'][label]}")
            models.append(model)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(statement)


def _tables(registry: Apps) -> Iterator[tuple[str, type[Model]]]:
    """Our tables and those of the accounts, those that join two others included."""
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith(OURS)}
    for model in registry.get_models(include_auto_created=True):
        label = model._meta.label
        if model._meta.app_label in ours or label in ACCOUNTS:
            yield label, model


def _state() -> dict[str, str]:
    """For each app with tables in the archive the last migration that was applied."""
    labels = {label.partition(".")[0] for label, _ in _tables(apps)}
    applied = sorted(MigrationExecutor(connection).loader.applied_migrations)
    return {app: name for app, name in applied if app in labels}


def _write_rows(model: type[Model], label: str, member: IO[bytes]) -> int:
    fields = model._meta.local_concrete_fields
    left_out = LEFT_OUT.get(label, {})
    count = 0
    for row in model._base_manager.order_by("pk").iterator(A_BATCH):
        values = {f.attname: _written(f, row) for f in fields} | left_out
        member.write(json.dumps(values, ensure_ascii=False).encode() + b"\n")
        count += 1
    return count


def _written(field: "Field[Any, Any]", row: Model) -> Any:
    value = field.value_from_object(row)
    if isinstance(field, JSONField) or value is None or type(value) in (str, int, float, bool):
        return value
    return field.value_to_string(row)


def _read_rows(archive: zipfile.ZipFile, label: str, model: type[Model]) -> Iterator[Model]:
    fields = {field.attname: field for field in model._meta.local_concrete_fields}
    with archive.open(f"{label}.jsonl") as member:
        for line in io.TextIOWrapper(member, encoding="utf-8", newline="\n"):
            yield model(**{name: _read(fields[name], value) for name, value in json.loads(line).items()})


def _read(field: "Field[Any, Any]", value: Any) -> Any:
    return value if isinstance(field, JSONField) else field.to_python(value)


def _batches(rows: Iterable[Model]) -> Iterator[list[Model]]:
    batch: list[Model] = []
    for row in rows:
        batch.append(row)
        if len(batch) == A_BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _insert(rows: list[Model]) -> int:
    insert(rows, as_they_are=True)
    return len(rows)
