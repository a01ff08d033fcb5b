"""Given names and East Asian surnames: what makes capitalised words likely to be the name of a person."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from jumelage.vocabulary.names import Script, folded, script_of

FOLDER = files("jumelage.reading.names.persons")
INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
FINAL = (
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|üe|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|ia|ua|uo|[aoeiuüv])"
)
SYLLABLE = f"{INITIAL}?{FINAL}"
PINYIN_GIVEN = re.compile(rf"{SYLLABLE}(?:['’-]?{SYLLABLE})?", re.IGNORECASE)
HYPHENATED_GIVEN = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+")


HAN_NAME_WITH_DOT = re.compile("[·•・‧∙⋅]")
SINOPHONE = frozenset({"CN", "TW", "HK", "MO", "SG"})


@dataclass(frozen=True, slots=True)
class Customs:
    """The countries whose custom a name follows, or those it does not."""

    countries: frozenset[str]
    inside: bool

    def allow(self, country: str | None) -> bool:
        return country is None or (country in self.countries) is self.inside


class SurnameFirst(StrEnum):
    """Peoples that put the surname first, by the country whose names are written that way."""

    CHINA = "CN"
    KOREA = "KR"
    VIETNAM = "VN"


@cache
def _lines(file: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    return tuple((first, tuple(rest)) for first, *rest in (line.split() for line in lines if line[0] != "#"))


@cache
def given_names() -> frozenset[str]:
    return frozenset(folded(name) for _, names in _lines("given_names.txt") for name in names)


def is_given_name(word: str) -> bool:
    """Whether a word, or the first part of a hyphenated one, is a known given name."""
    return folded(word) in given_names() or ("-" in word and folded(word.split("-")[0]) in given_names())


@cache
def romanised_surnames() -> dict[str, SurnameFirst]:
    found: dict[str, SurnameFirst] = {}
    countries = {"vi": SurnameFirst.VIETNAM, "ko": SurnameFirst.KOREA, "wg": SurnameFirst.CHINA}
    for tag, country in countries.items():
        found.update((folded(n), country) for t, names in _lines("surnames.txt") if t == tag for n in names)
    return found


@cache
def pinyin_surnames() -> frozenset[str]:
    return frozenset(folded(names[0]) for tag, names in _lines("surnames.txt") if tag == "zh")


@cache
def han_surnames() -> dict[str, frozenset[str]]:
    """Chinese surnames in simplified characters, with their readings."""
    found: dict[str, frozenset[str]] = {}
    for tag, (reading, *characters) in _lines("surnames.txt"):
        if tag == "zh":
            for character in characters:
                found[character] = found.get(character, frozenset()) | {folded(reading)}
    return found


@cache
def japanese_surnames() -> frozenset[str]:
    """Japanese surnames in simplified characters."""
    return frozenset(n for tag, names in _lines("surnames.txt") if tag == "ja" for n in names)


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """Chinese characters (simplified) with the syllables they are read as, tones and diaeresis left out."""
    found: dict[str, set[str]] = {}
    for reading, rest in _lines("readings.txt"):
        for character in rest[0]:
            found.setdefault(character, set()).add(reading)
    for surname, spoken in han_surnames().items():
        if len(surname) == 1:
            found.setdefault(surname, set()).update(spoken)
    return {character: tuple(sorted(spoken)) for character, spoken in found.items()}


def surname_first(name: str) -> SurnameFirst | None:
    """Whose custom a romanised name follows that begins with its surname: "Qiao Lianhe", "Kuo Chao-jen"."""
    first, *rest = name.split()
    if not rest or len(rest) > 2:
        return None
    given = "".join(rest)
    if folded(first) in pinyin_surnames() and PINYIN_GIVEN.fullmatch(given) and not is_given_name(first):
        return SurnameFirst.CHINA
    country = romanised_surnames().get(folded(first))
    if country is SurnameFirst.VIETNAM:
        return country
    if country and (
        HYPHENATED_GIVEN.fullmatch(rest[0]) or (len(rest) == 2 and all(PINYIN_GIVEN.fullmatch(r) for r in rest))
    ):
        return country
    if country and PINYIN_GIVEN.fullmatch(given) and not is_given_name(rest[0]):
        return country
    return None


def customs_of(name: str) -> Customs:
    """Where a person of this name is likely to hold office."""
    if script_of(name) is Script.HAN:
        if HAN_NAME_WITH_DOT.search(name):
            return Customs(SINOPHONE | {"JP", "KR"}, inside=False)
        if any(name.startswith(surname) for surname in japanese_surnames() if len(surname) > 1):
            return Customs(frozenset({"JP"}), inside=True)
        if name[0] in han_surnames() or name[:2] in han_surnames():
            return Customs(SINOPHONE | {"KR"}, inside=True)
        return Customs(SINOPHONE, inside=False)
    match surname_first(name):
        case SurnameFirst.CHINA:
            return Customs(SINOPHONE, inside=True)
        case SurnameFirst() as country:
            return Customs(frozenset({country.value}), inside=True)
    given = folded(name.split()[0])
    if given in japanese_given_names():
        return Customs(frozenset({"JP"}), inside=True)
    if len(name.split()) == 1:
        return Customs(frozenset(), inside=False)
    return Customs(SINOPHONE | {"KR", "JP"}, inside=False)


@cache
def japanese_given_names() -> frozenset[str]:
    return frozenset(folded(name) for tag, names in _lines("given_names.txt") if tag == "ja" for name in names)
