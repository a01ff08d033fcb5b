"""The change log: who did what, when, why, before and after."""

import csv
import io

from django.contrib.auth.models import User
from django.test import Client

from jumelage.register.models import LogEntry, Record, Value
from tests.desk.officers import send, visits


def test_who_what_when_why_before_and_after(client: Client, officer: User, partnership: None) -> None:
    twinning = Record.objects.get(kind="twinning")
    later = Value.objects.get(field="since", text="2005")
    form = {"value": later.pk, "version": twinning.version, "reason": "the charter"}
    send(client, f"/review/conflicts/{twinning.pk}", **form)
    text = client.get(f"/log/?record={twinning.pk}").content.decode()
    assert "<b>mei</b> chose between sources" in text
    assert "2005 (confirmed)" in text
    table = b"".join(client.get("/log/changes.csv").streaming_content)  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert rows[1][1:4] == ["mei", "chose between sources", "the charter"]
    assert "2005 (proposed)" in rows[1][7]
    assert "2005 (confirmed)" in rows[1][8]


def test_it_is_narrowed_down(client: Client, officer: User) -> None:
    for visit in visits(2):
        send(client, "/review/many", word="confirm", seen=f"{visit.pk}:{visit.version}", reason=f"no {visit.pk}")
    first = LogEntry.objects.earliest("pk")
    for asked, number in (
        ("", 2),
        ("?officer=mei", 2),
        ("?officer=otto", 0),
        ("?verb=reject", 0),
        (f"?why={first.reason}", 1),
        (f"?from={first.at:%Y-%m-%d}", 2),
        ("?until=2000-01-01", 0),
    ):
        assert client.get(f"/log/{asked}").content.decode().count('<div class="head">') == number, asked
    assert client.get("/log/?from=soon").status_code == 400


def test_an_undoing_is_undone_from_the_log(client: Client, officer: User) -> None:
    [visit] = visits(1)
    send(client, "/review/many", word="confirm", seen=f"{visit.pk}:{visit.version}")
    send(client, f"/log/{LogEntry.objects.latest('pk').pk}/undo")
    assert "undone" in client.get("/log/").content.decode()
    send(client, f"/log/{LogEntry.objects.latest('pk').pk}/undo")
    assert Record.objects.get(kind="visit").standing == "confirmed"


def test_the_record_as_a_whole_has_only_a_standing(client: Client, officer: User) -> None:
    [visit] = visits(1)
    send(client, "/review/many", word="reject", seen=f"{visit.pk}:{visit.version}")
    text = client.get(f"/log/{LogEntry.objects.get().pk}/").content.decode()
    assert "The record as a whole" in text
    assert "</span>rejected</ins>" in text
