"""Names: what script they are in, and what is left of them for comparing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.vocabulary.names import NameForm, Script, folded, script_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Shaanxi", Script.LATIN),
        ("Åre", Script.LATIN),
        ("陕西", Script.HAN),
        ("陝西省", Script.HAN),
        ("Smart Hub 弗拉芒布拉班特", Script.HAN),
        ("University of Antwerp (安大)", Script.LATIN),
        ("Харків", Script.OTHER),
        ("2015", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_a_name_is_in_the_script_of_most_of_its_letters(text: str, script: Script) -> None:
    assert script_of(text) is script
    assert NameForm(text).script is script


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ludwig Caluwé", "LUDWIG CALUWE"),
        ("Xi'an", "Xi’an"),
        ("Saint-Étienne", "saint etienne"),
        ("ＧＳＣ", "GSC"),
        ("吕克·布罗斯", "吕克 布罗斯"),
        ("Gießen", "GIESSEN"),
    ],
)
def test_spellings_of_one_name_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Caluwé", "Caluwaert"), ("陕西", "山西"), ("Limburg", "Limburg (NL)")])
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
