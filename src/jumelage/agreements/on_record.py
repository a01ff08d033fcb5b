"""Papers as the register holds them."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Min

from jumelage.agreements.course import followers
from jumelage.agreements.paper import Paper
from jumelage.agreements.stage import Life, life_on
from jumelage.register.models import Agreement, Telling
from jumelage.register.queries import meaning, meant_by

CHANGING = ("renews", "amends", "suspends", "ends")


class Shelf:
    """Papers by key, with those that change them."""

    def __init__(self, papers: Mapping[int, Paper]) -> None:
        self.papers = papers
        self._changing = [paper for paper in papers.values() if paper.changes]

    @property
    def roots(self) -> list[Paper]:
        """The papers that are texts of their own: they change none that is here."""
        return [paper for paper in self.papers.values() if not self.papers.keys() & set(paper.changes)]

    def life(self, root: Paper, day: date) -> Life:
        return life_on(root, followers(root, self._changing), day)


def all_papers() -> Shelf:
    return _shelf(Agreement.objects.shown().values_list("pk", flat=True))


def papers_with(records: Iterable[int]) -> Shelf:
    """These papers, with all that change them and all that they change."""
    wanted = set(records)
    while True:
        linked = {pk for fields in (meant_by(wanted), meaning(wanted)) for pk in _linked(fields)}
        if linked <= wanted:
            return _shelf(wanted)
        wanted |= linked


def _linked(meant: Mapping[int, Mapping[str, Iterable[int]]]) -> set[int]:
    return {pk for fields in meant.values() for name in CHANGING for pk in fields.get(name, ())}


def _shelf(records: Iterable[int]) -> Shelf:
    rows = Agreement.objects.shown().filter(pk__in=set(records)).order_by("signed_earliest", "pk")
    keys = [row.pk for row in rows]
    changes, told = meant_by(keys), told_by(keys)
    return Shelf({row.pk: _paper(row, changes.get(row.pk, {}), told.get(row.pk)) for row in rows})


def _paper(row: Agreement, changes: Mapping[str, Iterable[int]], told: date | None) -> Paper:
    return Paper(
        key=row.pk,
        signed=row.signed,
        effective=row.effective,
        planned=row.planned,
        term=row.term,
        until=row.until,
        unlimited=row.unlimited,
        tacit=row.tacit,
        notice=row.notice,
        told=told,
        renews=tuple(changes.get("renews", ())),
        amends=tuple(changes.get("amends", ())),
        suspends=tuple(changes.get("suspends", ())),
        ends=tuple(changes.get("ends", ())),
    )


def told_by(records: Iterable[int]) -> Mapping[int, date]:
    """For each record the day by which a document told of it; none where no document that does has a date."""
    told = Telling.objects.filter(record__in=set(records)).order_by().values("record")
    out = told.annotate(out=Min("document__published_latest")).filter(out__isnull=False)
    return dict(out.values_list("record", "out"))
