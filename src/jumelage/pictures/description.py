"""Descriptions of pictures: the JSON files beside this one, with the data put in."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Description = dict[str, Any]
"""A Vega specification."""


def described(
    name: str, data: Mapping[str, Sequence[Mapping[str, Any]]], signals: Mapping[str, Any] | None = None
) -> Description:
    """The description in `name`.json with rows for its data sets and values for its signals.

    KeyError where it has no such data set or signal.
    """
    description: Description = json.loads(_text(name))
    sets = {one["name"]: one for one in description["data"]}
    for called, rows in data.items():
        sets[called]["values"] = list(rows)
    known = {one["name"]: one for one in description["signals"]}
    for called, value in (signals or {}).items():
        known[called]["value"] = value
    return description


@cache
def _text(name: str) -> str:
    return files("jumelage.pictures").joinpath(f"{name}.json").read_text(encoding="utf-8")
