"""Networks of the register: who works with whom inside a twinning, and all ties together."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from jumelage.desk.addresses import record_address
from jumelage.desk.lists import LISTS
from jumelage.desk.locales import country_in_words
from jumelage.desk.remembering import remembered
from jumelage.desk.words import KINDS
from jumelage.pictures import Description
from jumelage.pictures.measures import Measures, measured
from jumelage.pictures.network import Link, Node, network_picture
from jumelage.register.models import Entity, Twinning
from jumelage.register.queries import dossier_of, names_in, references_of, ties_of

MOST_NODES, MOST_LINKS = 60, 160
"""Nodes and links of a picture; more can't be told apart."""


@dataclass(frozen=True, slots=True)
class Network:
    """`together` gives for a link, by its place in `links`, the records in which both are named."""

    nodes: Sequence[Node]
    links: Sequence[Link]
    together: Sequence[Sequence[int]] = ()

    @property
    def names(self) -> Mapping[str, Node]:
        return {node.key: node for node in self.nodes}


def network_inside(twinning: Twinning, language: str) -> Network:
    """Places, organisations and people that the twinning's records name, tied where one record names both."""
    records = [twinning.pk, *(pk for of_kind in dossier_of(twinning).records.values() for pk in of_kind)]
    named = {
        record: {entity.pk: entity for entities in fields.values() for entity in entities}
        for record, fields in references_of(records).items()
    }
    told = Counter(entity for entities in named.values() for entity in entities)
    shown = {entity for entity, _number in told.most_common(MOST_NODES)}
    entities = {pk: entity for of_record in named.values() for pk, entity in of_record.items() if pk in shown}
    together: dict[tuple[int, int], list[int]] = defaultdict(list)
    for record, of_record in named.items():
        for pair in combinations(sorted(shown & of_record.keys()), 2):
            together[pair].append(record)
    names = names_in(language, entities)
    nodes = [_entity(entity, names.get(pk, entity.name), told[pk]) for pk, entity in entities.items()]
    strongest = sorted(together.items(), key=lambda one: -len(one[1]))[:MOST_LINKS]
    links = [Link(str(one), str(other), len(of_pair)) for (one, other), of_pair in strongest]
    return Network(nodes, links, [of_pair for _pair, of_pair in strongest])


def network_of_all(language: str) -> Network:
    """All places with their ties, or where they are too many, the countries."""
    pairs = _pairs()
    places = Counter(place for pair in pairs for place in pair)
    if len(places) <= MOST_NODES:
        names, entities = names_in(language, places), Entity.objects.in_bulk(places)
        nodes = [
            Node(
                str(pk),
                names.get(pk, ""),
                country_in_words(entities[pk].country) if entities[pk].country else _("country not known"),
                number,
                record_address("place", pk),
            )
            for pk, number in places.items()
        ]
        return Network(nodes, [Link(str(one), str(other), number) for (one, other), number in Counter(pairs).items()])
    country = dict(Entity.objects.exclude(country="").values_list("pk", "country"))
    between = Counter(
        (min(ends), max(ends))
        for one, other in pairs
        if (ends := {country.get(one, ""), country.get(other, "")} - {""}) and len(ends) == 2
    )
    ties = Counter(country[place] for place, number in places.items() for _tie in range(number) if place in country)
    largest = {code for code, _number in ties.most_common(MOST_NODES)}
    return Network(
        [
            Node(code, country_in_words(code), "", number, f"{reverse('desk:map')}?country={code}")
            for code, number in ties.items()
            if code in largest
        ],
        [
            Link(one, other, number)
            for (one, other), number in between.most_common(MOST_LINKS)
            if {one, other} <= largest
        ],
    )


def network_of(asked: QueryDict, language: str) -> Network:
    """The network inside the `twinning` that an address names, or else that of all. 404 is for the page to say."""
    pk = asked.get("twinning", "")
    twinning = Twinning.objects.filter(pk=int(pk)).first() if pk.isdecimal() else None
    if twinning:
        return remembered(f"network {language} {twinning.pk}", lambda: network_inside(twinning, language))
    return remembered(f"network {language}", lambda: network_of_all(language))


def network_drawn(asked: QueryDict, language: str) -> Description:
    network = network_of(asked, language)
    return network_picture(network.nodes, network.links)


def measures_of_all() -> Measures:
    """Of all ties that are shown, worked out when the register has changed."""
    return remembered("measures", lambda: measured(_pairs()))


def _pairs() -> list[tuple[int, int]]:
    ties = ties_of(LISTS["twinning"].records(QueryDict()))
    return [(min(tie.one, tie.other), max(tie.one, tie.other)) for tie in ties]


def _entity(entity: Entity, name: str, told: int) -> Node:
    kind = entity.record.kind
    return Node(str(entity.pk), name, str(KINDS[kind]), told, record_address(kind, entity.pk))
