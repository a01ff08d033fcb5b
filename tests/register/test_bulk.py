"""What officers do to many records, values or judgements at once, under one entry."""

import pytest
from django.contrib.auth.models import Group, User
from pytest_django import DjangoAssertNumQueries

from jumelage.register.actions import (
    Correction,
    NotAllowed,
    NothingToSay,
    confirm_all,
    enter,
    reject,
    reject_all,
    revise,
    separate,
    separate_all,
    undo,
    uphold,
)
from jumelage.register.models import Entity, Judgement, LogEntry, NameForm, Record, Value
from jumelage.register.queries import changes_of, merged_by_itself, sheet_of, suggestions
from jumelage.vocabulary import names

from .conftest import ANTWERP, SHAANXI, tell

PLACES = {"e1": ANTWERP, "e2": SHAANXI}
TWINNED = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"], "since": "1985"}
VISIT = {"type": "visit", "visitors": ["e1"], "hosts": ["e2"]}


def visits(number: int) -> dict[int, int]:
    """The visits of a document that tells of so many, with their versions."""
    told = [{**VISIT, "start": str(2000 + n)} for n in range(number)]
    tell(f"{number} visits of Antwerp to Shaanxi", PLACES, told)
    return dict(Record.objects.filter(kind="visit").values_list("pk", "version"))


def standings() -> list[str]:
    return list(Record.objects.filter(kind="visit").order_by("pk").values_list("standing", flat=True))


def test_many_records_are_confirmed_and_all_of_it_is_undone(officer: User) -> None:
    bulk = confirm_all(officer, visits(3))
    assert (standings(), bulk.done) == (["confirmed"] * 3, 3)
    assert set(Value.objects.filter(record__kind="visit").values_list("standing", flat=True)) == {"confirmed"}
    undo(officer, bulk.entry)
    assert standings() == ["proposed"] * 3


def test_what_has_changed_since_is_left_out_of_a_bulk(officer: User) -> None:
    seen = visits(2)
    first = Record.objects.filter(kind="visit").earliest("pk")
    reject(officer, first, version=first.version)
    bulk = confirm_all(officer, seen)
    assert (standings(), bulk.done, bulk.changed) == (["rejected", "confirmed"], 1, 1)


def test_a_dispute_is_not_settled_in_passing(officer: User) -> None:
    tell("Twinned since 1985.", PLACES, [TWINNED])
    tell("Twinned since 1986.", PLACES, [{**TWINNED, "since": "1986"}])
    twinning = Record.objects.get(kind="twinning")
    with pytest.raises(NothingToSay):
        confirm_all(officer, {twinning.pk: twinning.version})
    assert not LogEntry.objects.exists()


def test_many_records_are_rejected(officer: User) -> None:
    seen = visits(2)
    assert reject_all(officer, seen).done == 2
    assert standings() == ["rejected"] * 2
    with pytest.raises(NothingToSay):
        reject_all(officer, dict(Record.objects.filter(kind="visit").values_list("pk", "version")))


def test_a_bulk_takes_no_more_queries_for_more_records(
    officer: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    seen = visits(30)
    with django_assert_max_num_queries(25):
        confirm_all(officer, seen)


def test_several_values_are_corrected_under_one_entry(officer: User) -> None:
    tell("Twinned since 1985.", PLACES, [TWINNED])
    twinning = Record.objects.get(kind="twinning")
    since, kind = (twinning.values.get(field=field) for field in ("since", "kind"))
    entry = revise(
        officer,
        twinning,
        [
            Correction("since", since, "1986"),
            Correction("kind", kind, "sister"),
            Correction("fields", None, "education"),
        ],
        version=twinning.version,
    )
    sheet = sheet_of(twinning)
    assert [line.value.text for line in sheet["since"] if line.value.current] == ["1986"]
    assert [c.passage.quote for c in sheet["since"][0].citations if c.passage] == ["Twinned since 1985."]
    assert [line.value.standing for line in sheet["fields"]] == ["confirmed"]
    assert [change.field for change in changes_of([entry], 9)[entry.pk].first] == ["fields", "since"]
    undo(officer, entry)
    assert [line.value.text for line in sheet_of(twinning)["since"]] == ["1985"]


def test_a_value_can_be_taken_out(officer: User) -> None:
    tell("Twinned since 1985.", PLACES, [TWINNED])
    twinning = Record.objects.get(kind="twinning")
    since = twinning.values.get(field="since")
    revise(officer, twinning, [Correction("since", since, None)], version=twinning.version)
    assert not Value.objects.current().filter(record=twinning, field="since").exists()


def test_a_name_is_entered_with_its_language_and_order(officer: User) -> None:
    form = names.NameForm("钟国栋", "zh", names.NameOrder.SURNAME_FIRST)
    person = enter(officer, "person", {"names": [form]})
    stored = NameForm.objects.get(entity=person.pk)
    assert (stored.language, stored.script, stored.order) == ("zh", "Hani", "surname first")


def test_one_no_answers_all_doubts_between_two_records(officer: User) -> None:
    post = {"type": "post", "person": "e1", "title": "deputy", "of": "e2"}
    for name, text in (("Ludwig Caluwé", "one"), ("Ludwig Calluwé", "two"), ("Ludwig Calluwé", "three")):
        tell(f"{text}: {name}, deputy", {"e1": {"type": "person", "names": [name]}, "e2": ANTWERP}, [post])
    doubts = suggestions().filter(left__record__kind="person")
    assert doubts.count() >= 1
    separate(officer, doubts[0])
    assert not suggestions().filter(left__record__kind="person").exists()


def test_automatic_merges_are_upheld_or_taken_back_in_bulk(officer: User) -> None:
    for text in ("one", "two"):
        tell(f"{text}: twinned since 1985", PLACES, [TWINNED])
    merged = list(merged_by_itself())
    places = [judgement for judgement in merged if judgement.left.record.kind == "place"]
    assert len(places) == 2
    entry = uphold(officer, places)
    assert merged_by_itself().count() == len(merged) - 2
    assert Entity.objects.shown().count() == 2
    undo(officer, entry)
    assert merged_by_itself().count() == len(merged)
    separate_all(officer, places)
    assert Entity.objects.shown().count() == 4
    assert Judgement.objects.filter(verdict="different").count() == 2


def test_a_reader_may_look_and_not_write(officer: User) -> None:
    officer.groups.add(Group.objects.create(name="readers"))
    with pytest.raises(NotAllowed):
        confirm_all(officer, visits(1))
    assert standings() == ["proposed"]
