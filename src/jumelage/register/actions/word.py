"""An officer's word on values that stand in the register: what confirming and rejecting have in common."""

from jumelage.register.fields import FIELDS, RECORD, Field
from jumelage.register.ledger import Ledger
from jumelage.register.models import Citation, Entity, Passage, Record, Value
from jumelage.vocabulary.names import NameForm


class Outdated(Exception):
    """The record has changed since the officer saw it; they should look again before they decide."""


class NothingToSay(Exception):
    """What was asked for is so already."""


def check_version(record: Record, seen: int) -> None:
    if record.version != seen:
        raise Outdated(f"{record} has changed since you opened it: look at it again, then decide.")


class Word:
    """Speaks on values of one record in one ledger."""

    def __init__(self, ledger: Ledger, record: Record) -> None:
        self.ledger = ledger
        self.record = record
        self.first_telling = record.tellings.earliest("pk")

    def on_record(self, *, says: bool) -> None:
        """On the record as a whole."""
        self.ledger.enter(self.first_telling, RECORD, "true", says=says)

    def on(self, value: Value, *, says: bool) -> None:
        """On one value, for the telling that said it first."""
        cited = value.citations.live().select_related("telling", "refers_to").order_by("pk").first()
        telling, refers_to = (cited.telling, cited.refers_to) if cited else (self.first_telling, None)
        field = FIELDS[self.record.kind].get(value.field, RECORD)
        if says and not field.many:
            self._take_back_choices(value.field, value)
        self.ledger.enter(telling, field, value.text, refers_to=refers_to, says=says)

    def say(
        self,
        field: Field,
        text: str = "",
        *,
        entity: Entity | None = None,
        passage: Passage | None = None,
        worked_out: str = "",
        form: NameForm | None = None,
    ) -> None:
        """A value that the officer gives, whether or not anybody has said it before."""
        if not field.many:
            self._take_back_choices(field.name)
        refers_to = entity.record.tellings.earliest("pk") if entity else None
        self.ledger.enter(
            self.first_telling, field, text, refers_to=refers_to, passage=passage, worked_out=worked_out, form=form
        )

    def _take_back_choices(self, field: str, apart_from: Value | None = None) -> None:
        """Of a field with one value only one can be the officers' choice."""
        others = Citation.objects.live().filter(
            value__record=self.record, value__field=field, says=True, entry__isnull=False
        )
        self.ledger.withdraw(others.exclude(value=apart_from).select_related("value"))
