"""Finds the words that name an office: "deputy mayor", "Oberbürgermeister", "échevine", 市委副书记."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from jumelage.reading.lexicon import NO_MATCH, lexicon

JOINED = "-?"
"""How an entry ends that may stand right before the next word: "oud-?" in "oud-voorzitter" and "oudvoorzitter"."""
OPTIONAL = re.compile(r"\((?:[^()]|\([^()]*\))*\)\?|\\?.\?")
CHOICE = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|\\.[+*]?")


class Service(StrEnum):
    """Whom an office serves; the names of the tables in `posts.toml`."""

    CITY = "city"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"
    GOVERNMENT = "government"
    ORGANISATION = "organisation"
    SCHOLAR = "scholar"
    ROYAL = "royal"
    COUNTERPART = "counterpart"
    """The same office elsewhere."""
    NONE = "none"
    """Looks like an office and is none."""


@dataclass(frozen=True, slots=True)
class Title:
    """The words of an office by their offsets in the text searched.

    `start` to `end` is what stays in the title; `outset` is where it begins with "former" before it.
    """

    outset: int
    start: int
    end: int
    service: Service
    former: bool
    head: str
    """The office's own words, without rank."""


@lru_cache(maxsize=256)
def find_titles(text: str, language: str) -> tuple[Title, ...]:
    """The offices named in a text, in order."""
    found: list[Title] = []
    in_capitals = lexicon(language, "posts").words("in_capitals")
    lowered = _lowered(text)
    if not any(stem in lowered for stem in _stems(language)):
        return ()
    for match in _pattern(language).finditer(lowered):
        start, end = match.span("title")
        service = _service(match["title"], match["head"], language)
        is_name = found and text[found[-1].end : match.start()] == " " and _may_be_a_name(text[start:end], language)
        head = text[match.start("head") : end]
        if service is Service.NONE or is_name or (head.upper() in in_capitals and not head.isupper()):
            continue
        found.append(Title(match.start(), start, end, service, match["former"] is not None, head))
    return tuple(found)


def _lowered(text: str) -> str:
    """The text in small letters, character by character: matching them is several times faster than ignoring case."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _may_be_a_name(title: str, language: str) -> bool:
    """Whether an office's word is a person's name as well: "Councilor Dean Falk"."""
    return title[0].isupper() and lexicon(language, "posts")["names_too"].fullmatch(title) is not None


@lru_cache(maxsize=4096)
def uninflected(title: str, language: str) -> str:
    """A title in the singular and the nominative."""
    for plural, singular in lexicon(language, "posts").mapping("singular").items():
        if match := re.fullmatch(plural, title, re.IGNORECASE):
            return match.expand(singular)
    return title


def is_plural(title: Title, language: str) -> bool:
    return uninflected(title.head, language) != title.head


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = lexicon(language, "posts")
    table: dict[str, list[str]] = words.data.get("offices", {})
    if not table:
        return NO_MATCH
    none = _any(table.get(Service.NONE, []))
    offices = _any([expression for service in table if service != Service.NONE for expression in table[service]])
    former, rank = _before(words.words("former"), language), _before(words.words("rank"), language)
    body = rf"(?P<former>{former})?(?P<title>{rank}*(?P<head>{none}|{offices}))"
    return re.compile(body if language == "zh" else rf"(?<!\w){body}(?!\w)")


@cache
def _stems(language: str) -> tuple[str, ...]:
    """Stretches of letters one of which is in every office: looking for them is far cheaper than for the offices."""
    table: dict[str, list[str]] = lexicon(language, "posts").data.get("offices", {})
    stems = {_stem(entry) for name, entries in table.items() if name != Service.NONE for entry in entries}
    shortest_first = sorted(stems, key=len)
    return tuple(s for i, s in enumerate(shortest_first) if not any(other in s for other in shortest_first[:i]))


def _stem(entry: str) -> str:
    """The longest stretch of letters an entry can't do without; empty where it has none."""
    fixed = CHOICE.sub(" ", OPTIONAL.sub(" ", entry.lower()))
    return max(re.findall(r"[^\W\d_]+", fixed), key=len, default="")


@lru_cache(maxsize=4096)
def _service(title: str, head: str, language: str) -> Service:
    """Whom an office serves: "city" in "city manager" tells more than "manager"."""
    table = lexicon(language, "posts").table("offices")
    for words in (title, head):
        for name, pattern in sorted(table.items(), key=lambda entry: entry[0] != Service.NONE):
            if pattern.fullmatch(words):
                return Service(name)
    return Service.ORGANISATION


def _before(entries: tuple[str, ...], language: str) -> str:
    """A pattern for one of the entries with what joins it to the next word."""
    if not entries:
        return r"(?!)"
    gap = "" if language == "zh" else r"(?:\s+|-\s?)"
    joined = [_spaced(e) + (r"\s*" if e.endswith(JOINED) else gap) for e in sorted(entries, key=len, reverse=True)]
    return f"(?:{'|'.join(joined)})"


def _any(entries: list[str]) -> str:
    return f"(?:{'|'.join(_spaced(e) for e in sorted(entries, key=_least, reverse=True)) or '(?!)'})"


def _least(entry: str) -> tuple[int, int]:
    """How much an entry matches at least, to try 理事长 before 理事."""
    return len(OPTIONAL.sub("", entry)), len(entry)


def _spaced(expression: str) -> str:
    return expression.lower().replace(" ", r"\s+").replace("~", r"\w*")
