"""The examples show a newcomer every format and encoding, and all of them can be read."""

from collections import Counter
from pathlib import Path

import pytest

from jumelage.formats import SourceDocument, Unreadable, open_documents
from jumelage.reading import read_document
from jumelage.vocabulary.claims import Twinning
from jumelage.vocabulary.reading import Reading

ANTWERP, FLEMISH_BRABANT, LIMBURG, TURNHOUT = "iso:BE-VAN", "iso:BE-VBR", "iso:BE-VLI", "geonames:2785141"
SHAANXI, GUANGDONG, CHENGDU, CHONGQING, HANZHONG = (
    *("iso:CN-SN", "iso:CN-GD"),
    *("geonames:1815286", "geonames:1814906", "geonames:1808857"),
)
PARTNERSHIPS = {
    frozenset({ANTWERP, SHAANXI}),
    frozenset({ANTWERP, CHONGQING}),
    frozenset({TURNHOUT, HANZHONG}),
    frozenset({FLEMISH_BRABANT, CHENGDU}),
    frozenset({LIMBURG, GUANGDONG}),
}


@pytest.fixture(scope="module")
def opened(root: Path) -> list[SourceDocument | Unreadable]:
    return list(open_documents([root / "examples"]))


@pytest.fixture(scope="module")
def documents(opened: list[SourceDocument | Unreadable]) -> list[SourceDocument]:
    return [document for document in opened if isinstance(document, SourceDocument)]


@pytest.fixture(scope="module")
def readings(documents: list[SourceDocument]) -> list[Reading]:
    return [read_document(document) for document in documents]


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


def test_all_five_languages_are_among_them(readings: list[Reading]) -> None:
    assert {reading.language for reading in readings} == {"zh", "nl", "en", "fr", "de"}


def test_the_five_partnerships_are_those_told_most_often(readings: list[Reading]) -> None:
    told = Counter(_parties(reading, claim) for reading in readings for claim in _twinnings(reading))
    assert {parties for parties, _ in told.most_common(5)} == PARTNERSHIPS


def test_sources_disagree_on_when_turnhout_and_hanzhong_became_friends(readings: list[Reading]) -> None:
    since = {
        str(claim.since)
        for reading in readings
        for claim in _twinnings(reading)
        if _parties(reading, claim) == {TURNHOUT, HANZHONG} and claim.since
    }
    assert since == {"2001", "2002"}


def _twinnings(reading: Reading) -> list[Twinning]:
    return [claim for claim in reading.claims if isinstance(claim, Twinning)]


def _parties(reading: Reading, twinning: Twinning) -> frozenset[str | None]:
    return frozenset(reading.entities[party].gazetteer for party in twinning.parties)
