"""What must be got right in the five seed documents, each of which tells one of the five model partnerships.

The documents stand beside the checkout; without them these tests are skipped.
"""

from pathlib import Path
from typing import Any

import pytest

from jumelage.reading import read
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.names import Script
from jumelage.vocabulary.reading import Reading

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "benchmark" / "seeds" / "text"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")


class Read:
    """A seed that was read, with questions to ask of it."""

    def __init__(self, number: int) -> None:
        self.text = (SEEDS / f"seed-00{number}.txt").read_bytes().decode()
        self.reading: Reading = read(self.text, document=f"seed-00{number}")

    def claims(self, claim_type: str, /, **wanted: Any) -> list[Claim]:
        return [
            c
            for c in self.reading.claims
            if c.type == claim_type and all(self.says(c, f, v) for f, v in wanted.items())
        ]

    def says(self, claim: Claim, field: str, wanted: Any) -> bool:
        value = getattr(claim, field)
        if isinstance(wanted, set):
            return len(value) == len(wanted) and all(wanted & self.names(v) for v in value)
        return self.short(value) == wanted

    def names(self, entity: str) -> set[str]:
        return {form.text for form in self.reading.entities[EntityId(entity)].names}

    def short(self, value: Any) -> str:
        """The shortest form of an entity's name, in Latin letters where there is one; or the value as text."""
        entity = self.reading.entities.get(value) if isinstance(value, str) else None
        if entity is None:
            return str(value)
        return min(entity.names, key=lambda form: (form.script is not Script.LATIN, len(form.text))).text

    def quotes(self, claim: Claim) -> str:
        return " ".join(self.text[p.start : p.end] for p in claim.evidence)


@pytest.fixture(scope="module")
def antwerp_shaanxi() -> Read:
    return Read(0)


@pytest.fixture(scope="module")
def brabant_chengdu() -> Read:
    return Read(1)


@pytest.fixture(scope="module")
def embassy_visit() -> Read:
    return Read(2)


@pytest.fixture(scope="module")
def tenth_anniversary() -> Read:
    return Read(3)


@pytest.fixture(scope="module")
def limburg_guangdong() -> Read:
    return Read(4)


class TestAntwerpAndShaanxi:
    def test_twinned_since_1985(self, antwerp_shaanxi: Read) -> None:
        assert antwerp_shaanxi.claims("twinning", parties={"Antwerp", "Shaanxi"}, since="1985")

    def test_turnhout_and_hanzhong_are_a_twinning_of_their_own(self, antwerp_shaanxi: Read) -> None:
        assert antwerp_shaanxi.claims("twinning", parties={"Turnhout", "Hanzhong"}, kind="friendship", since="2001")

    def test_monday_8_june_is_placed_in_2015_and_says_how(self, antwerp_shaanxi: Read) -> None:
        (visit,) = antwerp_shaanxi.claims("visit", visitors={"Shaanxi"}, start="2015-06-08")
        assert "1985" in visit.worked_out["start"]

    def test_companies_and_campus_are_stops_of_that_visit(self, antwerp_shaanxi: Read) -> None:
        (visit,) = antwerp_shaanxi.claims("visit", visitors={"Shaanxi"})
        stops = {antwerp_shaanxi.short(s) for s in getattr(visit, "stops", ())}
        assert {"Janssen Pharmaceutica", "Umicore", "Thomas More"} <= stops

    def test_the_memorandum_binds_vito_and_not_the_province(self, antwerp_shaanxi: Read) -> None:
        (memorandum,) = antwerp_shaanxi.claims("agreement", kind="memorandum")
        assert antwerp_shaanxi.says(memorandum, "parties", {"VITO", "SPIERCE"})

    def test_six_scholarships_a_year(self, antwerp_shaanxi: Read) -> None:
        assert antwerp_shaanxi.claims("programme", kind="scholarship", quantity="6", per="year")

    def test_a_misspelt_title_stays_as_it_is(self, antwerp_shaanxi: Read) -> None:
        assert antwerp_shaanxi.claims("post", person="Cathy Berx", title="governer", of="Antwerp")


class TestBrabantAndChengdu:
    def test_the_memorandum_of_2011(self, brabant_chengdu: Read) -> None:
        assert brabant_chengdu.claims(
            "agreement", kind="memorandum", parties={"Flemish Brabant", "Chengdu"}, signed="2011-05-27"
        )

    def test_the_memorandum_of_2019_has_four_parties_and_no_signer(self, brabant_chengdu: Read) -> None:
        (memorandum,) = brabant_chengdu.claims("agreement", signed="2019-06-03")
        parties = {"Chengdu High-Tech Zone", "Tianfu Life Science Park", "Chengdu Bio Town", "Smart Hub"}
        assert {
            brabant_chengdu.short(p).removesuffix(" Flemish Brabant") for p in memorandum.values()["parties"]
        } == parties
        assert "signatories" not in memorandum.values()

    def test_the_five_areas_are_the_topics_of_the_twinning(self, brabant_chengdu: Read) -> None:
        (twinning,) = brabant_chengdu.claims("twinning", parties={"Flemish Brabant", "Chengdu"})
        assert {"trade and investment", "education", "culture", "heritage"} <= set(twinning.values()["fields"])

    def test_chengdu_is_a_city(self, brabant_chengdu: Read) -> None:
        assert {e.level for e in brabant_chengdu.reading.entities.values() if e.name == "Chengdu"} == {"city"}


