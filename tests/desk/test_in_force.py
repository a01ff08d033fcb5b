"""What was in force on a day: the page, the file and the command say the same."""

import csv
import io

import pytest
from click.testing import CliRunner
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jumelage.desk.addresses import record_address
from jumelage.register.actions import add, enter
from jumelage.register.models import Entity, Record
from tests.desk.conftest import Page, address_of
from tests.desk.test_lists import many_twinnings

pytestmark = pytest.mark.usefixtures("partnership")


@pytest.fixture
def officer() -> User:
    return User.objects.create_user("mei")


def of_five_years(officer: User, **more: list[str | Entity]) -> Record:
    """The memorandum of 12 May 2014, which an officer found to run for five years at a time."""
    memorandum = Record.objects.get(kind="agreement")
    add(officer, memorandum, {"term": ["P5Y"], **more}, version=memorandum.version, reason="article 7")
    return memorandum


def main_part(text: str) -> str:
    return text.partition('<main id="main"')[2]


def test_nothing_bound_before_the_first_bond(page: Page) -> None:
    assert "No source tells of anything in force on that day." in page("/in-force/?on=2003-12-31")


def test_a_bond_and_a_paper_with_their_sources(page: Page) -> None:
    text = main_part(page("/in-force/?on=2016-01-01&place=Harderwijk&place=丽水"))
    assert "2 bonds and papers in force" in text
    assert "no source says until when" in text
    assert "signed a memorandum on health with Lishui on 12 May 2014" in text


def test_what_is_not_renewed_lapses(page: Page, officer: User) -> None:
    of_five_years(officer)
    assert "to be renewed by 11 May 2019, or it lapses" in page("/in-force/?on=2018-01-01")
    text = main_part(page("/in-force/?on=2020-01-01"))
    assert "1 bond or paper in force" in text
    assert "No longer in force" in text
    assert "lapsed" in text


def test_notice_counts_from_the_term_that_runs(page: Page, officer: User) -> None:
    of_five_years(officer, tacit=["P5Y"], notice=["P6M"])
    assert "notice by 11 November 2023, or it goes on until 11 May 2029" in page("/in-force/?on=2020-01-01")


def test_a_renewal_is_a_paper_of_its_own(page: Page, officer: User) -> None:
    memorandum = of_five_years(officer)
    parties = list(Entity.objects.filter(name__in=["Harderwijk", "Lishui"]))
    enter(
        officer,
        "agreement",
        {
            "kind": ["memorandum"],
            "parties": parties,
            "signed": ["2019-03-01"],
            "term": ["P3Y"],
            "renews": [str(memorandum.pk)],
        },
    )
    text = main_part(page("/in-force/?on=2021-01-01"))
    assert "renewed by 1 paper" in text
    assert "11 May 2022" in text
    assert "12 May 2014" in text


def test_who_asks_for_a_stranger_is_told(page: Page) -> None:
    assert "Nothing in the register is called “Atlantis”." in page("/in-force/?place=Atlantis")
    assert "“soon” is no day" in page("/in-force/?on=soon", 400)


def test_each_source_has_a_line_of_its_own_in_the_file(client: Client) -> None:
    response = client.get("/in-force.csv?on=2016-01-01&place=Lishui")
    assert response.headers["Content-Disposition"] == 'attachment; filename="in-force-2016-01-01.csv"'
    rows = list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))
    assert {row["Title"] for row in rows} == {"Harderwijk – Lishui", "Memorandum of understanding: Harderwijk – Lishui"}
    assert "Harderwijk and Lishui have been sister cities since 2004." in {row["Quote"] for row in rows}


def test_many_take_no_more_queries_than_a_few(client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/in-force/?on=2016-01-01")
        return len(asked)

    many_twinnings(0, 3)
    few = queries()
    many_twinnings(3, 30)
    assert queries() == few


def test_the_command_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from jumelage import cli

    monkeypatch.setattr(cli, "_open_register", lambda: None)
    told = CliRunner().invoke(cli.main, ["in-force", "--on", "2016-01-01", "Lishui"])
    assert told.exit_code == 0, told.output
    assert "2 bonds and papers in force on 2016-01-01" in told.output
    assert "“Harderwijk and Lishui have been sister cities since 2004.”" in told.output
    stranger = CliRunner().invoke(cli.main, ["in-force", "Atlantis"])
    assert stranger.exit_code == 1
    assert "called “Atlantis”" in stranger.output


def test_a_paper_tells_where_it_stands_and_a_twinning_how_far_it_has_come(page: Page, officer: User) -> None:
    memorandum = of_five_years(officer, tacit=["P5Y"])
    text = page(record_address("agreement", memorandum.pk))
    assert "Where it stands today" in text
    assert "renewed tacitly" in text
    ladder = page(address_of("twinning")).partition("How far it has come")[2]
    assert ladder.index("relationship agreed") < ladder.index("deepening") < ladder.index("12 May 2014")
