"""How sure a claim is: the share of claims found like it that were right, on documents not used for building.

The rooms say how much speaks for a claim, each in its own measure. `data/confidence.toml`, which
`benchmarks/calibration.py` fits, holds for each kind of claim what share of the claims was right from which measure on.
"""

import tomllib
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jumelage.vocabulary.claims import Claim


class Curve(NamedTuple):
    """`right[i]` of the claims were right whose measure lies from `measures[i]` up to the next one; both rise."""

    measures: tuple[float, ...]
    right: tuple[float, ...]

    def at(self, measure: float) -> float:
        return self.right[max(bisect_right(self.measures, measure) - 1, 0)]


def calibrated(claim: Claim) -> Claim:
    """The claim with its confidence as the share of such claims that are right."""
    curve = _curves().get(claim.type)
    return replace(claim, confidence=curve.at(claim.confidence)) if curve else claim


@cache
def _curves() -> dict[str, Curve]:
    file = files("jumelage.reading") / "data" / "confidence.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return {kind: Curve(tuple(curve["measures"]), tuple(curve["right"])) for kind, curve in data.items()}
