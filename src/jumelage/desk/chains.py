"""What led to what, as the pages of records show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from jumelage.commitments.chain import chain_of
from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Piece
from jumelage.desk.titles import title_of, when
from jumelage.register.fields import FIELDS
from jumelage.register.queries import glances_of

LEADING = tuple(kind for kind, fields in FIELDS.items() if "led_to" in fields)
"""The kinds of record that may lead to others."""


@dataclass(frozen=True, slots=True)
class LinkView:
    earlier: Piece
    later: Piece


@dataclass(frozen=True, slots=True)
class Option:
    pk: int
    title: str
    when: str


def links_of(record: int, language: str) -> list[LinkView]:
    links = chain_of(record)
    glances = glances_of((pk for link in links for pk in (link.earlier, link.later)), language)
    pieces = {pk: Piece(title_of(one), record_address(one.record.kind, pk)) for pk, one in glances.items()}
    return [
        LinkView(pieces[link.earlier], pieces[link.later])
        for link in links
        if link.earlier in pieces and link.later in pieces
    ]


def options_of(records: Iterable[int], language: str) -> list[Option]:
    """Records to choose from, in the order given."""
    return [Option(pk, title_of(glance), when(glance)) for pk, glance in glances_of(records, language).items()]
