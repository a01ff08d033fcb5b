"""Who stands on the sides of twinnings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from jumelage.register.models import SHOWN, Value

Sides = tuple[frozenset[int], ...]
"""For each party of a twinning, the party itself with the organisations that are there and the people of both."""


def sides_of(twinnings: Iterable[int]) -> Mapping[int, Sides]:
    """The sides of each of the twinnings, in four queries however many there are. One without parties is left out."""
    values = Value.objects.current().filter(record__in=set(twinnings), field="parties", entity__isnull=False)
    parties: dict[int, list[int]] = defaultdict(list)
    for twinning, party in values.order_by("pk").values_list("record_id", "entity_id"):
        if party:
            parties[twinning].append(party)
    organisations = _organisations_in({party for of_one in parties.values() for party in of_one})
    people = _people_of({*organisations, *(one for there in organisations.values() for one in there)})
    members = {party: {party} | there for party, there in organisations.items()}
    sides = {
        party: frozenset(of_party.union(*(people[one] for one in of_party))) for party, of_party in members.items()
    }
    return {twinning: tuple(sides[party] for party in of_one) for twinning, of_one in parties.items()}


def _organisations_in(places: Iterable[int]) -> Mapping[int, set[int]]:
    """For each of the places the organisations that are there."""
    there: dict[int, set[int]] = {place: set() for place in places}
    located = Value.objects.current().filter(field="place", entity__in=set(there), record__kind="organisation")
    for organisation, place in located.values_list("record_id", "entity_id"):
        if place:
            there[place].add(organisation)
    return there


def _people_of(holders: Iterable[int]) -> Mapping[int, set[int]]:
    """For each place or organisation the people with a post at it."""
    posts = Value.objects.current().filter(record__kind="post", record__standing__in=SHOWN)
    offices = dict(posts.filter(field="of", entity__in=set(holders)).values_list("record_id", "entity_id"))
    people: dict[int, set[int]] = defaultdict(set)
    for post, person in posts.filter(field="person", record__in=set(offices)).values_list("record_id", "entity_id"):
        if person and (holder := offices[post]):
            people[holder].add(person)
    return people
