"""Lists on their way into the register, and out of it again."""

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection

from jumelage.exchange import Choices, RowsAreWrong, Wanted, carry_out, guess_mapping, open_table, plan
from jumelage.register.actions import NothingToSay, OtherwiseIn, enter, put_right_if_nobody_is_at_it, undo
from jumelage.register.foresight import Fate
from jumelage.register.models import Change, Citation, Entity, ListImport, Record, Standing, Twinning, Value
from jumelage.register.queries import suggestions

from .conftest import HEADING, SKIPPING, planned

ROWS = "Lille,France,Leeds,United Kingdom,1968\nLeeds,England,Lille,France,\nXyzzy,France,Lille,France,\n"


def shown() -> dict[str, object]:
    values = Value.objects.current().filter(record__standing__in=("proposed", "confirmed"))
    return {
        "values": sorted(values.values_list("record__kind", "field", "text", "entity__name", "standing", "sources")),
        "entities": sorted(Entity.objects.shown().values_list("name", "country", "gazetteer")),
    }


def test_every_row_has_its_fate(officer: User) -> None:
    first = planned(f"{HEADING}{ROWS}")
    assert [row.fate for row in first.fates] == [Fate.NEW, Fate.SAME, Fate.NEW]
    carry_out(officer, first)
    again = planned(f"{HEADING}Leeds,United Kingdom,Lille,France,\nRoubaix,France,Lille,France,\n", "other.csv")
    assert [row.fate for row in again.fates] == [Fate.SAME, Fate.NEW]
    assert "same parties" in again.fates[0].because
    assert again.fates[0].record == Twinning.objects.earliest("pk").pk


def test_a_dry_run_writes_nothing(officer: User) -> None:
    planned(f"{HEADING}{ROWS}")
    assert not Record.objects.exists()


def test_two_sources_stand_behind_what_two_lists_say(officer: User) -> None:
    carry_out(officer, planned(f"{HEADING}{ROWS}"))
    carry_out(officer, planned(f"{HEADING}Leeds,United Kingdom,Lille,France,1968\n", "other.csv"))
    assert Twinning.objects.shown().count() == 2
    since = Value.objects.get(field="since")
    assert (since.text, since.sources, since.citations.count()) == ("1968", 2, 2)


def test_the_same_list_again_changes_nothing(officer: User) -> None:
    first = carry_out(officer, planned(f"{HEADING}{ROWS}"))
    before = (shown(), Citation.objects.count())
    again = carry_out(officer, planned(f"{HEADING}{ROWS}"))
    assert (again.changed, again.entry) == (False, first.entry)
    assert (shown(), Citation.objects.count()) == before


def test_a_list_is_undone_as_a_whole(officer: User) -> None:
    enter(officer, "place", {"names": ["Lille"], "country": ["FR"], "level": ["city"]})
    before = shown()
    entry = carry_out(officer, planned(f"{HEADING}{ROWS}")).entry
    assert Twinning.objects.shown().count() == 2
    undo(officer, entry)
    assert shown() == before
    assert not Record.objects.filter(standing=Standing.STAGED).exists()
    with pytest.raises(NothingToSay):
        undo(officer, entry)
    assert carry_out(officer, planned(f"{HEADING}{ROWS}")).changed
    assert Twinning.objects.shown().count() == 2


def test_what_an_officer_confirmed_since_stays(officer: User) -> None:
    from jumelage.register.actions import confirm

    entry = carry_out(officer, planned(f"{HEADING}{ROWS}")).entry
    twinning = Record.objects.filter(kind="twinning").earliest("pk")
    confirm(officer, twinning, version=twinning.version)
    undo(officer, entry)
    assert Twinning.objects.shown().get().pk == twinning.pk


def test_a_list_understood_otherwise_has_to_be_undone_first(officer: User) -> None:
    carry_out(officer, planned(f"{HEADING}{ROWS}"))
    table = open_table("list.csv", f"{HEADING}{ROWS}".encode())
    mapping = guess_mapping(table)
    without_dates = type(mapping)(mapping.kind, {c: p for c, p in mapping.columns.items() if p != "since"})
    with pytest.raises(OtherwiseIn):
        carry_out(officer, plan(table, without_dates))


def test_wrong_rows_keep_everything_out_unless_they_are_left_out(officer: User) -> None:
    wrong = planned(f"{HEADING}{ROWS}Lille,France,,,\n")
    assert [row.number for row in wrong.errors] == [5]
    with pytest.raises(RowsAreWrong):
        carry_out(officer, wrong)
    assert not Record.objects.exists()
    carry_out(officer, wrong, SKIPPING)
    assert Twinning.objects.shown().count() == 2


def test_a_column_that_is_missing_is_named(officer: User) -> None:
    with pytest.raises(RowsAreWrong, match="parties 2"):
        planned("party_a\nLille\n")


@pytest.mark.parametrize(("want", "places", "waiting"), [("take", 3, 1), ("same", 2, 0), ("skip", 1, 0)])
def test_what_may_be_known_is_done_with_as_the_officer_wants(
    officer: User, want: str, places: int, waiting: int
) -> None:
    enter(officer, "place", {"names": ["Xyzzy"]})
    doubtful = planned(f"{HEADING}Xyzzy,France,Lille,France,\n")
    assert [row.fate for row in doubtful.fates] == [Fate.MAYBE]
    carry_out(officer, doubtful, Choices({Fate.MAYBE: Wanted(want)}))
    assert Entity.objects.shown().count() == places
    assert suggestions().count() == waiting


def test_the_log_tells_what_came_and_what_changed(officer: User) -> None:
    carry_out(officer, planned(f"{HEADING}Lille,France,Leeds,United Kingdom,1968\n"))
    twinning = Twinning.objects.get()
    entry = carry_out(officer, planned(f"{HEADING}Lille,France,Leeds,United Kingdom,1969\n", "other.csv")).entry
    [change] = Change.objects.filter(entry=entry, record=twinning.pk)
    assert (change.field, len(change.before), len(change.after)) == ("since", 1, 2)
    assert entry.list_import.counts == {"same": 1}


def test_what_a_killed_import_left_is_taken_out(officer: User) -> None:
    def killed(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        carry_out(officer, planned(f"{HEADING}{ROWS}"), report=killed)
    assert Record.objects.exists()
    assert not Entity.objects.shown().exists()
    [broken_off] = put_right_if_nobody_is_at_it()
    assert broken_off.reading.document.name == "list.csv"
    assert ListImport.objects.get().state == "gone"
    assert not Citation.objects.live().exists()
    carry_out(officer, planned(f"{HEADING}{ROWS}"))
    assert Twinning.objects.shown().count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its own disk")
def test_a_full_disk_leaves_nothing_half_shown(officer: User) -> None:
    rows = "".join(f"Xyzzy{number},France,Lille,France,1968\n" for number in range(150))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 10}")
        with pytest.raises(OperationalError, match="full"):
            carry_out(officer, planned(f"{HEADING}{rows}"))
        assert not Entity.objects.shown().exists()
        cursor.execute("PRAGMA max_page_count = 1000000")
    carry_out(officer, planned(f"{HEADING}{rows}"))
    assert Twinning.objects.shown().count() == 150
