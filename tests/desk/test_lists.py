import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jumelage.desk.addresses import SLUGS
from jumelage.register.actions import record
from jumelage.vocabulary.claims import Claim, Passage, Post, Twinning, Visit
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, PlaceLevel, TwinningKind
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading
from tests.desk.conftest import Page
from tests.small_register import _document as document


def many_twinnings(first: int, last: int) -> None:
    """Records one document with a twinning, a visit and a post for each number."""
    source = document(f"{first}.txt", f"Places {first} to {last} are twinned.")
    entities: dict[EntityId, Entity] = {}
    claims: list[Claim] = []
    for number in range(first, last):
        here, there, mayor = (EntityId(f"{letter}{number}") for letter in "abp")
        entities[here] = _city(f"Here {number}", "NL")
        entities[there] = _city(f"There {number}", "CN")
        entities[mayor] = Entity(EntityType.PERSON, (NameForm(f"Mayor {number}", "en"),))
        said = (Passage(0, len(source.text)),)
        claims += [
            Twinning(parties=(here, there), kind=TwinningKind.SISTER, since=Edtf(str(1950 + number)), evidence=said),
            Visit(visitors=(there,), hosts=(here,), start=Edtf("2015-06"), evidence=said),
            Post(person=mayor, title=f"mayor {number}", of=here, evidence=said),
        ]
    record(source, Reading(document=source.name, language="en", entities=entities, claims=tuple(claims)))


def _city(name: str, country: str) -> Entity:
    return Entity(EntityType.PLACE, (NameForm(name, "en"),), level=PlaceLevel.CITY, country=country)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("slug", SLUGS.values())
def test_an_empty_list_says_so(slug: str, page: Page) -> None:
    assert "Nothing of this kind was read yet." in page(f"/{slug}/")


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize("slug", SLUGS.values())
def test_each_list_leads_to_its_records(slug: str, page: Page) -> None:
    assert f'<th scope="row"><a href="/{slug}/' in page(f"/{slug}/")


@pytest.mark.usefixtures("partnership")
@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/twinnings/?name=lish", True),
        ("/twinnings/?name=丽水", True),
        ("/twinnings/?name=哈尔", True),
        ("/twinnings/?name=Turnhout", False),
        ("/twinnings/?kind=sister", True),
        ("/twinnings/?kind=friendship", False),
        ("/twinnings/?country=CN", True),
        ("/twinnings/?country=FR", False),
        ("/twinnings/?year=2010", True),
        ("/twinnings/?year=1999", False),
        ("/twinnings/?standing=disputed", True),
        ("/twinnings/?standing=confirmed", False),
        ("/agreements/?topic=health", True),
        ("/agreements/?topic=sport", False),
        ("/agreements/?year=2014", True),
        ("/agreements/?year=2015", False),
        ("/visits/?year=2023&country=NL", True),
        ("/visits/?year=2024", False),
        ("/places/?level=city&country=NL", True),
        ("/places/?level=province", False),
        ("/people/?name=DEWIT", True),
        ("/organisations/?name=hospital", True),
    ],
)
def test_lists_are_narrowed_down(address: str, found: bool, page: Page) -> None:
    text = page(address)
    assert ('<th scope="row">' in text) is found
    assert ("Nothing fits all of this." in text) is not found


@pytest.mark.usefixtures("partnership")
@pytest.mark.parametrize("asked", ["year=soon", "year=0", "kind=marriage", "standing=doubtful", "topic=love"])
def test_what_makes_no_sense_is_refused_with_what_can_be_asked(asked: str, page: Page) -> None:
    text = page(f"/twinnings/?{asked}", status=400)
    assert "“" in text
    assert "the first page" in text


@pytest.mark.usefixtures("db")
def test_lists_have_fifty_rows_a_page_and_keep_what_was_asked(page: Page) -> None:
    many_twinnings(0, 60)
    first, second = page("/twinnings/?kind=sister&sort=-since"), page("/twinnings/?kind=sister&sort=-since&page=2")
    assert first.count('<th scope="row">') == 50
    assert second.count('<th scope="row">') == 10
    assert "kind=sister&amp;sort=-since&amp;page=2" in first
    assert "Here 59 – There 59" in first
    assert "Here 0 – There 0" in second


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("address", ["/", "/twinnings/", "/visits/", "/posts/", "/people/", "/places/", "/documents/"])
def test_no_page_asks_more_often_for_more_rows(address: str, client: Client) -> None:
    many_twinnings(0, 3)
    few = _queries(client, address)
    many_twinnings(3, 40)
    assert _queries(client, address) == few


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


@pytest.mark.usefixtures("books")
@pytest.mark.parametrize("slug", SLUGS.values())
def test_lists_are_saved_as_csv(slug: str, client: Client) -> None:
    response = client.get(f"/{slug}.csv")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{slug}.csv"'
    headings, *rows = csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig")))
    assert rows
    assert all(len(row) == len(headings) for row in rows)
    assert all(row[-1].startswith(f"http://testserver/{slug}/") for row in rows)


@pytest.mark.usefixtures("db")
def test_a_name_is_no_formula_in_a_spreadsheet(client: Client) -> None:
    source = document("letter.txt", "=HYPERLINK(evil)")
    people = {EntityId("e1"): Entity(EntityType.PERSON, (NameForm("=HYPERLINK(evil)", "en"),))}
    post = Post(person=EntityId("e1"), title="@mayor", evidence=(Passage(0, 5),))
    record(source, Reading(document="letter.txt", language="en", entities=people, claims=(post,)))
    assert "'=HYPERLINK(evil)" in client.get("/people.csv").getvalue().decode()
