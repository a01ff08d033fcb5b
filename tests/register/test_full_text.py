"""Documents are found by the words in them, in any script and spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jumelage.formats import SourceDocument, open_bytes
from jumelage.reading import read_document
from jumelage.register.actions import record
from jumelage.register.full_text import plain
from jumelage.register.models import Document
from jumelage.register.queries import documents_with

TEXTS = {
    "visit": "De gouverneur ontving een delegatie uit Córdoba en Zürich.",
    "letter": "廣東省與林堡省結為友好省",
    "report": "湖北省代表团访问南通。",
}


def enter(name: str, text: str) -> Document:
    source = next(iter(open_bytes(f"{name}.txt", text.encode())))
    assert isinstance(source, SourceDocument)
    return record(source, read_document(source)).document


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("delegatie gouverneur", ["visit"]),
        ("CORDOBA", ["visit"]),
        ("zürich", ["visit"]),
        ("deleg", ["visit"]),
        ("delegatie Parijs", []),
        ("egatie", []),
        ("广东", ["letter"]),
        ("廣東省", ["letter"]),
        ("省", ["report", "letter"]),
        ("湖南", []),
        ("“访问南通”", ["report"]),
        ("' OR 1 --", []),
        ('" NEAR *', []),
        ("…", []),
    ],
)
def test_documents_are_found_by_all_of_the_words(words: str, found: list[str]) -> None:
    for name, text in TEXTS.items():
        enter(name, text)
    assert [body.document.name for body in documents_with(words, 10)] == [f"{name}.txt" for name in found]


@pytest.mark.django_db
def test_a_document_that_is_deleted_leaves_no_words_behind() -> None:
    enter("visit", TEXTS["visit"]).delete()
    again = enter("other", "Een andere brief.")
    assert [body.document for body in documents_with("brief", 10)] == [again]
    assert documents_with("gouverneur", 10) == []


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)
