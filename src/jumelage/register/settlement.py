"""What follows from what was said: which values records show, their standing, and their typed columns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from jumelage.register import choice
from jumelage.register.fields import FIELDS, RECORD, Holds
from jumelage.register.models import DETAILS, Change, Details, Entity, LogEntry, NameForm, Record, Standing, Value
from jumelage.vocabulary import names

Key = tuple[int, str, str, int | None]
"""A value: its record, its field, its text, the record of the entity it refers to."""

Sheet = Mapping[str, list[Value]]
"""All values of one record, by field, in the order in which they were first said."""

_FieldState = tuple[str, int | None, str, bool]
"""A value in its field: its text, its entity, its standing, whether it is current."""

EMPTY: Mapping[Holds, object] = {Holds.DATE: None, Holds.NUMBER: None, Holds.FLAG: False}


class Settlement:
    """The records concerned with all their values, brought up to date in memory and then saved."""

    def __init__(self, concerned: Iterable[int], new: Mapping[int, Record]) -> None:
        self.new = new
        known = set(concerned) - new.keys()
        self.records = {**Record.objects.in_bulk(known), **new}
        self.values = {_key(v): v for v in Value.objects.filter(record__in=known).order_by("pk")}
        self.key_of = {value.pk: key for key, value in self.values.items()}
        self.stored = {key: _state(value) for key, value in self.values.items()}
        self.fields_before = self._fields()
        self.forms: dict[Key, names.NameForm] = {}

    def open_value(self, key: Key, form: names.NameForm | None) -> None:
        """Makes room for a value, unless it was said before."""
        if key not in self.values:
            record, field, text, entity = key
            self.values[key] = Value(record_id=record, field=field, text=text, entity_id=entity)
            if form:
                self.forms[key] = form

    def decide(self, key: Key, says: bool | None) -> None:
        """An officer's last word on a value; None where there is none."""
        self.values[key].standing = {True: Standing.CONFIRMED, False: Standing.REJECTED, None: Standing.PROPOSED}[says]

    def log(self, entry: LogEntry) -> None:
        """Keeps what an officer's entry changed, before and after."""
        after = self._fields()
        changed = sorted(
            place
            for place in self.fields_before.keys() | after.keys()
            if self.fields_before.get(place) != after.get(place)
        )
        entities = {v.entity_id for v in self.values.values() if v.entity_id}
        names = dict(Entity.objects.filter(pk__in=entities).values_list("pk", "name"))

        def readable(states: Iterable[_FieldState]) -> list[dict[str, Any]]:
            return [
                {"value": names[entity] if entity else text, "standing": standing, "current": current}
                for text, entity, standing, current in states
            ]

        Change.objects.bulk_create(
            Change(
                entry=entry,
                record_id=record,
                field=field,
                before=readable(self.fields_before.get((record, field), ())),
                after=readable(after.get((record, field), ())),
            )
            for record, field in changed
        )

    def _fields(self) -> dict[tuple[int, str], list[_FieldState]]:
        """What stands in each field: every value that somebody says, or that an officer has spoken on."""
        fields: dict[tuple[int, str], list[_FieldState]] = defaultdict(list)
        for value in self.values.values():
            if value.sources or value.standing != Standing.PROPOSED:
                state = (value.text, value.entity_id, str(value.standing), value.current)
                fields[value.record_id, value.field].append(state)
        return fields

    def save(self) -> None:
        sheets: dict[int, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for value in self.values.values():
            sheets[value.record_id][value.field].append(value)
        rows = _rows(self.records.values(), self.new)
        before = {pk: _shown(record, rows[pk]) for pk, record in self.records.items()}
        for pk, record in self.records.items():
            settle(record, sheets[pk], rows[pk])
        changed = self._save_values() | {pk for pk, r in self.records.items() if before[pk] != _shown(r, rows[pk])}
        self._save_records(changed, rows)

    def _save_values(self) -> set[int]:
        """Saves new and changed values; returns the records that show something else, or have more to show."""
        new = {key: value for key, value in self.values.items() if key not in self.stored}
        Value.objects.bulk_create(new.values())
        NameForm.objects.bulk_create(_form(new[key], form) for key, form in self.forms.items())
        more_sources: dict[int, list[int]] = defaultdict(list)
        moved = []
        for key, (standing, current, sources) in self.stored.items():
            value = self.values[key]
            if (value.standing, value.current) != (standing, current):
                moved.append(value)
            elif value.sources != sources:
                more_sources[value.sources].append(value.pk)
        Value.objects.bulk_update(moved, ["standing", "current", "sources"], batch_size=100)
        for sources, pks in more_sources.items():
            Value.objects.filter(pk__in=pks).update(sources=sources)
        return {value.record_id for value in (*new.values(), *moved)}

    def _save_records(self, changed: Iterable[int], rows: Mapping[int, Details]) -> None:
        known = [pk for pk in changed if pk not in self.new]
        for pk in known:
            self.records[pk].version += 1
            rows[pk].save()
        changed_new = [r for pk, r in self.new.items() if (r.standing, r.disputed) != (Standing.PROPOSED, False)]
        Record.objects.bulk_update(
            [*(self.records[pk] for pk in known), *changed_new], ["standing", "disputed", "version"], batch_size=100
        )
        by_table: dict[type[Details], list[Details]] = defaultdict(list)
        for pk in self.new:
            by_table[type(rows[pk])].append(rows[pk])
        for table, of_table in by_table.items():
            table._default_manager.bulk_create(of_table)


def settle(record: Record, sheet: Sheet, row: Details) -> None:
    """Sets what a record shows from everything that was said of it."""
    fields = FIELDS[record.kind]
    record.disputed = False
    for name, values in sheet.items():
        shown, disputed = choice.current(fields.get(name, RECORD), values)
        record.disputed |= disputed
        for value in values:
            value.current = value in shown
    record.standing = _standing(sheet)
    for name, field in fields.items():
        if not field.many and field.holds is not Holds.ENTITY:
            text = next((v.text for v in sheet.get(name, ()) if v.current), None)
            setattr(row, name, EMPTY.get(field.holds, "") if text is None else field.parse(text))
    if isinstance(row, Entity):
        row.name = _best_name(sheet)


def _standing(sheet: Sheet) -> str:
    for value in sheet.get(RECORD.name, ()):
        if value.standing != Standing.PROPOSED:
            return value.standing
    return Standing.PROPOSED if any(v.current for values in sheet.values() for v in values) else Standing.WITHDRAWN


def _best_name(sheet: Sheet) -> str:
    forms = sheet.get("names", ())
    shown = [v for v in forms if v.current] or forms
    return max(shown, key=lambda v: (v.standing == Standing.CONFIRMED, v.sources)).text if shown else ""


def _rows(records: Iterable[Record], new: Mapping[int, Record]) -> dict[int, Details]:
    by_table: dict[type[Details], list[int]] = defaultdict(list)
    for record in records:
        by_table[DETAILS[record.kind]].append(record.pk)
    rows: dict[int, Details] = {}
    for table, pks in by_table.items():
        rows |= table._default_manager.in_bulk([pk for pk in pks if pk not in new])
        rows |= {pk: table(record_id=pk) for pk in pks if pk in new}
    return rows


def _key(value: Value) -> Key:
    return (value.record_id, value.field, value.text, value.entity_id)


def _state(value: Value) -> tuple[str, bool, int]:
    return (value.standing, value.current, value.sources)


def _shown(record: Record, row: Details) -> tuple[Any, ...]:
    columns = (getattr(row, field.attname) for field in row._meta.concrete_fields)
    return (record.standing, record.disputed, *columns)


def _form(value: Value, form: names.NameForm) -> NameForm:
    return NameForm(
        value=value,
        entity_id=value.record_id,
        text=form.text,
        folded=names.folded(form.text),
        language=form.language,
        script=form.script,
        order=form.order or "",
    )
