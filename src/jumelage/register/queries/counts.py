"""How many records there are of what, among those that a query for their keys gives."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractYear

from jumelage.register.models import DETAILS, Details, Telling, Value

Keys = QuerySet[Details, int]
What = TypeVar("What", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Counted(Generic[What]):
    """How many there are of what, and of how many records it is known at all."""

    numbers: Counter[What]
    known: int


def count_by_year(kind: str, field: str, records: Keys) -> Counted[int]:
    """By the year of a date; what may be of several years is of none."""
    dated = DETAILS[kind]._default_manager.filter(pk__in=records.order_by()).order_by()
    first, last = ExtractYear(f"{field}_earliest"), ExtractYear(f"{field}_latest")
    sure = dated.annotate(year=first, last_year=last).filter(year=F("last_year"))
    numbers = Counter(dict(sure.values_list("year").annotate(number=Count("pk"))))
    return Counted(numbers, numbers.total())


def count_by_field(kind: str, field: str, records: Keys) -> Counted[str]:
    """By a typed column that holds one value."""
    rows = DETAILS[kind]._default_manager.filter(pk__in=records.order_by()).exclude(**{field: ""}).order_by()
    numbers = Counter(dict(rows.values_list(field).annotate(number=Count("pk"))))
    return Counted(numbers, numbers.total())


def count_by_topic(records: Keys) -> Counted[str]:
    """By topic; a record may have several."""
    said = Value.objects.current().filter(record__in=records.order_by(), field="fields").order_by()
    numbers = Counter(dict(said.values_list("text").annotate(number=Count("record", distinct=True))))
    return Counted(numbers, said.values("record").distinct().count())


def count_by_country(records: Keys) -> Counted[str]:
    """By the countries of the places that a record refers to."""
    said = Value.objects.current().filter(record__in=records.order_by(), entity__isnull=False).order_by()
    placed = said.exclude(entity__country="")
    numbers = Counter(dict(placed.values_list("entity__country").annotate(number=Count("record", distinct=True))))
    return Counted(numbers, placed.values("record").distinct().count())


def count_by_direction(visits: Keys) -> Counted[tuple[str, str]]:
    """By the country of the visitors and that of the hosts; a visit of several on a side counts for each."""
    said = Value.objects.current().filter(record__in=visits.order_by(), field__in=("visitors", "hosts"))
    sides: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    countries: dict[int, str] = {}
    for visit, field, entity, country in said.values_list("record_id", "field", "entity_id", "entity__country"):
        if entity:
            sides[visit][field].add(entity)
            countries[entity] = country
    countries |= _countries_of(entity for entity, country in countries.items() if not country)
    numbers: Counter[tuple[str, str]] = Counter()
    known = 0
    for side in sides.values():
        visitors, hosts = ({countries[entity] for entity in side[field]} - {""} for field in ("visitors", "hosts"))
        numbers.update((one, other) for one in visitors for other in hosts)
        known += bool(visitors and hosts)
    return Counted(numbers, known)


def count_documents(records: Iterable[Keys]) -> int:
    """The documents that tell of any of the records."""
    found: set[int | None] = set()
    for keys in records:
        told = Telling.objects.filter(record__in=keys.order_by(), document__isnull=False).order_by()
        found.update(told.values_list("document", flat=True).distinct())
    return len(found)


def _countries_of(organisations: Iterable[int]) -> dict[int, str]:
    """The countries of the places where organisations are; the same for anybody else is empty."""
    wanted = set(organisations)
    located = Value.objects.current().filter(record__in=wanted, field="place", entity__isnull=False)
    return dict.fromkeys(wanted, "") | dict(located.values_list("record_id", "entity__country"))
