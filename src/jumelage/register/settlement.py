"""What follows from what was said: which values records show, their standing, and their typed columns."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import models as db

from jumelage.register import choice
from jumelage.register.fields import ENTITY_TYPES, FIELDS, RECORD, Holds
from jumelage.register.keys import key_of
from jumelage.register.matching.names import sound_of
from jumelage.register.models import DETAILS, Change, Details, Entity, LogEntry, NameForm, Record, Standing, Value
from jumelage.register.rows import insert, new_row
from jumelage.vocabulary import names

Key = tuple[int, str, str, int | None]
"""A value: its record, its field, its text, the record of the entity it refers to."""

Sheet = Mapping[str, list[Value]]
"""All values of one record, by field, in the order in which they were first said."""

_FieldState = tuple[str, int | None, str, bool]
"""A value in its field: its text, its entity, its standing, whether it is current."""

EMPTY: Mapping[Holds, object] = {Holds.DATE: None, Holds.NUMBER: None, Holds.FLAG: False, Holds.PERIOD: None}


class Settlement:
    """The records concerned with all their values, brought up to date in memory and then saved."""

    def __init__(self, concerned: Iterable[int], new: Mapping[int, Record], *, in_parts: bool = False) -> None:
        self.new = new
        self.in_parts = in_parts
        known = set(concerned) - new.keys()
        self.records = {**Record.objects.in_bulk(known), **new}
        self.values = {_key(v): v for v in Value.objects.filter(record__in=known).order_by("pk")}
        self.key_of = {value.pk: key for key, value in self.values.items()}
        self.stored = {key: _state(value) for key, value in self.values.items()}
        self.forms: dict[Key, names.NameForm] = {}
        self.sheets: dict[int, dict[str, list[Value]]] = {pk: defaultdict(list) for pk in self.records}
        for value in self.values.values():
            self.sheets[value.record_id][value.field].append(value)
        self.fields_before = self._fields()
        self.shown_before = {pk: _shown(self.records[pk], self.sheets[pk]) for pk in known}

    def open_value(self, key: Key, form: names.NameForm | None) -> None:
        """Makes room for a value, unless it was said before."""
        if key not in self.values:
            record, field, text, entity = key
            self.values[key] = new_row(Value, record_id=record, field=field, text=text, entity_id=entity)
            self.sheets[record][field].append(self.values[key])
            if form:
                self.forms[key] = form

    def decide(self, key: Key, says: bool | None) -> None:
        """An officer's last word on a value; None where there is none."""
        self.values[key].standing = {True: Standing.CONFIRMED, False: Standing.REJECTED, None: Standing.PROPOSED}[says]

    def log(self, entry: LogEntry) -> None:
        """Keeps what an officer's entry changed, before and after."""
        after = self._fields()
        come, gone = self._come_and_gone()
        changed = sorted(
            place
            for place in self.fields_before.keys() | after.keys()
            if self.fields_before.get(place) != after.get(place) and place[0] not in come | gone
        )
        entities = {v.entity_id for v in self.values.values() if v.entity_id}
        names = dict(Entity.objects.filter(pk__in=entities).values_list("pk", "name"))

        def readable(states: Iterable[_FieldState]) -> list[dict[str, Any]]:
            return [
                {"value": names[entity] if entity else text, "standing": standing, "current": current}
                for text, entity, standing, current in states
            ]

        fields = [
            new_row(
                Change,
                entry_id=entry.pk,
                record_id=record,
                field=field,
                before=readable(self.fields_before.get((record, field), ())),
                after=readable(after.get((record, field), ())),
            )
            for record, field in changed
        ]
        there = readable([("true", None, str(Standing.PROPOSED), True)])
        whole = [
            new_row(Change, entry_id=entry.pk, record_id=pk, field=RECORD.name, before=[], after=there)
            for pk in sorted(come)
        ]
        whole += [
            new_row(Change, entry_id=entry.pk, record_id=pk, field=RECORD.name, before=there, after=[])
            for pk in sorted(gone)
        ]
        insert(fields + whole)

    def _come_and_gone(self) -> tuple[set[int], set[int]]:
        """The records that a list brings, and those that go with it: of these no more than that is logged."""
        if not self.in_parts:
            return set(), set()
        gone = {pk for pk, record in self.records.items() if record.standing == Standing.WITHDRAWN}
        return set(self.new), gone - self.new.keys()

    def _fields(self) -> dict[tuple[int, str], list[_FieldState]]:
        """What stands in each field: every value that somebody says, or that an officer has spoken on."""
        fields: dict[tuple[int, str], list[_FieldState]] = defaultdict(list)
        for value in self.values.values():
            if value.sources or value.standing != Standing.PROPOSED:
                state = (value.text, value.entity_id, str(value.standing), value.current)
                fields[value.record_id, value.field].append(state)
        return fields

    def save(self) -> None:
        for pk, record in self.records.items():
            staged = self.in_parts and record.standing == Standing.STAGED
            settle(record, self.sheets[pk])
            if staged and record.standing == Standing.PROPOSED:
                record.standing = Standing.STAGED
        changed = self._save_values()
        shown = {pk: _shown(record, self.sheets[pk]) for pk, record in self.records.items()}
        changed |= {pk for pk, before in self.shown_before.items() if shown[pk] != before}
        self._save_records(changed - self.new.keys())
        self._save_details({pk: columns for pk, (_, _, columns) in shown.items()})

    def _save_values(self) -> set[int]:
        """Saves new and changed values; returns the records that show something else, or have more to show."""
        new = {key: value for key, value in self.values.items() if key not in self.stored}
        insert(list(new.values()))
        if self.forms:
            insert([_form(new[key], form, self.records[key[0]].kind) for key, form in self.forms.items()])
        more_sources: dict[int, list[int]] = defaultdict(list)
        moved = []
        for key, (standing, current, sources) in self.stored.items():
            value = self.values[key]
            if (value.standing, value.current) != (standing, current):
                moved.append(value)
            elif value.sources != sources:
                more_sources[value.sources - sources].append(value.pk)
        if moved:
            Value.objects.bulk_update(moved, ["standing", "current", "sources"], batch_size=100)
        for more, pks in more_sources.items():
            Value.objects.filter(pk__in=pks).update(sources=db.F("sources") + more)
        return {value.record_id for value in (*new.values(), *moved)}

    def _save_records(self, changed: Collection[int]) -> None:
        """A known record has a new version where it changed; new ones are as they were opened, mostly."""
        if changed:
            Record.objects.filter(pk__in=changed).update(version=db.F("version") + 1)
        opened = dict.fromkeys(self.new, (Standing.STAGED if self.in_parts else Standing.PROPOSED, False))
        before = opened | {pk: shown[:2] for pk, shown in self.shown_before.items()}
        judged = [r for pk, r in self.records.items() if (r.standing, r.disputed) != before[pk]]
        if judged:
            Record.objects.bulk_update(judged, ["standing", "disputed"], batch_size=100)

    def _save_details(self, columns_of: Mapping[int, dict[str, str]]) -> None:
        new: dict[type[Details], list[Details]] = defaultdict(list)
        for pk, columns in columns_of.items():
            record = self.records[pk]
            if pk in self.new:
                new[DETAILS[record.kind]].append(_row(record, columns))
            elif columns != self.shown_before[pk][2]:
                _row(record, columns).save(force_update=True)
        for rows in new.values():
            insert(rows)


