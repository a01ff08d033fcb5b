"""No text, however made or damaged, keeps the reader from answering."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jumelage.reading import read

TEXTS = (
    "Antwerp and Shaanxi have been sister provinces since 1985. Governor Cathy Berx visited Xi'an on 3 May 2015.",
    "Stedenband: Turnhout en Hanzhong tekenden op 12 juni 2010 een intentieverklaring in het stadhuis.",
    "La ville de Lille est jumelée avec Nankin depuis le 2 octobre 1984; le maire a reçu une délégation.",
    "Die Partnerstadt Chengdu entsandte eine Delegation nach Bonn. Oberbürgermeister Sridharan empfing sie am 4. Mai.",
    "安特卫普省与陕西省于1985年缔结友好省关系。省长赵正永率代表团访问了安特卫普大学。",
)
SEAMS = st.sampled_from(
    ["\n", "\n\n", " ", "", "\t", " | ", "(", "“", "&#x4e;", "Ã©", "\x00", "\u202e", "-\n", "1.", "·"]
)
DAMAGED = st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(0, 90), st.integers(1, 90), SEAMS), max_size=6).map(
    lambda cuts: "".join(text[start : start + length] + seam for text, start, length, seam in cuts)
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=DAMAGED | st.text(max_size=80).map(lambda noise: f"twinned {noise} Antwerp"))
def test_damaged_texts_are_read(text: str) -> None:
    for claim in read(text, document="").claims:
        assert all(0 <= p.start < p.end <= len(text) for p in claim.evidence)


@pytest.mark.parametrize("piece", ["(", "a-", "Antwerp, ", "1985 ", "twin ", "...", "A.", "“", "与", "van de "])
def test_endless_lines_are_read(piece: str) -> None:
    read("Sister cities: " + piece * 400, document="")


def test_the_same_words_shuffled_are_read() -> None:
    words = " ".join(TEXTS).split()
    for seed in range(5):
        random.Random(seed).shuffle(words)  # noqa: S311  no secrets here
        read(" ".join(words), document="")
