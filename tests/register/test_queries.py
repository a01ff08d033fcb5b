"""What pages ask of the register."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import DjangoAssertNumQueries

from jumelage.register.actions import confirm, reject
from jumelage.register.models import Document, Record, Twinning
from jumelage.register.queries import dossier_of, references_of, sheet_of, supports_of

from .conftest import ANTWERP, SHAANXI, tell

pytestmark = pytest.mark.django_db

TURNHOUT = {"type": "place", "level": "city", "country": "BE", "names": ["Turnhout"]}
HANZHONG = {"type": "place", "level": "city", "country": "CN", "names": ["Hanzhong"]}
POM = {"type": "organisation", "names": ["POM Antwerpen"], "place": "a"}
MAYOR = {"type": "person", "names": ["Anna de Wit"]}
ENTITIES = {"a": ANTWERP, "s": SHAANXI, "t": TURNHOUT, "h": HANZHONG, "o": POM, "p": MAYOR}
TEXT = "Antwerp and Shaanxi, since 1985. Turnhout and Hanzhong. POM Antwerpen. Anna de Wit."
TWINNING: dict[str, Any] = {"type": "twinning", "kind": "sister", "parties": ["a", "s"], "since": "1985"}
CLAIMS: list[dict[str, Any]] = [
    {**TWINNING, "evidence": ["Antwerp and Shaanxi"]},
    {"type": "twinning", "kind": "friendship", "parties": ["t", "h"], "within": ["a", "s"]},
    {"type": "visit", "visitors": ["s"], "hosts": ["o"], "head": "p", "evidence": ["POM Antwerpen"]},
    {"type": "visit", "visitors": ["s"], "hosts": ["h"]},
    {"type": "post", "person": "p", "title": "mayor", "of": "t"},
]


@pytest.fixture
def twinning(db: None) -> Twinning:
    tell(TEXT, ENTITIES, CLAIMS)
    return Twinning.objects.get(kind="sister")


def test_a_sheet_has_every_value_with_its_sources_what_is_shown_first(officer: User, twinning: Twinning) -> None:
    tell("Antwerp and Shaanxi: 1986", ENTITIES, [{**TWINNING, "since": "1986"}])
    record = Record.objects.get(pk=twinning.pk)
    later = record.values.get(text="1986")
    confirm(officer, record, later, version=record.version)
    sheet = sheet_of(record)
    assert list(sheet) == ["parties", "kind", "since"]
    assert [(line.value.text, line.value.current, len(line.citations)) for line in sheet["since"]] == [
        ("1986", True, 2),
        ("1985", False, 1),
    ]
    document, by_officer = sheet["since"][0].citations
    assert document.passage
    assert document.passage.quote == "Antwerp and Shaanxi: 1986"
    assert by_officer.entry
    assert by_officer.entry.officer == officer


def test_a_sheet_leaves_out_what_every_source_took_back(twinning: Twinning) -> None:
    tell(TEXT, ENTITIES, [{**TWINNING, "since": "1987"}])
    assert [line.value.text for line in sheet_of(twinning.record)["since"]] == ["1987"]


def test_references_of_many_records_come_by_one_query(
    twinning: Twinning, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    records = list(Record.objects.filter(kind__in=["twinning", "visit"]).values_list("pk", flat=True))
    with django_assert_num_queries(1):
        references = references_of(records)
    assert [entity.name for entity in references[twinning.pk]["parties"]] == ["Province of Antwerp", "Shaanxi"]
    assert references[twinning.pk]["hosts"] == []


def test_a_document_tells_what_its_passages_support(twinning: Twinning) -> None:
    supports = supports_of(Document.objects.get(), 0, 10_000)
    quoted = {support.passage.quote: support.fields for support in supports}
    assert set(quoted["Antwerp and Shaanxi"][twinning.record]) == {"parties", "kind", "since"}
    assert [support.passage.start for support in supports] == sorted(support.passage.start for support in supports)


def test_only_passages_within_the_stretch_are_asked_for(twinning: Twinning) -> None:
    document = Document.objects.get()
    last = supports_of(document, 0, 10_000)[-1].passage
    within = {support.passage for support in supports_of(document, last.start, last.end)}
    assert last in within
    assert all(passage.end > last.start for passage in within)
    assert len(within) < len(supports_of(document, 0, 10_000))


def test_a_document_no_longer_supports_what_was_rejected(officer: User, twinning: Twinning) -> None:
    reject(officer, twinning.record, version=twinning.record.version)
    supports = supports_of(Document.objects.get(), 0, 10_000)
    assert twinning.record not in [record for support in supports for record in support.fields]


def test_what_touches_both_sides_belongs_to_the_twinning(twinning: Twinning) -> None:
    dossier = dossier_of(twinning)
    nested = Twinning.objects.get(kind="friendship")
    to_the_agency = Record.objects.get(kind="visit", values__field="hosts", values__entity__name="POM Antwerpen")
    assert dossier.records["twinning"] == [nested.pk]
    assert dossier.records["visit"] == [to_the_agency.pk]
    assert len(dossier.records["post"]) == 1
    assert [len(side) for side in dossier.sides] == [2, 1]
