"""Sentences end where they end, not at abbreviations, initials or ordinal numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.reading.text.blocks import blocks
from jumelage.reading.text.sentences import sentences


def cut(text: str, language: str) -> list[str]:
    return [s.text for s in sentences(text, blocks(text), language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Mr. J. Smith of St. Helens met Dr. Li.", "They signed on Sept. 14 in the U.S. Senate."]),
        ("nl", ["Wethouder dhr. P. de Vries e.a. reisden mee.", "Dat was d.d. 3 mei."]),
        ("fr", ["M. Dupont et Mme. Leroy ont signé.", "La délégation est repartie."]),
        ("de", ["Am 25. Juni unterzeichnete Dr. Plath.", "Der 2. Bürgermeister kam auch, z.B. im Rathaus."]),
        ("zh", ["两市签署了协议。", "市长说:“欢迎!”", "客人离开了。"]),
    ],
)
def test_sentences_are_cut_where_they_end(language: str, expected: list[str]) -> None:
    joint = "" if language == "zh" else " "
    assert cut(joint.join(expected), language) == expected


def test_a_block_in_another_language_is_told() -> None:
    text = "The two cities signed the agreement in the town hall of the old city.\n两市在市政厅签署了协议。\n"
    assert [s.language for s in sentences(text, blocks(text), "en")] == ["en", "zh"]


@given(st.text(alphabet="ab. !?\n。友", max_size=200), st.sampled_from(["en", "de", "zh"]))
def test_sentences_lie_in_order_and_hold_what_they_say(text: str, language: str) -> None:
    found = list(sentences(text, blocks(text), language))
    assert all(text[s.start : s.end] == s.text for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
