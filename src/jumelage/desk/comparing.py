"""Two records side by side, for officers to say whether they are the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Cell, posts_cells
from jumelage.desk.statements import Statement, meant_on, statement_of
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import FIELD
from jumelage.register.models import Record
from jumelage.register.queries import Evidence, Line, compare, glances_of, sheets_of
from jumelage.vocabulary.kinds import EntityType


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two records; `posts` are those that a person holds or held."""

    record: Record
    title: str
    address: str
    when: str
    posts: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """What both records show in a field; `evidence` is "for", "against" or "neither"."""

    label: str | Promise
    cells: tuple[Sequence[Statement], Sequence[Statement]]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Pair:
    sides: tuple[Side, Side]
    rows: Sequence[Row]

    @property
    def speaks_for(self) -> Sequence[str | Promise]:
        return [row.label for row in self.rows if row.evidence is Evidence.FOR]

    @property
    def speaks_against(self) -> Sequence[str | Promise]:
        return [row.label for row in self.rows if row.evidence is Evidence.AGAINST]


def pair_of(one: Record, other: Record, language: str) -> Pair:
    """As many queries for much as for little."""
    sheets = sheets_of([one, other])
    meant = meant_on(sheets.values(), language)
    glances = glances_of([one.pk, other.pk], language)
    posts = posts_cells(glances, language) if one.kind == EntityType.PERSON else {}

    def side(record: Record) -> Side:
        glance = glances[record.pk]
        address = record_address(record.kind, record.pk)
        return Side(glance.record, title_of(glance), address, when(glance), posts.get(record.pk, ()))

    def cell(record: Record, lines: Sequence[Line]) -> Sequence[Statement]:
        return [statement_of(record, line, meant) for line in lines]

    compared = compare(one.kind, sheets[one.pk], sheets[other.pk])
    rows = [Row(FIELD[c.field], (cell(one, c.one), cell(other, c.other)), c.evidence) for c in compared]
    return Pair((side(one), side(other)), rows)
