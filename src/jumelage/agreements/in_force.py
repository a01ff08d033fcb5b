"""What was in force between whom on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jumelage.agreements.on_record import Shelf, all_papers, papers_with, told_by
from jumelage.agreements.sides import Side, touching
from jumelage.agreements.stage import Life, Stage
from jumelage.register.models import Twinning


@dataclass(frozen=True, slots=True)
class Bond:
    """A twinning that stood on the day. `sure` is false where its first or last day may lie on either side of it."""

    record: int
    sure: bool
    dormant: bool


@dataclass(frozen=True, slots=True)
class InForce:
    """The twinnings that stood, the papers that bound, those on their way, those over, and those without a day."""

    day: date
    bonds: Sequence[Bond]
    binding: Sequence[Life]
    coming: Sequence[Life]
    over: Sequence[Life]
    undated: Sequence[Life]


COMING = (Stage.NEGOTIATED, Stage.TO_BE_SIGNED, Stage.PENDING)
OVER = (Stage.LAPSED, Stage.ENDED)


def in_force(day: date, sides: Sequence[Side] = ()) -> InForce:
    """What stood on the day between all of the sides; without any, between anybody."""
    return InForce(day, _bonds(day, sides), *_lives(day, _papers(sides), touching(sides, ["agreement"])))


def _papers(sides: Sequence[Side]) -> Shelf:
    between = touching(sides, ["agreement"])
    return all_papers() if between is None else papers_with(between)


def _lives(day: date, shelf: Shelf, between: Iterable[int] | None) -> tuple[list[Life], ...]:
    wanted = None if between is None else set(between)
    lives = [shelf.life(root, day) for root in shelf.roots if wanted is None or root.key in wanted]
    return (
        [life for life in lives if life.binds],
        [life for life in lives if life.stage in COMING],
        [life for life in lives if life.stage in OVER],
        [life for life in lives if life.stage is Stage.UNDATED],
    )


def _bonds(day: date, sides: Sequence[Side]) -> list[Bond]:
    going_on = Q(until_latest__gte=day) | Q(until_latest=None)
    begun = Q(since_earliest__lte=day) | Q(since_earliest=None)
    rows = Twinning.objects.shown().filter(begun, going_on).order_by("since_earliest", "pk")
    between = touching(sides, ["twinning"])
    if between is not None:
        rows = rows.filter(pk__in=between)
    columns = ("pk", "since_latest", "until_earliest", "dormant_earliest")
    undated = set(rows.filter(since_earliest=None).values_list("pk", flat=True))
    told = told_by(undated)
    return [
        Bond(
            pk,
            sure=begun is not None and begun <= day and (over is None or over > day),
            dormant=sleeps is not None and sleeps <= day,
        )
        for pk, begun, over, sleeps in rows.values_list(*columns)
        if pk not in undated or (pk in told and told[pk] <= day)
    ]
