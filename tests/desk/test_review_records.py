"""What waits for an officer, confirmed and rejected together."""

from django.contrib.auth.models import User
from django.test import Client

from jumelage.register.models import Document, LogEntry, Record
from tests.desk.officers import PLACES, TWINNED, VISIT, queries, send, visits
from tests.register.conftest import tell


def test_what_is_ticked_is_confirmed_under_one_entry(client: Client, officer: User) -> None:
    ticked = [f"{visit.pk}:{visit.version}" for visit in visits(3)[:2]]
    text = send(client, "/review/many", word="confirm", seen=ticked, reason="read them all")
    assert "2 records confirmed." in text
    assert Record.objects.filter(kind="visit", standing="confirmed").count() == 2
    assert LogEntry.objects.get().reason == "read them all"


def test_what_changed_meanwhile_is_left_out_and_told(client: Client, officer: User) -> None:
    one, other = visits(2)
    send(client, "/review/many", word="reject", seen=[f"{one.pk}:{one.version}"])
    ticked = [f"{visit.pk}:{visit.version}" for visit in (one, other)]
    assert "1 record confirmed. 1 has changed since" in send(client, "/review/many", word="confirm", seen=ticked)


def test_the_list_is_narrowed_down_by_kind_twinning_and_sureness(client: Client, db: None) -> None:
    tell("Twinned, and one visit", PLACES, [TWINNED, {**VISIT, "start": "2001", "confidence": 0.3}])
    twinning = Record.objects.get(kind="twinning")
    for asked, number in (("", 4), ("?kind=visit", 1), ("?sure=unsure", 1), (f"?twinning={twinning.pk}", 2)):
        assert client.get(f"/review/records/{asked}").content.decode().count('<span class="kind">') == number
    assert client.get("/review/records/?sure=very").status_code == 400


def test_ticking_nothing_changes_nothing(client: Client, officer: User) -> None:
    visits(1)
    assert "Nothing was ticked." in send(client, "/review/many", word="confirm")
    assert client.post("/review/many", {"word": "burn", "seen": "1:1"}).status_code == 400
    assert client.post("/review/many", {"word": "confirm", "seen": "all"}).status_code == 400


def test_no_page_takes_more_queries_for_more_rows(client: Client, officer: User) -> None:
    pages = ["/review/", "/review/records/", "/review/merged/", "/review/conflicts/", "/log/"]

    def grow(size: int) -> dict[str, int]:
        for n in range(size):
            told = [{**TWINNED, "since": str(1980 + n)}, {**VISIT, "start": str(2000 + n)}]
            tell(f"{size}, {n}: twinned and visited", PLACES, told)
            visit = Record.objects.filter(kind="visit").latest("pk")
            client.post("/review/many", {"word": "confirm", "seen": f"{visit.pk}:{visit.version}"})
        return {page: queries(client, page) for page in pages}

    few = grow(3)
    assert grow(9) == few
    document = Document.objects.latest("pk")
    before = queries(client, f"/documents/{document.pk}/review")
    visits(12)
    assert queries(client, f"/documents/{Document.objects.latest('pk').pk}/review") <= before
