"""How two names that are not written alike may be names of one thing."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice, product

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

from jumelage.reading.gazetteer import gazetteer
from jumelage.reading.han import simplified
from jumelage.reading.names.persons.given import han_surnames, readings, surname_first
from jumelage.register.keys import key_of
from jumelage.vocabulary.kinds import EntityType
from jumelage.vocabulary.names import Script, is_han, script_of

GENERIC = tomllib.loads((files(__package__) / "generic.toml").read_text(encoding="utf-8"))
LITTLE_WORDS = frozenset(key_of(word) for word in GENERIC["little"])
GENERIC_LATIN = LITTLE_WORDS | {key_of(word) for word in GENERIC["latin"]}
COMMON_SURNAMES = frozenset(key_of(name) for name in GENERIC["surnames"])
GENERIC_HAN = re.compile("|".join(sorted(GENERIC["han"], key=len, reverse=True)))
WORDS = re.compile(r"[^\s/·•・‧&,.()'’-]+")
MOST_READINGS = 16
MOST_LETTERS_APART = 2
SHORTEST_SPELT_ALIKE = 6
"""How many letters names need for one or two of them to be a slip."""
SHORTEST_SURNAME = 4
SHORTEST_ACRONYM = 3
ALMOST = 90
"""Per cent of likeness from which on long names of organisations are spelt alike."""
SOUNDS_ALIKE = 80
"""Per cent of likeness of the consonants from which on a Chinese name may be that of a Westerner."""
CONSONANTS = str.maketrans("cqgdbvfrzxjm", "kkktpwwlsssn")
"""Those that are written or heard as one another."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much alike two names are (0 to 1), and how, in words; `telling` where few others are so alike."""

    score: float
    how: str
    telling: bool = False


def alike(kind: str, one: str, other: str) -> Likeness | None:
    """How two names of things of one kind, not the same by their letters, may be of one thing."""
    rules = OF_PERSONS if kind == EntityType.PERSON else OF_ORGANISATIONS if kind == EntityType.ORGANISATION else ()
    found = (rule(a, b) for rule in rules for a, b in ((one, other), (other, one)))
    return next((likeness for likeness in found if likeness), None)


@lru_cache(maxsize=16_384)
def sound_of(kind: str, name: str) -> str:
    """What names that are worth comparing have in common though they are written otherwise; empty where there is none.

    Of persons the letters in the order of the alphabet, so that neither the order of words nor doubled letters count,
    and Chinese by its pinyin; of organisations the words that tell which one it is, places by their keys.
    """
    if kind == EntityType.PERSON:
        spoken = next(_pinyin(name), "") if script_of(name) is Script.HAN else key_of(name)
        return f"person {''.join(sorted(set(spoken)))}" if spoken else ""
    if kind == EntityType.ORGANISATION and (tokens := _telling_words(name)):
        return f"organisation {' '.join(sorted(tokens))}"
    return ""


def _in_another_order(one: str, other: str) -> Likeness | None:
    words = WORDS.findall(one)
    if len(words) < 2 or script_of(one) is not Script.LATIN:
        return None
    turned = ("".join(map(key_of, (*words[i:], *words[:i]))) for i in range(1, len(words)))
    return Likeness(0.9, f"{one} is {other} in another order", telling=True) if key_of(other) in turned else None


def _in_pinyin(one: str, other: str) -> Likeness | None:
    if script_of(one) is not Script.HAN or script_of(other) is not Script.LATIN:
        return None
    surname = 2 if simplified(one[:2]) in han_surnames() else 1
    turned = (given + own for given in _pinyin(one[surname:]) for own in _pinyin(one[:surname]))
    spoken = {*_pinyin(one), *turned}
    return Likeness(0.8, f"{one} is {other} in pinyin", telling=True) if key_of(other) in spoken else None


def _misspelt(one: str, other: str) -> Likeness | None:
    a, b = key_of(one), key_of(other)
    if not (script_of(one) is script_of(other) is Script.LATIN) or min(len(a), len(b)) < SHORTEST_SPELT_ALIKE:
        return None
    apart = DamerauLevenshtein.distance(a, b, score_cutoff=MOST_LETTERS_APART)
    if not 0 < apart <= MOST_LETTERS_APART:
        return None
    return Likeness(
        0.85 - 0.15 * (apart - 1), f"{one} and {other} are {'one letter' if apart == 1 else 'two letters'} apart"
    )


