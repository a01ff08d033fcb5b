"""The course of a text through its papers: term after term, from its signing over renewals and amendments to its end.

>>> from jumelage.vocabulary.edtf import Edtf
>>> from jumelage.vocabulary.periods import Period
>>> paper = Paper(key=1, signed=Edtf("2016-01-01"), term=Period("P2Y"), tacit=Period("P2Y"), notice=Period("P6M"))
>>> course = course_of(paper, (), date(2019, 5, 1))
>>> [(str(term.start), str(term.end)) for term in course.terms]
[('2016-01-01', '2017-12-31'), ('2018-01-01', '2019-12-31')]
>>> course.notice_by
datetime.date(2019, 6, 30)
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from jumelage.agreements.paper import Paper, last_day
from jumelage.vocabulary.periods import Period

DAY = timedelta(days=1)


class Because(StrEnum):
    """Why a term runs."""

    SIGNED = "signed"
    RENEWED = "renewed"
    TACIT = "tacit"


@dataclass(frozen=True, slots=True)
class Term:
    """From `start` to `end`, both included, by the paper `paper`. Without an `end` it is open, or not known."""

    start: date
    end: date | None
    because: Because
    paper: int

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Pause:
    """While a text is suspended, by the paper `paper`; without an `end`, until further notice."""

    start: date
    end: date | None
    paper: int

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Course:
    """What is known of a text on the day up to which the course was followed.

    `terms` follow each other without gap or overlap, except that a gap stands where a text had lapsed before it was
    renewed. `tacit` and `notice` are as they were agreed last, `unlimited` tells whether an open end was agreed;
    `tacit_since` is where the tacit renewals that run began, from which each is counted.
    """

    terms: tuple[Term, ...] = ()
    tacit: Period | None = None
    notice: Period | None = None
    unlimited: bool = False
    tacit_since: date | None = None
    amended_by: tuple[int, ...] = ()
    pauses: tuple[Pause, ...] = ()
    ended_by: int | None = None

    @property
    def last(self) -> Term | None:
        return self.terms[-1] if self.terms else None

    def on(self, day: date) -> Term | None:
        """The term that runs on the day."""
        return next((term for term in reversed(self.terms) if term.covers(day)), None)

    @property
    def notice_by(self) -> date | None:
        """The last day on which notice ends the text with the last of its terms."""
        end = self.last.end if self.last else None
        return self.notice.before(end) if end and self.notice and not self.ended_by else None

    @property
    def otherwise(self) -> date | None:
        """The last day of the term that follows tacitly where nobody gives notice."""
        if not self.last or not self.last.end or not self.tacit:
            return None
        return _gone_on(self, self.last.end + DAY).terms[-1].end


def followers(root: Paper, papers: Iterable[Paper]) -> list[Paper]:
    """The papers that renew, amend, suspend or end the root, or one of those that do."""
    left = [paper for paper in papers if paper.key != root.key and paper.changes]
    reached, found = {root.key}, list[Paper]()
    while near := [paper for paper in left if reached & set(paper.changes)]:
        found += near
        reached |= {paper.key for paper in near}
        left = [paper for paper in left if paper.key not in reached]
    return found


def course_of(root: Paper, following: Collection[Paper], day: date) -> Course:
    """The course as it stands on `day`: with the papers that were signed by then, and tacit renewals up to then.

    A renewal that was signed while a term runs takes over when that term ends, unless it says from when it binds. An
    amendment changes the term in which it takes effect. An end without a day of its own takes effect with the term in
    which notice was given in time.
    """
    if root.begin is None or root.signing is None or root.signing > day:
        return Course()
    first = Term(root.begin, root.last_day(root.begin), Because.SIGNED, root.key)
    course = Course((first,), root.tacit, root.notice, root.unlimited)
    signed = [paper for paper in following if paper.signing and paper.begin and paper.signing <= day]
    for paper in sorted(signed, key=lambda paper: (paper.begin, paper.signing, paper.key)):
        if (course.ended_by or not course.terms) and not paper.renews:
            continue
        course = _changed(_gone_on(course, paper.begin or day), paper)
    return _gone_on(course, day)


def _gone_on(course: Course, day: date) -> Course:
    """With the tacit renewals that happen up to `day`, each counted from the term that a paper made."""
    last = course.last
    if not last or not last.end or not course.tacit or course.ended_by or last.end >= day:
        return course
    terms = list(course.terms)
    start = course.tacit_since or last.end + DAY
    times = sum(1 for term in terms if term.start >= start)
    while (end := terms[-1].end) and end < day:
        times += 1
        terms.append(Term(end + DAY, last_day(start, course.tacit, times), Because.TACIT, last.paper))
    return replace(course, terms=tuple(terms), tacit_since=start)


def _changed(course: Course, paper: Paper) -> Course:
    if paper.renews:
        course = _renewed(course, paper)
    if paper.amends:
        course = _amended(course, paper)
    if paper.suspends and paper.begin:
        pause = Pause(paper.begin, paper.until.latest if paper.until else None, paper.key)
        course = replace(course, pauses=(*course.pauses, pause))
    return _ended(course, paper) if paper.ends else course


def _renewed(course: Course, paper: Paper) -> Course:
    """What the renewal does not say of tacit renewal and notice stays as it was agreed."""
    last = course.last
    assert paper.begin is not None  # noqa: S101  only papers with a beginning are followed
    takes_over = paper.begin
    if last and last.end and last.covers(paper.begin) and not paper.effective:
        takes_over = last.end + DAY
    if paper.until and paper.until.latest and paper.until.latest < takes_over:
        takes_over = paper.begin
    new = Term(takes_over, paper.last_day(takes_over), Because.RENEWED, paper.key)
    before = (_cut(term, new.start - DAY) for term in course.terms)
    return replace(
        course,
        terms=(*(term for term in before if term), new),
        tacit=paper.tacit or (None if paper.unlimited else course.tacit),
        notice=paper.notice or course.notice,
        unlimited=paper.unlimited,
        tacit_since=None,
        ended_by=None,
    )


def _amended(course: Course, paper: Paper) -> Course:
    """The end of the term in which it takes effect, and what holds from then on for tacit renewal and notice."""
    *earlier, last = course.terms
    if paper.until or paper.term:
        last = replace(last, end=paper.last_day(last.start))
    elif paper.unlimited:
        last = replace(last, end=None)
    return replace(
        course,
        terms=(*earlier, last),
        tacit=paper.tacit or course.tacit,
        notice=paper.notice or course.notice,
        tacit_since=None if paper.tacit or last.end != course.terms[-1].end else course.tacit_since,
        unlimited=paper.unlimited or (course.unlimited and last.end is None),
        amended_by=(*course.amended_by, paper.key),
    )


def _ended(course: Course, paper: Paper) -> Course:
    course, end = _last_day_by_notice(course, paper)
    terms = tuple(cut for term in course.terms if (cut := _cut(term, end)))
    last = terms[-1] if terms else None
    if last and last.end is None:
        terms = (*terms[:-1], replace(last, end=end))
    return replace(course, terms=terms, ended_by=paper.key)


def _last_day_by_notice(course: Course, paper: Paper) -> tuple[Course, date]:
    """The last day on which the text binds, once the paper that ends it was signed; with the terms up to then."""
    assert paper.begin is not None  # noqa: S101  only papers with a beginning are followed
    if paper.until and paper.until.latest:
        return _gone_on(course, paper.until.latest), paper.until.latest
    if paper.effective:
        return _gone_on(course, paper.begin - DAY), paper.begin - DAY
    last = course.terms[-1]
    if last.end is None:
        return course, last_day(paper.begin, course.notice) if course.notice else paper.begin
    if course.tacit and course.notice_by and paper.begin > course.notice_by:
        course = _gone_on(course, last.end + DAY)
    return course, course.terms[-1].end or paper.begin


def _cut(term: Term, end: date) -> Term | None:
    """The part of the term up to `end`; nothing where it begins later."""
    if term.start > end:
        return None
    return term if term.end and term.end <= end else replace(term, end=end)
