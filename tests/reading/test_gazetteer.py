"""What the gazetteer knows, and which names it finds in running text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jumelage.reading.gazetteer import Place, gazetteer, name_key
from jumelage.reading.gazetteer.table import SortedTable
from jumelage.reading.han import simplified
from jumelage.vocabulary.kinds import PlaceLevel


def senses(name: str) -> set[tuple[str, PlaceLevel]]:
    return {(p.country, p.level) for p in gazetteer().lookup(name)}


def found(text: str, language: str) -> list[str]:
    return [text[h.start : h.end] for h in gazetteer().find(text, language)]


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Antwerp", "BE", PlaceLevel.CITY),
        ("Province of Antwerp", "BE", PlaceLevel.PROVINCE),
        ("provincie Antwerpen", "BE", PlaceLevel.PROVINCE),
        ("province d'Anvers", "BE", PlaceLevel.PROVINCE),
        ("安特衛普省", "BE", PlaceLevel.PROVINCE),
        ("Brabant flamand", "BE", PlaceLevel.PROVINCE),
        ("佛兰德", "BE", PlaceLevel.REGION),
        ("Wallonie", "BE", PlaceLevel.REGION),
        ("Limbourg", "NL", PlaceLevel.PROVINCE),
        ("Bavière", "DE", PlaceLevel.PROVINCE),
        ("Baden-Wuerttemberg", "DE", PlaceLevel.PROVINCE),
        ("石荷州", "DE", PlaceLevel.PROVINCE),
        ("Landkreis Kelheim", "DE", PlaceLevel.DISTRICT),
        ("Regierungsbezirk Oberpfalz", "DE", PlaceLevel.REGION),
        ("Bas-Rhin", "FR", PlaceLevel.PROVINCE),
        ("Bourgogne-Franche-Comté", "FR", PlaceLevel.REGION),
        ("Catalogne", "ES", PlaceLevel.REGION),
        ("Oblast Arkhangelsk", "RU", PlaceLevel.PROVINCE),
        ("Norrbotten", "SE", PlaceLevel.PROVINCE),
        ("County Cork", "IE", PlaceLevel.PROVINCE),
        ("兵庫縣", "JP", PlaceLevel.PROVINCE),
        ("Setchouan", "CN", PlaceLevel.PROVINCE),
        ("Kwangtung", "CN", PlaceLevel.PROVINCE),
        ("广西壮族自治区", "CN", PlaceLevel.PROVINCE),
        ("重慶市", "CN", PlaceLevel.CITY),
        ("Wuxi County", "CN", PlaceLevel.DISTRICT),
        ("巫溪县", "CN", PlaceLevel.DISTRICT),
        ("Liangjiang New Area", "CN", PlaceLevel.DISTRICT),
        ("Xi’an", "CN", PlaceLevel.CITY),
        ("Quebec", "CA", PlaceLevel.PROVINCE),
        ("Georgia (USA)", "US", PlaceLevel.PROVINCE),
        ("Stettin", "PL", PlaceLevel.CITY),
        ("'s-Hertogenbosch", "NL", PlaceLevel.CITY),
        ("République tchèque", "CZ", PlaceLevel.COUNTRY),
    ],
)
def test_a_place_is_known_by_its_names(name: str, country: str, level: PlaceLevel) -> None:
    assert (country, level) in senses(name)


def test_a_word_for_the_level_decides_between_places_of_one_name() -> None:
    assert {level for _, level in senses("Antwerp")} >= {PlaceLevel.CITY, PlaceLevel.PROVINCE}
    assert {level for _, level in senses("Province of Antwerp")} == {PlaceLevel.PROVINCE}
    assert {level for _, level in senses("吉林市")} == {PlaceLevel.CITY}
    assert {level for _, level in senses("吉林省")} == {PlaceLevel.PROVINCE}


def test_the_same_name_in_two_countries_gives_both() -> None:
    assert {country for country, _ in senses("Limburg")} >= {"BE", "NL"}


def test_an_unknown_name_gives_nothing() -> None:
    assert gazetteer().lookup("Xyzzyville") == ()
    assert gazetteer().lookup("") == ()
    assert gazetteer().place("geonames:0") is None


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Wuhan", "Hubei"),
        ("Turnhout", "Province of Antwerp"),
        ("巫溪县", "重庆市"),
        ("Michelstadt", "Hessen"),
        ("Renkum", "Gelderland"),
    ],
)
def test_a_place_lies_within_what_holds_it(inner: str, outer: str) -> None:
    inside, around = gazetteer().lookup(inner)[0], gazetteer().lookup(outer)[0]
    assert gazetteer().within(inside.key, around.key)
    assert not gazetteer().within(around.key, inside.key)
    assert not gazetteer().within(inside.key, inside.key)


@pytest.mark.parametrize("name", ["Antwerp", "Landkreis Kelheim", "陕西", "Tianfu New Area", "Kosovo"])
def test_a_key_leads_back_to_its_place_and_up_to_a_country(name: str) -> None:
    place: Place | None = gazetteer().lookup(name)[0]
    assert place is not None
    assert gazetteer().place(place.key) == place
    chain = [place]
    while place.parent is not None:
        place = gazetteer().place(place.parent)
        assert place is not None
        assert place not in chain
        chain.append(place)
    assert chain[-1].level is PlaceLevel.COUNTRY


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "The Province of Antwerp and Hubei Province met in Turnhout.",
            ["Province of Antwerp", "Hubei Province", "Turnhout"],
        ),
        ("en", "Xi'an's mayor flew to Frankfurt am Main.", ["Xi'an", "Frankfurt am Main"]),
        ("nl", "Van Den Haag naar 's-Hertogenbosch.", ["Den Haag", "'s-Hertogenbosch"]),
        ("fr", "La région d'Île-de-France et Saint-Raphaël.", ["région d'Île-de-France", "Saint-Raphaël"]),
        ("de", "Der Landkreis Kelheim und Bayerns Partner.", ["Landkreis Kelheim", "Bayerns"]),
        ("zh", "武汉市长访问安特衛普省。", ["武汉", "安特衛普省"]),
        ("zh", "巫溪县与重庆市。", ["巫溪县", "重庆市"]),
        ("en", "the turnhout of antwerpian things", []),
    ],
)
def test_the_longest_names_are_found_in_running_text(language: str, text: str, names: list[str]) -> None:
    strong = [text[h.start : h.end] for h in gazetteer().find(text, language) if not h.weak]
    assert strong == names


@pytest.mark.parametrize(
    ("language", "text", "adjective", "country"),
    [
        ("en", "a Flemish delegation", "Flemish", "BE"),
        ("nl", "de Arnhemse wethouder", "Arnhemse", "NL"),
        ("nl", "de West-Vlaamse gouverneur", "West-Vlaamse", "BE"),
        ("fr", "la délégation bavaroise", "bavaroise", "DE"),
        ("de", "der Kölner Oberbürgermeister", "Kölner", "DE"),
        ("de", "eine chinesische Delegation", "chinesische", "CN"),
    ],
)
def test_adjectives_are_marked(language: str, text: str, adjective: str, country: str) -> None:
    (hit,) = (h for h in gazetteer().find(text, language) if h.adjective)
    assert text[hit.start : hit.end] == adjective
    assert hit.places[0].country == country


@pytest.mark.parametrize(
    ("language", "text"), [("de", "Der Hof"), ("nl", "Elk jaar"), ("zh", "友好合作"), ("en", "Mr Wang")]
)
def test_common_words_and_persons_are_weak(language: str, text: str) -> None:
    assert all(hit.weak for hit in gazetteer().find(text, language))


@given(st.text())
def test_hits_are_in_order_inside_the_text_and_apart(text: str) -> None:
    for language in ("en", "nl", "fr", "de", "zh"):
        end = 0
        for hit in gazetteer().find(text, language):
            assert end <= hit.start < hit.end <= len(text)
            assert hit.places
            end = hit.end


@given(st.text())
def test_simplifying_keeps_every_offset(text: str) -> None:
    assert len(simplified(text)) == len(text)


@given(st.text())
@example("𝕬 ℠ ǿ")
def test_a_key_is_its_own_key(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


@given(st.dictionaries(st.text("abc ", min_size=1, max_size=8), st.text("xyz", max_size=600), min_size=1))
def test_a_table_gives_back_what_was_packed(lines: dict[str, str]) -> None:
    packed = "".join(f"{key}\t{value}\n" for key, value in sorted(lines.items())).encode()
    table = SortedTable(packed)
    assert {key: table.get(key) for key in lines} == lines
    assert table.get("d") is None
    assert table.keys_within("a", "b") == [key for key in sorted(lines) if key.startswith("a")]
