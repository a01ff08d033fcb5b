"""What may be the same, what was merged by itself, and what makes a record one."""

from django.contrib.auth.models import User
from django.test import Client

from jumelage.register.models import Entity, LogEntry, Record
from jumelage.register.queries import merged_by_itself, suggestions
from tests.desk.officers import PLACES, TWINNED, namesakes, send, visits
from tests.register.conftest import tell


def test_a_doubt_shows_what_speaks_for_and_against_and_is_settled(client: Client, officer: User) -> None:
    namesakes()
    text = client.get("/review/doubts/?kind=person").content.decode()
    assert "are one letter apart" in text
    assert text.count(">deputy, Antwerp</a>") == 2
    assert "Ludwig Calluwé" in text
    assert "Ludwig Caluwé" in text
    doubt = suggestions().get(left__record__kind="person")
    one, other = doubt.left.record, doubt.right.record
    form = {"one": one.pk, "other": other.pk, "one_version": one.version, "other_version": other.version}
    text = send(client, f"/review/doubts/{doubt.pk}", word="same", kind="person", **form)
    assert "They are one record now." in text
    assert Entity.objects.shown().filter(record__kind="person").count() == 1
    send(client, f"/log/{LogEntry.objects.get().pk}/undo")
    assert Entity.objects.shown().filter(record__kind="person").count() == 2


def test_a_no_is_never_asked_again(client: Client, officer: User) -> None:
    namesakes()
    doubt = suggestions().get(left__record__kind="person")
    send(client, f"/review/doubts/{doubt.pk}", word="different", kind="person")
    assert "No pair waits" in client.get("/review/doubts/?kind=person").content.decode()


def test_automatic_merges_are_taken_back_in_bulk(client: Client, officer: User) -> None:
    for text in ("one", "two"):
        tell(f"{text}: twinned", PLACES, [TWINNED])
    assert "Merged by itself" in client.get("/review/merged/").content.decode()
    places = [j.pk for j in merged_by_itself() if j.left.record.kind == "place"]
    assert "2 merges taken back." in send(client, "/review/merged/settle", word="different", judgement=places)
    assert Entity.objects.shown().count() == 4


def test_a_record_tells_what_made_it_one_and_can_be_separated(client: Client, officer: User) -> None:
    for text in ("one", "two"):
        tell(f"{text}: twinned", PLACES, [TWINNED])
    twinning = Record.objects.get(kind="twinning")
    judgement = merged_by_itself().get(left__record=twinning)
    assert "the same parties" in client.get(f"/twinnings/{twinning.pk}/same/").content.decode()
    send(client, "/review/merged/settle", word="different", judgement=judgement.pk)
    assert Record.objects.filter(kind="twinning", standing="proposed").count() == 2


def test_any_two_records_of_a_kind_are_compared_and_made_one(client: Client, officer: User) -> None:
    one, other = visits(2)
    assert f"other={other.pk}" in client.get(f"/visits/{one.pk}/same/?name=Antwerp").content.decode()
    text = client.get(f"/review/compare/?one={one.pk}&other={other.pk}").content.decode()
    assert '<tr class="against"><th scope="row">From' in text
    form = {"one": one.pk, "other": other.pk, "one_version": one.version, "other_version": other.version}
    assert "They are one record now." in send(client, "/review/merge", **form)
    assert "has changed since" in send(client, "/review/merge", **form)
    assert client.get(f"/review/compare/?one={one.pk}&other={one.pk}").status_code == 400
