"""Dates and periods typed as people write them."""

import re

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from jumelage.desk.dates import in_words
from jumelage.desk.periods import period_in_words
from jumelage.reading.dates import MentionKind, find_dates
from jumelage.vocabulary.edtf import Edtf, InvalidDate
from jumelage.vocabulary.periods import InvalidPeriod, Period

LITTLE_WORD = 5
"""Letters that may stand beside a date and mean nothing: "on", "from", "dans"."""
LONGEST = 80
AROUND = " \t,.;:()（）"
UNITS = ("Y", "M", "W", "D")


def typed_date(text: str) -> Edtf:
    """The one date that somebody typed, in the language of the page or another one; ValueError where it is none.

    >>> str(typed_date("22–25 February 2023"))
    '2023-02-22/2023-02-25'
    """
    written = text.strip()
    try:
        return Edtf(written)
    except InvalidDate:
        pass
    doubted = written.endswith("?")
    for language in _languages():
        if date := _only_date(written.rstrip("? "), language):
            return Edtf(f"{date}?") if doubted and "/" not in date.text else date
    raise ValueError(text)


def date_to_type(date: Edtf) -> str:
    """The date as it can be typed again: in words where these mean just this date, else as EDTF."""
    words = in_words(date)
    try:
        return words if typed_date(words) == date else date.text
    except ValueError:
        return date.text


class DateInput(forms.CharField):
    """Cleans to EDTF text; empty where nothing was typed."""

    def __init__(self) -> None:
        example = forms.TextInput(attrs={"placeholder": in_words(Edtf("2016-23"))})
        super().__init__(required=False, max_length=LONGEST, widget=example)

    def clean(self, value: object) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return str(typed_date(text))
        except ValueError:
            raise ValidationError(
                _(
                    "“%(value)s” can't be read as a date. Write, for example, 1985, June 2015, 8 June 2015, "
                    "autumn 2016, 22–25 February 2023, or EDTF such as 2016-23."
                )
                % {"value": text}
            ) from None


class PeriodInput(forms.CharField):
    """Cleans to an ISO period; empty where nothing was typed."""

    def __init__(self) -> None:
        example = forms.TextInput(attrs={"placeholder": period_in_words(Period("P5Y"))})
        super().__init__(required=False, max_length=LONGEST, widget=example)

    def clean(self, value: object) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return str(typed_period(text))
        except ValueError:
            example = {"value": text, "example": period_in_words(Period("P5Y"))}
            raise ValidationError(
                _("“%(value)s” can't be read as a period. Write, for example, %(example)s, or ISO 8601 such as P5Y.")
                % example
            ) from None


def typed_period(text: str) -> Period:
    """A period as the pages write it, or as ISO 8601 does; ValueError where it is neither."""
    try:
        return Period(text.strip().upper())
    except InvalidPeriod:
        pass
    parts = [re.fullmatch(r"(\d+)\s*(\D+)", part.strip()) for part in re.split(r"[,，、]", text)]
    units = _unit_words()
    found = {units.get(part[2].strip().casefold(), ""): part[1] for part in parts if part}
    if "" in found or len(found) != len(parts):
        raise ValueError(text)
    return Period("P" + "".join(f"{found[unit]}{unit}" for unit in UNITS if unit in found))


def _only_date(text: str, language: str) -> Edtf | None:
    """The date of a text that says nothing else."""
    [mentions] = find_dates([(0, text)], language)
    dated = [m for m in mentions if m.date and m.kind is MentionKind.POINT]
    if len(dated) != 1:
        return None
    rest = (text[: dated[0].start] + text[dated[0].end :]).strip(AROUND)
    meant = dated[0].role is not None or (dated[0].date and dated[0].date.approximate)
    silent = not any(c.isdigit() for c in rest) and (meant or len(rest) <= LITTLE_WORD)
    return dated[0].date if silent else None


def _languages() -> list[str]:
    """The language of the page, then the others of the interface, as the reader names them."""
    codes = [get_language() or "en", *(code for code, _name in settings.LANGUAGES)]
    return list(dict.fromkeys(code.partition("-")[0] for code in codes))


def _unit_words() -> dict[str, str]:
    """What one and several of each unit are called in the language of the page."""
    words: dict[str, str] = {}
    for number in (1, 2):
        for unit, said in zip(
            UNITS,
            (
                ngettext("%(number)s year", "%(number)s years", number),
                ngettext("%(number)s month", "%(number)s months", number),
                ngettext("%(number)s week", "%(number)s weeks", number),
                ngettext("%(number)s day", "%(number)s days", number),
            ),
            strict=True,
        ):
            words[said.replace("%(number)s", "").strip().casefold()] = unit
    return words
