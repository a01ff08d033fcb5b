"""What an officer typed on an older state of a record, laid on what stands there now."""

from django import forms
from django.http import QueryDict

from jumelage.desk.forms.inputs import JOINT, SeveralInput
from jumelage.desk.forms.record import RecordForm

PARTS = ("_0", "_1", "_2")
"""How the inputs of one name end: its text, its language, its order."""


def laid_on(form: RecordForm, posted: QueryDict) -> QueryDict:
    """What the officer had changed is kept as it was typed, anything else is as it stands now.

    `form` is unbound and of the present state, with room for what was typed in the place of values that are gone.
    """
    data = QueryDict(mutable=True)
    for bound in form:
        _as_it_stands(data, bound)
    for name in {key for key in posted if "-" in key and not key.startswith("initial-")}:
        typed = posted.getlist(name)
        if JOINT.join(typed) != posted.get(f"initial-{name}"):
            known = name.removesuffix("-meant") in form.fields or name[-2:] in PARTS
            data.setlist(name if known else _blank(form, data, name), typed)
    for bound in form:
        if isinstance(bound.field, SeveralInput | forms.BooleanField):
            _ticks(data, bound, posted)
    return data


def _as_it_stands(data: QueryDict, bound: forms.BoundField) -> None:
    """An input and what it was filled with, as a browser would send them had nobody touched it."""
    initial = bound.initial
    if isinstance(initial, list):
        data.setlist(bound.html_name, initial)
        data[bound.html_initial_name] = JOINT.join(initial)
        return
    data[bound.html_initial_name] = "" if initial is None else str(initial)
    if initial:
        data[bound.html_name] = "on" if initial is True else str(initial)


def _ticks(data: QueryDict, bound: forms.BoundField, posted: QueryDict) -> None:
    """Boxes that the officer ticked or unticked are so; the others are as they stand now."""
    if isinstance(bound.field, SeveralInput):
        was = {one for one in posted.get(bound.html_initial_name, "").split(JOINT) if one}
        now, typed = set(bound.initial or ()), set(posted.getlist(bound.html_name))
        data.setlist(bound.html_name, sorted((now | (typed - was)) - (was - typed)))
    elif posted.get(bound.html_initial_name) == "True" and bound.html_name not in posted:
        data.pop(bound.html_name, None)


def _blank(form: RecordForm, data: QueryDict, name: str) -> str:
    """An empty input of the same field."""
    field = name.partition("-")[0]
    return next((n for n in form.fields if n.startswith(f"{field}-new") and not data.get(n)), name)
