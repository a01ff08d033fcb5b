"""Whether two places, organisations or persons are the same."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from jumelage.reading.names.persons.given import surname_first
from jumelage.register.keys import key_of
from jumelage.register.matching.names import (
    COMMON_SURNAMES,
    GENERIC_HAN,
    GENERIC_LATIN,
    SHORTEST_ACRONYM,
    Likeness,
    alike,
)
from jumelage.register.matching.sameness import Sameness, different, doubtful, likely, same
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import Script, script_of

SHORTEST_LATIN, SHORTEST_HAN = 7, 5
"""How many letters an organisation's name needs to tell it from others by itself: acronyms recur."""
CERTAIN_LIKENESS = 0.9
"""From which score on names that are only alike are one organisation's, as long as nothing else may be it."""
SHORTEST_PINYIN = 9
"""How many letters a name in pinyin needs: of shorter ones there are thousands."""

Posts = frozenset[tuple[str, int]]
"""The titles of a person's posts, folded, with the record of what each is a post of; 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class EntityProfile:
    """What an entity is compared by.

    `place` is the record of the place where an organisation is, `sort` its kind, `wikidata` a Q-id.
    """

    kind: str
    names: tuple[str, ...]
    level: str = ""
    country: str = ""
    gazetteer: str = ""
    place: int | None = None
    sort: str = ""
    wikidata: str = ""
    posts: Posts = frozenset()


def compare(a: EntityProfile, b: EntityProfile) -> Sameness:
    if a.kind != b.kind:
        return different(f"one is a {a.kind}, the other a {b.kind}")
    if a.gazetteer and b.gazetteer and a.gazetteer != b.gazetteer:
        return different("two places of the gazetteer")
    if a.wikidata and b.wikidata:
        if a.wikidata == b.wikidata:
            return same(f"both are {a.wikidata}")
        if a.gazetteer != b.gazetteer or not a.gazetteer:
            return different(f"{a.wikidata} is not {b.wikidata}")
        return doubtful(f"one place of the gazetteer, but {a.wikidata} and {b.wikidata}")
    if a.gazetteer and a.gazetteer == b.gazetteer:
        return same("the same place of the gazetteer")
    shared = _shared(a.names, b.names)
    if not shared:
        return _alike(a, b)
    match a.kind:
        case EntityType.PLACE:
            return _places(a, b, shared)
        case EntityType.ORGANISATION:
            return _organisations(a, b, shared)
    return _persons(a, b, shared)


def _alike(a: EntityProfile, b: EntityProfile) -> Sameness:
    """Two entities without a name in common; what they do tells how much a likeness is worth."""
    found = (alike(a.kind, one, other) for one, other in product(a.names, b.names))
    best = max((likeness for likeness in found if likeness), key=lambda likeness: likeness.score, default=None)
    if not best:
        return different("no name in common")
    if a.kind == EntityType.PERSON:
        return _persons_alike(a, b, best)
    if a.place and b.place and a.place != b.place:
        return different(f"{best.how}, but in two places")
    certain = best.telling and best.score >= CERTAIN_LIKENESS
    return likely(best.how, best.score) if certain else doubtful(best.how, best.score)


def _persons_alike(a: EntityProfile, b: EntityProfile, likeness: Likeness) -> Sameness:
    together = a.posts & b.posts
    if likeness.telling and together:
        return same(f"{likeness.how}; both hold the same post", likeness.score)
    if together or _employers(a) & _employers(b):
        return doubtful(f"{likeness.how}; both hold a post there", likeness.score)
    if likeness.telling:
        return doubtful(likeness.how, likeness.score / 2)
    return different(f"{likeness.how}, but nothing else tells of one person", likeness.score / 2)


def _employers(person: EntityProfile) -> frozenset[int]:
    return frozenset(employer for _, employer in person.posts if employer)


def _shared(a: Iterable[str], b: Iterable[str]) -> tuple[str, ...]:
    """The names of `a` that `b` has too, apart from case, accents and punctuation. Names without letters are none."""
    other = {key_of(name) for name in b} - {""}
    return tuple(name for name in a if key_of(name) in other)


def _places(a: EntityProfile, b: EntityProfile, shared: tuple[str, ...]) -> Sameness:
    if a.country and b.country and a.country != b.country:
        return different(f"both called {shared[0]}, but in {a.country} and {b.country}")
    if a.level and b.level and a.level != b.level:
        return different(f"both called {shared[0]}, but a {a.level} and a {b.level}")
    if a.country and b.country and a.level and b.level:
        return same(f"both a {a.level} in {a.country} called {shared[0]}")
    if a.country and b.country and not (a.level or b.level):
        return likely(f"both in {a.country} called {shared[0]}, as nothing else is")
    return doubtful(f"both called {shared[0]}; country or level is not known")


def _organisations(a: EntityProfile, b: EntityProfile, shared: tuple[str, ...]) -> Sameness:
    if a.place and b.place:
        if a.place == b.place:
            return same(f"both in the same place, called {shared[0]}")
        if any(is_telling(name) or is_acronym(name) for name in shared):
            return doubtful(f"both called {shared[0]}, in two places")
        return different(f"both called {shared[0]}, in two places")
    if name := next((n for n in shared if is_telling(n)), None):
        return same(f"both called {name}")
    if a.sort and b.sort and key_of(a.sort) != key_of(b.sort):
        return doubtful(f"both called {shared[0]}, but a {a.sort} and a {b.sort}")
    if name := next((n for n in shared if is_acronym(n)), None):
        return likely(f"both called {name}, as nothing else is")
    return doubtful(f"both called {shared[0]}, which others may be as well")


def _persons(a: EntityProfile, b: EntityProfile, shared: tuple[str, ...]) -> Sameness:
    if name := next((n for n in shared if is_full_name(n)), None):
        if is_common(name) and _elsewhere(a, b):
            return doubtful(f"both called {name}, but with other posts elsewhere", 0.6)
        return same(f"both called {name}")
    if _employers(a) & _employers(b):
        return same(f"both called {shared[0]}, with a post at the same place", 0.95)
    return doubtful(f"both called {shared[0]}, which is no full name")


def _elsewhere(a: EntityProfile, b: EntityProfile) -> bool:
    """Whether the posts that are known of two persons are neither at one place or organisation nor of one title."""
    titles, others = ({title for title, _ in person.posts} for person in (a, b))
    employers, theirs = _employers(a), _employers(b)
    return bool(employers and theirs) and not employers & theirs and not titles & others


def is_telling(name: str) -> bool:
    """Whether an organisation's name tells which one it is without knowing where it is."""
    if script_of(name) is Script.HAN:
        return len(key_of(name)) >= SHORTEST_HAN and len(GENERIC_HAN.sub("", name)) > 1
    words = [key_of(word) for word in re.split(r"[\s/·&’'-]+", name)]
    return len(key_of(name)) >= SHORTEST_LATIN and not name.isupper() and not GENERIC_LATIN.issuperset(words)


def is_acronym(name: str) -> bool:
    """Whether it stands for a longer name, which in one circle of partners few others do."""
    return name.isascii() and name.isupper() and len(key_of(name)) >= SHORTEST_ACRONYM


def is_common(name: str) -> bool:
    """Whether a full name is likely to be that of several persons; any Chinese one may be."""
    return script_of(name) is Script.HAN or key_of(name.split()[-1]) in COMMON_SURNAMES


def is_full_name(name: str) -> bool:
    """Whether a person's name is more than a surname, or a short Chinese or Korean name that thousands share."""
    if script_of(name) is Script.HAN:
        return len(key_of(name)) >= 3
    if surname_first(name) and len(key_of(name)) < SHORTEST_PINYIN:
        return False
    return len([word for word in name.split() if len(key_of(word)) > 1]) >= 2
