from jumelage.pictures import Form, drawn
from jumelage.pictures.network import NAMED, Link, Node, network_picture


def rows(description: dict[str, object], name: str) -> list[dict[str, object]]:
    return next(one["values"] for one in description["data"] if one["name"] == name)  # type: ignore[attr-defined]


def nodes(number: int) -> list[Node]:
    return [Node(str(n), f"Node {n}", "Places", n) for n in range(number)]


def test_nodes_stand_apart_within_the_picture_and_the_same_each_time() -> None:
    links = [Link("0", str(n)) for n in range(1, 12)]
    placed = [(row["across"], row["down"]) for row in rows(network_picture(nodes(14), links), "nodes")]
    assert len(set(placed)) == 14
    assert all(0 <= value <= 1 for point in placed for value in point)  # type: ignore[operator]
    assert placed == [(row["across"], row["down"]) for row in rows(network_picture(nodes(14), links), "nodes")]


def test_only_the_weightiest_of_many_bear_names() -> None:
    named = [row["name"] for row in rows(network_picture(nodes(NAMED + 5), []), "nodes") if row["label"]]
    assert len(named) == NAMED
    assert "Node 0" not in named


def test_a_network_is_drawn_for_paper() -> None:
    picture = drawn(
        network_picture([Node("a", "丽水", "Places", 1), Node("b", "B", "People", 1)], [Link("a", "b")]), Form.SVG
    )
    assert "丽水" in picture.decode()
    assert drawn(network_picture([], []), Form.SVG).startswith(b"<svg")
