"""The usual measures of a network of ties, as people can be told them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx

MOST_CENTRAL = 20
"""The best tied, among which the most central are looked for: to know them all takes hours where ties are many."""
SEED = 1
"""Communities are found by chance and trial; the same ones each time."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Of a network of `places` (their keys); lists begin with the largest.

    `partners` is how many partners the best tied have, `with_one` how many places have a single one. A component is
    what hangs together. Communities are groups with more ties inside than outside (Louvain), the best tied of each
    first. `steps` tells for some of the best tied how many ties it takes on average to reach the others of their
    component, the fewest first.
    """

    places: int
    ties: int
    with_one: int
    partners: Sequence[tuple[int, int]]
    components: Sequence[int]
    communities: Sequence[Sequence[int]]
    steps: Sequence[tuple[int, float]]


def measured(ties: Iterable[tuple[int, int]]) -> Measures:
    """The measures of ties between two places each; what is tied twice counts once. Seconds for tens of thousands."""
    graph = networkx.Graph()
    graph.add_edges_from(sorted(tie for tie in ties if tie[0] != tie[1]))
    partners = sorted(graph.degree, key=lambda one: (-one[1], one[0]))
    rank = {place: at for at, (place, _) in enumerate(partners)}
    communities = networkx.community.louvain_communities(graph, seed=SEED)
    components = sorted(networkx.connected_components(graph), key=len, reverse=True)
    return Measures(
        places=len(graph),
        ties=graph.number_of_edges(),
        with_one=sum(1 for _, number in partners if number == 1),
        partners=partners[:MOST_CENTRAL],
        components=[len(component) for component in components],
        communities=[sorted(group, key=rank.__getitem__) for group in sorted(communities, key=len, reverse=True)],
        steps=_steps(graph, components, [place for place, _ in partners]),
    )


def _steps(
    graph: "networkx.Graph[int]", components: Sequence[set[int]], ranked: Sequence[int]
) -> list[tuple[int, float]]:
    largest = components[0] if components else set()
    looked_at = [place for place in ranked if place in largest][:MOST_CENTRAL]
    steps = []
    for place in looked_at:
        lengths = networkx.single_source_shortest_path_length(graph, place)
        steps.append((place, sum(lengths.values()) / (len(lengths) - 1)))
    return sorted(steps, key=lambda one: one[1])
