"""Rules and customs by jurisdiction, as data files that an office may change.

Those that come with Jumelage stand in `agenda/profiles/`. A file of the same name in the folder `profiles` beside the
register takes the place of one of them; a file of another name adds to them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.conf import settings

from jumelage.reading.gazetteer import gazetteer
from jumelage.vocabulary.periods import Period

GENERAL = "general"


class BadProfile(ValueError):
    """A file of rules can't be used; the message says which, where and why."""


class Sure(StrEnum):
    """How sure a rule is, by where it was found."""

    LAW = "law"
    SOURCE = "source"
    COPY = "copy"
    CUSTOM = "custom"


class Applies(StrEnum):
    """What a rule applies to. A note makes no tasks: it is there to be known."""

    AGREEMENT = "agreement"
    PLANNED_AGREEMENT = "planned agreement"
    VISIT = "visit"
    YEAR = "year"
    NOTE = "note"


WHAT = (
    "apply for the team",
    "count the participants",
    "decide the mission",
    "declare the aid",
    "get the approval",
    "keep the papers",
    "know the grade",
    "register gifts",
    "report on the grant",
    "report on the mission",
    "tell the council",
    "tell the ministry",
    "tell the public",
)
"""What rules ask for; the pages have words for each in every language."""


@dataclass(frozen=True, slots=True)
class Custom:
    """How a side keeps anniversaries: a celebration `every` so many years, a `letter` in the others; how far ahead."""

    every: int
    letter: bool
    lead: tuple[Period, ...]
    sure: Sure
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What must be done, counted from a date of a record: so long `before` it, `within` so long after it.

    Or on a `day` of every year (month and day). `side` is the field that the side of the profile stands in, `done` the
    field that tells that it was done, `since` from when on the rule has held, `lead` how far ahead to begin.
    """

    key: str
    what: str
    on: Applies
    sure: Sure
    source: str
    side: str = ""
    counted_from: str = ""
    before: Period | None = None
    within: Period | None = None
    working_days: int = 0
    day: str = ""
    done: str = ""
    since: date | None = None
    lead: tuple[Period, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Quiet:
    """After how many months without a contact a bond is quiet, and when asleep."""

    quiet: int
    asleep: int


@dataclass(frozen=True, slots=True)
class Profile:
    """The rules of one jurisdiction: of the places that are, or lie in, those of `within` (keys of the gazetteer)."""

    key: str
    name: str
    within: tuple[str, ...]
    custom: Custom
    rules: tuple[Rule, ...]
    vitality: Mapping[str, Quiet]


def profiles() -> Mapping[str, Profile]:
    """All profiles by their key. Raises `BadProfile`."""
    return _profiles(tuple((path, path.stat().st_mtime_ns) for path in _own_files()))


class Jurisdictions:
    """Which profile holds where, as the files stand at this moment."""

    def __init__(self) -> None:
        known = profiles()
        self.general = known[GENERAL]
        self.by_place = {place: profile for profile in known.values() for place in profile.within}

    def of(self, gazetteer_key: str, country: str) -> Profile:
        """The profile of a place: the one that is nearest around it, or else the general one."""
        around = _around(gazetteer_key, country)
        return next((self.by_place[key] for key in around if key in self.by_place), self.general)


@lru_cache(maxsize=65_536)
def _around(key: str, country: str) -> tuple[str, ...]:
    """The keys of a place and of those it lies in, from the nearest."""
    around = []
    place = gazetteer().place(key) if key else None
    while place:
        around.append(place.key)
        place = gazetteer().place(place.parent) if place.parent else None
    return (*around, f"iso:{country}") if country else tuple(around)


def _own_files() -> Sequence[Path]:
    return sorted((Path(settings.HOME) / "profiles").glob("*.toml"))


@lru_cache(maxsize=4)
def _profiles(own: tuple[tuple[Path, int], ...]) -> Mapping[str, Profile]:
    shipped = sorted(files("jumelage.agenda").joinpath("profiles").iterdir(), key=lambda file: file.name)
    texts = {file.name.removesuffix(".toml"): file.read_text(encoding="utf-8") for file in shipped}
    texts |= {path.stem: path.read_text(encoding="utf-8") for path, _ in own}
    general = _profile(GENERAL, texts.pop(GENERAL), None)
    return {GENERAL: general} | {key: _profile(key, text, general.custom) for key, text in texts.items()}


def _profile(key: str, text: str, usual: Custom | None) -> Profile:
    """A profile without a custom of its own has the usual one."""
    try:
        data = tomllib.loads(text)
        return Profile(
            key=key,
            name=data["name"],
            within=tuple(data.get("within", ())),
            custom=usual if usual and "anniversary" not in data else _custom(data["anniversary"]),
            rules=tuple(_rule(key, rule) for rule in data.get("rule", ())),
            vitality={kind: Quiet(**months) for kind, months in data.get("vitality", {}).items()},
        )
    except KeyError as error:
        raise BadProfile(f"{key}.toml: {error} is missing") from error
    except (TypeError, ValueError) as error:
        raise BadProfile(f"{key}.toml: {error}") from error


def _custom(data: Mapping[str, Any]) -> Custom:
    if not data["every"] >= 1:
        raise ValueError("an anniversary comes every 1 year or more")
    return Custom(data["every"], data.get("letter", False), _periods(data), Sure(data["sure"]), data["source"])


def _rule(profile: str, data: Mapping[str, Any]) -> Rule:
    on = Applies(data["on"])
    if data["what"] not in WHAT:
        raise ValueError(f"{data['id']}: “{data['what']}” is none of {', '.join(WHAT)}")
    counted = [name for name in ("before", "within", "working_days") if name in data]
    if on in (Applies.AGREEMENT, Applies.PLANNED_AGREEMENT, Applies.VISIT) and (
        len(counted) != 1 or "from" not in data
    ):
        raise ValueError(f"{data['id']}: says `from` which date, and one of before, within, working_days")
    if on is Applies.YEAR:
        date.fromisoformat(f"2001-{data['day']}")
    return Rule(
        key=f"{profile}/{data['id']}",
        what=data["what"],
        on=on,
        sure=Sure(data["sure"]),
        source=data["source"],
        side=data.get("side", ""),
        counted_from=data.get("from", ""),
        before=Period(data["before"]) if "before" in data else None,
        within=Period(data["within"]) if "within" in data else None,
        working_days=data.get("working_days", 0),
        day=data.get("day", ""),
        done=data.get("done", ""),
        since=date.fromisoformat(data["since"]) if "since" in data else None,
        lead=_periods(data),
        note=data.get("note", ""),
    )


def _periods(data: Mapping[str, Any]) -> tuple[Period, ...]:
    return tuple(Period(text) for text in data.get("lead", ()))
