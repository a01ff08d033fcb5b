"""Finds twinnings."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Twinning


def find_twinnings(text: AnnotatedText) -> Iterator[Twinning]:
    """The twinnings that a text asserts."""
    yield from ()
