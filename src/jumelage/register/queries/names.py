"""How entities are called for readers of one language."""

from collections.abc import Iterable, Mapping

from jumelage.register.models import NameForm
from jumelage.vocabulary.names import Script


def names_in(language: str, entities: Iterable[int]) -> Mapping[int, str]:
    """For each entity the name to show to readers of `language` (a BCP 47 tag), by one query.

    A form in their language, else one in their script, else any; of several one without an article in front, then the
    one that most sources use, then the shortest. An entity all of whose forms were rejected is left out.
    """
    primary = language.partition("-")[0]
    script = Script.HAN if primary == "zh" else Script.LATIN
    forms = NameForm.objects.filter(entity__in=set(entities), value__current=True).order_by("pk")
    best: dict[int, tuple[tuple[bool, bool, bool, int, int], str]] = {}
    for entity, text, spoken, written, sources in forms.values_list(
        "entity_id", "text", "language", "script", "value__sources"
    ):
        rank = (spoken.partition("-")[0] == primary, written == script, not text[:1].islower(), sources, -len(text))
        if entity not in best or rank > best[entity][0]:
            best[entity] = (rank, text)
    return {entity: text for entity, (_, text) in best.items()}
