"""Whom texts name: persons by given name, address, office and shape, and what looks like a person and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.reading.names import find_names
from jumelage.reading.names.persons.given import surname_first
from jumelage.reading.reader import annotate
from jumelage.vocabulary.kinds import EntityType


def persons(text: str) -> list[str]:
    """The persons a text names, each mention as it stands there."""
    annotated = annotate(text, None)
    _, mentions = find_names(annotated)
    return [annotated.text[m.start : m.end] for m in mentions if m.type is EntityType.PERSON]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The delegation was led by Mr Zhou Weimin and Dr. Claire O'Hara.", ["Zhou Weimin", "Claire O'Hara"]),
        ("The agreement was signed by Ewan McTavish, mayor of Paisley.", ["Ewan McTavish"]),
        ("Governor Thornquist met the guests, and Thornquist thanked them.", ["Thornquist", "Thornquist"]),
        ("Vice Mayor Qin Haoran Met with Guests from Ghent", ["Qin Haoran"]),
        ("De stedenband werd getekend door burgemeester Piet van der Velde van Breda.", ["Piet van der Velde"]),
        ("Namens de gemeente sprak mevrouw De Backer over de stedenband.", ["De Backer"]),
        ("Le jumelage a été signé par Mme Hélène DUPRÉ-LAMY et M. Tanguy.", ["Hélène DUPRÉ-LAMY", "Tanguy"]),
        ("Das Abkommen unterzeichneten Landrätin Dr. Sabine Kohlhaas und Herr Öztürk.", ["Sabine Kohlhaas", "Öztürk"]),
    ],
)
def test_finds_persons_by_what_says_that_they_are_one(text: str, named: list[str]) -> None:
    assert persons(text) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("市长周伟民会见了来访客人。", "周伟民"),
        ("会长为日本友好协会的高桥由纪。", "高桥由纪"),
        ("市长让·迪皮伊率团来访。", "让·迪皮伊"),
        ("副主任李明全主持会议。", "李明全"),
    ],
)
def test_finds_whole_names_in_chinese(text: str, named: str) -> None:
    assert named in persons(text)


def test_takes_the_latin_name_in_brackets_for_a_person() -> None:
    assert persons("图尔市市长让·迪皮伊(Jean Dupuis)率团访问天津,两市签署友好协议。") == ["让·迪皮伊", "Jean Dupuis"]


@pytest.mark.parametrize(
    "text",
    [
        "The University of Ghent and the Port of Antwerp signed a memorandum.",
        "Die Stadt Rostock und die Provinz Shandong feierten das Jubiläum im Rathaus.",
        "Le Conseil municipal et la Chambre de commerce ont accueilli la délégation en Mai.",
        "双方签署了友好城市协议书,两市往来密切。",
    ],
)
def test_places_bodies_and_nouns_are_no_persons(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize("name", ["Qiao Lianhe", "Ouyang Xiu", "Kuo Chao-jen", "Kim Min-jun", "Nguyen Van Thanh"])
def test_knows_names_that_begin_with_the_surname(name: str) -> None:
    assert surname_first(name) is not None


@pytest.mark.parametrize("name", ["Herman Reynders", "Xu", "Colleen Hartwick", "An"])
def test_does_not_take_other_names_for_such(name: str) -> None:
    assert surname_first(name) is None


@given(st.text(alphabet="Mr. van der Zhou-'’,\n()王市长·é de Burgemeester", max_size=80))
def test_names_lie_inside_the_text_and_do_not_overlap(text: str) -> None:
    annotated = annotate(text, None)
    _, mentions = find_names(annotated)
    ends = 0
    for mention in mentions:
        assert ends <= mention.start < mention.end <= len(annotated.text)
        ends = mention.end
