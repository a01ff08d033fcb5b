"""Which documents the register knows, and what they support."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from jumelage.register.models import SHOWN, Citation, Document, Passage, Reading, Record
from jumelage.register.reader import READER


@dataclass(frozen=True, slots=True)
class Support:
    """A passage, and the records that cite it with the fields they cite it for."""

    passage: Passage
    fields: dict[Record, list[str]]


def is_recorded(sha256: str) -> bool:
    """Whether what this version of the reader says of a document is in the register already."""
    return Reading.objects.filter(document__sha256=sha256, reader=READER).exists()


def supports_of(document: Document, start: int, end: int) -> list[Support]:
    """The passages within a stretch of a document's text that anything shown cites, in its order, by one query."""
    cited: dict[Passage, dict[Record, list[str]]] = defaultdict(lambda: defaultdict(list))
    citations = Citation.objects.live().filter(
        passage__document=document,
        passage__start__lt=end,
        passage__end__gt=start,
        value__record__standing__in=SHOWN,
    )
    needed = ("passage__start", "passage__end", "passage__document", "value__field", "value__record__kind")
    rows = citations.select_related("passage", "value__record").only(*needed).order_by("passage__start", "pk")
    for citation in rows:
        fields = cited[citation.passage][citation.value.record] if citation.passage else []
        if citation.value.field not in fields:
            fields.append(citation.value.field)
    return [Support(passage, dict(fields)) for passage, fields in cited.items()]


def passages_in(document: Document, first: int, last: int) -> list[Passage]:
    """The passages of a document between two offsets that anything cites, in the order of the text, by one query."""
    cited = Citation.objects.live().filter(passage=OuterRef("pk"))
    return list(Passage.objects.filter(Exists(cited), document=document, start__lt=last, end__gt=first))
