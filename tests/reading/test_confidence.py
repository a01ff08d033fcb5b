"""How sure a claim is."""

from hypothesis import given
from hypothesis import strategies as st

from jumelage.reading import read
from jumelage.reading.confidence import Curve, _curves
from jumelage.vocabulary.claims import CLAIM_TYPES

TEXT = "Jan Peeters, mayor of Antwerp, welcomed a delegation. Antwerp and Shaanxi have been twinned since 1985."


def test_every_kind_of_claim_has_a_curve_that_rises_from_the_lowest_measure() -> None:
    assert set(_curves()) == set(CLAIM_TYPES)
    for curve in _curves().values():
        assert curve.measures[0] == 0
        assert list(curve.measures) == sorted(set(curve.measures))
        assert list(curve.right) == sorted(curve.right)
        assert all(0 <= share <= 1 for share in curve.right)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_that_speaks_for_a_claim_never_makes_it_less_sure(a: float, b: float) -> None:
    curve = Curve((0.0, 0.5, 0.9), (0.2, 0.6, 0.95))
    assert curve.at(min(a, b)) <= curve.at(max(a, b))


def test_a_claim_says_how_many_of_its_like_are_right() -> None:
    claims = read(TEXT, document="").claims
    assert claims
    assert all(claim.confidence in _curves()[claim.type].right for claim in claims)
