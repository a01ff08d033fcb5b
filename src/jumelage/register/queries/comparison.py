"""Two records side by side: what speaks for their being the same, and what against."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from jumelage.register.choice import CONTRADICTING
from jumelage.register.fields import FIELDS, Field, Holds
from jumelage.register.keys import key_of
from jumelage.register.models import Value
from jumelage.register.queries.sheet import Line, Sheet
from jumelage.vocabulary.edtf import Edtf


class Evidence(StrEnum):
    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Compared:
    """One field: what each of the two records shows in it, and what that speaks for."""

    field: str
    one: Sequence[Line]
    other: Sequence[Line]
    evidence: Evidence


def compare(kind: str, one: Sheet, other: Sheet) -> list[Compared]:
    """Every field in which either record shows something, in the order of the vocabulary."""
    fields = [(field, _shown(one, name), _shown(other, name)) for name, field in FIELDS[kind].items()]
    return [Compared(f.name, left, right, _evidence(f, left, right)) for f, left, right in fields if left or right]


def _shown(sheet: Sheet, field: str) -> list[Line]:
    return [line for line in sheet.get(field, ()) if line.value.current]


def _evidence(field: Field, one: Sequence[Line], other: Sequence[Line]) -> Evidence:
    """A value in common speaks for it; values that exclude each other speak against it; words may just differ."""
    if not one or not other or field.holds is Holds.FLAG:
        return Evidence.NEITHER
    if {_meaning(field, line.value) for line in one} & {_meaning(field, line.value) for line in other}:
        return Evidence.FOR
    if field.holds is Holds.DATE:
        a, b = Edtf(one[0].value.text), Edtf(other[0].value.text)
        return Evidence.FOR if a.covers(b) or b.covers(a) else Evidence.AGAINST
    return Evidence.AGAINST if field.holds in CONTRADICTING or field.name == "gazetteer" else Evidence.NEITHER


def _meaning(field: Field, value: Value) -> int | str:
    if value.entity_id:
        return int(value.entity_id)
    return key_of(value.text) if field.holds in (Holds.NAME, Holds.TEXT) else value.text
