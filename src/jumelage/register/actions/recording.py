"""How what a source tells is written into the register."""

from collections.abc import Mapping, Sequence

from django.db.models import Min

from jumelage.register.actions.placing import Placing, Thing
from jumelage.register.actions.rereading import Earlier
from jumelage.register.ledger import Ledger
from jumelage.register.models import Judgement, LogEntry, Passage, Reading, Telling, Verdict
from jumelage.register.rows import insert, new_row
from jumelage.register.sayings import SaidOfEntities, Span
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.entities import EntityId


class PassageOutside(ValueError):
    """A reading points outside the text of its document: it is of another document, or of another state of it."""


class Recording:
    """One reading on its way into the register, in one or several parts.

    `entry` is that of the officer who brings a list in: its records stay staged, and what changes is logged.
    """

    def __init__(
        self,
        row: Reading,
        text: str,
        before: Sequence[Earlier] = (),
        *,
        entry: LogEntry | None = None,
        choose_first: bool = False,
    ) -> None:
        self.row = row
        self.text = text
        self.entry = entry
        self.placing = Placing(before, choose_first=choose_first)
        self.passages: dict[Span, Passage] = {(p.start, p.end): p for p in row.document.passages.all()}

    def take(self, entities: SaidOfEntities, claims: Sequence[Claim]) -> None:
        """Writes the next part; what earlier readings told and it does not is taken back, so then there is but one."""
        ledger = Ledger(self.row, self.entry)
        self.placing.place(entities, claims)
        things = self.placing.things
        telling_of = self._open(ledger, things)
        self._enter(ledger, things, telling_of)
        ledger.settle()
        for thing in things:
            thing.before = Earlier(thing.kind, set(thing.cited), telling_of[thing.mark])
            thing.written = True
            self.placing.holder[thing.record] = thing

    def _open(self, ledger: Ledger, things: Sequence[Thing]) -> dict[int, Telling]:
        """The telling of each thing by its mark: from before or new, of a record that was found the same or new."""
        new = [thing for thing in things if thing.record == thing.mark]
        opened = ledger.open_records([thing.kind for thing in new])
        record_of = {thing.mark: record.pk for thing, record in zip(new, opened, strict=True)}
        left = [thing for thing in things if not thing.before]
        for thing in left:
            thing.record = record_of.get(thing.record, thing.record)
        tellings = ledger.open_tellings([t.record for t in left], [t.confidence for t in left])
        now = {thing.mark: telling for thing, telling in zip(left, tellings, strict=True)}
        self._judge(left, now)
        return now | {thing.mark: thing.before.telling for thing in things if thing.before}

    def _judge(self, things: Sequence[Thing], telling_of: Mapping[int, Telling]) -> None:
        """Keeps why new tellings are, or may be, of records that were there, by the first telling of each record."""
        judged = [
            (telling_of[thing.mark], record, verdict, because, self.entry if thing.chosen else None)
            for thing in things
            for record, verdict, because in (
                *([(thing.record, Verdict.SAME, thing.because)] if thing.because else ()),
                *((doubt.record, Verdict.MAYBE, doubt.because) for doubt in thing.doubts),
            )
        ]
        if not judged:
            return
        known = Telling.objects.filter(record__in={record for _, record, *_ in judged}).order_by()
        first_of = dict(known.values_list("record").annotate(Min("pk")))
        Judgement.objects.bulk_create(
            Judgement(left_id=first_of[record], right_id=telling.pk, verdict=verdict, because=because, entry=entry)
            for telling, record, verdict, because, entry in judged
        )

    def _enter(self, ledger: Ledger, things: Sequence[Thing], telling_of: Mapping[int, Telling]) -> None:
        self._open_passages(things)
        for thing in things:
            known = thing.before.cited if thing.before else set()
            for cited, saying in thing.cited.items():
                if cited not in known:
                    ledger.enter(
                        telling_of[thing.mark],
                        saying.field,
                        saying.text,
                        refers_to=self._meant(saying.entity, telling_of) if saying.entity else None,
                        passage=self.passages[cited[1]] if cited[1] else None,
                        worked_out=saying.worked_out,
                        form=saying.form,
                    )
        now = {thing.before.telling.pk: thing.cited for thing in things if thing.before}
        for before in self.placing.before:
            ledger.withdraw(before.obsolete(now.get(before.telling.pk, ())))

    def _meant(self, entity: EntityId, telling_of: Mapping[int, Telling]) -> Telling:
        thing = self.placing.thing_of[entity]
        return thing.before.telling if thing.before else telling_of[thing.mark]

    def _open_passages(self, things: Sequence[Thing]) -> None:
        """A row for every stretch of text that is cited."""
        spans = {span for thing in things for _, span in thing.cited if span}
        new = []
        for start, end in sorted(spans - self.passages.keys()):
            if end > len(self.text):
                raise PassageOutside(
                    f"{self.row.document}: a passage ends at {end}, but the text has {len(self.text)} characters; "
                    "the reading is of another text"
                )
            new.append(
                new_row(Passage, document_id=self.row.document_id, start=start, end=end, quote=self.text[start:end])
            )
        insert(new)
        self.passages |= {(p.start, p.end): p for p in new}
