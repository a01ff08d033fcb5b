import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.pictures.measures import measured


def test_a_star_a_pair_and_what_is_tied_twice() -> None:
    measures = measured([(1, 2), (1, 3), (1, 4), (4, 1), (8, 9), (5, 5)])
    assert (measures.places, measures.ties, measures.with_one) == (6, 4, 5)
    assert measures.components == [4, 2]
    assert measures.partners[0] == (1, 3)
    assert measures.steps[0] == (1, 1.0)
    assert measures.steps[1][1] == pytest.approx(5 / 3)


def test_two_circles_of_friends_with_one_tie_between_are_two_communities() -> None:
    one = [(a, b) for a in range(5) for b in range(a)]
    other = [(a + 10, b + 10) for a, b in one]
    communities = [set(group) for group in measured([*one, *other, (0, 10)]).communities]
    assert sorted(communities, key=min) == [set(range(5)), set(range(10, 15))]


def test_no_ties_have_no_measures() -> None:
    assert measured([]).places == 0
    assert measured([]).steps == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_every_place_is_in_one_component_and_one_community(ties: list[tuple[int, int]]) -> None:
    measures = measured(ties)
    assert sum(measures.components) == measures.places
    assert sorted(place for group in measures.communities for place in group) == sorted(
        {end for tie in ties if tie[0] != tie[1] for end in tie}
    )
