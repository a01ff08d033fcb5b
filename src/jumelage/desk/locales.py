"""Countries and languages by name, from the Unicode consortium's common locale data."""

from babel import Locale
from django.utils.translation import get_language, to_locale


def country_in_words(code: str) -> str:
    """The country's name in the language of the page; the code (ISO 3166-1 alpha-2) itself where there is none."""
    return str(_locale().territories.get(code, code))


def language_in_words(tag: str) -> str:
    """The language's name in the language of the page; the tag (BCP 47) itself where there is none."""
    known = _locale().languages
    return str(known.get(tag) or known.get(tag.partition("-")[0], tag))


def _locale() -> Locale:
    return Locale.parse(to_locale(get_language() or "en"))
