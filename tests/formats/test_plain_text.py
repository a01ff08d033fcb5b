from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.samples import opened, refused
from jumelage.formats import ByteRange
from jumelage.formats.plain_text import open_text


def test_a_text_file_is_read_as_it_is() -> None:
    document = opened("letter.txt", "Province d’Anvers\n\n陕西省".encode())
    assert document.text == "Province d’Anvers\n\n陕西省"
    assert (document.media_type, document.encoding) == ("text/plain", "utf-8")
    assert (document.title, document.published, document.address) == (None, None, None)


def test_the_identity_of_a_document_is_its_bytes() -> None:
    first, second = opened("a.txt", b"the same"), opened("b.txt", b"the same")
    assert first.sha256 == second.sha256
    assert first.sha256 != opened("a.txt", b"another").sha256


def test_line_ends_are_made_alike_and_stay_traced() -> None:
    document = opened("letter.txt", "één\r\ntwee\rdrie".encode())
    assert document.text == "één\ntwee\ndrie"
    assert document.origin(document.text.index("\n")) == ByteRange(5, 7)
    assert document.origin(document.text.index("drie")) == ByteRange(12, 13)


def test_an_origin_reads_well() -> None:
    document = opened("letter.txt", "a友".encode())
    assert [str(document.origin(offset)) for offset in (0, 1)] == ["byte 0", "bytes 1–3"]


@pytest.mark.parametrize("offset", [-1, 3])
def test_there_is_no_origin_outside_the_text(offset: int) -> None:
    with pytest.raises(IndexError):
        opened("letter.txt", b"abc").origin(offset)


def test_a_null_character_becomes_a_replacement_character() -> None:
    """PostgreSQL and XML can't hold it."""
    assert opened("letter.txt", b"the Province\0 of Antwerp").text == "the Province\ufffd of Antwerp"


@pytest.mark.parametrize("content", [bytes(range(256)) * 10, b"\0" * 1000, b"\x7fELF\x02\x01\x01\0\0\0\0"])
def test_a_binary_file_is_no_text(content: bytes) -> None:
    assert refused("program.txt", content).startswith("is no text")


@pytest.mark.parametrize("content", [b" \r\n\t \n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_blank_text_is_refused(content: bytes) -> None:
    assert refused("blank.txt", content) == "holds no text"


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\ufffd"), min_size=1).filter(
        lambda text: text.strip() and text.isprintable()
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_every_character_is_traced(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    document = open_text("any.txt", content)
    assert document.text == text
    for offset, character in enumerate(text):
        origin = document.origin(offset)
        assert isinstance(origin, ByteRange)
        assert (
            content[origin.start : origin.end].decode(encoding.removesuffix("-sig").replace("16", "16-le")) == character
        )


def test_the_annotated_documents_keep_their_offsets(shared: Path) -> None:
    for path in shared.glob("*/text/*.txt"):
        assert opened(path.name, path.read_bytes()).text == path.read_text("utf-8")
