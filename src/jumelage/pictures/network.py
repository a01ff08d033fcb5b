"""Networks: points with lines between them, laid out so that what is tied stands close."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import networkx

from jumelage.pictures.description import Description, described

LOOSENESS, ROUNDS, SEED = 2.5, 200, 1
"""Of the layout: how far nodes are pushed apart, how long it settles, and where it starts from."""
NAMED = 40
"""Nodes that bear their names; the weightiest."""


@dataclass(frozen=True, slots=True)
class Node:
    """What is tied, of a group that has a colour; the more `weight`, the larger it is drawn. Leads to `address`."""

    key: str
    name: str
    group: str
    weight: float
    address: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie between two nodes, by their keys, and how strong it is."""

    one: str
    other: str
    weight: float = 1


def network_picture(nodes: Sequence[Node], links: Sequence[Link]) -> Description:
    """Nodes that nothing ties stand around the others. The same network is laid out in the same way each time."""
    places = _layout(nodes, links)
    named = {node.key for node in sorted(nodes, key=lambda node: -node.weight)[:NAMED]}
    return described(
        "network",
        {
            "nodes": [
                {
                    "key": node.key,
                    "name": node.name,
                    "label": node.name if node.key in named else "",
                    "group": node.group,
                    "weight": node.weight,
                    "address": node.address,
                    "across": places[node.key][0],
                    "down": places[node.key][1],
                }
                for node in nodes
            ],
            "links": [{"one": link.one, "other": link.other, "weight": link.weight} for link in links],
        },
    )


def _layout(nodes: Sequence[Node], links: Sequence[Link]) -> dict[str, tuple[float, float]]:
    """For each node how far across and down the picture it stands, from 0 to 1."""
    graph = networkx.Graph()
    graph.add_nodes_from(node.key for node in nodes)
    graph.add_weighted_edges_from((link.one, link.other, sqrt(link.weight)) for link in links)
    laid = networkx.spring_layout(graph, k=LOOSENESS / sqrt(max(1, len(nodes))), iterations=ROUNDS, seed=SEED)
    spread = [_ranks([float(point[axis]) for point in laid.values()]) for axis in (0, 1)]
    return dict(zip(laid, zip(*spread, strict=True), strict=True))


def _ranks(values: Sequence[float]) -> list[float]:
    """The values from 0 to 1, half by their size and half by their rank, so that no stray one presses the others."""
    low, high = min(values, default=0), max(values, default=0)
    rank = {value: at for at, value in enumerate(sorted(values))}
    last = max(1, len(values) - 1)
    return [round((value - low) / ((high - low) or 1) / 2 + rank[value] / last / 2, 4) for value in values]
