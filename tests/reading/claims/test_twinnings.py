"""Twinnings in sentences and lists of the five languages: who with whom, what kind, since and until when."""

from typing import Any

import pytest

from jumelage.reading.claims.twinnings import find_twinnings
from tests.reading.claims.said import said

Expected = tuple[str, str, str, str | None, str | None]


def bonds(text: str) -> set[Expected]:
    """(one party, the other, kind, since, until), parties in alphabetical order."""

    def bond(twinning: dict[str, Any]) -> Expected:
        one, other = sorted(twinning["parties"])
        return one, other, twinning["kind"], twinning.get("since"), twinning.get("until")

    return {bond(t) for t in said(find_twinnings, text)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Coventry has been twinned with Stalingrad since 1944 and with Dresden since 1959.",
            {("Coventry", "Stalingrad", "sister", "1944", None), ("Coventry", "Dresden", "sister", "1959", None)},
        ),
        ("Leuven's partner city is Chengdu.", {("Chengdu", "Leuven", "sister", None, None)}),
        (
            "In 2003, Pittsburgh established a sister city relationship with Wuhan.",
            {("Pittsburgh", "Wuhan", "sister", "2003", None)},
        ),
        (
            "Chattanooga's sister cities include Hamm, Germany; Wuxi, China; and Tono, Japan.",
            {
                ("Chattanooga", "Hamm", "sister", None, None),
                ("Chattanooga", "Wuxi", "sister", None, None),
                ("Chattanooga", "Tono", "sister", None, None),
            },
        ),
        (
            "Depuis 1987, Bordeaux et Fukuoka sont villes jumelées.",
            {("Bordeaux", "Fukuoka", "sister", "1987", None)},
        ),
        (
            "Lille est jumelée avec Leeds (1968), Cologne (1958) et Turin (1958).",
            {
                ("Leeds", "Lille", "sister", "1968", None),
                ("Cologne", "Lille", "sister", "1958", None),
                ("Lille", "Turin", "sister", "1958", None),
            },
        ),
        (
            "Le jumelage entre Dijon et Mayence, scellé en 1958, est l'un des plus anciens.",
            {("Dijon", "Mayence", "sister", "1958", None)},
        ),
        (
            "Sinds 1982 heeft Gouda een stedenband met Solingen en Gloucester.",
            {("Gouda", "Solingen", "sister", "1982", None), ("Gloucester", "Gouda", "sister", "1982", None)},
        ),
        (
            "Apeldoorn onderhoudt een vriendschapsband met Charlottenburg (sinds 1968) en met Banda Aceh.",
            {
                ("Apeldoorn", "Charlottenburg", "friendship", "1968", None),
                ("Apeldoorn", "Banda Aceh", "friendship", None, None),
            },
        ),
        ("Leipzig und Nanjing sind seit 1988 Partnerstädte.", {("Leipzig", "Nanjing", "sister", "1988", None)}),
        (
            "Seit 2010 ist Graz mit Dubrovnik und Pula verschwistert.",
            {("Dubrovnik", "Graz", "sister", "2010", None), ("Graz", "Pula", "sister", "2010", None)},
        ),
        ("昆明市与瑞士苏黎世市于1982年2月17日结为友好城市。", {("昆明市", "苏黎世市", "sister", "1982-02-17", None)}),
        ("1985年10月,南京市与埃因霍温市正式建立友好城市关系。", {("南京市", "埃因霍温市", "sister", "1985-10", None)}),
    ],
)
def test_a_sentence_gives_its_bonds(sentence: str, expected: set[Expected]) -> None:
    assert bonds(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("Zoetermeer beëindigde in 2012 de stedenband met Nitra, die sinds 1991 bestond.", "2012"),
        ("Brugge is verzusterd met Salamanca. De stedenband met Arezzo werd in 2010 beëindigd.", "2010"),
    ],
)
def test_what_ended_has_its_end(sentence: str, until: str) -> None:
    assert until in {bond[4] for bond in bonds(sentence)}


