"""When two places, organisations or persons are certainly the same, and when that is for an officer."""

import pytest

from jumelage.register.matching import EntityProfile, Outcome
from jumelage.register.matching.entities import compare


def place(*names: str, level: str = "city", country: str = "BE", gazetteer: str = "") -> EntityProfile:
    return EntityProfile("place", names, level, country, gazetteer)


def organisation(*names: str, place: int | None = None, sort: str = "") -> EntityProfile:
    return EntityProfile("organisation", names, place=place, sort=sort)


def person(*names: str) -> EntityProfile:
    return EntityProfile("person", names)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (place("Gent"), place("Gand", "GENT"), Outcome.SAME),
        (place("Liège"), place("Liege"), Outcome.SAME),
        (place("Antwerp"), place("Antwerp", level="province"), Outcome.DIFFERENT),
        (place("Limburg", level="province"), place("Limburg", level="province", country="NL"), Outcome.DIFFERENT),
        (place("Antwerp"), place("Antwerp", level=""), Outcome.DOUBTFUL),
        (place("Xyzzy", level=""), place("Xyzzy", level=""), Outcome.LIKELY),
        (place("Peking", gazetteer="1"), place("Beijing", gazetteer="1"), Outcome.SAME),
        (place("Chaoyang", gazetteer="1"), place("Chaoyang", gazetteer="2"), Outcome.DIFFERENT),
        (place("!"), place("?"), Outcome.DIFFERENT),
        (organisation("Thomas More Hogeschool"), organisation("Thomas More hogeschool", place=3), Outcome.SAME),
        (organisation("VITO"), organisation("VITO"), Outcome.LIKELY),
        (organisation("VITO"), organisation("VITO", place=3), Outcome.LIKELY),
        (organisation("PZ", place=3), organisation("PZ"), Outcome.DOUBTFUL),
        (organisation("VITO", sort="agency"), organisation("VITO", sort="football club"), Outcome.DOUBTFUL),
        (organisation("陝西師範大學"), organisation("陕西师范大学"), Outcome.SAME),
        (place("廣東", level="province", country="CN"), place("广东", level="province", country="CN"), Outcome.SAME),
        (organisation("VITO", place=3), organisation("VITO", place=3), Outcome.SAME),
        (organisation("VITO", place=3), organisation("VITO", place=4), Outcome.DOUBTFUL),
        (organisation("Chamber of Commerce"), organisation("Chamber of Commerce"), Outcome.DOUBTFUL),
        (organisation("市人民政府外事办公室"), organisation("市人民政府外事办公室"), Outcome.DOUBTFUL),
        (organisation("汉中职业技术学院"), organisation("汉中职业技术学院"), Outcome.SAME),
        (person("Ludwig Caluwé"), person("Caluwé", "Ludwig Caluwe"), Outcome.SAME),
        (person("Caluwé"), person("Caluwé"), Outcome.DOUBTFUL),
        (person("钟国栋"), person("钟国栋"), Outcome.SAME),
        (person("王伟"), person("王伟"), Outcome.DOUBTFUL),
        (person("L. Caluwé"), person("L. Caluwé"), Outcome.DOUBTFUL),
        (person("Luc Broos"), organisation("Luc Broos"), Outcome.DIFFERENT),
    ],
)
def test_entities(one: EntityProfile, other: EntityProfile, outcome: Outcome) -> None:
    assert compare(one, other).outcome == compare(other, one).outcome == outcome


def test_the_ground_is_given() -> None:
    assert compare(place("Mol"), place("Mol")).because == "both a city in BE called Mol"
