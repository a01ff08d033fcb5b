"""Regular expressions of the language files are taken apart as they are meant."""

import pytest

from jumelage.reading.expressions import ANY, Choice, OneOf, Repeated, parts


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("sister", ("sister",)),
        (r"d['’]or\.", ("d", OneOf(frozenset("'’")), "or", OneOf(frozenset(".")))),
        ("cit(?:y|ies)", ("cit", Choice((("y",), ("ies",))))),
        ("a|b", (Choice((("a",), ("b",))),)),
        ("cities?", ("citie", Repeated("s", 0, often=False))),
        (r"\w*stadt", (Repeated(OneOf(ANY), 0, often=True), "stadt")),
        (r"\d{2,4}?", (Repeated(OneOf(ANY), 1, often=True),)),
        ("[^a-z]{1}", (Repeated(OneOf(ANY), 1, often=False),)),
        ("[a-c-]", (OneOf(frozenset("abc-")),)),
        (r"(?P<host>\s)+", (Repeated(Choice(((OneOf(frozenset(" ")),),)), 1, often=True),)),
        ("{visitor}", ("{", "visitor", "}")),
    ],
)
def test_parts(expression: str, expected: object) -> None:
    assert parts(expression) == expected


def test_what_takes_up_no_room_is_nothing() -> None:
    assert set(parts(r"\b(?=a)(?<!b)^$")) == {Choice(((),))}


@pytest.mark.parametrize("expression", [r"(a)\1", "(?>a)", "a)b", r"\p"])
def test_what_cannot_be_read_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match=r"read|opened"):
        parts(expression)
