"""The words that tell of a place by its people or its adjective."""

import pytest

from jumelage.reading.names.inhabitants import inhabitants
from tests.reading.claims.marked import marked


@pytest.mark.parametrize(
    ("language", "sentence", "words"),
    [
        ("nl", "[Arnhem/NL] zwijgt. De Arnhemse schepen zag de Arnhemmers, niet de armen.", ["Arnhemse", "Arnhemmers"]),
        ("nl", "[Antwerpen/BE] won. Een Antwerpse missie vertrok.", ["Antwerpse"]),
        ("de", "[Nürnberg/DE] lud ein. Eine Nürnberger Abordnung kam.", ["Nürnberger"]),
        ("fr", "[Rennes/FR] gagne. Les Rennais et une troupe rennaise chantent.", ["Rennais", "rennaise"]),
        ("fr", "[Namur/BE] gagne. Trois élus namurois partent.", ["namurois"]),
        ("en", "[Chicago/US] won. Two Chicagoans and a Bostonian sang.", ["Chicagoans"]),
        ("en", "[Boston/US] won. Two Bostonians sang.", ["Bostonians"]),
        ("nl", "[Kyoto/JP] zweeg. De Japanners waren hier.", ["Japanners"]),
        ("de", "[Kyoto/JP] schwieg. Die japanische Delegation kam, die Franzosen nicht.", ["japanische"]),
        ("fr", "[Kyoto/JP] se tait. Les Japonais sont venus.", ["Japonais"]),
    ],
)
def test_people_and_adjectives_stand_for_the_place_that_is_named(
    language: str, sentence: str, words: list[str]
) -> None:
    text = marked(language, sentence)
    found = [text.text[m.start : m.end] for mentions in inhabitants(text).values() for m in mentions]
    assert found == words


def test_the_people_of_a_country_stand_for_none_of_several_places() -> None:
    text = marked("nl", "[Kyoto/JP] en [Osaka/JP] zwegen. De Japanners waren hier.")
    assert not any(inhabitants(text).values())
