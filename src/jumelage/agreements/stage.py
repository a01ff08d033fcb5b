"""Where a text stands in its life on a given day, and what must happen by when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumelage.agreements.course import Because, Course, Term, course_of
from jumelage.agreements.paper import Paper


class Stage(StrEnum):
    """`UNSIGNED` was signed later, `PENDING` is signed and does not bind yet, `UNDATED` is signed nobody knows when."""

    UNSIGNED = "unsigned"
    NEGOTIATED = "negotiated"
    TO_BE_SIGNED = "to be signed"
    UNDATED = "undated"
    PENDING = "pending"
    IN_FORCE = "in force"
    SUSPENDED = "suspended"
    LAPSED = "lapsed"
    ENDED = "ended"


BINDING = (Stage.IN_FORCE, Stage.SUSPENDED)


class Must(StrEnum):
    GIVE_NOTICE = "give notice"
    RENEW = "renew"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What must be done by a day (included), and until when the text binds otherwise: None where it then lapses."""

    by: date
    must: Must
    otherwise: date | None


@dataclass(frozen=True, slots=True)
class Life:
    """A text on a day. `term` is the one that runs, or the last one that ran, or the first that will.

    `sure` is false where a date that is not known to the day may mean either side of this day.
    """

    root: Paper
    day: date
    stage: Stage
    course: Course
    term: Term | None = None
    sure: bool = True
    deadline: Deadline | None = None

    @property
    def binds(self) -> bool:
        return self.stage in BINDING

    @property
    def renewals(self) -> int:
        """How often it was renewed by a paper."""
        return sum(1 for term in self.course.terms if term.because is Because.RENEWED)

    @property
    def tacit_renewals(self) -> int:
        return sum(1 for term in self.course.terms if term.because is Because.TACIT)


def life_on(root: Paper, following: Collection[Paper], day: date) -> Life:
    """Where the text of `root` stands on `day`, once all papers that change it and were signed by then are heard."""
    course = course_of(root, following, day)
    if not course.terms:
        return Life(root, day, _before_signing(root, day), course)
    term = course.on(day)
    if term is None:
        stage, term = _not_running(course, day)
        return Life(root, day, stage, course, term, sure=_surely_signed(root, day))
    paused = any(pause.covers(day) for pause in course.pauses)
    stage = Stage.SUSPENDED if paused else Stage.IN_FORCE
    return Life(root, day, stage, course, term, _surely_signed(root, day), _deadline(course, term, day))


def _before_signing(root: Paper, day: date) -> Stage:
    """A paper that is planned is so from when it is told of; before that, nobody knows when the talks began."""
    if root.planned and root.told:
        on_its_way = Stage.TO_BE_SIGNED if root.signing else Stage.NEGOTIATED
        return on_its_way if root.told <= day else Stage.UNSIGNED
    if root.signing:
        return Stage.TO_BE_SIGNED if root.planned else Stage.UNSIGNED
    return Stage.UNDATED


def _not_running(course: Course, day: date) -> tuple[Stage, Term | None]:
    over = [term for term in course.terms if term.end and term.end < day]
    if not over:
        return Stage.PENDING, course.terms[0] if course.terms else None
    if course.ended_by and over[-1] is course.last:
        return Stage.ENDED, over[-1]
    return Stage.LAPSED, over[-1]


def _surely_signed(root: Paper, day: date) -> bool:
    return root.surely_begun is not None and root.surely_begun <= day


def _deadline(course: Course, term: Term, day: date) -> Deadline | None:
    """Counted from the term that runs; none where the text was ended, has no end, or is renewed already."""
    if term.end is None or course.ended_by or term is not course.last:
        return None
    if not course.tacit:
        return Deadline(term.end, Must.RENEW, None)
    if course.notice_by is None or course.notice_by < day:
        return None
    return Deadline(course.notice_by, Must.GIVE_NOTICE, course.otherwise)
