"""Finds events."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Event


def find_events(text: AnnotatedText) -> Iterator[Event]:
    """The events that a text asserts."""
    yield from ()
