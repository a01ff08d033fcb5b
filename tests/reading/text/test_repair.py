"""Damaged text is repaired for reading, and each character knows where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.reading.text.repair import repair


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("La ville de LiÃ¨ge a signÃ©", "La ville de Liège a signé"),
        ("het college zei: â€˜jaâ€™", "het college zei: ‘ja’"),
        ("Tours &amp; Mulheim &#8211; 1962", "Tours & Mulheim – 1962"),
        ("友好關(guān)係(xì)城市", "友好关系城市"),
        ("市长(Marco Serra)来访", "市长(Marco Serra)来访"),
        ("締結為姊妹市", "缔结为姊妹市"),
        ("２０１５年６月８日", "2015年6月8日"),
        ("Part\u00adner\u00adstadt", "Partnerstadt"),
    ],
)
def test_damage_is_repaired(damaged: str, repaired: str) -> None:
    assert repair(damaged).text == repaired


def test_gbk_shifted_by_a_byte_is_read_again() -> None:
    sentence = "省长表示欢迎"
    shifted = ("”" + sentence).encode("gb18030")[1:].decode("gb18030", "ignore")
    assert sentence[:-1] in repair(f"友好城市之一?!{shifted}。").text


def test_common_text_is_not_taken_for_damage() -> None:
    text = "真的吗?我们欢迎友好城市的客人。Où ça? À Besançon."
    assert repair(text).text == text


def test_a_passage_leads_back_to_the_damaged_text() -> None:
    damaged = "Elle a remerciÃ© la ville de LiÃ¨ge hier."
    repaired = repair(damaged)
    start = repaired.text.index("Liège")
    assert damaged[slice(*repaired.original(start, start + len("Liège")))] == "LiÃ¨ge"


def test_the_script_of_the_document_is_kept_beside_what_is_read() -> None:
    repaired = repair("重慶市與安特衛普省")
    assert (repaired.text, repaired.written) == ("重庆市与安特卫普省", "重慶市與安特衛普省")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_every_character_has_a_place_and_places_go_on(text: str) -> None:
    repaired = repair(text)
    assert len(repaired.text) == len(repaired.written) == len(repaired.starts) == len(repaired.ends)
    spans = list(zip(repaired.starts, repaired.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text(alphabet=" abcdeABCé.,\n-", max_size=300))
def test_undamaged_characters_stand_where_they_stood(text: str) -> None:
    repaired = repair(text)
    assert all(
        character in (text[start], " ", "-") for character, start in zip(repaired.text, repaired.starts, strict=True)
    )
