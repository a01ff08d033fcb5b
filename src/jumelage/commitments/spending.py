"""What was spent on something since a year, and what came of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from jumelage.agreements.sides import Side, records_between
from jumelage.commitments.promises import Promise, ledger
from jumelage.register.models import Agreement, Cost, Figure, Programme, Visit
from jumelage.register.queries import meaning

Totals = Mapping[str, Decimal]
"""For each currency (ISO 4217; empty where no source names it) what was paid."""


@dataclass(frozen=True, slots=True)
class Spending:
    """All of it since the first day of a year; records by their keys, in the order of time.

    `results` are what was done: papers signed, programmes that run. `pledges` are only promised, `planned` only to be
    signed; neither counts as a result. `undated` are results of which nobody says when.
    """

    since: int
    costs: Sequence[int]
    totals: Totals
    by_year: Mapping[int | None, Totals]
    visits: Sequence[int]
    results: Sequence[int]
    undated: Sequence[int]
    figures: Sequence[int]
    planned: Sequence[int]
    pledges: Sequence[Promise]


def spending(sides: Sequence[Side], since: int, today: date) -> Spending:
    """What concerns all of the sides at once; the number of queries does not depend on how much that is."""
    subject = records_between(sides)
    first = date(since, 1, 1)
    about = meaning(subject | {entity for side in sides for entity in side} if len(sides) == 1 else subject)
    pointing = {pk for fields in about.values() for pk in fields.get("about", ())}
    costs = list(Cost.objects.shown().filter(_since("date", first), pk__in=pointing).order_by("date_earliest", "pk"))
    signed = Agreement.objects.shown().filter(pk__in=subject, planned=False)
    running = Programme.objects.shown().filter(pk__in=subject)
    done = [
        *signed.filter(signed_latest__gte=first, signed_earliest__lte=today).values_list("pk", "signed_earliest"),
        *running.filter(since_latest__gte=first, since_earliest__lte=today).values_list("pk", "since_earliest"),
    ]
    undated = (*signed.filter(signed_earliest=None), *running.filter(since_earliest=None))
    visits = Visit.objects.shown().filter(pk__in=subject, start_latest__gte=first, start_earliest__lte=today)
    planned = Agreement.objects.shown().filter(pk__in=subject, planned=True)
    figures = Figure.objects.shown().filter(_since("date", first), pk__in=pointing)
    return Spending(
        since=since,
        costs=[cost.pk for cost in costs],
        totals=_totals(costs),
        by_year=_by_year(costs),
        visits=list(visits.order_by("start_earliest", "pk").values_list("pk", flat=True)),
        results=[pk for pk, _ in sorted(done, key=lambda row: (row[1] or date.max, row[0]))],
        undated=[row.pk for row in undated],
        figures=list(figures.order_by("date_earliest", "pk").values_list("pk", flat=True)),
        planned=list(planned.order_by("pk").values_list("pk", flat=True)),
        pledges=ledger(today, subject),
    )


def _since(field: str, first: date) -> Q:
    """Dated since then, or not dated at all."""
    return Q(**{f"{field}_latest__gte": first}) | Q(**{f"{field}_latest": None})


def _totals(costs: Iterable[Cost]) -> Totals:
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for cost in costs:
        if cost.amount is not None:
            totals[cost.currency] += cost.amount
    return dict(sorted(totals.items()))


def _by_year(costs: Collection[Cost]) -> Mapping[int | None, Totals]:
    years: dict[int | None, list[Cost]] = defaultdict(list)
    for cost in costs:
        years[cost.date.earliest.year if cost.date and cost.date.earliest else None].append(cost)
    return {year: _totals(of_year) for year, of_year in years.items()}
