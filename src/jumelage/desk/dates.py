"""Dates as each language writes them, with no more precision than the source has."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from jumelage.vocabulary.edtf import Edtf, Precision

MARKS = "~?%"


def in_words(date: Edtf) -> str:
    """The date for people, in the language of the page.

    >>> in_words(Edtf("2016-23"))
    'autumn 2016'
    """
    start, interval, end = date.text.partition("/")
    if not interval:
        return _marked(date)
    if start in ("", ".."):
        return _("until %(date)s") % {"date": _marked(Edtf(end))}
    if end in ("", ".."):
        return _("from %(date)s") % {"date": _marked(Edtf(start))}
    return f"{_marked(Edtf(start))} – {_marked(Edtf(end))}"


def period(start: Edtf | None, end: Edtf | None) -> str:
    """Both ends in words; empty where neither is known."""
    known = [in_words(date) for date in (start, end) if date]
    return " – ".join(dict.fromkeys(known))


def _marked(date: Edtf) -> str:
    plain = _plain(Edtf(date.text.rstrip(MARKS)))
    if date.approximate:
        plain = _("about %(date)s") % {"date": plain}
    return _("%(date)s (uncertain)") % {"date": plain} if date.uncertain else plain


def _plain(date: Edtf) -> str:
    first = date.earliest
    assert first is not None  # noqa: S101  only an interval has no first day
    match date.precision:
        case Precision.DAY:
            return date_format(first, "DATE_FORMAT")
        case Precision.MONTH:
            return date_format(first, "YEAR_MONTH_FORMAT")
        case Precision.SEASON:
            return _season(date) % {"year": first.year}
        case Precision.DECADE:
            return _("the %(year)ss") % {"year": first.year}
        case Precision.CENTURY:
            return _("%(first)s–%(last)s") % {"first": first.year, "last": first.year + 99}
        case _:
            return _("%(year)s") % {"year": first.year}


def _season(date: Edtf) -> str:
    seasons = (_("spring %(year)s"), _("summer %(year)s"), _("autumn %(year)s"), _("winter %(year)s"))
    return seasons[int(date.text[5:7]) - 21]
