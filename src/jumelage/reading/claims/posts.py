"""Finds posts."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Post


def find_posts(text: AnnotatedText) -> Iterator[Post]:
    """The posts that a text asserts."""
    yield from ()
