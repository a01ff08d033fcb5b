"""Makes one claim of everything a document says of one thing, and a reading of what is left."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date as date_type
from typing import Any

from jumelage.vocabulary.claims import CLAIM_TYPES, REFERENCES, Agreement, Claim, Passage, Twinning
from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.entities import Entity, EntityId
from jumelage.vocabulary.kinds import AgreementKind


def consolidated(claims: Iterable[Claim]) -> list[Claim]:
    """The claims with repetitions joined: same deciding fields, and nothing in one that the other denies."""
    kept: list[Claim] = []
    for claim in claims:
        for index, other in enumerate(kept):
            if _same(other, claim):
                kept[index] = _joined(other, claim)
                break
        else:
            kept.append(claim)
    return _with_founding_dates(kept)


def _with_founding_dates(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each twinning with the date of the paper that founded it where that says more than the twinning."""
    papers = [
        a
        for a in claims
        if isinstance(a, Agreement) and a.kind in FOUNDING and not (a.renewal or a.planned) and a.signed
    ]
    return [_founded(claim, papers) if isinstance(claim, Twinning) else claim for claim in claims]


def _founded(twinning: Twinning, papers: Sequence[Agreement]) -> Twinning:
    signed = [a.signed for a in papers if set(a.parties) == set(twinning.parties)]
    if len(signed) != 1 or not signed[0] or (twinning.since and not twinning.since.covers(signed[0])):
        return twinning
    worked_out = {**twinning.worked_out, "since": "the date of its agreement"}
    return replace(twinning, since=signed[0], worked_out=worked_out)


def with_entities_in_use(
    entities: Mapping[EntityId, Entity], claims: Iterable[Claim], mentioned: Container[EntityId]
) -> dict[EntityId, Entity]:
    """Only the entities that a claim refers to, and where those are, if the text mentions that place by itself."""
    used = {i for claim in claims for i in claim.entity_ids()}
    used |= {place for i in used if (place := entities[i].place) and place in mentioned}
    located = {i: entities[i].place if entities[i].place in used else None for i in used}
    return {i: replace(entity, place=located[i]) for i, entity in entities.items() if i in used}


def _same(a: Claim, b: Claim) -> bool:
    if a.type != b.type:
        return False
    for name in type(a).deciding:
        x, y = getattr(a, name), getattr(b, name)
        if (set(x) != set(y)) if isinstance(x, tuple) else (x != y):
            return False
    if isinstance(a, Agreement) and isinstance(b, Agreement) and (a.signed is None or b.signed is None):
        return a.renewal == b.renewal and a.planned == b.planned
    return not any(_contradict(getattr(a, name), getattr(b, name)) for name in DATED.get(a.type, ()))


FOUNDING = {AgreementKind.TWINNING, AgreementKind.FRIENDSHIP}
DATED = {
    "agreement": ("signed",),
    "visit": ("start",),
    "event": ("start", "title"),
    "programme": ("since", "quantity"),
    "commitment": ("action",),
    "honour": ("title",),
}
"""What keeps two claims with the same deciding fields apart when both say it and say it differently."""


def _contradict(a: Any, b: Any) -> bool:
    if isinstance(a, Edtf) and isinstance(b, Edtf):
        return not (a.covers(b) or b.covers(a))
    return a not in (None, ()) and b not in (None, ()) and a != b


def _better(name: str, x: Edtf, y: Edtf) -> Edtf:
    """The more precise of two dates that agree; of two that don't, the earlier one where something began."""
    if x.covers(y) or y.covers(x):
        return y if x.covers(y) else x
    return min(x, y, key=lambda date: date.earliest or date_type.max) if name == "since" else x


def _joined(a: Claim, b: Claim) -> Claim:
    values: dict[str, Any] = {}
    for name in type(a).value_fields():
        x, y = getattr(a, name), getattr(b, name)
        if isinstance(x, tuple) and name in REFERENCES[a.type] and name not in type(a).deciding:
            values[name] = tuple(dict.fromkeys((*x, *y)))
        elif isinstance(x, Edtf) and isinstance(y, Edtf):
            values[name] = _better(name, x, y)
        else:
            values[name] = x if x not in (None, (), False) else y
    evidence: dict[tuple[int, int], Passage] = {}
    for passage in (*a.evidence, *b.evidence):
        known = evidence.get((passage.start, passage.end))
        supports = tuple(dict.fromkeys((*(known.supports if known else ()), *passage.supports)))
        evidence[passage.start, passage.end] = replace(passage, supports=supports)
    return CLAIM_TYPES[a.type](
        **values,
        evidence=tuple(evidence.values()),
        confidence=1 - (1 - a.confidence) * (1 - b.confidence),
        worked_out={**b.worked_out, **a.worked_out},
    )
