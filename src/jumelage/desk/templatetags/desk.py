"""How templates write what the register holds."""

from collections.abc import Mapping

from django import template

from jumelage.desk.addresses import SLUGS
from jumelage.desk.dates import in_words
from jumelage.desk.locales import language_in_words
from jumelage.desk.titles import document_title
from jumelage.desk.words import KIND, STANDING, VERB
from jumelage.register.models import Document, Record
from jumelage.vocabulary.edtf import Edtf

register = template.Library()

ABOUT_A_TWINNING = ("agreement", "visit", "event", "programme", "commitment")
"""The kinds of record that are entered from the page of a twinning, with its parties filled in."""


@register.filter
def words(date: Edtf | None) -> str:
    """An EDTF date in the language of the page."""
    return in_words(date) if date else ""


@register.inclusion_tag("desk/parts/moves.html")
def moves(record: Record, may_write: bool) -> dict[str, object]:
    """What can be done with a record: links to the pages on which it is."""
    slug = SLUGS[record.kind]
    about = [(SLUGS[kind], KIND[kind]) for kind in ABOUT_A_TWINNING] if record.kind == "twinning" else []
    return {"record": record, "slug": slug, "about": about if may_write else [], "may_write": may_write}


@register.inclusion_tag("desk/parts/standing.html")
def standing(standing: str) -> dict[str, object]:
    """A value's or a record's standing as a badge."""
    return {"standing": standing, "word": STANDING[standing]}


@register.filter
def of(found: Mapping[str, object], name: str) -> object:
    """What stands under a name."""
    return found.get(name)


@register.filter
def verb(done: str) -> str:
    """What an entry of the change log did."""
    return str(VERB[done])


@register.filter
def title(document: Document) -> str:
    return document_title(document)


@register.filter
def language_word(code: str) -> str:
    """A document's language in the language of the page."""
    return language_in_words(code)


@register.filter
def unlocalised(number: float) -> str:
    """A number as markup wants it, with a point whatever the language."""
    return f"{number:g}"
