"""Finds whom an office serves where its own words do not say: "Governor Qiao" in a text on Jilin and Saskatchewan.

The level of the office and the custom the holder's name follows narrow the choice; the nearest name that fits is taken.
"""

import re
from collections import Counter
from collections.abc import Callable

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.offices import Office
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.persons.given import customs_of
from jumelage.reading.names.titles import Service
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
        return _nearest(text, sentence, office.start, lambda m: m.type is EntityType.ORGANISATION, 0)
    written = text.text[person.start : person.end]
    for level in LEVELS[office.service]:
        fits = _of_level(text, level, written)
        found = _nearest(text, sentence, office.start, fits, SENTENCES_BACK) or _most_named(text, fits)
        if found:
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

            return _nearest(text, sentence, office.start, fits, SENTENCES_BACK) or _most_named(text, fits)
    return None


def _of_level(text: AnnotatedText, level: PlaceLevel, person: str) -> Fits:
    customs = customs_of(person)

    def fits(mention: Mention) -> bool:
        entity = text.entity(mention)
        return mention.type is EntityType.PLACE and entity.level is level and customs.allow(entity.country)

    return fits


def _nearest(text: AnnotatedText, sentence: Sentence, position: int, fits: Fits, back: int) -> Mention | None:
    """The last fitting name before a position, else the first after it in the sentence, else one shortly before."""
    here = [m for m in text.mentions_in(sentence) if fits(m)]
    before = [m for m in here if m.end <= position]
    if before or here:
        return before[-1] if before else here[0]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - back), -1):
        if found := [m for m in text.mentions_in(text.sentences[index]) if fits(m)]:
            return found[-1]
    return None


def _most_named(text: AnnotatedText, fits: Fits) -> Mention | None:
    """A mention of the entity named most often among those that fit."""
    fitting = [m for m in text.mentions if fits(m)]
    counts = Counter(m.entity for m in fitting)
    return max(fitting, key=lambda m: (counts[m.entity], -m.start)) if fitting else None
