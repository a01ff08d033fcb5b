"""Finds the names of places with the gazetteer."""

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.gazetteer import gazetteer
from jumelage.reading.names.named import Named
from jumelage.vocabulary.kinds import EntityType


def find_places(text: AnnotatedText) -> list[Named]:
    """The names of places in a text, with the gazetteer's candidates for each."""
    return [
        Named(sentence.start + hit.start, sentence.start + hit.end, EntityType.PLACE, hit.places)
        for sentence in text.sentences
        for hit in gazetteer().find(sentence.text, sentence.language)
        if not hit.weak
    ]
