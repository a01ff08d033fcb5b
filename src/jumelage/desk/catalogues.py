"""The words of the pages in other languages: what there is to translate, and the catalogues made ready for use.

python -m jumelage.desk.catalogues           compiles the catalogues; set-up does this
python -m jumelage.desk.catalogues update    writes new messages into them and takes old ones out
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import to_locale
from django.utils.translation.template import templatize

DESK = Path(__file__).parent
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "gettext_lazy": None,
}
SOURCE_LANGUAGE = "en"


def messages() -> Catalog:
    """All that the pages say, from their code and templates."""
    catalog = Catalog()
    for source in _sources():
        for _line, message, _comments, context in extract("python", BytesIO(source), KEYWORDS):
            catalog.add(message, context=context)
    return catalog


def catalogue(language: str) -> Catalog:
    """What the pages say in a language, as its catalogue has it."""
    path = _path(language)
    with path.open("rb") as file:
        return read_po(file, locale=to_locale(language))


def languages() -> list[str]:
    """The languages that have a catalogue: all of the interface but the one it is written in."""
    return [code for code, _name in settings.LANGUAGES if code != SOURCE_LANGUAGE]


def compile_catalogues() -> None:
    for language in languages():
        with _path(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue(language))


def update_catalogues() -> None:
    template = messages()
    for language in languages():
        known = catalogue(language)
        known.update(template, no_fuzzy_matching=True)
        known.obsolete.clear()
        with _path(language).open("wb") as file:
            write_po(file, known, omit_header=True, no_location=True, width=0)


def _sources() -> Iterator[bytes]:
    for path in sorted(DESK.rglob("*.py")):
        yield path.read_bytes()
    for path in sorted(DESK.rglob("*.html")):
        yield templatize(path.read_text(encoding="utf-8")).encode()


def _path(language: str) -> Path:
    return DESK / "locale" / to_locale(language) / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update_catalogues()
    compile_catalogues()
