"""Make a reading part of the register."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from django.db.models import Min

from jumelage.formats import SourceDocument
from jumelage.register import sayings
from jumelage.register.actions.rereading import Cited, Told, claim_likeness, entity_likeness, pair, told_before
from jumelage.register.ledger import Ledger
from jumelage.register.matching import EntityProfile, Match, RecordProfile, match_entities, match_records
from jumelage.register.models import Body, Document, Judgement, Passage, Reading, Telling, Verdict
from jumelage.register.sayings import Saying, Span
from jumelage.register.transactions import writing
from jumelage.vocabulary import reading as vocabulary
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType


@dataclass(frozen=True, slots=True)
class Recorded:
    """The document in the register, and whether the reading said anything else than the one before."""

    document: Document
    changed: bool


class PassageOutside(ValueError):
    """A reading points outside the text of its document: it is of another document, or of another state of it."""


def record(source: SourceDocument, reading: vocabulary.Reading) -> Recorded:
    """Records what a reader found in a document: all of it or nothing.

    The same reading of the same document changes nothing. Another reading of it keeps what both say, adds what is new,
    and takes back what it no longer finds, except what an officer has spoken on.
    """
    digest = hashlib.sha256(repr(reading).encode()).hexdigest()
    with writing():
        document = _document(source)
        last = document.readings.last()
        if last and last.digest == digest:
            return Recorded(document, changed=False)
        _describe(document, source, reading)
        row = Reading.objects.create(document=document, reader=version("jumelage"), digest=digest)
        _Recording(row, source.text, reading, read_before=last is not None).run()
        return Recorded(document, changed=True)


def _document(source: SourceDocument) -> Document:
    document, new = Document.objects.get_or_create(
        sha256=source.sha256,
        defaults={
            "name": source.name,
            "media_type": source.media_type,
            "encoding": source.encoding or "",
            "address": source.address or "",
        },
    )
    if new:
        Body.objects.create(document=document, content=source.content, text=_storable(source.text))
    return document


def _describe(document: Document, source: SourceDocument, reading: vocabulary.Reading) -> None:
    document.title = _storable(reading.title or source.title or "")
    document.published = reading.published or source.published
    document.language = reading.language
    document.save()


def _storable(text: str) -> str:
    """Without the one character that PostgreSQL can't store; as long as before."""
    return text.replace("\0", "\ufffd")


