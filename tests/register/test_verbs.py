"""What officers do to the register, and how each of it is taken back."""

import pytest
from django.contrib.auth.models import User

from jumelage.register.actions import (
    NoReason,
    NotAllowed,
    NothingToSay,
    NotOfAKind,
    Outdated,
    add,
    choose,
    correct,
    enter,
    merge,
    reject,
    review,
    separate,
    undo,
)
from jumelage.register.models import Change, Document, Entity, Judgement, LogEntry, Record, Twinning, Value
from jumelage.register.queries import sheet_of, suggestions
from jumelage.vocabulary.edtf import Edtf

from .conftest import ANTWERP, SHAANXI, tell

PLACES = {"e1": ANTWERP, "e2": SHAANXI}
TWINNED = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"], "since": "1985"}
POST = {"type": "post", "person": "e1", "title": "deputy", "of": "e2"}


@pytest.fixture
def twinning(officer: User) -> Record:
    tell("Antwerp and Shaanxi have been twinned since 1985.", PLACES, [TWINNED])
    return Record.objects.get(kind="twinning")


@pytest.fixture
def namesakes(officer: User) -> tuple[Record, Record]:
    """One deputy, told of under two spellings in two documents."""
    for name in ("Ludwig Caluwé", "Ludwig Calluwé"):
        tell(f"{name}, deputy of Antwerp", {"e1": {"type": "person", "names": [name]}, "e2": ANTWERP}, [POST])
    one, other = Record.objects.filter(kind="person").order_by("pk")
    return one, other


def now(record: Record) -> Record:
    return Record.objects.get(pk=record.pk)


def merged(officer: User, records: tuple[Record, Record]) -> LogEntry:
    one, other = map(now, records)
    return merge(officer, one, other, version=one.version, other_version=other.version)


def state() -> dict[str, object]:
    """Everything that the register shows."""
    values = Value.objects.current().order_by("record", "field", "text", "entity")
    return {
        "values": list(values.values_list("record", "field", "text", "entity", "standing", "sources")),
        "records": list(Record.objects.order_by("pk").values_list("pk", "standing", "disputed", "merged_into")),
        "names": list(Entity.objects.shown().order_by("pk").values_list("pk", "name")),
    }


def test_merged_records_are_one_and_everything_refers_to_it(officer: User, namesakes: tuple[Record, Record]) -> None:
    merged(officer, namesakes)
    one, other = map(now, namesakes)
    names = Value.objects.current().filter(record=one, field="names").order_by("text")
    assert [v.text for v in names] == ["Ludwig Calluwé", "Ludwig Caluwé"]
    assert (other.merged_into, other.standing) == (one, "withdrawn")
    assert set(Value.objects.current().filter(field="person").values_list("entity", flat=True)) == {one.pk}
    assert not suggestions().exists()


def test_a_merge_is_undone_without_a_trace_in_what_is_shown(officer: User, namesakes: tuple[Record, Record]) -> None:
    before = state()
    entry = merged(officer, namesakes)
    assert state() != before
    undo(officer, entry)
    assert state() == before
    assert suggestions().filter(left__record__kind="person").count() == 1


def test_an_undoing_can_be_undone(officer: User, namesakes: tuple[Record, Record]) -> None:
    entry = merged(officer, namesakes)
    after = state()
    undoing = undo(officer, entry)
    undo(officer, undoing)
    assert state() == after
    with pytest.raises(NothingToSay):
        undo(officer, undoing)


def test_what_was_separated_is_never_suggested_again(officer: User, namesakes: tuple[Record, Record]) -> None:
    doubt = suggestions().get(left__record__kind="person")
    separate(officer, doubt)
    assert not suggestions().filter(left__record__kind="person").exists()
    with pytest.raises(NothingToSay):
        separate(officer, doubt)


def test_what_matching_took_for_the_same_can_be_separated(officer: User, twinning: Record) -> None:
    tell("Antwerp and Shaanxi, once more", PLACES, [TWINNED])
    antwerp = Judgement.objects.get(left__record__entity__country="BE", verdict="same")
    separate(officer, antwerp, reason="the city is meant")
    assert Entity.objects.shown().filter(country="BE").count() == 2
    assert Twinning.objects.shown().count() == 1
    assert Value.objects.current().filter(record=twinning, field="parties").count() == 3


def test_different_kinds_are_never_merged(officer: User, twinning: Record) -> None:
    place = Entity.objects.get(country="BE").record
    with pytest.raises(NotOfAKind):
        merge(officer, twinning, place, version=twinning.version, other_version=place.version)


