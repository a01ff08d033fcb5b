"""Reads twinnings in lists and tables of partners."""

from collections.abc import Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims.focus import Focus
from jumelage.vocabulary.claims import Twinning


def in_lists(text: AnnotatedText, focus: Focus) -> Iterator[Twinning]:
    yield from ()
