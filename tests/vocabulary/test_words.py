"""The texts for people tell the whole vocabulary: every kind, topic and field."""

import json
import re
from enum import StrEnum
from pathlib import Path

import pytest

from jumelage.vocabulary import kinds
from jumelage.vocabulary.claims import CLAIM_TYPES
from jumelage.vocabulary.interchange import from_json

LISTS = [value for value in vars(kinds).values() if isinstance(value, type) and issubclass(value, StrEnum)]


@pytest.mark.parametrize("closed_list", [each for each in LISTS if each is not StrEnum], ids=lambda each: each.__name__)
def test_the_words_name_every_kind(root: Path, closed_list: type[StrEnum]) -> None:
    words = (root / "docs" / "words.md").read_text(encoding="utf-8").replace("\n", " ")
    missing = [kind for kind in closed_list if not re.search(rf"(?<!\w){re.escape(kind)}(?!\w)", words)]
    assert missing == []


@pytest.mark.parametrize("name", CLAIM_TYPES)
def test_the_format_names_every_field_and_what_decides(root: Path, name: str) -> None:
    told = (root / "docs" / "format.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", told, re.MULTILINE)
    kind = CLAIM_TYPES[name]
    assert re.findall(r"`(\w+)`", row) == list(kind.value_fields())
    assert tuple(re.findall(r"\*\*`(\w+)`\*\*", row)) == kind.deciding


def test_the_example_of_the_format_is_a_reading(root: Path) -> None:
    told = (root / "docs" / "format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", told, re.DOTALL)
    reading = from_json(json.loads(example))
    assert [claim.type for claim in reading.claims] == ["twinning"]
