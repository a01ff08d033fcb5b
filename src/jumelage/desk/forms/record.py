"""The form of one record, whatever its kind: what stands in each field, and room for more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from dataclasses import field as field_of

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.desk.forms.dates import date_to_type
from jumelage.desk.forms.inputs import LANGUAGES_OF, WITHIN, LookupInput, NameInput, input_for
from jumelage.desk.forms.lookup import Candidate, labels_of, meant
from jumelage.desk.periods import period_in_words
from jumelage.desk.words import FIELD, KIND
from jumelage.register.actions import Correction, Said
from jumelage.register.fields import ENTITY_TYPES, FIELDS, OFFICERS_FIELDS, Field, Holds
from jumelage.register.models import Entity, Record, Value
from jumelage.register.queries import homes_of, references_of, twinnings_between
from jumelage.vocabulary.claims import CLAIM_TYPES
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.names import NameForm, Script, script_of
from jumelage.vocabulary.periods import Period

BLANKS = 2
"""Empty inputs that follow what stands in a field with many values."""
MOST_BLANKS = 40
TWO_SIDES = ("twinning", "agreement")
"""The kinds of record that make sense only with two parties."""


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity that the register does not know yet, to be entered with the record that refers to it."""

    kind: str
    name: str

    @property
    def form(self) -> NameForm:
        return NameForm(self.name, "zh" if script_of(self.name) is Script.HAN else "und")


Changed = tuple[str, Value | None, Said | NewEntity | None]
"""A field, the value that stood in it, if any, and what is to stand there, if anything."""


@dataclass(slots=True)
class Slot:
    """One input: its name in the form, the value that stands there, if any."""

    name: str
    value: Value | None = None


@dataclass(slots=True)
class Group:
    """The inputs of one field, and the questions which record is meant by what was typed in them."""

    form: "RecordForm"
    field: Field
    label: str | Promise
    values: Sequence[Value] = ()
    slots: list[Slot] = field_of(default_factory=list)

    @property
    def inputs(self) -> list[forms.BoundField]:
        return [self.form[slot.name] for slot in self.slots]

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self.form[name] for slot in self.slots if (name := f"{slot.name}-meant") in self.form.fields]

    @property
    def several(self) -> bool:
        """Whether there is more to it than one input with a label."""
        return self.at_once or len(self.slots) > 1

    @property
    def at_once(self) -> bool:
        """Whether one input holds all values of the field."""
        return self.field.many and (self.field.holds is Holds.CHOICE or self.field.name in LANGUAGES_OF)


