"""Papers out: made from the register, with a source beside every value, in the language asked for."""

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.http import QueryDict
from django.test import Client
from docx import Document

from jumelage.briefings import Briefing, Bullets, Heading, Paragraph, Run, Table
from jumelage.desk.briefings import BRIEFINGS, compose, compose_answer
from jumelage.register.models import Record
from tests.desk.conftest import Page, address_of

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("partnership")


def paper(name: str, kind: str, day: date = TODAY, language: str = "en") -> Briefing:
    record = Record.objects.filter(kind=kind).earliest("pk")
    return compose(name, record.pk, day, TODAY, language, "http://desk")


def runs_under(heading: str, made: Briefing) -> list[Run]:
    """All runs between a heading and the next of its level."""
    start = next(n for n, block in enumerate(made.blocks) if isinstance(block, Heading) and block.text == heading)
    runs: list[Run] = []
    for block in made.blocks[start + 1 :]:
        match block:
            case Heading(level=1):
                break
            case Paragraph(line):
                runs += line
            case Bullets(lines):
                runs += [run for line in lines for run in line]
            case Table(rows=rows):
                runs += [run for row in rows for cell in row for run in cell]
    return runs


def text_under(heading: str, made: Briefing) -> str:
    return "".join(run.text for run in runs_under(heading, made))


def test_a_brief_tells_history_papers_people_meetings_promises_and_sensitive_points() -> None:
    made = paper("brief", "twinning")
    assert "12 May 2014: Memorandum of understanding: Harderwijk – Lishui" in text_under("History", made)
    assert "Memorandum of understanding: Harderwijk – Lishui" in text_under("In force", made)
    assert "Anna de Wit" in text_under("Who is who now", made)
    assert "3 October 2023" in text_under("Last meetings", made)
    assert "send a youth orchestra to Lishui" in text_under("Open promises on both sides", made)
    assert "sources disagree: Twinning, Harderwijk – Lishui" in text_under("Sensitive points", made)


def test_every_value_in_a_brief_has_its_source_and_leads_to_its_rows() -> None:
    told = {run.link: run.notes for run in runs_under("Last meetings", paper("brief", "twinning"))}
    (note,) = told[f"http://desk{address_of('visit')}"]
    assert "“A delegation from Lishui visited Harderwijk from 3 to 5 October 2023" in note.text
    assert note.link.startswith("http://desk/documents/")


def test_a_brief_knows_nothing_of_what_came_later() -> None:
    made = paper("brief", "twinning", day=date(2015, 1, 1))
    assert "2023" not in text_under("History", made)
    assert text_under("Last meetings", made) == "No meeting is on record."


def test_an_anniversary_page_tells_the_story_by_decades() -> None:
    made = paper("anniversary", "twinning")
    assert "2014" in text_under("2010 to 2019", made)
    assert "2023" in text_under("2020 to 2026", made)


def test_an_evaluation_counts_each_year_and_names_what_speaks_for_each_way() -> None:
    made = paper("evaluation", "twinning")
    counted = {(run.text, run.link) for run in runs_under("Activity of the last years", made)}
    assert ("1", f"http://desk{address_of('twinning')}#visits") in counted
    ways = text_under("Ways on", made)
    assert "papers in force: 1" in ways
    assert "records on which sources disagree: 1" in ways


@pytest.mark.usefixtures("books")
def test_what_was_spent_leads_to_the_page_of_both_sides(page: Page) -> None:
    spent = [run for run in runs_under("Costs and results since 2016", paper("evaluation", "twinning")) if run.link]
    address = spent[0].link.removeprefix("http://desk")
    assert address == "/spending/?since=2016&place=Harderwijk&place=Lishui"
    assert "4,200.50" in page(address)


def test_a_yearly_overview_tells_who_came_and_what_is_due() -> None:
    made = paper("yearly", "place", day=date(2023, 12, 31))
    assert "Lishui" in text_under("Delegations received", made)
    assert "Two rivers" in text_under("Key events", made)
    later = paper("yearly", "place", day=date(2026, 12, 31))
    assert "send a youth orchestra to Lishui" in text_under("Plan for 2027", later)


def test_an_answer_sheet_has_the_question_the_rows_and_the_query() -> None:
    made = compose_answer("visit", QueryDict("year=2023"), "Who came in 2023?", TODAY, "en", "http://desk")
    assert text_under("Question", made) == "Who came in 2023?"
    assert "Lishui visits Harderwijk" in text_under("Answer", made)
    assert "Years: 2023" in text_under("The query behind it", made)
    none = compose_answer("visit", QueryDict("year=1950"), "", TODAY, "en", "http://desk")
    assert "Nothing on record fits." in text_under("Answer", none)


@pytest.mark.parametrize("name", BRIEFINGS)
@pytest.mark.parametrize("language", ["nl", "zh-hans"])
def test_papers_speak_the_language_asked_for(name: str, language: str) -> None:
    kind = "twinning" if "twinning" in BRIEFINGS[name].kinds else "place"
    headings = [block.text for block in paper(name, kind, language=language).blocks if isinstance(block, Heading)]
    english = [block.text for block in paper(name, kind).blocks if isinstance(block, Heading)]
    assert len(headings) == len(english)
    assert not set(english) & set(headings)


def test_papers_are_offered_on_their_record_and_come_as_files(client: Client, page: Page) -> None:
    address = f"{address_of('twinning')}papers/"
    assert f'href="{address}"' in page(address_of("twinning"))
    assert f"{address}brief.docx?on=2015-01-01&amp;language=nl" in page(f"{address}?on=2015-01-01&language=nl")
    word = client.get(f"{address}brief.docx?language=nl")
    assert "attachment" in word.headers["Content-Disposition"]
    assert "Geschiedenis" in [paragraph.text for paragraph in Document(BytesIO(word.content)).paragraphs]
    pdf = pypdfium2.PdfDocument(client.get(f"{address}evaluation.pdf").content)
    assert "Harderwijk – Lishui" in pdf[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize(
    ("rest", "status"),
    [("papers/nonsense.pdf", 404), ("papers/brief.exe", 404), ("papers/?on=soon", 400), ("papers/yearly.pdf", 404)],
)
def test_what_is_no_paper_is_told(rest: str, status: int, page: Page) -> None:
    page(f"{address_of('twinning')}{rest}", status)
