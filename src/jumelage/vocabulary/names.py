"""Names as forms: each with the language and script it stands in, and, for a person, which part comes first."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


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
    han = sum(is_han(c) for c in text)
    latin = sum(c.isalpha() and not is_han(c) and "LATIN" in unicodedata.name(c, "") for c in text)
    if han and han >= latin / 2:
        return Script.HAN
    return Script.LATIN if latin else Script.OTHER


def is_han(character: str) -> bool:
    return "㐀" <= character <= "鿿" or "\uf900" <= character <= "\ufaff" or "𠀀" <= character <= "𯨟"


def folded(name: str) -> str:
    """`name` without case, width, accents, spaces and punctuation; empty where it has no letter or digit."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in decomposed if c.isalnum())


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way an entity is named. `language` is a BCP 47 tag, "und" where it is not known."""

    text: str
    language: str = "und"
    order: NameOrder | None = None

    @property
    def script(self) -> Script:
        return script_of(self.text)
