"""Everything that is said of one record, with who says it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from jumelage.register.fields import FIELDS
from jumelage.register.models import Citation, Record, Standing, Value


@dataclass(frozen=True, slots=True)
class Line:
    """One value with the citations that stand, documents and officers alike, in the order in which they came."""

    value: Value
    citations: list[Citation]

    @property
    def without_source(self) -> bool:
        return not self.citations


Sheet = Mapping[str, list[Line]]
"""For each field that anything was said of, in the order of the vocabulary: first what is shown, then the rest."""


def sheet_of(record: Record) -> Sheet:
    """Three queries, however much there is. Values that every source has taken back are left out."""
    standing = Prefetch(
        "citations",
        Citation.objects.live().select_related("passage", "telling__document", "entry__officer").order_by("pk"),
    )
    lines: dict[str, list[Line]] = defaultdict(list)
    for value in record.values.select_related("entity__record").prefetch_related(standing).order_by("-current", "pk"):
        citations = list(value.citations.all())
        if citations or value.current or value.standing != Standing.PROPOSED:
            lines[value.field].append(Line(value, citations))
    return {name: lines[name] for name in FIELDS[record.kind] if name in lines}
