"""Whose rules and customs hold for whom."""

from collections.abc import Iterable, Mapping

from jumelage.agenda.profiles import Jurisdictions, Profile
from jumelage.register.models import Entity, Value


def profiles_of(entities: Iterable[int]) -> Mapping[int, Profile]:
    """For each place its profile, for each organisation that of where it is; the general one where nobody knows."""
    wanted = set(entities)
    located = Value.objects.current().filter(record__in=wanted, field="place", entity__isnull=False)
    homes = {record: place for record, place in located.values_list("record_id", "entity_id") if place}
    rows = Entity.objects.filter(pk__in=wanted | set(homes.values()))
    where = {pk: (key, country) for pk, key, country in rows.values_list("pk", "gazetteer", "country")}
    jurisdictions = Jurisdictions()
    return {entity: jurisdictions.of(*where.get(homes.get(entity, entity), ("", ""))) for entity in wanted}


def countries_of() -> set[str]:
    """The countries of the places in the register, as keys of the gazetteer."""
    codes = Entity.objects.exclude(country="").order_by().values_list("country", flat=True).distinct()
    return {f"iso:{code}" for code in codes}
