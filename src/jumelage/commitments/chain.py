"""What led to what: visit, intention, contract, outcome."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jumelage.register.queries import Meant, meaning, meant_by

LONGEST = 12
"""Links that are followed from one record; a chain that is longer goes in a circle."""


@dataclass(frozen=True, slots=True)
class Link:
    """That `earlier` led to `later`, by an officer's word."""

    earlier: int
    later: int


def chain_of(record: int) -> list[Link]:
    """Everything that led to the record, and everything it led to, in the order of following; two queries a step."""
    before = [Link(earlier, later) for later, earlier in _follow(record, meaning)]
    return [*reversed(before), *(Link(earlier, later) for earlier, later in _follow(record, meant_by))]


def _follow(record: int, step: Callable[[Iterable[int]], Meant]) -> list[tuple[int, int]]:
    seen, near, found = {record}, [record], list[tuple[int, int]]()
    for _ in range(LONGEST):
        links: Mapping[int, Mapping[str, list[int]]] = step(near)
        pairs = [(one, other) for one in near for other in links.get(one, {}).get("led_to", ()) if other not in seen]
        if not pairs:
            break
        found += pairs
        near = list(dict.fromkeys(other for _, other in pairs))
        seen |= set(near)
    return found
