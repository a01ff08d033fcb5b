"""Fits how sure the claims of each kind are, on the documents held out while building, and shows the curve.

    python -m benchmarks.calibration

Claims of a kind are put in order of the measure their room gives them and cut into groups of equal measures; where a
group does worse than the one before, or is too small to tell, the two are joined. Written are the reader's
`data/confidence.toml` and the curve in docs/reader.md. The figures there are those of documents that had no part in
the fit: each document is judged by the curves of the others.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from benchmarks.corpora import FOLDERS, ROOT, SCORE, corpus
from benchmarks.scoring import right_claims
from benchmarks.table import SURE, markdown
from jumelage.reading import read
from jumelage.reading.confidence import Curve
from jumelage.vocabulary.claims import CLAIM_TYPES
from jumelage.vocabulary.interchange import as_json

DATA = ROOT / "src" / "jumelage" / "reading" / "data" / "confidence.toml"
PAGE = ROOT / "docs" / "reader.md"
BEGIN, END = "<!-- curve: written by `make benchmark` -->", "<!-- end of curve -->"
FEWEST = 15
"""So many claims tell a share."""
DOUBT = 2
"""So many claims of the kind's average are added to each group, so that a few lucky ones do not look certain."""
PARTS = 5
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, SURE, 1.01)


class Judged(NamedTuple):
    """A claim that was found: in which document, of what kind, by what measure, and whether it is right."""

    document: str
    kind: str
    measure: float
    right: bool


def main() -> int:
    if not SCORE.is_file():
        print(f"nothing to fit: {SCORE} is missing", file=sys.stderr)
        return 1
    judged = list(judged_claims())
    curves = {kind: fitted([j for j in judged if j.kind == kind]) for kind in CLAIM_TYPES}
    DATA.write_text(as_toml(curves), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{reliability(judged)}{END}{rest.partition(END)[2]}", encoding="utf-8")
    print(reliability(judged))
    return 0


def judged_claims() -> Iterable[Judged]:
    """The claims found in the documents held out, with the measures as their rooms give them."""
    for name in FOLDERS:
        for document in corpus(name):
            if document.held_out:
                found = as_json(read(document.text, document=document.name, confidence=lambda claim: claim))
                for claim, right in right_claims(document, found):
                    yield Judged(document.name, str(claim["type"]), float(claim["confidence"]), right)


def fitted(judged: Sequence[Judged]) -> Curve:
    """The rising curve that fits best, in steps of at least `FEWEST` claims where there are as many."""
    average = sum(j.right for j in judged) / len(judged) if judged else 0.0
    groups: list[list[Judged]] = []
    for _, same in groupby(sorted(judged, key=lambda j: j.measure), key=lambda j: j.measure):
        groups.append(list(same))
        while len(groups) > 1 and (
            len(groups[-2]) < FEWEST or _share(groups[-1], average) <= _share(groups[-2], average)
        ):
            last = groups.pop()
            groups[-1] += last
    if len(groups) > 1 and len(groups[-1]) < FEWEST:
        last = groups.pop()
        groups[-1] += last
    measures = (0.0, *(group[0].measure for group in groups[1:]))
    return Curve(measures, tuple(round(_share(group, average), 2) for group in groups) or (0.0,))


def _share(group: Sequence[Judged], average: float) -> float:
    return (sum(j.right for j in group) + DOUBT * average) / (len(group) + DOUBT)


def as_toml(curves: dict[str, Curve]) -> str:
    lines = ["# Written by benchmarks/calibration.py: from which measure on what share of a kind of claim is right."]
    for kind, curve in curves.items():
        lines += ["", f"[{kind}]", f"measures = {list(curve.measures)}", f"right = {list(curve.right)}"]
    return "\n".join(lines) + "\n"


def reliability(judged: Sequence[Judged]) -> str:
    """What was said beside what was right, each document judged by curves that were fitted without it."""
    documents = sorted({j.document for j in judged})
    said: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for part in range(PARTS):
        left_out = set(documents[part::PARTS])
        for kind in CLAIM_TYPES:
            curve = fitted([j for j in judged if j.kind == kind and j.document not in left_out])
            for j in (j for j in judged if j.kind == kind and j.document in left_out):
                confidence = curve.at(j.measure)
                said[max(i for i, lowest in enumerate(BINS[:-1]) if lowest <= confidence)].append((confidence, j.right))
    rows = [
        [
            f"{BINS[i]:.1f} to {min(BINS[i + 1], 1):.1f}",
            str(len(claims)),
            f"{sum(c for c, _ in claims) / len(claims):.2f}",
            f"{sum(right for _, right in claims) / len(claims):.2f}",
        ]
        for i, claims in sorted(said.items())
    ]
    return markdown(["confidence", "claims", "said on average", "right"], rows)


if __name__ == "__main__":
    sys.exit(main())
