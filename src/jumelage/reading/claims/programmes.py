"""Finds programmes."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Programme


def find_programmes(text: AnnotatedText) -> Iterator[Programme]:
    """The programmes that a text asserts."""
    yield from ()