class TestEmbassyVisit:
    def test_the_ambassador_travels_for_belgium(self, embassy_visit: Read) -> None:
        (visit,) = embassy_visit.claims("visit", start="2023-02-22", end="2023-02-25")
        assert embassy_visit.says(visit, "visitors", {"Belgium"})
        assert embassy_visit.says(visit, "hosts", {"Chongqing"})

    def test_the_crown_prince_led_the_delegation_of_2011(self, embassy_visit: Read) -> None:
        (visit,) = embassy_visit.claims("visit", start="2011")
        assert embassy_visit.short(visit.values()["head"]).endswith("Philippe")

    def test_the_letter_of_intent_is_between_two_science_parks(self, embassy_visit: Read) -> None:
        (letter,) = embassy_visit.claims("agreement", kind="letter of intent")
        kinds = {embassy_visit.reading.entities[p].kind for p in letter.values()["parties"]}
        assert len(letter.values()["parties"]) == 2
        assert kinds == {"science park"}

    def test_the_footer_says_nothing(self, embassy_visit: Read) -> None:
        footer = embassy_visit.text.index("MUST READ")
        assert all(p.end <= footer for claim in embassy_visit.reading.claims for p in claim.evidence)


class TestTenthAnniversary:
    def test_the_meeting_was_online(self, tenth_anniversary: Read) -> None:
        (meeting,) = tenth_anniversary.claims("event", start="2021-12-22")
        assert meeting.values()["online"]

    def test_the_letter_of_intent_is_of_the_two_offices(self, tenth_anniversary: Read) -> None:
        (letter,) = tenth_anniversary.claims("agreement", kind="letter of intent")
        names = {tenth_anniversary.short(p) for p in letter.values()["parties"]}
        assert "POM Antwerp" in names
        assert any(name.startswith("Foreign Affairs Office") for name in names)

    def test_chongqing_gave_the_masks(self, tenth_anniversary: Read) -> None:
        (donation,) = tenth_anniversary.claims("programme", kind="donation")
        assert [tenth_anniversary.short(p) for p in donation.values()["parties"]] == ["Chongqing", "Antwerp"]

    def test_the_honour_is_luc_broos_s(self, tenth_anniversary: Read) -> None:
        (honour,) = tenth_anniversary.claims("honour")
        assert tenth_anniversary.short(honour.values()["recipient"]) == "Broos"

    def test_ten_visits_in_all_are_no_visit(self, tenth_anniversary: Read) -> None:
        assert not tenth_anniversary.claims("visit")

    def test_what_the_chinese_half_repeats_is_counted_once(self, tenth_anniversary: Read) -> None:
        assert len(tenth_anniversary.claims("twinning")) == 1


class TestLimburgAndGuangdong:
    def test_limburg_is_the_belgian_one(self, limburg_guangdong: Read) -> None:
        countries = {
            e.country for e in limburg_guangdong.reading.entities.values() if "Limburg" in {n.text for n in e.names}
        }
        assert countries == {"BE"}

    def test_the_deputy_signed_and_the_governor_was_witness(self, limburg_guangdong: Read) -> None:
        (agreement,) = [
            c
            for c in limburg_guangdong.claims("agreement", kind="strategic partnership")
            if c.values().get("signatories")
        ]
        assert [limburg_guangdong.short(s) for s in agreement.values()["signatories"]] == ["Erik Gerits"]
        assert limburg_guangdong.says(agreement, "parties", {"Limburg", "GSC"})

    def test_the_provinces_signed_in_june_2015(self, limburg_guangdong: Read) -> None:
        assert limburg_guangdong.claims("agreement", parties={"Limburg", "Guangdong"}, signed="2015-06")

    def test_governor_and_deputy_travelled_in_october_2015(self, limburg_guangdong: Read) -> None:
        (visit,) = limburg_guangdong.claims("visit", visitors={"Limburg"}, start="2015-10")
        people = [visit.values()["head"], *visit.values()["participants"]]
        assert {limburg_guangdong.reading.entities[p].name for p in people} == {"Herman Reynders", "Jean-Paul Peuskens"}

    def test_the_chambers_have_an_agreement_of_their_own(self, limburg_guangdong: Read) -> None:
        names = [
            {limburg_guangdong.short(p) for p in c.values()["parties"]} for c in limburg_guangdong.claims("agreement")
        ]
        assert any("CCPIT" in parties for parties in names)

    def test_the_autumn_roadshow_is_a_plan(self, limburg_guangdong: Read) -> None:
        assert any("roadshow" in c.values()["action"] for c in limburg_guangdong.claims("commitment"))
