"""The lists of the desk, one declaration each: which columns they have, what they are narrowed down and sorted by."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.db.models import F, QuerySet
from django.db.models.expressions import OrderBy
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from jumelage.desk import filters
from jumelage.desk.filters import Filter
from jumelage.register.fields import FIELDS, Holds
from jumelage.register.models import DETAILS, SHOWN, Details

PAGE = 50
"""Rows of one page of a list."""


@dataclass(frozen=True, slots=True)
class RecordList:
    """`columns` are shown beside the title where no others are chosen; `sorts` are those that rows can be sorted by.

    `order` is the sort where none is asked for; `-` before it turns it round.
    """

    kind: str
    columns: tuple[str, ...]
    filters: tuple[Filter, ...]
    sorts: tuple[str, ...]
    order: str

    def records(self, asked: QueryDict) -> "QuerySet[Details, int]":
        """The records that an address asks for, by their keys. BadRequest where it asks for what can't be."""
        rows = DETAILS[self.kind]._default_manager.filter(record__kind=self.kind)
        if not asked.get("standing"):
            rows = rows.filter(record__standing__in=SHOWN)
        for one in self.filters:
            if value := asked.get(one.parameter, "").strip():
                rows = one.narrow(rows, value)
        return rows.order_by(*self._order(self.sort(asked))).values_list("pk", flat=True)

    @property
    def choice(self) -> tuple[str, ...]:
        """The columns that can be chosen: the usual ones, then all that is kept of the kind in one place."""
        fields = {f.attname for f in DETAILS[self.kind]._meta.concrete_fields}
        kept = (name for name, f in FIELDS[self.kind].items() if f.holds is Holds.ENTITY or name in fields)
        return tuple(dict.fromkeys((*self.columns, *kept)))

    def shown(self, asked: QueryDict) -> tuple[str, ...]:
        """The columns that an address asks for, or else the usual ones."""
        wanted = asked.getlist("column")
        return tuple(name for name in self.choice if name in wanted) or self.columns

    def sort(self, asked: QueryDict) -> str:
        """The sort asked for, or else the usual one."""
        sort = asked.get("sort", "")
        return sort if sort.removeprefix("-") in self.sorts else self.order

    def _order(self, sort: str) -> tuple[OrderBy, ...]:
        """What is not known comes last, whichever way."""
        name = sort.removeprefix("-")
        fields = {f.attname for f in DETAILS[self.kind]._meta.concrete_fields}
        column = F(f"{name}_earliest" if f"{name}_earliest" in fields else name)
        ordered = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
        return ordered, F("pk").asc()


_name, _standing, _country = filters.name(), filters.standing(), filters.country_of_any_place()

LISTS: Mapping[str, RecordList] = MappingProxyType(
    {
        declared.kind: declared
        for declared in (
            RecordList(
                "twinning",
                columns=("kind", "since", "until"),
                filters=(
                    _name,
                    filters.choice("twinning", "kind"),
                    _country,
                    filters.topic(),
                    filters.year("since", "until", lasting=True),
                    filters.begun("since"),
                    _standing,
                ),
                sorts=("kind", "since", "until"),
                order="since",
            ),
            RecordList(
                "agreement",
                columns=("signed", "signatories", "signed_at"),
                filters=(
                    _name,
                    filters.choice("agreement", "kind"),
                    _country,
                    filters.topic(),
                    filters.year("signed", "signed"),
                    filters.begun("signed"),
                    _standing,
                ),
                sorts=("kind", "signed"),
                order="-signed",
            ),
            RecordList(
                "visit",
                columns=("start", "end", "head", "stops"),
                filters=(
                    _name,
                    _country,
                    filters.country_of("visitors", "from", gettext_lazy("From the country")),
                    filters.country_of("hosts", "to", gettext_lazy("To the country")),
                    filters.year("start", "end"),
                    filters.begun("start"),
                    _standing,
                ),
                sorts=("start", "end"),
                order="-start",
            ),
            RecordList(
                "event",
                columns=("kind", "start", "place", "organisers"),
                filters=(
                    _name,
                    filters.choice("event", "kind"),
                    _country,
                    filters.year("start", "end"),
                    filters.begun("start"),
                    _standing,
                ),
                sorts=("kind", "start"),
                order="-start",
            ),
            RecordList(
                "programme",
                columns=("since", "quantity", "unit", "per"),
                filters=(
                    _name,
                    filters.choice("programme", "kind"),
                    _country,
                    filters.year("since", "since"),
                    filters.begun("since"),
                    _standing,
                ),
                sorts=("kind", "since", "quantity"),
                order="kind",
            ),
            RecordList(
                "commitment",
                columns=("due", "towards"),
                filters=(_name, _country, filters.year("due", "due"), filters.begun("due"), _standing),
                sorts=("due",),
                order="-due",
            ),
            RecordList(
                "honour",
                columns=("by", "date"),
                filters=(_name, _country, filters.year("date", "date"), filters.begun("date"), _standing),
                sorts=("date", "title"),
                order="-date",
            ),
            RecordList(
                "cost",
                columns=("amount", "currency", "date", "payer"),
                filters=(_name, filters.year("date", "date"), filters.begun("date"), _standing),
                sorts=("title", "amount", "date"),
                order="-date",
            ),
            RecordList(
                "figure",
                columns=("quantity", "unit", "date", "claimant"),
                filters=(_name, filters.year("date", "date"), filters.begun("date"), _standing),
                sorts=("title", "quantity", "date"),
                order="-date",
            ),
            RecordList(
                "post",
                columns=("person", "of", "former"),
                filters=(_name, _country, _standing),
                sorts=("title", "former"),
                order="title",
            ),
            RecordList(
                "place",
                columns=("level", "country"),
                filters=(_name, filters.choice("place", "level"), filters.country_of_place(), _standing),
                sorts=("name", "level", "country"),
                order="name",
            ),
            RecordList(
                "organisation",
                columns=("kind", "place"),
                filters=(_name, _country, _standing),
                sorts=("name", "kind"),
                order="name",
            ),
            RecordList(
                "person",
                columns=("posts",),
                filters=(_name, _standing),
                sorts=("name",),
                order="name",
            ),
        )
    }
)
"""The list of each kind of record."""
