"""The inputs of a form, one for each thing that a field of a record may hold."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from babel import Locale
from django import forms
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext_lazy, to_locale

from jumelage.desk.forms.dates import DateInput, PeriodInput
from jumelage.desk.locales import language_in_words
from jumelage.desk.words import choices_of
from jumelage.register.fields import ENTITY_TYPES, KINDS, Field, Holds
from jumelage.vocabulary.names import NameForm, NameOrder

LONGEST = 2_000
LANGUAGES = ("nl", "fr", "de", "en", "zh", "es", "it", "pt", "pl", "ja", "ko", "ru")
"""Languages that partners of twinnings write in, those of the interface first."""
LANGUAGES_OF = ("languages", "authentic")
"""The fields that hold languages."""
JOINT = ","
"""Between several values that are kept in one input."""
WITHIN = "within"
REFERS_TO = MappingProxyType(
    {
        "person": ("person",),
        "head": ("person",),
        "signatories": ("person",),
        "witnesses": ("person", "organisation"),
        "recipient": ("person", "organisation"),
        "place": ("place",),
        "signed_at": ("place",),
        "of": ("organisation", "place"),
        "parties": ("place", "organisation"),
        "stops": ("place", "organisation"),
        "renews": ("agreement",),
        "amends": ("agreement",),
        "suspends": ("agreement",),
        "ends": ("agreement",),
    }
)
"""The kinds of record that a field may refer to; where it is not named, entities or, by key, anything else."""


class NameInput(forms.MultiValueField):
    """A name with its language and, for a person, which part comes first. Cleans to a form of the name, or None."""

    def __init__(self, *, person: bool) -> None:
        languages = [("und", gettext_lazy("language not known")), *((c, language_in_words(c)) for c in LANGUAGES)]
        orders = [
            ("", gettext_lazy("order not known")),
            (NameOrder.SURNAME_FIRST.value, gettext_lazy("surname first")),
            (NameOrder.SURNAME_LAST.value, gettext_lazy("surname last")),
        ]
        parts: list[forms.Field] = [forms.CharField(max_length=LONGEST, required=False)]
        parts.append(forms.ChoiceField(choices=languages, required=False))
        widgets: list[forms.Widget] = [
            forms.TextInput(attrs={"aria-label": gettext_lazy("Name")}),
            forms.Select(choices=languages, attrs={"aria-label": gettext_lazy("Language")}),
        ]
        if person:
            parts.append(forms.ChoiceField(choices=orders, required=False))
            widgets.append(forms.Select(choices=orders, attrs={"aria-label": gettext_lazy("Order")}))
        super().__init__(parts, widget=_Names(widgets), required=False, require_all_fields=False)

    def compress(self, data_list: Sequence[str]) -> NameForm | None:
        if not data_list or not data_list[0].strip():
            return None
        text, language, *order = data_list
        return NameForm(text.strip(), language or "und", NameOrder(order[0]) if order and order[0] else None)

    def has_changed(self, initial: object, data: object) -> bool:  # noqa: ARG002  only new names have this input
        return bool(isinstance(data, list) and data and data[0])


class _Names(forms.MultiWidget):
    def decompress(self, value: object) -> list[str]:
        if isinstance(value, NameForm):
            return [value.text, value.language, str(value.order or "")]
        return ["", "und", ""]


def input_for(kind: str, field: Field) -> forms.Field:
    """The input for one value of a field; for all values of a closed list with many."""
    match field.holds:
        case Holds.DATE:
            return DateInput()
        case Holds.PERIOD:
            return PeriodInput()
        case Holds.FLAG:
            return forms.BooleanField(required=False)
        case Holds.NUMBER:
            return forms.FloatField(required=False, widget=forms.TextInput(attrs={"inputmode": "decimal"}))
        case Holds.ENTITY | Holds.RECORD:
            return LookupInput(kinds_meant(field))
        case Holds.CHOICE if field.many:
            return SeveralInput(choices_of(kind, field.name).items())
        case Holds.CHOICE:
            return forms.ChoiceField(required=False, choices=[("", "–"), *choices_of(kind, field.name).items()])
    if field.name in LANGUAGES_OF:
        return SeveralInput((code, language_in_words(code)) for code in LANGUAGES)
    if field.name == "country":
        return forms.ChoiceField(required=False, choices=[("", "–"), *_countries()])
    long = field.name in ("action", "basis")
    return forms.CharField(
        required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput
    )


class LookupInput(forms.CharField):
    """A name to be looked up among records of some kinds; suggestions come while one types."""

    def __init__(self, kinds: Sequence[str]) -> None:
        super().__init__(required=False, max_length=LONGEST)
        self.kinds = kinds

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return super().widget_attrs(widget) | {"autocomplete": "off"}

    def suggest(self, name: str) -> None:
        """Ties the input to its list of suggestions, once its name in the form is known."""
        self.widget.attrs |= {
            "list": f"offered-{name}",
            "hx-get": f"{reverse('desk:lookup')}?{urlencode({'as': name, 'kinds': ','.join(self.kinds)})}",
            "hx-trigger": "input changed delay:250ms",
            "hx-target": f"#offered-{name}",
        }


def kinds_meant(field: Field) -> Sequence[str]:
    """The kinds of record that are looked up for a field; a twinning falls within another one."""
    if field.name == WITHIN:
        return ("twinning",)
    if field.name in REFERS_TO:
        return REFERS_TO[field.name]
    return ENTITY_TYPES if field.holds is Holds.ENTITY else tuple(kind for kind in KINDS if kind not in ENTITY_TYPES)


class _Joined(forms.HiddenInput):
    """Several values in one hidden input, there even where they are none."""

    def format_value(self, value: object) -> str:
        return JOINT.join(value) if isinstance(value, list) else str(value or "")

    def value_from_datadict(self, data: Mapping[str, object], files: object, name: str) -> list[str]:  # noqa: ARG002
        return [one for one in str(data.get(name, "")).split(JOINT) if one]


class SeveralInput(forms.MultipleChoiceField):
    """Boxes to tick, for all values of a closed list at once."""

    hidden_widget = _Joined

    def __init__(self, choices: Iterable[tuple[str, object]]) -> None:
        super().__init__(
            required=False,
            choices=[(value, str(word)) for value, word in choices],
            widget=forms.CheckboxSelectMultiple,
        )


def _countries() -> list[tuple[str, str]]:
    territories = Locale.parse(to_locale(get_language() or "en")).territories
    named = [(code, str(name)) for code, name in territories.items() if len(code) == 2 and code.isalpha()]
    return sorted(named, key=lambda country: country[1])
