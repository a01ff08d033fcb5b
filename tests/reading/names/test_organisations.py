"""Organisations are found by their head words in five languages, and by what stands around a bare name."""

import re
from pathlib import Path

import pytest

from jumelage.vocabulary.kinds import EntityType
from tests.reading.names.named import entities, entity, names

SENTENCES = Path(__file__).parent / "organisations"
"""A file a language; each line is a sentence in which ‹ › enclose the names, in sections by the kind of institution."""
BEFORE = {
    "en": "The two towns have been partners for many years and there is much to tell about it.",
    "nl": "De twee steden zijn al vele jaren partners en er is veel over te vertellen.",
    "fr": "Les deux villes sont partenaires depuis de nombreuses années et il y a beaucoup à en dire.",
    "de": "Die beiden Orte sind seit vielen Jahren Partner und es gibt viel davon zu erzählen.",
    "zh": "两地结好多年,往来密切。",
}
"""What shows the language that the sentence stands in."""


def marked_sentences() -> list[tuple[str, str]]:
    return [
        (language, line)
        for language in BEFORE
        for line in (SENTENCES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


@pytest.mark.parametrize(("language", "marked"), marked_sentences())
def test_what_is_marked_is_an_organisation_and_nothing_else(language: str, marked: str) -> None:
    expected = set(re.findall("‹(.*?)›", marked))
    text = f"{BEFORE[language]} {re.sub('[‹›]', '', marked)}"
    found = [{form.text for form in e.names} for e in entities(text) if e.type is EntityType.ORGANISATION]
    assert expected <= {name for forms in found for name in forms}
    assert [forms for forms in found if not forms & expected] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The twinning was prepared by the University of Leeds and others.", "University of Leeds"),
        ("The delegation of the twin town called on the Lyon Chamber of Commerce and Industry.", None),
        ("Pupils of Riverside High School No. 3 visited the sister city.", "Riverside High School No. 3"),
        ("The partnership binds the Nagoya Port Authority.", "Nagoya Port Authority"),
        ("The sister city sent the Leeds Festival Chorus.", "Leeds Festival Chorus"),
        ("Het Sint-Lievenscollege is partner van De Wiel.", "Sint-Lievenscollege"),
        ("La Maison de la culture de Namur fête le jumelage.", "Maison de la culture de Namur"),
        ("Die Freunde von Jinotega laden zur Partnerschaft ein.", "Freunde von Jinotega"),
        ("De hogeschool VIVES sloot een vriendschapsakkoord.", "hogeschool VIVES"),
        ("De delegatie bezocht het Textielmuseum Tilburg.", "Textielmuseum Tilburg"),
        ("Le jumelage est porté par l'Université d'Abomey-Calavi.", "Université d'Abomey-Calavi"),
        ("La délégation a visité l'Université océanique du Guangdong.", "Université océanique du Guangdong"),
        ("Die Partnerschaft der Universität Rostock besteht seit 1991.", "Universität Rostock"),
        (
            "Die Delegation besuchte das Museum der Deutschen Binnenschifffahrt.",
            "Museum der Deutschen Binnenschifffahrt",
        ),
        ("代表团访问了苏州大学附属第一医院。", "苏州大学附属第一医院"),
        ("两市友好协会由江苏省人民对外友好协会牵头。", "江苏省人民对外友好协会"),
    ],
)
def test_a_name_grows_from_its_head_word(text: str, name: str | None) -> None:
    found = names(text, EntityType.ORGANISATION)
    assert name in found if name else any("Chamber of Commerce and Industry" in n for n in found)


@pytest.mark.parametrize(
    "text",
    [
        "The university and the port welcomed the delegation of the twin town.",
        "Die Schule und das Museum begrüßten die Delegation.",
        "De universiteit ontving de delegatie.",
        "大学和医院欢迎代表团。",
    ],
)
def test_a_head_word_alone_names_nothing(text: str) -> None:
    assert not names(text, EntityType.ORGANISATION)


def test_the_government_of_a_place_is_the_place() -> None:
    text = "The Chongqing Municipal People's Government signed the twinning with Leeds City Council."
    assert not names(text, EntityType.ORGANISATION)
    assert "Chongqing" in names(text, EntityType.PLACE)


def test_an_acronym_in_brackets_is_the_same_organisation() -> None:
    text = "The Guangdong Lighting Innovation Center (GLX) signed. Later GLX sent a delegation to the twin town."
    assert "GLX" in {f.text for f in entity(text, "Guangdong Lighting Innovation Center").names}


def test_a_bare_name_is_known_again() -> None:
    text = "The delegation visited Umicore in Hoboken. Umicore has a partnership with the sister city."
    assert "Umicore" in names(text, EntityType.ORGANISATION)


def test_an_organisation_is_where_its_name_says() -> None:
    text = "The twinning office thanked the University of Antwerp."
    place = entity(text, "University of Antwerp").place
    assert place is not None


def test_the_last_head_word_tells_the_kind() -> None:
    text = "The partnership of the Antwerp University Science Park was renewed."
    assert entity(text, "Antwerp University Science Park").kind == "science park"
