"""A list, understood by a mapping: a reading of the file, so that every value cites its row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jumelage.exchange.cells import q_id_in, several_in, value_in
from jumelage.exchange.mapping import HEADINGS
from jumelage.exchange.mapping import Mapping as Columns
from jumelage.exchange.places import Named, PlacesOfAList, bare_name, tidy_name
from jumelage.exchange.rows import Row, Table
from jumelage.register.fields import FIELDS, Field, Holds
from jumelage.register.keys import key_of
from jumelage.vocabulary.claims import CLAIM_TYPES, Claim, Passage
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel, TwinningKind
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading

MOST_ROWS_CITED = 3
"""How many rows are cited for where an entity is and what it is called."""
Span = tuple[int, int]


@dataclass(slots=True)
class Understood:
    """What a list says, and what is wrong with some of its rows, all at once.

    `claim_of` and `entity_of` tell by the number of a row which claim, or which entity of a list of entities, it is;
    `where` has the rows that name an entity, by character offsets.
    """

    reading: Reading
    claim_of: dict[int, int] = field(default_factory=dict)
    entity_of: dict[int, EntityId] = field(default_factory=dict)
    errors: dict[int, str] = field(default_factory=dict)
    where: dict[EntityId, list[Span]] = field(default_factory=lambda: defaultdict(list))


def understand(table: Table, mapping: Columns, *, leave_out: frozenset[int] = frozenset()) -> Understood:
    """Rows that say the same are one claim. Rows whose numbers are in `leave_out` are passed over."""
    return _Understanding(table, mapping, leave_out).run()


class _Understanding:
    def __init__(self, table: Table, mapping: Columns, leave_out: frozenset[int]) -> None:
        self.table = table
        self.mapping = mapping
        self.rows = [row for row in table.rows if row.number not in leave_out]
        self.result = Understood(Reading(table.source.name))
        self.names: dict[EntityId, dict[str, NameForm]] = defaultdict(dict)
        self.entities: dict[EntityId, Entity] = {}
        self.ids: dict[str, EntityId] = {}
        self.places = PlacesOfAList(self._all_places())

    def run(self) -> Understood:
        cited: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        for row in self.rows:
            try:
                if self.mapping.kind in CLAIM_TYPES:
                    cited[tuple(self._claimed(row).items())].append(row)
                else:
                    self.result.entity_of[row.number] = self._entity_row(row)
            except ValueError as error:
                self.result.errors[row.number] = str(error)
        claims = [self._claim(dict(said), rows) for said, rows in cited.items()]
        for number, rows in enumerate(cited.values()):
            self.result.claim_of |= {row.number: number for row in rows}
        self.result.reading = Reading(self.table.source.name, entities=self._named(), claims=tuple(claims))
        return self.result

    def _named(self) -> dict[EntityId, Entity]:
        """The entities with all forms of their names; those of which only wrong rows tell are left out."""
        return {
            key: Entity(
                e.type, tuple(self.names[key].values()), e.level, e.country, e.kind, e.place, e.gazetteer, e.wikidata
            )
            for key, e in self.entities.items()
            if self.result.where[key]
        }

    def _claim(self, said: Mapping[str, Any], rows: Sequence[Row]) -> Claim:
        evidence = tuple(Passage(row.start, row.end) for row in rows)
        return CLAIM_TYPES[self.mapping.kind](evidence=evidence, **said)

    def _claimed(self, row: Row) -> dict[str, Any]:
        """The values of a row by field. ValueError tells everything that is wrong with it."""
        kind = self.mapping.kind
        said: dict[str, Any] = {}
        wrong: list[str] = []
        told: list[EntityId] = []
        for name in CLAIM_TYPES[kind].value_fields():
            of = FIELDS[kind][name]
            try:
                if of.holds is Holds.ENTITY:
                    keys = list(dict.fromkeys(self._referred(row, of)))
                    told += keys
                    value: Any = tuple(keys) if of.many else keys[0] if keys else None
                else:
                    cell = self.mapping.cell(row, name)
                    value = value_in(cell, of, kind) if cell else None
            except ValueError as error:
                wrong.append(str(error))
            else:
                said |= {name: value} if value not in (None, ()) else {}
        wrong += self._lacking(said) if not wrong else []
        if wrong:
            raise ValueError("; ".join(wrong))
        for key in dict.fromkeys(told):
            self.result.where[key].append((row.start, row.end))
        return self._settled(said)

    def _lacking(self, said: Mapping[str, Any]) -> Iterator[str]:
        for part in HEADINGS["needed"][self.mapping.kind]:
            name, _, number = part.partition(" ")
            given = len(said[name]) if isinstance(said.get(name), tuple) else int(name in said)
            if given < int(number or 1):
                yield f"{part} is missing"

    def _settled(self, said: dict[str, Any]) -> dict[str, Any]:
        """What a list leaves out and every record has; a twinning's parties in one order."""
        if self.mapping.kind == "twinning":
            return {**said, "parties": tuple(sorted(said["parties"])), "kind": said.get("kind", TwinningKind.SISTER)}
        return said

    def _referred(self, row: Row, of: Field) -> Iterator[EntityId]:
        """The entities of a field: numbered sides, or those that stand in one cell."""
        numbered = sorted({part for part in self._parts() if part.partition(" ")[0] == of.name and part[-1].isdigit()})
        told: dict[EntityId, str] = {}
        for part in numbered or [of.name]:
            name = self._name_of(row, part)
            for one in several_in(name) if of.many and not numbered else [name]:
                if one:
                    key = self._entity(row, part, one, of.name, namesake_of=told)
                    told[key] = one
                    yield key

    def _name_of(self, row: Row, part: str) -> str:
        """What a side is called; where only the unit is given, that is the side, and a Q-id is better than nothing."""
        aspects = (part, f"{part} within", f"{part} wikidata")
        return next(filter(None, (self.mapping.cell(row, aspect) for aspect in aspects)), "")

    def _parts(self) -> set[str]:
        """The numbered parts without what tells more of them: `parties 1` of `parties 1 country`."""
        parts = set()
        for part in {*self.mapping.columns.values(), *self.mapping.always}:
            words = part.split(" ")
            parts.add(" ".join(words[:2]) if len(words) > 1 and words[1].isdigit() else words[0])
        return parts

    def _entity(self, row: Row, part: str, name: str, referring: str, namesake_of: Mapping[EntityId, str]) -> EntityId:
        """The entity that a side names; a namesake of the other side is another place."""
        place = self._place_named(row, part, name)
        if referring in HEADINGS["refers"]["person"]:
            return self._known(f"person {key_of(name)}", Entity(EntityType.PERSON, (NameForm(name),)), name)
        listed = self.places.find(place)
        if (known := self.ids.get(listed.key)) and (other := namesake_of.get(known)):
            if key_of(bare_name(other)) != key_of(bare_name(name)):
                raise ValueError(f"{other} and {name} are one place")
            listed = self.places.namesake(place, listed)
        is_place = self.mapping.kind == "twinning" or referring in HEADINGS["refers"]["place"]
        if is_place or listed.entity.gazetteer:
            if listed.entity.level is PlaceLevel.COUNTRY and not (place.country or place.wikidata):
                raise ValueError(f"{name} is a country")
            return self._known(listed.key, listed.entity, place.name)
        organisation = Entity(EntityType.ORGANISATION, (NameForm(name),), wikidata=place.wikidata or None)
        return self._known(f"organisation {place.wikidata or key_of(name)}", organisation, name)

    def _entity_row(self, row: Row) -> EntityId:
        """An entity of a list of entities, with all the names in its cell."""
        kind = EntityType(self.mapping.kind)
        names = several_in(self.mapping.cell(row, "names"))
        if not names:
            raise ValueError("names is missing")
        wikidata = q_id_in(self.mapping.cell(row, "wikidata")) or None
        if kind is EntityType.PLACE:
            listed = self.places.find(self._place_named(row, "", names[0]))
            key = self._known(listed.key, listed.entity, names[0])
        else:
            seat = self.mapping.cell(row, "place") if kind is EntityType.ORGANISATION else ""
            place = self._place_in(row, "place", seat) if seat else None
            entity = Entity(
                kind, (NameForm(names[0]),), kind=self.mapping.cell(row, "kind") or None, place=place, wikidata=wikidata
            )
            key = self._known(f"{kind} {wikidata or key_of(names[0])} {place or ''}", entity, names[0])
        for name in names:
            self.names[key].setdefault(name, NameForm(name))
        self.result.where[key].append((row.start, row.end))
        return key

    def _place_in(self, row: Row, part: str, name: str) -> EntityId:
        listed = self.places.find(self._place_named(row, part, name))
        key = self._known(listed.key, listed.entity, name)
        self.result.where[key].append((row.start, row.end))
        return key

    def _place_named(self, row: Row, part: str, name: str) -> Named:
        def told(what: str) -> str:
            return self.mapping.cell(row, f"{part} {what}".strip())

        country = told("country")
        within = told("within")
        point = (told("latitude"), told("longitude"))
        return Named(
            tidy_name(name, country),
            country,
            within if within != name else "",
            told("level"),
            q_id_in(told("wikidata")),
            (float(point[0]), float(point[1])) if all(point) else None,
        )

    def _known(self, key: str, entity: Entity, name: str) -> EntityId:
        if not key_of(name):
            raise ValueError(f"{name!r} is no name")
        if not any(c.isalpha() for c in name):
            raise ValueError(f"{name!r} is a number, no name")
        known = self.ids.setdefault(key, EntityId(f"e{len(self.ids) + 1}"))
        self.entities.setdefault(known, entity)
        self.names[known].setdefault(name, NameForm(name))
        return known

    def _all_places(self) -> Iterator[Named]:
        """Every name that may be a place's, with its country."""
        parts = {part: f"{part} country".strip() for part in self._parts()} | {"names": "country"}
        for row in self.rows:
            for part, of_country in parts.items():
                if name := self.mapping.cell(row, part):
                    country = self.mapping.cell(row, of_country)
                    yield Named(tidy_name(name, country), country)
