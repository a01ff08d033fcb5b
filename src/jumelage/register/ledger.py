"""Where everything a source says is written down."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from jumelage.register.fields import Field
from jumelage.register.models import Citation, LogEntry, Passage, Reading, Record, Standing, Telling
from jumelage.register.rows import insert, new_row
from jumelage.register.settlement import Key, Settlement
from jumelage.vocabulary.names import NameForm

Source = Reading | LogEntry


@dataclass(frozen=True, slots=True)
class _Entered:
    citation: Citation
    key: Key
    form: NameForm | None


class Ledger:
    """What one source says in one transaction: enter and withdraw citations, then `settle` once.

    Settling brings all records concerned up to date, by a number of queries that does not depend on how much was said.
    Where the source is one part of a list that an officer brings in or takes out under an `entry`, new records stay
    staged, and of records that come or go as a whole only that is logged.
    """

    def __init__(self, source: Source, entry: LogEntry | None = None) -> None:
        self.source = source
        self.entry = entry
        self.by = source if isinstance(source, LogEntry) else entry
        self.entered: list[_Entered] = []
        self.withdrawn: list[Citation] = []
        self.new_records: dict[int, Record] = {}
        self.new_tellings: set[int] = set()

    def open_records(self, kinds: Iterable[str]) -> list[Record]:
        """New records, in the order of `kinds`; what is entered on them tells what they are."""
        standing = Standing.STAGED if self.entry else Standing.PROPOSED
        records = [new_row(Record, kind=kind, standing=standing) for kind in kinds]
        insert(records)
        self.new_records |= {record.pk: record for record in records}
        return records

    def open_tellings(self, records: Iterable[int], confidences: Iterable[float]) -> list[Telling]:
        """New tellings of the given records by the source, in their order."""
        by_document = self.source.document_id if isinstance(self.source, Reading) else None
        by_officer = self.source.pk if isinstance(self.source, LogEntry) else None
        tellings = [
            new_row(Telling, record_id=record, document_id=by_document, entry_id=by_officer, confidence=confidence)
            for record, confidence in zip(records, confidences, strict=True)
        ]
        insert(tellings)
        self.new_tellings |= {telling.pk for telling in tellings}
        return tellings

    def enter(
        self,
        telling: Telling,
        field: Field,
        text: str = "",
        *,
        refers_to: Telling | None = None,
        passage: Passage | None = None,
        worked_out: str = "",
        form: NameForm | None = None,
        says: bool = True,
    ) -> None:
        """That the source says (or denies) one value of what `telling` tells, in a passage or as a whole."""
        key = (telling.record_id, field.name, text, refers_to.record_id if refers_to else None)
        citation = new_row(
            Citation,
            telling_id=telling.pk,
            refers_to_id=refers_to.pk if refers_to else None,
            passage_id=passage.pk if passage else None,
            reading_id=self.source.pk if isinstance(self.source, Reading) else None,
            entry_id=self.source.pk if isinstance(self.source, LogEntry) else None,
            says=says,
            worked_out=worked_out,
        )
        self.entered.append(_Entered(citation, key, form))

    def withdraw(self, citations: Iterable[Citation]) -> None:
        """That what was said is taken back. The citations come with their value."""
        self.withdrawn += citations

    def settle(self) -> None:
        settlement = Settlement(
            {e.key[0] for e in self.entered} | {c.value.record_id for c in self.withdrawn},
            self.new_records,
            in_parts=self.entry is not None,
        )
        for entered in self.entered:
            settlement.open_value(entered.key, entered.form)
        self._count_sources(settlement)
        self._hear_officers(settlement)
        settlement.save()
        for entered in self.entered:
            entered.citation.value_id = settlement.values[entered.key].pk
        insert([entered.citation for entered in self.entered])
        if gone := [citation.pk for citation in self.withdrawn]:
            Citation.objects.filter(pk__in=gone).update(withdrawn_at=timezone.now(), withdrawn_by=self.by)
        if self.by:
            settlement.log(self.by)

    def _count_sources(self, settlement: Settlement) -> None:
        """A value has a source for each telling of a document that cites it, however often."""
        concerned = {e.citation.telling_id for e in self.entered} | {c.telling_id for c in self.withdrawn}
        before: Counter[tuple[Key, int]] = Counter()
        if told_before := concerned - self.new_tellings:
            cited = Citation.objects.live().filter(telling__in=told_before, reading__isnull=False)
            for value, telling in cited.values_list("value_id", "telling_id"):
                before[settlement.key_of[value], telling] += 1
        after = before.copy()
        after.update((e.key, e.citation.telling_id) for e in self.entered if e.citation.reading_id)
        after.subtract((settlement.key_of[c.value_id], c.telling_id) for c in self.withdrawn if c.reading_id)
        for key, telling in before.keys() | after.keys():
            settlement.values[key].sources += (after[key, telling] > 0) - (before[key, telling] > 0)

    def _hear_officers(self, settlement: Settlement) -> None:
        """The last word of an officer that stands decides the standing of a value."""
        if taken_back := [c for c in self.withdrawn if c.entry_id]:
            left = Citation.objects.live().filter(value__in={c.value_id for c in taken_back}, entry__isnull=False)
            left = left.exclude(pk__in=[c.pk for c in taken_back]).order_by("pk")
            last_word = dict(left.values_list("value_id", "says"))
            for citation in taken_back:
                settlement.decide(settlement.key_of[citation.value_id], last_word.get(citation.value_id))
        for entered in self.entered:
            if entered.citation.entry_id:
                settlement.decide(entered.key, entered.citation.says)
