"""A list of twinnings, as a reading of the file: so that every value cites its row."""

from collections import defaultdict
from dataclasses import dataclass, field

from jumelage.exchange.places import Listed, listed
from jumelage.exchange.rows import Row, rows_of
from jumelage.formats import SourceDocument
from jumelage.vocabulary.claims import Passage, Twinning
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import TwinningKind
from jumelage.vocabulary.reading import Reading

SIDES = (
    (("party_a", "country_a"), ("party_b", "country_b")),
    (("city", "china"), ("w_city", "w_country")),
)
"""The columns of the two parties, name and country, in the lists we know; a column that is missing says nothing."""
SINCE = ("since", "qzsj", "jhsj")
UNTIL = ("until",)


@dataclass(slots=True)
class ListRead:
    """What a list says, how many rows it has, and what is wrong with some of them, all at once."""

    reading: Reading
    rows: int = 0
    errors: list[str] = field(default_factory=list)


def read_list(source: SourceDocument) -> ListRead:
    """Rows that tell of the same two places are one twinning. `NoList` where the file is no list."""
    entities: dict[EntityId, Entity] = {}
    ids: dict[str, EntityId] = {}
    told: dict[tuple[EntityId, ...], list[Row]] = defaultdict(list)
    outcome = ListRead(Reading(source.name))

    def known(place: Listed) -> EntityId:
        key = ids.setdefault(place.key, EntityId(f"e{len(ids) + 1}"))
        entities.setdefault(key, place.entity)
        return key

    for row in rows_of(source.text):
        outcome.rows += 1
        try:
            one, other = (known(place) for place in _parties(row))
            _date(row, SINCE)
            _date(row, UNTIL)
        except ValueError as error:
            outcome.errors.append(f"row {row.number}: {error}")
        else:
            told[tuple(sorted((one, other)))].append(row)
    claims = tuple(_twinning(parties, rows) for parties, rows in told.items())
    outcome.reading = Reading(source.name, entities=entities, claims=claims)
    return outcome


def _parties(row: Row) -> tuple[Listed, Listed]:
    for side in SIDES:
        (one, its_country), (other, others_country) = side
        if row.cells.get(one) and row.cells.get(other):
            home = row.cells.get(its_country, "CN" if its_country == "china" else "")
            return listed(row.cells[one], home), listed(row.cells[other], row.cells.get(others_country, ""))
    raise ValueError("a party is missing")


def _date(row: Row, columns: tuple[str, ...]) -> Edtf | None:
    written = next((row.cells[name] for name in columns if row.cells.get(name)), None)
    return Edtf(written) if written else None


def _twinning(parties: tuple[EntityId, ...], rows: list[Row]) -> Twinning:
    return Twinning(
        kind=TwinningKind.SISTER,
        parties=parties,
        since=next((date for row in rows if (date := _date(row, SINCE))), None),
        until=next((date for row in rows if (date := _date(row, UNTIL))), None),
        evidence=tuple(Passage(row.start, row.end) for row in rows),
    )
