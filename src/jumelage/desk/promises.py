"""The ledger of promises, as the page and the file show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise as Words
from django.utils.translation import gettext_lazy as _

from jumelage.commitments.promises import Promise, Turn
from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Cell, Piece, entities
from jumelage.desk.dates import in_words
from jumelage.desk.statements import Source, sources_of
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import choices_of
from jumelage.register.models import Commitment, Record
from jumelage.register.queries import Line, glances_of, sheets_of
from jumelage.vocabulary.edtf import Edtf

TURN: MappingProxyType[Turn, str | Words] = MappingProxyType(
    {
        Turn.OVERDUE: _("overdue"),
        Turn.UNANSWERED: _("no date, not answered"),
        Turn.OPEN: _("still to come"),
        Turn.ANSWERED: _("answered"),
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """`said` are the sources of the promise, `answered` those of what became of it."""

    record: Record
    address: str
    action: str
    by: Cell
    towards: Cell
    turn: str
    turn_words: str
    firmness: str
    firm_because: str
    due: str
    told: str
    state: str
    answered_on: str
    led_to: Sequence[Piece]
    said: Sequence[Source]
    answered: Sequence[Source]


def rows_of(promises: Iterable[Promise], language: str) -> list[Row]:
    """In the order given; as many queries for many as for a few."""
    promises = list(promises)
    glances = glances_of((pk for promise in promises for pk in (promise.record, *promise.led_to)), language)
    sheets = sheets_of(glances[promise.record].record for promise in promises if promise.record in glances)
    return [
        Row(
            record=glance.record,
            address=record_address("commitment", promise.record),
            action=glance.details.action if isinstance(glance.details, Commitment) else "",
            by=entities(glance.references.get("by", ())),
            towards=entities(glance.references.get("towards", ())),
            turn=promise.turn.value,
            turn_words=str(TURN[promise.turn]),
            firmness=str(choices_of("commitment", "firmness")[promise.firmness]),
            firm_because=promise.firm_because,
            due=when(glance),
            told=in_words(Edtf(str(promise.told))) if promise.told else "",
            state=str(choices_of("commitment", "state").get(promise.state, "")),
            answered_on=in_words(promise.answered) if promise.answered else "",
            led_to=[
                Piece(title_of(glances[pk]), record_address(glances[pk].record.kind, pk))
                for pk in promise.led_to
                if pk in glances
            ],
            said=_sources(sheets[promise.record].get("action", ())),
            answered=_sources(line for field in ("state", "led_to") for line in sheets[promise.record].get(field, ())),
        )
        for promise in promises
        if (glance := glances.get(promise.record))
    ]


def _sources(lines: Iterable[Line]) -> list[Source]:
    return [source for line in lines if line.value.current for source in sources_of(line)]
