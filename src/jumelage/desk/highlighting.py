"""A document's text, paragraph by paragraph, with the passages that the register cites and what they support."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.functional import Promise

from jumelage.desk.addresses import PART, record_address
from jumelage.desk.titles import title_of
from jumelage.desk.words import FIELD, KIND
from jumelage.register.fields import ENTITY_TYPES
from jumelage.register.models import Document, Passage
from jumelage.register.queries import Glance, Support, glances_of, passages_in, supports_of

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text within one paragraph. `passages` are those that hold it, the narrowest last, and `anchors`
    those of them that start here."""

    text: str
    passages: Sequence[int]
    anchors: Sequence[int]

    @property
    def note(self) -> int | None:
        """The passage to whose note the run leads."""
        return self.passages[-1] if self.passages else None


@dataclass(frozen=True, slots=True)
class Supported:
    """A record that a passage supports, with the fields that it supports; an entity is simply named there."""

    kind: str | Promise
    title: str
    address: str
    fields: Sequence[str | Promise]


@dataclass(frozen=True, slots=True)
class Note:
    passage: int
    number: int
    supported: Sequence[Supported]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` and `end` are offsets in the whole text."""

    start: int
    end: int
    runs: Sequence[Run]
    notes: Sequence[Note]


def parts_of(text: str) -> int:
    """On how many pages a text is shown."""
    return max(1, -(-len(text) // PART))


def paragraphs_of(document: Document, text: str, part: int, language: str) -> list[Paragraph]:
    """The paragraphs that start in a part of the text (1 …), each with the notes on passages that start in it."""
    if not (spans := _spans(text, part)):
        return []
    supports = supports_of(document, spans[0][0], spans[-1][1])
    glances = glances_of((record.pk for support in supports for record in support.fields), language)
    notes = {support.passage.pk: _note(number, support, glances) for number, support in enumerate(supports, 1)}
    return _marked(text, spans, [support.passage for support in supports], notes)


def marked_paragraphs(document: Document, text: str, part: int) -> list[Paragraph]:
    """The same paragraphs with all passages that are cited, and no notes."""
    if not (spans := _spans(text, part)):
        return []
    return _marked(text, spans, passages_in(document, spans[0][0], spans[-1][1]), {})


def _spans(text: str, part: int) -> list[tuple[int, int]]:
    """Where the paragraphs that start in a part of the text begin and end."""
    return [m.span() for m in PARAGRAPH.finditer(text) if (part - 1) * PART <= m.start() < part * PART]


def _marked(
    text: str, spans: Iterable[tuple[int, int]], passages: Sequence[Passage], notes: Mapping[int, Note]
) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    anchored: set[int] = set()
    for start, end in spans:
        inside = [p for p in passages if p.start < end and p.end > start]
        runs = list(_runs(text, start, end, inside, anchored))
        begun = [notes[anchor] for run in runs for anchor in run.anchors if anchor in notes]
        paragraphs.append(Paragraph(start, end, runs, begun))
    return paragraphs


def _runs(text: str, start: int, end: int, passages: Sequence[Passage], anchored: set[int]) -> Iterator[Run]:
    """The paragraph cut wherever a passage begins or ends. `anchored` gathers the passages that have begun."""
    for first, last in _stretches(start, end, passages):
        holding = sorted((p for p in passages if p.start <= first and last <= p.end), key=lambda p: p.start - p.end)
        anchors = [p.pk for p in holding if p.pk not in anchored]
        anchored.update(anchors)
        yield Run(text[first:last], [p.pk for p in holding], anchors)


def _stretches(start: int, end: int, passages: Iterable[Passage]) -> Iterator[tuple[int, int]]:
    cuts = {start, end} | {cut for p in passages for cut in (p.start, p.end) if start < cut < end}
    return pairwise(sorted(cuts))


def _note(number: int, support: Support, glances: Mapping[int, Glance]) -> Note:
    supported = [
        Supported(
            KIND[record.kind],
            title_of(glances[record.pk]),
            record_address(record.kind, record.pk),
            [] if record.kind in ENTITY_TYPES else [FIELD[name] for name in fields],
        )
        for record, fields in support.fields.items()
    ]
    return Note(support.passage.pk, number, supported)
