from datetime import date

import pytest
from django.contrib.auth.models import User
from django.http import Http404, QueryDict

from jumelage.desk.pictures import picture
from jumelage.desk.spans import spans_of
from jumelage.desk.timelines import MOST, timeline_of_everything
from jumelage.pictures import Form
from jumelage.register.actions import enter
from jumelage.register.models import Entity, Record, Twinning
from jumelage.register.queries import glances_of
from tests.desk.conftest import Page
from tests.desk.test_lists import many_twinnings

TODAY = date(2026, 6, 15)
pytestmark = pytest.mark.usefixtures("partnership")


def spans(kind: str) -> list[tuple[date, date, bool, bool]]:
    keys = Record.objects.filter(kind=kind).values_list("pk", flat=True)
    found = spans_of(list(glances_of(keys, "en").values()), TODAY)
    return [(span.first, span.last, span.certain, span.open_end) for span in found]


def test_a_paper_lasts_as_long_as_it_binds() -> None:
    officer, both = User.objects.create_user("mei"), list(Entity.objects.filter(record__kind="place"))
    enter(officer, "agreement", {"kind": ["cooperation"], "signed": ["2021-01-01"], "term": ["P5Y"], "parties": both})
    enter(
        officer, "agreement", {"kind": ["twinning"], "signed": ["2022-03-04"], "unlimited": ["true"], "parties": both}
    )
    assert spans("agreement") == [
        (date(2014, 5, 12), date(2014, 5, 12), True, False),
        (date(2021, 1, 1), date(2025, 12, 31), True, False),
        (date(2022, 3, 4), TODAY, True, True),
    ]


def test_a_post_without_dates_is_drawn_where_documents_tell_of_it() -> None:
    assert spans("post") == [(date(2024, 3, 1), date(2024, 3, 1), False, False)]
    drawn = picture("timeline", QueryDict(f"record={Twinning.objects.get().pk}"), "en").decode()
    assert "Anna de Wit: Mayor, Harderwijk (told of on 1 March 2024)" in drawn


def test_every_mark_opens_the_sentence_that_says_so(page: Page) -> None:
    drawn = timeline_of_everything(QueryDict(""), "en").drawn
    assert drawn
    marks = [mark for lane in drawn.lanes for mark in lane.marks]
    assert len(marks) == 6
    for mark in marks:
        document, _, anchor = mark.address.partition("#")
        assert f'id="{anchor}"' in page(document)


def test_what_there_is_no_room_for_is_counted(page: Page) -> None:
    many_twinnings(0, MOST + 5)
    shown = timeline_of_everything(QueryDict(""), "en")
    assert shown.left_out["twinning"] == 6
    assert "Choose years to see the others" in page("/timeline/")
    assert timeline_of_everything(QueryDict("of=visit&year=2023"), "en").left_out == {}
    assert "Nothing fits all of this" in page("/timeline/?year=1850")
    page("/timeline/?year=soon", status=400)


def test_a_timeline_can_be_saved() -> None:
    record = f"record={Twinning.objects.get().pk}"
    assert picture("timeline", QueryDict(record), "nl", Form.PDF).startswith(b"%PDF")
    assert picture("timeline", QueryDict("of=visit"), "zh-hans", Form.PNG).startswith(b"\x89PNG")
    assert picture("timeline", QueryDict("year=1850"), "en").startswith(b"<svg")
    with pytest.raises(Http404):
        picture("timeline", QueryDict("record=4711"), "en")
