"""Tables of partners: who stands beside whom, and who only lies in what stands beside it."""

from jumelage.reading import read
from jumelage.vocabulary.claims import Twinning


def pairs(text: str) -> set[frozenset[str]]:
    reading = read(text, document="table.txt")
    twinnings = [claim for claim in reading.claims if isinstance(claim, Twinning)]
    return {frozenset(reading.entities[party].name for party in twinning.parties) for twinning in twinnings}


def test_partners_in_neighbouring_cells_are_couples() -> None:
    table = (
        "Twinnings of our members\n\n"
        "Member\tPartner\tKind\tSince\n"
        "Turnhout\tHanzhong\tsister city\t2001\n"
        "Ghent\tKanazawa\tsister city\t1971\n"
        "Leuven\tKraków\tsister city\t1991\n"
    )
    assert pairs(table) == {
        frozenset({"Turnhout", "Hanzhong"}),
        frozenset({"Ghent", "Kanazawa"}),
        frozenset({"Leuven", "Kraków"}),
    }


def test_a_city_beside_its_own_province_is_no_couple() -> None:
    table = (
        "Sister cities of Turnhout\n\n"
        "City\tProvince\tSince\n"
        "Hanzhong\tShaanxi\t2001\n"
        "Chengdu\tSichuan\t2004\n"
        "Suzhou\tJiangsu\t2010\n"
    )
    assert frozenset({"Hanzhong", "Shaanxi"}) not in pairs(table)
    assert frozenset({"Chengdu", "Sichuan"}) not in pairs(table)
    assert frozenset({"Turnhout", "Hanzhong"}) in pairs(table)
