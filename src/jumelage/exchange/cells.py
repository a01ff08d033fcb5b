"""What stands in a cell: a date, a kind, a yes or no, several of something."""

import re

from jumelage.exchange.mapping import HEADINGS
from jumelage.reading.dates import find_dates
from jumelage.register.fields import Field, Holds
from jumelage.register.keys import key_of
from jumelage.vocabulary.edtf import Edtf, InvalidDate

LANGUAGES = ("en", "nl", "de", "fr", "zh")
MIDNIGHT = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[T ]00:00(:00(\.0+)?)?Z?")
UNKNOWN_PARTS = re.compile(r"(?P<known>\d{4}(-(?!00)\d\d)?)(-00)+")
Q_ID = re.compile(r"(?:.*/)?(?P<id>Q[1-9]\d*)")


def date_in(cell: str) -> Edtf:
    """The date of a cell: EDTF, a timestamp at midnight, or as people write dates in any of the five languages.

    ValueError where it is none.
    """
    if midnight := MIDNIGHT.fullmatch(cell):
        return Edtf(midnight["day"])
    if partly := UNKNOWN_PARTS.fullmatch(cell):
        return Edtf(partly["known"])
    try:
        return Edtf(cell)
    except InvalidDate:
        for language in LANGUAGES:
            [mentions] = find_dates([(0, cell)], language)
            if len(mentions) == 1 and mentions[0].date and mentions[0].end - mentions[0].start == len(cell):
                return mentions[0].date
    raise ValueError(f"{cell!r} is no date")


def q_id_in(cell: str) -> str:
    """The Q-id of a cell that holds one or the address of one; empty where it doesn't."""
    found = Q_ID.fullmatch(cell)
    return found["id"] if found else ""


def several_in(cell: str) -> list[str]:
    """What stands apart by semicolons."""
    return [part for each in cell.split(";") if (part := each.strip())]


def choice_in(cell: str, field: Field, kind: str) -> str:
    """The value of a closed list that a cell means; empty where it says that there is none. ValueError for others."""
    by_key = {key_of(value): value for value in field.choices}
    meant = {key_of(word): value for value, words in HEADINGS["words"].get(kind, {}).items() for word in words}
    whole, words = key_of(cell), [key_of(word) for word in re.split(r"[()\s]+", cell)]
    for known, keys in ((by_key, [whole]), (meant, [whole, *words]), (by_key, words)):
        if key := next((key for key in keys if key in known), None):
            return next((choice for choice in field.choices if choice == known[key]), "")
    raise ValueError(f"{cell!r} is none of: {', '.join(field.choices)}")


def flag_in(cell: str) -> bool:
    """ValueError where it is neither yes nor no."""
    for value, words in HEADINGS["words"]["flag"].items():
        if key_of(cell) in words:
            return bool(value == "true")
    raise ValueError(f"{cell!r} is neither yes nor no")


def value_in(cell: str, field: Field, kind: str) -> object:
    """The typed value of a field that refers to nothing; None where the cell says that there is none."""
    match field.holds:
        case Holds.DATE:
            return date_in(cell)
        case Holds.CHOICE if field.many:
            return tuple(choice_in(one, field, kind) for one in several_in(cell))
        case Holds.CHOICE:
            return choice_in(cell, field, kind) or None
        case Holds.FLAG:
            return flag_in(cell)
    return field.parse(cell)
