"""Single tellings: what one source says of one thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jumelage.register.models import Citation, Passage, Telling


@dataclass(slots=True)
class ToldAs:
    """By which names a telling calls an entity, and the first sentence it rests on."""

    names: list[str] = field(default_factory=list)
    passage: Passage | None = None


def told_as(tellings: Iterable[Telling]) -> Mapping[int, ToldAs]:
    """How each of the tellings puts it, by one query."""
    found = {telling.pk: ToldAs() for telling in tellings}
    cited = Citation.objects.live().filter(telling__in=found).select_related("value", "passage").order_by("pk")
    for citation in cited:
        told = found[citation.telling_id]
        if citation.value.field == "names" and citation.value.text not in told.names:
            told.names.append(citation.value.text)
        told.passage = told.passage or citation.passage
    return found
