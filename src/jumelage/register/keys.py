"""What names are compared and found by."""

from functools import lru_cache

from jumelage.reading.han import simplified
from jumelage.vocabulary.names import folded


@lru_cache(maxsize=65_536)
def key_of(name: str) -> str:
    """`name` without case, width, accents, spaces and punctuation, its Chinese in simplified characters.

    Empty where it has no letter or digit: such a name is never to be met by.
    """
    return folded(simplified(name))
