"""Whether two places, organisations or persons are the same."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from jumelage.register.keys import key_of
from jumelage.register.matching.sameness import Sameness, different, doubtful, likely, same
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import Script, script_of

GENERIC = tomllib.loads((files(__package__) / "generic.toml").read_text(encoding="utf-8"))
GENERIC_LATIN = frozenset(key_of(word) for word in GENERIC["latin"])
GENERIC_HAN = re.compile("|".join(sorted(GENERIC["han"], key=len, reverse=True)))
SHORTEST_LATIN, SHORTEST_HAN = 7, 5
"""How many letters an organisation's name needs to tell it from others by itself: acronyms recur."""
SHORTEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class EntityProfile:
    """What an entity is compared by. `place` is the record of the place where an organisation is, `sort` its kind."""

    kind: str
    names: tuple[str, ...]
    level: str = ""
    country: str = ""
    gazetteer: str = ""
    place: int | None = None
    sort: str = ""
    wikidata: str = ""


def compare(a: EntityProfile, b: EntityProfile) -> Sameness:
    if a.kind != b.kind:
        return different(f"one is a {a.kind}, the other a {b.kind}")
    if a.gazetteer and b.gazetteer:
        if a.gazetteer == b.gazetteer:
            return same("the same place of the gazetteer")
        return different("two places of the gazetteer")
    shared = _shared(a.names, b.names)
    if not shared:
        return different("no name in common")
    match a.kind:
        case EntityType.PLACE:
            return _places(a, b, shared)
        case EntityType.ORGANISATION:
            return _organisations(a, b, shared)
    return _persons(shared)


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
    return doubtful(f"both called {shared[0]}; country or level is not known")


def _organisations(a: EntityProfile, b: EntityProfile, shared: tuple[str, ...]) -> Sameness:
    if a.place and b.place:
        if a.place == b.place:
            return same(f"both in the same place, called {shared[0]}")
        return doubtful(f"both called {shared[0]}, in two places")
    if name := next((n for n in shared if is_telling(n)), None):
        return same(f"both called {name}")
    if a.sort and b.sort and key_of(a.sort) != key_of(b.sort):
        return doubtful(f"both called {shared[0]}, but a {a.sort} and a {b.sort}")
    if name := next((n for n in shared if is_acronym(n)), None):
        return likely(f"both called {name}, as nothing else is")
    return doubtful(f"both called {shared[0]}, which others may be as well")


def _persons(shared: tuple[str, ...]) -> Sameness:
    if name := next((n for n in shared if is_full_name(n)), None):
        return same(f"both called {name}")
    return doubtful(f"both called {shared[0]}, which is no full name")


def is_telling(name: str) -> bool:
    """Whether an organisation's name tells which one it is without knowing where it is."""
    if script_of(name) is Script.HAN:
        return len(key_of(name)) >= SHORTEST_HAN and len(GENERIC_HAN.sub("", name)) > 1
    words = [key_of(word) for word in re.split(r"[\s/·&’'-]+", name)]
    return len(key_of(name)) >= SHORTEST_LATIN and not name.isupper() and not GENERIC_LATIN.issuperset(words)


def is_acronym(name: str) -> bool:
    """Whether it stands for a longer name, which in one circle of partners few others do."""
    return name.isascii() and name.isupper() and len(key_of(name)) >= SHORTEST_ACRONYM


def is_full_name(name: str) -> bool:
    """Whether a person's name is more than a surname or one of the two-character Chinese names that thousands share."""
    if script_of(name) is Script.HAN:
        return len(key_of(name)) >= 3
    return len([word for word in name.split() if len(key_of(word)) > 1]) >= 2
