"""Finds commitments."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Commitment


def find_commitments(text: AnnotatedText) -> Iterator[Commitment]:
    """The commitments that a text asserts."""
    yield from ()
