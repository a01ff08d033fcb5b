"""Agreements: what was signed, by whom, for whom, when, where, anew or yet to come."""

from typing import Any

import pytest

from jumelage.reading.claims.agreements import find_agreements
from tests.reading.claims.said import said


def agreements(text: str) -> list[dict[str, Any]]:
    return said(find_agreements, text)


@pytest.mark.parametrize(
    ("sentence", "kind", "parties", "signed"),
    [
        (
            "A memorandum between the University of Ghent and Sichuan University was signed on 12 May 2016.",
            "memorandum",
            {"University of Ghent", "Sichuan University"},
            "2016-05-12",
        ),
        (
            "Une convention de partenariat a été signée le 12 avril 2011 entre Rennes et Jinan.",
            "cooperation",
            {"Rennes", "Jinan"},
            "2011-04-12",
        ),
        (
            "Het vriendschapsverdrag tussen Haarlem en Zhenjiang werd in 2003 ondertekend door burgemeester Jaap Pop.",
            "friendship",
            {"Haarlem", "Zhenjiang"},
            "2003",
        ),
        (
            "Die Universität Leipzig und die Fudan-Universität schlossen 1998 einen Kooperationsvertrag.",
            "cooperation",
            {"Universität Leipzig", "Fudan-Universität"},
            "1998",
        ),
        ("2018年5月22日,成都市与根特市在成都签署合作备忘录。", "memorandum", {"成都市", "根特市"}, "2018-05-22"),
    ],
)
def test_kind_parties_and_date(sentence: str, kind: str, parties: set[str], signed: str) -> None:
    [agreement] = agreements(sentence)
    assert (agreement["kind"], agreement["parties"], agreement["signed"]) == (kind, parties, signed)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Coventry and Jinan signed a twinning charter on 3 October 1983. It was renewed in 1998 and again in 2013.",
            {("1983-10-03", False), ("1998", True), ("2013", True)},
        ),
        (
            "La charte de jumelage entre Orléans et Yangzhou, signée en 2012, a été renouvelée en 2017 pour cinq ans.",
            {("2012", False), ("2017", True)},
        ),
        (
            "Der Partnerschaftsvertrag zwischen Köln und Peking wurde am 27. Mai 1997 unterzeichnet und 2007 erneuert.",
            {("1997-05-27", False), ("2007", True)},
        ),
        ("广东省与乌得勒支省于1995年签署友好省协议,2005年续签。", {("1995", False), ("2005", True)}),
    ],
)
def test_each_renewal_is_an_agreement_of_its_own(text: str, dates: set[tuple[str, bool]]) -> None:
    assert {(a["signed"], a.get("renewal", False)) for a in agreements(text)} == dates


def test_signatories_place_and_fields() -> None:
    [agreement] = agreements(
        "La maire de Nantes, Johanna Rolland, et le maire de Qingdao, Meng Fanli, ont signé le 4 juin 2019 à Qingdao "
        "un protocole de coopération sur le tourisme et la culture."
    )
    assert agreement["signatories"] == {"Johanna Rolland", "Meng Fanli"}
    assert agreement["signed_at"] == "Qingdao"
    assert agreement["fields"] == {"tourism", "culture"}


def test_witnesses_do_not_sign() -> None:
    [agreement] = agreements(
        "Leeds and Hangzhou signed a cooperation agreement on 5 May 2010 in the presence of Governor Li Qiang."
    )
    assert "signatories" not in agreement


def test_agreements_with_several_are_several() -> None:
    found = agreements("Edmonton has signed agreements with Harbin, Nashville and Hull.")
    assert [a["parties"] for a in found] == [{"Edmonton", "Harbin"}, {"Edmonton", "Nashville"}, {"Edmonton", "Hull"}]


def test_a_signing_to_come_is_planned() -> None:
    [agreement] = agreements("Tours et Luoyang signeront un accord d'amitié en septembre prochain.")
    assert agreement["planned"] is True


@pytest.mark.parametrize(
    "sentence",
    [
        "A contract between the ports of Ningbo and Lübeck was not signed.",
        "Ein Partnerschaftsvertrag zwischen Kelheim und Anji wurde nicht unterzeichnet.",
        "Gent en Lviv overwegen een samenwerkingsovereenkomst te ondertekenen.",
        "Aucun accord n'a été signé entre Agadir et Qingdao.",
        "原定签署的合肥市与汉诺威市合作意向书没有签署。",
    ],
)
def test_what_was_not_signed_is_none(sentence: str) -> None:
    assert agreements(sentence) == []
