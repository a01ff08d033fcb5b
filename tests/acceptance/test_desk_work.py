"""The first half of the desk's work on the seeds, compared with the texts by hand.

The documents stand beside the checkout; without them these tests are skipped.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from jumelage.agenda.items import items
from jumelage.agreements.in_force import InForce, in_force
from jumelage.agreements.sides import side_called
from jumelage.commitments.promises import ledger
from jumelage.desk import agenda, promises
from jumelage.desk.in_force import rows_of, things_of
from jumelage.formats import SourceDocument, open_bytes
from jumelage.reading import read_document
from jumelage.register.actions import record

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "benchmark" / "seeds" / "text"
pytestmark = [
    pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout"),
    pytest.mark.django_db,
]


@pytest.fixture
def seeds(db: None) -> None:
    for path in sorted(SEEDS.glob("*.txt")):
        (document,) = open_bytes(path.name, path.read_bytes())
        assert isinstance(document, SourceDocument)
        record(document, read_document(document))


def on(year: int, one: str, other: str) -> InForce:
    return in_force(date(year, 1, 1), [side_called(one), side_called(other)])


def told(found: InForce) -> dict[str, str]:
    """Title and since when, for each bond and paper in force."""
    return {row.title: row.signed for row in rows_of(things_of(found), "en")}


@pytest.mark.usefixtures("seeds")
def test_what_bound_antwerp_and_shaanxi() -> None:
    bonds = {"Antwerp – Shaanxi": "1985", "Turnhout – Hanzhong": "2001"}
    assert told(on(2014, "Antwerp", "Shaanxi")) == bonds
    for year in (2016, 2020):
        papers = told(on(year, "Antwerp", "Shaanxi"))
        assert bonds.items() <= papers.items()
        assert papers["Cooperation agreement: Antwerp – Shaanxi"] == "8 June 2015"


@pytest.mark.usefixtures("seeds")
def test_what_bound_limburg_and_guangdong() -> None:
    assert told(on(2014, "Limburg", "Guangdong")) == {}
    for year in (2016, 2020):
        papers = told(on(year, "Limburg", "Guangdong"))
        assert papers["Guangdong – Limburg"] == "June 2015"
        assert papers["Cooperation agreement: Guangdong – Limburg"] == "June 2015"


@pytest.mark.usefixtures("seeds")
def test_the_undated_agreement_on_lighting_is_told_apart() -> None:
    """The page that tells of it has no date, so nobody can say on which side of a day it was signed."""
    undated = rows_of(on(2016, "Limburg", "Guangdong").undated, "en")
    assert "Strategic partnership: Limburg – GSC" in {row.title for row in undated}


@pytest.mark.usefixtures("seeds")
def test_everything_in_force_says_who_says_so() -> None:
    for pair in (("Antwerp", "Shaanxi"), ("Limburg", "Guangdong")):
        rows = rows_of(things_of(on(2020, *pair)), "en")
        assert rows
        assert all(row.sources and all(source.quote for source in row.sources) for row in rows)


@pytest.mark.usefixtures("seeds")
def test_the_promises_of_chongqing_and_limburg_are_in_the_ledger_unanswered() -> None:
    """Neither text gives a day that can be placed in a year, and neither tells what became of it."""
    rows = {row.action: row for row in promises.rows_of(ledger(date(2026, 11, 22)), "en")}
    platforms = next(row for action, row in rows.items() if "communication platforms" in action)
    roadshow = next(row for action, row in rows.items() if "roadshow and seminar" in action)
    assert [piece.text for piece in platforms.by] == ["POM Antwerp"]
    for row in (platforms, roadshow):
        assert (row.turn, row.firmness, row.due, row.state) == ("unanswered", "announced", "", "")
        assert row.said
        assert row.said[0].quote


@pytest.mark.usefixtures("seeds")
def test_the_anniversaries_of_2026_by_both_customs() -> None:
    """Flemish partners mark fives, Chinese ones tens and send letters in the other years."""
    found = items(date(2026, 1, 1), date(2026, 12, 31), date(2026, 11, 22))
    rows = {row.title: row.detail for row in agenda.rows_of(found, date(2026, 11, 22), "en")}
    letter, celebration, nothing = "letter of congratulation (China)", "celebration (Flanders)", "nothing (Flanders)"
    assert rows["41 years: Antwerp – Shaanxi"] == f"Antwerp: {nothing} · Shaanxi: {letter}"
    assert rows["25 years: Turnhout – Hanzhong"] == f"Turnhout: {celebration} · Hanzhong: {letter}"
    brabant = next(detail for title, detail in rows.items() if re.match("15 years: .* – Flemish Brabant", title))
    assert brabant.endswith(f": {letter} · Flemish Brabant: {celebration}")
    assert rows["15 years: Chongqing – Antwerp"] == f"Chongqing: {letter} · Antwerp: {celebration}"
    assert rows["11 years: Guangdong – Limburg"] == f"Guangdong: {letter} · Limburg: {nothing}"
