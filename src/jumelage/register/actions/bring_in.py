"""Bring in a list that others keep."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import User

from jumelage.formats import SourceDocument
from jumelage.register.actions.acting import acting, check_may
from jumelage.register.actions.record import described, digest_of, storable
from jumelage.register.actions.recording import Recording
from jumelage.register.actions.take_out import put_right, reveal
from jumelage.register.alone import Task, alone
from jumelage.register.models import Document, ImportState, ListImport, LogEntry, Reading, Verb
from jumelage.register.reader import READER
from jumelage.register.sayings import SaidOfEntities, Span, listed_of_entities
from jumelage.register.transactions import write_in_parts, writing
from jumelage.vocabulary import reading as vocabulary
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType

A_PART = 100
"""How many entities or claims one transaction writes: a tenth of a second's work."""


class OtherwiseIn(Exception):
    """The same list is in the register, understood in another way."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The import's entry, and whether it is of now: the same list can't be brought in twice."""

    entry: LogEntry
    changed: bool


def bring_in(
    officer: User,
    source: SourceDocument,
    reading: vocabulary.Reading,
    rows: Mapping[EntityId, Sequence[Span]],
    *,
    choose_first: bool = False,
    counts: Mapping[str, int] | None = None,
    reason: str = "",
    report: Callable[[int], object] = lambda _: None,
) -> BroughtIn:
    """Records a list, each value citing its rows: all of it or nothing, under one entry that is undone as a whole.

    `rows` tells where each entity stands, by character offsets.
    It is written in many short transactions, so that others can write meanwhile. Nothing of it is shown before all is
    there; what a killed process left is taken out again. With `choose_first` the officer takes the first of several
    records that an entity or a claim may be. `report` hears how many more entities and claims are written. Raises
    `OtherwiseIn`, `PassageOutside`, and `Busy` while another list is being brought in.
    """
    check_may(officer, Verb.IMPORT)
    with alone(Task.LISTS):
        put_right()
        digest = digest_of(reading)
        there = ListImport.objects.filter(reading__document__sha256=source.sha256, state=ImportState.DONE).first()
        if there and there.reading.digest == digest:
            return BroughtIn(there.entry, changed=False)
        if there:
            raise OtherwiseIn(
                f"{source.name} was imported on {there.entry.at:%Y-%m-%d} and understood in another way: "
                "undo that import first."
            )
        with acting(officer, Verb.IMPORT, reason) as entry:
            document = described(Document.objects.filter(sha256=source.sha256).first(), source, reading)
            row = Reading.objects.create(document=document, reader=READER, digest=digest)
            imported = ListImport.objects.create(entry=entry, reading=row, counts=dict(counts or {}))
        recording = Recording(row, storable(source.text), entry=entry, choose_first=choose_first)
        said = listed_of_entities(reading, recording.text, rows)
        write_in_parts(_parts(recording, said, reading.claims, report))
        with writing():
            reveal()
            ListImport.objects.filter(pk=imported.pk).update(state=ImportState.DONE)
    return BroughtIn(entry, changed=True)


def _parts(
    recording: Recording, said: SaidOfEntities, claims: Sequence[Claim], report: Callable[[int], object]
) -> Iterator[Callable[[], object]]:
    """Places before the organisations in them, and all of them before the claims."""
    entities = sorted(said.items(), key=lambda item: item[1][0] != EntityType.PLACE)
    for start in range(0, len(entities), A_PART):
        some = dict(entities[start : start + A_PART])
        yield partial(recording.take, some, ())
        report(len(some))
    for start in range(0, len(claims), A_PART):
        part = claims[start : start + A_PART]
        yield partial(recording.take, {}, part)
        report(len(part))
