"""Finds whom an office serves where its own words do not say: "Governor Qiao" in a text on Jilin and Saskatchewan.

The level of the office and the custom the holder's name follows narrow the choice; the nearest name that fits is taken.
"""

import re
from collections.abc import Callable, Hashable

from jumelage.reading.annotated import AnnotatedText, Mention
from jumelage.reading.claims.offices import Office
from jumelage.reading.lexicon import lexicon
from jumelage.reading.names.home import home
from jumelage.reading.names.persons.given import Customs, customs_of
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


class Served:
    """Finds for the offices of one text whom they serve."""

    def __init__(self, text: AnnotatedText) -> None:
        self.text = text
        self._at_home: dict[Hashable, Mention | None] = {}

    def find(self, sentence: Sentence, office: Office, person: Mention) -> Mention | None:
        """The nearest name in the text that the office may serve, or None where nothing fits."""
        if house := self._house(sentence, office):
            return house
        if office.service not in LEVELS:
            return self._before(sentence, office.start, lambda m: m.type is EntityType.ORGANISATION)
        customs = customs_of(self.text.text[person.start : person.end])
        for level in LEVELS[office.service]:
            fits = self._of_level(level, customs)
            if found := self._before(sentence, office.start, fits) or self._home((level, customs), fits):
                return found
        return None

    def _house(self, sentence: Sentence, office: Office) -> Mention | None:
        """The kind of body that such an office belongs to: a rector's university, a consul's consulate."""
        for house in lexicon(sentence.language, "posts").data.get("houses", ()):
            if re.search(house["office"], office.title, re.IGNORECASE):
                fits = self._with_word(re.compile(house["body"], re.IGNORECASE))
                return self._nearest(sentence, office.start, fits) or self._home(house["body"], fits)
        return None

    def _with_word(self, word: re.Pattern[str]) -> Fits:
        def fits(mention: Mention) -> bool:
            return mention.type is EntityType.ORGANISATION and any(
                word.search(form.text) for form in self.text.entity(mention).names
            )

        return fits

    def _of_level(self, level: PlaceLevel, customs: Customs) -> Fits:
        def fits(mention: Mention) -> bool:
            entity = self.text.entity(mention)
            return mention.type is EntityType.PLACE and entity.level is level and customs.allow(entity.country)

        return fits

    def _before(self, sentence: Sentence, position: int, fits: Fits) -> Mention | None:
        """The last fitting name before a position in its sentence, or in its row of a table."""
        start = sentence.block.start if sentence.block.kind is BlockKind.ROW else sentence.start
        return next((m for m in reversed(self.text.mentions_in((start, position))) if fits(m)), None)

    def _nearest(self, sentence: Sentence, position: int, fits: Fits) -> Mention | None:
        """The last fitting name before a position, else the first in the sentence, else one shortly before it."""
        if before := self._before(sentence, position, fits):
            return before
        if after := next((m for m in self.text.mentions_in(sentence) if fits(m)), None):
            return after
        earlier = self.text.sentences[max(0, sentence.index - SENTENCES_BACK) : sentence.index]
        return next((m for s in reversed(earlier) for m in reversed(self.text.mentions_in(s)) if fits(m)), None)

    def _home(self, key: Hashable, fits: Fits) -> Mention | None:
        """The fitting name a text belongs to: in its head or named most often. `key` tells one `fits` from another."""
        if key not in self._at_home:
            fitting = [m for m in self.text.mentions if fits(m)]
            own = home(self.text, self.text.entities, fitting)
            self._at_home[key] = next((m for m in fitting if m.entity == own), fitting[0] if fitting else None)
        return self._at_home[key]
