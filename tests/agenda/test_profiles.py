"""Rules are files that an office may change, and a wrong one is told with its place."""

from pathlib import Path

import pytest

from jumelage.agenda.profiles import WHAT, BadProfile, Jurisdictions, Sure, profiles


@pytest.fixture
def own(tmp_path: Path, settings: object) -> Path:
    """The folder of the office's own rules."""
    settings.HOME = tmp_path  # type: ignore[attr-defined]
    folder = tmp_path / "profiles"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    ("place", "country", "name"),
    [
        ("geonames:2785141", "BE", "Flanders"),
        ("iso:BE-VAN", "BE", "Flanders"),
        ("geonames:1808857", "CN", "China"),
        ("", "FR", "France"),
        ("", "JP", "General"),
        ("", "", "General"),
    ],
)
def test_a_place_has_the_rules_of_what_it_lies_in(own: Path, place: str, country: str, name: str) -> None:
    assert Jurisdictions().of(place, country).name == name


def test_every_rule_says_where_it_comes_from(own: Path) -> None:
    rules = [rule for profile in profiles().values() for rule in profile.rules]
    assert len(rules) >= 15
    assert all(rule.source and rule.sure in Sure and rule.what in WHAT for rule in rules)


def test_an_office_changes_a_profile_and_adds_one(own: Path) -> None:
    custom = '[anniversary]\nevery = 7\nsure = "custom"\nsource = "our council, 2024"\n'
    (own / "flanders.toml").write_text(f'name = "Our province"\nwithin = ["iso:BE-VLG"]\n{custom}')
    (own / "japan.toml").write_text(f'name = "Japan"\nwithin = ["iso:JP"]\n{custom}')
    assert Jurisdictions().of("iso:BE-VAN", "BE").name == "Our province"
    assert Jurisdictions().of("", "JP").name == "Japan"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = ", "wrong.toml: "),
        ("within = []", "wrong.toml: 'name' is missing"),
        ('name = "x"\n[[rule]]\nid = "a"\non = "visit"\nwhat = "dance"\n', "“dance” is none of"),
        ('name = "x"\n[[rule]]\nid = "a"\non = "visit"\nwhat = "tell the council"\n', "says `from` which date"),
        ('name = "x"\n[anniversary]\nevery = 0\nsure = "law"\nsource = "y"\n', "every 1 year or more"),
    ],
)
def test_a_wrong_file_is_named_with_what_is_wrong(own: Path, text: str, why: str) -> None:
    (own / "wrong.toml").write_text(text)
    with pytest.raises(BadProfile, match=why):
        profiles()