class RecordForm(forms.Form):
    """A form for a new record of a kind, or for one that is there.

    `given` fills a new record's inputs: for each field labels or texts. Every input carries what it was filled with, so
    that what the officer has changed is known even where the record has changed since.
    """

    def __init__(
        self,
        kind: str,
        record: Record | None = None,
        data: QueryDict | None = None,
        given: Mapping[str, Sequence[str]] | None = None,
        blanks: int = BLANKS,
    ) -> None:
        super().__init__(data)
        self.kind, self.record, self.language = kind, record, get_language() or "en"
        self.blanks = min(blanks, MOST_BLANKS)
        self.meant: dict[str, int] = {}
        self.unclear: dict[str, list[Candidate]] = {}
        standing = _standing(record)
        self.groups = [
            self._group(field, standing.get(field.name, []), (given or {}).get(field.name, ()))
            for field in FIELDS[kind].values()
        ]
        self._fill(standing)
        if data is not None:
            self._ask_what_is_meant(data)

    @property
    def main(self) -> list[Group]:
        """The fields that documents are read for; all of them, where documents are read for none."""
        more = {group.field.name for group in self.more}
        return [group for group in self.groups if group.field.name not in more]

    @property
    def more(self) -> list[Group]:
        """The fields that stand in the papers themselves or in the books of the desk."""
        own = {field.name for field in OFFICERS_FIELDS.get(self.kind, ())} if self.kind in CLAIM_TYPES else set()
        return [group for group in self.groups if group.field.name in own]

    @property
    def more_in_use(self) -> bool:
        """Whether any of these holds something, or is to be looked at."""
        names = [slot.name for group in self.more for slot in group.slots]
        return any(self[name].value() or self[name].errors for name in names)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        for group in self.groups:
            for slot in group.slots:
                if isinstance(self.fields[slot.name], LookupInput) and cleaned.get(slot.name):
                    self._resolve(slot.name, str(cleaned[slot.name]))
        for group in self.groups:
            given = [slot.name for slot in group.slots if self.cleaned_data.get(slot.name) not in (None, "", [], False)]
            failed = any(slot.name in self.errors for slot in group.slots)
            if len(given) < _needed(self.kind, group.field) and not failed:
                two = _needed(self.kind, group.field) > 1
                missing = next((slot.name for slot in group.slots if slot.name not in given), group.slots[0].name)
                self.add_error(missing, _("Two are needed here.") if two else _("This is needed."))
        return self.cleaned_data

    def corrections(self) -> list[Changed]:
        """What the officer changed; all that was filled in, where the record is new."""
        changed = set(self.changed_data if self.record else self.fields)
        found: list[Changed] = []
        for group in self.groups:
            if group.at_once:
                found += self._several(group) if group.slots[0].name in changed else []
                continue
            for slot in group.slots:
                if slot.name in changed or f"{slot.name}-meant" in changed:
                    found += self._put(group, slot)
        return found

    def _put(self, group: Group, slot: Slot) -> Iterable[Changed]:
        """What one input puts in the place of what stood there."""
        cleaned = self.cleaned_data.get(slot.name)
        if group.field.name == WITHIN:
            yield from ((WITHIN, value, None) for value in group.values)
            parties = references_of([cleaned])[cleaned]["parties"] if isinstance(cleaned, int) else []
            yield from ((WITHIN, None, party) for party in parties)
            return
        by = self._said(group.field, cleaned)
        if by is not None or slot.value:
            yield group.field.name, slot.value, by

    def _group(self, field: Field, values: Sequence[Value], given: Sequence[str]) -> Group:
        group = Group(self, field, FIELD[field.name], values)
        person = self.kind == "person"
        if group.at_once or not field.many or field.name == WITHIN:
            self._add(group, f"{field.name}-0", values[0] if values and not field.many else None)
            if given:
                self.initial[f"{field.name}-0"] = list(given) if group.at_once else given[0]
            return group
        for value in values:
            self._add(group, f"{field.name}-{value.pk}", value)
        for number in range(len(given) + self.blanks):
            name = f"{field.name}-new{number}"
            self._add(group, name, None, NameInput(person=person) if field.holds is Holds.NAME else None)
            if number < len(given):
                self.initial[name] = given[number]
        return group

    def _add(self, group: Group, name: str, value: Value | None, own: forms.Field | None = None) -> None:
        made = own or input_for(self.kind, group.field)
        made.label = str(group.label)
        made.show_hidden_initial = self.record is not None
        made.widget.attrs |= {"aria-label": made.label} if group.several or group.field.many else {}
        if isinstance(made, LookupInput):
            made.suggest(name)
        self.fields[name] = made
        group.slots.append(Slot(name, value))

    def _fill(self, standing: Mapping[str, Sequence[Value]]) -> None:
        """What stands in the register, as it can be typed again."""
        values = [value for of_field in standing.values() for value in of_field]
        homes = homes_of(int(v.text) for v in values if FIELDS[self.kind][v.field].holds is Holds.RECORD)
        keys = {v.pk: v.entity_id or homes.get(int(v.text) if v.text.isdecimal() else 0) for v in values}
        labels = labels_of((key for key in keys.values() if key), self.language)
        for group in self.groups:
            if group.at_once and group.values:
                self.initial[group.slots[0].name] = [value.text for value in group.values]
            if group.field.name == WITHIN and (
                holding := twinnings_between([v.entity_id for v in group.values if v.entity_id])
            ):
                self.initial[group.slots[0].name] = labels_of(holding[:1], self.language)[holding[0]]
            for slot in group.slots:
                if slot.value:
                    self.initial[slot.name] = _typed(group.field, slot.value, labels.get(keys[slot.value.pk] or 0, ""))

    def _ask_what_is_meant(self, data: QueryDict) -> None:
        """Where a name may mean several records or none, a choice beside it asks which."""
        for name, made in list(self.fields.items()):
            typed = data.get(name, "").strip()
            if not isinstance(made, LookupInput) or not typed or typed == data.get(f"initial-{name}"):
                continue
            found = meant(typed, made.kinds, self.language)
            if isinstance(found, int):
                self.meant[name] = found
                continue
            self.unclear[name] = found
            new = [kind for kind in made.kinds if kind in ENTITY_TYPES and "№" not in typed]
            self.fields[f"{name}-meant"] = forms.ChoiceField(
                required=False,
                label=_("Which one is meant by “%(name)s”?") % {"name": typed},
                choices=[
                    ("", "–"),
                    *((str(candidate.key), candidate.label) for candidate in found),
                    *((kind, _("A new one: %(kind)s") % {"kind": KIND[kind]}) for kind in new),
                ],
            )

    def _resolve(self, name: str, typed: str) -> None:
        """Puts what is meant in the place of the name that was typed."""
        made = self.fields[name]
        assert isinstance(made, LookupInput)  # noqa: S101  only those are resolved
        if typed == self.data.get(f"initial-{name}"):
            return
        chosen = self.data.get(f"{name}-meant", "")
        if chosen in made.kinds and chosen in ENTITY_TYPES:
            self.cleaned_data[name] = NewEntity(chosen, typed)
        elif chosen.isdecimal() and int(chosen) in {candidate.key for candidate in self.unclear.get(name, ())}:
            self.cleaned_data[name] = int(chosen)
        elif name in self.unclear:
            self.add_error(name, _("Choose below which one is meant."))
        else:
            self.cleaned_data[name] = self.meant[name]

    def _several(self, group: Group) -> Iterable[Changed]:
        wanted = set(self.cleaned_data[group.slots[0].name])
        standing = {value.text: value for value in group.values}
        yield from ((group.field.name, value, None) for text, value in standing.items() if text not in wanted)
        yield from ((group.field.name, None, text) for text in sorted(wanted - standing.keys()))

    def _said(self, field: Field, cleaned: object) -> Said | NewEntity | None:
        """A cleaned value as the register's actions take it; None where nothing is to stand there."""
        if cleaned in (None, "", False):
            return None
        if isinstance(cleaned, NewEntity | NameForm):
            return cleaned
        if field.holds is Holds.ENTITY and isinstance(cleaned, int):
            return Entity.objects.select_related("record").get(pk=cleaned)
        if cleaned is True:
            return "true"
        return f"{cleaned:.15g}" if isinstance(cleaned, float) else str(cleaned)


