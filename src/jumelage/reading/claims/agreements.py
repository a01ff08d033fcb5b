"""Finds agreements."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Agreement


def find_agreements(text: AnnotatedText) -> Iterator[Agreement]:
    """The agreements that a text asserts."""
    yield from ()
