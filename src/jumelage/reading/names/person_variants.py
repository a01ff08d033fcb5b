"""Tells whether two names of one text are the same person."""

import re
from itertools import product

from rapidfuzz.fuzz import ratio

from jumelage.reading.han import simplified
from jumelage.reading.names.persons.given import han_surnames, japanese_surnames, readings, surname_first
from jumelage.vocabulary.names import Script, folded, script_of

DOT = re.compile("[·•・‧∙⋅]")
TOKEN = re.compile(r"[^\W\d_]+\.?")
SPELT_ALIKE = 82
"""How alike two spellings of a surname or a given name must be, of 100: Caluwé and Calluwé 92, Erik and Eric 75 …"""
GIVEN_ALIKE = 75
SHORTEST_MISSPELT = 5


def same_person(a: str, b: str, language: str) -> bool:  # noqa: ARG001  names are compared alike in all languages
    """Whether two names of one text are one person's: in full, in part, misspelt, or in Han and romanised."""
    if folded(a) == folded(b):
        return True
    scripts = {script_of(a), script_of(b)}
    if scripts == {Script.HAN}:
        return _same_in_han(simplified(a), simplified(b))
    if scripts == {Script.LATIN}:
        return _same_in_latin(a, b)
    han, latin = (a, b) if script_of(a) is Script.HAN else (b, a)
    return _romanised(simplified(han), latin)


def _same_in_han(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    parts = DOT.split(longer)
    if len(parts) > 1:
        return shorter in parts or DOT.split(shorter) == parts
    if shorter == longer:
        return True
    is_surname = shorter in japanese_surnames() if len(shorter) > 1 else shorter in han_surnames()
    return is_surname and longer.startswith(shorter)


def _romanised(han: str, latin: str) -> bool:
    """王雯 and "Wang Wen"."""
    if not 2 <= len(han) <= 4 or any(character not in readings() for character in han):
        return False
    written = folded(latin)
    orders = {written, folded("".join(latin.split()[1:] + latin.split()[:1]))}
    return any("".join(spoken) in orders for spoken in product(*(readings()[character] for character in han)))


def _same_in_latin(a: str, b: str) -> bool:
    shorter, longer = sorted((_tokens(a), _tokens(b)), key=len)
    if sorted(shorter) == sorted(longer):
        return True
    if len(shorter) == 1:
        return _is_surname_of(shorter[0], longer, surname_first(a) or surname_first(b))
    if surname_first(a) or surname_first(b):
        return "".join(shorter) == "".join(longer)
    if longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter:
        return True
    return _alike(shorter[-1], longer[-1], SPELT_ALIKE) and _same_given(shorter[0], longer[0])


def _is_surname_of(name: str, full: list[str], eastern: object) -> bool:
    if eastern:
        return name == full[0]
    return name in full[1:] or (len(name) >= SHORTEST_MISSPELT and _alike(name, full[-1], SPELT_ALIKE))


def _same_given(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or _alike(a, b, GIVEN_ALIKE)


def _alike(a: str, b: str, least: int) -> bool:
    return a == b or (a[0] == b[0] and min(len(a), len(b)) > 2 and ratio(a, b) >= least)


def _tokens(name: str) -> list[str]:
    return [folded(token) for token in TOKEN.findall(name)]
