"""Names as forms: each with the language and script it stands in, and, for a person, which part comes first."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_HAN = re.compile("[㐀-鿿\uf900-\ufaff𠀀-𯨟]")


class Script(StrEnum):
    LATIN = "Latn"
    HAN = "Hani"
    OTHER = "Zyyy"


class NameOrder(StrEnum):
    """Whether the surname stands first (钟国栋, Zhong Guodong) or last (Ludwig Caluwé)."""

    SURNAME_FIRST = "surname first"
    SURNAME_LAST = "surname last"


def script_of(text: str) -> Script:
    """The script most of the letters of `text` are written in."""
    if text.isascii():
        return Script.LATIN if any(map(str.isalpha, text)) else Script.OTHER
    han = count_of_han(text)
    latin = sum(c.isalpha() and not is_han(c) and "LATIN" in unicodedata.name(c, "") for c in text)
    if han and han >= latin / 2:
        return Script.HAN
    return Script.LATIN if latin else Script.OTHER


def is_han(character: str) -> bool:
    return "㐀" <= character <= "鿿" or "\uf900" <= character <= "\ufaff" or "𠀀" <= character <= "𯨟"


def has_han(text: str) -> bool:
    return _HAN.search(text) is not None


def count_of_han(text: str) -> int:
    """How many Han characters a text has."""
    return 0 if text.isascii() else len(_HAN.findall(text))


def folded(name: str) -> str:
    """`name` without case, width, accents, spaces and punctuation; empty where it has no letter or digit."""
    decomposed = (name if name.isascii() else unicodedata.normalize("NFKD", name)).casefold()
    return decomposed if decomposed.isalnum() else "".join(filter(str.isalnum, decomposed))


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way an entity is named. `language` is a BCP 47 tag, "und" where it is not known."""

    text: str
    language: str = "und"
    order: NameOrder | None = None

    @property
    def script(self) -> Script:
        return script_of(self.text)
