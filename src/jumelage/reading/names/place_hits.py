"""The names of the gazetteer in a text, looked up once for all who ask for them."""

from functools import lru_cache

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.gazetteer import PlaceHit, gazetteer


@lru_cache(maxsize=1)
def place_hits(text: AnnotatedText) -> tuple[tuple[PlaceHit, ...], ...]:
    """The names of places in each sentence, adjectives among them, with offsets in the sentence."""
    return tuple(tuple(gazetteer().find(s.text, s.language)) for s in text.sentences)
