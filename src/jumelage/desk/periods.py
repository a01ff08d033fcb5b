"""Periods as each language writes them."""

from django.utils.translation import ngettext

from jumelage.vocabulary.periods import Period


def period_in_words(period: Period) -> str:
    """The period for people, in the language of the page.

    >>> period_in_words(Period("P1Y6M"))
    '1 year, 6 months'
    """
    return ", ".join(_counted(unit, number) for unit, number in period.parts.items())


def _counted(unit: str, number: int) -> str:
    words = {
        "years": ngettext("%(number)s year", "%(number)s years", number),
        "months": ngettext("%(number)s month", "%(number)s months", number),
        "weeks": ngettext("%(number)s week", "%(number)s weeks", number),
        "days": ngettext("%(number)s day", "%(number)s days", number),
    }
    return words[unit] % {"number": number}
