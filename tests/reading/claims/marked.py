"""Texts in which names are marked by hand, to test the claim rooms apart from the finding of names.

`[Antwerp/BE]` is a place, with its country where that matters; `{VITO}` an organisation; `<Jan Peeters>` a person.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.reader import annotate
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import NameForm

MARKED = re.compile(r"\[(?P<place>[^]/]+)(?:/(?P<country>\w\w))?\]|\{(?P<organisation>[^}]+)\}|<(?P<person>[^>]+)>")
OPENINGS = {
    "en": "This is what the newsletter of the town has to tell of the work that was done for the people.",
    "nl": "Dit is wat het blad van de stad te vertellen heeft over het werk dat er voor de mensen is gedaan.",
    "de": "Das ist es, was die Zeitung der Stadt von der Arbeit zu sagen hat, die für die Menschen getan wurde.",
    "fr": "Voici ce que le journal de la ville a à dire du travail qui a été fait pour les gens dans la commune.",
    "zh": "以下是本报的报道内容。",
}
"""A first paragraph without names, so that a single sentence is read in its own language."""


def marked(language: str, sentence: str, published: str = "2024-05-02") -> AnnotatedText:
    """The annotated text of one sentence or more, with the names that are marked in it."""
    entities: dict[EntityId, Entity] = {}
    by_name: dict[str, EntityId] = {}
    text, spans, at = OPENINGS[language] + "\n\n", [], 0
    for match in MARKED.finditer(sentence):
        kind, name = next((k, match[k]) for k in ("place", "organisation", "person") if match[k])
        key = by_name.setdefault(name, EntityId(f"e{len(by_name) + 1}"))
        if key not in entities:
            entities[key] = Entity(EntityType(kind), (NameForm(name, language),), country=match["country"])
        text += sentence[at : match.start()]
        spans.append((len(text), len(text) + len(name), key))
        text += name
        at = match.end()
    annotated = annotate(text + sentence[at:], Edtf(published))
    annotated.entities = entities
    annotated.mentions = [Mention(start, end, entities[key].type, key) for start, end, key in spans]
    return annotated


def claims(find: Callable[[AnnotatedText], Iterable[Claim]], text: AnnotatedText) -> list[dict[str, object]]:
    """What a room finds, as values with names in place of ids."""
    return [{name: _named(value, text) for name, value in claim.values().items()} for claim in find(text)]


def _named(value: object, text: AnnotatedText) -> object:
    if isinstance(value, tuple):
        return [_named(v, text) for v in value]
    if isinstance(value, str) and value in text.entities:
        return text.entities[EntityId(value)].name
    return str(value) if isinstance(value, (Edtf, str)) else value


def table(name: str) -> list[tuple[str, ...]]:
    """The rows of a table of sentences, `name`.txt, with their cells."""
    lines = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in lines if not line.startswith("#")]
