"""Finds honours."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Honour


def find_honours(text: AnnotatedText) -> Iterator[Honour]:
    """The honours that a text asserts."""
    yield from ()
