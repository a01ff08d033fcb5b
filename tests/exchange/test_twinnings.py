"""What a list of twinnings says, however it spells its places."""

import pytest

from jumelage.exchange.rows import NoList
from jumelage.exchange.twinnings import ListRead, read_list
from jumelage.formats.plain_text import open_text

HEADER = "party_a,country_a,party_b,country_b,since\n"


def read(text: str) -> ListRead:
    source = open_text("list.csv", text.encode())
    return read_list(source)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lille,France,Leeds,England", 'Lille,France,Leeds,"England, United Kingdom"'),
        ("Lille,France,Leeds,United Kingdom", "Leeds,United Kingdom,Lille,France"),
        ("Paris,France,Berlin – Neukölln,Germany", "Paris,France,Neukölln (Berlin),Germany"),
        ("Liège,Belgium,Lille,France", "Liege,Belgium,Lille,France"),
        ("Tbilisi,Georgia (country),Lille,France", "Tbilisi,Georgia,Lille,France"),
        ("Xyzzy (Foo),France,Lille,France", "Xyzzy,France,Lille,France"),
    ],
)
def test_spellings_of_one_twinning_are_one(one: str, other: str) -> None:
    [twinning] = read(f"{HEADER}{one},\n{other},\n").reading.claims
    assert len(twinning.evidence) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lille,France,Soest,Germany", "Lille,France,Soest,Netherlands"),
        ("Lille,France,Córdoba,Spain", "Lille,France,Córdoba,Argentina"),
        ("Lille,France,Xyzzy,France", "Lille,France,Xyzzy,Germany"),
    ],
)
def test_namesakes_are_two(one: str, other: str) -> None:
    assert len(read(f"{HEADER}{one},\n{other},\n").reading.claims) == 2


def test_a_twinning_cites_its_row() -> None:
    text = f'{HEADER}Lille,France,"Leeds",United Kingdom,1968\n'
    [twinning] = read(text).reading.claims
    [passage] = twinning.evidence
    assert text[passage.start : passage.end] == 'Lille,France,"Leeds",United Kingdom,1968'
    assert str(twinning.values()["since"]) == "1968"


def test_all_wrong_rows_are_told_at_once() -> None:
    outcome = read(f"{HEADER}Lille,France,,France,\nLille,France,Leeds,United Kingdom,soon\n")
    assert [error.partition(":")[0] for error in outcome.errors] == ["row 2", "row 3"]


def test_json_lines_are_read_as_well() -> None:
    assert (
        len(read('{"party_a": "Lille", "country_a": "France", "party_b": "Leeds", "country_b": "GB"}\n').reading.claims)
        == 1
    )


def test_a_broken_line_is_told() -> None:
    with pytest.raises(NoList, match="line 2"):
        read('{"party_a": "Lille"}\n{broken\n')
