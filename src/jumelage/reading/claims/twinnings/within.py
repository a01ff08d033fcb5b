"""Tells which bond falls under which other."""

from collections.abc import Iterable, Iterator

from jumelage.reading.annotated import AnnotatedText
from jumelage.vocabulary.claims import Twinning


def nested(text: AnnotatedText, found: Iterable[Twinning]) -> Iterator[Twinning]:
    yield from found
