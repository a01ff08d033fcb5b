"""Numbers as bars: horizontal by what is counted, or upright along the years."""

from collections.abc import Sequence
from dataclasses import dataclass

from jumelage.pictures.description import Description, described

MOST = 20
"""Bars of a picture; the table beside it has the others."""
LINE = 24
"""Height of a bar with the space around it, in pixels."""


@dataclass(frozen=True, slots=True)
class Bar:
    """So many of `label`; those of one label in several groups stand in a row. Leads to `address`."""

    label: str
    group: str
    number: int
    address: str = ""


def bars_picture(bars: Sequence[Bar], title: str = "", note: str = "") -> Description:
    """The largest bars, one below the other; `title` and `note` are for paper."""
    largest = sorted({bar.label for bar in bars}, key=lambda label: -sum(b.number for b in bars if b.label == label))
    shown = [bar for bar in bars if bar.label in largest[:MOST]]
    description = _described("bars", shown, title, note)
    description["height"] = max(1, len(largest[:MOST])) * LINE
    return description


def columns_picture(bars: Sequence[Bar], title: str = "", note: str = "") -> Description:
    """Columns by year, with the years without any between them; the labels are years."""
    years = [int(bar.label) for bar in bars]
    description = _described("columns", bars, title, note)
    along = range(min(years), max(years) + 1) if years else ()
    next(one for one in description["data"] if one["name"] == "years")["values"] = [{"year": str(y)} for y in along]
    return description


def _described(name: str, bars: Sequence[Bar], title: str, note: str) -> Description:
    rows = [{"label": b.label, "group": b.group, "number": b.number, "address": b.address} for b in bars]
    description = described(name, {"rows": rows}, {"heading": title, "note": note})
    if not rows:
        description["legends"] = []  # Vega finds no size for one without entries
    return description
