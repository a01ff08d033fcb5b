"""Records at a glance, as lists and titles show them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jumelage.register.models import DETAILS, Details, Entity, Record
from jumelage.register.queries.names import names_in
from jumelage.register.queries.references import references_of


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as readers of one language call it. `original` is the name that most sources use."""

    record: int
    kind: str
    name: str
    original: str


@dataclass(frozen=True, slots=True)
class Glance:
    """A record with its typed columns and whom it refers to, by field; `name` is an entity's own."""

    record: Record
    details: Details
    references: Mapping[str, list[Named]]
    name: str = ""


def glances_of(records: Iterable[int], language: str) -> Mapping[int, Glance]:
    """The records in the order given, in as many queries as there are kinds among them and three more."""
    wanted = list(dict.fromkeys(records))
    found = Record.objects.in_bulk(wanted)
    details = _details(found.values())
    references = references_of(wanted)
    named = {pk: row for pk, row in details.items() if isinstance(row, Entity)}
    named |= {e.pk: e for fields in references.values() for entities in fields.values() for e in entities}
    names = names_in(language, named)
    called = {
        pk: Named(pk, entity.record.kind, names.get(pk, entity.name), entity.name) for pk, entity in named.items()
    }
    return {
        pk: Glance(
            found[pk],
            details[pk],
            {field: [called[e.pk] for e in entities] for field, entities in references.get(pk, {}).items()},
            called[pk].name if pk in called else "",
        )
        for pk in wanted
        if pk in details
    }


def _details(records: Iterable[Record]) -> dict[int, Details]:
    by_table: dict[type[Details], list[int]] = defaultdict(list)
    for record in records:
        by_table[DETAILS[record.kind]].append(record.pk)
    rows: dict[int, Details] = {}
    for table, pks in by_table.items():
        rows |= {row.pk: row for row in table._default_manager.filter(pk__in=pks).select_related("record")}
    return rows
