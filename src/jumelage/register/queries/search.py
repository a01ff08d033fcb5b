"""Finding by words: entities by any form of their name, records by what they are called, documents by their text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz, process

from jumelage.register import full_text
from jumelage.register.keys import key_of
from jumelage.register.models import SHOWN, Body, Commitment, Details, Event, Honour, NameForm, Post, Value

MOST_FORMS = 2_000
"""Forms that are looked at for one question; more means that the words say too little."""
LIKE_ENOUGH = 82.0
"""How alike (0 to 100) a name must be to words that no name holds, to be taken for what was meant."""
WORDED: Mapping[type[Details], str] = {Event: "title", Post: "title", Commitment: "action", Honour: "title"}
"""The records that have words of their own, and the column in which they stand."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """An entity, with the form of its name that fits."""

    entity: int
    form: str


def entities_called(words: str, most: int) -> list[NameHit]:
    """The entities that bear a name with these words in it, in any language; without any, names that are spelt alike.

    Those called so come first, then those whose name begins so, then the rest; the most told of first.
    """
    key = key_of(words)
    if not key:
        return []
    shown = NameForm.objects.filter(value__current=True, entity__record__standing__in=SHOWN)
    forms = _best_first(key, shown.filter(folded__contains=key))
    if not forms and len(key) > 3:
        alike = [name for name, *_ in process.extract(key, _near(key), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)]
        forms = [form for name in alike for form in _best_first(name, shown.filter(folded=name))]
    found: dict[int, NameHit] = {}
    for entity, form in forms:
        found.setdefault(entity, NameHit(entity, form))
    return list(found.values())[:most]


def _near(key: str) -> list[str]:
    """The names that begin or end as the key does: few slips of the pen are at both ends."""
    ends = Q(folded__startswith=key[:2]) | Q(folded__endswith=key[-2:])
    return list(NameForm.objects.filter(ends).order_by().values_list("folded", flat=True).distinct())


def _best_first(key: str, forms: QuerySet[NameForm]) -> list[tuple[int, str]]:
    rows = forms.order_by("pk").values_list("entity_id", "text", "folded", "value__sources")
    ranked = sorted(rows[:MOST_FORMS], key=lambda row: (row[2] != key, not row[2].startswith(key), -row[3], row[0]))
    return [(entity, form) for entity, form, *_ in ranked]


def records_worded(words: str, most: int) -> list[int]:
    """The shown events, posts, commitments and honours in whose own words these stand."""
    found: list[int] = []
    for table, column in WORDED.items():
        rows = table._default_manager.filter(Q(**{f"{column}__icontains": words}), record__standing__in=SHOWN)
        found += rows.values_list("pk", flat=True)[:most]
    return found


def records_about(entities: Iterable[int], most: int) -> Mapping[str, list[int]]:
    """For each kind the records that refer to any of the entities, the latest first."""
    values = Value.objects.current().filter(entity__in=set(entities), record__standing__in=SHOWN)
    found: dict[str, list[int]] = {}
    for kind, record in values.order_by("-record").values_list("record__kind", "record").distinct():
        of_kind = found.setdefault(kind, [])
        if len(of_kind) < most:
            of_kind.append(record)
    return found


def documents_with(words: str, most: int) -> list[Body]:
    """The documents that hold the words, with their texts; what was entered last comes first."""
    bodies = Body.objects.filter(pk__in=full_text.documents_with(words, most))
    return list(bodies.select_related("document").defer("content").order_by("-document"))
