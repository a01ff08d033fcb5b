"""How templates write what the register holds."""

from django import template

from jumelage.desk.dates import in_words
from jumelage.desk.locales import language_in_words
from jumelage.desk.titles import document_title
from jumelage.desk.words import STANDING, VERB
from jumelage.register.models import Document
from jumelage.vocabulary.edtf import Edtf

register = template.Library()


@register.filter
def words(date: Edtf | None) -> str:
    """An EDTF date in the language of the page."""
    return in_words(date) if date else ""


@register.inclusion_tag("desk/parts/standing.html")
def standing(standing: str) -> dict[str, object]:
    """A value's or a record's standing as a badge."""
    return {"standing": standing, "word": STANDING[standing]}


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
