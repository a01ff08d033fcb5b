"""When two names of one text are one person's."""

import pytest

from jumelage.reading.names.person_variants import same_person


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ludwig Caluwé", "Calluwé"),
        ("Ludwig Calluwé", "Ludwig Caluwe"),
        ("Erik Gerits", "Eric Gerits"),
        ("L. Broos", "Luc Broos"),
        ("Wim van de Laar", "Van de Laar"),
        ("Rodrigue TESSIER", "Tessier"),
        ("Tomás Perdomo Hernández", "Perdomo"),
        ("Sun Lihua", "Sun"),
        ("门德斯", "若泽·门德斯"),
        ("門德斯", "若泽·门德斯"),
        ("加贺谷", "加贺谷正人"),
        ("王雯", "Wang Wen"),
        ("李明全", "Li Mingquan"),
    ],
)
def test_one_person_in_full_in_part_misspelt_or_romanised(a: str, b: str) -> None:
    assert same_person(a, b, "en")
    assert same_person(b, a, "en")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bart De Smet", "Anne De Smet"),
        ("Li Ming", "Li Mingquan"),
        ("Zhang Wei", "Zhang Wen"),
        ("Sun Lihua", "Lihua"),
        ("Jan", "Jan Peeters"),
        ("李明", "李明全"),
        ("王雯", "Wang Qiang"),
    ],
)
def test_two_persons(a: str, b: str) -> None:
    assert not same_person(a, b, "en")
    assert not same_person(b, a, "en")
