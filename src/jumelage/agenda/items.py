"""What is due and what lies ahead between two days."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Q

from jumelage.agenda.anniversaries import Kept, anniversary_in, kept
from jumelage.agenda.profiles import Applies, Profile, Rule, profiles
from jumelage.agenda.sides import countries_of, profiles_of
from jumelage.agreements.on_record import all_papers, papers_with
from jumelage.agreements.stage import Must
from jumelage.register.models import Agreement, Commitment, Details, Event, Twinning, Value, Visit
from jumelage.register.queries import dossier_of
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.periods import Period

MONTH_AGO = timedelta(days=31)
"""How long a duty of which nobody notes that it was done is still told of."""


class What(StrEnum):
    ANNIVERSARY = "anniversary"
    NOTICE = "notice"
    RENEWAL = "renewal"
    PROMISE = "promise"
    SIGNING = "signing"
    VISIT = "visit"
    EVENT = "event"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Side:
    """A party of an anniversary, and how its custom keeps it; `profile` is whose custom that is."""

    entity: int
    kept: Kept
    profile: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`key` stays the same when the date moves. `begin` is when to begin with it, `done` that it needs nothing more."""

    key: str
    what: What
    when: Edtf
    record: int | None = None
    end: Edtf | None = None
    begin: date | None = None
    years: int = 0
    sides: tuple[Side, ...] = ()
    rule: Rule | None = None
    profile: str = ""
    otherwise: date | None = None
    lead: tuple[Period, ...] = ()
    done: bool = False

    @property
    def day(self) -> date:
        return self.when.earliest or self.when.latest or date.max

    @property
    def last_day(self) -> date:
        return (self.end and self.end.latest) or self.when.latest or self.day


def upcoming(today: date, months: int, scope: Collection[int] | None = None) -> list[Item]:
    """What is not done though its day has passed, for a year back, and everything in the months ahead."""
    last = Period(f"P{months}M").first_day_after(today)
    found = items(today - timedelta(days=365), last, today, scope)
    return [item for item in found if item.last_day >= today or _nags(item, today)]


def items(first: date, last: date, today: date, scope: Collection[int] | None = None) -> list[Item]:
    """Everything between two days, both included, in the order of time; all of it or what concerns some records."""
    ahead = (
        *_anniversaries(first, last, scope),
        *_deadlines(first, last, today, scope),
        *_promises(first, last, scope),
        *_meetings(first, last, scope),
        *_duties(first, last, scope),
    )
    return sorted(ahead, key=lambda item: (item.day, item.last_day, item.key))


def scope_of(twinning: Twinning) -> set[int]:
    """The records of one twinning, with itself."""
    return {twinning.pk, *(pk for of_kind in dossier_of(twinning).records.values() for pk in of_kind)}


def _nags(item: Item, today: date) -> bool:
    if item.what is What.PROMISE:
        return not item.done
    if item.what is What.DUTY and not item.done:
        noted = item.rule is not None and bool(item.rule.done)
        return noted or item.last_day >= today - MONTH_AGO
    return False


def _within(rows: Iterable[Details], scope: Collection[int] | None) -> Iterator[Details]:
    return (row for row in rows if scope is None or row.pk in scope)


def _anniversaries(first: date, last: date, scope: Collection[int] | None) -> Iterator[Item]:
    lasting = Twinning.objects.shown().filter(Q(until_earliest=None) | Q(until_earliest__gte=first))
    rows = lasting.filter(since_earliest__isnull=False, since_earliest__lte=last).order_by("pk")
    since = {pk: begun for pk, begun in rows.values_list("pk", "since") if begun and (scope is None or pk in scope)}
    parties = _entities(since, ("parties",))
    known = profiles_of({entity for entities in parties.values() for entity in entities})
    for pk, begun in since.items():
        for year in range(first.year, last.year + 1):
            found = anniversary_in(begun, year)
            if not found or not found.when.latest or found.when.latest < first or found.first_day > last:
                continue
            customs = [(entity, known[entity], known[entity].custom) for entity in parties.get(pk, ())]
            sides = tuple(Side(entity, kept(custom, found.years), profile.name) for entity, profile, custom in customs)
            if any(side.kept is not Kept.NOTHING for side in sides):
                celebrated = [custom for _, _, custom in customs if kept(custom, found.years) is Kept.CELEBRATION]
                lead = celebrated[0].lead if celebrated else ()
                yield Item(
                    key=f"anniversary-{pk}-{year}",
                    what=What.ANNIVERSARY,
                    when=found.when,
                    record=pk,
                    years=found.years,
                    sides=sides,
                    lead=lead,
                    begin=_begin(lead, found.first_day),
                )


def _deadlines(first: date, last: date, today: date, scope: Collection[int] | None) -> Iterator[Item]:
    """Counted on the day asked about: today where it lies between the two, else the first of them."""
    shelf = all_papers() if scope is None else papers_with(scope)
    day = today if first <= today <= last else first
    for root in shelf.roots:
        deadline = shelf.life(root, day).deadline
        if deadline and first <= deadline.by <= last:
            notice = deadline.must is Must.GIVE_NOTICE
            lead = (Period("P6M"), Period("P2M"))
            yield Item(
                key=f"term-{root.key}",
                what=What.NOTICE if notice else What.RENEWAL,
                when=Edtf(str(deadline.by)),
                record=root.key,
                otherwise=deadline.otherwise,
                lead=lead,
                begin=_begin(lead, deadline.by),
            )