def test_a_correction_keeps_the_sentence_and_what_was_read(officer: User, twinning: Record) -> None:
    read = Value.objects.get(record=twinning, field="since")
    entry = correct(officer, twinning, read, "1986", version=twinning.version, reason="a slip of the pen")
    assert Twinning.objects.get().since == Edtf("1986")
    shown, other = sheet_of(twinning)["since"]
    [citation] = shown.citations
    assert citation.passage
    assert (citation.passage.quote, citation.worked_out) == (
        "Antwerp and Shaanxi have been twinned since 1985.",
        "corrected from 1985",
    )
    assert (other.value.text, other.value.standing) == ("1985", "rejected")
    undo(officer, entry)
    assert Twinning.objects.get().since == Edtf("1985")


def test_a_corrected_reference_is_another_entity(officer: User, twinning: Record) -> None:
    gansu = Entity.objects.get(pk=enter(officer, "place", {"names": ["Gansu"], "country": ["CN"]}).pk)
    party = Value.objects.get(record=twinning, field="parties", entity__country="CN")
    correct(officer, twinning, party, gansu, version=twinning.version)
    parties = Value.objects.current().filter(record=twinning, field="parties")
    assert sorted(v.entity.name for v in parties if v.entity) == ["Gansu", "Province of Antwerp"]


def test_what_a_field_cannot_hold_is_refused(officer: User, twinning: Record) -> None:
    since = Value.objects.get(record=twinning, field="since")
    with pytest.raises(ValueError, match="soon"):
        correct(officer, twinning, since, "soon", version=twinning.version)
    assert not LogEntry.objects.exists()


def test_a_record_entered_by_hand_cites_the_officer(officer: User, twinning: Record) -> None:
    parties = list(Entity.objects.order_by("pk"))
    signed = enter(officer, "agreement", {"kind": ["memorandum"], "parties": parties, "signed": ["1985-09"]})
    [line] = sheet_of(signed)["signed"]
    assert [c.entry.officer for c in line.citations if c.entry] == [officer]
    assert line.value.standing == "confirmed"
    add(officer, signed, {"fields": ["education"]}, version=now(signed).version)
    assert "fields" in sheet_of(signed)
    undo(officer, LogEntry.objects.get(tellings__record=signed))
    assert now(signed).standing in ("withdrawn", "proposed", "confirmed")
    assert "signed" not in sheet_of(signed)


def test_a_document_that_says_what_was_entered_becomes_a_further_citation(officer: User) -> None:
    values = {"names": ["Shaanxi"], "level": ["province"], "country": ["CN"]}
    entered = enter(officer, "place", values)
    tell("Antwerp and Shaanxi have been twinned since 1985.", PLACES, [TWINNED])
    [line] = [line for line in sheet_of(entered)["names"] if line.value.text == "Shaanxi"]
    assert [bool(c.entry) for c in line.citations] == [True, False]


def test_a_choice_gives_its_reason(officer: User, twinning: Record) -> None:
    tell("Antwerp and Shaanxi since 1986", PLACES, [{**TWINNED, "since": "1986"}])
    later = Value.objects.get(record=twinning, text="1986")
    with pytest.raises(NoReason):
        choose(officer, twinning, later, version=now(twinning).version, reason=" ")
    entry = choose(officer, twinning, later, version=now(twinning).version, reason="the charter says so")
    assert (Twinning.objects.get().since, now(twinning).disputed) == (Edtf("1986"), False)
    undo(officer, entry)
    assert (Twinning.objects.get().since, now(twinning).disputed) == (Edtf("1985"), True)


def test_reviewed_and_empty_is_not_unreviewed(officer: User, db: None) -> None:
    tell("Nothing of the kind.", {}, [])
    document = Document.objects.get()
    assert document.reviewed is None
    entry = review(officer, document)
    assert Document.objects.get().reviewed == entry
    undo(officer, entry)
    assert Document.objects.get().reviewed is None


def test_a_rejection_is_undone(officer: User, twinning: Record) -> None:
    before = state()
    undo(officer, reject(officer, twinning, version=twinning.version))
    assert state() == before
    changes = Change.objects.filter(entry__verb="undo")
    assert [(c.field, c.record) for c in changes] == [("record", twinning)]


def test_two_officers_do_not_merge_over_each_other(officer: User, namesakes: tuple[Record, Record]) -> None:
    merged(officer, namesakes)
    one, other = namesakes
    with pytest.raises(Outdated):
        merge(officer, one, other, version=one.version, other_version=other.version)


def test_a_closed_account_does_nothing(officer: User, twinning: Record) -> None:
    officer.is_active = False
    with pytest.raises(NotAllowed):
        enter(officer, "place", {"names": ["Gansu"]})
    assert not LogEntry.objects.exists()
