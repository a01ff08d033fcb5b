"""The examples show a newcomer every format and encoding, and all of them can be read."""

from pathlib import Path

import pytest

from jumelage.formats import SourceDocument, Unreadable, open_documents


@pytest.fixture(scope="module")
def opened(root: Path) -> list[SourceDocument | Unreadable]:
    return list(open_documents([root / "examples"]))


@pytest.fixture(scope="module")
def documents(opened: list[SourceDocument | Unreadable]) -> list[SourceDocument]:
    return [document for document in opened if isinstance(document, SourceDocument)]


def test_all_can_be_opened(opened: list[SourceDocument | Unreadable]) -> None:
    assert [str(document) for document in opened if isinstance(document, Unreadable)] == []


def test_every_format_and_encoding_is_among_them(documents: list[SourceDocument]) -> None:
    kinds = {document.media_type.rpartition(".")[2] for document in documents}
    assert kinds == {"text/plain", "text/html", "application/pdf", "message/rfc822", "document"}
    assert {document.encoding for document in documents} >= {"utf-8", "gb18030", "cp1252"}
    assert any(".zip/" in document.name for document in documents)
    assert any(".eml/" in document.name for document in documents)


def test_what_stands_around_a_page_is_left_out(documents: list[SourceDocument]) -> None:
    pages = "\n".join(document.text.lower() for document in documents if document.media_type == "text/html")
    assert [word for word in ("cookie", "privacy", "impressum", "wuhan", "zhengzhou", "登入") if word in pages] == []
