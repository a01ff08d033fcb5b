import os
from pathlib import Path

import pytest

from formats.samples import refused, zipped
from jumelage.formats import SourceDocument, count_documents, open_bytes, open_documents
from jumelage.formats.limits import MAX_DOCUMENT_BYTES


def lines(*paths: Path) -> list[str]:
    return [one.text if isinstance(one, SourceDocument) else str(one) for one in open_documents(paths)]


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c/y.txt", ".hidden.txt", ".git/x.txt", "c.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert lines(tmp_path) == ["a/c/y.txt", "a/z.txt", "b.txt", "c.txt"]
    assert count_documents([tmp_path]) == 4


def test_a_document_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("x")
    (document,) = open_documents([path])
    assert document.name == str(path)


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / ".b.txt").write_text("hidden, but asked for")
    assert lines(tmp_path / ".b.txt", tmp_path / "a.txt") == ["hidden, but asked for", "a"]


def test_the_documents_of_a_zip_file_are_counted(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"x.txt": b"x", "y.txt": b"y", ".z.txt": b"z"}))
    (tmp_path / "b.zip").write_bytes(b"broken")
    assert count_documents([tmp_path, tmp_path / "missing.zip"]) == len(lines(tmp_path, tmp_path / "missing.zip")) == 4


def test_a_missing_file_is_a_line(tmp_path: Path) -> None:
    assert lines(tmp_path / "none.txt") == [f"{tmp_path / 'none.txt'}: can't be opened: No such file or directory"]


def test_a_file_that_vanishes_is_a_line(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    opened = open_documents([tmp_path])
    next(opened)
    (tmp_path / "b.txt").unlink()
    assert [str(one) for one in opened] == [f"{tmp_path / 'b.txt'}: can't be opened: No such file or directory"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_is_not_permitted_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    assert [line.rpartition(": ")[2] for line in lines(tmp_path)] == ["Permission denied"] * 2


def test_links_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "x.txt").write_text("x")
    loop, up, text = lines(tmp_path)
    assert "can't be opened" in loop
    assert "is a link to a folder" in up
    assert text == "x"


def test_a_folder_named_by_a_link_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "x.txt").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert lines(tmp_path / "link") == ["x"]


def test_a_pipe_does_not_hold_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert lines(tmp_path, Path("/dev/zero")) == [
        f"{tmp_path / 'pipe.txt'}: is a pipe or a device, not a file",
        "/dev/zero: is a pipe or a device, not a file",
    ]


def test_a_file_of_half_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    assert lines(path) == [f"{path}: is too large (500,000,000 bytes; at most {MAX_DOCUMENT_BYTES:,} can be read)"]


def test_an_upload_that_is_too_large_is_refused() -> None:
    assert refused("line.txt", bytes(MAX_DOCUMENT_BYTES + 1)).startswith("is too large")


def test_an_empty_file_is_refused() -> None:
    assert refused("empty.pdf", b"") == "is empty"


@pytest.mark.parametrize("name", ["program.exe", "letter", "letter.txt.bak"])
def test_an_unknown_kind_is_told_what_is_read(name: str) -> None:
    reason = refused(name, b"some bytes")
    assert reason.startswith("is of a kind that is not read here")
    assert ".docx" in reason


def test_a_name_that_is_no_utf_8_can_still_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/Li\xe8ge.txt")).write_text("x")
    (document,) = open_documents([tmp_path])
    assert document.name == f"{tmp_path}/Li\ufffdge.txt"


def test_a_path_too_long_for_the_system_is_a_line(tmp_path: Path) -> None:
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(100):
        os.mkdir("d" * 50, dir_fd=folder)
        inner = os.open("d" * 50, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    (line,) = lines(tmp_path)
    assert line.endswith("can't be opened: File name too long")


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    opened = open_documents([tmp_path])
    (tmp_path / "a.txt").write_text("b")
    assert [one.text for one in opened if isinstance(one, SourceDocument)] == ["b"]


def test_the_same_bytes_give_the_same_documents() -> None:
    content = zipped({"a.html": b"<p>Mol</p>", "b.txt": b"Mol"})
    assert list(open_bytes("a.zip", content)) == list(open_bytes("a.zip", content))
