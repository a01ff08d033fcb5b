"""Finds whom an office serves where its own words do not say: "Governor Qiao" in a text on Jilin and Saskatchewan.

The level of the office and the custom the holder's name follows narrow the choice; the nearest name that fits is taken.
"""

import re
from collections.abc import Callable

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.offices import Office
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.home import home
from jumelage.reading.names.persons.given import customs_of
from jumelage.reading.names.titles import Service
from jumelage.reading.text.blocks import BlockKind
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

LEVELS = {
    Service.CITY: (PlaceLevel.CITY, PlaceLevel.DISTRICT),
    Service.DISTRICT: (PlaceLevel.DISTRICT, PlaceLevel.CITY),
    Service.PROVINCE: (PlaceLevel.PROVINCE, PlaceLevel.REGION),
    Service.COUNTRY: (PlaceLevel.COUNTRY,),
    Service.GOVERNMENT: (PlaceLevel.PROVINCE, PlaceLevel.REGION, PlaceLevel.COUNTRY),
}
SENTENCES_BACK = 3
Fits = Callable[[Mention], bool]


def served(text: AnnotatedText, sentence: Sentence, office: Office, person: Mention) -> Mention | None:
    """The nearest name in the text that the office may serve, or None where nothing fits."""
    if house := _house(text, sentence, office):
        return house
    if office.service not in LEVELS:
        return _before(text, sentence, office.start, lambda m: m.type is EntityType.ORGANISATION)
    written = text.text[person.start : person.end]
    for level in LEVELS[office.service]:
        fits = _of_level(text, level, written)
        if found := _before(text, sentence, office.start, fits) or _at_home(text, fits):
            return found
    return None


def _house(text: AnnotatedText, sentence: Sentence, office: Office) -> Mention | None:
    """The kind of body that such an office belongs to: a rector's university, a consul's consulate."""
    for house in lexicon(sentence.language, "posts").data.get("houses", ()):
        if re.search(house["office"], office.title, re.IGNORECASE):
            name = re.compile(house["body"], re.IGNORECASE)

            def fits(mention: Mention, name: re.Pattern[str] = name) -> bool:
                own = any(name.search(form.text) for form in text.entity(mention).names)
                return mention.type is EntityType.ORGANISATION and own

            return _nearest(text, sentence, office.start, fits) or _at_home(text, fits)
    return None


def _of_level(text: AnnotatedText, level: PlaceLevel, person: str) -> Fits:
    customs = customs_of(person)

    def fits(mention: Mention) -> bool:
        entity = text.entity(mention)
        return mention.type is EntityType.PLACE and entity.level is level and customs.allow(entity.country)

    return fits


def _before(text: AnnotatedText, sentence: Sentence, position: int, fits: Fits) -> Mention | None:
    """The last fitting name before a position in its sentence, or in its row of a table."""
    start = sentence.block.start if sentence.block.kind is BlockKind.ROW else sentence.start
    return next((m for m in reversed(text.mentions_in((start, position))) if fits(m)), None)


def _nearest(text: AnnotatedText, sentence: Sentence, position: int, fits: Fits) -> Mention | None:
    """The last fitting name before a position, else the first after it in the sentence, else one shortly before."""
    if before := _before(text, sentence, position, fits):
        return before
    if after := next((m for m in text.mentions_in(sentence) if fits(m)), None):
        return after
    earlier = text.sentences[max(0, sentence.index - SENTENCES_BACK) : sentence.index]
    return next((m for s in reversed(earlier) for m in reversed(text.mentions_in(s)) if fits(m)), None)


def _at_home(text: AnnotatedText, fits: Fits) -> Mention | None:
    """The fitting name a text belongs to: it stands in its head or is named most often."""
    fitting = [m for m in text.mentions if fits(m)]
    if not fitting:
        return None
    key = home(text, text.entities, fitting)
    return next((m for m in fitting if m.entity == key), fitting[0])
