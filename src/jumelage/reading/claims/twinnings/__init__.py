"""Finds twinnings: standing bonds of two places, or of two like organisations.

`prose` reads sentences, `listed` reads lists and tables of partners, `dated` reads partners with dates in brackets,
`within` tells which bond falls under which other.
"""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.focus import Focus
from jumelage.reading.claims.twinnings.dated import dated
from jumelage.reading.claims.twinnings.listed import in_lists
from jumelage.reading.claims.twinnings.prose import in_prose
from jumelage.reading.claims.twinnings.within import nested
from jumelage.vocabulary.claims import Twinning

__all__ = ["find_twinnings"]


def find_twinnings(text: AnnotatedText) -> Iterator[Twinning]:
    """The twinnings that a text asserts."""
    focus = Focus(text)
    yield from nested(text, [*in_prose(text, focus), *in_lists(text, focus), *dated(text, focus)])
