"""Finds visits."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Visit


def find_visits(text: AnnotatedText) -> Iterator[Visit]:
    """The visits that a text asserts."""
    yield from ()
