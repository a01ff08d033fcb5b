"""The life of one paper, and the ladder of one twinning, as their pages show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jumelage.agreements.ladder import Signed, ladder
from jumelage.agreements.on_record import papers_with
from jumelage.agreements.stage import Life
from jumelage.desk.addresses import record_address
from jumelage.desk.cells import Piece
from jumelage.desk.dates import in_words
from jumelage.desk.lives import BECAUSE, RUNG, STAGE, deadline_in_words, history_in_words, until_in_words
from jumelage.desk.titles import title_of
from jumelage.register.models import Agreement, Event, Twinning, Visit
from jumelage.register.queries import Glance, glances_of
from jumelage.vocabulary.edtf import Edtf


@dataclass(frozen=True, slots=True)
class TermRow:
    start: str
    end: str
    because: str
    paper: Piece
    runs: bool


@dataclass(frozen=True, slots=True)
class CourseView:
    """A text as it stands on a day. `changes` are the texts that this paper is about, where it is not one itself."""

    stage: str
    until: str
    detail: str
    must: str
    terms: Sequence[TermRow]
    changes: Sequence[Piece]


def course_of_paper(paper: int, today: date, language: str) -> CourseView | None:
    """None where the paper is not shown."""
    shelf = papers_with([paper])
    if paper not in shelf.papers:
        return None
    life = shelf.life(shelf.papers[paper], today)
    changed = [pk for pk in shelf.papers[paper].changes if pk in shelf.papers]
    named = glances_of({*changed, *(term.paper for term in life.course.terms)}, language)
    return CourseView(
        stage=str(STAGE[life.stage]),
        until=until_in_words(life),
        detail=history_in_words(life),
        must=deadline_in_words(life),
        terms=_rows(life, named),
        changes=[_piece(named[pk]) for pk in changed if pk in named],
    )


def _rows(life: Life, named: Mapping[int, Glance]) -> list[TermRow]:
    return [
        TermRow(
            start=in_words(Edtf(str(term.start))),
            end=in_words(Edtf(str(term.end))) if term.end else "",
            because=str(BECAUSE[term.because]),
            paper=_piece(named[term.paper]),
            runs=term is life.term and life.binds,
        )
        for term in life.course.terms
    ]


@dataclass(frozen=True, slots=True)
class StepRow:
    rung: str
    when: str
    record: Piece


def ladder_of(twinning: Glance, dossier: Mapping[int, Glance]) -> list[StepRow]:
    """The rungs that the twinning has reached, from what belongs to it; planned papers are none yet."""
    details = twinning.details
    if not isinstance(details, Twinning):
        return []
    papers = [row for glance in dossier.values() if isinstance(row := glance.details, Agreement) and not row.planned]
    steps = ladder(
        details.pk,
        details.since,
        details.until,
        _first_contact(dossier.values()),
        map(_signed, papers),
    )
    return [
        StepRow(str(RUNG[step.rung]), in_words(step.when) if step.when else "", _piece(glance))
        for step in steps
        if (glance := dossier.get(step.record, twinning if step.record == details.pk else None))
    ]


def _first_contact(glances: Iterable[Glance]) -> tuple[int, Edtf] | None:
    met = [
        (glance.record.pk, start)
        for glance in glances
        if isinstance(glance.details, Visit | Event) and (start := glance.details.start) and start.earliest
    ]
    return min(met, key=lambda meeting: meeting[1].earliest or date.max, default=None)


def _signed(row: Agreement) -> Signed:
    return Signed(row.pk, row.kind, row.signed, renews=row.renewal, ends=False)


def _piece(glance: Glance) -> Piece:
    return Piece(title_of(glance), record_address(glance.record.kind, glance.record.pk))
