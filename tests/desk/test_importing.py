"""Officers bring lists in: send, map, look at every row's fate, carry out, undo."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jumelage.register.models import LogEntry, Record, Twinning
from tests.desk.officers import send

pytestmark = pytest.mark.usefixtures("partnership")
LIST = """party_a,country_a,party_b,country_b,since
Harderwijk,Netherlands,Lishui,China,2004
Antwerp,Belgium,Shanghai,China,1984
Ghent,Belgium,,China,1999
"""


@pytest.fixture(autouse=True)
def _own_folder(settings: LazySettings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


def upload(client: Client, text: str = LIST, name: str = "towns.csv") -> str:
    return send(client, "/import/send", list=SimpleUploadedFile(name, text.encode()))


def look(client: Client, **columns: str) -> str:
    return send(client, "/import/columns", kind="twinning", **columns)


COLUMNS = {
    "column-0": "parties 1",
    "column-1": "parties 1 country",
    "column-2": "parties 2",
    "column-3": "parties 2 country",
    "column-4": "since",
}


def test_columns_are_guessed_and_can_be_put_right(client: Client, officer: User) -> None:
    text = upload(client)
    assert '<option value="parties 1" selected>Parties 1' in text
    assert '<option value="since" selected>Since' in text
    assert "Still to be named: Parties 2" in look(client, **{**COLUMNS, "column-2": ""})
    assert "What would become of the rows" in look(client, **COLUMNS)


def test_every_row_has_its_fate_and_nothing_is_written(client: Client, officer: User) -> None:
    upload(client)
    text = look(client, **COLUMNS)
    assert text.count('<tr class="fate-') == 3
    assert text.count('<tr class="fate-error"') == 1
    assert client.get("/import/?fate=error").content.decode().count('<tr class="fate-') == 1
    assert client.get("/import/?fate=burnt").status_code == 400
    assert not LogEntry.objects.exists()


def test_a_list_with_wrong_rows_is_brought_in_only_without_them_and_undone_as_a_whole(
    client: Client, officer: User
) -> None:
    upload(client)
    look(client, **COLUMNS)
    assert "Nothing was imported" in send(client, "/import/carry-out")
    text = send(client, "/import/carry-out", skip_errors="on", reason="the town hall's list")
    assert "“towns.csv” is in the register." in text
    assert Twinning.objects.shown().count() == 3
    entry = LogEntry.objects.get()
    assert (entry.verb, entry.reason) == ("import", "the town hall's list")
    assert "Send it" in client.get("/import/").content.decode()
    send(client, f"/log/{entry.pk}/undo")
    assert Twinning.objects.shown().count() == 1


def test_rows_can_be_left_out_one_by_one_or_by_their_fate(client: Client, officer: User) -> None:
    upload(client)
    look(client, **COLUMNS)
    send(client, "/import/carry-out", skip_errors="on", skip=["3"])
    assert Record.objects.filter(kind="twinning", standing="proposed").count() == 2


def test_a_row_that_is_known_leads_to_its_record(client: Client, officer: User) -> None:
    upload(client)
    look(client, **COLUMNS)
    send(client, "/import/carry-out", skip_errors="on")
    upload(client, LIST.replace("1984", "1985").replace("Ghent,Belgium,,", "Ghent,Belgium,Wuhan,"), "later.csv")
    text = look(client, **COLUMNS)
    assert text.count('<tr class="fate-same"') == 2
    assert ">Antwerp – Shanghai</a>" in text


def test_the_same_list_changes_nothing_the_second_time(client: Client, officer: User) -> None:
    for _ in range(2):
        upload(client)
        look(client, **COLUMNS)
        text = send(client, "/import/carry-out", skip_errors="on")
    assert "All of it was in the register already." in text
    assert LogEntry.objects.count() == 1


def test_what_is_no_list_is_refused_with_a_reason(client: Client, officer: User) -> None:
    assert "is no list that can be imported" in upload(client, "just words")
    assert "Choose a file first." in send(client, "/import/send")
    assert "Send it" in send(client, "/import/columns", kind="twinning")


def test_a_list_can_be_left(client: Client, officer: User, tmp_path: Path) -> None:
    upload(client)
    assert len(list((tmp_path / "uploads").iterdir())) == 1
    assert "Send it" in send(client, "/import/leave")
    assert list((tmp_path / "uploads").iterdir()) == []


def test_only_officers_import(client: Client) -> None:
    assert client.get("/import/").headers["Location"].startswith("/sign-in/")