@pytest.mark.parametrize(
    "text",
    [
        "Chemnitz ist Partnerstadt von Taiyuan seit 1999. Bis zum 30. Juni 2030 erscheint eine neue Broschüre darüber.",
        "Hull is twinned with Freetown since 1979. Another leaflet will be on display until 30 June 2030.",
    ],
)
def test_a_day_by_which_something_else_is_to_be_done_ends_no_bond(text: str) -> None:
    assert {bond[4] for bond in bonds(text)} == {None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Talks on a twinning between Hull and Freetown are under way, but nothing has been decided.",
        "The council voted not to become a sister city of Qingdao.",
        "Het college wil een stedenband met Lviv aangaan.",
        "Düsseldorf plant eine Partnerschaft mit Czernowitz.",
        "Le conseil a refusé le jumelage entre Nantes et Moscou.",
        "两市将结为友好城市。",
    ],
)
def test_what_is_wished_for_refused_or_to_come_is_no_bond(sentence: str) -> None:
    assert bonds(sentence) == set()


def test_an_anniversary_tells_the_year_it_counts_from() -> None:
    text = "This year marks the 25th anniversary of the twinning between Dundee and Würzburg.\nPublished 3 May 2012."
    assert bonds(text) == {("Dundee", "Würzburg", "sister", "1987", None)}


def test_a_list_takes_its_kind_from_its_heading_and_its_owner_from_the_page() -> None:
    text = (
        "Sister cities of Pittsburgh\n\nSister Cities\nBilbao, Spain (1987)\nDonetsk, Ukraine (1999)\n"
        "Saitama, Japan (1998)\n\nFriendship Cities\nDar es Salaam, Tanzania - 2017\nGlasgow, Scotland - 2019\n"
    )
    assert bonds(text) == {
        ("Bilbao", "Pittsburgh", "sister", "1987", None),
        ("Donetsk", "Pittsburgh", "sister", "1999", None),
        ("Pittsburgh", "Saitama", "sister", "1998", None),
        ("Dar es Salaam", "Pittsburgh", "friendship", "2017", None),
        ("Glasgow", "Pittsburgh", "friendship", "2019", None),
    }


def test_years_may_stand_first_and_places_in_chinese_columns() -> None:
    german = "Partnerstädte von Bremen\n\n1976: Danzig (Polen)\n1983: Riga (Lettland)\n1985: Dalian (China)\n"
    chinese = (
        "苏州市友好城市\n\n意大利 威尼斯市 1980年3月24日\n日本 金泽市 1981年6月13日\n法国 格勒诺布尔市 1995年9月17日\n"
    )
    assert {b[3] for b in bonds(german)} == {"1976", "1983", "1985"}
    assert bonds(chinese) == {
        ("威尼斯市", "苏州市", "sister", "1980-03-24", None),
        ("苏州市", "金泽市", "sister", "1981-06-13", None),
        ("格勒诺布尔市", "苏州市", "sister", "1995-09-17", None),
    }


def test_a_city_tie_falls_under_the_province_tie_it_grew_from() -> None:
    text = (
        "Saskatchewan and Jilin have been sister provinces since 1984. Other links have grown up under the provincial "
        "one. Regina and Jilin City became sister cities in 1990."
    )
    within = [t.get("within") for t in said(find_twinnings, text) if "Regina" in t["parties"]]
    assert within == [{"Saskatchewan", "Jilin"}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seit 1972 sind Wolfsburg und Luton Partnerstädte. Mit Changchun kam 2006 eine weitere hinzu.",
            {("Luton", "Wolfsburg", "sister", "1972", None), ("Changchun", "Wolfsburg", "sister", "2006", None)},
        ),
        (
            "Lancaster is twinned with Aalborg and Rendsburg, both since 1968, and has friendly ties with Perpignan.",
            {
                ("Aalborg", "Lancaster", "sister", "1968", None),
                ("Lancaster", "Rendsburg", "sister", "1968", None),
                ("Lancaster", "Perpignan", "friendship", None, None),
            },
        ),
    ],
)
def test_what_was_told_just_before_still_holds(text: str, expected: set[Expected]) -> None:
    assert bonds(text) == expected
