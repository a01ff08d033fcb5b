import io
import zipfile
from collections.abc import Iterator

import pytest

from formats.samples import opened, refused, word, zipped
from jumelage.formats import SourceDocument, Unreadable, open_bytes
from jumelage.formats.archive import Allowance, open_archive
from jumelage.formats.document import Refused
from jumelage.formats.limits import MAX_NESTING


def names(content: bytes) -> list[str]:
    return [one.name for one in open_bytes("a.zip", content)]


def test_members_are_read_in_the_order_of_their_names() -> None:
    members = {
        "b.txt": b"two",
        "a/minutes.docx": word(None, "one"),
        ".hidden.txt": b"x",
        "__MACOSX/b.txt": b"x",
        "c/": b"",
    }
    documents = list(open_bytes("a.zip", zipped(members)))
    assert [(d.name, d.text) for d in documents if isinstance(d, SourceDocument)] == [
        ("a.zip/a/minutes.docx", "one"),
        ("a.zip/b.txt", "two"),
    ]
    assert len(documents) == 2


def test_a_document_in_a_zip_file_is_the_same_document() -> None:
    assert opened("a.zip", zipped({"x.txt": b"same"})).sha256 == opened("x.txt", b"same").sha256


def test_one_bad_member_does_not_keep_the_others_from_being_read() -> None:
    bad, good = open_bytes("a.zip", zipped({"a.pdf": b"%PDF-broken", "b.txt": b"good"}))
    assert bad == Unreadable("a.zip/a.pdf", "is a broken PDF")
    assert isinstance(good, SourceDocument)


def test_zip_files_in_zip_files_are_read_to_a_depth() -> None:
    content = b"text"
    for depth in range(MAX_NESTING):
        content = zipped({f"{depth}.zip" if depth else "x.txt": content})
    assert opened("a.zip", content).text == "text"
    for _ in range(2):
        content = zipped({"more.zip": content})
    (refusal,) = open_bytes("a.zip", content)
    assert isinstance(refusal, Unreadable)
    assert refusal.reason.startswith(f"is nested more than {MAX_NESTING} deep")


def test_a_name_in_the_packers_encoding_is_read() -> None:
    content = zipped({"XXXX.txt": b"x"}).replace(b"XXXX", "友城".encode("gb18030"))
    assert names(content) == ["a.zip/友城.txt"]


def test_a_bomb_is_refused() -> None:
    (bomb, good) = open_bytes("a.zip", zipped({"bomb.txt": b" " * 30_000_000, "good.txt": b"good"}))
    assert isinstance(bomb, Unreadable)
    assert bomb.reason.startswith("is a zip bomb")
    assert isinstance(good, SourceDocument)


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_said() -> None:
    content = bytearray(zipped({"a.txt": b"x" * 100_000}))
    size = (100_000).to_bytes(4, "little")
    for _ in range(2):
        at = content.index(size)
        content[at : at + 4] = (1000).to_bytes(4, "little")
    assert [str(one) for one in open_bytes("a.zip", bytes(content))] == ["a.zip/a.txt: is broken inside its zip file"]


def test_what_unpacks_to_too_much_in_all_is_refused() -> None:
    content = zipped({"a.txt": b"0123456789", "b.txt": b"0123456789"})
    read: list[str] = []

    def open_member(name: str, content: bytes) -> Iterator[SourceDocument]:
        read.append(name)
        yield from ()

    with pytest.raises(Refused, match="unpacks to more than"):
        list(open_archive("a.zip", io.BytesIO(content), Allowance(15), open_member))
    assert read == ["a.zip/a.txt"]


def test_an_encrypted_member_is_refused() -> None:
    content = bytearray(zipped({"a.txt": b"secret"}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags] |= 1
    (refusal,) = open_bytes("a.zip", bytes(content))
    assert isinstance(refusal, Unreadable)
    assert refusal.reason.startswith("is encrypted")


@pytest.mark.parametrize("position", [30, 40])
def test_a_damaged_member_is_refused(position: int) -> None:
    content = bytearray(zipped({"a.txt": b"the Province of Antwerp and the Province of Shaanxi"}))
    content[position] ^= 0xFF
    (refusal,) = open_bytes("a.zip", bytes(content))
    assert isinstance(refusal, Unreadable)
    assert refusal.reason == "is broken inside its zip file"


def test_an_unknown_compression_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("a.txt", b"x")
    content = bytearray(file.getvalue())
    content[content.index(b"PK\x01\x02") + 10] = 97
    (refusal,) = open_bytes("a.zip", bytes(content))
    assert refusal == Unreadable("a.zip/a.txt", "is broken inside its zip file")


def test_an_empty_zip_file_is_refused() -> None:
    assert refused("a.zip", zipped({})) == "is an empty zip file"


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"no zip file at all"])
def test_a_broken_zip_file_is_refused(content: bytes) -> None:
    assert refused("a.zip", content).startswith("is a broken zip")
