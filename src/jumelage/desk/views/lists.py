"""Lists of records and of documents, and the same as CSV."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.desk.addresses import SLUGS, record_address
from jumelage.desk.cells import Cell, cell, posts_cells
from jumelage.desk.filters import Filter
from jumelage.desk.lists import LISTS, PAGE, RecordList
from jumelage.desk.spreadsheets import as_csv
from jumelage.desk.titles import title_of
from jumelage.desk.words import FIELD, KINDS, STANDING
from jumelage.register.models import Details, Document, Record
from jumelage.register.queries import glances_of

KIND_OF = {slug: kind for kind, slug in SLUGS.items()}
BATCH = 500
"""Rows that an export takes from the register at a time."""


@dataclass(frozen=True, slots=True)
class Row:
    record: Record
    title: str
    address: str
    cells: Sequence[tuple[str | Promise, Cell]]
    """What each column is called, with what stands in it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`sort` is what to ask for to sort by the column; `sorted` is "ascending", "descending" or empty."""

    name: str | Promise
    sort: str
    sorted: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter with what the address asks of it."""

    filter: Filter
    value: str

    @property
    def options(self) -> Iterable[tuple[str, str]] | None:
        return self.filter.options() if self.filter.options else None


def record_list(request: HttpRequest, slug: str) -> HttpResponse:
    declared = LISTS[kind_of(slug)]
    page: Page[Any] = Paginator(declared.records(request.GET), PAGE).get_page(request.GET.get("page"))
    columns = declared.shown(request.GET)
    asked = [Asked(one, request.GET.get(one.parameter, "").strip()) for one in declared.filters]
    context = {
        "heading": KINDS[declared.kind],
        "slug": slug,
        "page": page,
        "pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "columns": _headings(declared, columns, declared.sort(request.GET)),
        "choice": [(name, _label(name), name in columns) for name in declared.choice],
        "chosen": columns != declared.columns,
        "rows": _rows(declared, columns, page.object_list),
        "asked": asked,
        "carried": [(name, value) for name in request.GET if name != "page" for value in request.GET.getlist(name)],
        "narrowed": any(one.value for one in asked),
    }
    return render(request, "desk/list.html", context)


def record_csv(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """The whole list that the address asks for, in the columns of the page and with the addresses of the records."""
    declared = LISTS[kind_of(slug)]
    columns = declared.shown(request.GET)
    headings = [
        _("Title"),
        *(str(_label(name)) for name in columns),
        _("Standing"),
        _("Address"),
    ]
    records = declared.records(request.GET)

    def lines() -> Iterator[list[str]]:
        yield headings
        for batch in _batches(records):
            for row in _rows(declared, columns, batch):
                cells = ["; ".join(piece.text for piece in one) for _column, one in row.cells]
                address = request.build_absolute_uri(row.address)
                yield [row.title, *cells, str(STANDING[row.record.standing]), address]

    return as_csv(lines(), f"{slug}.csv")


def document_list(request: HttpRequest) -> HttpResponse:
    documents = Document.objects.annotate(found=Count("tellings")).order_by("-added", "-pk")
    words = request.GET.get("name", "").strip()
    if words:
        documents = documents.filter(Q(title__icontains=words) | Q(name__icontains=words))
    page: Page[Any] = Paginator(documents, PAGE).get_page(request.GET.get("page"))
    pages = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "desk/documents.html", {"page": page, "pages": pages, "words": words})


def kind_of(slug: str) -> str:
    """The kind of record that an address names; 404 where it names none."""
    if slug not in KIND_OF:
        raise Http404(slug)
    return KIND_OF[slug]


def _headings(declared: RecordList, columns: Iterable[str], sort: str) -> list[Heading]:
    def heading(name: str, label: str | Promise) -> Heading:
        if name not in declared.sorts:
            return Heading(label, "", "")
        if sort.removeprefix("-") != name:
            return Heading(label, name, "")
        return Heading(label, name if sort.startswith("-") else f"-{name}", _way(sort))

    title = {"name": "name", "title": "title"}
    first = next((name for name in title if name in declared.sorts), "kind" if "kind" not in declared.columns else "")
    headings = [heading(first, _("Title") if first != "name" else _("Name"))]
    headings += [heading(name, _label(name)) for name in columns]
    return headings


def _label(column: str) -> str | Promise:
    return KINDS["post"] if column == "posts" else FIELD[column]


def _way(sort: str) -> str:
    return "descending" if sort.startswith("-") else "ascending"


def _rows(declared: RecordList, columns: Collection[str], records: Iterable[int]) -> list[Row]:
    language = get_language() or "en"
    glances = glances_of(records, language)
    posts = posts_cells(glances, language) if "posts" in columns else {}
    return [
        Row(
            glance.record,
            title_of(glance),
            record_address(declared.kind, pk),
            [(_label(name), posts.get(pk, ()) if name == "posts" else cell(glance, name)) for name in columns],
        )
        for pk, glance in glances.items()
    ]


def _batches(records: "QuerySet[Details, int]") -> Iterator[list[int]]:
    remaining = records.iterator(BATCH)
    while batch := list(islice(remaining, BATCH)):
        yield batch
