"""What a place name is looked up by."""

import re
import unicodedata
from functools import lru_cache

from jumelage.reading.han import simplified
from jumelage.vocabulary.names import is_han

WORD = re.compile(r"[^\W_]+")
"""One word of a name written in letters; hyphens, apostrophes and full stops stand between words."""

_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
)


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """The key of `name`: Han characters simplified; other letters bare and lower-case, in words one space apart.

    "Île-de-France" is `ile de france`, "'s-Hertogenbosch" `s hertogenbosch`, "安特衛普省" `安特卫普省`.
    """
    if not name.isascii() and any(is_han(c) and c.isalnum() for c in name):
        return "".join(c for c in simplified(unicodedata.normalize("NFKC", name)) if c.isalnum())
    return " ".join(WORD.findall(bare_letters(name)))


def bare_letters(text: str) -> str:
    """`text` in lower case and without accents; not always of the same length."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).lower().translate(_LETTERS)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