def _by_surname(one: str, other: str) -> Likeness | None:
    """Caluwé, Ludwig Caluwé, L. Caluwé; a Chinese surname says too little."""
    words, others = WORDS.findall(one), WORDS.findall(other)
    if not words or len(others) < 2 or script_of(one) is not Script.LATIN or surname_first(other):
        return None
    if len(words) < len(others) and [key_of(w) for w in words] == [key_of(w) for w in others[-len(words) :]]:
        return Likeness(0.6, f"{one} may be {other}") if len(key_of(words[-1])) >= SHORTEST_SURNAME else None
    initials = [key_of(word) for word in words[:-1]]
    if key_of(words[-1]) != key_of(others[-1]) or any(len(initial) > 1 for initial in initials):
        return None
    if initials and not key_of(others[0]).startswith(initials[0]):
        return None
    return Likeness(0.6, f"{one} may be {other}")


def _in_chinese_characters(one: str, other: str) -> Likeness | None:
    """凱樂為 for Caluwé: by the consonants of the whole name, or of the surname alone."""
    if script_of(one) is not Script.HAN or script_of(other) is not Script.LATIN or surname_first(other):
        return None
    sound = _skeleton(next(_pinyin(one), ""))
    names = (key_of(other), key_of(WORDS.findall(other)[-1])) if WORDS.findall(other) else ()
    best = max((fuzz.ratio(sound, _skeleton(name)) for name in names), default=0)
    if len(sound) < 2 or best < SOUNDS_ALIKE:
        return None
    whole = len(WORDS.findall(one)) > 1 and best >= ALMOST
    return Likeness(0.5, f"{one} sounds like {other}", telling=whole)


def _same_telling_words(one: str, other: str) -> Likeness | None:
    tokens = _telling_words(one)
    if not tokens or tokens != _telling_words(other):
        return None
    return Likeness(0.9, f"{one} and {other} differ in common words only", telling=any(":" not in t for t in tokens))


def _acronym(one: str, other: str) -> Likeness | None:
    words = [key_of(word) for word in WORDS.findall(other)]
    words = [word for word in words if len(word) > 1 and word not in LITTLE_WORDS]
    letters = key_of(one)
    if not (one.isupper() and one.isascii()) or not SHORTEST_ACRONYM <= len(letters) <= 8 or len(words) < 2:
        return None
    inside = iter("".join(words))
    if not all(letter in inside for letter in letters):
        return None
    left = iter(letters)
    starts = all(word[0] in left for word in words)
    return Likeness(0.7, f"{one} is short for {other}", telling=len(letters) > 3) if starts else None


def _almost(one: str, other: str) -> Likeness | None:
    places = {t for t in _telling_words(one) if ":" in t}, {t for t in _telling_words(other) if ":" in t}
    if script_of(one) is not Script.LATIN or places[0] != places[1] or min(len(key_of(one)), len(key_of(other))) < 8:
        return None
    per_cent = fuzz.token_sort_ratio(one.casefold(), other.casefold())
    return Likeness(per_cent / 120, f"{one} and {other} are spelt almost alike") if per_cent >= ALMOST else None


OF_PERSONS: tuple[Callable[[str, str], Likeness | None], ...] = (
    _in_another_order,
    _in_pinyin,
    _misspelt,
    _by_surname,
    _in_chinese_characters,
)
OF_ORGANISATIONS: tuple[Callable[[str, str], Likeness | None], ...] = (_same_telling_words, _acronym, _almost)


@lru_cache(maxsize=16_384)
def _telling_words(name: str) -> frozenset[str]:
    """The words that tell which organisation it is, places by a key that all their names share."""
    if script_of(name) is Script.HAN:
        left = GENERIC_HAN.sub("", simplified(name))
        return frozenset({key_of(left)}) if len(left) > 1 else frozenset()
    words = [word for word in WORDS.findall(name) if key_of(word) not in GENERIC_LATIN]
    return frozenset(_place_key(word) or key_of(word) for word in words) - {""}


def _place_key(word: str) -> str:
    if not word[0].isupper() or word.isupper():
        return ""
    return min((place.key for place in gazetteer().lookup(word)[:3]), default="")


def _pinyin(name: str) -> Iterator[str]:
    """The syllables of Chinese characters in every way they are read; nothing where one of them is not known."""
    spoken = [readings().get(c, ()) for c in simplified(name) if is_han(c)]
    return islice(("".join(syllables) for syllables in product(*spoken)), MOST_READINGS)


def _skeleton(spoken: str) -> str:
    """The consonants, those that languages confuse as one; a doubled one once."""
    heard = spoken.replace("ng", "n").replace("ph", "f").replace("sch", "s")
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouüyh]", "", heard.translate(CONSONANTS)))
