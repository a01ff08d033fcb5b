"""One field of one record, as lists and their exports show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jumelage.desk.addresses import record_address
from jumelage.desk.dates import in_words
from jumelage.desk.locales import country_in_words, language_in_words
from jumelage.desk.periods import period_in_words
from jumelage.desk.words import SAID, choices_of
from jumelage.register.queries import Glance, Named, glances_of, posts_of
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.periods import Period


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text, with where it leads."""

    text: str
    address: str = ""


Cell = tuple[Piece, ...]


def cell(glance: Glance, field: str) -> Cell:
    """What the record shows in a field: entities as links, anything else in words; nothing where it is not known."""
    if field in glance.references:
        return entities(glance.references[field])
    words = in_field(glance.record.kind, field, getattr(glance.details, field, None))
    return (Piece(words),) if words else ()


def entities(named: Iterable[Named]) -> Cell:
    return tuple(Piece(one.name, record_address(one.kind, one.record)) for one in named)


def in_field(kind: str, field: str, value: object) -> str:
    """A value that is no entity in the words of the page; `value` typed or as the register keeps it."""
    if field == "country" and isinstance(value, str):
        return country_in_words(value)
    if field in ("languages", "authentic") and isinstance(value, str):
        return language_in_words(value)
    match value:
        case None | "" | False:
            return ""
        case True:
            return str(SAID["true"])
        case Edtf():
            return in_words(value)
        case Period():
            return period_in_words(value)
        case float():
            return f"{value:.15g}"
    return str(choices_of(kind, field).get(str(value), value))


def posts_cells(people: Iterable[int], language: str) -> Mapping[int, Cell]:
    """For each person their posts, in as many queries for many as for one."""
    posts = posts_of(people)
    glances = glances_of((post for of_person in posts.values() for post in of_person), language)
    return {
        person: tuple(_post(glances[post]) for post in of_person if post in glances)
        for person, of_person in posts.items()
    }


def _post(glance: Glance) -> Piece:
    """A post without the name of who holds it."""
    office = ", ".join(
        part
        for part in (getattr(glance.details, "title", ""), *(n.name for n in glance.references.get("of", ())))
        if part
    )
    return Piece(office, record_address("post", glance.record.pk))
