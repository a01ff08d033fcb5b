"""One box for everything: names in any language, what records are called, the text of documents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jumelage.desk.addresses import SLUGS, record_address
from jumelage.desk.excerpts import Excerpt, excerpt
from jumelage.desk.titles import title_of, when
from jumelage.desk.words import KINDS
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.models import Document, Record
from jumelage.register.queries import (
    Glance,
    NameHit,
    documents_with,
    entities_called,
    glances_of,
    records_about,
    records_worded,
)

MOST_ENTITIES, MOST_RECORDS, MOST_DOCUMENTS = 20, 10, 20
LONGEST = 200
"""Characters of a question; more can't be meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record, with why it was found."""

    title: str
    address: str
    when: str
    why: str
    record: Record


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    heading: str | Promise
    found: Sequence[Found]


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document that holds the words; without an excerpt they stand in its title."""

    document: Document
    excerpt: Excerpt | None


def search(request: HttpRequest) -> HttpResponse:
    words = " ".join(request.GET.get("q", "").split())[:LONGEST]
    groups = _groups(words, get_language() or "en") if words else []
    bodies = documents_with(words, MOST_DOCUMENTS) if words else []
    documents = [FoundDocument(body.document, excerpt(body.text, words)) for body in bodies]
    return render(request, "desk/search.html", {"words": words, "groups": groups, "documents": documents})


def _groups(words: str, language: str) -> list[Group]:
    """Entities first, then what speaks of them or has the words itself."""
    hits = {hit.entity: hit for hit in entities_called(words, MOST_ENTITIES)}
    worded = records_worded(words, MOST_RECORDS)
    about = records_about([hit.entity for hit in hits.values()], MOST_RECORDS)
    records = [*hits, *worded, *(record for of_kind in about.values() for record in of_kind)]
    glances = glances_of(records, language)
    reasons = _reasons(glances, hits, worded)
    groups = []
    for kind in (*ENTITY_TYPES, *(kind for kind in SLUGS if kind not in ENTITY_TYPES)):
        of_kind = [_found(glance, reasons[pk]) for pk, glance in glances.items() if glance.record.kind == kind]
        if of_kind:
            groups.append(Group(kind, KINDS[kind], of_kind[:MOST_ENTITIES]))
    return groups


def _found(glance: Glance, why: str) -> Found:
    address = record_address(glance.record.kind, glance.record.pk)
    return Found(title_of(glance), address, when(glance), why, glance.record)


def _reasons(glances: Mapping[int, Glance], hits: Mapping[int, NameHit], worded: Iterable[int]) -> Mapping[int, str]:
    own_words = set(worded)
    reasons = {}
    for pk, glance in glances.items():
        if hit := hits.get(pk):
            reasons[pk] = _("also called “%(name)s”") % {"name": hit.form} if hit.form != glance.name else ""
        elif pk in own_words:
            reasons[pk] = _("has these words")
        else:
            named = {one.name for of_field in glance.references.values() for one in of_field if one.record in hits}
            reasons[pk] = _("names %(names)s") % {"names": ", ".join(sorted(named))}
    return reasons
