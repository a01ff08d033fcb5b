"""What comes out of a comparison."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The same only where that is certain; what is doubtful is for an officer.

    What is likely is the same too, as long as nothing else in the register might be it.
    """

    SAME = "same"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Sameness:
    """An outcome and its ground, in a sentence for people."""

    outcome: Outcome
    because: str

    @property
    def certain(self) -> bool:
        return self.outcome is Outcome.SAME


def same(because: str) -> Sameness:
    return Sameness(Outcome.SAME, because)


def likely(because: str) -> Sameness:
    return Sameness(Outcome.LIKELY, because)


def doubtful(because: str) -> Sameness:
    return Sameness(Outcome.DOUBTFUL, because)


def different(because: str) -> Sameness:
    return Sameness(Outcome.DIFFERENT, because)
