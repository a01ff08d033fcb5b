"""Take a list out again that was brought in, or that a killed process left half brought in."""

from collections.abc import Callable, Iterator
from functools import partial

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from jumelage.register.actions.acting import acting
from jumelage.register.actions.word import NothingToSay
from jumelage.register.alone import Busy, Task, alone
from jumelage.register.ledger import Ledger
from jumelage.register.models import (
    Citation,
    ImportState,
    Judgement,
    ListImport,
    LogEntry,
    Record,
    Standing,
    Telling,
    Verb,
)
from jumelage.register.transactions import write_in_parts, writing

A_PART = 100
"""How many tellings one transaction takes out."""
HALF_DONE = (ImportState.RUNNING, ImportState.LEAVING)


def take_out(officer: User, entry: LogEntry, *, reason: str = "") -> LogEntry:
    """Everything is as if the list had not been brought in; what was done since stays.

    What only the list said is gone from the pages at once, the rest follows in short transactions. Raises
    `NothingToSay` where it is out already, and `Busy` while another list is being brought in.
    """
    with alone(Task.LISTS):
        with acting(officer, Verb.UNDO, reason) as undoing:
            imported = ListImport.objects.select_related("reading").get(entry=entry)
            if imported.state != ImportState.DONE:
                raise NothingToSay("That is undone already.")
            _hide(imported, undoing)
        _empty(imported, undoing)
    return undoing


def put_right_if_nobody_is_at_it() -> list[ListImport]:
    """As `put_right`; nothing where a list is being brought in at this moment."""
    if not ListImport.objects.filter(state__in=HALF_DONE).exists():
        return []
    try:
        with alone(Task.LISTS, seconds=0):
            return put_right()
    except Busy:
        return []


def put_right() -> list[ListImport]:
    """Takes out what killed processes left half brought in or half taken out, and returns it. Only while `alone`."""
    half_done = list(ListImport.objects.filter(state__in=HALF_DONE).select_related("entry", "reading__document"))
    for imported in half_done:
        with writing():
            undoing = imported.entry.undone_by or LogEntry.objects.create(
                officer=imported.entry.officer, verb=Verb.UNDO, reason="The import was broken off."
            )
            _hide(imported, undoing)
        _empty(imported, undoing)
    return half_done


def reveal() -> None:
    """Shows what was staged."""
    Record.objects.filter(standing=Standing.STAGED).update(standing=Standing.PROPOSED)


def _hide(imported: ListImport, undoing: LogEntry) -> None:
    """What only the list tells of is staged again."""
    of_the_list = Telling.objects.filter(record=OuterRef("pk"), document=imported.reading.document_id)
    of_others = Telling.objects.filter(record=OuterRef("pk")).filter(
        ~Q(document=imported.reading.document_id) | Q(document=None)
    )
    alone_there = Record.objects.filter(Exists(of_the_list), ~Exists(of_others), standing=Standing.PROPOSED)
    alone_there.update(standing=Standing.STAGED)
    ListImport.objects.filter(pk=imported.pk).update(state=ImportState.LEAVING)
    LogEntry.objects.filter(pk=imported.pk).update(undone_by=undoing)


def _empty(imported: ListImport, undoing: LogEntry) -> None:
    write_in_parts(_parts(imported, undoing))
    with writing():
        reveal()
        ListImport.objects.filter(pk=imported.pk).update(state=ImportState.GONE)


def _parts(imported: ListImport, undoing: LogEntry) -> Iterator[Callable[[], None]]:
    cited = Citation.objects.live().filter(reading=imported.reading_id).order_by("telling")
    tellings = list(cited.values_list("telling", flat=True).distinct())
    for start in range(0, len(tellings), A_PART):
        yield partial(_withdraw, imported, undoing, tellings[start : start + A_PART])


def _withdraw(imported: ListImport, undoing: LogEntry, tellings: list[int]) -> None:
    """What some tellings of the list say, and what matching or the officer judged of them as they came."""
    ledger = Ledger(undoing, undoing)
    cited = Citation.objects.live().filter(telling__in=tellings, reading=imported.reading_id)
    ledger.withdraw(cited.select_related("value"))
    judged = Judgement.objects.filter(Q(entry=None) | Q(entry=imported.pk), right__in=tellings, withdrawn_at=None)
    judged.update(withdrawn_at=timezone.now(), withdrawn_by=undoing)
    ledger.settle()
