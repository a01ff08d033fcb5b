"""Terms, renewals, notice and end, on cases worked out by hand and on any papers at all."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.agreements.course import Course, course_of, followers
from jumelage.agreements.paper import Paper
from jumelage.agreements.stage import Must, Stage, life_on
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.periods import Period

DAY = timedelta(days=1)


def paper(key: int, signed: str | None, /, **said: Any) -> Paper:
    dates = {name: Edtf(said.pop(name)) for name in ("effective", "until") if name in said}
    periods = {name: Period(said.pop(name)) for name in ("term", "tacit", "notice") if name in said}
    return Paper(key=key, signed=Edtf(signed) if signed else None, **dates, **periods, **said)


def terms(course: Course) -> list[str]:
    return [f"{term.start} {term.end or 'open'} {term.because}" for term in course.terms]


def on(day: str, *papers: Paper) -> list[str]:
    return terms(course_of(papers[0], papers[1:], date.fromisoformat(day)))


FIVE_YEARS = paper(1, "2016-01-01", term="P5Y")

CASES = [
    pytest.param("2018-01-01", [FIVE_YEARS], ["2016-01-01 2020-12-31 signed"], id="a term of five years"),
    pytest.param("2015-12-31", [FIVE_YEARS], [], id="before it was signed"),
    pytest.param(
        "2022-01-01",
        [FIVE_YEARS, paper(2, "2020-11-16", until="2025", renews=(1,))],
        ["2016-01-01 2020-12-31 signed", "2021-01-01 2025-12-31 renewed"],
        id="renewed six weeks before the end: takes over when the term ends",
    ),
    pytest.param(
        "2020-11-15",
        [FIVE_YEARS, paper(2, "2020-11-16", until="2025", renews=(1,))],
        ["2016-01-01 2020-12-31 signed"],
        id="nobody knew of the renewal the day before",
    ),
    pytest.param(
        "2022-01-01",
        [FIVE_YEARS, paper(2, "2021-03-01", term="P1Y", renews=(1,))],
        ["2016-01-01 2020-12-31 signed", "2021-03-01 2022-02-28 renewed"],
        id="renewed two months too late: a gap stays a gap",
    ),
    pytest.param(
        "2019-06-01",
        [FIVE_YEARS, paper(2, "2019-01-10", effective="2019-04-01", term="P2Y", renews=(1,))],
        ["2016-01-01 2019-03-31 signed", "2019-04-01 2021-03-31 renewed"],
        id="a renewal that says from when cuts the term short",
    ),
    pytest.param(
        "2018-01-01",
        [paper(1, "2016-02-29", term="P1Y", tacit="P1Y")],
        ["2016-02-29 2017-02-28 signed", "2017-03-01 2018-02-28 tacit"],
        id="signed on a leap day",
    ),
    pytest.param(
        "2015-04-30",
        [paper(1, "2015-01-31", term="P1M", tacit="P1M")],
        ["2015-01-31 2015-02-28 signed", "2015-03-01 2015-03-31 tacit", "2015-04-01 2015-04-30 tacit"],
        id="signed on the last of a month",
    ),
    pytest.param(
        "2031-01-01",
        [
            paper(1, "2010-07-01", term="P5Y"),
            paper(2, "2015-05-01", term="P5Y", renews=(1,)),
            paper(3, "2020-06-15", term="P10Y", tacit="P1Y", renews=(2,)),
        ],
        [
            "2010-07-01 2015-06-30 signed",
            "2015-07-01 2020-06-30 renewed",
            "2020-07-01 2030-06-30 renewed",
            "2030-07-01 2031-06-30 tacit",
        ],
        id="renewed twice by papers, then tacitly",
    ),
    pytest.param(
        "2019-01-01",
        [FIVE_YEARS, paper(2, "2018-05-01", term="P8Y", amends=(1,))],
        ["2016-01-01 2023-12-31 signed"],
        id="an amendment that makes the term longer",
    ),
    pytest.param(
        "2018-04-30",
        [FIVE_YEARS, paper(2, "2018-05-01", term="P8Y", amends=(1,))],
        ["2016-01-01 2020-12-31 signed"],
        id="nobody knew of the amendment the day before",
    ),
    pytest.param(
        "2020-01-01",
        [paper(1, "1985"), paper(2, "2019-05-10", ends=(1,))],
        ["1985-01-01 2019-05-10 signed"],
        id="an open-ended paper is ended",
    ),
    pytest.param(
        "2020-01-01",
        [paper(1, "1985", unlimited=True, notice="P1Y"), paper(2, "2019-05-10", ends=(1,))],
        ["1985-01-01 2020-05-09 signed"],
        id="an open-ended paper is ended with a year's notice",
    ),
    pytest.param(
        "2022-01-01",
        [paper(1, "2016-01-01", term="P2Y", tacit="P2Y", notice="P6M"), paper(2, "2019-06-30", ends=(1,))],
        ["2016-01-01 2017-12-31 signed", "2018-01-01 2019-12-31 tacit"],
        id="notice on the last day ends it with the term that runs",
    ),
    pytest.param(
        "2022-01-01",
        [paper(1, "2016-01-01", term="P2Y", tacit="P2Y", notice="P6M"), paper(2, "2019-07-01", ends=(1,))],
        ["2016-01-01 2017-12-31 signed", "2018-01-01 2019-12-31 tacit", "2020-01-01 2021-12-31 tacit"],
        id="notice a day too late ends it one term later",
    ),
    pytest.param(
        "2020-01-01",
        [FIVE_YEARS, paper(2, "2018-01-10", effective="2018-07-01", ends=(1,))],
        ["2016-01-01 2018-06-30 signed"],
        id="an end that says from when",
    ),
]


@pytest.mark.parametrize(("day", "papers", "expected"), CASES)
def test_the_course_of_a_text(day: str, papers: Sequence[Paper], expected: list[str]) -> None:
    assert on(day, *papers) == expected


@pytest.mark.parametrize(
    ("day", "notice_by", "otherwise"),
    [
        ("2016-03-01", "2017-06-30", "2019-12-31"),
        ("2017-06-30", "2017-06-30", "2019-12-31"),
        ("2017-07-01", None, None),
        ("2018-01-01", "2019-06-30", "2021-12-31"),
        ("2021-02-01", "2021-06-30", "2023-12-31"),
    ],
)
def test_notice_is_counted_from_the_current_term(day: str, notice_by: str | None, otherwise: str | None) -> None:
    text = paper(1, "2016-01-01", term="P2Y", tacit="P2Y", notice="P6M")
    deadline = life_on(text, (), date.fromisoformat(day)).deadline
    if notice_by is None:
        assert deadline is None
    else:
        assert deadline is not None
        assert (deadline.must, str(deadline.by), str(deadline.otherwise)) == (Must.GIVE_NOTICE, notice_by, otherwise)


def test_what_is_not_renewed_tacitly_must_be_renewed_by_its_end() -> None:
    deadline = life_on(FIVE_YEARS, (), date(2019, 1, 1)).deadline
    assert deadline
    assert (deadline.must, deadline.by, deadline.otherwise) == (Must.RENEW, date(2020, 12, 31), None)


def test_what_is_renewed_already_need_not_be() -> None:
    renewal = paper(2, "2020-11-16", until="2025", renews=(1,))
    assert life_on(FIVE_YEARS, [renewal], date(2020, 12, 1)).deadline is None


@pytest.mark.parametrize(
    ("text", "following", "day", "stage"),
    [
        (FIVE_YEARS, [], "2015-12-31", Stage.UNSIGNED),
        (FIVE_YEARS, [], "2016-01-01", Stage.IN_FORCE),
        (FIVE_YEARS, [], "2020-12-31", Stage.IN_FORCE),
        (FIVE_YEARS, [], "2021-01-01", Stage.LAPSED),
        (FIVE_YEARS, [paper(2, "2018", ends=(1,))], "2021-06-01", Stage.ENDED),
        (FIVE_YEARS, [paper(2, "2018-02-01", until="2018-12-31", suspends=(1,))], "2018-06-01", Stage.SUSPENDED),
        (FIVE_YEARS, [paper(2, "2018-02-01", until="2018-12-31", suspends=(1,))], "2019-01-01", Stage.IN_FORCE),
        (FIVE_YEARS, [paper(2, "2018-02-01", suspends=(1,))], "2020-06-01", Stage.SUSPENDED),
        (paper(1, "2016-05", effective="2017"), [], "2016-12-31", Stage.PENDING),
        (paper(1, None, planned=True), [], "2016-12-31", Stage.UNDATED),
        (paper(1, None, planned=True, told=date(2016, 3, 17)), [], "2016-03-16", Stage.UNSIGNED),
        (paper(1, None, planned=True, told=date(2016, 3, 17)), [], "2016-03-17", Stage.NEGOTIATED),
        (paper(1, "2027", planned=True), [], "2026-12-31", Stage.TO_BE_SIGNED),
        (paper(1, None), [], "2016-12-31", Stage.UNDATED),
        (paper(1, None, told=date(2016, 3, 17)), [], "2016-03-16", Stage.UNSIGNED),
        (paper(1, None, told=date(2016, 3, 17)), [], "2016-03-17", Stage.IN_FORCE),
    ],
)
def test_the_stage_on_a_day(text: Paper, following: Sequence[Paper], day: str, stage: Stage) -> None:
    assert life_on(text, following, date.fromisoformat(day)).stage is stage


def test_a_date_that_may_lie_on_either_side_is_not_sure() -> None:
    text = paper(1, "2015")
    assert not life_on(text, (), date(2015, 6, 1)).sure
    assert life_on(text, (), date(2016, 1, 1)).sure


def test_a_renewal_of_a_renewal_belongs_to_the_text() -> None:
    papers = [paper(2, "2015", renews=(1,)), paper(3, "2020", renews=(2,)), paper(4, "2020", renews=(9,))]
    assert {follower.key for follower in followers(paper(1, "2010"), papers)} == {2, 3}


DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
EDTF = DAYS.map(lambda day: Edtf(str(day)))
PERIODS = st.builds(lambda n, unit: Period(f"P{n}{unit}"), st.integers(1, 20), st.sampled_from("YM"))
SAID = {
    "signed": EDTF,
    "effective": st.none() | EDTF,
    "term": st.none() | PERIODS,
    "until": st.none() | EDTF,
    "tacit": st.none() | PERIODS,
    "notice": st.none() | PERIODS,
}
ROOTS = st.builds(Paper, key=st.just(1), **SAID).filter(lambda p: not p.until or p.until.latest >= p.begin)
CHANGES = st.lists(
    st.one_of(
        st.builds(Paper, key=st.integers(2, 99), **{name: st.just((1,))}, **SAID)
        for name in ("renews", "amends", "ends")
    ),
    max_size=4,
    unique_by=lambda paper: paper.key,
)


@given(ROOTS, CHANGES, DAYS)
def test_no_day_is_in_two_terms(root: Paper, changes: list[Paper], day: date) -> None:
    course = course_of(root, changes, day)
    for term, following in zip(course.terms, course.terms[1:], strict=False):
        assert term.end is not None
        assert term.start <= term.end < following.start


@given(ROOTS.filter(lambda p: p.tacit and (p.term or p.until)), DAYS)
def test_tacit_renewals_leave_no_gap(root: Paper, day: date) -> None:
    course = course_of(root, (), day)
    for term, following in zip(course.terms, course.terms[1:], strict=False):
        assert term.end is not None
        assert following.start == term.end + DAY
    if course.last and root.begin and root.begin <= day:
        assert course.on(day) is course.last


@given(ROOTS, DAYS, PERIODS)
def test_a_renewal_in_time_leaves_no_gap(root: Paper, day: date, term: Period) -> None:
    renewal = Paper(key=2, signed=Edtf(str(day)), term=term, renews=(1,))
    before = course_of(root, (), day)
    running = before.on(day)
    if running and running.start < day:
        *_, last, new = course_of(root, [renewal], day).terms
        assert last.end is not None
        assert new.start == last.end + DAY


@given(ROOTS, CHANGES, DAYS)
def test_notice_is_always_counted_from_the_term_that_runs(root: Paper, changes: list[Paper], day: date) -> None:
    life = life_on(root, changes, day)
    if life.deadline and life.deadline.must is Must.GIVE_NOTICE:
        assert life.term
        assert life.term.covers(day)
        assert life.term.end
        assert life.course.notice
        assert day <= life.deadline.by <= life.term.end
        assert life.course.notice.first_day_after(life.deadline.by + DAY) <= life.term.end + DAY