def settle(record: Record, sheet: Sheet) -> None:
    """Sets what a record shows from everything that was said of it."""
    record.disputed = False
    for name, values in sheet.items():
        shown, disputed = choice.current(FIELDS[record.kind].get(name, RECORD), values)
        record.disputed |= disputed
        for value in values:
            value.current = value in shown
    record.standing = _standing(sheet)


def _standing(sheet: Sheet) -> str:
    for value in sheet.get(RECORD.name, ()):
        if value.standing != Standing.PROPOSED:
            return value.standing
    return Standing.PROPOSED if any(v.current for values in sheet.values() for v in values) else Standing.WITHDRAWN


def _columns(record: Record, sheet: Sheet) -> dict[str, str]:
    """The current value of each field that has a column, as text."""
    columns = {
        field.name: next((v.text for v in sheet.get(field.name, ()) if v.current), "")
        for field in FIELDS[record.kind].values()
        if not field.many and field.holds is not Holds.ENTITY
    }
    return columns | {"name": _best_name(sheet)} if record.kind in ENTITY_TYPES else columns


def _best_name(sheet: Sheet) -> str:
    forms = sheet.get("names", ())
    shown = [v for v in forms if v.current] or forms
    return max(shown, key=lambda v: (v.standing == Standing.CONFIRMED, v.sources)).text if shown else ""


def _row(record: Record, columns: Mapping[str, str]) -> Details:
    fields = FIELDS[record.kind]
    typed = {
        name: EMPTY.get(fields[name].holds, "") if not text else fields[name].parse(text)
        for name, text in columns.items()
        if name in fields
    }
    if "name" in columns:
        typed["name"] = columns["name"]
    return new_row(DETAILS[record.kind], record_id=record.pk, **typed)


def _shown(record: Record, sheet: Sheet) -> tuple[str, bool, dict[str, str]]:
    return (record.standing, record.disputed, _columns(record, sheet))


def _key(value: Value) -> Key:
    return (value.record_id, value.field, value.text, value.entity_id)


def _state(value: Value) -> tuple[str, bool, int]:
    return (value.standing, value.current, value.sources)


def _form(value: Value, form: names.NameForm, kind: str) -> NameForm:
    return new_row(
        NameForm,
        value_id=value.pk,
        entity_id=value.record_id,
        text=form.text,
        folded=key_of(form.text),
        sound=sound_of(kind, form.text),
        language=form.language,
        script=form.script,
        order=form.order or "",
    )
