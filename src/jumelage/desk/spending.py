"""What was spent and what came of it, as the page and the file show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from jumelage.commitments.spending import Spending, Totals
from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Cell, Piece, entities
from jumelage.desk.statements import Source, first_sources
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import KIND
from jumelage.register.models import Cost, Figure, Record
from jumelage.register.queries import glances_of, meant_by, sheets_of


@dataclass(frozen=True, slots=True)
class Row:
    """One cost, result or figure. `by` paid or claims it, `about` and `led_to` are other records."""

    record: Record
    kind: str
    title: str
    address: str
    when: str
    number: str
    unit: str
    by: Cell
    about: Sequence[Piece]
    led_to: Sequence[Piece]
    sources: Sequence[Source]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under one heading. `key` names it in the file."""

    key: str
    heading: str
    note: str
    rows: Sequence[Row]


def parts_of(found: Spending, language: str) -> list[Part]:
    """All parts by one pass: as many queries for much as for little."""
    keys: list[tuple[str, str, str, Sequence[int]]] = [
        ("cost", _("What was spent"), "", found.costs),
        ("result", _("What came of it"), _("papers signed and programmes that run"), found.results),
        ("figure", _("Figures"), _("each is what somebody claims"), found.figures),
        ("visit", _("Visits"), "", found.visits),
        ("undated result", _("No source says when"), _("papers and programmes that may be older"), found.undated),
        ("pledge", _("Only promised"), _("not counted as results"), [one.record for one in found.pledges]),
        ("planned", _("To be signed"), _("not counted as results"), found.planned),
    ]
    rows = _rows((pk for *_words, records in keys for pk in records), language)
    return [
        Part(key, heading, note, [rows[pk] for pk in records if pk in rows]) for key, heading, note, records in keys
    ]


def totals_in_words(totals: Totals) -> list[str]:
    return [f"{amount_in_words(amount)} {currency or _('(no currency)')}" for currency, amount in totals.items()]


def amount_in_words(amount: Decimal) -> str:
    return number_format(amount, decimal_pos=2, force_grouping=True)


def _rows(records: Iterable[int], language: str) -> dict[int, Row]:
    wanted = list(records)
    meant = meant_by(wanted)
    linked = (pk for fields in meant.values() for field in ("about", "led_to") for pk in fields.get(field, ()))
    glances = glances_of([*wanted, *linked], language)
    sheets = sheets_of(glances[pk].record for pk in wanted if pk in glances)

    def pieces(pk: int, field: str) -> list[Piece]:
        others = (glances[other] for other in meant.get(pk, {}).get(field, ()) if other in glances)
        return [Piece(title_of(one), record_address(one.record.kind, one.record.pk)) for one in others]

    rows = {}
    for pk in wanted:
        if pk not in glances:
            continue
        glance = glances[pk]
        number, unit = _number(glance.details)
        rows[pk] = Row(
            record=glance.record,
            kind=str(KIND[glance.record.kind]),
            title=title_of(glance),
            address=record_address(glance.record.kind, pk),
            when=when(glance),
            number=number,
            unit=unit,
            by=entities(glance.references.get("payer", glance.references.get("claimant", ()))),
            about=pieces(pk, "about"),
            led_to=pieces(pk, "led_to"),
            sources=first_sources(sheets[pk]),
        )
    return rows


def _number(details: object) -> tuple[str, str]:
    match details:
        case Cost(amount=Decimal() as amount, currency=currency):
            return str(amount), currency
        case Figure(quantity=float() as quantity, unit=unit):
            return f"{quantity:.15g}", unit
    return "", ""