def as_corrections(changes: Iterable[Changed], entered: Mapping[NewEntity, Entity]) -> list[Correction]:
    """The changes of a form, once the new entities among them have been entered."""
    return [Correction(field, value, entered[by] if isinstance(by, NewEntity) else by) for field, value, by in changes]


def _standing(record: Record | None) -> dict[str, list[Value]]:
    """The values that a record shows, by field."""
    found: dict[str, list[Value]] = {}
    if record:
        for value in record.values.current().order_by("pk"):
            if value.field in FIELDS[record.kind]:
                found.setdefault(value.field, []).append(value)
    return found


def _typed(field: Field, value: Value, label: str) -> str | bool:
    """A value that stands in the register, as it can be typed again."""
    if field.holds in (Holds.ENTITY, Holds.RECORD):
        return label
    if field.holds is Holds.DATE:
        return date_to_type(Edtf(value.text))
    if field.holds is Holds.PERIOD:
        return period_in_words(Period(value.text))
    return value.text == "true" if field.holds is Holds.FLAG else value.text


def _needed(kind: str, field: Field) -> int:
    """How many values a field must have."""
    if kind in TWO_SIDES and field.name == "parties":
        return 2
    told = {f.name for f in fields(CLAIM_TYPES[kind]) if f.default is MISSING} if kind in CLAIM_TYPES else set()
    return 1 if field.deciding or field.name in told else 0
