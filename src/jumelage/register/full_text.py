"""The words of all documents, kept so that those with given words are found without looking through every text.

SQLite keeps them in a table of FTS5, PostgreSQL in a column beside each text; both hold the same words. Chinese has no
spaces between words, so that of a run of it every character and every two in a row are kept.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from django.db import connection

from jumelage.reading.han import simplified
from jumelage.vocabulary.names import is_han

RUN = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """`text` without case, accents and width, its Chinese simplified; as long as before, so that places stay."""
    return text.translate(_PLAIN)


def index(document: int, text: str) -> None:
    """Makes the document found by the words of `text`. To be called once a document, when it is entered."""
    words = sorted(set(_words(plain(unicodedata.normalize("NFC", text)))))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "UPDATE register_body SET words = array_to_tsvector(%s) WHERE document_id = %s", [words, document]
            )
        else:
            cursor.execute("INSERT INTO register_words (rowid, words) VALUES (%s, %s)", [document, " ".join(words)])


def documents_with(words: str, most: int) -> list[int]:
    """The documents that hold all of the words, or longer ones that begin so; what was entered last comes first."""
    asked = list(_asked(plain(unicodedata.normalize("NFC", words))))
    if not asked:
        return []
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT document_id FROM register_body WHERE words @@ to_tsquery('simple', %s) "
                "ORDER BY document_id DESC LIMIT %s",
                [" & ".join(f"'{word}':*" for word in asked), most],
            )
        else:
            cursor.execute(
                "SELECT rowid FROM register_words WHERE register_words MATCH %s ORDER BY rowid DESC LIMIT %s",
                [" AND ".join(f'"{word}" *' for word in asked), most],
            )
        return [document for (document,) in cursor.fetchall()]


def _words(text: str) -> Iterator[str]:
    for run, chinese in _runs(text):
        if chinese:
            yield from run
            yield from (first + second for first, second in pairwise(run))
        else:
            yield run


def _asked(text: str) -> Iterator[str]:
    """Of Chinese the twos alone: they are rarer than single characters, and say the same."""
    for run, chinese in _runs(text):
        if chinese and len(run) > 1:
            yield from (first + second for first, second in pairwise(run))
        else:
            yield run


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """The runs of letters and digits, each all Chinese or without any."""
    for found in RUN.finditer(text):
        run = found.group()
        borders = [0, *(n for n in range(1, len(run)) if is_han(run[n]) != is_han(run[n - 1])), len(run)]
        yield from ((run[start:end], is_han(run[start])) for start, end in pairwise(borders))


class _Plain(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter, *marks = list(unicodedata.normalize("NFKD", simplified(chr(code))))
        lone = letter if all(map(unicodedata.combining, marks)) else chr(code)
        lower = lone.lower()
        self[code] = lower if len(lower) == 1 else lone
        return self[code]


_PLAIN = _Plain()
