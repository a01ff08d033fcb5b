import itertools
from datetime import date

import pytest

from jumelage.desk.timeline import POINT, Mark, Timeline, timeline
from jumelage.register.models import Record
from jumelage.register.queries import glances_of
from tests.desk.test_lists import many_twinnings

TODAY = date(2026, 6, 15)


def marks(drawn: Timeline | None, kind: str) -> list[Mark]:
    assert drawn
    return [mark for lane in drawn.lanes if lane.kind == kind for mark in lane.marks]


@pytest.mark.usefixtures("partnership")
def test_a_day_is_a_dot_and_less_than_that_a_bar_that_covers_all_it_may_mean() -> None:
    drawn = timeline(glances_of(Record.objects.values_list("pk", flat=True), "en").values(), TODAY)
    (event,), (honour,), (twinning,) = (marks(drawn, kind) for kind in ("event", "honour", "twinning"))
    assert event.point
    assert event.certain
    assert not honour.point
    assert not honour.certain
    assert twinning.open_end
    assert drawn
    assert twinning.x + twinning.width == pytest.approx(drawn.today, abs=0.1)
    assert next(moment.title for moment in drawn.moments) == "Harderwijk – Lishui"


@pytest.mark.usefixtures("db")
def test_no_mark_covers_another() -> None:
    many_twinnings(0, 20)
    drawn = timeline(glances_of(Record.objects.values_list("pk", flat=True), "en").values(), TODAY)
    for kind in ("twinning", "visit"):
        placed = marks(drawn, kind)
        assert len(placed) == 20
        assert all(m.x >= 0 and m.x + m.width <= 100.01 and m.width >= POINT for m in placed)
        for row in {m.y for m in placed}:
            in_row = sorted((m for m in placed if m.y == row), key=lambda m: m.x)
            assert all(a.x + a.width <= b.x + 0.011 for a, b in itertools.pairwise(in_row))


@pytest.mark.usefixtures("db")
def test_without_a_date_there_is_no_timeline() -> None:
    assert timeline([], TODAY) is None
