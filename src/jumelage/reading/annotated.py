"""A document's text with everything the claim rooms look at: sentences, dates, and names tied to entities.

All offsets are into `AnnotatedText.text`, the repaired text. `original` translates them into the document's own text.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from jumelage.reading.dates import DateMention
from jumelage.reading.text.blocks import Block
from jumelage.reading.text.repair import RepairedText
from jumelage.reading.text.sentences import Sentence
from jumelage.vocabulary.claims import Passage
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import EntityType

START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names or refers to an entity.

    `reference` is true where it only stands for the entity ("the province", 我市, "onze stad").
    """

    start: int
    end: int
    type: EntityType
    entity: EntityId
    reference: bool = False


@dataclass(slots=True, eq=False)
class AnnotatedText:
    """Equal only to itself, so that what is worked out of a text once can be kept for all rooms."""

    repaired: RepairedText
    language: str
    published: Edtf | None
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    dates: Sequence[Sequence[DateMention]]
    """For each sentence, the dates in it, in order."""
    entities: Mapping[EntityId, Entity] = field(default_factory=dict)
    mentions: Sequence[Mention] = ()
    """All mentions in order of their start; none overlap."""

    @property
    def text(self) -> str:
        return self.repaired.text

    def mentions_in(self, span: Sentence | Block | tuple[int, int], *types: EntityType) -> list[Mention]:
        """The mentions that lie in a sentence, a block or between two offsets; of the given types, if any are given."""
        start, end = span if isinstance(span, tuple) else (span.start, span.end)
        found = self.mentions[bisect_left(self.mentions, start, key=START) : bisect_left(self.mentions, end, key=START)]
        return [m for m in found if m.type in types] if types else list(found)

    def dates_in(self, sentence: Sentence) -> Sequence[DateMention]:
        return self.dates[sentence.index]

    def entity(self, mention: Mention) -> Entity:
        return self.entities[mention.entity]

    def passage(self, span: Sentence | Block | tuple[int, int], supports: Iterable[str] = ()) -> Passage:
        """The passage of the document's own text that a sentence, a block or a pair of offsets stands for."""
        start, end = span if isinstance(span, tuple) else (span.start, span.end)
        return Passage(*self.repaired.original(start, end), tuple(supports))
