"""Finds the names of organisations."""

from collections.abc import Sequence

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.names.named import Named


def find_organisations(text: AnnotatedText, places: Sequence[Named]) -> list[Named]:
    """The names of organisations in a text; a name may hold that of a place."""
    return []
