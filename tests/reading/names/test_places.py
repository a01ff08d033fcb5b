"""Places are known by the gazetteer or by what stands around them, and told from others of the same name."""

import pytest

from jumelage.vocabulary.kinds import EntityType, PlaceLevel
from tests.reading.names.named import entity, names


@pytest.mark.parametrize(
    ("text", "name", "country", "level"),
    [
        ("The province of Limburg in Belgium is twinned with Guangdong.", "province of Limburg", "BE", "province"),
        ("Limburg (Nederland) heeft een band met de Chinese provincie Sichuan.", "Limburg", "NL", "province"),
        ("The twin towns are Vienne (France) and Esslingen.", "Vienne", "FR", "city"),
        ("Nieuwegein verbrak de stedenband met het Poolse Pulawy.", "Pulawy", "PL", "city"),
        ("Die Stadt Warwick (England) ist Partnerstadt.", "Stadt Warwick", "GB", "city"),
        ("比利时安特卫普省与陕西省结为友好省。", "安特卫普省", "BE", "province"),
    ],
)
def test_what_stands_beside_a_name_decides(text: str, name: str, country: str, level: str) -> None:
    found = entity(text, name)
    assert (found.country, found.level) == (country, PlaceLevel(level))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Le jumelage avec Agnam-Toulel (Sénégal) dure depuis 2008.", "Agnam-Toulel", "SN"),
        ("De gemeente Ommelanderwiek heeft een stedenband.", "gemeente Ommelanderwiek", None),
        ("Die Partnerschaft mit dem polnischen Zbrzeźnica ruht.", "Zbrzeźnica", "PL"),
        ("Eine Partnerschaft mit Roccanera Vercolana in der Toskana besteht.", "Roccanera Vercolana", "IT"),
    ],
)
def test_a_place_the_gazetteer_lacks_is_known_by_what_stands_around_it(
    text: str, name: str, country: str | None
) -> None:
    found = names(text, EntityType.PLACE)
    assert any(name.endswith(n) or n.endswith(name) for n in found)
    if country:
        assert entity(text, name).country == country


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("On Monday the twin towns of Leeds and Lille met in May.", "May"),
        ("Most of the sister cities came.", "Most"),
        ("Une délégation de la ville jumelle est venue.", "Une"),
        ("双方友好合作不断加深,两市签署协议。", "友好"),
    ],
)
def test_common_words_are_no_places(text: str, word: str) -> None:
    assert word not in names(text, EntityType.PLACE)


def test_city_and_province_of_one_name_stay_apart() -> None:
    text = "The Province of Antwerp and the city of Antwerp are twinned, the one with Shaanxi, the other with Shanghai."
    levels = {entity(text, name).level for name in ("Province of Antwerp", "city of Antwerp")}
    assert levels == {PlaceLevel.PROVINCE, PlaceLevel.CITY}
