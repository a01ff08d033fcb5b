"""Reads one document."""

from collections.abc import Callable

from jumelage.formats import SourceDocument
from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.claims import ROOMS
from jumelage.reading.confidence import calibrated
from jumelage.reading.consolidation import consolidated, with_entities_in_use
from jumelage.reading.dates import document_date, find_dates
from jumelage.reading.evidence import with_names
from jumelage.reading.names import Names, find_names
from jumelage.reading.parallel import translation, with_one_entity_a_person, without_translation
from jumelage.reading.relevance import may_speak_of_twinning, speak_of_twinning
from jumelage.reading.second_opinion import with_second_opinion
from jumelage.reading.text.blocks import blocks
from jumelage.reading.text.language import language_of
from jumelage.reading.text.repair import repair
from jumelage.reading.text.sentences import sentences
from jumelage.vocabulary.claims import Claim
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.reading import Reading

BEGINNING = 500
"""So many characters tell the language of a text in which nothing is looked for."""


def read_document(document: SourceDocument) -> Reading:
    """What a document says of twinnings; by a second reader too, where the user has set one."""
    reading = read(document.text, document=document.name, published=document.published, title=document.title)
    return with_second_opinion(reading, document.text)


def read(
    text: str,
    *,
    document: str,
    published: Edtf | None = None,
    title: str | None = None,
    names: Callable[[AnnotatedText], Names] = find_names,
    confidence: Callable[[Claim], Claim] = calibrated,
) -> Reading:
    """What `text` says of twinnings. Passages are offsets into `text`.

    `published` is what is known of the document's date from outside the text; `names` finds the names,
    `confidence` says how sure a claim is.
    """
    if not may_speak_of_twinning(text):
        return Reading(document, language_of(text[:BEGINNING]), published, title)
    annotated = annotate(text, published)
    annotated.entities, annotated.mentions = names(annotated)
    translated = translation(annotated)
    if translated:
        with_one_entity_a_person(annotated, translated)
    found = consolidated(claim for find in ROOMS for claim in find(annotated))
    claims = tuple(confidence(with_names(c, annotated)) for c in without_translation(found, annotated, translated))
    if not speak_of_twinning(claims, annotated.entities):
        claims = ()
    entities = with_entities_in_use(annotated.entities, claims, {m.entity for m in annotated.mentions})
    return Reading(document, annotated.language, annotated.published, title, entities, claims)


def annotate(text: str, published: Edtf | None) -> AnnotatedText:
    """The text repaired and cut up, with its dates; names are not yet found."""
    repaired = repair(text)
    language = language_of(repaired.text)
    cut = list(blocks(repaired.text))
    said = list(sentences(repaired.text, cut, language))
    published = published or document_date(repaired.text, language)
    dates = find_dates([(s.start, s.text) for s in said], [s.language for s in said], published)
    return AnnotatedText(repaired, language, published, cut, said, dates)
