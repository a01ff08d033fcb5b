"""What an officer said stays, whatever is read afterwards."""

import pytest
from django.contrib.auth.models import User

from jumelage.register.actions import NothingToSay, Outdated, confirm, reject
from jumelage.register.models import Change, Citation, Commitment, Entity, Record, Twinning, Value
from jumelage.vocabulary.edtf import Edtf

from .conftest import ANTWERP, SHAANXI, tell

PLACES = {"e1": ANTWERP, "e2": SHAANXI}
TWINNED = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"], "since": "1985"}
LETTER = "The Province of Antwerp and Shaanxi have been twinned since 1985. Both like it."
ARTICLE = "Antwerp and Shaanxi, 1986"


@pytest.fixture
def twinning(officer: User) -> Record:
    tell(LETTER, PLACES, [TWINNED])
    return Record.objects.get(kind="twinning")


def value(record: Record, field: str, text: str) -> Value:
    return Value.objects.get(record=record, field=field, text=text)


def now(record: Record) -> Record:
    return Record.objects.get(pk=record.pk)


def test_a_confirmed_value_is_shown_whatever_more_sources_say(officer: User, twinning: Record) -> None:
    confirm(officer, twinning, value(twinning, "since", "1985"), version=twinning.version)
    for text in (ARTICLE, f"{ARTICLE}, again", f"{ARTICLE}, and again"):
        tell(text, PLACES, [{**TWINNED, "since": "1986"}])
    assert Twinning.objects.get().since == Edtf("1985")
    assert value(twinning, "since", "1986").standing == "proposed"
    assert not now(twinning).disputed


def test_a_better_reading_does_not_touch_what_was_confirmed(officer: User, twinning: Record) -> None:
    confirm(officer, twinning, value(twinning, "since", "1985"), version=twinning.version)
    tell(LETTER, PLACES, [{**TWINNED, "since": "1986", "kind": "friendship"}])
    shown = Twinning.objects.get()
    assert (shown.since, shown.kind) == (Edtf("1985"), "friendship")
    assert Citation.objects.live().filter(value__text="1985", passage__quote__contains="since 1985").exists()


def test_a_rejected_value_stays_rejected_when_it_is_read_again(officer: User, twinning: Record) -> None:
    reject(officer, twinning, value(twinning, "since", "1985"), version=twinning.version, reason="a slip")
    assert Twinning.objects.get().since is None
    tell(LETTER, PLACES, [{**TWINNED, "until": "2020"}])
    tell("Antwerp and Shaanxi since 1985", PLACES, [TWINNED])
    assert Twinning.objects.get().since is None
    assert value(twinning, "since", "1985").standing == "rejected"


def test_a_rejected_record_stays_rejected_when_a_better_reader_reads_it_again(officer: User, twinning: Record) -> None:
    reject(officer, twinning, version=twinning.version)
    tell(LETTER, PLACES, [{**TWINNED, "kind": "friendship", "since": "1985-05"}])
    assert not Twinning.objects.shown().exists()
    assert Twinning.objects.count() == 1


def test_a_rejected_commitment_stays_rejected_when_it_is_worded_otherwise(officer: User) -> None:
    text = "Antwerp will send twelve students to Shaanxi. Antwerp will open an office."
    students = {"type": "commitment", "by": ["e1"], "evidence": ["Antwerp will send twelve students to Shaanxi."]}
    tell(text, PLACES, [{**students, "action": "send twelve students"}])
    promise = Record.objects.get(kind="commitment")
    reject(officer, promise, version=promise.version)
    office = {
        "type": "commitment",
        "by": ["e1"],
        "action": "open an office",
        "evidence": ["Antwerp will open an office."],
    }
    tell(text, PLACES, [{**students, "action": "send twelve students to Shaanxi"}, office])
    assert [c.action for c in Commitment.objects.shown()] == ["open an office"]


def test_the_officers_choice_settles_a_dispute(officer: User, twinning: Record) -> None:
    tell(ARTICLE, PLACES, [{**TWINNED, "since": "1986"}])
    assert now(twinning).disputed
    confirm(officer, twinning, value(twinning, "since", "1986"), version=now(twinning).version)
    assert not now(twinning).disputed
    assert Twinning.objects.get().since == Edtf("1986")


def test_another_choice_takes_the_place_of_the_first(officer: User, twinning: Record) -> None:
    tell(ARTICLE, PLACES, [{**TWINNED, "since": "1986"}])
    for text in ("1986", "1985"):
        confirm(officer, twinning, value(twinning, "since", text), version=now(twinning).version)
    assert Twinning.objects.get().since == Edtf("1985")
    assert value(twinning, "since", "1986").standing == "proposed"


def test_a_record_is_confirmed_with_all_it_shows(officer: User, twinning: Record) -> None:
    confirm(officer, twinning, version=twinning.version)
    assert now(twinning).standing == "confirmed"
    assert set(twinning.values.values_list("standing", flat=True)) == {"confirmed"}
    tell(LETTER, PLACES, [])
    assert Twinning.objects.shown().get().since == Edtf("1985")


def test_a_rejected_name_is_no_name_to_meet_by(officer: User, twinning: Record) -> None:
    province = Entity.objects.get(country="BE").record
    reject(officer, province, value(province, "names", "Antwerp"), version=province.version)
    tell("Antwerp is a port", {"e1": {**ANTWERP, "names": ["Antwerp"]}, "e2": SHAANXI}, [TWINNED])
    assert Entity.objects.filter(country="BE").count() == 2


def test_two_officers_do_not_overwrite_each_other(officer: User, twinning: Record) -> None:
    seen = twinning.version
    confirm(officer, twinning, value(twinning, "since", "1985"), version=seen)
    with pytest.raises(Outdated):
        reject(officer, twinning, value(twinning, "kind", "sister"), version=seen)
    assert value(twinning, "kind", "sister").standing == "proposed"


def test_what_is_so_already_is_not_said_twice(officer: User, twinning: Record) -> None:
    confirm(officer, twinning, version=twinning.version)
    with pytest.raises(NothingToSay):
        confirm(officer, twinning, version=now(twinning).version)


def test_the_log_tells_who_changed_what_and_why(officer: User, twinning: Record) -> None:
    tell(ARTICLE, PLACES, [{**TWINNED, "since": "1986"}])
    year = value(twinning, "since", "1985")
    entry = reject(officer, twinning, year, version=now(twinning).version, reason="the charter says 1986")
    change = Change.objects.get(entry=entry)
    assert (entry.officer, entry.reason, change.record, change.field) == (
        officer,
        "the charter says 1986",
        twinning,
        "since",
    )
    assert [(v["value"], v["standing"], v["current"]) for v in change.before] == [
        ("1985", "proposed", True),
        ("1986", "proposed", False),
    ]
    assert [(v["value"], v["standing"], v["current"]) for v in change.after] == [
        ("1985", "rejected", False),
        ("1986", "proposed", True),
    ]
