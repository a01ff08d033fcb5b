"""The network of all ties, and the one inside a twinning."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Piece
from jumelage.desk.networks import Network, measures_of_all, network_drawn, network_of
from jumelage.desk.titles import title_of
from jumelage.register.models import Twinning
from jumelage.register.queries import glances_of, names_in

ROWS, TOGETHER = 60, 3
"""Rows of the table beside the picture, and the records that one of them names."""
COMMUNITIES, OF_A_COMMUNITY = 6, 5
"""Communities that the page describes, and the places that it names of each."""


@dataclass(frozen=True, slots=True)
class Row:
    one: Piece
    other: Piece
    number: int
    together: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class Community:
    places: int
    best_tied: Sequence[Piece]


def network_page(request: HttpRequest) -> HttpResponse:
    language, asked = get_language() or "en", request.GET.get("twinning", "")
    twinning = get_object_or_404(Twinning, pk=int(asked) if asked.isdecimal() else 0) if asked else None
    network = network_of(request.GET, language)
    context = {
        "twinning": _title(twinning.pk, language) if twinning else None,
        "rows": _rows(network, language),
        "empty": not network.links,
    }
    return render(request, "desk/network.html", context)


def network_data(request: HttpRequest) -> JsonResponse:
    return JsonResponse(network_drawn(request.GET, get_language() or "en"))


def network_measures(request: HttpRequest) -> HttpResponse:
    """What the whole network is like, in words; it takes some seconds when the register has changed."""
    measures, language = measures_of_all(), get_language() or "en"
    groups = [group[:OF_A_COMMUNITY] for group in measures.communities[:COMMUNITIES]]
    central = [place for place, _ in measures.partners] + [place for place, _ in measures.steps]
    names = names_in(language, [*central, *(place for group in groups for place in group)])
    context = {
        "measures": measures,
        "largest": measures.components[0] if measures.components else 0,
        "others": len(measures.components) - 1,
        "mean": 2 * measures.ties / measures.places if measures.places else 0,
        "partners": [(_place(place, names), number) for place, number in measures.partners[:10]],
        "steps": [(_place(place, names), steps) for place, steps in measures.steps[:10]],
        "communities": [
            Community(len(whole), _places(group, names))
            for whole, group in zip(measures.communities, groups, strict=False)
            if len(whole) > 1
        ],
    }
    template = "desk/parts/measures.html" if request.headers.get("HX-Request") else "desk/measures.html"
    return render(request, template, context)


def _rows(network: Network, language: str) -> list[Row]:
    nodes = network.names
    strongest = sorted(range(len(network.links)), key=lambda at: -network.links[at].weight)[:ROWS]
    named = [record for at in strongest if network.together for record in network.together[at][:TOGETHER]]
    glances = glances_of(named, language)
    pieces = {pk: Piece(title_of(g), record_address(g.record.kind, pk)) for pk, g in glances.items()}
    return [
        Row(
            Piece(nodes[link.one].name, nodes[link.one].address),
            Piece(nodes[link.other].name, nodes[link.other].address),
            int(link.weight),
            [pieces[pk] for pk in network.together[at][:TOGETHER] if pk in pieces] if network.together else [],
        )
        for at in strongest
        for link in [network.links[at]]
    ]


def _title(twinning: int, language: str) -> Piece:
    return Piece(title_of(glances_of([twinning], language)[twinning]), record_address("twinning", twinning))


def _places(places: Iterable[int], names: Mapping[int, str]) -> list[Piece]:
    return [_place(place, names) for place in places]


def _place(place: int, names: Mapping[int, str]) -> Piece:
    return Piece(names.get(place, ""), record_address("place", place))
