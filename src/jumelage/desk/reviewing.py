"""What a document tells, as cards beside its text, for officers to look at one by one."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from jumelage.desk.addresses import PART, SLUGS, record_address
from jumelage.desk.highlighting import Paragraph, marked_paragraphs
from jumelage.desk.statements import Meant, Statement, meant_on, statement_of
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import FIELD, KIND
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.models import Document, Record, Standing
from jumelage.register.queries import Glance, Sheet, Told, glances_of, passages_for, shown_by, told_by


@dataclass(frozen=True, slots=True)
class Shown:
    """What a record shows in one field."""

    label: str | Promise
    statements: Sequence[Statement]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that the document tells, with all that the register shows of it.

    `sure` is the reader's, in percent; names are not weighed, so an entity has none.
    """

    record: Record
    kind: str | Promise
    title: str
    when: str
    address: str
    review_address: str
    edit_address: str
    sure: int | None
    fields: Sequence[Shown]
    passages: Sequence[int]

    @property
    def undecided(self) -> bool:
        return self.record.standing == Standing.PROPOSED


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph of the text with the cards of what it tells first."""

    paragraph: Paragraph
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Desk:
    """One part of a document laid out for review. `named` are the cards of places, organisations and people."""

    stretches: Sequence[Stretch]
    named: Sequence[Card]
    undecided: int
    """In the whole document."""
    all: int


def lay_out(document: Document, text: str, part: int, language: str) -> Desk:
    """As many queries for much as for little."""
    told = told_by(document)
    here = [one for one in told if (part - 1) * PART <= one.start < part * PART]
    cards = _cards(document, here, language)
    paragraphs = marked_paragraphs(document, text, part)
    starts = [paragraph.start for paragraph in paragraphs]
    beside: dict[int, list[Card]] = defaultdict(list)
    named: list[Card] = []
    for one in here:
        if card := cards.get(one.record):
            is_named = one.kind in ENTITY_TYPES or not paragraphs
            (named if is_named else beside[max(0, bisect_right(starts, one.start) - 1)]).append(card)
    return Desk(
        [Stretch(paragraph, beside[n]) for n, paragraph in enumerate(paragraphs)],
        named,
        sum(1 for one in told if one.standing == Standing.PROPOSED),
        len(told),
    )


def _cards(document: Document, told: Iterable[Told], language: str) -> Mapping[int, Card]:
    sure = {one.record: round(one.confidence * 100) for one in told}
    glances = glances_of(sure, language)
    sheets = shown_by(glance.record for glance in glances.values())
    meant, passages = meant_on(sheets.values(), language), passages_for(document, sure)
    return {
        pk: _card(glance, sure[pk], _fields(glance.record, sheets[pk], meant), passages.get(pk, ()))
        for pk, glance in glances.items()
    }


def _fields(record: Record, sheet: Sheet, meant: Meant) -> list[Shown]:
    """What a record shows; flags that are down say nothing."""
    return [
        Shown(FIELD[field], [statement_of(record, line, meant) for line in lines])
        for field, lines in sheet.items()
        if lines[0].value.text != "false"
    ]


def _card(glance: Glance, sure: int, fields: Sequence[Shown], passages: Sequence[int]) -> Card:
    record, place = glance.record, (SLUGS[glance.record.kind], glance.record.pk)
    return Card(
        record=record,
        kind=KIND[record.kind],
        title=title_of(glance),
        when=when(glance),
        address=record_address(record.kind, record.pk),
        review_address=reverse("desk:review", args=place),
        edit_address=reverse("desk:edit", args=place),
        sure=None if record.kind in ENTITY_TYPES else sure,
        fields=fields,
        passages=passages,
    )
