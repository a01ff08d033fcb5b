"""How a reading finds its place in the register."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from django.db.models import Min

from jumelage.register import sayings
from jumelage.register.actions.rereading import Cited, Earlier, Told, claim_likeness, entity_likeness, pair, told_before
from jumelage.register.ledger import Ledger
from jumelage.register.matching import (
    Colleagues,
    EntityCandidates,
    EntityProfile,
    Match,
    RecordCandidates,
    RecordProfile,
)
from jumelage.register.models import Judgement, Passage, Reading, Telling, Verdict
from jumelage.register.rows import insert
from jumelage.register.sayings import Saying, Span
from jumelage.vocabulary import reading as vocabulary
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.entities import EntityId
from jumelage.vocabulary.kinds import EntityType


class PassageOutside(ValueError):
    """A reading points outside the text of its document: it is of another document, or of another state of it."""


@dataclass(slots=True, eq=False)
class _Thing:
    """An entity or a claim of the reading.

    `mark` is negative and stands for its telling and its record until they are opened. `before` is what an earlier
    reading of the document told of it, `record` the record it belongs to, and `because` why, where matching found it;
    `doubts` are those it may belong to.
    """

    kind: str
    said: Sequence[Saying]
    mark: int
    confidence: float = 1.0
    cited: dict[Cited, Saying] = field(default_factory=dict)
    before: Earlier | None = None
    record: int = 0
    because: str = ""
    doubts: Sequence[Match] = ()

    @property
    def telling(self) -> int:
        return self.before.telling.pk if self.before else self.mark


class Recording:
    """One reading on its way into the register.

    What it tells is paired with what earlier readings of the document told; the rest with records that are certainly
    the same; what is left becomes records of its own.
    """

    def __init__(self, row: Reading, text: str, reading: vocabulary.Reading, *, read_before: bool) -> None:
        self.document = row.document
        self.text = text
        self.reading = reading
        self.before = told_before(row.document) if read_before else []
        self.ledger = Ledger(row)
        self.thing_of: dict[EntityId, _Thing] = {}
        self.things: list[_Thing] = []
        self.marks = count(-1, -1)
        self.judged: list[tuple[Telling, int, Verdict, str]] = []

    def run(self) -> None:
        self._place_entities()
        self._place_claims()
        self._enter(self._open())
        self.ledger.settle()

    def _place_entities(self) -> None:
        """Places first: an organisation is compared by the place where it is."""
        said = sayings.of_entities(self.reading, self.text)
        for key, entity in self.reading.entities.items():
            self.thing_of[key] = self._thing(entity.type.value, said[key])
        self._pair(self.things, entity_likeness)
        left = [thing for thing in self.things if not thing.before]
        found = EntityCandidates([self._entity_profile(thing) for thing in left])
        holder = {thing.record: thing for thing in self.things}
        for thing in self.things:
            if thing.before:
                found.add(thing.record, self._entity_profile(thing))
        for thing in sorted(left, key=lambda thing: thing.kind != EntityType.PLACE):
            profile = self._entity_profile(thing)
            match = found.match(profile)
            if match and match.record in holder:
                self._join(thing, holder[match.record])
            elif match:
                thing.record, thing.because = match.record, match.because
                holder[thing.record] = thing
            else:
                found.add(thing.mark, profile)
                thing.doubts = found.doubtful(profile)
        for thing in self.things:
            thing.cited = self._cited(thing.said)

    def _join(self, thing: _Thing, other: _Thing) -> None:
        """What the reading has as two entities is one."""
        other.said = (*other.said, *thing.said)
        self.things.remove(thing)
        other.confidence = max(other.confidence, thing.confidence)
        self.thing_of = {key: other if one is thing else one for key, one in self.thing_of.items()}

    def _place_claims(self) -> None:
        """What a reading tells as two claims are two things, so no two of them get one record; but for twinnings,
        of which two parties have but one."""
        claims: list[_Thing] = []
        twinnings: dict[frozenset[str | int], _Thing] = {}
        for claim in self.reading.claims:
            thing = self._thing(claim.type, sayings.of_claim(claim), claim.confidence)
            parties = self._values(thing)["parties"] if isinstance(claim, Twinning) else frozenset({thing.mark})
            told = twinnings.setdefault(parties, thing)
            if told is thing:
                claims.append(thing)
            else:
                self._join(thing, told)
        self._pair(claims, claim_likeness)
        for thing in claims:
            thing.cited = self._cited(thing.said)
        profiles = {thing.mark: RecordProfile(thing.kind, self._values(thing)) for thing in claims if not thing.before}
        found = RecordCandidates(list(profiles.values()))
        taken = {thing.record for thing in claims if thing.before}
        for thing in claims:
            if not thing.before and (match := found.match(profiles[thing.mark], taken)):
                thing.record, thing.because = match.record, match.because
                taken.add(match.record)
            elif not thing.before:
                thing.doubts = found.doubtful(profiles[thing.mark], taken)
        self._doubt_persons(claims)

    def _doubt_persons(self, claims: Sequence[_Thing]) -> None:
        """New persons may be colleagues whose names are spelt otherwise."""
        thing_of: dict[int | str, _Thing] = {t.record: t for t in self.things if t.record == t.mark}
        posts = [self._values(thing) for thing in claims if thing.kind == "post"]
        held = [
            (person, employer)
            for post in posts
            for mark in post["person"]
            for employer in post.get("of", ())
            if (person := thing_of.get(mark)) and isinstance(employer, int) and employer > 0
        ]
        if not held:
            return
        colleagues = Colleagues(employer for _, employer in held)
        for person, employer in held:
            names = [saying.text for saying in person.said if saying.form]
            doubts = {match.record: match for match in person.doubts}
            alike = colleagues.alike(names, employer)
            doubts |= {pk: Match(pk, sameness.because) for pk, sameness in alike.items() if pk not in doubts}
            person.doubts = tuple(doubts.values())

    def _thing(self, kind: str, said: Sequence[Saying], confidence: float = 1.0) -> _Thing:
        mark = next(self.marks)
        self.things.append(_Thing(kind, said, mark, confidence, record=mark))
        return self.things[-1]

    def _cited(self, said: Sequence[Saying]) -> dict[Cited, Saying]:
        cited: dict[Cited, Saying] = {}
        for saying in said:
            refers_to = self.thing_of[saying.entity].telling if saying.entity else None
            for span in saying.spans or (None,):
                cited.setdefault(((saying.field.name, saying.text, refers_to), span), saying)
        return cited

    def _pair(self, things: Sequence[_Thing], likeness: Callable[[Told, Told], float]) -> None:
        """With what the document told before, if it was read before."""
        if self.before:
            now = [Told(thing.kind, set(self._cited(thing.said))) for thing in things]
            for i, before in pair(now, self.before, likeness).items():
                things[i].before, things[i].record = before, before.telling.record_id

    def _entity_profile(self, thing: _Thing) -> EntityProfile:
        first = {saying.field.name: saying for saying in reversed(thing.said)}
        place = first["place"].entity if "place" in first else None
        return EntityProfile(
            thing.kind,
            tuple(saying.text for saying in thing.said if saying.form),
            **{name: first[name].text for name in ("level", "country", "gazetteer") if name in first},
            place=self.thing_of[place].record if place else None,
            sort=first["kind"].text if "kind" in first else "",
        )

    def _values(self, thing: _Thing) -> dict[str, frozenset[str | int]]:
        """What is said, with the records of the entities that it refers to."""
        values: dict[str, frozenset[str | int]] = {}
        for saying in thing.said:
            value = self.thing_of[saying.entity].record if saying.entity else saying.text
            values[saying.field.name] = values.get(saying.field.name, frozenset()) | {value}
        return values

    def _open(self) -> dict[int, Telling]:
        """The telling of each thing by its mark: from before or new, of a record that was found the same or new."""
        new = [thing for thing in self.things if thing.record == thing.mark]
        opened = self.ledger.open_records([thing.kind for thing in new])
        record_of = {thing.mark: record.pk for thing, record in zip(new, opened, strict=True)}
        left = [thing for thing in self.things if not thing.before]
        for thing in left:
            thing.record = record_of.get(thing.record, thing.record)
        tellings = self.ledger.open_tellings([t.record for t in left], [t.confidence for t in left])
        for thing, telling in zip(left, tellings, strict=True):
            self.judged += [(telling, telling.record_id, Verdict.SAME, thing.because)] if thing.because else []
            self.judged += [(telling, doubt.record, Verdict.MAYBE, doubt.because) for doubt in thing.doubts]
        self._judge()
        now = {thing.mark: telling for thing, telling in zip(left, tellings, strict=True)}
        return now | {thing.mark: thing.before.telling for thing in self.things if thing.before}

    def _judge(self) -> None:
        """Keeps why new tellings are, or may be, of records that were there, by the first telling of each record."""
        if not self.judged:
            return
        known = Telling.objects.filter(record__in={record for _, record, _, _ in self.judged}).order_by()
        first_of = dict(known.values_list("record").annotate(Min("pk")))
        Judgement.objects.bulk_create(
            Judgement(left_id=first_of[record], right_id=telling.pk, verdict=verdict, because=because)
            for telling, record, verdict, because in self.judged
        )

    def _enter(self, telling_of: Mapping[int, Telling]) -> None:
        passages = self._passages()
        for thing in self.things:
            known = thing.before.cited if thing.before else set()
            for cited, saying in thing.cited.items():
                if cited not in known:
                    self.ledger.enter(
                        telling_of[thing.mark],
                        saying.field,
                        saying.text,
                        refers_to=telling_of[self.thing_of[saying.entity].mark] if saying.entity else None,
                        passage=passages[cited[1]] if cited[1] else None,
                        worked_out=saying.worked_out,
                        form=saying.form,
                    )
        now = {thing.before.telling.pk: thing.cited for thing in self.things if thing.before}
        for before in self.before:
            self.ledger.withdraw(before.obsolete(now.get(before.telling.pk, ())))

    def _passages(self) -> dict[Span, Passage]:
        """A row for every stretch of text that is cited."""
        known = {(p.start, p.end): p for p in self.document.passages.all()} if self.before else {}
        spans = {span for thing in self.things for _, span in thing.cited if span}
        new = []
        for start, end in sorted(spans - known.keys()):
            if end > len(self.text):
                raise PassageOutside(
                    f"{self.reading.document}: a passage ends at {end}, but the text has {len(self.text)} characters; "
                    "the reading is of another text"
                )
            new.append(Passage(document_id=self.document.pk, start=start, end=end, quote=self.text[start:end]))
        insert(new)
        return known | {(p.start, p.end): p for p in new}
