"""Tells which bond falls under which other: "under the provincial one", "im Rahmen der Städtepartnerschaft"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from jumelage.reading.annotated import AnnotatedText
from jumelage.reading.lexicon import lexicon
from jumelage.reading.text.blocks import Block, BlockKind
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.entities import Entity
from jumelage.vocabulary.kinds import EntityType, PlaceLevel

LONGEST_LIST = 300
RANK = {level: rank for rank, level in enumerate(PlaceLevel)}


def nested(text: AnnotatedText, found: Sequence[Twinning]) -> Iterator[Twinning]:
    """The twinnings, each with the higher one it falls under where the text around it says that it does."""
    for twinning in found:
        if _under_an_umbrella(text, twinning) and (higher := _higher(text, twinning, found)):
            yield replace(twinning, within=higher.parties)
        else:
            yield twinning


def _under_an_umbrella(text: AnnotatedText, twinning: Twinning) -> bool:
    """Whether the sentence says so, or what introduces its paragraph, its list or its section."""
    evidence = twinning.evidence[0]
    index = bisect_right(text.sentences, evidence.start, key=lambda s: text.passage(s).end)
    sentence = text.sentences[index] if index < len(text.sentences) else None
    if sentence is None or text.passage(sentence).start >= evidence.end:
        return False
    return any(_says_so(text, span, sentence.language) for span in _around(text, index))


def _around(text: AnnotatedText, index: int) -> Iterator[tuple[int, int]]:
    sentence = text.sentences[index]
    block = sentence.block
    yield block.start, sentence.end
    if block.section:
        yield block.section.start, block.section.end
    if block.kind in (BlockKind.ITEM, BlockKind.ROW) and (introduction := _introduction(text, block)):
        yield introduction.start, introduction.end


def _introduction(text: AnnotatedText, item: Block) -> Block | None:
    """The last block before a list that is no part of it."""
    place = bisect_left(text.blocks, item.start, key=attrgetter("start"))
    for block in reversed(text.blocks[max(place - LONGEST_LIST, 0) : place]):
        if block.kind is not item.kind or not text.mentions_in(block, EntityType.PLACE):
            return block
    return None


def _says_so(text: AnnotatedText, span: tuple[int, int], language: str) -> bool:
    return lexicon(language, "twinnings")["umbrella"].search(text.text, *span) is not None


def _higher(text: AnnotatedText, twinning: Twinning, found: Iterable[Twinning]) -> Twinning | None:
    """The twinning of the parties' own places or, failing that, the only or the first one of a higher rank."""
    rank = _rank(text.entities[twinning.parties[0]])
    above = [t for t in found if _rank(text.entities[t.parties[0]]) < rank]
    for other in above:
        if all(_lies_in(text, a, b) for a, b in zip(twinning.parties, other.parties, strict=True)):
            return other
    return above[0] if above else None


def _rank(entity: Entity) -> int:
    if entity.type is EntityType.ORGANISATION:
        return len(RANK)
    return RANK[entity.level or PlaceLevel.CITY]


def _lies_in(text: AnnotatedText, inner: str, outer: str) -> bool:
    return any(e.place == outer for key, e in text.entities.items() if key == inner)
