import pytest
from django.test import Client

from jumelage.desk.addresses import PART
from jumelage.desk.highlighting import paragraphs_of
from jumelage.register.actions import record
from jumelage.register.models import Document
from jumelage.vocabulary.claims import Passage, Twinning
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType, TwinningKind
from jumelage.vocabulary.names import NameForm
from jumelage.vocabulary.reading import Reading
from tests.desk.conftest import Page
from tests.small_register import _document as document

A, B = EntityId("e1"), EntityId("e2")


def told(text: str, *evidence: Passage, name: str = "letter.txt") -> Document:
    """A document that tells of a twinning in these passages."""
    source = document(name, text)
    entities = {key: Entity(EntityType.PLACE, (NameForm(key, "en"),)) for key in (A, B)}
    twinning = Twinning(parties=(A, B), kind=TwinningKind.SISTER, since=Edtf("2001"), evidence=evidence)
    reading = Reading(
        document=name, language="en", entities=entities if evidence else {}, claims=(twinning,) if evidence else ()
    )
    return record(source, reading).document


@pytest.mark.usefixtures("partnership")
def test_passages_lead_to_what_they_support(page: Page) -> None:
    text = page(f"/documents/{Document.objects.get(name='letter.txt').pk}/")
    assert "Mayor Anna de Wit" in text
    assert ">Memorandum of understanding: Harderwijk – Lishui</a>" in text
    assert "1 March 2024" in text


@pytest.mark.usefixtures("partnership")
def test_what_a_document_holds_is_text_and_never_markup(page: Page) -> None:
    text = page(f"/documents/{Document.objects.get(name='letter.txt').pk}/")
    assert "&lt;b&gt;&amp; friends&lt;/b&gt;" in text
    assert "<b>& friends" not in text


@pytest.mark.usefixtures("db")
def test_a_script_in_a_document_stays_text_everywhere(page: Page) -> None:
    script = "<script>alert(1)</script>"
    told(f"{script} is twinned\nwith <img src=x onerror=alert(1)>", Passage(0, 25), name=f"{script}.txt")
    for address in ("/", "/documents/", f"/documents/{Document.objects.get().pk}/", "/twinnings/"):
        text = page(address)
        assert script not in text
        assert "<img src=x" not in text


@pytest.mark.usefixtures("db")
def test_nested_and_overlapping_passages_are_cut_into_runs_that_give_the_text_again() -> None:
    text = "0123456789\nabcdefghij"
    paper = told(text, Passage(0, 8), Passage(2, 4), Passage(6, 15))
    paragraphs = paragraphs_of(paper, text, 1, "en")
    assert ["".join(run.text for run in p.runs) for p in paragraphs] == ["0123456789", "abcdefghij"]
    anchors = [anchor for p in paragraphs for run in p.runs for anchor in run.anchors]
    assert sorted(anchors) == sorted(paper.passages.values_list("pk", flat=True))
    outer, inner, across = paper.passages.order_by("start")
    by_text = {run.text: run.note for p in paragraphs for run in p.runs}
    assert by_text == {
        "01": outer.pk,
        "23": inner.pk,
        "45": outer.pk,
        "67": outer.pk,
        "89": across.pk,
        "abcd": across.pk,
        "efghij": None,
    }
    assert [note.passage for note in paragraphs[0].notes] == [outer.pk, inner.pk, across.pk]


@pytest.mark.usefixtures("db")
def test_a_document_without_a_find_says_so(page: Page) -> None:
    paper = told("The weather was fine.")
    assert "nothing about a twinning was found in it" in page(f"/documents/{paper.pk}/")


@pytest.mark.usefixtures("db")
def test_a_long_document_is_shown_in_parts_and_quotes_lead_to_theirs(page: Page) -> None:
    text = "line of text\n" * (PART // 13 + 10)
    paper = told(text, Passage(PART + 20, PART + 30))
    twinning = page("/twinnings/")
    assert f"/documents/{paper.pk}/" not in twinning
    record_page = page(twinning.partition('<th scope="row"><a href="')[2].partition('"')[0])
    passage = paper.passages.get()
    assert f"/documents/{paper.pk}/?part=2#p{passage.pk}" in record_page
    assert f'id="p{passage.pk}"' in page(f"/documents/{paper.pk}/?part=2")
    assert "parts 1 to 2" in page(f"/documents/{paper.pk}/?part=3", status=400)


@pytest.mark.usefixtures("db")
def test_the_original_is_handed_out_to_be_saved_and_not_to_be_opened(client: Client) -> None:
    paper = told("<script>alert(1)</script>", name="folder/报告 “x”.txt")
    response = client.get(f"/documents/{paper.pk}/original")
    assert response.content == b"<script>alert(1)</script>"
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%E6%8A%A5")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]


@pytest.mark.usefixtures("partnership")
def test_documents_are_found_by_title_or_name(page: Page) -> None:
    assert "名录.txt" in page("/documents/?name=名录")
    assert "名录.txt" not in page("/documents/?name=letter")
    assert "No document has these words" in page("/documents/?name=nothing")
