"""What a list can be narrowed down by, each filter a declaration."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jumelage.desk.locales import country_in_words
from jumelage.desk.words import CHOICE, FIELD, STANDING, choices_of
from jumelage.register.keys import key_of
from jumelage.register.models import Entity, NameForm, Standing, Value

Rows = QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Filter:
    """`parameter` is its name in the address. Without `options` anything may be typed.

    A `rare` one is shown only where it is used: links lead to it, and few would choose it.

    `narrow` raises BadRequest where the value makes no sense.
    """

    parameter: str
    label: str | Promise
    narrow: Callable[[Rows, str], Rows]
    options: Callable[[], Iterable[tuple[str, str]]] | None = None
    numeric: bool = False
    rare: bool = False


def choice(kind: str, field: str) -> Filter:
    """By a field with a closed list."""

    def narrow(rows: Rows, value: str) -> Rows:
        if value not in (words := choices_of(kind, field)):
            raise nonsense(value, words)
        return rows.filter(**{field: value})

    return Filter(field, FIELD[field], narrow, lambda: _options(choices_of(kind, field)))


def topic() -> Filter:
    def narrow(rows: Rows, value: str) -> Rows:
        if value not in CHOICE["fields"]:
            raise nonsense(value, CHOICE["fields"])
        said = Value.objects.current().filter(field="fields", text=value)
        return rows.filter(pk__in=said.values("record"))

    return Filter("topic", gettext_lazy("Topic"), narrow, lambda: _options(CHOICE["fields"]))


def country_of_place() -> Filter:
    return Filter(
        "country", FIELD["country"], lambda rows, value: rows.filter(country=value), lambda: _countries(Entity.objects)
    )


def country_of_any_place() -> Filter:
    """By the country of a place that the record refers to."""

    def narrow(rows: Rows, value: str) -> Rows:
        referring = Value.objects.current().filter(record=OuterRef("pk"), entity__country=value)
        return rows.filter(Exists(referring))

    return Filter("country", FIELD["country"], narrow, lambda: _countries(Entity.objects))


def year(start: str, end: str, *, lasting: bool = False) -> Filter:
    """By years (`2015`, `2010-2015`) in which the record was going on, or may have been.

    What is `lasting` goes on until an end is known.
    """

    def narrow(rows: Rows, value: str) -> Rows:
        first, last = years(value)
        begun = Q(**{f"{start}_earliest__lte": last})
        not_over = Q(**{f"{end}_latest__gte": first})
        not_over |= Q(**{end: ""}) if lasting else Q(**{end: "", f"{start}_latest__gte": first})
        return rows.filter(begun & not_over)

    return Filter("year", gettext_lazy("Years"), narrow, numeric=True)


def begun(field: str) -> Filter:
    """By the years in which it began, or was: without those whose date may also mean another year."""

    def narrow(rows: Rows, value: str) -> Rows:
        first, last = years(value)
        return rows.filter(**{f"{field}_earliest__gte": first, f"{field}_latest__lte": last})

    return Filter("begun", gettext_lazy("Dated"), narrow, numeric=True, rare=True)


def country_of(field: str, parameter: str, label: str | Promise) -> Filter:
    """By the country of those whom a field refers to; that of an organisation is that of its place."""

    def narrow(rows: Rows, value: str) -> Rows:
        located = Value.objects.current().filter(field="place", entity__country=value)
        there = Q(entity__country=value) | Q(entity__in=located.values("record"))
        return rows.filter(pk__in=Value.objects.current().filter(there, field=field).values("record"))

    return Filter(parameter, label, narrow, lambda: _countries(Entity.objects), rare=True)


def years(value: str) -> tuple[date, date]:
    """The first and the last day of a year (`2015`) or of a stretch of years (`2010-2015`); BadRequest for others."""
    first, dash, last = (part.strip() for part in value.replace("–", "-").partition("-"))
    ends = [first, last if dash else first]
    if not all(end.isdecimal() and 1 <= int(end) <= date.max.year for end in ends) or int(ends[0]) > int(ends[1]):
        raise BadRequest(
            _("“%(value)s” is no year. Write it with four figures, such as 2015, or from 2010-2015.") % {"value": value}
        )
    return date(int(ends[0]), 1, 1), date(int(ends[1]), 12, 31)


def standing() -> Filter:
    """Without it, what nobody has rejected is shown."""
    words: Mapping[str, str | Promise] = {
        **{s: STANDING[s] for s in (Standing.PROPOSED, Standing.CONFIRMED, Standing.REJECTED)},
        "disputed": gettext_lazy("sources disagree"),
    }

    def narrow(rows: Rows, value: str) -> Rows:
        if value not in words:
            raise nonsense(value, words)
        if value == "disputed":
            return rows.filter(record__disputed=True)
        return rows.filter(record__standing=value)

    return Filter("standing", gettext_lazy("Standing"), narrow, lambda: _options(words))


def name() -> Filter:
    """By a part of any form of the name of the record, or of one that it refers to; case and accents don't matter."""

    def narrow(rows: Rows, value: str) -> Rows:
        if not (key := key_of(value)):
            return rows
        called = NameForm.objects.filter(folded__contains=key).values("entity")
        if rows.model is Entity:
            return rows.filter(pk__in=called)
        referring = Value.objects.current().filter(entity__in=called)
        return rows.filter(pk__in=referring.values("record"))

    return Filter("name", gettext_lazy("Name"), narrow)


def _options(words: Mapping[str, str | Promise]) -> list[tuple[str, str]]:
    return [(value, str(word)) for value, word in words.items()]


def _countries(entities: Any) -> list[tuple[str, str]]:
    codes = entities.exclude(country="").order_by().values_list("country", flat=True).distinct()
    return sorted(((code, country_in_words(code)) for code in codes), key=lambda option: option[1])


def nonsense(value: str, words: Iterable[str]) -> BadRequest:
    """That an address asks for what is not on a closed list."""
    return BadRequest(
        _("“%(value)s” can't be chosen here. What can be: %(words)s.") % {"value": value, "words": ", ".join(words)}
    )
