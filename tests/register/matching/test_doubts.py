"""What the register takes for the same across documents, and what it leaves to an officer."""

import pytest

from jumelage.register.models import Entity, Judgement, Verdict
from tests.register.conftest import tell

PROVINCE = {"type": "place", "level": "province", "country": "BE", "names": ["Antwerp"]}
GOVERNED = {"type": "post", "person": "e1", "title": "deputy", "of": "e2"}

pytestmark = pytest.mark.django_db


def deputies(*names: str) -> None:
    for name in names:
        tell(f"{name}, deputy of Antwerp", {"e1": {"type": "person", "names": [name]}, "e2": PROVINCE}, [GOVERNED])


def opened(kind: str) -> list[str]:
    return sorted(Entity.objects.filter(record__kind=kind).values_list("name", flat=True))


def test_an_acronym_that_only_one_organisation_has_is_that_organisation() -> None:
    for year in ("2015", "2016"):
        vito = {"type": "organisation", "names": ["VITO"]}
        signed = {"type": "agreement", "kind": "memorandum", "parties": ["e1", "e2"], "signed": year}
        tell(f"VITO and Antwerp signed in {year}", {"e1": vito, "e2": PROVINCE}, [signed])
    assert opened("organisation") == ["VITO"]
    assert Judgement.objects.filter(verdict=Verdict.SAME, because="both called VITO, as nothing else is").exists()


def test_colleagues_of_names_one_letter_apart_are_doubted() -> None:
    deputies("Ludwig Caluwé", "Ludwig Calluwé")
    assert opened("person") == ["Ludwig Calluwé", "Ludwig Caluwé"]
    doubt = Judgement.objects.get(verdict=Verdict.MAYBE, right__record__kind="person")
    assert doubt.because == "Ludwig Calluwé and Ludwig Caluwé are one letter apart; both hold a post there"


def test_a_surname_is_doubted_to_be_the_colleague_of_that_surname() -> None:
    deputies("Ludwig Caluwé", "Caluwe")
    assert Judgement.objects.get(verdict=Verdict.MAYBE, right__record__kind="person").left.record.entity.name


def test_colleagues_of_other_names_are_not_doubted() -> None:
    deputies("Ludwig Caluwé", "Luc Broos", "Jan Li", "Jun Lu")
    assert not Judgement.objects.filter(verdict=Verdict.MAYBE, right__record__kind="person").exists()


def test_traditional_and_simplified_names_meet_across_documents() -> None:
    for name in ("廣東", "广东"):
        place = {"type": "place", "level": "province", "country": "CN", "names": [name]}
        twinned = {"type": "twinning", "kind": "sister", "parties": ["e1", "e2"]}
        tell(f"{name} Antwerp", {"e1": place, "e2": PROVINCE}, [twinned])
    assert len(opened("place")) == 2
