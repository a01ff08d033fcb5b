"""Finding the entity or the record that somebody means by what they type."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from jumelage.desk.cells import in_field
from jumelage.desk.titles import names_of, title_of, when
from jumelage.desk.words import KIND
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.keys import key_of
from jumelage.register.models import SHOWN, Record
from jumelage.register.queries import Glance, entities_called, glances_of, homes_of, records_about

NUMBERED = re.compile(r"№\s*(?P<key>\d{1,18})\s*$")
OFFERED = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant. Its label names it for people and, by its number, beyond doubt."""

    key: int
    kind: str
    label: str


def labels_of(records: Iterable[int], language: str) -> Mapping[int, str]:
    """How each of the records is written in a form; a fixed number of queries."""
    return {pk: _label(glance) for pk, glance in glances_of(records, language).items()}


def offered(words: str, kinds: Collection[str], language: str) -> list[Candidate]:
    """The records of these kinds that somebody may mean by some words, the likeliest first."""
    words = NUMBERED.sub("", words).rpartition(" · ")[0] or words
    entities = [hit.entity for hit in entities_called(words, OFFERED)]
    if not set(kinds) <= set(ENTITY_TYPES):
        entities = [pk for of_kind in records_about(entities, OFFERED).values() for pk in of_kind]
    glances = glances_of(entities, language)
    found = [Candidate(pk, g.record.kind, _label(g)) for pk, g in glances.items() if g.record.kind in kinds]
    return found[:OFFERED]


def meant(words: str, kinds: Collection[str], language: str) -> int | list[Candidate]:
    """The record that is meant, by its number or by a name that one alone has; else those that may be meant."""
    if numbered := NUMBERED.search(words):
        home = homes_of([int(numbered["key"])])[int(numbered["key"])]
        if Record.objects.filter(pk=home, kind__in=kinds, standing__in=SHOWN).exists():
            return home
        return []
    candidates = offered(words, kinds, language)
    if set(kinds) <= set(ENTITY_TYPES):
        hits = {hit.entity for hit in entities_called(words, OFFERED) if key_of(hit.form) == key_of(words)}
        called_so = [candidate for candidate in candidates if candidate.key in hits]
        if len(called_so) == 1:
            return called_so[0].key
    return candidates


def _label(glance: Glance) -> str:
    return " · ".join(part for part in (title_of(glance), _hint(glance)) if part) + f" №{glance.record.pk}"


def _hint(glance: Glance) -> str:
    """What tells a record from others of its name: where it is, or when it was."""
    kind, details = glance.record.kind, glance.details
    if kind == "place":
        said = (in_field(kind, name, getattr(details, name)) for name in ("level", "country"))
        return ", ".join(word for word in said if word)
    return names_of(glance, "place") if kind == "organisation" else when(glance) or str(KIND[kind])
