"""The whole register in one file, and back."""

import io
import json
import zipfile
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection

from jumelage.exchange import carry_out
from jumelage.exchange.archive import NoArchive, read_archive, write_archive
from jumelage.register.actions import confirm, correct, enter, merge, record, review, undo, write_down
from jumelage.register.models import Document, Record, Value
from jumelage.register.queries import documents_with
from tests.register.conftest import ANTWERP, SHAANXI, document, reading_json, tell

from .conftest import HEADING, planned

TWINNED = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"], "since": "1985"}


@pytest.fixture
def full(officer: User) -> bytes:
    """A register with something of everything, as an archive."""
    tell("Antwerp and Shaanxi are twinned since 1985.", {"e1": ANTWERP, "e2": SHAANXI}, [TWINNED])
    twinning = Record.objects.get(kind="twinning")
    since = Value.objects.get(record=twinning, field="since")
    undo(officer, correct(officer, twinning, since, "1986", version=twinning.version, reason="a slip"))
    confirm(officer, Record.objects.get(kind="twinning"), version=Record.objects.get(kind="twinning").version)
    one, other = (enter(officer, "person", {"names": [name]}) for name in ("Ludwig Caluwé", "凱樂為"))
    merge(officer, one, other, version=one.version, other_version=other.version)
    review(officer, Document.objects.get())
    write_down(officer, one, f"Ask @{officer.username} about it.")
    carry_out(officer, planned(f"{HEADING}Lille,France,Leeds,United Kingdom,1968\n"))
    file = io.BytesIO()
    write_archive(file)
    return file.getvalue()


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours and of the accounts, passwords apart."""
    tables = [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("jumelage")]
    tables += [m for m in apps.get_models(include_auto_created=True) if m._meta.label.startswith("register.")]
    rows = {m._meta.label: list(m._base_manager.order_by("pk").values()) for m in (*tables, User)}
    for account in rows["auth.User"]:
        del account["password"], account["last_login"]
    return rows


def empty() -> None:
    call_command("flush", interactive=False, verbosity=0)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM register_words")


@pytest.mark.django_db(transaction=True)
def test_everything_comes_back(full: bytes) -> None:
    before = everything()
    assert len(before["register.Change"]) > 1
    empty()
    assert not Record.objects.exists()
    read_archive(io.BytesIO(full))
    after = everything()
    assert after.keys() == before.keys()
    for table, rows in before.items():
        assert after[table] == rows, table
    assert not User.objects.get().has_usable_password()
    assert documents_with("Shaanxi", 5)


@pytest.mark.django_db(transaction=True)
def test_work_goes_on_in_the_register_that_was_read_back(full: bytes) -> None:
    empty()
    read_archive(io.BytesIO(full))
    officer = User.objects.get()
    assert enter(officer, "place", {"names": ["Gansu"]}).pk
    source = document("Antwerp and Shaanxi are twinned since 1985.")
    from jumelage.vocabulary.interchange import from_json

    assert not record(source, from_json(reading_json(source, {"e1": ANTWERP, "e2": SHAANXI}, [TWINNED]))).changed


def test_a_register_that_is_not_empty_is_left_alone(full: bytes) -> None:
    with pytest.raises(NoArchive, match="not empty"):
        read_archive(io.BytesIO(full))


@pytest.mark.django_db(transaction=True)
def test_what_is_no_archive_is_refused(full: bytes) -> None:
    empty()
    with pytest.raises(NoArchive, match="no archive"):
        read_archive(io.BytesIO(b"PK nothing"))
    with pytest.raises(NoArchive, match="newer version"):
        read_archive(io.BytesIO(changed(full, tables={"register": "9999_from_the_future"})))
    with pytest.raises(NoArchive, match="damaged"):
        read_archive(io.BytesIO(changed(full, rows={"register.Record": 99})))
    assert not Record.objects.exists()


def changed(archive: bytes, **parts: dict[str, Any]) -> bytes:
    """The archive with another manifest."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "manifest.json":
                manifest = json.loads(content)
                content = json.dumps({**manifest, **{k: {**manifest[k], **v} for k, v in parts.items()}}).encode()
            new.writestr(name, content)
    return file.getvalue()
