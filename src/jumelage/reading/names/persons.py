"""Finds the names of persons."""

from collections.abc import Sequence

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.names.named import Named


def find_persons(text: AnnotatedText, places: Sequence[Named], organisations: Sequence[Named]) -> list[Named]:
    """The names of persons in a text."""
    return []