class _Recording:
    """One reading on its way into the register.

    What it tells is paired with what earlier readings of the document told; the rest with records that are certainly
    the same; what is left becomes records of its own.
    """

    def __init__(self, row: Reading, text: str, reading: vocabulary.Reading, *, read_before: bool) -> None:
        self.document = row.document
        self.text = _storable(text)
        self.reading = reading
        self.ledger = Ledger(row)
        self.before = told_before(row.document) if read_before else []
        self.telling_of: dict[EntityId, Telling] = {}
        self.told: list[tuple[Told, Mapping[Cited, Saying]]] = []

    def run(self) -> None:
        self._tell_entities()
        self._tell_claims()
        self._enter()
        self.ledger.settle()

    def _tell_entities(self) -> None:
        """Places first: an organisation is compared by the place where it is."""
        said = sayings.of_entities(self.reading, self.text)
        for types in ((EntityType.PLACE,), (EntityType.ORGANISATION, EntityType.PERSON)):
            things = [keys for keys in _things(self.reading) if self.reading.entities[keys[0]].type in types]
            kinds = [self.reading.entities[keys[0]].type.value for keys in things]
            saying = [[s for key in keys for s in said[key]] for keys in things]
            tellings = self._tell(kinds, saying, [1.0] * len(things), entity_likeness, self._match_entities)
            self.telling_of |= {key: t for keys, t in zip(things, tellings, strict=True) for key in keys}

    def _tell_claims(self) -> None:
        claims = self.reading.claims
        saying = [sayings.of_claim(claim) for claim in claims]
        confidences = [claim.confidence for claim in claims]
        self._tell([claim.type for claim in claims], saying, confidences, claim_likeness, self._match_claims)

    def _tell(
        self,
        kinds: Sequence[str],
        said: Sequence[Sequence[Saying]],
        confidences: Sequence[float],
        likeness: Callable[[Told, Told], float],
        match: Callable[[Sequence[Told], Iterable[int]], Sequence[Match | None]],
    ) -> list[Telling]:
        """The telling of each thing said, new or from before."""
        cited = [self._cited(of_thing) for of_thing in said]
        now = [Told(kind, set(of_thing)) for kind, of_thing in zip(kinds, cited, strict=True)]
        paired = pair(now, self.before, likeness)
        for i, earlier in paired.items():
            now[i].telling = earlier.telling
        left = [i for i in range(len(now)) if i not in paired]
        matches = match([now[i] for i in left], [t.record_id for told in paired.values() if (t := told.telling)])
        opened = self._open([kinds[i] for i in left], matches, [confidences[i] for i in left])
        for i, telling in zip(left, opened, strict=True):
            now[i].telling = telling
        self.told += zip(now, cited, strict=True)
        return [told.telling for told in now if told.telling]

    def _cited(self, said: Sequence[Saying]) -> dict[Cited, Saying]:
        cited: dict[Cited, Saying] = {}
        for saying in said:
            refers_to = self.telling_of[saying.entity].pk if saying.entity else None
            for span in saying.spans or (None,):
                cited.setdefault(((saying.field.name, saying.text, refers_to), span), saying)
        return cited

    def _match_entities(self, told: Sequence[Told], apart_from: Iterable[int]) -> Sequence[Match | None]:
        return match_entities([self._entity_profile(one) for one in told], apart_from)

    def _match_claims(self, told: Sequence[Told], apart_from: Iterable[int]) -> Sequence[Match | None]:
        return match_records([RecordProfile(one.kind, self._by_record(one)) for one in told], apart_from)

    def _entity_profile(self, told: Told) -> EntityProfile:
        said = {name: next(iter(values)) for name, values in self._by_record(told).items() if name != "names"}
        place = said.pop("place", None)
        columns = {name: str(said.get(name, "")) for name in ("level", "country", "gazetteer")}
        names = tuple(sorted(told.texts("names")))
        return EntityProfile(told.kind, names, place=place if isinstance(place, int) else None, **columns)

    def _by_record(self, told: Told) -> dict[str, frozenset[str | int]]:
        """What is told, with the records of the entities that it refers to."""
        record_of = {telling.pk: telling.record_id for telling in self.telling_of.values()}
        values: dict[str, frozenset[str | int]] = {}
        for name, text, telling in told.said:
            values[name] = values.get(name, frozenset()) | {text if telling is None else record_of[telling]}
        return values

    def _open(
        self, kinds: Sequence[str], matches: Sequence[Match | None], confidences: Sequence[float]
    ) -> list[Telling]:
        """New tellings, of the records that were found the same or of new ones."""
        kinds_left = [kind for kind, match in zip(kinds, matches, strict=True) if not match]
        new = iter(self.ledger.open_records(kinds_left))
        first = _first_tellings(match.record for match in matches if match)
        tellings = self.ledger.open_tellings([m.record if m else next(new).pk for m in matches], confidences)
        Judgement.objects.bulk_create(
            Judgement(left_id=first[match.record], right=telling, verdict=Verdict.SAME, because=match.because)
            for telling, match in zip(tellings, matches, strict=True)
            if match
        )
        return tellings

    def _enter(self) -> None:
        passages = self._passages()
        earlier = {told.telling.pk: told for told in self.before if told.telling}
        for now, cited in self.told:
            before = earlier.pop(now.telling.pk, None) if now.telling else None
            for (said, span), saying in cited.items():
                if now.telling and not (before and (said, span) in before.cited):
                    self.ledger.enter(
                        now.telling,
                        saying.field,
                        saying.text,
                        refers_to=self.telling_of[saying.entity] if saying.entity else None,
                        passage=passages[span] if span else None,
                        worked_out=saying.worked_out,
                        form=saying.form,
                    )
            if before:
                self.ledger.withdraw(before.obsolete(now.cited))
        for told in earlier.values():
            self.ledger.withdraw(told.obsolete(set()))

    def _passages(self) -> dict[Span, Passage]:
        """A row for every stretch of text that is cited."""
        known = {(p.start, p.end): p for p in self.document.passages.all()}
        new = []
        for start, end in sorted({span for _, cited in self.told for _, span in cited if span} - known.keys()):
            if end > len(self.text):
                raise PassageOutside(
                    f"{self.reading.document}: a passage ends at {end}, but the text has {len(self.text)} characters; "
                    "the reading is of another text"
                )
            new.append(Passage(document=self.document, start=start, end=end, quote=self.text[start:end]))
        return known | {(p.start, p.end): p for p in Passage.objects.bulk_create(new)}


def _things(reading: vocabulary.Reading) -> list[list[EntityId]]:
    """The entities of a reading; those with the same gazetteer key are one."""
    things: dict[str, list[EntityId]] = {}
    for key, entity in reading.entities.items():
        things.setdefault(f"gazetteer {entity.gazetteer}" if entity.gazetteer else key, []).append(key)
    return list(things.values())


def _first_tellings(records: Iterable[int]) -> dict[int, int]:
    rows = Telling.objects.filter(record__in=set(records)).order_by()
    return dict(rows.values_list("record").annotate(first=Min("pk")).values_list("record", "first"))
