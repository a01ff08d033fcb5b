"""When records were: the stretch of days that each covers, and how sure that is."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jumelage.agreements.on_record import papers_with
from jumelage.desk.addresses import passage_address
from jumelage.register.models import Agreement, Commitment, Event, Honour, Passage, Post, Programme, Twinning, Visit
from jumelage.register.queries import Glance, first_passages, told_between
from jumelage.vocabulary.edtf import Edtf, Precision


@dataclass(frozen=True, slots=True)
class Span:
    """A record from its `first` to its `last` day. A `point` is one day, known as such.

    `certain` tells whether the days are known as they stand here, `open_end` that nobody knows of an end. A `told` post
    is one of which only is known when documents told of it. `source` is the address of the sentence that says so.
    """

    glance: Glance
    first: date
    last: date
    point: bool
    certain: bool
    open_end: bool
    told: bool = False
    source: str = ""


def spans_of(glances: Collection[Glance], today: date) -> list[Span]:
    """The spans of all records that have a date, in the order of time. A few queries, however many records."""
    keys = {kind: [g.record.pk for g in glances if g.record.kind == kind] for kind in ("agreement", "post")}
    terms, told = _terms(keys["agreement"], today), told_between(keys["post"])
    passages = first_passages(glance.record.pk for glance in glances)
    found = (_span(glance, today, terms, told, passages) for glance in glances)
    return sorted((span for span in found if span), key=lambda span: (span.first, span.last))


def _terms(papers: Iterable[int], today: date) -> Mapping[int, tuple[date, date | None]]:
    """For each paper the days from which and until which it binds; without an end where none was agreed."""
    shelf = papers_with(papers)
    found: dict[int, tuple[date, date | None]] = {}
    for root in shelf.roots:
        course = shelf.life(root, today).course
        for term in course.terms:
            if term.end or course.unlimited:
                start, _ = found.get(term.paper, (term.start, None))
                found[term.paper] = (start, term.end)
    return found


def _span(
    glance: Glance,
    today: date,
    terms: Mapping[int, tuple[date, date | None]],
    told: Mapping[int, tuple[date, date]],
    passages: Mapping[int, Passage],
) -> Span | None:
    pk = glance.record.pk
    source = passage_address(passages[pk]) if pk in passages else ""
    start, end, lasts = _dates(glance)
    first = start or end
    if not first or not (begun := first.earliest or first.latest):
        if pk not in told:
            return None
        return Span(glance, *told[pk], point=False, certain=False, open_end=False, told=True, source=source)
    over = (end or first).latest or (end or first).earliest or begun
    if lasts and not end:
        over = max(over, today)
    certain = all(d.precision is Precision.DAY and _plain(d) for d in (start, end) if d)
    if pk in terms:
        begun, agreed = terms[pk]
        return Span(glance, begun, agreed or today, False, certain, open_end=agreed is None, source=source)
    return Span(
        glance,
        begun,
        max(over, begun),
        point=certain and not lasts and (over - begun).days < 1,
        certain=certain or (lasts and _plain(first)),
        open_end=lasts and not end,
        source=source,
    )


def _dates(glance: Glance) -> tuple[Edtf | None, Edtf | None, bool]:
    """When it began and ended, and whether it goes on where no end is known."""
    match glance.details:
        case Twinning(since=start, until=end):
            return start, end, True
        case Post(since=start, until=end, former=former):
            return start, end, not former
        case Visit(start=start, end=end) | Event(start=start, end=end):
            return start, end, False
        case Agreement(signed=day) | Programme(since=day) | Commitment(due=day) | Honour(date=day):
            return day, None, False
    return None, None, False


def _plain(when: Edtf) -> bool:
    return not when.approximate and not when.uncertain
