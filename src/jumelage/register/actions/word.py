"""An officer's word on values that stand in the register: what confirming, rejecting and correcting have in common."""

from collections import defaultdict

from jumelage.register.fields import FIELDS, RECORD, Field, Holds
from jumelage.register.ledger import Ledger
from jumelage.register.models import Citation, Entity, Passage, Record, Telling, Value
from jumelage.vocabulary.names import NameForm

Said = str | Entity | NameForm
"""What an officer gives for a value: a text as the interchange format writes it, an entity, or a form of a name."""


class Outdated(Exception):
    """The record has changed since the officer saw it; they should look again before they decide."""


class NothingToSay(Exception):
    """What was asked for is so already."""


def check_version(record: Record, seen: int) -> None:
    if record.version != seen:
        raise Outdated(f"{record} has changed since you opened it: look at it again, then decide.")


class Word:
    """Speaks on values of some records in one ledger. Two queries, however many records and values."""

    def __init__(self, ledger: Ledger, *records: Record) -> None:
        self.ledger = ledger
        self.kind_of = {record.pk: record.kind for record in records}
        tellings = Telling.objects.filter(record__in=self.kind_of).order_by("-pk")
        self.first_telling = {telling.record_id: telling for telling in tellings}
        self.first_citation: dict[int, Citation] = {}
        self.sentence: dict[int, Passage] = {}
        self.choices: dict[tuple[int, str], list[Citation]] = defaultdict(list)
        cited = Citation.objects.live().filter(value__record__in=self.kind_of).order_by("pk")
        for citation in cited.select_related("value", "telling", "refers_to", "passage"):
            self.first_citation.setdefault(citation.value_id, citation)
            if citation.reading_id and citation.passage:
                self.sentence.setdefault(citation.value_id, citation.passage)
            if citation.entry_id and citation.says:
                self.choices[citation.value.record_id, citation.value.field].append(citation)

    def on_record(self, record: Record, *, says: bool) -> None:
        """On a record as a whole."""
        self.ledger.enter(self.first_telling[record.pk], RECORD, "true", says=says)

    def on(self, value: Value, *, says: bool) -> None:
        """On one value, for the telling that said it first."""
        cited = self.first_citation.get(value.pk)
        telling, refers_to = (cited.telling, cited.refers_to) if cited else (self.first_telling[value.record_id], None)
        field = FIELDS[self.kind_of[value.record_id]].get(value.field, RECORD)
        if says and not field.many:
            self._take_back_choices(value.record_id, value.field, value)
        self.ledger.enter(telling, field, value.text, refers_to=refers_to, says=says)

    def say(
        self, record: Record, name: str, said: Said, *, passage: Passage | None = None, worked_out: str = ""
    ) -> None:
        """A value that the officer gives, whether or not anybody has said it before.

        ValueError where the field can't hold it.
        """
        field = FIELDS[record.kind][name]
        text, entity, form = _parts(field, said)
        if not field.many:
            self._take_back_choices(record.pk, name)
        refers_to = entity.record.tellings.earliest("pk") if entity else None
        telling = self.first_telling[record.pk]
        self.ledger.enter(telling, field, text, refers_to=refers_to, passage=passage, worked_out=worked_out, form=form)

    def replace(self, record: Record, value: Value, by: Said) -> None:
        """Rejects a value and gives another for it, which keeps the sentence that the old one was read from."""
        self.on(value, says=False)
        was = value.entity or value.text
        self.say(record, value.field, by, passage=self.sentence.get(value.pk), worked_out=f"corrected from {was}")

    def _take_back_choices(self, record: int, field: str, apart_from: Value | None = None) -> None:
        """Of a field with one value only one can be the officers' choice."""
        kept = apart_from.pk if apart_from else None
        self.ledger.withdraw(c for c in self.choices[record, field] if c.value_id != kept)


def _parts(field: Field, said: Said) -> tuple[str, Entity | None, NameForm | None]:
    """The text, the entity and the form that stand for what is said in a field."""
    if isinstance(said, Entity):
        if field.holds is not Holds.ENTITY:
            raise ValueError(f"{field.name!r} refers to no entity")
        return "", said, None
    if isinstance(said, NameForm) or field.name == "names":
        form = said if isinstance(said, NameForm) else NameForm(said.strip())
        field.parse(form.text)
        return form.text, None, form
    field.parse(said)
    return said.strip(), None, None
