"""The ledger of promises: who, to whom, what, how firm, until when, and what became of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumelage.agreements.on_record import told_by
from jumelage.commitments.firmness import firmness_of
from jumelage.register.models import SHOWN, Citation, Commitment, Record, Value
from jumelage.register.queries import meant_by
from jumelage.vocabulary.edtf import Edtf

OUTCOMES = ("visit", "event", "agreement", "programme")
"""The kinds of record that show what became of a promise."""


class Turn(StrEnum):
    """Where a promise stands: what wants attention first, in this order."""

    OVERDUE = "overdue"
    UNANSWERED = "unanswered"
    OPEN = "open"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Promise:
    """`turn` on the day asked for. `firm_because` is the word that tells how firm it is; empty where none does.

    `state` is what became of it, in the word of an officer, and `led_to` the records that show it. A promise never
    counts as a result: what it led to does.
    """

    record: int
    turn: Turn
    firmness: str
    firm_because: str
    due: Edtf | None
    told: date | None
    state: str
    answered: Edtf | None
    led_to: Sequence[int]


def ledger(today: date, records: Collection[int] | None = None) -> list[Promise]:
    """All promises, or those among the records: overdue ones on top, the oldest first; four queries."""
    rows = Commitment.objects.shown()
    if records is not None:
        rows = rows.filter(pk__in=records)
    found = list(rows)
    keys = [row.pk for row in found]
    told, quotes, led_to = told_by(keys), _quotes(keys), meant_by(keys)
    promises = [
        _promise(row, today, told.get(row.pk), quotes.get(row.pk, ()), led_to.get(row.pk, {}).get("led_to", ()))
        for row in found
    ]
    return sorted(promises, key=_urgency)


def may_show(promise: int, most: int) -> list[int]:
    """Visits, events, papers and programmes of both sides of the promise, the latest told of first.

    One of them may show what became of it; an officer says whether it does.
    """
    sides: dict[str, set[int]] = defaultdict(set)
    for field, entity in (
        Value.objects.current().filter(record=promise, entity__isnull=False).values_list("field", "entity")
    ):
        sides[field].add(entity)
    if not sides["by"]:
        return []
    shown = Record.objects.filter(kind__in=OUTCOMES, standing__in=SHOWN).order_by("-pk")
    for side in filter(None, (sides["by"], sides["towards"])):
        shown = shown.filter(pk__in=Value.objects.current().filter(entity__in=side).values("record"))
    return list(shown.values_list("pk", flat=True)[:most])


def _promise(
    row: Commitment, today: date, told: date | None, quotes: Iterable[tuple[str, str]], led_to: Sequence[int]
) -> Promise:
    degree, word = (row.firmness, "") if row.firmness else firmness_of(quotes)
    return Promise(
        record=row.pk,
        turn=_turn(row, today),
        firmness=degree,
        firm_because=word,
        due=row.due,
        told=told,
        state=row.state,
        answered=row.answered,
        led_to=led_to,
    )


def _turn(row: Commitment, today: date) -> Turn:
    if row.state:
        return Turn.ANSWERED
    if row.due is None:
        return Turn.UNANSWERED
    return Turn.OVERDUE if row.due_latest and row.due_latest < today else Turn.OPEN


def _urgency(promise: Promise) -> tuple[int, date, int]:
    """What is still to come: the next first. What is answered: the latest last."""
    when = promise.due.latest if promise.due else promise.told
    return list(Turn).index(promise.turn), when or date.max, promise.record


def _quotes(records: Iterable[int]) -> Mapping[int, Sequence[tuple[str, str]]]:
    """For each promise the sentences that make it, each with the language of its document."""
    cited = Citation.objects.live().filter(
        value__record__in=set(records), value__field="action", value__current=True, passage__isnull=False
    )
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for record, quote, language in cited.order_by("pk").values_list(
        "value__record", "passage__quote", "passage__document__language"
    ):
        found[record].append((quote, language))
    return found
