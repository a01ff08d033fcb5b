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
    """An outcome, its ground in a sentence for people, and how sure it is (0: surely not, 1: surely)."""

    outcome: Outcome
    because: str
    score: float

    @property
    def certain(self) -> bool:
        return self.outcome is Outcome.SAME


def same(because: str, score: float = 1.0) -> Sameness:
    return Sameness(Outcome.SAME, because, score)


def likely(because: str, score: float = 0.9) -> Sameness:
    return Sameness(Outcome.LIKELY, because, score)


def doubtful(because: str, score: float = 0.5) -> Sameness:
    return Sameness(Outcome.DOUBTFUL, because, score)


def different(because: str, score: float = 0.0) -> Sameness:
    return Sameness(Outcome.DIFFERENT, because, score)
