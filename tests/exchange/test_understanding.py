"""What a list says, however it spells its places."""

import pytest

from jumelage.exchange import guess_mapping, open_table
from jumelage.exchange.understanding import Understood, understand

from .conftest import HEADING


def read(text: str) -> Understood:
    table = open_table("list.csv", text.encode())
    return understand(table, guess_mapping(table))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lille,France,Leeds,England", 'Lille,France,Leeds,"England, United Kingdom"'),
        ("Lille,France,Leeds,United Kingdom", "Leeds,United Kingdom,Lille,France"),
        ("Paris,France,Berlin – Neukölln,Germany", "Paris,France,Neukölln (Berlin),Germany"),
        ("Liège,Belgium,Lille,France", "Liege,Belgium,Lille,France"),
        ("Tbilisi,Georgia (country),Lille,France", "Tbilisi,Georgia,Lille,France"),
        ("Xyzzy (Foo),France,Lille,France", "Xyzzy,France,Lille,France"),
        ("Florenz,Italien,Reims,Frankreich", "Florence,Italy,Reims,France"),
        ('"Argentan, France",France,Rugby,United Kingdom', "Argentan,France,Rugby,United Kingdom"),
        ("Medford (Oregon){{!}}Medford,Stati Uniti,Alba,Italia", "Medford (Oregon),Stati Uniti,Alba,Italia"),
        ("Union_City,United States,Lille,France", "Union City,United States,Lille,France"),
    ],
)
def test_spellings_of_one_twinning_are_one(one: str, other: str) -> None:
    claims = read(f"{HEADING}{one},\n{other},\n").reading.claims
    assert [len(claim.evidence) for claim in claims] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lille,France,Soest,Germany", "Lille,France,Soest,Netherlands"),
        ("Lille,France,Córdoba,Spain", "Lille,France,Córdoba,Argentina"),
        ("Lille,France,Xyzzy,France", "Lille,France,Xyzzy,Germany"),
        ("Lille,France,Xyzzy (Foo),France", "Lille,France,Xyzzy (Bar),France"),
        ("Lille,France,Xyzzy,Poland", "Lille,France,Xyzzy (rural gmina),Poland"),
        ("Lille,France,Fulda,Germany", "Lille,France,Fulda (Kreis),Germany"),
        ("Lille,France,Istanbul,Turkey", "Lille,France,Istanbul (Bezirk Kadiköy),Turkey"),
        ("Lille,France,Antwerp,Belgium", "Lille,France,Antwerp Province,Belgium"),
    ],
)
def test_namesakes_are_two(one: str, other: str) -> None:
    assert len(read(f"{HEADING}{one},\n{other},\n").reading.claims) == 2


def test_a_place_may_be_twinned_with_its_namesake() -> None:
    [twinning] = read(f"{HEADING}Xyzzy,Germany,Xyzzy,Germany,\n").reading.claims
    assert len(twinning.entity_ids()) == 2


def test_the_town_is_meant_where_nothing_says_province() -> None:
    entities = read(f"{HEADING}Antwerpen,Belgien,Province of Antwerp,Belgium,\n").reading.entities
    assert [entity.level for entity in entities.values()] == ["city", "province"]


def test_a_point_tells_namesakes_apart() -> None:
    heading = "party_a,country_a,lat_a,lon_a,party_b,country_b\n"
    rows = "Frankfurt,Germany,52.34,14.55,Lille,France\nFrankfurt,Germany,50.11,8.68,Lille,France\n"
    assert len(read(f"{heading}{rows}").reading.claims) == 2


def test_a_twinning_cites_its_row() -> None:
    text = f'{HEADING}Lille,France,"Leeds",United Kingdom,1968\n'
    [twinning] = read(text).reading.claims
    [passage] = twinning.evidence
    assert text[passage.start : passage.end] == 'Lille,France,"Leeds",United Kingdom,1968'
    assert str(twinning.values()["since"]) == "1968"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("1985-06-03T00:00:00Z", "1985-06-03"),
        ("1985-00-00", "1985"),
        ("14.06.1985", "1985-06-14"),
        ("3 juni 1985", "1985-06-03"),
        ("1985年6月3日", "1985-06-03"),
        ("1985~", "1985~"),
    ],
)
def test_dates_are_read_as_lists_write_them(written: str, date: str) -> None:
    [twinning] = read(f"{HEADING}Lille,France,Leeds,United Kingdom,{written}\n").reading.claims
    assert str(twinning.values()["since"]) == date


def test_everything_that_is_wrong_is_told_at_once() -> None:
    rows = (
        "Lille,France,,France,soon",
        "Lille,France,Leeds,GB,soon",
        "Lille,France,Frankrijk,,",
        "Lille,France,1930,,",
    )
    errors = read(HEADING + "\n".join(rows)).errors
    assert sorted(errors) == [2, 3, 4, 5]
    assert "is a country" in errors[4]


def test_the_chinese_register_is_understood() -> None:
    rows = "陕西省,,安特卫普省,比利时,1985-10-12,1985\n山东省,泰安市,洛特,德国,,1994\n"
    understood = read(f"prov,city,w_city,w_country,qzsj,jhsj\n{rows}")
    assert not understood.errors
    first, second = understood.reading.claims
    assert [str(c.values()["since"]) for c in (first, second)] == ["1985-10-12", "1994"]
    keys = {understood.reading.entities[e].gazetteer for e in first.entity_ids()}
    assert keys == {"iso:CN-SN", "iso:BE-VAN"}


def test_what_an_endpoint_answers_is_understood() -> None:
    text = """{"head": {"vars": ["item", "itemLabel", "partner", "partnerLabel", "start"]}, "results": {"bindings": [
      {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q12892"},
       "itemLabel": {"type": "literal", "value": "Antwerpen"},
       "partner": {"type": "uri", "value": "http://www.wikidata.org/entity/Q8686"},
       "partnerLabel": {"type": "literal", "value": "Shanghai"},
       "start": {"type": "literal", "value": "1984-01-01T00:00:00Z"}}]}}"""
    understood = read(text)
    [twinning] = understood.reading.claims
    ids = [understood.reading.entities[e].wikidata for e in twinning.entity_ids()]
    assert sorted(filter(None, ids)) == ["Q12892", "Q8686"]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        (
            "Partij;Partner;Soort;Getekend\nProvincie Antwerpen;Shaanxi;MoU;mei 2016\n",
            "agreement",
            {"kind": "memorandum", "signed": "2016-05"},
        ),
        (
            "visitors,hosts,start,end\nShaanxi,Province of Antwerp,2015-06-08,2015-06-10\n",
            "visit",
            {"end": "2015-06-10"},
        ),
        ("name,function,organisation\nLuc Broos,directeur,POM Antwerpen\n", "post", {"title": "directeur"}),
    ],
)
def test_other_kinds_are_guessed_by_their_headings(text: str, kind: str, values: dict[str, str]) -> None:
    [claim] = read(text).reading.claims
    said = claim.values()
    assert (claim.type, {name: str(said[name]) for name in values}) == (kind, values)


def test_a_list_of_places_has_an_entity_a_row_and_all_its_names() -> None:
    understood = read("place,country,wikidata\nKyiv; Kiew; 基輔,Ukraine,Q1899\n")
    [kyiv] = understood.reading.entities.values()
    assert ([form.text for form in kyiv.names], kyiv.wikidata, kyiv.country) == (
        ["Kyiv", "Kiew", "基輔"],
        "Q1899",
        "UA",
    )
