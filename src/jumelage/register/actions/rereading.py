"""What earlier readings of a document told, to go on from when it is read again."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from jumelage.register.fields import FIELDS, Holds
from jumelage.register.matching import RecordProfile, records
from jumelage.register.models import Citation, Document, Standing, Telling
from jumelage.register.sayings import Span

Said = tuple[str, str, int | None]
"""A field, and the text or the telling of the entity that is said of it."""

Cited = tuple[Said, Span | None]
"""What is said, and where; None where the document says so as a whole."""

ALIKE = 50
"""From which per cent of likeness on two wordings of one passage may tell the same thing."""


@dataclass(slots=True)
class Told:
    """One thing as a reading of the document tells it."""

    kind: str
    cited: set[Cited]

    @property
    def said(self) -> set[Said]:
        return {said for said, _ in self.cited}

    @property
    def spans(self) -> set[Span]:
        return {span for _, span in self.cited if span}

    def texts(self, name: str) -> set[str]:
        return {text for said_of, text, _ in self.said if said_of == name}


@dataclass(slots=True)
class Earlier(Told):
    """What was told before, with its telling and the citations that stand."""

    telling: Telling
    citations: dict[Cited, Citation] = field(default_factory=dict)

    def obsolete(self, now: Container[Cited]) -> list[Citation]:
        """The citations that are not repeated now and that no officer has spoken on."""
        if self.telling.record.standing in (Standing.CONFIRMED, Standing.REJECTED):
            return []
        gone = [citation for cited, citation in self.citations.items() if cited not in now]
        return [citation for citation in gone if citation.value.standing == Standing.PROPOSED]


def told_before(document: Document) -> list[Earlier]:
    """Everything that earlier readings told and that still stands, in the order of telling."""
    told = {
        telling.pk: Earlier(telling.record.kind, set(), telling)
        for telling in document.tellings.select_related("record")
    }
    standing = Citation.objects.live().filter(telling__in=told, reading__isnull=False)
    for citation in standing.select_related("value", "passage"):
        said = (citation.value.field, citation.value.text, citation.refers_to_id)
        cited = (said, (citation.passage.start, citation.passage.end) if citation.passage else None)
        told[citation.telling_id].cited.add(cited)
        told[citation.telling_id].citations[cited] = citation
    return list(told.values())


def pair(now: Sequence[Told], before: Sequence[Earlier], likeness: Callable[[Told, Told], float]) -> dict[int, Earlier]:
    """For what is told now (by its place in the sequence) what it was before: the most alike first, each once."""
    options = [
        (score, i, j)
        for i, new in enumerate(now)
        for j, old in enumerate(before)
        if new.kind == old.kind and (score := likeness(new, old))
    ]
    pairs: dict[int, Earlier] = {}
    used: set[int] = set()
    for _, i, j in sorted(options, key=lambda option: (-option[0], option[1], option[2])):
        if i not in pairs and j not in used:
            pairs[i] = before[j]
            used.add(j)
    return pairs


def entity_likeness(new: Told, old: Told) -> float:
    """The same gazetteer key, or else the number of names in common."""
    keys, old_keys = new.texts("gazetteer"), old.texts("gazetteer")
    if keys and old_keys:
        return 1000.0 if keys == old_keys else 0.0
    return float(len(new.texts("names") & old.texts("names")))


def claim_likeness(new: Told, old: Told) -> float:
    """How much of what they say is the same, if they are the same claim at all.

    They are where they would be even in two documents, or where an overlapping passage tells the same of something that
    decides, in about the same words.
    """
    common = len(new.said & old.said)
    if records.compare(_profile(new), _profile(old)).certain:
        return 1000.0 + common
    decides = {f.name for f in FIELDS[new.kind].values() if f.deciding}
    if not any(name in decides for name, _, _ in new.said & old.said) or not _overlap(new.spans, old.spans):
        return 0.0
    wordings = [_wording_likeness(new, old, f.name) for f in FIELDS[new.kind].values() if f.holds is Holds.TEXT]
    return 0.0 if min(wordings, default=ALIKE) < ALIKE else common + sum(wordings) / 1000


def _wording_likeness(new: Told, old: Told, name: str) -> float:
    texts, old_texts = new.texts(name), old.texts(name)
    if not texts or not old_texts:
        return ALIKE
    return max(fuzz.ratio(a, b) for a in texts for b in old_texts)


def _overlap(spans: set[Span], others: set[Span]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)


def _profile(told: Told) -> RecordProfile:
    """As if the tellings of the entities were their records."""
    values: dict[str, frozenset[str | int]] = {}
    for name, text, telling in told.said:
        values[name] = values.get(name, frozenset()) | {text if telling is None else telling}
    return RecordProfile(told.kind, values)
