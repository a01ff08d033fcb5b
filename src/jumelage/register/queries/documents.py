"""Which documents the register knows, and what they support."""

from collections import defaultdict
from dataclasses import dataclass

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


def supports_of(document: Document) -> list[Support]:
    """The passages of a document that anything shown cites, in the order of the text, by one query."""
    cited: dict[Passage, dict[Record, list[str]]] = defaultdict(lambda: defaultdict(list))
    citations = Citation.objects.live().filter(passage__document=document, value__record__standing__in=SHOWN)
    for citation in citations.select_related("passage", "value__record__entity").order_by("passage__start", "pk"):
        fields = cited[citation.passage][citation.value.record] if citation.passage else []
        if citation.value.field not in fields:
            fields.append(citation.value.field)
    return [Support(passage, dict(fields)) for passage, fields in cited.items()]
