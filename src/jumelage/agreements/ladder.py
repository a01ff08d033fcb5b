"""The ladder of a twinning: how far it has come, rung by rung."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jumelage.vocabulary.edtf import Edtf
from jumelage.vocabulary.kinds import AgreementKind


class Rung(StrEnum):
    CONTACT = "contact"
    INTENT = "letter of intent"
    MEMORANDUM = "memorandum or friendship"
    SISTER = "sister relationship"
    RENEWAL = "renewal"
    DEEPENING = "deepening"
    END = "end"


@dataclass(frozen=True, slots=True)
class Step:
    """A rung that was reached, by the record that tells so; `when` is None where nobody says."""

    rung: Rung
    record: int
    when: Edtf | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A paper between the sides, as far as it counts for the ladder."""

    record: int
    kind: str
    when: Edtf | None
    renews: bool
    ends: bool


def ladder(
    twinning: int,
    since: Edtf | None,
    until: Edtf | None,
    contact: tuple[int, Edtf] | None,
    papers: Iterable[Signed],
) -> list[Step]:
    """The steps in the order in which they were taken; those of which nobody knows when come last.

    The first contact is a rung where it came before all others. What was signed after the relationship was there
    deepens it, whatever it is called, unless it renews or ends.
    """
    steps = [Step(_rung(paper, since), paper.record, paper.when) for paper in papers]
    if since and not any(step.rung is Rung.SISTER and step.when for step in steps):
        steps.append(Step(Rung.SISTER, twinning, since))
    if contact and all(_day(contact[1]) < _day(step.when) for step in steps):
        steps.append(Step(Rung.CONTACT, *contact))
    if until and not any(step.rung is Rung.END for step in steps):
        steps.append(Step(Rung.END, twinning, until))
    return sorted(steps, key=lambda step: (_day(step.when), step.record))


def _day(when: Edtf | None) -> date:
    return (when and when.latest) or date.max


def _rung(paper: Signed, since: Edtf | None) -> Rung:
    if paper.ends:
        return Rung.END
    if paper.renews:
        return Rung.RENEWAL
    if paper.kind == AgreementKind.TWINNING:
        return Rung.SISTER
    later = since and since.latest and paper.when and paper.when.earliest and paper.when.earliest > since.latest
    if later:
        return Rung.DEEPENING
    return Rung.INTENT if paper.kind == AgreementKind.LETTER_OF_INTENT else Rung.MEMORANDUM
