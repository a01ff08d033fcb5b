import pytest

from formats.samples import opened, pdf, refused
from jumelage.formats import PageCharacter
from jumelage.vocabulary.edtf import Edtf


def test_pages_are_read_in_order_with_their_line_ends() -> None:
    document = opened("minutes.pdf", pdf(["First line", "second line"], ["Next page"]))
    assert document.text == "First line\nsecond line\n\nNext page"
    assert document.media_type == "application/pdf"


def test_a_word_cut_at_a_line_end_keeps_its_hyphen() -> None:
    assert opened("minutes.pdf", pdf(["a dele-", "gation"])).text == "a dele-\ngation"


def test_a_character_is_traced_to_its_page() -> None:
    document = opened("minutes.pdf", pdf(["First", "line"], ["Next page"]))
    origin = document.origin(document.text.index("page"))
    assert origin == PageCharacter(page=2, character=5)
    assert str(origin) == "page 2, character 5"
    assert document.origin(document.text.index("line")) == PageCharacter(page=1, character=len("First\r\n"))


def test_title_and_date_come_from_its_properties() -> None:
    document = opened("minutes.pdf", pdf(["x"], info="/Title (Minutes) /CreationDate (D:20150608120000+02'00')"))
    assert (document.title, document.published) == ("Minutes", Edtf("2015-06-08~"))


@pytest.mark.parametrize("date", ["D:20151345", "yesterday", "D:2015", ""])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    assert opened("minutes.pdf", pdf(["x"], info=f"/CreationDate ({date})")).published is None


def test_scanned_pictures_need_recognition_first() -> None:
    assert refused("scan.pdf", pdf([], [])).startswith("holds no text (scanned pictures)")


def test_an_encrypted_file_is_refused() -> None:
    key = "00" * 32
    encryption = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    assert refused("secret.pdf", pdf(["x"], trailer=encryption)).startswith("is encrypted")


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", pdf(["x"])[:100], b"text"])
def test_a_broken_file_is_refused(content: bytes) -> None:
    assert refused("broken.pdf", content) == "is a broken PDF"