def _promises(first: date, last: date, scope: Collection[int] | None) -> Iterator[Item]:
    rows = Commitment.objects.shown().filter(due_latest__gte=first, due_earliest__lte=last)
    for row in _within(rows, scope):
        if isinstance(row, Commitment) and row.due:
            yield Item(key=f"promise-{row.pk}", what=What.PROMISE, when=row.due, record=row.pk, done=bool(row.state))


def _meetings(first: date, last: date, scope: Collection[int] | None) -> Iterator[Item]:
    for table, what in ((Visit, What.VISIT), (Event, What.EVENT)):
        rows = table._default_manager.filter(start_latest__gte=first, start_earliest__lte=last)
        for row in _within(rows.filter(record__standing__in=("proposed", "confirmed")), scope):
            start, end = getattr(row, "start", None), getattr(row, "end", None)
            if start:
                yield Item(key=f"{what}-{row.pk}", what=what, when=start, end=end, record=row.pk)
    planned = Agreement.objects.shown().filter(signed_latest__gte=first, signed_earliest__lte=last, planned=True)
    for paper in _within(planned, scope):
        if isinstance(paper, Agreement) and paper.signed:
            yield Item(key=f"signing-{paper.pk}", what=What.SIGNING, when=paper.signed, record=paper.pk)


def _duties(first: date, last: date, scope: Collection[int] | None) -> Iterator[Item]:
    near = Q(signed_latest__gte=first - timedelta(days=400), signed_earliest__lte=last + timedelta(days=400))
    signed = Agreement.objects.shown().filter(near)
    travelled = Visit.objects.shown().filter(
        start_latest__gte=first - timedelta(days=400), start_earliest__lte=last + timedelta(days=400)
    )
    by_kind: tuple[tuple[Applies, Sequence[Details], tuple[str, ...]], ...] = (
        (Applies.AGREEMENT, list(_within(signed.filter(planned=False), scope)), ("parties",)),
        (Applies.PLANNED_AGREEMENT, list(_within(signed.filter(planned=True), scope)), ("parties",)),
        (Applies.VISIT, list(_within(travelled, scope)), ("visitors", "hosts")),
    )
    for applies, rows, fields in by_kind:
        for item in _of_records(applies, rows, fields):
            if first <= item.day <= last:
                yield item
    if scope is None:
        yield from _yearly(first, last)


def _of_records(applies: Applies, rows: Sequence[Details], fields: tuple[str, ...]) -> Iterator[Item]:
    standing = {field: _entities([row.pk for row in rows], (field,)) for field in fields}
    everybody = {entity for of_field in standing.values() for entities in of_field.values() for entity in entities}
    known = profiles_of(everybody)
    for row in rows:
        concerned = [(field, known[e]) for field in fields for e in standing[field].get(row.pk, ())]
        for rule, profile in _rules(applies, concerned):
            if item := _duty(rule, profile, row):
                yield item


def _rules(applies: Applies, concerned: Iterable[tuple[str, Profile]]) -> Iterator[tuple[Rule, Profile]]:
    """Each rule once, though several parties be of one jurisdiction."""
    seen: set[str] = set()
    for field, profile in concerned:
        for rule in profile.rules:
            if rule.on is applies and rule.side in ("", field) and rule.key not in seen:
                seen.add(rule.key)
                yield rule, profile


def _duty(rule: Rule, profile: Profile, row: Details) -> Item | None:
    counted: Edtf | None = getattr(row, rule.counted_from, None)
    if counted is None and rule.counted_from == "end":
        counted = getattr(row, "start", None)
    if not counted or not counted.earliest or not counted.latest:
        return None
    if rule.since and counted.latest < rule.since:
        return None
    day = _due(rule, counted)
    return Item(
        key=f"duty-{rule.key}-{row.pk}",
        what=What.DUTY,
        when=Edtf(str(day)),
        record=row.pk,
        rule=rule,
        profile=profile.name,
        lead=rule.lead,
        begin=_begin(rule.lead, day),
        done=bool(rule.done and getattr(row, rule.done, None)),
    )


def _due(rule: Rule, counted: Edtf) -> date:
    """The safe side of a date that is not known to the day: before its first day, after its last."""
    assert counted.earliest is not None  # noqa: S101  checked by the caller
    assert counted.latest is not None  # noqa: S101
    if rule.before:
        return rule.before.before(counted.earliest)
    if rule.within:
        return rule.within.first_day_after(counted.latest)
    return _working_days_after(counted.latest, rule.working_days)


def _working_days_after(day: date, number: int) -> date:
    """Mondays to Fridays; public holidays are not known here."""
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day


def _yearly(first: date, last: date) -> Iterator[Item]:
    present = countries_of()
    for profile in profiles().values():
        if not present & set(profile.within):
            continue
        for rule in profile.rules:
            for year in range(first.year, last.year + 1) if rule.on is Applies.YEAR else ():
                day = date.fromisoformat(f"{year:04}-{rule.day}")
                if first <= day <= last:
                    yield Item(
                        key=f"duty-{rule.key}-{year}",
                        what=What.DUTY,
                        when=Edtf(str(day)),
                        rule=rule,
                        profile=profile.name,
                        lead=rule.lead,
                        begin=_begin(rule.lead, day),
                    )


def _begin(lead: tuple[Period, ...], day: date) -> date | None:
    return min((period.before(day) for period in lead), default=None)


def _entities(records: Iterable[int], fields: tuple[str, ...]) -> Mapping[int, list[int]]:
    """For each record the entities that it shows in the fields."""
    values = Value.objects.current().filter(record__in=list(records), field__in=fields, entity__isnull=False)
    found: dict[int, list[int]] = defaultdict(list)
    for record, entity in values.order_by("pk").values_list("record_id", "entity_id"):
        if entity:
            found[record].append(entity)
    return found
